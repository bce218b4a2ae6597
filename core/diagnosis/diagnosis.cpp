// SPDX-License-Identifier: MIT
#include "diagnosis/diagnosis.h"

#include "base/check.h"
#include "base/clock.h"
#include "diagnosis/analysis.h"
#include "record/run_figures.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QThread>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

using text::count;

struct Entry
{
    const char *id;
    const char *statement;
    const char *advice;
};

/// Every hypothesis in the order of the interface.
constexpr std::array kHypotheses = {
    Entry{"one-caller",
          QT_TRANSLATE_NOOP("DiagnosisText", "Every request was sent in one person's name, "
                                             "though several were to ask"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Give each person a token of their own, or send "
                                             "{userId}; then run again.")},
    Entry{"refusals-counted-as-failures",
          QT_TRANSLATE_NOOP("DiagnosisText", "The \"failure rate\" counts right answers"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Let the load test expect %3; alarm on errors "
                                             "only.")},
    Entry{"too-few-users",
          QT_TRANSLATE_NOOP("DiagnosisText", "Too few people for so many requests"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Spread the load over at least %1 people.")},
    Entry{"more-stock-than-people",
          QT_TRANSLATE_NOOP("DiagnosisText", "There was more stock than people could take"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Lower the stock to %2 at most, or raise the number of "
                            "people.")},
    Entry{"sold-out", QT_TRANSLATE_NOOP("DiagnosisText", "It was simply sold out"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Nothing. This is what should happen.")},
    Entry{"race", QT_TRANSLATE_NOOP("DiagnosisText", "Requests wrote over each other"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Lock the row before reading, or let the database do "
                                             "the subtraction with a guard.")},
    Entry{"duplicates", QT_TRANSLATE_NOOP("DiagnosisText", "People got more than one"),
          QT_TRANSLATE_NOOP("DiagnosisText", "A unique key over person and coupon.")},
    Entry{"sold-out-too-early",
          QT_TRANSLATE_NOOP("DiagnosisText", "\"Out of stock\" was said too early"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Look for a cache of the stock, or stock split into parts.")},
    Entry{"answers-misread",
          QT_TRANSLATE_NOOP("DiagnosisText", "The load script misreads the answers"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Add a rule for what was not recognised.")},
    Entry{"outside-sale", QT_TRANSLATE_NOOP("DiagnosisText", "The sale was not open"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Check the coupon's start and end, and the server's "
                                             "time zone.")},
    Entry{"ids-unknown", QT_TRANSLATE_NOOP("DiagnosisText", "People or coupon do not exist"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Make the ids of the load and of the test data the same.")},
    Entry{"contention-storm",
          QT_TRANSLATE_NOOP("DiagnosisText", "Requests failed or were repeated because they "
                                             "blocked each other"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Same order of locks everywhere; no foreign key to "
                                             "the hot row; retry the whole transaction.")},
    Entry{"unprotected", QT_TRANSLATE_NOOP("DiagnosisText", "A protection is missing"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Switch it on, or show that another one covers it.")},
    Entry{"hidden-retry",
          QT_TRANSLATE_NOOP("DiagnosisText", "Something repeats requests on the way"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Turn off retries of POST in proxy, client library or driver.")},
    Entry{"promises-lost",
          QT_TRANSLATE_NOOP("DiagnosisText", "The database forgot what it had confirmed"),
          QT_TRANSLATE_NOOP("DiagnosisText", "innodb_flush_log_at_trx_commit=1, sync_binlog=1.")},
    Entry{"generator-limit",
          QT_TRANSLATE_NOOP("DiagnosisText", "The load generator was the bottleneck"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Fewer virtual users, a lower rate, or a second machine for the "
                            "database. The integrity verdict is not affected.")},
    Entry{"somebody-else",
          QT_TRANSLATE_NOOP("DiagnosisText", "Somebody else was using the service"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Take a coupon and people that nobody else uses.")},
    Entry{"still-settling", QT_TRANSLATE_NOOP("DiagnosisText", "The service had not finished yet"),
          QT_TRANSLATE_NOOP("DiagnosisText",
                            "Let it settle: a longer target.audit.settle, or `stampede-cli audit "
                            "--run` later.")},
    Entry{"figures-contradict",
          QT_TRANSLATE_NOOP("DiagnosisText", "The figures cannot all be true"),
          QT_TRANSLATE_NOOP("DiagnosisText", "Find out which of the two was copied wrongly.")},
};

std::size_t placeOf(const QString &id)
{
    const auto *const found =
        std::find_if(kHypotheses.begin(), kHypotheses.end(),
                     [&id](const Entry &each) { return id == QLatin1String(each.id); });
    STAMPEDE_CHECK(found != kHypotheses.end());
    return static_cast<std::size_t>(found - kHypotheses.begin());
}

/// What can be behind damage, the nearest cause first.
constexpr std::array kCausesOfDamage = {"race", "duplicates", "sold-out-too-early", "hidden-retry",
                                        "unprotected"};

bool causesDamage(const QString &id)
{
    return std::any_of(kCausesOfDamage.begin(), kCausesOfDamage.end(),
                       [&id](const char *cause) { return id == QLatin1String(cause); });
}

QString damageHeadline(const DiagnosisFacts &facts, const CrowdFigures &crowd,
                       const Diagnosis &diagnosis)
{
    const CheckResult finding = facts.audit->findings().constFirst();
    if (const QString either = eitherCause(stockCause(facts, crowd));
        !either.isEmpty() && isStockFinding(finding.id)) {
        return DiagnosisText::tr("%1 Cause: %2; this run cannot tell which.")
            .arg(finding.explanation, either);
    }
    // What a person did comes before what follows from it.
    for (const char *id : kCausesOfDamage) {
        const Hypothesis *cause = diagnosis.find(QString::fromLatin1(id));
        if (cause->verdict == HypothesisVerdict::Explains) {
            return DiagnosisText::tr("%1 Cause: %2.")
                .arg(finding.explanation, inLine(cause->statement));
        }
    }
    return finding.explanation;
}

/// The statuses of right refusals that a load test has to expect: "409 (already issued), 410 (out
/// of stock)".
QString statusesToExpect(const DiagnosisFacts &facts)
{
    QStringList expected;
    for (const StatusCount &each : facts.statuses) {
        if (refusesByTheRules(each.outcome) && each.status >= 400 && each.status < 500 &&
            each.count > 0) {
            expected << QStringLiteral("%1 (%2)").arg(QString::number(each.status),
                                                      inLine(outcomeName(each.outcome)));
        }
    }
    return expected.join(QStringLiteral(", "));
}

bool areSeveralCoupons(const DiagnosisFacts &facts)
{
    return facts.prediction.service.severalCoupons ||
           (facts.audit != nullptr && facts.audit->hasSeveralCoupons());
}

/// What one stock decides says nothing of several; and where nobody knows which answer is of which
/// coupon, rows and answers explain nothing together.
void leaveOpen(QList<Hypothesis> &hypotheses, const DiagnosisFacts &facts)
{
    if (!areSeveralCoupons(facts)) {
        return;
    }
    const bool mixed = facts.audit == nullptr || facts.audit->coupons.empty();
    QStringList open = {QStringLiteral("too-few-users"), QStringLiteral("more-stock-than-people")};
    if (mixed) {
        open << QStringLiteral("race") << QStringLiteral("duplicates") << QStringLiteral("sold-out")
             << QStringLiteral("sold-out-too-early") << QStringLiteral("hidden-retry")
             << QStringLiteral("promises-lost");
    }
    for (Hypothesis &hypothesis : hypotheses) {
        if (open.contains(hypothesis.id)) {
            undecided(hypothesis,
                      mixed ? DiagnosisText::tr("The requests asked for several coupons, and which "
                                                "answer belongs to which is not known.")
                            : DiagnosisText::tr("The requests asked for several coupons, each with "
                                                "a stock of its own."));
        }
    }
}

/// Where every request is sent in one person's name, the people of the history are not those of the
/// service: what counts them decides nothing.
void leaveOpenOfPeople(QList<Hypothesis> &hypotheses, const DiagnosisFacts &facts,
                       const CrowdFigures &crowd)
{
    if (oneCaller(facts, crowd).isEmpty()) {
        return;
    }
    const QStringList open = {
        QStringLiteral("too-few-users"), QStringLiteral("more-stock-than-people"),
        QStringLiteral("duplicates"),    QStringLiteral("sold-out-too-early"),
        QStringLiteral("hidden-retry"),  QStringLiteral("promises-lost"),
        QStringLiteral("somebody-else")};
    for (Hypothesis &hypothesis : hypotheses) {
        const bool isByRows = hypothesis.id == QLatin1String("duplicates") &&
                              failedCheck(facts, "one-per-user") != nullptr;
        if (open.contains(hypothesis.id) && !isByRows) {
            undecided(hypothesis, DiagnosisText::tr("All requests are sent as one person, so "
                                                    "nobody knows whose is whose."));
        }
    }
}

/// What those who were refused, all of them rightly, were told.
QString rightRefusals(const DiagnosisFacts &facts)
{
    const auto told = [&facts](Outcome outcome) {
        return static_cast<std::int64_t>(facts.outcomes.of(outcome));
    };
    QStringList kinds;
    const auto add = [&](Outcome outcome, const QString &one, const QString &many) {
        if (told(outcome) > 0) {
            kinds << text::plural(told(outcome), one, many).arg(count(told(outcome)));
        }
    };
    add(Outcome::AlreadyIssued, DiagnosisText::tr("%1 time someone asked who already had one"),
        DiagnosisText::tr("%1 times someone asked who already had one"));
    add(Outcome::OutOfStock, DiagnosisText::tr("%1 time none was left"),
        DiagnosisText::tr("%1 times none was left"));
    add(Outcome::NotIssued, DiagnosisText::tr("%1 time someone had one or none was left"),
        DiagnosisText::tr("%1 times someone had one or none was left"));
    add(Outcome::NotStarted, DiagnosisText::tr("%1 time the sale had not begun"),
        DiagnosisText::tr("%1 times the sale had not begun"));
    add(Outcome::Expired, DiagnosisText::tr("%1 time the sale was over"),
        DiagnosisText::tr("%1 times the sale was over"));
    return kinds.join(QStringLiteral(", "));
}

/// One sentence over all; the first that applies.
QString headlineOf(const DiagnosisFacts &facts, const CrowdFigures &crowd,
                   const Diagnosis &diagnosis)
{
    if (facts.audit == nullptr) {
        return DiagnosisText::tr("This run cannot tell: it was not audited.");
    }
    if (const QString why = oneCaller(facts, crowd); !why.isEmpty()) {
        return DiagnosisText::tr("Every request was sent in one person's name. %1").arg(why);
    }
    if (!facts.audit->findings().isEmpty()) {
        return damageHeadline(facts, crowd, diagnosis);
    }
    if (facts.audit->verdict == AuditVerdict::Undecided) {
        return DiagnosisText::tr("This run cannot tell: %1")
            .arg(inLine(facts.audit->undecidedReason));
    }
    if (facts.unclassified > 0) {
        return text::plural(facts.unclassified,
                            DiagnosisText::tr("The answer to %1 of %2 requests was not "
                                              "recognised. \"Issued\": %3; refused: %4."),
                            DiagnosisText::tr("The answers to %1 of %2 requests were not "
                                              "recognised. \"Issued\": %3; refused: %4."))
            .arg(count(facts.unclassified), count(crowd.requests),
                 count(static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued))),
                 count(facts.refusals));
    }
    if (facts.refusals == 0) {
        const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
        const auto left = stockAtEnd(facts);
        return issued == crowd.requests && left
                   ? text::plural(
                         *left, DiagnosisText::tr("Everyone who asked got a coupon; %1 is left."),
                         DiagnosisText::tr("Everyone who asked got a coupon; %1 are left."))
                         .arg(count(*left))
               : issued == crowd.requests
                   ? DiagnosisText::tr("Every request was told \"issued\".")
                   : DiagnosisText::tr("Nobody was refused; %1 of %2 were told \"issued\".")
                         .arg(count(issued), text::requests(crowd.requests));
    }
    const QString refused = text::plural(facts.refusals, DiagnosisText::tr("%1 of %2 was refused"),
                                         DiagnosisText::tr("%1 of %2 were refused"))
                                .arg(count(facts.refusals), text::requests(crowd.requests));
    if (!facts.rightRefusals) {
        return DiagnosisText::tr("%1; nobody knows how many of the refusals were right.")
            .arg(refused);
    }
    if (*facts.rightRefusals != facts.refusals) {
        return text::plural(*facts.rightRefusals,
                            DiagnosisText::tr("%1; %2 of the refusals was right."),
                            DiagnosisText::tr("%1; %2 of the refusals were right."))
            .arg(refused, count(*facts.rightRefusals));
    }
    if (areSeveralCoupons(facts)) {
        return DiagnosisText::tr("%1, and every refusal was right.").arg(refused);
    }
    const auto already = static_cast<std::int64_t>(facts.outcomes.of(Outcome::AlreadyIssued));
    if (crowd.people == 1 && already == facts.refusals && isOneEach(facts)) {
        return DiagnosisText::tr("%1 % of the requests were refused, and every refusal was right: "
                                 "all %2 came from one person, who may hold one coupon.")
            .arg(text::percent(facts.refusals, crowd.requests), count(crowd.requests));
    }
    return DiagnosisText::tr("%1, and every refusal was right: %2.")
        .arg(refused, rightRefusals(facts));
}

} // namespace

QStringList hypothesisIds()
{
    QStringList ids;
    for (const Entry &entry : kHypotheses) {
        ids << QString::fromLatin1(entry.id);
    }
    return ids;
}

Hypothesis newHypothesis(const char *id)
{
    Hypothesis hypothesis;
    hypothesis.id = QString::fromLatin1(id);
    const Entry &entry = kHypotheses[placeOf(hypothesis.id)];
    hypothesis.statement = DiagnosisText::tr(entry.statement);
    hypothesis.advice = DiagnosisText::tr(entry.advice);
    return hypothesis;
}

void explains(Hypothesis &hypothesis, const QString &evidence)
{
    hypothesis.verdict = HypothesisVerdict::Explains;
    hypothesis.evidence = evidence;
}

void ruledOut(Hypothesis &hypothesis, const QString &evidence)
{
    hypothesis.verdict = HypothesisVerdict::RuledOut;
    hypothesis.evidence = evidence;
}

void undecided(Hypothesis &hypothesis, const QString &evidence)
{
    hypothesis.verdict = HypothesisVerdict::Undecided;
    hypothesis.evidence = evidence;
}

Diagnosis diagnose(const DiagnosisFacts &facts)
{
    const CrowdFigures crowd = crowdFigures(facts);
    Diagnosis diagnosis;
    diagnosis.hypotheses = analyseCrowd(facts, crowd) + analyseService(facts, crowd) +
                           analyseMeasurement(facts, crowd);
    leaveOpen(diagnosis.hypotheses, facts);
    leaveOpenOfPeople(diagnosis.hypotheses, facts, crowd);
    STAMPEDE_CHECK(diagnosis.hypotheses.size() == static_cast<qsizetype>(kHypotheses.size()));
    const bool damaged = facts.audit != nullptr && !facts.audit->findings().isEmpty();
    const auto rank = [damaged](const Hypothesis &hypothesis) {
        switch (hypothesis.verdict) {
        case HypothesisVerdict::Explains:
            return hypothesis.id == QLatin1String("one-caller")         ? 0
                   : damaged && causesDamage(hypothesis.id)             ? 1
                   : hypothesis.id == QLatin1String("contention-storm") ? 2
                                                                        : 3;
        case HypothesisVerdict::Undecided:
            return 4;
        case HypothesisVerdict::RuledOut:
            return 5;
        }
        return 5;
    };
    std::sort(diagnosis.hypotheses.begin(), diagnosis.hypotheses.end(),
              [&rank](const Hypothesis &a, const Hypothesis &b) {
                  return std::pair(rank(a), placeOf(a.id)) < std::pair(rank(b), placeOf(b.id));
              });
    for (Hypothesis &hypothesis : diagnosis.hypotheses) {
        hypothesis.advice.replace(QStringLiteral("%1"), count(stockAtStart(facts).value_or(0)));
        hypothesis.advice.replace(QStringLiteral("%2"), count(crowd.people));
        hypothesis.advice.replace(QStringLiteral("%3"), statusesToExpect(facts));
    }
    diagnosis.crowd = crowd;
    diagnosis.headline = headlineOf(facts, crowd, diagnosis);
    return diagnosis;
}

Diagnosis diagnosisOf(const RunRecord &record)
{
    const double available =
        record.throughput.durationSeconds * static_cast<double>(QThread::idealThreadCount());
    return diagnose(
        {.scenario = record.scenario,
         .prediction = record.prediction,
         .audit = record.audit ? &*record.audit : nullptr,
         .history = *record.history,
         .outcomes = record.outcomes,
         .unclassified = static_cast<std::int64_t>(
             record.unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)]),
         .failedPercent = text::percent(record.loadTester.failed, record.loadTester.requests),
         .refusals = record.refusals(),
         .rightRefusals = record.rightRefusals(),
         .clientErrors = record.loadTester.failed - record.loadTester.errors,
         .refusalsCounted = record.loadTester.refusals,
         .rightRefusalsCounted = record.loadTester.rightRefusals,
         .errors = record.loadTester.errors,
         .deadlocks = record.counters.deadlocks,
         .lockWaits = record.counters.lockWaits,
         .retries = record.retries,
         .lengthNs = static_cast<std::int64_t>(record.throughput.durationSeconds *
                                               static_cast<double>(kNsPerSecond)),
         .processorsUsed = available > 0 ? record.generator.cpuSeconds / available : 0,
         .latenessP99Us = record.generator.latenessP99Us,
         .generatorReasons = record.generator.reasons,
         .statuses = answerStatuses(record),
         .kills = record.kills(),
         .endedEarly =
             record.endedEarly || record.endedByLimit.has_value() || record.generator.dropped > 0,
         .people = record.people});
}

} // namespace stampede
