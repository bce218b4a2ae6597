// SPDX-License-Identifier: MIT
#include "ui/report/page_preview.h"

#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

constexpr double kPixelsAPoint = 96.0 / 72.0; // at 100 %
constexpr std::array kZooms = {25, 33, 50, 60, 75, 90, 100, 125, 150, 200, 300};
constexpr int kAround = 16; // of the sheet

} // namespace

PagePreview::PagePreview(ReportMaker &maker, QWidget *parent)
    : QFrame(parent)
    , m_maker(maker)
    , m_scroll(new QScrollArea(this))
    , m_paper(new QLabel)
    , m_back(nullptr)
    , m_forth(nullptr)
    , m_smaller(nullptr)
    , m_larger(nullptr)
    , m_page(new QLabel(this))
    , m_percent(new QLabel(this))
{
    setProperty("card", true);
    m_paper->setObjectName(QStringLiteral("reportPaper"));
    m_paper->setAlignment(Qt::AlignCenter);
    m_paper->setFocusPolicy(Qt::NoFocus);
    m_scroll->setObjectName(QStringLiteral("reportScroll"));
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_paper);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->installEventFilter(this);
    m_back = addButton(QStringLiteral("◀"), tr("Page before"), "pageBack");
    m_forth = addButton(QStringLiteral("▶"), tr("Next page"), "pageForth");
    m_smaller = addButton(QStringLiteral("−"), tr("Smaller"), "pageSmaller");
    m_larger = addButton(QStringLiteral("+"), tr("Larger"), "pageLarger");
    m_page->setObjectName(QStringLiteral("reportPageNumber"));
    m_percent->setObjectName(QStringLiteral("reportZoom"));
    m_percent->setAlignment(Qt::AlignCenter);
    m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("300 %")) + 8);
    connect(m_back, &QToolButton::clicked, this, [this] { turnTo(m_index - 1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { turnTo(m_index + 1); });
    connect(m_smaller, &QToolButton::clicked, this, [this] {
        const auto found = std::lower_bound(kZooms.begin(), kZooms.end(), m_zoom);
        setZoom(found == kZooms.begin() ? kZooms.front() : *(found - 1));
    });
    connect(m_larger, &QToolButton::clicked, this, [this] {
        const auto found = std::upper_bound(kZooms.begin(), kZooms.end(), m_zoom);
        setZoom(found == kZooms.end() ? kZooms.back() : *found);
    });
    connect(&m_maker, &ReportMaker::drawn, this, &PagePreview::takePicture);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(8);
    bar->addStretch(1);
    bar->addWidget(m_back);
    bar->addWidget(m_page);
    bar->addWidget(m_forth);
    bar->addSpacing(24);
    bar->addWidget(m_smaller);
    bar->addWidget(m_percent);
    bar->addWidget(m_larger);
    bar->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(8);
    column->addWidget(m_scroll, 1);
    column->addLayout(bar);
    wait({});
}

QToolButton *PagePreview::addButton(const QString &sign, const QString &name,
                                    const char *objectName)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMinimumSize(28, 28);
    button->setObjectName(QString::fromLatin1(objectName));
    return button;
}

void PagePreview::wait(const QString &words)
{
    m_made.reset();
    m_paper->setText(words);
    m_paper->adjustSize();
    m_page->clear();
    for (QToolButton *button : {m_back, m_forth, m_smaller, m_larger}) {
        button->setEnabled(false);
    }
}

void PagePreview::show(std::shared_ptr<const MadeReport> made)
{
    m_made = std::move(made);
    m_smaller->setEnabled(true);
    m_larger->setEnabled(true);
    if (m_fits) {
        fitPage();
    }
    turnTo(std::min(m_index, m_made->printed.pageCount() - 1));
}

void PagePreview::turnTo(int page)
{
    if (!m_made) {
        return;
    }
    const int count = m_made->printed.pageCount();
    const int wanted = std::clamp(page, 0, count - 1);
    if (wanted != m_index) {
        m_scroll->verticalScrollBar()->setValue(0);
    }
    m_index = wanted;
    m_page->setText(tr("page %1 of %2").arg(QString::number(m_index + 1), QString::number(count)));
    m_back->setEnabled(m_index > 0);
    m_forth->setEnabled(m_index + 1 < count);
    draw();
}

void PagePreview::setZoom(int percent)
{
    m_fits = false;
    m_zoom = percent;
    draw();
}

void PagePreview::fitPage()
{
    const double height = m_scroll->viewport()->height() - kAround;
    const double width = m_scroll->viewport()->width() - kAround;
    const double scale = std::min(height / (paper::kHeight * kPixelsAPoint),
                                  width / (paper::kWidth * kPixelsAPoint));
    m_zoom = std::clamp(static_cast<int>(std::floor(scale * 100)), kZooms.front(), kZooms.back());
}

void PagePreview::draw()
{
    m_percent->setText(tr("%1 %").arg(QString::number(m_zoom)));
    if (m_made) {
        const double pixels = paper::kWidth * kPixelsAPoint * m_zoom / 100 * devicePixelRatioF();
        m_maker.draw(m_made, m_index, static_cast<int>(std::lround(pixels)));
    }
}

void PagePreview::takePicture(int page, const QImage &image)
{
    if (page != m_index || !m_made) {
        return;
    }
    QPixmap picture = QPixmap::fromImage(image);
    {
        QPainter painter(&picture); // the edge of the sheet
        painter.setPen(Theme::current().border);
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
    }
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_paper->setPixmap(picture);
    m_paper->adjustSize();
    m_paper->setAccessibleName(tr("Page %1 of the report").arg(QString::number(page + 1)));
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_fits && m_made) {
        fitPage();
        draw();
    }
}

bool PagePreview::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const int turn = wheel->angleDelta().y();
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            (turn > 0 ? m_larger : m_smaller)->click();
            return true;
        }
        const QScrollBar *bar = m_scroll->verticalScrollBar();
        const bool atEnd = turn < 0 ? bar->value() == bar->maximum() : bar->value() == 0;
        if (turn != 0 && atEnd) { // the paper ends here: on to the next sheet
            (turn < 0 ? m_forth : m_back)->click();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            turnTo(m_index + (key == Qt::Key_PageDown ? 1 : -1));
            return true;
        }
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            turnTo(key == Qt::Key_Home || !m_made ? 0 : m_made->printed.pageCount() - 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace stampede
