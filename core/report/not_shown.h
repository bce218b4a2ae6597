// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace stampede {

/// A line of what a report does not show.
struct NotShown
{
    QString id;
    QString text;
    bool isInDoubt = false; ///< nobody can know whether the run shows it, and the text says so
};

/// What lines there can be.
struct NotShownKind
{
    const char *id;
    bool always;       ///< every report has it
    bool mayBeInDoubt; ///< there are runs of which nobody can know
};
std::span<const NotShownKind> notShownKinds();

/// What the report does not show, the most important first: made from what the scenario varied and
/// what the audit could look at. Pure; any thread.
QList<NotShown> notShownLines(const RunRecord &record);
/// Their texts.
QStringList notShown(const RunRecord &record);

} // namespace stampede
