// SPDX-License-Identifier: MIT
#include "drawn_texts.h"

#include "shown_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPaintEngine>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTextEdit>

#include <cmath>

namespace stampede::test {

namespace {

constexpr qreal kTolerance = 1.5; ///< px; edges of letters are not told more exactly
constexpr qreal kWordWidth = 60;  ///< px
constexpr int kLeastLetters = 4;  ///< less of a word than that before … says nothing
constexpr QChar kEllipsis = u'\u2026';

class Recorder final : public QPaintEngine
{
public:
    Recorder()
        : QPaintEngine(AllFeatures)
    {}
    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState & /*state*/) override {}
    void drawPath(const QPainterPath & /*path*/) override {}
    void drawPolygon(const QPointF * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override
    {}
    void drawPixmap(const QRectF & /*to*/, const QPixmap & /*what*/,
                    const QRectF & /*from*/) override
    {}
    [[nodiscard]] Type type() const override { return User; }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QString text = item.text();
        if (text.isEmpty() || painter()->opacity() == 0) {
            return;
        }
        const QTransform toDevice = painter()->combinedTransform();
        const QRectF ink = QFontMetricsF(item.font(), paintDevice()).tightBoundingRect(text);
        // As wide as the engine says, as high as these letters are.
        const QRectF place(at.x(), at.y() + ink.top(), item.width(), ink.height());
        QRectF clip(0, 0, paintDevice()->width(), paintDevice()->height());
        if (painter()->hasClipping()) {
            clip &= toDevice.mapRect(painter()->clipBoundingRect());
        }
        const QRectF onDevice = toDevice.mapRect(place);
        // Letters of several scripts come in pieces, each with its font.
        const bool goesOn = !m_texts.isEmpty() && m_baseline == at.y() &&
                            m_texts.constLast().clip == clip &&
                            std::abs(m_texts.constLast().place.right() - onDevice.left()) < 1;
        m_baseline = at.y();
        if (goesOn) {
            m_texts.last().text += text;
            m_texts.last().place |= onDevice;
        } else {
            m_texts.append({text, onDevice, clip});
        }
    }
    [[nodiscard]] const QList<DrawnText> &texts() const { return m_texts; }

private:
    QList<DrawnText> m_texts;
    qreal m_baseline = 0; ///< of the latest
};

/// As large as that widget, and draws nothing.
class RecordedDevice final : public QPaintDevice
{
public:
    explicit RecordedDevice(const QWidget &widget)
        : m_widget(widget)
    {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_recorder; }
    [[nodiscard]] const QList<DrawnText> &texts() const { return m_recorder.texts(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return m_widget.widthMM();
        case PdmHeightMM:
            return m_widget.heightMM();
        case PdmDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
            return m_widget.logicalDpiY();
        case PdmPhysicalDpiX:
            return m_widget.physicalDpiX();
        case PdmPhysicalDpiY:
            return m_widget.physicalDpiY();
        case PdmDepth:
            return m_widget.depth();
        case PdmNumColors:
            return m_widget.colorCount();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    const QWidget &m_widget;
    mutable Recorder m_recorder;
};

/// The scroll area whose viewport that is, or null.
const QAbstractScrollArea *areaOf(const QWidget &viewport)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(viewport.parentWidget());
    return area != nullptr && area->viewport() == &viewport ? area : nullptr;
}

/// Along which axes what does not fit into that widget can still be brought into view.
Qt::Orientations scrolling(const QWidget &widget)
{
    Qt::Orientations axes;
    const QAbstractScrollArea *area = areaOf(widget);
    if (area == nullptr) {
        return axes;
    }
    if (qobject_cast<const QHeaderView *>(area) != nullptr) { // goes with its table
        const auto *table = qobject_cast<const QAbstractScrollArea *>(area->parentWidget());
        return table != nullptr ? scrolling(*table->viewport()) : axes;
    }
    axes.setFlag(Qt::Horizontal, area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff &&
                                     area->horizontalScrollBar()->maximum() > 0);
    axes.setFlag(Qt::Vertical, area->verticalScrollBarPolicy() != Qt::ScrollBarAlwaysOff &&
                                   area->verticalScrollBar()->maximum() > 0);
    return axes;
}

bool isWithin(const QRectF &place, const QRectF &room, Qt::Orientations but)
{
    const bool wide = (but & Qt::Horizontal) != 0 || (place.left() >= room.left() - kTolerance &&
                                                      place.right() <= room.right() + kTolerance);
    const bool high = (but & Qt::Vertical) != 0 || (place.top() >= room.top() - kTolerance &&
                                                    place.bottom() <= room.bottom() + kTolerance);
    return wide && high;
}

QString inPixels(const QRectF &rect)
{
    return QStringLiteral("%1,%2 %3x%4")
        .arg(rect.x(), 0, 'f', 0)
        .arg(rect.y(), 0, 'f', 0)
        .arg(rect.width(), 0, 'f', 0)
        .arg(rect.height(), 0, 'f', 0);
}

/// What of the text the edges hide: its own clip, its widget, the widgets that one is in.
QString lackOfRoom(const QWidget &widget, const DrawnText &drawn)
{
    Qt::Orientations free = scrolling(widget);
    if (!isWithin(drawn.place, drawn.clip, free)) {
        return QStringLiteral("at %1, seen of it %2")
            .arg(inPixels(drawn.place), inPixels(drawn.clip));
    }
    QRectF place = drawn.place;
    for (const QWidget *at = &widget; !at->isWindow() && at->parentWidget() != nullptr;
         at = at->parentWidget()) {
        const QWidget *parent = at->parentWidget();
        place.translate(at->pos());
        free |= scrolling(*parent);
        if (!isWithin(place, parent->rect(), free)) {
            return QStringLiteral("at %1 of %2, which is %3")
                .arg(inPixels(place), pathOf(parent), inPixels(parent->rect()));
        }
    }
    return {};
}

/// Whether something that is no part of the widget lies over the middle of the text.
QString coverOf(const QWidget &widget, const DrawnText &drawn)
{
    const QWidget *window = widget.window();
    if (widget.testAttribute(Qt::WA_TransparentForMouseEvents)) {
        return {}; // the window does not find such a one
    }
    for (const qreal share : {0.1, 0.5, 0.9}) {
        const QPoint at =
            widget.mapTo(window, QPointF(drawn.place.left() + share * drawn.place.width(),
                                         drawn.place.center().y())
                                     .toPoint());
        for (const QWidget *up = &widget; up != window; up = up->parentWidget()) {
            if (!up->rect().contains(up->mapFrom(window, at))) {
                return {}; // scrolled away
            }
        }
        const QWidget *top = window->childAt(at);
        if (top != nullptr && top != &widget && !top->isAncestorOf(&widget) &&
            !widget.isAncestorOf(top)) {
            return pathOf(top);
        }
    }
    return {};
}

/// All that the widget would say at that place, where it is known; tooltips included.
QStringList wholeTexts(const QWidget &widget, const DrawnText &drawn)
{
    QStringList whole{widget.toolTip()};
    const QAbstractScrollArea *area = areaOf(widget);
    const QPoint middle = drawn.place.center().toPoint();
    if (const auto *header = qobject_cast<const QHeaderView *>(area)) {
        const int section = header->logicalIndexAt(middle);
        whole << header->model()->headerData(section, header->orientation()).toString()
              << header->model()
                     ->headerData(section, header->orientation(), Qt::ToolTipRole)
                     .toString();
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(area)) {
        const QModelIndex index = view->indexAt(middle);
        whole << index.data().toString() << index.data(Qt::ToolTipRole).toString();
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        whole << label->text();
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        whole << button->text();
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        whole << line->text() << line->placeholderText();
    }
    return whole;
}

bool isTip(const QStringList &whole, const QString &start)
{
    // The first is the widget's tooltip, the last a cell's; both say at least what is seen.
    return std::any_of(whole.cbegin(), whole.cend(), [&](const QString &text) {
        return !text.contains(kEllipsis) && text.contains(start.trimmed());
    });
}

/// What is wrong with a text that ends in …, or holds it.
QString lackOfWords(const QWidget &widget, const DrawnText &drawn)
{
    if (!drawn.text.contains(kEllipsis)) {
        return {};
    }
    const QStringList whole = wholeTexts(widget, drawn);
    const bool byNature = std::any_of(whole.cbegin() + 1, whole.cend(), [&](const QString &text) {
        return QString(text).remove(u'&').contains(drawn.text);
    });
    if (byNature && qobject_cast<const QLabel *>(&widget) == nullptr) {
        return {};
    }
    const qreal room = std::min<qreal>(drawn.clip.right(), widget.width()) - drawn.place.right();
    if (drawn.text.endsWith(kEllipsis) && room > kWordWidth) {
        return {}; // whoever has room for another word has left none out
    }
    const QStringList parts = drawn.text.split(kEllipsis);
    const qsizetype letters = drawn.text.size() - 1;
    if (letters < kLeastLetters) {
        return QStringLiteral("nothing but … is left of it");
    }
    return isTip(whole, parts.constFirst().size() >= parts.constLast().size() ? parts.constFirst()
                                                                              : parts.constLast())
               ? QString()
               : QStringLiteral("ends in … and has no tooltip");
}

/// Fields that scroll what is typed into them.
bool isTyped(const QWidget &widget)
{
    const auto *line = qobject_cast<const QLineEdit *>(&widget);
    return line != nullptr && qobject_cast<QAbstractSpinBox *>(line->parentWidget()) == nullptr &&
           !line->text().isEmpty();
}

void addOverlaps(const QWidget &widget, const QList<DrawnText> &texts, QStringList &cut)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            const QRectF both = texts[i].place & texts[i].clip & texts[j].place & texts[j].clip;
            if (both.width() > kTolerance && both.height() > kTolerance) {
                cut << QStringLiteral("%1: \"%2\" at %3 lies over \"%4\" at %5")
                           .arg(pathOf(&widget), texts[i].text, inPixels(texts[i].place),
                                texts[j].text, inPixels(texts[j].place));
            }
        }
    }
}

