// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"

#include <QHash>
#include <QJsonObject>

namespace stampede {

/// Where a value stands in the answer of a request.
struct AnswerValue
{
    qsizetype request = 0; ///< its index
    QString name;          ///< what the value is called there
    QJsonObject extract;   ///< of a step: { "pointer" }, { "header" } or { "cookie" }
};

/// The values in the recorded answers that later requests may send: tokens, tickets, cookies.
class AnswerValues
{
public:
    explicit AnswerValues(const QList<CopiedRequest> &requests, qsizetype before);
    /// The answer of the last request before that one which holds the value.
    [[nodiscard]] std::optional<AnswerValue> sourceOf(const QString &value, qsizetype before) const;

private:
    void addBody(const DocumentNode &node, const QString &pointer, qsizetype request);
    void add(const QString &value, AnswerValue place);
    QHash<QString, QList<AnswerValue>> m_places;
};

/// A request that is made before the one that counts.
struct DraftStep
{
    QString name;
    bool isOfPerson = false; ///< once a person, else with every request
    QJsonObject request;     ///< method, url, headers, body
    int status = 0;          ///< that was recorded
    QJsonObject extract;     ///< placeholder → where it stands in the answer
};

/// A step as `target.steps` has it.
QJsonObject stepToJson(const DraftStep &step);

} // namespace stampede
