// SPDX-License-Identifier: MIT
#include "ui/audit/why_tab.h"

#include "text/number_text.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kIconSize = 20;
constexpr int kBesideBar = 8; ///< between the cards and a scroll bar
constexpr qreal kHeadlineSize = 13;

QString verdictWord(HypothesisVerdict verdict)
{
    switch (verdict) {
    case HypothesisVerdict::Explains:
        return WhyTab::tr("Explains it");
    case HypothesisVerdict::RuledOut:
        return WhyTab::tr("Ruled out");
    case HypothesisVerdict::Undecided:
        return WhyTab::tr("Cannot tell");
    }
    return {};
}

QString verdictMark(HypothesisVerdict verdict)
{
    switch (verdict) {
    case HypothesisVerdict::Explains:
        return QStringLiteral("explains");
    case HypothesisVerdict::RuledOut:
        return QStringLiteral("skipped");
    case HypothesisVerdict::Undecided:
        return QStringLiteral("unknown");
    }
    return {};
}

void clear(QVBoxLayout &column)
{
    while (QLayoutItem *item = column.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

WhyTab::WhyTab(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_list(new QWidget)
    , m_column(nullptr)
    , m_fold(new QToolButton)
    , m_folded(new QWidget)
    , m_foldedColumn(new QVBoxLayout(m_folded))
{
    QFont large = font();
    large.setPointSizeF(kHeadlineSize);
    m_headline->setFont(large);
    m_headline->setWordWrap(true);
    m_headline->setObjectName(QStringLiteral("whyHeadline"));
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fold->setProperty("section", true);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setObjectName(QStringLiteral("whyRuledOut"));
    m_foldedColumn->setContentsMargins(0, 0, 0, 0);
    m_foldedColumn->setSpacing(6);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_folded->setVisible(open);
    });
    m_fold->setArrowType(Qt::RightArrow);
    m_folded->hide();

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("why"));
    content->setStyleSheet(QStringLiteral("#why { background: transparent; }"));
    auto *all = new QVBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    m_column = new QVBoxLayout(m_list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    all->addWidget(m_list);
    all->addWidget(m_fold);
    all->addWidget(m_folded);
    all->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, all,
            [all](int, int most) { all->setContentsMargins(0, 0, most > 0 ? kBesideBar : 0, 0); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_headline);
    column->addWidget(scroll, 1);
}

QWidget *WhyTab::makeCard(const Hypothesis &hypothesis)
{
    const Theme &theme = Theme::current();
    const bool explains = hypothesis.verdict == HypothesisVerdict::Explains;
    auto *card = new QFrame;
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("hypothesis.") + hypothesis.id);
    auto *mark = new QLabel(card);
    mark->setPixmap(themedPixmap(verdictMark(hypothesis.verdict),
                                 explains ? theme.accent : theme.muted, kIconSize,
                                 devicePixelRatioF()));
    mark->setFixedWidth(kIconSize);
    auto *statement = new QLabel(hypothesis.statement, card);
    QFont bold = font();
    bold.setWeight(explains ? QFont::DemiBold : QFont::Normal);
    statement->setFont(bold);
    auto *verdict = new QLabel(verdictWord(hypothesis.verdict), card);
    verdict->setProperty("muted", true);
    auto *evidence = new QLabel(hypothesis.evidence, card);
    evidence->setWordWrap(true);
    evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *heading = new QHBoxLayout;
    heading->addWidget(mark);
    heading->addWidget(statement, 1);
    heading->addWidget(verdict);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(3);
    column->addLayout(heading);
    column->addWidget(evidence);
    if (explains) {
        auto *advice = new QLabel(tr("What to do: %1").arg(hypothesis.advice), card);
        advice->setWordWrap(true);
        advice->setProperty("muted", true);
        column->addWidget(advice);
    }
    return card;
}

void WhyTab::show(const RunRecord &record)
{
    clear(*m_column);
    clear(*m_foldedColumn);
    m_headline->setText(record.diagnosis.headline);
    for (const Hypothesis &hypothesis : record.diagnosis.hypotheses) {
        QVBoxLayout *where =
            hypothesis.verdict == HypothesisVerdict::RuledOut ? m_foldedColumn : m_column;
        where->addWidget(makeCard(hypothesis));
    }
    m_fold->setText(tr("Ruled out: %1").arg(text::count(m_foldedColumn->count())));
}

} // namespace stampede
