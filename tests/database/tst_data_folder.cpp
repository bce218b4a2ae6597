// SPDX-License-Identifier: MIT
// Proves that a data folder belongs to one user at a time, that folders of others are refused by
// name and left as they are, that a broken-off installation is thrown away, and that what keeps a
// server from starting is said in words.

#include "database/data_folder.h"
#include "database/server_log.h"
#include "database/server_programs.h"
#include "database/server_start.h"
#include "database/socket_folder.h"
#include "test_program.h"

#include <QTemporaryDir>
#include <QtTest>

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace tst_data_folder {

using namespace stampede;

namespace {

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                  QDir::NoDotAndDotDot);
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(text), text.size());
}

/// The program's own account, so that nothing changes hands.
ServerAccount ownAccount()
{
    ServerAccount account;
    account.uid = geteuid();
    account.gid = getegid();
    return account;
}

} // namespace

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstFreeFolderIsTaken();
    void foreignFoldersAreRefused_data();
    void foreignFoldersAreRefused();
    void filesInTheWayAreRefused();
    void linksInAFolderAreRefused_data();
    void linksInAFolderAreRefused();
    void ownLinkToTheRootIsFollowed();
    void handingOverStaysInside_data();
    void handingOverStaysInside();
    void brokenOffInstallationIsThrownAway();
    void leftOverSocketFolderIsRemoved();
    void rootComesFromTheEnvironment();
    void missingProgramsAreNamed();
    void fullDiskIsNamed();
    void lastWordsAreTheErrors();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void TestDataFolder::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_root = m_folder->filePath(QStringLiteral("new/servers"));
}

void TestDataFolder::firstFreeFolderIsTaken()
{
    auto first =
        std::make_unique<Result<DataFolder, QString>>(DataFolder::take(m_root, ownAccount()));
    QVERIFY(first->ok());
    const auto second = DataFolder::take(m_root, ownAccount());
    QVERIFY(second.ok());
    QCOMPARE(first->value().path(), m_root + QStringLiteral("/1"));
    QCOMPARE(second.value().path(), m_root + QStringLiteral("/2"));

    first.reset();
    const auto again = DataFolder::take(m_root, ownAccount());
    QVERIFY(again.ok());
    QCOMPARE(again.value().path(), m_root + QStringLiteral("/1"));
    QCOMPARE(entriesOf(m_root), QStringList({QStringLiteral("1"), QStringLiteral("2"),
                                             QStringLiteral("stampede-data")}));
}

void TestDataFolder::foreignFoldersAreRefused_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the root") << QString();
    QTest::newRow("a numbered folder") << QStringLiteral("/1");
}

void TestDataFolder::foreignFoldersAreRefused()
{
    QFETCH(const QString, place);
    const QString folder = m_root + place;
    QVERIFY(QDir().mkpath(folder));
    if (!place.isEmpty()) {
        write(m_root + QStringLiteral("/stampede-data"), "anything");
    }
    write(folder + QStringLiteral("/.precious"), "mine");

    const auto taken = DataFolder::take(m_root, ownAccount());
    QVERIFY(!taken.ok());
    QVERIFY2(taken.error().contains(folder + QLatin1Char(' ')), qPrintable(taken.error()));
    QCOMPARE(entriesOf(folder), QStringList(QStringLiteral(".precious")));
}

void TestDataFolder::filesInTheWayAreRefused()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("new"))));
    write(m_root, "a file");
    const auto taken = DataFolder::take(m_root, ownAccount());
    QVERIFY(!taken.ok());
    QVERIFY2(taken.error().contains(m_root), qPrintable(taken.error()));
    const auto below = DataFolder::take(m_root + QStringLiteral("/below"), ownAccount());
    QVERIFY(!below.ok());
}

void TestDataFolder::linksInAFolderAreRefused_data()
{
    QTest::addColumn<QString>("link");
    for (const char *link :
         {"stampede-data", "1", "1/stampede-data", "1/lock", "1/socket-folder", "1/data"}) {
        QTest::newRow(link) << QString::fromLatin1(link);
    }
}

