// SPDX-License-Identifier: MIT
// Proves that what threads record while a journal is kept is in the journal afterwards, each
// operation once; that nothing ever lies between recorded and in flight; and that a full disk ends
// the journal and not the run.

#include "base/clock.h"
#include "journal/journal_reader.h"
#include "journal/load_journal.h"
#include "test_program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <set>
#include <sys/resource.h>
#include <thread>

namespace tst_load_journal {

using namespace stampede;

namespace {

constexpr std::size_t kWorkers = 4;

Operation operationOf(std::size_t worker, std::uint32_t turn)
{
    Operation operation;
    operation.request = static_cast<std::uint32_t>(worker + std::size_t{turn} * kWorkers);
    operation.invokedNs = operation.request;
    operation.returnedNs = operation.request + 1;
    operation.user = operation.request + 100;
    operation.vu = static_cast<std::uint16_t>(worker);
    operation.outcome = Outcome::Issued;
    return operation;
}

void recordTurn(Recorder &recorder, std::size_t worker, std::uint32_t turn)
{
    const Operation operation = operationOf(worker, turn);
    recorder.began(worker, {operation.invokedNs, operation.user, operation.request, 0});
    recorder.ended(worker, operation);
}

/// Files may not grow beyond so many bytes while it lives; writing more fails as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

} // namespace

class TestLoadJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsThereInTheEnd();
    void looksMissNothing();
    void inFlightIsTold();
    void fullDiskEndsTheJournalOnly();

private:
    [[nodiscard]] std::string path() const
    {
        return m_folder->filePath(QStringLiteral("a.journal")).toStdString();
    }
    std::unique_ptr<JournalWriter> writer()
    {
        auto made = JournalWriter::create(path(), "the run");
        return made ? std::move(made).value() : nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLoadJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestLoadJournal::everythingIsThereInTheEnd()
{
    constexpr std::uint32_t kTurns = 20'000;
    Recorder recorder(kWorkers, 10);
    LoadJournal journal(writer());
    journal.loadBegan(recorder, monotonicNs());
    {
        std::vector<std::jthread> threads;
        for (std::size_t worker = 0; worker < kWorkers; ++worker) {
            threads.emplace_back([&recorder, worker] {
                for (std::uint32_t turn = 0; turn < kTurns; ++turn) {
                    recordTurn(recorder, worker, turn);
                }
            });
        }
    }
    journal.loadEnded();
    QCOMPARE(journal.error(), std::string());
    const auto contents = readJournal(path());
    QVERIFY(contents.ok());
    QVERIFY(contents.value().losesNothing());
    QVERIFY(contents.value().inFlight.empty());
    const auto &ended = contents.value().ended;
    QCOMPARE(ended.size(), kWorkers * kTurns);
    for (std::uint32_t i = 0; i < ended.size(); ++i) {
        QCOMPARE(ended[i].request, i);
        QCOMPARE(ended[i].user, std::int64_t{i} + 100);
    }
    // The recorder still has its history.
    QCOMPARE(recorder.takeHistory().size(), kWorkers * kTurns);
}

/// Looks at a recorder that is written to: of every worker, a look and those before it hold the
/// first n requests without a gap, and in flight is at most the next one, as it began.
void TestLoadJournal::looksMissNothing()
{
    constexpr std::uint32_t kTurns = 200'000;
    Recorder recorder(kWorkers, 10);
    std::vector<std::jthread> threads;
    std::atomic<std::size_t> done{0};
    for (std::size_t worker = 0; worker < kWorkers; ++worker) {
        threads.emplace_back([&recorder, &done, worker] {
            for (std::uint32_t turn = 0; turn < kTurns; ++turn) {
                recordTurn(recorder, worker, turn);
            }
            ++done;
        });
    }
    Recorder::Place place;
    std::array<std::uint32_t, kWorkers> next{};
    for (bool last = false; !last;) {
        last = done == kWorkers;
        const RecordedSince look = recorder.readOn(place);
        for (const Operation &operation : look.ended) {
            QCOMPARE(operation.request, operationOf(operation.vu, next[operation.vu]).request);
            ++next[operation.vu];
        }
        for (const BegunRequest &begun : look.inFlight) {
            const auto turn = static_cast<std::uint32_t>((begun.request - begun.vu) / kWorkers);
            QVERIFY(turn <= next[begun.vu]);
            QCOMPARE(begun.request, operationOf(begun.vu, turn).request);
            QCOMPARE(begun.user, std::int64_t{begun.request} + 100);
            QCOMPARE(begun.invokedNs, std::int64_t{begun.request});
        }
    }
    for (const std::uint32_t turns : next) {
        QCOMPARE(turns, kTurns);
    }
}

void TestLoadJournal::inFlightIsTold()
{
    Recorder recorder(kWorkers, 10);
    Recorder::Place place;
    recordTurn(recorder, 0, 0);
    recorder.began(1, {7, 42, 1, 0});
    RecordedSince look = recorder.readOn(place);
    QCOMPARE(look.ended.size(), std::size_t{1});
    QCOMPARE(look.inFlight.size(), std::size_t{1});
    QCOMPARE(look.inFlight[0].user, std::int64_t{42});
    QCOMPARE(look.inFlight[0].vu, std::uint16_t{1});
    recorder.ended(1, operationOf(1, 0));
    look = recorder.readOn(place);
    QCOMPARE(look.ended.size(), std::size_t{1});
    QVERIFY(look.inFlight.empty());
}

void TestLoadJournal::fullDiskEndsTheJournalOnly()
{
    constexpr std::uint32_t kTurns = 1'000;
    Recorder recorder(kWorkers, 10);
    LoadJournal journal(writer());
    {
        const SmallDisk disk(20'000);
        journal.loadBegan(recorder, monotonicNs());
        for (std::uint32_t turn = 0; turn < kTurns; ++turn) {
            recordTurn(recorder, 0, turn);
        }
        journal.loadEnded();
    }
    QVERIFY2(!journal.error().empty(), "a full disk was not noticed");
    QCOMPARE(recorder.takeHistory().size(), std::size_t{kTurns});
    const auto contents = readJournal(path());
    QVERIFY(contents.ok());
    QVERIFY(!contents.value().closed);
    QVERIFY(contents.value().ended.size() < kTurns);
    QCOMPARE(contents.value().opening, std::string("the run"));
}

} // namespace tst_load_journal

STAMPEDE_TEST(tst_load_journal::TestLoadJournal)
#include "tst_load_journal.moc"
