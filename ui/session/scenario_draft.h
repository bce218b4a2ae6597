// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

namespace stampede {

/// A scenario that is being edited: its settings as they stand, possible or not, and what was typed
/// for choices that are not taken at the moment, so that taking them again brings it back. A value.
struct ScenarioDraft
{
    QJsonObject json;
    /// By the path of a setting; where it has another shape for each choice, PATH@CHOICE.
    QMap<QString, QJsonValue> parked{};

    [[nodiscard]] QJsonValue value(const QString &path) const;
    /// An undefined value takes the setting away.
    void set(const QString &path, const QJsonValue &value);
    /// Takes one of several choices: settings that go with it come back as they were typed, or as
    /// usual; those that it has no use for are parked. The present choice changes nothing.
    void choose(const QString &path, const QString &key);

    friend bool operator==(const ScenarioDraft &, const ScenarioDraft &) = default;

private:
    void bring(const char *path, bool isUsed, const QJsonValue &usual);
    void chooseLoadModel(const QString &model);
    void choosePick(const QString &pick);
    void chooseTarget(const QString &kind);
    void chooseRows(const QString &rows);
};

/// Settings by their paths as a sentence lists them, headers by their names.
QString namesOf(const QStringList &paths);

} // namespace stampede
