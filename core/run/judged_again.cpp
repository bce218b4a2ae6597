// SPDX-License-Identifier: MIT
#include "run/judged_again.h"

#include "run/run_text.h"

#include "audit/answers_audit.h"
#include "checker/checker.h"
#include "checker/history_line.h"
#include "record/check_title.h"
#include "record/history_frame.h"
#include "record/person_names.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace stampede {

namespace {

using text::count;

/// The check of the audit that a condition of the judge belongs to.
QString checkOf(Condition condition)
{
    switch (condition) {
    case Condition::R1:
        return QStringLiteral("one-per-user");
    case Condition::R2:
        return QStringLiteral("issued-is-stored");
    case Condition::R3:
        return QStringLiteral("stored-was-announced");
    case Condition::R4:
        return QStringLiteral("already-issued-true");
    case Condition::R5a:
        return QStringLiteral("stock-not-exceeded");
    case Condition::R5b:
        return QStringLiteral("stock-adds-up");
    case Condition::R6:
    case Condition::C4:
        return QStringLiteral("sold-out-true");
    case Condition::C3:
    case Condition::C5:
    case Condition::C6:
    case Condition::C7:
        return QStringLiteral("refusals-justified");
    }
    return {};
}

/// What a person is called.
using NameOf = std::function<QString(std::int64_t)>;

using People = std::unordered_set<std::int64_t>;

/// A check of the audit that the history breaks, as the audit would find it.
struct Broken
{
    QString check;
    std::int64_t people = 0;
    std::optional<std::int64_t> first; ///< whom the audit shows first
};

/// The findings of the audit that rows and answers alone decide.
class Finder
{
public:
    Finder(const HistoryFacts &facts, std::span<const JudgedOperation> operations,
           const Judgement &judgement)
        : m_facts(facts)
        , m_operations(operations)
        , m_judgement(judgement)
    {}

    std::vector<Broken> find()
    {
        countPeople();
        findDamage();
        findAnswers();
        findRefusals();
        if (m_found.empty() && !m_judgement.linearizable && m_judgement.strangers.empty()) {
            m_found.push_back({QStringLiteral("answers-fit-one-order"), 0, {}});
        }
        return std::move(m_found);
    }

private:
    struct Person
    {
        std::int64_t issued = 0;
        std::int64_t rows = 0;
        std::int64_t before = 0;
        [[nodiscard]] std::int64_t newRows() const
        {
            return std::max<std::int64_t>(0, rows - before);
        }
    };

    [[nodiscard]] bool isOneEach() const
    {
        return m_facts.rules.limitPerPerson == 1 && !m_facts.rules.limitWithin;
    }

    void countPeople()
    {
        for (const std::int64_t user : m_facts.holdersBefore) {
            ++m_people[user].before;
        }
        for (const std::int64_t user : m_facts.rowUsers) {
            ++m_people[user].rows;
        }
        for (const JudgedOperation &operation : m_operations) {
            m_people[operation.user].issued += operation.outcome == Outcome::Issued ? 1 : 0;
        }
    }

    [[nodiscard]] bool violates(Condition condition) const
    {
        return m_judgement.find(condition) != nullptr;
    }

    [[nodiscard]] People usersOf(Condition condition) const
    {
        const Violation *violation = m_judgement.find(condition);
        return violation == nullptr ? People()
                                    : People(violation->users.begin(), violation->users.end());
    }

    template<typename IsWrong>
    [[nodiscard]] People peopleWho(const IsWrong &isWrong) const
    {
        People people;
        for (const auto &[user, person] : m_people) {
            if (isWrong(person)) {
                people.insert(user);
            }
        }
        return people;
    }

    void add(const char *check, const People &people, std::optional<std::int64_t> first)
    {
        if (!people.empty()) {
            m_found.push_back(
                {QString::fromLatin1(check), static_cast<std::int64_t>(people.size()), first});
        }
    }

