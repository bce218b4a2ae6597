// SPDX-License-Identifier: MIT
#include "ui/live/live_tiles.h"

#include "base/clock.h"
#include "picture/stock_story.h"
#include "prediction/prediction.h"
#include "text/number_text.h"
#include "ui/live/tile.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"

#include <QGridLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace stampede {

namespace {

using text::count;

constexpr std::chrono::milliseconds kTilesRest{250};
constexpr int kLeastTile = 92; ///< where a row would have narrower ones there are more rows

/// What stands below a figure.
struct Below
{
    QString words;
    bool isDamage = false;
};

/// "of 100 ✓" beside a figure that must come out; "more than 100" where it did not: counts only
/// rise, so that is so from there on. Fewer is damage only where the `open` requests, those that
/// were never made or ended in an error, do not explain it.
Below ofPredicted(std::int64_t value, const Range &range, bool over, std::int64_t open)
{
    if (range.min == 0 && !range.max) { // as good as not predicted
        return {};
    }
    if (over && value < range.min) {
        return {LiveTiles::tr("fewer than %1").arg(count(range.min)), value + open < range.min};
    }
    if (range.max && value > *range.max) {
        return {LiveTiles::tr("more than %1").arg(count(*range.max)), true};
    }
    const QString words = LiveTiles::tr("of %1").arg(rangeText(range));
    // Wide bounds can hold what should not have come out: they earn no tick.
    return {over && range.exact() ? words + QStringLiteral(" ✓") : words};
}

std::int64_t sumOf(const OutcomeCounts &outcomes, const std::vector<Outcome> &which)
{
    std::uint64_t sum = 0;
    for (const Outcome outcome : which) {
        sum += outcomes.of(outcome);
    }
    return static_cast<std::int64_t>(sum);
}

QString perSecond(double rate)
{
    return LiveTiles::tr("%1 /s").arg(count(std::llround(rate)));
}

QString msOrDash(std::int64_t ns)
{
    return ns > 0 ? LiveTiles::tr("%1 ms").arg(text::latencyMs(static_cast<double>(ns)))
                  : QStringLiteral("–");
}

} // namespace

