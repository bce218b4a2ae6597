// SPDX-License-Identifier: MIT
#include "foreign_run.h"

#include "support/test_database.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace stampede::test {

namespace {

constexpr int kRunLimitMs = 180'000;
constexpr int kLookAgainMs = 50;
constexpr int kRowsShown = 100; ///< at most, of a check
constexpr int kPool = 5;

using People = ForeignSettings::People;
using Stock = ForeignSettings::Stock;
using SoftDelete = ForeignSettings::SoftDelete;

/// Whether the load counts people by number and the service writes the name.
bool isNumbered(const ForeignSettings &s)
{
    return s.people == People::Text || s.people == People::Number;
}

QString userFormat(const ForeignSettings &s)
{
    return s.people == People::Text ? u"m{userId}"_s : u"{userId}"_s;
}

QJsonObject issuedOf(const ForeignSettings &s, const ForeignPlan &plan)
{
    QJsonObject issued{{"table"_L1, "promotion_claim"_L1}, {"id"_L1, "claim_no"_L1},
                       {"user"_L1, "member"_L1},           {"userFormat"_L1, userFormat(s)},
                       {"coupon"_L1, "promo_code"_L1},     {"issuedAt"_L1, "claimed_at"_L1}};
    if (plan.joinsRequests) {
        issued.insert("requestId"_L1, "request_id"_L1);
    }
    QJsonArray where;
    if (s.softDelete == SoftDelete::Mark) {
        where << QJsonObject{{"column"_L1, "deleted_at"_L1}, {"isNull"_L1, true}};
    }
    if (s.softDelete == SoftDelete::Status || s.keepsFailed) {
        where << (s.keepsFailed
                      ? QJsonObject{{"column"_L1, "status"_L1}, {"in"_L1, QJsonArray{"DONE"_L1}}}
                      : QJsonObject{{"column"_L1, "status"_L1},
                                    {"notIn"_L1, QJsonArray{"CANCELED"_L1}}});
    }
    if (!where.isEmpty()) {
        issued.insert("where"_L1, where);
    }
    if (s.mostPieces > 1) {
        issued.insert("quantity"_L1, "pieces"_L1);
    }
    if (s.coupons > 1 && !plan.couponFormat.isEmpty()) {
        issued.insert("couponFormat"_L1, plan.couponFormat);
    }
    return issued;
}

QJsonObject stockOf(const ForeignSettings &s)
{
    QJsonObject stock{
        {"table"_L1, "promotion"_L1}, {"id"_L1, "code"_L1}, {"total"_L1, "seats_total"_L1}};
    stock.insert(s.stock == Stock::Counter ? "issued"_L1 : "remaining"_L1,
                 s.stock == Stock::Counter ? "claimed"_L1 : "seats_left"_L1);
    if (s.stock == Stock::Unlimited) {
        const QJsonValue value = s.unlimited == "NULL"_L1  ? QJsonValue()
                                 : s.unlimited.size() > 18 ? QJsonValue(s.unlimited)
                                                           : QJsonValue(s.unlimited.toDouble());
        stock.insert("unlimited"_L1, QJsonArray{value});
    }
    return stock;
}

QJsonArray rulesOf(const ForeignSettings &s)
{
    const auto refusal = [](QLatin1String word, QLatin1String outcome) {
        return QJsonObject{{"status"_L1, 409},
                           {"pointer"_L1, "/error"_L1},
                           {"equals"_L1, word},
                           {"outcome"_L1, outcome}};
    };
    QJsonArray rules{QJsonObject{{"status"_L1, s.queueTick.count() > 0 ? 202 : 201},
                                 {"outcome"_L1, "issued"_L1}}};
    if (s.oneRefusal) {
        rules << refusal("NO"_L1, "not_issued"_L1);
    } else {
        rules << refusal("HAVE"_L1, "already_issued"_L1) << refusal("GONE"_L1, "out_of_stock"_L1);
    }
    return rules;
}

} // namespace

