// SPDX-License-Identifier: MIT
#include "app/cli_commands.h"
#include "app/command_line.h"
#include "app/demo_screenshots.h"
#include "app/gui_options.h"
#include "app/log_file.h"
#include "app/output_files.h"
#include "app/program_start.h"
#include "app/screenshots.h"
#include "app/stop_signals.h"
#include "app/window_controller.h"
#include "files/data_root.h"
#include "files/output_plan.h"
#include "run/background.h"
#include "run/open_files.h"
#include "text/language.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"
#include "ui/widgets/ui_cost.h"

#include <QTimer>

#include <cstdio>
#include <cstdlib>

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

/// Takes what the command line names, else what was open last, else the usual one.
Result<void, QStringList> loadFirst(Session &session, const GuiOptions &wanted, Settings &settings)
{
    QStringList faults;
    if (!wanted.scenario.isEmpty()) {
        const bool isMended = !wanted.run && !wanted.quitWhenDone && wanted.screenshots.isEmpty();
        if (const auto possible = loadScenario(wanted.scenario); !possible && !isMended) {
            return Failure{possible.error()};
        }
        if (!session.load(wanted.scenario, &faults)) {
            return Failure{faults};
        }
        settings.noteScenario(session.presetId(), session.filePath());
        return {};
    }
    const QString last = settings.lastScenario();
    if (last.isEmpty() || !session.load(last, &faults)) { // a file may have been broken since
        STAMPEDE_CHECK(session.load(GuiOptions::usualScenario(), &faults));
    }
    return {};
}

/// As checkOutputs() for the program without a window. The folder of pictures is made.
Result<void, QString> checkWindowOutputs(const GuiOptions &wanted)
{
    OutputPlan plan;
    plan.addKeptFolder(defaultDataRoot());
    plan.addKeptFolder(wanted.database.folder);
    plan.addInput(wanted.database.passwordFile);
    plan.addInput(wanted.scenario);
    if (const auto scenario = loadScenario(wanted.scenario); scenario) {
        for (const QString &input : inputsOf(scenario.value())) {
            plan.addInput(input);
        }
    }
    plan.addOutput(wanted.log);
    plan.addOutputFolder(wanted.screenshots, wanted.demo ? QStringList() : Screenshots::names());
    plan.setForce(wanted.force);
    return plan.check();
}

/// Names the program, and speaks the language that its words ask for. The words, the program's name
/// first.
QStringList introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.stampede.stampede")); // Wayland's icon
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    const QStringList words = QCoreApplication::arguments();
    applyLanguage(languageAskedFor(words).value_or(systemLanguage()));
    return words;
}

/// Prints what needs no window, and so no display: help or the version. Whether that was asked for.
bool printsOnly(int &argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto options = parseGuiOptions(introduce());
    const bool asked = options.ok() && !options.value().printAndLeave.isEmpty();
    if (asked) {
        printText(options.value().printAndLeave);
    }
    return asked;
}

/// What the toolkit says before it would abort the program: that it can open no window.
void tellFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    endWhereThreadIsRefused(message);
    printError(message.section(QLatin1Char('\n'), 0, 0));
    if (type == QtFatalMsg) {
        std::_Exit(static_cast<int>(ExitCode::Usage));
    }
}

/// Ends the program at once where something in the background still waits for a server.
struct Leaving
{
    Leaving() = default;
    ~Leaving()
    {
        if (isBackgroundBusy()) {
            std::fflush(nullptr);
            std::_Exit(code);
        }
    }
    Leaving(const Leaving &) = delete;
    Leaving &operator=(const Leaving &) = delete;
    Leaving(Leaving &&) = delete;
    Leaving &operator=(Leaving &&) = delete;
    int code = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    if (const int refused = beginProgram(); refused != 0) {
        return refused;
    }
    if (printsOnly(argc, argv)) {
        return static_cast<int>(ExitCode::Success);
    }
    // Without one the toolkit would abort the program.
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        printError(QStringLiteral("There is no display to open a window on. Use stampede-cli, or "
                                  "set QT_QPA_PLATFORM=offscreen to take pictures."));
        return static_cast<int>(ExitCode::Usage);
    }
    const QtMessageHandler usual = qInstallMessageHandler(tellFatal);
    const MeasuredApplication application(argc, argv);
    qInstallMessageHandler(usual);
    Leaving leaving; // before whatever has to have ended by then
    const QStringList words = introduce();
    const auto options = parseGuiOptions(words);
    if (!options) {
        printError(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const GuiOptions &wanted = options.value();
    if (const auto writable = checkWindowOutputs(wanted); !writable) {
        printError(writable.error());
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
    Settings settings(wanted.remembers() ? Settings::defaultFile() : QString());
    if (!languageAskedFor(words)) {
        applyLanguage(languageOf(settings.language()).value_or(systemLanguage()));
    }
    Theme::apply(wanted.theme.value_or(settings.theme()));

    Session session(std::make_shared<DatabaseHost>(wanted.database, settings.trustedHosts()));
    session.setServiceLog(wanted.log);
    // Pictures show what they are told to, not what somebody ran before, unless that is in a folder
    // of their own.
    if (wanted.screenshots.isEmpty() || qEnvironmentVariableIsSet("STAMPEDE_DATA_DIR")) {
        session.setArchive(defaultArchive());
        session.keepUnsavedIn(defaultDataRoot() + QStringLiteral("/unsaved"));
    }
    if (const auto loaded = loadFirst(session, wanted, settings); !loaded) {
        return static_cast<int>(printDiagnostics(loaded.error()));
    }
    const WindowController controller(session, settings);
    if (wanted.theme) {
        controller.window().setTheme(*wanted.theme);
    }
    if (wanted.size) {
        controller.window().resize(*wanted.size);
    }
    controller.window().show();
    QCoreApplication::processEvents(); // so that a run at once does not begin with the first paint
    Screenshots screenshots(session, controller, wanted.screenshots);
    int code = 0;
    bool ending = false; // somebody asked for the end while a run went on
    const auto leave = [&] {
        if (wanted.quitWhenDone || ending) {
            QCoreApplication::exit(code);
        }
    };
    StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopRequested, &session, [&](int times) {
        if (times > 1) {
            std::_Exit(static_cast<int>(ExitCode::EndedEarly));
        }
        if (session.isRunning()) {
            ending = true;
            session.stop();
        } else {
            code = static_cast<int>(ExitCode::EndedEarly);
            QCoreApplication::exit(code);
        }
    });
    DemoScreenshots demo(controller.window(), wanted.screenshots);
    QObject::connect(&demo, &DemoScreenshots::finished, &demo, [&](bool complete) {
        code = static_cast<int>(complete ? ExitCode::Success : ExitCode::Internal);
        leave();
    });
    QObject::connect(&session, &Session::runEnded, &screenshots, [&] {
        if (wanted.demo && !ending) {
            return; // it takes its own
        }
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
    if (wanted.demo) {
        if (wanted.screenshots.isEmpty()) {
            controller.window().openDemo();
        } else {
            QTimer::singleShot(0, &demo, &DemoScreenshots::start);
        }
    } else if (wanted.run) {
        QTimer::singleShot(0, &session, &Session::run);
    } else if (!wanted.screenshots.isEmpty()) {
        QTimer::singleShot(0, &screenshots, [&] { // the window as it opens
            code = screenshots.takePages() ? 0 : static_cast<int>(ExitCode::Internal);
            leave();
        });
    }
    QApplication::exec();
    leaving.code = wanted.quitWhenDone ? code : 0;
    return leaving.code;
}
