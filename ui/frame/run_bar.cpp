#include "ui/frame/run_bar.h"

#include "scenario/presets.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kBarHeight = 60;
constexpr int kIconSize = 18;
/// Puts the quieter line under the words of the button above it.
constexpr int kHintIndent = 30;
constexpr int kScenarioIndent = 8;

QLabel *mutedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("muted", true);
    return label;
}

} // namespace

RunBar::RunBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_scenario(new QToolButton(this))
    , m_scenarioHint(mutedLabel(this))
    , m_database(new QToolButton(this))
    , m_databaseHint(mutedLabel(this))
    , m_switches(new QWidget(this))
    , m_folded(new QToolButton(this))
    , m_run(new QPushButton(this))
{
    setProperty("bar", true);
    setFixedHeight(kBarHeight);
    m_protections = {
        Protection{QStringLiteral("service.layers.rowLock"), &Layers::rowLock, tr("Row lock"),
                   tr("One request at a time may read and change the stock; the others wait."),
                   tr("Requests read the same stock and write over each other. Expect coupons that "
                      "the stock never noticed.")},
        Protection{QStringLiteral("service.layers.duplicateCheck"), &Layers::duplicateCheck,
                   tr("Duplicate check"),
                   tr("A person who has the coupon is refused before anything is written."),
                   tr("Refusing a second coupon is left to the unique key. With the key on: no "
                      "damage, but every second try is written, fails and is undone.")},
        Protection{QStringLiteral("service.layers.uniqueKey"), &Layers::uniqueKey, tr("Unique key"),
                   tr("The database itself refuses a second row for one person."),
                   tr("Only the check stands between a person and a second coupon; without the row "
                      "lock it can be outrun.")},
    };

    auto *menu = new QMenu(m_scenario);
    fillScenarioMenu(*menu);
    m_scenario->setMenu(menu);
    m_scenario->setPopupMode(QToolButton::InstantPopup);
    m_scenario->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_scenario->setAutoRaise(true);
    m_scenario->setObjectName(QStringLiteral("scenarioButton"));
    QFont bold = font();
    bold.setBold(true);
    m_scenario->setFont(bold);

    m_database->setAutoRaise(true);
    m_database->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_database->setIconSize(QSize(kIconSize, kIconSize));
    m_database->setObjectName(QStringLiteral("databaseButton"));
    m_database->setToolTip(tr("Which database; click to choose another one."));
    connect(m_database, &QToolButton::clicked, this, &RunBar::databaseRequested);

    auto *switchRow = new QHBoxLayout(m_switches);
    switchRow->setContentsMargins(0, 0, 0, 0);
    auto *foldedMenu = new QMenu(m_folded);
    for (Protection &protection : m_protections) {
        protection.button = new QToolButton(m_switches);
        protection.button->setCheckable(true);
        protection.button->setProperty("protection", true);
        protection.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        protection.button->setObjectName(protection.path);
        protection.action = foldedMenu->addAction(protection.name);
        protection.action->setCheckable(true);
        switchRow->addWidget(protection.button);
        const auto change = [this, path = protection.path](bool on) { m_session.set(path, on); };
        connect(protection.button, &QToolButton::clicked, this, change);
        connect(protection.action, &QAction::triggered, this, change);
    }
    m_folded->setMenu(foldedMenu);
    m_folded->setPopupMode(QToolButton::InstantPopup);
    m_folded->setProperty("protection", true);
    m_folded->hide();

    m_run->setObjectName(QStringLiteral("runButton"));
    m_run->setMinimumWidth(112);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_session.isRunning()) {
            m_session.stop();
            update();
        } else {
            m_session.run();
        }
    });

    m_scenarioHint->setIndent(kScenarioIndent);
    m_databaseHint->setIndent(kHintIndent);
    auto *scenarioColumn = new QVBoxLayout;
    scenarioColumn->setSpacing(0);
    scenarioColumn->addWidget(m_scenario);
    scenarioColumn->addWidget(m_scenarioHint);
    auto *databaseColumn = new QVBoxLayout;
    databaseColumn->setSpacing(0);
    databaseColumn->addWidget(m_database);
    databaseColumn->addWidget(m_databaseHint);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(12);
    row->addLayout(scenarioColumn);
    row->addSpacing(16);
    row->addLayout(databaseColumn);
    row->addStretch(1);
    row->addWidget(m_switches);
    row->addWidget(m_folded);
    row->addWidget(m_run);

    connect(&m_session, &Session::scenarioChanged, this, &RunBar::update);
    connect(&m_session, &Session::standInChanged, this, &RunBar::update);
    connect(&m_session, &Session::databaseChanged, this, &RunBar::update);
    connect(&m_session, &Session::runStarted, this, &RunBar::update);
    connect(&m_session, &Session::phaseChanged, this, &RunBar::update);
    connect(&m_session, &Session::runEnded, this, &RunBar::update);
    update();
}

