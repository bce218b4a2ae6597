#include "run/history_frame.h"

#include "issuance/in_process_target.h"

#include <QCryptographicHash>

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

std::optional<RunHistory> historyOf(const RunRecord &record)
{
    const HistoryFrame frame = historyFrameOf(record);
    if (!frame.hasFinal || !record.history) {
        return std::nullopt;
    }
    RunHistory history;
    history.stock = frame.stock;
    history.holdersBefore = frame.holdersBefore;
    history.precedence = precedenceFromKey(frame.precedence).value_or(Precedence::Any);
    history.operations = *record.history;
    history.remaining = frame.remaining;
    history.rowUsers = frame.rowUsers;
    history.requestIdPrefix = record.id + QLatin1Char('-');
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
