#include "profile/profile_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stampede {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject issuedToJson(const Profile::Issued &issued)
{
    return {{QStringLiteral("table"), textOrNull(issued.table)},
            {QStringLiteral("id"), textOrNull(issued.id)},
            {QStringLiteral("user"), textOrNull(issued.user)},
            {QStringLiteral("userFormat"), textOrNull(issued.userFormat)},
            {QStringLiteral("coupon"), textOrNull(issued.coupon)},
            {QStringLiteral("issuedAt"), textOrNull(issued.issuedAt)},
            {QStringLiteral("requestId"), textOrNull(issued.requestId)}};
}

QJsonValue stockToJson(const Profile::Stock &stock)
{
    if (stock.table.isEmpty()) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("table"), stock.table},
                       {QStringLiteral("id"), textOrNull(stock.id)},
                       {QStringLiteral("remaining"), textOrNull(stock.remaining)},
                       {QStringLiteral("total"), textOrNull(stock.total)},
                       {QStringLiteral("issued"), textOrNull(stock.issued)},
                       {QStringLiteral("startsAt"), textOrNull(stock.startsAt)},
                       {QStringLiteral("endsAt"), textOrNull(stock.endsAt)}};
}

} // namespace

QByteArray profileToJson(const Profile &profile)
{
    QJsonArray checks;
    for (const OwnCheck &check : profile.checks) {
        checks.append(QJsonObject{{QStringLiteral("id"), check.id},
                                  {QStringLiteral("title"), check.title},
                                  {QStringLiteral("sql"), check.sql}});
    }
    const std::string_view precedence = precedenceKey(profile.precedence);
    const QJsonObject json{
        {QStringLiteral("schema"), QStringLiteral("stampede.profile/1")},
        {QStringLiteral("name"), textOrNull(profile.name)},
        {QStringLiteral("coupon"), textOrNull(profile.coupon)},
        {QStringLiteral("precedence"),
         QString::fromLatin1(precedence.data(), static_cast<qsizetype>(precedence.size()))},
        {QStringLiteral("issued"), issuedToJson(profile.issued)},
        {QStringLiteral("stock"), stockToJson(profile.stock)},
        {QStringLiteral("checks"), checks}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace stampede
