// SPDX-License-Identifier: MIT
#include "ui/frame/status_banner.h"

#include "compare/circumstances.h"
#include "record/verdict.h"
#include "scenario/presets.h"
#include "ui/frame/phase_words.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

namespace stampede {

namespace {

struct ShortNotes
{
    Q_DECLARE_TR_FUNCTIONS(ShortNotes)
};

struct ShortNote
{
    const char *code;
    const char *words;
};

/// The weightiest first.
constexpr std::array<ShortNote, 12> kNotes = {{
    {"limit-impossible", QT_TRANSLATE_NOOP("ShortNotes", "A limit can never be met")},
    {"will-oversell", QT_TRANSLATE_NOOP("ShortNotes", "More may go than there are")},
    {"will-drift", QT_TRANSLATE_NOOP("ShortNotes", "The stock will not add up")},
    {"will-duplicate", QT_TRANSLATE_NOOP("ShortNotes", "People may get several")},
    {"errors-instead", QT_TRANSLATE_NOOP("ShortNotes", "Expect errors 1020")},
    {"cannot-sell-out", QT_TRANSLATE_NOOP("ShortNotes", "It can never sell out")},
    {"one-user", QT_TRANSLATE_NOOP("ShortNotes", "One person, one coupon")},
    {"no-overlap", QT_TRANSLATE_NOOP("ShortNotes", "It cannot show a race")},
    {"outside-sale", QT_TRANSLATE_NOOP("ShortNotes", "Outside the sale")},
    {"empty-stock", QT_TRANSLATE_NOOP("ShortNotes", "There is nothing to give")},
    {"fewer-users-than-requests", QT_TRANSLATE_NOOP("ShortNotes", "Refusals are certain")},
    {"bounds-timed", QT_TRANSLATE_NOOP("ShortNotes", "These are bounds")},
}};

/// The weightiest of the notes, short enough for the banner; empty where the figures beside it say
/// everything.
QString shortNote(const QList<PredictionNote> &notes)
{
    for (const ShortNote &entry : kNotes) {
        for (const PredictionNote &note : notes) {
            if (note.code == QLatin1String(entry.code)) {
                return ShortNotes::tr(entry.words);
            }
        }
    }
    return {};
}

constexpr int kLeastHeight = 48;
constexpr int kMark = 24;
constexpr int kSmallMark = 16;
constexpr int kBarWidth = 120;
constexpr int kBarHeight = 8;
constexpr int kRoomForPhases = 1100;
constexpr int kSteps = 1000;
constexpr int kAround = 80;      ///< margins and gaps beside an alarm
constexpr int kNoteShare = 1000; ///< nearly all of the rest, where there is a note

/// "12 April 14:03", with the year where it is another one.
QString momentText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const bool thisYear = local.date().year() == QDate::currentDate().year();
    return QLocale().toString(local, thisYear ? StatusBanner::tr("d MMMM hh:mm")
                                              : StatusBanner::tr("d MMMM yyyy hh:mm"));
}

} // namespace

