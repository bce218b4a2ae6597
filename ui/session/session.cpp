// SPDX-License-Identifier: MIT
#include "ui/session/session.h"

#include "diagnosis/relocalised.h"
#include "profile/profile_prediction.h"
#include "recovery/recovered_run.h"
#include "scenario/json_path.h"
#include "scenario/presets.h"
#include "scenario/scenario_command.h"
#include "scenario/scenario_text.h"
#include "ui/session/archive_edits.h"
#include "ui/session/saved_file.h"
#include "ui/session/unsaved_scenario.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUndoCommand>
#include <QUrl>

#include <utility>

namespace stampede {

namespace {

const QString kSource = QStringLiteral("scenario");

Prediction predictionOf(const Scenario &scenario)
{
    ServerFacts facts;
    if (auto service = readPredictedService(scenario)) { // else the run will say what is wrong
        facts.service = std::move(service).value();
    }
    Prediction prediction = predict(scenario, QDateTime::currentMSecsSinceEpoch(), facts);
    prediction.notes += judgeThresholdsBeforehand(scenario, prediction);
    return prediction;
}

/// How many things a value holds: characters that come and go leave that as it is.
qsizetype sizeOf(const QJsonValue &value)
{
    return value.isObject()  ? value.toObject().size()
           : value.isArray() ? value.toArray().size()
                             : 0;
}

} // namespace

/// One step of the form: the whole scenario before and after it. Keystrokes in one field are one.
class Session::Edit final : public QUndoCommand
{
public:
    Edit(Session &session, QString path, ScenarioDraft after, bool mayGrow)
        : m_session(session)
        , m_path(std::move(path))
        , m_before(session.m_draft)
        , m_after(std::move(after))
        , m_mayGrow(mayGrow)
    {}

