// SPDX-License-Identifier: MIT
#include "app/cli_commands.h"
#include "app/program_start.h"
#include "print/pdf_report.h"
#include "text/language.h"

#include <QGuiApplication>

#include <memory>

namespace {

/// A PDF is painted, which needs the fonts of a graphical application; no display is touched.
/// Everything else does without, and starts faster.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word.startsWith("--pdf") || word.startsWith("--out")) {
            return stampede::applicationWithoutDisplay(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace stampede;
    if (const int refused = beginProgram(); refused != 0) {
        return refused;
    }
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    const QStringList words = QCoreApplication::arguments().mid(1);
    applyLanguage(languageAskedFor(words).value_or(systemLanguage()));
    return static_cast<int>(runCommand(words));
}
