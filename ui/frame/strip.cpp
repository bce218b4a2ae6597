#include "ui/frame/strip.h"

#include "base/clock.h"
#include "run/verdict.h"
#include "text/number_text.h"
#include "ui/elided_label.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

constexpr int kStripHeight = 48;
constexpr int kIconSize = 24;
constexpr int kBarWidth = 140;
constexpr int kRoomForFuture = 1100;
/// The phases of a run in their order. There is no warm-up in a run of today.
constexpr std::array kPhases = {Phase::Prepare, Phase::Run, Phase::Settle, Phase::Audit};

using text::count;

} // namespace

QString phaseWord(Phase phase)
{
    switch (phase) {
    case Phase::Prepare:
        return Strip::tr("Prepare");
    case Phase::WarmUp:
        return Strip::tr("Warm-up");
    case Phase::Run:
        return Strip::tr("Run");
    case Phase::Settle:
        return Strip::tr("Settle");
    case Phase::Audit:
        return Strip::tr("Audit");
    case Phase::Report:
        return Strip::tr("Report");
    }
    return {};
}

Strip::Strip(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_icon(new QLabel(this))
    , m_past(new QLabel(this))
    , m_word(new QLabel(this))
    , m_sentence(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_future(new QLabel(this))
    , m_openAudit(new QPushButton(tr("Open the audit"), this))
    , m_backToLatest(new QPushButton(tr("Back to the latest"), this))
{
    setProperty("bar", true);
    setFixedHeight(kStripHeight);
    m_word->setObjectName(QStringLiteral("stripWord"));
    m_sentence->setObjectName(QStringLiteral("stripSentence"));
    m_word->setFont(headingFont(font(), 1.4));
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(10);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(12);
    m_past->setProperty("muted", true);
    m_future->setProperty("muted", true);
    m_past->setObjectName(QStringLiteral("stripPast"));
    m_future->setObjectName(QStringLiteral("stripFuture"));
    row->addWidget(m_icon);
    row->addWidget(m_past);
    row->addWidget(m_word);
    row->addWidget(m_bar);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_future);
    row->addWidget(m_openAudit);
    row->addWidget(m_backToLatest);
    m_backToLatest->setObjectName(QStringLiteral("backToLatest"));
    connect(m_openAudit, &QPushButton::clicked, this, &Strip::auditRequested);
    connect(m_backToLatest, &QPushButton::clicked, &m_session, &Session::closeOpened);
    connect(&m_session, &Session::recordChanged, this, &Strip::update);
    for (const auto changed : {&Session::scenarioChanged, &Session::standInChanged}) {
        connect(&m_session, changed, this, [this] {
            m_edited = true;
            update();
        });
    }
    connect(&m_session, &Session::runStarted, this, &Strip::update);
    connect(&m_session, &Session::phaseChanged, this, &Strip::update);
    connect(&m_session, &Session::message, this, &Strip::update);
    connect(&m_session, &Session::runEnded, this, [this] {
        m_edited = false;
        update();
        QAccessibleEvent event(m_word, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    });
    update();
}

void Strip::update()
{

    const bool running = m_session.isRunning();
    m_bar->setVisible(running);
    m_past->setVisible(running);
    m_future->setVisible(running && width() >= kRoomForFuture);
    m_openAudit->setVisible(!running && !m_edited && m_session.record() && !m_session.fault() &&
                            !m_session.showsOpened());
    m_backToLatest->setVisible(m_session.showsOpened());
    if (running) {
        sample(m_session.progress());
    } else if (m_session.showsOpened()) {
        showOpened();
    } else if (!m_edited && m_session.fault()) {
        showFault();
    } else if (!m_edited && m_session.record()) {
        showRecord();
    } else {
        showPrediction();
    }
}

void Strip::showPhases(Phase now)
{
    QStringList past;
    QStringList future;
    for (const Phase phase : kPhases) {
        if (phase < now) {
            past << phaseWord(phase) + QStringLiteral(" ✓");
        } else if (phase > now) {
            future << phaseWord(phase);
        }
    }
    const QString link = QStringLiteral(" ─ ");
    m_past->setText(past.isEmpty() ? QString() : past.join(link) + link.trimmed().prepend(u' '));
    m_future->setText(future.isEmpty() ? QString() : link.mid(1) + future.join(link));
}

void Strip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_future->setVisible(m_session.isRunning() && width() >= kRoomForFuture);
}

void Strip::showText(const QString &icon, const QColor &color, const QString &word,
                     const QString &sentence)
{
    m_icon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty()) {
        m_icon->setPixmap(themedPixmap(icon, color, kIconSize, devicePixelRatioF()));
    }
    m_word->setText(word);
    m_sentence->setWhole(sentence);
}

