// Proves that a data folder belongs to one user at a time, that folders of others are refused by
// name and left as they are, that a broken-off installation is thrown away, and that what keeps a
// server from starting is said in words.

#include "database/data_folder.h"
#include "database/server_log.h"
#include "database/server_programs.h"
#include "database/server_start.h"
#include "database/socket_folder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <QDir>
#include <QFile>

#include <unistd.h>

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

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_data_folder.moc"
