// SPDX-License-Identifier: MIT
#include "ui/live/database_card.h"

#include "text/number_text.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kBarHeight = 12;
constexpr int kSign = 10; ///< of the key under the bar
constexpr int kKeyGap = 5;
constexpr int kBetween = 14;

} // namespace

/// One bar of three parts that tell apart without their colours, and its key.
class ShareBar final : public QWidget
{
public:
    using QWidget::QWidget;
    void show(const TimeShares &shares)
    {
        m_shares = shares;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        static_cast<void>(event);
        const Theme &theme = Theme::current();
        QPainter painter(this);
        const auto total = static_cast<double>(m_shares.totalNs());
        if (total <= 0) {
            return;
        }
        double left = 0;
        double key = 0;
        const auto part = [&](std::int64_t ns, const QBrush &brush, const QString &words) {
            const double width = static_cast<double>(ns) / total * this->width();
            painter.fillRect(QRectF(left, 0, width, kBarHeight), brush);
            left += width;
            const QRectF sign(key, kBarHeight + (height() - kBarHeight - kSign) / 2.0 + 1, kSign,
                              kSign);
            painter.fillRect(sign, brush);
            painter.setPen(QPen(theme.border, 1));
            painter.drawRect(sign);
            const double room = fontMetrics().horizontalAdvance(words);
            painter.setPen(theme.muted);
            painter.drawText(
                QRectF(sign.right() + kKeyGap, kBarHeight + 2, room + 1, height() - kBarHeight - 2),
                Qt::AlignVCenter, words);
            key = sign.right() + kKeyGap + room + kBetween;
        };
        part(m_shares.waitNs, theme.muted, DatabaseCard::tr("lock"));
        part(m_shares.workNs, patternBrush(theme.muted, Qt::BDiagPattern),
             DatabaseCard::tr("work"));
        part(m_shares.commitNs, patternBrush(theme.muted, Qt::Dense6Pattern),
             DatabaseCard::tr("commit"));
        painter.setPen(QPen(theme.border, 1));
        painter.drawRect(QRectF(0.5, 0.5, this->width() - 1, kBarHeight - 1));
    }

private:
    TimeShares m_shares;
};

namespace {

/// The figures of the server that the card shows.
FigureLines figuresOf(const RunRecord &record)
{
    const ServerCounters &counters = record.counters;
    FigureLines lines;
    lines.append({DatabaseCard::tr("waits for locks"), figureOrNotTold(counters.lockWaits)});
    const bool isKnown = counters.lockWaits && counters.lockWaitMs;
    const bool hasWaited = isKnown && *counters.lockWaits > 0;
    lines.append({DatabaseCard::tr("average wait"),
                  hasWaited ? text::duration(*counters.lockWaitMs * 1'000'000 / *counters.lockWaits)
                            : (isKnown ? QStringLiteral("–") : DatabaseCard::tr("not told"))});
    lines.append({DatabaseCard::tr("deadlocks"), figureOrNotTold(counters.deadlocks)});
    if (record.scenario.target.kind == TargetKind::Http) {
        return lines;
    }
    lines.append({DatabaseCard::tr("connections"), text::count(record.scenario.mostVus())});
    lines.append({DatabaseCard::tr("commits"), figureOrNotTold(counters.commits)});
    lines.append({DatabaseCard::tr("roll-backs"), figureOrNotTold(counters.rollbacks)});
    if (record.retries > 0) {
        lines.append({DatabaseCard::tr("tried again"), text::count(record.retries)});
    }
    return lines;
}

} // namespace

DatabaseCard::DatabaseCard(QWidget *parent)
    : QWidget(parent)
    , m_figures(new QLabel(this))
    , m_bar(new ShareBar(this))
    , m_barWords(new QLabel(this))
{
    m_figures->setTextFormat(Qt::RichText);
    m_figures->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_figures->setWordWrap(true);
    m_figures->setObjectName(QStringLiteral("databaseFigures"));
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setFixedHeight(kBarHeight + 4 + m_bar->fontMetrics().height());
    m_barWords->setProperty("muted", true);
    m_barWords->setObjectName(QStringLiteral("timeShares"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 8);
    column->setSpacing(4);
    column->addWidget(m_figures);
    column->addStretch(1);
    column->addWidget(m_barWords);
    column->addWidget(m_bar);
    setShares(nullptr);
}

void DatabaseCard::begin()
{
    m_figures->setText(tr("After the run: what the server counted while it went on."));
    setShares(nullptr);
}

void DatabaseCard::show(const RunRecord &record)
{
    m_figures->setText(figuresTable(figuresOf(record)));
}

void DatabaseCard::setShares(const TimeShares *shares)
{
    const bool isKnown = shares != nullptr && shares->totalNs() > 0;
    m_bar->setVisible(isKnown);
    m_barWords->setVisible(isKnown);
    if (!isKnown) {
        return;
    }
    const auto percent = [shares](std::int64_t ns) { return text::percent(ns, shares->totalNs()); };
    m_barWords->setText(
        tr("time of those who wrote: lock %1 %, work %2 %, commit %3 %")
            .arg(percent(shares->waitNs), percent(shares->workNs), percent(shares->commitNs)));
    m_bar->show(*shares);
    m_bar->setAccessibleName(m_barWords->text());
}

void DatabaseCard::retheme()
{
    m_bar->update();
}

} // namespace stampede
