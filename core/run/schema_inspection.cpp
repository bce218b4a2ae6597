// SPDX-License-Identifier: MIT
#include "run/schema_inspection.h"

#include "run/run_text.h"

#include "database/account_rights.h"
#include "profile/profile_guess.h"
#include "profile/profile_reader.h"
#include "profile/profile_writer.h"
#include "run/round_parts.h"
#include "scenario/scenario_text.h"
#include "scenario/user_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kLookWithin{5'000};
constexpr qsizetype kMostColumns = 8; ///< of a preview
constexpr int kMostCoupons = 100;
constexpr int kRowsForValues = 1'000;
constexpr int kMostValues = 5;
const QString kPlace = QStringLiteral("profile");

/// "profile: issued.table: is missing" by its setting. A fault of earlier stays.
void addFaults(SchemaInspection &look, const Faults &faults)
{
    for (const QString &line : faults) {
        const QString fault = line.mid(kPlace.size() + 2);
        const QString setting = fault.section(QStringLiteral(": "), 0, 0);
        if (!look.faults.contains(setting)) {
            look.faults.insert(setting, fault.section(QStringLiteral(": "), 1));
        }
    }
}

/// The columns of a table to show: those that the profile names, then the others.
QStringList columnsToShow(const TableFacts &table, const QStringList &named)
{
    QStringList columns;
    const auto add = [&columns](const QString &name) {
        if (!columns.contains(name) && columns.size() < kMostColumns) {
            columns << name;
        }
    };
    for (const QString &wanted : named) {
        if (const ColumnFacts *column = table.column(wanted)) {
            add(column->name);
        }
    }
    for (const ColumnFacts &column : table.columns) {
        add(column.name);
    }
    return columns;
}

QString nameInSql(const TableFacts &table)
{
    return table.database.isEmpty()
               ? quotedIdentifier(table.name)
               : quotedIdentifier(table.database) + QLatin1Char('.') + quotedIdentifier(table.name);
}

QString shownColumnSql(const ColumnFacts &column)
{
    return TableLayout::idSql(column.name, column.holdsBytes() ? IdReading::Hex : IdReading::Plain);
}

TablePreview previewOf(Connection &connection, const TableFacts *table, const QStringList &named)
{
    TablePreview preview;
    if (table == nullptr) {
        return preview;
    }
    preview.columns = columnsToShow(*table, named);
    QStringList quoted;
    for (const QString &column : std::as_const(preview.columns)) {
        quoted << shownColumnSql(*table->column(column));
    }
    auto rows =
        connection.queryAtMost(QStringLiteral("SELECT %1 FROM %2")
                                   .arg(quoted.join(QStringLiteral(", ")), nameInSql(*table)),
                               SchemaInspection::kRowsShown);
    if (!rows) {
        preview.error = rows.error().message;
        return preview;
    }
    while (rows.value().next()) {
        QStringList cells;
        for (int i = 0; i < preview.columns.size(); ++i) {
            const QVariant cell = rows.value().value(i);
            cells << (cell.isNull() ? QStringLiteral("NULL") : printable(cell.toString()));
        }
        preview.rows << cells;
    }
    return preview;
}

/// The coupons that the stock knows, else those that somebody holds.
QStringList couponsIn(Connection &connection, const TableLayout &layout)
{
    const bool inStock = !layout.stockId.isEmpty();
    const QString shortName = inStock ? layout.stockTable : layout.issuedTable;
    const QString column = inStock ? layout.stockId : layout.issuedCoupon;
    const IdReading form = inStock ? layout.stockIdForm : layout.couponForm;
    QStringList coupons;
    if (shortName.isEmpty() || column.isEmpty()) {
        return coupons;
    }
    const QString table = inStock ? layout.stockTableSql() : layout.issuedTableSql();
    auto rows = connection.queryAtMost(QStringLiteral("SELECT DISTINCT %1 FROM %2 ORDER BY 1")
                                           .arg(TableLayout::idSql(column, form), table),
                                       kMostCoupons);
    while (rows.ok() && rows.value().next()) {
        coupons << shownId(rows.value().value(0).toString(), form);
    }
    return coupons;
}

