// SPDX-License-Identifier: MIT
#pragma once

#include "peer.h"

#include "database/connection.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace stampede::test {

/// How a service keeps its members.
struct ForeignMembers
{
    QString type = QStringLiteral("VARCHAR(60)"); ///< of the column
    QString value = QStringLiteral("?");          ///< what is written for the one who asks
};

/// How a service of somebody else keeps its books. The options combine.
struct ForeignSettings
{
    /// How a person is written.
    enum class People
    {
        Text,   ///< m7
        Number, ///< 7
        Uuid,   ///< text
        Binary, ///< the same in BINARY(16)
        Email,
    };
    /// What is known of the stock.
    enum class Stock
    {
        Left,      ///< what is left and the total
        Counter,   ///< the total and how many were given out
        Unlimited, ///< `unlimited` stands where the number would
    };
    enum class SoftDelete
    {
        None,
        Mark,   ///< deleted_at is set
        Status, ///< status is CANCELED
    };
    /// What is wrong with it.
    enum class Fault
    {
        None,
        ForgetsToCount, ///< the stock is not written
        SaysYesAlways,  ///< 201 also to those who get nothing
        ForgetsToLog,   ///< nothing is written to its log once all are gone
        AnswersLate,    ///< 20 ms after its work is done
        NoLock,         ///< reads the stock, waits, writes it back
        OneTooMany,     ///< everybody may have one more than the limit
        LosesEvents,    ///< every seventh event of the queue
        RefusesOne,     ///< the eighth request is refused as if all were gone
        TakesOldRows,   ///< the first claim of the run deletes the row of an earlier holder
    };
    /// Where a late request is while its client gives up.
    enum class Late
    {
        OnItsWay,     ///< nothing of it can be seen
        HoldsTheLock, ///< the first late one has the row lock, all others wait for it
    };

    int seats = 40; ///< left at the start, of each coupon
    Fault fault = Fault::None;
    QString log = {}; ///< file where it writes a line a decision; empty: none
    People people = People::Text;
    ForeignMembers members = {}; ///< of People::Text
    Stock stock = Stock::Left;
    QString unlimited = QStringLiteral("0"); ///< SQL
    bool decimalStock = false;               ///< DECIMAL(12,2)
    int limit = 1;                           ///< a person; 0: none
    bool daily = false;                      ///< the limit counts within a day
    int mostPieces = 1;                      ///< person i takes 1 + i mod so many with one row
    bool rowPerSeat = false;                 ///< every seat is a row whose member is NULL or not
    SoftDelete softDelete = SoftDelete::None;
    int cancelEvery = 0;      ///< every so many rows one is cancelled and its place sold again
    bool keepsFailed = false; ///< a refused attempt leaves a row with status FAILED
    bool oneRefusal = false;  ///< one answer for both refusals
    int coupons = 1;          ///< person i asks for the coupon i mod so many
    int faultOnlyOf = -1;     ///< that coupon alone has the fault; below 0: all
    int seatsOfFirst = -1;    ///< left at the start of the first coupon; below 0: as of all

    /// Before the run. People 1, 2, … of the load and as many whom nobody asks for again.
    int oldHolders = 0;    ///< have as many as they may
    int oldDuplicates = 0; ///< have one more than they may
    int oldDead = 0;       ///< cancelled and failed rows, as far as there are such
    int oldAhead = 0;      ///< the counter is ahead of the rows by so many

    /// The decision is made in memory, the row is written later: answers 202.
    std::chrono::milliseconds queueTick{0};
    int queueAtATick = 50;
    /// The decision is made in memory, the stock is written so often.
    std::chrono::milliseconds flush{0};

    /// So many requests after the first five are late: until release(), or for so long.
    int late = 0;
    std::chrono::milliseconds lateBy{0};
    Late lateHow = Late::OnItsWay;

    [[nodiscard]] bool decidesInMemory() const { return queueTick.count() + flush.count() > 0; }
    [[nodiscard]] int piecesOf(int person) const { return 1 + person % mostPieces; }
    [[nodiscard]] QString couponOf(int person) const;
    [[nodiscard]] QStringList couponNames() const;
    [[nodiscard]] int seatsOf(const QString &coupon) const;
    [[nodiscard]] bool hasFault(const QString &coupon) const;
    /// As the load and the profile write that person.
    [[nodiscard]] QString nameOf(int person) const;
    /// Rows of a person that are within their limit.
    [[nodiscard]] int limitOrOne() const { return limit > 0 ? limit : 1; }
};

