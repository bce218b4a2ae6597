// SPDX-License-Identifier: MIT
#include "ui/scenario/answer_rules.h"

#include "formats/json_values.h"
#include "run/one_request.h"
#include "text/number_text.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/rule_model.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

const QString kRules = QStringLiteral("target.classify");
constexpr int kRowHeight = 30;
constexpr int kMostRowsShown = 10;

/// A rule as a row of a table: a grip, its number, what it looks at, what that means, how often.
class RuleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                                 const QModelIndex & /*index*/) const override
    {
        return {100, kRowHeight};
    }

    static QString meaningOf(const QModelIndex &index)
    {
        return QStringLiteral("→ ") + index.data(RuleModel::MeaningRole).toString();
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect;
        painter->save();
        painter->setFont(option.font);
        if (chosen) {
            painter->fillRect(row, theme.page);
            painter->fillRect(QRect(row.left(), row.top() + 4, 3, row.height() - 8), theme.accent);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.accent, 2));
            painter->drawRect(row.adjusted(1, 1, -1, -1));
        }
        const auto grip = QStringLiteral("⋮");
        const int afterGrip = option.fontMetrics.horizontalAdvance(grip) + 16;
        const QString hits = index.data(RuleModel::HitsRole).toString();
        // No more than it needs; without a run it says nothing.
        const int taken = hits.isEmpty() ? 8 : option.fontMetrics.horizontalAdvance(hits) + 16;
        const int words = row.width() - afterGrip - taken;
        const auto draw = [&](int x, int width, const QString &text, const QColor &color,
                              Qt::Alignment alignment = Qt::AlignLeft) {
            const QRect area(row.left() + x, row.top(), width, row.height());
            painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? color : theme.muted);
            painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter),
                              option.fontMetrics.elidedText(text, Qt::ElideMiddle, width));
        };
        int meaning = 0; // the widest of all, so that they stand under each other
        for (int other = 0; other < index.model()->rowCount(); ++other) {
            meaning = std::max(
                meaning, option.fontMetrics.horizontalAdvance(meaningOf(index.sibling(other, 0))));
        }
        const int condition = std::max(words / 2, words - meaning - 12);
        painter->setPen(theme.muted);
        painter->drawText(row.left() + 8, row.center().y() + option.fontMetrics.ascent() / 2 - 1,
                          grip);
        draw(afterGrip, condition - 8,
             QStringLiteral("%1. %2")
                 .arg(index.row() + 1)
                 .arg(index.data(RuleModel::ConditionRole).toString()),
             theme.text);
        draw(afterGrip + condition, words - condition - 4, meaningOf(index), theme.text);
        draw(row.width() - taken, taken - 8, hits, theme.muted, Qt::AlignRight);
        painter->restore();
    }
};

} // namespace

RuleView::RuleView(RuleModel &model, QWidget *parent)
    : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new RuleDelegate(this));
    setObjectName(QStringLiteral("rules"));
    setAccessibleName(tr("Rules, the first that fits decides"));
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    setToolTip(tr("Drag a rule to another place, or press Alt+Up and Alt+Down. Delete takes it "
                  "away."));
}

void RuleView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
    } else {
        QListView::keyPressEvent(event);
    }
}

void RuleView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

