// SPDX-License-Identifier: MIT
#pragma once
// interleave: every order in which two or three transactions can meet, each carried out on a real
// server, one statement at a time.

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <cstdint>

namespace stampede {

/// The name of a person in a schedule: A, B, C.
constexpr QChar letterOf(int person)
{
    return QChar(QLatin1Char(static_cast<char>('A' + person)));
}

/// A statement as the server answered it.
struct ExecutedStatement
{
    QString sql;         ///< as it was sent: ? stands for a value that was bound
    QVariantList values; ///< bound, in their order
    QStringList columns; ///< of the rows that it gave
    QVariantList row;    ///< the first of them; empty where there was none, or it was not read
    qint64 changed = -1; ///< rows that it changed, −1 for a statement that reads
    int errorCode = 0;   ///< 0 where it succeeded
    QString error;       ///< the server's own words
    QString words;       ///< what it did, for people: "reads 10"

    /// The statement with its values written out, for people and for a client program.
    [[nodiscard]] QString written() const;
};

/// What one person did between two moments at which somebody else may go on.
struct OrderStep
{
    static constexpr int kNever = -1;

    int person = 0;                      ///< 0 is A
    QList<ExecutedStatement> statements; ///< at least one, but of a transaction that was broken off
    bool waited = false;                 ///< for what somebody else held
    int cameBackAfter = kNever;          ///< with `waited`: the step that let it go on
    std::int64_t grantedNs = 0;          ///< monotonicNs() when it was sent
    std::int64_t backNs = 0;             ///< and when the server had answered
};

/// A figure of the end, e.g. "stock" and "9".
struct EndFigure
{
    QString name;
    QString value;
    friend bool operator==(const EndFigure &, const EndFigure &) = default;
};

/// Something that must hold at the end of an order and does not.
struct OrderFault
{
    QString kind;     ///< a key: "oversold", "drift", "duplicate" …
    QString title;    ///< in a word or two: "drift −1"
    QString sentence; ///< what is wrong, in words
    friend bool operator==(const OrderFault &, const OrderFault &) = default;
};

/// One order, as it happened.
struct Order
{
    QString schedule; ///< whose statement was sent, one letter a step: "AABBBBBAAA"
    QList<OrderStep> steps;
    QStringList answers; ///< what each person was told, a key each
    QList<EndFigure> end;
    QList<OrderFault> faults; ///< none: this order does no harm
    QString sentence;         ///< "Both read 10. Both wrote 9.", or empty
    QString happening; ///< who read and wrote what and what came of it: the same for orders that
                       ///< differ only in moments that do not matter

    [[nodiscard]] bool isWrong() const { return !faults.isEmpty(); }
    /// How often somebody else goes on.
    [[nodiscard]] int switches() const;
    /// The words of its faults, sorted: "drift −1, duplicate".
    [[nodiscard]] QString faultText() const;
    /// Error codes that occurred, each once, sorted.
    [[nodiscard]] QList<int> errorCodes() const;
};

} // namespace stampede