LiveTiles::LiveTiles(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_refused(new Tile({}, tr("Refused, rightly"), this))
    , m_left(new Tile({}, tr("Left in stock"), this))
    , m_rate(new Tile({}, tr("Answers"), this))
    , m_latency(new Tile({}, tr("p95 issued"), this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    addTile({nullptr, {Outcome::Unknown}, UnknownReason::Timeout, false, "NoAnswer"});
    addTile({nullptr, {Outcome::Unknown}, UnknownReason::Unclassified, false, "NotRecognised"});
    addTile({nullptr, {Outcome::Issued}, {}, true, "Issued"});
    addTile({nullptr, {Outcome::AlreadyIssued}, {}, true, "AlreadyIssued"});
    addTile({nullptr, {Outcome::OutOfStock}, {}, true, "OutOfStock"});
    addTile({nullptr, {Outcome::NotIssued}, {}, false, "NotIssued"});
    addTile({nullptr, {Outcome::NotStarted, Outcome::Expired}, {}, false, "OutsideSale"});
    m_order.append(m_refused);
    addTile({nullptr, {Outcome::NotFound}, {}, false, "NotFound"});
    addTile({nullptr, {Outcome::InvalidRequest}, {}, false, "BadRequest"});
    addTile({nullptr, {Outcome::Contention, Outcome::ServerError}, {}, true, "ServerErrors"});
    addTile({nullptr, {Outcome::NotSent}, {}, false, "NotSent"});
    m_order.append({m_left, m_rate, m_latency});
    m_refused->setObjectName(QStringLiteral("tileRefusedRightly"));
    m_refused->setToolTip(tr("Already issued, out of stock and outside the sale together: refusals "
                             "that the audit found right."));
    m_refused->setVisible(false);
    m_left->setObjectName(QStringLiteral("tileLeft"));
    m_left->setToolTip(
        tr("What the latest confirmed commit left in the stock column, or the latest "
           "answer over HTTP told; after the run, what the audit read."));
    m_rate->setObjectName(QStringLiteral("tileAnswers"));
    m_rate->setToolTip(tr("Answers a second since the start of the load, whatever they said."));
    m_latency->setObjectName(QStringLiteral("tileLatency"));
    m_latency->setToolTip(tr("95 of 100 who were issued a coupon had their answer within this time "
                             "after the request was sent."));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kTilesRest);
    connect(&m_rest, &QTimer::timeout, this, &LiveTiles::drawPending);
    retheme();
    arrange();
}

void LiveTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LiveTiles::arrange()
{
    QList<Tile *> seen;
    for (Tile *tile : std::as_const(m_order)) {
        if (!tile->isHidden()) {
            seen.append(tile);
        }
    }
    const int count = static_cast<int>(seen.size());
    int least = kLeastTile;
    for (const Tile *tile : std::as_const(seen)) {
        least = std::max(least, tile->leastWidth());
    }
    const int gap = m_grid->spacing();
    const int most = std::clamp((width() + gap) / (least + gap), 1, count);
    const int rows = (count + most - 1) / most;
    const int columns = (count + rows - 1) / rows; // no row is much shorter than another
    if (seen == m_arranged && columns == m_columns) {
        return;
    }
    for (Tile *tile : std::as_const(m_arranged)) {
        m_grid->removeWidget(tile);
    }
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(seen[i], i / columns, i % columns);
    }
    for (int i = 0; i < std::max(columns, m_columns); ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
    m_arranged = seen;
    m_columns = columns;
}

void LiveTiles::addTile(const OutcomeTile &description)
{
    OutcomeTile each = description;
    const Outcome outcome = each.outcomes.front();
    each.tile =
        new Tile(outcomeSign(outcome, each.reason), outcomeGroupName(outcome, each.reason), this);
    each.tile->setObjectName(QStringLiteral("tile") + QLatin1String(each.key));
    QStringList meanings;
    for (const Outcome one : each.outcomes) {
        meanings << (each.outcomes.size() == 1
                         ? outcomeMeaning(one, each.reason)
                         : QStringLiteral("%1: %2").arg(outcomeName(one), outcomeMeaning(one)));
    }
    meanings << tr("Click: only these, here and in the list of requests.");
    each.tile->setToolTip(meanings.join(QLatin1Char('\n')));
    each.tile->setChoosable(true);
    each.tile->setHatched(outcome == Outcome::Unknown);
    each.tile->setVisible(each.always);
    connect(each.tile, &Tile::clicked, this, [this, tile = each.tile] { choose(tile); });
    m_order.append(each.tile);
    m_outcomes.append(each);
}

void LiveTiles::choose(const Tile *tile)
{
    for (const OutcomeTile &each : std::as_const(m_outcomes)) {
        const bool wasChosen = each.tile->isChosen();
        each.tile->setChosen(each.tile == tile && !wasChosen);
    }
    Q_EMIT chosenChanged();
}

std::vector<Outcome> LiveTiles::chosen() const
{
    for (const OutcomeTile &each : m_outcomes) {
        if (each.tile->isChosen()) {
            return each.outcomes;
        }
    }
    return {};
}

void LiveTiles::clearChosen()
{
    choose(nullptr);
}

void LiveTiles::begin(const Scenario &scenario, const Prediction &prediction)
{
    m_record.reset();
    m_prediction = prediction;
    m_knowsHours = knowsSaleHours(scenario, prediction.service);
    m_stockAtStart = scenario.followedStock();
    m_mostIssued =
        scenario.setsStock() && provesWhileRunning(scenario.target.quantity, prediction.service)
            ? std::optional(scenario.coupon.stock)
            : std::nullopt;
    m_rest.stop();
    m_pending.reset();
    drawOutcomes({}, false);
    drawLeft(-1);
    m_rate->show(QStringLiteral("–"), {});
    m_latency->show(QStringLiteral("–"), tr("service time"));
}

void LiveTiles::sample(const RunProgress &progress)
{
    if (progress.prediction) {
        m_prediction = *progress.prediction;
    }
    draw(progress.live);
}

void LiveTiles::show(const std::shared_ptr<const RunRecord> &record)
{
    m_record = record;
    m_prediction = record->prediction;
    m_knowsHours = knowsSaleHours(record->scenario, record->prediction.service);
    m_mostIssued = onePieceStock(*record);
    m_stockAtStart = record->scenario.followedStock();
    showWhole();
}

void LiveTiles::showMoment(const LiveSnapshot &moment)
{
    m_pending = moment;
    if (!m_rest.isActive()) {
        drawPending();
    }
}

void LiveTiles::showWhole()
{
    m_rest.stop();
    m_pending.reset();
    if (m_record) {
        drawOutcomes(m_record->outcomes, true);
        drawWholeRest(*m_record);
    }
}

void LiveTiles::drawPending()
{
    if (!m_pending) {
        return;
    }
    draw(*m_pending);
    m_pending.reset();
    m_rest.start();
}

void LiveTiles::draw(const LiveSnapshot &snapshot)
{
    drawOutcomes(snapshot.outcomes, false);
    drawRest(snapshot);
}

void LiveTiles::drawOutcomes(const OutcomeCounts &outcomes, bool over)
{
    // What was predicted is of all requests, not of those that one stopped early had made.
    const bool judged = over && m_record && !m_record->endedEarly;
    // Which of the unknown were answers that no rule matches is known afterwards.
    const auto unclassified =
        m_record
            ? static_cast<std::int64_t>(
                  m_record->unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)])
            : 0;
    const bool mayBeUnread =
        std::any_of(m_outcomes.cbegin(), m_outcomes.cend(), [](const OutcomeTile &each) {
            return each.reason == UnknownReason::Unclassified;
        });
    const std::int64_t open =
        std::max<std::int64_t>(0, m_prediction.requests.min -
                                      static_cast<std::int64_t>(outcomes.total())) +
        sumOf(outcomes, {Outcome::Unknown, Outcome::Contention, Outcome::ServerError,
                         Outcome::NotSent, Outcome::Interrupted, Outcome::NotFound,
                         Outcome::InvalidRequest, Outcome::NotIssued});
    for (const OutcomeTile &each : std::as_const(m_outcomes)) {
        std::int64_t figure = sumOf(outcomes, each.outcomes);
        if (each.outcomes.front() == Outcome::Unknown) {
            const std::int64_t notRecognised = std::min(figure, unclassified);
            figure =
                each.reason == UnknownReason::Unclassified ? notRecognised : figure - notRecognised;
        }
        Below below;
        switch (each.outcomes.front()) {
        case Outcome::Issued:
            below = ofPredicted(figure, m_prediction.issued, judged, open);
            if (m_mostIssued && figure > *m_mostIssued) { // bounds of a race hold that too
                below = {tr("%1 too many").arg(count(figure - *m_mostIssued)), true};
            }
            break;
        case Outcome::AlreadyIssued:
            below = ofPredicted(figure, m_prediction.alreadyIssued, judged, open);
            break;
        case Outcome::OutOfStock:
            below = ofPredicted(figure, m_prediction.outOfStock, judged, open);
            break;
        case Outcome::NotStarted:
            if (m_knowsHours) {
                below = ofPredicted(figure, m_prediction.outsideSale, judged, open);
            }
            break;
        case Outcome::Contention: {
            const std::int64_t gaveUp = sumOf(outcomes, {Outcome::Contention});
            below.words = gaveUp > 0 ? tr("%1 by contention").arg(count(gaveUp)) : QString();
            break;
        }
        case Outcome::Unknown:
            below.words = over && m_record->audit                  ? tr("see the audit")
                          : !m_record && mayBeUnread && figure > 0 ? tr("or not recognised")
                                                                   : QString();
            break;
        case Outcome::Expired:
        case Outcome::NotFound:
        case Outcome::InvalidRequest:
        case Outcome::NotSent:
        case Outcome::Interrupted:
        case Outcome::ServerError:
        case Outcome::NotIssued:
            break;
        }
        each.tile->show(count(figure), below.words, below.isDamage);
        each.tile->setVisible(each.always || figure > 0);
    }
    drawRefused(outcomes, over);
}

