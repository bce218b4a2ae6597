// SPDX-License-Identifier: MIT
#include "scenario/scenario_reader.h"

#include "scenario/json_file.h"
#include "scenario/json_path.h"
#include "scenario/overrides.h"
#include "scenario/scenario_rules.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "scenario/settings.h"
#include "scenario/threshold_setting.h"
#include "scenario/user_file.h"
#include "text/nearest_name.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace stampede {

namespace {

/// The name of a scenario that has none: its file's, without what marks it as a scenario.
QString nameFrom(const QString &source)
{
    QString name = QFileInfo(source).fileName();
    for (const QLatin1String ending : {QLatin1String(".json"), QLatin1String(".stampede")}) {
        if (name.endsWith(ending, Qt::CaseInsensitive)) {
            name.chop(ending.size());
        }
    }
    name = printable(name);
    return readText(name, 1, kLongestName, Lines::One) ? name : QStringLiteral("scenario");
}

/// The first person whose name is no number as a number is written.
QString firstText(const UserFile &file)
{
    for (std::int64_t person = 1; person <= file.people(); ++person) {
        const QByteArray name = file.nameOf(person).toByteArray();
        if (QByteArray::number(name.toLongLong()) != name || name.toLongLong() < 1) {
            return QString::fromUtf8(name);
        }
    }
    return {};
}

class Reading
{
public:
    Reading(const QString &source, const QString &place, const QList<Override> &overrides)
        : m_source(source)
        , m_place(place)
        , m_overrides(overrides)
    {
        m_scenario.name = nameFrom(source);
    }

    Result<Scenario, Faults> run(const QJsonObject &json)
    {
        read(json);
        return m_faults.isEmpty() ? Result<Scenario, Faults>(m_scenario)
                                  : Failure{limitedDiagnostics()};
    }

    /// Without overrides.
    ScenarioSoFar runSoFar(const QJsonObject &json)
    {
        read(json);
        return {
            m_scenario,
            withUnused(m_faults.isEmpty() ? scenarioToJson(m_scenario) : withFaulty(json), json),
            m_faults.isEmpty() ? m_faults : limitedDiagnostics()};
    }

private:
    void read(const QJsonObject &json)
    {
        const QJsonObject resolved = withOverrides(json, m_overrides, m_faults);
        if (!resolved.contains(QLatin1String("schema"))) {
            fault(QStringLiteral("schema"),
                  ScenarioText::tr("is missing; must be \"%1\"").arg(QLatin1String(kSchema)));
        }
        readGroup(resolved, {});
        settleUsers();
        settleTarget();
        for (const Contradiction &found : findContradictions(m_scenario, m_given, m_faulty)) {
            fault(found.path, found.text);
        }
    }

    /// `all`, and whatever else `json` gives: what this scenario does not use another target may.
    [[nodiscard]] QJsonObject withUnused(QJsonObject all, const QJsonObject &json) const
    {
        for (const QString &path : m_given) {
            if (valueAt(all, path).isUndefined()) {
                all = withValueAt(all, path, valueAt(json, path));
            }
        }
        return all;
    }

    /// What was read, and in it whatever is wrong as it stands in `json`.
    [[nodiscard]] QJsonObject withFaulty(const QJsonObject &json) const
    {
        QJsonObject all = scenarioToJson(m_scenario);
        for (const QStringList &keys : m_unread) {
            all = withValueAt(all, keys, valueAt(json, keys));
        }
        for (const QString &path : m_faulty) {
            QString place = path.section(QLatin1Char('['), 0, 0);
            while (findSetting(place) == nullptr && place != thresholdsPath() &&
                   place.contains(QLatin1Char('.'))) {
                place = place.section(QLatin1Char('.'), 0, -2);
            }
            if (findSetting(place) != nullptr || place == thresholdsPath()) {
                all = withValueAt(all, place, valueAt(json, place));
            }
        }
        return all;
    }

