#include "database/database_url.h"

#include "files/input_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace stampede {

namespace {

const QString kManaged = QStringLiteral("managed:");
const QString kMysql = QStringLiteral("mysql://");
const QString kSocketKey = QStringLiteral("socket");
const QString kPasswordFileKey = QStringLiteral("password-file");
constexpr qsizetype kLongestSocket = 107; // sun_path without its end
constexpr int kDefaultPort = 3306;

struct DatabaseUrlText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseUrl)
};

Failure<QString> passwordRefused()
{
    return Failure{DatabaseUrlText::tr(
        "The database address contains a password; it would stay in shell histories "
        "and logs. Give it in STAMPEDE_DB_PASSWORD or as ?password-file=PATH.")};
}

/// Looks before any parser does: whatever stands between a colon and the first @ may be a password,
/// however little the rest looks like an address.
bool mayHoldPassword(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at >= 0 && QStringView(text).first(at).mid(kMysql.size()).contains(QLatin1Char(':'));
}

Result<void, QString> readSettings(const QUrl &url, DatabaseUrl &result)
{
    const QUrlQuery query(url);
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key == kSocketKey) {
            result.socket = value;
        } else if (key == kPasswordFileKey) {
            result.passwordFile = value;
        } else if (key.contains(QStringLiteral("pass"), Qt::CaseInsensitive)) {
            return passwordRefused();
        } else {
            return Failure{DatabaseUrlText::tr(
                "The database address has an unknown setting after the question "
                "mark; there are socket=PATH and password-file=PATH.")};
        }
    }
    return {};
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
}

Result<void, QString> checkPlace(const DatabaseUrl &url)
{
    // The client library ends names at a NUL: another database would be meant than is looked at.
    const QStringList names = {url.user, url.host, url.database, url.socket, url.passwordFile};
    if (std::any_of(names.begin(), names.end(), hasControl)) {
        return Failure{DatabaseUrlText::tr(
            "The database address holds a control character, which no name may have.")};
    }
    if (url.user.isEmpty()) {
        return Failure{
            DatabaseUrlText::tr("The database address names no user: mysql://USER@HOST:PORT/DB.")};
    }
    if (url.database.isEmpty() || url.database.contains(QLatin1Char('/'))) {
        return Failure{
            DatabaseUrlText::tr("The database address must name one database after the host: "
                                "mysql://USER@HOST:PORT/DB.")};
    }
    if (url.host.isEmpty() && url.socket.isEmpty()) {
        return Failure{
            DatabaseUrlText::tr("The database address names neither a host nor a socket: "
                                "mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH.")};
    }
    if (!url.host.isEmpty() && !url.socket.isEmpty()) {
        return Failure{
            DatabaseUrlText::tr("The database address names a host and a socket; only one of them "
                                "can be meant.")};
    }
    if (!url.socket.isEmpty() &&
        (!url.socket.startsWith(QLatin1Char('/')) || url.socket.contains(QLatin1Char(';')) ||
         QFile::encodeName(url.socket).size() > kLongestSocket)) {
        return Failure{
            DatabaseUrlText::tr("The socket of the database address must be an absolute path of at "
                                "most %1 bytes without a semicolon.")
                .arg(kLongestSocket)};
    }
    return {};
}

Result<DatabaseUrl, QString> parseMysql(const QString &text)
{
    if (mayHoldPassword(text)) {
        return passwordRefused();
    }
    // QUrl's own error repeats the text, which may hold a secret in a place that nobody expected.
    const QUrl parsed(text, QUrl::TolerantMode);
    if (!parsed.isValid() || parsed.hasFragment() || parsed.port(kDefaultPort) == 0) {
        return Failure{
            DatabaseUrlText::tr("The database address cannot be read. It is written "
                                "mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH, "
                                "with a port of 1 to 65535 and # as %23.")};
    }
    DatabaseUrl result;
    result.kind = DatabaseUrl::Kind::Mysql;
    result.user = parsed.userName(QUrl::FullyDecoded);
    result.host = parsed.host(QUrl::FullyDecoded);
    result.port = parsed.port(kDefaultPort);
    result.database = parsed.path(QUrl::FullyDecoded).mid(1);
    if (const Result<void, QString> read = readSettings(parsed, result); !read.ok()) {
        return Failure{read.error()};
    }
    if (const Result<void, QString> checked = checkPlace(result); !checked.ok()) {
        return Failure{checked.error()};
    }
    return result;
}

QString encoded(const QString &text, const char *keep)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

} // namespace

Result<DatabaseUrl, QString> parseDatabaseUrl(const QString &text)
{
    if (text.startsWith(kMysql)) {
        return parseMysql(text);
    }
    if (text.startsWith(kManaged) && !text.startsWith(kManaged + QStringLiteral("//"))) {
        DatabaseUrl result;
        result.folder = text.mid(kManaged.size());
        if (result.folder.contains(QChar(u'\0'))) { // ends a name for the system
            return Failure{
                DatabaseUrlText::tr("The folder behind managed: holds a NUL, which no name may "
                                    "have.")};
        }
        return result;
    }
    return Failure{DatabaseUrlText::tr(
        "A database address begins with managed: (a private MariaDB, optionally "
        "managed:DIR) or with mysql://USER@.")};
}

QString DatabaseUrl::display() const
{
    if (kind == Kind::Managed) {
        return kManaged + folder;
    }
    QString text = kMysql + encoded(user, "") + QLatin1Char('@');
    if (socket.isEmpty()) {
        const bool isIpv6 = host.contains(QLatin1Char(':'));
        text += isIpv6 ? QLatin1Char('[') + host + QLatin1Char(']') : host;
        text += QLatin1Char(':') + QString::number(port);
    }
    text += QLatin1Char('/') + encoded(database, "");
    QStringList settings;
    if (!socket.isEmpty()) {
        settings += kSocketKey + QLatin1Char('=') + encoded(socket, "/");
    }
    if (!passwordFile.isEmpty()) {
        settings += kPasswordFileKey + QLatin1Char('=') + encoded(passwordFile, "/");
    }
    return settings.isEmpty() ? text : text + QLatin1Char('?') + settings.join(QLatin1Char('&'));
}

bool DatabaseUrl::isLocal() const
{
    if (kind == Kind::Managed || !socket.isEmpty() ||
        host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0) {
        return true;
    }
    QHostAddress address(host);
    if (address.isNull()) {
        return false;
    }
    if (address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv4) ||
        address == QHostAddress(QHostAddress::AnyIPv6)) {
        return true;
    }
    address.setScopeId({});
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    return std::any_of(own.begin(), own.end(), [&address](QHostAddress candidate) {
        candidate.setScopeId({});
        return candidate == address;
    });
}

Result<QString, QString> readPassword(const DatabaseUrl &url)
{
    if (url.passwordFile.isEmpty()) {
        return qEnvironmentVariable("STAMPEDE_DB_PASSWORD");
    }
    constexpr qint64 kLongestPassword = 4096;
    const auto file = openOrdinaryFile(url.passwordFile);
    if (!file) {
        return Failure{DatabaseUrlText::tr("The password file %1 cannot be read: %2.")
                           .arg(url.passwordFile, file.error())};
    }
    QByteArray line = file.value()->readLine(kLongestPassword);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

} // namespace stampede
