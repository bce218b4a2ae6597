// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "http/text_template.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace stampede {

/// Where a URL leads to, and the path with its placeholders.
struct UrlTemplate
{
    bool secure = false;
    std::string host;   ///< without the brackets of an IPv6 address
    std::string socket; ///< the path of a Unix socket, which host and port then do not lead to
    std::uint16_t port = 80;
    std::string authority; ///< as the Host header has it
    TextTemplate path;     ///< with the query; begins with /
    std::string pathText;  ///< the same before anything is filled in

    /// Whether the other one leads to the same service, by the same words.
    [[nodiscard]] bool isSamePlace(const UrlTemplate &other) const
    {
        return secure == other.secure && host == other.host && port == other.port &&
               socket == other.socket;
    }

    /// Reads http://HOST[:PORT][/PATH][?QUERY], https://… or http+unix://SOCKET[:/PATH][?QUERY].
    /// Placeholders may stand in path and query,
    /// `${env:NAME}` anywhere; in its value braces are no placeholders. The errors are sentences
    /// without the place and never repeat a value.
    static Result<UrlTemplate, std::vector<QString>> parse(std::string_view text,
                                                           const TemplateNames &names);
};

} // namespace stampede
