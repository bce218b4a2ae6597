#include "ui/live/live_page.h"

#include "base/clock.h"
#include "run/verdict.h"
#include "text/number_text.h"
#include "ui/charts/run_chart.h"
#include "ui/live/tile.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

namespace stampede {

namespace {

using text::count;

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

double msOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

/// "of 100 ✓" beside a figure that must come out.
QString ofPredicted(std::int64_t value, const Range &range, bool over)
{
    QString words = LivePage::tr("of %1").arg(rangeText(range));
    if (over) {
        words += range.contains(value) ? QStringLiteral(" ✓")
                 : value < range.min   ? LivePage::tr(" below")
                                       : LivePage::tr(" above");
    }
    return words;
}

/// Keeps a line within the chart's limit: every second point goes.
void keepFew(QList<QPointF> &points)
{
    if (points.size() < RunChart::kMaxPoints) {
        return;
    }
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); i += 2) {
        kept.append(points[i]);
    }
    points = kept;
}

std::int64_t errorsOf(const OutcomeCounts &outcomes)
{
    return static_cast<std::int64_t>(outcomes.of(Outcome::Contention) +
                                     outcomes.of(Outcome::ServerError) +
                                     outcomes.of(Outcome::NotSent));
}

constexpr std::array kShownOutcomes = {Outcome::Issued, Outcome::AlreadyIssued, Outcome::OutOfStock,
                                       Outcome::Contention};

} // namespace

LivePage::LivePage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedLayout(this))
    , m_sentence(new QLabel(this))
    , m_database(new QLabel(this))
    , m_story(new RunChart(tr("Issued and left"), this))
    , m_answers(new RunChart(tr("Answers, by outcome"), this))
    , m_latency(new RunChart(tr("Latency of issued, ms, service time"), this))
{
    auto *empty = new QWidget(this);
    auto *column = new QVBoxLayout(empty);
    auto *words = new QLabel(
        tr("Nothing has run yet. Press Run: the crowd starts, this page follows."), empty);
    words->setAlignment(Qt::AlignCenter);
    column->addWidget(words);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());

    m_story->addLine(tr("issued"), &Theme::issued, Qt::SolidLine, 2);
    m_story->addLine(tr("left"), &Theme::outOfStock, Qt::DashDotLine, 2);
    m_story->addPrediction(tr("must come out"));
    m_answers->addLine(tr("● issued"), &Theme::issued, Qt::SolidLine, 2);
    m_answers->addLine(tr("◆ already issued"), &Theme::alreadyIssued, Qt::DashLine, 2);
    m_answers->addLine(tr("■ out of stock"), &Theme::outOfStock, Qt::DotLine, 2);
    m_answers->addLine(tr("▲ server errors"), &Theme::error, Qt::DashDotDotLine, 2);
    m_latency->addLine(tr("p50"), &Theme::issued, Qt::SolidLine, 1);
    m_latency->addLine(tr("p95"), &Theme::outOfStock, Qt::DashDotLine, 1.5);
    m_latency->addLine(tr("p99"), &Theme::error, Qt::DashLine, 2);

    connect(&m_session, &Session::runStarted, this, &LivePage::begin);
    connect(&m_session, &Session::runEnded, this, &LivePage::showRecord);
    retheme();
}

QWidget *LivePage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    m_tiles = {new Tile(QStringLiteral("●"), tr("Issued"), content),
               new Tile(QStringLiteral("◆"), tr("Already issued"), content),
               new Tile(QStringLiteral("■"), tr("Out of stock"), content),
               new Tile(QStringLiteral("▲"), tr("Server errors"), content),
               new Tile({}, tr("Left in stock"), content),
               new Tile({}, tr("Answers"), content),
               new Tile({}, tr("p95 issued"), content)};
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(8);
    for (Tile *tile : {m_tiles.issued, m_tiles.already, m_tiles.outOfStock, m_tiles.errors,
                       m_tiles.left, m_tiles.rate, m_tiles.latency}) {
        tiles->addWidget(tile, 1);
    }
    m_tiles.issued->setObjectName(QStringLiteral("tileIssued"));
    m_tiles.left->setObjectName(QStringLiteral("tileLeft"));
    column->addLayout(tiles);
    m_sentence->setObjectName(QStringLiteral("loadTesterSentence"));
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);

    auto *card = new QFrame(content);
    card->setProperty("card", true);
    auto *cardColumn = new QVBoxLayout(card);
    auto *title = new QLabel(tr("Database"), card);
    title->setProperty("muted", true);
    cardColumn->addWidget(title);
    m_database->setTextFormat(Qt::RichText);
    m_database->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    cardColumn->addWidget(m_database, 1);

    auto *grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addWidget(m_story, 0, 0);
    grid->addWidget(m_latency, 0, 1);
    grid->addWidget(m_answers, 1, 0);
    grid->addWidget(card, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    column->addLayout(grid, 1);
    return content;
}

