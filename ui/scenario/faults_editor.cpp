// SPDX-License-Identifier: MIT
#include "ui/scenario/faults_editor.h"

#include "record/fault_text.h"
#include "scenario/setting_values.h"
#include "ui/look/app_style.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/remove_button.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

namespace stampede {

namespace {

const QString kFaults = QStringLiteral("faults");
const QString kKind = QStringLiteral("kind");
const QString kEffect = QStringLiteral("effect");
constexpr int kFieldWidth = 64;
constexpr int kSpacing = 6;
constexpr std::chrono::seconds kApart{1}; ///< a new fault after the end of the one ahead of it

/// What a line may do: a kind, and for the network an effect.
struct FaultChoice
{
    FaultAction action;
    NetworkEffect effect = NetworkEffect::Cut;
};

constexpr std::array kChoices = {
    FaultChoice{FaultAction::ServerKill},
    FaultChoice{FaultAction::ServerFreeze},
    FaultChoice{FaultAction::ConnectionsKill},
    FaultChoice{FaultAction::Network, NetworkEffect::Cut},
    FaultChoice{FaultAction::Network, NetworkEffect::HalfOpen},
    FaultChoice{FaultAction::Network, NetworkEffect::Delay},
};

QString choiceKey(const FaultChoice &choice)
{
    const QString kind = faultActionKey(choice.action);
    return choice.action == FaultAction::Network
               ? kind + QStringLiteral(", ") + networkEffectKey(choice.effect)
               : kind;
}

QString choiceName(const FaultChoice &choice)
{
    PlannedFault fault;
    fault.action = choice.action;
    fault.effect = choice.effect;
    return faultName(fault);
}

/// Which of the choices a fault is; -1 where it is none.
int choiceOf(const QJsonObject &fault)
{
    const QString cut = networkEffectKey(NetworkEffect::Cut);
    const auto found =
        std::find_if(kChoices.begin(), kChoices.end(), [&](const FaultChoice &choice) {
            return fault.value(kKind).toString() == faultActionKey(choice.action) &&
                   (choice.action != FaultAction::Network ||
                    fault.value(kEffect).toString(cut) == networkEffectKey(choice.effect));
        });
    return found == kChoices.end() ? -1 : static_cast<int>(found - kChoices.begin());
}

bool lasts(const FaultChoice &choice)
{
    return choice.action != FaultAction::ConnectionsKill;
}

bool delays(const FaultChoice &choice)
{
    return choice.action == FaultAction::Network && choice.effect == NetworkEffect::Delay;
}

QBoxLayout::Direction directionOf(bool narrow)
{
    return narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
}

/// A number stays one: what is typed into a share is no text.
QJsonValue jsonOf(const QString &typed)
{
    bool isNumber = false;
    const double number = typed.trimmed().toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(typed.trimmed());
}

} // namespace

FaultsEditor::FaultsEditor(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lines(new QWidget(this))
    , m_column(new QVBoxLayout(m_lines))
    , m_wrong(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_wrong->setProperty("fault", true);
    m_wrong->setWordWrap(true);
    m_wrong->setObjectName(QStringLiteral("faults.fault"));
    auto *button = new QPushButton(tr("Add a fault"), this);
    button->setObjectName(QStringLiteral("addFault"));
    button->setToolTip(tr("Something that breaks on purpose while the load runs; the audit then "
                          "settles what was in doubt."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addWidget(m_wrong);
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, &FaultsEditor::add);
}

void FaultsEditor::add()
{
    const bool ours = m_session.value(QStringLiteral("target.kind")) != QLatin1String("http");
    const QList<PlannedFault> &before = m_session.scenario().faults;
    const std::chrono::nanoseconds over = before.isEmpty()
                                              ? std::chrono::nanoseconds(0)
                                              : before.constLast().at + before.constLast().length;
    QJsonObject fault{{QStringLiteral("at"), durationText(over + kApart)},
                      {QStringLiteral("for"), QStringLiteral("500ms")}};
    const FaultAction action = ours ? FaultAction::ServerKill : FaultAction::Network;
    fault.insert(kKind, faultActionKey(action));
    if (action == FaultAction::Network) {
        fault.insert(kEffect, networkEffectKey(NetworkEffect::Cut));
    }
    m_faults.append(fault);
    rebuild();
    store();
    if (auto *edit = m_lines->findChild<QLineEdit *>(
            QStringLiteral("fault%1.at").arg(m_faults.size() - 1))) {
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
    }
}

void FaultsEditor::refresh()
{
    QList<QJsonObject> faults;
    const QJsonArray list = m_session.value(kFaults).toArray();
    for (const QJsonValue fault : list) {
        faults.append(fault.toObject());
    }
    if (faults != m_faults) {
        m_faults = faults;
        rebuild();
    }
    setEnabled(!m_session.isRunning());
    showWrong();
}

/// Each line that is wrong by its number, as a reader counts.
void FaultsEditor::showWrong()
{
    QStringList all;
    for (auto it = m_session.faults().constBegin(); it != m_session.faults().constEnd(); ++it) {
        const QString index = it.key().section(QLatin1Char('['), 1).section(QLatin1Char(']'), 0, 0);
        if (it.key() == kFaults) {
            all << it.value();
        } else if (it.key().startsWith(kFaults + QLatin1Char('['))) {
            all << tr("Fault %1, %2: %3")
                       .arg(QString::number(index.toInt() + 1),
                            it.key().section(QLatin1String("]."), 1), it.value());
        }
    }
    m_wrong->setText(all.join(QLatin1Char('\n')));
    m_wrong->setVisible(!all.isEmpty());
}

void FaultsEditor::rebuild()
{
    m_parts.clear();
    while (QLayoutItem *item = m_column->takeAt(0)) {
        takeAway(item->widget(), this); // a line may be asking for its own removal
        item->widget()->setParent(nullptr);
        delete item;
    }
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        addLine(i);
    }
}

void FaultsEditor::addLine(qsizetype index)
{
    auto *line = new QWidget(m_lines);
    auto *parts = new QBoxLayout(directionOf(m_narrow), line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(kSpacing);
    m_parts.append(parts);
    auto *what = new QHBoxLayout;
    what->setSpacing(kSpacing);
    addField(index, line, what, "at", tr("at"), tr("When, after the start of the load"));
    addKind(index, line, what);
    parts->addLayout(what, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpacing);
    row->addStretch(1);
    parts->addLayout(row);
    const int choice = choiceOf(m_faults[index]);
    if (choice >= 0) {
        const FaultChoice &chosen = kChoices[static_cast<std::size_t>(choice)];
        if (delays(chosen)) {
            addField(index, line, row, "delay", tr("by"), tr("How much later each answer comes"));
        }
        if (lasts(chosen)) {
            addField(index, line, row, "for", tr("for"), tr("How long"));
        } else {
            addField(index, line, row, "share", tr("share"),
                     tr("Which share of the connections, 0.01 to 1"));
        }
    }
    QToolButton *remove = removeButton(tr("Remove this fault"), line);
    remove->setObjectName(QStringLiteral("fault%1.remove").arg(index));
    row->addWidget(remove);
    m_column->addWidget(line);
    line->show(); // at once: the cursor may be put into it
    connect(remove, &QToolButton::clicked, this, [this, index] {
        m_faults.removeAt(index);
        rebuild();
        store();
    });
}

void FaultsEditor::setNarrow(bool narrow)
{
    m_narrow = narrow;
    for (QBoxLayout *parts : std::as_const(m_parts)) {
        parts->setDirection(directionOf(narrow));
    }
}

void FaultsEditor::addKind(qsizetype index, QWidget *line, QHBoxLayout *row)
{
    auto *kind = new KeyedCombo(line);
    for (const FaultChoice &choice : kChoices) {
        kind->addChoice(choiceName(choice), choiceKey(choice),
                        QLatin1Char('(') + choiceKey(choice) + QLatin1Char(')'));
    }
    kind->setPlaceholderText(m_faults[index].value(kKind).toVariant().toString());
    kind->setCurrentIndex(choiceOf(m_faults[index]));
    kind->setAccessibleName(tr("What breaks"));
    kind->setObjectName(QStringLiteral("fault%1.kind").arg(index));
    kind->setFixedHeight(AppStyle::kLeastTarget);
    row->addWidget(kind, 1);
    connect(kind, &QComboBox::activated, this,
            [this, index](int choice) { choose(index, choice); });
}

void FaultsEditor::addField(qsizetype index, QWidget *line, QHBoxLayout *row, const char *key,
                            const QString &words, const QString &accessible)
{
    const QString name = QLatin1String(key);
    const QJsonValue value = m_faults[index].value(name);
    auto *label = new QLabel(words, line);
    label->setProperty("muted", true);
    auto *edit = new QLineEdit(value.toVariant().toString(), line);
    edit->setFixedSize(kFieldWidth, AppStyle::kLeastTarget);
    edit->setAlignment(Qt::AlignRight);
    edit->setAccessibleName(accessible);
    edit->setToolTip(accessible);
    edit->setObjectName(QStringLiteral("fault%1.%2").arg(QString::number(index), name));
    label->setBuddy(edit);
    row->addWidget(label);
    row->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, [this, index, name](const QString &typed) {
        if (typed.trimmed().isEmpty()) {
            m_faults[index].remove(name); // the usual value
        } else {
            m_faults[index].insert(
                name, name == QLatin1String("share") ? jsonOf(typed) : QJsonValue(typed.trimmed()));
        }
        store();
    });
}

/// Only what the new kind has a use for stays: the rest would be wrong.
void FaultsEditor::choose(qsizetype index, int choice)
{
    const FaultChoice &what = kChoices[static_cast<std::size_t>(choice)];
    QJsonObject &fault = m_faults[index];
    fault.insert(kKind, faultActionKey(what.action));
    const auto bring = [&fault](const QString &key, bool isUsed, const QJsonValue &usual) {
        if (!isUsed) {
            fault.remove(key);
        } else if (!fault.contains(key)) {
            fault.insert(key, usual);
        }
    };
    fault.remove(kEffect);
    bring(kEffect, what.action == FaultAction::Network, networkEffectKey(what.effect));
    bring(QStringLiteral("for"), lasts(what), QStringLiteral("500ms"));
    bring(QStringLiteral("share"), !lasts(what), 0.5);
    bring(QStringLiteral("delay"), delays(what), QStringLiteral("100ms"));
    rebuild();
    store();
    if (auto *kind = m_lines->findChild<QWidget *>(QStringLiteral("fault%1.kind").arg(index))) {
        kind->setFocus(Qt::OtherFocusReason);
    }
}

void FaultsEditor::takeFocus()
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        const QString start = QStringLiteral("%1[%2]").arg(kFaults, QString::number(i));
        for (const QString &wrong : m_session.faults().keys()) {
            const QString key = wrong.section(QLatin1String("]."), 1);
            auto *field = m_lines->findChild<QWidget *>(
                QStringLiteral("fault%1.%2").arg(QString::number(i), key));
            if (wrong.startsWith(start) && field != nullptr) {
                return field->setFocus(Qt::ShortcutFocusReason);
            }
        }
    }
    if (auto *first = m_lines->findChild<QWidget *>(QStringLiteral("fault0.at"))) {
        first->setFocus(Qt::ShortcutFocusReason);
    }
}

void FaultsEditor::store()
{
    QJsonArray list;
    for (const QJsonObject &fault : std::as_const(m_faults)) {
        list.append(fault);
    }
    // Without a fault the scenario is as one that never had any.
    const bool never = list.isEmpty() && m_session.valueBefore(kFaults).isUndefined();
    m_session.set(kFaults, never ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list));
}

} // namespace stampede
