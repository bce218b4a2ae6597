// SPDX-License-Identifier: MIT
#pragma once

#include "archive/run_summary.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedLayout;

namespace stampede {

/// What people say of one run: its name and a note.
class NotesTab final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesTab(QWidget *parent = nullptr);
    ~NotesTab() override;
    /// Nothing: there is not one run alone to speak of. Of the same run nothing is overwritten that
    /// somebody is typing.
    void showRun(const std::optional<RunSummary> &run);
    /// Puts the cursor into the name.
    void editName();
    /// Tells what has been typed and not been told yet.
    void flush();

protected:
    void hideEvent(QHideEvent *event) override;

Q_SIGNALS:
    void named(const QString &id, const QString &name);
    void noted(const QString &id, const QString &note);

private:
    void fill(const std::optional<RunSummary> &run);

    QStackedLayout *m_stack;
    QLineEdit *m_name;
    QPlainTextEdit *m_note;
    QLabel *m_facts;
    QString m_id;
    QString m_toldName;
    QString m_toldNote;
    QTimer m_pause; ///< until what is typed is told
};

} // namespace stampede
