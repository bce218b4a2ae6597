// SPDX-License-Identifier: MIT
#include "ui/live/request_model.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace stampede {

namespace {

constexpr std::size_t kMadeAtOnce = 5'000; // in about a millisecond
constexpr std::chrono::milliseconds kTableRest{250};

/// What a request is sorted by.
std::int64_t keyOf(const Operation &operation, int column)
{
    switch (static_cast<RequestModel::Column>(column)) {
    case RequestModel::Time:
        return operation.invokedNs;
    case RequestModel::User:
        return operation.user;
    case RequestModel::Answer:
        return static_cast<std::int64_t>(indexOf(operation.outcome));
    case RequestModel::ServiceMs:
        return operation.serviceNs();
    case RequestModel::ResponseMs:
        return operation.responseNs();
    case RequestModel::RowId:
        return operation.rowId;
    case RequestModel::ColumnCount:
        break;
    }
    return 0;
}

/// Sorts requests by what their people are called.
void sortByName(std::vector<std::uint32_t> &order, const std::vector<Operation> &history,
                const PersonDirectory &people)
{
    std::vector<std::pair<QString, std::uint32_t>> named;
    named.reserve(order.size());
    for (const std::uint32_t each : order) {
        named.emplace_back(people.nameOf(history[each].user), each);
    }
    std::sort(named.begin(), named.end());
    std::transform(named.begin(), named.end(), order.begin(),
                   [](const auto &each) { return each.second; });
}

/// Whether the words fit a request: a number means a person or a row, else it is part of a name.
class Words
{
public:
    Words(const QString &words, const PersonDirectory &people)
        : m_any(words.trimmed().isEmpty())
        , m_people(people)
        , m_text(people.areNumbers() ? QString() : words.trimmed())
    {
        m_number = words.trimmed().toLongLong(&m_isNumber);
        for (const Outcome outcome : kAllOutcomes) {
            const bool fits = outcomeName(outcome).contains(words.trimmed(), Qt::CaseInsensitive);
            m_outcomes.at(indexOf(outcome)) = fits && !m_isNumber;
        }
    }
    [[nodiscard]] bool fit(const Operation &operation) const
    {
        return m_any || m_outcomes.at(indexOf(operation.outcome)) ||
               (m_isNumber && (isPerson(operation) || operation.rowId == m_number)) ||
               (!m_text.isEmpty() &&
                m_people.nameOf(operation.user).contains(m_text, Qt::CaseInsensitive));
    }

private:
    [[nodiscard]] bool isPerson(const Operation &operation) const
    {
        return m_text.isEmpty() && operation.user == m_number;
    }

    bool m_any;
    const PersonDirectory &m_people;
    QString m_text; ///< that may be part of a person's name
    bool m_isNumber = false;
    std::int64_t m_number = 0;
    std::array<bool, kOutcomeCount> m_outcomes{};
};

} // namespace

RequestModel::RequestModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_order(std::make_shared<const Order>())
    , m_making([this](const Made &made) {
        if (made.history == m_history) {
            take(made.order, made.question);
        }
        refresh();
    })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kTableRest);
    connect(&m_rest, &QTimer::timeout, this, &RequestModel::refresh);
}

void RequestModel::setHistory(const History &history, std::int64_t lengthNs,
                              const PersonDirectory &people, TargetKind target)
{
    beginResetModel();
    m_target = target;
    m_history = history;
    m_people = people;
    m_lengthNs = lengthNs;
    m_positionNs = lengthNs;
    m_moments.reset();
    m_order = std::make_shared<const Order>();
    m_wanted.positionNs = lengthNs;
    m_shown = {};
    endResetModel();
    refresh();
}

void RequestModel::setFilter(const QString &words, const std::vector<Outcome> &outcomes)
{
    m_wanted.words = words;
    m_wanted.outcomes = outcomes;
    refresh();
}

void RequestModel::setPosition(std::int64_t positionNs,
                               const std::shared_ptr<const RunMoments> &moments)
{
    m_positionNs = positionNs;
    m_moments = moments;
    m_wanted.positionNs = positionNs;
    if (!m_rest.isActive()) {
        refresh();
        m_rest.start();
    }
}

void RequestModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.column = std::clamp<int>(column, 0, ColumnCount - 1);
    m_wanted.descending = order == Qt::DescendingOrder;
    refresh();
}

