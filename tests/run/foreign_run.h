// SPDX-License-Identifier: MIT
#pragma once

#include "foreign_service.h"

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace stampede::test {

/// What is asked of a ForeignService, and how the run is told about its tables.
struct ForeignPlan
{
    int people = 60;
    int requests = 120; ///< person 1, 2, … in turn, then from the start again
    int vus = 12;
    int seed = 1;
    QString timeout = QStringLiteral("5s");
    QString quiet = {}; ///< target.audit.settle; empty: the defaults
    QString unanswered = QStringLiteral("2s");
    QString atMost = QStringLiteral("12s");
    bool saysQuantity = true;  ///< target.quantity
    bool saysGivesBack = true; ///< givesBack, where the service cancels
    bool joinsRequests = true; ///< issued.requestId
    /// issued.couponFormat, where the service has several; empty: it is not said.
    QString couponFormat = QStringLiteral("{promo}");
    bool smallLetters = false; ///< every other line of the people's file writes its coupon in them
};

/// Who reads the rows for the audit.
enum class Reader
{
    SameAccount, ///< as the service
    Watcher,     ///< another that sees open transactions (PROCESS)
    Blind,       ///< another that does not
};

/// That account at that database; it may only read there. Where several runs are made side by side,
/// only a blind one is undisturbed: the server renews its list of transactions when nobody has read
/// it for 100 ms.
ConnectionSettings readerOf(const ConnectionSettings &database, Reader reader);

/// A run of stampede-cli against a service, with files of its own: profile, people, scenario,
/// archive. One thread at a time; the service has to outlive it.
class ForeignRun
{
public:
    /// `reader`: the account that reads the rows.
    ForeignRun(const ForeignService &service, const ConnectionSettings &reader,
               const ForeignPlan &plan);

    /// Blocks until the run is over.
    void make();
    /// `audit --run last`: what the rows say of that run now. Blocks.
    void auditAgain(const QString &settle = {}, const QStringList &more = {});
    /// The same of the history file that the run wrote, which has to be enough.
    void auditHistory(const QString &settle);
    /// Another call of stampede-cli with the archive of this run; its exit code, and what it said.
    int call(const QStringList &words, QString *said) const;
    /// A file of this run: h.jsonl is its history, people.csv whom it asked for, data the archive.
    [[nodiscard]] QString filePath(const char *name) const;
    /// `verify` of that run, or of a history file. Blocks; result() has no part in it.
    void verify(const QString &what = QStringLiteral("last"));
    /// Any other command, likewise.
    void command(const QStringList &words);
    /// Begins make() and returns; finish() waits for its end.
    void start();
    void finish();
    [[nodiscard]] bool isRunning() const;
    /// Returns when it is over, or soon.
    void waitABit() const;

    [[nodiscard]] int exitCode() const { return m_exitCode; }
    [[nodiscard]] const QJsonObject &result() const { return m_result; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString id() const;
    /// The ids of failed checks that judge the data, sorted and joined by blanks.
    [[nodiscard]] QString findings() const;
    /// Those that kept the audit from deciding.
    [[nodiscard]] QString undecided() const;
    [[nodiscard]] QJsonObject check(const QString &id) const;
    /// Whether the audit says so.
    [[nodiscard]] bool holds() const;
    [[nodiscard]] bool isBroken(const QString &id) const;
    /// The rows that `one-per-user` names, of its first hundred people.
    [[nodiscard]] QSet<qint64> rowsAboveLimit() const;
    [[nodiscard]] bool severalCoupons() const { return m_service.settings().coupons > 1; }
    /// Of several coupons those that are broken, sorted, and all those that findings name.
    [[nodiscard]] QStringList brokenCoupons() const;
    [[nodiscard]] QStringList couponsInFindings() const;
    [[nodiscard]] int outcome(const char *key) const;
    [[nodiscard]] std::int64_t state(const char *key) const;
    /// Everything a person needs to see what was said: verdict, broken checks, last lines.
    [[nodiscard]] QString story() const;
    /// All that was printed.
    [[nodiscard]] QString said() const { return m_said; }
    /// Where its files are.
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QJsonObject profile() const;
    [[nodiscard]] QJsonObject scenario() const;
    [[nodiscard]] QByteArray peopleFile() const;
    [[nodiscard]] bool needsFile() const;
    [[nodiscard]] QString databaseUrl() const;
    [[nodiscard]] QProcessEnvironment environment() const;
    void begin(const QStringList &words, bool hasResult = true);
    void audit(const QString &what, const QString &settle, const QStringList &more = {});
    void take();

    const ForeignService &m_service;
    ConnectionSettings m_reader;
    ForeignPlan m_plan;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    int m_exitCode = -1;
    QJsonObject m_result;
    QString m_said;
};

/// What that run said of the service and is not so, with what is; empty where all is right. A run
/// that did not decide has said too little.
QString contradiction(const ForeignRun &run, const ForeignTruth &truth);

/// What else goes on at a database: transactions that have nothing to do with the run. They end
/// with it.
class Bystander
{
public:
    enum class Kind
    {
        IdlePool, ///< five connections with a snapshot each and nothing to do
        Prepared, ///< XA PREPARE of a row in a table of its own
        Report,   ///< one statement that reads the claims for a minute, in a transaction
    };
    Bystander(const ConnectionSettings &database, Kind kind);
    ~Bystander();
    Bystander(const Bystander &) = delete;
    Bystander &operator=(const Bystander &) = delete;

private:
    void report() const;

    ConnectionSettings m_database;
    Kind m_kind;
    std::vector<std::unique_ptr<Connection>> m_connections;
    mutable std::atomic<qint64> m_reporting{0}; ///< the connection of the report
    std::thread m_thread;
};

} // namespace stampede::test