    /// What the given settings say of those that were left out, and the file that they name.
    void settleUsers()
    {
        if (m_scenario.load.model == LoadModel::RampingVus &&
            !m_given.contains(QStringLiteral("load.vus"))) {
            m_scenario.load.vus = 1; // as in k6, a ramp begins with one
        }
        UserSettings &users = m_scenario.users;
        if (users.pick != Pick::File || users.path.isEmpty()) {
            return;
        }
        const auto file = UserFile::read(QFileInfo(m_source).absoluteDir().filePath(users.path));
        if (!file) {
            return fault(QStringLiteral("users.path"),
                         QStringLiteral("%1: %2").arg(printable(users.path), file.error()));
        }
        users.loaded.file = file.value();
        const bool isOurs = m_scenario.target.kind == TargetKind::InProcess ||
                            m_scenario.target.audit.rows == TargetRows::Serve;
        if (!m_given.contains(QStringLiteral("users.count"))) {
            users.count =
                std::min(isOurs ? file.value()->largestUser() : file.value()->people(), kMostUsers);
        }
        if (!isOurs) {
            return; // whom a service of somebody else knows is its own affair
        }
        if (!file.value()->areNumbers()) {
            return fault(QStringLiteral("users.path"),
                         ScenarioText::tr("%1: people must be whole numbers from 1 on where the "
                                          "service is Stampede's own (it holds %2)")
                             .arg(printable(users.path), printable(firstText(*file.value()))));
        }
        if (file.value()->largestUser() > users.count) {
            fault(
                QStringLiteral("users.count"),
                ScenarioText::tr("must be at least the largest userId of %1, which is %2 (got %3)")
                    .arg(printable(users.path), QString::number(file.value()->largestUser()),
                         QString::number(users.count)));
        }
    }

    void settleTarget()
    {
        TargetSettings &target = m_scenario.target;
        target.folder.path = QFileInfo(m_source).absolutePath();
        target.knowsStock = target.kind == TargetKind::Http &&
                            target.audit.rows == TargetRows::None &&
                            m_given.contains(QStringLiteral("coupon.stock"));
        if (!m_scenario.setsStock()) { // the tables say it, whatever stands here
            m_scenario.coupon.stock = CouponSettings().stock;
        }
    }

    /// The faults, or the first hundred of them and how many there are beyond.
    [[nodiscard]] Faults limitedDiagnostics() const
    {
        constexpr qsizetype kMost = 100;
        if (m_faults.size() <= kMost) {
            return m_faults;
        }
        const QString rest = ScenarioText::tr("%1 more faults").arg(m_faults.size() - kMost);
        return m_faults.mid(0, kMost) << QStringLiteral("%1: %2").arg(m_place, rest);
    }

    void fault(const QString &path, const QString &text)
    {
        const bool overridden =
            std::any_of(m_overrides.begin(), m_overrides.end(), [&path](const Override &override) {
                return path == override.path || path.startsWith(override.path + QLatin1Char('['));
            });
        m_faults.append(overridden ? QStringLiteral("--set %1: %2").arg(path, text)
                                   : QStringLiteral("%1: %2: %3").arg(m_place, path, text));
        m_faulty.insert(path);
    }

    void readGroup(const QJsonObject &group, const QString &groupPath)
    {
        for (const QString &key : inReadingOrder(group)) {
            const QString path = groupPath.isEmpty() ? key : groupPath + QLatin1Char('.') + key;
            const QJsonValue value = group.value(key);
            const bool plain = !key.contains(QLatin1Char('.'));
            if (path == thresholdsPath()) {
                m_scenario.thresholds = readThresholds(
                    value, [this](const QString &at, const QString &text) { fault(at, text); });
            } else if (const Setting *setting = findSetting(path); plain && setting != nullptr) {
                readSetting(*setting, value);
            } else if (plain && isSettingGroup(path)) {
                readNested(value, path);
            } else {
                m_unread.append(groupPath.split(QLatin1Char('.'), Qt::SkipEmptyParts) << key);
                fault(groupPath.isEmpty() ? printable(key)
                                          : groupPath + QLatin1Char('.') + printable(key),
                      unknownText(key, groupPath));
            }
        }
    }

