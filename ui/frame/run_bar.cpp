// SPDX-License-Identifier: MIT
#include "ui/frame/run_bar.h"

#include "scenario/presets.h"
#include "ui/frame/protections.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kButtonHeight = 30;
constexpr int kLineGap = 4;
constexpr int kButtonIconSize = 18;
/// Puts the quieter line under the words of the button above it.
constexpr int kHintIndent = 31;
constexpr int kButtonPadding = 8;
constexpr int kScenarioIndent = 15;
constexpr int kScenarioWidth = 276;

QColor lightColor(const QString &icon)
{
    const Theme &theme = Theme::current();
    return icon == QLatin1String("ready") ? theme.held : theme.muted;
}

} // namespace

RunBar::RunBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_scenario(new QToolButton(this))
    , m_scenarioHint(new ElidedLabel(this))
    , m_database(new QToolButton(this))
    , m_databaseHint(new QLabel(this))
    , m_protections(new Protections(session, this))
    , m_run(new QPushButton(this))
{
    setProperty("bar", true);
    auto *menu = new QMenu(m_scenario);
    fillScenarioMenu(*menu);
    m_scenario->setMenu(menu);
    m_scenario->setPopupMode(QToolButton::InstantPopup);
    m_scenario->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_scenario->setProperty("ownArrow", true);
    m_scenario->setObjectName(QStringLiteral("scenarioButton"));
    m_scenario->setFont(typeFont(TextRole::Heading));
    m_scenarioHint->setObjectName(QStringLiteral("scenarioHint"));
    m_scenarioHint->setProperty("muted", true);
    m_scenarioHint->setElision(Qt::ElideMiddle); // of a path the file's name says most

    m_database->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_database->setIconSize(QSize(kButtonIconSize, kButtonIconSize));
    m_database->setObjectName(QStringLiteral("databaseButton"));
    m_database->setToolTip(tr("Which database; click to choose another one."));
    m_databaseHint->setObjectName(QStringLiteral("databaseHint"));
    m_databaseHint->setProperty("muted", true);
    connect(m_database, &QToolButton::clicked, this, &RunBar::databaseRequested);

    m_run->setObjectName(QStringLiteral("runButton"));
    connect(m_run, &QPushButton::clicked, this, &RunBar::pressRun);
    layOut();

    connect(&m_session, &Session::scenarioChanged, this, &RunBar::update);
    connect(&m_session, &Session::standInChanged, this, &RunBar::update);
    connect(&m_session, &Session::databaseChanged, this, &RunBar::update);
    connect(&m_session, &Session::runStarted, this, &RunBar::update);
    connect(&m_session, &Session::phaseChanged, this, &RunBar::update);
    connect(&m_session, &Session::stopping, this, &RunBar::update);
    connect(&m_session, &Session::runEnded, this, &RunBar::update);
    update();
}

void RunBar::layOut()
{
    m_scenarioHint->setIndent(kScenarioIndent);
    m_databaseHint->setIndent(kHintIndent);
    m_scenario->setMaximumWidth(kScenarioWidth);
    m_scenarioHint->setFixedWidth(kScenarioWidth);
    // As high and as far above their small line as the protections.
    m_scenario->setMinimumHeight(kButtonHeight);
    m_database->setMinimumHeight(kButtonHeight);
    auto *scenarioColumn = new QVBoxLayout;
    scenarioColumn->setSpacing(kLineGap);
    scenarioColumn->addWidget(m_scenario, 0, Qt::AlignLeft);
    scenarioColumn->addWidget(m_scenarioHint);
    auto *databaseColumn = new QVBoxLayout;
    databaseColumn->setSpacing(kLineGap);
    databaseColumn->addWidget(m_database, 0, Qt::AlignLeft);
    databaseColumn->addWidget(m_databaseHint);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 16, 6);
    row->setSpacing(16);
    row->addLayout(scenarioColumn);
    row->addLayout(databaseColumn);
    row->addWidget(m_protections, 1);
    row->addWidget(m_run);
    setNarrow(false);
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
    m_protections->setNarrow(narrow);
}

void RunBar::focusRun()
{
    m_run->setFocus();
}

void RunBar::retheme()
{
    m_protections->retheme();
    update();
}

void RunBar::pressRun()
{
    if (m_session.isRunning()) {
        m_session.stop();
    } else {
        m_session.run();
    }
}

void RunBar::update()
{
    updateScenario();
    updateRun();
    updateDatabase();
}

