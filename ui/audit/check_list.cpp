// SPDX-License-Identifier: MIT
#include "ui/audit/check_list.h"

#include "text/number_text.h"
#include "ui/audit/check_texts.h"
#include "ui/look/soft_highlight.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"

#include <QHeaderView>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kIndentation = 14;
constexpr double kHint = 0.16; ///< the marks say what became of the checks

} // namespace

CheckList::CheckList(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("checks"));
    setAccessibleName(tr("Checks"));
    setHeaderHidden(true);
    setColumnCount(2);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setIndentation(kIndentation);
    enableTableCopy(this);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr && item->parent() != nullptr) {
            Q_EMIT chosen(item->data(0, Qt::UserRole).toString());
        }
    });
}

void CheckList::addGroup(const QString &name, const QString &icon, const QColor &color,
                         const QList<CheckResult> &checks, bool open)
{
    if (checks.isEmpty()) {
        return;
    }
    auto *group = new QTreeWidgetItem(this, {name, text::count(checks.size())});
    group->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    group->setIcon(0, themedIcon(icon, color));
    group->setFont(0, headingFont(font()));
    for (const CheckResult &check : checks) {
        auto *item = new QTreeWidgetItem(
            group, {check.title, check.rowCount > 0 ? text::count(check.rowCount) : QString()});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, check.id);
        item->setFirstColumnSpanned(check.rowCount == 0); // no figure that needs the room
        item->setToolTip(0, className(check.cls) + QStringLiteral(": ") + check.explanation);
        m_checks << item;
        item->setIcon(
            0, themedIcon(check.verdict == CheckVerdict::Fail ? checkIcon(check) : icon, color));
        if (check.verdict == CheckVerdict::Fail) {
            m_findings << item;
        }
    }
    group->setExpanded(open);
}

void CheckList::showNothing()
{
    m_checks.clear();
    m_findings.clear();
    clear();
}

void CheckList::show(const AuditReport &audit, bool anew)
{
    const QString before = anew ? QString() : currentId();
    const Theme &theme = Theme::current();
    softenHighlight(*this, kHint);
    showNothing();
    const auto those = [&audit](auto &&fits) {
        QList<CheckResult> found;
        std::copy_if(audit.checks.cbegin(), audit.checks.cend(), std::back_inserter(found), fits);
        return found;
    };
    const auto with = [&those](CheckVerdict verdict) {
        return those([verdict](const CheckResult &check) { return check.verdict == verdict; });
    };
    const auto failed = [&those](CheckClass cls) {
        return those([cls](const CheckResult &check) {
            return check.cls == cls && check.verdict == CheckVerdict::Fail;
        });
    };
    const auto ground = failed(CheckClass::Ground);
    const bool allHeld = audit.findings().isEmpty() && ground.isEmpty();
    addGroup(tr("Missing ground"), QStringLiteral("unknown"), theme.muted, ground, true);
    addGroup(tr("Broken"), QStringLiteral("broken"), theme.damage,
             failed(CheckClass::Damage) + failed(CheckClass::Answers), true);
    addGroup(tr("Warning"), QStringLiteral("warning"), theme.warning, audit.warnings(), true);
    addGroup(tr("Cannot tell"), QStringLiteral("unknown"), theme.muted,
             with(CheckVerdict::Inconclusive), true);
    addGroup(tr("Held"), QStringLiteral("held"), theme.held, with(CheckVerdict::Pass), allHeld);
    addGroup(tr("Not applicable"), QStringLiteral("skipped"), theme.muted,
             with(CheckVerdict::Skipped), false);
    const auto same = std::find_if(m_checks.cbegin(), m_checks.cend(), [&](auto *item) {
        return item->data(0, Qt::UserRole).toString() == before;
    });
    if (same != m_checks.cend()) {
        setCurrentItem(*same);
    } else if (!m_checks.isEmpty()) {
        setCurrentItem(m_checks.constFirst());
    }
}

QString CheckList::currentId() const
{
    return currentItem() != nullptr ? currentItem()->data(0, Qt::UserRole).toString() : QString();
}

void CheckList::stepFinding(int by)
{
    if (m_findings.isEmpty()) {
        return;
    }
    const qsizetype at = m_findings.indexOf(currentItem());
    const qsizetype last = m_findings.size() - 1;
    const qsizetype to = at < 0 ? (by > 0 ? 0 : last) : std::clamp<qsizetype>(at + by, 0, last);
    setCurrentItem(m_findings[to]);
    scrollToItem(m_findings[to]);
}

} // namespace stampede
