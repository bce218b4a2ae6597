// SPDX-License-Identifier: MIT
#include "ui/hot_row/race_panel.h"

#include "text/number_text.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kRows = 6;      ///< that are seen at once
constexpr int kLeastRows = 3; ///< the same in a low window
constexpr int kStatementPadding = 6;

} // namespace

RaceModel::RaceModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RaceModel::show(const RaceView &view, std::int64_t coupon)
{
    beginResetModel();
    m_view = view;
    m_lines = raceLines(view, coupon);
    endResetModel();
}

int RaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant RaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const RaceLine &line = m_lines[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        const bool right = column == Ms || column == FirstRemark || column == SecondRemark;
        return QVariant(
            static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::FontRole && (column == FirstSql || column == SecondSql)) {
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Ms:
        return raceMs(line.atNs);
    case FirstSql:
        return line.side == 0 ? line.sql : QString();
    case FirstRemark:
        return line.side == 0 ? line.remark : QString();
    case SecondSql:
        return line.side == 1 ? line.sql : QString();
    default:
        return line.side == 1 ? line.remark : QString();
    }
}

QVariant RaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(
            static_cast<int>((section == Ms ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Ms:
        return tr("seen, ms");
    case FirstSql:
        return partyName(m_view, 0);
    case SecondSql:
        return m_view.second ? partyName(m_view, 1) : QString();
    default:
        return QString();
    }
}

RacePanel::RacePanel(QWidget *parent)
    : QFrame(parent)
    , m_model(new RaceModel(this))
    , m_title(new QLabel(this))
    , m_back(nullptr)
    , m_on(nullptr)
    , m_sentence(new QLabel(this))
    , m_table(new QTableView(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("racePanel"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_title->setFont(headingFont(font()));
    m_title->setObjectName(QStringLiteral("raceTitle"));
    m_sentence->setObjectName(QStringLiteral("raceSentence"));
    m_sentence->setFont(headingFont(font(), 1.1));
    m_sentence->setWordWrap(true);
    m_back = addButton(QStringLiteral("◀"), tr("The race before"));
    m_on = addButton(QStringLiteral("▶"), tr("The next race"));
    auto *copy = addButton(tr("Copy picture"), {});
    copy->setObjectName(QStringLiteral("copyRace"));
    auto *save = addButton(tr("Save picture…"), {});
    save->setObjectName(QStringLiteral("saveRace"));
    auto *close = addButton(QStringLiteral("✕"), tr("Close"));
    close->setObjectName(QStringLiteral("closeRace"));
    m_table->setObjectName(QStringLiteral("raceTable"));
    m_table->setModel(m_model);
    enableTableCopy(m_table);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Statements of both, in the order of time"));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RaceModel::FirstSql, QHeaderView::Stretch);
    header->setSectionResizeMode(RaceModel::SecondSql, QHeaderView::Stretch);
    header->setHighlightSections(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_title);
    top->addWidget(m_back);
    top->addWidget(m_on);
    top->addStretch(1);
    top->addWidget(copy);
    top->addWidget(save);
    top->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 8, 4);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_sentence);
    column->addWidget(m_table);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(copy, &QToolButton::clicked, this, &RacePanel::copyRequested);
    connect(save, &QToolButton::clicked, this, &RacePanel::saveRequested);
    connect(close, &QToolButton::clicked, this, &RacePanel::closed);
}

QToolButton *RacePanel::addButton(const QString &words, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(words);
    button->setAutoRaise(true);
    button->setMinimumSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
    if (!name.isEmpty()) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    }
    return button;
}

void RacePanel::show(const RaceView &view, std::int64_t coupon)
{
    m_model->show(view, coupon);
    m_title->setText(
        view.isRace ? tr("THE RACE (%1 of %2)").arg(text::count(view.number), text::count(view.of))
                    : (view.second ? tr("TWO TRANSACTIONS") : tr("ONE TRANSACTION")));
    m_back->setVisible(view.isRace && view.of > 1);
    m_on->setVisible(view.isRace && view.of > 1);
    m_back->setEnabled(view.number > 1);
    m_on->setEnabled(view.number < view.of);
    m_sentence->setText(view.sentence);
    fitRows();
}

/// As high as its letters are now.
void RacePanel::fitRows()
{
    const int row = m_table->fontMetrics().height() + kStatementPadding;
    m_table->verticalHeader()->setMinimumSectionSize(row);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    const int around = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    m_table->setMinimumHeight(around + kLeastRows * row);
    m_table->setMaximumHeight(around + kRows * row);
}

void RacePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

} // namespace stampede
