// SPDX-License-Identifier: MIT
#include "ui/scenario/condition_list.h"

#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/remove_button.h"
#include "ui/scenario/value_list.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

using Test = RowCondition::Test;

struct TestWords
{
    Test test;
    QString key;
    QString words;
};

std::array<TestWords, 4> tests()
{
    return {
        TestWords{Test::In, QStringLiteral("in"), ConditionList::tr("is")},
        TestWords{Test::NotIn, QStringLiteral("notIn"), ConditionList::tr("is not")},
        TestWords{Test::IsNull, QStringLiteral("isNull"), ConditionList::tr("is NULL")},
        TestWords{Test::IsNotNull, QStringLiteral("isNotNull"), ConditionList::tr("is not NULL")}};
}

TestWords wordsOf(Test test)
{
    const auto all = tests();
    return *std::find_if(all.begin(), all.end(),
                         [test](const TestWords &each) { return each.test == test; });
}

Test testOf(const QString &key)
{
    const auto all = tests();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&key](const TestWords &each) { return each.key == key; });
    return found == all.end() ? Test::In : found->test;
}

bool hasValues(Test test)
{
    return test == Test::In || test == Test::NotIn;
}

QJsonValue valueOf(const QString &text, bool isNumber)
{
    bool fits = false;
    const qlonglong number = text.toLongLong(&fits);
    if (text.isNull()) {
        return QJsonValue::Null;
    }
    return isNumber && fits ? QJsonValue(number) : QJsonValue(text);
}

QStringList textsOf(const RowCondition &condition)
{
    QStringList texts;
    for (const QJsonValue &value : condition.values) {
        texts << (value.isNull() ? QString() : QStringLiteral("") + comparedText(value));
    }
    return texts;
}

bool sayTheSame(const RowCondition &a, const RowCondition &b)
{
    return a.column == b.column && a.test == b.test &&
           (!hasValues(a.test) || textOfValues(textsOf(a)) == textOfValues(textsOf(b)));
}

/// "ACTIVE, USED, …"
QString examplesOf(const QStringList &values)
{
    QStringList shown;
    for (const QString &value : values) {
        shown << (value.isNull() ? QStringLiteral("…") : textOfValues({value}));
    }
    return shown.join(QStringLiteral(", "));
}

} // namespace

QString conditionInWords(const RowCondition &condition)
{
    const QString words = condition.column + QLatin1Char(' ') + wordsOf(condition.test).words;
    return hasValues(condition.test) ? words + QLatin1Char(' ') + textOfValues(textsOf(condition))
                                     : words;
}

ConditionList::ConditionList(const QString &setting, QWidget *parent)
    : QWidget(parent)
    , m_setting(setting)
    , m_column(new QVBoxLayout)
    , m_fault(faultLabel(setting, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto *add = new QPushButton(tr("Add a condition"), this);
    add->setObjectName(setting + QStringLiteral(".add"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_column);
    column->addWidget(m_fault);
    column->addWidget(add, 0, Qt::AlignLeft);
    setFocusProxy(add);
    connect(add, &QPushButton::clicked, this, [this] { this->add({{}, Test::In, {}}); });
}

void ConditionList::addRow(const RowCondition &condition)
{
    Row row{new QWidget(this), nullptr, nullptr, nullptr, nullptr, condition};
    row.column = new KeyedCombo(row.line);
    row.column->setAccessibleName(tr("Column"));
    row.column->setPlaceholderText(tr("column"));
    row.test = new KeyedCombo(row.line);
    row.test->setAccessibleName(tr("Condition"));
    row.column->setMinimumContentsLength(6);
    row.test->setMinimumContentsLength(4);
    for (const TestWords &each : tests()) {
        row.test->addChoice(each.words, each.key, {});
    }
    row.test->setCurrentIndex(row.test->findData(wordsOf(condition.test).key));
    row.values = new QLineEdit(textOfValues(textsOf(condition)), row.line);
    row.values->setAccessibleName(tr("Values"));
    row.values->setToolTip(tr("Several values have commas between them. One that holds a comma "
                              "stands in quotation marks: \"a, b\"."));
    row.fault = faultLabel({}, row.line);
    QToolButton *remove = removeButton(tr("Remove this condition"), row.line);
    remove->setProperty("part", QStringLiteral("remove"));
    for (QWidget *field : std::initializer_list<QWidget *>{row.column, row.test, row.values}) {
        field->setFixedHeight(AppStyle::kLeastTarget);
    }
    auto *grid = new QGridLayout(row.line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 4);
    grid->addWidget(row.column, 0, 0);
    grid->addWidget(row.test, 0, 1);
    grid->addWidget(row.values, 0, 2);
    grid->addWidget(remove, 0, 3);
    grid->addWidget(row.fault, 1, 0, 1, 4);
    m_column->addWidget(row.line);
    fillColumns(row);
    row.values->setEnabled(hasValues(condition.test));
    const auto edited = [this, line = row.line] { take(line); };
    connect(row.column, &QComboBox::activated, this, edited);
    connect(row.test, &QComboBox::activated, this, edited);
    connect(row.values, &QLineEdit::textEdited, this, edited);
    connect(remove, &QToolButton::clicked, this, [this, line = row.line] { this->remove(line); });
    m_rows.append(row);
    nameRows();
}

void ConditionList::nameRows()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const QString name = QStringLiteral("%1[%2]").arg(m_setting).arg(i);
        row.column->setObjectName(name + QStringLiteral(".column"));
        row.test->setObjectName(name + QStringLiteral(".test"));
        row.values->setObjectName(name + QStringLiteral(".values"));
        row.fault->setObjectName(name + QStringLiteral(".fault"));
        for (QToolButton *button :
             row.line->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
            button->setObjectName(name + QStringLiteral(".remove"));
        }
        setTabOrder(row.column, row.test);
        setTabOrder(row.test, row.values);
    }
}

