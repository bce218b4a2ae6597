#include "ui/session.h"

#include "profile/profile_prediction.h"
#include "scenario/presets.h"
#include "scenario/scenario_text.h"
#include "ui/saved_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace stampede {

namespace {

const QString kSource = QStringLiteral("scenario");

QJsonValue valueAt(const QJsonObject &object, const QStringList &path)
{
    const QJsonValue value = object.value(path.constFirst());
    return path.size() == 1 ? value : valueAt(value.toObject(), path.mid(1));
}

/// An undefined value takes the key away.
void setAt(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        if (value.isUndefined()) {
            object.remove(path.constFirst());
        } else {
            object.insert(path.constFirst(), value);
        }
        return;
    }
    QJsonObject inner = object.value(path.constFirst()).toObject();
    setAt(inner, path.mid(1), value);
    object.insert(path.constFirst(), inner);
}

/// The settings of `json` that differ from `base`, as PATH=VALUE.
void collectChanges(const QJsonObject &base, const QJsonObject &json, const QString &prefix,
                    QStringList &changes)
{
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const QJsonValue before = base.value(it.key());
        if (before == it.value()) {
            continue;
        }
        const QString path = prefix + it.key();
        if (it.value().isObject() && path != QLatin1String("thresholds")) {
            collectChanges(before.toObject(), it.value().toObject(), path + QLatin1Char('.'),
                           changes);
            continue;
        }
        const QByteArray array =
            QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact);
        const QString value = it.value().isString()
                                  ? it.value().toString()
                                  : QString::fromUtf8(array.mid(1, array.size() - 2));
        changes << path + QLatin1Char('=') + value;
    }
}

/// A setting that the choice needs gets `usual` where it is not there; one that it has no use for
/// goes, as it would be a fault.
void bring(QJsonObject &json, const char *path, bool isUsed, const QJsonValue &usual)
{
    const QStringList keys = QString::fromLatin1(path).split(QLatin1Char('.'));
    if (!isUsed) {
        setAt(json, keys, QJsonValue(QJsonValue::Undefined));
    } else if (valueAt(json, keys).isUndefined() && !usual.isUndefined()) {
        setAt(json, keys, usual);
    }
}

void bringLoadSettings(QJsonObject &json, const QString &model)
{
    constexpr double kUsualRate = 60;
    const QJsonValue none(QJsonValue::Undefined);
    const bool open = model.endsWith(QLatin1String("arrival-rate"));
    const bool ramping = model.startsWith(QLatin1String("ramping"));
    const bool constantRate = open && !ramping;
    bring(json, "load.iterations", model.endsWith(QLatin1String("iterations")),
          static_cast<qint64>(LoadSettings().iterations));
    bring(json, "load.rate", open, constantRate ? QJsonValue(kUsualRate) : none);
    bring(json, "load.stages", ramping, QStringLiteral("10s:100, 5s:0"));
    bring(json, "load.duration", !ramping, QStringLiteral("30s"));
    bring(json, "load.thinkTime", !open && model != QLatin1String("burst"), none);
    if (constantRate && valueAt(json, {QStringLiteral("load"), QStringLiteral("rate")}) == 0) {
        setAt(json, {QStringLiteral("load"), QStringLiteral("rate")}, kUsualRate);
    }
}

void bringUserSettings(QJsonObject &json, const QString &pick)
{
    bring(json, "users.fixedUser", pick == QLatin1String("fixed"), 1);
    bring(json, "users.exponent", pick == QLatin1String("zipf"), 1);
    bring(json, "users.path", pick == QLatin1String("file"), QJsonValue(QJsonValue::Undefined));
}

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

/// A service of somebody else has its own strategy and protections; ours has no URL.
void bringTargetSettings(QJsonObject &json, const QString &kind)
{
    const bool isHttp = kind == QLatin1String("http");
    const QString target = QStringLiteral("target");
    const QString service = QStringLiteral("service");
    if (isHttp) {
        json.remove(service);
        json.insert(
            target,
            QJsonObject{{QStringLiteral("kind"), kind},
                        {QStringLiteral("method"), QStringLiteral("POST")},
                        {QStringLiteral("couponId"), QStringLiteral("1")},
                        {QStringLiteral("url"),
                         QStringLiteral("http://127.0.0.1:8080/api/coupons/{couponId}/issue")},
                        {QStringLiteral("audit"), QStringLiteral("none")}});
    } else {
        json.insert(target, QJsonObject{{QStringLiteral("kind"), kind}});
        json.insert(service, scenarioToJson(Scenario())[service]);
    }
}

} // namespace

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
    connect(&m_looker, &TableLooker::answered, this, &Session::tablesLooked);
    connect(&m_controller, &RunController::finished, this, &Session::takeResult);
    connect(&m_controller, &RunController::audited, this,
            [this](const std::shared_ptr<const Result<DatabaseAudit, RunFault>> &result) {
                Q_EMIT scenarioChanged(); // a run is possible again
                if (result->ok()) {
                    Q_EMIT databaseAudited(
                        std::make_shared<const RunRecord>(result->value().record), {});
                } else {
                    Q_EMIT databaseAudited(nullptr, result->error().message);
                }
            });
}

bool Session::load(const QString &fileOrPreset, QStringList *faults)
{
    const auto loaded = loadScenario(fileOrPreset);
    if (!loaded) {
        if (faults != nullptr) {
            *faults = loaded.error();
        }
        return false;
    }
    const bool isPreset = !QFile::exists(fileOrPreset);
    m_presetId = isPreset ? fileOrPreset : QString();
    m_filePath = isPreset ? QString() : fileOrPreset;
    m_loaded = scenarioToJson(loaded.value());
    adopt(m_loaded);
    return true;
}

