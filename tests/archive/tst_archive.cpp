// SPDX-License-Identifier: MIT
// Proves that kept runs stay kept: what is written comes back, names, notes and the baseline stay,
// what is deleted can be had back for a while, the oldest go beyond the limit, a damaged or newer
// file is never overwritten, and neither a kill nor a second program costs more than one run.

#include "archive/archive.h"
#include "archive/archive_worker.h"
#include "archive/sql_file.h"
#include "full_record.h"
#include "record/verdict.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>

#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace stampede;
using namespace stampede::test;

namespace {

QString idOf(int number)
{
    return QStringLiteral("ab%1").arg(number, 10, 16, QLatin1Char('0'));
}

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runComesBackWhole();
    void listShowsTheNewestFirst();
    void listSaysWhenNobodySawTheRows();
    void findsByTheFirstDigits();
    void remembersWhatPeopleSay();
    void laterVerdictsStandBesideTheFirst();
    void archiveWithoutLaterVerdictsGetsThem();
    void deletedRunsCanBeHadBack();
    void whatAnotherProgramRemovedIsItsOwn();
    void removedRunsPushNoOthersOut();
    void strategyIsListed();
    void oldestGoBeyondTheLimit();
    void newerFileIsLeftAlone();
    void damagedFileIsSetAside();
    void fileThatIsNoArchiveIsSetAside();
    void pipeInItsPlaceIsRefused();
    void damagedNamesOfColumnsAreRescued();
    void archiveThatTakesNoChangeIsRead();
    void killDuringAWriteLosesThatRunOnly();
    void twoProgramsWriteAtOnce();
    void workerCarriesOrders();

private:
    std::unique_ptr<Archive> open(std::int64_t limit = 2'000'000'000)
    {
        auto archive = Archive::open({m_folder->path(), limit});
        if (!archive) {
            qFatal("%s", qPrintable(archive.error()));
        }
        return std::move(archive).value();
    }
    QStringList idsListed()
    {
        QStringList ids;
        const auto runs = open()->list();
        for (const RunSummary &run : runs.value()) {
            ids << run.id;
        }
        return ids;
    }
    void startWriter(QProcess &writer, int first, int count, int operations)
    {
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--write"), m_folder->path(), QString::number(first),
                      QString::number(count), QString::number(operations)});
    }
    QString path() const { return m_folder->filePath(QStringLiteral("runs.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArchive::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestArchive::runComesBackWhole()
{
    const RunRecord record = fullRecord(70'000);
    QCOMPARE(open()->keep(record).value(), 0);
    const auto read = open()->read(record.id, Archive::History::Read);
    QVERIFY(read.ok());
    QCOMPARE(differences(record, read.value()), QStringList());
    const auto light = open()->read(record.id, Archive::History::Leave);
    QVERIFY(light.ok());
    QVERIFY(!light.value().history);
    QVERIFY(!open()->read(QStringLiteral("ffffffffffff"), Archive::History::Read).ok());
    QVERIFY(!open()->keep(record).ok()); // no id twice
}

void TestArchive::listShowsTheNewestFirst()
{
    const auto archive = open();
    for (const int number : {2, 9, 5}) {
        QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
    }
    QCOMPARE(idsListed(), QStringList({idOf(9), idOf(5), idOf(2)}));
    const RunSummary run = archive->list().value().constFirst();
    QCOMPARE(run.scenario, QStringLiteral("hundred-users"));
    QCOMPARE(run.issued, 100);
    QCOMPARE(run.alreadyIssued, 996);
    QCOMPARE(run.requests, 1096);
    QVERIFY(run.verdict == RunVerdict::Pass);
    QCOMPARE(shortVerdict(run), QStringLiteral("held"));
    QVERIFY(!run.answersOnly);
    QCOMPARE(protectionMarks(run), QStringLiteral("▣▣▣"));
    const auto size = archive->size();
    QCOMPARE(size.value().runs, 3);
    QVERIFY(size.value().bytes >= 3 * run.bytes - 10);
}

void TestArchive::listSaysWhenNobodySawTheRows()
{
    const auto archive = open();
    RunRecord record = smallRecord(idOf(3));
    record.scenario.target.kind = TargetKind::Http;
    record.scenario.target.audit.rows = TargetRows::None;
    QVERIFY(archive->keep(record).ok());
    RunSummary run = archive->list().value().constFirst();
    QVERIFY(run.answersOnly);
    QVERIFY(!run.strategy && !run.layers);
    QCOMPARE(shortVerdict(run), QStringLiteral("held, answers only"));
    run.warnings = 2;
    QCOMPARE(shortVerdict(run), QStringLiteral("held, answers only, 2 warnings"));
    run.answersOnly = false;
    QCOMPARE(shortVerdict(run), QStringLiteral("held, 2 warnings"));
}

void TestArchive::findsByTheFirstDigits()
{
    const auto archive = open();
    QVERIFY(!archive->idOf(QStringLiteral("last")).ok());
    for (const int number : {0x12, 0x13}) {
        QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
    }
    QCOMPARE(archive->idOf(QStringLiteral("last")).value(), idOf(0x13));
    QCOMPARE(archive->idOf(idOf(0x12)).value(), idOf(0x12));
    QCOMPARE(archive->idOf(idOf(0x12).toUpper()).value(), idOf(0x12));
    QVERIFY(archive->idOf(QStringLiteral("ab0"))
                .error()
                .contains(QStringLiteral("the beginning of several runs")));
    QCOMPARE(archive->idOf(QStringLiteral("%")).error(),
             QStringLiteral("There is no run % in the archive."));
    QVERIFY(!archive->idOf(QStringLiteral("c")).ok());
}

void TestArchive::remembersWhatPeopleSay()
{
    const auto archive = open();
    QVERIFY(archive->keep(smallRecord(idOf(1))).ok());
    QVERIFY(archive->keep(smallRecord(idOf(2))).ok());
    QVERIFY(archive->setName(idOf(1), QStringLiteral("  Before the fix 🎟 ")).ok());
    QVERIFY(archive->setNote(idOf(1), QStringLiteral("two\nlines")).ok());
    QVERIFY(archive->setBaseline(idOf(1)).ok());
    RunSummary run = open()->list().value().constLast();
    QCOMPARE(run.title(), QStringLiteral("Before the fix 🎟"));
    QCOMPARE(run.note, QStringLiteral("two\nlines"));
    QVERIFY(run.baseline);
    QVERIFY(archive->setBaseline(idOf(2)).ok()); // there is one at most
    QVERIFY(archive->setName(idOf(1), QString()).ok());
    QVERIFY(archive->setNote(idOf(1), QString()).ok());
    run = open()->list().value().constLast();
    QCOMPARE(run.title(), QStringLiteral("hundred-users"));
    QVERIFY(!run.baseline);
    QVERIFY(archive->setBaseline({}).ok());
    QVERIFY(!open()->list().value().constFirst().baseline);
}

void TestArchive::laterVerdictsStandBesideTheFirst()
{
    RunRecord record = smallRecord(idOf(1));
    record.verdict = RunVerdict::Inconclusive;
    QVERIFY(open()->keep(record).ok());
    QVERIFY(open()->keep(smallRecord(idOf(2))).ok());
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC);
    QVERIFY(open()
                ->judgeAgain(idOf(1), {at.addSecs(60), RunVerdict::Pass, 0,
                                       QStringLiteral("200 of 200 went.")})
                .ok());
    QVERIFY(open()
                ->judgeAgain(idOf(1), {at, RunVerdict::Violation, 2, QStringLiteral("2 too many.")})
                .ok());
    const RunSummary run = open()->list().value().constLast();
    QVERIFY(run.verdict == RunVerdict::Inconclusive);
    QVERIFY(run.newestVerdict() == RunVerdict::Pass);
    QCOMPARE(shortVerdict(run), QStringLiteral("held; at the run: not decided"));
    QCOMPARE(shortVerdict(open()->list().value().constFirst()), QStringLiteral("held"));
    const RunRecord read = open()->read(idOf(1), Archive::History::Leave).value();
    QVERIFY(read.verdict == RunVerdict::Inconclusive);
    QCOMPARE(read.judgedAgain.size(), 2);
    QCOMPARE(read.judgedAgain.constFirst().at, at); // the oldest first
    QCOMPARE(read.judgedAgain.constFirst().findings, 2);
    QCOMPARE(read.judgedAgain.constLast().sentence, QStringLiteral("200 of 200 went."));
    const VerdictText said = verdictText(read);
    QCOMPARE(said.word, QStringLiteral("Held"));
    QVERIFY2(
        said.sentence.endsWith(QStringLiteral("200 of 200 went. At the run: Could not be decided; "
                                              "every other figure here is of the run.")),
        qPrintable(said.sentence));
    QVERIFY(!open()->read(idOf(2), Archive::History::Leave).value().judgedAgain.size());
}

void TestArchive::archiveWithoutLaterVerdictsGetsThem()
{
    QVERIFY(open()->keep(smallRecord(idOf(1))).ok());
    { // as an earlier version left it
        const auto file = SqlFile::open(path());
        QVERIFY(file.ok());
        QVERIFY(file.value()->runAll({QStringLiteral("DROP TABLE later_verdicts")}).ok());
    }
    QCOMPARE(idsListed(), QStringList({idOf(1)}));
    QVERIFY(open()
                ->judgeAgain(idOf(1), {QDateTime::currentDateTimeUtc(), RunVerdict::Pass, 0, {}})
                .ok());
    QCOMPARE(open()->list().value().constFirst().judgedAgain.size(), 1);
}

void TestArchive::deletedRunsCanBeHadBack()
{
    const auto archive = open();
    for (const int number : {1, 2, 3}) {
        QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
    }
    QVERIFY(archive->remove({idOf(1), idOf(3)}).ok());
    QCOMPARE(idsListed(), QStringList({idOf(2)}));
    QCOMPARE(archive->size().value().runs, 1);
    QVERIFY(!archive->idOf(idOf(1)).ok());
    QVERIFY(!archive->read(idOf(1), Archive::History::Leave).ok());
    QVERIFY(archive->restore({idOf(1)}).ok());
    QCOMPARE(idsListed(), QStringList({idOf(2), idOf(1)}));
    QVERIFY(archive->forgetRemoved().ok());
    QVERIFY(archive->restore({idOf(3)}).ok()); // gone for good
    QCOMPARE(idsListed(), QStringList({idOf(2), idOf(1)}));
}

void TestArchive::whatAnotherProgramRemovedIsItsOwn()
{
    const auto archive = open();
    for (const int number : {1, 2, 3, 4}) {
        QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
    }
    QVERIFY(archive->remove({idOf(1), idOf(2), idOf(3)}).ok());
    {
        const auto removedBy = [file = SqlFile::open(path())](int number, qint64 process) {
            return file.value()
                ->run(QStringLiteral("UPDATE removals SET process = ? WHERE run = (SELECT number "
                                     "FROM runs WHERE id = ?)"),
                      {process, idOf(number)})
                .ok();
        };
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 ended = gone.processId();
        QVERIFY(gone.waitForFinished());
        QVERIFY(removedBy(1, 1)); // runs as long as the machine
        QVERIFY(removedBy(2, ended));
    }
    QVERIFY(archive->forgetRemoved().ok());
    QVERIFY(archive->restore({idOf(1), idOf(2), idOf(3)}).ok());
    QCOMPARE(idsListed(), QStringList({idOf(4), idOf(1)}));
}

void TestArchive::removedRunsPushNoOthersOut()
{
    qint64 bytes = 0;
    {
        const auto archive = open();
        for (const int number : {1, 2, 3}) {
            QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
        }
        QVERIFY(archive->remove({idOf(2), idOf(3)}).ok());
        bytes = archive->size().value().bytes;
    }
    const auto archive = open(3 * bytes); // one more has room
    QCOMPARE(archive->keep(smallRecord(idOf(4))).value(), 0);
    QVERIFY(archive->restore({idOf(2), idOf(3)}).ok());
    QCOMPARE(idsListed().size(), 4);
}

void TestArchive::strategyIsListed()
{
    const auto archive = open();
    for (const StrategyKind strategy : kAllStrategies) {
        RunRecord record = smallRecord(idOf(static_cast<int>(strategy) + 1));
        record.scenario.service.strategy = strategy;
        record.scenario.service.layers.uniqueKey = strategy != StrategyKind::Pessimistic;
        QVERIFY(archive->keep(record).ok());
    }
    RunRecord foreign = smallRecord(idOf(99));
    foreign.scenario.target.kind = TargetKind::Http;
    QVERIFY(archive->keep(foreign).ok());
    const auto runs = archive->list();
    for (const RunSummary &run : runs.value()) {
        if (run.id == foreign.id) {
            QVERIFY(!run.strategy && !run.layers);
            continue;
        }
        QVERIFY(run.strategy.has_value());
        QCOMPARE(run.id, idOf(static_cast<int>(*run.strategy) + 1));
        QCOMPARE(protectionMarks(run), *run.strategy == StrategyKind::Pessimistic
                                           ? QStringLiteral("▣▣▢")
                                           : QStringLiteral("–"));
    }
}

void TestArchive::oldestGoBeyondTheLimit()
{
    QVERIFY(open()->keep(smallRecord(idOf(1))).ok());
    const std::int64_t one = open()->list().value().constFirst().bytes;
    const auto archive = open(one * 4 + one / 2);
    for (const int number : {2, 3, 4}) {
        QCOMPARE(archive->keep(smallRecord(idOf(number))).value(), 0);
    }
    QVERIFY(archive->setName(idOf(1), QStringLiteral("kept")).ok());
    QVERIFY(archive->setBaseline(idOf(3)).ok());
    QCOMPARE(archive->keep(smallRecord(idOf(5))).value(), 1);
    QCOMPARE(idsListed(), QStringList({idOf(5), idOf(4), idOf(3), idOf(1)}));
    QVERIFY(archive->setNote(idOf(4), QStringLiteral("look at this")).ok());
    QVERIFY(archive->setNote(idOf(5), QStringLiteral("and this")).ok());
    QCOMPARE(archive->keep(smallRecord(idOf(6))).value(), 0);
    QCOMPARE(archive->notices().size(), 1);
    QVERIFY(archive->notices().constFirst().kind == ArchiveNotice::Kind::Full);
    QCOMPARE(idsListed().size(), 5);
}

void TestArchive::newerFileIsLeftAlone()
{
    QVERIFY(open()->keep(smallRecord(idOf(1))).ok());
    {
        const auto file = SqlFile::open(path());
        QVERIFY(file.value()->run(QStringLiteral("PRAGMA user_version = 2")).ok());
        QVERIFY(file.value()->run(QStringLiteral("UPDATE program SET version = '7.1'")).ok());
    }
    QFile before(path());
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray content = before.readAll();
    const auto archive = open();
    const QString fresh = m_folder->filePath(QStringLiteral("runs-1.sqlite"));
    QCOMPARE(archive->notices().size(), 1);
    QCOMPARE(archive->notices().constFirst().sentence,
             QStringLiteral("This archive was written by version 7.1. It is left as it is; a new "
                            "one is used: %1.")
                 .arg(fresh));
    QVERIFY(archive->keep(smallRecord(idOf(2))).ok());
    QCOMPARE(archive->path(), fresh);
    QCOMPARE(idsListed(), QStringList({idOf(2)}));
    before.seek(0);
    QCOMPARE(before.readAll(), content);
}

void TestArchive::damagedFileIsSetAside()
{
    constexpr int kRuns = 40;
    {
        const auto archive = open();
        for (int number = 1; number <= kRuns; ++number) {
            QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
        }
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 kPage = 4096;
    for (const qint64 page : {3, 4, 5, 20}) { // the first of the tables, and some of a record
        QVERIFY(file.seek(page * kPage));
        QCOMPARE(file.write(QByteArray(kPage, '\x5A')), kPage);
    }
    file.close();
    const auto archive = open();
    const auto runs = archive->list();
    QVERIFY2(runs.ok(), runs.ok() ? "" : qPrintable(runs.error()));
    QCOMPARE(archive->notices().size(), 1);
    const ArchiveNotice notice = archive->notices().constFirst();
    QVERIFY(notice.kind == ArchiveNotice::Kind::Damaged);
    QVERIFY2(notice.sentence.startsWith(QStringLiteral("The archive could not be read (")),
             qPrintable(notice.sentence));
    QVERIFY(notice.sentence.contains(
        QStringLiteral("%1 runs could be saved.").arg(runs.value().size())));
    const QStringList aside =
        QDir(m_folder->path()).entryList({QStringLiteral("runs-damaged-*.sqlite")});
    QCOMPARE(aside.size(), 1);
    for (const RunSummary &run : runs.value()) {
        QVERIFY(archive->read(run.id, Archive::History::Read).ok());
    }
    QVERIFY(archive->keep(smallRecord(idOf(99))).ok());
    QVERIFY(open()->notices().isEmpty());
}

void TestArchive::fileThatIsNoArchiveIsSetAside()
{
    const QByteArray words =
        QByteArray("These are not the runs you are looking for. ").repeated(99);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(words) == words.size());
    file.close();
    const auto archive = open();
    QVERIFY(archive->notices().constFirst().sentence.endsWith(
        QStringLiteral("0 runs could be saved.")));
    QVERIFY(archive->keep(smallRecord(idOf(1))).ok());
    const QStringList aside =
        QDir(m_folder->path()).entryList({QStringLiteral("runs-damaged-*.sqlite")});
    QFile kept(m_folder->filePath(aside.value(0)));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), words);
}

void TestArchive::pipeInItsPlaceIsRefused()
{
    QCOMPARE(::mkfifo(qPrintable(path()), 0600), 0);
    const auto archive = Archive::open({m_folder->path()});
    QVERIFY(!archive.ok());
    QVERIFY2(archive.error().contains(QStringLiteral("no ordinary file")),
             qPrintable(archive.error()));
    QVERIFY(QFileInfo::exists(path()));
}

void TestArchive::damagedNamesOfColumnsAreRescued()
{
    {
        const auto archive = open();
        for (int number = 1; number <= 3; ++number) {
            QVERIFY(archive->keep(smallRecord(idOf(number))).ok());
        }
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QCOMPARE(bytes
                 .replace("started_ms INTEGER NOT NULL, scenario TEXT NOT NULL, name",
                          "startxd_ms INTEGER NOT NULL, scenario TEXT NOT NULL, name")
                 .count("startxd_ms"),
             1);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const auto archive = open();
    const auto runs = archive->list();
    QVERIFY2(runs.ok(), runs.ok() ? "" : qPrintable(runs.error()));
    QCOMPARE(runs.value().size(), 3);
    QVERIFY(archive->notices().constFirst().kind == ArchiveNotice::Kind::Damaged);
    for (const RunSummary &run : runs.value()) {
        QVERIFY(archive->read(run.id, Archive::History::Read).ok());
    }
}

void TestArchive::archiveThatTakesNoChangeIsRead()
{
    QVERIFY(open()->keep(smallRecord(idOf(1))).ok());
    const auto before = QFile::permissions(m_folder->path());
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner |
                                                        QFile::ReadGroup | QFile::ExeGroup |
                                                        QFile::ReadOther | QFile::ExeOther));
    // Whoever may do everything is another account meanwhile.
    constexpr uid_t kNobody = 65534;
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) {
        ::setfsuid(kNobody);
    }
    {
        const auto archive = open();
        const auto runs = archive->list();
        const bool kept = archive->keep(smallRecord(idOf(2))).ok();
        const auto record = archive->read(idOf(1), Archive::History::Read);
        const auto notices = archive->notices();
        if (isRoot) {
            ::setfsuid(0);
        }
        QVERIFY2(runs.ok(), runs.ok() ? "" : qPrintable(runs.error()));
        QCOMPARE(runs.value().size(), 1);
        QVERIFY(record.ok());
        QVERIFY(!kept);
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.constFirst().kind == ArchiveNotice::Kind::ReadOnly);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), before));
}

