// SPDX-License-Identifier: MIT
#include "ui/frame/protections.h"

#include "ui/look/theme.h"
#include "ui/session/strategy_text.h"
#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLayerIconSize = 16;
constexpr int kLockSize = 12;
/// Puts the line below under the words of the first switch.
constexpr int kIndent = 2;

} // namespace

Protections::Protections(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_switches({
          Switch{QStringLiteral("service.layers.rowLock"), &Layers::rowLock, tr("Row lock"),
                 tr("One request at a time may read and change the stock; the others wait."),
                 tr("Requests read the same stock and write over each other. Expect coupons that "
                    "the stock never noticed.")},
          Switch{QStringLiteral("service.layers.duplicateCheck"), &Layers::duplicateCheck,
                 tr("Duplicate check"),
                 tr("A person who has the coupon is refused before anything is written."),
                 tr("Refusing a second coupon is left to the unique key. With the key on: no "
                    "damage, but every second try is written, fails and is undone.")},
          Switch{QStringLiteral("service.layers.uniqueKey"), &Layers::uniqueKey, tr("Unique key"),
                 tr("The database itself refuses a second row for one person."),
                 tr("Only the check stands between a person and a second coupon; without the row "
                    "lock it can be outrun.")},
      })
    , m_row(new QWidget(this))
    , m_folded(new QToolButton(this))
    , m_foreign(new QLabel(tr("Your service · its database is only read"), this))
    , m_locked(new QLabel(this))
    , m_strategy(new QLabel(this))
    , m_sentence(new ElidedLabel(this))
{
    addSwitches();
    layOut();
    connect(&m_session, &Session::scenarioChanged, this, &Protections::refresh);
    connect(&m_session, &Session::standInChanged, this, &Protections::refresh);
    connect(&m_session, &Session::runStarted, this, &Protections::refresh);
    connect(&m_session, &Session::runEnded, this, &Protections::refresh);
    refresh();
}

void Protections::addSwitches()
{
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *menu = new QMenu(m_folded);
    menu->setToolTipsVisible(true);
    for (Switch &each : m_switches) {
        each.button = new QToolButton(m_row);
        each.button->setCheckable(true);
        each.button->setProperty("protection", true);
        each.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        each.button->setIconSize(QSize(kLayerIconSize, kLayerIconSize));
        each.button->setObjectName(each.path);
        each.button->installEventFilter(this);
        each.action = menu->addAction(each.name);
        each.action->setCheckable(true);
        row->addWidget(each.button);
        const auto change = [this, path = each.path](bool on) { m_session.set(path, on); };
        connect(each.button, &QToolButton::clicked, this, change);
        connect(each.action, &QAction::triggered, this, change);
        connect(each.action, &QAction::hovered, this, [this, shown = &each] {
            m_pointedAt = shown;
            showSentence();
        });
    }
    row->addStretch(1);
    m_folded->setMenu(menu);
    connect(menu, &QMenu::aboutToHide, this, [this] {
        m_pointedAt = nullptr;
        showSentence();
    });
}

void Protections::layOut()
{
    m_folded->setObjectName(QStringLiteral("protectionsButton"));
    m_folded->setPopupMode(QToolButton::InstantPopup);
    m_folded->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_folded->setIconSize(QSize(kLayerIconSize, kLayerIconSize));
    m_folded->setProperty("protection", true);
    m_folded->setProperty("ownArrow", true);
    m_foreign->setObjectName(QStringLiteral("foreignService"));
    m_foreign->setWordWrap(true);
    m_strategy->setObjectName(QStringLiteral("strategy"));
    m_strategy->setProperty("muted", true);
    m_strategy->setIndent(kIndent);
    m_sentence->setObjectName(QStringLiteral("protectionSentence"));
    m_sentence->setProperty("muted", true);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_locked);
    line->addWidget(m_strategy);
    line->addWidget(m_sentence, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_row);
    column->addWidget(m_folded, 0, Qt::AlignLeft);
    column->addWidget(m_foreign);
    column->addLayout(line);
}

QString Protections::together(bool rowLock, bool duplicateCheck, bool uniqueKey)
{
    if (rowLock && duplicateCheck && uniqueKey) {
        return tr("This is the reference. Nothing should be able to go wrong.");
    }
    if (!duplicateCheck && !uniqueKey) {
        return rowLock ? tr("Stock adds up. People will hold several.")
                       : tr("Nothing adds up. No request is refused for the right reason.");
    }
    if (!rowLock) {
        return uniqueKey ? tr("Stock will not add up. One coupon per person still holds.")
                         : tr("Stock will not add up. Without the key the check can be outrun.");
    }
    return uniqueKey ? tr("No damage; more work for the database.")
                     : tr("No damage while the lock is on; nothing at the database would stop it.");
}