void addCutOff(QWidget &widget, QStringList &cut)
{
    const QList<DrawnText> texts = drawnTexts(widget);
    for (const DrawnText &drawn : texts) {
        const auto add = [&](const QString &lack) {
            cut << QStringLiteral("%1: \"%2\" %3").arg(pathOf(&widget), drawn.text, lack);
        };
        if (const QString lack = lackOfRoom(widget, drawn); !isTyped(widget) && !lack.isEmpty()) {
            add(lack);
        } else if (const QString words = lackOfWords(widget, drawn); !words.isEmpty()) {
            add(words);
        } else if (const QString cover = coverOf(widget, drawn); !cover.isEmpty()) {
            add(QStringLiteral("is covered by ") + cover);
        }
    }
    addOverlaps(widget, texts, cut);
}

} // namespace

QList<DrawnText> drawnTexts(QWidget &widget)
{
    RecordedDevice device(widget);
    widget.render(&device, {}, {}, {});
    QList<DrawnText> texts = device.texts();
    texts.removeIf([](const DrawnText &drawn) { return drawn.text.trimmed().isEmpty(); });
    return texts;
}

QStringList cutOffTexts(QWidget &root)
{
    QStringList cut;
    if (root.isVisible()) {
        addCutOff(root, cut);
    }
    const auto widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->window() == root.window()) {
            addCutOff(*widget, cut);
        }
    }
    return cut;
}

} // namespace stampede::test
