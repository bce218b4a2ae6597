// SPDX-License-Identifier: MIT
// Proves that what the window remembers is there at the next start, and nothing where it must not
// remember.

#include "test_program.h"
#include "ui/session/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_settings {

using namespace stampede;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void nonsenseIsNotTaken();
    void recentFilesThatAreThereComeFirst();
    void withoutAFileNothingIsKept();

private:
    static QString makeFile(const QString &path)
    {
        QFile file(path);
        STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
        return path;
    }
};

void TestSettings::everythingComesBack()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    {
        Settings settings(file);
        QVERIFY(settings.geometry().isEmpty());
        QCOMPARE(settings.theme(), ThemeMode::System);
        QCOMPARE(settings.textFactor(), 1.0);
        QVERIFY(settings.lastScenario().isEmpty());
        settings.setGeometry(QByteArray("place"));
        settings.setPage(4);
        settings.setTheme(ThemeMode::Contrast);
        settings.setLanguage(QStringLiteral("ko"));
        settings.setTextFactor(1.3);
        settings.setLiveCharts({QStringLiteral("story"), QStringLiteral("errors")});
        settings.setPanels(QStringLiteral("audit"), QByteArray("widths"));
        settings.noteScenario(QStringLiteral("sold-out"), {});
        settings.trustHost(QStringLiteral("staging.example.com"));
        settings.trustHost(QStringLiteral("staging.example.com"));
    }
    const Settings settings(file);
    QCOMPARE(settings.geometry(), QByteArray("place"));
    QCOMPARE(settings.page(), 4);
    QCOMPARE(settings.theme(), ThemeMode::Contrast);
    QCOMPARE(settings.language(), QStringLiteral("ko"));
    QCOMPARE(settings.textFactor(), 1.3);
    QCOMPARE(settings.liveCharts(),
             QStringList({QStringLiteral("story"), QStringLiteral("errors")}));
    QCOMPARE(settings.panels(QStringLiteral("audit")), QByteArray("widths"));
    QCOMPARE(settings.lastScenario(), QStringLiteral("sold-out"));
    QCOMPARE(settings.trustedHosts(), QStringList{QStringLiteral("staging.example.com")});
}

void TestSettings::nonsenseIsNotTaken()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\npage=77\ntheme=pink\ntext=90\n[scenario]\nlast=/nowhere/x.json\n");
    file.close();
    const Settings settings(path);
    QCOMPARE(settings.page(), 0);
    QCOMPARE(settings.theme(), ThemeMode::System);
    QCOMPARE(settings.textFactor(), Settings::kMostTextFactor);
    QVERIFY(settings.lastScenario().isEmpty());
}

void TestSettings::recentFilesThatAreThereComeFirst()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("window.ini")));
    QStringList paths;
    for (int i = 0; i < Settings::kMostRecent + 2; ++i) {
        paths << makeFile(folder.filePath(QStringLiteral("%1.stampede.json").arg(i)));
        settings.noteScenario({}, paths.constLast());
    }
    settings.noteScenario({}, paths.at(5));
    QCOMPARE(settings.lastScenario(), paths.at(5));
    QCOMPARE(settings.recentFiles().size(), Settings::kMostRecent);
    QCOMPARE(settings.recentFiles().at(0), paths.at(5));
    QCOMPARE(settings.recentFiles().at(1), paths.constLast());
    QVERIFY(QFile::remove(paths.at(5)));
    QCOMPARE(settings.recentFiles().constFirst(), paths.constLast());
    QCOMPARE(settings.recentFiles().constLast(), paths.at(5));
    QVERIFY(settings.lastScenario().isEmpty());
    settings.forgetRecentFiles();
    QVERIFY(settings.recentFiles().isEmpty());
}

void TestSettings::withoutAFileNothingIsKept()
{
    {
        Settings settings;
        settings.setPage(3);
        QCOMPARE(settings.page(), 3);
    }
    const Settings settings;
    QCOMPARE(settings.page(), 0);
}

} // namespace tst_settings

STAMPEDE_TEST(tst_settings::TestSettings)
#include "tst_settings.moc"
