// SPDX-License-Identifier: MIT
#include "ui/audit/ledger.h"

#include "record/verdict.h"
#include "report/report_words.h"
#include "ui/audit/ledger_paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace stampede {

namespace {

constexpr int kHeight = 84;
constexpr int kSumMarkSize = 28;
constexpr int kWordsWidth = 300;
constexpr qreal kLineFont = 1.35;

/// The figures before the colon stand on the left already.
QString whatFollows(const QString &explanation)
{
    return explanation.section(QStringLiteral(": "), -1);
}

} // namespace

LedgerLine::LedgerLine(QWidget *parent)
    : QLabel(parent)
{
    setFont(headingFont(font(), kLineFont));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void LedgerLine::show(const std::shared_ptr<const RunRecord> &record,
                      const std::shared_ptr<const RunRecord> &beside)
{
    m_record = record;
    m_beside = beside && !ledgerLine(*beside).isEmpty() ? beside : nullptr;
    setText(ledgerLine(*record)); // for those who read and those who listen
    update();
}

void LedgerLine::paintEvent(QPaintEvent * /*event*/)
{
    if (text().isEmpty() || !m_record) {
        return;
    }
    QPainter painter(this);
    paintLedger(painter, rect(), m_record->audit->state, font(), Theme::current(),
                m_beside ? &m_beside->audit->state : nullptr);
}

Ledger::Ledger(QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel(this))
    , m_line(new LedgerLine(this))
    , m_sentence(new QLabel(this))
    , m_drift(new QLabel(this))
{
    setProperty("card", true);
    setMinimumHeight(kHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_line->setObjectName(QStringLiteral("ledgerLine"));
    m_sentence->setObjectName(QStringLiteral("ledgerSentence"));
    m_sentence->setWordWrap(true);
    m_drift->setObjectName(QStringLiteral("ledgerDrift"));
    m_drift->setFont(headingFont(font()));
    m_mark->setFixedWidth(kSumMarkSize);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_sentence);
    words->addWidget(m_drift);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    row->addWidget(m_mark);
    row->addWidget(m_line, 1);
    row->addLayout(words);
}

void Ledger::show(const std::shared_ptr<const RunRecord> &record)
{
    m_line->show(record);
    const Theme &theme = Theme::current();
    QString sentence = record->auditError;
    QString drift;
    QString icon = QStringLiteral("unknown");
    QColor color = theme.muted;
    if (record->audit) {
        const StateFigures &state = record->audit->state;
        const CheckResult *check = record->audit->check(QStringLiteral("stock-adds-up"));
        const bool held = state.drift == 0 && record->audit->verdict == AuditVerdict::Held;
        sentence = held ? tr("Not one coupon too many, not one lost.")
                        : (check != nullptr ? whatFollows(check->explanation) : QString());
        const bool broken = record->audit->verdict == AuditVerdict::Broken;
        if (held || broken) {
            icon = held ? QStringLiteral("held") : QStringLiteral("broken");
            color = held ? theme.held : theme.damage;
        }
        if (state.drift && *state.drift != 0) {
            drift = tr("drift %1").arg(text::count(*state.drift));
        }
    }
    m_mark->setPixmap(themedPixmap(icon, color, kSumMarkSize, devicePixelRatioF()));
    QPalette words = palette();
    words.setColor(QPalette::WindowText, color == theme.muted ? theme.text : color);
    m_sentence->setPalette(words);
    m_drift->setPalette(words);
    m_sentence->setText(sentence);
    m_drift->setText(drift);
    m_drift->setVisible(!drift.isEmpty());
    const bool alone = m_line->text().isEmpty();
    m_line->setVisible(!alone);
    m_sentence->setMinimumWidth(alone ? 0 : kWordsWidth);
    m_sentence->setMaximumWidth(alone ? QWIDGETSIZE_MAX : kWordsWidth);
}

} // namespace stampede