void TestArchive::killDuringAWriteLosesThatRunOnly()
{
    constexpr int kOperations = 200'000;
    constexpr int kAttempts = 10;
    open();
    bool wasCutOff = false;
    for (int attempt = 0; attempt < kAttempts && !wasCutOff; ++attempt) {
        QProcess writer;
        startWriter(writer, attempt * 100, 100, kOperations);
        QVERIFY(writer.waitForStarted());
        { // as soon as it says that it writes its second run
            const auto file = SqlFile::open(path());
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return file.value()
                               ->number(
                                   QStringLiteral("SELECT COUNT(*) FROM writing WHERE id <> ?"),
                                   {idOf(attempt * 100)})
                               .value() > 0;
                },
                30'000));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const auto kept = writer.readAllStandardOutput().split('\n');
        const auto archive = open();
        for (const auto &notice : archive->notices()) {
            QVERIFY(notice.kind == ArchiveNotice::Kind::CutOff);
            QVERIFY(notice.sentence.contains(QStringLiteral("was not kept")));
            wasCutOff = true;
        }
        for (const QByteArray &id : kept) {
            if (!id.isEmpty()) {
                const auto run = archive->read(QString::fromLatin1(id), Archive::History::Read);
                QVERIFY2(run.ok(), id.constData());
                QCOMPARE(run.value().history->size(), std::size_t{kOperations});
            }
        }
        QVERIFY(open()->notices().isEmpty()); // told once
    }
    QVERIFY(wasCutOff);
}

