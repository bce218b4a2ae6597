#include "report/hot_row_json.h"

#include "base/clock.h"
#include "report/json_values.h"

#include <QJsonObject>

namespace stampede {

namespace {

QJsonValue microseconds(std::int64_t ns)
{
    return ns == RowUse::kNever ? QJsonValue(QJsonValue::Null) : number(ns / kNsPerUs);
}

QJsonObject personToJson(const RowPerson &person)
{
    return {
        {QStringLiteral("user"), number(person.user)},
        {QStringLiteral("request"), number(person.request)},
        {QStringLiteral("row"),
         person.rowId == 0 ? QJsonValue(QJsonValue::Null) : number(person.rowId)},
        {QStringLiteral("asked_us"), microseconds(person.askedNs)},
        {QStringLiteral("read_us"), microseconds(person.readNs)},
        {QStringLiteral("wrote_us"), microseconds(person.wroteNs)},
        {QStringLiteral("committed_us"), microseconds(person.committedNs)},
    };
}

QJsonValue waitToJson(const std::optional<LongestWait> &wait)
{
    if (!wait) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {QStringLiteral("who"), personToJson(wait->who)},
        {QStringLiteral("waited_for"), wait->waitedFor ? QJsonValue(personToJson(*wait->waitedFor))
                                                       : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("from_us"), microseconds(wait->fromNs)},
        {QStringLiteral("waited_us"), microseconds(wait->waitedNs)}};
}

QJsonValue raceToJson(const std::optional<RacePair> &race)
{
    if (!race) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("first"), personToJson(race->first)},
                       {QStringLiteral("second"), personToJson(race->second)},
                       {QStringLiteral("both_read_us"), microseconds(race->bothReadNs)},
                       {QStringLiteral("value_read"), number(race->valueRead)},
                       {QStringLiteral("value_written"), number(race->valueWritten)}};
}

QJsonObject holdToJson(const RowHold &hold)
{
    return {{QStringLiteral("issued"), number(hold.issued)},
            {QStringLiteral("per_coupon_us"), hold.perCouponUs()},
            {QStringLiteral("to_write_us"), microseconds(hold.toWriteNs)},
            {QStringLiteral("to_commit_us"), microseconds(hold.toCommitNs)},
            {QStringLiteral("overtaken"), number(hold.overtaken)},
            {QStringLiteral("empty_handed"), number(hold.emptyHanded)}};
}

} // namespace

QJsonValue hotRowToJson(const std::optional<HotRow> &hotRow)
{
    if (!hotRow) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {QStringLiteral("row_lock"), hotRow->rowLock},
        {QStringLiteral("holders"), number(hotRow->holders)},
        {QStringLiteral("most_waiting"), number(hotRow->mostWaiting)},
        {QStringLiteral("most_waiting_at_us"), microseconds(hotRow->mostWaitingAtNs)},
        {QStringLiteral("most_between_read_and_write"), number(hotRow->mostBetweenReadAndWrite)},
        {QStringLiteral("longest_wait"), waitToJson(hotRow->longestWait)},
        {QStringLiteral("race_pairs"), number(hotRow->racePairs)},
        {QStringLiteral("overwrites"), number(hotRow->overwrites)},
        {QStringLiteral("lost_decrements"), number(hotRow->lostDecrements)},
        {QStringLiteral("writers_in_doubt"), number(hotRow->writersInDoubt)},
        {QStringLiteral("first_race"), raceToJson(hotRow->firstRace)},
        {QStringLiteral("hold"), holdToJson(hotRow->hold)}};
}

} // namespace stampede
