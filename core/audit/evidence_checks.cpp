// SPDX-License-Identifier: MIT
#include "audit/evidence_checks.h"

#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

QString locksText(std::int64_t reads)
{
    return text::plural(reads, AuditText::tr("%1 locking read"), AuditText::tr("%1 locking reads"))
        .arg(count(reads));
}

void judgeLockingReads(const AuditFacts &facts, const LockingReads &reads, CheckResult &check)
{
    // Retries read again, and a request that was broken off while it waited may have read as well.
    const auto readTheRow = static_cast<std::int64_t>(
        std::count_if(facts.input.history.begin(), facts.input.history.end(),
                      [](const auto &one) { return one.lockedUs != Operation::kNotReached; }));
    const auto requests = static_cast<std::int64_t>(facts.outcomes.total());
    check.expected = AuditText::tr("at least %1").arg(count(readTheRow));
    check.actual = count(reads.count);
    if (readTheRow == 0 && reads.count == 0) {
        skipNothing(check,
                    AuditText::tr("No request read the row, so there was nothing to look at."));
        return;
    }
    if (reads.count >= readTheRow) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = text::plural(requests, AuditText::tr("%1 for %2 request."),
                                         AuditText::tr("%1 for %2 requests."))
                                .arg(locksText(reads.count), count(requests));
        return;
    }
    if (!reads.complete) {
        cannotTell(check, AuditText::tr("The server counted %1, and %2 read the row. Connections "
                                        "were lost, and the server's count of their statements "
                                        "with them.")
                              .arg(locksText(reads.count), text::requests(readTheRow)));
        return;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        AuditText::tr("The strategy says \"row lock first\", the server counted %1.")
            .arg(locksText(reads.count));
}

CheckResult checkLockSeen(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("lock-seen"));
    const LockEvidence &lock = facts.input.lock;
    if (!lock.otherStrategy.isEmpty()) {
        skipNothing(check, AuditText::tr("The strategy %1 does not begin each request with a "
                                         "locking read.")
                               .arg(lock.otherStrategy));
    } else if (!lock.rowLock) {
        skipNothing(check, AuditText::tr("The scenario switched the row lock off."));
    } else if (lock.reads) {
        judgeLockingReads(facts, *lock.reads, check);
    } else if (lock.unavailable.isEmpty()) {
        skipNothing(check, AuditText::tr("No load of Stampede's own ran, so there was nothing to "
                                         "look at."));
    } else {
        skipNotAvailable(check, lock.unavailable);
    }
    return check;
}

QString answersText(std::int64_t issued, std::int64_t outOfStock)
{
    return AuditText::tr("issued %1, out of stock %2").arg(count(issued), count(outOfStock));
}

CheckResult checkLogAgrees(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("log-agrees"));
    const LogEvidence &log = facts.input.log;
    if (!log.counts) {
        if (log.incomplete) {
            cannotTell(check, log.unavailable);
        } else if (log.unavailable.isEmpty()) {
            skipNothing(check, AuditText::tr("There is no log of the service, so there was nothing "
                                             "to look at."));
        } else {
            skipNotAvailable(check, log.unavailable);
        }
        return check;
    }
    const OutcomeCounts outcomes = log.ofRun.value_or(facts.outcomes);
    if (outcomes.total() == 0) {
        skipNothing(check, AuditText::tr("Nobody asked, so there was nothing to look at."));
        return check;
    }
    const auto issued = static_cast<std::int64_t>(outcomes.of(Outcome::Issued));
    const auto outOfStock = static_cast<std::int64_t>(outcomes.of(Outcome::OutOfStock));
    check.expected = answersText(issued, outOfStock);
    check.actual = answersText(log.counts->issued, log.counts->outOfStock);
    if (log.counts->issued == issued && log.counts->outOfStock == outOfStock) {
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            AuditText::tr("issued %1 = %2, out of stock %3 = %4, blocked by the key %5.")
                .arg(count(log.counts->issued), count(issued), count(log.counts->outOfStock),
                     count(outOfStock), count(log.counts->blockedByKey));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        AuditText::tr("The log says %1, the answers say %2.").arg(check.actual, check.expected);
    return check;
}

} // namespace

QList<CheckResult> checkEvidence(const AuditFacts &facts)
{
    return {checkLockSeen(facts), checkLogAgrees(facts)};
}

} // namespace stampede
