// SPDX-License-Identifier: MIT
#include "text/outcome_names.h"

#include "text/shared_text.h"

#include <QCoreApplication>

#include <array>

namespace stampede {

namespace {

/// An outcome in words, to be translated.
struct OutcomeWords
{
    Outcome outcome;
    const char *name;
    const char *group; ///< of those that are counted together; null where it is counted alone
    const char *meaning;
};

constexpr const char *kOutsideSale = QT_TRANSLATE_NOOP("SharedText", "Outside sale");
constexpr const char *kServerErrors = QT_TRANSLATE_NOOP("SharedText", "Server errors");

/// The words beside kOutcomeTable, in its order.
constexpr std::array<OutcomeWords, kOutcomeCount> kWords = {{
    {Outcome::Issued, QT_TRANSLATE_NOOP("SharedText", "Issued"), nullptr,
     QT_TRANSLATE_NOOP("SharedText", "The service said: you have it.")},
    {Outcome::AlreadyIssued, QT_TRANSLATE_NOOP("SharedText", "Already issued"), nullptr,
     QT_TRANSLATE_NOOP("SharedText", "The service said: this person has it already. No error; "
                                     "whether it is right, the audit says.")},
    {Outcome::OutOfStock, QT_TRANSLATE_NOOP("SharedText", "Out of stock"), nullptr,
     QT_TRANSLATE_NOOP(
         "SharedText",
         "The service said: none are left. No error; whether it is right, the audit says.")},
    {Outcome::NotStarted, QT_TRANSLATE_NOOP("SharedText", "Not on sale yet"), kOutsideSale,
     QT_TRANSLATE_NOOP("SharedText", "The sale had not begun.")},
    {Outcome::Expired, QT_TRANSLATE_NOOP("SharedText", "Sale over"), kOutsideSale,
     QT_TRANSLATE_NOOP("SharedText", "The sale had ended.")},
    {Outcome::NotFound, QT_TRANSLATE_NOOP("SharedText", "Not found"), nullptr,
     QT_TRANSLATE_NOOP(
         "SharedText",
         "The coupon or the person does not exist here. Look at the scenario before the service.")},
    {Outcome::InvalidRequest, QT_TRANSLATE_NOOP("SharedText", "Bad request"), nullptr,
     QT_TRANSLATE_NOOP("SharedText", "The service did not accept the request as sent.")},
    {Outcome::Contention, QT_TRANSLATE_NOOP("SharedText", "Contention"), kServerErrors,
     QT_TRANSLATE_NOOP(
         "SharedText",
         "Deadlock, lock wait or changed row; further tries did not help. Nothing was issued.")},
    {Outcome::NotSent, QT_TRANSLATE_NOOP("SharedText", "Not sent"), nullptr,
     QT_TRANSLATE_NOOP("SharedText", "Refused before a byte left.")},
    {Outcome::Interrupted, QT_TRANSLATE_NOOP("SharedText", "Withdrawn at stop"), nullptr,
     QT_TRANSLATE_NOOP("SharedText", "Withdrawn at stop; it took no effect.")},
    {Outcome::ServerError, QT_TRANSLATE_NOOP("SharedText", "Server error"), kServerErrors,
     QT_TRANSLATE_NOOP("SharedText", "The service failed and said so.")},
    {Outcome::Unknown, QT_TRANSLATE_NOOP("SharedText", "No answer"), nullptr,
     QT_TRANSLATE_NOOP(
         "SharedText",
         "Nobody knows yet whether it took effect. The audit finds out from the rows.")},
    {Outcome::NotIssued, QT_TRANSLATE_NOOP("SharedText", "Not issued"), nullptr,
     QT_TRANSLATE_NOOP("SharedText",
                       "The service said: this person has it already, or none are left; it has one "
                       "answer for both. No error; whether it is right, the audit says.")},
}};

constexpr bool everyLineInItsPlace()
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i].outcome != kOutcomeTable[i].outcome) {
            return false;
        }
    }
    return true;
}

static_assert(everyLineInItsPlace());

const OutcomeWords &wordsOf(Outcome outcome)
{
    return kWords[indexOf(outcome)];
}

} // namespace

QString outcomeName(Outcome outcome, UnknownReason reason)
{
    return reason == UnknownReason::Unclassified && outcome == Outcome::Unknown
               ? SharedText::tr("Not recognised")
               : SharedText::tr(wordsOf(outcome).name);
}

QString outcomeGroupName(Outcome outcome, UnknownReason reason)
{
    const char *group = wordsOf(outcome).group;
    return group == nullptr ? outcomeName(outcome, reason) : SharedText::tr(group);
}

QString outcomeMeaning(Outcome outcome, UnknownReason reason)
{
    return reason == UnknownReason::Unclassified && outcome == Outcome::Unknown
               ? SharedText::tr("An answer came, but no rule says what it means.")
               : SharedText::tr(wordsOf(outcome).meaning);
}

QString layerName(AnswerLayer layer)
{
    switch (layer) {
    case AnswerLayer::Issued:
        return inLine(outcomeGroupName(Outcome::Issued));
    case AnswerLayer::AlreadyIssued:
        return inLine(outcomeGroupName(Outcome::AlreadyIssued));
    case AnswerLayer::OutOfStock:
        return inLine(outcomeGroupName(Outcome::OutOfStock));
    case AnswerLayer::OtherRefusals:
        return SharedText::tr("refused otherwise");
    case AnswerLayer::Errors:
        return SharedText::tr("server errors, not sent");
    case AnswerLayer::NoAnswer:
        return SharedText::tr("no answer, not recognised");
    }
    return {};
}

QString inLine(QString name)
{
    if (!name.isEmpty()) {
        name[0] = name[0].toLower();
    }
    return name;
}

} // namespace stampede
