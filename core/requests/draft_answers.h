// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"
#include "scenario/target_settings.h"

namespace stampede {

/// What recorded answers may mean, as a draft that somebody has to check.
struct DraftRules
{
    QList<ClassifyRule> rules; ///< empty where no answer says anything
    QStringList shown;         ///< one a rule: "409, /code = \"DUPLICATE\": already issued"
    QStringList notes;         ///< sentences on answers that have no rule
};

/// Takes the meaning of answers from their status, their codes and their words. A 2xx is never
/// taken for a refusal, and an answer that nothing tells from another has no rule.
DraftRules draftRules(const QList<FoundAnswer> &answers);

} // namespace stampede
