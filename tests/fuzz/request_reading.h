// SPDX-License-Identifier: MIT
#pragma once

#include "fuzz_target.h"
#include "requests/scenario_draft.h"
#include "scenario/scenario_reader.h"

#include <algorithm>

namespace stampede::fuzz {

/// Reads an input as requests and drafts scenarios of the first few. Whatever it holds: a refusal
/// has a sentence with a place, a draft is a scenario's JSON without anything of its making in it.
inline void readAndDraft(const QByteArray &content)
{
    const auto found = readRequests(content, QStringLiteral("F"));
    if (!found) {
        must(!found.error().isEmpty(), "a refusal says why");
        must(found.error().size() <= InputFaults::kMost + 1, "no more faults than are told");
        must(
            std::all_of(found.error().begin(), found.error().end(),
                        [](const QString &fault) { return fault.startsWith(QLatin1String("F:")); }),
            "a fault says where");
        return;
    }
    must(!found.value().requests.isEmpty(), "what is read holds a request");
    const qsizetype most = std::min<qsizetype>(found.value().requests.size(), 3);
    for (qsizetype i = 0; i < most; ++i) {
        const CopiedRequest &request = found.value().requests[i];
        must(!request.method.isEmpty(), "a request has a method");
        must(request.path().startsWith(QLatin1Char('/')), "a request has a path");
        const auto draft =
            draftScenario(found.value(), {i, QStringLiteral("7"), QStringLiteral("code=SPRING")},
                          QStringLiteral("F"));
        const auto plain = draftScenario(found.value(), {i, {}, {}}, QStringLiteral("F"));
        must(draft || !draft.error().isEmpty(), "a refusal says why");
        if (!plain) {
            must(plain.error().constFirst().startsWith(QLatin1String("F:")), "a fault says where");
            continue;
        }
        const QByteArray file = scenarioFile(plain.value());
        const QString text = QString::fromUtf8(file);
        must(std::none_of(text.begin(), text.end(),
                          [](QChar letter) {
                              return letter.unicode() >= 0xFDD0 && letter.unicode() <= 0xFDD2;
                          }),
             "no mark is left over");
        static_cast<void>(readScenario(file, QStringLiteral("S")));
    }
}

} // namespace stampede::fuzz
