// SPDX-License-Identifier: MIT
#include "scenario/target_rules.h"

#include "scenario/asked_quantity.h"
#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "scenario/user_file.h"
#include "text/nearest_name.h"

#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace stampede {

namespace {

const QString kPerPerson = QStringLiteral("users.perPerson");
const QString kQuantity = QStringLiteral("target.quantity");

class Judging
{
public:
    Judging(const Scenario &scenario, const QSet<QString> &given, const QSet<QString> &faulty)
        : m_scenario(scenario)
        , m_target(scenario.target)
        , m_given(given)
        , m_faulty(faulty)
    {}

    std::vector<Contradiction> found;

    void judge()
    {
        if (m_faulty.contains(QStringLiteral("target.kind"))) {
            return;
        }
        if (m_target.kind == TargetKind::InProcess) {
            return judgeInProcess();
        }
        judgeRequest();
        judgeRest();
        judgePerPerson();
        judgeQuantity();
        judgePlaceholders();
        judgeSteps();
    }

private:
    void add(const QString &path, const QString &text)
    {
        if (!m_faulty.contains(path)) {
            found.push_back({path, text});
        }
    }

    void judgeInProcess()
    {
        for (const QString &path : m_given) {
            if (path.startsWith(QLatin1String("target.")) && path != QLatin1String("target.kind")) {
                add(path, ScenarioText::tr("has a use with target.kind \"http\" only; leave it "
                                           "out"));
            }
        }
        if (m_given.contains(kPerPerson)) {
            add(kPerPerson,
                ScenarioText::tr("has a use with target.kind \"http\" only: the service in this "
                                 "program gives everybody one coupon; leave it out"));
        }
    }

    void judgePerPerson()
    {
        if (!m_given.contains(kPerPerson)) {
            return;
        }
        switch (m_target.audit.rows) {
        case TargetRows::None:
            return;
        case TargetRows::Serve:
            return add(kPerPerson, ScenarioText::tr("has no use with target.audit \"serve\", which "
                                                    "gives everybody one coupon; leave it out"));
        case TargetRows::Profile:
            return add(kPerPerson, ScenarioText::tr("belongs into the profile that target.audit "
                                                    "names (perPerson there); leave it out"));
        }
    }

    void judgeQuantity()
    {
        if (!m_target.quantity) {
            return;
        }
        if (m_target.audit.rows == TargetRows::Serve) {
            return add(kQuantity,
                       ScenarioText::tr("has no use with target.audit \"serve\", where a "
                                        "request asks for one; leave it out"));
        }
        const QString &column = m_target.quantity->column;
        if (column.isEmpty()) {
            return;
        }
        if (m_scenario.users.pick != Pick::File) {
            return add(kQuantity, ScenarioText::tr("names a column, {%1}, which needs users.pick "
                                                   "\"file\" (users.pick is \"%2\")")
                                      .arg(column, pickKey(m_scenario.users.pick)));
        }
        const auto &file = m_scenario.users.loaded.file;
        if (!file) {
            return; // whose columns nobody knows
        }
        judgeNames(kQuantity, QLatin1Char('{') + column + QLatin1Char('}'), file->columns());
        if (file->columns().contains(column)) {
            tellWrongQuantities(
                m_scenario, [this](const QString &path, const QString &text) { add(path, text); });
        }
    }

    void judgeRequest()
    {
        if (m_target.url.isEmpty()) {
            add(QStringLiteral("target.url"),
                ScenarioText::tr("must be given with target.kind \"http\""));
        }
        const bool hasBody = !m_target.body.isUndefined() &&
                             !(m_target.body.isString() && m_target.body.toString().isEmpty());
        if (m_target.method == QLatin1String("GET") && hasBody) {
            add(QStringLiteral("target.body"),
                ScenarioText::tr("has no use with target.method \"GET\"; leave it out"));
        }
        bool isNumber = false;
        static_cast<void>(m_target.couponId.toLongLong(&isNumber));
        if (m_target.audit.rows == TargetRows::Serve && !isNumber) {
            add(QStringLiteral("target.couponId"),
                ScenarioText::tr("must be a whole number with target.audit \"serve\""));
        }
    }

    void judgeRest()
    {
        const bool hasService =
            std::any_of(m_given.begin(), m_given.end(), [](const QString &path) {
                return path.startsWith(QLatin1String("service."));
            });
        if (hasService) {
            add(QStringLiteral("service"),
                ScenarioText::tr("has no use with target.kind \"http\": how the service works is "
                                 "its own affair; leave it out"));
        }
        const bool resets =
            std::any_of(m_target.steps.begin(), m_target.steps.end(),
                        [](const StepSettings &step) { return step.each == StepEach::Round; });
        if (m_scenario.rounds > 1 && m_target.audit.rows != TargetRows::Serve && !resets &&
            !m_target.couponId.contains(QLatin1String("{round}"))) {
            add(QStringLiteral("rounds"),
                ScenarioText::tr("must be 1 for a service of somebody else: Stampede never resets "
                                 "its database. More are possible where a step of target.steps "
                                 "with each \"round\" resets it, or {round} stands in "
                                 "target.couponId"));
        }
        if (m_scenario.warmup > Duration::zero() && m_target.warmupUrl.isEmpty()) {
            add(QStringLiteral("warmup"),
                ScenarioText::tr("needs target.warmupUrl with target.kind \"http\": a URL that may "
                                 "be asked for without any effect"));
        }
    }

