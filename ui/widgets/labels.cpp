// SPDX-License-Identifier: MIT
#include "ui/widgets/labels.h"

#include "record/run_record.h"
#include "text/number_text.h"
#include "ui/look/app_style.h"

#include <QCoreApplication>
#include <QLayout>
#include <QToolButton>

#include <algorithm>

namespace stampede {

namespace {

struct LabelText
{
    Q_DECLARE_TR_FUNCTIONS(LabelText)
};

} // namespace

void fitHeight(QWidget &window)
{
    window.resize(window.width(),
                  std::max(window.height(), window.layout()->totalHeightForWidth(window.width())));
}

QLabel *mutedLabel(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setWordWrap(true);
    label->setProperty("muted", true);
    return label;
}

QToolButton *toolButton(const QString &words, const QString &name, const char *objectName)
{
    auto *button = new QToolButton;
    button->setText(words);
    button->setMinimumHeight(AppStyle::kLeastTarget);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setObjectName(QLatin1String(objectName));
    button->setMinimumWidth(std::max(AppStyle::kLeastTarget, button->sizeHint().width()));
    return button;
}

QFont headingFont(const QFont &font, qreal factor)
{
    QFont heading = font;
    heading.setPointSizeF(heading.pointSizeF() * factor);
    heading.setWeight(QFont::DemiBold);
    return heading;
}

QLabel *headingLabel(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setFont(headingFont(label->font()));
    return label;
}

QString figuresTable(const FigureLines &lines, int width)
{
    QString rows;
    for (const auto &[name, figure] : lines) {
        rows += QStringLiteral("<tr><td style='padding:2px 20px 2px 0'>%1</td>"
                               "<td align='right' style='padding:2px 0'><b>%2</b></td></tr>")
                    .arg(name.toHtmlEscaped(), figure.toHtmlEscaped());
    }
    const QString wide =
        width > 0 ? QStringLiteral(" width='%1'").arg(QString::number(width)) : QString();
    return QStringLiteral("<table cellspacing='0'%1>%2</table>").arg(wide, rows);
}

QString figureOrNotTold(const std::optional<std::int64_t> &figure)
{
    return figure ? text::count(*figure) : LabelText::tr("not told");
}

FigureLines serverFigures(const RunRecord &record)
{
    return {{LabelText::tr("Waits for row locks"), figureOrNotTold(record.counters.lockWaits)},
            {LabelText::tr("Waited, ms in all"), figureOrNotTold(record.counters.lockWaitMs)},
            {LabelText::tr("Deadlocks"), figureOrNotTold(record.counters.deadlocks)},
            {LabelText::tr("Commits"), figureOrNotTold(record.counters.commits)},
            {LabelText::tr("Roll-backs"), figureOrNotTold(record.counters.rollbacks)},
            {LabelText::tr("Further transactions after contention"),
             figureOrNotTold(record.scenario.target.kind == TargetKind::InProcess
                                 ? std::optional(record.retries)
                                 : std::nullopt)}};
}

} // namespace stampede
