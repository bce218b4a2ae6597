#include "app/cli_commands.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stampede"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAMPEDE_VERSION));
    // The texts are English, so figures are written the English way, whatever the system's locale.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return static_cast<int>(stampede::runCommand(QCoreApplication::arguments().mid(1)));
}
