#include "app/cli_commands.h"
#include "app/command_line.h"
#include "app/gui_options.h"
#include "app/log_file.h"
#include "app/screenshots.h"
#include "app/window_keeper.h"
#include "run/open_files.h"
#include "text/language.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/ui_cost.h"

#include <QDir>
#include <QTimer>

namespace {

using namespace stampede;

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
    // Without one the toolkit would abort the program.
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        printError(QStringLiteral("There is no display to open a window on. Use stampede-cli, or "
                                  "set QT_QPA_PLATFORM=offscreen to take pictures."));
        return static_cast<int>(ExitCode::Usage);
    }
    const MeasuredApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    const QStringList words = QCoreApplication::arguments();
    applyLanguage(languageAskedFor(words).value_or(systemLanguage()));

    const auto options = parseGuiOptions(words);
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
        if (const auto logging = emptyLogFile(wanted.log); !logging) {
            printError(logging.error());
            return static_cast<int>(ExitCode::Usage);
        }
    }
    if (!driverIsThere()) {
        return static_cast<int>(ExitCode::Unreachable);
    }
    raiseOpenFileLimit();
    Theme::apply(wanted.theme);

    Session session(std::make_shared<DatabaseHost>(wanted.database, QStringList()));
    session.setServiceLog(wanted.log);
    QStringList faults;
    if (!session.load(wanted.scenario, &faults)) {
        return static_cast<int>(printFaults(faults));
    }
    const WindowKeeper keeper(session, wanted.theme, wanted.size);
    QCoreApplication::processEvents(); // so that a run at once does not begin with the first paint
    Screenshots screenshots(session, keeper, wanted.screenshots);
    int code = 0;
    const auto leave = [&] {
        if (wanted.quitWhenDone) {
            QCoreApplication::exit(code);
        }
    };
    QObject::connect(&session, &Session::runEnded, &screenshots, [&] {
        // After every page has taken the result in.
        QTimer::singleShot(0, &screenshots, [&] {
            code = exitCodeOfSession(session);
            const bool written = wanted.screenshots.isEmpty() ||
                                 (screenshots.writeDuring() && screenshots.takePages());
            code = written ? code : static_cast<int>(ExitCode::Internal);
            leave();
        });
    });
    if (wanted.screenshotsDuring) {
        screenshots.watchRun();
    }
    if (wanted.run) {
        QTimer::singleShot(0, &session, &Session::run);
    } else if (!wanted.screenshots.isEmpty()) {
        QTimer::singleShot(0, &screenshots, [&] { // the window as it opens
            code = screenshots.takePages() ? 0 : static_cast<int>(ExitCode::Internal);
            leave();
        });
    }
    QApplication::exec();
    return wanted.quitWhenDone ? code : 0;
}
