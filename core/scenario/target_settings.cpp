#include "scenario/target_settings.h"

#include "base/check.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace stampede {

QStringList placeholderNames(const QStringList &columns)
{
    QStringList names{QStringLiteral("couponId"), QStringLiteral("userId")};
    for (const QString &column : columns) {
        if (!names.contains(column)) {
            names << column;
        }
    }
    return names;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression braces(QStringLiteral("\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
    QStringList names;
    auto found = braces.globalMatch(text);
    while (found.hasNext()) {
        names << found.next().captured(1);
    }
    return names;
}

QStringList placeholdersSent(const TargetSettings &target)
{
    const QJsonValue &body = target.body;
    QString all = target.url;
    for (const auto &[name, value] : target.headers) {
        all += QLatin1Char('\n') + value;
    }
    if (body.isString()) {
        all += QLatin1Char('\n') + body.toString();
    } else if (!body.isUndefined()) {
        const QJsonObject object{{QStringLiteral("body"), body}};
        all += QLatin1Char('\n') + QString::fromUtf8(QJsonDocument(object).toJson());
    } else if (target.method != QLatin1String("GET") && target.method != QLatin1String("HEAD")) {
        all += QStringLiteral("{userId}"); // of the usual body
    }
    return placeholdersOf(all);
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
