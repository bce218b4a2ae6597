// SPDX-License-Identifier: MIT
#include "scenario/target_settings.h"

#include "base/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace stampede {

namespace {

const QString kBuiltIn[] = {QStringLiteral("couponId"),  QStringLiteral("userId"),
                            QStringLiteral("requestId"), QStringLiteral("uuid"),
                            QStringLiteral("vu"),        QStringLiteral("iteration"),
                            QStringLiteral("round")};

/// What stands in braces; {{name}} is no placeholder.
const QRegularExpression &braces()
{
    static const QRegularExpression expression(
        QStringLiteral("\\{\\{[A-Za-z_]\\w*(?::\\w+)?\\}\\}|"
                       "\\{([A-Za-z_][A-Za-z0-9_]*)(?::(?:form|url|json|base64|raw))?\\}"));
    return expression;
}

bool isForm(const QList<std::pair<QString, QString>> &headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0 &&
               header.second.startsWith(QLatin1String("application/x-www-form-urlencoded"),
                                        Qt::CaseInsensitive);
    });
}

/// Encoded as a value of a form, but for placeholders.
QString formText(const QString &text)
{
    QString encoded;
    qsizetype at = 0;
    const auto literal = [&](qsizetype end) {
        encoded += QString::fromLatin1(QUrl::toPercentEncoding(text.mid(at, end - at)));
    };
    auto found = braces().globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        literal(match.capturedStart());
        encoded += match.captured(0);
        at = match.capturedEnd();
    }
    literal(text.size());
    return encoded;
}

QString formBody(const QJsonObject &body)
{
    QStringList pairs;
    for (auto field = body.begin(); field != body.end(); ++field) {
        const QString value =
            field->isString()
                ? field->toString()
                : QString::fromUtf8(
                      QJsonDocument(QJsonArray{field.value()}).toJson(QJsonDocument::Compact))
                      .chopped(1)
                      .mid(1);
        pairs << formText(field.key()) + QLatin1Char('=') +
                     (field->isNull() ? QString() : formText(value));
    }
    return pairs.join(QLatin1Char('&'));
}

template<typename Sent>
QString textSent(const Sent &sent)
{
    QString all = sent.url;
    for (const auto &[name, value] : sent.headers) {
        all += QLatin1Char('\n') + value;
    }
    return all + QLatin1Char('\n') + bodyText(sent.body, sent.headers);
}

} // namespace

QStringList placeholderNames(const QStringList &columns)
{
    QStringList names(std::begin(kBuiltIn), std::end(kBuiltIn));
    for (const QString &column : columns) {
        if (!names.contains(column)) {
            names << column;
        }
    }
    return names;
}

QStringList placeholdersOf(const QString &text)
{
    QStringList names;
    auto found = braces().globalMatch(text);
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        if (!name.isEmpty()) {
            names << name;
        }
    }
    return names;
}

QString bodyText(const QJsonValue &body, const QList<std::pair<QString, QString>> &headers)
{
    if (body.isObject() && isForm(headers)) {
        return formBody(body.toObject());
    }
    if (body.isObject()) {
        return QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact));
    }
    return body.isArray()
               ? QString::fromUtf8(QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact))
               : body.toString();
}

QStringList placeholdersSent(const StepSettings &step)
{
    return placeholdersOf(textSent(step));
}

QStringList placeholdersSent(const TargetSettings &target)
{
    QString all = textSent(target);
    if (target.body.isUndefined() && target.method != QLatin1String("GET") &&
        target.method != QLatin1String("HEAD")) {
        all += QStringLiteral("{userId}"); // of the usual body
    }
    return placeholdersOf(all);
}

QStringList placeholdersBehind(const TargetSettings &target)
{
    QStringList names = placeholdersSent(target);
    QStringList looked;
    for (qsizetype i = 0; i < names.size(); ++i) { // grows meanwhile
        const QString name = names[i];
        for (const StepSettings &step : target.steps) {
            const bool takes =
                std::any_of(step.extract.begin(), step.extract.end(),
                            [&name](const StepValue &value) { return value.name == name; });
            if (takes && !looked.contains(name)) {
                looked << name;
                names << placeholdersSent(step);
            }
        }
    }
    if (target.cookies) { // which may say who asks
        for (const StepSettings &step : target.steps) {
            if (step.each == StepEach::Person || step.each == StepEach::Request) {
                names << placeholdersSent(step);
            }
        }
    }
    return names;
}

void fillInRound(TargetSettings &target, int round)
{
    target.couponId.replace(QLatin1String("{round}"), QString::number(round));
}

bool isSecretHeader(const QString &name)
{
    const QString lower = name.toLower();
    const auto holds = [&lower](const char *word) { return lower.contains(QLatin1String(word)); };
    return lower == QLatin1String("authorization") ||
           lower == QLatin1String("proxy-authorization") || lower == QLatin1String("cookie") ||
           holds("key") || holds("token") || holds("secret") || holds("passw");
}

bool isWrittenSecret(const QString &name, const QString &value)
{
    return isSecretHeader(name) && placeholdersOf(value).isEmpty() &&
           !value.contains(QLatin1String("${env:"));
}

bool isSecretColumn(const QString &name)
{
    const QString lower = name.toLower();
    return lower.contains(QLatin1String("token")) || lower.contains(QLatin1String("secret")) ||
           lower.contains(QLatin1String("passw"));
}

QString hiddenSecret()
{
    return QStringLiteral("•••");
}

QString targetKindKey(TargetKind kind)
{
    switch (kind) {
    case TargetKind::InProcess:
        return QStringLiteral("in-process");
    case TargetKind::Http:
        return QStringLiteral("http");
    }
    STAMPEDE_CHECK(false);
}

} // namespace stampede
