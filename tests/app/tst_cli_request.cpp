// SPDX-License-Identifier: MIT
// Proves that a copied request becomes a run: a curl line, and recorded answers, are imported on
// the command line, and the scenario that comes out attacks a small service of the test and says
// rightly whether it gave out more than it had.

#include "peer.h"
#include "test_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <mutex>
#include <set>

namespace tst_cli_request {

using stampede::test::answer;
using stampede::test::Peer;
using stampede::test::PeerLine;

namespace {

constexpr int kSeats = 5;

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

QString why(const Ended &ended)
{
    return QStringLiteral("%1\n%2\n%3").arg(ended.code).arg(ended.out, ended.err);
}

/// Gives out its seats, one a member, to who shows the key.
class ClaimService
{
public:
    /// `perSeat`: how many people get each seat. 1 is right.
    explicit ClaimService(int perSeat)
        : m_most(kSeats * perSeat)
        , m_peer([this](PeerLine &line) { serve(line); })
    {}

    [[nodiscard]] QString url() const
    {
        return QString::fromStdString(m_peer.url("/promos/SPRING/claims"));
    }
    [[nodiscard]] std::size_t claims()
    {
        const std::lock_guard lock(m_mutex);
        return m_members.size();
    }

private:
    void serve(PeerLine &line)
    {
        while (const auto request = line.request()) {
            line.say(answered(*request));
        }
    }

    std::string answered(const std::string &request)
    {
        static const QRegularExpression member(QStringLiteral("\"member\": ?([0-9]+)"));
        const QString text = QString::fromStdString(request);
        const auto match = member.match(text);
        if (!text.startsWith(QStringLiteral("POST /promos/SPRING/claims ")) || !match.hasMatch() ||
            !text.contains(QStringLiteral("\r\nX-Api-Key: key-1\r\n"))) {
            return answer(401, R"({"code":"NO_KEY"})");
        }
        const std::lock_guard lock(m_mutex);
        if (m_members.contains(match.captured(1))) {
            return answer(409, R"({"code":"DUPLICATE"})");
        }
        if (m_members.size() >= static_cast<std::size_t>(m_most)) {
            return answer(400, R"({"code":"OUT_OF_STOCK"})");
        }
        m_members.insert(match.captured(1));
        return answer(200, R"({"claim":1})");
    }

    int m_most;
    std::mutex m_mutex; ///< guards m_members
    std::set<QString> m_members;
    Peer m_peer; ///< ends before the rest goes
};

} // namespace

class TestCliRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void copiedRequestIsRunAndJudged_data();
    void copiedRequestIsRunAndJudged();
    void missingVariableIsNamed();
    void standardInputIsRead();
    void severalRequestsAreListed();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();

private:
    Ended cli(const QStringList &words, bool hasKey = true, const QByteArray &input = {}) const;
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static QString curlOf(const QString &url)
    {
        return QStringLiteral("curl '%1' -H 'X-Api-Key: key-1' -H 'Content-Type: "
                              "application/json' --data-raw '{\"member\": 4711}' --compressed")
            .arg(url);
    }
    /// A HAR file in which every kind of answer was recorded.
    static QByteArray harOf(const QString &url);

    std::unique_ptr<QTemporaryDir> m_folder;
};

Ended TestCliRequest::cli(const QStringList &words, bool hasKey, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"), path("data"));
    if (hasKey) {
        environment.insert(QStringLiteral("X_API_KEY"), QStringLiteral("key-1"));
    }
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray TestCliRequest::harOf(const QString &url)
{
    QByteArray entries;
    for (const auto &[status, body] : {std::pair(200, R"({\"claim\":1})"),
                                       {409, R"({\"code\":\"DUPLICATE\"})"},
                                       {400, R"({\"code\":\"OUT_OF_STOCK\"})"}}) {
        entries += (entries.isEmpty() ? "" : ",") +
                   QStringLiteral(R"({"request":{"method":"POST","url":"%1","headers":[
                       {"name":"X-Api-Key","value":"key-1"},
                       {"name":"Content-Type","value":"application/json"}],
                       "postData":{"mimeType":"application/json","text":"{\"member\": 4711}"}},
                       "response":{"status":%2,"headers":[],
                       "content":{"mimeType":"application/json","text":"%3"}}})")
                       .arg(url, QString::number(status), QLatin1String(body))
                       .toUtf8();
    }
    return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + entries + "]}}";
}

void TestCliRequest::copiedRequestIsRunAndJudged_data()
{
    QTest::addColumn<bool>("isHar");
    QTest::addColumn<int>("perSeat");
    QTest::addColumn<int>("code");
    QTest::newRow("curl, a right service") << false << 1 << 0;
    QTest::newRow("curl, one that oversells") << false << 3 << 97;
    QTest::newRow("HAR, a right service") << true << 1 << 0;
    QTest::newRow("HAR, one that oversells") << true << 3 << 97;
}

