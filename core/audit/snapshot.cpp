// SPDX-License-Identifier: MIT
#include "audit/snapshot.h"

#include "record/check_result.h"
#include "record/check_text.h"

#include "base/issue_rules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QSqlRecord>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace stampede {

namespace {

/// The same in every program: Qt's own hashes differ from one to the next, and a file may hold what
/// this makes.
std::uint64_t mark(std::uint64_t before, const QVariant &cell)
{
    const QString text = cell.toString();
    const std::u16string_view letters(reinterpret_cast<const char16_t *>(text.utf16()),
                                      static_cast<std::size_t>(text.size()));
    const std::uint64_t hash = std::hash<std::u16string_view>()(letters) + (cell.isNull() ? 1 : 0);
    return (before ^ hash) * 0x9E37'79B9'7F4A'7C15ULL + (before >> 29U);
}

/// Takes the first rows and the columns' names; gives back how many rows there were.
std::int64_t takeRows(QSqlQuery &query, FoundRows &found, qsizetype most)
{
    const QSqlRecord record = query.record();
    for (int i = 0; i < record.count(); ++i) {
        found.columns << record.fieldName(i);
    }
    std::int64_t count = 0;
    for (; query.next(); ++count) {
        std::uint64_t print = 0;
        for (int i = 0; i < record.count(); ++i) {
            print = mark(print, query.value(i));
        }
        found.prints.push_back(print);
        if (found.first.size() < most) {
            QVariantList row;
            for (int i = 0; i < record.count(); ++i) {
                row.append(query.value(i));
            }
            found.first.append(row);
        }
    }
    return count;
}

/// A whole number that fits; nothing where it is none, or NULL.
std::optional<std::int64_t> wholeFigure(const QVariant &cell)
{
    if (cell.isNull()) {
        return std::nullopt;
    }
    QString text = cell.toString();
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point >= 0 && text.mid(point + 1).count(QLatin1Char('0')) == text.size() - point - 1) {
        text.truncate(point);
    }
    bool fits = false;
    const qlonglong number = text.toLongLong(&fits);
    return fits ? std::optional<std::int64_t>(number) : std::nullopt;
}

/// A number without what makes no difference, "-1" of "-01.00"; what is none stays as it is.
QString asNumber(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral("^\\s*([+-]?)0*([0-9]*)(?:\\.([0-9]*?)0*)?\\s*$"));
    const auto match = number.match(text);
    if (!match.hasMatch() || (match.captured(2) + match.captured(3)).isEmpty()) {
        return match.hasMatch() && text.contains(QLatin1Char('0')) ? QStringLiteral("0") : text;
    }
    const QString whole = match.captured(2).isEmpty() ? QStringLiteral("0") : match.captured(2);
    const QString rest =
        match.captured(3).isEmpty() ? QString() : QLatin1Char('.') + match.captured(3);
    return (match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString()) + whole +
           rest;
}

constexpr qsizetype kLongestName = 1024;

/// A text that names something, and one letter more where it is longer than a name may be.
QString nameSql(const QString &column)
{
    return QStringLiteral("LEFT(%1, %2)").arg(column).arg(kLongestName + 1);
}

bool isTooLong(const QVariant &name)
{
    if (name.typeId() == QMetaType::QByteArray) {
        return name.toByteArray().size() > kLongestName;
    }
    const QString text = name.toString();
    return text.size() > kLongestName && text.toUcs4().size() > kLongestName;
}

Failure<SqlError> longName(const QString &table)
{
    return Failure{
        SqlError{.kind = SqlErrorKind::Other,
                 .code = 0,
                 .message = AuditText::tr("a row of %1 is named by a text of more than %2 letters")
                                .arg(table, QString::number(kLongestName))}};
}

} // namespace

