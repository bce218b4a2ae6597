// SPDX-License-Identifier: MIT
#include "ui/scenario/limits_editor.h"

#include "scenario/threshold.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/remove_button.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

const QString kThresholds = QStringLiteral("thresholds");
const QString kExpression = QStringLiteral("threshold");

} // namespace

LimitsEditor::LimitsEditor(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lines(new QWidget(this))
    , m_column(new QVBoxLayout(m_lines))
    , m_fault(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->setObjectName(QStringLiteral("thresholds.fault"));
    auto *add = new QPushButton(tr("Add a limit"), this);
    add->setObjectName(QStringLiteral("addLimit"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addWidget(m_fault);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        m_limits.append({QStringLiteral("issued"),
                         QStringLiteral("count==%1").arg(m_session.scenario().coupon.stock),
                         {}});
        rebuild();
        store();
    });
}

QList<LimitsEditor::Limit> LimitsEditor::read(const QJsonValue &json)
{
    QList<Limit> limits;
    const QJsonObject metrics = json.toObject();
    for (const QString &metric : metrics.keys()) {
        const QJsonArray expressions = metrics.value(metric).toArray();
        for (const QJsonValue element : expressions) {
            const QString expression = element.isObject()
                                           ? element.toObject().value(kExpression).toString()
                                           : element.toString();
            limits.append({metric, expression, element});
        }
    }
    return limits;
}

void LimitsEditor::refresh()
{
    const QList<Limit> limits = read(m_session.value(kThresholds));
    QList<Limit> sorted = m_limits;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Limit &a, const Limit &b) { return a.metric < b.metric; });
    const bool same = std::equal(sorted.begin(), sorted.end(), limits.begin(), limits.end(),
                                 [](const Limit &a, const Limit &b) {
                                     return a.metric == b.metric && a.expression == b.expression;
                                 });
    if (!same) {
        m_limits = limits;
        rebuild();
    }
    setEnabled(!m_session.isRunning());
    QStringList faults;
    for (auto it = m_session.faults().constBegin(); it != m_session.faults().constEnd(); ++it) {
        if (it.key().startsWith(kThresholds)) {
            faults << it.key().mid(kThresholds.size() + 1) + QStringLiteral(": ") + it.value();
        }
    }
    m_fault->setText(faults.join(QLatin1Char('\n')));
    m_fault->setVisible(!faults.isEmpty());
}

void LimitsEditor::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        takeAway(item->widget(), this); // a line may be asking for its own removal
        delete item;
    }
    for (qsizetype i = 0; i < m_limits.size(); ++i) {
        addLine(i);
    }
}

void LimitsEditor::addLine(qsizetype index)
{
    auto *line = new QWidget(m_lines);
    auto *metric = new KeyedCombo(line);
    metric->addItems(thresholdMetrics());
    metric->setCurrentText(m_limits[index].metric);
    metric->setAccessibleName(tr("Metric"));
    auto *expression = new QLineEdit(m_limits[index].expression, line);
    expression->setPlaceholderText(QStringLiteral("count==0"));
    expression->setAccessibleName(tr("Limit"));
    expression->setObjectName(QStringLiteral("limit%1").arg(index));
    QToolButton *remove = removeButton(tr("Remove this limit"), line);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(metric, 1);
    row->addWidget(expression, 1);
    row->addWidget(remove);
    m_column->addWidget(line);
    connect(metric, &QComboBox::textActivated, this, [this, index](const QString &chosen) {
        m_limits[index].metric = chosen;
        store();
    });
    connect(expression, &QLineEdit::textEdited, this, [this, index](const QString &typed) {
        m_limits[index].expression = typed;
        store();
    });
    connect(remove, &QToolButton::clicked, this, [this, index] {
        m_limits.removeAt(index);
        rebuild();
        store();
    });
}

void LimitsEditor::takeFocus()
{
    qsizetype chosen = 0;
    for (qsizetype i = m_limits.size() - 1; i >= 0; --i) {
        const QString path = kThresholds + QLatin1Char('.') + m_limits[i].metric;
        for (const QString &fault : m_session.faults().keys()) {
            chosen = fault.startsWith(path) ? i : chosen;
        }
    }
    const auto name = QStringLiteral("limit%1").arg(chosen);
    if (auto *edit = m_lines->findChild<QLineEdit *>(name)) {
        edit->setFocus(Qt::ShortcutFocusReason);
    }
}

void LimitsEditor::store()
{
    QJsonObject metrics;
    for (const Limit &limit : std::as_const(m_limits)) {
        QJsonArray expressions = metrics.value(limit.metric).toArray();
        QJsonObject whole = limit.original.toObject();
        if (whole.isEmpty()) {
            expressions.append(limit.expression);
        } else {
            whole.insert(kExpression, limit.expression);
            expressions.append(whole);
        }
        metrics.insert(limit.metric, expressions);
    }
    m_session.set(kThresholds, metrics);
}

} // namespace stampede
