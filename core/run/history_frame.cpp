#include "run/history_frame.h"

#include "issuance/in_process_target.h"

#include <QCoreApplication>
#include <QCryptographicHash>

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
    history.id = record.id;
    // In a service in this program nothing outlives the run.
    history.startedMs = isHttp ? record.startedAt.toMSecsSinceEpoch() : 0;
    history.stock = frame.stock;
    history.holdersBefore = frame.holdersBefore;
    history.precedence = record.answersOnly()
                             ? Precedence::Any
                             : precedenceFromKey(frame.precedence).value_or(Precedence::Any);
    history.operations = *record.history;
    history.remaining = frame.remaining;
    history.rowUsers = frame.rowUsers;
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
