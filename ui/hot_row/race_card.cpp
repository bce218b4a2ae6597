// SPDX-License-Identifier: MIT
#include "ui/hot_row/race_card.h"

#include "scenario/presets.h"
#include "ui/audit/ledger_paint.h"
#include "ui/hot_row/row_marks.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

struct CardText
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr int kWidth = 1600;
constexpr int kCardHeight = 900;
constexpr qreal kCardMargin = 72;
constexpr qreal kLaneHeight = 56;
constexpr qreal kLineHeight = 38;
constexpr qreal kMsWidth = 120;
constexpr int kValuesPixels = 28;
constexpr qreal kValuesGap = 10; // between a bar and its values

QFont pixelFont(int pixels, bool heavy = false)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setWeight(heavy ? QFont::DemiBold : QFont::Normal);
    return font;
}

/// "Row lock off · Unique key off"; empty where every protection is on.
QString whatIsOff(const Layers &layers)
{
    QStringList off;
    for (const auto &[isOn, words] : {std::pair(layers.rowLock, CardText::tr("Row lock off")),
                                      {layers.duplicateCheck, CardText::tr("Duplicate check off")},
                                      {layers.uniqueKey, CardText::tr("Unique key off")}}) {
        if (!isOn) {
            off << words;
        }
    }
    return off.size() == 3 ? CardText::tr("All protections off") : off.join(QStringLiteral(" · "));
}

class CardPainter
{
public:
    CardPainter(QPainter &painter, const RunRecord &record, const RaceView &race,
                const Theme &theme)
        : m_painter(painter)
        , m_record(record)
        , m_race(race)
        , m_theme(theme)
    {}

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillRect(QRectF(0, 0, kWidth, kCardHeight), m_theme.page);
        paintHead();
        if (m_record.audit && m_record.audit->state.remaining) {
            paintLedger(m_painter, {kCardMargin, 128, kWidth - 2 * kCardMargin, 104},
                        m_record.audit->state, pixelFont(38, true), m_theme);
        }
        paintSentence();
        paintKey();
        const qreal lanesTop = 372;
        paintLane(m_race.first, lanesTop);
        if (m_race.second) {
            paintLane(*m_race.second, lanesTop + kLaneHeight + 12);
        }
        paintStatements(lanesTop + 2 * kLaneHeight + 48);
        paintFoot();
    }

