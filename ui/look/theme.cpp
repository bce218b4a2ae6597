// SPDX-License-Identifier: MIT
#include "ui/look/theme.h"

#include "ui/look/app_style.h"
#include "ui/look/style_sheet.h"
#include "ui/look/system_look.h"
#include "ui/look/type.h"
#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QStyle>
#include <QSvgRenderer>

#include <utility>

/// Keeps the icons of this library linked in; has to stand outside every namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace stampede {

namespace {

Theme lightTheme()
{
    Theme theme;
    theme.page = QColor(0xFFFFFF);
    theme.panel = QColor(0xF4F6F8);
    theme.border = QColor(0xD5DAE0);
    theme.text = QColor(0x1B1F24);
    theme.muted = QColor(0x57606A);
    theme.disabled = QColor(0x8A929C);
    theme.accent = QColor(0x0B5CAD);
    theme.onFilled = QColor(0xFFFFFF);
    theme.issued = QColor(0x1E82F0);
    theme.alreadyIssued = QColor(0x6A6E73);
    theme.outOfStock = QColor(0xB5801F);
    theme.error = QColor(0x7A1400);
    theme.noAnswer = QColor(0x260B30);
    theme.held = QColor(0x00697A);
    theme.damage = QColor(0xB3142B);
    theme.warning = QColor(0x8A5A00);
    theme.edge = QColor(0x7D8590);
    theme.hover = QColor(0xE9EDF1);
    theme.pressed = QColor(0xDDE3E9);
    theme.track = QColor(0xD5DAE0);
    theme.accentHover = QColor(0x094C8F);
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.page = QColor(0x14171C);
    theme.panel = QColor(0x1D2229);
    theme.border = QColor(0x343B45);
    theme.text = QColor(0xE8EBEF);
    theme.muted = QColor(0x9BA5B1);
    theme.disabled = QColor(0x69727E);
    theme.accent = QColor(0x6CB6FF);
    theme.onFilled = QColor(0x101318);
    theme.issued = QColor(0x3A90FF);
    theme.alreadyIssued = QColor(0xE3EAF5);
    theme.outOfStock = QColor(0xF5B921);
    theme.error = QColor(0xCF4B3C);
    theme.noAnswer = QColor(0x84699E);
    theme.held = QColor(0x4FD1E0);
    theme.damage = QColor(0xFF6B6B);
    theme.warning = QColor(0xF5B921);
    theme.edge = QColor(0x707B89);
    theme.hover = QColor(0x2A313A);
    theme.pressed = QColor(0x353D48);
    theme.track = QColor(0x343B45);
    theme.accentHover = QColor(0x8CC7FF);
    return theme;
}

Theme contrastTheme()
{
    Theme theme;
    theme.dark = true;
    theme.contrast = true;
    theme.page = QColor(Qt::black);
    theme.panel = QColor(Qt::black);
    theme.border = QColor(0xD6D6D6);
    theme.text = QColor(0xFFFFFF);
    theme.muted = QColor(0xD6D6D6);
    theme.disabled = QColor(0x8F8F8F);
    theme.accent = QColor(0x8CC8FF);
    theme.onFilled = QColor(Qt::black);
    theme.issued = QColor(0x3F8BFF);
    theme.alreadyIssued = QColor(0xF2F6FC);
    theme.outOfStock = QColor(0xFFB020);
    theme.error = QColor(0xDE4F4F);
    theme.noAnswer = QColor(0x9A78B4);
    theme.held = QColor(0x5CE8F5);
    theme.damage = QColor(0xFF8080);
    theme.warning = QColor(0xFFD43B);
    theme.edge = QColor(0xFFFFFF);
    theme.hover = QColor(0x2B2B2B);
    theme.pressed = QColor(0x404040);
    theme.track = QColor(0x6E6E6E);
    theme.accentHover = QColor(0xB5DBFF);
    return theme;
}

Theme themeOf(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        if (SystemLook::instance().isHighContrast()) {
            return contrastTheme();
        }
        return SystemLook::instance().isDark() ? darkTheme() : lightTheme();
    case ThemeMode::Light:
        return lightTheme();
    case ThemeMode::Dark:
        return darkTheme();
    case ThemeMode::Contrast:
        return contrastTheme();
    }
    return lightTheme();
}

Theme &mutableTheme()
{
    static Theme theme = lightTheme();
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.page);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.page);
    palette.setColor(QPalette::AlternateBase, theme.panel);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onFilled);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Light, theme.hover);
    palette.setColor(QPalette::Dark, theme.edge);
    // What stands in a field that is locked is still to be read; a button that is, is not.
    palette.setColor(QPalette::Disabled, QPalette::WindowText, theme.muted);
    palette.setColor(QPalette::Disabled, QPalette::Text, theme.muted);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme.disabled);
    return palette;
}