    /// Of these people the one whose answer of that outcome was asked for first.
    [[nodiscard]] std::optional<std::int64_t> firstTold(const People &people, Outcome outcome) const
    {
        const JudgedOperation *first = nullptr;
        for (const JudgedOperation &operation : m_operations) {
            if (operation.outcome == outcome && people.contains(operation.user) &&
                (first == nullptr || operation.invokedNs < first->invokedNs)) {
                first = &operation;
            }
        }
        return first == nullptr ? std::nullopt : std::optional(first->user);
    }

    void findDamage()
    {
        if (violates(Condition::R5a)) {
            m_found.push_back({QStringLiteral("stock-not-exceeded"), 0, {}});
        }
        if (m_facts.remainingKnown && !m_facts.rules.unlimited && m_facts.remaining < 0) {
            m_found.push_back({QStringLiteral("stock-not-negative"), 0, {}});
        }
        if (violates(Condition::R5b)) {
            m_found.push_back({QStringLiteral("stock-adds-up"), 0, {}});
        }
        if (m_facts.rules.limitPerPerson && !m_facts.rules.limitWithin) {
            const std::int64_t limit = *m_facts.rules.limitPerPerson;
            const People people = peopleWho([limit](const Person &person) {
                return person.rows > limit && person.newRows() > 0;
            });
            add("one-per-user", people, withMostRows(people));
        }
        if (!m_facts.rules.givesBack) {
            const People people =
                peopleWho([](const Person &person) { return person.rows < person.before; });
            add("earlier-holders-kept", people,
                people.empty() ? std::nullopt
                               : std::optional(*std::min_element(people.begin(), people.end())));
        }
    }

    [[nodiscard]] std::optional<std::int64_t> withMostRows(const People &people) const
    {
        std::optional<std::int64_t> most;
        const auto rank = [this](std::int64_t user) {
            return std::tuple(-m_people.at(user).rows, static_cast<std::uint64_t>(user));
        };
        for (const std::int64_t user : people) {
            if (!most || rank(user) < rank(*most)) {
                most = user;
            }
        }
        return most;
    }

    void findAnswers()
    {
        People lost = usersOf(Condition::R2);
        const bool judgesOnce = isOneEach() && !m_facts.rules.givesBack;
        if (judgesOnce) {
            lost.merge(peopleWho(
                [](const Person &each) { return each.issued > 0 && each.newRows() == 0; }));
        }
        add("issued-is-stored", lost, firstTold(lost, Outcome::Issued));
        const People unannounced = usersOf(Condition::R3);
        const auto row =
            std::find_if(m_facts.rowUsers.begin(), m_facts.rowUsers.end(),
                         [&](std::int64_t user) { return unannounced.contains(user); });
        add("stored-was-announced", unannounced,
            row == m_facts.rowUsers.end() ? std::nullopt : std::optional(*row));
        if (judgesOnce) {
            const People often = peopleWho([](const Person &person) {
                return person.issued > std::max<std::int64_t>(1, person.newRows());
            });
            add("announced-once", often, firstTold(often, Outcome::Issued));
        }
        const People holders = usersOf(Condition::R4);
        add("already-issued-true", holders, firstTold(holders, Outcome::AlreadyIssued));
        const People soldOut = usersOf(Condition::R6);
        add("sold-out-true", soldOut, firstTold(soldOut, Outcome::OutOfStock));
    }

    void findRefusals()
    {
        constexpr std::array conditions = {Condition::C3, Condition::C4, Condition::C5,
                                           Condition::C7};
        People people;
        for (const Condition condition : conditions) {
            if (condition != Condition::C4 || !violates(Condition::R6)) {
                people.merge(usersOf(condition));
            }
        }
        const JudgedOperation *first = nullptr;
        for (const WrongOperation &wrong : m_judgement.wrong) {
            const JudgedOperation &operation = m_operations[wrong.operation];
            const bool judges = std::find(conditions.begin(), conditions.end(), wrong.condition) !=
                                conditions.end();
            if (judges && (first == nullptr || operation.invokedNs < first->invokedNs)) {
                first = &operation;
            }
        }
        add("refusals-justified", people,
            first == nullptr ? std::nullopt : std::optional(first->user));
        if (people.empty() && violates(Condition::C6)) {
            m_found.push_back({QStringLiteral("refusals-justified"), 0, {}});
        }
    }

