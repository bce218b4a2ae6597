// SPDX-License-Identifier: MIT
#include "serve/listen_address.h"

#include "serve/serve_text.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace stampede {

namespace {

constexpr int kLargestPort = 65'535;

Failure<QString> unreadable(const QString &text)
{
    return Failure{
        ServeText::tr("%1 is no address to listen at. It is written HOST:PORT, HOST an address of "
                      "this machine or localhost, PORT 0 to 65535: 127.0.0.1:8080 or [::1]:8080.")
            .arg(text)};
}

} // namespace

bool ListenAddress::isLoopback() const
{
    return QHostAddress(host).isLoopback();
}

QString ListenAddress::url() const
{
    QString reachable = host;
    if (host == QLatin1String("0.0.0.0")) {
        reachable = QStringLiteral("127.0.0.1");
    } else if (QHostAddress(host) == QHostAddress(QHostAddress::AnyIPv6)) {
        reachable = QStringLiteral("::1");
    }
    if (reachable.contains(QLatin1Char(':'))) {
        reachable = QLatin1Char('[') + reachable + QLatin1Char(']');
    }
    return QStringLiteral("http://%1:%2").arg(reachable, QString::number(port));
}

Result<ListenAddress, QString> parseListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const int port = text.mid(colon + 1).toInt(&isNumber);
    QString host = text.left(colon);
    if (colon <= 0 || !isNumber || port < 0 || port > kLargestPort ||
        !text.at(colon + 1).isDigit()) {
        return unreadable(text);
    }
    const bool bracketed = host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
    if (bracketed) {
        host = host.mid(1, host.size() - 2);
    } else if (host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0) {
        host = QStringLiteral("127.0.0.1");
    }
    const QHostAddress address(host);
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address.isNull() || isIpv6 != bracketed) {
        return unreadable(text);
    }
    return ListenAddress{address.toString(), static_cast<std::uint16_t>(port)};
}

} // namespace stampede