void RunBar::fillScenarioMenu(QMenu &menu)
{
    for (const Preset &preset : presets()) {
        QAction *action = menu.addAction(preset.title);
        connect(action, &QAction::triggered, this,
                [this, id = preset.id] { Q_EMIT presetRequested(id); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Open…")), &QAction::triggered, this, &RunBar::openRequested);
}

void RunBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showProtections();
}

/// A service of somebody else has protections of its own.
void RunBar::showProtections()
{
    const bool ours = m_session.activeScenario().target.kind != TargetKind::Http;
    m_switches->setVisible(ours && !m_narrow);
    m_folded->setVisible(ours && m_narrow);
}

void RunBar::focusRun()
{
    m_run->setFocus();
}

void RunBar::retheme()
{
    update();
}

void RunBar::showScenario()
{
    const bool standIn = m_session.hasStandIn();
    m_scenario->setEnabled(!m_session.isRunning() && !standIn);
    if (standIn) {
        m_scenario->setText(m_session.activeScenario().name);
        m_scenarioHint->setText(tr("of the guided demo; yours stays as it is"));
        return;
    }
    m_scenario->setText(m_session.value(QStringLiteral("name")).toString() +
                        (m_session.isChanged() ? QStringLiteral(" •") : QString()));
    m_scenarioHint->setText(m_session.presetId().isEmpty() ? m_session.filePath()
                                                           : m_session.presetId());
}

bool RunBar::isOn(const Protection &protection) const
{
    return m_session.hasStandIn() ? m_session.activeScenario().service.layers.*protection.layer
                                  : m_session.value(protection.path).toBool(true);
}

void RunBar::update()
{

    const Theme &theme = Theme::current();
    const bool running = m_session.isRunning();
    const bool standIn = m_session.hasStandIn();
    showScenario();
    int offCount = 0;
    for (Protection &protection : m_protections) {
        const bool on = isOn(protection);
        offCount += on ? 0 : 1;
        const QString words =
            on ? tr("%1 on").arg(protection.name) : tr("%1 off").arg(protection.name);
        protection.button->setChecked(on);
        protection.button->setText(words);
        protection.button->setToolTip(on ? protection.on : protection.off);
        setStyleProperty(protection.button, "off", !on);
        protection.button->setEnabled(!running && !standIn);
        protection.button->setIcon(
            themedIcon(on ? QStringLiteral("lock-closed") : QStringLiteral("lock-open"),
                       on ? theme.muted : theme.damage));
        protection.action->setChecked(on);
        protection.action->setToolTip(protection.button->toolTip());
    }
    showProtections();
    m_folded->setText(offCount == 0 ? tr("Protections: all on")
                                    : tr("Protections: %1 off").arg(offCount));
    m_folded->setEnabled(!running && !standIn);
    setStyleProperty(m_folded, "off", offCount > 0);
    m_run->setText(running ? tr("Stop") : tr("Run"));
    setStyleProperty(m_run, "filled", !running && !standIn);
    setStyleProperty(m_run, "stops", running);
    m_run->setIcon(running
                       ? themedIcon(QStringLiteral("stop"), theme.damage)
                       : themedIcon(QStringLiteral("run"), standIn ? theme.text : theme.onFilled));
    m_run->setEnabled(running || m_session.mayRun());
    m_run->setToolTip(m_session.faults().isEmpty()
                          ? tr("Ctrl+R")
                          : tr("%1 settings are not possible yet").arg(m_session.faults().size()));
    updateDatabase();
}

void RunBar::updateDatabase()
{
    const bool managed = m_session.host().url().kind == DatabaseUrl::Kind::Managed;
    m_database->setText(managed ? tr("Private MariaDB") : m_session.host().databaseName());
    const auto record = m_session.record();
    QString icon = QStringLiteral("absent");
    QString hint = tr("not started");
    if (m_session.fault()) {
        hint = tr("not reachable");
    } else if (m_session.isRunning() && m_session.phase() == Phase::Prepare) {
        icon = QStringLiteral("starting");
        hint = tr("starting");
    } else if (record || m_session.isRunning()) {
        icon = QStringLiteral("ready");
        hint = record ? record->environment.database.version : tr("ready");
    }
    m_databaseHint->setText(hint);
    m_database->setIcon(themedIcon(icon, Theme::current().muted));
    m_database->setAccessibleDescription(hint);
}

} // namespace stampede
