#include "ui/scenario/role_panel.h"

#include "ui/house_style.h"
#include "ui/labels.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/preview_model.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

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
    m_grid->setColumnStretch(3, 1);
    add({table, tr("Table"), {}}, 0, 0, 3);
    for (int i = 0; i < roles.size(); ++i) {
        add(roles[i], 1 + i / 2, i % 2 == 0 ? 0 : 2, 1);
    }
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

void RolePanel::add(const Role &role, int row, int column, int span)
{
    auto *name = new QLabel(role.name, this);
    name->setProperty("muted", true);
    auto *combo = new KeyedCombo(this);
    combo->setObjectName(role.setting);
    combo->setAccessibleName(role.name);
    combo->setToolTip(role.tip);
    combo->setFixedHeight(HouseStyle::kLeastTarget);
    name->setBuddy(combo);
    auto *fault = new QLabel(this);
    fault->setProperty("fault", true);
    fault->setWordWrap(true);
    fault->setObjectName(role.setting + QStringLiteral(".fault"));
    fault->hide();
    m_grid->addWidget(name, 2 * row, column);
    m_grid->addWidget(combo, 2 * row, column + 1, 1, span);
    m_grid->addWidget(fault, 2 * row + 1, column + 1, 1, span);
    m_fields.append({role, combo, fault});
    connect(combo, &QComboBox::activated, this, [this, combo, setting = role.setting] {
        Q_EMIT chosen(setting, combo->currentData().toString());
    });
}

void RolePanel::fill(KeyedCombo &combo, const QList<QPair<QString, QString>> &entries,
                     const QString &current, const QString &none)
{
    const QSignalBlocker quiet(combo);
    combo.clear();
    combo.addChoice(none, QString(), QString());
    for (const auto &[name, grey] : entries) {
        combo.addChoice(name, name, grey);
    }
    if (!current.isEmpty() && combo.findData(current) < 0) {
        combo.addChoice(current, current, tr("not in this database"));
    }
    combo.setCurrentIndex(combo.findData(current));
}

void RolePanel::show(const TableLook &look, const QStringList &tables, const TablePreview &preview,
                     const QHash<QString, QString> &chosen)
{
    QList<QPair<QString, QString>> names;
    for (const QString &table : tables) {
        const TableFacts *facts = look.table(table);
        names.append({table, facts != nullptr && facts->isView ? tr("view") : QString()});
    }
    const QString current = chosen.value(m_fields.constFirst().role.setting);
    fill(*m_fields.constFirst().combo, names, current, tr("choose one"));
    QList<QPair<QString, QString>> columns;
    if (const TableFacts *table = look.table(current)) {
        for (const ColumnFacts &column : table->columns) {
            columns.append({column.name, column.type});
        }
    }
    for (const Field &field : std::as_const(m_fields)) {
        const QString setting = field.role.setting;
        if (&field != &m_fields.constFirst()) {
            fill(*field.combo, columns, chosen.value(setting), tr("not there"));
            field.combo->setEnabled(!columns.isEmpty());
        }
        const QString fault = look.faults.value(setting);
        field.fault->setText(fault);
        field.fault->setVisible(!fault.isEmpty());
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