/// Whatever of ours somebody has replaced by a link to their own: what it leads to stays as it is.
void TestDataFolder::linksInAFolderAreRefused()
{
    QFETCH(const QString, link);
    const QString theirs = m_folder->filePath(QStringLiteral("theirs"));
    QVERIFY(QDir().mkpath(theirs));
    write(theirs + QStringLiteral("/a.txt"), "a");
    {
        const auto folder = DataFolder::take(m_root, ownAccount());
        QVERIFY2(folder.ok(), folder.ok() ? "" : qPrintable(folder.error()));
    }
    const QString place = m_root + QLatin1Char('/') + link;
    const bool isFolder = link == QLatin1String("1") || link.endsWith(QLatin1String("/data"));
    QVERIFY(QFileInfo(place).isDir() ? QDir(place).removeRecursively()
                                     : QFile::remove(place) || !QFile::exists(place));
    QVERIFY(QFile::link(isFolder ? theirs : theirs + QStringLiteral("/a.txt"), place));
    const auto again = DataFolder::take(m_root, ownAccount());
    QVERIFY(!again.ok());
    QVERIFY2(again.error().startsWith(place + QStringLiteral(" is a link")),
             qPrintable(again.error()));
    QCOMPARE(entriesOf(theirs), QStringList(QStringLiteral("a.txt")));
    QFile file(theirs + QStringLiteral("/a.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a"));
}

void TestDataFolder::ownLinkToTheRootIsFollowed()
{
    const QString elsewhere = m_folder->filePath(QStringLiteral("larger disk"));
    QVERIFY(QDir().mkpath(elsewhere));
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(elsewhere, link));
    const auto folder = DataFolder::take(link + QStringLiteral("/servers"), ownAccount());
    QVERIFY2(folder.ok(), folder.ok() ? "" : qPrintable(folder.error()));
    if (geteuid() != 0) {
        return; // only root can make a link of somebody else
    }
    QCOMPARE(lchown(QFile::encodeName(link).constData(), 65'534, 65'534), 0);
    const auto refused = DataFolder::take(link + QStringLiteral("/more"), ownAccount());
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().startsWith(link + QStringLiteral(" is a link")),
             qPrintable(refused.error()));
}

void TestDataFolder::handingOverStaysInside_data()
{
    QTest::addColumn<QString>("trap"); ///< below data/
    QTest::addColumn<bool>("isHard");
    QTest::addColumn<bool>("refused");
    QTest::newRow("a link inside is handed over itself")
        << QStringLiteral("db/link") << false << false;
    QTest::newRow("a second name of a file") << QStringLiteral("db/hard") << true << true;
    QTest::newRow("a link in its place") << QString() << false << true;
}

void TestDataFolder::handingOverStaysInside()
{
    QFETCH(const QString, trap);
    QFETCH(const bool, isHard);
    QFETCH(const bool, refused);
    if (geteuid() != 0) {
        QSKIP("only root hands files over");
    }
    constexpr uid_t kNobody = 65'534;
    ServerAccount account = ownAccount();
    account.drops = true;
    account.uid = kNobody;
    account.gid = kNobody;
    const QString theirs = m_folder->filePath(QStringLiteral("theirs"));
    QVERIFY(QDir().mkpath(theirs));
    write(theirs + QStringLiteral("/a.txt"), "a");
    auto folder = DataFolder::take(m_root, ownAccount());
    QVERIFY(folder.ok());
    const QString data = folder.value().dataPath();
    if (trap.isEmpty()) {
        QVERIFY(QFile::link(theirs, data));
    } else {
        QVERIFY(QDir().mkpath(data + QStringLiteral("/db")));
        write(data + QStringLiteral("/db/own"), "own");
        const QByteArray from = QFile::encodeName(theirs + QStringLiteral("/a.txt"));
        const QByteArray to = QFile::encodeName(data + QLatin1Char('/') + trap);
        QCOMPARE(isHard ? link(from.constData(), to.constData())
                        : symlink(from.constData(), to.constData()),
                 0);
    }
    const auto handed = folder.value().handOver(account);
    QCOMPARE(handed.ok(), !refused);
    QCOMPARE(QFileInfo(theirs).ownerId(), uint(geteuid()));
    QCOMPARE(QFileInfo(theirs + QStringLiteral("/a.txt")).ownerId(), uint(geteuid()));
    if (!refused) {
        QCOMPARE(QFileInfo(data).ownerId(), uint(kNobody));
        QCOMPARE(QFileInfo(data + QStringLiteral("/db/own")).ownerId(), uint(kNobody));
    }
}

