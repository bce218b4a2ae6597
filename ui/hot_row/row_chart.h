// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_painter.h"
#include "ui/hot_row/row_scene_maker.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

namespace stampede {

/// Which requests the picture shows.
enum class RowShow
{
    Everything,
    Waited,  ///< for somebody
    Holders, ///< of the row
    Refused,
    Findings,
    Together ///< the two that are chosen, where they stand too far apart else
};

/// The picture of the hot row: a row a request, in the order of asking. Paints the rows that can be
/// seen only; the history is read in another thread. Of use on a page, in the demo, on a stage. UI
/// thread.
class RowChart final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit RowChart(QWidget *parent = nullptr);

    /// Nothing: an empty picture. sceneChanged() says when the record's picture is there.
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// What is shown, or null while it is made.
    [[nodiscard]] const std::shared_ptr<const RowScene> &scene() const { return m_scene; }
    /// What came later than that many ns from the start of the load is not drawn; nothing: all of
    /// it is. `follow` keeps what happens then in view.
    void setPosition(std::optional<std::int64_t> positionNs, bool follow = false);
    void setShow(RowShow show);
    /// Requests of that person only, or of everybody.
    void setPerson(std::optional<std::int64_t> user);
    /// Makes everything larger by that factor, 1 being the window's own size.
    void setTextFactor(qreal factor);
    void retheme();

    /// From now on there is none, whatever there is to be seen: for a stage.
    void hideScrollBar();
    /// All of it in view, the rows as low as that takes.
    void fit();
    /// Times that factor: above 1 nearer, with rows of their usual height.
    void zoom(qreal factor);
    /// The time shown.
    [[nodiscard]] std::int64_t fromNs() const { return m_geometry.fromNs; }
    [[nodiscard]] std::int64_t toNs() const { return m_geometry.toNs; }
    void setWindow(std::int64_t fromNs, std::int64_t toNs);
    /// Brings the first row that goes on at that moment to the top.
    void showRowsAt(std::int64_t ns);

    /// The bars chosen, or RowUse::kNobody.
    [[nodiscard]] std::uint32_t current() const { return m_current; }
    [[nodiscard]] std::uint32_t other() const { return m_other; }
    /// Chooses one bar, or two, and brings them into view; a filter that hides them is lifted.
    void choose(std::uint32_t bar, std::uint32_t other = RowUse::kNobody);
    /// From now on, until another choice, both that are chosen are to be seen: where there is no
    /// room for the rows between them, those are left out.
    void keepTogether();
    void chooseNothing();
    /// "user 8 waited 12.4 ms for user 42", and what it read and wrote.
    [[nodiscard]] QString describe(std::uint32_t bar) const;
    [[nodiscard]] int shownRows() const { return static_cast<int>(m_rows.size()); }
    /// How many rows the latest painting drew.
    [[nodiscard]] int rowsPainted() const { return m_painted; }
    /// Where a bar's row is in the viewport; empty where it is filtered away.
    [[nodiscard]] QRect rowRect(std::uint32_t bar) const;

Q_SIGNALS:
    void sceneChanged();
    void windowChanged();
    /// Another filter, or another set of rows under the same one.
    void rowsChanged();
    void showChanged(stampede::RowShow show);
    void personChanged();
    /// Somebody chose a bar by hand: opens says that its details are wanted.
    void picked(bool opens);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeScene(const std::shared_ptr<const RowScene> &scene);
    void filter();
    [[nodiscard]] bool isShown(std::uint32_t index) const;
    /// Whether both rows are in the viewport, whole.
    [[nodiscard]] bool areInView(std::uint32_t bar, std::uint32_t other) const;
    void layOut();
    void showFirstPage();
    [[nodiscard]] std::int64_t firstPageEndNs() const;
    void bringIntoView(std::uint32_t bar);
    void showTogether(std::uint32_t bar, std::uint32_t other);
    void followRows();
    void zoomAround(qreal factor, std::int64_t ns);
    [[nodiscard]] std::uint32_t barAt(const QPoint &where) const;
    void step(int rows);
    void pick(std::uint32_t bar, bool together, bool opens);
    void describeForReaders();

    RowSceneMaker m_maker;
    std::shared_ptr<const RowScene> m_scene;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::int32_t> m_rowOf;
    std::vector<std::int64_t> m_latestEnd; ///< of the rows up to each
    RowShow m_show = RowShow::Everything;
    std::optional<std::int64_t> m_person;
    RowGeometry m_geometry;
    qreal m_textFactor = 1;
    bool m_withoutScrollBar = false;
    bool m_rowsLow = false; ///< fit() has made them so
    bool m_keepsTogether = false;
    bool m_viewChosen = false; ///< by hand; else a new size chooses it anew
    std::optional<std::int64_t> m_positionNs;
    std::uint32_t m_current = RowUse::kNobody;
    std::uint32_t m_other = RowUse::kNobody;
    std::optional<QPoint> m_pressed;
    QPoint m_dragged; ///< where the drag stands
    bool m_dragging = false;
    int m_painted = 0;
};

} // namespace stampede
