// Proves the architecture by its include lines: rooms point only where they may, the measuring
// rooms are free of Qt, core knows no widget; and that no file has outgrown its room.

#include "test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

namespace tst_house {

namespace {

const QString kRoot = QStringLiteral(STAMPEDE_SOURCE_DIR);

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator it(kRoot + QLatin1Char('/') + folder,
                    {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files << it.next();
    }
    return files;
}

/// What each room may include: itself and the rooms that it depends on.
const QHash<QString, QString> &allowedRooms()
{
    static const QHash<QString, QString> allowed = {
        {QStringLiteral("base"), QStringLiteral("base")},
        {QStringLiteral("files"), QStringLiteral("files base")},
        {QStringLiteral("text"), QStringLiteral("text base")},
        {QStringLiteral("measure"), QStringLiteral("measure base")},
        {QStringLiteral("checker"), QStringLiteral("checker measure base")},
        {QStringLiteral("hot_row"), QStringLiteral("hot_row measure base")},
        {QStringLiteral("load"), QStringLiteral("load measure base")},
        {QStringLiteral("relay"), QStringLiteral("relay base")},
        {QStringLiteral("journal"), QStringLiteral("journal load measure base")},
        {QStringLiteral("http"), QStringLiteral("http load measure base")},
        {QStringLiteral("scenario"), QStringLiteral("scenario files text base")},
        {QStringLiteral("database"), QStringLiteral("database files text base")},
        {QStringLiteral("issuance"),
         QStringLiteral("issuance database scenario load measure base")},
        {QStringLiteral("audit"),
         QStringLiteral("audit checker hot_row database scenario measure files text base")},
        {QStringLiteral("profile"), QStringLiteral("profile audit database scenario text base")},
        {QStringLiteral("import"),
         QStringLiteral("import checker http scenario measure files text base")},
        {QStringLiteral("run"),
         QStringLiteral("run import profile diagnosis audit checker issuance "
                        "database scenario http journal relay load hot_row "
                        "measure files text base")},
        {QStringLiteral("serve"),
         QStringLiteral("serve run issuance database scenario load measure text base")},
        {QStringLiteral("diagnosis"), QStringLiteral("diagnosis audit scenario measure text base")},
        {QStringLiteral("compare"), QStringLiteral("compare run audit scenario measure text base")},
        {QStringLiteral("report"), QStringLiteral("report compare diagnosis run profile audit "
                                                  "scenario hot_row measure files text base")},
        {QStringLiteral("archive"),
         QStringLiteral("archive run diagnosis audit database scenario hot_row measure text base")},
        {QStringLiteral("ui"), QStringLiteral("ui print archive report compare run profile "
                                              "diagnosis audit database scenario hot_row "
                                              "measure files text base")},
    };
    return allowed;
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsPointWhereTheyMay();
    void measuringRoomsAreFreeOfQt();
    void coreKnowsNoWidget();
    void windowOpensNoDatabase();
};

void TestHouse::roomsPointWhereTheyMay()
{
    static const QRegularExpression include(QStringLiteral("#include \"([^\"]+)\""));
    for (auto room = allowedRooms().constBegin(); room != allowedRooms().constEnd(); ++room) {
        const bool isWindow = room.key() == QLatin1String("ui");
        const QStringList files =
            sourcesUnder(isWindow ? room.key() : QStringLiteral("core/") + room.key());
        QVERIFY2(!files.isEmpty(), qPrintable(room.key()));
        const QStringList allowed = room.value().split(QLatin1Char(' '));
        for (const QString &path : files) {
            auto found = include.globalMatch(contentOf(path));
            while (found.hasNext()) {
                const QString header = found.next().captured(1);
                const bool ok = allowed.contains(header.section(QLatin1Char('/'), 0, 0)) ||
                                header.endsWith(QLatin1String(".moc"));
                QVERIFY2(ok, qPrintable(path + QStringLiteral(" includes ") + header));
            }
        }
    }
}

void TestHouse::measuringRoomsAreFreeOfQt()
{
    static const QRegularExpression qt(QStringLiteral("#include <Q|QString|Q_OBJECT"));
    for (const char *room : {"core/base", "core/measure", "core/checker", "core/hot_row",
                             "core/load", "core/relay", "core/journal"}) {
        for (const QString &path : sourcesUnder(QString::fromLatin1(room))) {
            QVERIFY2(!qt.match(contentOf(path)).hasMatch(), qPrintable(path));
        }
    }
}

void TestHouse::coreKnowsNoWidget()
{
    static const QRegularExpression gui(
        QStringLiteral("#include <Q(Widget|Application|Gui|Painter|Chart|Pixmap|Image|Font|Svg)"));
    for (const QString &path : sourcesUnder(QStringLiteral("core"))) {
        QVERIFY2(!gui.match(contentOf(path)).hasMatch(), qPrintable(path));
    }
}

void TestHouse::windowOpensNoDatabase()
{
    static const QRegularExpression sql(QStringLiteral(
        "#include <QSql|Connection::open|#include \"database/(?!database_url|data_folder)"));
    for (const QString &path : sourcesUnder(QStringLiteral("ui"))) {
        QVERIFY2(!sql.match(contentOf(path)).hasMatch(), qPrintable(path));
    }
}

} // namespace tst_house

STAMPEDE_TEST(tst_house::TestHouse)
#include "tst_house.moc"
