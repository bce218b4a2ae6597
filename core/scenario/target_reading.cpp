#include "scenario/target_reading.h"

#include "scenario/asked_quantity.h"
#include "scenario/classify_setting.h"
#include "text/nearest_name.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

namespace {

using namespace making;

constexpr qsizetype kLongestUrl = 8192;
constexpr qsizetype kMostHeaders = 100;

bool isHttp(const Scenario &scenario)
{
    return scenario.target.kind == TargetKind::Http;
}

std::optional<QString> urlDiagnostic(const QString &url)
{
    const auto begins = [&url](const char *start) { return url.startsWith(QLatin1String(start)); };
    if (!begins("http://") && !begins("https://") && !begins("${env:")) {
        return ScenarioText::tr("must begin with http:// or https:// (got %1)")
            .arg(shown(QJsonValue(url)));
    }
    const QString authority = url.section(QStringLiteral("://"), 1).section(QLatin1Char('/'), 0, 0);
    if (authority.contains(QLatin1Char('@'))) {
        return ScenarioText::tr("must not hold a user or a password; give them as a header, from "
                                "${env:NAME}");
    }
    return std::nullopt;
}

Setting url(const char *path, QString TargetSettings::*member)
{
    const auto read = [](const QJsonValue &value) -> Result<QString, QString> {
        auto text = readText(value, 1, kLongestUrl, Lines::One);
        if (!text) {
            return text;
        }
        const auto fault = urlDiagnostic(text.value());
        return fault ? Result<QString, QString>(Failure{*fault}) : text;
    };
    Setting setting = makeSetting(
        path, [member](auto &s) -> auto & { return s.target.*member; }, read,
        [](const QString &text) {
            return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
        });
    setting.text = true;
    return setting;
}

Result<QString, QString> readMethod(const QJsonValue &value)
{
    const QStringList methods{QStringLiteral("GET"), QStringLiteral("POST"), QStringLiteral("PUT"),
                              QStringLiteral("PATCH"), QStringLiteral("DELETE")};
    const auto index = readChoice(value, methods);
    if (!index) {
        return Failure{index.error()};
    }
    return methods.at(index.value());
}

/// The coupon's id, a number or a text.
Result<QString, QString> readCouponId(const QJsonValue &value)
{
    if (value.isDouble()) {
        const auto number = readWhole(value, 0, 9'007'199'254'740'992);
        return number ? Result<QString, QString>(QString::number(number.value()))
                      : Result<QString, QString>(Failure{number.error()});
    }
    return readText(value, 1, 200, Lines::One);
}

Result<QJsonValue, QString> readBody(const QJsonValue &value)
{
    if (value.isObject() || value.isArray()) {
        return value;
    }
    const auto text = readText(value, 0, 65'536, Lines::Many);
    if (!text) {
        return Failure{ScenarioText::tr("must be a text, or an object that is sent as JSON (got "
                                        "%1)")
                           .arg(shown(value))};
    }
    return QJsonValue(text.value());
}

void readHeaders(const QJsonValue &value, Scenario &scenario, const DiagnosticSink &fault)
{
    const QString path = QStringLiteral("target.headers");
    const QJsonObject headers = value.toObject();
    if (!value.isObject() || headers.size() > kMostHeaders) {
        return fault(path, ScenarioText::tr("must be an object of at most %1 headers such as "
                                            "{\"Authorization\": \"Bearer ${env:TOKEN}\"}")
                               .arg(kMostHeaders));
    }
    for (const QString &name : headers.keys()) {
        const QString at = path + QLatin1Char('.') + printable(name);
        const auto text = readText(headers.value(name), 0, 8192, Lines::One);
        if (!text) {
            // What was got may be a secret.
            fault(at, ScenarioText::tr("must be a text of one line, at most 8,192 characters"));
        } else if (text.value() == hiddenSecret()) {
            fault(at, ScenarioText::tr("was a secret and is not known any more; write it again, "
                                       "best as ${env:NAME}"));
        } else {
            scenario.target.headers.append({name, text.value()});
        }
    }
}

QJsonValue headersToJson(const Scenario &scenario)
{
    QJsonObject json;
    for (const auto &[name, value] : scenario.target.headers) {
        json.insert(name, value);
    }
    return json.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(json);
}

Result<std::optional<QString>, QString> readStockLeft(const QJsonValue &value)
{
    auto pointer = readJsonPointer(value);
    return pointer ? Result<std::optional<QString>, QString>(std::move(pointer).value())
                   : Failure{pointer.error()};
}

Setting deep(const char *path, Setting::ReadDeep read,
             std::function<QJsonValue(const Scenario &)> write)
{
    Setting setting;
    setting.path = QString::fromLatin1(path);
    setting.readDeep = std::move(read);
    setting.write = std::move(write);
    return setting;
}

} // namespace

void addTargetSettings(Settings &all)
{
    all.push_back(choice<>("target.kind", [](auto &s) -> auto & { return s.target.kind; },
                           targetKindKey, {TargetKind::InProcess, TargetKind::Http}));
    const auto add = [&all](Setting setting) {
        all.push_back(usedWhere(std::move(setting), isHttp));
    };
    add(url("target.url", &TargetSettings::url));
    Setting method = makeSetting(
        "target.method", [](auto &s) -> auto & { return s.target.method; }, readMethod,
        [](const QString &text) { return QJsonValue(text); });
    method.text = true;
    add(std::move(method));
    add(deep("target.headers", readHeaders, headersToJson));
    add(makeSetting(
        "target.body", [](auto &s) -> auto & { return s.target.body; }, readBody,
        [](const QJsonValue &body) { return body; }));
    Setting coupon = makeSetting(
        "target.couponId", [](auto &s) -> auto & { return s.target.couponId; }, readCouponId,
        [](const QString &text) { return QJsonValue(text); });
    coupon.text = true;
    add(usedOrGiven(std::move(coupon), [](const Scenario &s) {
        return s.target.audit.rows == TargetRows::Serve || !s.couponAsked().isEmpty();
    }));
    add(flag(
        "target.insecure", [](auto &s) -> auto & { return s.target.insecure; }));
    add(url("target.warmupUrl", &TargetSettings::warmupUrl));
    add(makeSetting(
        "target.quantity", [](auto &s) -> auto & { return s.target.quantity; }, readQuantity,
        [](const std::optional<AskedQuantity> &quantity) {
            return quantity ? quantityToJson(*quantity) : QJsonValue(QJsonValue::Undefined);
        }));
    add(makeSetting(
        "target.stockLeft", [](auto &s) -> auto & { return s.target.stockLeft; }, readStockLeft,
        [](const std::optional<QString> &pointer) {
            return pointer ? QJsonValue(*pointer) : QJsonValue(QJsonValue::Undefined);
        }));
    add(deep(
        "target.classify",
        [](const QJsonValue &value, Scenario &scenario, const DiagnosticSink &fault) {
            scenario.target.classify = readClassify(value, fault);
        },
        [](const Scenario &scenario) {
            return scenario.target.classify.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                                      : classifyToJson(scenario.target.classify);
        }));
    add(deep(
        "target.audit",
        [](const QJsonValue &value, Scenario &scenario, const DiagnosticSink &fault) {
            scenario.target.audit = readTargetAudit(value, fault);
        },
        [](const Scenario &scenario) { return targetAuditToJson(scenario.target.audit); }));
}

} // namespace stampede
