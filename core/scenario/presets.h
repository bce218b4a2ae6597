// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace stampede {

/// A scenario that is always there.
struct Preset
{
    QString id;          ///< "hundred-users"
    QString title;       ///< translated, for people
    QString story;       ///< one line, translated
    QString mustComeOut; ///< one line, translated
};

/// All presets in the order of the contract.
QList<Preset> presets();
/// A scenario's name as people read it: the translated title of the preset whose name it is, else
/// the name itself.
QString shownName(const QString &name);
/// The scenario file of a preset, byte for byte, or empty where there is none of that id.
QByteArray presetFile(const QString &id);

} // namespace stampede
