// SPDX-License-Identifier: MIT
// Proves what each misbehaviour of a service counts as: what had left may have taken effect, what
// had not has not, nothing is ever asked twice, and nothing that is sent breaks the load or fills
// memory.

#include "http_fixture.h"
#include "peer.h"
#include "test_program.h"

#include <QMutex>
#include <QSet>
#include <QtTest>

#include <sys/resource.h>

#include <algorithm>

namespace tst_http_bad_peers {

using namespace stampede;
using namespace stampede::test;

namespace {

struct Ended
{
    LoadResult result;
    HttpReport report;
};

Ended sent(const HttpPlan &plan)
{
    HttpEngine engine(plan);
    auto result = engine.run({});
    if (!result) {
        qFatal("%s", result.error().c_str());
    }
    return {std::move(result).value(), engine.report()};
}

/// Answers every request like this, and goes on.
Peer::Script always(const std::string &text)
{
    return [text](PeerLine &line) {
        while (line.request() && line.say(text)) {
        }
    };
}

/// Answers the first request of every connection like this, and closes.
Peer::Script once(const std::string &text)
{
    return [text](PeerLine &line) {
        if (line.request()) {
            line.say(text);
        }
    };
}

} // namespace

class TestHttpBadPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void misbehaviour_data();
    void misbehaviour();
    void nobodyListens();
    void stopsListening();
    void closesWhileIdle();
    void closesAtRandom();
    void answersLate();
    void neverAnswers();
    void hugeBodiesAreThrownAway();
    void tellsWhatNobodyUnderstood();
};

