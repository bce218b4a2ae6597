// SPDX-License-Identifier: MIT
// Holds what the modules promise beyond the arrows of the build: measuring is free of Qt, core
// knows no widget, the window opens no database, the command line does without Qt Charts, and
// docs/architecture.md tells of every module.

#include "test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace tst_architecture {

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

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModuleIsExplained();
    void measuringModulesAreFreeOfQt();
    void coreKnowsNoWidget();
    void windowOpensNoDatabase();
    void commandLineIsWithoutQtCharts();
};

void TestArchitecture::everyModuleIsExplained()
{
    static const QRegularExpression list(QStringLiteral("IN ITEMS ([a-z_ ]+)\\)"));
    const auto found = list.match(contentOf(kRoot + QStringLiteral("/core/CMakeLists.txt")));
    QVERIFY(found.hasMatch());
    const QStringList modules = found.captured(1).split(QLatin1Char(' '));
    QVERIFY(modules.contains(QStringLiteral("record")));
    const QString page = contentOf(kRoot + QStringLiteral("/docs/architecture.md"));
    for (const QString &module : modules) {
        QVERIFY2(page.contains(QLatin1Char('`') + module + QLatin1Char('`')), qPrintable(module));
    }
}

void TestArchitecture::measuringModulesAreFreeOfQt()
{
    static const QRegularExpression qt(QStringLiteral("#include <Q|QString|Q_OBJECT"));
    for (const char *module : {"core/base", "core/measure", "core/checker", "core/hot_row",
                               "core/load", "core/relay", "core/journal"}) {
        for (const QString &path : sourcesUnder(QString::fromLatin1(module))) {
            QVERIFY2(!qt.match(contentOf(path)).hasMatch(), qPrintable(path));
        }
    }
}

void TestArchitecture::coreKnowsNoWidget()
{
    static const QRegularExpression gui(
        QStringLiteral("#include <Q(Widget|Application|Gui|Painter|Chart|Pixmap|Image|Font|Svg)"));
    for (const QString &path : sourcesUnder(QStringLiteral("core"))) {
        QVERIFY2(!gui.match(contentOf(path)).hasMatch(), qPrintable(path));
    }
}

void TestArchitecture::windowOpensNoDatabase()
{
    static const QRegularExpression sql(QStringLiteral(
        "#include <QSql|Connection::open|#include \"database/(?!database_url|data_folder)"));
    for (const QString &path : sourcesUnder(QStringLiteral("ui"))) {
        QVERIFY2(!sql.match(contentOf(path)).hasMatch(), qPrintable(path));
    }
}

// Qt Charts would put it under the GPL.
void TestArchitecture::commandLineIsWithoutQtCharts()
{
    QFile program(QStringLiteral(STAMPEDE_CLI));
    QVERIFY2(program.open(QIODevice::ReadOnly), qPrintable(program.fileName()));
    const QByteArray content = program.readAll();
    QVERIFY(content.contains("libQt6Core.so")); // the libraries that it needs are named in it
    QVERIFY(!content.contains("libQt6Charts"));
    static const QRegularExpression charts(QStringLiteral("Qt6::Charts|stampede::ui"));
    for (const char *folder : {"core", "print"}) {
        QDirIterator it(kRoot + QLatin1Char('/') + QLatin1String(folder),
                        {QStringLiteral("CMakeLists.txt")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            QVERIFY2(!charts.match(contentOf(path)).hasMatch(), qPrintable(path));
        }
    }
}

} // namespace tst_architecture

STAMPEDE_TEST(tst_architecture::TestArchitecture)
#include "tst_architecture.moc"
