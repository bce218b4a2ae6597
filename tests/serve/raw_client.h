// SPDX-License-Identifier: MIT
#pragma once

#include "serve/listen_address.h"

#include <QByteArray>

namespace stampede::test {

/// One answer as it came.
struct HttpReply
{
    int status = 0;    ///< 0: the connection ended, or nothing came in time
    QByteArray header; ///< with the status line
    QByteArray body;

    /// The value of a header field; null where it is missing.
    [[nodiscard]] QByteArray field(const QByteArray &name) const;
    /// A text of the body's JSON object.
    [[nodiscard]] QString text(const char *key) const;
    /// A number of the body's JSON object, −1 where it is missing.
    [[nodiscard]] qint64 number(const char *key) const;
};

/// A connection that sends any bytes whatever. Every wait ends after 20 s.
class RawClient
{
public:
    explicit RawClient(const ListenAddress &address);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /// Sends as much as the other side takes.
    void send(const QByteArray &bytes);
    /// Says that nothing more will be sent.
    void endSending();
    /// Reads the next answer.
    HttpReply reply(bool hasBody = true);
    HttpReply ask(const QByteArray &bytes)
    {
        send(bytes);
        return reply();
    }
    /// Whether the other side has hung up, and sent nothing before it.
    bool isOver();

private:
    bool readMore();
    int m_socket;
    QByteArray m_read;
};

/// GET PATH, with further header lines.
QByteArray getRequest(const QByteArray &path, const QByteArray &fields = {});
/// POST of that body.
QByteArray postRequest(const QByteArray &path, const QByteArray &body,
                       const QByteArray &fields = {});
/// The request of that user for the coupon 1.
QByteArray issueRequest(qint64 user, const QByteArray &fields = {});

} // namespace stampede::test
