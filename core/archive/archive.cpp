#include "archive/archive.h"

#include "archive/archive_rescue.h"
#include "archive/sql_file.h"
#include "database/data_folder.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QLockFile>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>

#include <sys/stat.h>

namespace stampede {

namespace {

/// Of the file's form; one that is higher is not touched.
constexpr int kFormat = 1;
/// For another program that makes or rescues the same archive.
constexpr std::chrono::seconds kLockTime{10};

struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

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

} // namespace stampede
