// SPDX-License-Identifier: MIT
#include "ui/scenario/keyed_combo.h"

#include "ui/look/theme.h"

#include <QAbstractItemView>
#include <QStylePainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace stampede {

namespace {

constexpr int kGreyRole = Qt::UserRole + 1;
constexpr int kGap = 8;
constexpr int kArrowMargin = 4;

/// Words, then the grey ones in what room is left.
void paintWords(QPainter &painter, const QRect &area, const QString &words, const QString &grey,
                const QColor &color, const QColor &greyColor)
{
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(color);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, area.width());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const QRect rest = area.adjusted(metrics.horizontalAdvance(shown) + kGap, 0, 0, 0);
    if (!grey.isEmpty() && rest.width() > metrics.horizontalAdvance(QLatin1Char('m')) * 3) {
        painter.setPen(greyColor);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(grey, Qt::ElideRight, rest.width()));
    }
}

class GreyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setFont(option.font);
        painter->fillRect(option.rect, chosen ? theme.accent : theme.page);
        paintWords(*painter, option.rect.adjusted(kGap, 0, -kGap, 0), index.data().toString(),
                   index.data(kGreyRole).toString(), chosen ? theme.onFilled : theme.text,
                   chosen ? theme.onFilled : theme.muted);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const QString grey = index.data(kGreyRole).toString();
        return {metrics.horizontalAdvance(index.data().toString()) + 3 * kGap +
                    metrics.horizontalAdvance(grey),
                metrics.height() + kGap};
    }
};

} // namespace

KeyedCombo::KeyedCombo(QWidget *parent)
    : QComboBox(parent)
{
    setItemDelegate(new GreyDelegate(this));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
}

void KeyedCombo::addChoice(const QString &words, const QString &key, const QString &grey)
{
    addItem(words, key);
    setItemData(count() - 1, grey, kGreyRole);
    setItemData(count() - 1, grey, Qt::AccessibleDescriptionRole);
}

bool KeyedCombo::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip || event->type() == QEvent::Paint) {
        const QString grey = currentData(kGreyRole).toString();
        setToolTip(grey.isEmpty() ? currentText() : currentText() + QLatin1Char(' ') + grey);
    }
    return QComboBox::event(event);
}

void KeyedCombo::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + kGap);
    QComboBox::showPopup();
}

void KeyedCombo::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = Theme::current();
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    if (isEditable()) {
        return; // its words stand in the field
    }
    const QRect area =
        style()
            ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this)
            .adjusted(kArrowMargin, 0, -kArrowMargin, 0);
    const QString words = currentIndex() < 0 ? placeholderText() : currentText();
    paintWords(painter, area, words, currentData(kGreyRole).toString(),
               isEnabled() && currentIndex() >= 0 ? theme.text : theme.muted, theme.muted);
}

void KeyedCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the form scrolls; a choice that changes under the pointer is no choice
}

} // namespace stampede
