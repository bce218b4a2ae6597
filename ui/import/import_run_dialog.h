// SPDX-License-Identifier: MIT
#pragma once

#include "import/imported_run.h"
#include "run/background.h"
#include "run/other_run.h"
#include "ui/audit/database_fields.h"
#include "ui/session/session.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace stampede {

/// A run of another tool that somebody wants to have judged. Files are not read yet.
struct ImportRequest
{
    ImportOrder results; ///< without its rules; rulesName: the scenario that has them, or empty
    QString profile;     ///< a file; empty for Stampede's own tables
    QString before;      ///< a file that `audit --snapshot` wrote, or empty
    std::optional<std::int64_t> stock;
};
/// Reads the files that it names. The error is what is wrong. Any thread.
Result<OtherRunOrder, QString> orderOf(const ImportRequest &request);

/// Asks which run of another tool is to be judged, how its results are read, and by which rows.
/// What the file holds is looked up in the background and shown. It keeps what was said when it is
/// shown again.
class ImportRunDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportRunDialog(Session &session, QWidget *parent = nullptr);
    /// Proposes that file.
    void setFile(const QString &path);

    /// What was said, once accepted.
    [[nodiscard]] ImportRequest request() const;
    [[nodiscard]] const DatabaseFields &place() const { return *m_place; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What the background found.
    struct Look
    {
        QString fault; ///< nothing can be made of it, or empty
        ResultsLook results;
        QString profile;  ///< where the rules say that the rows are
        QString database; ///< likewise
    };
    QWidget *makeFileRow(QLineEdit *field, const QString &title, const QString &filter);
    void fillForm(QFormLayout &form);
    /// Looks at the file as it is to be read now.
    void look();
    void take(const Look &found);
    void showPlaces(const ResultsLook &results);
    /// Says what is wrong, and lets nothing impossible be asked for.
    void judge();
    [[nodiscard]] QString fault() const;
    [[nodiscard]] QString said(const QComboBox *box) const;

    QLineEdit *m_file;
    QLabel *m_found;
    QComboBox *m_user;
    QComboBox *m_kind;
    QLineEdit *m_rules;
    QLabel *m_meaning;
    QLineEdit *m_before;
    QLineEdit *m_stock;
    DatabaseFields *m_place;
    QLabel *m_fault;
    QPushButton *m_audit;
    QString m_proposedFor; ///< the rules whose place of the rows was proposed
    QString m_lookFault;   ///< of what was looked at
    bool m_isLooking = false;
    Background<Look> m_looking;
};

} // namespace stampede
