// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/coordinator.h"

#include <QMap>

#include <functional>

namespace stampede {

/// How many orders there are at most for all of them to be carried out.
inline constexpr int kMostExhaustive = 5'000;
/// How many are drawn where there are more.
inline constexpr int kDrawnOrders = 1'000;
/// The same of a cell of the matrix.
inline constexpr int kMostExhaustiveOfMatrix = 500;
inline constexpr int kDrawnOrdersOfMatrix = 200;
/// How often an order is carried out until it counts as undecided.
inline constexpr int kOrderTries = 3;

struct InterleaveOptions
{
    int mostExhaustive = kMostExhaustive;
    int drawn = kDrawnOrders;
    std::uint64_t seed = 42; ///< decides which are drawn
    /// After each order: how many there were and how many of them were wrong. In the caller's
    /// thread.
    std::function<void(qint64 done, qint64 wrong)> progress;
};

/// An order of which nobody knows how it goes.
struct UndecidedOrder
{
    QString prefix; ///< the letters that were asked for
    QString doubt;  ///< why not
};

/// What came of all orders, or of those that were drawn.
struct Interleavings
{
    QList<Order> orders; ///< in the order of their letters; each schedule once
    QList<UndecidedOrder> undecided;
    QString askedFor;       ///< that order alone was carried out; empty: all that can happen
    bool drawn = false;     ///< else these are all there are
    std::uint64_t seed = 0; ///< with `drawn`
    double estimated = 0;   ///< with `drawn`: how many there are, as far as chance can tell
    bool stopped = false;   ///< there may be more: somebody ended it
    std::int64_t tookNs = 0;
    QString product;             ///< of the server: "MariaDB 10.11.19"
    QStringList tables;          ///< statements that make the tables as they are before each order
    QList<QStringList> sessions; ///< a person's: what a client says before its transaction

    [[nodiscard]] qint64 wrong() const;
    /// The wrong order with the fewest switches, of those the shortest and the first; null where
    /// none is wrong.
    [[nodiscard]] const Order *shortest() const;
    /// How many orders are wrong in that way, by the words of the fault.
    [[nodiscard]] QMap<QString, qint64> faults() const;
    /// Keys of those faults likewise, each order once.
    [[nodiscard]] QMap<QString, qint64> kinds() const;
    /// In how many orders the server told an error.
    [[nodiscard]] QMap<int, qint64> errors() const;
    /// What the people were told, joined by a blank and a comma, and in how many orders.
    [[nodiscard]] QMap<QString, qint64> answers() const;
    /// Orders with the same happening: the index of one of each, that with the fewest switches, and
    /// how many there are; wrong ones first, then by switches.
    struct Group
    {
        qsizetype order = 0;
        qint64 count = 0;
    };
    [[nodiscard]] QList<Group> groups() const;
};

/// Carries every order of the meeting out, depth first, each from the start; where there are more
/// than can be, as many as the options say, drawn by the seed. `settings` name an empty database of
/// a server that nobody else uses. One thread; the error only where nothing is known.
Result<Interleavings, InterleaveError> interleave(const ConnectionSettings &settings,
                                                  Meeting &meeting,
                                                  const InterleaveOptions &options,
                                                  const std::stop_token &stop);

/// Carries out that one order; what its letters leave open goes by itself, A first. An order that
/// cannot happen is undecided.
Result<Interleavings, InterleaveError> interleaveOnce(const ConnectionSettings &settings,
                                                      Meeting &meeting, const QString &schedule,
                                                      const std::stop_token &stop);

} // namespace stampede
