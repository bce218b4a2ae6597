// SPDX-License-Identifier: MIT
#include "database/database_tls.h"

#include "database/database_text.h"

#include "database/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QtEndian>

#include <mutex>

namespace stampede {

namespace {

// Of the protocol of MySQL and MariaDB: https://mariadb.com/kb/en/connection/
constexpr qsizetype kPacketHead = 4;
constexpr quint32 kProtocol41 = 0x0200;
constexpr quint32 kSsl = 0x0800;
constexpr quint32 kSecureConnection = 0x8000;

/// The first packet of the server; empty where none comes in time.
QByteArray greetingOf(QSslSocket &socket, int timeoutMs)
{
    QByteArray got;
    while (got.size() < kPacketHead ||
           got.size() <
               kPacketHead + static_cast<qsizetype>(qFromLittleEndian<quint32>(got.constData()) &
                                                    0xFFFFFFU)) {
        if (!socket.waitForReadyRead(timeoutMs)) {
            return {};
        }
        got += socket.readAll();
    }
    return got.mid(kPacketHead);
}

/// What the server can, by its greeting: protocol, version, thread, eight bytes and a zero before
/// it.
quint32 capabilitiesOf(const QByteArray &greeting)
{
    const qsizetype version = greeting.indexOf('\0', 1);
    const qsizetype at = version + 1 + 4 + 8 + 1;
    return version > 0 && greeting.size() >= at + 2
               ? qFromLittleEndian<quint16>(greeting.constData() + at)
               : 0;
}

/// The answer to it: that TLS begins now.
QByteArray beginOfTls()
{
    QByteArray packet(36, '\0');
    packet[0] = 32;
    packet[3] = 1;
    qToLittleEndian<quint32>(kProtocol41 | kSsl | kSecureConnection, packet.data() + 4);
    qToLittleEndian<quint32>(1U << 24U, packet.data() + 8);
    packet[12] = 45; // utf8mb4
    return packet;
}

Result<void, QString> lookAt(const ConnectionSettings &settings)
{
    const int timeoutMs = settings.connectTimeoutSeconds * 1000;
    QSslSocket socket;
    socket.connectToHost(settings.host, static_cast<quint16>(settings.port));
    if (!socket.waitForConnected(timeoutMs)) {
        return Failure{socket.errorString()};
    }
    const QByteArray greeting = greetingOf(socket, timeoutMs);
    if (greeting.startsWith('\xFF')) {
        return {}; // it refuses, and says why to who asks in earnest
    }
    if ((capabilitiesOf(greeting) & kSsl) == 0) {
        return Failure{
            DatabaseText::tr("the server offers no TLS, which the address demands (tls=%1)")
                .arg(databaseTlsKey(settings.tls.mode))};
    }
    if (settings.tls.mode != DatabaseTls::Mode::Verify) {
        return {};
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!settings.tls.ca.isEmpty()) {
        configuration.setCaCertificates(QSslCertificate::fromPath(settings.tls.ca));
    }
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyName(settings.host);
    socket.write(beginOfTls());
    socket.flush();
    socket.startClientEncryption();
    if (!socket.waitForEncrypted(timeoutMs)) {
        return Failure{DatabaseText::tr("the certificate of %1 is not good for it: %2")
                           .arg(settings.host, socket.errorString())};
    }
    return {};
}

} // namespace

QString databaseTlsKey(DatabaseTls::Mode mode)
{
    switch (mode) {
    case DatabaseTls::Mode::Off:
        return QStringLiteral("off");
    case DatabaseTls::Mode::Prefer:
        return QStringLiteral("prefer");
    case DatabaseTls::Mode::Require:
        return QStringLiteral("require");
    case DatabaseTls::Mode::Verify:
        return QStringLiteral("verify");
    }
    return {};
}

Result<void, QString> checkServerTls(const ConnectionSettings &settings)
{
    const DatabaseTls::Mode mode = settings.tls.mode;
    if (!settings.socket.isEmpty() ||
        (mode != DatabaseTls::Mode::Require && mode != DatabaseTls::Mode::Verify)) {
        return {};
    }
    for (const QString &file : {settings.tls.ca, settings.tls.certificate, settings.tls.key}) {
        if (!file.isEmpty() && !QFile(file).open(QIODevice::ReadOnly)) {
            return Failure{DatabaseText::tr("%1 cannot be read").arg(file)};
        }
    }
    static std::mutex mutex; // guards what follows
    static QSet<QString> good;
    const QString server = QStringLiteral("%1 %2 %3 %4")
                               .arg(settings.host, QString::number(settings.port),
                                    databaseTlsKey(mode), settings.tls.ca);
    const std::lock_guard lock(mutex);
    if (good.contains(server)) {
        return {};
    }
    if (auto looked = lookAt(settings); !looked) {
        return looked;
    }
    good.insert(server);
    return {};
}

} // namespace stampede