Snapshot::Snapshot(Connection &connection, Transaction transaction, TableLayout layout,
                   CouponId coupon)
    : m_connection(&connection)
    , m_transaction(std::move(transaction))
    , m_layout(std::move(layout))
    , m_coupon(coupon)
    , m_people(m_layout.names ? m_layout.names : m_layout.makeNames())
{}

Result<Snapshot, SqlError> Snapshot::take(Connection &connection, const TableLayout &layout,
                                          CouponId coupon)
{
    auto transaction = Transaction::begin(connection, QLatin1String(kReadOnlySnapshot));
    if (!transaction) {
        return Failure{transaction.error()};
    }
    Snapshot snapshot(connection, std::move(transaction).value(), layout, coupon);
    if (auto done = snapshot.readCoupon(); !done) {
        return Failure{done.error()};
    }
    if (auto done = snapshot.learnKeys(); !done) {
        return Failure{done.error()};
    }
    if (auto done = snapshot.readRows(); !done) {
        return Failure{done.error()};
    }
    return snapshot;
}

QString Snapshot::stockSql() const
{
    QStringList columns;
    const auto add = [&columns](const QString &name, const QString &sql) {
        columns << (name.isEmpty() ? QStringLiteral("NULL") : sql);
    };
    const auto addFigure = [&](const QString &name, IdReading form) {
        add(name, TableLayout::idSql(name, form));
    };
    const auto addTime = [&](const QString &name, TimeKind kind) {
        add(name, TableLayout::microsecondsSql(name, kind));
    };
    addFigure(m_layout.remaining, m_layout.remainingForm);
    addFigure(m_layout.issuedCounter, m_layout.counterForm);
    addFigure(m_layout.total, m_layout.totalForm);
    addTime(m_layout.startsAt, m_layout.startsAtKind);
    addTime(m_layout.endsAt, m_layout.endsAtKind);
    return QStringLiteral("SELECT %1 FROM %2")
        .arg(columns.join(QStringLiteral(", ")), m_layout.stockOf(m_coupon));
}

QString Snapshot::rowColumnsSql() const
{
    QStringList columns = {m_layout.issuedIdIsText ? nameSql(m_layout.rowIdSql())
                                                   : m_layout.rowIdSql(),
                           m_layout.usersAreText ? nameSql(m_layout.userSql()) : m_layout.userSql(),
                           m_layout.issuedAt.isEmpty()
                               ? QStringLiteral("0")
                               : TableLayout::momentSql(m_layout.issuedAt, m_layout.issuedAtKind)};
    if (!m_layout.issuedRequestId.isEmpty()) {
        columns << nameSql(quotedIdentifier(m_layout.issuedRequestId));
    }
    if (!m_layout.quantity.isEmpty()) {
        columns << quotedIdentifier(m_layout.quantity);
    }
    for (const QString &name : m_layout.within) {
        columns << nameSql(quotedIdentifier(name));
    }
    if (!m_layout.userCollation.isEmpty()) {
        columns << m_layout.userKeySql(quotedIdentifier(m_layout.issuedUser));
    }
    return columns.join(QStringLiteral(", "));
}

QString Snapshot::rowsSql() const
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(rowColumnsSql(), m_layout.issuedOf(m_coupon), m_layout.rowOrderSql());
}

/// A total says it where there is one; else what is left.
bool Snapshot::saysUnlimited(const QVariant &total, const QVariant &remaining) const
{
    const bool hasTotal = !m_layout.total.isEmpty();
    if (!hasTotal && m_layout.remaining.isEmpty()) {
        return false;
    }
    const QVariant &figure = hasTotal ? total : remaining;
    return std::any_of(
        m_layout.unlimited.begin(), m_layout.unlimited.end(), [&figure](const QString &value) {
            return value.isNull()
                       ? figure.isNull()
                       : !figure.isNull() && asNumber(figure.toString()) == asNumber(value);
        });
}

