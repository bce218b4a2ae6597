// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"
#include "text/language.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace stampede {

/// The left column of the page: chapters, the words about the test, language, pseudonyms.
class ReportChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportChoice(QWidget *parent = nullptr);

    [[nodiscard]] QSet<Chapter> chapters() const;
    [[nodiscard]] Language language() const;
    [[nodiscard]] bool pseudonyms() const;
    [[nodiscard]] bool attachesData() const;
    /// The words as they stand, over those that are not shown here.
    [[nodiscard]] AboutSettings about(AboutSettings base) const;
    void setAbout(const AboutSettings &about);
    void setExportEnabled(bool enabled);
    /// A report over several runs has its own chapters, and each run's own words about the test.
    void setSeveral(bool several);

Q_SIGNALS:
    /// The report is another one now.
    void changed();
    /// Somebody typed: "system", "build", "tester" or "ticket".
    void aboutEdited(const QString &field, const QString &words);
    void exportRequested();

protected:
    bool event(QEvent *event) override;

private:
    void fitWidth();
    QLineEdit *addField(const QString &label, const QString &field);

    QWidget *m_ofOne;              ///< what a report over several runs has no choice of
    QList<QCheckBox *> m_chapters; ///< in the order of Chapter
    QLineEdit *m_system;
    QLineEdit *m_build;
    QLineEdit *m_tester;
    QLineEdit *m_ticket;
    QComboBox *m_language;
    QCheckBox *m_pseudonyms;
    QCheckBox *m_attach;
    QScrollArea *m_scroll;
    QPushButton *m_export;
};

} // namespace stampede
