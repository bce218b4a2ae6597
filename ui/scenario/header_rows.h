// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace stampede {

class ElidedLabel;

/// The headers of a request, one a row, each with where its value comes from.
class HeaderRows final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderRows(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Puts the cursor where the value of that header is typed.
    void takeFocus(const QString &name);

private:
    struct Row
    {
        QWidget *line;
        QLineEdit *name;
        QLineEdit *value;
        ElidedLabel *from;
        bool wasSecret; ///< its value is not known any more, and asked for
    };

    void addRow(const QString &name, const QString &value);
    void remove(QWidget *line);
    void rebuild();
    void store();
    void showFrom(const Row &row) const;
    [[nodiscard]] QJsonValue typed() const;

    Session &m_session;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
    QLabel *m_fault;
};

} // namespace stampede
