#include "ui/runs/overlaid_tab.h"

#include "print/paper.h"
#include "report/overlaid_charts.h"
#include "ui/labels.h"
#include "ui/theme.h"

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

constexpr int kColumns = 2;
constexpr int kGap = 12;
constexpr int kLeastWidth = 360;
constexpr int kMostWidth = 640;

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

/// A drawing of the report in the colours of the window, as wide as there is room for.
class DrawingView final : public QWidget
{
public:
    explicit DrawingView(Drawing drawing, QWidget *parent)
        : QWidget(parent)
        , m_drawing(std::move(drawing))
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setMinimumWidth(kLeastWidth);
        setMaximumWidth(kMostWidth);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return static_cast<int>(width * m_drawing.height / m_drawing.width) + 1;
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {kLeastWidth, heightForWidth(kLeastWidth)};
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

QWidget *cardOf(const PictureBlock &picture, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("overlaidChart"));
    card->setAccessibleName(picture.title);
    card->setAccessibleDescription(picture.description);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(kGap, 8, kGap, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *remark = new QLabel(picture.remark, card);
    remark->setProperty("muted", true);
    head->addWidget(headingLabel(picture.title, card));
    head->addStretch(1);
    head->addWidget(remark);
    auto *words = new QLabel(picture.description, card);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    column->addLayout(head);
    column->addWidget(new DrawingView(picture.drawing, card));
    column->addWidget(words);
    column->addStretch(1);
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
    m_hint->setProperty("muted", true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
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
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int index = 0;
    for (const PictureBlock &picture : overlaidCharts(runs)) {
        m_grid->addWidget(cardOf(picture, m_content), index / kColumns, index % kColumns,
                          Qt::AlignTop);
        ++index;
    }
    m_grid->setRowStretch(index / kColumns, 1);
    m_stack->setCurrentIndex(1);
}

} // namespace stampede
