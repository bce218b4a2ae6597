// SPDX-License-Identifier: MIT
// Proves that the prediction knows what a profile promises, and says what only the tables know.

#include "profile/profile_prediction.h"
#include "profile/profile_reader.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_profile_prediction {

using namespace stampede;

namespace {

QByteArray profileWith(const QByteArray &members, const QByteArray &issued = {})
{
    return R"({"schema":"stampede.profile/1","name":"P","coupon":"S")" + members +
           R"(,"issued":{"table":"claim","user":"member","coupon":"code")" + issued +
           R"(},"stock":{"table":"promo","id":"code","remaining":"seats"}})";
}

PredictedService promised(const QByteArray &json, std::optional<AskedQuantity> asked = {})
{
    const auto profile = readProfile(json, QStringLiteral("p.json"));
    if (!profile) {
        qFatal("%s", qPrintable(profile.error().join(QLatin1Char('\n'))));
    }
    Scenario scenario;
    scenario.target.quantity = std::move(asked);
    return predictedServiceOf(profile.value(), scenario);
}

} // namespace

class TestProfilePrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePromises();
    void knowsPiecesOnlyWhereBothSpeakOfThem();
    void readsTheFileOfTheScenario();
};

void TestProfilePrediction::takesThePromises()
{
    const PredictedService plain = promised(profileWith({}));
    QCOMPARE(plain.stock, PredictedService::Stock::Unknown);
    QVERIFY(plain.knowsLimit && !plain.knowsHolders && plain.perPerson.isOne());
    QVERIFY(!plain.givesBack && !plain.givesBackSaid && !plain.severalCoupons);
    const PredictedService never = promised(profileWith(R"(,"givesBack":false)"));
    QVERIFY(!never.givesBack && never.givesBackSaid);
    const PredictedService two =
        promised(profileWith(R"(,"givesBack":true,"perPerson":{"limit":2,"within":["day"]})"));
    QVERIFY(two.givesBack);
    QCOMPARE(two.perPerson, (PersonLimit{2, {QStringLiteral("day")}}));
    QVERIFY(promised(profileWith({}, R"(,"couponFormat":"S-{shop}")")).severalCoupons);
    QVERIFY(!promised(profileWith({}, R"(,"couponFormat":"S-{couponId}")")).severalCoupons);
}

void TestProfilePrediction::knowsPiecesOnlyWhereBothSpeakOfThem()
{
    const QByteArray pieces = profileWith({}, R"(,"quantity":"seats")");
    QVERIFY(promised(profileWith({})).knowsPieces);
    QVERIFY(promised(profileWith({}), AskedQuantity{1, {}}).knowsPieces);
    QVERIFY(!promised(profileWith({}), AskedQuantity{2, {}}).knowsPieces);
    QVERIFY(!promised(profileWith({}), AskedQuantity{1, QStringLiteral("n")}).knowsPieces);
    QVERIFY(!promised(pieces).knowsPieces);
    QVERIFY(promised(pieces, AskedQuantity{2, {}}).knowsPieces);
}

void TestProfilePrediction::readsTheFileOfTheScenario()
{
    QTemporaryDir folder;
    Scenario scenario;
    QCOMPARE(readPredictedService(scenario).value(), PredictedService());
    scenario.target.kind = TargetKind::Http;
    scenario.target.audit.rows = TargetRows::Profile;
    scenario.target.audit.profile = QStringLiteral("p.json");
    scenario.target.folder.path = folder.path();
    QVERIFY(!readPredictedService(scenario).ok());
    QFile file(folder.filePath(QStringLiteral("p.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(profileWith(R"(,"perPerson":{"limit":null})"));
    file.close();
    QCOMPARE(readPredictedService(scenario).value().perPerson.limit, std::nullopt);
}

} // namespace tst_profile_prediction

STAMPEDE_TEST(tst_profile_prediction::TestProfilePrediction)
#include "tst_profile_prediction.moc"
