// What a run knows of the service beside its answers, and the words for what it does not.

#include "diagnosis/weighing.h"

#include "scenario/user_file.h"
#include "text/number_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace stampede {

namespace {

/// The names in braces of everything that is sent.
QSet<QString> sentNames(const TargetSettings &target)
{
    const QJsonValue &body = target.body;
    QString all = target.url;
    for (const auto &[name, value] : target.headers) {
        all += QLatin1Char('\n') + value;
    }
    if (body.isString()) {
        all += QLatin1Char('\n') + body.toString();
    } else if (!body.isUndefined()) {
        const QJsonObject object{{QStringLiteral("body"), body}};
        all += QLatin1Char('\n') + QString::fromUtf8(QJsonDocument(object).toJson());
    } else if (target.method != QLatin1String("GET") && target.method != QLatin1String("HEAD")) {
        all += QStringLiteral("{userId}"); // of the usual body
    }
    const QStringList names = placeholdersOf(all);
    return {names.begin(), names.end()};
}

/// Whether that column is the same in every line of the people's file.
bool isTheSame(const UserFile &file, const QString &column)
{
    for (std::size_t row = 1; row < file.rows(); ++row) {
        if (file.value(row, column) != file.value(0, column)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isOurs(const DiagnosisFacts &facts)
{
    return facts.scenario.target.kind == TargetKind::InProcess;
}

std::optional<std::int64_t> stockAtStart(const DiagnosisFacts &facts)
{
    if (facts.scenario.setsStock()) {
        return facts.scenario.coupon.stock;
    }
    return facts.audit != nullptr && facts.audit->state.initialStockKnown && seesRows(facts)
               ? std::optional(facts.audit->state.initialStock)
               : std::nullopt;
}

std::optional<std::int64_t> stockDrift(const DiagnosisFacts &facts)
{
    if (facts.audit == nullptr) {
        return std::nullopt;
    }
    const StateFigures &state = facts.audit->state;
    const IssueRules &rules = facts.audit->rules;
    const bool counted = !state.remaining && state.issuedCounter && state.rowsKnown &&
                         state.initialStockKnown && !rules.countsPieces && !rules.givesBack;
    return counted ? std::optional(*state.issuedCounter - state.rows) : state.drift;
}

std::optional<std::int64_t> stockAtEnd(const DiagnosisFacts &facts)
{
    if (facts.audit == nullptr) {
        return std::nullopt;
    }
    const StateFigures &state = facts.audit->state;
    const auto drift = stockDrift(facts);
    return state.remaining || !drift ? state.remaining
                                     : std::optional(state.initialStock - state.newRows - *drift);
}

bool isOneEach(const DiagnosisFacts &facts)
{
    const PredictedService &service = facts.prediction.service;
    return isOurs(facts) || (service.knowsLimit && service.perPerson.isOne());
}

bool seesRows(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->state.rowsKnown;
}

QString stockUnknown(const DiagnosisFacts &facts)
{
    return seesRows(facts) ? DiagnosisText::tr("The stock cannot be read in this database.")
                           : rowsUnknown(facts);
}

QString rowsUnknown(const DiagnosisFacts &facts)
{
    return facts.audit == nullptr
               ? DiagnosisText::tr("The audit did not finish.")
               : DiagnosisText::tr("Only the answers could be seen: nobody gave a "
                                   "database.");
}

QString oneCaller(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    if (isOurs(facts) || crowd.people < 2) {
        return {};
    }
    const QSet<QString> names = sentNames(facts.scenario.target);
    const auto &file = facts.scenario.users.loaded.file;
    QStringList columns;
    for (const QString &column : file ? file->columns() : QStringList()) {
        if (names.contains(column)) {
            columns << column;
        }
    }
    if (names.contains(QStringLiteral("userId"))) {
        return {};
    }
    if (columns.isEmpty()) {
        return DiagnosisText::tr("%1 people were to ask, but nothing that was sent says who: URL, "
                                 "headers and body are the same for all of them.")
            .arg(text::count(crowd.people));
    }
    const bool allTheSame = std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
        return isTheSame(*file, column);
    });
    return allTheSame
               ? DiagnosisText::tr("%1 people were to ask, but all that says who is {%2}, and "
                                   "that is the same in all %3 lines of the people's file.")
                     .arg(text::count(crowd.people), columns.join(QStringLiteral("}, {")),
                          text::count(static_cast<std::int64_t>(file->rows())))
               : QString();
}

} // namespace stampede