/// Some of what stands in a column, NULL apart; a null text last where there is more.
QStringList valuesIn(Connection &connection, const TableFacts &table, const ColumnFacts &column)
{
    QStringList values;
    auto rows = connection.queryAtMost(
        QStringLiteral("SELECT DISTINCT %1 FROM (SELECT %2 FROM %3 LIMIT %4) AS first_rows "
                       "WHERE %2 IS NOT NULL ORDER BY 1")
            .arg(shownColumnSql(column), quotedIdentifier(column.name), nameInSql(table),
                 QString::number(kRowsForValues)),
        kMostValues + 1);
    while (rows.ok() && rows.value().next()) {
        values << (values.size() < kMostValues ? printable(rows.value().value(0).toString())
                                               : QString());
    }
    return values;
}

/// What a run over HTTP cannot see whatever the tables hold.
void addLacksOfTheRun(SchemaInspection &look, bool hasLog)
{
    for (PlannedCheck &check : look.plan) {
        if (check.id == QLatin1String("lock-seen")) {
            check.lack = Lack{SkipReason::NotAvailable,
                              RunText::tr("The service runs elsewhere, so nobody counts the "
                                          "locks of its sessions.")};
        } else if (check.id == QLatin1String("log-agrees") && !hasLog) {
            check.lack =
                Lack{SkipReason::NotAvailable,
                     RunText::tr("Needs the service's log (target.audit.log in the scenario).")};
        }
    }
}

class Looking
{
public:
    explicit Looking(const TableQuestion &question)
        : m_question(question)
    {}

    Result<SchemaInspection, RunError> make(DatabaseHost &host)
    {
        if (auto done = connect(host); !done) {
            return Failure{done.error()};
        }
        QStringList named;
        if (m_question.profile) {
            named << m_question.profile->issued.table << m_question.profile->stock.table;
        }
        const auto catalogue = Catalogue::read(*m_connection, named);
        if (!catalogue) {
            return databaseFault(RunText::tr("The tables could not be looked up"),
                                 catalogue.error());
        }
        m_look.tables = catalogue.value().tables();
        for (const QString &name : std::as_const(named)) {
            const TableFacts *table = catalogue.value().table(name);
            if (table != nullptr && m_look.table(name) == nullptr) {
                m_look.tables.append(*table);
            }
        }
        m_look.holderTables = likelyHolderTables(catalogue.value());
        m_look.stockTables = likelyStockTables(catalogue.value());
        m_look.profile = m_question.profile ? *m_question.profile : guessProfile(catalogue.value());
        if (m_question.file) {
            m_look.peopleColumns = m_question.file->columns();
        }
        if (auto done = fit(); !done) {
            return Failure{done.error()};
        }
        preview();
        readValues();
        return std::move(m_look);
    }

private:
    Result<void, RunError> connect(DatabaseHost &host)
    {
        auto settings = host.open(1, {});
        if (!settings) {
            return Failure{settings.error()};
        }
        auto connection = Connection::open(settings.value());
        if (!connection) {
            return databaseFault(RunText::tr("The database cannot be reached"), connection.error());
        }
        m_connection = std::move(connection).value();
        m_look.product = m_connection->product();
        if (const auto rights = writingRights(*m_connection, host.databaseName())) {
            m_look.rights = rights.value();
        }
        if (auto only = m_connection->readOnlyFromNow(kLookWithin); !only) {
            return databaseFault(
                RunText::tr("The connection could not be made one that only reads"), only.error());
        }
        return {};
    }

