// SPDX-License-Identifier: MIT
// A query log becomes a draft of transactions or is refused with a sentence; a draft is JSON whose
// steps the reader of transactions takes.

#include "fuzz_target.h"
#include "interleave/query_log.h"
#include "interleave/transactions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto draft = transactionsFromLog(fuzz::bytesOf(data, size), QStringLiteral("fuzz.log"));
    if (!draft) {
        fuzz::must(!draft.error().isEmpty(), "a refused log has a sentence");
        return 0;
    }
    const QJsonDocument json = QJsonDocument::fromJson(draft.value().json);
    fuzz::must(json.isObject(), "a draft is JSON");
    const auto read =
        readTransactions(draft.value().json, QStringLiteral("draft.transactions.json"));
    if (!read) { // what is missing is for people to add; what is there is right
        for (const QString &fault : read.error()) {
            fuzz::must(!fault.contains(QLatin1String(".sql")), "a draft's statements are taken");
        }
    }
    return 0;
}
