// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "http/url_template.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stampede {

/// A request as it is written down, before anything is filled in.
struct RequestText
{
    std::string method = "POST";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    bool bodyIsJson = false; ///< placeholders stand inside of JSON strings
};

/// What is wrong with a request: where ("url", "headers.NAME", "body"), and a sentence.
struct RequestDiagnostic
{
    QString path;
    QString text;
};

/// Whether that value of Content-Type says that a body is a form, whose values are encoded.
bool isFormType(std::string_view contentType);

/// A request with everything filled in that does not change. One thread writes requests from it.
class RequestTemplate
{
public:
    /// `requestIdPrefix`: what every X-Request-Id begins with; the request's index follows.
    static Result<RequestTemplate, std::vector<RequestDiagnostic>>
    make(const RequestText &text, const TemplateNames &names, std::string_view requestIdPrefix);

    /// Replaces `out` by one request, ready to be sent. No allocation once `out` is large enough.
    void write(std::string &out, const TemplateValues &values);

    [[nodiscard]] const UrlTemplate &url() const { return m_url; }
    /// The header Idempotency-Key where it is the same in all requests of a person, who then asks
    /// for one thing however often; null for none.
    [[nodiscard]] const TextTemplate *keyOfPerson() const
    {
        return m_keyHeader < m_headers.size() ? &m_headers[m_keyHeader].second : nullptr;
    }
    /// Whether an answer has no body whatever its headers say.
    [[nodiscard]] bool isHead() const { return m_method == "HEAD"; }

private:
    std::string m_method;
    UrlTemplate m_url;
    std::vector<std::pair<std::string, TextTemplate>> m_headers; ///< "Name: " and the value
    std::string m_afterUrl; ///< from the version to the start of the request id
    TextTemplate m_body;
    std::size_t m_keyHeader = SIZE_MAX;
    bool m_hasBody = false;
    std::string m_bodyBuffer;
};

} // namespace stampede
