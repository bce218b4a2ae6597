#include "compare/circumstances.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

namespace {

using text::count;

/// The context of the comparison, whose words these are.
struct SettingText
{
    Q_DECLARE_TR_FUNCTIONS(RunComparison)
};

QString valueText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? SettingText::tr("on") : SettingText::tr("off");
    }
    if (value.isDouble() && value.toInteger(-1) != -1) {
        return count(value.toInteger());
    }
    return value.isString() ? printable(value.toString()) : shown(value);
}

/// Every setting by its path. Lists, limits and headers are one setting each.
void collectSettings(const QJsonObject &json, const QString &prefix, QMap<QString, QString> &found)
{
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const QString path = prefix + it.key();
        const bool isOne = path == QLatin1String("thresholds") ||
                           path == QLatin1String("target.headers") ||
                           path == QLatin1String("target.body");
        if (it.value().isObject() && !isOne) {
            collectSettings(it.value().toObject(), path + QLatin1Char('.'), found);
        } else {
            found.insert(path, valueText(it.value()));
        }
    }
}

/// Its name and what is said about it make no difference to a run.
QMap<QString, QString> settingsOf(const Scenario &scenario)
{
    QJsonObject json = reportedScenario(scenario);
    for (const char *words : {"name", "about", "schema"}) {
        json.remove(QLatin1String(words));
    }
    QMap<QString, QString> found;
    collectSettings(json, {}, found);
    return found;
}

} // namespace

QString settingLabel(const QString &path)
{
    const std::pair<const char *, QString> labels[] = {
        {"service.layers.rowLock", SettingText::tr("Row lock")},
        {"service.layers.duplicateCheck", SettingText::tr("Duplicate check")},
        {"service.layers.uniqueKey", SettingText::tr("Unique key")},
        {"service.strategy", SettingText::tr("Strategy")},
        {"service.isolation", SettingText::tr("Isolation level")},
        {"service.pause", SettingText::tr("Pause between reading and writing")},
        {"service.retries", SettingText::tr("Retries")},
        {"coupon.stock", SettingText::tr("Stock")},
        {"users.count", SettingText::tr("People")},
        {"load.model", SettingText::tr("Load")},
        {"load.vus", SettingText::tr("Virtual users")},
        {"load.iterations", SettingText::tr("Requests")},
        {"load.rate", SettingText::tr("Requests a second")},
        {"seed", SettingText::tr("Seed")},
        {"rounds", SettingText::tr("Rounds")},
        {"thresholds", SettingText::tr("Limits")},
        {"environment.database", SettingText::tr("Database server")},
        {"environment.host", SettingText::tr("Machine")},
        {"run.version", SettingText::tr("Stampede")},
    };
    for (const auto &[key, label] : labels) {
        if (path == QLatin1String(key)) {
            return label;
        }
    }
    return path;
}

QMap<QString, QString> circumstancesOf(const RunRecord &record)
{
    QMap<QString, QString> found = settingsOf(record.scenario);
    const auto &database = record.environment.database;
    found.insert(QStringLiteral("environment.database"),
                 QStringLiteral("%1 %2").arg(database.product, database.version).trimmed());
    if (const auto stock = record.stockAtStart()) { // whoever said it
        found.insert(QStringLiteral("coupon.stock"), QString::number(*stock));
    }
    found.insert(QStringLiteral("environment.host"), record.environment.host);
    found.insert(QStringLiteral("run.version"), record.version);
    return found;
}

QStringList differingSettings(const Scenario &one, const Scenario &other)
{
    const QMap<QString, QString> left = settingsOf(one);
    const QMap<QString, QString> right = settingsOf(other);
    QMap<QString, QString> paths = left;
    paths.insert(right);
    QStringList found;
    for (auto path = paths.keyBegin(); path != paths.keyEnd(); ++path) {
        if (*path != QLatin1String("thresholds") && left.value(*path) != right.value(*path)) {
            found << settingLabel(*path);
        }
    }
    return found;
}

} // namespace stampede