AnswerRules::AnswerRules(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RuleModel(this))
    , m_view(new RuleView(*m_model, this))
    , m_first(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_editor(makeEditor())
    , m_usual(new QPushButton(tr("Usual rules"), this))
    , m_up(new QPushButton(tr("Earlier"), this))
    , m_down(new QPushButton(tr("Later"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    m_first->setWordWrap(true);
    m_first->setTextFormat(Qt::RichText);
    m_first->setObjectName(QStringLiteral("notRecognised"));
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->setObjectName(kRules + QStringLiteral(".fault"));
    auto *add = new QPushButton(tr("Add a rule"), this);
    add->setObjectName(QStringLiteral("addRule"));
    m_usual->setObjectName(QStringLiteral("usualRules"));
    m_usual->setToolTip(tr("What the reference answers, and who answers like it."));
    m_up->setObjectName(QStringLiteral("ruleUp"));
    m_down->setObjectName(QStringLiteral("ruleDown"));
    m_remove->setObjectName(QStringLiteral("ruleRemove"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *others = new QHBoxLayout; // of its own: all five are wider than a small window's form
    others->setSpacing(8);
    for (QPushButton *button : {add, m_usual}) {
        buttons->addWidget(button);
    }
    for (QPushButton *button : {m_up, m_down, m_remove}) {
        others->addWidget(button);
    }
    buttons->addStretch(1);
    others->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_first);
    column->addWidget(m_view);
    column->addWidget(m_fault);
    column->addLayout(buttons);
    column->addLayout(others);
    column->addWidget(m_editor);
    connect(add, &QPushButton::clicked, this, &AnswerRules::addRule);
    connect(m_usual, &QPushButton::clicked, this, [this] { store({}); });
    connect(m_up, &QPushButton::clicked, this, [this] { moveChosen(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveChosen(1); });
    connect(m_remove, &QPushButton::clicked, this, &AnswerRules::removeChosen);
    connect(m_view, &RuleView::moveRequested, this, &AnswerRules::moveChosen);
    connect(m_view, &RuleView::removeRequested, this, &AnswerRules::removeChosen);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AnswerRules::showChosen);
    connect(m_model, &RuleModel::reordered, this, [this] { store(m_model->rules()); });
    connect(&m_session, &Session::recordChanged, this, &AnswerRules::refresh);
    refresh();
}

QWidget *AnswerRules::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *grid = new QGridLayout(editor); // two lines: one is too long for a small window
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const auto add = [&](const QString &words, QWidget *field, int line, int at) {
        auto *label = new QLabel(words, editor);
        label->setProperty("muted", true);
        label->setBuddy(field);
        field->setFixedHeight(AppStyle::kLeastTarget);
        grid->addWidget(label, line, 2 * at);
        grid->addWidget(field, line, 2 * at + 1);
    };
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_status = new QLineEdit(editor);
    m_status->setObjectName(QStringLiteral("ruleStatus"));
    m_status->setAccessibleName(tr("Status"));
    m_status->setToolTip(
        tr("A status such as 409, or a class of them such as 4xx; empty for any."));
    m_pointer = new QLineEdit(editor);
    m_pointer->setObjectName(QStringLiteral("rulePointer"));
    m_pointer->setAccessibleName(tr("Where in the body"));
    m_pointer->setPlaceholderText(QStringLiteral("/code"));
    m_value = new QLineEdit(editor);
    m_value->setObjectName(QStringLiteral("ruleValue"));
    m_value->setAccessibleName(tr("What stands there"));
    m_meaning = new KeyedCombo(editor);
    m_meaning->setObjectName(QStringLiteral("ruleMeaning"));
    m_meaning->setAccessibleName(tr("Meaning"));
    m_meaning->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_meaning->setMinimumContentsLength(8);
    for (const Outcome outcome : kAllOutcomes) {
        if (outcome != Outcome::NotSent && outcome != Outcome::Interrupted) {
            m_meaning->addItem(outcomeName(outcome), keyOf(outcome));
        }
    }
    add(tr("Status"), m_status, 0, 0);
    add(tr("and"), m_pointer, 0, 1);
    add(tr("is"), m_value, 1, 0);
    add(tr("means"), m_meaning, 1, 1);
    for (QLineEdit *edit : {m_status, m_pointer, m_value}) {
        connect(edit, &QLineEdit::textEdited, this, &AnswerRules::editChosen);
    }
    connect(m_meaning, &QComboBox::activated, this, &AnswerRules::editChosen);
    return editor;
}

QJsonArray AnswerRules::ownOrUsual() const
{
    const QJsonArray own = m_session.value(kRules).toArray();
    return own.isEmpty() ? usualRules() : own;
}

void AnswerRules::refresh()
{
    const int chosen = m_view->currentIndex().row();
    showHits();
    const int rows = m_model->rowCount();
    if (rows > 0 && !m_view->currentIndex().isValid()) {
        m_view->setCurrentIndex(m_model->index(std::clamp(chosen, 0, rows - 1)));
    }
    m_view->setFixedHeight(std::min(rows, kMostRowsShown) * kRowHeight + 4);
    QStringList faults;
    for (auto it = m_session.faults().constBegin(); it != m_session.faults().constEnd(); ++it) {
        if (it.key().startsWith(kRules)) {
            faults << it.key().mid(QStringLiteral("target.").size()) + QStringLiteral(": ") +
                          it.value();
        }
    }
    m_fault->setText(faults.join(QLatin1Char('\n')));
    m_fault->setVisible(!faults.isEmpty());
    setEnabled(!m_session.isRunning());
    showChosen();
}

void AnswerRules::showHits()
{
    const QJsonArray rules = ownOrUsual();
    std::vector<std::int64_t> hits(static_cast<std::size_t>(rules.size()), -1);
    const auto record = m_session.record();
    QString first =
        tr("What no rule matches is <b>not recognised</b>: it may or may not have taken "
           "effect. The first rule that fits decides.");
    if (record && record->contact) {
        const QJsonArray then = rulesOf(record->scenario);
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const auto known = std::find(then.begin(), then.end(), rules[i]);
            const auto at = static_cast<std::size_t>(known - then.begin());
            if (known != then.end() && at < record->contact->ruleHits.size()) {
                hits[static_cast<std::size_t>(i)] = record->contact->ruleHits[at];
            }
        }
        const auto unknown = static_cast<std::int64_t>(
            record->unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)]);
        first += QLatin1Char(' ') + text::plural(unknown, tr("In the run that is shown: %1 time."),
                                                 tr("In the run that is shown: %1 times."))
                                        .arg(text::count(unknown));
    }
    m_first->setText(first);
    m_model->show(rules, hits);
}

