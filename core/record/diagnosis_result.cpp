// SPDX-License-Identifier: MIT
#include "record/diagnosis_result.h"

#include <algorithm>
#include <iterator>

namespace stampede {

QString hypothesisVerdictKey(HypothesisVerdict verdict)
{
    switch (verdict) {
    case HypothesisVerdict::Explains:
        return QStringLiteral("true");
    case HypothesisVerdict::RuledOut:
        return QStringLiteral("false");
    case HypothesisVerdict::Undecided:
        return QStringLiteral("undecided");
    }
    return {};
}

QList<Hypothesis> Diagnosis::with(HypothesisVerdict verdict) const
{
    QList<Hypothesis> found;
    std::copy_if(hypotheses.begin(), hypotheses.end(), std::back_inserter(found),
                 [verdict](const Hypothesis &each) { return each.verdict == verdict; });
    return found;
}

const Hypothesis *Diagnosis::find(const QString &id) const
{
    const auto found = std::find_if(hypotheses.begin(), hypotheses.end(),
                                    [&id](const Hypothesis &each) { return each.id == id; });
    return found == hypotheses.end() ? nullptr : &*found;
}

} // namespace stampede
