// SPDX-License-Identifier: MIT
#include "ui/frame/navigation_bar.h"

#include "text/number_text.h"
#include "ui/frame/navigation_button.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr int kRailWidth = 84;
constexpr int kNarrowWidth = 48;
constexpr int kMargin = 4;
constexpr int kAroundName = 2 * kMargin + 12; ///< a name: the bar's margins and the button's
constexpr int kIcon = 24;

struct PageEntry
{
    const char *icon;
    const char *name;
};

constexpr std::array<PageEntry, kPageCount> kPages = {{
    {"scenario", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Scenario")},
    {"live", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Live")},
    {"hot-row", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Hot row")},
    {"interleavings", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Interleavings")},
    {"audit", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Audit")},
    {"report", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Report")},
    {"runs", QT_TRANSLATE_NOOP("stampede::NavigationBar", "Runs")},
}};

} // namespace

QString pageName(Page page)
{
    return NavigationBar::tr(kPages[static_cast<std::size_t>(page)].name);
}

NavigationBar::NavigationBar(QWidget *parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this))
{
    setProperty("rail", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 8, kMargin, 8);
    column->setSpacing(4);
    for (int i = 0; i < kPageCount; ++i) {
        const QString name = pageName(static_cast<Page>(i));
        auto *button = new NavigationButton(this);
        button->setText(name);
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(name).arg(i + 1));
        button->setCheckable(true);
        button->setProperty("page", true);
        button->setObjectName(QStringLiteral("page%1").arg(i + 1));
        button->setIconSize(QSize(kIcon, kIcon));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons->addButton(button, i);
        column->addWidget(button);
    }
    column->addStretch(1);
    setNarrow(false);
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT chosen(static_cast<Page>(id)); });
}

NavigationButton *NavigationBar::button(Page page) const
{
    return static_cast<NavigationButton *>(m_buttons->button(static_cast<int>(page)));
}

void NavigationBar::setCurrent(Page page)
{
    button(page)->setChecked(true);
}

void NavigationBar::setFindings(qsizetype findings)
{
    const QString name = pageName(Page::Audit);
    button(Page::Audit)->setBadge(findings);
    button(Page::Audit)
        ->setAccessibleName(findings == 0 ? name
                            : findings == 1
                                ? tr("%1, 1 finding").arg(name)
                                : tr("%1, %2 findings").arg(name, text::count(findings)));
}

void NavigationBar::setNarrow(bool narrow)
{
    int widest = qRound(kRailWidth * std::max(1.0, textFactor()));
    for (const QAbstractButton *each : m_buttons->buttons()) {
        each->ensurePolished();
        widest =
            std::max(widest, each->fontMetrics().horizontalAdvance(each->text()) + kAroundName);
    }
    setFixedWidth(narrow ? kNarrowWidth : widest);
    for (int i = 0; i < kPageCount; ++i) {
        button(static_cast<Page>(i))
            ->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
    }
}

void NavigationBar::retheme()
{
    for (int i = 0; i < kPageCount; ++i) {
        m_buttons->button(i)->setIcon(themedIcon(
            QString::fromLatin1(kPages[static_cast<std::size_t>(i)].icon), Theme::current().text));
    }
}

} // namespace stampede
