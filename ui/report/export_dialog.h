// SPDX-License-Identifier: MIT
#pragma once

#include "print/report_files.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace stampede {

/// Asks in which forms and where to a report goes.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is suggested; a report over several runs has fewer forms.
    ExportDialog(const QString &folder, bool several, QWidget *parent = nullptr);

    [[nodiscard]] QList<ReportForm> forms() const;
    [[nodiscard]] QString folder() const;

private:
    void chooseFolder();
    /// Takes the answers, once it is said that files of others may go.
    void askAndAccept();
    void judge();

    QList<QCheckBox *> m_forms; ///< in the order of ReportForm
    bool m_several;
    QLineEdit *m_folder;
    QLabel *m_fault;
    QPushButton *m_export;
};

} // namespace stampede
