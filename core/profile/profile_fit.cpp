// SPDX-License-Identifier: MIT
#include "profile/profile_fit.h"

#include "profile/catalogue.h"
#include "profile/profile_guess.h"
#include "profile/profile_text.h"
#include "scenario/scenario_text.h"
#include "scenario/user_file.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

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

/// How the ids of a column are read, where a profile has them in that form.
IdReading readingOf(const ColumnFacts &column, IdForm form)
{
    constexpr int kUuidBytes = 16;
    if (column.type == QLatin1String("uuid")) {
        return IdReading::UuidText;
    }
    if (!column.holdsBytes()) {
        return column.type == QLatin1String("decimal") ? IdReading::Digits : IdReading::Plain;
    }
    switch (form) {
    case IdForm::ByColumn:
        return column.type == QLatin1String("binary") && column.length == kUuidBytes
                   ? IdReading::Uuid
                   : IdReading::Hex;
    case IdForm::Text:
        return IdReading::Bytes;
    case IdForm::Uuid:
        return IdReading::Uuid;
    case IdForm::Hex:
        return IdReading::Hex;
    }
    return IdReading::Plain;
}

/// A whole number without needless zeros, however long; nothing where it is none.
std::optional<QString> wholeNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^\\s*(-?)\\+?0*([0-9]+)\\s*$"));
    const auto match = number.match(text);
    return match.hasMatch() ? std::optional(match.captured(1) + match.captured(2)) : std::nullopt;
}

/// A value as a literal of SQL for a column; nothing where the column cannot hold it.
std::optional<QString> literalFor(const ColumnFacts *column, IdReading form, const QString &value)
{
    if (column != nullptr && column->holdsWholeNumbers()) {
        return wholeNumber(value);
    }
    if (form == IdReading::Uuid || form == IdReading::Hex) {
        QString digits = shownId(value, form);
        digits.remove(QLatin1Char('-'));
        static const QRegularExpression hex(QStringLiteral("^([0-9A-Fa-f]{2})+$"));
        return hex.match(digits).hasMatch() ? std::optional(QStringLiteral("0x") + digits.toUpper())
                                            : std::nullopt;
    }
    const QString quoted = quotedText(value);
    const bool isFilledUp = column != nullptr && column->type == QLatin1String("binary");
    return isFilledUp ? QStringLiteral("CAST(%1 AS BINARY(%2))").arg(quoted).arg(column->length)
                      : quoted;
}

/// The text of a person in the table.
QString filledIn(const QString &format, const QList<std::pair<QString, QString>> &values)
{
    QString text = format;
    qsizetype from = 0;
    while ((from = text.indexOf(QLatin1Char('{'), from)) >= 0) {
        const auto fits = std::find_if(values.begin(), values.end(), [&](const auto &value) {
            return QStringView(text).mid(from).startsWith(value.first);
        });
        if (fits == values.end()) {
            ++from;
            continue;
        }
        text.replace(from, fits->first.size(), fits->second);
        from += fits->second.size();
    }
    return text;
}

