#include "app/cli_commands.h"
#include "print/pdf_report.h"

#include <QGuiApplication>
#include <QLocale>

#include <memory>

namespace {

/// A PDF is painted, which needs the fonts of a graphical application; no display is touched.
/// Everything else does without, and starts faster.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word.startsWith("--pdf") || word.startsWith("--out")) {
            stampede::useNoDisplay();
            return std::make_unique<QGuiApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    // The texts are English, so figures are written the English way, whatever the system's locale.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return static_cast<int>(stampede::runCommand(QCoreApplication::arguments().mid(1)));
}
