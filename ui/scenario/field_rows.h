// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace stampede {

/// A place for what is wrong with a setting, hidden until something is. Called "SETTING.fault".
QLabel *faultLabel(const QString &setting, QWidget *parent);
void showFault(QLabel &label, const QString &fault);

/// Whether the place of a fault is that setting or in it: "issued.where[0].in" is in
/// "issued.where".
bool isWithin(const QString &place, const QString &setting);
/// What is wrong with a setting and with what is in it, a line each.
QString faultsWithin(const QMap<QString, QString> &faults, const QString &setting);

/// Takes a line out of a form at once, and deletes it when the event that asked for that has ended:
/// until then nothing that is still typed into it reaches `owner`, whose lines are others by now.
void takeAway(QWidget *line, const QObject *owner);

/// Takes the row of that line out of a list that grows and shrinks, each with its `line`; its own
/// button may be asking for it.
template<typename Row>
void removeRow(QList<Row> &rows, QWidget *line)
{
    rows.removeIf([line](const Row &row) { return row.line == line; });
    line->hide();
    line->deleteLater();
}

/// A row of a form: a name in grey, the field and below it its fault. Gives the name back.
QLabel *addFieldRow(QFormLayout &form, const QString &name, QWidget *field, QLabel *fault);

} // namespace stampede
