#include "ui/scenario/must_come_out.h"

#include "text/number_text.h"
#include "ui/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

namespace {

QString cell(const QString &words, const QString &style = {})
{
    return QStringLiteral("<td style='padding:3px 10px 3px 0;%1'>%2</td>").arg(style, words);
}

} // namespace

MustComeOut::MustComeOut(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_figures(new QLabel(this))
    , m_notes(new QLabel(this))
{
    setProperty("card", true);
    auto *title = new QLabel(tr("Must come out"), this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_figures->setObjectName(QStringLiteral("mustComeOutFigures"));
    m_notes->setObjectName(QStringLiteral("mustComeOutNotes"));
    for (QLabel *label : {m_figures, m_notes}) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_figures);
    column->addWidget(m_notes);
    column->addStretch(1);
    connect(&m_session, &Session::scenarioChanged, this, &MustComeOut::update);
    update();
}

void MustComeOut::update()
{
    const bool possible = m_session.faults().isEmpty();
    m_figures->setText(figuresHtml());
    m_figures->setEnabled(possible);
    m_notes->setText(notesHtml());
}

QString MustComeOut::figuresHtml() const
{
    const Theme &theme = Theme::current();
    const Prediction &prediction = m_session.prediction();
    struct Line
    {
        QString mark;
        QColor color;
        QString name;
        Range range;
    };
    const Line lines[] = {
        {QStringLiteral("●"), theme.issued, tr("Issued"), prediction.issued},
        {QStringLiteral("◆"), theme.alreadyIssued, tr("Already issued"), prediction.alreadyIssued},
        {QStringLiteral("■"), theme.outOfStock, tr("Out of stock"), prediction.outOfStock},
        {QString(), theme.text, tr("Left"), prediction.remaining},
    };
    QString rows;
    for (const Line &line : lines) {
        rows += QStringLiteral("<tr>") +
                cell(QStringLiteral("<span style='color:%1'>%2</span>")
                         .arg(line.color.name(), line.mark)) +
                cell(line.name) +
                cell(line.range.exact() ? tr("exactly") : tr("between"),
                     QStringLiteral("color:%1").arg(theme.muted.name())) +
                cell(QStringLiteral("<b>%1</b>").arg(rangeText(line.range)),
                     QStringLiteral("text-align:right")) +
                QStringLiteral("</tr>");
    }
    return QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows);
}

QString MustComeOut::notesHtml() const
{
    const Theme &theme = Theme::current();
    QString html;
    if (!m_session.faults().isEmpty()) {
        return QStringLiteral("<p style='color:%1'>%2</p>")
            .arg(theme.damage.name(),
                 text::plural(m_session.faults().size(), tr("1 setting is not possible yet."),
                              tr("%1 settings are not possible yet."))
                     .replace(QStringLiteral("%1"), QString::number(m_session.faults().size())));
    }
    for (const PredictionNote &note : m_session.prediction().notes) {
        const bool impossible = note.code == QLatin1String("limit-impossible");
        html +=
            QStringLiteral("<p style='margin:0 0 8px 0'><span style='color:%1'>%2</span> %3</p>")
                .arg((impossible ? theme.damage : theme.muted).name(),
                     impossible ? QStringLiteral("✖") : QStringLiteral("•"),
                     note.text.toHtmlEscaped());
    }
    return html;
}

} // namespace stampede
