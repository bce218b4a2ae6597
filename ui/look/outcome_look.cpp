#include "ui/look/outcome_look.h"

#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stampede {

namespace {

struct OutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)
};

/// A regular polygon with one corner at the top.
QPolygonF regular(const QPointF &center, qreal radius, int corners, double turned = 0)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = turned + 2 * std::numbers::pi * i / corners - std::numbers::pi / 2;
        polygon << center + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return polygon;
}

void drawQuestion(QPainter &painter, const QPointF &center, qreal radius, const QString &sign)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, radius, radius);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, static_cast<int>(radius * 1.5)));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRectF(center - QPointF(2 * radius, radius), QSizeF(4 * radius, 2 * radius)),
                     Qt::AlignCenter, sign);
}

} // namespace

QString outcomeMark(Outcome outcome, UnknownReason reason)
{
    switch (outcome) {
    case Outcome::Issued:
        return QStringLiteral("●");
    case Outcome::AlreadyIssued:
        return QStringLiteral("◆");
    case Outcome::OutOfStock:
        return QStringLiteral("■");
    case Outcome::NotIssued:
        return QStringLiteral("□");
    case Outcome::NotStarted:
        return QStringLiteral("▽");
    case Outcome::Expired:
        return QStringLiteral("△");
    case Outcome::NotFound:
        return QStringLiteral("◇");
    case Outcome::InvalidRequest:
        return QStringLiteral("⬠");
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::ServerError:
        return QStringLiteral("▲");
    case Outcome::Interrupted:
        return QStringLiteral("○");
    case Outcome::Unknown:
        return reason == UnknownReason::Unclassified ? QStringLiteral("?!") : QStringLiteral("?");
    }
    return {};
}

void drawOutcomeMark(QPainter &painter, const QPointF &center, qreal radius, Outcome outcome,
                     UnknownReason reason)
{
    const QColor color = Theme::current().of(outcome);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, std::max(1.0, radius / 4)));
    painter.setBrush(Qt::NoBrush);
    switch (outcome) {
    case Outcome::Issued:
        painter.setBrush(color);
        painter.drawEllipse(center, radius, radius);
        break;
    case Outcome::AlreadyIssued:
        painter.setBrush(color);
        painter.drawPolygon(regular(center, radius, 4));
        break;
    case Outcome::OutOfStock:
        painter.fillRect(QRectF(center - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)),
                         color);
        break;
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::ServerError:
        painter.setBrush(color);
        painter.drawPolygon(regular(center, radius, 3));
        break;
    case Outcome::NotIssued:
        painter.drawRect(QRectF(center - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
        break;
    case Outcome::NotStarted:
        painter.drawPolygon(regular(center, radius, 3, std::numbers::pi));
        break;
    case Outcome::Expired:
        painter.drawPolygon(regular(center, radius, 3));
        break;
    case Outcome::NotFound:
        painter.drawPolygon(regular(center, radius, 4));
        break;
    case Outcome::InvalidRequest:
        painter.drawPolygon(regular(center, radius, 5));
        break;
    case Outcome::Interrupted:
        painter.drawEllipse(center, radius, radius);
        break;
    case Outcome::Unknown:
        drawQuestion(painter, center, radius, outcomeMark(outcome, reason));
        break;
    }
    painter.restore();
}

Qt::BrushStyle outcomePattern(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return Qt::SolidPattern;
    case Outcome::AlreadyIssued:
        return Qt::BDiagPattern;
    case Outcome::OutOfStock:
        return Qt::Dense5Pattern;
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::ServerError:
        return Qt::DiagCrossPattern;
    case Outcome::Unknown:
        return Qt::VerPattern;
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Interrupted:
    case Outcome::NotIssued:
        return Qt::NoBrush;
    }
    return Qt::NoBrush;
}

QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern)
{
    if (pattern == Qt::SolidPattern) {
        return color;
    }
    constexpr int kTile = 8;
    QPixmap tile(kTile, kTile);
    constexpr double kThin = 70.0 / 255;
    tile.fill(faint(color, kThin));
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), QBrush(color, pattern));
    painter.end();
    return tile;
}

QString outcomeMeaning(Outcome outcome, UnknownReason reason)
{
    switch (outcome) {
    case Outcome::Issued:
        return OutcomeText::tr("The service said: you have it.");
    case Outcome::AlreadyIssued:
        return OutcomeText::tr("The service said: this person has it already. No error; whether it "
                               "is right, the audit says.");
    case Outcome::OutOfStock:
        return OutcomeText::tr("The service said: none are left. No error; whether it is right, "
                               "the audit says.");
    case Outcome::NotIssued:
        return OutcomeText::tr("The service said: this person has it already, or none are left; it "
                               "has one answer for both. No error; whether it is right, the audit "
                               "says.");
    case Outcome::NotStarted:
        return OutcomeText::tr("The sale had not begun.");
    case Outcome::Expired:
        return OutcomeText::tr("The sale had ended.");
    case Outcome::NotFound:
        return OutcomeText::tr("The coupon or the person does not exist here. Look at the scenario "
                               "before the service.");
    case Outcome::InvalidRequest:
        return OutcomeText::tr("The service did not accept the request as sent.");
    case Outcome::Contention:
        return OutcomeText::tr("Deadlock, lock wait or changed row; further tries did not help. "
                               "Nothing was issued.");
    case Outcome::NotSent:
        return OutcomeText::tr("Refused before a byte left.");
    case Outcome::Interrupted:
        return OutcomeText::tr("Withdrawn at stop; it took no effect.");
    case Outcome::ServerError:
        return OutcomeText::tr("The service failed and said so.");
    case Outcome::Unknown:
        return reason == UnknownReason::Unclassified
                   ? OutcomeText::tr("An answer came, but no rule says what it means.")
                   : OutcomeText::tr("Nobody knows yet whether it took effect. The audit finds "
                                     "out from the rows.");
    }
    return {};
}

} // namespace stampede
