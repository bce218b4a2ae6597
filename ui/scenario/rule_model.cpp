// SPDX-License-Identifier: MIT
#include "ui/scenario/rule_model.h"

#include "base/check.h"
#include "formats/json_values.h"
#include "text/number_text.h"
#include "ui/widgets/labels.h"

#include <QJsonObject>

namespace stampede {

namespace {

/// What a test of a value says, "is "X"" or "matches X".
QString testOf(const QJsonObject &test)
{
    if (test.contains(QLatin1String("equals"))) {
        const QJsonValue value = test[QLatin1String("equals")];
        return RuleModel::tr("is %1").arg(value.isString()
                                              ? QStringLiteral("\"%1\"").arg(value.toString())
                                              : value.toVariant().toString());
    }
    return test.contains(QLatin1String("matches"))
               ? RuleModel::tr("matches %1").arg(test[QLatin1String("matches")].toString())
               : RuleModel::tr("is there");
}

QString labelOf(const QString &key)
{
    for (const Outcome outcome : kAllOutcomes) {
        if (keyOf(outcome) == key) {
            return outcomeName(outcome);
        }
    }
    return key;
}

} // namespace

QString conditionOf(const QJsonObject &rule)
{
    QStringList parts;
    if (rule.contains(QLatin1String("status"))) {
        parts
            << RuleModel::tr("status %1").arg(rule[QLatin1String("status")].toVariant().toString());
    }
    if (rule.contains(QLatin1String("header"))) {
        parts << RuleModel::tr("a header %1").arg(rule[QLatin1String("header")].toString());
    }
    if (rule.contains(QLatin1String("pointer"))) {
        parts << RuleModel::tr("%1 %2").arg(rule[QLatin1String("pointer")].toString(),
                                            testOf(rule));
    } else if (rule.contains(QLatin1String("matches")) || rule.contains(QLatin1String("equals"))) {
        parts << RuleModel::tr("the body %1").arg(testOf(rule));
    }
    return parts.isEmpty() ? RuleModel::tr("any answer") : parts.join(RuleModel::tr(" and "));
}

void RuleModel::show(const QJsonArray &rules, const std::vector<std::int64_t> &hits)
{
    STAMPEDE_CHECK(hits.size() == static_cast<std::size_t>(rules.size()));
    if (rules.size() == m_rules.size()) {
        // No reset: whoever types in the chosen rule goes on typing.
        m_rules = rules;
        m_hits = hits;
        if (!rules.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_rules = rules;
    m_hits = hits;
    endResetModel();
}

bool RuleModel::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                         const QModelIndex &destinationParent, int destinationChild)
{
    if (count != 1 || sourceRow < 0 || sourceRow >= rowCount() || destinationChild < 0 ||
        destinationChild > rowCount() ||
        !beginMoveRows(sourceParent, sourceRow, sourceRow, destinationParent, destinationChild)) {
        return false;
    }
    const int to = destinationChild > sourceRow ? destinationChild - 1 : destinationChild;
    const QJsonValue rule = m_rules.takeAt(sourceRow);
    m_rules.insert(to, rule);
    const std::int64_t hits = m_hits[static_cast<std::size_t>(sourceRow)];
    m_hits.erase(m_hits.begin() + sourceRow);
    m_hits.insert(m_hits.begin() + to, hits);
    endMoveRows();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // their numbers
    Q_EMIT reordered();
    return true;
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const QJsonObject rule = m_rules.at(index.row()).toObject();
    const QString condition = conditionOf(rule);
    const QString outcome = rule[QLatin1String("outcome")].toString();
    const std::int64_t times = m_hits[static_cast<std::size_t>(index.row())];
    const QString hits =
        times < 0 ? QString()
                  : text::plural(times, tr("%1 time"), tr("%1 times")).arg(text::count(times));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString line =
            tr("%1. %2 → %3").arg(QString::number(index.row() + 1), condition, labelOf(outcome));
        return role == Qt::DisplayRole || hits.isEmpty() ? line : tr("%1, %2").arg(line, hits);
    }
    case ConditionRole:
        return condition;
    case MeaningRole:
        return labelOf(outcome);
    case HitsRole:
        return hits;
    case OutcomeRole:
        return outcome;
    default:
        return {};
    }
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Between rows a rule can be dropped, onto one it cannot.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

Qt::DropActions RuleModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

} // namespace stampede
