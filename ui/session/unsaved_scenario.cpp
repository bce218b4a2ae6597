// SPDX-License-Identifier: MIT
#include "ui/session/unsaved_scenario.h"

#include "files/input_file.h"
#include "scenario/presets.h"
#include "scenario/scenario_reader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>
#include <utility>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSoon{400};
constexpr int kMostPrograms = 1000; ///< numbered files in one folder
const QString kSchema = QStringLiteral("stampede.unsaved/1");

QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

/// A lock of a file that no program that runs holds, or null. One that was left behind counts as
/// free however old it is.
std::unique_ptr<QLockFile> takeLock(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(lockOf(file));
    lock->setStaleLockTime(std::chrono::milliseconds(0)); // never by its age alone
    return lock->tryLock() ? std::move(lock) : nullptr;
}

QByteArray toJson(const UnsavedScenario &unsaved)
{
    QStringList hidden;
    QJsonObject parked;
    for (auto it = unsaved.draft.parked.constBegin(); it != unsaved.draft.parked.constEnd(); ++it) {
        QJsonValue value = it.value();
        if (it.key().startsWith(QLatin1String("target@"))) {
            const QString target = QStringLiteral("target");
            value = withoutWrittenSecrets({{target, value}}, &hidden)[target];
        } else if (it.key().startsWith(QLatin1String("target.audit@"))) {
            const QString audit = QStringLiteral("audit");
            const QString target = QStringLiteral("target");
            value = withoutWrittenSecrets({{target, QJsonObject{{audit, value}}}}, &hidden)[target]
                        .toObject()[audit];
        }
        parked.insert(it.key(), value);
    }
    const QJsonObject scenario = withoutWrittenSecrets(unsaved.draft.json, &hidden);
    hidden.removeDuplicates();
    return QJsonDocument(
               QJsonObject{{QStringLiteral("schema"), kSchema},
                           {QStringLiteral("preset"), unsaved.presetId},
                           {QStringLiteral("file"), unsaved.filePath},
                           {QStringLiteral("changedAtMs"), unsaved.when.toMSecsSinceEpoch()},
                           {QStringLiteral("loaded"), withoutWrittenSecrets(unsaved.loaded)},
                           {QStringLiteral("scenario"), scenario},
                           {QStringLiteral("parked"), parked},
                           {QStringLiteral("forgotten"), QJsonArray::fromStringList(hidden)}})
        .toJson();
}

/// Nothing where it is no file of ours.
std::optional<UnsavedScenario> readUnsaved(const QString &file)
{
    const auto content = readFileUpTo(file, 4 * kLargestScenarioFile);
    const QJsonObject json =
        content ? QJsonDocument::fromJson(content.value()).object() : QJsonObject();
    if (json[QLatin1String("schema")].toString() != kSchema ||
        !json[QLatin1String("scenario")].isObject()) {
        return std::nullopt;
    }
    UnsavedScenario unsaved;
    unsaved.presetId = json[QLatin1String("preset")].toString();
    unsaved.filePath = json[QLatin1String("file")].toString();
    unsaved.loaded = json[QLatin1String("loaded")].toObject();
    unsaved.draft.json = json[QLatin1String("scenario")].toObject();
    const QJsonObject parked = json[QLatin1String("parked")].toObject();
    for (auto it = parked.constBegin(); it != parked.constEnd(); ++it) {
        unsaved.draft.parked.insert(it.key(), it.value());
    }
    unsaved.when = QDateTime::fromMSecsSinceEpoch(json[QLatin1String("changedAtMs")].toInteger());
    unsaved.forgotten = json[QLatin1String("forgotten")].toVariant().toStringList();
    return unsaved;
}

} // namespace

QString UnsavedScenario::name() const
{
    return shownName(draft.json[QLatin1String("name")].toString());
}

UnsavedStore::UnsavedStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, [this] { static_cast<void>(flush()); });
    look();
}

UnsavedStore::~UnsavedStore()
{
    if (m_soon.isActive()) {
        static_cast<void>(flush());
    }
}

void UnsavedStore::keep(const std::optional<UnsavedScenario> &unsaved)
{
    m_unsaved = unsaved;
    if (!m_soon.isActive()) { // soon after the first change, however many follow
        m_soon.start();
    }
}

/// A numbered file that no program has.
bool UnsavedStore::takeFile()
{
    if (m_lock) {
        return true;
    }
    if (!QDir().mkpath(m_folder)) {
        return false;
    }
    for (int number = 1; number <= kMostPrograms; ++number) {
        const QString file = QStringLiteral("%1/%2.json").arg(m_folder).arg(number);
        if (QFile::exists(file)) {
            continue; // of another program, or left by one
        }
        if (auto lock = takeLock(file)) {
            m_lock = std::move(lock);
            m_file = file;
            return true;
        }
    }
    return false;
}

bool UnsavedStore::flush()
{
    m_soon.stop();
    if (!m_unsaved) {
        if (m_lock) {
            QFile::remove(m_file);
            m_lock.reset();
        }
        return true;
    }
    if (!takeFile()) {
        return false;
    }
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(toJson(*m_unsaved));
    return file.commit();
}

void UnsavedStore::look()
{
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        if (path == m_file) {
            continue;
        }
        auto unsaved = readUnsaved(path);
        if (!unsaved || (m_found && m_found->when >= unsaved->when)) {
            continue;
        }
        if (auto lock = takeLock(path)) {
            m_found = std::move(unsaved);
            m_foundFile = path;
            m_foundLock = std::move(lock);
        }
    }
}

void UnsavedStore::forget()
{
    if (m_found) {
        QFile::remove(m_foundFile);
        m_found.reset();
        m_foundLock.reset();
        look();
        Q_EMIT foundChanged();
    }
}

} // namespace stampede
