// SPDX-License-Identifier: MIT
#include "ui/service/variable_rows.h"

#include "requests/request_parts.h"
#include "ui/widgets/labels.h"

#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace stampede {

VariableRows::VariableRows(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_form(new QFormLayout)
{
    setProperty("undoneByForm", false); // no setting: nothing of it is in the scenario
    m_form->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(mutedLabel(tr("Secrets of the request. They are kept until Stampede is "
                                    "closed; the scenario names them and no file holds them."),
                                 this));
    column->addLayout(m_form);
    hide();
}

void VariableRows::keep(const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        qputenv(name.toLatin1().constData(), value.toUtf8());
    }
}

QStringList VariableRows::names() const
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    const QString target = QString::fromUtf8(
        QJsonDocument(m_session.value(QStringLiteral("target")).toObject()).toJson());
    QStringList names = environmentNames(target).filter(name);
    names.removeDuplicates();
    return names;
}

QString VariableRows::missing() const
{
    for (const QString &name : m_names) {
        if (qEnvironmentVariableIsEmpty(name.toLatin1().constData())) {
            return tr("The secret %1 is missing: type it.").arg(name);
        }
    }
    return {};
}

void VariableRows::rebuild(const QStringList &names)
{
    m_names = names;
    m_fields.clear();
    while (m_form->rowCount() > 0) {
        m_form->removeRow(0);
    }
    for (const QString &name : names) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QStringLiteral("variable.") + name);
        field->setAccessibleName(name);
        field->setEchoMode(QLineEdit::Password);
        m_form->addRow(name, field);
        m_fields.insert(name, field);
        connect(field, &QLineEdit::textEdited, this, [this, name](const QString &typed) {
            qputenv(name.toLatin1().constData(), typed.toUtf8());
            Q_EMIT changed();
        });
    }
}

void VariableRows::refresh()
{
    if (const QStringList now = names(); now != m_names) {
        rebuild(now);
    }
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        const QString value = qEnvironmentVariable(it.key().toLatin1().constData());
        if (it.value()->text() != value) {
            it.value()->setText(value);
        }
    }
    setVisible(!m_names.isEmpty());
}

} // namespace stampede
