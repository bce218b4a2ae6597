// SPDX-License-Identifier: MIT
// Proves which coupon each request of a load asks for, and what may stand where a coupon stands
// though nobody said so.

#include "profile/asked_coupons.h"
#include "scenario/user_file.h"
#include "test_program.h"

#include <QTest>

namespace tst_asked_coupons {

using namespace stampede;

namespace {

Profile profileOf(const QString &couponFormat)
{
    Profile profile;
    profile.file = QStringLiteral("p.json");
    profile.issued.coupon = QStringLiteral("code");
    profile.issued.couponFormat = couponFormat;
    profile.stock.table = QStringLiteral("promo");
    profile.stock.id = QStringLiteral("code");
    return profile;
}

Scenario loadOf(const QByteArray &csv, int requests)
{
    Scenario scenario;
    scenario.users.pick = Pick::File;
    scenario.users.loaded.file = UserFile::parse(csv).value();
    scenario.load.model = LoadModel::SharedIterations;
    scenario.load.iterations = requests;
    scenario.target.kind = TargetKind::Http;
    scenario.target.url = QStringLiteral("http://localhost/{shop}/claims");
    scenario.target.couponId = QStringLiteral("9");
    return scenario;
}

const QByteArray kPeople = "userId,shop,token,pieces\n1,A,x,1\n2,B,y,1\n3,A,z,2\n4,C,w,1\n";

} // namespace

class TestAskedCoupons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowByRow();
    void oneForAll();
    void faults_data();
    void faults();
    void columnsThatMayBeCoupons();
};

void TestAskedCoupons::rowByRow()
{
    const auto asked =
        AskedCoupons::of(profileOf(QStringLiteral("S{couponId}-{shop}")), loadOf(kPeople, 6));
    QVERIFY(asked && asked.value());
    QCOMPARE(asked.value()->names(),
             QStringList({QStringLiteral("S9-A"), QStringLiteral("S9-B"), QStringLiteral("S9-C")}));
    QStringList places;
    for (std::uint64_t request = 0; request < 6; ++request) {
        places << QString::number(asked.value()->placeOf(request));
    }
    QCOMPARE(places.join(QLatin1Char(' ')), QStringLiteral("0 1 0 2 0 1"));
    // Nobody asks for the coupon of a line that is never reached.
    const auto three = AskedCoupons::of(profileOf(QStringLiteral("{shop}")), loadOf(kPeople, 3));
    QVERIFY(three && three.value());
    QCOMPARE(three.value()->names(), QStringList({QStringLiteral("A"), QStringLiteral("B")}));
}

void TestAskedCoupons::oneForAll()
{
    for (const QString &format : {QString(), QStringLiteral("A"), QStringLiteral("S-{couponId}")}) {
        const auto asked = AskedCoupons::of(profileOf(format), loadOf(kPeople, 4));
        QVERIFY(asked && !asked.value());
    }
}

void TestAskedCoupons::faults_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("people");
    QTest::addColumn<QString>("fault");
    QByteArray many = "userId,shop\n";
    for (int i = 1; i <= AskedCoupons::kMostCoupons + 1; ++i) {
        many += QByteArray::number(i) + ",s" + QByteArray::number(i) + '\n';
    }
    QTest::newRow("no such column") << QStringLiteral("{shops}") << kPeople
                                    << QStringLiteral("the people's file has no column shops "
                                                      "(userId, shop, token, pieces)");
    QTest::newRow("a secret") << QStringLiteral("{token}") << kPeople
                              << QStringLiteral("must not contain the secret column token");
    QTest::newRow("too many") << QStringLiteral("{shop}") << many
                              << QStringLiteral("makes more than 100 coupons of the people's file; "
                                                "each of them would be audited apart");
}

void TestAskedCoupons::faults()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, people);
    QFETCH(QString, fault);
    const auto asked = AskedCoupons::of(profileOf(format), loadOf(people, 1'000));
    QVERIFY(!asked);
    QCOMPARE(asked.error(), QStringLiteral("p.json: issued.couponFormat: ") + fault);
}

void TestAskedCoupons::columnsThatMayBeCoupons()
{
    const Profile silent = profileOf({});
    Scenario scenario = loadOf(kPeople, 4);
    scenario.target.quantity = AskedQuantity{1, QStringLiteral("pieces")};
    scenario.target.headers = {{QStringLiteral("Authorization"), QStringLiteral("{token}")}};
    scenario.target.body = QStringLiteral("{userId} {pieces} {shop}");
    QCOMPARE(possibleCouponColumns(silent, scenario), QStringList(QStringLiteral("shop")));
    QCOMPARE(possibleCouponColumns(profileOf(QStringLiteral("A")), scenario), QStringList());
    scenario.target.url = QStringLiteral("http://localhost/{couponId}/claims");
    QCOMPARE(possibleCouponColumns(silent, scenario), QStringList());
    QCOMPARE(valuesOf(*scenario.users.loaded.file, QStringLiteral("shop"), 2),
             QStringList({QStringLiteral("A"), QStringLiteral("B")}));
}

} // namespace tst_asked_coupons

STAMPEDE_TEST(tst_asked_coupons::TestAskedCoupons)
#include "tst_asked_coupons.moc"