/// A figure and the counter that make no number of 63 bits together.
void Snapshot::leaveOut(const QString &name, std::optional<std::int64_t> &figure,
                        std::optional<std::int64_t> &counter)
{
    m_unreadColumns << name << m_layout.issuedCounter;
    m_unread << AuditText::tr("%1 says %2 and %3 says %4, which cannot be reckoned with.")
                    .arg(name, QString::number(*figure), m_layout.issuedCounter,
                         QString::number(*counter));
    figure.reset();
    counter.reset();
}

Result<void, SqlError> Snapshot::readCoupon()
{
    if (m_layout.stockTable.isEmpty()) {
        return {};
    }
    auto query = m_connection->query(stockSql());
    if (!query) {
        return Failure{query.error()};
    }
    if (!query.value().next()) {
        return {};
    }
    m_couponThere = true;
    m_unlimited = saysUnlimited(query.value().value(2), query.value().value(0));
    int column = m_unlimited ? 1 : 0;
    const auto takeFigure = [&](std::optional<std::int64_t> &figure, const QString &name) {
        const QVariant cell = query.value().value(column++);
        figure = wholeFigure(cell);
        if (!figure && !cell.isNull()) {
            m_unreadColumns << name;
            m_unread << AuditText::tr("%1 says %2, which cannot be reckoned with.")
                            .arg(name, cell.toString());
        }
    };
    if (!m_unlimited) {
        takeFigure(m_remaining, m_layout.remaining);
    }
    takeFigure(m_issuedCounter, m_layout.issuedCounter);
    if (m_unlimited) {
        ++column;
    } else {
        takeFigure(m_total, m_layout.total);
    }
    std::int64_t sum = 0;
    if (m_layout.remaining.isEmpty() && m_total && m_issuedCounter) {
        if (__builtin_sub_overflow(*m_total, *m_issuedCounter, &sum)) {
            leaveOut(m_layout.total, m_total, m_issuedCounter);
        } else {
            m_remaining = sum;
        }
    } else if (m_layout.total.isEmpty() && m_remaining && m_issuedCounter &&
               __builtin_add_overflow(*m_remaining, *m_issuedCounter, &sum)) {
        leaveOut(m_layout.remaining, m_remaining, m_issuedCounter);
    }
    const auto takeTime = [&](std::optional<std::int64_t> &time) {
        const QVariant cell = query.value().value(column++);
        // A zero, as a date that was never set is: no bound.
        if (!cell.isNull() && cell.toLongLong() != 0) {
            time = cell.toLongLong();
        }
    };
    takeTime(m_startsAtUs);
    takeTime(m_endsAtUs);
    return {};
}

TableLayout Snapshot::readableLayout() const
{
    TableLayout layout = m_layout;
    for (QString *column : {&layout.remaining, &layout.issuedCounter, &layout.total}) {
        if (m_unreadColumns.contains(*column)) {
            column->clear();
        }
    }
    layout.unread = m_unread.join(QLatin1Char(' '));
    return layout;
}

std::int64_t Snapshot::requestOf(const QVariant &id) const
{
    const QString text = id.toString();
    if (text.isEmpty() || m_layout.requestIdPrefix.isEmpty()) {
        return IssuedRow::kNotSaid;
    }
    bool isNumber = false;
    const qlonglong index = text.startsWith(m_layout.requestIdPrefix)
                                ? text.mid(m_layout.requestIdPrefix.size()).toLongLong(&isNumber)
                                : 0;
    return isNumber && index >= 0 ? index : IssuedRow::kOthers;
}