    Result<void, RunError> fit()
    {
        // What a profile file must have comes first: these sentences say what a column is for.
        const auto read = readProfile(profileToJson(m_look.profile), kPlace);
        if (!read) {
            addFaults(m_look, read.error());
        }
        Profile profile = m_look.profile;
        profile.file = kPlace;
        const FitWish wish{
            .coupon = {}, .hasRun = true, .hasScenario = true, .file = m_question.file};
        auto fitted = fitProfile(*m_connection, profile, wish);
        if (!fitted) {
            return databaseFault(RunText::tr("The tables could not be looked up"), fitted.error());
        }
        const ProfileFit &found = fitted.value();
        addFaults(m_look, found.faults);
        if (m_look.profile.coupon.isEmpty() && !m_look.profile.issued.couponFormat.isEmpty()) {
            m_look.faults.remove(QStringLiteral("coupon")); // each request names its own
        }
        m_look.plan = found.plan;
        addLacksOfTheRun(m_look, m_question.hasLog);
        m_look.coupons = couponsIn(*m_connection, found.layout);
        m_look.doubtful = found.layout.doubtful;
        if (found.layout.remaining.isEmpty() && found.layout.total.isEmpty() &&
            !m_look.faults.contains(QStringLiteral("stock.table"))) {
            const bool noTable = m_look.profile.stock.table.isEmpty();
            m_look.faults.insert(
                noTable ? QStringLiteral("stock.table") : QStringLiteral("stock.remaining"),
                noTable ? RunText::tr("is missing; without it nobody knows how many "
                                      "coupons there are before the run")
                        : RunText::tr("is missing; without it or the total nobody "
                                      "knows how many coupons there are before the "
                                      "run"));
        }
        return {};
    }

    void preview()
    {
        const Profile::Issued &issued = m_look.profile.issued;
        const Profile::Stock &stock = m_look.profile.stock;
        m_look.issued = previewOf(*m_connection, m_look.table(issued.table),
                                  QStringList{issued.id, issued.user, issued.coupon,
                                              issued.issuedAt, issued.requestId, issued.quantity} +
                                      m_look.profile.perPerson.within + columnsOf(issued.where));
        m_look.stock = previewOf(*m_connection, m_look.table(stock.table),
                                 QStringList{stock.id, stock.remaining, stock.total, stock.issued,
                                             stock.startsAt, stock.endsAt} +
                                     columnsOf(stock.where));
    }

    static QStringList columnsOf(const QList<RowCondition> &conditions)
    {
        QStringList columns;
        for (const RowCondition &condition : conditions) {
            columns << condition.column;
        }
        return columns;
    }

    void readValues()
    {
        QStringList asked = columnsOf(m_look.profile.issued.where);
        for (const DoubtfulColumn &column : std::as_const(m_look.doubtful)) {
            asked << column.name;
        }
        readValues(QStringLiteral("issued."), m_look.profile.issued.table, asked);
        readValues(QStringLiteral("stock."), m_look.profile.stock.table,
                   columnsOf(m_look.profile.stock.where));
    }

    void readValues(const QString &group, const QString &name, const QStringList &columns)
    {
        const TableFacts *table = m_look.table(name);
        for (const QString &wanted : columns) {
            const ColumnFacts *column = table == nullptr ? nullptr : table->column(wanted);
            if (column != nullptr && !m_look.values.contains(group + column->name)) {
                m_look.values.insert(group + column->name,
                                     valuesIn(*m_connection, *table, *column));
            }
        }
    }

    const TableQuestion &m_question;
    std::unique_ptr<Connection> m_connection;
    SchemaInspection m_look;
};

} // namespace

const TableFacts *SchemaInspection::table(const QString &name) const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&name](const TableFacts &each) {
        return each.database.isEmpty() ? each.name == name
                                       : each.database + QLatin1Char('.') + each.name == name;
    });
    return found == tables.end() ? nullptr : &*found;
}

int SchemaInspection::running() const
{
    return static_cast<int>(std::count_if(plan.begin(), plan.end(),
                                          [](const PlannedCheck &check) { return !check.lack; }));
}

Result<SchemaInspection, RunError> inspectSchema(DatabaseHost &host, const TableQuestion &question)
{
    return Looking(question).make(host);
}

} // namespace stampede
