// SPDX-License-Identifier: MIT
#pragma once
// The fields of audit, diagnosis and hot row as the archive keeps them; see scenario_fields.h.

#include "archive/cbor_fields.h"
#include "hot_row/hot_row.h"
#include "record/audit_report.h"
#include "record/diagnosis_result.h"

#include <algorithm>

namespace stampede {

template<>
inline constexpr int kEnumSize<StartKnowledge> = 4;
template<>
inline constexpr int kEnumSize<CheckClass> = 4;
template<>
inline constexpr int kEnumSize<CheckVerdict> = 4;
template<>
inline constexpr int kEnumSize<SkipReason> = 4;
template<>
inline constexpr int kEnumSize<AuditVerdict> = 3;
template<>
inline constexpr int kEnumSize<HypothesisVerdict> = 3;
template<>
inline constexpr int kEnumSize<Precedence> = 3;

template<typename A, Is<CheckResult> T>
void fields(A &archive, T &value)
{
    auto &[id, cls, title, verdict, skipReason, expected, actual, rowCount, columns, rows, sql,
           explanation, proof, beganNs, tookNs] = value;
    archive("id", id);
    archive("class", cls);
    archive("title", title);
    archive("verdict", verdict);
    archive("skipReason", skipReason);
    archive("expected", expected);
    archive("actual", actual);
    archive("rowCount", rowCount);
    archive("columns", columns);
    archive("rows", rows);
    archive("sql", sql);
    archive("explanation", explanation);
    archive("proof", proof);
    archive("beganNs", beganNs);
    archive("tookNs", tookNs);
}

template<typename A, Is<CheckWords> T>
void fields(A &archive, T &value)
{
    auto &[id, expected, actual, explanation, proof] = value;
    archive("id", id);
    archive("expected", expected);
    archive("actual", actual);
    archive("explanation", explanation);
    archive("proof", proof);
}

template<typename A, Is<AuditSentences> T>
void fields(A &archive, T &value)
{
    auto &[language, checks] = value;
    archive("language", language);
    archive("checks", checks);
}

template<typename A, Is<StateFigures> T>
void fields(A &archive, T &value)
{
    auto &[initialStock, remaining, issuedCounter, rows, rowsBefore, newRows, distinctUsers, drift,
           lostWrites, unannounced, hiddenRetries, duplicatePeople, duplicatesBefore, duplicateRows,
           mostPerPerson, tookEffect, noEffect, queueJumps, initialStockKnown, rowsKnown] = value;
    archive("initialStock", initialStock);
    archive("remaining", remaining);
    archive("issuedCounter", issuedCounter);
    archive("rows", rows);
    archive("rowsBefore", rowsBefore);
    archive("newRows", newRows);
    archive("distinctUsers", distinctUsers);
    archive("drift", drift);
    archive("lostWrites", lostWrites);
    archive("unannounced", unannounced);
    archive("hiddenRetries", hiddenRetries);
    archive("duplicatePeople", duplicatePeople);
    archive("duplicatesBefore", duplicatesBefore);
    archive("duplicateRows", duplicateRows);
    archive("mostPerPerson", mostPerPerson);
    archive("tookEffect", tookEffect);
    archive("noEffect", noEffect);
    archive("queueJumps", queueJumps);
    archive("initialStockKnown", initialStockKnown);
    archive("rowsKnown", rowsKnown);
}

/// As two lists of numbers: there may be one an operation.
inline void wrongAnswers(CborWriter &archive, const std::vector<WrongOperation> &wrong)
{
    std::vector<std::int64_t> operations;
    std::vector<std::int64_t> conditions;
    for (const auto &[operation, condition] : wrong) {
        operations.push_back(operation);
        conditions.push_back(static_cast<std::int64_t>(condition));
    }
    archive.packed("wrongOperations", operations);
    archive.packed("wrongConditions", conditions);
}

inline void wrongAnswers(CborReader &archive, std::vector<WrongOperation> &wrong)
{
    std::vector<std::int64_t> operations;
    std::vector<std::int64_t> conditions;
    archive.packed("wrongOperations", operations);
    archive.packed("wrongConditions", conditions);
    const auto isOne = [](std::int64_t condition) {
        return condition >= 0 && condition < static_cast<std::int64_t>(kConditionCount);
    };
    if (operations.size() != conditions.size() ||
        !std::all_of(conditions.begin(), conditions.end(), isOne)) {
        archive.fail();
        return;
    }
    for (std::size_t i = 0; i < operations.size(); ++i) {
        wrong.push_back(
            {static_cast<std::uint32_t>(operations[i]), static_cast<Condition>(conditions[i])});
    }
}

template<typename A, Is<IssueRules> T>
void fields(A &archive, T &value)
{
    auto &[limitPerPerson, limitWithin, givesBack, givesBackSaid, unlimited, countsPieces,
           quantityKnown] = value;
    std::int64_t rows = limitPerPerson.value_or(0); // what is not there would be read as one
    archive("limitPerPerson", rows);
    archive("limitWithin", limitWithin);
    archive("givesBack", givesBack);
    archive("givesBackSaid", givesBackSaid);
    archive("unlimited", unlimited);
    archive("countsPieces", countsPieces);
    archive("quantityKnown", quantityKnown);
    if constexpr (!std::is_const_v<T>) {
        limitPerPerson = rows > 0 ? std::optional(rows) : std::nullopt;
    }
}

template<typename A, Is<SettleFigures> T>
void fields(A &archive, T &value)
{
    auto &[atRest, waitedMs, openTransactions, unanswered, moved] = value;
    archive("atRest", atRest);
    archive("waitedMs", waitedMs);
    archive("openTransactions", openTransactions);
    archive("unanswered", unanswered);
    archive("moved", moved);
}

template<typename A, Is<SaleAnswers> T>
void fields(A &archive, T &value)
{
    auto &[right, wrong, open] = value;
    archive("right", right);
    archive.packed("wrong", wrong);
    archive("open", open);
}

template<typename A, Is<AuditReport> T>
void fields(A &archive, T &value)
{
    auto &[verdict, checks, state, undecidedReason, wrong, toldSoldOutTooEarly, wrongRefusals,
           rowUsers, holdersBefore, rules, rowPieces, piecesBefore, piecesAsked, counterAhead,
           writtenUsers, precedence, language, inOther, settle, historyForm, startKnown, sale,
           coupons] = value;
    archive("verdict", verdict);
    archive("checks", checks);
    archive("state", state);
    archive("undecidedReason", undecidedReason);
    wrongAnswers(archive, wrong);
    archive("toldSoldOutTooEarly", toldSoldOutTooEarly);
    archive("wrongRefusals", wrongRefusals);
    archive.packed("rowUsers", rowUsers);
    archive.packed("holdersBefore", holdersBefore);
    archive("rules", rules);
    archive.packed("rowPieces", rowPieces);
    archive.packed("piecesBefore", piecesBefore);
    archive.packed("piecesAsked", piecesAsked);
    archive("counterAhead", counterAhead);
    archive("writtenUsers", writtenUsers);
    archive("precedence", precedence);
    archive("language", language);
    archive("inOther", inOther);
    archive("settle", settle);
    archive("historyForm", historyForm);
    archive("startKnown", startKnown);
    archive("sale", sale);
    archive("coupons", coupons);
}

template<typename A, Is<CouponAudit> T>
void fields(A &archive, T &value)
{
    auto &[name, operations, report] = value;
    archive("name", name);
    archive.packed("operations", operations);
    archive("report", report);
}

template<typename A, Is<Hypothesis> T>
void fields(A &archive, T &value)
{
    auto &[id, statement, verdict, evidence, advice] = value;
    archive("id", id);
    archive("statement", statement);
    archive("verdict", verdict);
    archive("evidence", evidence);
    archive("advice", advice);
}

template<typename A, Is<CrowdFigures> T>
void fields(A &archive, T &value)
{
    auto &[requests, people, furtherTries, overlappingTries, mostWritersAtOnce, mostMaybeWriting,
           triesOfHolders, furtherMaybe, soldOutNs, askedAfterwards, missingPeople, firstMissing] =
        value;
    archive("requests", requests);
    archive("people", people);
    archive("furtherTries", furtherTries);
    archive("overlappingTries", overlappingTries);
    archive("mostWritersAtOnce", mostWritersAtOnce);
    archive("mostMaybeWriting", mostMaybeWriting);
    archive("triesOfHolders", triesOfHolders);
    archive("furtherMaybe", furtherMaybe);
    archive("soldOutNs", soldOutNs);
    archive("askedAfterwards", askedAfterwards);
    archive("missingPeople", missingPeople);
    archive("firstMissing", firstMissing);
}

template<typename A, Is<Diagnosis> T>
void fields(A &archive, T &value)
{
    auto &[headline, hypotheses, crowd] = value;
    archive("headline", headline);
    archive("hypotheses", hypotheses);
    archive("crowd", crowd);
}

template<typename A, Is<RowPerson> T>
void fields(A &archive, T &value)
{
    auto &[user, request, rowId, askedNs, readNs, wroteNs, committedNs] = value;
    archive("user", user);
    archive("request", request);
    archive("rowId", rowId);
    archive("askedNs", askedNs);
    archive("readNs", readNs);
    archive("wroteNs", wroteNs);
    archive("committedNs", committedNs);
}

template<typename A, Is<LongestWait> T>
void fields(A &archive, T &value)
{
    auto &[who, waitedFor, fromNs, waitedNs] = value;
    archive("who", who);
    archive("waitedFor", waitedFor);
    archive("fromNs", fromNs);
    archive("waitedNs", waitedNs);
}

template<typename A, Is<RacePair> T>
void fields(A &archive, T &value)
{
    auto &[first, second, bothReadNs, valueRead, valueWritten] = value;
    archive("first", first);
    archive("second", second);
    archive("bothReadNs", bothReadNs);
    archive("valueRead", valueRead);
    archive("valueWritten", valueWritten);
}

template<typename A, Is<RowHold> T>
void fields(A &archive, T &value)
{
    auto &[issued, toWriteNs, toCommitNs, overtaken, emptyHanded] = value;
    archive("issued", issued);
    archive("toWriteNs", toWriteNs);
    archive("toCommitNs", toCommitNs);
    archive("overtaken", overtaken);
    archive("emptyHanded", emptyHanded);
}

template<typename A, Is<HotRow> T>
void fields(A &archive, T &value)
{
    auto &[rowLock, holders, mostWaiting, mostWaitingAtNs, mostBetweenReadAndWrite, longestWait,
           racePairs, overwrites, lostDecrements, writersInDoubt, firstRace, hold] = value;
    archive("rowLock", rowLock);
    archive("holders", holders);
    archive("mostWaiting", mostWaiting);
    archive("mostWaitingAtNs", mostWaitingAtNs);
    archive("mostBetweenReadAndWrite", mostBetweenReadAndWrite);
    archive("longestWait", longestWait);
    archive("racePairs", racePairs);
    archive("overwrites", overwrites);
    archive("lostDecrements", lostDecrements);
    archive("writersInDoubt", writersInDoubt);
    archive("firstRace", firstRace);
    archive("hold", hold);
}

} // namespace stampede