bool Protections::isOn(const Switch &each) const
{
    return m_session.hasStandIn() ? m_session.activeScenario().service.layers.*each.layer
                                  : m_session.value(each.path).toBool(true);
}

bool Protections::isOurs() const
{
    return m_session.activeScenario().target.kind != TargetKind::Http;
}

QString Protections::whyNot() const
{
    if (m_session.isRunning()) {
        return tr("Locked while a run goes on.");
    }
    if (m_session.hasStandIn()) {
        return tr("The guided demo sets them.");
    }
    const QString strategy = m_session.value(QStringLiteral("service.strategy")).toString();
    if (!strategy.isEmpty() && strategy != strategyKey(StrategyKind::Pessimistic)) {
        return tr("Switches belong to the reference strategy.");
    }
    return {};
}

void Protections::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refresh();
}

void Protections::refresh()
{
    const Theme &theme = Theme::current();
    const QString why = whyNot();
    const bool ours = isOurs();
    for (Switch &each : m_switches) {
        refreshSwitch(each, why.isEmpty(), why);
    }
    const auto offCount = std::count_if(m_switches.begin(), m_switches.end(),
                                        [this](const Switch &each) { return !isOn(each); });
    const QString words =
        offCount == 0 ? tr("Protections: all on") : tr("Protections: %1 off").arg(offCount);
    m_folded->setText(words + QStringLiteral(" ▾"));
    m_folded->setAccessibleName(words);
    m_folded->setIcon(
        themedIcon(offCount == 0 ? QStringLiteral("lock-closed") : QStringLiteral("lock-open"),
                   offCount == 0 ? theme.muted : theme.damage));
    m_folded->setEnabled(why.isEmpty());
    setStyleProperty(m_folded, "off", offCount > 0);
    m_row->setVisible(ours && !m_narrow);
    m_folded->setVisible(ours && m_narrow);
    m_foreign->setVisible(!ours);
    const StrategyKind strategy =
        m_session.hasStandIn()
            ? m_session.activeScenario().service.strategy
            : strategyOf(m_session.value(QStringLiteral("service.strategy")).toString());
    m_strategy->setText(strategyName(strategy) + QStringLiteral("  ·"));
    m_strategy->setToolTip(strategyGist(strategy));
    m_strategy->setVisible(ours && !m_narrow);
    m_locked->setVisible(ours && m_session.isRunning());
    m_locked->setPixmap(
        themedPixmap(QStringLiteral("lock-closed"), theme.muted, kLockSize, devicePixelRatioF()));
    m_sentence->setVisible(ours);
    showSentence();
}

void Protections::refreshSwitch(Switch &each, bool enabled, const QString &why)
{
    const Theme &theme = Theme::current();
    const bool on = isOn(each);
    const QString words[] = {tr("%1 off").arg(each.name), tr("%1 on").arg(each.name)};
    each.button->setChecked(on);
    each.button->setText(words[on ? 1 : 0]);
    each.button->setToolTip(why.isEmpty() ? (on ? each.on : each.off) : why);
    each.button->setAccessibleName(words[on ? 1 : 0]);
    each.button->setAccessibleDescription(on ? each.on : each.off);
    setStyleProperty(each.button, "off", !on);
    each.button->setEnabled(enabled);
    each.button->setIcon(
        themedIcon(on ? QStringLiteral("lock-closed") : QStringLiteral("lock-open"),
                   on ? theme.muted : theme.damage));
    each.action->setChecked(on);
    each.action->setEnabled(enabled);
    each.action->setToolTip(on ? each.on : each.off);
}

void Protections::showSentence()
{
    if (m_pointedAt != nullptr) {
        m_sentence->setWhole(isOn(*m_pointedAt) ? m_pointedAt->on : m_pointedAt->off);
        return;
    }
    const QString why = whyNot();
    m_sentence->setWhole(
        why.isEmpty() ? together(isOn(m_switches[0]), isOn(m_switches[1]), isOn(m_switches[2]))
                      : why);
}

bool Protections::eventFilter(QObject *watched, QEvent *event)
{
    const auto each = std::find_if(m_switches.begin(), m_switches.end(),
                                   [watched](const Switch &one) { return one.button == watched; });
    if (each != m_switches.end()) {
        if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
            m_pointedAt = each;
            showSentence();
        } else if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
            m_pointedAt = nullptr;
            showSentence();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace stampede
