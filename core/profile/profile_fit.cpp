#include "profile/profile_fit.h"

#include "profile/catalogue.h"
#include "profile/profile_text.h"
#include "scenario/scenario_text.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr int kCouponsNamed = 10;
constexpr int kMicrosecondDigits = 6;

bool isTime(const QString &type)
{
    return type == QLatin1String("datetime") || type == QLatin1String("timestamp");
}

TimeKind timeKindOf(const ColumnFacts &column)
{
    if (column.type == QLatin1String("datetime")) {
        return TimeKind::WallClock;
    }
    return column.type == QLatin1String("timestamp") ? TimeKind::Timestamp : TimeKind::EpochBySize;
}

/// How much time the last digit of a column stands for, µs.
std::int64_t stepUs(const ColumnFacts &column)
{
    std::int64_t step = 1;
    if (isTime(column.type)) {
        for (int digit = column.precision; digit < kMicrosecondDigits; ++digit) {
            step *= 10;
        }
    }
    return step;
}

/// A value as a literal of SQL for a column; nothing where the column cannot hold it. The session
/// of an audit knows backslash escapes.
std::optional<QString> literalFor(const ColumnFacts *column, const QString &value)
{
    if (column != nullptr && column->holdsWholeNumbers()) {
        bool isNumber = false;
        const qlonglong number = value.toLongLong(&isNumber);
        return isNumber ? std::optional(QString::number(number)) : std::nullopt;
    }
    QString text = value;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('\''), QLatin1String("''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

class Fitting
{
public:
    Fitting(Connection &connection, const Catalogue &catalogue, QString place)
        : m_connection(connection)
        , m_catalogue(catalogue)
        , m_place(std::move(place))
    {}

    ProfileFit fit;

    void takeProfile(const Profile &profile)
    {
        TableLayout &layout = fit.layout;
        layout.source = ProfileText::tr("the profile %1").arg(printable(profile.name));
        layout.userFormat = profile.issued.userFormat;
        takeIssued(profile.issued);
        if (!profile.stock.table.isEmpty()) {
            takeStock(profile.stock);
        }
    }

    /// Finds the coupon to look at and turns it into literals.
    Result<void, SqlError> takeCoupon(const QString &wanted)
    {
        const TableLayout &layout = fit.layout;
        const bool inStock = !layout.stockId.isEmpty();
        m_table = inStock ? layout.stockTable : layout.issuedTable;
        m_column = inStock ? layout.stockId : layout.issuedCoupon;
        if (m_table.isEmpty() || m_column.isEmpty()) {
            return {}; // one coupon only, or the place where it stands is a fault already
        }
        QString name = wanted;
        if (name.isEmpty()) {
            const auto all = coupons();
            if (!all) {
                return Failure{all.error()};
            }
            if (all.value().size() != 1) {
                couponFault(all.value().isEmpty()
                                ? ProfileText::tr("%1 holds none").arg(m_table)
                                : ProfileText::tr("must be given, also as --coupon ID: %1 holds "
                                                  "several (%2)")
                                      .arg(m_table, listOf(all.value())));
                return {};
            }
            name = all.value().first();
        }
        return takeNamed(name);
    }

private:
    void fault(const QString &path, const QString &text)
    {
        fit.faults << QStringLiteral("%1: %2: %3").arg(m_place, path, text);
    }

    void couponFault(const QString &text) { fault(QStringLiteral("coupon"), text); }

    const TableFacts *takeTable(const QString &path, const QString &name, QString &to)
    {
        const TableFacts *table = m_catalogue.table(name);
        if (table == nullptr) {
            fault(path, ProfileText::tr("there is no table %1 in the database %2 (%3)")
                            .arg(printable(name), m_catalogue.database(),
                                 similarOrAll(name, m_catalogue.tableNames())));
            return nullptr;
        }
        to = table->name;
        return table;
    }

    const ColumnFacts *takeColumn(const QString &path, const TableFacts *table, const QString &name,
                                  QString &to)
    {
        if (table == nullptr || name.isEmpty()) {
            return nullptr;
        }
        const ColumnFacts *column = table->column(name);
        if (column == nullptr) {
            fault(path,
                  ProfileText::tr("the table %1 has no column %2 (%3)")
                      .arg(table->name, printable(name), similarOrAll(name, table->columnNames())));
            return nullptr;
        }
        if (column->isShape()) { // neither names nor counts anything
            fault(path, ProfileText::tr("must hold numbers, texts or times (%1.%2 is %3)")
                            .arg(table->name, column->name, column->type));
            return nullptr;
        }
        to = column->name;
        return column;
    }

    void takeNumber(const QString &path, const TableFacts *table, const QString &name, QString &to)
    {
        const ColumnFacts *column = takeColumn(path, table, name, to);
        if (column != nullptr && !column->holdsWholeNumbers() &&
            column->type != QLatin1String("decimal")) {
            to.clear();
            fault(path, ProfileText::tr("must hold whole numbers (%1.%2 is %3)")
                            .arg(table->name, column->name, column->type));
        }
    }

    const ColumnFacts *takeTime(const QString &path, const TableFacts *table, const QString &name,
                                QString &to, TimeKind &kind)
    {
        const ColumnFacts *column = takeColumn(path, table, name, to);
        if (column == nullptr) {
            return nullptr;
        }
        kind = timeKindOf(*column);
        const bool fits = isTime(column->type) || column->holdsWholeNumbers();
        if (!fits) {
            to.clear();
            fault(path, ProfileText::tr("must be a DATETIME, a TIMESTAMP or a number since 1970 "
                                        "(%1.%2 is %3)")
                            .arg(table->name, column->name, column->type));
        }
        return fits ? column : nullptr;
    }

    void takeIssued(const Profile::Issued &issued)
    {
        TableLayout &layout = fit.layout;
        const auto path = [](const char *key) {
            return QStringLiteral("issued.") + QLatin1String(key);
        };
        const TableFacts *table = takeTable(path("table"), issued.table, layout.issuedTable);
        layout.issuedIsView = table != nullptr && table->isView;
        if (const auto *id = takeColumn(path("id"), table, issued.id, layout.issuedId)) {
            layout.issuedIdIsText = !id->holdsWholeNumbers();
        }
        if (const auto *user = takeColumn(path("user"), table, issued.user, layout.issuedUser)) {
            layout.usersAreText =
                !user->holdsWholeNumbers() || issued.userFormat != QLatin1String("{userId}");
        }
        m_issuedCoupon = takeColumn(path("coupon"), table, issued.coupon, layout.issuedCoupon);
        takeTime(path("issuedAt"), table, issued.issuedAt, layout.issuedAt, layout.issuedAtKind);
        takeColumn(path("requestId"), table, issued.requestId, layout.issuedRequestId);
    }

    void takeStock(const Profile::Stock &stock)
    {
        TableLayout &layout = fit.layout;
        const auto path = [](const char *key) {
            return QStringLiteral("stock.") + QLatin1String(key);
        };
        const TableFacts *table = takeTable(path("table"), stock.table, layout.stockTable);
        m_stockId = takeColumn(path("id"), table, stock.id, layout.stockId);
        takeNumber(path("remaining"), table, stock.remaining, layout.remaining);
        takeNumber(path("total"), table, stock.total, layout.total);
        takeNumber(path("issued"), table, stock.issued, layout.issuedCounter);
        takeTime(path("startsAt"), table, stock.startsAt, layout.startsAt, layout.startsAtKind);
        const ColumnFacts *end =
            takeTime(path("endsAt"), table, stock.endsAt, layout.endsAt, layout.endsAtKind);
        // Whether a foreign sale still goes on at the moment that its end names, nobody says.
        layout.endReachesUs = end == nullptr ? 0 : stepUs(*end);
    }

    Result<QStringList, SqlError> coupons()
    {
        auto query = m_connection.query(QStringLiteral("SELECT DISTINCT ") +
                                        quotedIdentifier(m_column) + QStringLiteral(" FROM ") +
                                        quotedIdentifier(m_table) + QStringLiteral(" ORDER BY 1") +
                                        QStringLiteral(" LIMIT %1").arg(kCouponsNamed + 1));
        if (!query) {
            return Failure{query.error()};
        }
        QStringList names;
        while (query.value().next()) {
            names << query.value().value(0).toString();
        }
        return names;
    }

    static QString listOf(const QStringList &names)
    {
        QStringList shortened;
        for (const QString &name : names.mid(0, kCouponsNamed)) {
            shortened << printable(name);
        }
        return shortened.join(QStringLiteral(", ")) +
               (names.size() > kCouponsNamed ? QStringLiteral(", …") : QString());
    }

    Result<void, SqlError> takeNamed(const QString &name)
    {
        TableLayout &layout = fit.layout;
        fit.couponName = name;
        const auto stockKey = literalFor(m_stockId, name);
        const auto issuedKey = literalFor(m_issuedCoupon, name);
        if (!stockKey || !issuedKey) {
            couponFault(ProfileText::tr("must be a whole number, as the column is (got %1)")
                            .arg(printable(name)));
            return {};
        }
        layout.stockCouponKey = *stockKey;
        layout.issuedCouponKey = *issuedKey;
        if (layout.stockId.isEmpty()) {
            return {};
        }
        const auto found =
            m_connection.value(QStringLiteral("SELECT COUNT(*) FROM ") + layout.stockOf({}));
        if (!found) {
            return Failure{found.error()};
        }
        if (found.value().toLongLong() == 1) {
            return {};
        }
        if (found.value().toLongLong() > 1) {
            couponFault(ProfileText::tr("%1 has %2 rows of %3 %4, one was expected")
                            .arg(layout.stockTable, QString::number(found.value().toLongLong()),
                                 layout.stockId, printable(name)));
            return {};
        }
        const auto all = coupons();
        if (!all) {
            return Failure{all.error()};
        }
        couponFault(ProfileText::tr("there is no %1 in %2.%3 (%4)")
                        .arg(printable(name), layout.stockTable, layout.stockId,
                             similarOrAll(name, all.value())));
        return {};
    }

    Connection &m_connection;
    const Catalogue &m_catalogue;
    QString m_place;
    QString m_table;  ///< where the coupons are listed
    QString m_column; ///< that names them there
    const ColumnFacts *m_issuedCoupon = nullptr;
    const ColumnFacts *m_stockId = nullptr;
};

void makePlan(ProfileFit &fit, const QList<OwnCheck> &own, const FitWish &wish)
{
    const AuditMeans means{fit.layout, wish.hasRun, wish.hasScenario};
    const bool readable = !fit.layout.issuedTable.isEmpty() && !fit.layout.issuedUser.isEmpty();
    QStringList ids = checkIds();
    for (const OwnCheck &check : own) {
        ids << QStringLiteral("own:") + check.id;
    }
    for (const QString &id : std::as_const(ids)) {
        std::optional<Lack> lack = lackOf(id, means);
        if (!readable) {
            lack = Lack{SkipReason::NotAvailable,
                        ProfileText::tr("Needs the rows of the coupons and their people "
                                        "(issued.table, issued.user).")};
        }
        fit.plan.append({id, lack});
    }
}

} // namespace

int ProfileFit::running() const
{
    return static_cast<int>(std::count_if(plan.begin(), plan.end(),
                                          [](const PlannedCheck &check) { return !check.lack; }));
}

Result<ProfileFit, SqlError> fitProfile(Connection &connection, const Profile &profile,
                                        const FitWish &wish)
{
    const auto catalogue = Catalogue::read(connection);
    if (!catalogue) {
        return Failure{catalogue.error()};
    }
    Fitting fitting(connection, catalogue.value(), profile.file);
    fitting.takeProfile(profile);
    const QString wanted = wish.coupon.isEmpty() ? profile.coupon : wish.coupon;
    if (auto done = fitting.takeCoupon(wanted); !done) {
        return Failure{done.error()};
    }
    makePlan(fitting.fit, profile.checks, wish);
    return std::move(fitting.fit);
}

Result<ProfileFit, SqlError> fitOwnTables(Connection &connection, const FitWish &wish)
{
    const auto catalogue = Catalogue::read(connection);
    if (!catalogue) {
        return Failure{catalogue.error()};
    }
    const TableLayout own = TableLayout::own();
    Fitting fitting(connection, catalogue.value(), QStringLiteral("--coupon"));
    for (const QString &name : {own.issuedTable, own.stockTable, own.userTable}) {
        if (catalogue.value().table(name) == nullptr) {
            fitting.fit.faults
                << ProfileText::tr("The database %1 does not hold Stampede's tables: there is no "
                                   "%2. Describe its own tables in a profile and name that with "
                                   "--profile FILE.")
                       .arg(catalogue.value().database(), name);
            return std::move(fitting.fit);
        }
    }
    fitting.fit.layout = own;
    bool isNumber = true;
    const qlonglong coupon = wish.coupon.isEmpty() ? 0 : wish.coupon.toLongLong(&isNumber);
    if (!isNumber) {
        fitting.fit.faults << ProfileText::tr("--coupon: must be a whole number (got %1)")
                                  .arg(printable(wish.coupon));
        return std::move(fitting.fit);
    }
    if (auto done = fitting.takeCoupon(wish.coupon); !done) {
        return Failure{done.error()};
    }
    ProfileFit &fit = fitting.fit;
    fit.coupon.value = coupon == 0 ? fit.couponName.toLongLong() : coupon;
    fit.layout.issuedCouponKey.clear();
    fit.layout.stockCouponKey.clear();
    makePlan(fit, {}, wish);
    return std::move(fit);
}

} // namespace stampede
