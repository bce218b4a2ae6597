#pragma once

#include "run/table_look.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace stampede {

class RolePanel;

/// Describes the tables of somebody else: which table, which column is what, and which checks
/// become possible with that.
class TablePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit TablePicker(QWidget *parent = nullptr);
    /// Shows what a look found, and its profile.
    void show(const TableLook &look);
    [[nodiscard]] const Profile &profile() const { return m_look.profile; }

Q_SIGNALS:
    /// Somebody has chosen otherwise; whoever looks at the tables should look again.
    void changed(const stampede::Profile &profile);
    void saveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeWords();
    void choose(const QString &setting, const QString &name);
    void change(const Profile &profile);
    void showCoupons();
    void showPlan();

    TableLook m_look;
    RolePanel *m_issued;
    RolePanel *m_stock;
    QBoxLayout *m_panels;
    QComboBox *m_coupon;
    QLabel *m_couponFault;
    QLineEdit *m_format;
    QLabel *m_formatFault;
    QComboBox *m_precedence;
    QLabel *m_plan;
    QToolButton *m_more;
    QLabel *m_skipped;
    QPushButton *m_save;
};

} // namespace stampede
