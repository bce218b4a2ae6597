// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace stampede {

/// Remarks below each other, each with its mark.
class NoteList final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        Remark,     ///< what follows from the settings
        Damage,     ///< what may go wrong, or can never be met
        Impossible, ///< a setting is not possible
    };
    struct Note
    {
        Kind kind = Kind::Remark;
        QString words;
    };

    explicit NoteList(QWidget *parent = nullptr);
    void show(const std::vector<Note> &notes);
    /// All of it, a line each.
    [[nodiscard]] QString words() const;

private:
    struct Line
    {
        QWidget *widget;
        QLabel *mark;
        QLabel *words;
    };
    void addLine();

    QVBoxLayout *m_column;
    std::vector<Line> m_lines; ///< kept: the page answers every keystroke
};

} // namespace stampede
