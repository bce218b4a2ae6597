// SPDX-License-Identifier: MIT
#pragma once

#include "run/background.h"
#include "run/schema_inspection.h"

#include <QObject>

#include <memory>
#include <optional>

namespace stampede {

/// Looks at the tables of somebody else in the background; of several questions only the latest is
/// answered, and one database is asked one at a time. Belongs to the thread that made it; its
/// signal arrives there. Its end waits for nothing.
class SchemaInspector final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::shared_ptr<const Result<SchemaInspection, RunError>>;

    explicit SchemaInspector(QObject *parent = nullptr);

    void ask(const DatabaseUrl &url, const QStringList &allowedHosts,
             const TableQuestion &question);
    [[nodiscard]] bool isBusy() const { return m_looking.isBusy(); }

Q_SIGNALS:
    /// The answer to the latest question.
    void answered(const stampede::SchemaInspector::Answer &answer);

private:
    struct Order
    {
        DatabaseUrl url;
        QStringList allowedHosts;
        TableQuestion question;
    };
    void begin(const Order &order);
    void take(const Answer &answer);

    QString m_asked;             ///< the database that is being asked
    std::optional<Order> m_next; ///< the same database's
    Background<Answer> m_looking;
};

} // namespace stampede
