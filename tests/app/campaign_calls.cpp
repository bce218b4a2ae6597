// SPDX-License-Identifier: MIT
// Calls the program with mutated words (--count N, --seed S): commands and options that belong
// together and that do not, values that are right, wrong, empty, endless, of other kinds. It knows
// no exit codes but the contract's, no end by a signal, no call that does not come back, and no
// file of others, no scenario and no archive that is not as it was. Prints one line a call that is
// wrong, and the calls of one exit code with --all.

#include "support/test_database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <array>

#include <sys/stat.h>

using namespace stampede;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr std::array kCodes = {0, 1, 2, 95, 96, 97, 98, 99, 104, 105};
constexpr auto kScenario = R"({"schema":"stampede.scenario/1","name":"a\u202eb",
  "users":{"count":2,"pick":"each-once"},"coupon":{"stock":1},
  "load":{"model":"burst","vus":2},"service":{"strategy":"pessimistic"}})";
constexpr auto kHttp = R"({"schema":"stampede.scenario/1","name":"closed","coupon":{"stock":1},
  "users":{"count":2,"pick":"each-once"},"load":{"model":"burst","vus":2,"timeout":"200ms"},
  "target":{"kind":"http","url":"http://127.0.0.1:9/{couponId}","method":"POST","classify":[]}})";
constexpr auto kHistory =
    R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":[]}
{"op":"issue","user":7,"invoked_ns":1,"returned_ns":2,"outcome":"issued"}
{"op":"final","remaining":0,"rows":[7]}
)";

class Calls
{
public:
    Calls(const QString &folder, quint32 seed)
        : m_folder(folder)
        , m_random(seed)
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
        const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
        m_database = QStringLiteral("mysql://%1@/%2?socket=%3")
                         .arg(settings.user, settings.database, settings.socket);
        m_environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"), at("data"));
        m_environment.insert(QStringLiteral("STAMPEDE_DB_PASSWORD"), settings.password);
        for (const auto &[name, content] :
             {std::pair("s.json", kScenario), std::pair("http.json", kHttp),
              std::pair("h.jsonl", kHistory), std::pair("notes.txt", "somebody's notes\n"),
              std::pair("people.csv", "userId\n1\n2\n"), std::pair("pw.txt", "hunter2\n")}) {
            put(QString::fromLatin1(name), content);
        }
        STAMPEDE_CHECK(QDir().mkpath(at("dir with space")));
        STAMPEDE_CHECK(::mkfifo(qPrintable(at("pipe")), S_IRUSR | S_IWUSR) == 0);
        STAMPEDE_CHECK(QFile::link(at("s.json"), at("link.json")));
        const QStringList first = {QStringLiteral("run"), at("s.json"),
                                   QStringLiteral("--database"), m_database};
        STAMPEDE_CHECK(call(first).code == 0);
        m_kept = call({QStringLiteral("runs"), QStringLiteral("--json")}).out.count("\"verdict\"");
        STAMPEDE_CHECK(m_kept == 1);
    }

    struct Ended
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
        QString fault;
    };

    /// One call of random words. The fault is empty where all of it is well.
    Ended next(QStringList *words)
    {
        *words = randomWords();
        Ended ended = call(*words);
        if (ended.fault.isEmpty() &&
            std::find(kCodes.begin(), kCodes.end(), ended.code) == kCodes.end()) {
            ended.fault = QStringLiteral("exit code %1").arg(ended.code);
        }
        if (ended.fault.isEmpty() && ended.code != 0 && ended.err.isEmpty() &&
            ended.out.isEmpty()) {
            ended.fault = QStringLiteral("code %1 and not a word").arg(ended.code);
        }
        if (ended.fault.isEmpty() && ended.code == 1 && !ended.err.contains("cannot be") &&
            !ended.err.contains("No space")) {
            ended.fault = QStringLiteral("an internal error");
        }
        if (ended.err.contains("hunter2") || ended.out.contains("hunter2")) {
            ended.fault = QStringLiteral("somebody's password is shown");
        }
        for (auto file = m_files.begin(); ended.fault.isEmpty() && file != m_files.end(); ++file) {
            QFile now(at(qPrintable(file.key())));
            if (!words->contains(QStringLiteral("--force")) &&
                (!now.open(QIODevice::ReadOnly) || now.readAll() != file.value())) {
                ended.fault = file.key() + QStringLiteral(" is not as it was");
            }
        }
        restoreFiles();
        if (ended.fault.isEmpty()) {
            const Ended listed = call({QStringLiteral("runs"), QStringLiteral("--json")});
            const auto kept = listed.out.count("\"verdict\"");
            if (listed.code != 0 || kept < m_kept) {
                ended.fault = QStringLiteral("the archive lost runs");
            }
            m_kept = kept;
        }
        return ended;
    }