    void undo() override { m_session.adopt(m_before); }
    void redo() override { m_session.adopt(m_after); }
    [[nodiscard]] int id() const override { return m_mayGrow ? 1 : -1; }
    bool mergeWith(const QUndoCommand *command) override
    {
        const auto &next = static_cast<const Edit &>(*command); // the only kind there is
        const bool same = m_session.m_stepIsOpen && next.m_path == m_path &&
                          sizeOf(m_after.value(m_path)) == sizeOf(next.m_after.value(m_path));
        if (same) {
            m_after = next.m_after;
            setObsolete(m_after == m_before);
        }
        return same;
    }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Session &m_session;
    QString m_path;
    ScenarioDraft m_before;
    ScenarioDraft m_after;
    bool m_mayGrow;
};

Session::Session(std::shared_ptr<DatabaseHost> host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_allowedHosts(m_host->allowedHosts())
    , m_controller(m_host)
{
    connect(&m_controller, &RunController::phaseChanged, this, [this](Phase phase) {
        m_phase = phase;
        Q_EMIT phaseChanged(phase);
    });
    connect(&m_controller, &RunController::message, this, [this](const QString &line) {
        m_lastMessage = line;
        Q_EMIT message(line);
    });
    connect(&m_controller, &RunController::remarked, this, &Session::archiveRemarked);
    connect(&m_controller, &RunController::looked, this, &Session::looked);
    connect(&m_inspector, &SchemaInspector::answered, this, &Session::tablesLooked);
    connect(&m_undo, &QUndoStack::indexChanged, this, &Session::stepsChanged);
    connect(&m_controller, &RunController::finished, this, &Session::takeResult);
}

Session::~Session() = default;

bool Session::load(const QString &fileOrPreset, QStringList *faults)
{
    const auto loaded = loadScenarioSoFar(fileOrPreset);
    if (!loaded) {
        if (faults != nullptr) {
            *faults = loaded.error();
        }
        return false;
    }
    const bool isPreset = !QFile::exists(fileOrPreset);
    m_presetId = isPreset ? fileOrPreset : QString();
    m_filePath = isPreset ? QString() : fileOrPreset;
    begin(loaded.value().json, {loaded.value().json, {}}, loaded.value().scenario);
    return true;
}

void Session::begin(const QJsonObject &saved, const ScenarioDraft &draft, const Scenario &scenario)
{
    m_undo.clear();
    m_loaded = saved;
    adopt(draft, &scenario);
}

void Session::startNew(const QJsonObject &json)
{
    m_presetId.clear();
    m_filePath.clear();
    const auto soFar = readScenarioSoFar(QJsonDocument(json).toJson(), source());
    begin(json, {json, {}}, soFar ? soFar.value().scenario : Scenario());
}

void Session::replace(const QJsonObject &json)
{
    take({}, {json, m_draft.parked}, false);
}

Result<void, QString> Session::save(const QString &path)
{
    const QByteArray content =
        QJsonDocument(withoutWrittenSecrets(m_draft.json)).toJson(QJsonDocument::Indented);
    if (auto saved = saveChosen(path, content); !saved) {
        return saved;
    }
    m_filePath = path;
    m_loaded = m_draft.json;
    Q_EMIT scenarioChanged();
    return {};
}

void Session::set(const QString &path, const QJsonValue &value)
{
    ScenarioDraft draft = m_draft;
    draft.set(path, value);
    take(path, draft, !value.isBool());
}

QJsonValue Session::value(const QString &path) const
{
    return m_draft.value(path);
}

QJsonValue Session::valueBefore(const QString &path) const
{
    return valueAt(m_loaded, path);
}

void Session::choose(const QString &path, const QString &key)
{
    ScenarioDraft draft = m_draft;
    draft.choose(path, key);
    take(path, draft, false);
}

void Session::reset()
{
    take({}, {m_loaded, {}}, false);
}

void Session::take(const QString &path, const ScenarioDraft &draft, bool isTyped)
{
    if (draft != m_draft) {
        m_undo.push(new Edit(*this, path, draft, isTyped));
        m_stepIsOpen = isTyped;
    }
}

void Session::undo()
{
    if (canUndo()) {
        const QString path = static_cast<const Edit *>(m_undo.command(m_undo.index() - 1))->path();
        closeStep();
        m_undo.undo();
        Q_EMIT stepped(path);
    }
}

void Session::redo()
{
    if (canRedo()) {
        const QString path = static_cast<const Edit *>(m_undo.command(m_undo.index()))->path();
        closeStep();
        m_undo.redo();
        Q_EMIT stepped(path);
    }
}

void Session::keepUnsavedIn(const QString &folder)
{
    m_unsaved = std::make_unique<UnsavedStore>(folder);
    connect(this, &Session::scenarioChanged, m_unsaved.get(), [this] { keepUnsaved(); });
}

void Session::keepUnsaved()
{
    std::optional<UnsavedScenario> unsaved;
    if (hasWorkToLose()) {
        unsaved = {m_presetId, m_filePath, m_loaded, m_draft, QDateTime::currentDateTime(), {}};
    }
    m_unsaved->keep(unsaved);
}

void Session::takeUnsaved()
{
    const std::optional<UnsavedScenario> found = m_unsaved->found();
    STAMPEDE_CHECK(found.has_value());
    m_presetId = found->presetId;
    m_filePath = found->filePath;
    const auto soFar = readScenarioSoFar(QJsonDocument(found->draft.json).toJson(), source());
    begin(found->loaded, found->draft, soFar ? soFar.value().scenario : Scenario());
    if (m_unsaved->flush()) { // this program keeps it now
        m_unsaved->forget();
    }
}

void Session::forgetUnsaved()
{
    if (m_unsaved) {
        m_unsaved->keep(std::nullopt);
        static_cast<void>(m_unsaved->flush());
    }
}

QStringList Session::secrets() const
{
    QStringList hidden;
    static_cast<void>(withoutWrittenSecrets(m_draft.json, &hidden));
    return hidden;
}

bool Session::hasWorkToLose() const
{
    if (m_presetId.isEmpty() || !isChanged()) {
        return isChanged();
    }
    const QString layers = QStringLiteral("service.layers");
    return m_draft.json != withValueAt(m_loaded, layers, value(layers));
}

void Session::setDatabase(const DatabaseUrl &url)
{
    m_host = std::make_shared<DatabaseHost>(url, m_allowedHosts);
    m_controller.setHost(m_host);
    m_fault.reset();
    Q_EMIT databaseChanged();
}

void Session::lookAt(const DatabaseUrl &url)
{
    m_controller.lookAt(DatabaseHost(url, m_allowedHosts));
}

void Session::inspectSchema(const std::optional<Profile> &profile)
{
    const QString typed = value(QStringLiteral("target.audit.database")).toString();
    const auto url = parseDatabaseUrl(typed.trimmed());
    if (!url || url.value().kind == DatabaseUrl::Kind::Managed) {
        const QString why = url ? tr("A private database holds no tables of somebody else. Its "
                                     "address is like mysql://USER@HOST:PORT/DATABASE.")
                                : url.error();
        const RunError fault{ExitCode::Scenario, why, {}, FaultKind::Database};
        Q_EMIT tablesLooked(
            std::make_shared<const Result<SchemaInspection, RunError>>(Failure{fault}));
        return;
    }
    m_inspector.ask(url.value(), m_allowedHosts,
                    {profile, !value(QStringLiteral("target.audit.log")).isUndefined(),
                     m_scenario.users.loaded.file});
}

ResourceEstimate Session::needs() const
{
    return estimateResources(m_scenario, m_prediction, knownRate(m_latest.get(), m_scenario));
}

void Session::allowHost(const QString &host)
{
    m_allowedHosts << host;
    setDatabase(m_host->url());
}

void Session::dismissFault()
{
    m_fault.reset();
    Q_EMIT databaseChanged();
    Q_EMIT recordChanged();
}

Result<void, QString> Session::startWithEmptyFolder()
{
    STAMPEDE_CHECK(m_fault.has_value());
    return DatabaseHost::putFolderAside(*m_fault);
}

Result<QString, NoCommand> Session::asCommand() const
{
    if (!m_faults.isEmpty()) {
        return Failure{NoCommand{tr("Some settings are not possible yet: %1: %2")
                                     .arg(m_faults.firstKey(), m_faults.first()),
                                 false}};
    }
    const QString base =
        m_presetId.isEmpty() ? QFileInfo(m_filePath).absoluteFilePath() : m_presetId;
    auto words = commandTo(m_scenario, base);
    if (!words) {
        return Failure{words.error()};
    }
    const DatabaseUrl &url = m_host->url();
    if (url.kind != DatabaseUrl::Kind::Managed || !url.folder.isEmpty()) {
        words.value() << QStringLiteral("--database") << url.display();
    }
    for (const QString &host : m_allowedHosts) {
        if (host == QUrl(m_scenario.target.url).host() || host == url.host) {
            words.value() << QStringLiteral("--allow-host") << host;
        }
    }
    return shellLine(words.value());
}

void Session::adopt(const ScenarioDraft &draft, const Scenario *soFar)
{
    m_draft = draft;
    Scenario before = m_scenario;
    if (soFar != nullptr) { // what was predicted before is of another scenario
        m_scenario = *soFar;
        m_hasPrediction = false;
    }
    judge();
    before.about = m_scenario.about;
    m_changedSinceRun = m_changedSinceRun || before != m_scenario || !m_faults.isEmpty();
    Q_EMIT scenarioChanged();
}

/// What to do about a setting that is empty because its time has not come, else nothing.
QString Session::nextStepOf(const QString &path) const
{
    const QJsonValue now = value(path);
    const bool isEmpty = (now.isString() && now.toString().isEmpty()) ||
                         (now.isObject() && now.toObject().isEmpty());
    if (!isEmpty) {
        return {};
    }
    if (path == QLatin1String("target.url")) {
        return tr("is missing: paste a request, or type it");
    }
    if (path == QLatin1String("target.audit.database")) {
        return tr("is missing: press Connect…, or type its address");
    }
    if (path == QLatin1String("target.audit.profile")) {
        return tr("is missing: connect to the database and choose the tables, or open one");
    }
    return {};
}

QString Session::source() const
{
    return m_filePath.isEmpty() ? kSource : QFileInfo(m_filePath).absoluteDir().filePath(kSource);
}

void Session::judge()
{
    m_faults.clear();
    const QString source = this->source();
    auto read = readScenario(QJsonDocument(m_draft.json).toJson(), source);
    if (!read) {
        for (const QString &line : read.error()) {
            const QString fault = line.mid(escaped(source).size() + 2);
            const QString path = fault.section(QStringLiteral(": "), 0, 0);
            const QString next = nextStepOf(path);
            m_faults.insert(path, next.isEmpty() ? fault.section(QStringLiteral(": "), 1) : next);
        }
        return;
    }
    m_scenario = std::move(read).value();
    m_prediction = predictionOf(m_scenario);
    m_hasPrediction = true;
}

void Session::setStandIn(const std::optional<Scenario> &scenario)
{
    if (!scenario && !m_standIn) {
        return; // nothing to take away: what the frame is about stays
    }
    m_standIn.reset();
    if (scenario) {
        m_standIn = Fixed{*scenario, predictionOf(*scenario)};
    }
    m_changedSinceRun = true;
    Q_EMIT standInChanged();
}

void Session::setArchive(const ArchivePlace &place)
{
    m_archiveEdits.reset(); // of the one before
    m_archive = std::make_unique<ArchiveWorker>(place);
    m_archive->forgetRemoved(); // by a program that did not end by itself
    m_archiveEdits = std::make_unique<ArchiveEdits>(*m_archive);
    m_controller.setJournalFolder(place.folder + QStringLiteral("/journals"));
    m_controller.setSaver([place](const RunRecord &record) { return keepRun(place, record); });
    connect(m_archive.get(), &ArchiveWorker::opened, this, &Session::open);
}

bool Session::setRate(double perSecond)
{
    return m_controller.setRate(perSecond);
}

void Session::showRunning(Fixed fixed)
{
    m_stopping = false;
    m_fault.reset();
    m_lastMessage.clear();
    m_opened.reset();
    m_showsNone = false;
    m_running = std::move(fixed);
}

void Session::run()
{
    if (!mayRun()) {
        return;
    }
    showRunning({activeScenario(), activePrediction()});
    m_controller.start(m_running->scenario);
    m_controller.noteUiCost(0, 0);
    Q_EMIT runStarted();
}

void Session::recover(const UnfinishedRun &run)
{
    if (isRunning()) {
        return;
    }
    const Scenario &scenario = run.opening.scenario;
    showRunning({scenario, predict(scenario, run.opening.startedMs)});
    stampede::recover(m_controller, run);
    m_controller.noteUiCost(0, 0);
    Q_EMIT runStarted();
}

void Session::importRun(const QString &file, std::function<Result<OtherRunOrder, QString>()> order,
                        const DatabaseUrl &database, const QStringList &allowedHosts)
{
    if (isRunning()) {
        return;
    }
    Scenario shown; // nobody knows yet what was asked, or how many there are
    shown.name = QFileInfo(file).fileName();
    shown.target.kind = TargetKind::Http;
    shown.load.model = LoadModel::ConstantVus;
    showRunning({shown, {}});
    m_controller.start(
        shown,
        [order = std::move(order), database,
         allowedHosts](DatabaseHost &host, const RunHooks &hooks,
                       const RunStop &stop) -> Result<RunRecord, RunError> {
            const auto made = order();
            if (!made) {
                return Failure{RunError{ExitCode::Scenario, made.error(), {}}};
            }
            if (database.display() == host.url().display()) {
                return makeOtherRun(made.value(), host, hooks, stop);
            }
            DatabaseHost other(database, allowedHosts);
            return makeOtherRun(made.value(), other, hooks, stop);
        },
        [] {});
    Q_EMIT runStarted();
}

QString Session::journalFolder() const
{
    return m_archive ? m_controller.journalFolder() : QString();
}

void Session::open(std::shared_ptr<const RunRecord> record)
{
    if (isRunning()) {
        return;
    }
    // The latest run is no run of earlier.
    m_opened = m_latest && m_latest->id == record->id ? nullptr : std::move(record);
    m_showsNone = false;
    m_changedSinceRun = false;
    Q_EMIT recordChanged();
}

void Session::tellAgain()
{
    judge();
    m_latest = relocalised(m_latest);
    m_opened = relocalised(m_opened);
    Q_EMIT scenarioChanged();
    Q_EMIT recordChanged();
}

void Session::closeOpened()
{
    if (m_opened || m_showsNone) {
        m_opened.reset();
        m_showsNone = false;
        m_changedSinceRun = false;
        Q_EMIT recordChanged();
    }
}

void Session::closeRecord()
{
    if (!isRunning() && record()) {
        m_opened.reset();
        m_showsNone = true;
        Q_EMIT recordChanged();
    }
}

void Session::stop()
{
    if (m_stopping) {
        m_controller.stopNow();
    } else {
        m_stopping = true;
        m_controller.stop();
    }
    Q_EMIT stopping();
}

void Session::takeResult()
{
    const auto result = m_controller.result();
    m_running.reset();
    m_changedSinceRun = false;
    if (result->ok()) {
        m_latest = std::shared_ptr<const RunRecord>(result, &result->value());
        if (m_archive) {
            m_archive->refresh();
        }
    } else {
        m_fault = result->error();
    }
    Q_EMIT runEnded();
    if (!m_fault) {
        Q_EMIT recordChanged();
    }
}

const Scenario &Session::activeScenario() const
{
    if (m_running) {
        return m_running->scenario;
    }
    return m_standIn ? m_standIn->scenario : m_scenario;
}

const Prediction &Session::activePrediction() const
{
    if (m_running) {
        return m_running->prediction;
    }
    return m_standIn ? m_standIn->prediction : m_prediction;
}

} // namespace stampede
