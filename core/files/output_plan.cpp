// SPDX-License-Identifier: MIT
#include "files/output_plan.h"

#include "files/files_text.h"

#include "files/input_file.h"
#include "files/output_file.h"
#include "files/report_mark.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace stampede {

namespace {

std::optional<struct stat> factsOf(const QString &path)
{
    struct stat facts = {};
    if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        return std::nullopt;
    }
    return facts;
}

bool isStream(const struct stat &facts)
{
    return S_ISFIFO(facts.st_mode) || S_ISCHR(facts.st_mode);
}

/// Whether both lead to one place. Pipes and devices have no content that one could take from the
/// other.
bool sameFile(const QString &one, const QString &other)
{
    const auto first = factsOf(one);
    const auto second = factsOf(other);
    if (first && second) {
        return first->st_dev == second->st_dev && first->st_ino == second->st_ino &&
               !isStream(*first);
    }
    return !first && !second && resolvedPath(one) == resolvedPath(other);
}

bool isUnder(const QString &path, const QString &folder)
{
    return path == folder ||
           path.startsWith(folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/'));
}

/// The path, or the part of it that is there already, by its one name.
QString placeOf(const QString &path)
{
    QString there = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString missing;
    while (!QFileInfo::exists(there) && QFileInfo(there).path() != there) {
        missing.prepend(QLatin1Char('/') + QFileInfo(there).fileName());
        there = QFileInfo(there).path();
    }
    return QFileInfo(there).canonicalFilePath() + missing;
}

/// A file or folder, by whatever name.
using Identity = std::pair<dev_t, ino_t>;

/// Whether one of them is the folder, or stands in it at any depth.
bool holdsOne(const QString &folder, const QList<Identity> &those)
{
    const auto isOne = [&those](const QString &path) {
        struct stat facts = {};
        return ::lstat(QFile::encodeName(path).constData(), &facts) == 0 &&
               those.contains(Identity(facts.st_dev, facts.st_ino));
    };
    const QString place = QFileInfo(folder).canonicalFilePath();
    if (place.isEmpty() || isOne(place)) {
        return !place.isEmpty();
    }
    QDirIterator entries(place,
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        if (isOne(entries.next())) {
            return true;
        }
    }
    return false;
}

/// What is there of the path: the file itself, and every folder on the way. A pipe or a device is
/// nothing that could be lost.
QList<Identity> identitiesOn(const QString &path, bool withFolders)
{
    QList<Identity> found;
    if (const auto facts = factsOf(path); facts && !isStream(*facts)) {
        found << Identity(facts->st_dev, facts->st_ino);
    }
    QString there = QFileInfo(path).path();
    for (bool more = withFolders; more; there = QFileInfo(there).path()) {
        if (const auto facts = factsOf(there)) {
            found << Identity(facts->st_dev, facts->st_ino);
        }
        more = QFileInfo(there).path() != there;
    }
    return found;
}

/// QSaveFile adds a dot and six letters to the name.
bool isNameTooLong(const QString &path)
{
    constexpr int kAdded = 7;
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    const long found = ::pathconf(folder.constData(), _PC_NAME_MAX);
    const qsizetype most = found > 0 ? found : NAME_MAX;
    return QFile::encodeName(QFileInfo(path).fileName()).size() > most - kAdded ||
           QFile::encodeName(path).size() > PATH_MAX - 1 - kAdded;
}

Result<void, QString> checkStream(const QString &path, const struct stat &facts)
{
    const dev_t full = makedev(1, 7);
    if (S_ISCHR(facts.st_mode) && facts.st_rdev == full) {
        return Failure{cannotWrite(path, qt_error_string(ENOSPC))};
    }
    if (descriptorOf(path) < 0 && ::access(QFile::encodeName(path).constData(), W_OK) != 0) {
        return Failure{cannotWrite(path, qt_error_string(errno))};
    }
    return {};
}

/// Whether a file can be made beside the path, which is where it is written first.
Result<void, QString> checkPlace(const QString &path)
{
    if (isNameTooLong(path)) {
        return Failure{cannotWrite(path, FilesText::tr("the name is too long"))};
    }
    const QString target = resolvedPath(path);
    if (target.isEmpty()) {
        return Failure{cannotWrite(path, qt_error_string(ELOOP))};
    }
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)) {
        return Failure{cannotWrite(path, file.errorString())};
    }
    file.cancelWriting();
    return {};
}

Result<void, QString> checkFile(const QString &path)
{
    if (path.endsWith(QLatin1Char('/')) || QFileInfo(path).fileName() == QLatin1String(".") ||
        QFileInfo(path).fileName() == QLatin1String("..")) {
        return Failure{cannotWrite(path, FilesText::tr("it is a folder"))};
    }
    const auto facts = factsOf(path);
    if (!facts) {
        return descriptorOf(path) >= 0 ? Failure{cannotWrite(path, qt_error_string(errno))}
                                       : checkPlace(path);
    }
    if (S_ISDIR(facts->st_mode)) {
        return Failure{cannotWrite(path, FilesText::tr("it is a folder"))};
    }
    if (isStream(*facts)) {
        return checkStream(path, *facts);
    }
    if (!S_ISREG(facts->st_mode)) {
        return Failure{cannotWrite(path, FilesText::tr("it is no ordinary file"))};
    }
    return descriptorOf(path) >= 0 ? Result<void, QString>() : checkPlace(path);
}

} // namespace

