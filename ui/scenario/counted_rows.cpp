// SPDX-License-Identifier: MIT
#include "ui/scenario/counted_rows.h"

#include "text/number_text.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/condition_list.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/value_list.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace stampede {

namespace {

const QString kOneRow = QStringLiteral("one");
const QString kAtMost = QStringLiteral("most");
const QString kAnyNumber = QStringLiteral("any");
constexpr int kAskMark = 16;
constexpr int kLeastRowsWidth = 64;

bool isPlain(const Profile &profile)
{
    return profile.issued.where.isEmpty() && profile.issued.quantity.isEmpty() &&
           profile.perPerson.isOne() && profile.stock.where.isEmpty() &&
           profile.stock.unlimited.isEmpty() && !profile.givesBack.value_or(false);
}

QString conditionsInWords(const QList<RowCondition> &conditions)
{
    QStringList all;
    for (const RowCondition &condition : conditions) {
        all << conditionInWords(condition);
    }
    return all.join(QStringLiteral(", "));
}

QString limitInWords(const PersonLimit &limit)
{
    const QString rows = !limit.limit ? CountedRows::tr("any number a person")
                         : *limit.limit == 1
                             ? CountedRows::tr("one a person")
                             : CountedRows::tr("%1 a person").arg(text::count(*limit.limit));
    return limit.within.isEmpty()
               ? rows
               : CountedRows::tr("%1 within %2").arg(rows, limit.within.join(QStringLiteral(", ")));
}

/// What the folded heading says.
QString inWords(const Profile &profile)
{
    QStringList all = {profile.issued.where.isEmpty() ? CountedRows::tr("all of them")
                                                      : conditionsInWords(profile.issued.where)};
    if (!profile.issued.quantity.isEmpty()) {
        all << CountedRows::tr("pieces in %1").arg(profile.issued.quantity);
    }
    all << limitInWords(profile.perPerson);
    if (!profile.stock.where.isEmpty()) {
        all << CountedRows::tr("stock: %1").arg(conditionsInWords(profile.stock.where));
    }
    if (!profile.stock.unlimited.isEmpty()) {
        all << CountedRows::tr("no limit: %1").arg(textOfValues(profile.stock.unlimited));
    }
    if (profile.givesBack.value_or(false)) {
        all << CountedRows::tr("pieces come back");
    }
    return all.join(QStringLiteral(" · "));
}

QString questionAbout(const DoubtfulColumn &column, const QStringList &values)
{
    QStringList shown;
    for (const QString &value : values) {
        shown << (value.isNull() ? QStringLiteral("…") : value);
    }
    const QString name =
        shown.isEmpty()
            ? column.name
            : QStringLiteral("%1 (%2)").arg(column.name, shown.join(QStringLiteral(", ")));
    switch (column.kind) {
    case DoubtfulColumn::Kind::Status:
        return CountedRows::tr("%1 looks like a status. Does a row count whatever it says there?")
            .arg(name);
    case DoubtfulColumn::Kind::Mark:
        return CountedRows::tr("%1 looks like a mark of rows that are gone. Do those rows count?")
            .arg(column.name);
    case DoubtfulColumn::Kind::Quantity:
        return CountedRows::tr("%1 looks like a number of pieces. Does a row stand for so many?")
            .arg(name);
    }
    return {};
}

} // namespace

QStringList CountedRows::settings()
{
    return {QStringLiteral("issued.where"),    QStringLiteral("issued.quantity"),
            QStringLiteral("perPerson"),       QStringLiteral("stock.where"),
            QStringLiteral("stock.unlimited"), QStringLiteral("givesBack")};
}