/// Gives its style sheet to every window, each when it is first polished. A sheet of the
/// application would look the same, but another one for it took more than a second in a full window
/// (1,803 widgets, Qt 6.4), and one for the window itself a sixth of that.
class WindowSheets : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Polish && watched->isWidgetType()) {
            give(*static_cast<QWidget *>(watched), {});
        } else if (event->type() == QEvent::ParentChange && watched->isWidgetType()) {
            takeBack(*static_cast<QWidget *>(watched));
        }
        return false;
    }

    void set(const QString &sheet)
    {
        const QString before = std::exchange(m_sheet, sheet);
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            give(*window, before);
        }
    }

private:
    /// What has a parent takes the sheet of that; a sheet that is not from here is left alone.
    void give(QWidget &widget, const QString &before) const
    {
        const QString has = widget.styleSheet();
        if (widget.parentWidget() == nullptr && (has.isEmpty() || has == before) &&
            has != m_sheet) {
            widget.setStyleSheet(m_sheet);
        }
    }

    /// A window that became a part of another hears the sheet of that one from now on.
    void takeBack(QWidget &widget) const
    {
        if (widget.parentWidget() != nullptr && !m_sheet.isEmpty() &&
            widget.styleSheet() == m_sheet) {
            widget.setStyleSheet(QString());
        }
    }

    QString m_sheet;
};

} // namespace

QColor Theme::*Theme::colorOf(AnswerLayer layer)
{
    switch (layer) {
    case AnswerLayer::Issued:
        return &Theme::issued;
    case AnswerLayer::AlreadyIssued:
        return &Theme::alreadyIssued;
    case AnswerLayer::OutOfStock:
        return &Theme::outOfStock;
    case AnswerLayer::OtherRefusals:
        return &Theme::muted;
    case AnswerLayer::Errors:
        return &Theme::error;
    case AnswerLayer::NoAnswer:
        return &Theme::noAnswer;
    }
    return &Theme::muted;
}

QColor Theme::of(Outcome outcome) const
{
    return this->*colorOf(layerOf(outcome));
}

QColor Theme::of(RunVerdict verdict) const
{
    switch (verdict) {
    case RunVerdict::Pass:
        return held;
    case RunVerdict::Violation:
        return damage;
    case RunVerdict::Thresholds:
        return warning;
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
        return muted;
    }
    return muted;
}

const Theme &Theme::current()
{
    return mutableTheme();
}

void Theme::apply(ThemeMode mode)
{
    initIcons();
    SystemLook::instance(); // looks at the palette of the system before ours takes its place
    mutableTheme() = themeOf(mode);
    static WindowSheets *sheets = nullptr;
    if (sheets == nullptr) {
        // Else no font of the application reaches a widget that a rule of the sheet is for, and
        // another size of text would have every widget polished anew: a second of a full window.
        QCoreApplication::setAttribute(Qt::AA_UseStyleSheetPropagationInWidgetStyles);
        QApplication::setStyle(new AppStyle);
        new FocusRing(qApp);
        sheets = new WindowSheets(qApp);
        qApp->installEventFilter(sheets);
    }
    setTextFactor(textFactor());
    if (const QPalette palette = paletteOf(current()); palette != QApplication::palette()) {
        QApplication::setPalette(palette);
    }
    sheets->set(styleSheetOf(current()));
    scaleOwnFonts();
}

QPixmap themedPixmap(const QString &name, const QColor &color, int size, qreal ratio)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("hole", Theme::current().page.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int pixels = qRound(size * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QColor faint(QColor color, double share)
{
    color.setAlphaF(static_cast<float>(share));
    return color;
}

QIcon themedIcon(const QString &name, const QColor &color)
{
    // Drawn once for each colour: a run changes icons while every millisecond counts.
    static QHash<QString, QIcon> drawn;
    QIcon &icon = drawn[name + color.name() + Theme::current().page.name()];
    if (!icon.isNull()) {
        return icon;
    }
    for (const int size : {16, 24, 48}) {
        icon.addPixmap(themedPixmap(name, color, size, 1.0));
        icon.addPixmap(themedPixmap(name, color, size, 2.0));
    }
    return icon;
}

void setStyleProperty(QWidget *widget, const char *name, bool value)
{
    if (widget->property(name).toBool() != value) {
        widget->setProperty(name, value);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

QString verdictIcon(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return QStringLiteral("held");
    case RunVerdict::Violation:
        return QStringLiteral("broken");
    case RunVerdict::Thresholds:
        return QStringLiteral("limit");
    case RunVerdict::Aborted:
        return QStringLiteral("stop");
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
        return QStringLiteral("unknown");
    }
    return QStringLiteral("unknown");
}

QString checkIcon(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return QStringLiteral("held");
    case CheckVerdict::Fail:
        return check.cls == CheckClass::Warning ? QStringLiteral("warning")
                                                : QStringLiteral("broken");
    case CheckVerdict::Inconclusive:
        return QStringLiteral("unknown");
    case CheckVerdict::Skipped:
        return QStringLiteral("skipped");
    }
    return QStringLiteral("unknown");
}

} // namespace stampede
