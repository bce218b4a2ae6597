// SPDX-License-Identifier: MIT
// Proves that the colours can be told from what they stand on, that text grows and shrinks as a
// whole, that figures do not dance, and that whoever has the focus can be seen.

#include "test_program.h"
#include "ui/hot_row/row_marks.h"
#include "ui/look/app_style.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QCheckBox>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace tst_looks {

using namespace stampede;

namespace {

/// WCAG 2.1: relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace

class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colours_data();
    void colours();
    void textGrowsAsAWhole();
    void themeReachesWhatChangedItsWindow();
    void digitsAreEquallyWide();
    void targetsAreLargeEnough();
    void everyOutcomeHasItsLook();
    void marksCanBeSeen_data() { colours_data(); }
    void marksCanBeSeen();
    void hotRowCanBeRead_data() { colours_data(); }
    void hotRowCanBeRead();
    void lockedIsTold_data() { colours_data(); }
    void lockedIsTold();
    void strongEdges();
    void ringFollowsTheFocus();
};

void TestLooks::colours_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("light") << ThemeMode::Light;
    QTest::newRow("dark") << ThemeMode::Dark;
    QTest::newRow("contrast") << ThemeMode::Contrast;
}

void TestLooks::colours()
{
    QFETCH(ThemeMode, mode);
    Theme::apply(mode);
    const Theme &theme = Theme::current();
    for (const QColor &ground : {theme.page, theme.panel}) {
        for (const QColor &text :
             {theme.text, theme.muted, theme.accent, theme.damage, theme.held, theme.warning}) {
            QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name()));
        }
        for (const QColor &shape : {theme.issued, theme.alreadyIssued, theme.outOfStock,
                                    theme.error, theme.noAnswer, theme.edge}) {
            QVERIFY2(contrast(shape, ground) >= 3, qPrintable(shape.name()));
        }
    }
    for (const QColor &fill : {theme.accent, theme.accentHover, theme.held, theme.damage}) {
        QVERIFY2(contrast(theme.onFilled, fill) >= 4.5, qPrintable(fill.name()));
    }
    QVERIFY(contrast(theme.text, theme.hover) >= 4.5);
    QVERIFY(contrast(theme.muted, theme.hover) >= 4.5);
    QVERIFY(contrast(theme.text, theme.pressed) >= 4.5);
}

void TestLooks::everyOutcomeHasItsLook()
{
    Theme::apply(ThemeMode::Light);
    QSet<QString> looks;
    for (const OutcomeTraits &traits : kOutcomeTable) {
        const QColor colour = Theme::current().of(traits.outcome);
        QVERIFY2(colour.isValid(), traits.key.data());
        QVERIFY2(colour == Theme::current().*Theme::colorOf(traits.layer), traits.key.data());
        QVERIFY2(!outcomeSign(traits.outcome).isEmpty(), traits.key.data());
        looks.insert(colour.name() + outcomeSign(traits.outcome));
    }
    // The three errors are one tile and one colour; all others are told apart.
    QCOMPARE(looks.size(), static_cast<int>(kOutcomeCount) - 2);
    QSet<Qt::BrushStyle> patterns;
    for (std::size_t i = 0; i < kAnswerLayers; ++i) {
        patterns.insert(layerPattern(static_cast<AnswerLayer>(i)));
    }
    QCOMPARE(patterns.size(), static_cast<int>(kAnswerLayers));
}

void TestLooks::textGrowsAsAWhole()
{
    Theme::apply(ThemeMode::Light);
    QWidget window;
    QLabel plain(QStringLiteral("words"), &window);
    QLabel large(QStringLiteral("words"), &window);
    large.setFont(typeFont(TextRole::Figure));
    QLabel muted(QStringLiteral("words"), &window);
    muted.setProperty("muted", true);
    QLineEdit field(&window);
    QPushButton button(QStringLiteral("words"), &window);
    button.setProperty("filled", true);
    window.show();
    QCOMPARE(muted.font().pointSizeF(), 9.0);
    const QString sheet = window.styleSheet();
    QCOMPARE(plain.font().pointSizeF(), 10.0);
    QCOMPARE(large.font().pointSizeF(), 20.0);
    setTextFactor(1.5);
    Theme::apply(ThemeMode::Light);
    QCOMPARE(plain.font().pointSizeF(), 15.0);
    QCOMPARE(large.font().pointSizeF(), 30.0);
    QCOMPARE(typeFont(TextRole::Secondary).pointSizeF(), 13.5);
    QCOMPARE(muted.font().pointSizeF(), 13.5);
    QCOMPARE(field.font().pointSizeF(), 15.0);
    QCOMPARE(button.font().pointSizeF(), 15.0);
    QCOMPARE(button.font().weight(), QFont::DemiBold);
    setStyleProperty(&button, "filled", false);
    QCOMPARE(button.font().weight(), QFont::Normal);
    QCOMPARE(button.font().pointSizeF(), 15.0);
    // For another one the toolkit would ask every widget anew, which takes a second of a window.
    QCOMPARE(window.styleSheet(), sheet);
    setTextFactor(1);
    Theme::apply(ThemeMode::Light);
    QCOMPARE(plain.font().pointSizeF(), 10.0);
    QCOMPARE(large.font().pointSizeF(), 20.0);
}

