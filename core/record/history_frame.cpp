// SPDX-License-Identifier: MIT
#include "record/history_frame.h"

#include "record/record_text.h"

#include "record/history_caller.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace stampede {

namespace {

/// What was asked for, of an audit whose rows count pieces.
void takePiecesAsked(CouponHistory &history, const AuditReport &audit)
{
    HistoryFrame &frame = history.frame;
    const std::vector<std::int64_t> &asked = audit.piecesAsked;
    if (!frame.rules.countsPieces || asked.empty() || asked.size() != history.operations.size()) {
        return;
    }
    frame.quantity = asked.front();
    if (std::all_of(asked.begin(), asked.end(), [&](auto each) { return each == asked.front(); })) {
        return;
    }
    std::unordered_map<std::uint32_t, std::int64_t> byRequest;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        byRequest.emplace(history.operations[i].request, asked[i]);
    }
    frame.quantityOf = [byRequest = std::move(byRequest)](const Operation &operation) {
        const auto found = byRequest.find(operation.request);
        return found == byRequest.end() ? 1 : found->second;
    };
}

/// Of a run that was not audited: what a profile says nobody has read then.
std::optional<std::int64_t> limitAsFarAsKnown(const RunRecord &record)
{
    const PersonLimit &limit = record.scenario.users.perPerson;
    const bool isKnown =
        record.scenario.target.audit.rows != TargetRows::Profile && limit.within.isEmpty();
    return isKnown ? limit.limit : std::nullopt;
}

/// How headers are written. What was written before they could say that something is not known is
/// written so again, or its fingerprint would be another one.
enum class HeaderForm
{
    Old,
    New
};

/// `audit` is of the run or of one of its coupons; null where there is none, and then `unaudited`
/// is the form.
HistoryFrame frameOf(const RunRecord &record, const AuditReport *audit, HeaderForm unaudited)
{
    const bool isOldForm =
        audit != nullptr ? audit->historyForm == 0 : unaudited == HeaderForm::Old;
    HistoryFrame frame;
    frame.coupon = record.coupon.value;
    frame.stock = record.scenario.coupon.stock;
    frame.stockKnown = isOldForm || (record.stockAtStart().has_value() && !mixesCoupons(record));
    if (audit == nullptr && !isOldForm) {
        frame.rules.limitPerPerson = limitAsFarAsKnown(record);
    }
    // Of a service of somebody else nobody says in which order it looks; older files said so.
    const bool isOwn = record.scenario.target.kind == TargetKind::InProcess;
    Precedence precedence = isOwn || audit == nullptr || isOldForm
                                ? precedenceOf(record.scenario.service)
                                : Precedence::Any;
    if (audit != nullptr) {
        // Of the tables of somebody else only the audit knows what was in them.
        frame.stock = audit->state.initialStockKnown ? audit->state.initialStock : frame.stock;
        frame.stockKnown =
            isOldForm ||
            ((audit->state.rowsKnown || audit->state.initialStockKnown) && !mixesCoupons(record));
        frame.holdersBefore = audit->holdersBefore;
        frame.rules = audit->rules;
        frame.rowPieces = audit->rowPieces;
        frame.piecesBefore = audit->piecesBefore;
        frame.writtenUsers = audit->writtenUsers;
        precedence = audit->precedence.value_or(precedence);
    }
    frame.precedence = precedenceKey(precedence);
    frame.keepsStatuses = record.statuses.has_value();
    frame.nameOf = namesOf(record.people);
    frame.userFormat = record.userFormat.toStdString();
    frame.tool = record.tool;
    // Where nobody knows which answer is of which coupon, the answers have no end of one.
    const bool hasEnd = audit != nullptr &&
                        (isOldForm ? audit->state.remaining.has_value() : audit->state.rowsKnown);
    if (hasEnd && !mixesCoupons(record)) {
        frame.hasFinal = true;
        frame.remaining = audit->state.remaining;
        frame.rowUsers = audit->rowUsers;
    } else if (mixesCoupons(record) && !isOldForm) { // as many each as there are coupons
        frame.rules.limitPerPerson.reset();
    }
    return frame;
}

std::vector<CouponHistory> historiesOf(const RunRecord &record, HeaderForm unaudited)
{
    const auto all =
        record.history ? std::span<const Operation>(*record.history) : std::span<const Operation>();
    if (!record.audit || record.audit->coupons.empty()) {
        const AuditReport *audit = record.audit ? &*record.audit : nullptr;
        std::vector<CouponHistory> one = {{{}, frameOf(record, audit, unaudited), all, {}}};
        if (audit != nullptr) {
            takePiecesAsked(one.front(), *audit);
        }
        return one;
    }
    std::vector<CouponHistory> histories;
    for (const CouponAudit &coupon : record.audit->coupons) {
        histories.push_back({coupon.name, frameOf(record, &coupon.report, unaudited), {}, {}});
        CouponHistory &history = histories.back();
        history.frame.coupon = static_cast<std::int64_t>(histories.size());
        if (coupon.report.historyForm > 0) {
            history.frame.couponName = coupon.name.toStdString();
        }
        for (const std::int64_t place : coupon.operations) {
            if (place >= 0 && place < static_cast<std::int64_t>(all.size())) {
                history.own.push_back(all[static_cast<std::size_t>(place)]);
            }
        }
    }
    for (std::size_t i = 0; i < histories.size(); ++i) { // the list has moved them while it grew
        histories[i].operations = histories[i].own;
        takePiecesAsked(histories[i], record.audit->coupons[i].report);
    }
    return histories;
}

bool writeAs(const RunRecord &record, HeaderForm unaudited,
             const std::function<bool(std::string_view)> &sink)
{
    const std::vector<CouponHistory> histories = historiesOf(record, unaudited);
    return std::all_of(histories.begin(), histories.end(), [&sink](const auto &history) {
        return writeHistory(history.frame, history.operations, sink);
    });
}

