#include "run/history_frame.h"

#include "issuance/in_process_target.h"

namespace stampede {

HistoryFrame historyFrameOf(const RunRecord &record)
{
    HistoryFrame frame;
    frame.coupon = record.coupon.value;
    frame.stock = record.scenario.coupon.stock;
    frame.precedence = precedenceKey(precedenceOf(record.scenario.service));
    if (record.audit && record.audit->state.remaining) {
        frame.hasFinal = true;
        frame.remaining = *record.audit->state.remaining;
        frame.rowUsers = record.audit->rowUsers;
    }
    return frame;
}

} // namespace stampede
