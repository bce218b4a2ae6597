// SPDX-License-Identifier: MIT
#include "run/run_journal.h"

#include "run/run_text.h"

#include "database/database_host.h"
#include "files/data_root.h"
#include "journal/journal_reader.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace stampede {

namespace {

constexpr auto kOpeningSchema = "stampede.journal/1";

/// JSON numbers are doubles, which do not hold every time.
QString exact(std::int64_t value)
{
    return QString::number(value);
}

} // namespace

QString defaultJournalFolder()
{
    return defaultDataRoot() + QStringLiteral("/journals");
}

QList<LeftJournal> leftJournals(const QString &folder)
{
    QList<LeftJournal> left;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.journal")}, QDir::Files);
    for (const QFileInfo &file : files) {
        const std::string name = QFile::encodeName(file.filePath()).toStdString();
        auto opening = isJournalFree(name)
                           ? decodeOpening(QByteArray::fromStdString(readJournalOpening(name)))
                           : std::nullopt;
        if (opening) {
            left << LeftJournal{file.filePath(), std::move(*opening)};
        }
    }
    std::stable_sort(left.begin(), left.end(), [](const auto &first, const auto &second) {
        return first.opening.startedMs > second.opening.startedMs;
    });
    return left;
}

QStringList serverFoldersOf(const QList<LeftJournal> &journals)
{
    constexpr qsizetype kMostSpared = 3;
    QStringList folders;
    for (const LeftJournal &journal : journals) {
        const QString &used = journal.opening.serverFolder;
        if (!used.isEmpty() && !folders.contains(used) && folders.size() < kMostSpared) {
            folders << used;
        }
    }
    return folders;
}

QByteArray encodeOpening(const JournalOpening &opening)
{
    QJsonArray holders;
    for (const std::int64_t holder : opening.start.holdersBefore) {
        holders.append(exact(holder));
    }
    const QJsonObject json{
        {QStringLiteral("schema"), QLatin1String(kOpeningSchema)},
        {QStringLiteral("id"), opening.id},
        {QStringLiteral("version"), opening.version},
        {QStringLiteral("started_ms"), exact(opening.startedMs)},
        {QStringLiteral("seed"), exact(static_cast<std::int64_t>(opening.seed))},
        {QStringLiteral("scenario"), reportedScenario(opening.scenario)},
        {QStringLiteral("scenario_folder"), opening.scenario.target.folder.path},
        {QStringLiteral("people_sha256"), QString::fromLatin1(opening.peopleSha256.toHex())},
        {QStringLiteral("coupon"), exact(opening.coupon.value)},
        {QStringLiteral("stock"), exact(opening.start.stock)},
        {QStringLiteral("starts_at_us"), exact(opening.start.startsAtUs)},
        {QStringLiteral("ends_at_us"), exact(opening.start.endsAtUs)},
        {QStringLiteral("holders_before"), holders},
        {QStringLiteral("database"), opening.database},
        {QStringLiteral("server_folder"), opening.serverFolder},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<JournalOpening> decodeOpening(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto text = [&json](const char *key) {
        return json.value(QLatin1String(key)).toString();
    };
    const auto number = [&text](const char *key) { return text(key).toLongLong(); };
    if (text("schema") != QLatin1String(kOpeningSchema) || text("id").isEmpty()) {
        return std::nullopt;
    }
    auto scenario =
        readScenario(QJsonDocument(json.value(QLatin1String("scenario")).toObject()).toJson(),
                     QDir(text("scenario_folder")).filePath(text("id")));
    if (!scenario) {
        return std::nullopt;
    }
    JournalOpening opening;
    opening.id = text("id");
    opening.version = text("version");
    opening.startedMs = number("started_ms");
    opening.seed = static_cast<std::uint64_t>(number("seed"));
    opening.scenario = std::move(scenario).value();
    opening.peopleSha256 = QByteArray::fromHex(text("people_sha256").toLatin1());
    opening.coupon = CouponId{number("coupon")};
    opening.start.stock = number("stock");
    if (!opening.scenario.setsStock()) { // it was read, and no file says it
        opening.scenario.coupon.stock = opening.start.stock;
    }
    opening.start.startsAtUs = number("starts_at_us");
    opening.start.endsAtUs = number("ends_at_us");
    const QJsonArray holders = json.value(QLatin1String("holders_before")).toArray();
    for (const auto &holder : holders) {
        opening.start.holdersBefore.push_back(holder.toString().toLongLong());
    }
    opening.database = text("database");
    opening.serverFolder = text("server_folder");
    return opening;
}

RunJournal::RunJournal(QString folder)
    : m_folder(std::move(folder))
{}

std::optional<QString> RunJournal::begin(const RunRecord &record, const RunStart &start,
                                         const DatabaseHost &host)
{
    discard();
    if (m_folder.isEmpty()) {
        return std::nullopt;
    }
    JournalOpening opening;
    opening.id = record.id;
    opening.version = record.version;
    opening.startedMs = QDateTime::currentMSecsSinceEpoch();
    opening.seed = record.seed;
    opening.scenario = record.scenario;
    opening.peopleSha256 = record.people.fingerprint();
    opening.coupon = record.coupon;
    opening.start = start;
    opening.database = record.environment.databaseUrl.isEmpty() ? host.url().display()
                                                                : record.environment.databaseUrl;
    if (const PrivateServer *server = host.privateServer()) {
        opening.serverFolder = server->dataFolder();
    }
    const QByteArray encoded = encodeOpening(opening);
    const auto refused = [this](const QString &reason) {
        return RunText::tr("This run has no journal (%1: %2): should the program be killed, "
                           "what it measured is lost.")
            .arg(m_folder, reason);
    };
    if (static_cast<std::size_t>(encoded.size()) > journal::kMostContentBytes) {
        return refused(RunText::tr("the scenario is too large"));
    }
    if (!QDir().mkpath(m_folder)) {
        return refused(qt_error_string(errno));
    }
    const QString path = QDir(m_folder).filePath(record.id + QStringLiteral(".journal"));
    auto writer =
        JournalWriter::create(QFile::encodeName(path).toStdString(), encoded.toStdString());
    if (!writer) {
        QFile::remove(path);
        return refused(QString::fromStdString(writer.error()));
    }
    m_path = path;
    m_journal = std::make_unique<LoadJournal>(std::move(writer).value());
    return std::nullopt;
}

std::optional<QString> RunJournal::remark() const
{
    const std::string error = m_journal ? m_journal->error() : std::string();
    if (error.empty()) {
        return std::nullopt;
    }
    return RunText::tr("The journal of this run ends after %1 (%2). The run itself is complete.")
        .arg(text::duration(m_journal->writtenToNs()), QString::fromStdString(error));
}

void RunJournal::discard()
{
    if (!m_path.isEmpty()) {
        QFile::remove(m_path); // while it is locked, so that nobody finds it unlocked
    }
    m_path.clear();
    m_journal.reset();
}

JournalScope::JournalScope(RunJournal *journal, RunRecord &record, const RunStart &start,
                           const DatabaseHost &host)
    : m_journal(journal)
{
    if (m_journal != nullptr) {
        if (const auto refused = m_journal->begin(record, start, host)) {
            record.environment.remarks << *refused;
        }
    }
}

void JournalScope::join(LoadEngine &engine) const
{
    if (m_journal != nullptr && m_journal->witness() != nullptr) {
        engine.addWitness(*m_journal->witness());
    }
}

void JournalScope::tell(RunRecord &record) const
{
    if (m_journal != nullptr) {
        if (const auto remark = m_journal->remark()) {
            record.environment.remarks << *remark;
        }
    }
}

} // namespace stampede
