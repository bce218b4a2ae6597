// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace stampede {

/// The variables of the environment that the target names, ${env:NAME}: what they are for this
/// process, typed where nobody else could see them. No file holds a value.
class VariableRows final : public QWidget
{
    Q_OBJECT

public:
    explicit VariableRows(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// What is missing, a sentence; empty where nothing is.
    [[nodiscard]] QString missing() const;
    /// Sets a variable for this process.
    static void keep(const QString &name, const QString &value);

Q_SIGNALS:
    /// Somebody typed a value.
    void changed();

private:
    [[nodiscard]] QStringList names() const;
    void rebuild(const QStringList &names);

    Session &m_session;
    QFormLayout *m_form;
    QStringList m_names;
    QHash<QString, QLineEdit *> m_fields;
};

} // namespace stampede