ConnectionSettings readerOf(const ConnectionSettings &database, Reader reader)
{
    ConnectionSettings settings = database;
    const auto admin = connectTo(database);
    const auto account = [&](const QString &name, const QStringList &grants) {
        settings.user = name;
        const QString who = u"'%1'@'localhost'"_s.arg(name);
        QStringList sql{
            u"CREATE USER IF NOT EXISTS "_s + who,
            u"GRANT SELECT ON %1.* TO %2"_s.arg(quotedIdentifier(database.database), who)};
        for (const QString &grant : grants) {
            sql << u"GRANT %1 TO %2"_s.arg(grant, who);
        }
        for (const QString &statement : sql) {
            if (const auto done = admin->execute(statement); !done) {
                qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().message));
            }
        }
    };
    switch (reader) {
    case Reader::SameAccount:
        break;
    case Reader::Watcher:
        account(u"foreign_watcher"_s, {u"PROCESS ON *.*"_s});
        break;
    case Reader::Blind:
        account(u"foreign_blind"_s, {});
        break;
    }
    return settings;
}

ForeignRun::ForeignRun(const ForeignService &service, const ConnectionSettings &reader,
                       const ForeignPlan &plan)
    : m_service(service)
    , m_reader(reader)
    , m_plan(plan)
{
    write(u"p.json"_s, QJsonDocument(profile()).toJson());
    write(u"s.json"_s, QJsonDocument(scenario()).toJson());
    if (needsFile()) {
        write(u"people.csv"_s, peopleFile());
    }
}

void ForeignRun::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
}

QJsonObject ForeignRun::profile() const
{
    const ForeignSettings &s = m_service.settings();
    QJsonObject profile{{"schema"_L1, "stampede.profile/1"_L1},
                        {"name"_L1, "Claims"_L1},
                        {"issued"_L1, issuedOf(s, m_plan)},
                        {"stock"_L1, stockOf(s)}};
    if (s.coupons == 1 || m_plan.couponFormat.isEmpty()) {
        profile.insert("coupon"_L1, s.couponNames().constFirst());
    }
    if (s.limit != 1 || s.daily) {
        QJsonObject perPerson{{"limit"_L1, s.limit == 0 ? QJsonValue() : QJsonValue(s.limit)}};
        if (s.daily) {
            perPerson.insert("within"_L1, QJsonArray{"claim_day"_L1});
        }
        profile.insert("perPerson"_L1, perPerson);
    }
    if (s.cancelEvery > 0 && m_plan.saysGivesBack) {
        profile.insert("givesBack"_L1, true);
    }
    return profile;
}

QJsonObject ForeignRun::scenario() const
{
    const ForeignSettings &s = m_service.settings();
    QJsonObject body{{"member"_L1, isNumbered(s) ? userFormat(s) : u"{userId}"_s}};
    if (s.mostPieces > 1) {
        body.insert("pieces"_L1, "{pieces}"_L1);
    }
    QJsonObject audit{{"profile"_L1, "p.json"_L1}, {"database"_L1, databaseUrl()}};
    if (!m_plan.quiet.isEmpty()) {
        audit.insert("settle"_L1, QJsonObject{{"quiet"_L1, m_plan.quiet},
                                              {"unanswered"_L1, m_plan.unanswered},
                                              {"atMost"_L1, m_plan.atMost}});
    }
    QString url = m_service.url();
    if (s.coupons > 1) {
        url.replace("{couponId}"_L1, "{promo}"_L1);
    }
    QJsonObject target{{"kind"_L1, "http"_L1},
                       {"url"_L1, url},
                       {"body"_L1, body},
                       {"classify"_L1, rulesOf(s)},
                       {"audit"_L1, audit}};
    if (s.coupons == 1) {
        target.insert("couponId"_L1, s.couponNames().constFirst());
    }
    if (s.mostPieces > 1 && m_plan.saysQuantity) {
        target.insert("quantity"_L1, "{pieces}"_L1);
    }
    const QJsonObject users =
        needsFile() ? QJsonObject{{"pick"_L1, "file"_L1}, {"path"_L1, "people.csv"_L1}}
                    : QJsonObject{{"count"_L1, m_plan.people}, {"pick"_L1, "each-once"_L1}};
    return {{"schema"_L1, "stampede.scenario/1"_L1},
            {"name"_L1, "foreign"_L1},
            {"seed"_L1, m_plan.seed},
            {"users"_L1, users},
            {"load"_L1, QJsonObject{{"model"_L1, "shared-iterations"_L1},
                                    {"vus"_L1, m_plan.vus},
                                    {"iterations"_L1, m_plan.requests},
                                    {"timeout"_L1, m_plan.timeout}}},
            {"thresholds"_L1, QJsonObject{{"duplicates"_L1, QJsonArray{"count==0"_L1}}}},
            {"target"_L1, target}};
}

