// SPDX-License-Identifier: MIT
#pragma once

#include "archive/run_summary.h"
#include "base/result.h"
#include "record/keeping.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace stampede {

class SqlFile;
struct SqlFileError;

/// Where runs are kept, and how much of them.
struct ArchivePlace
{
    QString folder;                          ///< is made where it is not there
    std::int64_t limitBytes = 2'000'000'000; ///< of all runs together
};

/// $STAMPEDE_DATA_DIR, for root /var/lib/stampede, else the user's own data folder.
ArchivePlace defaultArchive();

/// How much an archive holds.
struct ArchiveSize
{
    std::int64_t runs = 0;
    std::int64_t bytes = 0;
    std::int64_t limitBytes = 0;
};

/// Something about the archive that a person has to know.
struct ArchiveNotice
{
    enum class Kind
    {
        Newer,   ///< another file is used, as this one is of a later version
        Damaged, ///< it was set aside
        CutOff,  ///< a program ended while it wrote a run
        Full,    ///< it is over its limit, and nothing in it may go
        ReadOnly ///< it can be read, and nothing in it changed
    };
    Kind kind = Kind::Damaged;
    QString sentence;
    QString folder; ///< where the file in question is
};

/// The archive of runs: a SQLite file, `runs.sqlite` in its folder, that several programs may use
/// at the same time. Opened, used and closed in one thread. What is written is there as a whole or
/// not at all. A file that cannot be read is set aside when that shows, and what can be read of it
/// is taken over. Where the folder or the disk takes no change it can still be read. Errors are
/// sentences.
class Archive
{
public:
    /// Loads Qt's driver; to be called once in the main thread.
    static Result<void, QString> prepareDriver();
    static Result<std::unique_ptr<Archive>, QString> open(const ArchivePlace &place);
    ~Archive();
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    /// Keeps a finished run with everything in its record. Beyond the limit the oldest go that have
    /// no name, no note and are no baseline; their number is the result.
    Result<int, QString> keep(const RunRecord &record);
    /// Keeps with a run what a later audit of it said. Its own verdict stays.
    Result<void, QString> judgeAgain(const QString &id, const LaterVerdict &verdict);
    /// All runs, the newest first.
    Result<QList<RunSummary>, QString> list();
    enum class History
    {
        Read,
        Leave ///< it is null then
    };
    Result<RunRecord, QString> read(const QString &id, History history);
    /// The id that begins with these digits, or of the newest run for "last".
    Result<QString, QString> idOf(const QString &word);
    Result<ArchiveSize, QString> size();

    Result<void, QString> setName(const QString &id, const QString &name);
    Result<void, QString> setNote(const QString &id, const QString &note);
    /// The one run that others are compared with; none for an empty id.
    Result<void, QString> setBaseline(const QString &id);
    /// Takes runs off the list. They can be restored until the program that did so forgets them or
    /// has ended; until then they take room that counts for no limit.
    Result<void, QString> remove(const QStringList &ids);
    Result<void, QString> restore(const QStringList &ids);
    /// Deletes for good what this program has removed, or one that has ended. What another that
    /// runs has removed stays: there it can be restored.
    Result<void, QString> forgetRemoved();

    /// What there is to tell since it was opened.
    [[nodiscard]] const QList<ArchiveNotice> &notices() const { return m_notices; }
    /// The file in use.
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    explicit Archive(ArchivePlace place);
    static bool isAlive(std::int64_t process);
    Result<void, SqlFileError> openFile();
    Result<void, SqlFileError> openToChange();
    /// Where its folder or disk takes no change. The error is `why` where it cannot be read either.
    Result<void, SqlFileError> openToRead(const SqlFileError &why);
    Result<void, SqlFileError> makeTables();
    /// Archives of earlier versions do not have them; those do without.
    Result<void, SqlFileError> makeLaterTables();
    Result<void, SqlFileError> noteCutOffs();
    /// What later audits said, by the run's id, the oldest first.
    Result<QHash<QString, QList<LaterVerdict>>, SqlFileError> laterVerdicts(const QString &id = {});
    Result<void, SqlFileError> write(const RunRecord &record, const QByteArray &encoded,
                                     const QList<QByteArray> &history);
    Result<int, SqlFileError> makeRoom(const QString &except);
    Result<std::optional<RunRecord>, SqlFileError> readRun(const QString &id, History history);
    Result<void, QString> change(const QString &sql, const QList<QVariantList> &rows);
    /// All of these statements with their values, or none.
    Result<void, QString> change(const QList<std::pair<QString, QVariantList>> &statements);
    /// Sets the file aside and goes on with what could be read of it.
    bool rescue(const SqlFileError &damage);
    [[nodiscard]] Failure<QString> unusable(const SqlFileError &error) const;
    /// Does it; where the file turns out to be damaged, once more after a rescue.
    template<typename Job>
    auto guarded(const Job &job)
    {
        auto done = job();
        if (!done && done.error().isDamage() && rescue(done.error())) {
            done = job();
        }
        return done;
    }

    ArchivePlace m_place;
    QString m_path;
    std::uint64_t m_fileNumber = 0; ///< of the file that is open, or was tried to be
    std::unique_ptr<SqlFile> m_file;
    QList<ArchiveNotice> m_notices;
};

/// Opens the archive and keeps the run in it; the remarks say why it could not be kept, and
/// notices. Any thread.
Keeping keepRun(const ArchivePlace &place, const RunRecord &record);

} // namespace stampede
