// SPDX-License-Identifier: MIT
#include "raw_client.h"

#include "base/check.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace stampede::test {

QByteArray HttpReply::field(const QByteArray &name) const
{
    const QByteArray start = "\r\n" + name + ": ";
    const qsizetype at = header.indexOf(start);
    if (at < 0) {
        return {};
    }
    const qsizetype from = at + start.size();
    return header.mid(from, header.indexOf("\r\n", from) - from);
}

QString HttpReply::text(const char *key) const
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String(key)).toString();
}

qint64 HttpReply::number(const char *key) const
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String(key)).toInteger(-1);
}

RawClient::RawClient(const ListenAddress &address)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval bound{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &bound, sizeof bound);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof bound);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    to.sin_addr.s_addr = htonl(QHostAddress(address.host).toIPv4Address());
    sockaddr any{};
    static_assert(sizeof any == sizeof to);
    std::memcpy(&any, &to, sizeof to);
    STAMPEDE_CHECK(::connect(m_socket, &any, sizeof any) == 0);
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

void RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t took = ::send(m_socket, bytes.constData() + sent,
                                    static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (took <= 0) {
            return;
        }
        sent += took;
    }
}

void RawClient::endSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::readMore()
{
    std::array<char, 65'536> bytes{};
    const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        return false;
    }
    m_read.append(bytes.data(), count);
    return true;
}

HttpReply RawClient::reply(bool hasBody)
{
    qsizetype end = -1;
    while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
        if (!readMore()) {
            return {};
        }
    }
    HttpReply reply;
    reply.header = m_read.left(end + 2);
    m_read.remove(0, end + 4);
    reply.status = reply.header.mid(9, 3).toInt();
    const qsizetype length = hasBody ? reply.field("Content-Length").toInt() : 0;
    while (m_read.size() < length) {
        if (!readMore()) {
            return {};
        }
    }
    reply.body = m_read.left(length);
    m_read.remove(0, length);
    return reply;
}

bool RawClient::isOver()
{
    char byte = 0;
    return m_read.isEmpty() && ::recv(m_socket, &byte, 1, 0) == 0;
}

QByteArray getRequest(const QByteArray &path, const QByteArray &fields)
{
    return "GET " + path + " HTTP/1.1\r\nHost: stampede\r\n" + fields + "\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + path + " HTTP/1.1\r\nHost: stampede\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray issueRequest(qint64 user, const QByteArray &fields)
{
    return postRequest("/api/coupons/1/issue", "{\"userId\": " + QByteArray::number(user) + "}",
                       fields);
}

} // namespace stampede::test
