// SPDX-License-Identifier: MIT
#pragma once
// requests: reads requests that other programs copied or wrote down, and makes scenarios of them.

#include "base/result.h"
#include "requests/document.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace stampede {

/// Headers in their order, names as written.
using HeaderList = QList<std::pair<QString, QString>>;

/// What a request was written down by.
enum class RequestSource
{
    Curl,       ///< a shell line of bash or cmd
    PowerShell, ///< Invoke-WebRequest, as browsers copy it
    Har,
    Postman,
    OpenApi,
    HttpFile
};

/// An answer that was recorded, or described, with a request.
struct FoundAnswer
{
    int status = 0;       ///< 100…599
    bool isClass = false; ///< status is 400 for all of 4xx
    QString name;         ///< of the example, or what the document says of it
    HeaderList headers;   ///< as far as they are known
    QString body;         ///< empty where none is known
};

/// One request as it was written down, before anything is filled in.
struct CopiedRequest
{
    QString name;   ///< with the folders it lies in; may be empty
    QString method; ///< upper case
    QString url;    ///< absolute, or it begins with a variable: "${env:BASE_URL}/claims"
    HeaderList headers;
    QString body;
    bool hasBody = false;
    bool insecure = false; ///< certificates are not to be checked
    std::optional<std::chrono::milliseconds> timeout;
    /// {name} in URL, headers and body stands for a value that nobody gave: an OpenAPI document
    /// has no example of it.
    bool hasOpenValues = false;
    QList<FoundAnswer> answers;
    QStringList remarks; ///< sentences: what was written there and has no use here
    TextPlace place;
    QString refusal; ///< why no scenario can be made of it: what was expected at `refusedAt`
    TextPlace refusedAt;

    /// "POST /api/claims": method and path without the query.
    [[nodiscard]] QString title() const;
    /// The path of the URL; "/" at least.
    [[nodiscard]] QString path() const;
    /// The value of a header by its name, in any case; nothing where it has none.
    [[nodiscard]] std::optional<QString> header(const QString &headerName) const;
    /// Of several reasons the first.
    void refuse(TextPlace at, const QString &why);
    /// Puts a header where there is none of that name.
    void addHeader(const QString &headerName, const QString &value);
};

/// All requests of an input, in its order.
struct FoundRequests
{
    RequestSource source = RequestSource::Curl;
    QList<CopiedRequest> requests; ///< at least one
    QStringList remarks;           ///< sentences on all of it
};

/// In bytes; a longer input is refused.
inline constexpr qsizetype kLargestRequestFile = 67'108'864;

/// Reads curl lines (bash, cmd, PowerShell as browsers copy them), HAR, Postman collections,
/// OpenAPI and Swagger documents, .http files; which of them is known by what stands there. `place`
/// is the input's name as fault lines show it. The errors are "FILE:LINE:COLUMN: what was
/// expected", a line each. Never reads a file or a variable. Any thread.
Result<FoundRequests, QStringList> readRequests(const QByteArray &content, const QString &place);

/// Whether a word of the command line is a request itself, not the name of a file.
bool looksLikeRequest(const QString &word);

/// "curl", "HAR", …
QString sourceName(RequestSource source);

/// The index of the request that `pick` names: a number from 1, or "POST /path" (method and path,
/// or a name). Empty: the only one. The error is a sentence, with the list where several fit.
Result<qsizetype, QString> pickRequest(const FoundRequests &found, const QString &pick);

/// "  3  POST /api/claims   Claim a coupon", a line each, of more than 200 the first and how many
/// more there are.
QStringList listOfRequests(const FoundRequests &found);

} // namespace stampede