void LivePage::begin()
{
    m_stack->setCurrentIndex(1);
    m_issuedPoints.clear();
    m_leftPoints.clear();
    for (auto &points : m_answerPoints) {
        points.clear();
    }
    for (auto &points : m_latencyPoints) {
        points.clear();
    }
    m_sentence->setText(tr("Whether refusals were right, the audit will say."));
    m_database->clear();
    applyPrediction(m_session.prediction());
    showCounts({}, m_session.prediction());
}

void LivePage::applyPrediction(const Prediction &prediction)
{
    m_story->setPrediction(prediction.issued.exact()
                               ? std::optional<double>(static_cast<double>(prediction.issued.min))
                               : std::nullopt);
}

void LivePage::showCounts(const OutcomeCounts &outcomes, const Prediction &prediction)
{
    const bool over = !m_session.isRunning();
    const auto told = [&outcomes](Outcome outcome) {
        return static_cast<std::int64_t>(outcomes.of(outcome));
    };
    const auto tile = [&](Tile *where, Outcome outcome, const Range &range) {
        where->show(count(told(outcome)), ofPredicted(told(outcome), range, over));
    };
    tile(m_tiles.issued, Outcome::Issued, prediction.issued);
    tile(m_tiles.already, Outcome::AlreadyIssued, prediction.alreadyIssued);
    tile(m_tiles.outOfStock, Outcome::OutOfStock, prediction.outOfStock);
    const std::int64_t unknown = told(Outcome::Unknown);
    m_tiles.errors->show(count(errorsOf(outcomes)),
                         unknown > 0 ? tr("%1 no answer").arg(count(unknown)) : QString());
}

void LivePage::sample(const RunProgress &progress)
{
    const Prediction &prediction =
        progress.prediction ? *progress.prediction : m_session.prediction();
    const LiveSnapshot &live = progress.live;
    showCounts(live.outcomes, prediction);
    if (live.elapsedNs == 0) {
        return;
    }
    const double now = secondsOf(live.elapsedNs);
    const auto total = static_cast<double>(live.outcomes.total());
    m_tiles.rate->show(tr("%1 /s").arg(count(std::llround(total / now))), {});
    m_tiles.left->show(live.lastStock >= 0 ? count(live.lastStock)
                                           : count(m_session.scenario().coupon.stock),
                       tr("of %1").arg(rangeText(prediction.remaining)));
    m_tiles.latency->show(tr("%1 ms").arg(text::latencyMs(static_cast<double>(live.issuedP95Ns))),
                          tr("service time"));
    keepFew(m_issuedPoints);
    keepFew(m_leftPoints);
    m_issuedPoints.append({now, static_cast<double>(live.outcomes.of(Outcome::Issued))});
    m_leftPoints.append(
        {now, static_cast<double>(live.lastStock >= 0 ? live.lastStock
                                                      : m_session.scenario().coupon.stock)});
    for (std::size_t i = 0; i < kShownOutcomes.size(); ++i) {
        keepFew(m_answerPoints[i]);
        m_answerPoints[i].append({now, static_cast<double>(live.outcomes.of(kShownOutcomes[i]))});
    }
    const std::array percentiles = {live.issuedP50Ns, live.issuedP95Ns, live.issuedP99Ns};
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        keepFew(m_latencyPoints[i]);
        m_latencyPoints[i].append({now, msOf(percentiles[i])});
    }
    if (!isVisible()) {
        return; // charts of a hidden page rest
    }
    m_story->setLine(0, m_issuedPoints);
    m_story->setLine(1, m_leftPoints);
    for (std::size_t i = 0; i < kShownOutcomes.size(); ++i) {
        m_answers->setLine(static_cast<int>(i), m_answerPoints[i]);
    }
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        m_latency->setLine(static_cast<int>(i), m_latencyPoints[i]);
    }
    for (RunChart *chart : {m_story, m_answers, m_latency}) {
        chart->fit();
    }
}

