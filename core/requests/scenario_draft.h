// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"

#include <QHash>
#include <QJsonObject>

namespace stampede {

/// Which request, and which of its values are what.
struct DraftOrder
{
    qsizetype request = 0; ///< its index
    /// The person as the request writes them, "NAME=VALUE" for a column {NAME} of a people's file,
    /// or the name of a value that an OpenAPI document leaves open. Empty: nobody said.
    QString user;
    QString coupon; ///< likewise
};

/// A variable of the environment that has to be set before a run.
struct DraftVariable
{
    QString name;
    QString meaning; ///< a phrase; never the value
};

/// A scenario to begin with, and what there is to say of it.
struct DraftedScenario
{
    QJsonObject scenario; ///< stampede.scenario/1
    QList<DraftVariable> variables;
    QStringList rules; ///< what answers were taken to mean, one a line: to be checked
    QStringList notes; ///< sentences
    /// What the variables were in the request: for whoever sets them in this process, to be kept
    /// and shown nowhere.
    QHash<QString, QString> secrets;
    bool hasSteps = false;
    bool needsPeople = false; ///< a people's file, "people.csv", has to be written
};

/// A value of a request that may be the person or the coupon.
struct RequestValue
{
    QString place; ///< "the path", "the body (member)"
    QString value; ///< as DraftOrder takes it
};

/// The values of a request in their order, each place once: segments of the path, values of query,
/// headers, cookies, form and JSON. Headers that browsers and connections have are left out, and so
/// are secrets by their name.
QList<RequestValue> valuesOf(const CopiedRequest &request);

/// Makes a scenario of one of the requests. Values that are the person or the coupon become
/// placeholders wherever they stand; secrets become variables and are in none of the draft's
/// texts. The errors are "FILE:LINE:COLUMN: what was expected". Any thread.
Result<DraftedScenario, QStringList> draftScenario(const FoundRequests &found,
                                                   const DraftOrder &order, const QString &place);

/// The scenario as a file.
QByteArray scenarioFile(const DraftedScenario &draft);

} // namespace stampede
