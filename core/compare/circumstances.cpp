// SPDX-License-Identifier: MIT
#include "compare/circumstances.h"

#include "record/fault_text.h"
#include "scenario/classify_setting.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/stages.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

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
    if (value.isObject()) { // a rule's header, the headers of a request
        const QJsonObject parts = value.toObject();
        QStringList words;
        for (auto it = parts.constBegin(); it != parts.constEnd(); ++it) {
            words << QStringLiteral("%1 %2").arg(it.key(), valueText(it.value()));
        }
        return words.join(QStringLiteral(", "));
    }
    if (value.isArray()) { // steps, what a step expects
        QStringList words;
        for (const auto &each : value.toArray()) {
            words << valueText(each);
        }
        return words.join(QStringLiteral("; "));
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

/// "200–299 → issued; 409 /code ALREADY → already issued"
QString rulesText(const QList<ClassifyRule> &rules)
{
    const QString outcomeKey = QStringLiteral("outcome");
    QStringList words;
    const QJsonArray list = classifyToJson(rules).toArray();
    for (const auto &each : list) {
        const QJsonObject rule = each.toObject();
        QStringList when;
        for (auto it = rule.constBegin(); it != rule.constEnd(); ++it) {
            if (it.key() != outcomeKey) {
                when << QStringLiteral("%1 %2").arg(it.key(), valueText(it.value()));
            }
        }
        const auto outcome = outcomeFromKey(rule[outcomeKey].toString().toStdString());
        words << QStringLiteral("%1 → %2").arg(when.join(QStringLiteral(", ")),
                                               outcome ? inLine(outcomeName(*outcome))
                                                       : rule[outcomeKey].toString());
    }
    return words.join(QStringLiteral("; "));
}

/// What a list holds, as it is said elsewhere.
void tellLists(const Scenario &scenario, QMap<QString, QString> &found)
{
    const auto tell = [&found](const char *path, const QString &words) {
        const auto there = found.find(QString::fromLatin1(path));
        if (there != found.end()) {
            *there = words;
        }
    };
    QStringList limits;
    for (const Threshold &threshold : scenario.thresholds) {
        limits << threshold.metric + QLatin1Char(' ') + threshold.expression;
    }
    QStringList faults;
    for (const PlannedFault &fault : scenario.faults) {
        faults << plannedFaultSentence(fault);
    }
    tell("thresholds", limits.join(QStringLiteral("; ")));
    tell("faults", faults.join(QLatin1Char(' ')));
    tell("load.stages", stagesText(scenario.load.stages));
    tell("target.classify", rulesText(scenario.target.classify));
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
    tellLists(scenario, found);
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
        {"service.soldOutLatch", SettingText::tr("Sold-out latch")},
        {"coupon.name", SettingText::tr("Coupon")},
        {"coupon.stock", SettingText::tr("Stock")},
        {"coupon.discountPercent", SettingText::tr("Discount, %")},
        {"coupon.startsAt", SettingText::tr("On sale from")},
        {"coupon.endsAt", SettingText::tr("On sale until")},
        {"users.count", SettingText::tr("People")},
        {"users.pick", SettingText::tr("Who asks")},
        {"users.fixedUser", SettingText::tr("Which person asks")},
        {"users.exponent", SettingText::tr("Exponent of who asks")},
        {"users.path", SettingText::tr("People's file")},
        {"users.sha256", SettingText::tr("SHA-256 of the people's file")},
        {"users.balance", SettingText::tr("Balance of a person")},
        {"users.perPerson", SettingText::tr("Coupons a person may have")},
        {"users.perPerson.limit", SettingText::tr("Coupons a person may have")},
        {"users.perPerson.within", SettingText::tr("Within which they count")},
        {"load.model", SettingText::tr("Load")},
        {"load.vus", SettingText::tr("Virtual users")},
        {"load.startVus", SettingText::tr("Virtual users at first")},
        {"load.iterations", SettingText::tr("Requests")},
        {"load.rate", SettingText::tr("Requests a second")},
        {"load.stages", SettingText::tr("Stages of the load")},
        {"load.duration", SettingText::tr("At most so long")},
        {"load.timeout", SettingText::tr("Timeout of a request")},
        {"load.thinkTime", SettingText::tr("Think time")},
        {"target.kind", SettingText::tr("Service")},
        {"target.url", SettingText::tr("URL")},
        {"target.method", SettingText::tr("Method")},
        {"target.headers", SettingText::tr("Headers")},
        {"target.body", SettingText::tr("Body")},
        {"target.couponId", SettingText::tr("Coupon asked for")},
        {"target.classify", SettingText::tr("What answers mean")},
        {"target.quantity", SettingText::tr("Pieces a request asks for")},
        {"target.stockLeft", SettingText::tr("Where an answer tells the stock")},
        {"target.issuedId", SettingText::tr("Where an answer tells its row")},
        {"target.insecure", SettingText::tr("Certificates not checked")},
        {"target.tls.ca", SettingText::tr("Certificates that are believed")},
        {"target.tls.certificate", SettingText::tr("Certificate of the client")},
        {"target.tls.key", SettingText::tr("Key of the client's certificate")},
        {"target.steps", SettingText::tr("Steps before the request")},
        {"target.cookies", SettingText::tr("Cookies kept")},
        {"target.warmupUrl", SettingText::tr("URL of the warm-up")},
        {"target.audit", SettingText::tr("Rows that are audited")},
        {"target.audit.rows", SettingText::tr("Rows that are audited")},
        {"target.audit.profile", SettingText::tr("Profile of the tables")},
        {"target.audit.database", SettingText::tr("Database that is audited")},
        {"target.audit.log.file", SettingText::tr("Log of the service")},
        {"target.audit.coupon", SettingText::tr("Coupon that is audited")},
        {"target.audit.settle", SettingText::tr("Waiting for rest")},
        {"target.audit.settle.quiet", SettingText::tr("Unchanged for so long")},
        {"target.audit.settle.unanswered", SettingText::tr("Wait for requests without an answer")},
        {"target.audit.settle.atMost", SettingText::tr("Wait for rest at most")},
        {"faults", SettingText::tr("Faults on purpose")},
        {"warmup", SettingText::tr("Warm-up")},
        {"seed", SettingText::tr("Seed")},
        {"rounds", SettingText::tr("Rounds")},
        {"thresholds", SettingText::tr("Limits")},
        {"environment.database", SettingText::tr("Database server")},
        {"environment.host", SettingText::tr("Machine")},
        {"run.version", SettingText::tr("Stampede")},
        {"run.tool", SettingText::tr("Requests sent by")},
    };
    for (const auto &[key, label] : labels) {
        if (path == QLatin1String(key)) {
            return label;
        }
    }
    return path.startsWith(QLatin1String("target.audit.log"))
               ? SettingText::tr("Lines of the service's log")
               : path;
}

QMap<QString, QString> circumstancesOf(const RunRecord &record)
{
    QMap<QString, QString> found = settingsOf(record.scenario);
    const auto &database = record.environment.database;
    const QString server =
        QStringLiteral("%1 %2").arg(database.product, database.version).trimmed();
    if (!server.isEmpty()) { // nobody saw one behind a service's answers alone
        found.insert(QStringLiteral("environment.database"), server);
    }
    if (const auto stock = record.stockAtStart()) { // whoever said it
        found.insert(QStringLiteral("coupon.stock"), QString::number(*stock));
    }
    found.insert(QStringLiteral("environment.host"), record.environment.host);
    found.insert(QStringLiteral("run.version"), record.version);
    found.insert(QStringLiteral("run.tool"), record.tool.isThere()
                                                 ? QString::fromStdString(record.tool.name)
                                                 : QStringLiteral("Stampede"));
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
