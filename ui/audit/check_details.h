// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace stampede {

/// One check with everything that is known of it: what must be and what is, its rows, the SQL that
/// found them, and what it proves.
class CheckDetails final : public QFrame
{
    Q_OBJECT

public:
    explicit CheckDetails(QWidget *parent = nullptr);
    void show(const RunRecord &record, const CheckResult &check);

Q_SIGNALS:
    /// The hot row is to show the check's row of that index; −1: the check as a whole.
    void sightRequested(const QString &checkId, int row);
    void proofRequested();

private:
    QWidget *makeHead();
    QWidget *makeFigures();
    QWidget *makeRows();
    /// A heading that opens and closes what is under it.
    QToolButton *addFold(QVBoxLayout *column, const QString &words, QWidget *content,
                         QWidget *beside);
    void fillRows();
    void saveRows();

    CheckResult m_check;
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_class;
    QLabel *m_explanation;
    QLabel *m_mustBe;
    QLabel *m_is;
    QWidget *m_figures;
    QPushButton *m_sight;
    QPushButton *m_prove; ///< of a race: every order is carried out
    QWidget *m_rowsPart;
    QLabel *m_rowsTitle;
    QLabel *m_rowsNote;
    QTableWidget *m_rows;
    QPushButton *m_save;
    QLabel *m_sql;
    QToolButton *m_sqlFold;
    QPushButton *m_copySql;
    QLabel *m_meaning;
};

} // namespace stampede
