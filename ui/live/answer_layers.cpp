// SPDX-License-Identifier: MIT
#include "ui/live/answer_layers.h"

#include "ui/charts/run_chart.h"
#include "ui/look/outcome_look.h"

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
    for (std::size_t i = 0; i < kAnswerLayers; ++i) {
        const auto layer = static_cast<AnswerLayer>(i);
        chart->addLayer(layerName(layer), Theme::colorOf(layer), layerPattern(layer));
    }
}

LayerHeights answerLayers(const Timeline &timeline, std::size_t together)
{
    STAMPEDE_CHECK(together > 0);
    const std::size_t steps = (timeline.buckets.size() + together - 1) / together;
    LayerHeights layers(kAnswerLayers, std::vector<double>(steps, 0.0));
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        for (const Outcome outcome : kAllOutcomes) {
            layers[indexOf(layerOf(outcome))][i / together] +=
                static_cast<double>(timeline.buckets[i].answers.at(indexOf(outcome)));
        }
    }
    return layers;
}

} // namespace stampede
