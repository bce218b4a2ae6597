#include "run/history_frame.h"

#include "issuance/in_process_target.h"

#include <QCryptographicHash>

#include <algorithm>

namespace stampede {

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

std::optional<RunHistory> historyOf(const RunRecord &record)
{
    const HistoryFrame frame = historyFrameOf(record);
    if (!frame.hasFinal || !record.history) {
        return std::nullopt;
    }
    RunHistory history = historyFrom(factsOf(frame));
    history.operations = *record.history;
    if (frame.rules.countsPieces) {
        for (const Operation &operation : history.operations) {
            history.quantities.push_back(quantityOf(frame, operation));
        }
    }
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
