// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_url.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace stampede {

class Session;

/// Asks which database is read, and by which tables: rows of a form.
class DatabaseFields final : public QWidget
{
    Q_OBJECT

public:
    /// The session's database is proposed, and its trusted hosts need no question.
    DatabaseFields(const Session &session, QWidget *parent);
    /// Puts its rows at the end of a form, which takes them.
    void addTo(QFormLayout &form);
    /// Proposes another place; what is empty stays as it is.
    void propose(const QString &database, const QString &profile);
    void chooseOwnTables();

    /// What keeps it from being read, or empty.
    [[nodiscard]] QString fault() const;
    /// Without a fault: the rest of what was said.
    [[nodiscard]] DatabaseUrl url() const;
    [[nodiscard]] QStringList allowedHosts() const;
    /// A file, or the profile itself; empty for Stampede's own tables.
    [[nodiscard]] QString profile() const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeTables();
    void chooseProfile();
    /// Shows what belongs to what was said.
    void adapt();

    const Session &m_session;
    QLineEdit *m_url;
    QRadioButton *m_ownTables;
    QRadioButton *m_byProfile;
    QLineEdit *m_profile;
    QString m_held; ///< the profile that a scenario holds, where no file is named
    QPushButton *m_choose;
    QCheckBox *m_allow;
};

} // namespace stampede
