// SPDX-License-Identifier: MIT
#include "record/settled_effects.h"

namespace stampede {

bool knowsEffects(const AuditReport &audit)
{
    const bool mayStillWrite = audit.settle && !audit.settle->atRest && audit.state.noEffect > 0;
    return audit.state.rowsKnown && !mayStillWrite;
}

} // namespace stampede
