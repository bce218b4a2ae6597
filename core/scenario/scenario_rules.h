// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario.h"

#include <QSet>
#include <QString>

#include <vector>

namespace stampede {

/// A setting that cannot stand beside another.
struct Contradiction
{
    QString path; ///< the setting to change
    QString text; ///< translated
};

/// Every contradiction between settings. `given` holds the paths that the file names, `faulty`
/// those whose values could not be read: they hold defaults here and are not judged.
std::vector<Contradiction> findContradictions(const Scenario &scenario, const QSet<QString> &given,
                                              const QSet<QString> &faulty);

} // namespace stampede
