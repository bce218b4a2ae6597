#include "run/table_looker.h"

#include <utility>

namespace stampede {

TableLooker::TableLooker(QObject *parent)
    : QObject(parent)
    , m_looking([this](const Answer &answer) { take(answer); })
{}

void TableLooker::ask(const DatabaseUrl &url, const QStringList &allowedHosts,
                      const TableQuestion &question)
{
    const Order order{url, allowedHosts, question};
    if (m_looking.isBusy() && url.display() == m_asked) {
        m_next = order;
    } else {
        begin(order);
    }
}

void TableLooker::begin(const Order &order)
{
    m_asked = order.url.display();
    m_next.reset();
    m_looking.start([order]() -> Answer {
        DatabaseHost host(order.url, order.allowedHosts);
        return std::make_shared<const Result<TableLook, RunFault>>(
            lookAtTables(host, order.question));
    });
}

void TableLooker::take(const Answer &answer)
{
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        begin(*next);
    } else {
        Q_EMIT answered(answer);
    }
}

} // namespace stampede
