#include "report/repeat_command.h"

#include "report/report_words.h"
#include "scenario/presets.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace stampede {

namespace {

constexpr qsizetype kMostDifferences = 8;

QString valueText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("v"), value}}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(5, json.size() - 6)); // {"v":…}
}

/// What has to be set in `base` to come to `wanted`; nothing where settings would have to go or an
/// array differs.
bool collect(const QJsonObject &base, const QJsonObject &wanted, const QString &path,
             QStringList &settings)
{
    for (auto it = base.constBegin(); it != base.constEnd(); ++it) {
        if (!wanted.contains(it.key())) {
            return false;
        }
    }
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        const QString name = path.isEmpty() ? it.key() : path + QLatin1Char('.') + it.key();
        const QJsonValue before = base.value(it.key());
        if (it->isObject() && before.isObject()) {
            if (!collect(before.toObject(), it->toObject(), name, settings)) {
                return false;
            }
        } else if (before != *it) {
            if (it->isArray() || it->isObject()) {
                return false;
            }
            settings << name + QLatin1Char('=') + valueText(*it);
        }
    }
    return true;
}

} // namespace

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch()) {
        return word;
    }
    QString quoted = word;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString repeatCommand(const Scenario &scenario)
{
    QJsonObject wanted = reportedScenario(scenario);
    wanted.remove(QStringLiteral("about")); // says nothing of how the run goes
    std::optional<QStringList> best;
    QString bestPreset;
    const QList<Preset> all = presets();
    for (const Preset &preset : all) {
        const auto loaded = loadScenario(preset.id);
        if (!loaded) {
            continue;
        }
        QJsonObject base = scenarioToJson(loaded.value());
        base.remove(QStringLiteral("about"));
        base.remove(QStringLiteral("seed")); // always said
        QStringList settings;
        if (collect(base, wanted, {}, settings) && (!best || settings.size() < best->size())) {
            best = settings;
            bestPreset = preset.id;
        }
    }
    const QString seed = QStringLiteral("seed=");
    QStringList words = {QStringLiteral("stampede-cli"), QStringLiteral("run")};
    if (!best || best->size() > kMostDifferences) {
        words << QStringLiteral("scenario.stampede.json");
    } else {
        words << bestPreset << QStringLiteral("--seed") << QString::number(scenario.seed);
        for (const QString &setting : std::as_const(*best)) {
            if (!setting.startsWith(seed)) {
                words << QStringLiteral("--set") << shellWord(setting);
            }
        }
    }
    return words.join(QLatin1Char(' '));
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
    if (target.audit.rows == TargetRows::Profile) {
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
