#include "ui/scenario/http_section.h"

#include "ui/scenario/answer_rules.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/try_request.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace stampede {

namespace {

QString path(const char *name)
{
    return QString::fromLatin1(name);
}

/// "Name: value" a line.
QString headerLines(const QJsonValue &headers)
{
    QStringList lines;
    const QJsonObject object = headers.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        lines << QStringLiteral("%1: %2").arg(it.key(), it.value().toString());
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonValue headersFrom(const QString &typed)
{
    QJsonObject headers;
    for (const QString &line : typed.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        headers.insert(line.section(QLatin1Char(':'), 0, 0).trimmed(),
                       line.section(QLatin1Char(':'), 1).trimmed());
    }
    return headers.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(headers);
}

QString bodyText(const QJsonValue &body)
{
    return body.isObject()
               ? QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact))
               : body.toString();
}

QJsonValue bodyFrom(const QString &typed)
{
    return typed.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(typed);
}

} // namespace

HttpSection::HttpSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_try(new TryRequest(session, this))
    , m_rules(new AnswerRules(session, this))
{
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setObjectName(QStringLiteral("httpTabs"));
    tabs->addTab(makeRequest(), tr("1 Request"));
    tabs->addTab(makeAnswers(), tr("2 Answers"));
    tabs->addTab(makeRows(), tr("3 Database"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs);
}

SettingCell *HttpSection::kept(SettingCell *cell)
{
    m_cells.append(cell);
    return cell;
}

QWidget *HttpSection::page(const QList<QWidget *> &widgets)
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    for (QWidget *widget : widgets) {
        column->addWidget(widget);
    }
    column->addStretch(1);
    return made;
}

QWidget *HttpSection::makeRequest()
{
    const auto text = [this](const char *name, const QString &label) {
        return kept(SettingCell::text(m_session, path(name), label));
    };
    SettingCell *method =
        kept(SettingCell::choice(m_session, path("target.method"), tr("Method"),
                                 {{QStringLiteral("POST"), QStringLiteral("POST")},
                                  {QStringLiteral("PUT"), QStringLiteral("PUT")},
                                  {QStringLiteral("PATCH"), QStringLiteral("PATCH")},
                                  {QStringLiteral("GET"), QStringLiteral("GET")},
                                  {QStringLiteral("DELETE"), QStringLiteral("DELETE")}}));
    SettingCell *url = text("target.url", tr("URL"));
    url->setToolTip(tr("{couponId} and {userId} are filled in, as are columns of the people's file "
                       "by their names."));
    SettingCell *headers = kept(SettingCell::lines(m_session, path("target.headers"), tr("Headers"),
                                                   headerLines, headersFrom));
    headers->setToolTip(tr("Name: value, one a line. Write ${env:NAME} for a secret: it is filled "
                           "in when it is sent and never saved, shown or reported."));
    SettingCell *body =
        kept(SettingCell::lines(m_session, path("target.body"), tr("Body"), bodyText, bodyFrom));
    body->setToolTip(tr("Left empty: {\"userId\": {userId}}"));
    SettingCell *insecure =
        kept(SettingCell::flag(m_session, path("target.insecure"), tr("Any certificate")));
    insecure->setToolTip(tr("Certificates are not checked. Every report says so."));
    return page({method, url, text("target.couponId", tr("Coupon")), headers, body, insecure,
                 text("target.warmupUrl", tr("Warm-up URL")), m_try});
}

QWidget *HttpSection::makeAnswers()
{
    return page({m_rules});
}

bool HttpSection::rowsInProfile() const
{
    return m_session.value(path("target.audit")).isObject();
}

QWidget *HttpSection::makeRows()
{
    SettingCell *where = kept(SettingCell::choice(
        m_session, path("target.audit"), tr("Its rows"),
        {{QStringLiteral("none"), tr("are out of reach: answers only")},
         {QStringLiteral("serve"), tr("are ours: a stampede-cli serve on this database")},
         {QStringLiteral("profile"), tr("are described by a profile")}}));
    const auto inProfile = [this](const char *name, const QString &label) {
        return kept(SettingCell::text(m_session, path(name), label))->onlyIf([this] {
            return rowsInProfile();
        });
    };
    SettingCell *profile = inProfile("target.audit.profile", tr("Profile"));
    profile->setToolTip(tr("A file *.profile.json, relative to the scenario's file."));
    SettingCell *database = inProfile("target.audit.database", tr("Database"));
    database->setToolTip(tr("mysql://USER@HOST:PORT/DB. Stampede only reads there."));
    auto *words = new QLabel(tr("A service of somebody else is never reset: its stock and its "
                                "holders before the run are where the audit begins."),
                             this);
    words->setWordWrap(true);
    words->setProperty("muted", true);
    return page({where, profile, database, words});
}

void HttpSection::refresh()
{
    for (SettingCell *cell : std::as_const(m_cells)) {
        cell->refresh();
    }
    m_rules->refresh();
    m_try->refresh();
}

} // namespace stampede