void OutputPlan::addInput(const QString &path)
{
    if (factsOf(path)) {
        m_inputs << path;
    }
}

void OutputPlan::addKeptFolder(const QString &folder)
{
    if (!folder.isEmpty()) {
        m_kept << folder;
    }
}

void OutputPlan::addOutput(const QString &path)
{
    if (!path.isEmpty()) {
        m_outputs << path;
    }
}

void OutputPlan::addHistory(const QString &path)
{
    addOutput(path);
    m_histories << path;
}

void OutputPlan::addOutputFolder(const QString &folder, const QStringList &names)
{
    if (folder.isEmpty()) {
        return;
    }
    m_folders << folder;
    for (const QString &name : names) {
        const QString path = QDir(folder).filePath(name);
        name.endsWith(QLatin1String(".jsonl")) ? addHistory(path) : addOutput(path);
    }
}

bool OutputPlan::isKept(const QString &path) const
{
    const bool isDescriptor = descriptorOf(path) >= 0;
    const QString target = isDescriptor ? path : resolvedPath(path);
    if (target.isEmpty()) { // links in a circle: nothing is there
        return false;
    }
    // Hard links and second mounts lead there by paths of their own.
    const QList<Identity> identities =
        identitiesOn(isDescriptor ? path : placeOf(target), !isDescriptor);
    return std::any_of(m_kept.begin(), m_kept.end(), [&](const QString &folder) {
        return (!isDescriptor && isUnder(placeOf(target), placeOf(folder))) ||
               holdsOne(folder, identities);
    });
}

Result<void, QString> OutputPlan::checkCollisions(qsizetype index) const
{
    const QString &path = m_outputs[index];
    for (const QString &input : m_inputs) {
        if (sameFile(path, input)) {
            return Failure{
                cannotWrite(path, FilesText::tr("it is read in the same call (%1)").arg(input))};
        }
    }
    for (qsizetype other = 0; other < index; ++other) {
        if (sameFile(path, m_outputs[other])) {
            return Failure{cannotWrite(path, FilesText::tr("it is named twice"))};
        }
    }
    if (isKept(path)) {
        return Failure{
            cannotWrite(path, FilesText::tr("it is in the folder where Stampede keeps its data"))};
    }
    return {};
}

Result<void, QString> OutputPlan::checkFolder(const QString &folder) const
{
    const QString place = placeOf(folder);
    if (place == QLatin1String("/")) {
        return Failure{cannotWrite(folder, FilesText::tr("it is the root of everything"))};
    }
    if (isKept(folder)) {
        return Failure{cannotWrite(
            folder, FilesText::tr("it is in the folder where Stampede keeps its data"))};
    }
    const auto facts = factsOf(folder);
    if (facts && !S_ISDIR(facts->st_mode)) {
        return Failure{cannotWrite(folder, FilesText::tr("it is no folder"))};
    }
    return {};
}

bool OutputPlan::isForeign(const QString &path) const
{
    const auto facts = factsOf(path);
    if (!facts || !S_ISREG(facts->st_mode) || facts->st_size == 0 || descriptorOf(path) >= 0) {
        return false;
    }
    return isHistoryOfRequests(path) ? !m_histories.contains(path) : !isOutputOfOurs(path);
}

QStringList OutputPlan::foreignFiles() const
{
    QStringList foreign;
    std::copy_if(m_outputs.begin(), m_outputs.end(), std::back_inserter(foreign),
                 [this](const QString &path) { return isForeign(path); });
    return foreign;
}

Result<void, QString> OutputPlan::check() const
{
    for (const QString &folder : m_folders) {
        if (auto ok = checkFolder(folder); !ok) {
            return ok;
        }
    }
    for (qsizetype i = 0; i < m_outputs.size(); ++i) {
        if (auto ok = checkCollisions(i); !ok) {
            return ok;
        }
    }
    if (const QStringList foreign = m_force ? QStringList() : foreignFiles(); !foreign.isEmpty()) {
        const QString &path = foreign.constFirst();
        const auto opened = openOrdinaryFile(path);
        return Failure{
            opened ? FilesText::tr("%1 is there already and no report of Stampede's. --force "
                                   "overwrites it.")
                         .arg(path)
                   : FilesText::tr("%1 is there already, and whether it is a report of Stampede's "
                                   "cannot be read: %2. --force overwrites it.")
                         .arg(path, opened.error())};
    }
    for (const QString &folder : m_folders) {
        if (!QDir().mkpath(folder)) {
            return Failure{cannotWrite(folder, FilesText::tr("the folder cannot be made"))};
        }
    }
    for (const QString &path : m_outputs) {
        if (auto ok = checkFile(path); !ok) {
            return ok;
        }
    }
    return {};
}

} // namespace stampede
