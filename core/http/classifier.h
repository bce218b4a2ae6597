// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "http/answer.h"

#include <QRegularExpression>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace stampede {

/// What a value of an answer must be: anything but null, this text, this number, true or false,
/// null, or a text that matches.
using AnswerTest =
    std::variant<std::monostate, std::string, double, bool, std::nullptr_t, QRegularExpression>;

/// One rule: holds for an answer where everything that it names holds.
struct AnswerRule
{
    int leastStatus = 0; ///< the status is in leastStatus…mostStatus
    int mostStatus = 999;
    std::string header; ///< its name in lower case; empty for none
    AnswerTest headerTest;
    std::optional<std::string> pointer; ///< RFC 6901 into a JSON body
    std::string column;                 ///< of the results of another tool; empty for none
    std::string check;                  ///< of k6, which passed; empty for none
    AnswerTest test;                    ///< of what pointer or column find, else of the whole body
    Outcome outcome = Outcome::Unknown;
};

/// Says what answers mean. One thread.
class Classifier
{
public:
    /// `rowPointer`: where an answer *issued* names the row that it wrote; empty for nowhere.
    /// `stockPointer`: where an answer names how many are left; nothing for nowhere.
    explicit Classifier(std::vector<AnswerRule> rules, std::string rowPointer = {},
                        std::optional<std::string> stockPointer = {});
    ~Classifier();
    Classifier(const Classifier &) = delete;
    Classifier &operator=(const Classifier &) = delete;

    /// The outcome of the first rule that holds; nothing where none does.
    std::optional<Outcome> classify(const ServiceAnswer &answer);
    /// Why classify() found nothing for that answer, right after it, and the word of the answer
    /// that says so: the encoding or the character set, if its headers are there.
    std::pair<NotRecognised, std::string> whyNot(const ServiceAnswer &answer) const;
    /// How often each rule did not hold only because its pointer found null, in their order.
    [[nodiscard]] const std::vector<std::uint64_t> &nulls() const { return m_nulls; }
    /// How often each rule has decided so far, in their order.
    [[nodiscard]] const std::vector<std::uint64_t> &hits() const { return m_hits; }
    /// The row that the answer names, 0 for none.
    std::int64_t rowOf(const ServiceAnswer &answer);
    /// The text, number or truth value at that pointer of the answer that classify() saw last.
    std::optional<std::string> textAt(const std::string &pointer, const ServiceAnswer &answer);
    /// How many are left by that answer, −1 where it does not say.
    std::int32_t stockOf(const ServiceAnswer &answer);
    /// The headers that rules look at, lower case.
    [[nodiscard]] std::vector<std::string> wantedHeaders() const;

    /// What `serve` answers, and who answers like it.
    static std::vector<AnswerRule> usualRules();

private:
    struct Json;
    bool holds(const AnswerRule &rule, const ServiceAnswer &answer);
    bool bodyHolds(const AnswerRule &rule, const ServiceAnswer &answer);
    static bool columnHolds(const AnswerRule &rule, const ServiceAnswer &answer);

    std::vector<AnswerRule> m_rules;
    std::vector<std::uint64_t> m_hits;  ///< one a rule
    std::vector<std::uint64_t> m_nulls; ///< one a rule
    std::string m_rowPointer;
    std::optional<std::string> m_stockPointer;
    std::unique_ptr<Json> m_json;
};

} // namespace stampede