    /// The target first: how many virtual users there may be depends on it.
    static QStringList inReadingOrder(const QJsonObject &group)
    {
        QStringList keys = group.keys();
        std::stable_partition(keys.begin(), keys.end(),
                              [](const QString &key) { return key == QLatin1String("target"); });
        return keys;
    }

    void readNested(const QJsonValue &value, const QString &path)
    {
        if (value.isObject()) {
            return readGroup(value.toObject(), path);
        }
        m_unread.append(path.split(QLatin1Char('.')));
        fault(path, ScenarioText::tr("must be an object (got %1)").arg(shown(value)));
    }

    void readSetting(const Setting &setting, const QJsonValue &value)
    {
        m_given.insert(setting.path);
        if (setting.readDeep) {
            return setting.readDeep(value, m_scenario, [&](const QString &at, const QString &text) {
                fault(at, text);
                m_faulty.insert(setting.path);
            });
        }
        if (const auto text = setting.read(value, m_scenario)) {
            m_given.remove(setting.path);
            fault(setting.path, *text);
        }
    }

    /// What an unknown key may have meant: a key of its group, or a setting that stands elsewhere.
    static QString unknownText(const QString &key, const QString &groupPath)
    {
        const QString start = groupPath.isEmpty() ? QString() : groupPath + QLatin1Char('.');
        QString meant = text::nearestName(key, keysOfGroup(groupPath));
        if (!meant.isEmpty()) {
            meant = start + meant;
        }
        const QString last = QLatin1Char('.') + key;
        for (const Setting &setting : settings()) {
            if (setting.path == key || setting.path.endsWith(last)) {
                meant = setting.path;
            }
        }
        return meant.isEmpty() ? ScenarioText::tr("unknown setting; possible here: %1")
                                     .arg(keysOfGroup(groupPath).join(QStringLiteral(", ")))
                               : ScenarioText::tr("unknown setting (did you mean %1?)").arg(meant);
    }

    QString m_source;
    QString m_place; ///< the source as fault lines show it
    QList<Override> m_overrides;
    Scenario m_scenario;
    Faults m_faults;
    QSet<QString> m_given;
    QSet<QString> m_faulty;
    QList<QStringList> m_unread; ///< the keys of what is no setting
};

Result<QJsonObject, Faults> objectOf(const QByteArray &json, const QString &place)
{
    if (json.size() > kLargestScenarioFile) {
        return Failure{Faults{
            QStringLiteral("%1: %2").arg(place, ScenarioText::tr("is larger than 1 MiB; a scenario "
                                                                 "takes a few kilobytes"))}};
    }
    const auto object = parseJsonFile(json, place);
    if (!object) {
        return Failure{Faults{object.error()}};
    }
    return object.value();
}

} // namespace

Result<Scenario, Faults> readScenario(const QByteArray &json, const QString &source,
                                      const QList<Override> &overrides)
{
    const QString place = escaped(source);
    const auto object = objectOf(json, place);
    if (!object) {
        return Failure{object.error()};
    }
    return Reading(source, place, overrides).run(object.value());
}

Result<ScenarioSoFar, Faults> loadScenarioSoFar(const QString &fileOrPreset)
{
    const auto content = scenarioContent(fileOrPreset);
    return content ? readScenarioSoFar(content.value(), fileOrPreset) : Failure{content.error()};
}

Result<ScenarioSoFar, Faults> readScenarioSoFar(const QByteArray &json, const QString &source)
{
    const QString place = escaped(source);
    const auto object = objectOf(json, place);
    if (!object) {
        return Failure{object.error()};
    }
    if (object.value().value(QLatin1String("schema")) != QJsonValue(QLatin1String(kSchema))) {
        return Failure{Reading(source, place, {}).run(object.value()).error()};
    }
    ScenarioSoFar soFar = Reading(source, place, {}).runSoFar(object.value());
    // Where what is wrong changes what else is wrong, only the file itself says it all.
    if (const auto again = Reading(source, place, {}).run(soFar.json);
        !soFar.faults.isEmpty() && (again.ok() || again.error() != soFar.faults)) {
        soFar.json = object.value();
    }
    return soFar;
}

} // namespace stampede