    const HistoryFacts &m_facts;
    std::span<const JudgedOperation> m_operations;
    const Judgement &m_judgement;
    std::unordered_map<std::int64_t, Person> m_people;
    std::vector<Broken> m_found;
};

/// "Stock adds up: 200 at start, 100 written, 197 left."
QString sentenceOf(const Broken &broken, const Judgement &judgement, const HistoryFacts &facts,
                   const NameOf &nameOf)
{
    QString what;
    if (broken.check.startsWith(QLatin1String("stock-"))) {
        what = facts.remainingKnown
                   ? RunText::tr("%1 at start, %2 written, %3 left")
                         .arg(count(facts.stock), count(judgement.taken), count(facts.remaining))
                   : RunText::tr("%1 at start, %2 written")
                         .arg(count(facts.stock), count(judgement.taken));
    } else if (!broken.first) {
        what = broken.check == QLatin1String("refusals-justified")
                   ? RunText::tr("a refusal came too early")
                   : RunText::tr("no order of the requests gives these answers");
    } else {
        what = text::plural(broken.people, RunText::tr("%1 person (user %2)"),
                            RunText::tr("%1 people (first: user %2)"))
                   .arg(count(broken.people), nameOf(*broken.first));
    }
    return RunText::tr("%1 – broken: %2.").arg(newCheck(broken.check).title, what);
}

JudgedAgain judgeFacts(const HistoryFacts &facts, std::span<const JudgedOperation> operations,
                       ConditionMask watched, const NameOf &nameOf)
{
    const Judgement judgement = judge(facts, operations, watched);
    JudgedAgain again;
    again.operations = judgement.operations;
    for (const Condition condition : kAllConditions) {
        if ((judgement.notApplicable & maskOf(condition)) != 0) {
            again.notApplicable << QString::fromLatin1(conditionKey(condition).data());
        }
    }
    if (!judgement.strangers.empty()) { // rows and answers prove nothing then
        again.undecidedReason =
            RunText::tr("Rows belong to people whom this run never asked for (first: user %1).")
                .arg(nameOf(judgement.strangers.front()));
        return again;
    }
    for (const Broken &broken : Finder(facts, operations, judgement).find()) {
        again.checks << broken.check;
        again.findings << sentenceOf(broken, judgement, facts, nameOf);
    }
    again.verdict = again.findings.isEmpty() ? AuditVerdict::Held : AuditVerdict::Broken;
    if (again.verdict == AuditVerdict::Held && isLeftOpen(facts, judgement)) {
        again.verdict = AuditVerdict::Undecided;
        again.undecidedReason =
            RunText::tr("It depends on whether coupons were cancelled while the run went on, "
                        "which nobody said (givesBack in the profile would).");
    }
    return again;
}

/// Conditions that there is something to judge by.
ConditionMask watchedIn(const StateFigures &state)
{
    return state.remaining && state.initialStockKnown ? kEveryCondition
                                                      : kEveryCondition & ~maskOf(Condition::R5b);
}

/// What the run itself could not decide, rows and answers prove today as little: whether somebody
/// else was writing its tables told then.
void leaveOpenWith(JudgedAgain &again, const AuditReport &audit)
{
    if (audit.verdict == AuditVerdict::Undecided) {
        again.verdict = AuditVerdict::Undecided;
        again.undecidedReason = audit.undecidedReason;
        again.findings.clear();
        again.checks.clear();
    }
}

/// `audit`: of this history.
JudgedAgain judgeKept(const CouponHistory &history, const AuditReport &audit, const NameOf &nameOf)
{
    const HistoryFrame &frame = history.frame;
    HistoryFacts facts = factsOf(frame);
    // The frame has no end where nobody knows what was left; the rows are known all the same.
    facts.rowUsers = audit.rowUsers;
    std::vector<JudgedOperation> operations;
    operations.reserve(history.operations.size());
    for (const Operation &operation : history.operations) {
        operations.push_back(judgedFrom(operation));
        operations.back().quantity = quantityOf(frame, operation);
    }
    JudgedAgain again = judgeFacts(facts, operations, watchedIn(audit.state), nameOf);
    leaveOpenWith(again, audit);
    return again;
}

bool isWorse(AuditVerdict left, AuditVerdict right)
{
    const auto rank = [](AuditVerdict verdict) {
        switch (verdict) {
        case AuditVerdict::Held:
            return 0;
        case AuditVerdict::Undecided:
            return 1;
        case AuditVerdict::Broken:
            return 2;
        }
        return 0;
    };
    return rank(left) > rank(right);
}

/// Adds what was found of one of several coupons, which is called that.
void addTo(JudgedAgain &all, const JudgedAgain &one, const QString &name)
{
    all.verdict = isWorse(one.verdict, all.verdict) ? one.verdict : all.verdict;
    all.operations += one.operations;
    const auto of = [&name](const QString &sentence) {
        return RunText::tr("Coupon %1: %2").arg(name, sentence);
    };
    for (const QString &finding : one.findings) {
        all.findings << of(finding);
    }
    all.checks += one.checks;
    if (all.undecidedReason.isEmpty() && !one.undecidedReason.isEmpty()) {
        all.undecidedReason = of(one.undecidedReason);
    }
    all.notApplicable = one.notApplicable;
    all.answersOnly = all.answersOnly || one.answersOnly;
}

void takeFindings(JudgedAgain &again, const AuditReport &report)
{
    for (const CheckResult &check : report.findings()) {
        again.checks << check.id;
        again.findings << RunText::tr("%1 – broken: %2").arg(titleOf(check), check.explanation);
    }
}

/// Of a file without its final line: what the answers alone decide.
JudgedAgain judgeAnswers(const RunHistory &history)
{
    const IssueRules &rules = history.facts.rules;
    Scenario scenario; // what a file says of it
    scenario.users.perPerson.limit = rules.limitPerPerson;
    if (rules.limitWithin) {
        scenario.users.perPerson.within << QStringLiteral("?"); // columns that it does not name
    }
    const std::vector<std::uint32_t> &pieces = history.quantities;
    const bool alike =
        rules.quantityKnown &&
        std::adjacent_find(pieces.begin(), pieces.end(), std::not_equal_to<>()) == pieces.end();
    if (rules.countsPieces && alike && !pieces.empty()) {
        scenario.target.quantity = AskedQuantity{pieces.front(), {}};
    }
    const bool knowsStock = !rules.unlimited && (!rules.countsPieces || alike);
    const AuditReport report = auditAnswers(
        history.operations, knowsStock ? std::optional(history.facts.stock) : std::nullopt,
        scenario, history.people);
    JudgedAgain again;
    again.verdict = report.verdict;
    again.operations = static_cast<std::int64_t>(history.operations.size());
    again.undecidedReason = report.undecidedReason;
    again.answersOnly = true;
    takeFindings(again, report);
    return again;
}

/// What the run that wrote the history called that person, or the history does.
QString nameIn(const RunHistory &history, std::int64_t user, const RunRecord *run)
{
    const QString name = history.people.nameOf(user);
    if (run == nullptr) {
        return history.people.areNumbers() && !history.userFormat.isEmpty()
                   ? PersonNames(history.userFormat).nameOf(user)
                   : QString::fromStdString(
                         shownPerson(name.toStdString(), history.userFormat.toStdString(),
                                     [&history](std::string_view each) {
                                         return history.people
                                             .personNamed(QString::fromUtf8(
                                                 each.data(), static_cast<qsizetype>(each.size())))
                                             .has_value();
                                     }));
    }
    if (const auto person = run->people.personNamed(name)) {
        return run->nameInTable(*person);
    }
    bool isNumber = false;
    const std::int64_t number = name.toLongLong(&isNumber); // of somebody without a name
    return isNumber ? run->nameInTable(number) : name;
}

JudgedAgain judgeAnswers(const RunRecord &record)
{
    const bool knowsStock = record.audit->state.initialStockKnown;
    const AuditReport report =
        auditAnswers(*record.history,
                     knowsStock ? std::optional(record.audit->state.initialStock) : std::nullopt,
                     record.scenario, record.people);
    JudgedAgain again;
    again.verdict = report.verdict;
    again.operations = static_cast<std::int64_t>(record.history->size());
    again.undecidedReason = report.undecidedReason;
    again.answersOnly = true;
    // What the people's file said then nobody may know today.
    if (record.audit->verdict == AuditVerdict::Undecided) {
        again.verdict = AuditVerdict::Undecided;
        again.undecidedReason = record.audit->undecidedReason;
        return again;
    }
    takeFindings(again, report);
    return again;
}

} // namespace