bool ForeignRun::needsFile() const
{
    const ForeignSettings &s = m_service.settings();
    return !isNumbered(s) || s.mostPieces > 1 || s.coupons > 1;
}

QByteArray ForeignRun::peopleFile() const
{
    const ForeignSettings &s = m_service.settings();
    QByteArray text = "userId,pieces,promo\n";
    for (int i = 1; i <= m_plan.people; ++i) {
        const QString coupon = s.couponOf(i);
        text += (isNumbered(s) ? QString::number(i) : s.nameOf(i)).toUtf8() + ',' +
                QByteArray::number(s.piecesOf(i)) + ',' +
                (m_plan.smallLetters && i % 2 == 0 ? coupon.toLower() : coupon).toUtf8() + '\n';
    }
    return text;
}

QString ForeignRun::databaseUrl() const
{
    return u"mysql://%1@/%2?socket=%3"_s.arg(m_reader.user, m_reader.database, m_reader.socket);
}

QString ForeignRun::filePath(const char *name) const
{
    return m_folder.filePath(QLatin1String(name));
}

QProcessEnvironment ForeignRun::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"STAMPEDE_DATA_DIR"_s, filePath("data"));
    environment.insert(u"LANGUAGE"_s, u"en"_s);
    return environment;
}

void ForeignRun::begin(const QStringList &words, bool hasResult)
{
    QFile::remove(filePath("r.json"));
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment());
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(filePath("said.txt"));
    const QStringList result{u"--language"_s, u"en"_s, u"--json"_s, filePath("r.json")};
    m_process->start(QStringLiteral(STAMPEDE_CLI), words + (hasResult ? result : QStringList()));
}

void ForeignRun::start()
{
    begin({u"run"_s, filePath("s.json"), u"--history"_s, filePath("h.jsonl")});
}

bool ForeignRun::isRunning() const
{
    return m_process && !m_process->waitForFinished(0) &&
           m_process->state() != QProcess::NotRunning;
}

void ForeignRun::waitABit() const
{
    static_cast<void>(m_process->waitForFinished(kLookAgainMs));
}

void ForeignRun::finish()
{
    if (!m_process->waitForFinished(kRunLimitMs) && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_exitCode = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    QFile said(filePath("said.txt"));
    m_said = said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll()) : QString();
    QFile file(filePath("r.json"));
    m_result = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
}

void ForeignRun::make()
{
    start();
    finish();
}

void ForeignRun::verify(const QString &what)
{
    command({u"verify"_s, what});
}

void ForeignRun::command(const QStringList &words)
{
    begin(words, false);
    finish();
}

void ForeignRun::auditAgain(const QString &settle, const QStringList &more)
{
    audit(u"last"_s, settle, more);
}

void ForeignRun::auditHistory(const QString &settle)
{
    audit(filePath("h.jsonl"), settle);
}

int ForeignRun::call(const QStringList &words, QString *said) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    static_cast<void>(process.waitForFinished(kRunLimitMs));
    *said = QString::fromUtf8(process.readAll());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void ForeignRun::audit(const QString &what, const QString &settle, const QStringList &more)
{
    QStringList words{u"audit"_s,         u"--database"_s, databaseUrl(), u"--profile"_s,
                      filePath("p.json"), u"--run"_s,      what};
    if (!settle.isEmpty()) {
        words << u"--settle"_s << settle;
    }
    begin(words + more);
    finish();
}

QString ForeignRun::id() const
{
    return m_result.value("run"_L1).toObject().value("id"_L1).toString();
}

QString ForeignRun::verdict() const
{
    return m_result.value("verdict"_L1).toString();
}

namespace {

QJsonArray checksOf(const QJsonObject &result)
{
    return result.value("audit"_L1).toObject().value("checks"_L1).toArray();
}

} // namespace

QString ForeignRun::findings() const
{
    QStringList ids;
    for (const QJsonValue &value : checksOf(m_result)) {
        const QString cls = value["class"_L1].toString();
        if (value["verdict"_L1] == "fail"_L1 && (cls == "damage"_L1 || cls == "answers"_L1)) {
            ids << value["id"_L1].toString();
        }
    }
    ids.sort();
    return ids.join(QLatin1Char(' '));
}

