// SPDX-License-Identifier: MIT
#include "ui/audit/database_fields.h"

#include "scenario/classify_setting.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace stampede {

DatabaseFields::DatabaseFields(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_url(new QLineEdit(session.host().url().display(), parent))
    , m_ownTables(new QRadioButton(tr("Stampede's own"), parent))
    , m_byProfile(new QRadioButton(tr("of another service, described by a profile"), parent))
    , m_profile(new QLineEdit(parent))
    , m_choose(new QPushButton(tr("Choose…"), parent))
    , m_allow(new QCheckBox(parent))
{
    setVisible(false); // its fields stand in the form
    m_url->setObjectName(QStringLiteral("auditUrl"));
    m_url->setAccessibleName(tr("Database"));
    m_url->setToolTip(tr("A database is \"managed:\", mysql://USER@HOST:PORT/DATABASE or "
                         "mysql://USER@/DATABASE?socket=PATH; its password comes from "
                         "STAMPEDE_DB_PASSWORD or ?password-file=PATH."));
    m_url->setCursorPosition(0); // its beginning tells most
    m_allow->setObjectName(QStringLiteral("auditAllow"));
    connect(m_url, &QLineEdit::textChanged, this, &DatabaseFields::adapt);
    connect(m_profile, &QLineEdit::textChanged, this, &DatabaseFields::adapt);
    connect(m_byProfile, &QRadioButton::toggled, this, &DatabaseFields::adapt);
    connect(m_allow, &QCheckBox::toggled, this, &DatabaseFields::adapt);
}

void DatabaseFields::addTo(QFormLayout &form)
{
    form.addRow(tr("Database"), m_url);
    form.addRow(QString(), m_allow);
    form.addRow(tr("Tables"), makeTables());
    adapt();
}

QWidget *DatabaseFields::makeTables()
{
    auto *tables = new QWidget(parentWidget());
    m_ownTables->setObjectName(QStringLiteral("auditOwnTables"));
    m_byProfile->setObjectName(QStringLiteral("auditByProfile"));
    m_profile->setObjectName(QStringLiteral("auditProfile"));
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->setPlaceholderText(tr("a file that ends with .profile.json"));
    m_ownTables->setChecked(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_profile, 1);
    row->addWidget(m_choose);
    auto *column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_ownTables);
    column->addWidget(m_byProfile);
    column->addLayout(row);
    connect(m_choose, &QPushButton::clicked, this, &DatabaseFields::chooseProfile);
    return tables;
}

void DatabaseFields::propose(const QString &database, const QString &profile)
{
    if (!database.isEmpty()) {
        m_url->setText(database);
    }
    if (!profile.isEmpty()) {
        const bool isHeld = holdsProfile(profile);
        m_held = isHeld ? profile : QString();
        m_profile->setText(isHeld ? QString() : profile);
        m_profile->setPlaceholderText(isHeld ? tr("as the scenario of the run describes them")
                                             : tr("a file that ends with .profile.json"));
        m_byProfile->setChecked(true);
    }
}

void DatabaseFields::chooseOwnTables()
{
    m_ownTables->setChecked(true);
}

void DatabaseFields::chooseProfile()
{
    const QString path =
        QFileDialog::getOpenFileName(window(), tr("Open a profile"), m_profile->text(),
                                     tr("Profiles (*.profile.json);;All files (*)"));
    propose({}, path);
}

QString DatabaseFields::fault() const
{
    const auto url = parseDatabaseUrl(m_url->text().trimmed());
    if (!url) {
        return url.error();
    }
    if (!m_allow->isHidden() && !m_allow->isChecked()) {
        return tr("%1 is not this computer.").arg(url.value().host);
    }
    const QString profile = this->profile();
    if (m_byProfile->isChecked() && !holdsProfile(profile) && !QFileInfo(profile).isFile()) {
        return profile.isEmpty() ? tr("Choose the profile that describes the tables.")
                                 : tr("There is no file %1.").arg(profile);
    }
    return {};
}

void DatabaseFields::adapt()
{
    m_profile->setEnabled(m_byProfile->isChecked());
    m_choose->setEnabled(m_byProfile->isChecked());
    const auto url = parseDatabaseUrl(m_url->text().trimmed());
    const bool isElsewhere = url && !m_session.host().mayReach(url.value());
    m_allow->setVisible(isElsewhere);
    if (isElsewhere) {
        m_allow->setText(tr("I answer for %1: it may be read.").arg(url.value().host));
    }
    Q_EMIT changed();
}

DatabaseUrl DatabaseFields::url() const
{
    return parseDatabaseUrl(m_url->text().trimmed()).value();
}

QStringList DatabaseFields::allowedHosts() const
{
    QStringList hosts = m_session.host().allowedHosts();
    if (!m_allow->isHidden()) {
        hosts << url().host;
    }
    return hosts;
}

QString DatabaseFields::profile() const
{
    const QString file = m_profile->text().trimmed();
    return !m_byProfile->isChecked() ? QString() : file.isEmpty() ? m_held : file;
}

} // namespace stampede
