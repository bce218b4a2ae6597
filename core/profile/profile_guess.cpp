// SPDX-License-Identifier: MIT
#include "profile/profile_guess.h"

#include <algorithm>
#include <functional>

namespace stampede {

namespace {

using Words = QList<const char *>;
using Fits = std::function<bool(const ColumnFacts &)>;

const Words kPeople = {"user",  "member", "customer", "account", "person", "holder",
                       "owner", "client", "buyer",    "uid",     "who"};
const Words kCoupons = {"coupon", "promo", "voucher", "campaign", "offer", "deal", "event", "code"};
const Words kClaims = {"claim", "issu", "redeem", "redemption", "grant", "given", "taken", "hold"};
const Words kLeft = {"remain", "left", "avail", "quantity", "stock", "rest", "balance", "qty"};
const Words kTotal = {"total", "capacity", "initial", "max", "limit", "size"};
const Words kCounter = {"issued", "claimed", "taken", "given", "used", "sold", "count"};
const Words kIssuedAt = {"issued",  "claimed", "granted", "redeemed", "given",
                         "created", "taken",   "at",      "time",     "date"};
const Words kGone = {"delete", "cancel", "revoke", "refund", "withdraw"};
const Words kStatus = {"status", "state"};
const Words kPieces = {"quantity", "qty", "pieces"};
const Words kRequest = {"request", "idempotency", "correlation", "trace"};
const Words kStart = {"start", "open", "from", "begin"};
const Words kEnd = {"end", "clos", "until", "expir"};

/// Where among `words` the first one is that the name contains; −1 for none.
qsizetype rankOf(const QString &name, const Words &words)
{
    const auto found = std::find_if(words.begin(), words.end(), [&name](const char *word) {
        return name.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
    return found == words.end() ? -1 : found - words.begin();
}

/// The column whose name has the earliest of the words, among those that fit and are not taken.
QString bestColumn(const TableFacts &table, const Words &words, const Fits &fits,
                   const QStringList &taken = {})
{
    QString best;
    qsizetype bestRank = words.size();
    for (const ColumnFacts &column : table.columns) {
        const qsizetype rank = rankOf(column.name, words);
        if (rank >= 0 && rank < bestRank && fits(column) && !taken.contains(column.name)) {
            best = column.name;
            bestRank = rank;
        }
    }
    return best;
}

bool anything(const ColumnFacts & /*column*/)
{
    return true;
}

bool isNumber(const ColumnFacts &column)
{
    return column.holdsWholeNumbers();
}

bool isMoment(const ColumnFacts &column)
{
    return column.type == QLatin1String("datetime") || column.type == QLatin1String("timestamp");
}

/// When a row came to be, not when it went.
bool isMomentOfIssuing(const ColumnFacts &column)
{
    return isMoment(column) && rankOf(column.name, kGone) < 0;
}

/// A column that names its rows: `id`, or one that ends like it, or the first one.
QString idColumn(const TableFacts &table, const Fits &fits)
{
    QString best;
    int bestRank = 4;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const QString name = table.columns[i].name.toLower();
        int rank = i == 0 ? 3 : 4;
        if (name == QLatin1String("id")) {
            rank = 0;
        } else if (name == QLatin1String("code") || name.endsWith(QLatin1String("_no"))) {
            rank = 1;
        } else if (i == 0 && name.endsWith(QLatin1String("id"))) {
            rank = 2;
        }
        if (rank < bestRank && fits(table.columns[i])) {
            bestRank = rank;
            best = table.columns[i].name;
        }
    }
    return best;
}

int points(bool holds, int worth)
{
    return holds ? worth : 0;
}

int holderPoints(const TableFacts &table)
{
    return points(!bestColumn(table, kPeople, anything).isEmpty(), 4) +
           points(!bestColumn(table, kCoupons, anything).isEmpty(), 2) +
           points(!bestColumn(table, kIssuedAt, isMomentOfIssuing).isEmpty(), 1) +
           points(rankOf(table.name, kClaims) >= 0, 3) +
           points(rankOf(table.name, kCoupons) >= 0, 1);
}

int stockPoints(const TableFacts &table)
{
    return points(!bestColumn(table, kLeft, isNumber).isEmpty(), 4) +
           points(!bestColumn(table, kTotal, isNumber).isEmpty(), 2) +
           points(rankOf(table.name, kCoupons) >= 0, 3) -
           points(!bestColumn(table, kPeople, anything).isEmpty(), 3);
}

QStringList byPoints(const Catalogue &catalogue, int (*pointsOf)(const TableFacts &))
{
    QList<TableFacts> tables = catalogue.tables();
    std::stable_sort(
        tables.begin(), tables.end(),
        [pointsOf](const TableFacts &a, const TableFacts &b) { return pointsOf(a) > pointsOf(b); });
    QStringList names;
    for (const TableFacts &table : std::as_const(tables)) {
        names << table.name;
    }
    return names;
}

/// The only column that is left for the person where none is called like one: no id of a row, no
/// coupon, no time, no state, nothing to count.
QString leftForThePerson(const TableFacts &table, const Profile::Issued &issued)
{
    constexpr int kLongestName = 255;
    QStringList left;
    for (const ColumnFacts &column : table.columns) {
        const bool isTaken = column.name == issued.id || column.name == issued.coupon ||
                             column.name == issued.requestId;
        const bool isName = column.length > 0 && column.length <= kLongestName;
        if (!isTaken && !doubtfulKind(column) && (isName || column.holdsWholeNumbers())) {
            left << column.name;
        }
    }
    return left.size() == 1 ? left.constFirst() : QString();
}

/// The column that points at a table by its name: gig_code, gig_id for gig or gigs.
QString columnTo(const TableFacts &to, const TableFacts &table)
{
    QString stem = to.name;
    if (stem.endsWith(QLatin1Char('s'), Qt::CaseInsensitive)) {
        stem.chop(1);
    }
    for (const ColumnFacts &column : table.columns) {
        if (column.name.startsWith(stem, Qt::CaseInsensitive)) {
            return column.name;
        }
    }
    return {};
}

/// The one table that points at the stock and has a column left for the person; else nothing.
std::optional<Profile::Issued> guessByStock(const Catalogue &catalogue, const TableFacts &stock)
{
    std::optional<Profile::Issued> found;
    const QList<TableFacts> &tables = catalogue.tables();
    for (const TableFacts &table : tables) {
        const QString coupon = columnTo(stock, table);
        if (table.name == stock.name || coupon.isEmpty()) {
            continue;
        }
        Profile::Issued issued = guessIssued(table);
        issued.coupon = coupon;
        if (issued.user.isEmpty() || issued.user == coupon) {
            issued.user = leftForThePerson(table, issued);
        }
        if (issued.user.isEmpty()) {
            continue;
        }
        if (found) {
            return std::nullopt; // several: somebody has to say
        }
        found = issued;
    }
    return found;
}

} // namespace

std::optional<DoubtfulColumn::Kind> doubtfulKind(const ColumnFacts &column)
{
    if (rankOf(column.name, kGone) >= 0) {
        return DoubtfulColumn::Kind::Mark;
    }
    if (rankOf(column.name, kStatus) >= 0) {
        return DoubtfulColumn::Kind::Status;
    }
    if (rankOf(column.name, kPieces) >= 0 && column.holdsWholeNumbers()) {
        return DoubtfulColumn::Kind::Quantity;
    }
    return std::nullopt;
}

QStringList likelyHolderTables(const Catalogue &catalogue)
{
    return byPoints(catalogue, holderPoints);
}

QStringList likelyStockTables(const Catalogue &catalogue)
{
    return byPoints(catalogue, stockPoints);
}

Profile::Issued guessIssued(const TableFacts &table)
{
    Profile::Issued issued;
    issued.table = table.name;
    issued.user = bestColumn(table, kPeople, anything);
    issued.coupon = bestColumn(table, kCoupons, anything, {issued.user});
    issued.requestId = bestColumn(table, kRequest, anything, {issued.user, issued.coupon});
    issued.issuedAt = bestColumn(table, kIssuedAt, isMomentOfIssuing);
    issued.id = idColumn(table, [&issued](const ColumnFacts &column) {
        return column.name != issued.user && column.name != issued.coupon &&
               column.name != issued.requestId;
    });
    if (issued.user.isEmpty() && !issued.coupon.isEmpty()) {
        issued.user = leftForThePerson(table, issued);
    }
    return issued;
}

Profile::Stock guessStock(const TableFacts &table, const ColumnFacts *issuedCoupon)
{
    Profile::Stock stock;
    stock.table = table.name;
    // The two columns that name the coupon hold the same kind of values.
    stock.id = idColumn(table, [issuedCoupon](const ColumnFacts &column) {
        return issuedCoupon == nullptr ||
               issuedCoupon->holdsWholeNumbers() == column.holdsWholeNumbers();
    });
    stock.remaining = bestColumn(table, kLeft, isNumber, {stock.id});
    stock.total = bestColumn(table, kTotal, isNumber, {stock.id, stock.remaining});
    stock.issued = bestColumn(table, kCounter, isNumber, {stock.id, stock.remaining, stock.total});
    stock.startsAt = bestColumn(table, kStart, isMoment);
    stock.endsAt = bestColumn(table, kEnd, isMoment, {stock.startsAt});
    return stock;
}

Profile guessProfile(const Catalogue &catalogue)
{
    constexpr int kLikely = 4; // a person or a stock at least
    Profile profile;
    const auto likeliest = [&catalogue](const QStringList &names,
                                        int (*pointsOf)(const TableFacts &)) {
        const TableFacts *first = names.isEmpty() ? nullptr : catalogue.table(names.constFirst());
        return first != nullptr && pointsOf(*first) >= kLikely ? first : nullptr;
    };
    const TableFacts *holders = likeliest(likelyHolderTables(catalogue), holderPoints);
    if (holders != nullptr) {
        profile.issued = guessIssued(*holders);
    }
    const TableFacts *stock = likeliest(likelyStockTables(catalogue), stockPoints);
    if (stock != nullptr && stock != holders) {
        const auto issued = holders == nullptr ? guessByStock(catalogue, *stock) : std::nullopt;
        if (issued) {
            profile.issued = *issued;
            holders = catalogue.table(issued->table);
        }
        profile.stock = guessStock(
            *stock, holders == nullptr ? nullptr : holders->column(profile.issued.coupon));
    }
    return profile;
}

} // namespace stampede
