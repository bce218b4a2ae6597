// SPDX-License-Identifier: MIT
#include "interleave/interleave_job.h"

#include "interleave/interleave_words.h"

#include <QCoreApplication>

namespace stampede {

namespace {

const QString kDatabase = QStringLiteral("stampede_interleavings");

/// The database of its own while it lives.
class OwnDatabase
{
public:
    static Result<std::unique_ptr<OwnDatabase>, SqlError> make(const ConnectionSettings &server)
    {
        auto opened = Connection::open(server);
        if (!opened) {
            return Failure{opened.error()};
        }
        std::unique_ptr<OwnDatabase> made(new OwnDatabase(std::move(opened).value(), server));
        for (const char *sql :
             {"DROP DATABASE IF EXISTS %1", "CREATE DATABASE %1 CHARACTER SET utf8mb4"}) {
            if (auto done = made->m_connection->execute(QString::fromLatin1(sql).arg(kDatabase));
                !done) {
                return Failure{done.error()};
            }
        }
        return made;
    }
    ~OwnDatabase()
    {
        // Where this fails the next one drops it.
        static_cast<void>(
            m_connection->execute(QStringLiteral("DROP DATABASE IF EXISTS ") + kDatabase));
    }
    OwnDatabase(const OwnDatabase &) = delete;
    OwnDatabase &operator=(const OwnDatabase &) = delete;

    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }

private:
    OwnDatabase(std::unique_ptr<Connection> connection, ConnectionSettings settings)
        : m_connection(std::move(connection))
        , m_settings(std::move(settings))
    {
        m_settings.database = kDatabase;
    }

    std::unique_ptr<Connection> m_connection;
    ConnectionSettings m_settings;
};

std::unique_ptr<Meeting> meetingOf(const InterleaveSubject &subject)
{
    if (subject.transactions) {
        return std::make_unique<TransactionsMeeting>(*subject.transactions);
    }
    return std::make_unique<IssuingMeeting>(*subject.service, subject.situation, subject.stock);
}

QString protectionsTitle(const Layers &layers)
{
    QStringList off;
    if (!layers.rowLock) {
        off << InterleaveText::tr("row lock");
    }
    if (!layers.duplicateCheck) {
        off << InterleaveText::tr("duplicate check");
    }
    if (!layers.uniqueKey) {
        off << InterleaveText::tr("unique key");
    }
    if (off.isEmpty()) {
        return InterleaveText::tr("Every protection on");
    }
    QString title = InterleaveText::tr("%1 off").arg(off.join(QStringLiteral(", ")));
    title[0] = title[0].toUpper();
    return title;
}

} // namespace

QString InterleaveSubject::title() const
{
    if (transactions) {
        return transactions->name;
    }
    return service->strategy == StrategyKind::Pessimistic ? protectionsTitle(service->layers)
                                                          : strategyKey(service->strategy);
}

QString InterleaveSubject::line() const
{
    if (transactions) {
        return transactions->name;
    }
    QStringList words = {title()};
    if (service->isolation != Isolation::Default) {
        words << isolationKey(service->isolation);
    }
    words << situationName(situation);
    return words.join(QStringLiteral(" · "));
}

QList<InterleaveSubject> interleaveMatrix(std::int64_t stock, std::optional<Situation> situation)
{
    QList<ServiceSettings> services;
    constexpr unsigned kCombinations = 8;
    for (unsigned combination = 0; combination < kCombinations; ++combination) {
        ServiceSettings service;
        service.layers = {(combination & 4U) == 0, (combination & 2U) == 0,
                          (combination & 1U) == 0};
        services << service;
    }
    for (const StrategyKind strategy : kAllStrategies) {
        if (strategy != StrategyKind::Pessimistic) {
            ServiceSettings service;
            service.strategy = strategy;
            services << service;
        }
    }
    QList<InterleaveSubject> cells;
    for (const Situation who : kAllSituations) {
        if (situation && *situation != who) {
            continue;
        }
        for (ServiceSettings service : std::as_const(services)) {
            for (const Isolation isolation :
                 {Isolation::RepeatableRead, Isolation::ReadCommitted, Isolation::ReadUncommitted,
                  Isolation::Serializable}) {
                if (who == Situation::ThreePeople && isolation != Isolation::RepeatableRead) {
                    continue;
                }
                service.isolation = isolation;
                cells << InterleaveSubject{service, who, stock, nullptr};
            }
        }
    }
    return cells;
}

Result<InterleaveResult, InterleaveError>
carryOut(const ConnectionSettings &server, const InterleaveSubject &subject,
         const QString &schedule, const InterleaveOptions &options, const std::stop_token &stop)
{
    const auto database = OwnDatabase::make(server);
    if (!database) {
        return Failure{InterleaveError{stop.stop_requested(), database.error()}};
    }
    const auto meeting = meetingOf(subject);
    auto found = schedule.isEmpty()
                     ? interleave(database.value()->settings(), *meeting, options, stop)
                     : interleaveOnce(database.value()->settings(), *meeting, schedule, stop);
    if (!found) {
        return Failure{found.error()};
    }
    return InterleaveResult{subject, std::move(found).value()};
}

} // namespace stampede