CountedRows::CountedRows(QWidget *parent)
    : QWidget(parent)
    , m_questions(new QVBoxLayout)
    , m_section(new FormSection(QStringLiteral("countedRows"), tr("Which rows count"), false, this))
    , m_issued(new ConditionList(QStringLiteral("issued.where"), this))
    , m_quantity(new KeyedCombo(this))
    , m_limit(new KeyedCombo(this))
    , m_rows(new QSpinBox(this))
    , m_withinName(nullptr)
    , m_within(new QPushButton(this))
    , m_stock(new ConditionList(QStringLiteral("stock.where"), this))
    , m_unlimited(new QLineEdit(this))
    , m_givesBack(new QCheckBox(tr("Pieces come back during the run"), this))
{
    m_typed.limit = 2;
    m_questions->setSpacing(4);
    m_section->addWidget(makeFields());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_questions);
    column->addWidget(m_section);
    connect(m_issued, &ConditionList::changed, this, [this](const QList<RowCondition> &conditions) {
        Profile profile = m_look.profile;
        profile.issued.where = conditions;
        change(profile);
    });
    connect(m_stock, &ConditionList::changed, this, [this](const QList<RowCondition> &conditions) {
        Profile profile = m_look.profile;
        profile.stock.where = conditions;
        change(profile);
    });
    connect(m_quantity, &QComboBox::activated, this, [this] {
        Profile profile = m_look.profile;
        profile.issued.quantity = m_quantity->currentData().toString();
        change(profile);
    });
    connect(m_limit, &QComboBox::activated, this, &CountedRows::takeLimit);
    connect(m_rows, &QSpinBox::valueChanged, this, &CountedRows::takeLimit);
    connect(m_unlimited, &QLineEdit::textEdited, this, [this](const QString &typed) {
        Profile profile = m_look.profile;
        profile.stock.unlimited = valuesFrom(typed);
        change(profile);
    });
    connect(m_givesBack, &QCheckBox::clicked, this, [this](bool checked) {
        Profile profile = m_look.profile;
        profile.givesBack = checked ? std::optional(true) : std::nullopt;
        change(profile);
    });
}

QWidget *CountedRows::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &name, QWidget *field, const QString &setting) {
        field->setObjectName(setting);
        QLabel *fault = faultLabel(setting, fields);
        m_faults << fault;
        return addFieldRow(*form, name, field, fault);
    };
    const auto addConditions = [&](const QString &name, ConditionList *conditions) {
        auto *label = new QLabel(name, fields);
        label->setProperty("muted", true);
        label->setBuddy(conditions);
        conditions->setAccessibleName(name);
        form->addRow(label);
        form->addRow(conditions);
    };
    addConditions(tr("Rows of holders that count"), m_issued);
    m_quantity->setFixedHeight(AppStyle::kLeastTarget);
    m_quantity->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    add(tr("A row stands for"), m_quantity, QStringLiteral("issued.quantity"));
    add(tr("A person may have"), makeLimit(), QStringLiteral("perPerson"));
    m_within->setToolTip(tr("One a day: the rows that are equal in the column of the day."));
    m_within->setMenu(new QMenu(m_within));
    m_within->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_withinName = add(tr("Counted among"), m_within, QStringLiteral("perPerson.within"));
    addConditions(tr("Rows of the stock that count"), m_stock);
    m_unlimited->setFixedHeight(AppStyle::kLeastTarget);
    m_unlimited->setPlaceholderText(tr("like 0, -1, NULL"));
    m_unlimited->setToolTip(tr("Figures of the stock that do not count pieces but say that there "
                               "is no limit."));
    add(tr("No limit is written"), m_unlimited, QStringLiteral("stock.unlimited"));
    m_givesBack->setToolTip(tr("Cancelled or unpaid coupons can be had again while the run goes "
                               "on. The stock is then judged at the end."));
    m_givesBack->setObjectName(QStringLiteral("givesBack"));
    form->addRow(m_givesBack);
    return fields;
}

QWidget *CountedRows::makeLimit()
{
    auto *line = new QWidget(this);
    constexpr int kMostRows = 1'000'000;
    m_limit->setObjectName(QStringLiteral("perPerson.limit"));
    m_limit->setAccessibleName(tr("How many rows a person may have"));
    m_limit->addChoice(tr("one row"), kOneRow, {});
    m_limit->addChoice(tr("at most"), kAtMost, {});
    m_limit->addChoice(tr("any number of rows"), kAnyNumber, {});
    m_rows->setObjectName(QStringLiteral("perPerson.rows"));
    m_rows->setAccessibleName(tr("Rows a person may have"));
    m_rows->setRange(2, kMostRows);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setMinimumWidth(kLeastRowsWidth);
    m_limit->setMinimumContentsLength(6);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_limit->setFixedHeight(AppStyle::kLeastTarget);
    m_rows->setFixedHeight(AppStyle::kLeastTarget);
    row->addWidget(m_limit);
    row->addWidget(m_rows);
    row->addStretch(1);
    return line;
}

