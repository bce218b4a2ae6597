#include "run/history_frame.h"

#include "issuance/in_process_target.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace stampede {

namespace {

struct FrameText
{
    Q_DECLARE_TR_FUNCTIONS(RunHistory)
};

} // namespace

HistoryFrame historyFrameOf(const RunRecord &record)
{
    HistoryFrame frame;
    frame.coupon = record.coupon.value;
    frame.stock = record.scenario.coupon.stock;
    Precedence precedence = precedenceOf(record.scenario.service);
    if (record.audit) {
        // Of the tables of somebody else only the audit knows what was in them.
        const AuditReport &audit = *record.audit;
        frame.stock = audit.state.initialStockKnown ? audit.state.initialStock : frame.stock;
        frame.holdersBefore = audit.holdersBefore;
        frame.rules = audit.rules;
        frame.rowPieces = audit.rowPieces;
        frame.piecesBefore = audit.piecesBefore;
        frame.writtenUsers = audit.writtenUsers;
        precedence = audit.precedence.value_or(precedence);
    }
    frame.precedence = precedenceKey(precedence);
    frame.keepsStatuses = record.statuses.has_value();
    if (record.audit && record.audit->state.remaining) {
        frame.hasFinal = true;
        frame.remaining = *record.audit->state.remaining;
        frame.rowUsers = record.audit->rowUsers;
    }
    return frame;
}

HistoryFacts factsOf(const HistoryFrame &frame)
{
    HistoryFacts facts;
    facts.stock = frame.stock;
    facts.holdersBefore = frame.holdersBefore;
    facts.precedence = precedenceFromKey(frame.precedence).value_or(Precedence::Any);
    facts.remaining = frame.remaining;
    facts.rowUsers = frame.rowUsers;
    facts.rules = frame.rules;
    facts.piecesBefore = frame.piecesBefore;
    facts.rowPieces = frame.rowPieces;
    facts.writtenUsers = frame.writtenUsers;
    return facts;
}

std::uint32_t quantityOf(const HistoryFrame &frame, const Operation &operation)
{
    if (!frame.rules.countsPieces) {
        return 1;
    }
    const std::int64_t asked =
        frame.quantityOf ? frame.quantityOf(operation) : frame.quantity.value_or(1);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(asked, 1, kMostPieces));
}

Result<RunHistory, QString> historyOf(const RunRecord &record)
{
    const TargetSettings &target = record.scenario.target;
    const bool isHttp = target.kind == TargetKind::Http;
    if (!record.history) {
        return Failure{FrameText::tr("the answers of the run are not kept.")};
    }
    const bool readStart = isHttp && target.audit.rows == TargetRows::Profile;
    if (readStart && !record.audit) {
        return Failure{FrameText::tr("the run was not audited, so nobody knows who held the coupon "
                                     "before it.")};
    }
    if (record.answersOnly() && !record.scenario.knowsStock()) {
        return Failure{FrameText::tr("nobody knows how many coupons there were before the run; "
                                     "coupon.stock in its scenario would say it.")};
    }
    const HistoryFrame frame = historyFrameOf(record);
    RunHistory history;
    history.facts = factsOf(frame);
    history.id = record.id;
    // In a service in this program nothing outlives the run.
    history.startedMs = isHttp ? record.startedAt.toMSecsSinceEpoch() : 0;
    if (record.answersOnly()) {
        history.facts.precedence = Precedence::Any;
    }
    history.operations = *record.history;
    if (frame.rules.countsPieces) {
        for (const Operation &operation : history.operations) {
            history.quantities.push_back(quantityOf(frame, operation));
        }
    }
    history.people = record.people;
    history.inTable = record.inTable;
    return history;
}

QString fingerprintOfHistory(const RunRecord &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto operations =
        record.history ? std::span<const Operation>(*record.history) : std::span<const Operation>();
    static_cast<void>(
        writeHistory(historyFrameOf(record), operations, [&hash](std::string_view text) {
            hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            return true;
        }));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace stampede
