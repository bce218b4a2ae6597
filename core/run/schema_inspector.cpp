// SPDX-License-Identifier: MIT
#include "run/schema_inspector.h"

#include <utility>

namespace stampede {

SchemaInspector::SchemaInspector(QObject *parent)
    : QObject(parent)
    , m_looking([this](const Answer &answer) { take(answer); })
{}

void SchemaInspector::ask(const DatabaseUrl &url, const QStringList &allowedHosts,
                          const TableQuestion &question)
{
    const Order order{url, allowedHosts, question};
    if (m_looking.isBusy() && url.display() == m_asked) {
        m_next = order;
    } else {
        begin(order);
    }
}

void SchemaInspector::begin(const Order &order)
{
    m_asked = order.url.display();
    m_next.reset();
    m_looking.start([order]() -> Answer {
        DatabaseHost host(order.url, order.allowedHosts);
        return std::make_shared<const Result<SchemaInspection, RunError>>(
            inspectSchema(host, order.question));
    });
}

void SchemaInspector::take(const Answer &answer)
{
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        begin(*next);
    } else {
        Q_EMIT answered(answer);
    }
}

} // namespace stampede
