#include "ui/scenario/preset_list.h"

#include "scenario/presets.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kStoryRole = Qt::UserRole + 1;
constexpr int kMargin = 8;
constexpr int kStoryLines = 3;
constexpr int kMuch = 1000; // higher than any story

/// A title with its story underneath, smaller and quieter.
class StoryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const QRect area(0, 0, view->viewport()->width() - 2 * kMargin, kMuch);
        return {area.width(), lineHeight(QFontMetrics(option.font), index.data().toString()) +
                                  storyArea(area, index).height() + 2 * kMargin - 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRect all = option.rect.adjusted(0, 1, 0, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? theme.page : theme.border);
            painter->drawRoundedRect(all, 4, 4);
        }
        if (chosen) {
            painter->fillRect(QRect(all.left(), all.top() + 4, 3, all.height() - 8), theme.accent);
        }
        const QRect area = all.adjusted(kMargin, kMargin - 3, -kMargin, -kMargin + 3);
        QFont title = option.font;
        title.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter->setFont(title);
        painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? theme.text : theme.muted);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        painter->setFont(storyFont());
        painter->setPen(theme.muted);
        const QRect below =
            area.adjusted(0, lineHeight(QFontMetrics(title), index.data().toString()), 0, 0);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          index.data(kStoryRole).toString());
        painter->restore();
    }

private:
    static QFont storyFont()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 0.9);
        return font;
    }
    /// Of these very letters: Korean ones may come from another font, with higher lines.
    static int lineHeight(const QFontMetrics &metrics, const QString &words)
    {
        return metrics.boundingRect(QRect(0, 0, kMuch, kMuch), Qt::TextSingleLine, words).height();
    }
    static QRect storyArea(const QRect &area, const QModelIndex &index)
    {
        const QFontMetrics metrics(storyFont());
        const QString story = index.data(kStoryRole).toString();
        const QRect needed = metrics.boundingRect(area, Qt::TextWordWrap, story);
        return {0, 0, area.width(),
                std::min(needed.height(), kStoryLines * lineHeight(metrics, story))};
    }
};

/// Lays its stories out anew for every width.
class StoryList final : public QListWidget
{
public:
    using QListWidget::QListWidget;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QListWidget::resizeEvent(event);
        scheduleDelayedItemsLayout();
    }
};

} // namespace

PresetList::PresetList(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_list(new StoryList(this))
{
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 12);
    auto *heading = headingLabel(tr("Presets"), this);
    heading->setContentsMargins(4, 0, 0, 0);
    column->addWidget(heading);
    m_list->setObjectName(QStringLiteral("presets"));
    m_list->setItemDelegate(new StoryDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (const Preset &preset : presets()) {
        auto *item = new QListWidgetItem(preset.title, m_list);
        item->setData(kIdRole, preset.id);
        item->setData(kStoryRole, preset.story);
        item->setToolTip(preset.mustComeOut);
    }
    column->addWidget(m_list, 1);
    auto *open = new QPushButton(tr("Open…"), this);
    column->addWidget(open);
    connect(open, &QPushButton::clicked, this, &PresetList::openRequested);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!m_showing && item != nullptr) {
            Q_EMIT presetRequested(item->data(kIdRole).toString());
        }
    });
}

void PresetList::refresh()
{
    m_showing = true;
    int current = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(kIdRole).toString() == m_session.presetId()) {
            current = i;
        }
    }
    m_list->setCurrentRow(current);
    m_list->setEnabled(!m_session.isRunning());
    m_showing = false;
}

} // namespace stampede
