#include "ui/frame/strip.h"

#include "base/clock.h"
#include "run/verdict.h"
#include "text/number_text.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr int kStripHeight = 48;
constexpr int kIconSize = 24;
constexpr int kBarWidth = 140;

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
    , m_word(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_openAudit(new QPushButton(tr("Open the audit"), this))
{
    setProperty("bar", true);
    setFixedHeight(kStripHeight);
    m_word->setObjectName(QStringLiteral("stripWord"));
    m_sentence->setObjectName(QStringLiteral("stripSentence"));
    QFont wordFont = font();
    wordFont.setPointSizeF(wordFont.pointSizeF() * 1.4);
    wordFont.setWeight(QFont::DemiBold);
    m_word->setFont(wordFont);
    m_sentence->setMinimumWidth(0);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(10);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_word);
    row->addWidget(m_bar);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_openAudit);
    connect(m_openAudit, &QPushButton::clicked, this, &Strip::auditRequested);
    connect(&m_session, &Session::scenarioChanged, this, [this] {
        m_edited = true;
        update();
    });
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
    m_openAudit->setVisible(!running && !m_edited && m_session.record() && !m_session.fault());
    if (running) {
        sample(m_session.progress());
    } else if (!m_edited && m_session.fault()) {
        showFault();
    } else if (!m_edited && m_session.record()) {
        showRecord();
    } else {
        showPrediction();
    }
}

void Strip::showText(const QString &icon, const QColor &color, const QString &word,
                     const QString &sentence)
{
    m_icon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty()) {
        m_icon->setPixmap(themedPixmap(icon, color, kIconSize, devicePixelRatioF()));
    }
    m_word->setText(word);
    m_sentence->setText(sentence);
    m_sentence->setToolTip(sentence);
}

void Strip::showPrediction()
{
    const Prediction &prediction = m_session.prediction();
    if (!m_session.faults().isEmpty()) {
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
             fault.message);
}

void Strip::showRecord()
{
    const RunRecord &record = *m_session.record();
    const VerdictText verdict = verdictText(record);
    showText(verdictIcon(record.verdict), Theme::current().of(record.verdict), verdict.word,
             verdict.sentence);
}

void Strip::sample(const RunProgress &progress)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    QString sentence;
    m_bar->setMaximum(progress.phase == Phase::Prepare ? 0 : 1000);
    switch (progress.phase) {
    case Phase::Prepare:
    case Phase::WarmUp:
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
            sentence = tr("%1 of %2  ·  %3 answers/s")
                           .arg(count(done), count(progress.planned), count(std::llround(rate)));
        } else {
            sentence = tr("%1  ·  %2 answers/s").arg(count(done), count(std::llround(rate)));
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
        break;
    }
    showText({}, {}, phaseWord(progress.phase), sentence);
}

} // namespace stampede
