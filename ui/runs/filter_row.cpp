// SPDX-License-Identifier: MIT
#include "ui/runs/filter_row.h"

#include "text/number_text.h"
#include "ui/runs/runs_filter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace stampede {

namespace {

using text::count;

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

} // namespace

FilterRow::FilterRow(RunsFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_count(new QLabel(this))
{
    addFields();
}

void FilterRow::setSize(const ArchiveSize &size)
{
    m_size = size;
    showCount();
}

void FilterRow::addFields()
{
    auto *words = new QLineEdit(this);
    auto *verdicts = new QComboBox(this);
    auto *period = new QComboBox(this);
    words->setObjectName(QStringLiteral("pageFilter"));
    words->setPlaceholderText(tr("Filter…"));
    words->setAccessibleName(tr("Filter by scenario, name, note or run"));
    words->setClearButtonEnabled(true);
    words->setFixedWidth(220);
    verdicts->setObjectName(QStringLiteral("verdictFilter"));
    verdicts->setAccessibleName(tr("Verdicts that are shown"));
    verdicts->addItems({tr("all verdicts"), tr("held"), tr("broken"), tr("limit missed"),
                        tr("not decided"), tr("ended early")});
    period->setObjectName(QStringLiteral("periodFilter"));
    period->setAccessibleName(tr("Time that is shown"));
    period->addItems({tr("any time"), tr("today"), tr("this week"), tr("this month")});
    period->setItemData(2, tr("The last 7 days"), Qt::ToolTipRole);
    period->setItemData(3, tr("The last 30 days"), Qt::ToolTipRole);
    m_count->setObjectName(QStringLiteral("runCount"));
    m_count->setProperty("muted", true);
    connect(words, &QLineEdit::textChanged, &m_filter, &RunsFilter::setWords);
    connect(verdicts, &QComboBox::currentIndexChanged, &m_filter,
            [this](int index) { m_filter.setVerdicts(static_cast<RunsFilter::Verdicts>(index)); });
    connect(period, &QComboBox::currentIndexChanged, &m_filter,
            [this](int index) { m_filter.setPeriod(static_cast<RunsFilter::Period>(index)); });
    for (const auto change :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_filter, change, this, &FilterRow::showCount);
    }
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &FilterRow::showCount);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words);
    row->addWidget(verdicts);
    row->addWidget(period);
    row->addStretch(1);
    row->addWidget(m_count);
}

void FilterRow::showCount()
{
    const int shown = m_filter.rowCount();
    const int all = m_filter.sourceModel()->rowCount();
    const QString runs = shown == all
                             ? text::plural(all, tr("%1 run"), tr("%1 runs")).arg(count(all))
                             : text::plural(all, tr("%1 of %2 run"), tr("%1 of %2 runs"))
                                   .arg(count(shown), count(all));
    m_count->setText(
        tr("%1, %2 of %3").arg(runs, sizeText(m_size.bytes), sizeText(m_size.limitBytes)));
}

} // namespace stampede
