// SPDX-License-Identifier: MIT
#include "archive/archive.h"

#include "archive/archive_text.h"

#include "archive/archive_rescue.h"
#include "archive/history_codec.h"
#include "archive/record_codec.h"
#include "archive/sql_file.h"
#include "files/data_root.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QLockFile>
#include <QRegularExpression>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <sys/stat.h>
#include <utility>

namespace stampede {

namespace {

/// Of the file's form; one that is higher is not touched.
constexpr int kFormat = 1;
/// For another program that makes or rescues the same archive.
constexpr std::chrono::seconds kLockTime{10};

QString fileName(const QString &folder, bool besideNewer)
{
    const QString name =
        besideNewer ? QStringLiteral("runs-%1.sqlite").arg(kFormat) : QStringLiteral("runs.sqlite");
    return QDir(folder).filePath(name);
}

/// What tells this file from another of the same name; 0 where there is none.
std::uint64_t numberOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_ino : 0;
}

} // namespace

bool Archive::isAlive(std::int64_t process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

ArchivePlace defaultArchive()
{
    return {defaultDataRoot()};
}

Result<void, QString> Archive::prepareDriver()
{
    return SqlFile::prepareDriver();
}

Archive::Archive(ArchivePlace place)
    : m_place(std::move(place))
{}

Archive::~Archive() = default;

Result<std::unique_ptr<Archive>, QString> Archive::open(const ArchivePlace &place)
{
    if (!QDir().mkpath(place.folder)) {
        return Failure{ArchiveText::tr("The folder %1 cannot be made.").arg(place.folder)};
    }
    std::unique_ptr<Archive> archive(new Archive(place));
    archive->m_path = fileName(place.folder, false);
    if (auto opened = archive->guarded([&archive] { return archive->openFile(); }); !opened) {
        return archive->unusable(opened.error());
    }
    return archive;
}

Failure<QString> Archive::unusable(const SqlFileError &error) const
{
    return Failure{
        ArchiveText::tr("The archive %1 cannot be used: %2.").arg(m_path, error.message)};
}

Result<void, SqlFileError> Archive::openFile()
{
    auto opened = openToChange();
    return !opened && opened.error().isReadOnly() ? openToRead(opened.error()) : opened;
}

Result<void, SqlFileError> Archive::openToRead(const SqlFileError &why)
{
    m_file.reset();
    auto file = SqlFile::openToRead(m_path);
    if (!file) {
        return Failure{why};
    }
    const auto format = file.value()->number(QStringLiteral("PRAGMA user_version"));
    if (!format || format.value() != kFormat) {
        return Failure{why};
    }
    m_file = std::move(file).value();
    m_notices.append({ArchiveNotice::Kind::ReadOnly,
                      ArchiveText::tr("The archive %1 can only be read: %2. No run is kept.")
                          .arg(m_path, why.message),
                      m_place.folder});
    return {};
}

Result<void, SqlFileError> Archive::openToChange()
{
    m_file.reset();
    m_fileNumber = numberOf(m_path);
    auto file = SqlFile::open(m_path);
    if (!file) {
        return Failure{file.error()};
    }
    auto format = file.value()->number(QStringLiteral("PRAGMA user_version"));
    if (!format) {
        return Failure{format.error()};
    }
    if (format.value() > kFormat) {
        const QString newer = m_path;
        auto version = file.value()->run(QStringLiteral("SELECT version FROM program"));
        const bool known = version && version.value().next();
        const QString program =
            known ? version.value().value(0).toString() : QString::number(format.value());
        if (m_path == fileName(m_place.folder, true)) {
            return Failure{SqlFileError{0, ArchiveText::tr("it is of a later version as well")}};
        }
        m_path = fileName(m_place.folder, true);
        m_notices.append({ArchiveNotice::Kind::Newer,
                          ArchiveText::tr("This archive was written by version %1. It is left as "
                                          "it is; a new one is used: %2.")
                              .arg(program, m_path),
                          m_place.folder});
        return openFile();
    }
    m_file = std::move(file).value();
    m_fileNumber = numberOf(m_path);
    if (format.value() < kFormat) {
        if (auto made = makeTables(); !made) {
            return made;
        }
    }
    if (auto made = makeLaterTables(); !made) {
        return made;
    }
    return noteCutOffs();
}

Result<void, SqlFileError> Archive::makeTables()
{
    // Two programs that begin at the same time: the second finds everything there.
    QLockFile lock(m_path + QStringLiteral(".lock"));
    static_cast<void>(lock.tryLock(kLockTime));
    return m_file->runAll({
        QStringLiteral("PRAGMA auto_vacuum = FULL"),
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("BEGIN IMMEDIATE"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS program (version TEXT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY AUTOINCREMENT, "
            "id TEXT NOT NULL UNIQUE, started_ms INTEGER NOT NULL, scenario TEXT NOT NULL, "
            "name TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', "
            "baseline INTEGER NOT NULL DEFAULT 0, layers INTEGER, verdict INTEGER NOT NULL, "
            "findings INTEGER NOT NULL, warnings INTEGER NOT NULL, rounds INTEGER NOT NULL, "
            "requests INTEGER NOT NULL, issued INTEGER NOT NULL, already_issued INTEGER NOT NULL, "
            "out_of_stock INTEGER NOT NULL, issued_p95_ns INTEGER, bytes INTEGER NOT NULL, "
            "removed_ms INTEGER)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS records (run INTEGER PRIMARY KEY REFERENCES "
                       "runs ON DELETE CASCADE, data BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS histories (run INTEGER NOT NULL REFERENCES "
                       "runs ON DELETE CASCADE, block INTEGER NOT NULL, data BLOB NOT NULL, "
                       "UNIQUE (run, block))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS writing (id TEXT PRIMARY KEY, started_ms "
                       "INTEGER NOT NULL, scenario TEXT NOT NULL, process INTEGER NOT NULL)"),
        QStringLiteral("DELETE FROM program"),
        QStringLiteral("INSERT INTO program VALUES ('%1')")
            .arg(QCoreApplication::applicationVersion().remove(QLatin1Char('\''))),
        QStringLiteral("PRAGMA user_version = %1").arg(kFormat),
        QStringLiteral("COMMIT"),
    });
}

Result<void, SqlFileError> Archive::makeLaterTables()
{
    const auto there = m_file->number(QStringLiteral(
        "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('later_verdicts', 'removals')"));
    if (!there || there.value() == 2) {
        return there ? Result<void, SqlFileError>() : Failure{there.error()};
    }
    return m_file->runAll(
        {QStringLiteral("CREATE TABLE IF NOT EXISTS later_verdicts (run INTEGER NOT NULL "
                        "REFERENCES runs ON DELETE CASCADE, at_ms INTEGER NOT NULL, verdict "
                        "INTEGER NOT NULL, findings INTEGER NOT NULL, sentence TEXT NOT NULL)"),
         // Which program can still restore a run that is off the list.
         QStringLiteral("CREATE TABLE IF NOT EXISTS removals (run INTEGER PRIMARY KEY REFERENCES "
                        "runs ON DELETE CASCADE, process INTEGER NOT NULL)")});
}

/// Whoever is about to write a run says so first; who is gone by now has not finished.
Result<void, SqlFileError> Archive::noteCutOffs()
{
    auto query =
        m_file->run(QStringLiteral("SELECT id, started_ms, scenario, process FROM writing"));
    if (!query) {
        return Failure{query.error()};
    }
    QStringList gone;
    while (query.value().next()) {
        if (isAlive(query.value().value(3).toLongLong())) {
            continue;
        }
        gone << query.value().value(0).toString();
        const QDateTime started =
            QDateTime::fromMSecsSinceEpoch(query.value().value(1).toLongLong());
        m_notices.append(
            {ArchiveNotice::Kind::CutOff,
             ArchiveText::tr("The run of %1 (%2) was not kept: the program ended while it was "
                             "being written.")
                 .arg(QLocale().toString(started, QLocale::ShortFormat),
                      query.value().value(2).toString()),
             m_place.folder});
    }
    if (auto complete = SqlFile::check(query.value()); !complete) {
        return complete;
    }
    query.value().finish();
    for (const QString &id : gone) {
        if (auto done = m_file->run(QStringLiteral("DELETE FROM writing WHERE id = ?"), {id});
            !done) {
            return Failure{done.error()};
        }
    }
    return {};
}

bool Archive::rescue(const SqlFileError &damage)
{
    m_file.reset();
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(kLockTime)) {
        return false;
    }
    if (numberOf(m_path) != m_fileNumber) { // another program was faster
        lock.unlock();
        return openFile().ok();
    }
    const QString aside = nameAside(m_path);
    if (!moveArchive(m_path, aside)) {
        return false;
    }
    lock.unlock();
    if (!openFile()) {
        return false;
    }
    const auto old = SqlFile::open(aside);
    const int saved = old ? copyReadableRuns(*old.value(), *m_file) : 0;
    m_notices.append({ArchiveNotice::Kind::Damaged,
                      ArchiveText::tr("The archive could not be read (%1) and was set aside as %2. "
                                      "%3")
                          .arg(damage.message, aside,
                               text::plural(saved, ArchiveText::tr("%1 run could be saved."),
                                            ArchiveText::tr("%1 runs could be saved."))
                                   .arg(text::count(saved))),
                      m_place.folder});
    return true;
}

namespace {

/// What a run takes beside its record and history: its line, and pages that are not full.
constexpr std::int64_t kOverhead = 8'192;

/// In the cell "layers": three bits of the switches, all set where the strategy has none; above
/// them the number of the strategy, counted from 1. Archives of earlier versions have 0 there.
constexpr unsigned kStrategyBit = 3;
constexpr unsigned kAllLayers = 7;
/// Of no strategy and no protection switched off, so that earlier versions find neither in it.
constexpr unsigned kAnswersOnly = kAllLayers | 1U << 16U;

QVariant serviceCell(const RunSummary &run)
{
    if (!run.strategy) {
        return run.answersOnly ? QVariant(kAnswersOnly) : QVariant();
    }
    const Layers layers = run.layers.value_or(Layers());
    return (layers.rowLock ? 1U : 0U) | (layers.duplicateCheck ? 2U : 0U) |
           (layers.uniqueKey ? 4U : 0U) |
           ((static_cast<unsigned>(*run.strategy) + 1) << kStrategyBit);
}

void readService(const QVariant &cell, RunSummary &run)
{
    if (cell.isNull()) {
        return;
    }
    const unsigned bits = cell.toUInt();
    run.answersOnly = bits == kAnswersOnly;
    const unsigned strategy = bits >> kStrategyBit;
    if (strategy >= 1 && strategy <= kAllStrategies.size()) {
        run.strategy = static_cast<StrategyKind>(strategy - 1);
    } else if ((bits & kAllLayers) != kAllLayers) { // only the reference lets them be switched off
        run.strategy = StrategyKind::Pessimistic;
    }
    if (run.strategy == StrategyKind::Pessimistic) {
        run.layers = Layers{(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
    }
}

RunVerdict verdictFrom(const QVariant &cell)
{
    const int verdict = cell.toInt();
    return verdict >= 0 && verdict <= static_cast<int>(RunVerdict::Pass)
               ? static_cast<RunVerdict>(verdict)
               : RunVerdict::Inconclusive;
}

RunSummary summaryFrom(const QSqlQuery &query)
{
    RunSummary run;
    int column = 0;
    const auto next = [&query, &column] { return query.value(column++); };
    run.id = next().toString();
    run.startedAt = QDateTime::fromMSecsSinceEpoch(next().toLongLong(), Qt::UTC);
    run.scenario = next().toString();
    run.name = next().toString();
    run.note = next().toString();
    run.baseline = next().toBool();
    readService(next(), run);
    run.verdict = verdictFrom(next());
    run.findings = next().toInt();
    run.warnings = next().toInt();
    run.rounds = next().toInt();
    run.requests = next().toLongLong();
    run.issued = next().toLongLong();
    run.alreadyIssued = next().toLongLong();
    run.outOfStock = next().toLongLong();
    if (const QVariant p95 = next(); !p95.isNull()) {
        run.issuedP95Ns = p95.toLongLong();
    }
    run.bytes = next().toLongLong();
    return run;
}

std::int64_t sizeOf(const QByteArray &record, const QList<QByteArray> &history)
{
    std::int64_t bytes = kOverhead + record.size();
    for (const QByteArray &block : history) {
        bytes += block.size();
    }
    return bytes;
}

/// Why it holds no such run.
Failure<QString> noSuchRun(const QString &word)
{
    return Failure{ArchiveText::tr("There is no run %1 in the archive.").arg(word)};
}

} // namespace

Result<int, QString> Archive::keep(const RunRecord &record)
{
    // Before anybody is kept from writing.
    const QByteArray encoded = encodeRecord(record);
    const QList<QByteArray> history =
        record.history ? encodeHistory(*record.history) : QList<QByteArray>();
    auto written = guarded([&] { return write(record, encoded, history); });
    if (!written) {
        return unusable(written.error());
    }
    auto went = makeRoom(record.id);
    if (!went) {
        return unusable(went.error());
    }
    return went.value();
}

Result<void, SqlFileError> Archive::write(const RunRecord &record, const QByteArray &encoded,
                                          const QList<QByteArray> &history)
{
    const qint64 startedMs = record.startedAt.toMSecsSinceEpoch();
    auto announced = m_file->run(
        QStringLiteral("INSERT OR REPLACE INTO writing VALUES (?, ?, ?, ?)"),
        {record.id, startedMs, record.scenario.name, QCoreApplication::applicationPid()});
    if (!announced) {
        return Failure{announced.error()};
    }
    auto transaction = SqlTransaction::begin(*m_file);
    if (!transaction) {
        return Failure{transaction.error()};
    }
    const RunSummary run = summaryOf(record);
    auto inserted = m_file->run(
        QStringLiteral("INSERT INTO runs (%1) VALUES (?,?,?,'','',0,?,?,?,?,?,?,?,?,?,?,?,NULL)")
            .arg(runColumns()),
        {run.id, startedMs, run.scenario, serviceCell(run), static_cast<int>(run.verdict),
         run.findings, run.warnings, run.rounds, qint64{run.requests}, qint64{run.issued},
         qint64{run.alreadyIssued}, qint64{run.outOfStock},
         run.issuedP95Ns ? QVariant(qint64{*run.issuedP95Ns}) : QVariant(),
         qint64{sizeOf(encoded, history)}});
    if (!inserted) {
        return Failure{inserted.error()};
    }
    const QVariant number = inserted.value().lastInsertId();
    auto kept = m_file->run(QStringLiteral("INSERT INTO records VALUES (?, ?)"), {number, encoded});
    for (qsizetype block = 0; kept && block < history.size(); ++block) {
        kept = m_file->run(QStringLiteral("INSERT INTO histories VALUES (?, ?, ?)"),
                           {number, block, history[block]});
    }
    if (kept) {
        kept = m_file->run(QStringLiteral("DELETE FROM writing WHERE id = ?"), {record.id});
    }
    return kept ? transaction.value().commit() : Failure{kept.error()};
}

Result<int, SqlFileError> Archive::makeRoom(const QString &except)
{
    auto total =
        m_file->number(QStringLiteral("SELECT SUM(bytes) FROM runs WHERE removed_ms IS NULL"));
    if (!total) {
        return Failure{total.error()};
    }
    std::int64_t over = total.value() - m_place.limitBytes;
    auto query = m_file->run(QStringLiteral("SELECT number, bytes FROM runs WHERE baseline = 0 AND "
                                            "name = '' AND note = '' AND id <> ? AND removed_ms "
                                            "IS NULL "
                                            "ORDER BY started_ms, number"),
                             {except});
    if (!query) {
        return Failure{query.error()};
    }
    QVariantList gone;
    while (over > 0 && query.value().next()) {
        gone << query.value().value(0);
        over -= query.value().value(1).toLongLong();
    }
    query.value().finish();
    for (const QVariant &number : gone) {
        if (auto done = m_file->run(QStringLiteral("DELETE FROM runs WHERE number = ?"), {number});
            !done) {
            return Failure{done.error()};
        }
    }
    if (over > 0) {
        m_notices.append(
            {ArchiveNotice::Kind::Full,
             ArchiveText::tr("The archive is larger than %1, and every run in it has a "
                             "name or a note or is the baseline. Delete some.")
                 .arg(
                     QLocale().formattedDataSize(m_place.limitBytes, 0, QLocale::DataSizeSIFormat)),
             m_place.folder});
    }
    return static_cast<int>(gone.size());
}

Result<QHash<QString, QList<LaterVerdict>>, SqlFileError> Archive::laterVerdicts(const QString &id)
{
    const QString all = QStringLiteral("SELECT id, at_ms, later_verdicts.verdict, "
                                       "later_verdicts.findings, sentence FROM later_verdicts JOIN "
                                       "runs ON run = number %1ORDER BY at_ms");
    auto query = id.isEmpty() ? m_file->run(all.arg(QString()))
                              : m_file->run(all.arg(QStringLiteral("WHERE id = ? ")), {id});
    if (!query) {
        return Failure{query.error()};
    }
    QHash<QString, QList<LaterVerdict>> verdicts;
    while (query.value().next()) {
        const QSqlQuery &row = query.value();
        verdicts[row.value(0).toString()] << LaterVerdict{
            QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC),
            verdictFrom(row.value(2)), row.value(3).toInt(), row.value(4).toString()};
    }
    const auto complete = SqlFile::check(query.value());
    return complete ? Result<QHash<QString, QList<LaterVerdict>>, SqlFileError>(std::move(verdicts))
                    : Failure{complete.error()};
}

Result<void, QString> Archive::judgeAgain(const QString &id, const LaterVerdict &verdict)
{
    return change(QStringLiteral("INSERT INTO later_verdicts SELECT number, ?, ?, ?, ? FROM runs "
                                 "WHERE id = ?"),
                  {{verdict.at.toMSecsSinceEpoch(), static_cast<int>(verdict.verdict),
                    verdict.findings, verdict.sentence, id}});
}

Result<QList<RunSummary>, QString> Archive::list()
{
    using Runs = Result<QList<RunSummary>, SqlFileError>;
    auto runs = guarded([this]() -> Runs {
        auto query = m_file->run(QStringLiteral("SELECT %1 FROM runs WHERE removed_ms IS NULL "
                                                "ORDER BY started_ms DESC, number DESC")
                                     .arg(runColumns()));
        if (!query) {
            return Failure{query.error()};
        }
        QList<RunSummary> found;
        while (query.value().next()) {
            found << summaryFrom(query.value());
        }
        if (const auto complete = SqlFile::check(query.value()); !complete) {
            return Failure{complete.error()};
        }
        auto later = laterVerdicts();
        if (!later) {
            return Failure{later.error()};
        }
        for (RunSummary &run : found) {
            run.judgedAgain = later.value().value(run.id);
        }
        return found;
    });
    return runs ? Result<QList<RunSummary>, QString>(std::move(runs).value())
                : unusable(runs.error());
}

Result<std::optional<RunRecord>, SqlFileError> Archive::readRun(const QString &id, History history)
{
    const SqlFileError broken{0, ArchiveText::tr("what is kept of it makes no sense")};
    auto query = m_file->run(QStringLiteral("SELECT number, data FROM runs JOIN records ON run = "
                                            "number WHERE id = ? AND removed_ms IS NULL"),
                             {id});
    if (!query) {
        return Failure{query.error()};
    }
    if (!query.value().next()) {
        auto complete = SqlFile::check(query.value());
        return complete ? Result<std::optional<RunRecord>, SqlFileError>(std::nullopt)
                        : Failure{complete.error()};
    }
    const QVariant number = query.value().value(0);
    auto record = decodeRecord(query.value().value(1).toByteArray());
    if (!record) {
        return Failure{broken};
    }
    query.value().finish();
    auto later = laterVerdicts(id);
    if (!later) {
        return Failure{later.error()};
    }
    record->judgedAgain = later.value().value(id);
    if (history == History::Leave) {
        return record;
    }
    auto blocks = m_file->run(
        QStringLiteral("SELECT data FROM histories WHERE run = ? ORDER BY block"), {number});
    if (!blocks) {
        return Failure{blocks.error()};
    }
    auto operations = std::make_shared<std::vector<Operation>>();
    operations->reserve(record->outcomes.total());
    while (blocks.value().next()) {
        if (!decodeHistory(blocks.value().value(0).toByteArray(), *operations)) {
            return Failure{broken};
        }
    }
    if (auto complete = SqlFile::check(blocks.value()); !complete) {
        return Failure{complete.error()};
    }
    record->history = std::move(operations);
    return record;
}

Result<RunRecord, QString> Archive::read(const QString &id, History history)
{
    auto record = guarded([&] { return readRun(id, history); });
    if (!record) {
        return Failure{ArchiveText::tr("The run %1 cannot be read from the archive: %2.")
                           .arg(id.left(6), record.error().message)};
    }
    if (!record.value()) {
        return noSuchRun(id);
    }
    return std::move(*record.value());
}

Result<QString, QString> Archive::idOf(const QString &word)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9a-f]{1,12}$"));
    const QString start = word.toLower();
    const bool isLast = word == QLatin1String("last");
    if (!isLast && !digits.match(start).hasMatch()) {
        return noSuchRun(word);
    }
    using Ids = Result<QStringList, SqlFileError>;
    auto ids = guarded([&]() -> Ids {
        auto query = m_file->run(QStringLiteral("SELECT id FROM runs WHERE id LIKE ? AND "
                                                "removed_ms IS NULL ORDER BY started_ms DESC, "
                                                "number DESC LIMIT 3"),
                                 {isLast ? QStringLiteral("%") : start + QLatin1Char('%')});
        if (!query) {
            return Failure{query.error()};
        }
        QStringList found;
        while (query.value().next()) {
            found << query.value().value(0).toString();
        }
        const auto complete = SqlFile::check(query.value());
        return complete ? Ids(std::move(found)) : Failure{complete.error()};
    });
    if (!ids) {
        return unusable(ids.error());
    }
    if (ids.value().isEmpty()) {
        return isLast ? Failure{ArchiveText::tr("There is no run in the archive.")}
                      : noSuchRun(word);
    }
    if (!isLast && ids.value().size() > 1) {
        return Failure{ArchiveText::tr("%1 is the beginning of several runs, among them %2. Give "
                                       "more digits.")
                           .arg(word, ids.value().join(QStringLiteral(", ")))};
    }
    return ids.value().constFirst();
}

