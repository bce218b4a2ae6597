// SPDX-License-Identifier: MIT
#include "scenario/one_caller.h"

#include "scenario/scenario_text.h"
#include "scenario/user_file.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

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

/// Those of the names that are columns of the people's file.
QStringList columnsAmong(const QStringList &names, const Scenario &scenario)
{
    const auto &file = scenario.users.loaded.file;
    QStringList columns;
    for (const QString &column : file ? file->columns() : QStringList()) {
        if (names.contains(column)) {
            columns << column;
        }
    }
    return columns;
}

/// Whether a text with these names in braces is the same for everybody.
bool areTheSame(const QStringList &columns, const Scenario &scenario)
{
    return std::all_of(columns.begin(), columns.end(), [&scenario](const QString &column) {
        return isTheSame(*scenario.users.loaded.file, column);
    });
}

} // namespace

QString oneCallerOf(const Scenario &scenario, std::int64_t people)
{
    if (scenario.target.kind == TargetKind::InProcess || people < 2) {
        return {};
    }
    const QStringList names = placeholdersBehind(scenario.target);
    if (names.contains(QStringLiteral("userId"))) {
        return {};
    }
    const QStringList columns = columnsAmong(names, scenario);
    if (columns.isEmpty()) {
        // Without the file of a kept run nobody knows which of the names are its columns.
        const bool knowsColumns =
            scenario.users.pick != Pick::File || scenario.users.loaded.file != nullptr ||
            std::all_of(names.begin(), names.end(),
                        [](const QString &name) { return name == QLatin1String("couponId"); });
        return knowsColumns
                   ? ScenarioText::tr("%1 people are to ask, but nothing that is sent says who: "
                                      "URL, headers and body are the same for all of them.")
                         .arg(count(people))
                   : QString();
    }
    return areTheSame(columns, scenario)
               ? ScenarioText::tr("%1 people are to ask, but all that says who is {%2}, and that "
                                  "is the same in all %3 lines of the people's file.")
                     .arg(count(people), columns.join(QStringLiteral("}, {")),
                          count(static_cast<std::int64_t>(scenario.users.loaded.file->rows())))
               : QString();
}

QStringList sharedIdentityHeaders(const Scenario &scenario, std::int64_t people)
{
    QStringList shared;
    if (scenario.target.kind == TargetKind::InProcess || people < 2) {
        return shared;
    }
    for (const auto &[name, value] : scenario.target.headers) {
        const QString lower = name.toLower();
        const QStringList names = placeholdersOf(value);
        const bool isTaken = std::any_of(names.begin(), names.end(), [&](const QString &one) {
            const auto &steps = scenario.target.steps;
            return std::any_of(steps.begin(), steps.end(), [&one](const StepSettings &step) {
                return std::any_of(step.extract.begin(), step.extract.end(),
                                   [&one](const StepValue &taken) { return taken.name == one; });
            });
        });
        if (isTaken) {
            continue; // the person of a step may stand behind it
        }
        const bool mayName = lower == QLatin1String("authorization") ||
                             lower == QLatin1String("cookie") ||
                             lower.contains(QLatin1String("token"));
        const QStringList columns = columnsAmong(names, scenario);
        if (mayName && !names.contains(QStringLiteral("userId")) &&
            columns.size() == std::count_if(names.begin(), names.end(),
                                            [](const QString &one) {
                                                return one != QLatin1String("couponId");
                                            }) &&
            areTheSame(columns, scenario)) {
            shared << name;
        }
    }
    return shared;
}

} // namespace stampede
