#include "run/table_looker.h"

#include <QMetaObject>

#include <utility>

namespace stampede {

TableLooker::TableLooker(QObject *parent)
    : QObject(parent)
{}

TableLooker::~TableLooker() = default;

void TableLooker::ask(const DatabaseUrl &url, const QStringList &allowedHosts,
                      const TableQuestion &question)
{
    Order order{url, allowedHosts, question};
    if (m_busy) {
        m_next = std::move(order);
    } else {
        begin(std::move(order));
    }
}

void TableLooker::begin(Order order)
{
    m_busy = true;
    m_job = std::jthread([this, order = std::move(order)] {
        DatabaseHost host(order.url, order.allowedHosts);
        auto answer =
            std::make_shared<const Result<TableLook, RunFault>>(lookAtTables(host, order.question));
        QMetaObject::invokeMethod(
            this, [this, answer] { take(answer); }, Qt::QueuedConnection);
    });
}

void TableLooker::take(const Answer &answer)
{
    m_busy = false;
    if (m_next) {
        begin(*std::exchange(m_next, std::nullopt));
    } else {
        Q_EMIT answered(answer);
    }
}

} // namespace stampede