Result<ArchiveSize, QString> Archive::size()
{
    auto size = guarded([this]() -> Result<ArchiveSize, SqlFileError> {
        auto runs =
            m_file->number(QStringLiteral("SELECT COUNT(*) FROM runs WHERE removed_ms IS NULL"));
        auto bytes =
            m_file->number(QStringLiteral("SELECT SUM(bytes) FROM runs WHERE removed_ms IS NULL"));
        if (!runs || !bytes) {
            return Failure{runs ? bytes.error() : runs.error()};
        }
        return ArchiveSize{runs.value(), bytes.value(), m_place.limitBytes};
    });
    return size ? Result<ArchiveSize, QString>(size.value()) : unusable(size.error());
}

Result<void, QString> Archive::change(const QString &sql, const QList<QVariantList> &rows)
{
    QList<std::pair<QString, QVariantList>> statements;
    for (const QVariantList &row : rows) {
        statements.append({sql, row});
    }
    return change(statements);
}

Result<void, QString> Archive::change(const QList<std::pair<QString, QVariantList>> &statements)
{
    auto done = guarded([&]() -> Result<void, SqlFileError> {
        auto transaction = SqlTransaction::begin(*m_file);
        if (!transaction) {
            return Failure{transaction.error()};
        }
        for (const auto &[sql, values] : statements) {
            if (auto changed = m_file->run(sql, values); !changed) {
                return Failure{changed.error()};
            }
        }
        return transaction.value().commit();
    });
    return done ? Result<void, QString>() : unusable(done.error());
}

