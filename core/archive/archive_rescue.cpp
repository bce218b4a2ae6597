// SPDX-License-Identifier: MIT
#include "archive/archive_rescue.h"

#include "archive/history_codec.h"
#include "archive/record_codec.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlRecord>

#include <optional>
#include <set>
#include <vector>

namespace stampede {

namespace {

/// From both ends, so that a damaged page in the middle hides itself only.
std::set<qint64> readableNumbers(SqlFile &file)
{
    std::set<qint64> numbers;
    for (const char *order : {"ASC", "DESC"}) {
        auto query = file.run(
            QStringLiteral("SELECT rowid FROM runs ORDER BY rowid %1").arg(QLatin1String(order)));
        while (query && query.value().next()) {
            numbers.insert(query.value().value(0).toLongLong());
        }
    }
    return numbers;
}

/// The values of the first row, empty where there is none.
QVariantList rowOf(SqlFile &file, const QString &sql, qint64 number)
{
    auto query = file.run(sql, {number});
    QVariantList row;
    if (query && query.value().next()) {
        const auto columns = static_cast<int>(query.value().record().count());
        for (int i = 0; i < columns; ++i) {
            const QVariant cell = query.value().value(i);
            // The driver gives a text for what is unknown, and an unset text would be written as an
            // empty one.
            row << (cell.isNull() ? QVariant() : cell);
        }
    }
    return row;
}

/// The history's blocks; nothing where one of them cannot be read.
std::optional<QList<QByteArray>> blocksOf(SqlFile &file, qint64 number)
{
    auto query = file.run(QStringLiteral("SELECT data FROM histories WHERE run = ? ORDER BY block"),
                          {number});
    if (!query) {
        return std::nullopt;
    }
    QList<QByteArray> blocks;
    std::vector<Operation> operations;
    while (query.value().next()) {
        blocks << query.value().value(0).toByteArray();
        operations.clear();
        if (!decodeHistory(blocks.constLast(), operations)) {
            return std::nullopt;
        }
    }
    return SqlFile::check(query.value()) ? std::optional(blocks) : std::nullopt;
}

/// A damaged archive of an earlier version has none.
bool copyLaterVerdicts(SqlFile &from, SqlFile &to, qint64 number)
{
    auto query = from.run(QStringLiteral("SELECT at_ms, verdict, findings, sentence FROM "
                                         "later_verdicts WHERE run = ?"),
                          {number});
    bool ok = true;
    while (ok && query && query.value().next()) {
        QVariantList row{number};
        for (int i = 0; i < 4; ++i) {
            row << query.value().value(i);
        }
        ok = to.run(QStringLiteral("INSERT INTO later_verdicts VALUES (?, ?, ?, ?, ?)"), row).ok();
    }
    return ok;
}

bool copyRun(SqlFile &from, SqlFile &to, qint64 number)
{
    // By their places: the names may be what is damaged.
    const QVariantList run =
        rowOf(from, QStringLiteral("SELECT * FROM runs WHERE rowid = ?"), number).mid(1);
    const QVariantList record =
        rowOf(from, QStringLiteral("SELECT * FROM records WHERE rowid = ?"), number).mid(1);
    const auto blocks = blocksOf(from, number);
    if (run.size() != runColumns().count(QLatin1Char(',')) + 1 || record.isEmpty() || !blocks ||
        !decodeRecord(record.constFirst().toByteArray())) {
        return false;
    }
    auto transaction = SqlTransaction::begin(to);
    if (!transaction) {
        return false;
    }
    QStringList marks;
    marks.fill(QStringLiteral("?"), run.size() + 1);
    bool ok = to.run(QStringLiteral("INSERT INTO runs (number, %1) VALUES (%2)")
                         .arg(runColumns(), marks.join(QLatin1Char(','))),
                     QVariantList{number} + run)
                  .ok() &&
              to.run(QStringLiteral("INSERT INTO records (run, data) VALUES (?, ?)"),
                     {number, record.constFirst()})
                  .ok();
    for (qsizetype block = 0; ok && block < blocks->size(); ++block) {
        ok = to.run(QStringLiteral("INSERT INTO histories (run, block, data) VALUES (?, ?, ?)"),
                    {number, block, (*blocks)[block]})
                 .ok();
    }
    return ok && copyLaterVerdicts(from, to, number) && transaction.value().commit().ok();
}

} // namespace

QString runColumns()
{
    return QStringLiteral("id, started_ms, scenario, name, note, baseline, layers, verdict, "
                          "findings, warnings, rounds, requests, issued, already_issued, "
                          "out_of_stock, issued_p95_ns, bytes, removed_ms");
}

int copyReadableRuns(SqlFile &from, SqlFile &to)
{
    int copied = 0;
    for (const qint64 number : readableNumbers(from)) {
        copied += copyRun(from, to, number) ? 1 : 0;
    }
    return copied;
}

QString nameAside(const QString &path)
{
    const QFileInfo file(path);
    const QString base =
        QStringLiteral("%1/%2-damaged-%3")
            .arg(file.path(), file.completeBaseName(),
                 QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QString aside = base + QStringLiteral(".sqlite");
    for (int i = 2; QFile::exists(aside); ++i) {
        aside = QStringLiteral("%1-%2.sqlite").arg(base).arg(i);
    }
    return aside;
}

bool moveArchive(const QString &from, const QString &to)
{
    // What other programs have written and nobody has moved into the file yet belongs to it.
    const QString log = QStringLiteral("-wal");
    if (QFile::exists(from + log) && !QFile::rename(from + log, to + log)) {
        return false;
    }
    QFile::remove(from + QStringLiteral("-shm"));
    return QFile::rename(from, to);
}

} // namespace stampede