QString ForeignRun::undecided() const
{
    QStringList ids;
    for (const QJsonValue &value : checksOf(m_result)) {
        const QString verdict = value["verdict"_L1].toString();
        if (verdict == "inconclusive"_L1 ||
            (verdict == "fail"_L1 && value["class"_L1] == "ground"_L1)) {
            ids << value["id"_L1].toString();
        }
    }
    ids.sort();
    return ids.join(QLatin1Char(' '));
}

QJsonObject ForeignRun::check(const QString &id) const
{
    for (const QJsonValue &value : checksOf(m_result)) {
        if (value["id"_L1] == id) {
            return value.toObject();
        }
    }
    return {};
}

bool ForeignRun::holds() const
{
    return m_result.value("audit"_L1)["verdict"_L1] == "pass"_L1;
}

bool ForeignRun::isBroken(const QString &id) const
{
    return check(id).value("verdict"_L1) == "fail"_L1;
}

QSet<qint64> ForeignRun::rowsAboveLimit() const
{
    QSet<qint64> ids;
    for (const QJsonValue &row : check(u"one-per-user"_s).value("rows"_L1).toArray()) {
        for (const QString &id : row["row_ids"_L1].toString().split(u' ', Qt::SkipEmptyParts)) {
            ids.insert(id.toLongLong());
        }
    }
    return ids;
}

QStringList ForeignRun::brokenCoupons() const
{
    QStringList names;
    const QJsonValue coupons = m_result.value("audit"_L1)["coupons"_L1];
    for (const QJsonValue &coupon : coupons.toArray()) {
        if (coupon["verdict"_L1] == "fail"_L1) {
            names << coupon["coupon"_L1].toString();
        }
    }
    names.sort();
    return names;
}

QStringList ForeignRun::couponsInFindings() const
{
    QStringList named;
    for (const QString &id : findings().split(u' ', Qt::SkipEmptyParts)) {
        const QString sentence = check(id).value("explanation"_L1).toString();
        for (const QString &coupon : m_service.settings().couponNames()) {
            if (sentence.contains(coupon) && !named.contains(coupon)) {
                named << coupon;
            }
        }
        for (const QJsonValue &row : check(id).value("rows"_L1).toArray()) {
            const QString coupon = row["coupon"_L1].toString();
            if (!coupon.isEmpty() && !named.contains(coupon)) {
                named << coupon;
            }
        }
    }
    named.sort();
    return named;
}

int ForeignRun::outcome(const char *key) const
{
    return m_result.value("outcomes"_L1).toObject().value(QLatin1String(key)).toInt(-1);
}

std::int64_t ForeignRun::state(const char *key) const
{
    return m_result.value("state"_L1).toObject().value(QLatin1String(key)).toInteger(-1);
}

QString ForeignRun::story() const
{
    QStringList lines{u"exit %1, verdict %2"_s.arg(m_exitCode).arg(verdict())};
    for (const QJsonValue &value : checksOf(m_result)) {
        const QString verdict = value["verdict"_L1].toString();
        if (verdict == "fail"_L1 || verdict == "inconclusive"_L1) {
            lines << u"  %1 %2: expected %3, actual %4. %5"_s.arg(
                value["id"_L1].toString(), verdict, value["expected"_L1].toString(),
                value["actual"_L1].toString(), value["explanation"_L1].toString());
        }
    }
    if (m_result.isEmpty()) {
        lines << m_said.right(1500);
    }
    return lines.join(QLatin1Char('\n'));
}

