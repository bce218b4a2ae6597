#pragma once

#include <QMap>
#include <QString>

class QFormLayout;
class QLabel;
class QWidget;

namespace stampede {

/// A place for what is wrong with a setting, hidden until something is. Called "SETTING.fault".
QLabel *faultLabel(const QString &setting, QWidget *parent);
void showFault(QLabel &label, const QString &fault);

/// Whether the place of a fault is that setting or in it: "issued.where[0].in" is in
/// "issued.where".
bool isWithin(const QString &place, const QString &setting);
/// What is wrong with a setting and with what is in it, a line each.
QString faultsWithin(const QMap<QString, QString> &faults, const QString &setting);

/// A row of a form: a name in grey, the field and below it its fault. Gives the name back.
QLabel *addFieldRow(QFormLayout &form, const QString &name, QWidget *field, QLabel *fault);

} // namespace stampede