void LiveTiles::drawRefused(const OutcomeCounts &outcomes, bool over)
{
    // A sum helps where several tiles are refusals, and it is certain after the audit only.
    int kinds = 0;
    for (const Outcome outcome : {Outcome::AlreadyIssued, Outcome::OutOfStock, Outcome::NotIssued,
                                  Outcome::NotStarted, Outcome::Expired}) {
        kinds += outcomes.of(outcome) > 0 ? 1 : 0;
    }
    const bool helps = over && kinds > 1 && m_record->rightRefusals().has_value();
    m_refused->setVisible(helps);
    if (helps) {
        m_refused->show(count(*m_record->rightRefusals()),
                        tr("of %1 refusals").arg(count(m_record->refusals())));
    }
    arrange();
}

void LiveTiles::drawRest(const LiveSnapshot &snapshot)
{
    if (snapshot.elapsedNs == 0 && !m_record) {
        return;
    }
    const double seconds =
        std::max(1e-9, static_cast<double>(snapshot.elapsedNs) / static_cast<double>(kNsPerSecond));
    const auto rate = [seconds](std::uint64_t times) {
        return perSecond(static_cast<double>(times) / seconds);
    };
    m_rate->show(rate(snapshot.outcomes.total()),
                 tr("%1 issued").arg(rate(snapshot.outcomes.of(Outcome::Issued))));
    drawLeft(snapshot.lastStock);
    m_latency->show(msOrDash(snapshot.issuedP95Ns), tr("service time"));
}