private:
    [[nodiscard]] QString at(const char *name) const
    {
        return m_folder + QLatin1Char('/') + QString::fromUtf8(name);
    }

    void put(const QString &name, const QByteArray &content)
    {
        m_files.insert(name, content);
        QFile file(m_folder + QLatin1Char('/') + name);
        STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
        STAMPEDE_CHECK(file.write(content) == content.size());
    }

    void restoreFiles()
    {
        const QHash<QString, QByteArray> files = m_files;
        for (auto file = files.begin(); file != files.end(); ++file) {
            put(file.key(), file.value());
        }
    }

    Ended call(const QStringList &words)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(STAMPEDE_CLI), words);
        if (!process.waitForFinished(kPatienceMs)) {
            process.kill();
            process.waitForFinished();
            return {-1, {}, {}, QStringLiteral("does not come back")};
        }
        Ended ended{process.exitCode(),
                    process.readAllStandardOutput(),
                    process.readAllStandardError(),
                    {}};
        if (process.exitStatus() != QProcess::NormalExit) {
            ended.fault = QStringLiteral("ended by signal %1").arg(process.exitCode());
        }
        return ended;
    }

    template<std::size_t N>
    QString pick(const std::array<const char *, N> &words)
    {
        return QString::fromUtf8(words[m_random.bounded(static_cast<quint32>(N))]);
    }

    QString randomPath()
    {
        static constexpr std::array kPaths = {"out.json",
                                              "out.json",
                                              "out2.html",
                                              "new/deeper/x",
                                              "dir with space",
                                              "dir with space/r",
                                              "notes.txt",
                                              "s.json",
                                              "link.json",
                                              "h.jsonl",
                                              "people.csv",
                                              "pw.txt",
                                              "pipe",
                                              "data/runs.sqlite",
                                              "data/runs.sqlite-wal",
                                              "data/journals",
                                              "data",
                                              "/",
                                              "",
                                              ".",
                                              "..",
                                              "/dev/null",
                                              "/dev/full",
                                              "/dev/zero",
                                              "/dev/stdout",
                                              "/proc/self/mem",
                                              "/proc/version",
                                              "/nowhere/x",
                                              "out\nwith feed",
                                              "한국어.json",
                                              "-",
                                              "--json",
                                              "~"};
        constexpr quint32 kLongOnes = 20;
        constexpr int kLong = 300;
        return m_random.bounded(kLongOnes) == 0 ? QString(kLong, u'n') : pick(kPaths);
    }

    /// What the option is meant to get.
    QString rightValue(const QString &option)
    {
        static const QHash<QString, QStringList> kRight = {
            {QStringLiteral("--set"),
             {QStringLiteral("load.vus=2"), QStringLiteral("seed=7"),
              QStringLiteral("service.strategy=grouped")}},
            {QStringLiteral("--vus"), {QStringLiteral("2")}},
            {QStringLiteral("--rounds"), {QStringLiteral("2"), QStringLiteral("1")}},
            {QStringLiteral("--seed"), {QStringLiteral("5")}},
            {QStringLiteral("--over"), {QStringLiteral("seed=1,2")}},
            {QStringLiteral("--chapters"), {QStringLiteral("conclusion,audit")}},
            {QStringLiteral("--language"), {QStringLiteral("en"), QStringLiteral("ko")}},
            {QStringLiteral("--baseline"), {QStringLiteral("last")}},
            {QStringLiteral("--run"), {QStringLiteral("last"), QStringLiteral("h.jsonl")}},
            {QStringLiteral("--coupon"), {QStringLiteral("1")}},
            {QStringLiteral("--allow-host"), {QStringLiteral("nobody")}},
            {QStringLiteral("--out"),
             {QStringLiteral("reports"), QStringLiteral("dir with space")}},
            {QStringLiteral("--log"), {QStringLiteral("service.log"), QStringLiteral("/dev/null")}},
        };
        const auto right = kRight.constFind(option);
        if (right != kRight.constEnd()) {
            return (*right)[m_random.bounded(static_cast<int>(right->size()))];
        }
        return QStringLiteral("made") + option.mid(1);
    }

    QString wrongValue(const QString &option)
    {
        static constexpr std::array kSettings = {"load.vus=0",
                                                 "load.vus=99999999999999999999",
                                                 "coupon.stock=-1",
                                                 "users.path=people.csv",
                                                 "users.path=pw.txt",
                                                 "users.path=pipe",
                                                 "nothing=1",
                                                 "=",
                                                 "a",
                                                 "name=\xE2\x80\xAE",
                                                 "seed=1e999",
                                                 "target.kind=http"};
        static constexpr std::array kUrls = {"managed",
                                             "mysql://",
                                             "mysql://root@/x?socket=/nowhere",
                                             "mysql://a:b@127.0.0.1/x",
                                             "postgres://x",
                                             "",
                                             "%00",
                                             "mysql://root@127.0.0.1:1/x"};
        static constexpr std::array kOthers = {
            "1",          "0",  "-1",          "1e9",  "x",
            "",           "3s", "fr",          "last", "127.0.0.1:99999",
            "lst-coupon", "00", "load.vus=1,2"};
        if (option == QLatin1String("--set")) {
            return pick(kSettings);
        }
        if (option == QLatin1String("--database")) {
            return pick(kUrls);
        }
        return m_random.bounded(2U) == 0 ? pick(kOthers) : randomPath();
    }

    static QStringList list(const char *words)
    {
        return QString::fromLatin1(words).split(QLatin1Char(' '));
    }

    /// Options of the command, now and then of any.
    QString randomOption(const QString &command)
    {
        static const QStringList kForms =
            list("--json --html --pdf --markdown --out --force --quiet --language");
        static const QStringList kRuns = list("--set --vus --seed --no-color");
        static const QStringList kOthers = list("--profile --coupon --run --over --listen "
                                                "--duration --rate --iterations --allow-host "
                                                "--nonsense -x");
        static const QHash<QString, QStringList> kOf = {
            {QStringLiteral("run"),
             kForms + kRuns +
                 list("--junit --csv --history --log --baseline --rounds --chapters --pseudonyms")},
            {QStringLiteral("predict"), kRuns},
            {QStringLiteral("audit"), list("--json --coupon --run --quiet --profile")},
            {QStringLiteral("report"),
             kForms + list("--junit --csv --history --chapters --pseudonyms")},
            {QStringLiteral("compare"), kForms},
            {QStringLiteral("sweep"), kForms + kRuns},
            {QStringLiteral("runs"), list("--json --language")},
        };
        constexpr quint32 kMostlyFitting = 10;
        const QStringList fitting = kOf.value(command, {QStringLiteral("--no-color")});
        const QStringList &from = m_random.bounded(kMostlyFitting) != 0 ? fitting : kOthers;
        return from[m_random.bounded(static_cast<int>(from.size()))];
    }

    QStringList randomWords()
    {
        // `serve` goes on until it is told to end, and has tests of its own.
        static constexpr std::array kCommands = {
            "run",           "run",     "run",   "run",    "predict", "audit",
            "check-history", "presets", "runs",  "report", "report",  "compare",
            "verify",        "verify",  "sweep", "rn",     "--help",  ""};
        static const QHash<QString, QStringList> kSubjects = {
            {QStringLiteral("run"), list("last-coupon s.json http.json")},
            {QStringLiteral("sweep"), list("last-coupon s.json")},
            {QStringLiteral("predict"), list("last-coupon s.json http.json")},
            {QStringLiteral("check-history"), list("h.jsonl -")},
            {QStringLiteral("presets"), list("sold-out sld-out")},
            {QStringLiteral("report"), list("last h.jsonl")},
            {QStringLiteral("compare"), list("last")},
            {QStringLiteral("verify"), list("last h.jsonl")},
        };
        constexpr quint32 kMostly = 8;
        constexpr quint32 kMostOptions = 4;
        const QString command = pick(kCommands);
        QStringList words = {command};
        const QStringList subjects = kSubjects.value(command);
        if (m_random.bounded(kMostly) == 0) {
            words << randomPath();
        } else if (!subjects.isEmpty()) {
            words << subjects[m_random.bounded(static_cast<int>(subjects.size()))];
        }
        if (command == QLatin1String("compare")) {
            words << QStringLiteral("last");
        }
        if (command == QLatin1String("sweep")) {
            words << QStringLiteral("--over") << QStringLiteral("seed=1,2");
        }
        static const QStringList kWithDatabase = list("run audit sweep");
        if (kWithDatabase.contains(command)) {
            const QString option = QStringLiteral("--database");
            words << option << (m_random.bounded(kMostly) != 0 ? m_database : wrongValue(option));
        }
        const quint32 least = command == QLatin1String("report") ? 1 : 0;
        for (quint32 left = least + m_random.bounded(kMostOptions); left > 0; --left) {
            const QString option = randomOption(command);
            static const QStringList kFlags = list("--pseudonyms --quiet --no-color --force");
            words << option;
            if (!kFlags.contains(option) &&
                (command != QLatin1String("runs") || option != QLatin1String("--json"))) {
                words << (m_random.bounded(3U) != 0 ? rightValue(option) : wrongValue(option));
            }
        }
        return words;
    }

    QString m_folder;
    QRandomGenerator m_random;
    QProcessEnvironment m_environment;
    QString m_database;
    QHash<QString, QByteArray> m_files; ///< that no call may change
    qsizetype m_kept = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption count(QStringLiteral("count"), QString(), QStringLiteral("N"),
                                   QStringLiteral("40"));
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("S"),
                                  QStringLiteral("1"));
    const QCommandLineOption all(QStringLiteral("all"));
    parser.addOptions({count, seed, all});
    parser.process(application);
    QTextStream out(stdout);
    const QTemporaryDir folder(QStringLiteral("/var/tmp/stampede-calls-XXXXXX"));
    Calls calls(QDir(folder.path()).canonicalPath(), parser.value(seed).toUInt());
    QMap<int, int> codes;
    int wrong = 0;
    const int asked = parser.value(count).toInt();
    for (int i = 1; i <= asked; ++i) {
        QStringList words;
        const auto ended = calls.next(&words);
        ++codes[ended.code];
        wrong += ended.fault.isEmpty() ? 0 : 1;
        if (parser.isSet(all) || !ended.fault.isEmpty()) {
            out << i << ": [" << words.join(QStringLiteral("] [")) << "] " << ended.code
                << (ended.fault.isEmpty() ? QString() : QStringLiteral(" — WRONG: ") + ended.fault)
                << ' ' << ended.err.simplified().left(200) << Qt::endl;
        }
    }
    out << asked << " calls, " << wrong << " wrong; by exit code:";
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        out << ' ' << code.key() << ": " << code.value();
    }
    out << Qt::endl;
    return wrong == 0 && asked > 0 ? 0 : 1;
}