/// Columns that look as if they said which rows count, or for how much, and that the profile does
/// not name.
QList<DoubtfulColumn> doubtfulColumns(const TableFacts &table, const Profile::Issued &issued)
{
    using Kind = DoubtfulColumn::Kind;
    QList<DoubtfulColumn> found;
    for (const ColumnFacts &column : table.columns) {
        const bool named =
            std::any_of(issued.where.begin(), issued.where.end(), [&column](const auto &each) {
                return each.column.compare(column.name, Qt::CaseInsensitive) == 0;
            });
        const QStringList others = {issued.id,       issued.user,      issued.coupon,
                                    issued.issuedAt, issued.requestId, issued.quantity};
        if (named || others.contains(column.name, Qt::CaseInsensitive)) {
            continue;
        }
        const auto kind = doubtfulKind(column);
        const bool isKnown = kind == Kind::Quantity && !issued.quantity.isEmpty();
        if (kind && !isKnown) {
            found.append({column.name, *kind});
        }
    }
    return found;
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

    void takeProfile(const Profile &profile, const FitWish &wish)
    {
        TableLayout &layout = fit.layout;
        layout.source = ProfileText::tr("the profile %1").arg(printable(profile.name));
        layout.userFormat = profile.issued.userFormat;
        const TableFacts *issued = takeIssued(profile.issued, wish);
        takeWithin(issued, profile.perPerson);
        if (!profile.stock.table.isEmpty()) {
            takeStock(profile.stock);
        }
    }

    /// Finds the coupon to look at and turns it into literals.
    Result<void, SqlError> takeCoupon(const QString &wanted)
    {
        const TableLayout &layout = fit.layout;
        const bool inStock = !layout.stockId.isEmpty();
        const QString shortName = inStock ? layout.stockTable : layout.issuedTable;
        m_table = inStock ? layout.stockTableSql() : layout.issuedTableSql();
        m_column = inStock ? layout.stockId : layout.issuedCoupon;
        if (shortName.isEmpty() || m_column.isEmpty()) {
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
                                ? ProfileText::tr("%1 holds none").arg(shortName)
                                : ProfileText::tr("must be given: %1 holds several (%2). "
                                                  "Where the requests of a run ask for several, "
                                                  "issued.couponFormat says which; audit takes "
                                                  "--coupon ID too")
                                      .arg(shortName, listOf(all.value())));
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
            const bool elsewhere = name.contains(QLatin1Char('.'));
            fault(path, elsewhere ? ProfileText::tr(
                                        "there is no table %1, or this account may not read it")
                                        .arg(printable(name))
                                  : ProfileText::tr("there is no table %1 in the database %2 (%3)")
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

    /// Gives back how the figures of the column are read.
    IdReading takeNumber(const QString &path, const TableFacts *table, const QString &name,
                         QString &to)
    {
        const ColumnFacts *column = takeColumn(path, table, name, to);
        if (column == nullptr) {
            return IdReading::Plain;
        }
        if (!column->holdsWholeNumbers() && column->type != QLatin1String("decimal")) {
            to.clear();
            fault(path, ProfileText::tr("must hold whole numbers (%1.%2 is %3)")
                            .arg(table->name, column->name, column->type));
        }
        return readingOf(*column, IdForm::ByColumn);
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

    /// The conditions of a list as SQL, joined by AND; empty where there is none.
    QString takeConditions(const QString &path, const TableFacts *table,
                           const QList<RowCondition> &conditions,
                           QList<CountedValues> *counted = nullptr)
    {
        QStringList all;
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            const QString place = QStringLiteral("%1[%2]").arg(path).arg(i);
            QString name;
            const ColumnFacts *column =
                takeColumn(place + QStringLiteral(".column"), table, conditions[i].column, name);
            if (column != nullptr) {
                QStringList values;
                all << conditionSql(place, *table, *column, conditions[i], values);
                if (counted != nullptr && !values.isEmpty()) {
                    counted->append({column->name, values});
                }
            }
        }
        return all.join(QStringLiteral(" AND "));
    }

    /// `only`: the literals that the column can have where the condition holds, if they are few.
    QString conditionSql(const QString &place, const TableFacts &table, const ColumnFacts &column,
                         const RowCondition &condition, QStringList &only)
    {
        const QString name = quotedIdentifier(column.name);
        QStringList values;
        for (const QJsonValue &value : condition.values) {
            const auto literal =
                literalFor(&column, readingOf(column, IdForm::ByColumn), comparedText(value));
            if (!literal) {
                fault(place, ProfileText::tr("%1 cannot be compared with the column %2.%3, which "
                                             "is %4")
                                 .arg(shown(value), table.name, column.name, column.type));
                return QStringLiteral("FALSE");
            }
            values << *literal;
        }
        const QString list = values.join(QStringLiteral(", "));
        switch (condition.test) {
        case RowCondition::Test::In:
            only = values;
            return QStringLiteral("%1 IN (%2)").arg(name, list);
        case RowCondition::Test::NotIn:
            return QStringLiteral("(%1 NOT IN (%2) OR %1 IS NULL)").arg(name, list);
        case RowCondition::Test::IsNull:
            only = QStringList{QStringLiteral("NULL")};
            return name + QStringLiteral(" IS NULL");
        case RowCondition::Test::IsNotNull:
            return name + QStringLiteral(" IS NOT NULL");
        }
        return {};
    }

    void takeWithin(const TableFacts *table, const PersonLimit &perPerson)
    {
        for (qsizetype i = 0; i < perPerson.within.size(); ++i) {
            QString name;
            if (takeColumn(QStringLiteral("perPerson.within[%1]").arg(i), table,
                           perPerson.within[i], name) != nullptr) {
                fit.layout.within << name;
            }
        }
    }

    const TableFacts *takeIssued(const Profile::Issued &issued, const FitWish &wish)
    {
        TableLayout &layout = fit.layout;
        const auto path = [](const char *key) {
            return QStringLiteral("issued.") + QLatin1String(key);
        };
        const TableFacts *table = takeTable(path("table"), issued.table, layout.issuedTable);
        if (table != nullptr) {
            layout.issuedIsView = table->isView;
            layout.issuedDatabase = table->database;
            layout.doubtful = doubtfulColumns(*table, issued);
        }
        if (const auto *id = takeColumn(path("id"), table, issued.id, layout.issuedId)) {
            layout.issuedIdIsText = !id->holdsWholeNumbers();
            layout.issuedIdForm = readingOf(*id, IdForm::ByColumn);
        }
        if (const auto *user = takeColumn(path("user"), table, issued.user, layout.issuedUser)) {
            layout.userForm = takeForm(path("userAs"), *user, issued.userAs);
            takePeople(*user, wish);
        }
        m_issuedCoupon = takeColumn(path("coupon"), table, issued.coupon, layout.issuedCoupon);
        if (m_issuedCoupon != nullptr) {
            layout.couponForm = takeForm(path("couponAs"), *m_issuedCoupon, issued.couponAs);
        }
        takeTime(path("issuedAt"), table, issued.issuedAt, layout.issuedAt, layout.issuedAtKind);
        takeColumn(path("requestId"), table, issued.requestId, layout.issuedRequestId);
        takeNumber(path("quantity"), table, issued.quantity, layout.quantity);
        layout.issuedWhere =
            takeConditions(path("where"), table, issued.where, &layout.countedValues);
        return table;
    }

    IdReading takeForm(const QString &path, const ColumnFacts &column, IdForm form)
    {
        if (form != IdForm::ByColumn && form != IdForm::Text && !column.holdsBytes()) {
            fault(path, ProfileText::tr("has a use with a column of bytes only (%1 is %2)")
                            .arg(column.name, column.type));
        }
        return readingOf(column, form);
    }

    /// Who the people of the run are in the table.
    void takePeople(const ColumnFacts &user, const FitWish &wish)
    {
        TableLayout &layout = fit.layout;
        layout.userMayBeNull = user.mayBeNull;
        layout.userCharset = user.charset;
        layout.userCollation = user.collation;
        const qsizetype faults = fit.faults.size();
        const bool usesColumns = usesColumnsOf(wish);
        if (fit.faults.size() > faults) {
            return;
        }
        const bool areTexts =
            usesColumns || !wish.people.areNumbers() || (wish.file && !wish.file->areNumbers());
        layout.usersAreText =
            areTexts || !user.holdsWholeNumbers() || layout.userFormat != QLatin1String("{userId}");
        const bool isKept = usesColumns && !wish.file;
        if (isKept && wish.hasRun && wish.inTable.areNumbers()) {
            fault(QStringLiteral("issued.userFormat"),
                  ProfileText::tr("must contain {userId} once and nothing else in braces where the "
                                  "run has no people's file (got %1)")
                      .arg(printable(layout.userFormat)));
        }
        const bool asTheyAre = layout.userFormat == QLatin1String("{userId}") && wish.file &&
                               layout.userForm == IdReading::Plain && !user.holdsWholeNumbers();
        if (isKept) {
            layout.people = wish.inTable;
        } else if (areTexts && asTheyAre) {
            layout.people = PersonDirectory(wish.file);
        } else if (areTexts) {
            nameEverybody(user, wish);
        } else {
            layout.people = wish.people;
        }
    }

    /// Whether the format takes more than {userId} from the people's file.
    [[nodiscard]] bool usesColumnsOf(const FitWish &wish)
    {
        QString rest = fit.layout.userFormat;
        const bool once = rest.count(QLatin1String("{userId}")) == 1;
        rest.remove(QLatin1String("{userId}"));
        static const QRegularExpression braces(QStringLiteral("\\{([^{}]+)\\}"));
        bool uses = !once;
        auto found = braces.globalMatch(rest);
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            const bool isColumn = wish.file && wish.file->columns().contains(name);
            if (wish.file && !isColumn) {
                fault(QStringLiteral("issued.userFormat"),
                      ProfileText::tr("the people's file has no column %1 (%2)")
                          .arg(printable(name), similarOrAll(name, wish.file->columns())));
            }
            if (isSecretColumn(name)) {
                fault(QStringLiteral("issued.userFormat"),
                      ProfileText::tr("must not contain the secret column %1").arg(name));
            }
            uses = true;
        }
        return uses;
    }

    /// Builds the text of everybody of the run as the column would hold it.
    void nameEverybody(const ColumnFacts &user, const FitWish &wish)
    {
        std::vector<std::pair<std::int64_t, std::size_t>> people; // and their first row
        if (wish.file) {
            for (std::size_t row = 0; row < wish.file->rows(); ++row) {
                people.emplace_back(wish.file->userAt(row), row);
            }
            std::stable_sort(people.begin(), people.end());
        }
        const auto valuesOf = [&](std::int64_t person) {
            const QString id =
                wish.file ? PersonDirectory(wish.file).nameOf(person) : wish.people.nameOf(person);
            QList<std::pair<QString, QString>> values{{QStringLiteral("{userId}"), id}};
            if (wish.file) {
                const auto row = std::lower_bound(people.begin(), people.end(),
                                                  std::pair(person, std::size_t{0}));
                for (const QString &column : wish.file->columns()) {
                    values.append({QLatin1Char('{') + column + QLatin1Char('}'),
                                   QString::fromUtf8(wish.file->value(row->second, column))});
                }
            }
            return values;
        };
        const auto textOf = [&](std::int64_t person) {
            if (person < 0) { // a stranger of a kept run, as the table had them
                return wish.people.nameOf(person);
            }
            const QString text =
                shownId(filledIn(fit.layout.userFormat, valuesOf(person)), fit.layout.userForm);
            return user.holdsWholeNumbers() ? wholeNumber(text).value_or(text) : text;
        };
        std::vector<std::int64_t> ids = wish.people.named();
        for (const auto &[person, row] : people) {
            ids.push_back(person);
        }
        auto named = PersonDirectory::of(std::move(ids), textOf);
        if (!named) {
            fault(QStringLiteral("issued.userFormat"),
                  ProfileText::tr("two people of the run are both called %1 there; everybody needs "
                                  "a text of their own")
                      .arg(printable(named.error())));
            return;
        }
        fit.layout.people = std::move(named).value();
    }

    void takeStock(const Profile::Stock &stock)
    {
        TableLayout &layout = fit.layout;
        const auto path = [](const char *key) {
            return QStringLiteral("stock.") + QLatin1String(key);
        };
        const TableFacts *table = takeTable(path("table"), stock.table, layout.stockTable);
        layout.stockDatabase = table == nullptr ? QString() : table->database;
        m_stockId = takeColumn(path("id"), table, stock.id, layout.stockId);
        if (m_stockId != nullptr) {
            fit.layout.stockIdForm = takeForm(path("couponAs"), *m_stockId, stock.couponAs);
        }
        layout.remainingForm =
            takeNumber(path("remaining"), table, stock.remaining, layout.remaining);
        layout.totalForm = takeNumber(path("total"), table, stock.total, layout.total);
        layout.counterForm = takeNumber(path("issued"), table, stock.issued, layout.issuedCounter);
        takeTime(path("startsAt"), table, stock.startsAt, layout.startsAt, layout.startsAtKind);
        const ColumnFacts *end =
            takeTime(path("endsAt"), table, stock.endsAt, layout.endsAt, layout.endsAtKind);
        // Whether a foreign sale still goes on at the moment that its end names, nobody says.
        layout.endReachesUs = end == nullptr ? 0 : stepUs(*end);
        layout.unlimited = stock.unlimited;
        layout.stockWhere = takeConditions(path("where"), table, stock.where);
    }

    Result<QStringList, SqlError> coupons()
    {
        auto query =
            m_connection.query(QStringLiteral("SELECT DISTINCT %1 FROM %2 ORDER BY 1 LIMIT %3")
                                   .arg(TableLayout::idSql(m_column, couponForm()), m_table,
                                        QString::number(kCouponsNamed + 1)));
        if (!query) {
            return Failure{query.error()};
        }
        QStringList names;
        while (query.value().next()) {
            names << shownId(query.value().value(0).toString(), couponForm());
        }
        return names;
    }

    /// Of the column where the coupons are listed.
    [[nodiscard]] IdReading couponForm() const
    {
        return m_stockId != nullptr ? fit.layout.stockIdForm : fit.layout.couponForm;
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
        fit.couponName = shownId(name, couponForm());
        const auto stockKey = literalFor(m_stockId, couponForm(), name);
        const auto issuedKey = literalFor(m_issuedCoupon, layout.couponForm, name);
        if (!stockKey || !issuedKey) {
            const bool isBytes = couponForm() == IdReading::Uuid || couponForm() == IdReading::Hex;
            couponFault((isBytes ? ProfileText::tr("must be bytes in hexadecimal digits, as the "
                                                   "column is (got %1)")
                                 : ProfileText::tr("must be a whole number, as the column is (got "
                                                   "%1)"))
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
    QString m_table;  ///< where the coupons are listed, as SQL
    QString m_column; ///< that names them there
    const ColumnFacts *m_issuedCoupon = nullptr;
    const ColumnFacts *m_stockId = nullptr;
};

void makePlan(ProfileFit &fit, const QList<OwnCheck> &own, const FitWish &wish)
{
    const AuditMeans means{fit.layout, wish.hasRun, wish.hasScenario, fit.rules};
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
    return static_cast<int>(runningChecks(plan));
}

Result<ProfileFit, SqlError> fitProfile(Connection &connection, const Profile &profile,
                                        const FitWish &wish)
{
    auto fits = fitProfile(connection, profile, wish,
                           {wish.coupon.isEmpty() ? profile.coupon : wish.coupon});
    if (!fits) {
        return Failure{fits.error()};
    }
    return std::move(fits.value().front());
}

Result<std::vector<ProfileFit>, SqlError> fitProfile(Connection &connection, const Profile &profile,
                                                     const FitWish &wish,
                                                     const QStringList &coupons)
{
    const auto catalogue = Catalogue::read(connection, {profile.issued.table, profile.stock.table});
    if (!catalogue) {
        return Failure{catalogue.error()};
    }
    Fitting tables(connection, catalogue.value(), profile.file);
    tables.takeProfile(profile, wish);
    tables.fit.rules = {.perPerson = profile.perPerson,
                        .givesBack = profile.givesBack.value_or(false),
                        .givesBackSaid = profile.givesBack.has_value()};
    std::vector<ProfileFit> fits;
    for (const QString &coupon : coupons) {
        Fitting fitting = tables;
        if (auto done = fitting.takeCoupon(coupon); !done) {
            return Failure{done.error()};
        }
        makePlan(fitting.fit, profile.checks, wish);
        fits.push_back(std::move(fitting.fit));
    }
    return fits;
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
