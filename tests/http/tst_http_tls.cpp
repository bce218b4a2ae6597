// SPDX-License-Identifier: MIT
// Proves that a service is believed only with a certificate of the system's store for its own name,
// unless the scenario says otherwise.

#include "http_fixture.h"
#include "peer.h"
#include "test_program.h"

#include <QTemporaryDir>
#include <QtTest>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tst_http_tls {

using namespace stampede;
using namespace stampede::test;

namespace {

template<auto Free>
struct FreeWith
{
    template<typename T>
    void operator()(T *value) const
    {
        Free(value);
    }
};
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using ServerContext = std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>>;

constexpr long kDay = 86'400;

/// A certificate that signs itself; valid from now on for so many days (negative: it was).
Certificate certificateFor(const Key &key, const char *name, long days)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -30 * kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *const subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("Test"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    for (const auto &[nid, value] : {std::pair(NID_subject_alt_name, name),
                                     std::pair(NID_basic_constraints, "critical,CA:TRUE")}) {
        std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension(
            X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
        X509_add_ext(certificate.get(), extension.get(), -1);
    }
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return certificate;
}

ServerContext contextWith(const Certificate &certificate, const Key &key)
{
    ServerContext context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), certificate.get());
    SSL_CTX_use_PrivateKey(context.get(), key.get());
    return context;
}

const Peer::Script kGood = [](PeerLine &line) {
    while (line.request()) {
        line.say(answer(200, R"({"userCouponId":1})"));
    }
};

} // namespace

class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificates_data();
    void certificates();
    void noTlsThere();
    void closesWithinTls();

private:
    QTemporaryDir m_folder;
    Key m_key{EVP_EC_gen("P-256")};
    Certificate m_trusted;
};

void TestHttpTls::initTestCase()
{
    m_trusted = certificateFor(m_key, "IP:127.0.0.1", 10);
}

void TestHttpTls::certificates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("inStore");
    QTest::addColumn<QString>("error");
    QTest::newRow("good") << "IP:127.0.0.1" << 10 << true << "";
    QTest::newRow("signed by itself")
        << "IP:127.0.0.1" << 10 << false << "TLS: self-signed certificate";
    QTest::newRow("of somebody else")
        << "DNS:other.example.com" << 10 << true << "TLS: IP address mismatch";
    QTest::newRow("expired") << "IP:127.0.0.1" << -1 << true << "TLS: certificate has expired";
}

void TestHttpTls::certificates()
{
    QFETCH(const QString, name);
    QFETCH(const int, days);
    QFETCH(const bool, inStore);
    QFETCH(const QString, error);
    const Key another(EVP_EC_gen("P-256"));
    const Key &key = inStore ? m_key : another;
    const Certificate certificate = certificateFor(key, name.toLatin1().constData(), days);
    if (inStore) {
        // Where OpenSSL looks for the certificates that the system trusts.
        const QByteArray path = m_folder.filePath(QStringLiteral("this.pem")).toUtf8();
        const std::unique_ptr<BIO, FreeWith<BIO_free>> file(BIO_new_file(path.constData(), "w"));
        PEM_write_bio_X509(file.get(), certificate.get());
        QVERIFY(BIO_flush(file.get()) == 1);
        qputenv("SSL_CERT_FILE", path);
    }
    const ServerContext context = contextWith(certificate, key);
    Peer peer(kGood, context.get());
    HttpPlan plan = planFor(peer.url(), 3, 30);
    HttpEngine checking(plan);
    const auto checked = checking.run({});
    QCOMPARE(checked.ok(), error.isEmpty());
    if (error.isEmpty()) {
        QCOMPARE(told(checked.value(), Outcome::Issued), 30);
        QCOMPARE(peer.connections(), 3);
    } else {
        QCOMPARE(QString::fromStdString(checked.error()), error);
    }
    plan.verifyPeer = false;
    HttpEngine trusting(plan);
    const auto trusted = trusting.run({});
    QVERIFY(trusted.ok());
    QCOMPARE(told(trusted.value(), Outcome::Issued), 30);
}

void TestHttpTls::noTlsThere()
{
    Peer peer([](PeerLine &line) { line.say("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    std::string url = peer.url();
    url.replace(0, 4, "https");
    HttpEngine engine(planFor(url, 2, 2));
    const auto result = engine.run({});
    QVERIFY(!result.ok());
    QVERIFY2(result.error().find("wrong version number") != std::string::npos,
             result.error().c_str());
}

void TestHttpTls::closesWithinTls()
{
    const ServerContext context = contextWith(m_trusted, m_key);
    Peer peer(
        [](PeerLine &line) {
            if (line.request()) {
                line.say("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
            }
        },
        context.get());
    HttpPlan plan = planFor(peer.url(), 2, 6);
    plan.verifyPeer = false;
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Unknown, UnknownReason::Reset), 6);
}

} // namespace tst_http_tls

STAMPEDE_TEST(tst_http_tls::TestHttpTls)
#include "tst_http_tls.moc"
