// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QString>

#include <memory>
#include <string>

namespace stampede {

/// Reads the bodies of requests for a coupon, {"userId": 7}. One thread.
class IssueBodyReader
{
public:
    IssueBodyReader();
    ~IssueBodyReader();
    IssueBodyReader(const IssueBodyReader &) = delete;
    IssueBodyReader &operator=(const IssueBodyReader &) = delete;

    /// Who asks. The whole body has to be JSON; keys that are not known are let be, and of a key
    /// that stands there twice the last counts. The body is left as it is but for its capacity. The
    /// error is a sentence that says what is wrong and where.
    Result<UserId, QString> read(std::string &body);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace stampede
