// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <initializer_list>

class QBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace stampede {

class SettingCell;

/// A part of the form under a heading that folds it; folded, the heading says what is inside.
class FormSection final : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the heading's button, for tests.
    FormSection(const QString &name, const QString &title, bool open, QWidget *parent = nullptr);

    /// Cells beside each other, or one below the other where there is little room.
    void addRow(std::initializer_list<SettingCell *> cells);
    void addWidget(QWidget *widget);
    /// What the folded heading says after the title; `always`: the open one too.
    void setSummary(const QString &summary, bool always = false);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    /// Whether something inside is not possible: a folded heading shows it.
    void setFaulty(bool faulty);
    void setNarrow(bool narrow);
    [[nodiscard]] const QList<SettingCell *> &cells() const { return m_cells; }

private:
    void showTitle();

    QString m_title;
    QString m_summary;
    bool m_always = false;
    bool m_faulty = false;
    QToolButton *m_heading;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    QList<QBoxLayout *> m_pairs;
    QList<SettingCell *> m_cells;
};

} // namespace stampede