void TestHttpBadPeers::misbehaviour_data()
{
    QTest::addColumn<Peer::Script>("script");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Peer::Script script, const char *outcome,
                        const char *reason = "none") {
        QTest::newRow(name) << std::move(script) << outcome << reason;
    };
    const std::string good = answer(200, R"({"userCouponId":5})");
    const Peer::Script resets = [](PeerLine &line) {
        if (line.request()) {
            line.reset();
        }
    };
    row("resets without an answer", resets, "unknown", "reset");
    row(
        "resets within the answer",
        [](PeerLine &line) {
            if (line.request()) {
                line.say("HTTP/1.1 200 OK\r\nContent-Le");
                line.reset();
            }
        },
        "unknown", "reset");
    row("closes without an answer", once(""), "unknown", "reset");
    row("closes within the head", once("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"), "unknown",
        "reset");
    row("closes within the body", once("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
        "unknown", "reset");
    row("closes within a chunk",
        once("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"), "unknown", "reset");
    row("garbage", always("\x16\x03\x01 SSH-2.0 what?\n\n\n\n"), "unknown", "unclassified");
    row("a wrong version", always("HTTP/9.9 200 OK\r\n\r\n"), "unknown", "unclassified");
    row("two lengths",
        always("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"), "unknown",
        "unclassified");
    row("a length that is none", always("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), "unknown",
        "unclassified");
    row("a chunk that is none",
        always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"), "unknown",
        "unclassified");
    row(
        "an endless head",
        [](PeerLine &line) {
            if (line.request() && line.say("HTTP/1.1 200 OK\r\n")) {
                while (line.say("X-More: more and more of the same, and never an end of it\r\n")) {
                }
            }
        },
        "unknown", "unclassified");
    row(
        "an endless line",
        [](PeerLine &line) {
            if (line.request() && line.say("HTTP/1.1 200 OK\r\nX-More: ")) {
                while (line.say(std::string(4096, 'x'))) {
                }
            }
        },
        "unknown", "unclassified");
    row(
        "endless interim answers",
        [](PeerLine &line) {
            if (line.request()) {
                while (line.say("HTTP/1.1 102 Processing\r\n\r\n")) {
                }
            }
        },
        "unknown", "unclassified");
    row("an unknown code", always(answer(400, R"({"code":"WHAT"})")), "unknown", "unclassified");
    row("a redirect", always(answer(302, {}, "Location: /elsewhere\r\n")), "unknown",
        "unclassified");
    row("nothing wrong", always(good), "issued");
    row("an interim answer first", always("HTTP/1.1 100 Continue\r\n\r\n" + good), "issued");
    row(
        "byte by byte",
        [good](PeerLine &line) {
            while (line.request()) {
                for (const char c : good) {
                    line.say(std::string_view(&c, 1));
                }
            }
        },
        "issued");
    row("no body at all", always("HTTP/1.1 204 No Content\r\n\r\n"), "unknown", "unclassified");
    row("not modified", always("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n"),
        "unknown", "unclassified");
    row("chunks",
        always("HTTP/1.1 400 X\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"code\":\r\n"
               "f;more=1\r\n\"OUT_OF_STOCK\"}\r\n0\r\nX-Trailer: 1\r\n\r\n"),
        "out_of_stock");
    row("HTTP/1.0 that ends by closing", once("HTTP/1.0 400 X\r\n\r\n{\"code\":\"OUT_OF_STOCK\"}"),
        "out_of_stock");
    row("Connection: close", once(answer(200, "{}", "Connection: close\r\n")), "issued");
    row("junk behind the answer", always(good + "HTTP/1.1 500 No\r\n\r\n"), "issued");
    row("a length that is too short",
        always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}and more"), "issued");
    row("contention", always(answer(503, R"({"code":"CONTENTION"})")), "contention");
    row("overloaded", always(answer(503, "<html>")), "server_error");
}

void TestHttpBadPeers::misbehaviour()
{
    QFETCH(const Peer::Script, script);
    QFETCH(const QString, outcome);
    QFETCH(const QString, reason);
    Peer peer(script);
    const auto [result, report] = sent(planFor(peer.url(), 3, 12));
    QCOMPARE(result.history.size(), std::size_t{12});
    for (const Operation &operation : result.history) {
        QCOMPARE(QString::fromLatin1(outcomeKey(operation.outcome).data()), outcome);
        QCOMPARE(QString::fromLatin1(unknownReasonKey(operation.reason).data()), reason);
        const bool hasAnswer =
            outcome != QLatin1String("unknown") || reason == QLatin1String("unclassified");
        QCOMPARE(operation.returnedNs == Operation::kNoAnswer, !hasAnswer);
        QVERIFY(!hasAnswer || operation.returnedNs > operation.invokedNs);
    }
    QCOMPARE(report.refusedAtStart, 0);
}

void TestHttpBadPeers::nobodyListens()
{
    Peer peer(always(answer(200)));
    peer.stopListening();
    HttpEngine engine(planFor(peer.url(), 5, 12));
    const auto result = engine.run({});
    QVERIFY(!result.ok());
    QCOMPARE(QString::fromStdString(result.error()), QStringLiteral("Connection refused"));
    QCOMPARE(engine.opened(), 0);
}

void TestHttpBadPeers::stopsListening()
{
    Peer *listening = nullptr;
    Peer peer([&listening](PeerLine &line) {
        if (line.request()) {
            listening->stopListening();
            line.say(answer(200, {}, "Connection: close\r\n"));
        }
    });
    listening = &peer;
    const auto [result, report] = sent(planFor(peer.url(), 1, 4));
    QCOMPARE(told(result, Outcome::Issued), 1);
    QCOMPARE(told(result, Outcome::NotSent), 3);
    QCOMPARE(peer.connections(), 1);
}

void TestHttpBadPeers::closesWhileIdle()
{
    Peer peer(once(answer(200)));
    HttpPlan plan = planFor(peer.url(), 2, 3);
    plan.load.pacing = Pacing::PerVuIterations;
    plan.load.thinkNs = std::chrono::nanoseconds(200ms).count();
    const auto [result, report] = sent(plan);
    QCOMPARE(told(result, Outcome::Issued), 6);
    QCOMPARE(report.reconnects, std::uint64_t{4});
}

void TestHttpBadPeers::closesAtRandom()
{
    QMutex mutex;
    QSet<QString> seen;
    std::atomic<int> twice{0};
    std::atomic<unsigned> number{0};
    Peer peer([&](PeerLine &line) {
        unsigned random = 12'345 * ++number;
        for (;;) {
            const auto request = line.request();
            if (!request) {
                return;
            }
            const QString text = QString::fromStdString(*request);
            const QString id =
                text.section(QStringLiteral("X-Request-Id: "), 1).section(QLatin1Char('\r'), 0, 0);
            {
                const QMutexLocker lock(&mutex);
                twice += seen.contains(id) ? 1 : 0;
                seen.insert(id);
            }
            random = random * 1'664'525 + 1'013'904'223;
            const bool asksFirst = (random >> 16U) % 7 == 0;
            if (asksFirst) {
                return; // it had been taken in, and nobody is told
            }
            line.say(answer(200));
            if ((random >> 16U) % 5 == 0) {
                return;
            }
        }
    });
    const auto [result, report] = sent(planFor(peer.url(), 8, 600));
    QCOMPARE(told(result, Outcome::Issued) + told(result, Outcome::Unknown, UnknownReason::Reset),
             600);
    QVERIFY(told(result, Outcome::Issued) > 300);
    QVERIFY(told(result, Outcome::Unknown, UnknownReason::Reset) > 10);
    QCOMPARE(twice.load(), 0);
    QVERIFY(seen.size() <= 600);
}

void TestHttpBadPeers::answersLate()
{
    std::atomic<int> requests{0};
    Peer peer([&requests](PeerLine &line) {
        while (line.request()) {
            const int number = ++requests;
            // The first is answered once the second, on another connection, has been.
            line.await([&requests, number] { return number != 1 || requests == 3; });
            line.say(answer(number == 1 ? 409 : 200, R"({"userCouponId":7})"));
        }
    });
    const auto [result, report] = sent(planFor(peer.url(), 1, 3, 300ms));
    QCOMPARE(result.history.size(), std::size_t{3});
    QCOMPARE(result.history[0].outcome, Outcome::AlreadyIssued);
    QCOMPARE(result.history[0].reason, UnknownReason::None);
    QVERIFY(result.history[0].serviceNs() > std::chrono::nanoseconds(300ms).count());
    QCOMPARE(told(result, Outcome::Issued), 2);
    QCOMPARE(report.lateAnswers, std::uint64_t{1});
    QCOMPARE(peer.connections(), 2);
    QVERIFY(result.lengthNs >= result.history[0].returnedNs);
}

void TestHttpBadPeers::neverAnswers()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
        }
    });
    const auto [result, report] = sent(planFor(peer.url(), 4, 8, 100ms));
    QCOMPARE(told(result, Outcome::Unknown, UnknownReason::Timeout), 8);
    QCOMPARE(report.lateAnswers, std::uint64_t{0});
    for (const Operation &operation : result.history) {
        QCOMPARE(operation.returnedNs, Operation::kNoAnswer);
    }
}

