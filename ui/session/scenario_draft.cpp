// SPDX-License-Identifier: MIT
#include "ui/session/scenario_draft.h"

#include "scenario/json_path.h"
#include "scenario/scenario_reader.h"

namespace stampede {

namespace {

const QString kTarget = QStringLiteral("target");
const QString kRows = QStringLiteral("target.audit");

QJsonValue none()
{
    return QJsonValue(QJsonValue::Undefined);
}

/// The choice that a setting stands for, also where it has settings of its own.
QString choiceIn(const QJsonValue &value, const QString &whereObject)
{
    return value.isObject() ? whereObject : value.toString();
}

QJsonObject usualTarget(const QString &kind)
{
    if (kind != QLatin1String("http")) {
        return {{QStringLiteral("kind"), kind}};
    }
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("method"), QStringLiteral("POST")},
            {QStringLiteral("couponId"), QStringLiteral("1")},
            {QStringLiteral("url"),
             QStringLiteral("http://127.0.0.1:8080/api/coupons/{couponId}/issue")},
            {QStringLiteral("audit"), QStringLiteral("none")}};
}

} // namespace

QJsonValue ScenarioDraft::value(const QString &path) const
{
    return valueAt(json, path);
}

void ScenarioDraft::set(const QString &path, const QJsonValue &value)
{
    json = withValueAt(json, path, value);
}

void ScenarioDraft::bring(const char *path, bool isUsed, const QJsonValue &usual)
{
    const QString name = QString::fromLatin1(path);
    const QJsonValue present = value(name);
    if (!isUsed && !present.isUndefined()) {
        parked.insert(name, present);
        set(name, none());
    } else if (isUsed && present.isUndefined()) {
        const QJsonValue wanted = parked.contains(name) ? parked.take(name) : usual;
        if (!wanted.isUndefined()) {
            set(name, wanted);
        }
    }
}

void ScenarioDraft::chooseLoadModel(const QString &model)
{
    constexpr double kUsualRate = 60;
    const bool open = model.endsWith(QLatin1String("arrival-rate"));
    const bool ramping = model.startsWith(QLatin1String("ramping"));
    const bool constantRate = open && !ramping;
    bring("load.iterations", model.endsWith(QLatin1String("iterations")),
          static_cast<qint64>(LoadSettings().iterations));
    bring("load.rate", open, constantRate ? QJsonValue(kUsualRate) : none());
    bring("load.stages", ramping, QStringLiteral("10s:100, 5s:0"));
    bring("load.duration", !ramping, QStringLiteral("30s"));
    bring("load.thinkTime", !open && model != QLatin1String("burst"), none());
    if (constantRate && value(QStringLiteral("load.rate")) == 0) {
        set(QStringLiteral("load.rate"), kUsualRate);
    }
}

void ScenarioDraft::choosePick(const QString &pick)
{
    bring("users.fixedUser", pick == QLatin1String("fixed"), 1);
    bring("users.exponent", pick == QLatin1String("zipf"), 1);
    bring("users.path", pick == QLatin1String("file"), none());
}

/// A service of somebody else has its own strategy and protections; ours has no URL.
void ScenarioDraft::chooseTarget(const QString &kind)
{
    const QString at = kTarget + QLatin1Char('@');
    const QString present = value(QStringLiteral("target.kind")).toString();
    parked.insert(at + present, json.value(kTarget));
    const QJsonValue kept = parked.take(at + kind);
    json.insert(kTarget, kept.isObject() ? kept : usualTarget(kind));
    bring("service", kind != QLatin1String("http"),
          scenarioToJson(Scenario())[QLatin1String("service")]);
}

void ScenarioDraft::chooseRows(const QString &rows)
{
    const QString at = kRows + QLatin1Char('@');
    const QJsonValue present = value(kRows);
    const QString profile = QStringLiteral("profile");
    parked.insert(at + choiceIn(present, profile), present);
    const QJsonValue kept = parked.take(at + rows);
    set(kRows, !kept.isUndefined() && !kept.isNull() ? kept
               : rows == profile ? QJsonValue(QJsonObject{{profile, QJsonObject()},
                                                          {QStringLiteral("database"), QString()}})
                                 : QJsonValue(rows));
}

void ScenarioDraft::choose(const QString &path, const QString &key)
{
    if (choiceIn(value(path), QStringLiteral("profile")) == key) {
        return;
    }
    if (path == kRows) {
        return chooseRows(key);
    }
    if (path == QLatin1String("target.kind")) {
        return chooseTarget(key);
    }
    if (path == QLatin1String("load.model")) {
        chooseLoadModel(key);
    } else if (path == QLatin1String("users.pick")) {
        choosePick(key);
    } else if (path == QLatin1String("service.strategy")) {
        // The switches belong to the reference.
        bring("service.layers", key == strategyKey(StrategyKind::Pessimistic), none());
    }
    set(path, key);
}

QString namesOf(const QStringList &paths)
{
    QStringList names = paths;
    for (QString &name : names) {
        name.remove(QLatin1String("target.headers."));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace stampede
