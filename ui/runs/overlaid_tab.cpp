// SPDX-License-Identifier: MIT
#include "ui/runs/overlaid_tab.h"

#include "picture/overlaid_charts.h"
#include "print/paper.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kGap = 12;
constexpr int kChart = 350; ///< wide
constexpr int kCard = kChart + 2 * kGap;

QColor colorOf(Ink ink)
{
    const Theme &theme = Theme::current();
    switch (ink) {
    case Ink::None:
        return Qt::transparent;
    case Ink::Text:
        return theme.text;
    case Ink::Muted:
        return theme.muted;
    case Ink::Border:
        return theme.border;
    case Ink::Paper:
        return theme.page;
    case Ink::Panel:
        return theme.panel;
    case Ink::Issued:
        return theme.issued;
    case Ink::AlreadyIssued:
        return theme.alreadyIssued;
    case Ink::OutOfStock:
        return theme.outOfStock;
    case Ink::Error:
        return theme.error;
    case Ink::NoAnswer:
        return theme.noAnswer;
    case Ink::Held:
        return theme.held;
    case Ink::Damage:
        return theme.damage;
    case Ink::Warning:
        return theme.warning;
    }
    return {};
}

/// A drawing of the report in the colours of the window.
class DrawingView final : public QWidget
{
public:
    explicit DrawingView(Drawing drawing, QWidget *parent)
        : QWidget(parent)
        , m_drawing(std::move(drawing))
    {
        setFixedSize(kChart, static_cast<int>(kChart * m_drawing.height / m_drawing.width) + 1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintDrawing(painter, m_drawing, QRectF(rect()), colorOf);
    }

private:
    Drawing m_drawing;
};

QWidget *cardOf(const Picture &picture, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    card->setFixedWidth(kCard);
    card->setObjectName(QStringLiteral("overlaidChart"));
    card->setAccessibleName(picture.title);
    card->setAccessibleDescription(picture.description);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(kGap, 8, kGap, 8);
    column->setSpacing(4);
    auto *remark = new QLabel(picture.remark, card);
    remark->setProperty("muted", true);
    remark->setWordWrap(true);
    auto *words = new QLabel(picture.description, card);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    column->addWidget(headingLabel(picture.title, card));
    column->addWidget(remark);
    column->addWidget(new DrawingView(picture.drawing, card));
    column->addWidget(words);
    return card;
}

} // namespace

OverlaidTab::OverlaidTab(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_hint(new QLabel(this))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setProperty("muted", true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    m_grid->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_content->setObjectName(QStringLiteral("overlaidCharts"));
    m_content->setStyleSheet(QStringLiteral("#overlaidCharts { background: transparent; }"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setAccessibleName(tr("Charts over one another"));
    scroll->setWidget(m_content);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(scroll);
}

void OverlaidTab::showHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void OverlaidTab::showRuns(const QList<std::shared_ptr<const RunRecord>> &runs)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const Picture &picture : overlaidCharts(runs)) {
        m_cards << cardOf(picture, m_content);
    }
    place();
    m_stack->setCurrentIndex(1);
}

void OverlaidTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void OverlaidTab::place()
{
    const int columns = std::max((width() + kGap) / (kCard + kGap), 1);
    int index = 0;
    for (QWidget *card : std::as_const(m_cards)) {
        card->setFixedHeight(card->layout()->totalHeightForWidth(kCard));
        m_grid->addWidget(card, index / columns, index % columns);
        ++index;
    }
}

} // namespace stampede
