// SPDX-License-Identifier: MIT
#pragma once

#include "ui/report/report_maker.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;

namespace stampede {

/// The pages of a report as they come out of the printer, one at a time; paper stays white in every
/// theme. A page is drawn when it is looked at, in another thread.
class PagePreview final : public QFrame
{
    Q_OBJECT

public:
    PagePreview(ReportMaker &maker, QWidget *parent = nullptr);

    /// Shows another report, at the same page where it has one.
    void show(std::shared_ptr<const MadeReport> made);
    /// Nothing to show yet: the words say why.
    void wait(const QString &words);
    void retheme() { draw(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &sign, const QString &name, const char *objectName);
    void turnTo(int page);
    /// In percent of the size on paper.
    void setZoom(int percent);
    void fitPage();
    void draw();
    void takePicture(int page, const QImage &image);

    ReportMaker &m_maker;
    std::shared_ptr<const MadeReport> m_made;
    QScrollArea *m_scroll;
    QLabel *m_paper;
    QToolButton *m_back;
    QToolButton *m_forth;
    QToolButton *m_smaller;
    QToolButton *m_larger;
    QLabel *m_page;
    QLabel *m_percent;
    int m_index = 0;
    int m_zoom = 75;
    bool m_fits = true; ///< nobody has chosen a size yet: a page is shown whole
};

} // namespace stampede
