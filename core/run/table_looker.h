#pragma once

#include "run/table_look.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>

namespace stampede {

/// Looks at the tables of somebody else in the background, one question at a time: of those that
/// come while one is being answered only the last is asked. Belongs to the thread that made it; its
/// signal arrives there.
class TableLooker final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::shared_ptr<const Result<TableLook, RunFault>>;

    explicit TableLooker(QObject *parent = nullptr);
    /// Waits for the question that is being answered.
    ~TableLooker() override;

    void ask(const DatabaseUrl &url, const QStringList &allowedHosts,
             const TableQuestion &question);
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// The answer to the latest question.
    void answered(const stampede::TableLooker::Answer &answer);

private:
    struct Order
    {
        DatabaseUrl url;
        QStringList allowedHosts;
        TableQuestion question;
    };
    void begin(Order order);
    void take(const Answer &answer);

    bool m_busy = false;
    std::optional<Order> m_next;
    std::jthread m_job;
};

} // namespace stampede
