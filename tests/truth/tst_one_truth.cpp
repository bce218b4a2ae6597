// SPDX-License-Identifier: MIT
// Proves that a run is told as one truth: for a run of every kind, everything that window, reports
// and files say of it is read, figures that are told in several places are held against each other
// and against what the test counts by itself, and no sentence says what is not so.

#include "archive/archive.h"
#include "said_figures.h"
#include "test_program.h"
#include "text/language.h"
#include "told_texts.h"
#include "twelve_runs.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"

#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace tst_one_truth {

using namespace stampede;
using namespace stampede::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kBoundMs = 60'000;

/// What a window says that shows the run as the archive gives it back.
QList<Told> toldByWindowOf(const TrueRun &run)
{
    const RunRecord &record = run.record;
    const QTemporaryDir folder;
    QList<Told> all;
    const auto archive = Archive::open({folder.path()});
    if (!archive || !archive.value()->keep(record)) {
        qFatal("the run cannot be kept");
    }
    auto kept = archive.value()->read(record.id, Archive::History::Read);
    if (!kept) {
        qFatal("%s", qPrintable(kept.error()));
    }
    const auto nowhere = parseDatabaseUrl(u"mysql://root@/nothing?socket=/nowhere/m.sock"_s);
    Session session(std::make_shared<DatabaseHost>(nowhere.value(), QStringList()));
    session.setArchive({folder.path()});
    QStringList faults;
    if (!session.load(run.files->filePath(u"s.json"_s), &faults)) {
        qFatal("%s", qPrintable(faults.join(u'\n')));
    }
    MainWindow window(session);
    window.resize(1600, 1000);
    window.show();
    session.open(std::make_shared<const RunRecord>(std::move(kept).value()));
    const auto *runs = window.findChild<QTableView *>(u"runs"_s);
    if (runs == nullptr ||
        !QTest::qWaitFor([runs] { return runs->model()->rowCount() == 1; }, kBoundMs)) {
        qFatal("the run is not in the list");
    }
    return toldByWindow(window);
}

/// For who writes a new pattern: everything that was told, where a folder is named.
void keepTexts(const QString &name, const QList<Told> &all)
{
    const QString folder = qEnvironmentVariable("STAMPEDE_KEEP_TEXTS");
    QFile out(folder + u'/' + name + u".txt"_s);
    if (folder.isEmpty() || !out.open(QIODevice::WriteOnly)) {
        return;
    }
    for (const Told &told : all) {
        out.write((told.place + u" ["_s + told.where + u"] "_s + told.text + u'\n').toUtf8());
    }
}

/// A line each: QtTest cuts a long message off.
void report(const QStringList &wrong)
{
    for (const QString &line : wrong) {
        qInfo("%s", qPrintable(line));
    }
}

/// The figures that a walk through that place must at least have found. Blank runs could pass.
void everyPlaceIsRead(const QList<Said> &said)
{
    const std::pair<const char *, int> least[] = {{"html", 20},  {"markdown", 20}, {"pdf", 15},
                                                  {"json", 20},  {"junit", 2},     {"summary", 8},
                                                  {"window", 25}};
    for (const auto &[place, count] : least) {
        const auto found = std::count_if(said.begin(), said.end(), [place = place](const auto &s) {
            return s.from.place == QLatin1String(place);
        });
        QVERIFY2(found >= count,
                 qPrintable(u"%1 figures in %2"_s.arg(found).arg(QLatin1String(place))));
    }
}

/// That a figure which is one off in one place is noticed, whichever place it is.
void noFigureCanChange(const QList<Told> &all, const Truth &truth)
{
    QSet<QString> tried;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Told &told = all[i];
        const QList<Said> said = figuresIn({told});
        const auto known = std::find_if(said.begin(), said.end(), [&truth](const Said &each) {
            return truth.figures.contains(each.name);
        });
        if (known == said.end() || tried.contains(told.place)) {
            continue;
        }
        tried.insert(told.place);
        Told changed = told;
        changed.text.replace(known->at, known->value.size(),
                             QString::number(truth.figures[known->name] + 1));
        QVERIFY2(!contradictions(figuresIn({changed}), truth).isEmpty(), qPrintable(changed.text));
    }
    QCOMPARE(tried.size(), 7);
}

} // namespace

class TestOneTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void run_data();
    void run();
};

void TestOneTruth::initTestCase()
{
    applyLanguage(Language::English);
    const auto ready = Archive::prepareDriver();
    QVERIFY2(ready.ok(), ready.ok() ? "" : qPrintable(ready.error()));
}

void TestOneTruth::run_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t i = 0; i < runKinds().size(); ++i) {
        QTest::newRow(runKinds()[i].name) << static_cast<int>(i);
    }
}

void TestOneTruth::run()
{
    QFETCH(const int, kind);
    const TrueRun run = runKinds()[static_cast<std::size_t>(kind)].make();
    const QList<Told> all = toldByFiles(run.record) + toldByWindowOf(run);
    keepTexts(QString::fromUtf8(QTest::currentDataTag()), all);
    const QList<Said> said = figuresIn(all);
    QStringList wrong =
        contradictions(said, run.truth) + wrongWords(all, run.truth) + untruths(all, run.truth);
    wrong.removeDuplicates();
    report(wrong);
    QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 contradictions, see above"_s.arg(wrong.size())));
    everyPlaceIsRead(said);
    noFigureCanChange(all, run.truth);
}

} // namespace tst_one_truth

STAMPEDE_TEST(tst_one_truth::TestOneTruth)
#include "tst_one_truth.moc"
