// SPDX-License-Identifier: MIT
#include "ui/stage/run_comparison_view.h"

#include "record/verdict.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "ui/audit/ledger.h"
#include "ui/demo/demo_card.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"
#include "ui/stage/stage_font.h"
#include "ui/stage/stage_text.h"

#include <QGridLayout>
#include <QLabel>

namespace stampede {

namespace {

constexpr int kMiddle = 1; ///< column of the grid between the two
constexpr qreal kMarkSize = 40;
constexpr qreal kLedgerHeight = 120;

QLabel *labelOf(const char *name, int at, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(at < 0 ? QString::fromLatin1(name)
                                : QStringLiteral("%1%2").arg(QLatin1String(name)).arg(at + 1));
    label->setWordWrap(true);
    return label;
}

QString answersText(const RunRecord &record)
{
    QStringList parts;
    for (const Outcome outcome : {Outcome::Issued, Outcome::AlreadyIssued, Outcome::OutOfStock}) {
        parts << QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3")
                     .arg(Theme::current().of(outcome).name(), outcomeSign(outcome),
                          text::count(static_cast<std::int64_t>(record.outcomes.of(outcome))));
    }
    return parts.join(QStringLiteral("&nbsp;&nbsp; "));
}

QString protectionsText(const RunRecord &record)
{
    QStringList words;
    const auto protections = stageProtections(record.scenario);
    for (const StageProtection &each : protections) {
        words << (each.on ? each.words
                          : QStringLiteral("<span style='color:%1'>%2</span>")
                                .arg(Theme::current().damage.name(), each.words));
    }
    return words.join(QStringLiteral(" &nbsp; "));
}

} // namespace

RunComparisonView::RunComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_title(labelOf("truthTitle", -1, this))
    , m_between(labelOf("truthBetween", -1, this))
    , m_below(labelOf("truthBelow", -1, this))
{
    m_between->setWordWrap(false);
    m_between->setAlignment(Qt::AlignCenter);
    m_below->setWordWrap(false);
    m_below->setAlignment(Qt::AlignCenter);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_title, 0, 0, 1, 3);
    grid->setRowStretch(1, 1);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        addColumn(m_columns[i], static_cast<int>(i));
    }
    grid->addWidget(m_between, 4, kMiddle, Qt::AlignVCenter);
    grid->addWidget(m_below, 6, kMiddle, Qt::AlignVCenter);
    grid->setRowStretch(5, 1);
    grid->setRowStretch(8, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // it fits itself into what there is
}

void RunComparisonView::addColumn(Column &column, int at)
{
    column.name = labelOf("truthName", at, this);
    column.protections = labelOf("truthProtections", at, this);
    column.answers = labelOf("truthAnswers", at, this);
    column.mark = labelOf("truthMark", at, this);
    column.ledger = new LedgerLine(this);
    column.ledger->setObjectName(QStringLiteral("truthLedger%1").arg(at + 1));
    column.sentence = labelOf("truthSentence", at, this);
    column.protections->setTextFormat(Qt::RichText);
    column.answers->setTextFormat(Qt::RichText);
    column.answers->setWordWrap(false);
    auto *ledger = new QHBoxLayout;
    ledger->setSpacing(12);
    ledger->addWidget(column.mark, 0, Qt::AlignTop);
    ledger->addWidget(column.ledger, 1);
    auto *grid = static_cast<QGridLayout *>(layout());
    const int side = 2 * at;
    grid->addWidget(column.name, 2, side);
    grid->addWidget(column.protections, 3, side);
    grid->addWidget(column.answers, 4, side);
    grid->addLayout(ledger, 6, side);
    grid->addWidget(column.sentence, 7, side, Qt::AlignTop);
}

void RunComparisonView::setRecords(const std::shared_ptr<const RunRecord> &first,
                                   const std::shared_ptr<const RunRecord> &second)
{
    m_columns[0].record = first;
    m_columns[1].record = second;
    retheme();
}

void RunComparisonView::fill(const Column &column, const Column &beside)
{
    const RunRecord &record = *column.record;
    column.name->setText(shownName(record.scenario.name));
    column.protections->setText(protectionsText(record));
    column.answers->setText(answersText(record));
    column.ledger->show(column.record, beside.record);
    const StageSentence sentence = stageResultSentence(record);
    column.mark->setAccessibleName(verdictText(record).word);
    column.sentence->setText(sentence.words);
}

void RunComparisonView::retheme()
{
    if (!m_columns[0].record || !m_columns[1].record) {
        return;
    }
    fill(m_columns[0], m_columns[1]);
    fill(m_columns[1], m_columns[0]);
    const bool same = sameAnswers(*m_columns[0].record, *m_columns[1].record);
    const bool sameRows = ledgerLine(*m_columns[0].record) == ledgerLine(*m_columns[1].record);
    m_title->setText(same && !sameRows ? tr("Same answers, different truth")
                                       : tr("Two runs side by side"));
    m_between->setText(same ? tr("≡ the same") : tr("≠ not the same"));
    m_below->setText(sameRows ? tr("≡ the same") : tr("≠ not the same"));
    fit();
}

void RunComparisonView::setTextFactor(qreal factor)
{
    if (factor != m_wanted) {
        m_wanted = factor;
        retheme();
    }
}

void RunComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    retheme();
}

bool RunComparisonView::isTooLarge() const
{
    return layout()->totalMinimumSize().width() > width() ||
           layout()->totalHeightForWidth(width()) > height();
}

void RunComparisonView::fit()
{
    constexpr qreal kStep = 0.95;
    constexpr qreal kLeast = 0.25;
    applyFactor(m_wanted);
    while (isTooLarge() && m_factor > kLeast) {
        applyFactor(m_factor * kStep);
    }
}

void RunComparisonView::applyFactor(qreal factor)
{
    m_factor = factor;
    const auto size = [&](QLabel *label, qreal points, int weight = QFont::Normal) {
        label->setFont(stageFont(font(), points * factor, weight));
    };
    size(m_title, stage::kHeadline, QFont::DemiBold);
    size(m_between, stage::kCaption, QFont::DemiBold);
    size(m_below, stage::kCaption, QFont::DemiBold);
    for (const Column &column : m_columns) {
        size(column.name, stage::kCaption, QFont::DemiBold);
        size(column.protections, stage::kSmallest);
        size(column.answers, stage::kAnswers, QFont::DemiBold);
        size(column.ledger, stage::kCaption, QFont::DemiBold);
        column.ledger->setFixedHeight(qRound(kLedgerHeight * factor));
        size(column.sentence, stage::kCaption);
    }
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->setHorizontalSpacing(qRound(32 * factor));
    grid->setVerticalSpacing(qRound(16 * factor));
    for (const Column &column : m_columns) {
        const StageSentence sentence = stageResultSentence(*column.record);
        column.mark->setPixmap(themedPixmap(sentence.icon, Theme::current().*sentence.color,
                                            qRound(kMarkSize * factor), devicePixelRatioF()));
    }
}

} // namespace stampede
