// SPDX-License-Identifier: MIT
#include "interleave/interleavings.h"

#include "base/clock.h"

#include <QHash>

#include <algorithm>
#include <random>

namespace stampede {

namespace {

/// Walks by chance until the number of orders can be guessed.
constexpr int kGuessingWalks = 60;

QChar firstAble(const QString &able, const QString & /*soFar*/)
{
    return able.front();
}

/// Of an order that is sound: the next prefix in the order of letters, empty after the last one.
QString nextPrefix(const QString &schedule, const Choices &choices)
{
    for (qsizetype at = schedule.size() - 1; at >= 0; --at) {
        const QString &able = choices[at];
        const qsizetype taken = able.indexOf(schedule[at]);
        if (taken >= 0 && taken + 1 < able.size()) {
            return schedule.left(at) + able[taken + 1];
        }
    }
    return {};
}

class Search
{
public:
    Search(Coordinator &coordinator, const InterleaveOptions &options, Interleavings &found)
        : m_coordinator(coordinator)
        , m_options(options)
        , m_found(found)
    {}

    /// True where those are all.
    Result<bool, InterleaveError> exhaust(int most)
    {
        QString prefix;
        do {
            if (m_found.orders.size() + m_found.undecided.size() >= most) {
                return false;
            }
            const auto run = carryOut(prefix, firstAble);
            if (!run) {
                return Failure{run.error()};
            }
            prefix = next(prefix, run.value());
        } while (!prefix.isEmpty());
        return true;
    }

    Result<void, InterleaveError> draw(int walks)
    {
        double estimates = 0;
        for (int walk = 1; walk <= walks; ++walk) {
            const auto policy = [this](const QString &able, const QString &) {
                std::uniform_int_distribution<qsizetype> pick(0, able.size() - 1);
                return able[pick(m_random)];
            };
            const auto run = carryOut({}, policy);
            if (!run) {
                return Failure{run.error()};
            }
            double product = 1; // Knuth 1975: the mean over walks is the number of leaves
            for (const QString &able : run.value().choices) {
                product *= static_cast<double>(able.size());
            }
            estimates += product;
            m_found.estimated = estimates / walk;
        }
        return {};
    }

    void seed(std::uint64_t seed) { m_random.seed(seed); }

    Result<CarriedOut, InterleaveError> carryOut(const QString &prefix,
                                                 const Coordinator::Policy &policy)
    {
        const std::mt19937_64 before = m_random;
        for (int tries = 1;; ++tries) {
            m_random = before; // chance decides the same again
            auto run = m_coordinator.carryOut(prefix, policy);
            if (!run) {
                return run;
            }
            if (run.value().doubt.isEmpty()) {
                keep(run.value().order);
                return run;
            }
            if (tries == kOrderTries) {
                m_found.undecided << UndecidedOrder{
                    prefix.isEmpty() ? run.value().order.schedule : prefix, run.value().doubt};
                return run;
            }
        }
    }

private:
    /// What follows a prefix, after an order that began with it.
    QString next(const QString &prefix, const CarriedOut &run)
    {
        // Of an undecided one nobody knows what may follow its prefix: the search goes on beside
        // it.
        return run.doubt.isEmpty() ? nextPrefix(run.order.schedule, run.choices)
                                   : nextPrefix(prefix, run.choices.mid(0, prefix.size()));
    }

    void keep(const Order &order)
    {
        const auto place = std::lower_bound(
            m_found.orders.begin(), m_found.orders.end(), order,
            [](const Order &a, const Order &b) { return a.schedule < b.schedule; });
        if (place == m_found.orders.end() || place->schedule != order.schedule) {
            m_found.orders.insert(place, order);
            m_wrong += order.isWrong() ? 1 : 0;
        }
        if (m_options.progress) {
            m_options.progress(m_found.orders.size(), m_wrong);
        }
    }