void ConditionList::fillColumns(const Row &row) const
{
    const QSignalBlocker quiet(row.column);
    row.column->clear();
    for (const ColumnFacts &column : m_columns) {
        row.column->addChoice(column.name, column.name, column.type);
    }
    const QString &current = row.condition.column;
    if (!current.isEmpty() &&
        row.column->findData(current, Qt::UserRole, Qt::MatchFixedString) < 0) {
        row.column->addChoice(current, current, tr("not in this table"));
    }
    row.column->setCurrentIndex(
        current.isEmpty() ? -1 : row.column->findData(current, Qt::UserRole, Qt::MatchFixedString));
}

RowCondition ConditionList::typedIn(const Row &row) const
{
    RowCondition typed;
    typed.column = row.column->currentData().toString();
    typed.test = testOf(row.test->currentData().toString());
    const auto column =
        std::find_if(m_columns.begin(), m_columns.end(),
                     [&typed](const ColumnFacts &each) { return each.name == typed.column; });
    const bool isNumber = column != m_columns.end() && column->holdsWholeNumbers();
    if (hasValues(typed.test)) {
        for (const QString &value : valuesFrom(row.values->text())) {
            typed.values << valueOf(value, isNumber);
        }
    }
    return typed;
}

void ConditionList::take(QWidget *line)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [line](const Row &each) { return each.line == line; });
    const RowCondition typed = typedIn(*row);
    row->values->setEnabled(hasValues(typed.test));
    if (!sayTheSame(typed, row->condition)) {
        row->condition = typed;
        Q_EMIT changed(conditions());
    }
}

void ConditionList::add(const RowCondition &condition)
{
    addRow(condition);
    const Row &row = m_rows.constLast();
    if (condition.column.isEmpty()) {
        row.column->setFocus();
    } else if (hasValues(condition.test)) {
        row.values->setFocus();
    } else {
        row.test->setFocus();
    }
    Q_EMIT changed(conditions());
}

void ConditionList::remove(QWidget *line)
{
    removeRow(m_rows, line);
    nameRows();
    Q_EMIT changed(conditions());
}

QList<RowCondition> ConditionList::conditions() const
{
    QList<RowCondition> all;
    for (const Row &row : m_rows) {
        all << row.condition;
    }
    return all;
}

void ConditionList::show(const QList<RowCondition> &conditions, const TableFacts *table,
                         const SchemaInspection &look)
{
    m_columns = table == nullptr ? QList<ColumnFacts>() : table->columns;
    const QList<RowCondition> shown = this->conditions();
    if (!std::equal(shown.begin(), shown.end(), conditions.begin(), conditions.end(), sayTheSame)) {
        for (const Row &row : std::as_const(m_rows)) {
            row.line->hide();
            row.line->deleteLater();
        }
        m_rows.clear();
        for (const RowCondition &condition : conditions) {
            addRow(condition);
        }
    }
    const QString group = m_setting.section(QLatin1Char('.'), 0, 0) + QLatin1Char('.');
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        fillColumns(row);
        const ColumnFacts *column =
            table == nullptr ? nullptr : table->column(row.condition.column);
        const QString examples =
            column == nullptr ? QString() : examplesOf(look.values.value(group + column->name));
        row.values->setPlaceholderText(!hasValues(row.condition.test) ? QString()
                                       : examples.isEmpty()           ? tr("value")
                                                            : tr("like %1").arg(examples));
        const QString place = QStringLiteral("%1[%2]").arg(m_setting).arg(i);
        const QString ofColumn = look.faults.value(place + QStringLiteral(".column"));
        const QString fault = ofColumn.isEmpty() ? faultsWithin(look.faults, place) : ofColumn;
        showFault(*row.fault, fault);
        setStyleProperty(row.column, "wrong", !fault.isEmpty() && column == nullptr);
        setStyleProperty(row.values, "wrong", !fault.isEmpty() && column != nullptr);
    }
    showFault(*m_fault, look.faults.value(m_setting));
}

} // namespace stampede
