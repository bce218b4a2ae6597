#include "text/outcome_names.h"

#include <QCoreApplication>

namespace stampede {

namespace {

struct OutcomeNames
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeNames)
};

} // namespace

QString outcomeName(Outcome outcome, UnknownReason reason)
{
    switch (outcome) {
    case Outcome::Issued:
        return OutcomeNames::tr("Issued");
    case Outcome::AlreadyIssued:
        return OutcomeNames::tr("Already issued");
    case Outcome::OutOfStock:
        return OutcomeNames::tr("Out of stock");
    case Outcome::NotStarted:
        return OutcomeNames::tr("Not on sale yet");
    case Outcome::Expired:
        return OutcomeNames::tr("Sale over");
    case Outcome::NotFound:
        return OutcomeNames::tr("Not found");
    case Outcome::InvalidRequest:
        return OutcomeNames::tr("Bad request");
    case Outcome::Contention:
        return OutcomeNames::tr("Contention");
    case Outcome::NotSent:
        return OutcomeNames::tr("Not sent");
    case Outcome::Interrupted:
        return OutcomeNames::tr("Withdrawn at stop");
    case Outcome::ServerError:
        return OutcomeNames::tr("Server error");
    case Outcome::Unknown:
        return reason == UnknownReason::Unclassified ? OutcomeNames::tr("Not recognised")
                                                     : OutcomeNames::tr("No answer");
    case Outcome::NotIssued:
        return OutcomeNames::tr("Not issued");
    }
    return {};
}

QString outcomeGroupName(Outcome outcome, UnknownReason reason)
{
    switch (outcome) {
    case Outcome::NotStarted:
    case Outcome::Expired:
        return OutcomeNames::tr("Outside sale");
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::ServerError:
        return OutcomeNames::tr("Server errors");
    case Outcome::Issued:
    case Outcome::AlreadyIssued:
    case Outcome::OutOfStock:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Interrupted:
    case Outcome::Unknown:
    case Outcome::NotIssued:
        return outcomeName(outcome, reason);
    }
    return {};
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
        return OutcomeNames::tr("refused otherwise");
    case AnswerLayer::Errors:
        return inLine(outcomeGroupName(Outcome::ServerError));
    case AnswerLayer::NoAnswer:
        return OutcomeNames::tr("no answer, not recognised");
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
