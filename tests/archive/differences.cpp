// SPDX-License-Identifier: MIT
#include "full_record.h"

#include <cstddef>
#include <cstring>

namespace stampede::test {

namespace {

/// Without the padding at its end.
constexpr std::size_t kOperationBytes = offsetof(Operation, reason) + sizeof(Operation::reason);

/// Walks through two values at once and notes where they differ.
class Differences
{
public:
    template<typename T>
    void field(const char *name, const T &left, const T &right)
    {
        m_path << QString::fromLatin1(name);
        if constexpr (requires { compare(left, right); }) {
            compare(left, right);
        } else {
            if (!(left == right)) {
                m_found << m_path.join(QLatin1Char('.'));
            }
        }
        m_path.removeLast();
    }
    [[nodiscard]] const QStringList &found() const { return m_found; }

    template<typename T>
    void compare(const std::optional<T> &l, const std::optional<T> &r)
    {
        field("is there", l.has_value(), r.has_value());
        if (l && r) {
            field("value", *l, *r);
        }
    }
    template<typename T>
    void compareLists(const T &l, const T &r)
    {
        field("size", l.size(), r.size());
        for (auto a = l.begin(), b = r.begin(); a != l.end() && b != r.end(); ++a, ++b) {
            field("item", *a, *b);
        }
    }
    template<typename T>
    void compare(const std::vector<T> &l, const std::vector<T> &r)
    {
        compareLists(l, r);
    }
    template<typename T>
    void compare(const QList<T> &l, const QList<T> &r)
    {
        compareLists(l, r);
    }
    template<typename T, std::size_t N>
    void compare(const std::array<T, N> &l, const std::array<T, N> &r)
    {
        compareLists(l, r);
    }
    void compare(const Operation &l, const Operation &r)
    {
        field("operation", std::memcmp(&l, &r, kOperationBytes), 0);
    }
    void compare(const std::shared_ptr<const std::vector<Operation>> &l,
                 const std::shared_ptr<const std::vector<Operation>> &r)
    {
        field("is there", l != nullptr, r != nullptr);
        if (l && r) {
            compare(*l, *r);
        }
    }
// Every member by name: what is not listed here is not proven.
#define SAME(member) field(#member, l.member, r.member)
    void compare(const Scenario &l, const Scenario &r)
    {
        field("settings", l == r, true);
        field("folder", l.target.folder.path, r.target.folder.path);
    }
    void compare(const PersonDirectory &l, const PersonDirectory &r)
    {
        field("people", l.named() == r.named() && l.names() == r.names(), true);
    }
    void compare(const ThresholdOutcome &l, const ThresholdOutcome &r)
    {
        SAME(threshold);
        SAME(actual);
        SAME(pass);
    }
    void compare(const LatencyFigures &l, const LatencyFigures &r)
    {
        SAME(count);
        SAME(minNs);
        SAME(meanNs);
        SAME(p50Ns);
        SAME(p90Ns);
        SAME(p95Ns);
        SAME(p99Ns);
        SAME(p999Ns);
        SAME(maxNs);
    }
    void compare(const LatencyTable &l, const LatencyTable &r)
    {
        SAME(all);
        SAME(byOutcome);
    }
    void compare(const ThroughputFigures &l, const ThroughputFigures &r)
    {
        SAME(durationSeconds);
        SAME(answersPerSecond);
        SAME(issuedPerSecond);
    }
    void compare(const StateFigures &l, const StateFigures &r)
    {
        SAME(initialStock);
        SAME(remaining);
        SAME(issuedCounter);
        SAME(rows);
        SAME(rowsBefore);
        SAME(newRows);
        SAME(distinctUsers);
        SAME(drift);
        SAME(lostWrites);
        SAME(unannounced);
        SAME(hiddenRetries);
        SAME(duplicatePeople);
        SAME(duplicatesBefore);
        SAME(duplicateRows);
        SAME(mostPerPerson);
        SAME(tookEffect);
        SAME(noEffect);
        SAME(queueJumps);
        SAME(initialStockKnown);
        SAME(rowsKnown);
    }
    void compare(const RoundFigures &l, const RoundFigures &r)
    {
        SAME(seed);
        SAME(verdict);
        SAME(outcomes.byOutcome);
        SAME(throughput);
        SAME(service);
        SAME(response);
        SAME(state);
    }
    void compare(const SpreadFigure &l, const SpreadFigure &r)
    {
        SAME(key);
        SAME(min);
        SAME(median);
        SAME(max);
    }
    void compare(const RunEnvironment &l, const RunEnvironment &r)
    {
        SAME(host);
        SAME(database.product);
        SAME(database.version);
        SAME(database.isolation);
        SAME(database.settings);
        SAME(databaseUrl);
        SAME(remarks);
    }
    void compare(const Prediction &l, const Prediction &r)
    {
        SAME(requests);
        SAME(distinctUsers);
        SAME(issued);
        SAME(remaining);
        SAME(alreadyIssued);
        SAME(outOfStock);
        SAME(outsideSale);
        SAME(notIssued);
        SAME(service);
        SAME(rowsBefore);
        SAME(possible);
        SAME(notes);
    }
    void compare(const LoadTesterView &l, const LoadTesterView &r)
    {
        SAME(requests);
        SAME(failed);
        SAME(refusals);
        SAME(rightRefusals);
        SAME(foundRight);
        SAME(unjudged);
        SAME(notRecognised);
        SAME(errors);
        SAME(withoutAnswer);
    }
    void compare(const StatusCount &l, const StatusCount &r)
    {
        SAME(outcome);
        SAME(status);
        SAME(count);
    }
    void compare(const TimelineBucket &l, const TimelineBucket &r)
    {
        SAME(answers);
        SAME(asked);
        SAME(inFlight);
        SAME(issuedTotal);
        SAME(stock);
        SAME(issuedP50Ns);
        SAME(issuedP95Ns);
        SAME(issuedP99Ns);
    }
    void compare(const RateChange &l, const RateChange &r)
    {
        SAME(atNs);
        SAME(perSecond);
    }
    void compare(const GeneratorFigures &l, const GeneratorFigures &r)
    {
        SAME(valid);
        SAME(reasons);
        SAME(cpuSeconds);
        SAME(cpuUsPerRequest);
        SAME(processors);
        SAME(latenessP99Us);
        SAME(dropped);
        SAME(unsentAtStop);
        SAME(rateChanges);
        SAME(uiCpuSeconds);
        SAME(uiLongestStallMs);
    }
    void compare(const LogCounts &l, const LogCounts &r)
    {
        SAME(lines);
        SAME(issued);
        SAME(outOfStock);
        SAME(blockedByKey);
    }
    void compare(const ServiceContact &l, const ServiceContact &r)
    {
        SAME(refusedAtStart);
        SAME(reconnects);
        SAME(lateAnswers);
        SAME(firstUnrecognisedStatus);
        SAME(firstUnrecognised);
        SAME(whyUnrecognised);
        SAME(firstServerErrorStatus);
        SAME(firstServerError);
        SAME(ruleHits);
    }
    void compare(const RowPerson &l, const RowPerson &r)
    {
        SAME(user);
        SAME(request);
        SAME(rowId);
        SAME(askedNs);
        SAME(readNs);
        SAME(wroteNs);
        SAME(committedNs);
    }
    void compare(const LongestWait &l, const LongestWait &r)
    {
        SAME(who);
        SAME(waitedFor);
        SAME(fromNs);
        SAME(waitedNs);
    }
    void compare(const RacePair &l, const RacePair &r)
    {
        SAME(first);
        SAME(second);
        SAME(bothReadNs);
        SAME(valueRead);
        SAME(valueWritten);
    }
    void compare(const RowHold &l, const RowHold &r)
    {
        SAME(issued);
        SAME(toWriteNs);
        SAME(toCommitNs);
        SAME(overtaken);
        SAME(emptyHanded);
    }
    void compare(const HotRow &l, const HotRow &r)
    {
        SAME(rowLock);
        SAME(holders);
        SAME(mostWaiting);
        SAME(mostWaitingAtNs);
        SAME(mostBetweenReadAndWrite);
        SAME(longestWait);
        SAME(racePairs);
        SAME(overwrites);
        SAME(lostDecrements);
        SAME(writersInDoubt);
        SAME(firstRace);
        SAME(hold);
    }
    void compare(const CheckResult &l, const CheckResult &r)
    {
        SAME(id);
        SAME(cls);
        SAME(title);
        SAME(verdict);
        SAME(skipReason);
        SAME(expected);
        SAME(actual);
        SAME(rowCount);
        SAME(columns);
        SAME(rows);
        SAME(sql);
        SAME(explanation);
        SAME(proof);
        SAME(beganNs);
        SAME(tookNs);
    }
    void compare(const AuditReport &l, const AuditReport &r)
    {
        SAME(verdict);
        SAME(checks);
        SAME(state);
        SAME(undecidedReason);
        SAME(wrongAnswers);
        SAME(toldSoldOutTooEarly);
        SAME(wrongRefusals);
        SAME(rowUsers);
        SAME(holdersBefore);
        SAME(rules);
        SAME(rowPieces);
        SAME(piecesBefore);
        SAME(piecesAsked);
        SAME(counterAhead);
        SAME(writtenUsers);
        SAME(precedence);
        SAME(startKnown);
        SAME(sale);
    }
    void compare(const SaleAnswers &l, const SaleAnswers &r)
    {
        SAME(right);
        SAME(wrong);
        SAME(open);
    }
    void compare(const Hypothesis &l, const Hypothesis &r)
    {
        SAME(id);
        SAME(statement);
        SAME(verdict);
        SAME(evidence);
        SAME(advice);
    }
    void compare(const Diagnosis &l, const Diagnosis &r)
    {
        SAME(headline);
        SAME(hypotheses);
        SAME(crowd.requests);
        SAME(crowd.people);
        SAME(crowd.furtherTries);
        SAME(crowd.overlappingTries);
        SAME(crowd.mostWritersAtOnce);
        SAME(crowd.soldOutNs);
        SAME(crowd.askedAfterwards);
        SAME(crowd.missingPeople);
        SAME(crowd.firstMissing);
    }
    void compare(const RunRecord &l, const RunRecord &r)
    {
        SAME(id);
        SAME(startedAt);
        SAME(finishedAt);
        SAME(seed);
        SAME(round);
        SAME(rounds);
        SAME(allRounds);
        SAME(spread);
        SAME(version);
        SAME(tool);
        SAME(historySha256);
        SAME(endedEarly);
        SAME(cutOff);
        SAME(endedByLimit);
        SAME(scenario);
        compare(l.people, r.people);
        compare(l.inTable, r.inTable);
        SAME(userFormat);
        SAME(coupon);
        SAME(environment);
        SAME(prediction);
        SAME(outcomes.byOutcome);
        SAME(statuses);
        SAME(unknownReasons);
        SAME(loadTester);
        SAME(service);
        SAME(response);
        SAME(throughput);
        SAME(timeline.bucketNs);
        SAME(timeline.buckets);
        SAME(logCounts);
        SAME(lockingReads);
        SAME(logFile);
        SAME(logLines);
        SAME(counters.deadlocks);
        SAME(counters.lockWaits);
        SAME(counters.lockWaitMs);
        SAME(counters.commits);
        SAME(counters.rollbacks);
        SAME(retries);
        SAME(generator);
        SAME(contact);
        SAME(hotRow);
        SAME(audit);
        SAME(auditError);
        SAME(diagnosis);
        SAME(thresholds);
        SAME(verdict);
        SAME(history);
    }
#undef SAME

private:
    QStringList m_path;
    QStringList m_found;
};

} // namespace

QStringList differences(const RunRecord &left, const RunRecord &right)
{
    Differences differences;
    differences.compare(left, right);
    return differences.found();
}

} // namespace stampede::test