void TestCliRequest::copiedRequestIsRunAndJudged()
{
    QFETCH(bool, isHar);
    QFETCH(int, perSeat);
    QFETCH(int, code);
    ClaimService service(perSeat);
    QString input = curlOf(service.url());
    if (isHar) {
        input = path("shop.har");
        QFile file(input);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(harOf(service.url())) > 0);
    }
    const QString scenario = path("made.stampede.json");
    const Ended made =
        cli({QStringLiteral("import"), QStringLiteral("request"), input, QStringLiteral("--user"),
             QStringLiteral("4711"), QStringLiteral("--coupon"), QStringLiteral("SPRING"),
             QStringLiteral("--pick"), QStringLiteral("1"), QStringLiteral("-o"), scenario});
    QVERIFY2(made.code == 0 && made.out.isEmpty(), qPrintable(why(made)));
    QVERIFY2(made.err.contains(QStringLiteral("    X_API_KEY: ")), qPrintable(why(made)));
    QCOMPARE(made.err.contains(QStringLiteral("409, /code = \"DUPLICATE\": already issued")),
             isHar);
    QVERIFY(!made.err.contains(QStringLiteral("key-1")));

    const Ended foretold = cli({QStringLiteral("predict"), scenario});
    QVERIFY2(foretold.code == 0, qPrintable(why(foretold)));
    const QString result = path("result.json");
    const Ended run =
        cli({QStringLiteral("run"), scenario, QStringLiteral("--set"),
             QStringLiteral("coupon.stock=%1").arg(kSeats), QStringLiteral("--json"), result});
    QVERIFY2(run.code == code, qPrintable(why(run)));
    QCOMPARE(service.claims(), static_cast<std::size_t>(kSeats * perSeat));
    QFile file(result);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject outcomes = QJsonDocument::fromJson(file.readAll())
                                     .object()
                                     .value(QStringLiteral("outcomes"))
                                     .toObject();
    QCOMPARE(outcomes.value(QStringLiteral("issued")).toInt(), kSeats * perSeat);
    QCOMPARE(outcomes.value(QStringLiteral("unknown")).toInt(), 0);
    QCOMPARE(outcomes.value(QStringLiteral("total")).toInt(), 200);
}

void TestCliRequest::missingVariableIsNamed()
{
    ClaimService service(1);
    const QString scenario = path("made.stampede.json");
    const Ended made = cli({QStringLiteral("import"), QStringLiteral("request"),
                            curlOf(service.url()), QStringLiteral("-o"), scenario});
    QVERIFY2(made.code == 0, qPrintable(why(made)));
    const Ended run = cli({QStringLiteral("run"), scenario}, false);
    QVERIFY2(run.code == 104 && run.err.contains(QStringLiteral("X_API_KEY")),
             qPrintable(why(run)));
    QCOMPARE(service.claims(), std::size_t(0));
}

void TestCliRequest::standardInputIsRead()
{
    const Ended made = cli({QStringLiteral("import"), QStringLiteral("request"),
                            QStringLiteral("-"), QStringLiteral("--quiet")},
                           true, "curl https://shop.example.com/claims -d a=1\n");
    QVERIFY2(made.code == 0 && made.err.isEmpty(), qPrintable(why(made)));
    const QJsonObject scenario = QJsonDocument::fromJson(made.out.toUtf8()).object();
    QCOMPARE(scenario.value(QStringLiteral("schema")).toString(),
             QStringLiteral("stampede.scenario/1"));
    const Ended broken =
        cli({QStringLiteral("import"), QStringLiteral("request"), QStringLiteral("-")}, true,
            "curl 'https");
    QVERIFY2(broken.code == 104 && broken.err.startsWith(QStringLiteral("-:1:6: expected '")),
             qPrintable(why(broken)));
}

void TestCliRequest::severalRequestsAreListed()
{
    const QString collection =
        QStringLiteral(STAMPEDE_SOURCE_DIR "/tests/requests/data/collection.json");
    const Ended listed = cli({QStringLiteral("import"), QStringLiteral("request"), collection});
    QVERIFY2(listed.code == 104 && listed.out.isEmpty(), qPrintable(why(listed)));
    QVERIFY2(listed.err.contains(QStringLiteral(
                 "\n  2  POST /api/promos/SPRING/claims   Claims / Claim a coupon\n")),
             qPrintable(why(listed)));
    const Ended picked = cli({QStringLiteral("import"), QStringLiteral("request"), collection,
                              QStringLiteral("--pick"), QStringLiteral("POST /api/claims")});
    QVERIFY2(picked.code == 0, qPrintable(why(picked)));
    QVERIFY2(picked.err.contains(QStringLiteral("    API_KEY: the form (api_key)")),
             qPrintable(why(picked)));
}

void TestCliRequest::wrongCallsAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QString curl = QStringLiteral("curl a.b");
    QTest::newRow("nothing") << QStringList() << 2 << "import takes request";
    QTest::newRow("no such file") << QStringList{QStringLiteral("nowhere.har")} << 104
                                  << "nowhere.har: ";
    QTest::newRow("an option of history")
        << QStringList{curl, QStringLiteral("--from"), QStringLiteral("auto")} << 2
        << "--from belongs to import history";
    QTest::newRow("two inputs") << QStringList{curl, curl} << 2 << "import takes request";
    QTest::newRow("nobody there") << QStringList{curl, QStringLiteral("--user"),
                                                 QStringLiteral("mina")}
                                  << 104 << "request:1:1: expected the value of --user";
    QTest::newRow("an output that is there")
        << QStringList{curl, QStringLiteral("-o"), QStringLiteral(STAMPEDE_SOURCE_DIR "/LICENSE")}
        << 2 << "LICENSE";
}

void TestCliRequest::wrongCallsAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended =
        cli(QStringList{QStringLiteral("import"), QStringLiteral("request")} + words);
    QVERIFY2(ended.code == code && ended.err.contains(says) && ended.out.isEmpty(),
             qPrintable(why(ended)));
}

} // namespace tst_cli_request

STAMPEDE_TEST(tst_cli_request::TestCliRequest)
#include "tst_cli_request.moc"
