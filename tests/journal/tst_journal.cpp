// SPDX-License-Identifier: MIT
// Proves that a journal gives back what was written and nothing else: cut off at every byte, with a
// flipped bit in every byte of a block, with blocks missing, doubled or of another version.

#include "journal/journal_reader.h"
#include "journal/journal_writer.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

namespace tst_journal {

using namespace stampede;

namespace {

constexpr int kLooks = 5;
constexpr std::uint32_t kALook = 4;

Operation operationOf(std::uint32_t request)
{
    Operation operation;
    operation.request = request;
    operation.invokedNs = std::int64_t{request} * 1'000'000 + 17;
    operation.returnedNs = operation.invokedNs + 400'000 + request;
    operation.user = 1000 + request;
    operation.rowId = request % 3 == 0 ? request + 1 : 0;
    operation.lockedUs = 10 + request;
    operation.stockRead = static_cast<std::int32_t>(200 - request);
    operation.errorCode = static_cast<std::uint16_t>(request * 7);
    operation.vu = static_cast<std::uint16_t>(request % 5);
    operation.attempts = static_cast<std::uint8_t>(1 + request % 3);
    operation.outcome = request % 3 == 0 ? Outcome::Issued : Outcome::OutOfStock;
    return operation;
}

bool isSame(const Operation &left, const Operation &right)
{
    return left.request == right.request && left.invokedNs == right.invokedNs &&
           left.returnedNs == right.returnedNs && left.user == right.user &&
           left.rowId == right.rowId && left.latenessUs == right.latenessUs &&
           left.lockedUs == right.lockedUs && left.wroteUs == right.wroteUs &&
           left.committedUs == right.committedUs && left.stockRead == right.stockRead &&
           left.errorCode == right.errorCode && left.vu == right.vu &&
           left.attempts == right.attempts && left.outcome == right.outcome &&
           left.reason == right.reason;
}

/// Look `i` records kALook operations and has one in flight, which the next look records.
journal::Look lookOf(std::uint32_t i)
{
    journal::Look look;
    look.lookedNs = (std::int64_t{i} + 1) * kALook * 1'000'000;
    look.epochMs = 1'700'000'000'000 + std::int64_t{i} * 250;
    for (std::uint32_t request = i * kALook; request < (i + 1) * kALook; ++request) {
        look.recorded.ended.push_back(operationOf(request));
    }
    const Operation next = operationOf((i + 1) * kALook);
    look.recorded.inFlight.push_back({next.invokedNs, next.user, next.request, next.vu});
    return look;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatWasWritten();
    void cutOffAtEveryByte();
    void everyFlippedByte();
    void missingAndDoubledBlocks();
    void lateAnswersTakeTheirPlace();
    void requestsAreTakenOnce();
    void largeLooksAreSplit();
    void noJournal_data();
    void noJournal();
    void isLockedWhileItIsWritten();
    void overwritesNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("a.journal")); }
    void writeUsual();
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] Result<JournalContents, std::string> readBack(const QByteArray &bytes) const;
    /// Of what readBack() wrote.
    [[nodiscard]] std::string openingOfOther() const
    {
        return readJournalOpening(
            m_folder->filePath(QStringLiteral("other.journal")).toStdString());
    }
    static bool isSubset(const JournalContents &contents);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournal::writeUsual()
{
    auto writer = JournalWriter::create(path().toStdString(), "the run");
    QVERIFY2(writer.ok(), writer ? "" : writer.error().c_str());
    for (std::uint32_t i = 0; i < kLooks; ++i) {
        QVERIFY(writer.value()->append(lookOf(i)).ok());
    }
    QVERIFY(writer.value()->close("the end").ok());
    QCOMPARE(writer.value()->bytes(), static_cast<std::uint64_t>(content().size()));
}

QByteArray TestJournal::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<JournalContents, std::string> TestJournal::readBack(const QByteArray &bytes) const
{
    const QString other = m_folder->filePath(QStringLiteral("other.journal"));
    QFile file(other);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(other));
    }
    file.close();
    return readJournal(other.toStdString());
}

/// Whether every operation is one that was written, as it was written, and once.
bool TestJournal::isSubset(const JournalContents &contents)
{
    std::map<std::uint32_t, int> seen;
    for (const Operation &operation : contents.ended) {
        if (operation.request >= kLooks * kALook || ++seen[operation.request] > 1 ||
            !isSame(operation, operationOf(operation.request))) {
            return false;
        }
    }
    return std::all_of(
        contents.inFlight.begin(), contents.inFlight.end(), [&seen](const auto &begun) {
            return begun.request % kALook == 0 && begun.request <= kLooks * kALook &&
                   begun.user == operationOf(begun.request).user && !seen.contains(begun.request);
        });
}