Result<void, QString> Archive::setName(const QString &id, const QString &name)
{
    return change(QStringLiteral("UPDATE runs SET name = ? WHERE id = ?"), {{name.trimmed(), id}});
}

Result<void, QString> Archive::setNote(const QString &id, const QString &note)
{
    return change(QStringLiteral("UPDATE runs SET note = ? WHERE id = ?"), {{note.trimmed(), id}});
}

Result<void, QString> Archive::setBaseline(const QString &id)
{
    return change(
        QStringLiteral("UPDATE runs SET baseline = (id = ?) WHERE baseline = 1 OR id = ?"),
        {{id, id}});
}

Result<void, QString> Archive::remove(const QStringList &ids)
{
    QList<std::pair<QString, QVariantList>> statements;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const QString &id : ids) {
        statements.append(
            {QStringLiteral("UPDATE runs SET removed_ms = ? WHERE id = ?"), {now, id}});
        statements.append({QStringLiteral("INSERT OR REPLACE INTO removals SELECT number, ? FROM "
                                          "runs WHERE id = ?"),
                           {QCoreApplication::applicationPid(), id}});
    }
    return change(statements);
}

Result<void, QString> Archive::restore(const QStringList &ids)
{
    QList<QVariantList> rows;
    for (const QString &id : ids) {
        rows << QVariantList{id};
    }
    return change(QStringLiteral("UPDATE runs SET removed_ms = NULL WHERE id = ?"), rows);
}

