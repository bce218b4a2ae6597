// SPDX-License-Identifier: MIT
#include "ui/scenario/must_come_out.h"

#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr int kMostFiguresWidth = 480;

QString cell(const QString &words, const QString &style = {})
{
    return QStringLiteral("<td style='padding:3px 4px 3px 0; white-space:nowrap; %1'>%2</td>")
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
        m_peopleWords = words(people, MustComeOut::tr("%1 person"), MustComeOut::tr("%1 people"));
        m_stockWords = words(stock, MustComeOut::tr("%1 coupon"), MustComeOut::tr("%1 coupons"));
        setAccessibleName(m_peopleWords + QStringLiteral(", ") + m_stockWords);
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {100, 2 * lineHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        painter.setOpacity(isEnabled() ? 1 : 0.5);
        paintLine(painter, 0, m_people, theme.issued, m_peopleWords);
        paintLine(painter, lineHeight(), m_stock, theme.outOfStock, m_stockWords);
    }

private:
    static constexpr int kBarHeight = 8;
    static constexpr int kLeastWords = 112;

    static QString words(std::int64_t value, const QString &one, const QString &many)
    {
        return text::plural(value, one, many).arg(text::count(value));
    }
    /// Where both bars begin, so that the longer words are whole.
    [[nodiscard]] int wordsWidth() const
    {
        return std::max({kLeastWords, fontMetrics().horizontalAdvance(m_peopleWords) + 12,
                         fontMetrics().horizontalAdvance(m_stockWords) + 12});
    }
    [[nodiscard]] int lineHeight() const { return fontMetrics().height() + 6; }

    void paintLine(QPainter &painter, int top, std::int64_t value, const QColor &color,
                   const QString &label)
    {
        const std::int64_t most = std::max({m_people, m_stock, std::int64_t{1}});
        const int room = std::max(0, width() - wordsWidth());
        const int length = static_cast<int>(static_cast<double>(room) * static_cast<double>(value) /
                                            static_cast<double>(most));
        const int middle = top + lineHeight() / 2;
        const Theme &theme = Theme::current();
        const QRect bar(wordsWidth(), middle - kBarHeight / 2, room, kBarHeight);
        painter.fillRect(bar, theme.track);
        painter.fillRect(QRect(bar.topLeft(), QSize(length, kBarHeight)), color);
        if (theme.contrast) {
            painter.setPen(theme.edge);
            painter.drawRect(bar.adjusted(0, 0, -1, -1));
        }
        painter.setPen(theme.text);
        painter.drawText(QRect(0, top, wordsWidth() - 6, lineHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, label);
    }

    std::int64_t m_people = 0;
    QString m_peopleWords;
    QString m_stockWords;
    std::int64_t m_stock = 0;
};

MustComeOut::MustComeOut(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_figures(new QLabel(this))
    , m_bars(new PeopleAndStock(this))
    , m_notes(new NoteList)
    , m_needs(new QLabel(this))
{
    setProperty("card", true);
    m_figures->setObjectName(QStringLiteral("mustComeOutFigures"));
    m_figures->setTextFormat(Qt::RichText);
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->setObjectName(QStringLiteral("mustComeOutNotes"));
    m_needs->setObjectName(QStringLiteral("needs"));
    m_needs->setProperty("muted", true);
    m_needs->setWordWrap(true);
    // Many notes scroll; the figures stay where they are.
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("notes"));
    auto *notes = new QVBoxLayout(content);
    notes->setContentsMargins(0, 0, 4, 0);
    notes->addWidget(m_notes);
    notes->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(headingLabel(tr("Must come out"), this));
    column->addWidget(m_figures);
    column->addWidget(m_bars);
    column->addWidget(scrolling(content, this), 1);
    column->addWidget(m_needs);
    update();
}

void MustComeOut::update()
{
    const bool possible = m_session.faults().isEmpty();
    const int most = qRound(kMostFiguresWidth * std::max(1.0, textFactor()));
    m_figures->setMaximumWidth(most); // a figure stays near its name
    m_bars->setMaximumWidth(most);
    m_figures->setText(figuresHtml());
    m_figures->setEnabled(possible);
    m_bars->setEnabled(possible);
    m_notes->show(notes());
    // The stock in the tables of somebody else is not what the form says.
    m_bars->setVisible(m_session.scenario().setsStock() && m_session.hasPrediction());
    m_bars->show(m_session.prediction().distinctUsers, m_session.scenario().coupon.stock);
    m_needs->setText(m_session.hasPrediction() ? needs() : QString());
}

QString MustComeOut::needs() const
{
    const ResourceEstimate needs = m_session.needs();
    const QString connections = text::count(needs.connections);
    const QString megabytes =
        tr("%1 MB").arg(text::count(needs.megabytes())).replace(QLatin1Char(' '), QChar::Nbsp);
    return lasts(needs) + QLatin1Char(' ') +
           (m_session.scenario().target.kind == TargetKind::Http
                ? text::plural(needs.connections, tr("Needs %1 connection to the service, %2."),
                               tr("Needs %1 connections to the service, %2."))
                : text::plural(needs.connections, tr("Needs %1 connection, %2."),
                               tr("Needs %1 connections, %2.")))
               .arg(connections, megabytes);
}

QString MustComeOut::lasts(const ResourceEstimate &needs)
{
    constexpr double kMinute = 60;
    const auto whole = [](double value) {
        return text::count(std::max<std::int64_t>(1, std::llround(value)));
    };
    const QString length = needs.seconds < 2 * kMinute
                               ? tr("%1 s").arg(whole(needs.seconds))
                               : tr("%1 min").arg(whole(needs.seconds / kMinute));
    if (needs.atMost) {
        return tr("Takes at most %1.").arg(length);
    }
    return needs.seconds < 1 ? tr("Takes less than 1 s here.")
                             : tr("Takes about %1 here.").arg(length);
}

QString MustComeOut::figuresHtml() const
{
    const Theme &theme = Theme::current();
    const Prediction &prediction = m_session.prediction();
    const bool known = m_session.hasPrediction();
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
                cell(known && line.range.exact() ? tr("exactly") : QString(),
                     QStringLiteral("color:%1").arg(theme.muted.name())) +
                cell(QStringLiteral("<b>%1</b>")
                         .arg(known ? rangeText(line.range) : QStringLiteral("–")),
                     QStringLiteral("text-align:right")) +
                QStringLiteral("</tr>");
    }
    return QStringLiteral("<table cellspacing='0' width='100%'>%1</table>").arg(rows);
}

std::vector<NoteList::Note> MustComeOut::notes() const
{
    std::vector<NoteList::Note> notes;
    const auto faults = m_session.faults().size();
    if (!m_session.hasPrediction()) {
        notes.push_back({NoteList::Kind::Impossible,
                         tr("What must come out is known when every setting is possible.")});
        return notes;
    }
    if (faults > 0) {
        notes.push_back({NoteList::Kind::Impossible,
                         text::plural(faults,
                                      tr("1 setting is not possible yet: these are the "
                                         "figures of before."),
                                      tr("%1 settings are not possible yet: these are the figures "
                                         "of before."))
                             .replace(QStringLiteral("%1"), text::count(faults))});
        return notes;
    }
    for (const PredictionNote &note : m_session.prediction().notes) {
        const bool impossible = note.code == QLatin1String("limit-impossible") ||
                                note.code == QLatin1String("figures-contradict");
        const bool damage = note.code.startsWith(QLatin1String("will-")) ||
                            note.code == QLatin1String("errors-instead");
        notes.push_back({impossible ? NoteList::Kind::Impossible
                         : damage   ? NoteList::Kind::Damage
                                    : NoteList::Kind::Remark,
                         note.text});
    }
    return notes;
}

} // namespace stampede