void LivePage::showRecord()
{
    const auto record = m_session.record();
    if (!record || m_session.fault()) {
        return;
    }
    m_stack->setCurrentIndex(1);
    applyPrediction(record->prediction);
    showCounts(record->outcomes, record->prediction);
    const bool known = record->audit && record->audit->state.remaining;
    const std::int64_t left = known ? *record->audit->state.remaining : 0;
    m_tiles.left->show(known ? count(left) : tr("not known"),
                       known ? ofPredicted(left, record->prediction.remaining, true) : QString());
    m_tiles.rate->show(
        tr("%1 /s").arg(count(std::llround(record->throughput.answersPerSecond))),
        tr("%1 issued/s").arg(count(std::llround(record->throughput.issuedPerSecond))));
    const LatencyFigures &issued = record->service.byOutcome[indexOf(Outcome::Issued)];
    m_tiles.latency->show(issued.count > 0
                              ? tr("%1 ms").arg(text::latencyMs(static_cast<double>(issued.p95Ns)))
                              : QStringLiteral("–"),
                          tr("service time"));
    m_sentence->setText(loadTesterSentence(*record));
    showTimeline(*record);
    showDatabase(*record);
}

void LivePage::showTimeline(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const double width = secondsOf(timeline.bucketNs);
    QList<QPointF> issued = {{0, 0}};
    QList<QPointF> left = {{0, static_cast<double>(record.scenario.coupon.stock)}};
    std::array<QList<QPointF>, 4> answers;
    std::array<QList<QPointF>, 3> latency;
    double at = 0;
    for (const TimelineBucket &bucket : timeline.buckets) {
        const double middle = at + width / 2;
        at += width;
        issued.append({at, static_cast<double>(bucket.issuedTotal)});
        if (bucket.stock >= 0) {
            left.append({at, static_cast<double>(bucket.stock)});
        }
        for (std::size_t i = 0; i < kShownOutcomes.size(); ++i) {
            answers[i].append(
                {middle, static_cast<double>(bucket.answers[indexOf(kShownOutcomes[i])])});
        }
        if (bucket.issuedP50Ns > 0) {
            latency[0].append({middle, msOf(bucket.issuedP50Ns)});
            latency[1].append({middle, msOf(bucket.issuedP95Ns)});
            latency[2].append({middle, msOf(bucket.issuedP99Ns)});
        }
    }
    m_story->setLine(0, issued);
    m_story->setLine(1, left);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        m_answers->setLine(static_cast<int>(i), answers[i]);
    }
    for (std::size_t i = 0; i < latency.size(); ++i) {
        m_latency->setLine(static_cast<int>(i), latency[i]);
    }
    m_story->describe(
        tr("Issued rises to %1 after %2.")
            .arg(count(static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued))),
                 text::duration(
                     static_cast<std::int64_t>(record.throughput.durationSeconds * 1e9))));
    for (RunChart *chart : {m_story, m_answers, m_latency}) {
        chart->fit();
    }
    m_answers->chart()->setTitle(
        tr("Answers, by outcome, per %1 ms").arg(count(timeline.bucketNs / kNsPerMs)));
}

void LivePage::showDatabase(const RunRecord &record)
{
    const auto line = [](const QString &name, const std::optional<std::int64_t> &value) {
        return QStringLiteral("<tr><td style='padding:2px 16px 2px 0'>%1</td><td align='right'>"
                              "<b>%2</b></td></tr>")
            .arg(name, value ? count(*value) : LivePage::tr("not told"));
    };
    m_database->setText(QStringLiteral("<table>%1</table>")
                            .arg(line(tr("waits for row locks"), record.counters.lockWaits) +
                                 line(tr("waited, ms in all"), record.counters.lockWaitMs) +
                                 line(tr("deadlocks"), record.counters.deadlocks) +
                                 line(tr("commits"), record.counters.commits) +
                                 line(tr("roll-backs"), record.counters.rollbacks) +
                                 line(tr("retries"), record.retries)));
}

void LivePage::retheme()
{
    const Theme &theme = Theme::current();
    m_tiles.issued->setMarkColor(theme.issued);
    m_tiles.already->setMarkColor(theme.alreadyIssued);
    m_tiles.outOfStock->setMarkColor(theme.outOfStock);
    m_tiles.errors->setMarkColor(theme.error);
    for (RunChart *chart : {m_story, m_answers, m_latency}) {
        chart->retheme();
    }
}

} // namespace stampede
