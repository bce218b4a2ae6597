// SPDX-License-Identifier: MIT
#include "audit/start_file.h"

#include "files/input_file.h"
#include "record/check_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace stampede {

namespace {

const QString kStartSchema = QStringLiteral("stampede.before/1");
constexpr qsizetype kLargestStartFile = qsizetype{1} << 30U;

QJsonValue figure(const std::optional<std::int64_t> &value)
{
    return value ? QJsonValue(qint64{*value}) : QJsonValue(QJsonValue::Null);
}

std::optional<std::int64_t> figureOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
}

QJsonArray rowsOf(const std::vector<IssuedRow> &rows, const PersonNames &people)
{
    QJsonArray array;
    for (const IssuedRow &row : rows) {
        array.append(QJsonArray{qint64{row.key},
                                row.user == PersonNames::kNobody
                                    ? QJsonValue(QJsonValue::Null)
                                    : QJsonValue(people.nameOf(row.user)),
                                qint64{row.pieces}, static_cast<qint64>(row.group)});
    }
    return array;
}

/// False where a row is none.
bool readRows(const QJsonValue &value, std::vector<StartFile::Row> &to)
{
    const QJsonArray array = value.toArray();
    to.reserve(static_cast<std::size_t>(array.size()));
    for (const auto each : array) {
        const QJsonArray cells = each.toArray();
        if (cells.size() != 4 || !cells.at(0).isDouble() || !cells.at(2).isDouble()) {
            return false;
        }
        to.push_back({cells.at(0).toInteger(), cells.at(1).toString(), cells.at(2).toInteger(),
                      static_cast<std::uint64_t>(cells.at(3).toInteger())});
    }
    return value.isArray();
}

/// Nothing where its rows are none.
std::optional<StartFile> readPart(const QJsonObject &json)
{
    const auto at = [&json](const char *key) { return json.value(QLatin1String(key)); };
    StartFile file;
    file.takenAt = QDateTime::fromString(at("taken_at").toString(), Qt::ISODateWithMs);
    file.coupon = at("coupon").toString();
    file.remaining = figureOf(at("remaining"));
    file.total = figureOf(at("total"));
    file.issuedCounter = figureOf(at("issued"));
    file.unlimited = at("unlimited").toBool();
    file.byId = at("by_id").toBool();
    if (!readRows(at("rows"), file.rows) || !readRows(at("hidden_rows"), file.hiddenRows)) {
        return std::nullopt;
    }
    const QJsonObject checks = at("checks").toObject();
    for (auto check = checks.constBegin(); check != checks.constEnd(); ++check) {
        std::vector<std::uint64_t> &prints = file.ownRows[check.key()];
        const QJsonArray found = check.value().toArray();
        for (const auto print : found) {
            prints.push_back(static_cast<std::uint64_t>(print.toInteger()));
        }
    }
    return file;
}

IssuedRow rowOf(const StartFile::Row &row, PersonNames &people)
{
    IssuedRow made;
    made.key = row.key;
    made.user = row.person.isNull() ? PersonNames::kNobody
                                    : people.takenFor(people.idOf(QVariant(row.person)));
    made.pieces = row.pieces;
    made.group = row.group;
    return made;
}

} // namespace

std::optional<std::int64_t> StartFile::stock() const
{
    if (unlimited || remaining || !total) {
        return unlimited ? std::nullopt : remaining;
    }
    const std::int64_t held = std::accumulate(
        rows.begin(), rows.end(), std::int64_t{0}, [](std::int64_t sum, const Row &row) {
            return sum + std::max<std::int64_t>(0, row.pieces);
        });
    return std::max<std::int64_t>(0, *total - held);
}

QByteArray startPartOf(const Snapshot &snapshot, const QString &couponName, const OwnRows &own)
{
    QJsonObject checks;
    for (auto check = own.constBegin(); check != own.constEnd(); ++check) {
        QJsonArray prints;
        for (const std::uint64_t print : check.value()) {
            prints.append(static_cast<qint64>(print));
        }
        checks.insert(check.key(), prints);
    }
    const QJsonObject part{
        {QStringLiteral("taken_at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("coupon"), couponName},
        {QStringLiteral("remaining"), figure(snapshot.remaining())},
        {QStringLiteral("total"), figure(snapshot.total())},
        {QStringLiteral("issued"), figure(snapshot.issuedCounter())},
        {QStringLiteral("unlimited"), snapshot.unlimited()},
        {QStringLiteral("by_id"), !snapshot.layout().issuedId.isEmpty()},
        {QStringLiteral("checks"), checks},
    };
    // The rows in one line, however many they are.
    QByteArray text = QJsonDocument(part).toJson(QJsonDocument::Indented).trimmed().chopped(2);
    const auto add = [&](const char *key, const std::vector<IssuedRow> &rows) {
        text += QByteArray(",\n    \"") + key + "\": " +
                QJsonDocument(rowsOf(rows, snapshot.people())).toJson(QJsonDocument::Compact);
    };
    add("rows", snapshot.rows());
    add("hidden_rows", snapshot.hiddenRows());
    return text + "\n}";
}

QByteArray startFileOf(const QByteArrayList &parts)
{
    const QByteArray schema = "{\n    \"schema\": \"" + kStartSchema.toLatin1() + "\",\n";
    return parts.size() == 1 ? schema + parts.constFirst().mid(2) + '\n'
                             : schema + "    \"coupons\": [\n" + parts.join(",\n") + "\n    ]\n}\n";
}

Result<std::vector<StartFile>, QString> startFilesIn(const QByteArray &content)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    if (json.value(QLatin1String("schema")).toString() != kStartSchema) {
        return Failure{AuditText::tr("expected what `audit --snapshot` wrote (stampede.before/1)")};
    }
    const QJsonValue several = json.value(QLatin1String("coupons"));
    const QJsonArray parts = several.isArray() ? several.toArray() : QJsonArray{json};
    std::vector<StartFile> files;
    for (const auto part : parts) {
        auto file = readPart(part.toObject());
        if (!file) {
            return Failure{AuditText::tr("its rows are damaged")};
        }
        files.push_back(std::move(*file));
    }
    if (files.empty()) {
        return Failure{AuditText::tr("it tells of no coupon")};
    }
    return files;
}

Result<std::vector<StartFile>, QString> readStartFile(const QString &path)
{
    const auto failed = [&path](const QString &why) {
        return Failure{QStringLiteral("%1: %2").arg(path, why)};
    };
    const auto content = readFileUpTo(path, kLargestStartFile);
    if (!content) {
        return failed(content.error());
    }
    auto files = startFilesIn(content.value());
    if (!files) {
        return failed(files.error());
    }
    return files;
}

StartOfRows startOf(const StartFile &file, PersonNames &people)
{
    const auto madeOf = [&people](const std::vector<StartFile::Row> &rows) {
        std::vector<IssuedRow> made;
        made.reserve(rows.size());
        for (const StartFile::Row &row : rows) {
            made.push_back(rowOf(row, people));
        }
        return made;
    };
    const std::vector<IssuedRow> rows = madeOf(file.rows);
    StartOfRows start;
    start.rows = RowsBefore(rows, madeOf(file.hiddenRows), file.byId);
    takeHolders(start, rows);
    start.remaining = file.remaining;
    start.issuedCounter = file.issuedCounter;
    start.ownRows = file.ownRows;
    return start;
}

} // namespace stampede
