// SPDX-License-Identifier: MIT
#include "scenario/target_reading.h"

#include "scenario/asked_quantity.h"
#include "scenario/classify_setting.h"
#include "scenario/step_setting.h"
#include "text/nearest_name.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

namespace {

using namespace making;

constexpr qsizetype kLongestUrl = 8192;
constexpr qsizetype kLongestPath = 4096;

bool isHttp(const Scenario &scenario)
{
    return scenario.target.kind == TargetKind::Http;
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
    add(deep(
        "target.headers",
        [](const QJsonValue &value, Scenario &scenario, const DiagnosticSink &fault) {
            scenario.target.headers =
                readHeaderList(value, QStringLiteral("target.headers"), fault);
        },
        [](const Scenario &scenario) { return headersToJson(scenario.target.headers); }));
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
    for (const auto &[path, file] : {std::pair("target.tls.ca", &TlsSettings::ca),
                                     {"target.tls.certificate", &TlsSettings::certificate},
                                     {"target.tls.key", &TlsSettings::key}}) {
        Setting setting = makeSetting(
            path, [file = file](auto &s) -> auto & { return s.target.tls.*file; },
            [](const QJsonValue &value) { return readText(value, 1, kLongestPath, Lines::One); },
            [](const QString &text) {
                return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
            });
        setting.text = true;
        add(std::move(setting));
    }
    Setting trusting;
    trusting.path = QStringLiteral("target.tls.insecure");
    trusting.read = [](const QJsonValue &value, Scenario &scenario) -> std::optional<QString> {
        const auto on = readFlag(value);
        if (!on) {
            return on.error();
        }
        scenario.target.insecure = scenario.target.insecure || on.value();
        return std::nullopt;
    };
    trusting.write = [](const Scenario &) { return QJsonValue(QJsonValue::Undefined); };
    add(std::move(trusting)); // written as target.insecure, which it is
    add(deep(
        "target.steps",
        [](const QJsonValue &value, Scenario &scenario, const DiagnosticSink &fault) {
            scenario.target.steps = readSteps(value, fault);
        },
        [](const Scenario &scenario) { return stepsToJson(scenario.target.steps); }));
    add(makeSetting(
        "target.cookies", [](auto &s) -> auto & { return s.target.cookies; }, readFlag,
        [](bool on) { return on ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined); }));
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
