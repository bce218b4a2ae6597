// SPDX-License-Identifier: MIT
#include "ui/scenario/preset_list.h"

#include "scenario/presets.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QFocusEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kStoryRole = Qt::UserRole + 1;
constexpr int kEntryMargin = 8;
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
        const QRect area(0, 0, view->viewport()->width() - 2 * kEntryMargin, kMuch);
        return {area.width(), titleHeight(option.font, area.width(), index.data().toString()) +
                                  storyArea(area, index).height() + 2 * kEntryMargin - 4};
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
        const QRect area =
            all.adjusted(kEntryMargin, kEntryMargin - 3, -kEntryMargin, -kEntryMargin + 3);
        painter->setFont(titleFont(option.font, area.width(), index.data().toString(), chosen));
        painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? theme.text : theme.muted);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          index.data().toString());
        painter->setFont(storyFont());
        painter->setPen(theme.muted);
        const QRect below =
            area.adjusted(0, titleHeight(option.font, area.width(), index.data().toString()), 0, 0);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          fitting(index.data(kStoryRole).toString(), below));
        painter->restore();
    }

private:
    static QFont storyFont()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 0.9);
        return font;
    }
    static int titleHeight(const QFont &font, int width, const QString &words)
    {
        return QFontMetrics(font)
            .boundingRect(QRect(0, 0, width, kMuch), Qt::TextWordWrap, words)
            .height();
    }
    /// Bolder where it is chosen, unless that would need another line: nothing moves.
    static QFont titleFont(const QFont &font, int width, const QString &words, bool chosen)
    {
        QFont bold = font;
        bold.setWeight(QFont::DemiBold);
        const bool fits = titleHeight(bold, width, words) <= titleHeight(font, width, words);
        return chosen && fits ? bold : font;
    }
    /// Of these very letters: Korean ones may come from another font, with higher lines.
    static int lineHeight(const QFontMetrics &metrics, const QString &words)
    {
        return metrics.boundingRect(QRect(0, 0, kMuch, kMuch), Qt::TextSingleLine, words).height();
    }
    /// As many words as there is room for, and "…" where some are missing.
    static QString fitting(const QString &story, const QRect &area)
    {
        const QFontMetrics metrics(storyFont());
        const auto fits = [&](const QString &words) {
            const QRect taken =
                metrics.boundingRect(QRect(0, 0, area.width(), kMuch), Qt::TextWordWrap, words);
            return taken.height() <= area.height();
        };
        QString words = story;
        for (qsizetype end = story.size(); !fits(words) && end > 0;) {
            end = story.lastIndexOf(QLatin1Char(' '), end - 1);
            words = story.left(std::max<qsizetype>(end, 0)) + QStringLiteral("…");
        }
        return words;
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
    /// The focus alone chooses nothing: a scenario from a file would be replaced by the first
    /// preset.
    void focusInEvent(QFocusEvent *event) override
    {
        const bool hadNone = currentItem() == nullptr;
        const QSignalBlocker quiet(this);
        QListWidget::focusInEvent(event);
        if (hadNone) {
            setCurrentItem(nullptr);
            clearSelection();
        }
    }
};

} // namespace

PresetList::PresetList(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_list(new StoryList(this))
    , m_recentHeading(headingLabel(tr("Recent"), this))
    , m_recent(new QListWidget(this))
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
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem); // the first one is whole
    for (const Preset &preset : presets()) {
        auto *item = new QListWidgetItem(preset.title, m_list);
        item->setData(kIdRole, preset.id);
        item->setData(kStoryRole, preset.story);
        item->setToolTip(preset.story + QLatin1Char('\n') + preset.mustComeOut);
    }
    column->addWidget(m_list, 1);
    m_list->setAccessibleName(heading->text());
    heading->setBuddy(m_list);
    m_recentHeading->setContentsMargins(4, 4, 0, 0);
    m_recentHeading->setBuddy(m_recent);
    m_recent->setObjectName(QStringLiteral("recentFiles"));
    m_recent->setAccessibleName(m_recentHeading->text());
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setUniformItemSizes(true);
    column->addWidget(m_recentHeading);
    column->addWidget(m_recent);
    setRecent({});
    const auto openFile = [this](QListWidgetItem *item) {
        Q_EMIT fileRequested(item->data(kIdRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, openFile);
    auto *enter = new QShortcut(QKeySequence(Qt::Key_Return), m_recent);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, [this, openFile] {
        if (m_recent->currentItem() != nullptr) {
            openFile(m_recent->currentItem());
        }
    });
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
    for (int i = 0; i < m_recent->count(); ++i) {
        QListWidgetItem *item = m_recent->item(i);
        QFont font = m_recent->font();
        font.setWeight(item->data(kIdRole).toString() == m_session.filePath() ? QFont::DemiBold
                                                                              : QFont::Normal);
        item->setFont(font);
    }
    m_recent->setEnabled(!m_session.isRunning());
    m_list->setEnabled(!m_session.isRunning());
    m_showing = false;
}

void PresetList::setRecent(const QStringList &files)
{
    constexpr qsizetype kMost = 5;
    constexpr int kRowHeight = 28;
    m_recent->clear();
    for (const QString &file : files.mid(0, kMost)) {
        QString name = QFileInfo(file).fileName();
        name.remove(QStringLiteral(".stampede.json"));
        auto *item = new QListWidgetItem(name, m_recent);
        item->setData(kIdRole, file);
        item->setToolTip(QDir::toNativeSeparators(file));
        item->setSizeHint({0, kRowHeight});
    }
    m_recent->setFixedHeight(m_recent->count() * kRowHeight + 2);
    m_recentHeading->setVisible(m_recent->count() > 0);
    m_recent->setVisible(m_recent->count() > 0);
}

} // namespace stampede
