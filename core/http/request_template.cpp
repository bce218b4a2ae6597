// SPDX-License-Identifier: MIT
#include "http/request_template.h"

#include "http/http_text.h"

#include "http/answer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace stampede {

namespace {

bool isToken(std::string_view name)
{
    static constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kMarks.find(c) != std::string_view::npos;
    });
}

/// Headers that follow from the rest of the request.
bool isOurs(const std::string &lower)
{
    constexpr std::array<std::string_view, 6> kOurs = {
        "content-length", "transfer-encoding", "connection", "expect", "upgrade", "x-request-id"};
    return std::find(kOurs.begin(), kOurs.end(), lower) != kOurs.end();
}

void appendNumber(std::string &out, std::uint64_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
}

void addFaults(std::vector<RequestDiagnostic> &faults, const QString &path,
               const std::vector<QString> &texts)
{
    for (const QString &text : texts) {
        faults.push_back({path, text});
    }
}

} // namespace

bool isFormType(std::string_view contentType)
{
    return lowered(contentType).starts_with("application/x-www-form-urlencoded");
}

Result<RequestTemplate, std::vector<RequestDiagnostic>>
RequestTemplate::make(const RequestText &text, const TemplateNames &names,
                      std::string_view requestIdPrefix)
{
    RequestTemplate made;
    std::vector<RequestDiagnostic> faults;
    made.m_method = text.method;
    auto url = UrlTemplate::parse(text.url, names);
    if (url) {
        made.m_url = std::move(url).value();
    } else {
        addFaults(faults, QStringLiteral("url"), url.error());
    }
    bool hasHost = false;
    bool hasType = false;
    bool isForm = false;
    for (const auto &[name, value] : text.headers) {
        const QString path = QStringLiteral("headers.") + QString::fromStdString(name);
        const std::string lower = lowered(name);
        hasHost = hasHost || lower == "host";
        if (lower == "content-type") {
            hasType = true;
            isForm = isFormType(value);
        }
        if (!isToken(name)) {
            faults.push_back({path, HttpText::tr("is no name of a header")});
        } else if (isOurs(lower)) {
            faults.push_back({path, HttpText::tr("is made by Stampede; leave it out")});
        }
        auto parsed = TextTemplate::parse(value, Escape::Header, names);
        if (parsed) {
            if (lower == "idempotency-key" && parsed.value().isOfPerson()) {
                made.m_keyHeader = made.m_headers.size();
            }
            made.m_headers.emplace_back(name + ": ", std::move(parsed).value());
        } else {
            addFaults(faults, path, parsed.error());
        }
    }
    const Escape inBody = isForm ? Escape::Form : text.bodyIsJson ? Escape::Json : Escape::None;
    auto body = TextTemplate::parse(text.body, inBody, names);
    if (body) {
        made.m_body = std::move(body).value();
    } else {
        addFaults(faults, QStringLiteral("body"), body.error());
    }
    if (!faults.empty()) {
        return Failure{std::move(faults)};
    }
    made.m_hasBody = !text.body.empty() || text.method == "POST" || text.method == "PUT" ||
                     text.method == "PATCH";
    made.m_afterUrl = " HTTP/1.1\r\n";
    if (!hasHost) {
        made.m_afterUrl += "Host: " + made.m_url.authority + "\r\n";
    }
    if (!hasType && text.bodyIsJson) {
        made.m_afterUrl += "Content-Type: application/json\r\n";
    }
    made.m_afterUrl += "X-Request-Id: " + std::string(requestIdPrefix);
    return made;
}

void RequestTemplate::write(std::string &out, const TemplateValues &values)
{
    out.clear();
    out += m_method;
    out += ' ';
    m_url.path.append(out, values);
    out += m_afterUrl;
    appendNumber(out, values.request);
    out += "\r\n";
    for (const auto &[name, value] : m_headers) {
        out += name;
        value.append(out, values);
        out += "\r\n";
    }
    if (!values.cookies.empty()) {
        out += "Cookie: ";
        out += values.cookies;
        out += "\r\n";
    }
    if (!m_hasBody) {
        out += "\r\n";
        return;
    }
    m_bodyBuffer.clear();
    m_body.append(m_bodyBuffer, values);
    out += "Content-Length: ";
    appendNumber(out, m_bodyBuffer.size());
    out += "\r\n\r\n";
    out += m_bodyBuffer;
}

} // namespace stampede
