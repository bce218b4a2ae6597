// SPDX-License-Identifier: MIT
#include "ui/look/style_sheet.h"

#include "ui/look/theme.h"

namespace stampede {

namespace {

/// Areas and words: by the properties that widgets are given.
const QString kAreas = QStringLiteral(R"(
QFrame[card="true"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QFrame[bar="true"] { background: @panel; border: none; border-bottom: 1px solid @border; }
QFrame[bar="true"][archive="true"] { background: @hover; border-bottom: 2px solid @accent; }
QFrame[rail="true"] { background: @panel; border: none; border-right: 1px solid @border; }
QFrame[dock="true"] { background: @panel; border: none; border-left: 1px solid @border; }
QLabel[muted="true"] { color: @muted; }
QLabel[fault="true"] { color: @damage; }
QLabel[accent="true"] { color: @accent; font-weight: 700; }
QMenuBar { background: @page; color: @text; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QToolTip { background: @panel; color: @text; border: 1px solid @edge; padding: 5px 7px; }
QStatusBar { color: @muted; background: @page; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
)");

/// Fields that one types into.
const QString kFields = QStringLiteral(R"(
QLineEdit { border: 1px solid @edge; border-radius: 4px; padding: 3px 6px; background: @page;
    min-height: 20px; selection-background-color: @accent; selection-color: @onFilled; }
QLineEdit:disabled { color: @muted; background: @panel; border-color: @border; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; background: transparent; }
QPlainTextEdit, QTextEdit { border: 1px solid @edge; border-radius: 4px; padding: 1px;
    background: @page; }
QPlainTextEdit:disabled, QTextEdit:disabled { color: @muted; background: @panel; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] {
    border: 2px solid @damage; padding: 2px 5px; }
QToolButton[section="true"][wrong="true"] { color: @damage; }
)");

/// Buttons that are more than plain ones.
const QString kButtons = QStringLiteral(R"(
QPushButton { padding: 4px 12px; min-height: 20px; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; }
QPushButton[filled="true"] { background: @accent; color: @onFilled; border: 2px solid @accent;
    border-radius: 6px; padding: 5px 18px; font-weight: 600; }
QPushButton[filled="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[filled="true"]:disabled { background: @panel; border-color: @border; color: @disabled; }
QPushButton[stops="true"] { background: @panel; color: @damage; border: 2px solid @damage;
    border-radius: 6px; padding: 5px 18px; font-weight: 600; }
QPushButton[stops="true"]:hover { background: @hover; }
QPushButton[door="true"] { background: @panel; border: 1px solid @edge; border-radius: 6px;
    padding: 0; text-align: left; }
QPushButton[door="true"]:hover { background: @hover; border-color: @accent; }
QPushButton[door="true"]:pressed { background: @pressed; }
QPushButton[door="true"]:checked { background: @page; border: 2px solid @accent; }
QToolButton { border: none; border-radius: 6px; padding: 4px 8px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton#scenarioButton:disabled { color: @muted; }
QToolButton[ownArrow="true"]::menu-indicator { image: none; }
QToolButton:checked { background: @pressed; }
QToolButton[choice="true"] { border: 1px solid @edge; padding: 3px 7px; }
QToolButton[choice="true"]:checked { border-color: @accent; color: @text; font-weight: 600; }
QToolButton[section="true"] { text-align: left; padding: 4px 0; }
QToolButton[section="true"]:checked { background: transparent; }
QToolButton[section="true"]:hover { background: transparent; color: @accent; }
QToolButton[protection="true"] { border: 1px solid @edge; padding: 4px 8px; background: @page; }
QToolButton[protection="true"]:hover { background: @hover; }
QToolButton[protection="true"][off="true"] { border: 2px solid @damage; color: @damage;
    padding: 3px 7px; font-weight: 600; }
QToolButton[protection="true"]:disabled { color: @muted; border-color: @border; background: @panel; }
QToolButton[protection="true"][off="true"]:disabled { border: 2px dashed @damage; color: @muted; }
QToolButton[page="true"] { padding: 8px 2px; color: @muted; }
QToolButton[page="true"]:checked { background: @page; color: @text; border: 1px solid @edge; }
)");

/// Lists, tables, tabs, and what moves.
const QString kViews = QStringLiteral(R"(
QListView, QTreeView, QTableView, QScrollArea { border: none; background: transparent; }
QComboBox QAbstractItemView { background: @page; border: 1px solid @edge; }
QTreeView::item, QListView::item { padding: 4px; }
QTableView::item { border: none; padding: 0 3px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 5px 8px; }
QTableCornerButton::section { background: @panel; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar::tab { padding: 7px 16px; color: @muted; background: transparent; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }
QProgressBar { background: @track; border: none; border-radius: 4px; text-align: center;
    color: @text; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QSlider::groove:horizontal { height: 4px; background: @track; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: @edge; }
QSlider::handle:horizontal { width: 14px; margin: -6px 0; border-radius: 8px;
    background: @accent; border: 1px solid @page; }
QSlider::handle:horizontal:disabled { background: @edge; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
)");

/// Where edges have to be strong: whatever can be pressed has one, and what cannot has a broken
/// one.
const QString kStrongEdges = QStringLiteral(R"(
QToolButton { border: 1px solid @edge; padding: 3px 7px; }
QToolButton:disabled { border: 1px dashed @disabled; }
QToolButton[section="true"], QLineEdit QToolButton { border: none; }
QToolButton[page="true"] { border: 1px solid transparent; }
QToolButton[section="true"]:checked { border: none; padding: 4px 0; }
QToolButton[choice="true"] { border-color: @edge; }
QToolButton[choice="true"]:checked, QToolButton:checked { border: 2px solid @accent; padding: 2px 6px; }
QToolButton[page="true"]:checked { border: 2px solid @accent; padding: 7px 1px; }
QPushButton[filled="true"]:disabled { border: 2px dashed @disabled; }
QProgressBar { border: 1px solid @edge; }
QSlider::groove:horizontal { border: 1px solid @track; }
)");

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QString sheet = kAreas + kFields + kButtons + kViews;
    if (theme.contrast) {
        sheet += kStrongEdges;
    }
    // A longer name before the one that it begins with.
    const std::pair<const char *, QColor> names[] = {
        {"@panel", theme.panel},       {"@border", theme.border},
        {"@muted", theme.muted},       {"@damage", theme.damage},
        {"@disabled", theme.disabled}, {"@accentHover", theme.accentHover},
        {"@accent", theme.accent},     {"@onFilled", theme.onFilled},
        {"@page", theme.page},         {"@text", theme.text},
        {"@edge", theme.edge},         {"@hover", theme.hover},
        {"@pressed", theme.pressed},   {"@track", theme.track},
    };
    for (const auto &[name, color] : names) {
        sheet.replace(QLatin1String(name), color.name());
    }
    return sheet;
}

} // namespace stampede
