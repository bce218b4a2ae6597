// SPDX-License-Identifier: MIT
#pragma once

#include "database/private_server.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace stampede::test {

/// A new folder that an unprivileged account can reach too, removed at the end.
std::unique_ptr<QTemporaryDir> makeReachableFolder();

/// Whether a process of that id runs; one that only waits to be collected does not.
bool isAlive(qint64 process);

/// The parent of a process, 0 where it is gone.
qint64 parentOf(qint64 process);

/// The name of a process as the system lists it.
QString nameOf(qint64 process);

/// A field of a process's stat line behind the name: 0 is the state, 1 the parent, 2 the group, 3
/// the session.
QString statField(qint64 process, int field);

/// The processes with that path in their command line.
QList<qint64> processesNaming(const QString &path);

/// Whether a query over these settings is answered.
bool answers(const ConnectionSettings &settings);

} // namespace stampede::test
