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
#include <QUrl>

#include <cstdint>
#include <optional>

namespace stampede {

/// The rules that a scenario without rules goes by, as target.classify has them.
QJsonArray usualRules();
/// The rules that a run of that scenario goes by: its own, else the usual ones.
QJsonArray rulesOf(const Scenario &scenario);

/// The request of one person, with everything filled in: secrets too, so never shown or stored.
struct OneRequest
{
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers; ///< without Host, Content-Length and Connection
    QByteArray body;
    bool verifyPeer = true;
};

/// What the crowd of that scenario would send for `person`, as people are called there: a whole
/// number from 1 on, or a text of the people's file. Its target speaks HTTP. With people from a
/// file their first row there. The error has a line a fault and repeats no secret.
Result<OneRequest, QString> oneRequestOf(const Scenario &scenario, const QString &person);

/// An answer that came back.
struct OneAnswer
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// What the scenario's rules say that it means; nothing where no rule knows it.
std::optional<Outcome> meaningOf(const OneAnswer &answer, const Scenario &scenario);

} // namespace stampede
