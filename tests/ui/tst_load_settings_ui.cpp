// SPDX-License-Identifier: MIT
// Proves that every shape of the load and every way of choosing people can be set up by hand: the
// fields that it needs are there, nothing that it has no use for stays behind as a fault, and the
// stages are typed in k6's short form; and that the rate of an open model can be changed while it
// runs, which the record keeps.

#include "database/database_url.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/live/rate_slider.h"
#include "ui/look/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QTest>

#include <memory>

namespace tst_load_settings_ui {

using namespace stampede;
using test::TestDatabase;

class TestLoadSettingsUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyShape_data();
    void everyShape();
    void everyPick_data();
    void everyPick();
    void stagesAreTyped();
    void theRateIsChanged();
    void ratesAreWrittenOut_data();
    void ratesAreWrittenOut();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QString::fromLatin1(name));
        return found;
    }
    void choose(const char *setting, const QString &key) const
    {
        auto *box = child<QComboBox>(setting);
        box->setFocus();
        const int wanted = box->findData(key);
        QVERIFY(wanted >= 0);
        // As a person with a keyboard does.
        while (box->currentIndex() < wanted) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        while (box->currentIndex() > wanted) {
            QTest::keyClick(box, Qt::Key_Up);
        }
    }
    [[nodiscard]] QStringList shown(const QStringList &settings) const
    {
        QStringList there;
        for (const QString &setting : settings) {
            const auto *field = m_window->findChild<QWidget *>(setting);
            if (field != nullptr && field->isVisible()) {
                there << setting.section(QLatin1Char('.'), 1);
            }
        }
        return there;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestLoadSettingsUi::initTestCase()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Light);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestLoadSettingsUi::everyShape_data()
{
    QTest::addColumn<QString>("fields");
    const auto row = [](const char *model, const char *fields) {
        QTest::newRow(model) << QString::fromLatin1(fields);
    };
    row("constant-vus", "vus duration thinkTime");
    row("ramping-vus", "vus stages thinkTime");
    row("constant-arrival-rate", "vus rate duration");
    row("ramping-arrival-rate", "vus rate stages");
    row("burst", "vus duration");
    row("per-vu-iterations", "vus iterations duration thinkTime");
    row("shared-iterations", "vus iterations duration thinkTime");
}

void TestLoadSettingsUi::everyShape()
{
    QFETCH(QString, fields);
    choose("load.model", QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(m_session->faults().isEmpty(),
             qPrintable(m_session->faults().isEmpty() ? QString() : m_session->faults().first()));
    QCOMPARE(shown({QStringLiteral("load.vus"), QStringLiteral("load.iterations"),
                    QStringLiteral("load.rate"), QStringLiteral("load.stages"),
                    QStringLiteral("load.duration"), QStringLiteral("load.thinkTime")})
                 .join(QLatin1Char(' ')),
             fields);
}

void TestLoadSettingsUi::everyPick_data()
{
    QTest::addColumn<QString>("fields");
    QTest::newRow("fixed") << QStringLiteral("fixedUser");
    QTest::newRow("zipf") << QStringLiteral("exponent");
    QTest::newRow("file") << QStringLiteral("path");
    QTest::newRow("each-once") << QString();
    QTest::newRow("random") << QString();
}

void TestLoadSettingsUi::everyPick()
{
    QFETCH(QString, fields);
    choose("users.pick", QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(shown({QStringLiteral("users.fixedUser"), QStringLiteral("users.exponent"),
                    QStringLiteral("users.path")})
                 .join(QLatin1Char(' ')),
             fields);
    // A file has to be named; everything else is complete at once.
    QCOMPARE(m_session->faults().keys().join(QLatin1Char(' ')),
             fields == QLatin1String("path") ? QStringLiteral("users.path") : QString());
}

void TestLoadSettingsUi::stagesAreTyped()
{
    choose("load.model", QStringLiteral("ramping-arrival-rate"));
    auto *stages = child<QLineEdit>("load.stages");
    stages->setFocus();
    stages->selectAll();
    QTest::keyClicks(stages, QStringLiteral("1s:50, 1s:"));
    QVERIFY(m_session->faults().contains(QStringLiteral("load.stages")));
    QTest::keyClicks(stages, QStringLiteral("150"));
    QVERIFY(m_session->faults().isEmpty());
    QCOMPARE(stages->text(), QStringLiteral("1s:50, 1s:150"));
    // From the 60 a second that the constant rate brought: 55 in the first second, 100 in the
    // other.
    QCOMPARE(m_session->scenario().plannedRequests(), 155);
}

void TestLoadSettingsUi::theRateIsChanged()
{
    choose("load.model", QStringLiteral("constant-arrival-rate"));
    m_session->set(QStringLiteral("load.rate"), 10);
    m_session->set(QStringLiteral("load.duration"), QStringLiteral("20s"));
    QVERIFY(m_session->faults().isEmpty());
    auto *slider = child<QSlider>("rateSlider");
    QVERIFY(!slider->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(slider->isVisible() && slider->isEnabled(), 60'000);
    QCOMPARE(child<QLabel>("rateFigure")->text(), QStringLiteral("10/s"));
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageUp);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->progress().live.rate > 10, 60'000);
    const double rate = m_session->progress().live.rate;
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>("rateFigure")->text(), QStringLiteral("%1/s").arg(rate),
                              60'000);
    m_session->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY(!slider->isVisible());
    const auto record = m_session->record();
    QVERIFY(record);
    QCOMPARE(record->generator.rateChanges.size(), std::size_t{1});
    QCOMPARE(record->generator.rateChanges.front().perSecond, rate);
}

void TestLoadSettingsUi::ratesAreWrittenOut_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("figure");
    QTest::newRow("a part") << 2.5 << QStringLiteral("2.5/s");
    QTest::newRow("whole") << 60.0 << QStringLiteral("60/s");
    QTest::newRow("thousands") << 4400.0 << QStringLiteral("4,400/s");
    QTest::newRow("the highest") << 10'000.0 << QStringLiteral("10,000/s");
}

void TestLoadSettingsUi::ratesAreWrittenOut()
{
    QFETCH(const double, rate);
    QFETCH(const QString, figure);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    RateSlider slider;
    slider.setRate(rate);
    QCOMPARE(slider.findChild<QLabel *>(QStringLiteral("rateFigure"))->text(), figure);
    QLocale::setDefault(QLocale::c());
}

} // namespace tst_load_settings_ui

STAMPEDE_TEST(tst_load_settings_ui::TestLoadSettingsUi)
#include "tst_load_settings_ui.moc"
