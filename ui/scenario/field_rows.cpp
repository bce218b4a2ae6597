// SPDX-License-Identifier: MIT
#include "ui/scenario/field_rows.h"

#include <QFormLayout>
#include <QLabel>

namespace stampede {

QLabel *faultLabel(const QString &setting, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("fault", true);
    label->setWordWrap(true);
    label->setObjectName(setting + QStringLiteral(".fault"));
    label->hide();
    return label;
}

void showFault(QLabel &label, const QString &fault)
{
    label.setText(fault);
    label.setVisible(!fault.isEmpty());
}

bool isWithin(const QString &place, const QString &setting)
{
    const QString rest = place.mid(setting.size());
    return place.startsWith(setting) && (rest.isEmpty() || rest.startsWith(QLatin1Char('.')) ||
                                         rest.startsWith(QLatin1Char('[')));
}

QString faultsWithin(const QMap<QString, QString> &faults, const QString &setting)
{
    QStringList found;
    for (auto it = faults.constBegin(); it != faults.constEnd(); ++it) {
        if (isWithin(it.key(), setting)) {
            found << it.value();
        }
    }
    return found.join(QLatin1Char('\n'));
}

void takeAway(QWidget *line, const QObject *owner)
{
    line->hide();
    const auto parts = line->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        part->disconnect(owner);
    }
    line->deleteLater();
}

QLabel *addFieldRow(QFormLayout &form, const QString &name, QWidget *field, QLabel *fault)
{
    auto *label = new QLabel(name, field->parentWidget());
    label->setProperty("muted", true);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form.addRow(label, field);
    if (fault != nullptr) {
        form.addRow(QString(), fault);
    }
    return label;
}

} // namespace stampede