/// What the tables of a service hold, by its own account and without the product.
struct ForeignTruth
{
    std::int64_t newRows = 0;     ///< that count
    std::int64_t writtenRows = 0; ///< of the run, those that were cancelled since included
    std::int64_t oversold = 0;    ///< pieces given out beyond the stock, over all coupons
    std::int64_t drift = 0;       ///< stock gone less pieces given out
    std::int64_t lost = 0;        ///< answered yes, and no row
    QSet<qint64> aboveLimit;      ///< rows of the run that their person may not have
    QSet<qint64> oldRows;         ///< that counted before the run
    QStringList wrongCoupons;     ///< with anything of this wrong, sorted
    std::int64_t oldGone = 0;     ///< rows that were there before the run and count no longer

    [[nodiscard]] bool isRight() const
    {
        return oversold == 0 && drift == 0 && lost == 0 && aboveLimit.isEmpty() && oldGone == 0;
    }
    [[nodiscard]] QString text() const;
};

/// A service of somebody else: its own tables, its own answers (201 and 409 with a word), one
/// connection to the database for each client.
class ForeignService
{
public:
    using Fault = ForeignSettings::Fault;
    /// Makes the tables promotion and promotion_claim in an empty database.
    ForeignService(const ConnectionSettings &database, const ForeignSettings &settings);
    /// The plain one.
    ForeignService(const ConnectionSettings &database, int seats, Fault fault = Fault::None,
                   const QString &log = {}, const ForeignMembers &members = {});
    ~ForeignService();
    ForeignService(const ForeignService &) = delete;
    ForeignService &operator=(const ForeignService &) = delete;

    [[nodiscard]] const ForeignSettings &settings() const { return m_settings; }
    [[nodiscard]] QString url() const;
    /// Its claims, read from the database.
    [[nodiscard]] int claims() const;
    [[nodiscard]] ForeignTruth truth() const;
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// No request is in it, no event waits, nothing is to be written.
    [[nodiscard]] bool isIdle() const;
    /// Requests that have come.
    [[nodiscard]] int asked() const { return m_asked; }
    /// Requests that are late now.
    [[nodiscard]] int lateNow() const { return m_lateNow; }
    /// Lets the late requests go on.
    void release() { m_released = true; }

private:
    struct Ask
    {
        QString member;
        QString coupon;
        int pieces = 1;
        QString requestId;
        bool isLate = false;
        bool isRefused = false;
    };
    enum class Decision
    {
        Yes,
        Have,
        Gone,
        Failed,
    };
    struct Row
    {
        qint64 id = 0;
        Ask ask;
    };

    void makeTables(Connection &connection);
    void fillOldRows(Connection &connection);
    void remember(Connection &connection);
    void startWorkers();
    void every(std::chrono::milliseconds period, std::function<void(Connection &)> work);

    void serve(PeerLine &line);
    void beLate(const PeerLine &line) const;
    Decision claim(Connection &connection, const Ask &ask, const PeerLine &line);
    Decision claimByRows(Connection &connection, const Ask &ask, const PeerLine &line);
    Decision claimInMemory(Connection &connection, const Ask &ask);
    Decision decide(int held, const std::optional<qint64> &left, int pieces) const;
    bool writeRow(Connection &connection, const Ask &ask);
    bool takeSeat(Connection &connection, const Ask &ask);
    bool count(Connection &connection, const QString &coupon, int pieces) const;
    void refuse(Connection &connection, const Ask &ask) const;
    void drainQueue(Connection &connection);
    void flushStock(Connection &connection);
    void cancelSome(Connection &connection);
    [[nodiscard]] std::string said(Decision decision) const;
    [[nodiscard]] QString live() const;
    [[nodiscard]] QString memberValue() const;
    [[nodiscard]] bool may(int held) const;
    void note(const QString &line) const;

    ConnectionSettings m_database;
    ForeignSettings m_settings;
    mutable std::mutex m_logMutex; ///< guards m_log
    mutable QFile m_log;
    /// Guards what follows; nobody waits for it while they hold a lock of the database.
    mutable std::mutex m_mutex;
    QHash<QString, int> m_held;    ///< by person and coupon
    QHash<QString, qint64> m_left; ///< by coupon
    QHash<QString, int> m_pending; ///< pieces that the stock column does not know yet
    std::deque<Ask> m_queue;
    std::deque<Row> m_toCancel;
    int m_written = 0;
    int m_events = 0;

    bool m_ready = false;
    qint64 m_lastOldRow = 0;
    QHash<QString, qint64> m_stockBefore; ///< left, or total less counter
    QSet<qint64> m_oldRows;               ///< those that count
    std::atomic<int> m_asked{0};
    std::atomic<int> m_inside{0};
    mutable std::atomic<int> m_lateNow{0};
    mutable std::mutex m_yesMutex;
    QHash<QString, qint64> m_saidYes; ///< of each coupon
    std::atomic<bool> m_released{false};
    std::atomic<bool> m_oldTaken{false};
    std::vector<std::jthread> m_workers;
    std::unique_ptr<Peer> m_peer; ///< ends before the rest goes
};

} // namespace stampede::test
