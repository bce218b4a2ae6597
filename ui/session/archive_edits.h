// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive_worker.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace stampede {

/// What people change in the archive, step by step, so that every step can be taken back until the
/// program ends: deleted runs too are there until then. UI thread.
class ArchiveEdits final : public QObject
{
    Q_OBJECT

public:
    /// Of that archive, which outlives it.
    explicit ArchiveEdits(ArchiveWorker &archive);
    /// What is deleted now is deleted for good.
    ~ArchiveEdits() override;

    void remove(const QStringList &ids);
    /// Of a run that had the name, or note, `before`.
    void setName(const QString &id, const QString &before, const QString &name);
    void setNote(const QString &id, const QString &before, const QString &note);
    /// Of the run that is the baseline, empty for none, and of the one that is to be.
    void setBaseline(const QString &before, const QString &id);
    void undo() { m_steps.undo(); }
    void redo() { m_steps.redo(); }
    [[nodiscard]] bool canUndo() const { return m_steps.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_steps.canRedo(); }
    /// How many runs the latest step has deleted, 0 where it was another one.
    [[nodiscard]] qsizetype justRemoved() const;

Q_SIGNALS:
    /// Another step is the latest.
    void changed();
    /// These have been deleted, and are on their way back.
    void restored(const QStringList &ids);

private:
    void push(qsizetype removed, std::function<void()> redo, std::function<void()> undo);

    ArchiveWorker &m_archive;
    QUndoStack m_steps;
};

} // namespace stampede