StatusBanner::StatusBanner(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_icon(new QLabel(this))
    , m_alarm(new ElidedLabel(this))
    , m_past(new QLabel(this))
    , m_word(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_sentence(new ElidedLabel(this))
    , m_noteIcon(new QLabel(this))
    , m_note(new ElidedLabel(this))
    , m_future(new QLabel(this))
    , m_verdictIcon(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_openAudit(new QPushButton(tr("Open the audit"), this))
    , m_replay(new QPushButton(tr("Replay"), this))
    , m_backToLatest(new QPushButton(tr("Back to the latest"), this))
{
    setProperty("bar", true);
    setObjectName(QStringLiteral("strip"));
    layOut();
    connect(m_openAudit, &QPushButton::clicked, this, &StatusBanner::auditRequested);
    connect(m_replay, &QPushButton::clicked, this, &StatusBanner::replayRequested);
    connect(m_backToLatest, &QPushButton::clicked, &m_session, &Session::closeOpened);
    for (const auto changed :
         {&Session::recordChanged, &Session::scenarioChanged, &Session::standInChanged}) {
        connect(&m_session, changed, this, &StatusBanner::update);
    }
    connect(&m_session, &Session::runStarted, this, [this] {
        m_alarmsTold = 0;
        update();
    });
    connect(&m_session, &Session::phaseChanged, this, [this](Phase phase) {
        m_sentence->holdRoom(true); // growing figures must not push the words behind them about
        update();
        announce(m_word, phaseWord(phase));
    });
    connect(&m_session, &Session::message, this, &StatusBanner::update);
    connect(&m_session, &Session::stopping, this, &StatusBanner::update);
    connect(&m_session, &Session::runEnded, this, [this] {
        m_sentence->holdRoom(false);
        tellOutcome();
    });
    retheme();
}

void StatusBanner::layOut()
{
    const std::pair<QWidget *, const char *> names[] = {
        {m_alarm, "stripAlarm"},
        {m_past, "stripPast"},
        {m_word, "stripWord"},
        {m_bar, "stripBar"},
        {m_sentence, "stripSentence"},
        {m_note, "stripNote"},
        {m_future, "stripFuture"},
        {m_verdict, "stripVerdict"},
        {m_openAudit, "openAudit"},
        {m_replay, "replayRun"},
        {m_backToLatest, "backToLatest"},
    };
    for (const auto &[widget, name] : names) {
        widget->setObjectName(QString::fromLatin1(name));
    }
    m_past->setProperty("muted", true);
    m_future->setProperty("muted", true);
    m_note->setProperty("muted", true);
    m_alarm->setProperty("fault", true);
    m_alarm->setNatural();
    m_alarm->setContentsMargins(0, 0, 16, 0); // apart from the phase
    m_sentence->setNatural();
    m_sentence->setMostLines(2); // what a verdict says is worth both
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setFixedSize(kBarWidth, kBarHeight);
    m_bar->setTextVisible(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_alarm);
    row->addWidget(m_past);
    row->addWidget(m_word);
    row->addWidget(m_bar);
    row->addWidget(m_sentence);
    row->addWidget(m_future);
    row->addWidget(m_verdictIcon);
    row->addWidget(m_verdict);
    row->addStretch(1);
    row->addWidget(m_note, kNoteShare);
    row->addWidget(m_noteIcon);
    row->addWidget(m_openAudit);
    row->addWidget(m_replay);
    row->addWidget(m_backToLatest);
}

void StatusBanner::retheme()
{
    m_word->setFont(typeFont(TextRole::Verdict));
    m_verdict->setFont(headingFont(typeFont(TextRole::StatusBanner)));
    m_sentence->setFont(tabularFont(typeFont(TextRole::StatusBanner)));
    m_alarm->setFont(headingFont(typeFont(TextRole::StatusBanner)));
    setFixedHeight(std::max(kLeastHeight, QFontMetrics(m_word->font()).height() + 20));
    update();
}

void StatusBanner::update()
{
    showParts();
    if (m_session.isRunning()) {
        sample(m_session.progress());
    } else if (m_session.showsOpened()) {
        showOpened();
    } else if (!m_session.isChangedSinceRun() && m_session.fault()) {
        showFault();
    } else if (!m_session.isChangedSinceRun() && m_session.record()) {
        showRecord();
    } else {
        showPrediction();
    }
}

void StatusBanner::showParts()
{
    const bool running = m_session.isRunning();
    const bool opened = m_session.showsOpened();
    const bool finished = !running && !opened && !m_session.isChangedSinceRun() &&
                          m_session.record() && !m_session.fault();
    m_bar->setVisible(running);
    m_alarm->setVisible(running && m_alarmsTold > 0);
    showWhatFits();
    m_word->setVisible(!opened);
    m_verdict->setVisible(opened);
    m_verdictIcon->setVisible(opened);
    m_note->setVisible(false);
    m_noteIcon->setVisible(false);
    m_openAudit->setVisible(finished);
    m_replay->setVisible(finished && m_session.record()->history &&
                         !m_session.record()->history->empty());
    m_backToLatest->setVisible(opened);
    setStyleProperty(this, "archive", opened);
}

void StatusBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showWhatFits();
}

void StatusBanner::showWhatFits()
{
    const bool running = m_session.isRunning();
    const bool roomy = width() >= kRoomForPhases;
    const bool calm = m_alarmsTold == 0;
    m_past->setVisible(running && roomy && calm);
    m_future->setVisible(running && roomy && calm);
    // What is broken is worth more than how far the run has come.
    const int taken = m_icon->sizeHint().width() + m_alarm->sizeHint().width() +
                      m_word->sizeHint().width() + kBarWidth + kAround;
    const bool fits = taken + m_sentence->sizeHint().width() <= width();
    m_sentence->setVisible(roomy || !running || calm || fits);
}

void StatusBanner::showText(const QString &icon, const QColor &color, const QString &word,
                            const QString &sentence)
{
    m_icon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty()) {
        m_icon->setPixmap(themedPixmap(icon, color, kMark, devicePixelRatioF()));
    }
    m_word->setText(word);
    m_sentence->setWhole(sentence);
}

void StatusBanner::showPrediction()
{
    const Prediction &prediction = m_session.activePrediction();
    if (!m_session.faults().isEmpty() && !m_session.hasStandIn()) {
        showText(QStringLiteral("warning"), Theme::current().damage, tr("Not possible yet"),
                 QStringLiteral("%1: %2").arg(settingLabel(m_session.faults().firstKey()),
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
    showNote();
}

void StatusBanner::showNote()
{
    const QList<PredictionNote> &notes = m_session.activePrediction().notes;
    const QString words = shortNote(notes);
    if (words.isEmpty()) {
        return;
    }
    QStringList sentences;
    for (const PredictionNote &note : notes) {
        sentences << note.text;
    }
    m_note->setWhole(words);
    m_note->setToolTip(words + QLatin1Char('\n') + sentences.join(QLatin1Char('\n')));
    m_noteIcon->setToolTip(m_note->toolTip());
    m_noteIcon->setPixmap(themedPixmap(QStringLiteral("info"), Theme::current().muted, kSmallMark,
                                       devicePixelRatioF()));
    m_note->show();
    m_noteIcon->show();
}

void StatusBanner::showFault()
{
    const RunError &fault = *m_session.fault();
    showText(QStringLiteral("warning"), Theme::current().damage, tr("The run could not be made"),
             fault.message.section(QLatin1Char('\n'), 0, 0));
}

void StatusBanner::showRecord()
{
    const RunRecord &record = *m_session.record();
    const VerdictText verdict = verdictText(record);
    QString sentence = verdict.sentence;
    if (!record.generator.valid) {
        sentence +=
            QLatin1Char(' ') + tr("Speed figures not to be trusted: %1 Integrity is not affected.")
                                   .arg(record.generator.reasons.join(QLatin1Char(' ')));
    }
    showText(verdictIcon(record.newestVerdict()), Theme::current().of(record.newestVerdict()),
             verdict.word, sentence);
}

void StatusBanner::showOpened()
{
    const RunRecord &record = *m_session.record();
    showText({}, {}, {},
             tr("You are looking at the run of %1 (%2)")
                 .arg(momentText(record.startedAt), shownName(record.scenario.name)));
    m_verdict->setText(verdictText(record).word);
    m_verdictIcon->setPixmap(themedPixmap(verdictIcon(record.newestVerdict()),
                                          Theme::current().of(record.newestVerdict()), kSmallMark,
                                          devicePixelRatioF()));
}

void StatusBanner::sample(const RunProgress &progress)
{
    showAlarms(progress);
    showPhases(progress);
}

void StatusBanner::showPhases(const RunProgress &progress)
{
    const auto share = phaseShare(progress, m_session);
    m_bar->setMaximum(share ? kSteps : 0);
    m_bar->setValue(static_cast<int>(share.value_or(0) * kSteps));
    m_past->setText(phasesBefore(progress.phase, m_session.activeScenario().warmup.count() > 0));
    m_future->setText(phasesAfter(progress.phase));
    const bool isBroken = std::any_of(progress.alarms.begin(), progress.alarms.end(),
                                      [](const LiveViolation &alarm) { return alarm.certain; });
    showText(isBroken ? QStringLiteral("broken") : QString(), Theme::current().damage,
             phaseWord(progress.phase), phaseLine(progress, m_session));
}

/// What is certain already comes first and stays, whatever the phase.
void StatusBanner::showAlarms(const RunProgress &progress)
{
    if (progress.alarms.empty()) {
        return;
    }
    QStringList sentences;
    for (const LiveViolation &alarm : progress.alarms) {
        sentences << alarm.sentence();
    }
    m_alarm->setWhole(sentences.join(QLatin1Char(' ')));
    if (progress.alarms.size() > m_alarmsTold) {
        m_alarmsTold = progress.alarms.size();
        showParts();
        announce(m_alarm, sentences.constLast()); // once: a reader is not told every figure
    }
}

void StatusBanner::tellOutcome()
{
    update();
    announce(m_word, QStringLiteral("%1. %2").arg(m_word->text(), m_sentence->whole()));
}

} // namespace stampede
