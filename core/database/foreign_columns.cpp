// SPDX-License-Identifier: MIT
#include "database/foreign_columns.h"

#include "database/connection.h"

#include <QSqlField>
#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

/// The numbers by which the protocol tells types of columns.
bool isShape(const QSqlField &column)
{
    constexpr int kGeometry = 255;
    return column.typeID() == kGeometry;
}

/// Of texts, bytes and JSON without a length of their own.
bool isBlob(const QSqlField &column)
{
    constexpr int kTinyBlob = 249;
    constexpr int kBlob = 252;
    constexpr int kJson = 245;
    return (column.typeID() >= kTinyBlob && column.typeID() <= kBlob) || column.typeID() == kJson;
}

/// The column as an expression that is at most that many bytes long.
QString shortenedColumn(const QSqlField &column, const QString &name, qint64 most)
{
    constexpr qint64 kBytesOfLetter = 4;
    const auto cutText = [&](const QString &text) {
        return QStringLiteral("IF(CHAR_LENGTH(%1) > %2, CONCAT(LEFT(%1, %2), '…'), %1)")
            .arg(text, QString::number(most / kBytesOfLetter));
    };
    if (isShape(column)) {
        return cutText(QStringLiteral("ST_AsText(%1)").arg(name));
    }
    if (!isBlob(column) && column.length() <= most) {
        return name;
    }
    if (column.metaType().id() == QMetaType::QByteArray) {
        return QStringLiteral("LEFT(%1, %2)").arg(name, QString::number(most));
    }
    return column.metaType().id() == QMetaType::QString ? cutText(name) : name;
}

} // namespace

QString shortenedStatement(const QString &statement, const QSqlRecord &columns, qint64 mostRows)
{
    const qint64 room = Connection::kMostForeignBytes / std::max<qint64>(mostRows, 1);
    qint64 length = 0;
    bool unlimited = false;
    for (int i = 0; i < columns.count(); ++i) {
        const QSqlField column = columns.field(i);
        length += column.length();
        unlimited = unlimited || isShape(column) || isBlob(column);
    }
    if (!unlimited && length <= room) {
        return {};
    }
    const qint64 share = room / std::max(columns.count(), 1);
    QStringList names;
    QStringList shown;
    for (int i = 0; i < columns.count(); ++i) {
        const QSqlField column = columns.field(i);
        const QString name = QStringLiteral("c%1").arg(i + 1);
        const QString given = column.name();
        names << name;
        // Names that no statement may give.
        const bool isName = !given.isEmpty() && !given.endsWith(QLatin1Char(' '));
        constexpr qsizetype kLongestName = 64;
        shown << shortenedColumn(column, name, share) +
                     (isName ? QStringLiteral(" AS ") + quotedIdentifier(given.left(kLongestName))
                             : QString());
    }
    return QStringLiteral("WITH own_check (") + names.join(QStringLiteral(", ")) +
           QStringLiteral(") AS (") + statement + QStringLiteral("\n) SELECT ") +
           shown.join(QStringLiteral(", ")) + QStringLiteral(" FROM own_check LIMIT ");
}

} // namespace stampede
