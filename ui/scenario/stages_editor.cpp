// SPDX-License-Identifier: MIT
#include "ui/scenario/stages_editor.h"

#include "scenario/stages.h"
#include "text/number_text.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/remove_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

const QString kStages = QStringLiteral("load.stages");

} // namespace

/// How many over time, as one line.
class RampPicture final : public QWidget
{
public:
    explicit RampPicture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(64);
    }

    void show(const Scenario &scenario)
    {
        const LoadSettings &load = scenario.load;
        m_points = {{0, isOpenModel(load.model) ? load.rate : load.vus}};
        double time = 0;
        for (const Stage &stage : load.stages) {
            time += std::chrono::duration<double>(stage.duration).count();
            m_points.append({time, stage.target});
        }
        const auto highest =
            std::max_element(m_points.begin(), m_points.end(),
                             [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        m_most = std::max(highest->y(), 1.0);
        const QString most = text::count(static_cast<std::int64_t>(m_most));
        m_label = isOpenModel(load.model) ? StagesEditor::tr("%1 a second").arg(most)
                                          : text::virtualUsers(static_cast<std::int64_t>(m_most));
        m_length = StagesEditor::tr("%1 s").arg(
            QLocale().toString(time, 'f', QLocale::FloatingPointShortest));
        setAccessibleName(StagesEditor::tr("At most %1, over %2").arg(m_label, m_length));
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = Theme::current();
        const int line = fontMetrics().height();
        const QRectF area = QRectF(rect()).adjusted(1, line + 2, -1, -line - 2);
        const double length = std::max(m_points.constLast().x(), 1e-9);
        QPainterPath path;
        for (qsizetype i = 0; i < m_points.size(); ++i) {
            const QPointF at(area.left() + area.width() * m_points[i].x() / length,
                             area.bottom() - area.height() * m_points[i].y() / m_most);
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.border, 1));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        QPainterPath filled = path;
        filled.lineTo(area.bottomRight());
        filled.lineTo(area.bottomLeft());
        painter.fillPath(filled, faint(theme.accent, 0.12));
        painter.setPen(QPen(theme.accent, 2));
        painter.drawPath(path);
        painter.setPen(theme.muted);
        painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft, m_label);
        painter.drawText(QRect(0, height() - line, width(), line), Qt::AlignRight, m_length);
    }

private:
    QList<QPointF> m_points{{0, 0}};
    double m_most = 1;
    QString m_label;
    QString m_length;
};

StagesEditor::StagesEditor(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_picture(new RampPicture(this))
    , m_column(new QVBoxLayout)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto *add = new QPushButton(tr("Add a step"), this);
    add->setObjectName(QStringLiteral("addStage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(108, 0, 0, 0); // under the fields
    column->setSpacing(6);
    column->addLayout(m_column);
    column->addWidget(add, 0, Qt::AlignLeft);
    column->addWidget(m_picture);
    connect(add, &QPushButton::clicked, this, [this] {
        addStep(QStringLiteral("10s"),
                m_steps.isEmpty() ? QStringLiteral("100") : m_steps.constLast().target->text());
        store();
        m_steps.constLast().target->setFocus();
        m_steps.constLast().target->selectAll();
    });
}

void StagesEditor::addStep(const QString &duration, const QString &target)
{
    Step step{new QWidget(this), nullptr, nullptr};
    auto *row = new QHBoxLayout(step.line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString number = QString::number(m_steps.size() + 1);
    const auto field = [&](const QString &words, const QString &text, const QString &name,
                           const QString &accessible) {
        auto *label = new QLabel(words, step.line);
        label->setProperty("muted", true);
        auto *edit = new QLineEdit(text, step.line);
        edit->setFixedHeight(AppStyle::kLeastTarget);
        edit->setAlignment(Qt::AlignRight);
        edit->setObjectName(name + number);
        edit->setAccessibleName(accessible);
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit, 1);
        connect(edit, &QLineEdit::textEdited, this, &StagesEditor::store);
        return edit;
    };
    step.duration = field(tr("in"), duration, QStringLiteral("stageDuration"), tr("How long"));
    step.target = field(tr("to"), target, QStringLiteral("stageTarget"), tr("How many"));
    QToolButton *remove = removeButton(tr("Remove this step"), step.line);
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, line = step.line] { removeStep(line); });
    m_column->addWidget(step.line);
    m_steps.append(step);
}

void StagesEditor::removeStep(QWidget *line)
{
    removeRow(m_steps, line);
    store();
}

QString StagesEditor::typed() const
{
    QStringList steps;
    for (const Step &step : m_steps) {
        steps << step.duration->text().trimmed() + QLatin1Char(':') + step.target->text().trimmed();
    }
    return steps.join(QStringLiteral(", "));
}

void StagesEditor::store()
{
    m_session.set(kStages, typed());
}

void StagesEditor::refresh()
{
    const QString text = stagesText(m_session.value(kStages));
    setEnabled(!m_session.isRunning());
    m_picture->show(m_session.scenario());
    if (text == typed() || m_session.faults().contains(kStages)) {
        return; // nothing else, or nothing that has steps
    }
    for (const Step &step : std::as_const(m_steps)) {
        step.line->hide();
        step.line->deleteLater();
    }
    m_steps.clear();
    for (const QString &step : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        addStep(step.section(QLatin1Char(':'), 0, 0).trimmed(),
                step.section(QLatin1Char(':'), 1).trimmed());
    }
}

} // namespace stampede
