#include "ui/live/answer_model.h"

#include "text/number_text.h"
#include "ui/outcome_look.h"

namespace stampede {

AnswerModel::AnswerModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void AnswerModel::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    beginResetModel();
    m_record = record;
    m_moments.reset();
    m_rows.clear();
    m_moment = {};
    if (record) {
        m_moment.outcomes = record->outcomes;
        for (const Outcome outcome : kAllOutcomes) {
            if (record->outcomes.of(outcome) > 0) {
                m_rows.push_back(outcome);
            }
        }
    }
    endResetModel();
}

void AnswerModel::show(const LiveSnapshot &moment, const std::shared_ptr<const RunMoments> &moments)
{
    m_moment = moment;
    m_moments = moments;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, Last));
    }
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AnswerModel::status(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Issued:
        return QStringLiteral("200");
    case Outcome::AlreadyIssued:
        return QStringLiteral("409");
    case Outcome::OutOfStock:
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::InvalidRequest:
        return QStringLiteral("400");
    case Outcome::NotFound:
        return QStringLiteral("404");
    case Outcome::Contention:
        return QStringLiteral("503");
    case Outcome::ServerError:
        return QStringLiteral("500");
    case Outcome::Unknown:
        if (m_record->contact && m_record->contact->firstUnrecognisedStatus.value_or(0) > 0) {
            return text::plain(*m_record->contact->firstUnrecognisedStatus);
        }
        return QStringLiteral("–");
    case Outcome::NotSent:
    case Outcome::Interrupted:
        return QStringLiteral("–");
    }
    return {};
}

QString AnswerModel::code(Outcome outcome) const
{
    if (outcome == Outcome::Unknown && m_record->contact) {
        return m_record->contact->firstUnrecognised.simplified();
    }
    switch (outcome) {
    case Outcome::AlreadyIssued:
        return QStringLiteral("ALREADY_ISSUED_COUPON");
    case Outcome::OutOfStock:
        return QStringLiteral("OUT_OF_STOCK");
    case Outcome::NotStarted:
        return QStringLiteral("COUPON_NOT_STARTED");
    case Outcome::Expired:
        return QStringLiteral("COUPON_EXPIRED");
    case Outcome::NotFound:
        return QStringLiteral("COUPON_NOT_FOUND");
    case Outcome::InvalidRequest:
        return QStringLiteral("INVALID_REQUEST");
    case Outcome::Contention:
        return QStringLiteral("CONTENTION");
    case Outcome::ServerError:
        return QStringLiteral("INTERNAL_ERROR");
    case Outcome::Issued:
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::Unknown:
        return {};
    }
    return {};
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Outcome outcome = m_rows[static_cast<std::size_t>(index.row())];
    const bool isFigure = index.column() >= Count;
    if (role == Qt::TextAlignmentRole) {
        return isFigure ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return outcomeMeaning(outcome);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const std::uint64_t times = m_moment.outcomes.of(outcome);
    const auto answered = [&](std::uint64_t number) {
        const auto ns = m_moments ? m_moments->answerNs(outcome, number) : std::nullopt;
        return ns ? text::seconds(*ns) : QString();
    };
    switch (static_cast<Column>(index.column())) {
    case Status:
        return status(outcome);
    case Code:
        return code(outcome);
    case Meaning:
        return QStringLiteral("%1 %2").arg(outcomeMark(outcome), outcomeName(outcome));
    case Count:
        return text::count(static_cast<std::int64_t>(times));
    case First:
        return times > 0 ? answered(1) : QString();
    case Last:
        return times > 0 ? answered(times) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section >= Count ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Status:
        return tr("Status");
    case Code:
        return tr("Code");
    case Meaning:
        return tr("Outcome");
    case Count:
        return tr("Count");
    case First:
        return tr("First, s");
    case Last:
        return tr("Last, s");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace stampede
