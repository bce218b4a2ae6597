// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

#include <utility>

class QAction;
class QKeyEvent;
class QWidget;

namespace stampede {

/// Everything that a menu or a key of the window does.
enum class WindowCommand
{
    New,
    Open,
    ImportRun,
    Save,
    SaveAs,
    Export,
    Quit,
    Undo,
    Redo,
    Run,
    Stop,
    RowLock,
    AllProtections,
    Baseline,
    Database,
    AuditDatabase,
    PlayOrHold,
    StepBack,
    StepOn,
    NextFinding,
    PreviousFinding,
    PageScenario,
    PageLive,
    PageHotRow,
    PageInterleavings,
    PageAudit,
    PageReport,
    PageRuns,
    Stage,
    Filter,
    CopyPicture,
    TextLarger,
    TextSmaller,
    TextUsual,
    Demo,
    Keys,
    About
};

/// A command for people: what its menu calls it, what it does, and its keys.
struct CommandWords
{
    WindowCommand command;
    QString menu; ///< with the mark of its access key
    QString does; ///< for the table of keys; empty where no key does it
    QList<QKeySequence> keys;
};

/// The actions of the window, one a command, with their keys. Menus show them; whoever can do what
/// one of them says connects to it with on(). Those that nobody answers are disabled.
class Commands final : public QObject
{
    Q_OBJECT

public:
    /// The keys work wherever that window has the focus.
    explicit Commands(QWidget *window);

    /// In the order of the table of keys.
    static QList<CommandWords> all();

    [[nodiscard]] QAction *action(WindowCommand command) const { return m_actions.value(command); }
    void setEnabled(WindowCommand command, bool enabled);

    /// From now on the command calls `answer`, as long as `context` lives.
    template<typename Answer>
    void on(WindowCommand command, const QObject *context, Answer answer)
    {
        connectAction(command);
        connect(this, &Commands::triggered, context,
                [command, answer = std::move(answer)](WindowCommand which) {
                    if (which == command) {
                        answer();
                    }
                });
    }

Q_SIGNALS:
    void triggered(stampede::WindowCommand command);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectAction(WindowCommand command);
    /// Does what the key says that has come through to the window.
    bool takeKey(const QKeyEvent &event);

    QWidget *m_window;
    QMap<WindowCommand, QAction *> m_actions;
};

} // namespace stampede
