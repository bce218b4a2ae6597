#include "ui/scenario/answer_rules.h"

#include "base/outcome.h"
#include "report/json_values.h"
#include "run/one_request.h"
#include "ui/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

const QString kPath = QStringLiteral("target.classify");

QString labelOf(const QString &key)
{
    for (const Outcome outcome : kAllOutcomes) {
        if (keyOf(outcome) == key) {
            return outcomeLabel(outcome);
        }
    }
    return key;
}

/// What a test of a value says, "is "X"" or "matches X".
QString testOf(const QJsonObject &test)
{
    if (test.contains(QLatin1String("equals"))) {
        const QJsonValue value = test[QLatin1String("equals")];
        return AnswerRules::tr("is %1").arg(value.isString()
                                                ? QStringLiteral("\"%1\"").arg(value.toString())
                                                : value.toVariant().toString());
    }
    return test.contains(QLatin1String("matches"))
               ? AnswerRules::tr("matches %1").arg(test[QLatin1String("matches")].toString())
               : AnswerRules::tr("is there");
}

} // namespace

QString conditionOf(const QJsonObject &rule)
{
    QStringList parts;
    if (rule.contains(QLatin1String("status"))) {
        parts << AnswerRules::tr("status %1")
                     .arg(rule[QLatin1String("status")].toVariant().toString());
    }
    if (rule.contains(QLatin1String("header"))) {
        parts << AnswerRules::tr("a header %1").arg(rule[QLatin1String("header")].toString());
    }
    if (rule.contains(QLatin1String("pointer"))) {
        parts << AnswerRules::tr("%1 %2").arg(rule[QLatin1String("pointer")].toString(),
                                              testOf(rule));
    } else if (rule.contains(QLatin1String("matches")) || rule.contains(QLatin1String("equals"))) {
        parts << AnswerRules::tr("the body %1").arg(testOf(rule));
    }
    return parts.isEmpty() ? AnswerRules::tr("any answer") : parts.join(AnswerRules::tr(" and "));
}

AnswerRules::AnswerRules(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    auto *words = new QLabel(tr("The first rule that fits decides. What no rule matches is not "
                                "recognised: it may or may not have taken effect."),
                             this);
    words->setWordWrap(true);
    words->setProperty("muted", true);
    m_column->addWidget(words);
    auto *usual = new QPushButton(tr("Start from the usual rules"), this);
    usual->setObjectName(QStringLiteral("usualRules"));
    m_column->addWidget(usual, 0, Qt::AlignLeft);
    connect(usual, &QPushButton::clicked, this, [this] { store(usualRules()); });
    refresh();
}

void AnswerRules::refresh()
{
    const QJsonArray rules = m_session.value(kPath).toArray();
    if (m_lines != nullptr && rules == m_shown) {
        return;
    }
    m_shown = rules;
    delete m_lines;
    m_lines = new QWidget(this);
    auto *column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (rules.isEmpty()) {
        column->addWidget(new QLabel(tr("None of its own: the usual rules."), m_lines));
    }
    for (qsizetype i = 0; i < rules.size(); ++i) {
        column->addWidget(makeLine(rules, i));
    }
    m_column->insertWidget(1, m_lines);
}

QWidget *AnswerRules::makeLine(const QJsonArray &rules, qsizetype index)
{
    constexpr int kButton = 28;
    const QJsonObject rule = rules[index].toObject();
    auto *line = new QWidget(m_lines);
    auto *words = new QLabel(tr("%1. %2 → %3")
                                 .arg(QString::number(index + 1), conditionOf(rule),
                                      labelOf(rule[QLatin1String("outcome")].toString())),
                             line);
    words->setObjectName(QStringLiteral("rule%1").arg(index + 1));
    words->setWordWrap(true); // a long rule must not make the form wider than its column
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(words, 1);
    const auto add = [&](const QString &sign, const QString &tip, bool enabled, auto change) {
        auto *button = new QToolButton(line);
        button->setText(sign);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFixedSize(kButton, kButton);
        button->setEnabled(enabled);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, rules, index, change] {
            QJsonArray changed = rules;
            change(changed, index);
            store(changed);
        });
    };
    add(QStringLiteral("↑"), tr("Earlier"), index > 0, [](QJsonArray &all, qsizetype at) {
        const QJsonValue moved = all.takeAt(at);
        all.insert(at - 1, moved);
    });
    add(QStringLiteral("✕"), tr("Remove this rule"), true,
        [](QJsonArray &all, qsizetype at) { all.removeAt(at); });
    return line;
}

void AnswerRules::store(const QJsonArray &rules)
{
    // Queued: the line that was clicked goes with the old list.
    QMetaObject::invokeMethod(
        this,
        [this, rules] {
            m_session.set(kPath,
                          rules.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rules));
        },
        Qt::QueuedConnection);
}

} // namespace stampede
