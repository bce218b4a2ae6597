// SPDX-License-Identifier: MIT
#include "ui/audit/evidence_tab.h"

#include "base/clock.h"
#include "record/settled_effects.h"
#include "report/report_words.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/labels.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr int kTwoColumns = 900; ///< px of the page, at the usual size of letters
constexpr int kTableWidth = 430; ///< of every card, so that their figures stand in one line

QString figuresOf(const FigureLines &lines)
{
    return figuresTable(lines, kTableWidth);
}

/// One row: its name, then figures, bold but in a heading.
QString cells(const QStringList &words, bool heading)
{
    QString row;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool plain = heading || i == 0;
        row += QStringLiteral("<td align='%1' style='padding:2px 6px 2px 0; white-space:nowrap'>"
                              "%2%3%4</td>")
                   .arg(i == 0 ? QStringLiteral("left") : QStringLiteral("right"),
                        plain ? QString() : QStringLiteral("<b>"), words[i].toHtmlEscaped(),
                        plain ? QString() : QStringLiteral("</b>"));
    }
    return QStringLiteral("<tr>%1</tr>").arg(row);
}

/// Both latencies of every outcome that was answered, side by side.
QString latencyTable(const RunRecord &record)
{
    QString rows = QStringLiteral("<tr><td></td><td></td><td colspan='3' align='right' "
                                  "style='padding-right:6px'>%1</td>"
                                  "<td colspan='3' align='right' style='padding-right:6px'>%2</td>"
                                  "</tr>")
                       .arg(EvidenceTab::tr("service time"), EvidenceTab::tr("response time"));
    rows += cells({QString(), EvidenceTab::tr("answers"), EvidenceTab::tr("p50"),
                   EvidenceTab::tr("p95"), EvidenceTab::tr("p99"), EvidenceTab::tr("p50"),
                   EvidenceTab::tr("p95"), EvidenceTab::tr("p99")},
                  true);
    const auto ms = [](std::int64_t ns) { return text::latencyMs(static_cast<double>(ns)); };
    const auto add = [&](const QString &name, const LatencyFigures &service,
                         const LatencyFigures &response) {
        if (service.count > 0) {
            rows += cells({name, count(static_cast<std::int64_t>(service.count)), ms(service.p50Ns),
                           ms(service.p95Ns), ms(service.p99Ns), ms(response.p50Ns),
                           ms(response.p95Ns), ms(response.p99Ns)},
                          false);
        }
    };
    for (const Outcome outcome : kAllOutcomes) {
        add(outcomeLabel(record, outcome), record.service.byOutcome[indexOf(outcome)],
            record.response.byOutcome[indexOf(outcome)]);
    }
    add(EvidenceTab::tr("all"), record.service.all, record.response.all);
    return QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows);
}

/// Before what is a part of the line above it.
const QString kWithin = QStringLiteral("\u00a0\u00a0\u00a0");

QString limitsTable(const RunRecord &record)
{
    if (record.thresholds.isEmpty()) {
        return EvidenceTab::tr("The scenario sets none.");
    }
    QString rows;
    for (const ThresholdOutcome &outcome : record.thresholds) {
        const QString actual = outcome.actual
                                   ? QLocale().toString(std::round(*outcome.actual * 1000) / 1000,
                                                        'f', QLocale::FloatingPointShortest)
                                   : EvidenceTab::tr("not measurable");
        const QString color =
            outcome.pass ? QString()
                         : QStringLiteral("; color:%1").arg(Theme::current().damage.name());
        rows +=
            QStringLiteral("<tr><td style='padding:2px 20px 2px 0'>%1</td>"
                           "<td align='right' style='padding:2px 0%4'><b>%2</b></td>"
                           "<td width='90' style='padding:2px 0 2px 14px%4'>%3</td></tr>")
                .arg(QStringLiteral("%1 %2")
                         .arg(outcome.threshold.metric, outcome.threshold.expression)
                         .toHtmlEscaped(),
                     actual.toHtmlEscaped(),
                     outcome.pass ? EvidenceTab::tr("✓ kept") : EvidenceTab::tr("✗ missed"), color);
    }
    return QStringLiteral("<table cellspacing='0' width='%1'>%2</table>")
        .arg(QString::number(kTableWidth), rows);
}

} // namespace