void TestHttpBadPeers::hugeBodiesAreThrownAway()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            while (line.say(std::string(65'536, 'x'))) {
            }
        }
    });
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto [result, report] = sent(planFor(peer.url(), 2, 2, 60s));
    QCOMPARE(told(result, Outcome::Unknown, UnknownReason::Unclassified), 2);
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
#ifndef __SANITIZE_ADDRESS__
    QVERIFY(after.ru_maxrss - before.ru_maxrss < 16 * 1024);
#endif
    // Up to the limit a body is read to its end, and the connection goes on.
    Peer large(always(answer(200, std::string(1'000'000, 'y'))));
    const auto whole = sent(planFor(large.url(), 2, 10, 60s));
    QCOMPARE(told(whole.result, Outcome::Issued), 10);
    QCOMPARE(large.connections(), 2);
}

void TestHttpBadPeers::tellsWhatNobodyUnderstood()
{
    const std::string body = "<html>\n\x1b[31m" + std::string(500, 'z');
    Peer peer(always(answer(418, body)));
    const auto [result, report] = sent(planFor(peer.url(), 1, 2));
    QVERIFY(report.firstUnrecognised.has_value());
    QCOMPARE(report.firstUnrecognised->status, 418);
    QCOMPARE(report.firstUnrecognised->start, "<html>..[31m" + std::string(188, 'z'));
    QCOMPARE(report.firstUnrecognised->start.size(), std::size_t{200});
    Peer noHttp(always("220 smtp.example.com\r\n\r\n"));
    const auto garbage = sent(planFor(noHttp.url(), 1, 1));
    QCOMPARE(garbage.report.firstUnrecognised->status, 0);
    QVERIFY(garbage.report.firstUnrecognised->start.starts_with("220 smtp"));
}

} // namespace tst_http_bad_peers

STAMPEDE_TEST(tst_http_bad_peers::TestHttpBadPeers)
#include "tst_http_bad_peers.moc"
