// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace stampede {

/// All outputs of one call held against its inputs, against each other, and against what is kept,
/// before anything is done. Paths are compared by where they end and by the file itself, so links
/// of either kind do not hide one behind another.
class OutputPlan
{
public:
    /// A file that the call reads. One that is not there, or an empty name, is passed over.
    void addInput(const QString &path);
    /// A folder whose files belong to Stampede: nothing is written there.
    void addKeptFolder(const QString &folder);
    /// A file to be written; an empty name is none.
    void addOutput(const QString &path);
    /// A history to be written, which may replace one.
    void addHistory(const QString &path);
    /// A folder to be written into, and the names that its files get.
    void addOutputFolder(const QString &folder, const QStringList &names);
    /// Files of others may be overwritten. Inputs and what is kept may not.
    void setForce(bool force) { m_force = force; }

    /// Nothing where every output can be written as far as that can be known; makes the folders to
    /// be written into once all else is well. The error is a sentence.
    [[nodiscard]] Result<void, QString> check() const;
    /// Files of others that would be overwritten, for a question.
    [[nodiscard]] QStringList foreignFiles() const;

private:
    [[nodiscard]] Result<void, QString> checkFolder(const QString &folder) const;
    [[nodiscard]] Result<void, QString> checkCollisions(qsizetype index) const;
    [[nodiscard]] bool isForeign(const QString &path) const;
    [[nodiscard]] bool isKept(const QString &path) const;

    QStringList m_inputs;
    QStringList m_kept;
    QStringList m_outputs;   ///< those of the folders too
    QStringList m_histories; ///< those of the outputs
    QStringList m_folders;
    bool m_force = false;
};

} // namespace stampede
