// SPDX-License-Identifier: MIT
#include "record/check_text.h"

#include "record/check_result.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace stampede {

QString refusedQuerySentence(const QString &reason)
{
    return AuditText::tr("The database refused the query (%1).").arg(reason);
}

QString noCouponSentence()
{
    return AuditText::tr("The coupon's row is not there, so its stock is not known.");
}

QString noRowsSentence()
{
    return AuditText::tr("No coupon was written, so there was nothing to look at.");
}

QString momentText(std::int64_t epochUs)
{
    return QDateTime::fromMSecsSinceEpoch(epochUs / 1000, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
}

QVariant secondsCell(std::int64_t ns)
{
    return static_cast<double>(ns) / 1e9;
}

QVariant numberCell(std::int64_t value)
{
    return QVariant::fromValue<qlonglong>(value);
}

QString plainCellText(const QVariant &cell)
{
    return cell.typeId() == QMetaType::Double ? QLocale().toString(cell.toDouble(), 'f', 3)
                                              : cell.toString();
}

QString plainNumbers(QString text)
{
    return text.replace(QChar(0x2212), QLatin1Char('-'));
}

QString cellText(const QVariant &cell)
{
    const bool isNumber = cell.typeId() == QMetaType::LongLong || cell.typeId() == QMetaType::Int;
    QString text = plainCellText(cell);
    return isNumber ? text.replace(QLatin1Char('-'), QChar(0x2212)) : text;
}

} // namespace stampede
