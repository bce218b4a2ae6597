// SPDX-License-Identifier: MIT
// Lets every write, rename and sync of archive, journal and outputs fail once (--count N of all of
// them, --seed S; ENOSPC and EIO in turn) and holds what is left behind against what must be there:
// the program says so, or nothing is missing; the run kept before is whole; each file that an
// earlier run wrote is still the old one or the new one, never a part. Prints one line a failure.

#include "files/report_mark.h"
#include "support/test_database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cerrno>
#include <set>
#include <utility>

using namespace stampede;

namespace {

constexpr int kPatienceMs = 120'000;

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended cli(const QStringList &words, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QHash<QString, QByteArray> filesIn(const QString &folder)
{
    QHash<QString, QByteArray> files;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            files.insert(name, file.readAll());
        }
    }
    return files;
}

/// Whether the bytes end as the form does.
bool isWhole(const QString &name, const QByteArray &bytes)
{
    if (name.endsWith(QLatin1String(".json"))) {
        return QJsonDocument::fromJson(bytes).isObject();
    }
    const QList<std::pair<QString, QByteArray>> ends = {
        {QStringLiteral(".html"), "</html>\n"},  {QStringLiteral(".xml"), "</testsuites>\n"},
        {QStringLiteral(".pdf"), "%%EOF\n"},     {QStringLiteral(".hgrm"), "spectrum/1]\n"},
        {QStringLiteral(".txt"), "summary/1\n"},
    };
    for (const auto &[suffix, end] : ends) {
        if (name.endsWith(suffix)) {
            return bytes.endsWith(end);
        }
    }
    return bytes.endsWith('\n');
}

/// What is done while one call of it fails. Together they write every kind of file there is.
struct Work
{
    QStringList words;
    bool keepsRun = true; ///< one more is in the archive afterwards
};

class Disks
{
public:
    explicit Disks(const QString &folder)
        : m_folder(folder)
        , m_plain(QProcessEnvironment::systemEnvironment())
    {
        const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
        m_database = QStringLiteral("mysql://%1@/%2?socket=%3")
                         .arg(settings.user, settings.database, settings.socket);
        m_plain.insert(QStringLiteral("STAMPEDE_DATA_DIR"), m_folder + QStringLiteral("/data"));
        m_plain.insert(QStringLiteral("STAMPEDE_DB_PASSWORD"), settings.password);
        m_plain.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    [[nodiscard]] QList<Work> works() const
    {
        const auto words = [](const char *line) {
            return QString::fromLatin1(line).split(QLatin1Char(' '));
        };
        const QStringList database = {QStringLiteral("--database"), m_database};
        const QStringList folder = {QStringLiteral("--out"), out()};
        return {{words("run last-coupon") + database + folder},
                {words("run hundred-users --rounds 2 --vus 10 --iterations 300 --pseudonyms") +
                 database + folder},
                {words("report last") + folder, false}};
    }

    /// The call of that number fails.
    Ended run(const Work &work, long failing, int error)
    {
        if (!work.keepsRun) { // the same bytes again would not tell what was written
            QDir(out()).removeRecursively();
        }
        QFile::remove(report());
        QProcessEnvironment environment = m_plain;
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAILING_FILES));
        environment.insert(QStringLiteral("STAMPEDE_FAIL_PROGRAM"), QStringLiteral("stampede-cli"));
        environment.insert(QStringLiteral("STAMPEDE_FAIL_BELOW"),
                           m_folder + QStringLiteral("/data:") + out());
        environment.insert(QStringLiteral("STAMPEDE_FAIL_AT"), QString::number(failing));
        environment.insert(QStringLiteral("STAMPEDE_FAIL_ERRNO"), QString::number(error));
        environment.insert(QStringLiteral("STAMPEDE_FAIL_REPORT"), report());
        return cli(work.words + QStringList{QStringLiteral("--language"), QStringLiteral("en")},
                   environment);
    }

    /// As many files as are in the folder now are what every work leaves there.
    void countFiles() { m_files = filesIn(out()).size(); }

    /// The line of the report that begins with that word, without it.
    [[nodiscard]] QString told(const QString &word) const
    {
        QFile file(report());
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd()) {
                const QString line = QString::fromUtf8(file.readLine()).trimmed();
                if (line.startsWith(word)) {
                    return line.mid(word.size() + 1);
                }
            }
        }
        return {};
    }

    [[nodiscard]] std::set<QString> kept(QString *fault) const
    {
        const Ended ended = cli({QStringLiteral("runs"), QStringLiteral("--json")}, m_plain);
        std::set<QString> ids;
        const QJsonArray runs =
            QJsonDocument::fromJson(ended.out).object()[QLatin1String("runs")].toArray();
        for (const QJsonValue &run : runs) {
            ids.insert(run[QLatin1String("id")].toString());
        }
        if (ended.code != 0) {
            *fault = QStringLiteral("runs: code %1, %2")
                         .arg(QString::number(ended.code), QString::fromUtf8(ended.err));
        }
        return ids;
    }

    /// Empty, or what is wrong.
    QString fail(const Work &work, long point, int error)
    {
        QString fault;
        const std::set<QString> keptBefore = kept(&fault);
        const QHash<QString, QByteArray> before =
            work.keepsRun ? filesIn(out()) : QHash<QString, QByteArray>();
        const Ended ended = run(work, point, error);
        const std::set<QString> keptAfter = kept(&fault);
        const QHash<QString, QByteArray> after = filesIn(out());
        if (!fault.isEmpty()) {
            return fault;
        }
        if (!std::includes(keptAfter.begin(), keptAfter.end(), keptBefore.begin(),
                           keptBefore.end())) {
            return QStringLiteral("a run kept before is gone");
        }
        for (auto file = after.begin(); file != after.end(); ++file) {
            if (!before.contains(file.key()) && !isWhole(file.key(), file.value())) {
                return file.key() + QStringLiteral(" is there in part");
            }
        }
        bool allNew = after.size() == m_files &&
                      keptAfter.size() == keptBefore.size() + (work.keepsRun ? 1 : 0);
        for (auto file = before.begin(); file != before.end(); ++file) {
            const bool isOld = after.value(file.key()) == file.value();
            if (!isOld && !isWhole(file.key(), after.value(file.key()))) {
                return file.key() + QStringLiteral(" is neither the old one nor a whole new one");
            }
            allNew = allNew && (!isOld || file.key() == QLatin1String("latency.hgrm"));
        }
        const bool said = ended.code == 1 || ended.err.contains("cannot be") ||
                          ended.err.contains("not kept") || ended.err.contains("only be read") ||
                          ended.err.contains("No space") || ended.err.contains("I/O error");
        if (ended.code != 0 && ended.code != 1 && ended.code != 2) {
            return QStringLiteral("code %1: %2")
                .arg(QString::number(ended.code), QString::fromUtf8(ended.err));
        }
        return said || ended.code == 2 || allNew
                   ? QString()
                   : QStringLiteral("something is missing, and nothing says so: ") +
                         QString::fromUtf8(ended.err);
    }

