// SPDX-License-Identifier: MIT
#include "record/run_figures.h"

#include "record/record_text.h"

#include "base/clock.h"
#include "base/outcome.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace stampede {

namespace {

std::int64_t counted(const OutcomeCounts &outcomes, std::initializer_list<Outcome> which)
{
    std::int64_t sum = 0;
    for (const Outcome outcome : which) {
        sum += static_cast<std::int64_t>(outcomes.of(outcome));
    }
    return sum;
}

/// Requests that could not be sent, and no fault of the scenario was the reason.
std::int64_t notSentByItself(const RunRecord &record)
{
    const auto isFaults = [&record](const Operation &operation) {
        return std::any_of(record.faults.begin(), record.faults.end(), [&](const auto &fault) {
            const std::int64_t endNs =
                fault.endedNs.value_or(std::numeric_limits<std::int64_t>::max());
            return fault.beganNs && operation.returnedNs >= *fault.beganNs &&
                   operation.invokedNs <= endNs;
        });
    };
    if (record.faults.empty() || !record.history) {
        return counted(record.outcomes, {Outcome::NotSent});
    }
    return std::count_if(record.history->begin(), record.history->end(),
                         [&isFaults](const Operation &operation) {
                             return operation.outcome == Outcome::NotSent && !isFaults(operation);
                         });
}

/// Each step that failed, by its name, with how often and why at first.
QStringList failedSteps(const RunRecord &record)
{
    QStringList failed;
    if (!record.contact) {
        return failed;
    }
    for (const StepFigure &step : record.contact->steps) {
        if (step.failed > 0) {
            failed << RecordText::tr("\"%1\" failed %2 of %3 times (first: %4)")
                          .arg(step.name, text::count(step.failed), text::count(step.count),
                               step.firstFailure);
        }
    }
    return failed;
}

/// How late it may be without spoiling what it measures.
std::int64_t tolerableLatenessNs(const RunRecord &record)
{
    constexpr std::int64_t kAlways = 10 * kNsPerMs;
    return std::max(kAlways, record.response.all.p99Ns / 4);
}

} // namespace

void judgeGenerator(RunRecord &record)
{
    const auto invalidate = [&record](const QString &reason) {
        record.generator.valid = false;
        record.generator.reasons << reason;
    };
    const auto total = static_cast<std::int64_t>(record.outcomes.total());
    const std::int64_t notSent = notSentByItself(record);
    if (const QStringList failed = failedSteps(record);
        notSent * 100 > total && !failed.isEmpty()) {
        invalidate(RecordText::tr("%1 of %2 were not sent, for a step before them failed: %3.")
                       .arg(text::count(notSent), text::requests(total),
                            failed.join(QStringLiteral("; "))));
    } else if (notSent * 100 > total && record.scenario.target.kind == TargetKind::Http) {
        invalidate(RecordText::tr("%1 of %2 could not be sent: the service took no connections, "
                                  "or this machine had none left.")
                       .arg(text::count(notSent), text::requests(total)));
    } else if (notSent * 100 > total) {
        invalidate(RecordText::tr("%1 of %2 could not be sent. Use fewer virtual users or "
                                  "allow more connections.")
                       .arg(text::count(notSent), text::requests(total)));
    }
    if (!isOpenModel(record.scenario.load.model)) {
        return;
    }
    const std::int64_t dropped = record.generator.dropped;
    if (dropped * 100 > total + dropped) {
        invalidate(text::plural(
                       dropped,
                       RecordText::tr("%1 of %2 requests that were due found no free virtual user "
                                      "within %3 and was dropped. Use more virtual users or a "
                                      "lower rate."),
                       RecordText::tr("%1 of %2 requests that were due found no free virtual user "
                                      "within %3 and were dropped. Use more virtual users or a "
                                      "lower rate."))
                       .arg(text::count(dropped), text::count(total + dropped),
                            text::duration(record.scenario.load.timeout.count())));
    }
    const std::int64_t lateNs = record.generator.latenessP99Us * kNsPerUs;
    if (lateNs > tolerableLatenessNs(record)) {
        invalidate(RecordText::tr("1 of 100 requests left more than %1 ms after its time by the "
                                  "generator's own fault. Use a lower rate, fewer virtual users or "
                                  "a second machine for the database.")
                       .arg(text::latencyMs(static_cast<double>(lateNs))));
    }
}

std::vector<StatusCount> answerStatuses(const RunRecord &record)
{
    if (record.statuses) {
        return *record.statuses;
    }
    std::vector<StatusCount> statuses;
    for (const Outcome outcome : kAllOutcomes) {
        if (isDefinite(outcome) || outcome == Outcome::Contention ||
            outcome == Outcome::ServerError) {
            statuses.push_back({outcome,
                                outcome == Outcome::NotIssued ? 409 : answerStatus(outcome),
                                counted(record.outcomes, {outcome})});
        }
    }
    return statuses;
}

LoadTesterView loadTesterView(const RunRecord &record, std::span<const Operation> history)
{
    const std::vector<StatusCount> statuses = answerStatuses(record);
    const auto countedBetween = [&statuses](int least, int most, const auto &fits) {
        std::int64_t sum = 0;
        for (const StatusCount &each : statuses) {
            sum += each.status >= least && each.status <= most && fits(each) ? each.count : 0;
        }
        return sum;
    };
    const auto any = [](const StatusCount &) { return true; };
    const auto refused = [](const StatusCount &each) {
        return isDefinite(each.outcome) && each.outcome != Outcome::Issued;
    };
    const auto unread = [](const StatusCount &each) { return each.outcome == Outcome::Unknown; };
    LoadTesterView view;
    view.requests = static_cast<std::int64_t>(record.outcomes.total()) -
                    counted(record.outcomes, {Outcome::Interrupted});
    view.withoutAnswer = view.requests - countedBetween(0, 999, any);
    view.refusals = countedBetween(400, 499, refused);
    view.notRecognised = countedBetween(400, 499, unread);
    view.errors = countedBetween(500, 999, any) + view.withoutAnswer;
    view.failed = countedBetween(400, 499, any) + view.errors;
    // The audit has judged each refusal by its moment and by the end.
    const auto judged = countedBetween(400, 499, [&record](const StatusCount &each) {
        return refusesByTheRules(each.outcome) && record.judgedRefusals(each.outcome);
    });
    if (judged == 0 && !record.rightRefusals()) {
        return view;
    }
    const auto isCounted = [&record, history](std::size_t operation) {
        const Operation &answer = history[operation];
        return refusesByTheRules(answer.outcome) && record.judgedRefusals(answer.outcome) &&
               answer.httpStatus() / 100 == 4;
    };
    const auto &wrong = record.audit->wrongAnswers;
    std::int64_t found =
        judged -
        (record.statuses
             ? std::count_if(wrong.begin(), wrong.end(),
                             [&](const WrongOperation &each) {
                                 return isWrongRefusal(each, history[each.operation].outcome) &&
                                        isCounted(each.operation);
                             })
             : record.audit->wrongRefusals);
    if (record.audit->sale) {
        const auto &outside = record.audit->sale->wrong;
        found -= std::count_if(outside.begin(), outside.end(), [&](std::int64_t operation) {
            return isCounted(static_cast<std::size_t>(operation));
        });
    }
    if (record.rightRefusals()) {
        view.rightRefusals = found;
    } else {
        view.foundRight = found;
        view.unjudged = countedBetween(400, 499, [&record](const StatusCount &each) {
            return refusesByTheRules(each.outcome) && !record.judgedRefusals(each.outcome);
        });
    }
    return view;
}

} // namespace stampede
