// SPDX-License-Identifier: MIT
#include "report/repeat_command.h"

#include "report/report_words.h"
#include "scenario/classify_setting.h"
#include "scenario/presets.h"
#include "scenario/scenario_command.h"
#include "scenario/scenario_text.h"

#include <QStringList>

#include <optional>

namespace stampede {

namespace {

constexpr qsizetype kMostDifferences = 8;

} // namespace

QString repeatCommand(const Scenario &scenario)
{
    Scenario wanted = scenario;
    wanted.about = {}; // says nothing of how the run goes
    std::optional<QList<Override>> best;
    QString bestPreset;
    const QList<Preset> all = presets();
    for (const Preset &preset : all) {
        auto found = overridesTo(wanted, preset.id);
        if (!found) {
            continue;
        }
        QList<Override> overrides = std::move(found).value();
        overrides.removeIf([](const Override &each) { return each.path == QLatin1String("seed"); });
        if (!best || overrides.size() < best->size()) {
            best = std::move(overrides);
            bestPreset = preset.id;
        }
    }
    QStringList words = {QStringLiteral("stampede-cli"), QStringLiteral("run")};
    if (!best || best->size() > kMostDifferences) {
        words << QStringLiteral("scenario.stampede.json");
    } else {
        words << bestPreset << QStringLiteral("--seed") << QString::number(scenario.seed); // always
        for (const Override &each : std::as_const(*best)) {
            words << QStringLiteral("--set") << each.path + QLatin1Char('=') + each.value;
        }
    }
    return shellLine(words);
}

QStringList repeatNeeds(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    QStringList needs;
    const bool isTheirs = target.kind == TargetKind::Http && target.audit.rows != TargetRows::Serve;
    if (isTheirs) {
        needs << ReportText::tr("It asks %1 again: what is issued then is gone there as well, and "
                                "the run begins with what this one left.")
                     .arg(printable(target.url));
    }
    QStringList files;
    if (scenario.users.pick == Pick::File) {
        files << printable(scenario.users.path);
    }
    if (target.audit.rows == TargetRows::Profile && !holdsProfile(target.audit.profile)) {
        files << printable(target.audit.profile);
    }
    if (isTheirs || !files.isEmpty()) {
        needs
            << (files.isEmpty()
                    ? ReportText::tr("It reads the scenario from the folder in which it is given.")
                    : ReportText::tr("It reads the scenario from the folder in which it is given, "
                                     "and from the scenario's folder: %1.")
                          .arg(files.join(QStringLiteral(", "))));
    }
    return needs;
}

QStringList verifyCommands(const QString &run)
{
    QStringList commands;
    if (!run.isEmpty()) {
        commands << QStringLiteral("stampede-cli verify ") + run;
    }
    return commands << QStringLiteral("stampede-cli verify history.jsonl");
}

} // namespace stampede
