// SPDX-License-Identifier: MIT
#include "support/schema_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace stampede::test {

namespace {

/// A schema of docs/; empty where there is no such file.
QJsonObject schemaInDocs(const QString &file)
{
    QFile source(QStringLiteral(STAMPEDE_SOURCE_FOLDER "/docs/") + file);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll()).object()
                                            : QJsonObject();
}

class Checker
{
public:
    explicit Checker(const QJsonObject &root)
        : m_root(root)
    {}

    void check(const QJsonObject &schema, const QJsonValue &value, const QString &path)
    {
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            keyword(it.key(), it.value(), schema, value, path);
        }
    }

    QStringList faults;

private:
    void keyword(const QString &name, const QJsonValue &rule, const QJsonObject &schema,
                 const QJsonValue &value, const QString &path)
    {
        static const QSet<QString> words = {QStringLiteral("$schema"), QStringLiteral("$defs"),
                                            QStringLiteral("title"), QStringLiteral("description")};
        if (words.contains(name)) {
            return;
        }
        if (name == QLatin1String("$ref")) {
            follow(rule.toString(), value, path);
        } else if (name == QLatin1String("type")) {
            checkType(rule, value, path);
        } else if (name == QLatin1String("const")) {
            say(rule == value, path, QStringLiteral("is not %1").arg(rule.toString()));
        } else if (name == QLatin1String("enum")) {
            say(rule.toArray().contains(value), path, QStringLiteral("is none of the words"));
        } else if (name == QLatin1String("pattern")) {
            const QRegularExpression pattern(rule.toString());
            say(!value.isString() || pattern.match(value.toString()).hasMatch(), path,
                QStringLiteral("does not look like %1").arg(rule.toString()));
        } else if (name == QLatin1String("minLength")) {
            say(!value.isString() || value.toString().size() >= rule.toInt(), path,
                QStringLiteral("is too short"));
        } else if (name == QLatin1String("maxLength")) {
            say(value.toString().size() <= rule.toInt(), path, QStringLiteral("is too long"));
        } else if (name == QLatin1String("minProperties")) {
            say(!value.isObject() || value.toObject().size() >= rule.toInt(), path,
                QStringLiteral("has too few keys"));
        } else if (name == QLatin1String("maxProperties")) {
            say(value.toObject().size() <= rule.toInt(), path, QStringLiteral("has too many keys"));
        } else if (name == QLatin1String("minimum")) {
            say(!value.isDouble() || value.toDouble() >= rule.toDouble(), path,
                QStringLiteral("is below the minimum"));
        } else if (name == QLatin1String("maximum")) {
            say(!value.isDouble() || value.toDouble() <= rule.toDouble(), path,
                QStringLiteral("is above the maximum"));
        } else if (name == QLatin1String("maxItems")) {
            say(value.toArray().size() <= rule.toInt(), path, QStringLiteral("is too long"));
        } else if (name == QLatin1String("minItems")) {
            say(!value.isArray() || value.toArray().size() >= rule.toInt(), path,
                QStringLiteral("is too short"));
        } else if (name == QLatin1String("anyOf")) {
            checkAny(rule.toArray(), value, path);
        } else if (name == QLatin1String("items")) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                check(rule.toObject(), array[i], path + QStringLiteral("/%1").arg(i));
            }
        } else if (name == QLatin1String("required")) {
            for (const QJsonValue &key : rule.toArray()) {
                say(!value.isObject() || value.toObject().contains(key.toString()), path,
                    QStringLiteral("lacks %1").arg(key.toString()));
            }
        } else if (name == QLatin1String("properties")) {
            const QJsonObject rules = rule.toObject();
            for (auto it = rules.begin(); it != rules.end(); ++it) {
                if (value.toObject().contains(it.key())) {
                    check(it.value().toObject(), value[it.key()],
                          path + QLatin1Char('/') + it.key());
                }
            }
        } else if (name == QLatin1String("additionalProperties")) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (schema[QLatin1String("properties")].toObject().contains(it.key())) {
                    continue;
                }
                if (rule.isBool()) {
                    say(rule.toBool(), path, QStringLiteral("has no key %1").arg(it.key()));
                } else {
                    check(rule.toObject(), it.value(), path + QLatin1Char('/') + it.key());
                }
            }
        } else {
            faults << QStringLiteral("%1: the schema's word %2 is not known").arg(path, name);
        }
    }

    /// "#/$defs/x", "other.schema.json" or "other.schema.json#/$defs/x".
    void follow(const QString &reference, const QJsonValue &value, const QString &path)
    {
        const QString file = reference.section(QLatin1Char('#'), 0, 0);
        const QString part = reference.section(QLatin1Char('#'), 1).section(QLatin1Char('/'), -1);
        const QJsonObject root = file.isEmpty() ? m_root : schemaInDocs(file);
        const QJsonObject target =
            part.isEmpty() ? root : root[QLatin1String("$defs")].toObject()[part].toObject();
        say(!target.isEmpty(), path, QStringLiteral("the schema %1 is not there").arg(reference));
        Checker other(root);
        other.check(target, value, path);
        faults += other.faults;
    }

    void checkType(const QJsonValue &rule, const QJsonValue &value, const QString &path)
    {
        const QJsonArray types = rule.isArray() ? rule.toArray() : QJsonArray{rule};
        const auto is = [&value](const QString &type) {
            return (type == QLatin1String("object") && value.isObject()) ||
                   (type == QLatin1String("array") && value.isArray()) ||
                   (type == QLatin1String("string") && value.isString()) ||
                   (type == QLatin1String("boolean") && value.isBool()) ||
                   (type == QLatin1String("null") && value.isNull()) ||
                   (type == QLatin1String("number") && value.isDouble()) ||
                   (type == QLatin1String("integer") && value.isDouble() &&
                    std::floor(value.toDouble()) == value.toDouble());
        };
        bool fits = false;
        QStringList names;
        for (const QJsonValue &type : types) {
            fits = fits || is(type.toString());
            names << type.toString();
        }
        say(fits, path, QStringLiteral("is no %1").arg(names.join(QStringLiteral(" or "))));
    }

    void checkAny(const QJsonArray &rules, const QJsonValue &value, const QString &path)
    {
        QStringList fewest;
        for (qsizetype i = 0; i < rules.size(); ++i) {
            Checker one(m_root);
            one.check(rules[i].toObject(), value, path);
            if (one.faults.isEmpty()) {
                return;
            }
            // Of an alternative and null, the alternative's own faults say more.
            fewest = i == 0 ? one.faults : fewest;
        }
        faults += fewest;
    }

    void say(bool isRight, const QString &path, const QString &what)
    {
        if (!isRight) {
            faults << QStringLiteral("%1: %2").arg(path, what);
        }
    }

    QJsonObject m_root;
};

} // namespace

QStringList schemaFaults(const QJsonObject &schema, const QJsonValue &value)
{
    Checker checker(schema);
    checker.check(schema, value, {});
    return checker.faults;
}

QStringList schemaFaults(const QString &name, const QJsonValue &value)
{
    const QJsonObject schema = schemaInDocs(name + QStringLiteral(".schema.json"));
    return schema.isEmpty() ? QStringList{QStringLiteral("there is no schema %1").arg(name)}
                            : schemaFaults(schema, value);
}

} // namespace stampede::test
