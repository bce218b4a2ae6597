// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace stampede {

/// The fields of an object that is no group of settings of its own: each is taken by its name, and
/// whatever is wrong goes to one sink, by its path.
class ObjectFields
{
public:
    /// `value` must be an object; else that is a fault, and no field is there.
    ObjectFields(const QJsonValue &value, QString path, const DiagnosticSink &fault);

    [[nodiscard]] bool isObject() const { return m_isObject; }
    [[nodiscard]] bool has(const char *key) const;
    /// The field as it stands, which counts as taken; undefined where it is not there.
    QJsonValue take(const char *key);
    /// A text of one line, 1…4,096 characters; nothing where it is not there or is none.
    std::optional<QString> text(const char *key);
    /// Every field that nobody took is a fault that names the nearest one. To be called last.
    void endHere();
    void fault(const QString &key, const QString &text) const;
    [[nodiscard]] QString pathOf(const QString &key) const;
    /// Whether anything was wrong.
    [[nodiscard]] bool isGood() const { return m_good; }

private:
    QJsonObject m_object;
    QString m_path;
    const DiagnosticSink &m_fault;
    QStringList m_taken;
    bool m_isObject = true;
    mutable bool m_good = true;
};

} // namespace stampede