void CountedRows::change(const Profile &profile)
{
    m_look.profile = profile;
    Q_EMIT changed(profile);
}

void CountedRows::takeLimit()
{
    const QString kind = m_limit->currentData().toString();
    Profile profile = m_look.profile;
    profile.perPerson = m_typed;
    if (kind == kAnyNumber) {
        profile.perPerson = PersonLimit{std::nullopt, {}};
    } else if (kind == kOneRow) {
        profile.perPerson.limit = 1;
    } else {
        profile.perPerson.limit = m_rows->value();
        m_typed.limit = m_rows->value();
    }
    change(profile);
    showLimit(m_look.table(profile.issued.table));
}

void CountedRows::toggleWithin(const QString &column, bool wanted)
{
    Profile profile = m_look.profile;
    profile.perPerson.within.removeIf(
        [&column](const QString &each) { return each.compare(column, Qt::CaseInsensitive) == 0; });
    if (wanted) {
        profile.perPerson.within << column;
    }
    change(profile);
    showLimit(m_look.table(profile.issued.table));
}

void CountedRows::show(const SchemaInspection &look)
{
    m_look = look;
    const Profile &profile = m_look.profile;
    const TableFacts *issued = m_look.table(profile.issued.table);
    m_issued->show(profile.issued.where, issued, m_look);
    m_stock->show(profile.stock.where, m_look.table(profile.stock.table), m_look);
    m_stock->setEnabled(!profile.stock.table.isEmpty());
    showQuantity(issued);
    showLimit(issued);
    showUnlimited();
    m_givesBack->setChecked(profile.givesBack.value_or(false));
    showFaults();
    showQuestions();
    m_section->setSummary(inWords(profile));
    if (m_wasPlain && !isPlain(profile)) {
        m_section->setOpen(true); // what a profile says is seen
    }
    m_wasPlain = isPlain(profile);
}

void CountedRows::showQuantity(const TableFacts *table)
{
    const QString &current = m_look.profile.issued.quantity;
    m_quantity->clear();
    m_quantity->addChoice(tr("one piece"), QString(), QString());
    for (const ColumnFacts &column : table == nullptr ? QList<ColumnFacts>() : table->columns) {
        if (column.holdsWholeNumbers() || column.type == QLatin1String("decimal") ||
            column.name.compare(current, Qt::CaseInsensitive) == 0) {
            m_quantity->addChoice(tr("the pieces in %1").arg(column.name), column.name,
                                  column.type);
        }
    }
    if (m_quantity->findData(current, Qt::UserRole, Qt::MatchFixedString) < 0) {
        m_quantity->addChoice(tr("the pieces in %1").arg(current), current,
                              tr("not in this table"));
    }
    m_quantity->setCurrentIndex(m_quantity->findData(current, Qt::UserRole, Qt::MatchFixedString));
}

void CountedRows::showLimit(const TableFacts *table)
{
    const PersonLimit &limit = m_look.profile.perPerson;
    const QSignalBlocker quiet(m_rows);
    const bool isMany = limit.limit && *limit.limit > 1;
    m_limit->setCurrentIndex(m_limit->findData(!limit.limit ? kAnyNumber
                                               : isMany     ? kAtMost
                                                            : kOneRow));
    if (isMany) {
        m_typed.limit = limit.limit;
    }
    if (limit.limit) {
        m_typed.within = limit.within;
    }
    m_rows->setVisible(isMany);
    if (!m_rows->hasFocus()) {
        m_rows->setValue(static_cast<int>(m_typed.limit.value_or(2)));
    }
    const bool mayBeWithin = limit.limit.has_value() || !limit.within.isEmpty();
    m_withinName->setVisible(mayBeWithin);
    m_within->setVisible(mayBeWithin);
    m_within->setText(limit.within.isEmpty()
                          ? tr("all their rows")
                          : tr("rows equal in %1").arg(limit.within.join(QStringLiteral(", "))));
    QStringList names = table == nullptr ? QStringList() : table->columnNames();
    for (const QString &column : limit.within) {
        if (!names.contains(column, Qt::CaseInsensitive)) {
            names << column;
        }
    }
    fillWithin(names);
    for (QAction *action : m_within->menu()->actions()) {
        action->setChecked(limit.within.contains(action->text(), Qt::CaseInsensitive));
    }
    m_within->setEnabled(!names.isEmpty());
}

