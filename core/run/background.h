// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <utility>

namespace stampede {

/// Where work is done that nobody waits for: connecting, reading, sorting. Its threads are not
/// ended with the program, so that a server which never answers keeps nothing open.
QThreadPool &backgroundPool();
/// Whether something is being done there. Then the program has to leave by std::_Exit() once all
/// else has ended, as what static objects hold may be in use.
bool isBackgroundBusy();

/// One kind of work in the background: functions of values that return a value. Of several that
/// were started only the latest is handed over, in the thread of the owner; where the owner has
/// gone, none is, and nobody waits. A result must be cheap to copy.
template<typename Value>
class Background
{
public:
    /// `take` gets each result in the thread that made this object.
    explicit Background(std::function<void(const Value &)> take)
        : m_take(std::move(take))
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            m_isBusy = false;
            if (m_watcher.future().resultCount() > 0) { // else it was dropped before it began
                const Value made = m_watcher.result();
                m_watcher.setFuture(QFuture<Value>()); // holds on to nothing
                m_take(made);
            }
        });
    }
    ~Background() { drop(); }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;
    Background(Background &&) = delete;
    Background &operator=(Background &&) = delete;

    /// The result of what was started before is not wanted any more. `make` may use nothing but
    /// what it holds itself.
    template<typename Make>
    void start(Make make, QThreadPool &pool = backgroundPool())
    {
        m_watcher.future().cancel(); // does not begin any more
        m_isBusy = true;
        m_watcher.setFuture(QtConcurrent::run(&pool, std::move(make)));
    }
    /// Nothing of what was started is wanted any more.
    void drop()
    {
        m_watcher.future().cancel();
        m_watcher.setFuture(QFuture<Value>());
        m_isBusy = false;
    }
    /// Until the result is handed over, which is later than when it was made.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    std::function<void(const Value &)> m_take;
    QFutureWatcher<Value> m_watcher;
    bool m_isBusy = false;
};

} // namespace stampede
