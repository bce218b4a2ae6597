// SPDX-License-Identifier: MIT
#include "ui/session/archive_edits.h"

#include <QUndoCommand>

#include <utility>

namespace stampede {

namespace {

/// One step: what makes it and what takes it back.
class Step final : public QUndoCommand
{
public:
    Step(qsizetype removed, std::function<void()> redo, std::function<void()> undo)
        : m_removed(removed)
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {}
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }
    [[nodiscard]] qsizetype removed() const { return m_removed; }

private:
    qsizetype m_removed; ///< runs
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

ArchiveEdits::ArchiveEdits(ArchiveWorker &archive)
    : m_archive(archive)
{
    connect(&m_steps, &QUndoStack::indexChanged, this, &ArchiveEdits::changed);
}

ArchiveEdits::~ArchiveEdits()
{
    m_steps.disconnect(this);
    m_archive.forgetRemoved();
}

void ArchiveEdits::push(qsizetype removed, std::function<void()> redo, std::function<void()> undo)
{
    m_steps.push(new Step(removed, std::move(redo), std::move(undo)));
}

void ArchiveEdits::remove(const QStringList &ids)
{
    push(
        ids.size(), [this, ids] { m_archive.remove(ids); },
        [this, ids] {
            m_archive.restore(ids);
            Q_EMIT restored(ids);
        });
}

void ArchiveEdits::setName(const QString &id, const QString &before, const QString &name)
{
    push(
        0, [this, id, name] { m_archive.setName(id, name); },
        [this, id, before] { m_archive.setName(id, before); });
}

void ArchiveEdits::setNote(const QString &id, const QString &before, const QString &note)
{
    push(
        0, [this, id, note] { m_archive.setNote(id, note); },
        [this, id, before] { m_archive.setNote(id, before); });
}

void ArchiveEdits::setBaseline(const QString &before, const QString &id)
{
    push(
        0, [this, id] { m_archive.setBaseline(id); },
        [this, before] { m_archive.setBaseline(before); });
}

qsizetype ArchiveEdits::justRemoved() const
{
    const auto *latest = m_steps.canUndo()
                             ? static_cast<const Step *>(m_steps.command(m_steps.index() - 1))
                             : nullptr; // the only kind there is
    return latest != nullptr ? latest->removed() : 0;
}

} // namespace stampede
