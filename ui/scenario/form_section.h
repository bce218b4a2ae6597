#pragma once

#include <QWidget>

#include <initializer_list>

class QBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace stampede {

class SettingCell;

/// A part of the form under a heading that folds it.
class FormSection final : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(const QString &title, bool open, QWidget *parent = nullptr);

    /// Cells beside each other, or one below the other where there is little room.
    void addRow(std::initializer_list<SettingCell *> cells);
    void addWidget(QWidget *widget);
    void setTitle(const QString &title);
    void setOpen(bool open);
    void setNarrow(bool narrow);
    [[nodiscard]] const QList<SettingCell *> &cells() const { return m_cells; }

private:
    QToolButton *m_title;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    QList<QBoxLayout *> m_pairs;
    QList<SettingCell *> m_cells;
};

} // namespace stampede
