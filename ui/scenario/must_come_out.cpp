#include "ui/scenario/must_come_out.h"

#include "run/run_job.h"
#include "text/number_text.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

QString cell(const QString &words, const QString &style = {})
{
    return QStringLiteral("<td style='padding:3px 8px 3px 0; white-space:nowrap; %1'>%2</td>")
        .arg(style, words);
}

} // namespace

/// How many people there are for how many coupons, as two bars to one scale.
class PeopleAndStock final : public QWidget
{
public:
    using QWidget::QWidget;

    void show(std::int64_t people, std::int64_t stock)
    {
        m_people = people;
        m_stock = stock;
        setAccessibleName(words(MustComeOut::tr("%1 people"), people) + QStringLiteral(", ") +
                          words(MustComeOut::tr("%1 coupons"), stock));
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {100, 2 * lineHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        paintLine(painter, 0, m_people, theme.issued,
                  words(MustComeOut::tr("%1 people"), m_people));
        paintLine(painter, lineHeight(), m_stock, theme.outOfStock,
                  words(MustComeOut::tr("%1 coupons"), m_stock));
    }

private:
    static constexpr int kBarHeight = 8;
    static constexpr int kWordsWidth = 112;

    static QString words(const QString &pattern, std::int64_t value)
    {
        return pattern.arg(text::count(value));
    }
    [[nodiscard]] int lineHeight() const { return fontMetrics().height() + 6; }

    void paintLine(QPainter &painter, int top, std::int64_t value, const QColor &color,
                   const QString &label)
    {
        const std::int64_t most = std::max({m_people, m_stock, std::int64_t{1}});
        const int room = std::max(0, width() - kWordsWidth);
        const int length = static_cast<int>(static_cast<double>(room) * static_cast<double>(value) /
                                            static_cast<double>(most));
        const int middle = top + lineHeight() / 2;
        painter.fillRect(QRect(kWordsWidth, middle - kBarHeight / 2, room, kBarHeight),
                         Theme::current().border);
        painter.fillRect(QRect(kWordsWidth, middle - kBarHeight / 2, length, kBarHeight), color);
        painter.setPen(Theme::current().text);
        painter.drawText(QRect(0, top, kWordsWidth - 6, lineHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, label);
    }

    std::int64_t m_people = 0;
    std::int64_t m_stock = 0;
};

MustComeOut::MustComeOut(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_figures(new QLabel(this))
    , m_bars(new PeopleAndStock(this))
    , m_notes(new QLabel(this))
    , m_needs(new QLabel(this))
{
    setProperty("card", true);
    auto *title = headingLabel(tr("Must come out"), this);
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
    column->addWidget(m_bars);
    column->addWidget(m_notes);
    column->addStretch(1);
    m_needs->setProperty("muted", true);
    m_needs->setWordWrap(true);
    column->addWidget(m_needs);
    update();
}

void MustComeOut::update()
{
    const bool possible = m_session.faults().isEmpty();
    m_figures->setText(figuresHtml());
    m_figures->setEnabled(possible);
    m_notes->setText(notesHtml());
    const Scenario &scenario = m_session.scenario();
    m_bars->show(m_session.prediction().distinctUsers, scenario.coupon.stock);
    m_needs->setText(
        scenario.target.kind == TargetKind::Http
            ? tr("Needs %1 connections to the service.").arg(text::count(scenario.mostVus()))
            : tr("Needs %1 database connections.").arg(text::count(connectionsNeeded(scenario))));
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
                QStringLiteral("<td width='18' style='color:%1'>%2</td>")
                    .arg(line.color.name(), line.mark) +
                cell(line.name) +
                cell(line.range.exact() ? tr("exactly") : tr("between"),
                     QStringLiteral("color:%1").arg(theme.muted.name())) +
                cell(QStringLiteral("<b>%1</b>").arg(rangeText(line.range)),
                     QStringLiteral("text-align:right")) +
                QStringLiteral("</tr>");
    }
    return QStringLiteral("<table cellspacing='0' width='100%'>%1</table>").arg(rows);
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