void CountedRows::fillWithin(const QStringList &names)
{
    QStringList there;
    for (const QAction *action : m_within->menu()->actions()) {
        there << action->text();
    }
    if (there == names) {
        return; // one of them may be what has been clicked
    }
    m_within->menu()->clear();
    for (const QString &name : names) {
        QAction *action = m_within->menu()->addAction(name);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, name](bool wanted) { toggleWithin(name, wanted); });
    }
}

void CountedRows::showUnlimited()
{
    const QString shown = textOfValues(m_look.profile.stock.unlimited);
    if (textOfValues(valuesFrom(m_unlimited->text())) != shown) {
        m_unlimited->setText(shown);
    }
    m_unlimited->setEnabled(!m_look.profile.stock.table.isEmpty());
}

void CountedRows::showFaults()
{
    for (QLabel *label : std::as_const(m_faults)) {
        const QString setting = label->objectName().section(QLatin1Char('.'), 0, -2);
        const bool isLimit = setting == QLatin1String("perPerson"); // the columns have their own
        showFault(*label, isLimit ? m_look.faults.value(QStringLiteral("perPerson.limit"))
                                  : faultsWithin(m_look.faults, setting));
    }
    const auto isWrong = [this](const QString &setting) {
        return !faultsWithin(m_look.faults, setting).isEmpty();
    };
    setStyleProperty(m_quantity, "wrong", isWrong(QStringLiteral("issued.quantity")));
    setStyleProperty(m_unlimited, "wrong", isWrong(QStringLiteral("stock.unlimited")));
    const QStringList all = settings();
    m_section->setFaulty(std::any_of(all.begin(), all.end(), isWrong));
}

void CountedRows::showQuestions()
{
    for (QWidget *line : std::as_const(m_asked)) {
        line->hide();
        line->deleteLater();
    }
    m_asked.clear();
    for (const DoubtfulColumn &column : std::as_const(m_look.doubtful)) {
        askAbout(column);
    }
}

void CountedRows::askAbout(const DoubtfulColumn &column)
{
    auto *line = new QWidget(this);
    auto *mark = new QLabel(line);
    mark->setFixedWidth(kAskMark + 8);
    mark->setPixmap(themedPixmap(QStringLiteral("info"), Theme::current().muted, kAskMark,
                                 devicePixelRatioF()));
    auto *words = new QLabel(
        questionAbout(column, m_look.values.value(QStringLiteral("issued.") + column.name)), line);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setObjectName(QStringLiteral("ask.") + column.name);
    const bool isQuantity = column.kind == DoubtfulColumn::Kind::Quantity;
    auto *button =
        new QPushButton(isQuantity ? tr("Yes, count pieces") : tr("Say which count"), line);
    button->setObjectName(QStringLiteral("answer.") + column.name);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(column.name, button->text()));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(words, 1, Qt::AlignTop);
    row->addSpacing(8);
    row->addWidget(button, 0, Qt::AlignTop);
    m_questions->addWidget(line);
    m_asked << line;
    connect(button, &QPushButton::clicked, this, [this, column] { answer(column); });
}

void CountedRows::answer(const DoubtfulColumn &column)
{
    m_section->setOpen(true);
    if (column.kind == DoubtfulColumn::Kind::Quantity) {
        Profile profile = m_look.profile;
        profile.issued.quantity = column.name;
        m_quantity->setFocus();
        return change(profile);
    }
    const TableFacts *table = m_look.table(m_look.profile.issued.table);
    const ColumnFacts *facts = table == nullptr ? nullptr : table->column(column.name);
    const bool isTime = column.kind == DoubtfulColumn::Kind::Mark && facts != nullptr &&
                        facts->mayBeNull && !facts->holdsWholeNumbers();
    m_issued->add({column.name, isTime ? RowCondition::Test::IsNull : RowCondition::Test::In, {}});
}

} // namespace stampede