void TestArchive::twoProgramsWriteAtOnce()
{
    constexpr int kEach = 20;
    QProcess writers[2];
    for (int i = 0; i < 2; ++i) {
        startWriter(writers[i], i * 100, kEach, 2'000);
    }
    for (QProcess &writer : writers) {
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitCode(), 0);
    }
    QCOMPARE(idsListed().size(), 2 * kEach);
    QVERIFY(open()->notices().isEmpty());
}

void TestArchive::workerCarriesOrders()
{
    ArchiveWorker worker({m_folder->path()});
    QList<RunSummary> listed;
    std::shared_ptr<const RunRecord> opened;
    QString failure;
    int lists = 0;
    connect(&worker, &ArchiveWorker::listed, this, [&](const auto &runs) {
        listed = runs;
        ++lists;
    });
    connect(&worker, &ArchiveWorker::opened, this, [&](const auto &record) { opened = record; });
    connect(&worker, &ArchiveWorker::failed, this, [&](const auto &words) { failure = words; });
    QVERIFY(open()->keep(smallRecord(idOf(1))).ok());
    worker.refresh();
    QTRY_COMPARE(listed.size(), 1);
    worker.open(idOf(1));
    QTRY_VERIFY(opened != nullptr);
    QCOMPARE(differences(*opened, smallRecord(idOf(1))), QStringList());
    worker.open(idOf(2));
    QTRY_COMPARE(failure, QStringLiteral("There is no run %1 in the archive.").arg(idOf(2)));
    lists = 0;
    worker.setName(idOf(1), QStringLiteral("x"));
    worker.remove({idOf(1)});
    worker.restore({idOf(1)});
    QTRY_COMPARE(lists, 3);
    QCOMPARE(listed.constFirst().name, QStringLiteral("x"));
}

namespace {

/// The second program: keeps `count` runs and prints the id of each that was kept.
int writeRuns(const QStringList &words)
{
    const int first = words[3].toInt();
    for (int number = first; number < first + words[4].toInt(); ++number) {
        RunRecord record = fullRecord(words[5].toUInt());
        record.id = idOf(number);
        auto archive = Archive::open({words[2]});
        if (!archive || !archive.value()->keep(record)) {
            return 1;
        }
        std::cout << qPrintable(record.id) << std::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--write")) {
        return writeRuns(words);
    }
    TestArchive test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_archive.moc"
