// SPDX-License-Identifier: MIT
#include "scenario/scenario_command.h"

#include "scenario/json_file.h"
#include "scenario/json_path.h"
#include "scenario/overrides.h"
#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "scenario/threshold_setting.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace stampede {

namespace {

/// As systems allow for one word, and some room.
constexpr qsizetype kLongestWord = 100'000;

/// Where a value can be set: every setting, and the limits of each metric.
QStringList allPaths()
{
    QStringList paths;
    for (const Setting &setting : settings()) {
        paths << setting.path;
    }
    for (const QString &metric : thresholdMetrics()) {
        paths << thresholdsPath() + QLatin1Char('.') + metric;
    }
    return paths;
}

/// Overrides by their paths.
class Way
{
public:
    explicit Way(QJsonObject wanted)
        : m_wanted(std::move(wanted))
    {}

    /// What the scenario has otherwise than `now`, and what it has not and the file has.
    void addDifferences(const QJsonObject &now, const QJsonObject &file)
    {
        for (const QString &path : allPaths()) {
            const QJsonValue value = valueAt(m_wanted, path);
            const QJsonValue present = valueAt(now, path);
            if (value.isUndefined() && !present.isUndefined() &&
                !valueAt(file, path).isUndefined()) {
                m_overrides[path] = {path, QString()};
            } else if (!value.isUndefined() && value != present) {
                m_overrides[path] = {path, overrideText(path, value)};
            }
        }
    }
    [[nodiscard]] QList<Override> overrides() const
    {
        QList<Override> all;
        for (const auto &[path, override] : m_overrides) {
            all << override;
        }
        return all;
    }

private:
    QJsonObject m_wanted;
    std::map<QString, Override> m_overrides;
};

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

QString shellLine(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words) {
        quoted << shellWord(word);
    }
    return quoted.join(QLatin1Char(' '));
}

Result<QList<Override>, NoCommand> overridesTo(const Scenario &wanted, const QString &base)
{
    const QJsonObject json = scenarioToJson(wanted);
    QStringList secrets;
    static_cast<void>(withoutWrittenSecrets(json, &secrets));
    if (!secrets.isEmpty()) {
        return Failure{NoCommand{
            ScenarioText::tr("%1 holds a secret, which neither a command line nor a file may hold: "
                             "write ${env:NAME} there.")
                .arg(secrets.first()),
            false}};
    }
    const auto content = scenarioContent(base);
    const auto from = content ? readScenario(content.value(), base)
                              : Result<Scenario, Faults>(Failure{content.error()});
    if (!from) {
        return Failure{NoCommand{ScenarioText::tr("What it began with cannot be read any more: %1.")
                                     .arg(from.error().first()),
                                 true}};
    }
    const QJsonObject file = parseJsonFile(content.value(), base).value();
    Way way(json);
    way.addDifferences(scenarioToJson(from.value()), file);
    // What one value is may decide what another one is unless somebody says so: a second look.
    for (int look = 0; look < 2; ++look) {
        const auto made = readScenario(content.value(), base, way.overrides());
        const QJsonObject now = made ? scenarioToJson(made.value()) : QJsonObject();
        if (made && now == json) {
            return way.overrides();
        }
        way.addDifferences(now, file);
    }
    return Failure{NoCommand{
        ScenarioText::tr("It differs from %1 in a way that no --set can say.").arg(base), true}};
}

Result<QStringList, NoCommand> commandTo(const Scenario &wanted, const QString &base)
{
    const auto overrides = overridesTo(wanted, base);
    if (!overrides) {
        return Failure{overrides.error()};
    }
    QStringList words = {QStringLiteral("stampede-cli"), QStringLiteral("run"), base};
    for (const Override &override : overrides.value()) {
        words << QStringLiteral("--set") << override.path + QLatin1Char('=') + override.value;
    }
    if (std::any_of(words.begin(), words.end(),
                    [](const QString &word) { return word.toUtf8().size() > kLongestWord; })) {
        return Failure{
            NoCommand{ScenarioText::tr("It is longer than a command line may be."), true}};
    }
    return words;
}

} // namespace stampede