void TestJournal::givesBackWhatWasWritten()
{
    writeUsual();
    const auto contents = readJournal(path().toStdString());
    QVERIFY(contents.ok());
    const JournalContents &read = contents.value();
    QCOMPARE(read.opening, std::string("the run"));
    QCOMPARE(read.closing, std::string("the end"));
    QVERIFY(read.losesNothing());
    QVERIFY(!read.cutOff);
    QCOMPARE(read.ended.size(), std::size_t{kLooks * kALook});
    for (std::uint32_t i = 0; i < read.ended.size(); ++i) {
        QVERIFY(isSame(read.ended[i], operationOf(i)));
    }
    QCOMPARE(read.inFlight.size(), std::size_t{1});
    QCOMPARE(read.inFlight[0].request, kLooks * kALook);
    QCOMPARE(read.completeToNs, lookOf(kLooks - 1).lookedNs);
    QCOMPARE(read.lastLookEpochMs, lookOf(kLooks - 1).epochMs);
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

/// A power cut leaves any beginning of the file: what stands in it in whole blocks is read, and the
/// more there is of the file, the more.
void TestJournal::cutOffAtEveryByte()
{
    writeUsual();
    const QByteArray whole = content();
    std::size_t before = 0;
    int cuts = 0;
    for (qsizetype bytes = 0; bytes <= whole.size(); ++bytes) {
        const auto contents = readBack(whole.left(bytes));
        QCOMPARE(openingOfOther(), contents ? contents.value().opening : std::string());
        if (bytes < static_cast<qsizetype>(journal::kFileHeaderBytes)) {
            QVERIFY(!contents.ok());
            continue;
        }
        QVERIFY(contents.ok());
        const JournalContents &read = contents.value();
        QVERIFY2(isSubset(read), qPrintable(QString::number(bytes)));
        QVERIFY(read.ended.size() >= before);
        QCOMPARE(read.ended.size() % kALook, std::size_t{0});
        QCOMPARE(read.damagedBlocks, std::uint64_t{0});
        QCOMPARE(read.closed, bytes == whole.size());
        // What is not there began after the moment that the journal says.
        QCOMPARE(read.completeToNs, static_cast<std::int64_t>(read.ended.size()) * 1'000'000);
        before = read.ended.size();
        cuts += read.cutOff ? 1 : 0;
    }
    QCOMPARE(before, std::size_t{kLooks * kALook});
    QVERIFY(cuts > whole.size() * 9 / 10);
}

void TestJournal::everyFlippedByte()
{
    writeUsual();
    const QByteArray whole = content();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        const auto contents = readBack(damaged);
        QCOMPARE(openingOfOther(), contents ? contents.value().opening : std::string());
        if (at < static_cast<qsizetype>(journal::kFileHeaderBytes)) {
            QVERIFY2(!contents.ok(), qPrintable(QString::number(at)));
            continue;
        }
        QVERIFY(contents.ok());
        const JournalContents &read = contents.value();
        QVERIFY2(isSubset(read), qPrintable(QString::number(at)));
        QVERIFY2(read.damagedBlocks == 1 && !read.losesNothing(), qPrintable(QString::number(at)));
        // One block is lost: its looks, or the opening or the closing.
        const bool ends = read.opening.empty() || !read.closed;
        QVERIFY2(read.ended.size() == (ends ? kLooks : kLooks - 1) * kALook,
                 qPrintable(QString::number(at)));
    }
}

