// SPDX-License-Identifier: MIT
#pragma once

#include "run/schema_inspection.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace stampede {

class ConditionList;
class FormSection;
class KeyedCombo;

/// Which rows of the two tables count, for how many pieces, and how many of them a person may have:
/// a section that folds, and above it a question for each column that looks as if it said so.
class CountedRows final : public QWidget
{
    Q_OBJECT

public:
    explicit CountedRows(QWidget *parent = nullptr);
    void show(const SchemaInspection &look);
    /// The profile as somebody has just changed it elsewhere, until it is shown.
    void follow(const Profile &profile) { m_look.profile = profile; }
    /// The settings of a profile that are shown here, each with what is in it.
    [[nodiscard]] static QStringList settings();

Q_SIGNALS:
    /// Somebody has said otherwise; the rest of the profile is as it was shown or followed.
    void changed(const stampede::Profile &profile);

private:
    QWidget *makeFields();
    QWidget *makeLimit();
    void change(const Profile &profile);
    void takeLimit();
    void toggleWithin(const QString &column, bool wanted);
    void showQuestions();
    void askAbout(const DoubtfulColumn &column);
    void answer(const DoubtfulColumn &column);
    void showQuantity(const TableFacts *table);
    void showLimit(const TableFacts *table);
    void fillWithin(const QStringList &names);
    void showUnlimited();
    void showFaults();

    SchemaInspection m_look;
    PersonLimit m_typed; ///< the limit and the columns that apply where there is a limit
    bool m_wasPlain = true;
    QVBoxLayout *m_questions;
    QList<QWidget *> m_asked;
    FormSection *m_section;
    ConditionList *m_issued;
    KeyedCombo *m_quantity;
    KeyedCombo *m_limit;
    QSpinBox *m_rows;
    QLabel *m_withinName;
    QPushButton *m_within;
    ConditionList *m_stock;
    QLineEdit *m_unlimited;
    QCheckBox *m_givesBack;
    QList<QLabel *> m_faults; ///< of single fields
};

} // namespace stampede
