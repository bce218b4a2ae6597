// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/race_view.h"

#include <QAbstractTableModel>
#include <QFrame>

class QLabel;
class QTableView;
class QToolButton;

namespace stampede {

/// What two transactions did, a statement a line: the moment, then a statement and what came of it
/// for either.
class RaceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Ms,
        FirstSql,
        FirstRemark,
        SecondSql,
        SecondRemark,
        ColumnCount
    };

    explicit RaceModel(QObject *parent = nullptr);
    void show(const RaceView &view, std::int64_t coupon);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    RaceView m_view;
    std::vector<RaceLine> m_lines;
};

/// The panel under the picture: two transactions side by side.
class RacePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit RacePanel(QWidget *parent = nullptr);
    void show(const RaceView &view, std::int64_t coupon);

Q_SIGNALS:
    /// By that many races on or back.
    void stepped(int by);
    void copyRequested();
    void saveRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &words, const QString &name);
    void fitRows();

    RaceModel *m_model;
    QLabel *m_title;
    QToolButton *m_back;
    QToolButton *m_on;
    QLabel *m_sentence;
    QTableView *m_table;
};

} // namespace stampede
