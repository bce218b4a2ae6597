// SPDX-License-Identifier: MIT
#include "http/url_template.h"

#include "http/http_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <optional>

namespace stampede {

namespace {

using Faults = std::vector<QString>;

Failure<Faults> oneFault(const QString &text)
{
    return Failure{Faults{text}};
}

/// Fills in `${env:NAME}`; what comes from there is never a placeholder.
Result<std::string, Faults> filledIn(std::string_view text, const TemplateNames &names)
{
    constexpr std::string_view kStart = "${env:";
    std::string filled;
    Faults faults;
    for (;;) {
        const std::size_t start = text.find(kStart);
        const std::size_t end = text.find('}', std::min(start, text.size()));
        if (start == std::string_view::npos || end == std::string_view::npos) {
            filled += text;
            break;
        }
        filled += text.substr(0, start);
        const std::string name(text.substr(start + kStart.size(), end - start - kStart.size()));
        const auto value = names.environment ? names.environment(name) : std::nullopt;
        if (!value) {
            faults.push_back(HttpText::tr("there is no environment variable %1")
                                 .arg(QString::fromStdString(name)));
        }
        for (const char c : value.value_or(std::string())) {
            filled += c == '{' ? "%7B" : c == '}' ? "%7D" : std::string(1, c);
        }
        text.remove_prefix(end + 1);
    }
    if (!faults.empty()) {
        return Failure{std::move(faults)};
    }
    return filled;
}

/// Characters that no request line may hold are percent-encoded.
std::string printableUrl(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>') {
            out += c;
        } else {
            appendEscaped(out, std::string_view(&c, 1), Escape::Url);
        }
    }
    return out;
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

bool isAddressCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' ||
           c == '.';
}

/// Takes host and port from what stands between :// and the path.
bool takeAuthority(std::string_view authority, UrlTemplate &url)
{
    std::string_view port;
    std::string_view host = authority;
    if (authority.starts_with('[')) {
        const std::size_t end = authority.find(']');
        if (end == std::string_view::npos) {
            return false;
        }
        host = authority.substr(1, end - 1);
        port = authority.substr(end + 1);
        if (!std::all_of(host.begin(), host.end(), isAddressCharacter)) {
            return false;
        }
    } else {
        const std::size_t colon = authority.find(':');
        if (colon != std::string_view::npos) {
            host = authority.substr(0, colon);
            port = authority.substr(colon);
        }
        if (!std::all_of(host.begin(), host.end(), isHostCharacter)) {
            return false;
        }
    }
    if (host.empty() || (!port.empty() && port.front() != ':')) {
        return false;
    }
    url.port = url.secure ? 443 : 80;
    if (port.size() > 1) {
        const char *const end = port.data() + port.size();
        const auto read = std::from_chars(port.data() + 1, end, url.port);
        if (read.ec != std::errc() || read.ptr != end || url.port == 0) {
            return false;
        }
    }
    url.host = host;
    url.authority = authority;
    return true;
}

/// Takes the path of a socket from what stands behind http+unix://, and gives what follows it.
std::optional<std::string_view> takeSocket(std::string_view rest, UrlTemplate &url)
{
    constexpr std::size_t kLongest = 107; // sun_path without its end
    const std::size_t end = rest.find(":/");
    url.socket = rest.substr(0, end);
    url.host = "localhost";
    url.authority = url.host;
    const bool isPath = url.socket.starts_with('/') && url.socket.size() <= kLongest &&
                        url.socket.find('{') == std::string::npos;
    return isPath ? std::optional(end == std::string_view::npos ? std::string_view()
                                                                : rest.substr(end + 1))
                  : std::nullopt;
}

} // namespace

Result<UrlTemplate, std::vector<QString>> UrlTemplate::parse(std::string_view text,
                                                             const TemplateNames &names)
{
    auto filled = filledIn(text, names);
    if (!filled) {
        return Failure{filled.error()};
    }
    std::string_view rest = filled.value();
    UrlTemplate url;
    constexpr std::string_view kPlain = "http://";
    constexpr std::string_view kSecure = "https://";
    constexpr std::string_view kUnix = "http+unix://";
    const bool isUnix = rest.starts_with(kUnix);
    url.secure = rest.starts_with(kSecure);
    if (!url.secure && !isUnix && !rest.starts_with(kPlain)) {
        return oneFault(HttpText::tr("must begin with http://, https:// or http+unix://"));
    }
    rest.remove_prefix(isUnix ? kUnix.size() : url.secure ? kSecure.size() : kPlain.size());
    const std::size_t pathAt = isUnix ? 0 : std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view authority = rest.substr(0, pathAt);
    std::string_view path = rest.substr(pathAt);
    if (isUnix) {
        const auto behind = takeSocket(rest, url);
        if (!behind) {
            return oneFault(HttpText::tr("must name a socket by its whole path, at most 107 bytes, "
                                         "such as http+unix:///run/app.sock:/path"));
        }
        path = *behind;
    }
    if (authority.find('@') != std::string_view::npos) {
        return oneFault(
            HttpText::tr("must not hold a user or a password; give them as a header, from "
                         "${env:NAME}"));
    }
    if (authority.find('{') != std::string_view::npos) {
        return oneFault(
            HttpText::tr("must name one host; placeholders may stand in the path only"));
    }
    if (path.find('#') != std::string_view::npos) {
        return oneFault(HttpText::tr("must not hold a fragment (#…), which is never sent"));
    }
    if (!isUnix && !takeAuthority(authority, url)) {
        return oneFault(HttpText::tr("must name a host, and a port from 1 to 65535 if any"));
    }
    url.pathText =
        printableUrl(path.starts_with('/') ? std::string(path) : '/' + std::string(path));
    auto parsed = TextTemplate::parse(url.pathText, Escape::Url, names);
    if (!parsed) {
        return Failure{parsed.error()};
    }
    url.path = std::move(parsed).value();
    return url;
}

} // namespace stampede
