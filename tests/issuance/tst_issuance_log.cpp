// Proves that the service writes the reference's log lines when it is asked to, and nothing
// otherwise.

#include "issuance/issuance_log.h"
#include "issuing_service.h"

#include <QLoggingCategory>
#include <QTest>

using namespace stampede;
using test::IssuingService;

namespace {

QStringList &takenLines()
{
    static QStringList lines;
    return lines;
}

void takeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (QLatin1String(context.category) == QLatin1String("stampede.issuance")) {
        const QString level = type == QtDebugMsg     ? QStringLiteral("DEBUG ")
                              : type == QtInfoMsg    ? QStringLiteral("INFO ")
                              : type == QtWarningMsg ? QStringLiteral("WARN ")
                                                     : QStringLiteral("ERROR ");
        takenLines() << level + message;
    }
}

} // namespace

class TestIssuanceLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentByDefault();
    void writesTheReferenceLines();
};

void TestIssuanceLog::silentByDefault()
{
    takenLines().clear();
    const auto before = qInstallMessageHandler(takeLine);
    IssuingService service(2);
    const auto issuer = service.issuer();
    service.ask(*issuer, 1);
    service.ask(*issuer, 1);
    qInstallMessageHandler(before);
    QCOMPARE(takenLines(), QStringList());
}

void TestIssuanceLog::writesTheReferenceLines()
{
    takenLines().clear();
    IssuingService service(1);
    ServiceSettings keyOnly;
    keyOnly.layers.duplicateCheck = false;
    QLoggingCategory::setFilterRules(QStringLiteral("stampede.issuance=true"));
    const auto before = qInstallMessageHandler(takeLine);
    const auto issuer = service.issuer(keyOnly);
    const IssueAnswer issued = service.ask(*issuer, 1);
    service.ask(*issuer, 2);
    service.change(QStringLiteral("UPDATE coupons SET quantity = 5"));
    service.ask(*issuer, 1);
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());
    const QString coupon = QString::number(service.coupon.value);
    const QStringList expected = {
        QStringLiteral("INFO Issuing coupon for user: 1, coupon: ") + coupon,
        QStringLiteral("DEBUG Coupon issued successfully. userCouponId: %1, remaining quantity: 0")
            .arg(issued.rowId),
        QStringLiteral("INFO Issuing coupon for user: 2, coupon: ") + coupon,
        QStringLiteral("ERROR Coupon issuance failed for user: 2, coupon: %1: OUT_OF_STOCK")
            .arg(coupon),
        QStringLiteral("INFO Issuing coupon for user: 1, coupon: ") + coupon,
        QStringLiteral(
            "WARN Duplicate coupon issuance blocked by DB constraint. user: 1, coupon: ") +
            coupon,
        QStringLiteral("ERROR Coupon issuance failed for user: 1, coupon: %1: "
                       "ALREADY_ISSUED_COUPON")
            .arg(coupon),
    };
    QCOMPARE(takenLines(), expected);
}

QTEST_GUILESS_MAIN(TestIssuanceLog)
#include "tst_issuance_log.moc"