private:
    [[nodiscard]] QString out() const { return m_folder + QStringLiteral("/out"); }
    [[nodiscard]] QString report() const { return m_folder + QStringLiteral("/report"); }

    QString m_folder;
    QString m_database;
    QProcessEnvironment m_plain;
    qsizetype m_files = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption count(QStringLiteral("count"), QString(), QStringLiteral("N"),
                                   QStringLiteral("10"));
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("S"),
                                  QStringLiteral("1"));
    parser.addOptions({count, seed});
    parser.process(application);
    QTextStream out(stdout);
    const QTemporaryDir folder;
    Disks disks(QDir(folder.path()).canonicalPath());
    const QList<Work> works = disks.works();
    std::vector<std::pair<qsizetype, int>> points; ///< the work and the number of its call
    for (qsizetype work = 0; work < works.size(); ++work) {
        for (int i = 0; i < 2; ++i) { // the second is as those that follow
            if (const Ended whole = disks.run(works[work], 0, 0); whole.code != 0) {
                out << "without a failure: code " << whole.code << ' ' << whole.err << Qt::endl;
                return 1;
            }
        }
        for (int point = 1; point <= disks.told(QStringLiteral("TOTAL")).toInt(); ++point) {
            points.emplace_back(work, point);
        }
    }
    disks.countFiles();
    const std::size_t total = points.size();
    QRandomGenerator random(parser.value(seed).toUInt());
    std::shuffle(points.begin(), points.end(), random);
    points.resize(std::min(total, static_cast<std::size_t>(parser.value(count).toInt())));
    int wrong = 0;
    int reached = 0; ///< threads make a few calls more or less
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [work, point] = points[i];
        const QString fault = disks.fail(works[work], point, i % 2 == 0 ? ENOSPC : EIO);
        const QString failed = disks.told(QStringLiteral("FAILED"));
        wrong += fault.isEmpty() ? 0 : 1;
        reached += failed.isEmpty() ? 0 : 1;
        out << (i % 2 == 0 ? "ENOSPC " : "EIO ")
            << works[work].words.mid(0, 2).join(QLatin1Char(' ')) << ": "
            << (failed.isEmpty() ? QStringLiteral("not reached") : failed)
            << (fault.isEmpty() ? QString() : QStringLiteral(" — WRONG: ") + fault) << Qt::endl;
    }
    out << reached << " of " << total << " points, " << wrong << " wrong" << Qt::endl;
    return wrong == 0 && reached > 0 ? 0 : 1;
}
