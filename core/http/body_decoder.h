// SPDX-License-Identifier: MIT
#pragma once

#include "http/answer.h"

#include <QStringDecoder>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// Makes the bodies of answers what rules read: unpacked (gzip, deflate), without the mark at the
/// start of UTF-8, and in UTF-8 where Content-Type names another character set. One thread.
class BodyDecoder
{
public:
    /// Headers of answers that it looks at, beside `wanted`.
    static std::vector<std::string> withItsHeaders(std::vector<std::string> wanted);

    /// `answer` with its body decoded, valid until the next call and as long as `answer` is. Where
    /// that cannot be, the body is as it came, and `unread` and `unreadName` say why.
    ServiceAnswer decoded(ServiceAnswer answer);

private:
    void unpack(ServiceAnswer &answer, std::string encoding);
    void convert(ServiceAnswer &answer, const std::string &type);
    void chooseCharset(const std::string &type);

    std::string m_unpacked;
    std::string m_name; ///< of the encoding that was not read
    QByteArray m_converted;
    std::string m_type;    ///< that m_charset and m_decoder were made for
    std::string m_charset; ///< lower case; empty for UTF-8
    std::optional<QStringDecoder> m_decoder;
};

} // namespace stampede
