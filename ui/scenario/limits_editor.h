// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QJsonValue>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace stampede {

/// The limits of the scenario, one a line: a metric and what it must be.
class LimitsEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsEditor(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Puts the cursor into the first limit that is not possible, else into the first.
    void takeFocus();
    /// How many limits there are.
    [[nodiscard]] qsizetype size() const { return m_limits.size(); }

private:
    struct Limit
    {
        QString metric;
        QString expression;
        QJsonValue original; ///< as read, with what else it carries
        friend bool operator==(const Limit &, const Limit &) = default;
    };

    static QList<Limit> read(const QJsonValue &json);
    void rebuild();
    void addLine(qsizetype index);
    void store();

    Session &m_session;
    QList<Limit> m_limits;
    QWidget *m_lines;
    QVBoxLayout *m_column;
    QLabel *m_fault;
};

} // namespace stampede
