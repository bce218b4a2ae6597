// SPDX-License-Identifier: MIT
#pragma once

#include "run/schema_inspection.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace stampede {

class CountedRows;
class KeyedCombo;
class RolePanel;

/// Describes the tables of somebody else: which table, which column is what, and which checks
/// become possible with that.
class TablePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit TablePicker(QWidget *parent = nullptr);
    /// Shows what a look found, and its profile.
    void show(const SchemaInspection &look);
    [[nodiscard]] const Profile &profile() const { return m_look.profile; }

Q_SIGNALS:
    /// Somebody has chosen otherwise; whoever looks at the tables should look again.
    void changed(const stampede::Profile &profile);
    void saveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A choice that is there only where ids are bytes, or where the profile makes it.
    struct FormChoice
    {
        KeyedCombo *combo;
        QLabel *name;
        QLabel *fault;
        QString setting;
        QString column; ///< the setting that names the column
    };

    QWidget *makeWords();
    void addFormChoice(QFormLayout &form, const QString &name, const QString &setting,
                       const QString &column);
    void choose(const QString &setting, const QString &name);
    void change(const Profile &profile);
    void showCoupons();
    void showFormats();
    void showFormChoice(const FormChoice &choice);
    void showOtherFaults();
    void showPlan();

    SchemaInspection m_look;
    /// Of tables that were chosen before, by their names, for whoever comes back.
    QHash<QString, Profile::Issued> m_issuedOf;
    QHash<QString, Profile::Stock> m_stockOf;
    RolePanel *m_issued;
    RolePanel *m_stock;
    QBoxLayout *m_panels;
    QComboBox *m_coupon;
    QLabel *m_couponFault;
    QLineEdit *m_format;
    QLabel *m_formatFault;
    QLabel *m_couponFormatName;
    QLineEdit *m_couponFormat;
    QLabel *m_couponFormatFault;
    QList<FormChoice> m_forms;
    QComboBox *m_precedence;
    CountedRows *m_counted;
    QLabel *m_otherFaults;
    QLabel *m_plan;
    QToolButton *m_more;
    QLabel *m_skipped;
    QPushButton *m_save;
};

} // namespace stampede
