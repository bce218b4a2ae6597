// SPDX-License-Identifier: MIT
#include "ui/frame/commands.h"

#include "ui/frame/navigation_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

#include <vector>

namespace stampede {

namespace {

struct CommandEntry
{
    WindowCommand command;
    const char *menu;
    const char *does;
    std::vector<const char *> keys;
};

/// Every command; the words are translated where they are shown.
const std::vector<CommandEntry> &entries()
{
    static const std::vector<CommandEntry> table = {
        {WindowCommand::Run,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Run"),
         QT_TRANSLATE_NOOP("stampede::Commands", "run"),
         {"Ctrl+R"}},
        {WindowCommand::Stop,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Stop and audit"),
         QT_TRANSLATE_NOOP("stampede::Commands", "stop and audit; twice: stop now"),
         {"Ctrl+."}},
        {WindowCommand::New,
         QT_TRANSLATE_NOOP("stampede::Commands", "&New…"),
         QT_TRANSLATE_NOOP("stampede::Commands", "the start page, to begin with something else"),
         {"Ctrl+N"}},
        {WindowCommand::Open,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Open…"),
         QT_TRANSLATE_NOOP("stampede::Commands", "open a scenario"),
         {"Ctrl+O"}},
        {WindowCommand::ImportRun,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Import a run…"),
         nullptr,
         {}},
        {WindowCommand::Save,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Save"),
         QT_TRANSLATE_NOOP("stampede::Commands", "save the scenario"),
         {"Ctrl+S"}},
        {WindowCommand::SaveAs,
         QT_TRANSLATE_NOOP("stampede::Commands", "Save &as…"),
         QT_TRANSLATE_NOOP("stampede::Commands", "save the scenario as another file"),
         {"Ctrl+Shift+S"}},
        {WindowCommand::Undo,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Undo"),
         QT_TRANSLATE_NOOP("stampede::Commands",
                           "take back a change of the scenario or of the runs"),
         {"Ctrl+Z"}},
        {WindowCommand::Redo,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Redo"),
         QT_TRANSLATE_NOOP("stampede::Commands", "bring it again"),
         {"Ctrl+Shift+Z", "Ctrl+Y"}},
        {WindowCommand::Export,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Export the report…"),
         QT_TRANSLATE_NOOP("stampede::Commands", "export the report"),
         {"Ctrl+E"}},
        {WindowCommand::RowLock,
         QT_TRANSLATE_NOOP("stampede::Commands", "Row &lock on or off"),
         QT_TRANSLATE_NOOP("stampede::Commands", "row lock on or off"),
         {"Ctrl+L"}},
        {WindowCommand::AllProtections,
         QT_TRANSLATE_NOOP("stampede::Commands", "&All protections on"),
         QT_TRANSLATE_NOOP("stampede::Commands", "all protections on"),
         {"Ctrl+Shift+L"}},
        {WindowCommand::Baseline,
         QT_TRANSLATE_NOOP("stampede::Commands", "Set as &baseline"),
         QT_TRANSLATE_NOOP("stampede::Commands", "set the run as baseline"),
         {"Ctrl+B"}},
        {WindowCommand::PlayOrHold,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Play or hold the replay"),
         QT_TRANSLATE_NOOP("stampede::Commands", "play or hold the replay"),
         {"Space"}},
        {WindowCommand::StepBack,
         QT_TRANSLATE_NOOP("stampede::Commands", "One step back"),
         QT_TRANSLATE_NOOP("stampede::Commands", "replay one bucket back"),
         {","}},
        {WindowCommand::StepOn,
         QT_TRANSLATE_NOOP("stampede::Commands", "One step on"),
         QT_TRANSLATE_NOOP("stampede::Commands", "replay one bucket on"),
         {"."}},
        {WindowCommand::NextFinding,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Next finding"),
         QT_TRANSLATE_NOOP("stampede::Commands", "next finding"),
         {"N"}},
        {WindowCommand::PreviousFinding,
         QT_TRANSLATE_NOOP("stampede::Commands", "Pre&vious finding"),
         QT_TRANSLATE_NOOP("stampede::Commands", "previous finding"),
         {"P"}},
        {WindowCommand::PageScenario, nullptr, nullptr, {"Ctrl+1"}},
        {WindowCommand::PageLive, nullptr, nullptr, {"Ctrl+2"}},
        {WindowCommand::PageHotRow, nullptr, nullptr, {"Ctrl+3"}},
        {WindowCommand::PageInterleavings, nullptr, nullptr, {"Ctrl+4"}},
        {WindowCommand::PageAudit, nullptr, nullptr, {"Ctrl+5"}},
        {WindowCommand::PageReport, nullptr, nullptr, {"Ctrl+6"}},
        {WindowCommand::PageRuns, nullptr, nullptr, {"Ctrl+7"}},
        {WindowCommand::Stage,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Stage mode"),
         QT_TRANSLATE_NOOP("stampede::Commands", "stage mode, for a projector"),
         {"F11"}},
        {WindowCommand::Filter,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Filter"),
         QT_TRANSLATE_NOOP("stampede::Commands", "filter in the table of the page"),
         {"Ctrl+F"}},
        {WindowCommand::CopyPicture,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Copy picture"),
         QT_TRANSLATE_NOOP("stampede::Commands",
                           "copy a picture of the chart or card with the focus"),
         {"Ctrl+Shift+C"}},
        {WindowCommand::TextLarger,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Larger"),
         QT_TRANSLATE_NOOP("stampede::Commands", "larger text"),
         {"Ctrl++", "Ctrl+="}},
        {WindowCommand::TextSmaller,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Smaller"),
         QT_TRANSLATE_NOOP("stampede::Commands", "smaller text"),
         {"Ctrl+-"}},
        {WindowCommand::TextUsual,
         QT_TRANSLATE_NOOP("stampede::Commands", "&As usual"),
         QT_TRANSLATE_NOOP("stampede::Commands", "text as large as usual"),
         {"Ctrl+0"}},
        {WindowCommand::Keys,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Keys and words"),
         QT_TRANSLATE_NOOP("stampede::Commands", "keys and words: this window"),
         {"F1"}},
        {WindowCommand::Quit,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Quit"),
         QT_TRANSLATE_NOOP("stampede::Commands", "leave Stampede"),
         {"Ctrl+Q"}},
        {WindowCommand::Database,
         QT_TRANSLATE_NOOP("stampede::Commands", "&Database…"),
         nullptr,
         {}},
        {WindowCommand::AuditDatabase,
         QT_TRANSLATE_NOOP("stampede::Commands", "A&udit a database…"),
         nullptr,
         {}},
        {WindowCommand::Demo, QT_TRANSLATE_NOOP("stampede::Commands", "&Guided demo"), nullptr, {}},
        {WindowCommand::About,
         QT_TRANSLATE_NOOP("stampede::Commands", "&About Stampede"),
         nullptr,
         {}},
    };
    return table;
}

bool isOfPage(WindowCommand command)
{
    return command >= WindowCommand::PageScenario && command <= WindowCommand::PageRuns;
}

/// Keys that pages and charts have too: theirs come first, these where nobody took the key.
bool comesLast(WindowCommand command)
{
    return command == WindowCommand::NextFinding || command == WindowCommand::PreviousFinding ||
           command == WindowCommand::CopyPicture;
}

/// Whether that is a key of undo in a field whose every change is a step of the scenario form: the
/// window's command takes it back, and not what the field remembers of itself.
bool isUndoOfTheForm(const QObject *field, const QKeyEvent &key)
{
    if (!key.matches(QKeySequence::Undo) && !key.matches(QKeySequence::Redo)) {
        return false;
    }
    for (const QObject *each = field; each != nullptr; each = each->parent()) {
        if (const QVariant stepped = each->property("undoneByForm"); stepped.isValid()) {
            return stepped.toBool();
        }
    }
    return false;
}

/// Whether that widget does something of its own with the space bar.
bool usesSpace(const QObject *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView *>(widget) != nullptr ||
           qobject_cast<const QComboBox *>(widget) != nullptr;
}

} // namespace

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const QList<CommandWords> words = all();
    for (const CommandWords &each : words) {
        auto *action = new QAction(each.menu, this);
        if (comesLast(each.command)) {
            action->setText(each.menu + QLatin1Char('\t') +
                            each.keys.constFirst().toString(QKeySequence::NativeText));
        } else {
            action->setShortcuts(each.keys);
        }
        action->setEnabled(false);
        connect(action, &QAction::triggered, this,
                [this, command = each.command] { Q_EMIT triggered(command); });
        window->addAction(action);
        m_actions.insert(each.command, action);
    }
    qApp->installEventFilter(this);
}