void TestJournal::missingAndDoubledBlocks()
{
    writeUsual();
    const QByteArray whole = content();
    const std::string opening = journal::encodeBlock(journal::BlockKind::Opening, 0, "the run");
    const auto from = static_cast<qsizetype>(journal::kFileHeaderBytes + opening.size());
    const auto look =
        static_cast<qsizetype>(journal::kBlockHeaderBytes + journal::encodeLook(lookOf(0)).size());

    const auto missing = readBack(whole.left(from) + whole.mid(from + look));
    QVERIFY(missing.ok());
    QVERIFY(isSubset(missing.value()));
    QCOMPARE(missing.value().damagedBlocks, std::uint64_t{1});
    QCOMPARE(missing.value().completeToNs, std::int64_t{0});

    const auto doubled = readBack(whole.left(from + look) + whole.mid(from));
    QVERIFY(doubled.ok());
    QVERIFY(isSubset(doubled.value()));
    QCOMPARE(doubled.value().ended.size(), std::size_t{kLooks * kALook});
    QVERIFY(!doubled.value().losesNothing());

    // Rubbish between the blocks is stepped over.
    const auto rubbish =
        readBack(whole.left(from + look) + QByteArray(100'000, 'S') + whole.mid(from + look));
    QVERIFY(rubbish.ok());
    QCOMPARE(rubbish.value().ended.size(), std::size_t{kLooks * kALook});
}

void TestJournal::lateAnswersTakeTheirPlace()
{
    auto writer = JournalWriter::create(path().toStdString(), "the run");
    QVERIFY(writer.ok());
    journal::Look first = lookOf(0);
    first.recorded.ended[2].outcome = Outcome::Unknown;
    first.recorded.ended[2].returnedNs = Operation::kNoAnswer;
    journal::Look second;
    second.recorded.late.push_back(operationOf(2));
    second.recorded.late.push_back(operationOf(77)); // to nothing that is there
    QVERIFY(writer.value()->append(first).ok());
    QVERIFY(writer.value()->append(second).ok());
    const auto contents = readJournal(path().toStdString());
    QVERIFY(contents.ok());
    QCOMPARE(contents.value().ended.size(), std::size_t{kALook});
    QVERIFY(isSame(contents.value().ended[2], operationOf(2)));
}

void TestJournal::requestsAreTakenOnce()
{
    auto writer = JournalWriter::create(path().toStdString(), "the run");
    QVERIFY(writer.ok());
    QVERIFY(writer.value()->append(lookOf(0)).ok());
    // In flight although it has ended: seen a moment too late.
    journal::Look second = lookOf(1);
    second.recorded.inFlight.push_back({0, 1001, 1, 0});
    QVERIFY(writer.value()->append(second).ok());
    const auto contents = readJournal(path().toStdString());
    QVERIFY(contents.ok());
    QVERIFY(isSubset(contents.value()));
    QCOMPARE(contents.value().inFlight.size(), std::size_t{1});
}

void TestJournal::largeLooksAreSplit()
{
    constexpr std::uint32_t kMany = 3 * journal::kMostOperationsABlock + 1;
    auto writer = JournalWriter::create(path().toStdString(), {});
    QVERIFY(writer.ok());
    journal::Look look;
    look.lookedNs = 5;
    for (std::uint32_t i = 0; i < kMany; ++i) {
        look.recorded.ended.push_back(operationOf(i));
    }
    QVERIFY(writer.value()->append(look).ok());
    const auto contents = readJournal(path().toStdString());
    QVERIFY(contents.ok());
    QCOMPARE(contents.value().ended.size(), std::size_t{kMany});
    QCOMPARE(contents.value().completeToNs, std::int64_t{5});

    // Without its last block the look is not complete.
    const auto cut = readBack(content().chopped(1));
    QVERIFY(cut.ok());
    QCOMPARE(cut.value().ended.size(), std::size_t{kMany - 1});
    QCOMPARE(cut.value().completeToNs, std::int64_t{0});
}

void TestJournal::noJournal_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("not the beginning");
    QTest::newRow("text") << QByteArray(500, 'x') << QStringLiteral("not the beginning");
    QTest::newRow("zeros") << QByteArray(500, '\0') << QStringLiteral("not the beginning");
    QByteArray later("stampede-journal");
    later.append("\x02\0\0\0", 4);
    const std::uint32_t sum =
        journal::checksumOf({later.constData(), static_cast<std::size_t>(later.size())});
    for (int i = 0; i < 4; ++i) {
        later.append(static_cast<char>(sum >> (8U * static_cast<unsigned>(i))));
    }
    QTest::newRow("later version") << later << QStringLiteral("version 2");
}

void TestJournal::noJournal()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const auto contents = readBack(bytes);
    QVERIFY(!contents.ok());
    QVERIFY2(QString::fromStdString(contents.error()).contains(says), contents.error().c_str());
    QVERIFY(!readJournal("/nowhere/at-all.journal").ok());
    QVERIFY(!readJournal(m_folder->path().toStdString()).ok());
}

void TestJournal::isLockedWhileItIsWritten()
{
    auto writer = JournalWriter::create(path().toStdString(), "the run");
    QVERIFY(writer.ok());
    QVERIFY(!isJournalFree(path().toStdString()));
    writer.value().reset();
    QVERIFY(isJournalFree(path().toStdString()));
    QVERIFY(!isJournalFree("/nowhere/at-all.journal"));
}

void TestJournal::overwritesNothing()
{
    writeUsual();
    const QByteArray before = content();
    QVERIFY(!JournalWriter::create(path().toStdString(), "another").ok());
    QCOMPARE(content(), before);
}

} // namespace tst_journal

STAMPEDE_TEST(tst_journal::TestJournal)
#include "tst_journal.moc"
