// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "interleave/order.h"
#include "scenario/scenario.h"
#include "scenario/scenario_reader.h"

#include <QMap>
#include <QVariantMap>

#include <memory>
#include <optional>

namespace stampede {

/// A statement of somebody else, its `:name`s replaced by ? in their order.
struct NamedStatement
{
    QString sql;
    QStringList names;

    /// Finds the names outside of quotes and comments.
    static NamedStatement from(const QString &written);
    /// The values of the names, in their order.
    [[nodiscard]] QVariantList valuesFrom(const QVariantMap &known) const;
};

/// "left > 0"
struct TransactionCondition
{
    enum class Comparison
    {
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual
    };
    QString name;
    Comparison comparison = Comparison::Equal;
    QVariant value; ///< a number or a text; invalid for NULL

    /// Nothing where the text is no such condition.
    static std::optional<TransactionCondition> from(const QString &written);
    /// Numbers are compared as numbers, everything else as texts; NULL equals only NULL and is
    /// neither less nor greater.
    [[nodiscard]] bool holds(const QVariant &read) const;
};

/// What a transaction does next.
struct TransactionStep
{
    enum class Kind
    {
        Sql,
        StopUnless, ///< no statement: part of the step before it
        Begin,
        Commit,
        Rollback
    };
    Kind kind = Kind::Sql;
    NamedStatement statement;                   ///< Sql, Begin
    QList<QPair<QString, QString>> extract;     ///< Sql: a name and the column of the first row
    std::optional<QString> stopUnlessChanged;   ///< Sql: the answer where no row was changed
    QMap<int, std::optional<QString>> onErrors; ///< Sql: the answer; nothing: goes on regardless
    TransactionCondition condition;             ///< StopUnless
    std::optional<QString> answer;              ///< of StopUnless, Commit, Rollback: ends with it
};

/// Transactions of a service of somebody else, to meet (stampede.transactions/1).
struct Transactions
{
    struct Person
    {
        QVariantMap values; ///< known from the start
        QList<TransactionStep> steps;
    };
    struct Must
    {
        QString title;
        NamedStatement sql; ///< holds where it gives no row; :A, :B, :C are the answers
    };

    QString name;
    Isolation isolation = Isolation::Default;
    bool autocommit = false; ///< each statement by itself
    QStringList setup;       ///< make the tables, once
    QStringList reset;       ///< fill them, before each order
    QStringList session;     ///< of each person, when they connect
    QList<Person> people;    ///< A, B and perhaps C
    QList<Must> must;
};

inline constexpr qsizetype kLargestTransactionsFile = 1'048'576;

/// Whether the file says that it is one, whatever else is wrong with it.
bool looksLikeTransactions(const QString &file);
/// Reads such a file; every fault at once, each "FILE:LINE:COLUMN: what is wrong".
Result<Transactions, Faults> loadTransactions(const QString &file);
/// The same of a text.
Result<Transactions, Faults> readTransactions(const QByteArray &json, const QString &source);

} // namespace stampede
