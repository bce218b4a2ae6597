#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>

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
    return theme;
}

Theme themeOf(ThemeMode mode)
{
    static const bool systemIsDark =
        QApplication::palette().color(QPalette::Window).lightness() < 128;
    switch (mode) {
    case ThemeMode::System:
        return systemIsDark ? darkTheme() : lightTheme();
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
    palette.setColor(QPalette::Mid, theme.border);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.muted);
    }
    return palette;
}

QString styleSheetOf(const Theme &theme)
{
    QString sheet = QStringLiteral(R"(
QFrame[card="true"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QFrame[bar="true"] { background: @panel; border: none; border-bottom: 1px solid @border; }
QFrame[rail="true"] { background: @panel; border: none; border-right: 1px solid @border; }
QFrame[dock="true"] { background: @panel; border: none; border-left: 1px solid @border; }
QLabel[muted="true"] { color: @muted; }
QLabel[fault="true"] { color: @damage; }
QLabel[accent="true"] { color: @accent; font-weight: 700; }
QToolButton[section="true"] { border: none; text-align: left; padding: 4px 0; color: @text; }
QLineEdit { border: 1px solid @border; border-radius: 4px; padding: 3px 6px; background: @page; }
QLineEdit:focus { border: 2px solid @accent; padding: 2px 5px; }
QLineEdit:disabled { color: @muted; background: @panel; }
QPlainTextEdit { border: 1px solid @border; border-radius: 4px; padding: 1px; background: @page; }
QPlainTextEdit:focus { border: 2px solid @accent; padding: 0px; }
QPlainTextEdit:disabled { color: @muted; background: @panel; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px;
    background: @page; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @muted; border-radius: 7px;
    background: @page; }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; }
QPushButton[filled="true"] { background: @accent; color: @onFilled; border: none; border-radius: 6px;
    padding: 7px 20px; font-weight: 600; }
QPushButton[filled="true"]:disabled { background: @border; color: @muted; }
QPushButton[filled="true"]:focus { border: 2px solid @text; padding: 5px 18px; }
QPushButton[stops="true"] { background: @panel; color: @damage; border: 2px solid @damage;
    border-radius: 6px; padding: 5px 18px; font-weight: 600; }
QToolButton[protection="true"] { border: 1px solid @border; border-radius: 6px; padding: 5px 8px;
    background: @page; }
QToolButton[protection="true"][off="true"] { border: 2px solid @damage; color: @damage; padding: 4px 7px; }
QToolButton[protection="true"]:disabled { color: @muted; }
QToolButton:focus, QPushButton:focus { outline: none; border: 2px solid @accent; }
QToolButton[page="true"] { border: none; border-radius: 6px; padding: 8px 2px; color: @muted; }
QToolButton[page="true"]:checked { background: @page; color: @text; border: 1px solid @border; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] {
    border: 2px solid @damage; padding: 2px 5px; }
QComboBox[wrong="true"] { border: 2px solid @damage; border-radius: 4px; padding: 2px 5px; }
QToolButton[section="true"][wrong="true"] { color: @damage; }
QListView, QTreeView, QTableView, QScrollArea { border: none; background: transparent; }
QTreeView::item, QListView::item { padding: 4px; }
QHeaderView::section { background: @panel; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 4px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar::tab { padding: 7px 16px; color: @muted; background: transparent; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QStatusBar { color: @muted; padding-left: 10px; }
QStatusBar::item { border: none; }
)");
    const std::pair<const char *, QColor> names[] = {
        {"@panel", theme.panel},   {"@border", theme.border}, {"@muted", theme.muted},
        {"@damage", theme.damage}, {"@accent", theme.accent}, {"@onFilled", theme.onFilled},
        {"@page", theme.page},     {"@text", theme.text},
    };
    for (const auto &[name, color] : names) {
        sheet.replace(QLatin1String(name), color.name());
    }
    return sheet;
}

} // namespace

QColor Theme::of(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Issued:
        return issued;
    case Outcome::AlreadyIssued:
        return alreadyIssued;
    case Outcome::OutOfStock:
        return outOfStock;
    case Outcome::Contention:
    case Outcome::ServerError:
    case Outcome::NotSent:
        return error;
    case Outcome::Unknown:
        return noAnswer;
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Interrupted:
        return muted;
    }
    return muted;
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
    mutableTheme() = themeOf(mode);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(current()));
    qApp->setStyleSheet(styleSheetOf(current()));
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