    Coordinator &m_coordinator;
    const InterleaveOptions &m_options;
    Interleavings &m_found;
    std::mt19937_64 m_random;
    qint64 m_wrong = 0;
};

Result<void, InterleaveError> searchAll(Search &search, const InterleaveOptions &options,
                                        Interleavings &found, int people)
{
    const auto drawAll = [&]() -> Result<void, InterleaveError> {
        found = Interleavings();
        found.drawn = true;
        found.seed = options.seed;
        search.seed(options.seed);
        return search.draw(options.drawn);
    };
    if (people > 2) {
        // Whether all can be carried out a few walks tell: who begins with the first ones of too
        // many has lost the time.
        search.seed(options.seed);
        if (auto walked = search.draw(kGuessingWalks); !walked) {
            return walked;
        }
        if (found.estimated > 2.0 * options.mostExhaustive) {
            return drawAll();
        }
        found = Interleavings();
    }
    const auto all = search.exhaust(options.mostExhaustive);
    if (!all) {
        return Failure{all.error()};
    }
    return all.value() ? Result<void, InterleaveError>() : drawAll();
}

void describe(const Coordinator &coordinator, const Meeting &meeting, std::int64_t startedNs,
              Interleavings &found)
{
    found.product = coordinator.product();
    found.tables = coordinator.tables();
    for (int person = 0; person < meeting.people(); ++person) {
        found.sessions << meeting.sessionStatements(person);
    }
    found.tookNs = monotonicNs() - startedNs;
}

template<typename Key, typename KeysOf>
QMap<Key, qint64> countedBy(const QList<Order> &orders, const KeysOf &keysOf)
{
    QMap<Key, qint64> counts;
    for (const Order &order : orders) {
        QList<Key> keys = keysOf(order);
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (const Key &key : std::as_const(keys)) {
            ++counts[key];
        }
    }
    return counts;
}

} // namespace

qint64 Interleavings::wrong() const
{
    return std::count_if(orders.begin(), orders.end(),
                         [](const Order &order) { return order.isWrong(); });
}

const Order *Interleavings::shortest() const
{
    const Order *best = nullptr;
    for (const Order &order : orders) {
        if (order.isWrong() &&
            (best == nullptr || std::pair(order.switches(), order.schedule.size()) <
                                    std::pair(best->switches(), best->schedule.size()))) {
            best = &order;
        }
    }
    return best;
}

QMap<QString, qint64> Interleavings::faults() const
{
    return countedBy<QString>(orders, [](const Order &order) {
        QStringList titles;
        for (const OrderFault &fault : order.faults) {
            titles << fault.title;
        }
        return titles;
    });
}

QMap<QString, qint64> Interleavings::kinds() const
{
    return countedBy<QString>(orders, [](const Order &order) {
        QStringList kinds;
        for (const OrderFault &fault : order.faults) {
            kinds << fault.kind;
        }
        return kinds;
    });
}

QMap<int, qint64> Interleavings::errors() const
{
    return countedBy<int>(orders, [](const Order &order) { return order.errorCodes(); });
}

QMap<QString, qint64> Interleavings::answers() const
{
    return countedBy<QString>(orders, [](const Order &order) {
        return QStringList(order.answers.join(QLatin1String(", ")));
    });
}

QList<Interleavings::Group> Interleavings::groups() const
{
    QList<Group> groups;
    QHash<QString, qsizetype> known;
    for (qsizetype index = 0; index < orders.size(); ++index) {
        const QString &happening = orders[index].happening;
        const auto found = known.constFind(happening);
        if (found == known.constEnd()) {
            known.insert(happening, groups.size());
            groups << Group{index, 1};
            continue;
        }
        Group &group = groups[*found];
        ++group.count;
        if (orders[index].switches() < orders[group.order].switches()) {
            group.order = index;
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [this](const Group &a, const Group &b) {
        const Order &one = orders[a.order];
        const Order &other = orders[b.order];
        return std::tuple(!one.isWrong(), one.switches()) <
               std::tuple(!other.isWrong(), other.switches());
    });
    return groups;
}

Result<Interleavings, InterleaveError> interleave(const ConnectionSettings &settings,
                                                  Meeting &meeting,
                                                  const InterleaveOptions &options,
                                                  const std::stop_token &stop)
{
    const std::int64_t startedNs = monotonicNs();
    Coordinator coordinator(settings, meeting, stop);
    if (auto opened = coordinator.open(); !opened) {
        return Failure{opened.error()};
    }
    Interleavings found;
    Search search(coordinator, options, found);
    const auto searched = searchAll(search, options, found, meeting.people());
    if (!searched) {
        if (!searched.error().stopped || found.orders.isEmpty()) {
            return Failure{searched.error()};
        }
        found.stopped = true;
    }
    describe(coordinator, meeting, startedNs, found);
    return found;
}

Result<Interleavings, InterleaveError> interleaveOnce(const ConnectionSettings &settings,
                                                      Meeting &meeting, const QString &schedule,
                                                      const std::stop_token &stop)
{
    const std::int64_t startedNs = monotonicNs();
    Coordinator coordinator(settings, meeting, stop);
    if (auto opened = coordinator.open(); !opened) {
        return Failure{opened.error()};
    }
    Interleavings found;
    found.askedFor = schedule;
    const InterleaveOptions options;
    Search search(coordinator, options, found);
    if (const auto run = search.carryOut(schedule, firstAble); !run) {
        return Failure{run.error()};
    }
    describe(coordinator, meeting, startedNs, found);
    return found;
}

} // namespace stampede
