// SPDX-License-Identifier: MIT
#include "compare/circumstances.h"

#include "compare/compare_text.h"

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

QString valueText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? CompareText::tr("on") : CompareText::tr("off");
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
        {"service.layers.rowLock", CompareText::tr("Row lock")},
        {"service.layers.duplicateCheck", CompareText::tr("Duplicate check")},
        {"service.layers.uniqueKey", CompareText::tr("Unique key")},
        {"service.strategy", CompareText::tr("Strategy")},
        {"service.isolation", CompareText::tr("Isolation level")},
        {"service.pause", CompareText::tr("Pause between reading and writing")},
        {"service.retries", CompareText::tr("Retries")},
        {"service.soldOutLatch", CompareText::tr("Sold-out latch")},
        {"coupon.name", CompareText::tr("Coupon")},
        {"coupon.stock", CompareText::tr("Stock")},
        {"coupon.discountPercent", CompareText::tr("Discount, %")},
        {"coupon.startsAt", CompareText::tr("On sale from")},
        {"coupon.endsAt", CompareText::tr("On sale until")},
        {"users.count", CompareText::tr("People")},
        {"users.pick", CompareText::tr("Who asks")},
        {"users.fixedUser", CompareText::tr("Which person asks")},
        {"users.exponent", CompareText::tr("Exponent of who asks")},
        {"users.path", CompareText::tr("People's file")},
        {"users.sha256", CompareText::tr("SHA-256 of the people's file")},
        {"users.balance", CompareText::tr("Balance of a person")},
        {"users.perPerson", CompareText::tr("Coupons a person may have")},
        {"users.perPerson.limit", CompareText::tr("Coupons a person may have")},
        {"users.perPerson.within", CompareText::tr("Within which they count")},
        {"load.model", CompareText::tr("Load")},
        {"load.vus", CompareText::tr("Virtual users")},
        {"load.startVus", CompareText::tr("Virtual users at first")},
        {"load.iterations", CompareText::tr("Requests")},
        {"load.rate", CompareText::tr("Requests a second")},
        {"load.stages", CompareText::tr("Stages of the load")},
        {"load.duration", CompareText::tr("At most so long")},
        {"load.timeout", CompareText::tr("Timeout of a request")},
        {"load.thinkTime", CompareText::tr("Think time")},
        {"target.kind", CompareText::tr("Service")},
        {"target.url", CompareText::tr("URL")},
        {"target.method", CompareText::tr("Method")},
        {"target.headers", CompareText::tr("Headers")},
        {"target.body", CompareText::tr("Body")},
        {"target.couponId", CompareText::tr("Coupon asked for")},
        {"target.classify", CompareText::tr("What answers mean")},
        {"target.quantity", CompareText::tr("Pieces a request asks for")},
        {"target.stockLeft", CompareText::tr("Where an answer tells the stock")},
        {"target.issuedId", CompareText::tr("Where an answer tells its row")},
        {"target.insecure", CompareText::tr("Certificates not checked")},
        {"target.tls.ca", CompareText::tr("Certificates that are believed")},
        {"target.tls.certificate", CompareText::tr("Certificate of the client")},
        {"target.tls.key", CompareText::tr("Key of the client's certificate")},
        {"target.steps", CompareText::tr("Steps before the request")},
        {"target.cookies", CompareText::tr("Cookies kept")},
        {"target.warmupUrl", CompareText::tr("URL of the warm-up")},
        {"target.audit", CompareText::tr("Rows that are audited")},
        {"target.audit.rows", CompareText::tr("Rows that are audited")},
        {"target.audit.profile", CompareText::tr("Profile of the tables")},
        {"target.audit.database", CompareText::tr("Database that is audited")},
        {"target.audit.log.file", CompareText::tr("Log of the service")},
        {"target.audit.coupon", CompareText::tr("Coupon that is audited")},
        {"target.audit.settle", CompareText::tr("Waiting for rest")},
        {"target.audit.settle.quiet", CompareText::tr("Unchanged for so long")},
        {"target.audit.settle.unanswered", CompareText::tr("Wait for requests without an answer")},
        {"target.audit.settle.atMost", CompareText::tr("Wait for rest at most")},
        {"faults", CompareText::tr("Faults on purpose")},
        {"warmup", CompareText::tr("Warm-up")},
        {"seed", CompareText::tr("Seed")},
        {"rounds", CompareText::tr("Rounds")},
        {"thresholds", CompareText::tr("Limits")},
        {"environment.database", CompareText::tr("Database server")},
        {"environment.host", CompareText::tr("Machine")},
        {"run.version", CompareText::tr("Stampede")},
        {"run.tool", CompareText::tr("Requests sent by")},
    };
    for (const auto &[key, label] : labels) {
        if (path == QLatin1String(key)) {
            return label;
        }
    }
    return path.startsWith(QLatin1String("target.audit.log"))
               ? CompareText::tr("Lines of the service's log")
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
