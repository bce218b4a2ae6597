#include "run/run_record.h"

#include <QSysInfo>
#include <QThread>

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

bool mixesCoupons(const RunRecord &record)
{
    return record.prediction.service.severalCoupons &&
           (!record.audit || record.audit->coupons.empty());
}

QString describeMachine()
{
    return QStringLiteral("%1, %2 processors")
        .arg(QSysInfo::prettyProductName())
        .arg(QThread::idealThreadCount());
}

double LoadTesterView::failedPercent() const
{
    return requests == 0 ? 0.0
                         : 100.0 * static_cast<double>(failed) / static_cast<double>(requests);
}

} // namespace stampede
