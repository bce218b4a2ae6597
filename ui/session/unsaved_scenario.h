// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/scenario_draft.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace stampede {

/// A scenario with changes that were not saved, as it is kept on disk. Secrets are not kept.
struct UnsavedScenario
{
    QString presetId;   ///< what it began with, or empty after a file
    QString filePath;   ///< or empty after a preset
    QJsonObject loaded; ///< what was opened
    ScenarioDraft draft;
    QDateTime when;                     ///< of the last change
    QStringList forgotten;              ///< settings that held a secret and have to be typed again
    [[nodiscard]] QString name() const; ///< as people read it
};

/// Keeps what is being edited in a folder, shortly after each change, so that a program that ends
/// in the middle loses nothing; and finds what earlier ones left. Each running program has one file
/// of its own, FOLDER/N.json, beside the lock that says that it runs. UI thread.
class UnsavedStore final : public QObject
{
    Q_OBJECT

public:
    /// The folder is made with the first change.
    explicit UnsavedStore(QString folder, QObject *parent = nullptr);
    /// What was kept stays.
    ~UnsavedStore() override;

    /// Keeps that before long; nothing: there is nothing to lose any more.
    void keep(const std::optional<UnsavedScenario> &unsaved);
    /// Does at once what keep() has put off. False where the disk did not take it.
    bool flush();
    /// The latest scenario that a program which runs no more has left.
    [[nodiscard]] const std::optional<UnsavedScenario> &found() const { return m_found; }
    /// Throws away what was found; the next of those that were left follows.
    void forget();

Q_SIGNALS:
    /// found() is another one.
    void foundChanged();

private:
    void look();
    bool takeFile();

    QString m_folder;
    QTimer m_soon;
    std::optional<UnsavedScenario> m_unsaved;
    std::unique_ptr<QLockFile> m_lock; ///< of the file of this program, once it has one
    QString m_file;
    std::optional<UnsavedScenario> m_found;
    QString m_foundFile;
    std::unique_ptr<QLockFile> m_foundLock; ///< so that no other program takes it as well
};

} // namespace stampede