void AnswerRules::showChosen()
{
    const int row = m_view->currentIndex().row();
    const int rows = m_model->rowCount();
    const bool any = row >= 0 && row < rows;
    m_up->setEnabled(any && row > 0);
    m_down->setEnabled(any && row + 1 < rows);
    m_remove->setEnabled(any && rows > 1);
    m_usual->setEnabled(!m_session.value(kRules).isUndefined());
    m_editor->setEnabled(any);
    if (!any) {
        return;
    }
    const QJsonObject rule = m_model->rules().at(row).toObject();
    const auto show = [](QLineEdit &edit, const QString &words) {
        if (edit.text() != words) {
            edit.setText(words);
        }
    };
    show(*m_status, rule[QLatin1String("status")].toVariant().toString());
    show(*m_pointer, rule[QLatin1String("pointer")].toString());
    show(*m_value, rule[QLatin1String("equals")].toVariant().toString());
    // What is typed in a file only is kept as it is there.
    const bool plain =
        !rule.contains(QLatin1String("matches")) && !rule.contains(QLatin1String("header"));
    m_pointer->setEnabled(plain);
    m_value->setEnabled(plain);
    m_meaning->setCurrentIndex(m_meaning->findData(rule[QLatin1String("outcome")].toString()));
}

void AnswerRules::moveChosen(int by)
{
    const int row = m_view->currentIndex().row();
    const int to = row + by;
    if (row >= 0 && to >= 0 && to < m_model->rowCount()) {
        m_model->moveRow({}, row, {}, by > 0 ? to + 1 : to);
        showChosen();
    }
}

void AnswerRules::removeChosen()
{
    QJsonArray rules = m_model->rules();
    if (const int row = m_view->currentIndex().row(); row >= 0 && rules.size() > 1) {
        rules.removeAt(row);
        store(rules);
        m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    }
}

void AnswerRules::addRule()
{
    QJsonArray rules = m_model->rules();
    rules.prepend(QJsonObject{{QStringLiteral("status"), 200},
                              {QStringLiteral("outcome"), keyOf(Outcome::Issued)}});
    store(rules);
    m_view->setCurrentIndex(m_model->index(0));
    m_status->setFocus();
    m_status->selectAll();
}

void AnswerRules::editChosen()
{
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return;
    }
    QJsonArray rules = m_model->rules();
    QJsonObject rule = rules.at(row).toObject();
    const auto put = [&rule](const char *key, const QJsonValue &value) {
        if (value.isUndefined()) {
            rule.remove(QLatin1String(key));
        } else {
            rule.insert(QLatin1String(key), value);
        }
    };
    const QJsonValue none(QJsonValue::Undefined);
    bool isNumber = false;
    const QString status = m_status->text().trimmed();
    const int number = status.toInt(&isNumber);
    put("status", status.isEmpty() ? none : isNumber ? QJsonValue(number) : QJsonValue(status));
    if (m_value->isEnabled()) {
        const QString pointer = m_pointer->text().trimmed();
        put("pointer", pointer.isEmpty() ? none : QJsonValue(pointer));
        if (m_value->text() != rule.value(QLatin1String("equals")).toVariant().toString()) {
            put("equals", m_value->text().isEmpty() ? none : QJsonValue(m_value->text()));
        }
    }
    put("outcome", m_meaning->currentData().toString());
    rules.replace(row, rule);
    store(rules);
    m_view->setCurrentIndex(m_model->index(row));
}

void AnswerRules::store(const QJsonArray &rules)
{
    m_session.set(kRules, rules.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rules));
}

} // namespace stampede
