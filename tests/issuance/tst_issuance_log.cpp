// SPDX-License-Identifier: MIT
// Proves that the service's log gets the reference's lines, every one of them also from a crowd
// that writes at once, and nothing where it is not asked for.

#include "issuance/issuance_log.h"
#include "issuing_service.h"
#include "test_program.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace tst_issuance_log {

using namespace stampede;
using test::IssuingService;

class TestIssuanceLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheReferenceLines();
    void crowdLosesNoLine();
    void laterLogContinuesTheFile();
    void levelsFollowTheCategory();
    void privateFileCanBeReadAndHasNoName();
    void fileThatCannotBeWrittenIsNamed();
    void fullDiskIsSaid();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("service.log")); }
    QTemporaryDir m_folder;
};

namespace {

std::unique_ptr<ServiceLog> opened(Result<std::unique_ptr<ServiceLog>, QString> log)
{
    STAMPEDE_CHECK(log.ok());
    return std::move(log).value();
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

void TestIssuanceLog::writesTheReferenceLines()
{
    IssuingService service(1);
    ServiceSettings keyOnly;
    keyOnly.layers.duplicateCheck = false;
    const auto log = opened(ServiceLog::open(path()));
    const auto issuer = service.issuer(keyOnly, std::chrono::seconds(5), log.get());
    const IssueAnswer issued = service.ask(*issuer, 1);
    service.ask(*issuer, 2);
    service.change(QStringLiteral("UPDATE coupons SET quantity = 5"));
    service.ask(*issuer, 1);
    QVERIFY(log->finish().ok());
    const QString coupon = QString::number(service.coupon.value);
    const QStringList expected = {
        QStringLiteral("INFO  Issuing coupon for user: 1, coupon: ") + coupon,
        QStringLiteral("DEBUG Coupon issued successfully. userCouponId: %1, remaining quantity: 0")
            .arg(issued.rowId),
        QStringLiteral("INFO  Issuing coupon for user: 2, coupon: ") + coupon,
        QStringLiteral("ERROR Coupon issuance failed for user: 2, coupon: %1: OUT_OF_STOCK")
            .arg(coupon),
        QStringLiteral("INFO  Issuing coupon for user: 1, coupon: ") + coupon,
        QStringLiteral(
            "WARN  Duplicate coupon issuance blocked by DB constraint. user: 1, coupon: ") +
            coupon,
        QStringLiteral("ERROR Coupon issuance failed for user: 1, coupon: %1: "
                       "ALREADY_ISSUED_COUPON")
            .arg(coupon),
    };
    static const QRegularExpression form(QStringLiteral(
        "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (.{5}) stampede\\.issuance : (.*)$"));
    QStringList found;
    const QStringList lines = linesOf(path());
    for (const QString &line : lines) {
        const auto match = form.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        found << match.captured(1) + QLatin1Char(' ') + match.captured(2);
    }
    QCOMPARE(found, expected);
}

void TestIssuanceLog::crowdLosesNoLine()
{
    constexpr int kThreads = 50;
    constexpr int kLines = 2'000;
    const auto log = opened(ServiceLog::openPrivate());
    {
        std::vector<std::jthread> crowd;
        for (int i = 0; i < kThreads; ++i) {
            crowd.emplace_back([&log, i] {
                for (int line = 0; line < kLines; ++line) {
                    logIssuing(log.get(), UserId{i}, CouponId{line});
                }
            });
        }
    }
    QVERIFY(log->finish().ok());
    QHash<QString, int> seen;
    const QStringList lines = linesOf(log->readableAt());
    for (const QString &line : lines) {
        ++seen[line.mid(line.indexOf(QLatin1String("Issuing")))];
    }
    QCOMPARE(lines.size(), kThreads * kLines);
    QCOMPARE(seen.size(), kThreads * kLines);
}

void TestIssuanceLog::laterLogContinuesTheFile()
{
    const QString file = m_folder.filePath(QStringLiteral("two.log"));
    for (int run = 0; run < 2; ++run) {
        const auto log = opened(ServiceLog::open(file));
        QCOMPARE(log->beginsAt() > 0, run == 1);
        logIssuing(log.get(), UserId{run}, CouponId{1});
        QVERIFY(log->finish().ok());
    }
    QCOMPARE(linesOf(file).size(), 2);
}

void TestIssuanceLog::levelsFollowTheCategory()
{
    QLoggingCategory::setFilterRules(QStringLiteral("stampede.issuance.debug=false"));
    const auto log = opened(ServiceLog::openPrivate());
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(!log->writes(LogLevel::Debug));
    QVERIFY(log->writes(LogLevel::Error));
    log->write(LogLevel::Debug, "quiet");
    log->write(LogLevel::Error, "loud");
    QVERIFY(log->finish().ok());
    QCOMPARE(linesOf(log->readableAt()).size(), 1);
}

void TestIssuanceLog::privateFileCanBeReadAndHasNoName()
{
    QTemporaryDir folder;
    qputenv("STAMPEDE_DATA_DIR", folder.path().toUtf8());
    const auto log = opened(ServiceLog::openPrivate());
    qunsetenv("STAMPEDE_DATA_DIR");
    QVERIFY(QDir(folder.path()).isEmpty());
    log->write(LogLevel::Info, "there");
    QVERIFY(log->finish().ok());
    QVERIFY(linesOf(log->readableAt()).constFirst().endsWith(QLatin1String(": there")));
}

void TestIssuanceLog::fileThatCannotBeWrittenIsNamed()
{
    const QString nowhere = m_folder.filePath(QStringLiteral("no/such/folder.log"));
    const auto log = ServiceLog::open(nowhere);
    QVERIFY(!log.ok());
    QVERIFY2(log.error().startsWith(nowhere), qPrintable(log.error()));
}

void TestIssuanceLog::fullDiskIsSaid()
{
    const auto log = opened(ServiceLog::open(QStringLiteral("/dev/full")));
    log->write(LogLevel::Info, "lost");
    const auto finished = log->finish();
    QVERIFY(!finished.ok());
    QVERIFY2(finished.error().contains(QLatin1String("/dev/full")), qPrintable(finished.error()));
}

} // namespace tst_issuance_log

STAMPEDE_TEST(tst_issuance_log::TestIssuanceLog)
#include "tst_issuance_log.moc"
