// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "database/server_account.h"
#include "database/server_programs.h"
#include "files/data_root.h"
#include "run/host_resources.h"
#include "run/open_files.h"
#include "text/number_text.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QList>
#include <QLocale>
#include <QProcess>
#include <QSqlDatabase>
#include <QStandardPaths>

namespace stampede {

namespace {

enum class State
{
    Good,
    Advice,  ///< a run can be made, but something of it cannot
    Missing, ///< no run can be made
    Unknown, ///< nobody can tell
};

/// One thing that was looked at.
struct Finding
{
    State state = State::Unknown;
    QString what;
    QString found;
    QString todo{}; ///< what to do; empty where nothing is
};

QString markOf(State state)
{
    switch (state) {
    case State::Good:
        return QStringLiteral("✓");
    case State::Advice:
        return QStringLiteral("!");
    case State::Missing:
        return QStringLiteral("✗");
    case State::Unknown:
        return QStringLiteral("?");
    }
    return {};
}

/// The first line that a program prints; nothing where it does not run or takes more than 10 s.
std::optional<QString> firstLineOf(const QString &program, const QStringList &words)
{
    constexpr int kWithinMs = 10'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    if (!process.waitForFinished(kWithinMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(kWithinMs);
        return std::nullopt;
    }
    return QString::fromUtf8(process.readLine()).trimmed();
}

Finding server()
{
    const QString what = UsageText::tr("Private server");
    const auto programs = findServerPrograms(usualProgramFolders());
    if (!programs) {
        return {State::Advice, what,
                UsageText::tr("no MariaDB server is installed; runs need --database then"),
                serverInstallCommand()};
    }
    const QString path = programs.value().server;
    const auto version = firstLineOf(path, {QStringLiteral("--version")});
    return {version ? State::Good : State::Advice,
            what,
            version ? *version : UsageText::tr("%1 is there and does not start").arg(path),
            {}};
}

Finding driver(const char *name, const QString &needs, const QString &package)
{
    const QString what = UsageText::tr("Driver %1").arg(QString::fromLatin1(name));
    if (QSqlDatabase::isDriverAvailable(QString::fromLatin1(name))) {
        return {State::Good, what, UsageText::tr("installed"), {}};
    }
    return {State::Missing, what, UsageText::tr("not installed; %1").arg(needs),
            QStringLiteral("apt-get install %1").arg(package)};
}

Finding dataFolder()
{
    const QString what = UsageText::tr("Folder of runs");
    const QString folder = QDir::toNativeSeparators(defaultDataRoot());
    QString there = folder;
    while (!QFileInfo::exists(there) && !QDir(there).isRoot()) {
        there = QFileInfo(there).path();
    }
    if (!QFileInfo(there).isDir() || !QFileInfo(there).isWritable()) {
        return {State::Missing, what, UsageText::tr("%1 cannot be written").arg(folder),
                UsageText::tr("set STAMPEDE_DATA_DIR to a folder of yours")};
    }
    return {State::Good, what, folder, {}};
}

Finding account()
{
    const QString what = UsageText::tr("Account");
    const ServerAccount account = serverAccount();
    if (!account.drops) {
        return {
            State::Good, what, UsageText::tr("%1, as the private server").arg(account.name), {}};
    }
    const QString closed = firstClosedFolder(account, QDir::tempPath());
    return {closed.isEmpty() ? State::Good : State::Advice, what,
            closed.isEmpty()
                ? UsageText::tr("root; the private server runs as %1").arg(account.name)
                : UsageText::tr("root; the private server runs as %1, who may not enter %2")
                      .arg(account.name, closed),
            closed.isEmpty() ? QString() : QStringLiteral("chmod o+x '%1'").arg(closed)};
}

Finding openFiles()
{
    constexpr int kUsualConnections = 2'000;
    const QString what = UsageText::tr("Open files");
    if (const auto allowed = checkOpenFiles(kUsualConnections); !allowed) {
        return {State::Advice, what,
                UsageText::tr("not enough for %1 virtual users: %2")
                    .arg(text::count(kUsualConnections), allowed.error()),
                allowFilesCommand(kUsualConnections)};
    }
    return {State::Good,
            what,
            UsageText::tr("enough for %1 virtual users").arg(text::count(kUsualConnections)),
            {}};
}

/// "1.2 GB of memory, 3,000 threads, 20 GB of disk": what is known of it.
Finding resources()
{
    const HostResources there = resourcesOfThisHost();
    QStringList parts;
    if (there.memoryBytes) {
        parts << UsageText::tr("%1 of memory")
                     .arg(QLocale().formattedDataSize(*there.memoryBytes, 1,
                                                      QLocale::DataSizeSIFormat));
    }
    if (there.threads) {
        parts << UsageText::tr("%1 threads").arg(text::count(*there.threads));
    }
    if (there.diskBytes) {
        parts << UsageText::tr("%1 of disk")
                     .arg(QLocale().formattedDataSize(*there.diskBytes, 1,
                                                      QLocale::DataSizeSIFormat));
    }
    return {parts.isEmpty() ? State::Unknown : State::Good,
            UsageText::tr("Free"),
            parts.isEmpty() ? UsageText::tr("cannot tell") : parts.join(QStringLiteral(", ")),
            {}};
}

Finding koreanFont()
{
    const QString what = UsageText::tr("Korean font");
    const QString lister = QStandardPaths::findExecutable(QStringLiteral("fc-list"));
    const auto first =
        lister.isEmpty()
            ? std::nullopt
            : firstLineOf(lister, {QStringLiteral(":lang=ko"), QStringLiteral("family")});
    if (!first) {
        return {State::Unknown, what, UsageText::tr("cannot tell, fc-list does not run"), {}};
    }
    return first->isEmpty()
               ? Finding{State::Advice, what,
                         UsageText::tr("none; Korean in PDF and window would be boxes"),
                         QStringLiteral("apt-get install fonts-nanum")}
               : Finding{State::Good, what, *first, {}};
}

Finding database(const DatabaseUrl &url, const QStringList &allowedHosts)
{
    const QString what = UsageText::tr("Database");
    const auto seen = DatabaseHost(url, allowedHosts).look();
    if (!seen) {
        return {State::Missing, what, seen.error().message, seen.error().command};
    }
    return {seen.value().usable ? State::Good : State::Advice,
            what,
            QStringLiteral("%1: %2").arg(url.display(), seen.value().sentence()),
            {}};
}

} // namespace

ExitCode examineHost(const CommandLine &line)
{
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    QList<Finding> findings{server(),
                            driver("QMYSQL", UsageText::tr("no database can be reached"),
                                   QStringLiteral("libqt6sql6-mysql")),
                            driver("QSQLITE", UsageText::tr("runs cannot be kept"),
                                   QStringLiteral("libqt6sql6-sqlite")),
                            dataFolder(),
                            account(),
                            openFiles(),
                            resources(),
                            koreanFont()};
    if (line.namesDatabase && url.value().kind != DatabaseUrl::Kind::Managed) {
        findings << database(url.value(), line.allowedHosts);
    }
    bool canRun = true;
    QString out = QStringLiteral("Stampede %1, Qt %2\n")
                      .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()));
    for (const Finding &finding : std::as_const(findings)) {
        canRun = canRun && finding.state != State::Missing;
        out +=
            QStringLiteral("%1 %2: %3\n").arg(markOf(finding.state), finding.what, finding.found);
        if (!finding.todo.isEmpty()) {
            out += QStringLiteral("    %1\n").arg(finding.todo);
        }
    }
    printText(out);
    return canRun ? ExitCode::Success : ExitCode::Unreachable;
}

} // namespace stampede
