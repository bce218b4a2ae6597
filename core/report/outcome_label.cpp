#include "report/outcome_label.h"

#include <QCoreApplication>

namespace stampede {

namespace {

struct LabelText
{
    Q_DECLARE_TR_FUNCTIONS(LabelText)
};

} // namespace

QString outcomeLabel(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return LabelText::tr("Issued (200)");
    case Outcome::AlreadyIssued:
        return LabelText::tr("Already issued (409)");
    case Outcome::OutOfStock:
        return LabelText::tr("Out of stock (400)");
    case Outcome::NotIssued:
        return LabelText::tr("Refused: has it, or sold out");
    case Outcome::NotStarted:
        return LabelText::tr("Not on sale yet (400)");
    case Outcome::Expired:
        return LabelText::tr("Sale over (400)");
    case Outcome::NotFound:
        return LabelText::tr("Not found (404)");
    case Outcome::InvalidRequest:
        return LabelText::tr("Bad request (400)");
    case Outcome::Contention:
        return LabelText::tr("Gave up waiting (503)");
    case Outcome::NotSent:
        return LabelText::tr("Not sent");
    case Outcome::Interrupted:
        return LabelText::tr("Withdrawn at stop");
    case Outcome::ServerError:
        return LabelText::tr("Server error (500)");
    case Outcome::Unknown:
        return LabelText::tr("No answer");
    }
    return {};
}

} // namespace stampede
