#include "ui/live/live_tiles.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/live/tile.h"
#include "ui/theme.h"

#include <QHBoxLayout>

#include <cmath>

namespace stampede {

namespace {

using text::count;

/// "of 100 ✓" beside a figure that must come out.
QString ofPredicted(std::int64_t value, const Range &range, bool over)
{
    QString words = LiveTiles::tr("of %1").arg(rangeText(range));
    if (over) {
        words += range.contains(value) ? QStringLiteral(" ✓")
                 : value < range.min   ? LiveTiles::tr(" below")
                                       : LiveTiles::tr(" above");
    }
    return words;
}

std::int64_t told(const OutcomeCounts &outcomes, Outcome outcome)
{
    return static_cast<std::int64_t>(outcomes.of(outcome));
}

} // namespace

LiveTiles::LiveTiles(QWidget *parent)
    : QWidget(parent)
    , m_noAnswer(new Tile(QStringLiteral("?"), tr("No answer"), this))
    , m_issued(new Tile(QStringLiteral("●"), tr("Issued"), this))
    , m_already(new Tile(QStringLiteral("◆"), tr("Already issued"), this))
    , m_outOfStock(new Tile(QStringLiteral("■"), tr("Out of stock"), this))
    , m_errors(new Tile(QStringLiteral("▲"), tr("Server errors"), this))
    , m_left(new Tile({}, tr("Left in stock"), this))
    , m_rate(new Tile({}, tr("Answers"), this))
    , m_latency(new Tile({}, tr("p95 issued"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (Tile *tile :
         {m_noAnswer, m_issued, m_already, m_outOfStock, m_errors, m_left, m_rate, m_latency}) {
        row->addWidget(tile, 1);
    }
    m_noAnswer->hide();
    m_issued->setObjectName(QStringLiteral("tileIssued"));
    m_left->setObjectName(QStringLiteral("tileLeft"));
    retheme();
}

void LiveTiles::showCounts(const OutcomeCounts &outcomes, const Prediction &prediction, bool over)
{
    const auto fill = [&](Tile *tile, Outcome outcome, const Range &range) {
        tile->show(count(told(outcomes, outcome)),
                   ofPredicted(told(outcomes, outcome), range, over));
    };
    fill(m_issued, Outcome::Issued, prediction.issued);
    fill(m_already, Outcome::AlreadyIssued, prediction.alreadyIssued);
    fill(m_outOfStock, Outcome::OutOfStock, prediction.outOfStock);
    const std::int64_t contention = told(outcomes, Outcome::Contention);
    m_errors->show(
        count(contention + told(outcomes, Outcome::ServerError) + told(outcomes, Outcome::NotSent)),
        contention > 0 ? tr("%1 gave up waiting").arg(count(contention)) : QString());
    const std::int64_t unknown = told(outcomes, Outcome::Unknown);
    m_noAnswer->show(count(unknown), over ? tr("see the audit") : QString());
    m_noAnswer->setVisible(unknown > 0);
}

void LiveTiles::begin(const Scenario &scenario, const Prediction &prediction)
{
    showCounts({}, prediction, false);
    m_left->show(count(scenario.coupon.stock), tr("of %1").arg(rangeText(prediction.remaining)));
    m_rate->show(QStringLiteral("–"), {});
    m_latency->show(QStringLiteral("–"), tr("service time"));
}

void LiveTiles::sample(const RunProgress &progress, const Scenario &scenario,
                       const Prediction &prediction)
{
    const LiveSnapshot &live = progress.live;
    showCounts(live.outcomes, prediction, false);
    if (live.elapsedNs == 0) {
        return;
    }
    const double seconds = static_cast<double>(live.elapsedNs) / static_cast<double>(kNsPerSecond);
    m_rate->show(
        tr("%1 /s").arg(count(std::llround(static_cast<double>(live.outcomes.total()) / seconds))),
        {});
    m_left->show(count(live.lastStock >= 0 ? live.lastStock : scenario.coupon.stock),
                 tr("of %1").arg(rangeText(prediction.remaining)));
    m_latency->show(live.issuedP95Ns > 0
                        ? tr("%1 ms").arg(text::latencyMs(static_cast<double>(live.issuedP95Ns)))
                        : QStringLiteral("–"),
                    tr("service time"));
}

void LiveTiles::show(const RunRecord &record)
{
    showCounts(record.outcomes, record.prediction, true);
    const bool known = record.audit && record.audit->state.remaining;
    const std::int64_t left = known ? *record.audit->state.remaining : 0;
    m_left->show(known ? count(left) : tr("not known"),
                 known ? ofPredicted(left, record.prediction.remaining, true) : QString());
    m_rate->show(tr("%1 /s").arg(count(std::llround(record.throughput.answersPerSecond))),
                 tr("%1 issued/s").arg(count(std::llround(record.throughput.issuedPerSecond))));
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    m_latency->show(issued.count > 0
                        ? tr("%1 ms").arg(text::latencyMs(static_cast<double>(issued.p95Ns)))
                        : QStringLiteral("–"),
                    tr("service time"));
}

void LiveTiles::retheme()
{
    const Theme &theme = Theme::current();
    m_noAnswer->setMarkColor(theme.noAnswer);
    m_issued->setMarkColor(theme.issued);
    m_already->setMarkColor(theme.alreadyIssued);
    m_outOfStock->setMarkColor(theme.outOfStock);
    m_errors->setMarkColor(theme.error);
}

} // namespace stampede
