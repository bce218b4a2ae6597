// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "base/result.h"
#include "scenario/scenario.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QPair>
#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// The rules that a scenario without rules goes by, as target.classify has them.
QJsonArray usualRules();
/// The rules that a run of that scenario goes by: its own, else the usual ones.
QJsonArray rulesOf(const Scenario &scenario);

/// An answer that came back.
struct OneAnswer
{
    int status = 0;
    QByteArray body;                                ///< decoded where it could be
    QList<QPair<QByteArray, QByteArray>> headers{}; ///< those that rules and steps look at
};

/// One request that was sent, and what came of it.
struct TriedRequest
{
    QString step; ///< the name of the step; empty for the request that counts
    QString came; ///< "201 Created"
    OneAnswer answer;
    std::int64_t tookMs = 0;
};

/// What became of trying the request of one person.
struct OneTry
{
    QList<TriedRequest> steps; ///< in the order in which they were walked, a poll's last answer
    std::optional<TriedRequest> request; ///< nothing where it was not answered, and then
    QString failure;                     ///< a sentence that says why; it repeats no secret
};

/// Sends what the crowd of that scenario would send for `person`, as people are called there: a
/// whole number from 1 on, or a text of the people's file. Steps before the request are walked
/// first, with cookies and certificates as a run has them; those of a round, which may reset the
/// service, only where they take a value. The target speaks HTTP, over a Unix socket too. With
/// people from a file their first row there. Blocks for as long as the scenario's timeout and its
/// steps allow. Any thread.
OneTry tryOneRequest(const Scenario &scenario, const QString &person);

/// What the scenario's rules say that it means; nothing where no rule knows it.
std::optional<Outcome> meaningOf(const OneAnswer &answer, const Scenario &scenario);

} // namespace stampede