QList<CommandWords> Commands::all()
{
    QList<CommandWords> words;
    for (const CommandEntry &entry : entries()) {
        CommandWords each{.command = entry.command, .menu = {}, .does = {}, .keys = {}};
        if (isOfPage(entry.command)) {
            const int index =
                static_cast<int>(entry.command) - static_cast<int>(WindowCommand::PageScenario);
            const QString page = pageName(static_cast<Page>(index));
            each.menu = page;
            each.does = tr("the page %1").arg(page);
        } else {
            each.menu = tr(entry.menu);
            each.does = entry.does == nullptr ? QString() : tr(entry.does);
        }
        for (const char *keys : entry.keys) {
            each.keys << QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText);
        }
        words << each;
    }
    return words;
}

void Commands::setEnabled(WindowCommand command, bool enabled)
{
    action(command)->setEnabled(enabled);
}

void Commands::connectAction(WindowCommand command)
{
    action(command)->setEnabled(true);
}

bool Commands::eventFilter(QObject *watched, QEvent *event)
{
    // The space bar belongs to the button with the focus, to the replay where there is none. Fields
    // that one types into keep every letter by themselves.
    if (event->type() == QEvent::ShortcutOverride && usesSpace(watched)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if ((event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) &&
        isUndoOfTheForm(watched, *static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return (event->type() == QEvent::KeyPress && watched == m_window &&
            takeKey(*static_cast<QKeyEvent *>(event))) ||
           QObject::eventFilter(watched, event);
}

bool Commands::takeKey(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination());
    const QList<CommandWords> words = all();
    for (const CommandWords &each : words) {
        if (comesLast(each.command) && each.keys.contains(pressed) &&
            action(each.command)->isEnabled()) {
            Q_EMIT triggered(each.command);
            return true;
        }
    }
    return false;
}

} // namespace stampede
