// SPDX-License-Identifier: MIT
#pragma once

#include "journal/load_journal.h"
#include "record/run_record.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace stampede {

class DatabaseHost;

/// How a run began: with the answers, all that an audit needs.
struct RunStart
{
    std::int64_t stock = 0;
    std::int64_t startsAtUs = 0; ///< of the sale, epoch µs
    std::int64_t endsAtUs = 0;
    std::vector<std::int64_t> holdersBefore{};
};

/// What stands at the beginning of a journal.
struct JournalOpening
{
    QString id;
    QString version;
    std::int64_t startedMs = 0; ///< epoch
    std::uint64_t seed = 0;     ///< of the round
    Scenario scenario;          ///< its seed is the first round's
    QByteArray peopleSha256;    ///< of their names; empty where they are numbers
    CouponId coupon;
    RunStart start;
    QString database;     ///< URL, without secrets
    QString serverFolder; ///< the numbered folder of a private server, or empty
};

QByteArray encodeOpening(const JournalOpening &opening);
/// Nothing where these are no such bytes, or of a scenario that this version does not read.
std::optional<JournalOpening> decodeOpening(const QByteArray &bytes);

/// Where journals are kept: `journals` in the folder of everything.
QString defaultJournalFolder();

/// A journal that nobody writes any more.
struct LeftJournal
{
    QString path;
    JournalOpening opening;
};

/// Those in that folder whose beginning can be read, the newest run first. Any thread.
QList<LeftJournal> leftJournals(const QString &folder);
/// The numbered folders of private servers that hold the rows of the newest of them, at most three:
/// the next run leaves these alone.
QStringList serverFoldersOf(const QList<LeftJournal> &journals);

/// Keeps the journals of the rounds of one run, one at a time. What it leaves behind when the
/// program is killed is an unfinished run. One job thread.
class RunJournal
{
public:
    /// An empty folder: nothing is kept.
    explicit RunJournal(QString folder);

    /// Begins the journal of a round; that of the round before goes. A sentence where there can be
    /// none; the run goes on all the same.
    std::optional<QString> begin(const RunRecord &record, const RunStart &start,
                                 const DatabaseHost &host);
    /// To be told of the load, or null.
    [[nodiscard]] LoadObserver *witness() const { return m_journal.get(); }
    /// After the load: a sentence where not all of it could be written.
    [[nodiscard]] std::optional<QString> remark() const;
    /// The run is kept somewhere else by now, or nothing was measured: its journal goes.
    void discard();

private:
    QString m_folder;
    QString m_path;
    std::unique_ptr<LoadJournal> m_journal;
};

/// The journal of one load; what cannot be written becomes a remark of the record.
class JournalScope
{
public:
    /// `journal` may be null.
    JournalScope(RunJournal *journal, RunRecord &record, const RunStart &start,
                 const DatabaseHost &host);
    void join(LoadEngine &engine) const;
    /// After the load: the record gets a remark where the journal has not got everything.
    void tell(RunRecord &record) const;

private:
    RunJournal *m_journal;
};

} // namespace stampede