void TestLooks::themeReachesWhatChangedItsWindow()
{
    Theme::apply(ThemeMode::Light);
    QWidget window;
    QLabel part(QStringLiteral("words"));
    part.setProperty("muted", true);
    part.ensurePolished(); // a window of its own so far
    QVERIFY(!part.styleSheet().isEmpty());
    QWidget own;
    own.setStyleSheet(QStringLiteral("QLabel { color: red; }"));
    part.setParent(&window);
    QVERIFY(part.styleSheet().isEmpty());
    window.show();
    own.show();
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Contrast, ThemeMode::Light}) {
        Theme::apply(mode);
        QCOMPARE(part.palette().color(QPalette::WindowText), Theme::current().muted);
        QCOMPARE(own.styleSheet(), QStringLiteral("QLabel { color: red; }"));
    }
}

void TestLooks::digitsAreEquallyWide()
{
    const QFontMetricsF metrics(tabularFont(QApplication::font()));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
    }
}

void TestLooks::targetsAreLargeEnough()
{
    Theme::apply(ThemeMode::Light);
    QPushButton button(QStringLiteral("a"));
    QCheckBox box(QStringLiteral("a"));
    QRadioButton radio(QStringLiteral("a"));
    for (const QWidget *each : std::initializer_list<QWidget *>{&button, &box, &radio}) {
        QVERIFY2(each->sizeHint().height() >= AppStyle::kLeastTarget,
                 each->metaObject()->className());
    }
}

void TestLooks::marksCanBeSeen()
{
    QFETCH(ThemeMode, mode);
    Theme::apply(mode);
    QCheckBox box;
    box.resize(box.sizeHint());
    const QImage empty = box.grab().toImage();
    box.setChecked(true);
    const QImage marked = box.grab().toImage();
    QVERIFY(empty != marked);
    // A mark, not only another fill: both the accent and what is written on it.
    bool fill = false;
    bool mark = false;
    for (int y = 0; y < marked.height(); ++y) {
        for (int x = 0; x < marked.width(); ++x) {
            fill = fill || marked.pixelColor(x, y) == Theme::current().accent;
            mark = mark || contrast(marked.pixelColor(x, y), Theme::current().accent) >= 3;
        }
    }
    QVERIFY(fill && mark);
}

void TestLooks::hotRowCanBeRead()
{
    QFETCH(const ThemeMode, mode);
    Theme::apply(mode);
    const Theme &theme = Theme::current();
    for (const Outcome outcome : kAllOutcomes) {
        const QColor color = theme.of(outcome);
        QVERIFY2(contrast(readableOn(color), color) >= 4.5, qPrintable(color.name()));
        // A bar that waits is told from the ground along the whole of its edge.
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(theme.page);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintWaiting(painter, QRectF(4, 3, 30, 14), color);
        painter.end();
        for (int x = 4; x < 34; ++x) {
            QVERIFY2(contrast(image.pixelColor(x, 3), theme.page) >= 2.99,
                     qPrintable(color.name()));
            QVERIFY2(contrast(image.pixelColor(x, 16), theme.page) >= 2.99,
                     qPrintable(color.name()));
        }
    }
}

void TestLooks::lockedIsTold()
{
    QFETCH(const ThemeMode, mode);
    Theme::apply(mode);
    const Theme &theme = Theme::current();
    const auto mostContrast = [&theme](QWidget &button) {
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        double most = 1;
        for (int y = 4; y < image.height() - 4; ++y) { // the words, not the edge
            for (int x = 4; x < image.width() - 4; ++x) {
                most = std::max(most, contrast(image.pixelColor(x, y), theme.panel));
            }
        }
        return most;
    };
    for (const bool filled : {false, true}) {
        QPushButton button(QStringLiteral("Run"));
        button.setProperty("filled", filled);
        const double open = mostContrast(button);
        button.setEnabled(false);
        const double locked = mostContrast(button);
        QVERIFY2(locked >= 2.5 && locked * 1.6 <= open,
                 qPrintable(QStringLiteral("%1 of %2").arg(locked).arg(open)));
    }
}

void TestLooks::strongEdges()
{
    Theme::apply(ThemeMode::Contrast);
    const Theme &theme = Theme::current();
    QVERIFY(contrast(theme.track, theme.page) >= 3);
    QToolButton button;
    button.setText(QStringLiteral("Fit"));
    button.resize(60, 30);
    const QImage image = button.grab().toImage();
    for (const QPoint &edge : {QPoint(30, 0), QPoint(30, 29), QPoint(0, 15), QPoint(59, 15)}) {
        QVERIFY(contrast(image.pixelColor(edge), theme.page) >= 3);
    }
    Theme::apply(ThemeMode::Light);
}

void TestLooks::ringFollowsTheFocus()
{
    Theme::apply(ThemeMode::Light);
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *one = new QPushButton(QStringLiteral("One"));
    auto *other = new QPushButton(QStringLiteral("Other"));
    row->addWidget(one);
    row->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto rings = qApp->findChildren<FocusRing *>();
    QCOMPARE(rings.size(), 1);
    one->setFocus();
    const QRect before = other->geometry();
    QCOMPARE(rings.constFirst()->widget(), one);
    QTest::keyClick(one, Qt::Key_Tab);
    QCOMPARE(rings.constFirst()->widget(), other);
    QCOMPARE(other->geometry(), before); // nothing moved
    const auto frames = window.findChildren<QFocusFrame *>();
    QCOMPARE(frames.size(), 1);
    QVERIFY(frames.constFirst()->isVisible());
    QCOMPARE(frames.constFirst()->geometry(), before.adjusted(-4, -4, 4, 4));
}

} // namespace tst_looks

STAMPEDE_TEST(tst_looks::TestLooks)
#include "tst_looks.moc"