JudgedAgain judgeAgain(const RunRecord &record)
{
    if (!record.audit) {
        JudgedAgain again;
        again.operations = static_cast<std::int64_t>(record.history->size());
        again.undecidedReason =
            RunText::tr("Nothing was judged: the run was not audited, so its rows are not "
                        "known.");
        return again;
    }
    if (!record.audit->state.rowsKnown) {
        return judgeAnswers(record);
    }
    const std::vector<CouponHistory> histories = couponHistoriesOf(record);
    const std::vector<CouponAudit> &coupons = record.audit->coupons;
    const NameOf nameOf = [&record](std::int64_t user) { return record.nameInTable(user); };
    if (coupons.empty()) {
        return judgeKept(histories.front(), *record.audit, nameOf);
    }
    JudgedAgain all;
    all.verdict = AuditVerdict::Held;
    for (std::size_t i = 0; i < coupons.size(); ++i) {
        addTo(all, judgeKept(histories[i], coupons[i].report, nameOf), coupons[i].name);
    }
    return all;
}

JudgedAgain judgeAgain(const std::vector<RunHistory> &histories, const RunRecord *run)
{
    JudgedAgain all;
    all.verdict = AuditVerdict::Held;
    for (std::size_t i = 0; i < histories.size(); ++i) {
        const RunHistory &history = histories[i];
        JudgedAgain one =
            history.hasEnd
                ? judgeFacts(history.facts, judgedOperationsOf(history), kEveryCondition,
                             [&](std::int64_t user) { return nameIn(history, user, run); })
                : judgeAnswers(history);
        if (histories.size() == 1) {
            if (run != nullptr && run->audit) {
                leaveOpenWith(one, *run->audit);
            }
            return one;
        }
        addTo(all, one,
              history.coupon.isEmpty() ? QString::number(i + 1) : printable(history.coupon));
    }
    return all;
}

QStringList brokenThenAndNotAgain(const RunRecord &record)
{
    QStringList titles;
    if (!record.audit || !record.audit->state.rowsKnown) {
        return titles;
    }
    QStringList madeAgain = {
        QStringLiteral("stock-not-negative"), QStringLiteral("earlier-holders-kept"),
        QStringLiteral("announced-once"), QStringLiteral("answers-fit-one-order")};
    const HistoryFacts facts = factsOf(couponHistoriesOf(record).front().frame);
    const ConditionMask left = notApplicable(facts);
    for (const Condition condition : kAllConditions) {
        if ((left & maskOf(condition)) == 0) {
            madeAgain << checkOf(condition);
        }
    }
    if (facts.rules.limitWithin) { // the columns stand in the tables
        madeAgain.removeAll(checkOf(Condition::R1));
    }
    if (record.audit->sale && !record.audit->sale->wrong.empty()) { // no history has the hours
        madeAgain.removeAll(checkOf(Condition::C3));
    }
    for (const CheckResult &check : record.audit->findings()) {
        if (!madeAgain.contains(check.id)) {
            titles << titleOf(check);
        }
    }
    return titles;
}

} // namespace stampede
