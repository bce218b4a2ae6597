// SPDX-License-Identifier: MIT
#include "ui/demo/demo_panel.h"

#include "text/number_text.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr int kMargin = 16;
constexpr int kMarkSize = 18;
constexpr qreal kTitleFactor = 1.4;
constexpr qreal kMeaningFactor = 1.1;
constexpr qreal kMostWidening = 1.25; ///< with larger text

struct Button
{
    DemoAction action;
    const char *name;
    const char *words;
    bool isWide; ///< a line of its own
};

constexpr std::array kButtons = {
    Button{DemoAction::Race, "demoRace",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Show me the race"), true},
    Button{DemoAction::EveryOrder, "demoEveryOrder",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Every way these two can meet"), true},
    Button{DemoAction::RunAgain, "demoRunAgain",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Run again"), true},
    Button{DemoAction::Pause, "demoPause",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Pause 20 ms between reading and writing"),
           true},
    Button{DemoAction::PrivateServer, "demoPrivateServer",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Run on the private server"), true},
    Button{DemoAction::Encore, "demoEncore",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Same answers, different truth"), true},
    Button{DemoAction::Leave, "demoLeave",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Back to your scenario"), true},
    Button{DemoAction::RunStep, "demoRun",
           QT_TRANSLATE_NOOP("stampede::DemoPanel", "Run this step"), false},
    Button{DemoAction::Skip, "demoSkip", QT_TRANSLATE_NOOP("stampede::DemoPanel", "Skip (Esc)"),
           false},
    Button{DemoAction::Next, "demoNext", QT_TRANSLATE_NOOP("stampede::DemoPanel", "Next ▸"), false},
};

QLabel *wrapped(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

DemoPanel::DemoPanel(Demo &demo, Replay &replay, QWidget *parent)
    : QFrame(parent)
    , m_demo(demo)
    , m_replay(replay)
    , m_counter(new QLabel(this))
    , m_title(wrapped("demoTitle", this))
    , m_words(wrapped("demoWords", this))
    , m_table(new QWidget(this))
    , m_rows(new QGridLayout(m_table))
    , m_ledgerMark(new QLabel(this))
    , m_ledger(wrapped("demoLedger", this))
    , m_meaning(wrapped("demoMeaning", this))
    , m_limit(wrapped("demoLimit", this))
    , m_remark(wrapped("demoRemark", this))
    , m_slower(new QToolButton(this))
{
    setProperty("dock", true);
    setFixedWidth(kWidth);
    setObjectName(QStringLiteral("demoPanel"));
    m_table->setObjectName(QStringLiteral("demoTable"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 12, kMargin, 12);
    column->setSpacing(12);
    column->addWidget(makeHead());
    m_title->setFont(headingFont(font(), kTitleFactor));
    column->addWidget(m_title);
    column->addWidget(scrolling(makeText(), this), 1);
    column->addWidget(makeButtons());
    column->addWidget(makeFoot());
    connect(&m_demo, &Demo::changed, this, &DemoPanel::update);
    connect(&m_replay, &Replay::stateChanged, this, &DemoPanel::showSlowness);
    hide();
    update();
}

QWidget *DemoPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *name = new QLabel(tr("Guided demo"), head);
    name->setProperty("muted", true);
    m_counter->setProperty("muted", true);
    m_counter->setObjectName(QStringLiteral("demoCounter"));
    auto *close = new QToolButton(head);
    close->setObjectName(QStringLiteral("demoClose"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setMinimumSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
    close->setToolTip(tr("Close the demo: back to your scenario"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, &m_demo, &Demo::close);
    row->addWidget(name);
    row->addStretch(1);
    row->addWidget(m_counter);
    row->addWidget(close);
    return head;
}

QWidget *DemoPanel::makeText()
{
    auto *text = new QWidget;
    auto *column = new QVBoxLayout(text);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_words->setTextFormat(Qt::RichText);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setFont(headingFont(font(), kMeaningFactor));
    m_limit->setTextFormat(Qt::PlainText);
    m_remark->setProperty("muted", true);
    m_ledgerMark->setAlignment(Qt::AlignTop);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(4);
    auto *ledger = new QHBoxLayout;
    ledger->setSpacing(8);
    ledger->addWidget(m_ledgerMark);
    ledger->addWidget(m_ledger, 1);
    column->addWidget(m_words);
    column->addWidget(m_table);
    column->addLayout(ledger);
    column->addWidget(m_limit);
    column->addWidget(m_meaning);
    column->addWidget(m_remark);
    column->addStretch(1);
    return text;
}

QWidget *DemoPanel::makeButtons()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    for (const Button &each : kButtons) {
        auto *button = new QPushButton(tr(each.words), box);
        button->setObjectName(QString::fromLatin1(each.name));
        button->setMinimumHeight(AppStyle::kLeastTarget + 4);
        m_buttons.insert(static_cast<int>(each.action), button);
        connect(button, &QPushButton::clicked, &m_demo,
                [this, action = each.action] { m_demo.act(action); });
        if (each.isWide) {
            column->addWidget(button);
        } else {
            line->addWidget(button, 1);
        }
    }
    column->addLayout(line);
    return box;
}

QWidget *DemoPanel::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < kDemoSteps; ++i) {
        auto *dot = new QToolButton(foot);
        dot->setAutoRaise(true);
        dot->setMinimumSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
        dot->setObjectName(QStringLiteral("demoDot%1").arg(i + 1));
        dot->setToolTip(tr("Step %1: %2").arg(i + 1).arg(m_demo.titleOf(i)));
        dot->setAccessibleName(dot->toolTip());
        connect(dot, &QToolButton::clicked, &m_demo, [this, i] { m_demo.jumpTo(i); });
        m_dots << dot;
        row->addWidget(dot);
    }
    m_slower->setAutoRaise(true);
    m_slower->setMinimumHeight(AppStyle::kLeastTarget);
    m_slower->setObjectName(QStringLiteral("demoSlower"));
    m_slower->setToolTip(tr("Play it again in slow motion"));
    connect(m_slower, &QToolButton::clicked, &m_demo, &Demo::replayAgain);
    row->addStretch(1);
    row->addWidget(m_slower);
    return foot;
}

void DemoPanel::update()
{
    setVisible(m_demo.isOpen());
    if (!m_demo.isOpen()) {
        return;
    }
    setFixedWidth(qRound(kWidth * std::clamp(textFactor(), 1.0, kMostWidening)));
    const DemoCard card = m_demo.card();
    m_counter->setText(card.counter);
    m_title->setText(card.title);
    m_words->setText(card.words);
    showRows(card);
    const Theme &theme = Theme::current();
    const QColor verdict = card.isBroken ? theme.damage : theme.held;
    m_ledgerMark->setVisible(!card.ledger.isEmpty());
    m_ledgerMark->setPixmap(
        themedPixmap(card.isBroken ? QStringLiteral("broken") : QStringLiteral("held"), verdict,
                     kMarkSize, devicePixelRatioF()));
    const std::pair<QLabel *, QString> lines[] = {{m_ledger, card.ledger},
                                                  {m_limit, card.limit},
                                                  {m_meaning, card.meaning},
                                                  {m_remark, card.remark}};
    for (const auto &[label, words] : lines) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    }
    showActions(card.actions);
    showDots();
    showSlowness();
    announce(card);
}

void DemoPanel::showRows(const DemoCard &card)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_table->setVisible(!card.rows.isEmpty());
    if (card.rows.isEmpty()) {
        return;
    }
    int line = 0;
    const auto put = [&](int at, const QString &words, Qt::Alignment side) {
        auto *label = new QLabel(words, m_table);
        label->setProperty("muted", line == 0);
        m_rows->addWidget(label, line, at, side | Qt::AlignVCenter);
        return label;
    };
    const bool came = std::any_of(card.rows.begin(), card.rows.end(),
                                  [](const DemoRow &row) { return !row.came.isEmpty(); });
    put(1, tr("must"), Qt::AlignRight);
    put(2, came ? tr("came") : QString(), Qt::AlignRight);
    for (const DemoRow &row : card.rows) {
        ++line;
        put(0, row.name, Qt::AlignLeft);
        put(1, row.must, Qt::AlignRight);
        QLabel *figure = put(2, row.came, Qt::AlignRight);
        figure->setFont(headingFont(figure->font()));
        QLabel *mark = put(3,
                           row.came.isEmpty() ? QString()
                           : row.fits         ? QStringLiteral("✓")
                                              : QStringLiteral("✗"),
                           Qt::AlignLeft);
        mark->setProperty("fault", !row.fits);
        mark->setAccessibleName(row.fits ? tr("as it must be") : tr("not as it must be"));
    }
    m_rows->setColumnStretch(0, 1);
}

void DemoPanel::showActions(const QList<DemoAction> &actions)
{
    const QWidget *focus = QApplication::focusWidget();
    const bool isOurs = focus != nullptr && isAncestorOf(focus);
    if (isOurs) {
        setFocus(); // never on to the next widget where the button with the focus goes
    }
    for (auto it = m_buttons.constBegin(); it != m_buttons.constEnd(); ++it) {
        const auto action = static_cast<DemoAction>(it.key());
        const bool isFirst = !actions.isEmpty() && actions.constFirst() == action;
        it.value()->setVisible(actions.contains(action));
        setStyleProperty(it.value(), "filled", isFirst);
    }
    // Space presses what goes on, unless somebody types elsewhere.
    const bool types = !isOurs && qobject_cast<const QLineEdit *>(focus) != nullptr;
    if (!actions.isEmpty() && isVisible() && !types) {
        m_buttons.value(static_cast<int>(actions.constFirst()))->setFocus();
    }
}

void DemoPanel::showDots()
{
    for (int i = 0; i < m_dots.size(); ++i) {
        const bool isHere = i == m_demo.step();
        m_dots[i]->setText(isHere             ? QStringLiteral("◉")
                           : m_demo.isDone(i) ? QStringLiteral("●")
                                              : QStringLiteral("○"));
    }
}

void DemoPanel::showSlowness()
{
    const bool shows = m_demo.slowness() > 1 && (m_demo.state() == Demo::State::Replaying ||
                                                 m_demo.state() == Demo::State::After);
    m_slower->setVisible(shows && !m_demo.isEncore());
    m_slower->setText(tr("slower 1/%1").arg(m_replay.slowness()));
}

void DemoPanel::announce(const DemoCard &card)
{
    if (m_demo.state() == Demo::State::After) {
        stampede::announce(m_words, card.title);
    } else {
        m_words->setAccessibleName(card.title);
    }
}

void DemoPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    showActions(m_demo.card().actions);
}

void DemoPanel::retheme()
{
    update();
}

} // namespace stampede