IssuedRow Snapshot::takeRow(const QSqlQuery &query, QByteArray *userKey)
{
    IssuedRow row;
    const QVariant id = query.value(0);
    const bool hasNumber = !m_layout.issuedIdIsText && !m_layout.issuedId.isEmpty();
    m_idsAreUnsigned |= hasNumber && id.typeId() == QMetaType::ULongLong;
    row.key = hasNumber ? id.toLongLong() : static_cast<std::int64_t>(mark(1, id));
    const QVariant at = query.value(2);
    row.issuedAtUs = at.isNull() ? IssuedRow::kNoTime : at.toLongLong();
    m_longName |= (m_layout.issuedIdIsText && isTooLong(id)) ||
                  (m_layout.usersAreText && isTooLong(query.value(1)));
    int column = 3;
    if (!m_layout.issuedRequestId.isEmpty()) {
        row.request = requestOf(query.value(column++));
    }
    if (!m_layout.quantity.isEmpty()) {
        const QVariant pieces = query.value(column++);
        row.pieces = pieces.isNull() || pieces.toLongLong() < 0 || pieces.toLongLong() > kMostPieces
                         ? IssuedRow::kNoPieces
                         : pieces.toLongLong();
    }
    for (qsizetype i = 0; i < m_layout.within.size(); ++i) {
        row.group = mark(row.group, query.value(column++));
    }
    if (m_layout.userCollation.isEmpty()) {
        row.user = m_people->idOf(query.value(1));
    } else {
        *userKey = query.value(column).toByteArray();
        row.user = PersonNames::kNobody; // until all texts are known
    }
    return row;
}

void Snapshot::joinRequests(std::span<const Operation> history)
{
    if (m_layout.issuedRequestId.isEmpty()) {
        return;
    }
    QHash<std::int64_t, std::int64_t> senderOf; // of a request
    QSet<std::int64_t> asked;
    for (const Operation &operation : history) {
        senderOf.insert(operation.request, operation.user);
        asked.insert(operation.user);
    }
    const auto isOurs = [&](const IssuedRow &row) { return senderOf.contains(row.request); };
    const bool foreign = std::any_of(m_rows.begin(), m_rows.end(), [&](const IssuedRow &row) {
        return isOurs(row) && !asked.contains(row.user);
    });
    for (std::vector<IssuedRow> *rows : {&m_rows, &m_hiddenRows}) {
        for (IssuedRow &row : *rows) {
            if (foreign && isOurs(row)) {
                const std::int64_t sender = senderOf.value(row.request);
                m_people->learn(m_people->nameOf(row.user), sender);
                row.user = sender;
            }
        }
    }
}

Result<void, SqlError> Snapshot::readInto(std::vector<IssuedRow> &rows, const QString &sql)
{
    auto query = m_connection->query(sql);
    if (!query) {
        return Failure{query.error()};
    }
    std::vector<ReadRow> read; // where it takes all of them to know who is who
    while (query.value().next()) {
        QByteArray key;
        rows.push_back(takeRow(query.value(), &key));
        IssuedRow &row = rows.back();
        row.id = m_layout.issuedId.isEmpty() ? static_cast<std::int64_t>(rows.size()) : row.key;
        if (m_layout.issuedIdIsText) {
            m_rowNames.append(query.value().value(0).toString());
            row.id = m_rowNames.size();
        }
        if (!m_layout.userCollation.isEmpty()) {
            read.push_back({query.value().value(1), std::move(key)});
        }
    }
    return m_longName ? longName(m_layout.issuedTable) : takePeople(read, rows);
}

Result<void, SqlError> Snapshot::readRows()
{
    if (auto done = readInto(m_rows, rowsSql()); !done || m_layout.issuedWhere.isEmpty()) {
        return done;
    }
    return readInto(m_hiddenRows,
                    QStringLiteral("SELECT %1 FROM %2 AND NOT COALESCE((%3), FALSE) ORDER BY %4")
                        .arg(rowColumnsSql(), m_layout.allIssuedOf(m_coupon), m_layout.issuedWhere,
                             m_layout.rowOrderSql()));
}

