#include "ui/live/answer_layers.h"

#include "ui/charts/run_chart.h"

namespace stampede {

QStringList layerNames(const std::vector<Outcome> &outcomes)
{
    QStringList names;
    for (const Outcome outcome : outcomes) {
        names << layerName(layerOf(outcome));
    }
    names.removeDuplicates();
    return names;
}

void addAnswerLayers(RunChart *chart)
{
    const auto add = [chart](AnswerLayer layer, QColor Theme::*color, Qt::BrushStyle pattern) {
        chart->addLayer(layerName(layer), color, pattern);
    };
    add(AnswerLayer::Issued, &Theme::issued, Qt::SolidPattern);
    add(AnswerLayer::AlreadyIssued, &Theme::alreadyIssued, Qt::BDiagPattern);
    add(AnswerLayer::OutOfStock, &Theme::outOfStock, Qt::Dense5Pattern);
    add(AnswerLayer::OtherRefusals, &Theme::muted, Qt::NoBrush);
    add(AnswerLayer::Errors, &Theme::error, Qt::DiagCrossPattern);
    add(AnswerLayer::NoAnswer, &Theme::noAnswer, Qt::VerPattern);
}

LayerHeights answerLayers(const Timeline &timeline, std::size_t together)
{
    STAMPEDE_CHECK(together > 0);
    const std::size_t steps = (timeline.buckets.size() + together - 1) / together;
    LayerHeights layers(kAnswerLayers, std::vector<double>(steps, 0.0));
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        for (const Outcome outcome : kAllOutcomes) {
            layers[static_cast<std::size_t>(layerOf(outcome))][i / together] +=
                static_cast<double>(timeline.buckets[i].answers.at(indexOf(outcome)));
        }
    }
    return layers;
}

} // namespace stampede
