#include "run/run_record.h"

namespace stampede {

QString runVerdictKey(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Violation:
        return QStringLiteral("violation");
    case RunVerdict::Inconclusive:
        return QStringLiteral("inconclusive");
    case RunVerdict::Invalid:
        return QStringLiteral("invalid");
    case RunVerdict::Aborted:
        return QStringLiteral("aborted");
    case RunVerdict::Thresholds:
        return QStringLiteral("thresholds");
    case RunVerdict::Pass:
        return QStringLiteral("pass");
    }
    return {};
}

double LoadTesterView::failedPercent() const
{
    return requests == 0 ? 0.0
                         : 100.0 * static_cast<double>(failed) / static_cast<double>(requests);
}

} // namespace stampede