Result<void, QString> Archive::forgetRemoved()
{
    auto query = m_file->run(QStringLiteral("SELECT number, process FROM runs LEFT JOIN removals "
                                            "ON run = number WHERE removed_ms IS NOT NULL"));
    if (!query) {
        return unusable(query.error());
    }
    QList<QVariantList> gone;
    while (query.value().next()) {
        const qint64 process = query.value().value(1).toLongLong(); // 0 before there were removals
        if (process == 0 || process == QCoreApplication::applicationPid() || !isAlive(process)) {
            gone << QVariantList{query.value().value(0), process};
        }
    }
    query.value().finish();
    // Another program may have restored or removed one of them meanwhile.
    return gone.isEmpty()
               ? Result<void, QString>()
               : change(QStringLiteral("DELETE FROM runs WHERE number = ? AND removed_ms "
                                       "IS NOT NULL AND ? = COALESCE((SELECT process "
                                       "FROM removals WHERE run = number), 0)"),
                        gone);
}

Keeping keepRun(const ArchivePlace &place, const RunRecord &record)
{
    const auto notKept = [](const QString &why) {
        return ArchiveText::tr("This run was not kept. %1").arg(why);
    };
    const auto archive = Archive::open(place);
    if (!archive) {
        return {false, {notKept(archive.error())}};
    }
    const auto kept = archive.value()->keep(record);
    Keeping keeping{kept.ok(), {}};
    for (const ArchiveNotice &notice : archive.value()->notices()) {
        keeping.remarks << notice.sentence;
    }
    if (!kept) {
        keeping.remarks << notKept(kept.error());
    }
    return keeping;
}

} // namespace stampede