QString fingerprintAs(const RunRecord &record, HeaderForm unaudited)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    static_cast<void>(writeAs(record, unaudited, [&hash](std::string_view text) {
        hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        return true;
    }));
    return QString::fromLatin1(hash.result().toHex());
}

/// A run that was not audited does not say how its header was written; its fingerprint does.
HeaderForm formOf(const RunRecord &record)
{
    const bool isOld = !record.audit && !record.historySha256.isEmpty() &&
                       fingerprintAs(record, HeaderForm::New) != record.historySha256 &&
                       fingerprintAs(record, HeaderForm::Old) == record.historySha256;
    return isOld ? HeaderForm::Old : HeaderForm::New;
}

/// The facts, operations and quantities of one coupon.
void take(const CouponHistory &from, RunHistory &history)
{
    history.coupon = from.name;
    history.facts = factsOf(from.frame);
    history.operations.assign(from.operations.begin(), from.operations.end());
    if (from.frame.rules.countsPieces) {
        for (const Operation &operation : history.operations) {
            history.quantities.push_back(quantityOf(from.frame, operation));
        }
    }
}

} // namespace

std::function<std::string_view(std::int64_t)> namesOf(const PersonDirectory &people)
{
    if (people.areNumbers()) {
        return {};
    }
    return [people, number = std::string()](std::int64_t person) mutable -> std::string_view {
        const QByteArrayView name = people.textOf(person);
        if (!name.isEmpty()) {
            return {name.data(), static_cast<std::size_t>(name.size())};
        }
        number = std::to_string(person);
        while (people.personNamed(QString::fromStdString(number))) { // a name of somebody else
            number.insert(0, 1, '#');
        }
        return number;
    };
}

std::vector<CouponHistory> couponHistoriesOf(const RunRecord &record)
{
    return historiesOf(record, HeaderForm::New);
}

bool writeHistory(const RunRecord &record, const std::function<bool(std::string_view)> &sink)
{
    return writeAs(record, formOf(record), sink);
}

HistoryFacts factsOf(const HistoryFrame &frame)
{
    HistoryFacts facts;
    // A stock below zero is none, for the judge as for who asks.
    facts.stock = frame.rules.unlimited ? kNoEndOfStock : std::max<std::int64_t>(0, frame.stock);
    facts.holdersBefore = frame.holdersBefore;
    facts.precedence = precedenceFromKey(frame.precedence).value_or(Precedence::Any);
    facts.remaining = frame.remaining.value_or(0);
    facts.remainingKnown = frame.remaining.has_value();
    facts.rowUsers = frame.rowUsers;
    facts.rules = frame.rules;
    facts.piecesBefore = frame.piecesBefore;
    facts.rowPieces = frame.rowPieces;
    facts.writtenUsers = frame.writtenUsers;
    return facts;
}

std::uint32_t quantityOf(const HistoryFrame &frame, const Operation &operation)
{
    if (!frame.rules.countsPieces) {
        return 1;
    }
    const std::int64_t asked =
        frame.quantityOf ? frame.quantityOf(operation) : frame.quantity.value_or(1);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(asked, 1, kMostPieces));
}

Result<RunHistory, QString> historyOf(const RunRecord &record)
{
    const TargetSettings &target = record.scenario.target;
    const bool isHttp = target.kind == TargetKind::Http;
    if (!record.history) {
        return Failure{RecordText::tr("the answers of the run are not kept.")};
    }
    const bool readStart = isHttp && target.audit.rows == TargetRows::Profile;
    if (readStart && !record.audit) {
        return Failure{
            RecordText::tr("the run was not audited, so nobody knows who held the coupon "
                           "before it.")};
    }
    if (record.answersOnly() && !record.scenario.knowsStock()) {
        return Failure{RecordText::tr("nobody knows how many coupons there were before the run; "
                                      "coupon.stock in its scenario would say it.")};
    }
    RunHistory history;
    history.id = record.id;
    // In a service in this program nothing outlives the run.
    history.madeTables = !isHttp;
    history.startedMs = isHttp ? record.startedAt.toMSecsSinceEpoch() : 0;
    history.sale = record.prediction.service.sale;
    const std::vector<CouponHistory> coupons = couponHistoriesOf(record);
    if (!record.audit || record.audit->coupons.empty()) {
        take(coupons.front(), history);
    } else {
        history.operations = *record.history;
        for (std::size_t i = 0; i < coupons.size(); ++i) {
            take(coupons[i], history.coupons.emplace_back());
            history.coupons.back().places = record.audit->coupons[i].operations;
            history.coupons.back().counterAhead = record.audit->coupons[i].report.counterAhead;
        }
    }
    if (record.answersOnly()) {
        history.facts.precedence = Precedence::Any;
    }
    if (mixesCoupons(record)) {
        history.notJudged =
            RecordText::tr("The requests asked for several coupons, and which answer "
                           "belongs to which coupon is not known.");
    } else if (const QString why = oneCallerOf(record.scenario, *record.history); !why.isEmpty()) {
        history.namesPeople = false;
        history.notJudged = why;
    }
    if (record.audit) {
        history.counterAhead = record.audit->counterAhead;
    }
    history.people = record.people;
    history.inTable = record.inTable;
    history.tool = record.tool;
    // What it began with was found out from the rows, and may be found out better.
    const bool isGuess = record.audit && record.audit->startKnown != StartKnowledge::Known;
    if (record.tool.isThere() && isGuess) {
        history.hasEnd = false;
    }
    return history;
}

QString fingerprintOfHistory(const RunRecord &record)
{
    return fingerprintAs(record, formOf(record));
}

} // namespace stampede
