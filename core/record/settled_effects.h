// SPDX-License-Identifier: MIT
#pragma once

#include "record/audit_report.h"

namespace stampede {

/// Whether it is known how many of the requests without a definite answer took effect: the rows
/// were seen, and the service had come to rest or none of these requests is left that may still
/// write. Where it is not, `tookEffect` is what had been seen so far and `noEffect` says nothing.
/// Any thread.
bool knowsEffects(const AuditReport &audit);

} // namespace stampede