RequestModel::Order RequestModel::orderOf(const std::vector<Operation> &history,
                                          const PersonDirectory &people,
                                          const RequestQuestion &question)
{
    const Words words(question.words, people);
    std::array<bool, kOutcomeCount> wanted{};
    for (const Outcome outcome : question.outcomes) {
        wanted.at(indexOf(outcome)) = true;
    }
    Order order;
    for (std::uint32_t i = 0; i < history.size(); ++i) {
        const Operation &each = history[i];
        if (each.invokedNs > question.positionNs) {
            break; // the history is sorted by that
        }
        if ((question.outcomes.empty() || wanted.at(indexOf(each.outcome))) && words.fit(each)) {
            order.push_back(i);
        }
    }
    if (question.column == User && !people.areNumbers()) {
        sortByName(order, history, people);
    } else if (question.column != Time) {
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
            return keyOf(history[left], question.column) < keyOf(history[right], question.column);
        });
    }
    if (question.descending) {
        std::reverse(order.begin(), order.end());
    }
    return order;
}

void RequestModel::refresh()
{
    if (!m_history || isBusy()) {
        return; // what is wanted by then is made when the present order is there
    }
    if (m_wanted == m_shown) {
        if (rowCount() > 0) { // answers may have come to requests that are shown
            Q_EMIT dataChanged(index(0, Answer), index(rowCount() - 1, RowId));
        }
        return;
    }
    if (m_history->size() <= kMadeAtOnce) {
        take(std::make_shared<const Order>(orderOf(*m_history, m_people, m_wanted)), m_wanted);
        return;
    }
    m_making.start([history = m_history, people = m_people, question = m_wanted]() -> Made {
        return {history, std::make_shared<const Order>(orderOf(*history, people, question)),
                question};
    });
}

void RequestModel::take(const std::shared_ptr<const Order> &order, const RequestQuestion &question)
{
    // Only the time has gone on: what is shown stays where it is.
    RequestQuestion sameMoment = question;
    sameMoment.positionNs = m_shown.positionNs;
    const bool isPrefix = sameMoment == m_shown && question.column == Time && !question.descending;
    const auto before = static_cast<int>(m_order->size());
    const auto after = static_cast<int>(order->size());
    if (isPrefix && after > before) {
        beginInsertRows({}, before, after - 1);
        m_order = order;
        m_shown = question;
        endInsertRows();
    } else if (isPrefix && after < before) {
        beginRemoveRows({}, after, before - 1);
        m_order = order;
        m_shown = question;
        endRemoveRows();
    } else if (!isPrefix) {
        beginResetModel();
        m_order = order;
        m_shown = question;
        endResetModel();
    }
    m_shown = question;
    if (isPrefix && std::min(before, after) > 0) {
        Q_EMIT dataChanged(index(0, Answer), index(std::min(before, after) - 1, RowId));
    }
}

const Operation &RequestModel::operation(int row) const
{
    return (*m_history)[(*m_order)[static_cast<std::size_t>(row)]];
}

int RequestModel::rowOf(std::uint32_t index) const
{
    const auto found = std::find(m_order->begin(), m_order->end(), index);
    return found == m_order->end() ? -1 : static_cast<int>(found - m_order->begin());
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order->size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RequestModel::isOver(const Operation &operation) const
{
    return m_positionNs >= m_lengthNs || !m_moments ||
           m_moments->endNs(static_cast<std::size_t>(&operation - m_history->data())) <=
               m_positionNs;
}

QString RequestModel::words(const Operation &operation, int column) const
{
    const bool over = isOver(operation);
    const bool timed = over && operation.returnedNs != Operation::kNoAnswer;
    switch (static_cast<Column>(column)) {
    case Time:
        return text::seconds(operation.invokedNs);
    case User:
        return m_people.nameOf(operation.user);
    case Answer: {
        return over ? outcomeLabel(operation, m_target) : QStringLiteral("…");
    }
    case ServiceMs:
        return timed ? text::latencyMs(static_cast<double>(operation.serviceNs())) : QString();
    case ResponseMs:
        return timed ? text::latencyMs(static_cast<double>(operation.responseNs())) : QString();
    case RowId:
        return over && operation.rowId > 0 ? text::plain(operation.rowId) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Operation &each = operation(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = words(each, index.column());
        return index.column() == Answer && isOver(each)
                   ? outcomeSign(each.outcome, each.reason) + QLatin1Char(' ') + shown
                   : shown;
    }
    case Qt::TextAlignmentRole:
        return index.column() == Answer ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == Answer && isOver(each) ? outcomeMeaning(each.outcome, each.reason)
                                                        : QVariant();
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section == Answer ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time, s");
    case User:
        return tr("User");
    case Answer:
        return tr("Answer");
    case ServiceMs:
        return tr("Service, ms");
    case ResponseMs:
        return tr("Response, ms");
    case RowId:
        return tr("Row");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace stampede