private:
    void words(const QRectF &where, Qt::Alignment align, const QFont &font, const QColor &color,
               const QString &said)
    {
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(where, static_cast<int>(align | Qt::AlignVCenter),
                           QFontMetricsF(font).elidedText(said, Qt::ElideRight, where.width()));
    }

    void paintHead()
    {
        const QRectF line(kCardMargin, 48, kWidth - 2 * kCardMargin, 44);
        words(line, Qt::AlignLeft, pixelFont(30, true), m_theme.text,
              shownName(m_record.scenario.name));
        const QString off = whatIsOff(m_record.scenario.service.layers);
        words(line, Qt::AlignRight, pixelFont(26, true),
              off.isEmpty() ? m_theme.held : m_theme.damage,
              off.isEmpty() ? CardText::tr("Row lock on") : off);
        m_painter.fillRect(QRectF(kCardMargin, 104, kWidth - 2 * kCardMargin, 2), m_theme.border);
    }

    void paintSentence()
    {
        const QString title = m_race.isRace ? CardText::tr("THE RACE") : QString();
        words({kCardMargin, 262, kWidth - 2 * kCardMargin, 30}, Qt::AlignLeft, pixelFont(22, true),
              m_race.isRace ? m_theme.damage : m_theme.muted, title);
        int pixels = 44;
        while (pixels > 20 &&
               QFontMetricsF(pixelFont(pixels, true)).horizontalAdvance(m_race.sentence) >
                   kWidth - 2 * kCardMargin) {
            --pixels;
        }
        words({kCardMargin, 292, kWidth - 2 * kCardMargin, 62}, Qt::AlignLeft,
              pixelFont(pixels, true), m_theme.text, m_race.sentence);
    }

    /// What the signs of the lanes mean, from right to left on the line over the sentence.
    void paintKey()
    {
        constexpr qreal kSwatch = 36;
        const QFont font = pixelFont(20);
        const QColor color = m_theme.of(m_race.first.outcome);
        qreal right = kWidth - kCardMargin;
        const auto entry = [&](const QString &said, qreal swatch, auto &&paintSign) {
            const qreal room = std::ceil(QFontMetricsF(font).horizontalAdvance(said)) + 1;
            words({right - room, 262, room, 30}, Qt::AlignLeft, font, m_theme.muted, said);
            right -= room + 8 + swatch;
            paintSign(QRectF(right, 267, swatch, 20));
            right -= 28;
        };
        if (m_race.isRace) {
            entry(CardText::tr("read the same value"), 18, [&](const QRectF &sign) {
                m_painter.setPen(Qt::NoPen);
                m_painter.setBrush(m_theme.damage);
                m_painter.drawEllipse(sign.center(), 8, 8);
            });
        }
        entry(CardText::tr("commit"), 4,
              [&](const QRectF &sign) { m_painter.fillRect(sign, m_theme.text); });
        entry(CardText::tr("holding"), kSwatch,
              [&](const QRectF &sign) { paintHolding(m_painter, sign, color); });
        entry(CardText::tr("waiting"), kSwatch,
              [&](const QRectF &sign) { paintWaiting(m_painter, sign, color); });
    }

    [[nodiscard]] static std::int64_t endOf(const RaceSide &side)
    {
        return std::max({side.who.committedNs, side.endNs, side.who.wroteNs, side.who.readNs});
    }

    /// What the longer of the two values behind the bars takes.
    [[nodiscard]] qreal valuesRoom() const
    {
        const QFontMetricsF metrics(pixelFont(kValuesPixels, true));
        qreal room = 0;
        for (const RaceSide &side : {m_race.first, m_race.second.value_or(m_race.first)}) {
            room = std::max(
                room, metrics.horizontalAdvance(valuesText(side.valueRead, side.valueWritten)));
        }
        return std::ceil(room);
    }

    /// Where a moment lies, the two together filling the width.
    [[nodiscard]] qreal xOf(std::int64_t ns) const
    {
        const RaceSide &second = m_race.second ? *m_race.second : m_race.first;
        const std::int64_t from = std::min(m_race.first.who.askedNs, second.who.askedNs);
        const std::int64_t to = std::max(endOf(m_race.first), endOf(second));
        const double share = static_cast<double>(ns - from) /
                             static_cast<double>(std::max<std::int64_t>(1, to - from));
        const qreal left = kCardMargin + 180;
        return left + share * (kWidth - kCardMargin - left - kValuesGap - valuesRoom());
    }

    void paintLane(const RaceSide &side, qreal top)
    {
        const QColor color = m_theme.of(side.outcome);
        const qreal middle = top + kLaneHeight / 2;
        words({kCardMargin, top, 170, kLaneHeight}, Qt::AlignLeft, pixelFont(28, true),
              m_theme.text, partyName(m_race, &side == &m_race.first ? 0 : 1));
        const std::int64_t waitFrom = m_race.rowLock ? side.who.askedNs : side.who.readNs;
        m_painter.setPen(QPen(m_theme.muted, 2));
        m_painter.drawLine(
            QPointF(xOf(side.who.askedNs), middle),
            QPointF(xOf(waitFrom == RowUse::kNever ? endOf(side) : waitFrom), middle));
        const std::int64_t holdFrom = side.holdFromNs(m_race.rowLock);
        const auto band = [&](std::int64_t fromNs, std::int64_t toNs) {
            return QRectF(xOf(fromNs), top + 6, std::max<qreal>(2, xOf(toNs) - xOf(fromNs)),
                          kLaneHeight - 12);
        };
        if (waitFrom != RowUse::kNever && holdFrom != RowUse::kNever && holdFrom > waitFrom) {
            paintWaiting(m_painter, band(waitFrom, holdFrom), color);
        }
        const qreal after = xOf(endOf(side)) + kValuesGap;
        if (holdFrom != RowUse::kNever) {
            const std::int64_t to =
                side.who.committedNs == RowUse::kNever ? endOf(side) : side.who.committedNs;
            const std::int64_t holdTo = side.holdToNs == RowUse::kNever ? to : side.holdToNs;
            m_painter.setPen(QPen(m_theme.muted, 2));
            m_painter.drawLine(QPointF(xOf(holdTo), middle), QPointF(xOf(to), middle));
            paintHolding(m_painter, band(holdFrom, holdTo), color);
            m_painter.fillRect(QRectF(xOf(to) - 2, top, 4, kLaneHeight), m_theme.text);
        }
        if (side.who.readNs != RowUse::kNever && m_race.isRace) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_theme.damage);
            m_painter.drawEllipse(QPointF(xOf(side.who.readNs), middle), 9, 9);
        }
        words({after, top, valuesRoom(), kLaneHeight}, Qt::AlignLeft,
              pixelFont(kValuesPixels, true), m_theme.text,
              valuesText(side.valueRead, side.valueWritten));
    }

    void paintStatements(qreal top)
    {
        const auto lines = raceLines(m_race, m_record.coupon.value);
        const qreal half = (kWidth - 2 * kCardMargin - kMsWidth) / 2;
        const auto column = [half](int side) { return kCardMargin + kMsWidth + 24 + side * half; };
        words({kCardMargin, top, kMsWidth, kLineHeight}, Qt::AlignRight, pixelFont(22),
              m_theme.muted, CardText::tr("seen, ms"));
        words({column(0), top, half - 24, kLineHeight}, Qt::AlignLeft, pixelFont(24, true),
              m_theme.text, partyName(m_race, 0));
        if (m_race.second) {
            words({column(1), top, half - 24, kLineHeight}, Qt::AlignLeft, pixelFont(24, true),
                  m_theme.text, partyName(m_race, 1));
        }
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPixelSize(22);
        qreal y = top + kLineHeight;
        for (const RaceLine &line : lines) {
            m_painter.fillRect(QRectF(kCardMargin, y, kWidth - 2 * kCardMargin, 1), m_theme.border);
            words({kCardMargin, y, kMsWidth, kLineHeight}, Qt::AlignRight, pixelFont(22),
                  m_theme.muted, raceMs(line.atNs));
            const qreal remark = QFontMetricsF(pixelFont(22, true)).horizontalAdvance(line.remark);
            const QRectF where(column(line.side), y, half - 48, kLineHeight);
            words(where.adjusted(0, 0, -remark - 12, 0), Qt::AlignLeft, fixed, m_theme.text,
                  line.sql);
            words(where, Qt::AlignRight, pixelFont(22, true), m_theme.text, line.remark);
            y += kLineHeight;
        }
        m_painter.fillRect(QRectF(column(1) - 24, top, 1, y - top), m_theme.border);
    }

    void paintFoot()
    {
        const QString left = QStringLiteral("%1 %2").arg(m_record.environment.database.product,
                                                         m_record.environment.database.version);
        const QString right = CardText::tr("Stampede · run %1 · seed %2")
                                  .arg(m_record.shortId(), QString::number(m_record.seed));
        const QRectF line(kCardMargin, kCardHeight - 64, kWidth - 2 * kCardMargin, 30);
        words(line, Qt::AlignLeft, pixelFont(20), m_theme.muted, left);
        words(line, Qt::AlignRight, pixelFont(20), m_theme.muted, right);
    }

    QPainter &m_painter;
    const RunRecord &m_record;
    const RaceView &m_race;
    const Theme &m_theme;
};

} // namespace

QImage raceCard(const RunRecord &record, const RaceView &race, const Theme &theme)
{
    QImage picture(kWidth, kCardHeight, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    CardPainter(painter, record, race, theme).paint();
    painter.end();
    return picture;
}

} // namespace stampede
