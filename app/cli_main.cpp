#include "app/cli_commands.h"
#include "text/language.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    using namespace stampede;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    const QStringList words = QCoreApplication::arguments().mid(1);
    applyLanguage(languageAskedFor(words).value_or(systemLanguage()));
    return static_cast<int>(runCommand(words));
}