    void judgePlaceholders()
    {
        const auto &file = m_scenario.users.loaded.file;
        if (m_scenario.users.pick == Pick::File && !file) {
            return; // whose columns nobody knows
        }
        QStringList names = placeholderNames(file ? file->columns() : QStringList());
        for (const StepSettings &step : m_target.steps) {
            for (const StepValue &value : step.extract) {
                names << value.name;
            }
        }
        judgeNames(QStringLiteral("target.url"), m_target.url, names);
        judgeNames(QStringLiteral("target.warmupUrl"), m_target.warmupUrl,
                   placeholderNames(file ? file->columns() : QStringList()));
        for (const auto &[name, value] : m_target.headers) {
            judgeNames(QStringLiteral("target.headers.") + name, value, names);
        }
        judgeNames(QStringLiteral("target.body"), bodyText(m_target.body, m_target.headers), names);
    }

    /// Each step may use what those before it took, and names of a person where it is a person's.
    void judgeSteps()
    {
        const auto &file = m_scenario.users.loaded.file;
        if (m_scenario.users.pick == Pick::File && !file) {
            return; // whose columns nobody knows
        }
        QMap<StepEach, QStringList> taken;
        QStringList all = file ? file->columns() : QStringList();
        for (const StepEach each : kAllStepEach) {
            for (qsizetype i = 0; i < m_target.steps.size(); ++i) {
                const StepSettings &step = m_target.steps[i];
                if (step.each != each) {
                    continue;
                }
                const QString path = QStringLiteral("target.steps[%1]").arg(i);
                judgeStep(step, path, namesFor(each, taken));
                for (const StepValue &value : step.extract) {
                    if (all.contains(value.name)) {
                        add(path + QStringLiteral(".extract.") + value.name,
                            ScenarioText::tr("is a column of the people's file or a value of "
                                             "another step already"));
                    }
                    all << value.name;
                    taken[each] << value.name;
                }
            }
        }
        if (m_target.cookies) {
            judgeCookies(m_target.headers, QStringLiteral("target.headers."));
        }
    }

    [[nodiscard]] QStringList namesFor(StepEach each,
                                       const QMap<StepEach, QStringList> &taken) const
    {
        const auto &file = m_scenario.users.loaded.file;
        const bool knowsPerson = each == StepEach::Person || each == StepEach::Request;
        QStringList names = placeholderNames(knowsPerson && file ? file->columns() : QStringList());
        if (!knowsPerson) {
            names.removeAll(QStringLiteral("userId"));
        }
        for (const StepEach before : kAllStepEach) {
            const bool isBefore =
                before <= each && !(before == StepEach::Vu && each == StepEach::Person);
            if (isBefore) {
                names << taken.value(before);
            }
        }
        return names;
    }

    void judgeStep(const StepSettings &step, const QString &path, const QStringList &names)
    {
        judgeNames(path + QStringLiteral(".url"), step.url, names);
        for (const auto &[name, value] : step.headers) {
            judgeNames(path + QStringLiteral(".headers.") + name, value, names);
        }
        judgeNames(path + QStringLiteral(".body"), bodyText(step.body, step.headers), names);
        if (step.method == QLatin1String("GET") && !step.body.isUndefined()) {
            add(path + QStringLiteral(".body"),
                ScenarioText::tr("has no use with method \"GET\"; leave it out"));
        }
        if (m_target.cookies) {
            judgeCookies(step.headers, path + QStringLiteral(".headers."));
        }
    }

    void judgeCookies(const QList<std::pair<QString, QString>> &headers, const QString &path)
    {
        for (const auto &[name, value] : headers) {
            if (name.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0) {
                add(path + name,
                    ScenarioText::tr("has no use with target.cookies, which makes this "
                                     "header; leave one of them out"));
            }
        }
    }

    void judgeNames(const QString &path, const QString &text, const QStringList &names)
    {
        for (const QString &name : placeholdersOf(text)) {
            if (names.contains(name)) {
                continue;
            }
            const QString near = text::nearestName(name, names);
            add(path, near.isEmpty()
                          ? ScenarioText::tr("nothing is known to fill in for {%1} (possible: %2)")
                                .arg(name, names.join(QStringLiteral(", ")))
                          : ScenarioText::tr("nothing is known to fill in for {%1} (did you mean "
                                             "{%2}?)")
                                .arg(name, near));
        }
    }

    const Scenario &m_scenario;
    const TargetSettings &m_target;
    const QSet<QString> &m_given;
    const QSet<QString> &m_faulty;
};

} // namespace

std::vector<Contradiction> findTargetContradictions(const Scenario &scenario,
                                                    const QSet<QString> &given,
                                                    const QSet<QString> &faulty)
{
    Judging judging(scenario, given, faulty);
    judging.judge();
    return judging.found;
}

} // namespace stampede
