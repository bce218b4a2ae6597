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
    std::string host; ///< without the brackets of an IPv6 address
    std::uint16_t port = 80;
    std::string authority; ///< as the Host header has it
    TextTemplate path;     ///< with the query; begins with /

    /// Reads http://HOST[:PORT][/PATH][?QUERY] or https://…. Placeholders may stand in path and
    /// query,
    /// `${env:NAME}` anywhere; in its value braces are no placeholders. The errors are sentences
    /// without the place and never repeat a value.
    static Result<UrlTemplate, std::vector<QString>> parse(std::string_view text,
                                                           const TemplateNames &names);
};

} // namespace stampede