EvidenceTab::EvidenceTab(QWidget *parent)
    : QWidget(parent)
{
    auto *content = new QWidget(this);
    content->setObjectName(QStringLiteral("evidence"));
    content->setStyleSheet(QStringLiteral("#evidence { background: transparent; }"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 10, 0, 0);
    m_grid->setSpacing(10);
    m_couldFind = addCard(tr("What this run could have found"));
    m_noAnswers = addCard(tr("No answers"));
    m_server = addCard(tr("Log and server counters"));
    m_generator = addCard(tr("The generator"));
    m_latency = addCard(tr("Latency, ms"));
    m_limits = addCard(tr("Limits"));
    m_foot = new QWidget(content);
    auto *line = new QHBoxLayout(m_foot);
    line->setContentsMargins(0, 0, 0, 0);
    m_fingerprint = new QLabel(this);
    m_fingerprint->setProperty("muted", true);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new QPushButton(tr("Copy"), this);
    connect(copy, &QPushButton::clicked, this, [this] { copyText(this, m_sha); });
    line->addWidget(m_fingerprint);
    line->addWidget(copy);
    line->addStretch(1);
    place();
}

/// In two columns, or one where two are too narrow for a table.
void EvidenceTab::place()
{
    const int columns = width() >= kTwoColumns * textFactor() ? 2 : 1;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    int at = 0;
    for (const QLabel *words :
         {m_couldFind, m_noAnswers, m_server, m_generator, m_latency, m_limits}) {
        m_grid->addWidget(words->parentWidget(), at / columns, at % columns);
        ++at;
    }
    m_grid->addWidget(m_foot, at, 0, 1, columns);
    for (int row = 0; row <= at + 1; ++row) {
        m_grid->setRowStretch(row, row > at ? 1 : 0);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
}

void EvidenceTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

QLabel *EvidenceTab::addCard(const QString &title)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *heading = headingLabel(title, card);
    auto *words = new QLabel(card);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // both columns alike
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(heading);
    column->addWidget(words, 1);
    return words;
}

void EvidenceTab::show(const RunRecord &record)
{
    const CrowdFigures &crowd = record.diagnosis.crowd;
    const auto told = [&record](Outcome outcome) {
        return count(static_cast<std::int64_t>(record.outcomes.of(outcome)));
    };
    m_couldFind->setText(
        figuresOf({{record.audit && record.audit->hasSeveralCoupons()
                        ? tr("Requests for one coupon told \"issued\" under way together, at most")
                        : tr("Requests told \"issued\" under way together, at most"),
                    count(crowd.mostWritersAtOnce)},
                   {furtherTriesName(record), count(crowd.furtherTries)},
                   {kWithin + tr("of them while the first was still under way"),
                    count(crowd.overlappingTries)},
                   {tr("Refused as holders"), told(Outcome::AlreadyIssued)},
                   {tr("Refused as sold out"), told(Outcome::OutOfStock)}}));
    const auto ofState = [&record](std::int64_t StateFigures::*figure) {
        const bool isSeen = record.audit && record.audit->state.rowsKnown;
        return figureOrNotTold(isSeen ? std::optional(record.audit->state.*figure) : std::nullopt);
    };
    const auto ofEffects = [&record, &ofState](std::int64_t StateFigures::*figure) {
        const bool isKnown = record.audit && knowsEffects(*record.audit);
        return isKnown ? ofState(figure) : figureOrNotTold(std::nullopt);
    };
    m_noAnswers->setText(
        figuresOf({{outcomeName(Outcome::Unknown),
                    count(static_cast<std::int64_t>(record.outcomes.of(Outcome::Unknown)) -
                          record.notRecognised())},
                   {outcomeName(Outcome::Unknown, UnknownReason::Unclassified),
                    count(record.notRecognised())},
                   {tr("Server error"), told(Outcome::ServerError)},
                   {kWithin + tr("took effect"), ofEffects(&StateFigures::tookEffect)},
                   {kWithin + tr("did not"), ofEffects(&StateFigures::noEffect)},
                   {tr("Overtaken (no violation)"),
                    record.audit && record.audit->verdict == AuditVerdict::Undecided
                        ? figureOrNotTold(std::nullopt)
                        : ofState(&StateFigures::queueJumps)}}));
    m_server->setText(figuresOf(serverFigures(record)) +
                      QStringLiteral("<p>%1</p>").arg(countersNote(record)));
    m_generator->setText(figuresOf(generatorFigures(record) +
                                   FigureLines{{tr("Not sent"), told(Outcome::NotSent)}}));
    place(); // the letters may be larger
    m_latency->setText(latencyTable(record));
    m_limits->setText(limitsTable(record));
    m_sha = tr("history %1\nscenario %2")
                .arg(record.historySha256, scenarioFingerprint(record.scenario));
    m_fingerprint->setText(m_sha);
}

} // namespace stampede
