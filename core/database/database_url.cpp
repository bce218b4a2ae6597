// SPDX-License-Identifier: MIT
#include "database/database_url.h"

#include "database/database_text.h"

#include "files/input_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace stampede {

namespace {

const QString kManaged = QStringLiteral("managed:");
const QString kMysql = QStringLiteral("mysql://");
const QString kSocketKey = QStringLiteral("socket");
const QString kPasswordFileKey = QStringLiteral("password-file");
const QString kTlsKey = QStringLiteral("tls");
const QString kTlsCaKey = QStringLiteral("tls-ca");
const QString kTlsCertKey = QStringLiteral("tls-cert");
const QString kTlsKeyKey = QStringLiteral("tls-key");
constexpr qsizetype kLongestSocket = 107; // sun_path without its end
constexpr int kDefaultPort = 3306;

Failure<QString> passwordRefused()
{
    return Failure{DatabaseText::tr(
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

std::optional<DatabaseTls::Mode> tlsModeNamed(const QString &word)
{
    for (const auto mode : {DatabaseTls::Mode::Off, DatabaseTls::Mode::Prefer,
                            DatabaseTls::Mode::Require, DatabaseTls::Mode::Verify}) {
        if (word == databaseTlsKey(mode)) {
            return mode;
        }
    }
    return std::nullopt;
}

/// `says`: the address itself says whether there is TLS.
Result<void, QString> checkTls(DatabaseUrl &url, bool says)
{
    const DatabaseTls &tls = url.tls;
    const bool hasFile = !tls.ca.isEmpty() || !tls.certificate.isEmpty() || !tls.key.isEmpty();
    if (!url.socket.isEmpty()) {
        const bool asks = hasFile || (says && tls.mode != DatabaseTls::Mode::Off);
        return asks ? Result<void, QString>(Failure{DatabaseText::tr(
                          "The database address names a socket, which stays on this machine: TLS "
                          "has no use there.")})
                    : Result<void, QString>();
    }
    if (!says) {
        url.tls.mode = DatabaseTls::Mode::Prefer;
    }
    if (hasFile && url.tls.mode == DatabaseTls::Mode::Off) {
        return Failure{DatabaseText::tr("The database address names files for TLS and says "
                                        "tls=off; only one of them can be meant.")};
    }
    if (!tls.key.isEmpty() && tls.certificate.isEmpty()) {
        return Failure{DatabaseText::tr("The database address names tls-key without tls-cert, "
                                        "the certificate that it belongs to.")};
    }
    return {};
}

Result<void, QString> readSettings(const QUrl &url, DatabaseUrl &result)
{
    const QUrlQuery query(url);
    bool saysTls = false;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key == kSocketKey) {
            result.socket = value;
        } else if (key == kPasswordFileKey) {
            result.passwordFile = value;
        } else if (key == kTlsCaKey) {
            result.tls.ca = value;
        } else if (key == kTlsCertKey) {
            result.tls.certificate = value;
        } else if (key == kTlsKeyKey) {
            result.tls.key = value;
        } else if (key == kTlsKey) {
            const auto mode = tlsModeNamed(value);
            if (!mode) {
                return Failure{DatabaseText::tr("In the database address tls must be one of: "
                                                "off, prefer, require, verify.")};
            }
            result.tls.mode = *mode;
            saysTls = true;
        } else if (key.contains(QStringLiteral("pass"), Qt::CaseInsensitive)) {
            return passwordRefused();
        } else {
            return Failure{DatabaseText::tr(
                "The database address has an unknown setting after the question mark; there are "
                "socket=PATH, password-file=PATH, tls=off|prefer|require|verify, tls-ca=FILE, "
                "tls-cert=FILE and tls-key=FILE.")};
        }
    }
    return checkTls(result, saysTls);
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
    const QStringList names = {url.user,         url.host,   url.database,        url.socket,
                               url.passwordFile, url.tls.ca, url.tls.certificate, url.tls.key};
    if (std::any_of(names.begin(), names.end(), hasControl)) {
        return Failure{DatabaseText::tr(
            "The database address holds a control character, which no name may have.")};
    }
    if (url.user.isEmpty()) {
        return Failure{
            DatabaseText::tr("The database address names no user: mysql://USER@HOST:PORT/DB.")};
    }
    if (url.database.isEmpty() || url.database.contains(QLatin1Char('/'))) {
        return Failure{
            DatabaseText::tr("The database address must name one database after the host: "
                             "mysql://USER@HOST:PORT/DB.")};
    }
    if (url.host.isEmpty() && url.socket.isEmpty()) {
        return Failure{
            DatabaseText::tr("The database address names neither a host nor a socket: "
                             "mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH.")};
    }
    if (!url.host.isEmpty() && !url.socket.isEmpty()) {
        return Failure{
            DatabaseText::tr("The database address names a host and a socket; only one of them "
                             "can be meant.")};
    }
    if (!url.socket.isEmpty() &&
        (!url.socket.startsWith(QLatin1Char('/')) || url.socket.contains(QLatin1Char(';')) ||
         QFile::encodeName(url.socket).size() > kLongestSocket)) {
        return Failure{
            DatabaseText::tr("The socket of the database address must be an absolute path of at "
                             "most %1 bytes without a semicolon.")
                .arg(kLongestSocket)};
    }
    return {};
}

bool isReadable(const QUrl &url)
{
    return url.isValid() && !url.hasFragment() && url.port(kDefaultPort) != 0;
}

/// Who, where and which database, without the settings.
DatabaseUrl placeOf(const QUrl &url)
{
    DatabaseUrl place;
    place.kind = DatabaseUrl::Kind::Mysql;
    place.user = url.userName(QUrl::FullyDecoded);
    place.host = url.host(QUrl::FullyDecoded);
    place.port = url.port(kDefaultPort);
    place.database = url.path(QUrl::FullyDecoded).mid(1);
    return place;
}

Result<DatabaseUrl, QString> parseMysql(const QString &text)
{
    if (mayHoldPassword(text)) {
        return passwordRefused();
    }
    // QUrl's own error repeats the text, which may hold a secret in a place that nobody expected.
    const QUrl parsed(text, QUrl::TolerantMode);
    if (!isReadable(parsed)) {
        return Failure{
            DatabaseText::tr("The database address cannot be read. It is written "
                             "mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH, "
                             "with a port of 1 to 65535 and # as %23.")};
    }
    DatabaseUrl result = placeOf(parsed);
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

/// One setting of a jdbc: address as one of ours; false where it has no meaning here.
bool takeJavaSetting(const QString &key, const QString &value, DatabaseUrl &url)
{
    const QString lower = value.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
    const bool isOn = lower == QLatin1String("true");
    using Mode = DatabaseTls::Mode;
    if (key == QLatin1String("user")) {
        url.user = value;
    } else if (key == QLatin1String("useSSL")) {
        url.tls.mode = isOn ? std::max(url.tls.mode, Mode::Require) : Mode::Off;
    } else if (key == QLatin1String("requireSSL")) {
        url.tls.mode = isOn ? std::max(url.tls.mode, Mode::Require) : url.tls.mode;
    } else if (key == QLatin1String("verifyServerCertificate")) {
        url.tls.mode = isOn ? Mode::Verify : url.tls.mode;
    } else if (key == QLatin1String("sslMode")) {
        const bool isOff = lower == QLatin1String("disabled") || lower == QLatin1String("disable");
        const bool isChecked = lower.startsWith(QLatin1String("verify"));
        url.tls.mode = isOff                                 ? Mode::Off
                       : isChecked                           ? Mode::Verify
                       : lower == QLatin1String("preferred") ? Mode::Prefer
                                                             : Mode::Require;
    } else if (key == QLatin1String("serverSslCert")) {
        url.tls.ca = value;
    } else if (key == QLatin1String("localSocket")) {
        url.socket = value;
    } else {
        return false;
    }
    return true;
}

/// As Java programs have it; `text` begins behind jdbc:.
Result<DatabaseUrl, QString> parseJava(const QString &text)
{
    if (mayHoldPassword(text)) {
        return passwordRefused();
    }
    const qsizetype start = text.indexOf(QLatin1String("://"));
    const QUrl parsed(kMysql + text.mid(start + 3), QUrl::TolerantMode);
    if (!isReadable(parsed)) {
        return Failure{DatabaseText::tr(
            "This jdbc: address cannot be read here: it must name one host, as in "
            "jdbc:mysql://HOST:PORT/DB?user=USER. Otherwise write mysql://USER@HOST:PORT/DB.")};
    }
    DatabaseUrl result = placeOf(parsed);
    result.tls.mode = DatabaseTls::Mode::Prefer;
    for (const auto &[key, value] : QUrlQuery(parsed).queryItems(QUrl::FullyDecoded)) {
        if (key == kPasswordFileKey) {
            result.passwordFile = value;
        } else if (key.compare(QLatin1String("password"), Qt::CaseInsensitive) == 0) {
            return passwordRefused();
        } else if (!takeJavaSetting(key, value, result)) {
            result.dropped << key;
        }
    }
    if (result.user.isEmpty()) {
        return Failure{DatabaseText::tr("The jdbc: address names no user, whom Java programs "
                                        "give apart: add it as ?user=USER, and the password in "
                                        "STAMPEDE_DB_PASSWORD or as password-file=PATH.")};
    }
    if (!result.socket.isEmpty()) {
        result.host.clear();
    }
    const bool saysTls = result.socket.isEmpty();
    result.tls = saysTls ? result.tls : DatabaseTls();
    if (const Result<void, QString> checked = checkTls(result, saysTls); !checked.ok()) {
        return Failure{checked.error()};
    }
    if (const Result<void, QString> checked = checkPlace(result); !checked.ok()) {
        return Failure{checked.error()};
    }
    return result;
}

/// Guards the passwords that were kept.
std::mutex &keptMutex()
{
    static std::mutex mutex;
    return mutex;
}

/// By the account and its server.
QHash<QString, QString> &keptPasswords()
{
    static QHash<QString, QString> passwords;
    return passwords;
}

QString accountOf(const DatabaseUrl &url)
{
    return QStringList{url.user, url.host, QString::number(url.port), url.socket}.join(
        QLatin1Char('\n'));
}

} // namespace

Result<DatabaseUrl, QString> parseDatabaseUrl(const QString &text)
{
    if (text.startsWith(QLatin1String("jdbc:mysql://")) ||
        text.startsWith(QLatin1String("jdbc:mariadb://"))) {
        return parseJava(text.mid(5));
    }
    if (text.startsWith(kMysql)) {
        return parseMysql(text);
    }
    if (text.startsWith(kManaged) && !text.startsWith(kManaged + QStringLiteral("//"))) {
        DatabaseUrl result;
        result.folder = text.mid(kManaged.size());
        if (result.folder.contains(QChar(u'\0'))) { // ends a name for the system
            return Failure{
                DatabaseText::tr("The folder behind managed: holds a NUL, which no name may "
                                 "have.")};
        }
        return result;
    }
    return Failure{
        DatabaseText::tr("A database address begins with managed: (a private MariaDB, optionally "
                         "managed:DIR), with mysql://USER@ or with jdbc:mysql://.")};
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
    if (socket.isEmpty() && tls.mode != DatabaseTls::Mode::Prefer) {
        settings += kTlsKey + QLatin1Char('=') + databaseTlsKey(tls.mode);
    }
    for (const auto &[key, file] :
         {std::pair(kTlsCaKey, tls.ca), {kTlsCertKey, tls.certificate}, {kTlsKeyKey, tls.key}}) {
        if (!file.isEmpty()) {
            settings += key + QLatin1Char('=') + encoded(file, "/");
        }
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

void keepPassword(const DatabaseUrl &url, const QString &password)
{
    const std::lock_guard lock(keptMutex());
    if (password.isEmpty()) {
        keptPasswords().remove(accountOf(url));
    } else {
        keptPasswords().insert(accountOf(url), password);
    }
}

Result<QString, QString> readPassword(const DatabaseUrl &url)
{
    {
        const std::lock_guard lock(keptMutex());
        if (const auto kept = keptPasswords().constFind(accountOf(url));
            kept != keptPasswords().constEnd()) {
            return *kept;
        }
    }
    if (url.passwordFile.isEmpty()) {
        return qEnvironmentVariable("STAMPEDE_DB_PASSWORD");
    }
    constexpr qint64 kLongestPassword = 4096;
    const auto file = openOrdinaryFile(url.passwordFile);
    if (!file) {
        return Failure{DatabaseText::tr("The password file %1 cannot be read: %2.")
                           .arg(url.passwordFile, file.error())};
    }
    QByteArray line = file.value()->readLine(kLongestPassword);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

} // namespace stampede
