// SPDX-License-Identifier: MIT
#include "app/terminal_progress.h"

#include "app/command_words.h"

#include "app/terminal_text.h"

#include "base/clock.h"
#include "text/columns.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace stampede {

namespace {

constexpr int kBarWidth = 20;

QString bar(std::int64_t done, std::int64_t planned)
{
    const auto filled =
        planned <= 0
            ? 0
            : static_cast<int>(std::min<std::int64_t>(kBarWidth, done * kBarWidth / planned));
    return QStringLiteral("[%1%2]").arg(QString(filled, QLatin1Char('#')),
                                        QString(kBarWidth - filled, QLatin1Char('.')));
}

QString loadLine(const RunProgress &progress)
{
    if (!progress.live.loadRunning && progress.live.outcomes.total() == 0) {
        return UsageText::tr("Prepare   opening connections, %1 open")
            .arg(text::count(progress.opened));
    }
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    const double seconds =
        static_cast<double>(progress.live.elapsedNs) / static_cast<double>(kNsPerSecond);
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    QString line = UsageText::tr("Run") + QStringLiteral("   ");
    if (progress.planned > 0) {
        line += bar(done, progress.planned) + QLatin1Char(' ') +
                UsageText::tr("%1 of %2").arg(text::count(done), text::count(progress.planned));
    } else {
        line += text::count(done);
    }
    line += UsageText::tr(" · %1 answers/s").arg(text::count(std::llround(rate)));
    if (progress.planned > 0 && rate > 0) {
        const double left = static_cast<double>(progress.planned - done) / rate;
        line += UsageText::tr(" · %1 s left").arg(QString::number(std::max(0.0, left), 'f', 1));
    }
    return line;
}

/// How wide the terminal is now; at least a few columns, and 80 where it does not say.
qsizetype columnsOfTerminal()
{
    constexpr qsizetype kUsual = 80;
    constexpr qsizetype kLeast = 8;
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return kUsual;
    }
    return std::max<qsizetype>(kLeast, size.ws_col);
}

QString phaseLine(const RunProgress &progress)
{
    switch (progress.phase) {
    case Phase::Prepare:
        return UsageText::tr("Prepare");
    case Phase::WarmUp:
        return UsageText::tr("Warm-up   %1 s; not counted")
            .arg(QString::number(static_cast<double>(monotonicNs() - progress.phaseSinceNs) /
                                     static_cast<double>(kNsPerSecond),
                                 'f', 1));
    case Phase::Run:
        return loadLine(progress);
    case Phase::Settle:
        return progress.waitingFor.isEmpty()
                   ? UsageText::tr("Settle   waiting until nothing moves any more")
                   : UsageText::tr("Settle   %1").arg(progress.waitingFor);
    case Phase::Audit:
        return UsageText::tr("Audit   %1 of %2 checks")
            .arg(text::count(progress.auditDone), text::count(progress.auditTotal));
    case Phase::Report:
        return UsageText::tr("Report");
    }
    return {};
}

} // namespace

QString progressLine(const RunProgress &progress)
{
    if (progress.rounds == 1) {
        return phaseLine(progress);
    }
    return UsageText::tr("Round %1 of %2   %3")
        .arg(QString::number(progress.round), QString::number(progress.rounds),
             phaseLine(progress));
}

TerminalProgress::TerminalProgress(bool enabled)
    : m_enabled(enabled && isTerminal(STDERR_FILENO))
{}

TerminalProgress::~TerminalProgress()
{
    clear();
}

void TerminalProgress::show(const RunProgress &progress)
{
    show(progressLine(progress));
}

void TerminalProgress::show(const QString &text)
{
    if (m_enabled) {
        const QString line = text::cutTo(terminalText(text), columnsOfTerminal() - 1);
        m_shown = std::min(m_shown, columnsOfTerminal() - 1); // it may be narrower than before
        static_cast<void>(
            std::fprintf(stderr, "\r%s", qUtf8Printable(text::padded(line, m_shown))));
        static_cast<void>(std::fflush(stderr));
        m_shown = text::columnsOf(line);
    }
}

void TerminalProgress::say(const QString &line)
{
    clear();
    static_cast<void>(std::fprintf(stderr, "%s\n", qUtf8Printable(terminalText(line))));
}

void TerminalProgress::clear()
{
    if (m_shown > 0) {
        const auto shown = std::min(m_shown, columnsOfTerminal() - 1);
        static_cast<void>(std::fprintf(stderr, "\r%s\r", QByteArray(shown, ' ').constData()));
        m_shown = 0;
    }
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

} // namespace stampede