void RunBar::updateScenario()
{
    const bool standIn = m_session.hasStandIn();
    const bool changed = m_session.isChanged() && !standIn;
    const QString name = shownName(standIn ? m_session.activeScenario().name
                                           : m_session.value(QStringLiteral("name")).toString());
    const QString mark = standIn   ? QString()
                         : changed ? QStringLiteral(" ▾ •")
                                   : QStringLiteral(" ▾");
    const QFontMetrics metrics(m_scenario->font());
    const int room = m_scenario->maximumWidth() - 2 * kButtonPadding -
                     metrics.horizontalAdvance(QStringLiteral(" ▾ •")) - 8;
    m_scenario->setText(metrics.elidedText(name, Qt::ElideRight, room) + mark);
    m_scenario->setToolTip(changed ? tr("%1, changed").arg(name) : name);
    m_scenario->setAccessibleName(tr("Scenario: %1").arg(m_scenario->toolTip()));
    m_scenario->setEnabled(!m_session.isRunning() && !standIn);
    m_scenarioHint->setWhole(standIn ? tr("of the guided demo; yours stays as it is")
                             : m_session.filePath().isEmpty() ? m_session.presetId()
                                                              : m_session.filePath());
}

void RunBar::updateRun()
{
    const Theme &theme = Theme::current();
    const bool running = m_session.isRunning();
    const bool standIn = m_session.hasStandIn();
    const bool stopping = m_session.isStopping();
    m_run->setText(!running ? tr("Run") : stopping ? tr("Stop now") : tr("Stop"));
    setStyleProperty(m_run, "filled", !running && !standIn);
    setStyleProperty(m_run, "stops", running);
    const QColor &ink = standIn              ? theme.text
                        : m_session.mayRun() ? theme.onFilled
                                             : theme.disabled; // there it is filled with nothing
    m_run->setIcon(running ? themedIcon(QStringLiteral("stop"), theme.damage)
                           : themedIcon(QStringLiteral("run"), ink));
    m_run->setEnabled(running || m_session.mayRun());
    const auto faults = m_session.faults().size();
    if (running) {
        m_run->setToolTip(stopping ? tr("Stop now, without audit")
                                   : tr("What ran will be audited (Ctrl+.)"));
    } else if (faults == 0) {
        m_run->setToolTip(tr("Ctrl+R"));
    } else {
        m_run->setToolTip(faults == 1 ? tr("1 setting is not possible yet")
                                      : tr("%1 settings are not possible yet").arg(faults));
    }
    // As wide for every word, so that nothing moves when the run begins.
    int widest = 0;
    const QFontMetrics metrics(m_run->font());
    for (const QString &word : {tr("Run"), tr("Stop"), tr("Stop now")}) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    m_run->setFixedWidth(widest + 72);
}

void RunBar::updateDatabase()
{
    const TargetSettings &target = m_session.activeScenario().target;
    const bool isHttp = target.kind == TargetKind::Http;
    const bool isNone = isHttp && target.audit.rows == TargetRows::None;
    const DatabaseHost &host = m_session.host();
    if (isNone) {
        m_database->setText(tr("No database"));
    } else if (isHttp && target.audit.rows == TargetRows::Profile) {
        const auto theirs = parseDatabaseUrl(target.audit.database);
        m_database->setText(theirs && !theirs.value().database.isEmpty() ? theirs.value().database
                                                                         : tr("Their database"));
    } else {
        m_database->setText(host.url().kind == DatabaseUrl::Kind::Managed ? tr("Private MariaDB")
                                                                          : host.databaseName());
    }
    const auto record = m_session.record();
    const auto &fault = m_session.fault();
    const bool outOfReach =
        fault && (fault->kind == FaultKind::Database || fault->kind == FaultKind::ServerFailed ||
                  fault->kind == FaultKind::NotInstalled);
    QString icon = QStringLiteral("absent");
    // Only the private server is started by us.
    const bool isOurs = (!isHttp || target.audit.rows == TargetRows::Serve) &&
                        host.url().kind == DatabaseUrl::Kind::Managed;
    QString hint = isOurs ? tr("not started yet") : tr("not looked at yet");
    if (outOfReach) {
        hint = tr("not reachable");
    } else if (m_session.isRunning() && m_session.phase() == Phase::Prepare) {
        icon = QStringLiteral("starting");
        hint = tr("starting");
    } else if (record || m_session.isRunning()) {
        icon = QStringLiteral("ready");
        const QString version = record ? record->environment.database.version : QString();
        hint = version.isEmpty() ? tr("ready") : version;
    }
    if (isNone) {
        icon = QStringLiteral("absent");
        hint = tr("answers only");
    }
    m_databaseHint->setText(hint);
    m_database->setIcon(themedIcon(icon, outOfReach ? Theme::current().damage : lightColor(icon)));
    m_database->setAccessibleName(tr("Database: %1, %2").arg(m_database->text(), hint));
}

} // namespace stampede
