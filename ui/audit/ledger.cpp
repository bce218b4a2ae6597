#include "ui/audit/ledger.h"

#include "run/verdict.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kHeight = 108;
constexpr int kBarHeight = 14;
constexpr int kMargin = 12;

} // namespace

Ledger::Ledger(QWidget *parent)
    : QFrame(parent)
    , m_line(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    setProperty("card", true);
    setFixedHeight(kHeight);
    m_line->setFont(headingFont(font(), 1.5));
    m_line->setObjectName(QStringLiteral("ledgerLine"));
    m_sentence->setObjectName(QStringLiteral("ledgerSentence"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 10, kMargin, 10 + 2 * kBarHeight + 4);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_sentence);
}

void Ledger::show(const std::shared_ptr<const RunRecord> &record)
{
    m_record = record;
    m_line->setText(ledgerLine(*record));
    QString sentence = record->auditError;
    if (record->audit) {
        const CheckResult *check = record->audit->check(QStringLiteral("stock-adds-up"));
        const bool held =
            record->audit->state.drift == 0 && record->audit->verdict == AuditVerdict::Held;
        sentence = held ? tr("Not one coupon too many, not one lost.") : check->explanation;
    }
    m_sentence->setText(sentence);
    QWidget::update();
}

void Ledger::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_record || !m_record->audit || !m_record->audit->state.remaining) {
        return;
    }
    // Two bars to one scale: what there was, and what became of it. Equal lengths mean that it adds
    // up.
    const StateFigures &state = m_record->audit->state;
    const std::int64_t remaining = std::max<std::int64_t>(0, *state.remaining);
    const auto longest = static_cast<double>(
        std::max({state.initialStock, state.newRows + remaining, std::int64_t{1}}));
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int room = width() - 2 * kMargin;
    const auto length = [room, longest](std::int64_t value) {
        return static_cast<int>(room * (static_cast<double>(value) / longest));
    };
    int y = height() - 2 * kBarHeight - 14;
    painter.fillRect(kMargin, y, length(state.initialStock), kBarHeight, theme.outOfStock);
    y += kBarHeight + 4;
    const int written = length(state.newRows);
    painter.fillRect(kMargin, y, written, kBarHeight, theme.issued);
    const QRect left(kMargin + written, y, length(remaining), kBarHeight);
    painter.fillRect(left, QBrush(theme.outOfStock, Qt::Dense4Pattern));
    if (state.drift.value_or(0) != 0) {
        const int edge = kMargin + length(state.initialStock);
        painter.setPen(QPen(theme.damage, 2));
        painter.drawLine(edge, y - kBarHeight - 8, edge, y + kBarHeight + 4);
    }
}

} // namespace stampede
