// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QJsonObject>
#include <QList>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace stampede {

/// What the run breaks on purpose, one fault a line: when, what, and for how long, how many of the
/// connections or by how much.
class FaultsEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultsEditor(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Puts the cursor into the first line that is not possible, else into the first.
    void takeFocus();
    /// Each fault in two rows, where there is little room.
    void setNarrow(bool narrow);
    /// How many faults there are.
    [[nodiscard]] qsizetype size() const { return m_faults.size(); }

private:
    void add();
    void rebuild();
    void addLine(qsizetype index);
    void addKind(qsizetype index, QWidget *line, QHBoxLayout *row);
    void addField(qsizetype index, QWidget *line, QHBoxLayout *row, const char *key,
                  const QString &words, const QString &accessible);
    void choose(qsizetype index, int choice);
    void store();
    void showWrong();

    Session &m_session;
    QList<QJsonObject> m_faults; ///< as they stand in the scenario, with what is wrong in them
    QWidget *m_lines;
    QVBoxLayout *m_column;
    QLabel *m_wrong;
    bool m_narrow = false;
    QList<QBoxLayout *> m_parts; ///< of each line: when and what, then how
};

} // namespace stampede
