// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/race_view.h"
#include "ui/session/session.h"

#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QImage;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace stampede {

class RacePanel;
class Replay;
class RowChart;
class RowOverview;

/// Who held the coupon's row, who waited, who wrote over whom.
class HotRowPage final : public QWidget
{
    Q_OBJECT

public:
    HotRowPage(Session &session, Replay &replay, QWidget *parent = nullptr);
    void retheme();
    /// The race of that index, from 0, with its panel; at once, or when the picture is made.
    void showRace(int index);
    /// The requests behind a check's row, from 0; −1 for the check as a whole.
    void showFinding(const QString &checkId, int row);
    /// The picture itself.
    [[nodiscard]] RowChart *chart() const { return m_chart; }
    /// The card of what the panel shows, or a null image while it shows nothing.
    [[nodiscard]] QImage picture() const;

public Q_SLOTS:
    /// The race after the one that the panel shows.
    void nextFinding();
    void previousFinding();
    /// Copies the card of what the panel shows.
    void copyPicture() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeToolbar();
    void addKeys();
    void load();
    void takeRecord();
    void takeScene();
    void followReplay();
    void whenMade(std::function<void()> what);
    void showPicked(bool opens);
    void showPair(int index);
    void showPanel(const RaceView &view);
    void closePanel();
    void stepFinding(int by);
    void savePicture();

    Session &m_session;
    Replay &m_replay;
    QStackedLayout *m_stack;
    QComboBox *m_show;
    QLineEdit *m_person;
    QLabel *m_note;
    RowChart *m_chart;
    RowOverview *m_overview;
    RacePanel *m_panel;
    std::shared_ptr<const RunRecord> m_record; ///< whose picture is shown or being made
    std::optional<RaceView> m_view;            ///< in the panel
    std::function<void()> m_whenMade;
};

} // namespace stampede