void TestDataFolder::brokenOffInstallationIsThrownAway()
{
    {
        auto taken = DataFolder::take(m_root, ownAccount());
        QVERIFY(taken.ok());
        DataFolder &folder = taken.value();
        QVERIFY(!folder.isInstalled());
        QVERIFY(folder.beginInstallation(ownAccount()).ok());
        write(folder.dataPath() + QStringLiteral("/half"), "half a server");
    }
    auto taken = DataFolder::take(m_root, ownAccount());
    QVERIFY(taken.ok());
    DataFolder &folder = taken.value();
    QVERIFY(!folder.isInstalled());
    QVERIFY(folder.beginInstallation(ownAccount()).ok());
    QVERIFY(entriesOf(folder.dataPath()).isEmpty());
    QVERIFY(folder.finishInstallation().ok());
    QVERIFY(folder.isInstalled());
}

void TestDataFolder::leftOverSocketFolderIsRemoved()
{
    auto taken = DataFolder::take(m_root, ownAccount());
    QVERIFY(taken.ok());
    const QString left = m_folder->filePath(QStringLiteral("stampede-left"));
    const QString stranger = m_folder->filePath(QStringLiteral("stranger"));
    for (const QString &path : {left, stranger}) {
        QVERIFY(QDir().mkpath(path));
        write(path + QStringLiteral("/server.sock"), "");
    }
    QVERIFY(taken.value().noteSocketFolder(left).ok());
    QVERIFY(QFile::exists(left));
    QVERIFY(taken.value().noteSocketFolder(stranger).ok());
    QVERIFY(!QFile::exists(left));
    QVERIFY(taken.value().noteSocketFolder(QStringLiteral("/nowhere")).ok());
    QVERIFY(QFile::exists(stranger + QStringLiteral("/server.sock")));
}

void TestDataFolder::rootComesFromTheEnvironment()
{
    const QByteArray before = qgetenv("STAMPEDE_DATA_DIR");
    qputenv("STAMPEDE_DATA_DIR", "/some/where");
    QCOMPARE(defaultServersRoot(), QStringLiteral("/some/where/servers"));
    qunsetenv("STAMPEDE_DATA_DIR");
    QVERIFY(defaultServersRoot().endsWith(QStringLiteral("/stampede/servers")));
    QCOMPARE(defaultServersRoot().startsWith(QStringLiteral("/var/lib/")), geteuid() == 0);
    if (!before.isNull()) {
        qputenv("STAMPEDE_DATA_DIR", before);
    }
}

void TestDataFolder::missingProgramsAreNamed()
{
    for (const QStringList &folders : {QStringList(m_folder->path()), QStringList()}) {
        const auto found = findServerPrograms(folders);
        QVERIFY(!found.ok());
        QVERIFY(found.error().contains(
            QStringLiteral("apt-get install mariadb-server-core mariadb-client-core")));
        QVERIFY(found.error().contains(folders.value(0)));
    }
    QVERIFY(usualProgramFolders().contains(QStringLiteral("/usr/sbin")));
}

void TestDataFolder::fullDiskIsNamed()
{
    QVERIFY(checkFreeSpace(m_folder->path(), 1).ok());
    constexpr qint64 kExbibyte = 1LL << 60;
    const auto full = checkFreeSpace(m_folder->path(), kExbibyte);
    QVERIFY(!full.ok());
    QCOMPARE(full.error().kind, ServerFailure::Kind::DiskFull);
    QVERIFY(full.error().message.contains(m_folder->path()));
    QVERIFY(full.error().message.contains(QLocale().formattedDataSize(kExbibyte)));
}

void TestDataFolder::lastWordsAreTheErrors()
{
    QString log;
    for (int i = 1; i <= 7; ++i) {
        log += QStringLiteral("2026-01-01 0:00:00 0 [ERROR] fault %1\n").arg(i) +
               QStringLiteral("2026-01-01 0:00:00 0 [Note] all is well\n");
    }
    QCOMPARE(lastWords(log).size(), 5);
    QCOMPARE(lastWords(log).first(), QStringLiteral("fault 3"));
    QCOMPARE(lastWords(log).last(), QStringLiteral("fault 7"));
    QCOMPARE(lastWords(QStringLiteral("sh: not found\n\n")),
             QStringList(QStringLiteral("sh: not found")));
    QVERIFY(lastWords({}).isEmpty());

    const QString path = m_folder->filePath(QStringLiteral("server.log"));
    QVERIFY(lastWordsOfFile(path).isEmpty());
    write(path, log.toUtf8());
    QCOMPARE(lastWordsOfFile(path), lastWords(log));
    setLogAside(path);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(lastWordsOfFile(path + QStringLiteral(".old")), lastWords(log));
}

} // namespace tst_data_folder

STAMPEDE_TEST(tst_data_folder::TestDataFolder)
#include "tst_data_folder.moc"