void Strip::showPrediction()
{
    const Prediction &prediction = m_session.activePrediction();
    if (!m_session.faults().isEmpty() && !m_session.hasStandIn()) {
        showText(QStringLiteral("warning"), Theme::current().damage, tr("Not possible yet"),
                 QStringLiteral("%1: %2").arg(m_session.faults().firstKey(),
                                              m_session.faults().first()));
        return;
    }
    const QStringList figures = {
        tr("%1 issued").arg(rangeText(prediction.issued)),
        tr("%1 already issued").arg(rangeText(prediction.alreadyIssued)),
        tr("%1 out of stock").arg(rangeText(prediction.outOfStock)),
        tr("%1 left").arg(rangeText(prediction.remaining)),
    };
    showText({}, {}, tr("Must come out"), figures.join(QStringLiteral("  ·  ")));
}

void Strip::showFault()
{
    const RunFault &fault = *m_session.fault();
    showText(QStringLiteral("warning"), Theme::current().damage, tr("The run could not be made"),
             fault.message.section(QLatin1Char('\n'), 0, 0));
}

void Strip::showRecord()
{
    const RunRecord &record = *m_session.record();
    const VerdictText verdict = verdictText(record);
    QString sentence = verdict.sentence;
    if (!record.generator.valid) {
        sentence +=
            QLatin1Char(' ') + tr("Speed figures not to be trusted: %1 Integrity is not affected.")
                                   .arg(record.generator.reasons.join(QLatin1Char(' ')));
    }
    showText(verdictIcon(record.verdict), Theme::current().of(record.verdict), verdict.word,
             sentence);
}

void Strip::showOpened()
{
    const RunRecord &record = *m_session.record();
    const QString when = QLocale().toString(record.startedAt.toLocalTime(), QLocale::ShortFormat);
    showText(verdictIcon(record.verdict), Theme::current().of(record.verdict),
             verdictText(record).word,
             tr("You are looking at the run of %1 (%2).").arg(when, record.scenario.name));
}

void Strip::sample(const RunProgress &progress)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    QString sentence;
    m_bar->setMaximum(progress.phase == Phase::Prepare ? 0 : 1000);
    switch (progress.phase) {
    case Phase::WarmUp: {
        const Duration warmUp = m_session.activeScenario().warmup;
        const std::int64_t sinceNs = monotonicNs() - progress.phaseSinceNs;
        m_bar->setValue(
            static_cast<int>(std::min<std::int64_t>(1000, 1000 * sinceNs / warmUp.count())));
        sentence = tr("%1 of %2; not counted.")
                       .arg(text::duration(std::min<std::int64_t>(sinceNs, warmUp.count())),
                            text::duration(warmUp.count()));
        break;
    }
    case Phase::Prepare:
        sentence = m_session.lastMessage().isEmpty() ? tr("Creating tables, people and the coupon.")
                                                     : m_session.lastMessage();
        break;
    case Phase::Run: {
        const double seconds =
            static_cast<double>(progress.live.elapsedNs) / static_cast<double>(kNsPerSecond);
        const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
        if (!progress.live.loadRunning && done == 0) {
            sentence = tr("Opening connections, %1 open").arg(count(progress.opened));
        } else if (progress.planned > 0) {
            m_bar->setValue(static_cast<int>(1000 * done / progress.planned));
            const double left = rate > 0 ? static_cast<double>(progress.planned - done) / rate : 0;
            sentence = tr("%1 of %2  ·  %3 answers/s  ·  %4 left")
                           .arg(count(done), count(progress.planned), count(std::llround(rate)),
                                text::duration(static_cast<std::int64_t>(left * 1e9)));
        } else {
            const auto length =
                static_cast<double>(m_session.activeScenario().loadLength().count()) / 1e9;
            m_bar->setValue(static_cast<int>(1000 * std::min(1.0, seconds / length)));
            const auto leftNs = static_cast<std::int64_t>(1e9 * std::max(0.0, length - seconds));
            sentence = tr("%1  ·  %2 answers/s  ·  %3 left")
                           .arg(count(done), count(std::llround(rate)), text::duration(leftNs));
        }
        break;
    }
    case Phase::Settle:
        m_bar->setValue(1000);
        sentence = tr("Waiting until nothing moves any more.");
        break;
    case Phase::Audit:
        sentence = tr("%1 of %2 checks").arg(count(progress.auditDone), count(progress.auditTotal));
        break;
    case Phase::Report:
        m_bar->setMaximum(0);
        sentence = tr("Writing to the archive.");
        break;
    }
    showPhases(progress.phase);
    if (progress.alarms.empty()) {
        showText({}, {}, phaseWord(progress.phase), sentence);
        return;
    }
    // What is certain already stays, whatever the phase.
    QStringList alarms;
    for (const CertainAlarm &alarm : progress.alarms) {
        alarms << alarm.sentence();
    }
    showText(QStringLiteral("broken"), Theme::current().damage, phaseWord(progress.phase),
             alarms.join(QLatin1Char(' ')) + QStringLiteral("  ·  ") + sentence);
}

} // namespace stampede
