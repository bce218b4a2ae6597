// SPDX-License-Identifier: MIT
#include "ui/live/more_charts.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/charts/run_chart.h"
#include "ui/live/answer_layers.h"
#include "ui/look/outcome_look.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

enum Line
{
    kFirst, ///< under way, or answers a second
    kSecond ///< virtual users, or issued a second
};

void addErrorLayers(RunChart *chart)
{
    const auto add = [chart](Outcome outcome, QColor Theme::*color, Qt::BrushStyle pattern) {
        chart->addLayer(outcomeName(outcome), color, pattern);
    };
    static_assert(kErrorKinds.size() == 6);
    add(kErrorKinds[0], &Theme::error, Qt::SolidPattern);
    add(kErrorKinds[1], &Theme::error, Qt::DiagCrossPattern);
    add(kErrorKinds[2], &Theme::muted, Qt::DiagCrossPattern);
    add(kErrorKinds[3], &Theme::muted, Qt::BDiagPattern);
    add(kErrorKinds[4], &Theme::muted, Qt::Dense5Pattern);
    add(kErrorKinds[5], &Theme::noAnswer, Qt::VerPattern);
}

/// So many buckets of a timeline as one step.
std::size_t together(const Timeline &timeline, std::size_t most)
{
    return std::max<std::size_t>(1, (timeline.buckets.size() + most - 1) / most);
}

/// The virtual users, where they are as many all the time.
std::optional<int> steadyVus(const Scenario &scenario)
{
    return isOpenModel(scenario.load.model) || scenario.load.model == LoadModel::RampingVus
               ? std::nullopt
               : std::optional(scenario.mostVus());
}

} // namespace

MoreCharts::MoreCharts(QWidget *parent)
    : QObject(parent)
    , m_underWay(new RunChart(parent))
    , m_rate(new RunChart(parent))
    , m_errors(new RunChart(parent))
{
    m_underWay->addLine(tr("asked, not yet answered"), &Theme::issued, Qt::SolidLine, 2);
    m_underWay->addLine(tr("virtual users"), &Theme::text, Qt::DotLine, 1.5);
    m_rate->addLine(tr("answers a second"), &Theme::text, Qt::DashDotLine, 1.5);
    m_rate->addLine(tr("issued a second"), &Theme::issued, Qt::SolidLine, 2);
    addErrorLayers(m_errors);
    m_underWay->setObjectName(QStringLiteral("underWayChart"));
    m_rate->setObjectName(QStringLiteral("rateChart"));
    m_errors->setObjectName(QStringLiteral("errorsChart"));
}

void MoreCharts::setSoFar(const LiveSamples &samples)
{
    m_underWay->setLine(kFirst, samples.underWay());
    m_underWay->setLine(kSecond, samples.virtualUsers());
    QList<QPointF> answers;
    QList<QPointF> issued;
    const LayerHeights &layers = samples.layers();
    for (std::size_t i = 0; i < layers.front().size(); ++i) {
        double sum = 0;
        for (const auto &layer : layers) {
            sum += layer[i];
        }
        const double middle = samples.step() * (static_cast<double>(i) + 0.5);
        answers.append({middle, sum});
        issued.append({middle, layers[static_cast<std::size_t>(AnswerLayer::Issued)][i]});
    }
    m_rate->setLine(kFirst, answers);
    m_rate->setLine(kSecond, issued);
    m_errors->setLayers(samples.step(), samples.errors());
    m_hasErrors =
        std::any_of(samples.errors().begin(), samples.errors().end(), [](const auto &kind) {
            return std::any_of(kind.begin(), kind.end(), [](double height) { return height > 0; });
        });
}

void MoreCharts::show(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline, RunChart::kMaxSteps);
    const std::size_t steps = (timeline.buckets.size() + joined - 1) / joined;
    const double width = static_cast<double>(timeline.bucketNs) /
                         static_cast<double>(kNsPerSecond) * static_cast<double>(joined);
    std::vector<std::uint32_t> most(steps);
    std::vector<double> answers(steps);
    std::vector<double> issued(steps);
    LayerHeights errors(kErrorKinds.size(), std::vector<double>(std::max<std::size_t>(1, steps)));
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        const TimelineBucket &bucket = timeline.buckets[i];
        const std::size_t step = i / joined;
        most[step] = std::max(most[step], bucket.inFlight);
        for (const Outcome outcome : kAllOutcomes) {
            answers[step] += bucket.answers.at(indexOf(outcome));
        }
        issued[step] += bucket.answers.at(indexOf(Outcome::Issued));
        for (std::size_t kind = 0; kind < kErrorKinds.size(); ++kind) {
            errors[kind][step] += bucket.answers.at(indexOf(kErrorKinds.at(kind)));
        }
    }
    const double end = record.throughput.durationSeconds;
    QList<QPointF> underWay;
    QList<QPointF> answersASecond;
    QList<QPointF> issuedASecond;
    for (std::size_t step = 0; step < steps; ++step) {
        const double from = width * static_cast<double>(step);
        const double to = std::min(end, from + width);
        if (to <= from) {
            break; // nothing of it belongs to the run
        }
        underWay.append({to, static_cast<double>(most[step])});
        answersASecond.append({(from + to) / 2, answers[step] / (to - from)});
        issuedASecond.append({(from + to) / 2, issued[step] / (to - from)});
    }
    m_underWay->setLine(kFirst, underWay);
    const auto vus = steadyVus(record.scenario);
    m_underWay->setLine(kSecond, vus ? QList<QPointF>{{0, static_cast<double>(*vus)},
                                                      {end, static_cast<double>(*vus)}}
                                     : QList<QPointF>());
    m_rate->setLine(kFirst, answersASecond);
    m_rate->setLine(kSecond, issuedASecond);
    m_errors->setLayers(width, errors);
    QStringList parts;
    for (const Outcome kind : kErrorKinds) {
        if (const std::uint64_t times = record.outcomes.of(kind); times > 0) {
            parts << QStringLiteral("%1 %2").arg(text::count(static_cast<std::int64_t>(times)),
                                                 inLine(outcomeName(kind)));
        }
    }
    m_hasErrors = !parts.isEmpty();
    m_errors->describe(parts.isEmpty() ? tr("No errors.")
                                       : tr("Errors: %1.").arg(parts.join(QStringLiteral(", "))));
    m_underWay->describe(
        tr("At the ends of the steps at most %1 at once.")
            .arg(text::count(steps == 0 ? 0 : *std::max_element(most.begin(), most.end()))));
    m_rate->describe(tr("Over the whole run %1 answers a second, %2 issued.")
                         .arg(text::count(std::llround(record.throughput.answersPerSecond)),
                              text::count(std::llround(record.throughput.issuedPerSecond))));
}

} // namespace stampede