Result<void, QString> Session::save(const QString &path)
{
    if (!m_faults.isEmpty()) { // a file that nobody could open again
        return Failure{
            tr("Not everything is possible yet: %1 %2").arg(m_faults.firstKey(), m_faults.first())};
    }
    const QByteArray content =
        QJsonDocument(withoutWrittenSecrets(m_json)).toJson(QJsonDocument::Indented);
    if (auto saved = saveChosen(path, content); !saved) {
        return saved;
    }
    m_filePath = path;
    m_loaded = m_json;
    Q_EMIT scenarioChanged();
    return {};
}

void Session::set(const QString &path, const QJsonValue &value)
{
    QJsonObject json = m_json;
    setAt(json, path.split(QLatin1Char('.')), value);
    if (json != m_json) {
        adopt(json);
    }
}

QJsonValue Session::value(const QString &path) const
{
    return valueAt(m_json, path.split(QLatin1Char('.')));
}

QJsonValue Session::valueBefore(const QString &path) const
{
    return valueAt(m_loaded, path.split(QLatin1Char('.')));
}

void Session::choose(const QString &path, const QString &key)
{
    QJsonObject json = m_json;
    if (path == QLatin1String("load.model")) {
        bringLoadSettings(json, key);
    }
    if (path == QLatin1String("users.pick")) {
        bringUserSettings(json, key);
    }
    if (path == QLatin1String("target.kind")) {
        bringTargetSettings(json, key);
    }
    if (path == QLatin1String("service.strategy")) {
        bring(json, "service.layers", key == strategyKey(StrategyKind::Pessimistic),
              QJsonValue(QJsonValue::Undefined)); // the switches belong to the reference
    }
    if (path == QLatin1String("target.audit") && key == QLatin1String("profile")) {
        return set(path, QJsonObject{{QStringLiteral("profile"), QString()},
                                     {QStringLiteral("database"), QString()}});
    }
    setAt(json, path.split(QLatin1Char('.')), key);
    adopt(json);
}

bool Session::hasWorkToLose() const
{
    if (m_presetId.isEmpty() || !isChanged()) {
        return isChanged();
    }
    QJsonObject switched = m_loaded;
    const QStringList layers = {QStringLiteral("service"), QStringLiteral("layers")};
    setAt(switched, layers, valueAt(m_json, layers));
    return m_json != switched;
}

void Session::auditDatabaseAsItIs()
{
    if (!isRunning()) {
        m_controller.auditAsItIs();
        Q_EMIT scenarioChanged(); // no run is possible
        Q_EMIT databaseAuditStarted();
    }
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

void Session::lookAtTables(const std::optional<Profile> &profile)
{
    const QString typed = value(QStringLiteral("target.audit.database")).toString();
    const auto url = parseDatabaseUrl(typed.trimmed());
    if (!url || url.value().kind == DatabaseUrl::Kind::Managed) {
        const QString why = url ? tr("A private database holds no tables of somebody else. Its "
                                     "address is like mysql://USER@HOST:PORT/DATABASE.")
                                : url.error();
        const RunFault fault{ExitCode::Scenario, why, {}, FaultKind::Database};
        Q_EMIT tablesLooked(std::make_shared<const Result<TableLook, RunFault>>(Failure{fault}));
        return;
    }
    m_looker.ask(url.value(), m_allowedHosts,
                 {profile, !value(QStringLiteral("target.audit.log")).isUndefined(),
                  m_scenario.users.loaded.file});
}

RunNeeds Session::needs() const
{
    return needsOf(m_scenario, m_prediction, knownRate(m_latest.get(), m_scenario));
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

QString Session::asCommand() const
{
    QStringList words = {QStringLiteral("stampede-cli run")};
    QStringList changes;
    if (m_presetId.isEmpty()) {
        words << m_filePath;
        collectChanges(m_loaded, withoutWrittenSecrets(m_json), {}, changes);
    } else {
        words << m_presetId;
        const auto preset = loadScenario(m_presetId);
        collectChanges(preset ? scenarioToJson(preset.value()) : QJsonObject(),
                       withoutWrittenSecrets(m_json), {}, changes);
    }
    for (QString &change : changes) {
        change.replace(QLatin1Char('\''), QLatin1String("'\\''"));
        words << QStringLiteral("--set '%1'").arg(change);
    }
    return words.join(QLatin1Char(' '));
}

void Session::adopt(const QJsonObject &json)
{
    m_json = json;
    Scenario before = m_scenario;
    judge();
    before.about = m_scenario.about;
    m_changedSinceRun = m_changedSinceRun || before != m_scenario || !m_faults.isEmpty();
    Q_EMIT scenarioChanged();
}

void Session::judge()
{
    m_faults.clear();
    // Files that the scenario names are looked for beside its own.
    const QString source =
        m_filePath.isEmpty() ? kSource : QFileInfo(m_filePath).absoluteDir().filePath(kSource);
    auto read = readScenario(QJsonDocument(m_json).toJson(), source);
    if (!read) {
        for (const QString &line : read.error()) {
            const QString fault = line.mid(escaped(source).size() + 2);
            m_faults.insert(fault.section(QStringLiteral(": "), 0, 0),
                            fault.section(QStringLiteral(": "), 1));
        }
        return;
    }
    m_scenario = std::move(read).value();
    m_prediction = predictionOf(m_scenario);
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

} // namespace stampede