/// Texts that the run knows byte by byte come first; the others are whoever the database takes them
/// for.
Result<void, SqlError> Snapshot::takePeople(const std::vector<ReadRow> &read,
                                            std::vector<IssuedRow> &rows)
{
    std::vector<std::int64_t> alike;
    for (const ReadRow &row : read) {
        if (m_people->knows(row.user)) {
            m_people->takeKey(m_people->idOf(row.user), row.key);
        } else if (const auto person = m_people->likeWhom(row.user)) {
            alike.push_back(*person);
        }
    }
    if (auto asked = askForKeys(alike); !asked) {
        return asked;
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        rows[i].user = m_people->idOf(read[i].user, read[i].key);
    }
    return {};
}

/// What the database makes of the texts of everybody in the run, once for all its snapshots.
Result<void, SqlError> Snapshot::learnKeys()
{
    constexpr std::int64_t kMostCompared = 1'000'000;
    const PersonDirectory &named = m_people->named();
    if (m_layout.userCollation.isEmpty() || m_people->knowsKeys() || named.lastNamed() <= 0 ||
        named.size() > kMostCompared) {
        return {};
    }
    m_people->setKnowsKeys();
    return askForKeys(named.named());
}

Result<void, SqlError> Snapshot::askForKeys(const std::vector<std::int64_t> &people)
{
    constexpr std::size_t kAtOnce = 500;
    for (std::size_t begin = 0; begin < people.size(); begin += kAtOnce) {
        const std::size_t end = std::min(begin + kAtOnce, people.size());
        QStringList columns;
        for (std::size_t i = begin; i < end; ++i) {
            columns << m_layout.userKeySql(QStringLiteral("CONVERT(%1 USING %2) COLLATE %3")
                                               .arg(quotedText(m_people->nameOf(people[i])),
                                                    m_layout.userCharset, m_layout.userCollation));
        }
        auto keys =
            m_connection->query(QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")));
        if (!keys) {
            return Failure{keys.error()};
        }
        if (keys.value().next()) {
            for (std::size_t i = begin; i < end; ++i) {
                m_people->takeKey(people[i],
                                  keys.value().value(static_cast<int>(i - begin)).toByteArray());
            }
        }
    }
    return {};
}

QVariant Snapshot::rowName(std::int64_t id) const
{
    if (m_layout.issuedId.isEmpty()) {
        return {};
    }
    if (!m_layout.issuedIdIsText) {
        return m_idsAreUnsigned ? QVariant::fromValue<qulonglong>(static_cast<qulonglong>(id))
                                : QVariant::fromValue<qlonglong>(id);
    }
    return m_rowNames.value(id - 1);
}

Result<FoundRows, SqlError> Snapshot::find(const QString &sql, int personColumn)
{
    FoundRows found;
    const auto count = m_connection->value(QStringLiteral("SELECT COUNT(*) FROM (") + sql +
                                           QStringLiteral(") AS found"));
    if (!count) {
        return Failure{count.error()};
    }
    found.count = count.value().toLongLong();
    if (found.count == 0) {
        return found;
    }
    auto query = m_connection->query(sql + QStringLiteral(" LIMIT %1").arg(CheckResult::kMaxRows));
    if (!query) {
        return Failure{query.error()};
    }
    takeRows(query.value(), found, CheckResult::kMaxRows);
    numberPeople(found, personColumn);
    return found;
}

void Snapshot::numberPeople(FoundRows &found, int personColumn)
{
    if (personColumn < 0) {
        return;
    }
    for (QVariantList &row : found.first) {
        row[personColumn] = QVariant::fromValue<qlonglong>(m_people->idOf(row[personColumn]));
    }
}

Result<FoundRows, SqlError> Snapshot::findAtMost(const QString &sql, std::int64_t mostRows,
                                                 int personColumn)
{
    auto query = m_connection->queryAtMost(sql, mostRows + 1);
    if (!query) {
        return Failure{query.error()};
    }
    FoundRows found;
    found.count = takeRows(query.value(), found, CheckResult::kMaxRows);
    numberPeople(found, personColumn);
    return found;
}

} // namespace stampede