void LiveTiles::drawLeft(std::int64_t lastStock)
{
    const auto left = lastStock >= 0 ? std::optional(lastStock) : m_stockAtStart;
    m_left->show(left ? count(*left) : QStringLiteral("–"),
                 left ? ofPredicted(*left, m_prediction.remaining, false, 0).words
                      : tr("not known while it runs"));
}

void LiveTiles::drawWholeRest(const RunRecord &record)
{
    const bool known = record.audit && record.audit->state.remaining;
    const std::int64_t left = known ? *record.audit->state.remaining : 0;
    Below below;
    if (known) {
        below = ofPredicted(left, record.prediction.remaining, !record.endedEarly, 0);
        below.isDamage = false; // fewer answers leave more
        // Bounds of a race hold what the rows do not.
        if (const std::int64_t drift = foundDrift(record); drift != 0) {
            below = {left + drift >= 0 ? tr("should be %1").arg(count(left + drift))
                                       : tr("does not add up"),
                     true};
        }
    }
    m_left->show(known ? count(left) : tr("not known"), below.words, below.isDamage);
    m_rate->show(perSecond(record.throughput.answersPerSecond),
                 tr("%1 issued").arg(perSecond(record.throughput.issuedPerSecond)));
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    m_latency->show(issued.count > 0 ? msOrDash(std::max<std::int64_t>(1, issued.p95Ns))
                                     : QStringLiteral("–"),
                    tr("service time"));
}

void LiveTiles::retheme()
{
    for (const OutcomeTile &each : std::as_const(m_outcomes)) {
        const Outcome outcome = each.outcomes.front();
        each.tile->setMark(outcomeSign(outcome, each.reason), Theme::current().of(outcome));
    }
    arrange(); // its letters may be larger
}

} // namespace stampede
