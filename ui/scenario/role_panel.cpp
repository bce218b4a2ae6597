// SPDX-License-Identifier: MIT
#include "ui/scenario/role_panel.h"

#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/preview_model.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

constexpr int kPreviewRowHeight = 24;
constexpr int kMostColumnWidth = 200;

} // namespace

RolePanel::RolePanel(const QString &title, const QString &table, const QList<Role> &roles,
                     QWidget *parent)
    : QFrame(parent)
    , m_grid(new QGridLayout)
    , m_model(new PreviewModel(this))
    , m_preview(new QTableView(this))
    , m_noRows(new QLabel(this))
{
    setProperty("panel", true);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    add({table, tr("Table"), {}});
    for (const Role &role : roles) {
        add(role);
    }
    arrange(true);
    m_preview->setModel(m_model);
    m_preview->setObjectName(table + QStringLiteral(".preview"));
    m_preview->setAccessibleName(tr("%1: the first rows").arg(title));
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(kPreviewRowHeight);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_preview->setTabKeyNavigation(false);
    m_preview->horizontalHeader()->setMaximumSectionSize(kMostColumnWidth);
    m_noRows->setProperty("muted", true);
    m_noRows->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(title, this));
    column->addLayout(m_grid);
    column->addWidget(m_noRows);
    column->addWidget(m_preview);
    column->addStretch(1);
}

void RolePanel::add(const Role &role)
{
    auto *name = new QLabel(role.name, this);
    name->setProperty("muted", true);
    auto *combo = new KeyedCombo(this);
    combo->setObjectName(role.setting);
    combo->setAccessibleName(role.name);
    combo->setToolTip(role.tip);
    combo->setFixedHeight(AppStyle::kLeastTarget);
    name->setBuddy(combo);
    QLabel *fault = faultLabel(role.setting, this);
    m_fields.append({role, name, combo, fault});
    connect(combo, &QComboBox::activated, this, [this, combo, setting = role.setting] {
        Q_EMIT chosen(setting, combo->currentData().toString());
    });
}

void RolePanel::arrange(bool beside)
{
    m_beside = beside;
    m_grid->setColumnStretch(3, beside ? 1 : 0);
    for (int i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields[i];
        const bool isRight = beside && i > 0 && i % 2 == 0;
        const int row = beside ? 2 * ((i + 1) / 2) : 2 * i;
        const int column = isRight ? 2 : 0;
        const int span = beside && i == 0 ? 3 : 1;
        for (QWidget *widget :
             std::initializer_list<QWidget *>{field.name, field.combo, field.fault}) {
            m_grid->removeWidget(widget);
        }
        m_grid->addWidget(field.name, row, column);
        m_grid->addWidget(field.combo, row, column + 1, 1, span);
        m_grid->addWidget(field.fault, row + 1, column + 1, 1, span);
    }
    if (beside) {
        m_besideWidth = m_grid->minimumSize().width();
    }
}

QSize RolePanel::minimumSizeHint() const
{
    int names = 0;
    for (const Field &field : m_fields) {
        names = std::max(names, field.name->sizeHint().width());
    }
    return {names + m_grid->horizontalSpacing() +
                m_fields.constFirst().combo->minimumSizeHint().width(),
            QFrame::minimumSizeHint().height()};
}

void RolePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool beside = event->size().width() >= m_besideWidth;
    if (beside != m_beside) {
        arrange(beside);
    }
}

void RolePanel::fill(KeyedCombo &combo, const QList<QPair<QString, QString>> &entries,
                     const QString &current, const QString &none, Qt::MatchFlags match)
{
    const QSignalBlocker quiet(combo);
    combo.clear();
    combo.addChoice(none, QString(), QString());
    for (const auto &[name, grey] : entries) {
        combo.addChoice(name, name, grey);
    }
    const auto place = [&] { return combo.findData(current, Qt::UserRole, match); };
    if (!current.isEmpty() && place() < 0) {
        combo.addChoice(current, current, tr("not in this database"));
    }
    combo.setCurrentIndex(place());
}

void RolePanel::show(const SchemaInspection &look, const QStringList &tables,
                     const TablePreview &preview, const QHash<QString, QString> &chosen)
{
    QList<QPair<QString, QString>> names;
    for (const QString &table : tables) {
        const TableFacts *facts = look.table(table);
        names.append({table, facts != nullptr && facts->isView ? tr("view") : QString()});
    }
    const QString current = chosen.value(m_fields.constFirst().role.setting);
    if (!tables.contains(current) && look.table(current) != nullptr) {
        names.append({current, tr("another database")});
    }
    fill(*m_fields.constFirst().combo, names, current, tr("choose one"), Qt::MatchExactly);
    QList<QPair<QString, QString>> columns;
    if (const TableFacts *table = look.table(current)) {
        for (const ColumnFacts &column : table->columns) {
            columns.append({column.name, column.type});
        }
    }
    for (const Field &field : std::as_const(m_fields)) {
        const QString setting = field.role.setting;
        if (&field != &m_fields.constFirst()) {
            fill(*field.combo, columns, chosen.value(setting), tr("not there"),
                 Qt::MatchFixedString); // names of columns know no case
            field.combo->setEnabled(!columns.isEmpty());
        }
        const QString fault = look.faults.value(setting);
        showFault(*field.fault, fault);
        setStyleProperty(field.combo, "wrong", !fault.isEmpty());
    }
    showPreview(preview, chosen);
}

void RolePanel::showPreview(const TablePreview &preview, const QHash<QString, QString> &chosen)
{
    QHash<QString, QString> roles;
    for (const Field &field : std::as_const(m_fields)) {
        const QString column = chosen.value(field.role.setting);
        if (&field != &m_fields.constFirst() && !column.isEmpty()) {
            roles.insert(column, field.role.name);
        }
    }
    m_model->show(preview, roles);
    const bool hasColumns = !preview.columns.isEmpty();
    m_preview->setVisible(hasColumns && !preview.rows.isEmpty());
    m_preview->resizeColumnsToContents();
    m_preview->setFixedHeight(m_preview->horizontalHeader()->sizeHint().height() +
                              (m_model->rowCount() * kPreviewRowHeight) +
                              m_preview->horizontalScrollBar()->sizeHint().height());
    m_noRows->setText(!preview.error.isEmpty() ? preview.error
                                               : tr("This table holds no rows yet."));
    m_noRows->setVisible(hasColumns && preview.rows.isEmpty());
}

} // namespace stampede
