// SPDX-License-Identifier: MIT
#include "ui/live/answer_model.h"

#include "base/outcome.h"
#include "formats/json_values.h"
#include "run/one_request.h"
#include "text/number_text.h"
#include "ui/look/outcome_look.h"
#include "ui/scenario/rule_model.h"

#include <QJsonArray>
#include <QJsonObject>

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
    const bool sawOne = outcome == Outcome::Unknown && m_record->contact &&
                        m_record->contact->firstUnrecognisedStatus.value_or(0) > 0;
    if (sawOne) {
        return text::plain(*m_record->contact->firstUnrecognisedStatus);
    }
    const bool isAnswer = outcome != Outcome::NotSent && outcome != Outcome::Interrupted &&
                          outcome != Outcome::Unknown;
    // What a service of somebody else answers its rules know.
    const bool isOurs = m_record->scenario.target.kind == TargetKind::InProcess;
    return isAnswer && isOurs ? text::plain(answerStatus(outcome)) : QStringLiteral("–");
}

QString AnswerModel::code(Outcome outcome) const
{
    if (outcome == Outcome::Unknown && m_record->contact) {
        return m_record->contact->firstUnrecognised.simplified();
    }
    if (outcome == Outcome::NotSent || outcome == Outcome::Interrupted ||
        outcome == Outcome::Unknown) {
        return {};
    }
    if (m_record->scenario.target.kind == TargetKind::InProcess) {
        const std::string_view code = answerCode(outcome);
        return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
    }
    QStringList conditions;
    const QJsonArray rules = rulesOf(m_record->scenario);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QJsonObject rule = rules[i].toObject();
        if (rule[QLatin1String("outcome")].toString() == keyOf(outcome) && hasDecided(i)) {
            conditions << conditionOf(rule);
        }
    }
    return conditions.join(QStringLiteral(" · "));
}

/// Where nobody counted, each may have.
bool AnswerModel::hasDecided(qsizetype rule) const
{
    const auto at = static_cast<std::size_t>(rule);
    return !m_record->contact || at >= m_record->contact->ruleHits.size() ||
           m_record->contact->ruleHits[at] > 0;
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
        return QStringLiteral("%1 %2").arg(outcomeSign(outcome), outcomeName(outcome));
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
