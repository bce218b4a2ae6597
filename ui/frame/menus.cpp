// SPDX-License-Identifier: MIT
#include "ui/frame/menus.h"

#include "text/language.h"
#include "ui/frame/commands.h"
#include "ui/session/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace stampede {

namespace {

void add(QMenu &menu, const Commands &commands, std::initializer_list<WindowCommand> which)
{
    for (const WindowCommand command : which) {
        menu.addAction(commands.action(command));
    }
}

} // namespace

Menus::Menus(QMenuBar &bar, const Commands &commands, Settings &settings)
    : QObject(&bar)
    , m_settings(settings)
    , m_themes(new QActionGroup(this))
{
    fillFile(*bar.addMenu(tr("&File")), commands);
    add(*bar.addMenu(tr("&Edit")), commands, {WindowCommand::Undo, WindowCommand::Redo});
    QMenu *run = bar.addMenu(tr("&Run"));
    add(*run, commands, {WindowCommand::Run, WindowCommand::Stop});
    run->addSeparator();
    add(*run, commands, {WindowCommand::RowLock, WindowCommand::AllProtections});
    run->addSeparator();
    add(*run, commands,
        {WindowCommand::PlayOrHold, WindowCommand::StepBack, WindowCommand::StepOn});
    run->addSeparator();
    add(*run, commands,
        {WindowCommand::NextFinding, WindowCommand::PreviousFinding, WindowCommand::Baseline});
    run->addSeparator();
    add(*run, commands, {WindowCommand::AuditDatabase, WindowCommand::Database});
    fillView(*bar.addMenu(tr("&View")), commands);
    QMenu *help = bar.addMenu(tr("&Help"));
    add(*help, commands, {WindowCommand::Demo, WindowCommand::Keys});
    help->addSeparator();
    add(*help, commands, {WindowCommand::About});
}

void Menus::fillFile(QMenu &menu, const Commands &commands)
{
    add(menu, commands, {WindowCommand::New, WindowCommand::Open});
    m_recent = menu.addMenu(tr("Open &recent"));
    connect(&menu, &QMenu::aboutToShow, this, &Menus::fillRecent);
    add(menu, commands, {WindowCommand::ImportRun});
    menu.addSeparator();
    add(menu, commands, {WindowCommand::Save, WindowCommand::SaveAs});
    menu.addSeparator();
    add(menu, commands, {WindowCommand::Export});
    menu.addSeparator();
    add(menu, commands, {WindowCommand::Quit});
}

void Menus::fillView(QMenu &menu, const Commands &commands)
{
    add(menu, commands,
        {WindowCommand::PageScenario, WindowCommand::PageLive, WindowCommand::PageHotRow,
         WindowCommand::PageInterleavings, WindowCommand::PageAudit, WindowCommand::PageReport,
         WindowCommand::PageRuns});
    menu.addSeparator();
    add(menu, commands, {WindowCommand::Stage, WindowCommand::Filter, WindowCommand::CopyPicture});
    menu.addSeparator();
    QMenu *themes = menu.addMenu(tr("&Theme"));
    const std::pair<ThemeMode, QString> words[] = {
        {ThemeMode::System, tr("As the &system")},
        {ThemeMode::Light, tr("&Light")},
        {ThemeMode::Dark, tr("&Dark")},
        {ThemeMode::Contrast, tr("&High contrast")},
    };
    for (const auto &[mode, text] : words) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, mode = mode] { Q_EMIT themeChosen(mode); });
    }
    fillLanguages(*menu.addMenu(tr("Lan&guage")));
    QMenu *size = menu.addMenu(tr("Te&xt size"));
    add(*size, commands,
        {WindowCommand::TextLarger, WindowCommand::TextSmaller, WindowCommand::TextUsual});
}

void Menus::fillLanguages(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const auto addChoice = [&](const QString &words, const QString &code) {
        QAction *action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(code == m_settings.language());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
    };
    addChoice(tr("&System"), QString());
    for (const Language language : allLanguages()) {
        addChoice(nameOf(language), codeOf(language));
    }
}

void Menus::setTheme(ThemeMode mode)
{
    const auto actions = m_themes->actions();
    for (QAction *action : actions) {
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
    }
}

void Menus::fillRecent()
{
    m_recent->clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString &path : files) {
        const bool there = QFileInfo(path).isFile();
        const QString shown = QFileInfo(path).fileName();
        QAction *action =
            m_recent->addAction(there ? shown : tr("%1 (not there any more)").arg(shown));
        action->setEnabled(there);
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!files.isEmpty());
    if (!files.isEmpty()) {
        m_recent->addSeparator();
        connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, this,
                [this] { m_settings.forgetRecentFiles(); });
    }
}

} // namespace stampede
