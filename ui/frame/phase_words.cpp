// SPDX-License-Identifier: MIT
#include "ui/frame/phase_words.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

struct PhaseWords
{
    Q_DECLARE_TR_FUNCTIONS(PhaseWords)
};

constexpr std::array kPhases = {Phase::Prepare, Phase::WarmUp, Phase::Run,
                                Phase::Settle,  Phase::Audit,  Phase::Report};
const QString kLink = QStringLiteral(" ─ ");

using text::count;

double secondsOf(const RunProgress &progress)
{
    return static_cast<double>(progress.live.elapsedNs) / static_cast<double>(kNsPerSecond);
}

double lengthOf(const Session &session)
{
    return static_cast<double>(session.activeScenario().loadLength().count()) /
           static_cast<double>(kNsPerSecond);
}

/// What is due and cannot go out: the answers of this moment are those to requests of earlier.
QString backlogWords(const LiveSnapshot &live)
{
    constexpr double kNoticed = 0.1; // s; for less than that nobody has to be free at once
    QString words;
    if (static_cast<double>(live.waiting) > std::max(1.0, kNoticed * live.rate)) {
        words = PhaseWords::tr(" · %1 due and waiting")
                    .arg(count(static_cast<std::int64_t>(live.waiting)));
    }
    if (live.dropped > 0) {
        words +=
            PhaseWords::tr(" · %1 dropped").arg(count(static_cast<std::int64_t>(live.dropped)));
    }
    return words;
}

QString runLine(const RunProgress &progress, const Session &session)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    if (!progress.live.loadRunning && done == 0) {
        return PhaseWords::tr("Opening connections, %1 open").arg(count(progress.opened));
    }
    const double seconds = secondsOf(progress);
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const QString perSecond = count(std::llround(rate));
    // An estimate, and written so.
    const auto duration = [](double left) {
        constexpr double kRoughFrom = 10;
        return PhaseWords::tr("%1 s").arg(QLocale().toString(left, 'f', left < kRoughFrom ? 1 : 0));
    };
    // In an open model the clock ends the load, whatever its rate has become by hand.
    if (progress.planned > 0 && !isOpenModel(session.activeScenario().load.model)) {
        const QString begin = PhaseWords::tr("%1 of %2 · %3 answers/s")
                                  .arg(count(done), count(progress.planned), perSecond);
        return rate > 0 ? PhaseWords::tr("%1 · %2 left")
                              .arg(begin, duration(static_cast<double>(std::max<std::int64_t>(
                                                       0, progress.planned - done)) /
                                                   rate))
                        : begin;
    }
    return PhaseWords::tr("%1 · %2 answers/s · %3 left")
               .arg(count(done), perSecond, duration(std::max(0.0, lengthOf(session) - seconds))) +
           backlogWords(progress.live);
}

QString prepareLine(const Session &session)
{
    if (!session.lastMessage().isEmpty()) { // the private server is set up or started
        return session.lastMessage();
    }
    const Scenario &scenario = session.activeScenario();
    const auto counted = [](std::int64_t n, const QString &one, const QString &many) {
        return text::plural(n, one, many).arg(count(n));
    };
    if (scenario.target.kind == TargetKind::Http) {
        return counted(scenario.mostVus(), PhaseWords::tr("Opening %1 connection."),
                       PhaseWords::tr("Opening %1 connections."));
    }
    return PhaseWords::tr("Creating tables, %1, %2; opening %3.")
        .arg(
            counted(scenario.users.count, PhaseWords::tr("%1 person"), PhaseWords::tr("%1 people")),
            counted(scenario.coupon.stock, PhaseWords::tr("%1 coupon"),
                    PhaseWords::tr("%1 coupons")),
            counted(scenario.mostVus(), PhaseWords::tr("%1 connection"),
                    PhaseWords::tr("%1 connections")));
}

QString warmUpLine(const RunProgress &progress, const Session &session)
{
    const std::int64_t length = session.activeScenario().warmup.count();
    const std::int64_t since = monotonicNs() - progress.phaseSinceNs;
    return PhaseWords::tr("%1 of %2; not counted.")
        .arg(text::duration(std::min(since, length)), text::duration(length));
}

QString lineOf(const RunProgress &progress, const Session &session)
{
    switch (progress.phase) {
    case Phase::Prepare:
        return prepareLine(session);
    case Phase::WarmUp:
        return warmUpLine(progress, session);
    case Phase::Run:
        return runLine(progress, session);
    case Phase::Settle:
        return progress.waitingFor.isEmpty()
                   ? PhaseWords::tr("Waiting until nothing moves any more.")
                   : PhaseWords::tr("Waiting until nothing moves any more: %1.")
                         .arg(progress.waitingFor);
    case Phase::Audit:
        return progress.auditTotal == 0
                   ? PhaseWords::tr("Reading the database.")
                   : PhaseWords::tr("%1 of %2 checks")
                         .arg(count(progress.auditDone), count(progress.auditTotal));
    case Phase::Report:
        return PhaseWords::tr("Writing to the archive.");
    }
    return {};
}

} // namespace

QString phaseWord(Phase phase)
{
    switch (phase) {
    case Phase::Prepare:
        return PhaseWords::tr("Prepare");
    case Phase::WarmUp:
        return PhaseWords::tr("Warm-up");
    case Phase::Run:
        return PhaseWords::tr("Run");
    case Phase::Settle:
        return PhaseWords::tr("Settle");
    case Phase::Audit:
        return PhaseWords::tr("Audit");
    case Phase::Report:
        return PhaseWords::tr("Report");
    }
    return {};
}

QString phaseLine(const RunProgress &progress, const Session &session)
{
    if (session.isStopping() && progress.phase <= Phase::Settle) {
        return PhaseWords::tr("Stopping… what ran will be audited");
    }
    const QString line = lineOf(progress, session);
    return progress.rounds > 1 ? PhaseWords::tr("Round %1 of %2: %3")
                                     .arg(count(progress.round), count(progress.rounds), line)
                               : line;
}

std::optional<double> phaseShare(const RunProgress &progress, const Session &session)
{
    const auto share = [](double part, double whole) {
        return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0;
    };
    switch (progress.phase) {
    case Phase::Prepare:
        return {};
    case Phase::WarmUp:
        return share(static_cast<double>(monotonicNs() - progress.phaseSinceNs),
                     static_cast<double>(session.activeScenario().warmup.count()));
    case Phase::Run:
        return progress.planned > 0 && !isOpenModel(session.activeScenario().load.model)
                   ? share(static_cast<double>(progress.live.outcomes.total()),
                           static_cast<double>(progress.planned))
                   : share(secondsOf(progress), lengthOf(session));
    case Phase::Settle:
        return 1;
    case Phase::Audit:
        return share(progress.auditDone, progress.auditTotal);
    case Phase::Report:
        return 1;
    }
    return {};
}

QString phasesBefore(Phase now, bool warmsUp)
{
    QString words;
    for (const Phase phase : kPhases) {
        if (phase < now) {
            const bool skipped = phase == Phase::WarmUp && !warmsUp;
            words +=
                phaseWord(phase) + (skipped ? QStringLiteral(" –") : QStringLiteral(" ✓")) + kLink;
        }
    }
    return words.trimmed();
}

QString phasesAfter(Phase now)
{
    QString words;
    for (const Phase phase : kPhases) {
        if (phase > now) {
            words += kLink + phaseWord(phase);
        }
    }
    return words.trimmed();
}

} // namespace stampede
