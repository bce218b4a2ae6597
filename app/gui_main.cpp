#include "app/cli_commands.h"
#include "app/gui_options.h"
#include "app/log_file.h"
#include "run/open_files.h"
#include "ui/frame/main_window.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTimer>

namespace {

using namespace stampede;

/// One picture a page, after the run.
bool takeScreenshots(MainWindow &window, const QString &folder)
{
    const std::pair<MainWindow::Page, const char *> pages[] = {
        {MainWindow::Page::Scenario, "scenario"},
        {MainWindow::Page::Live, "live"},
        {MainWindow::Page::Audit, "audit"},
    };
    for (const auto &[page, name] : pages) {
        window.showPage(page);
        QCoreApplication::processEvents();
        const QString file =
            QDir(folder).filePath(QStringLiteral("%1.png").arg(QLatin1String(name)));
        if (!window.grab().save(file)) {
            printError(QCoreApplication::translate("GuiMain", "%1 cannot be written.").arg(file));
            return false;
        }
    }
    return true;
}

int exitCodeOfSession(const Session &session)
{
    if (session.fault()) {
        printError(session.fault()->message);
        return static_cast<int>(session.fault()->code);
    }
    return session.record() ? static_cast<int>(exitCodeOf(*session.record()))
                            : static_cast<int>(ExitCode::Success);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    const auto options = parseGuiOptions(QCoreApplication::arguments());
    if (!options) {
        printError(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const GuiOptions &wanted = options.value();
    if (!wanted.printAndLeave.isEmpty()) {
        printText(wanted.printAndLeave);
        return 0;
    }
    if (!wanted.screenshots.isEmpty() && !QDir().mkpath(wanted.screenshots)) {
        printError(QCoreApplication::translate("GuiMain", "The folder %1 cannot be made.")
                       .arg(wanted.screenshots));
        return static_cast<int>(ExitCode::Usage);
    }
    if (!wanted.log.isEmpty()) {
        if (const auto logging = logToFile(wanted.log); !logging) {
            printError(logging.error());
            return static_cast<int>(ExitCode::Usage);
        }
    }
    if (const auto driver = Connection::prepareDriver(); !driver) {
        printError(driver.error());
        return static_cast<int>(ExitCode::Unreachable);
    }
    raiseOpenFileLimit();
    Theme::apply(wanted.theme);

    Session session(std::make_shared<DatabaseHost>(wanted.database, QStringList()));
    QStringList faults;
    if (!session.load(wanted.scenario, &faults)) {
        return static_cast<int>(printFaults(faults));
    }
    MainWindow window(session);
    window.setTheme(wanted.theme);
    window.resize(wanted.size);
    window.show();
    int code = 0;
    QObject::connect(&session, &Session::runEnded, &window, [&] {
        // After every page has taken the result in.
        QTimer::singleShot(0, &window, [&] {
            code = exitCodeOfSession(session);
            if (!wanted.screenshots.isEmpty() && !takeScreenshots(window, wanted.screenshots)) {
                code = static_cast<int>(ExitCode::Internal);
            }
            if (wanted.quitWhenDone) {
                QCoreApplication::quit();
            }
        });
    });
    if (wanted.run) {
        QTimer::singleShot(0, &session, &Session::run);
    }
    QApplication::exec();
    return wanted.quitWhenDone ? code : 0;
}