QString contradiction(const ForeignRun &run, const ForeignTruth &truth)
{
    QStringList wrong;
    const int right = truth.isRight() ? 0 : 97;
    // Where nobody was answered in time nothing was measured, whatever the rows say.
    const bool unmeasured = run.exitCode() == 98 && run.holds() && truth.isRight();
    if (run.exitCode() != right && !unmeasured) {
        wrong << u"exit %1, right is %2"_s.arg(run.exitCode()).arg(right);
    }
    const auto agree = [&](const QString &id, bool isSo) {
        if (run.isBroken(id) != isSo) {
            wrong << (isSo ? u"%1 is not broken"_s : u"%1 is broken"_s).arg(id);
        }
    };
    agree(u"stock-not-exceeded"_s, truth.oversold > 0);
    agree(u"one-per-user"_s, !truth.aboveLimit.isEmpty());
    agree(u"issued-is-stored"_s, truth.lost > 0);
    agree(u"earlier-holders-kept"_s, truth.oldGone > 0);
    const bool drifts = run.isBroken(u"stock-adds-up"_s) || run.isBroken(u"counter-agrees"_s);
    if (drifts != (truth.drift != 0)) {
        wrong << (drifts ? u"stock is said to drift"_s : u"no drift is told"_s);
    }
    const QSet<qint64> named = run.rowsAboveLimit();
    if (named.intersects(truth.oldRows)) {
        wrong << u"rows are named that were there before"_s;
    }
    if (truth.aboveLimit.size() <= kRowsShown && !named.contains(truth.aboveLimit)) {
        wrong << u"rows above the limit are not named"_s;
    }
    if (truth.isRight() && !run.findings().isEmpty()) {
        wrong << u"broken: "_s + run.findings();
    }
    if (run.severalCoupons() && truth.isRight() != truth.wrongCoupons.isEmpty()) {
        wrong << u"the truth contradicts itself"_s;
    }
    if (run.severalCoupons() && run.brokenCoupons() != truth.wrongCoupons) {
        wrong << u"broken coupons: %1, right is %2"_s.arg(run.brokenCoupons().join(u' '),
                                                          truth.wrongCoupons.join(u' '));
    }
    const QStringList inFindings = run.severalCoupons() ? run.couponsInFindings() : QStringList();
    if (run.severalCoupons() && inFindings != truth.wrongCoupons) {
        wrong << u"findings name "_s + inFindings.join(u' ');
    }
    if (run.isBroken(u"as-predicted"_s) && truth.isRight()) {
        wrong << u"not as predicted"_s;
    }
    return wrong.isEmpty()
               ? QString()
               : wrong.join(u"; "_s) + u"\n"_s + run.story() + u"\n  truth: "_s + truth.text();
}

Bystander::Bystander(const ConnectionSettings &database, Kind kind)
    : m_database(database)
    , m_kind(kind)
{
    const auto all = [](Connection &connection, const QStringList &statements) {
        for (const QString &sql : statements) {
            if (const auto done = connection.execute(sql); !done) {
                qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().message));
            }
        }
    };
    switch (kind) {
    case Kind::IdlePool:
        for (int i = 0; i < kPool; ++i) {
            m_connections.push_back(connectTo(database));
            all(*m_connections.back(),
                {u"SET autocommit = 0"_s, u"START TRANSACTION WITH CONSISTENT SNAPSHOT"_s});
            static_cast<void>(
                m_connections.back()->value(u"SELECT COUNT(*) FROM promotion_claim"_s));
        }
        break;
    case Kind::Prepared:
        m_connections.push_back(connectTo(database));
        all(*m_connections.back(),
            {u"CREATE TABLE IF NOT EXISTS other_books (n INT) ENGINE=InnoDB"_s,
             u"XA START '%1'"_s.arg(database.database), u"INSERT INTO other_books VALUES (1)"_s,
             u"XA END '%1'"_s.arg(database.database), u"XA PREPARE '%1'"_s.arg(database.database)});
        break;
    case Kind::Report:
        m_thread = std::thread([this] { report(); });
        while (m_reporting == 0) {
            std::this_thread::yield();
        }
        break;
    }
}

void Bystander::report() const
{
    const auto connection = connectTo(m_database);
    static_cast<void>(connection->execute(u"START TRANSACTION"_s));
    m_reporting = connection->id();
    // A plain read, which locks nothing. It is ended from outside, so its error is no news.
    static_cast<void>(connection->value(u"SELECT COUNT(*) + SLEEP(60) FROM promotion_claim"_s));
}

Bystander::~Bystander()
{
    switch (m_kind) {
    case Kind::IdlePool:
        break;
    case Kind::Prepared:
        static_cast<void>(
            m_connections.front()->execute(u"XA ROLLBACK '%1'"_s.arg(m_database.database)));
        break;
    case Kind::Report:
        static_cast<void>(
            connectTo(m_database)->execute(u"KILL QUERY %1"_s.arg(m_reporting.load())));
        m_thread.join();
        break;
    }
}

} // namespace stampede::test
