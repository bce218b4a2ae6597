// SPDX-License-Identifier: MIT
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

/// A setting is written where it says something else than what is meant without it.
void insertUnless(bool isDefault, QJsonObject &object, const char *key, const QJsonValue &value)
{
    if (!isDefault) {
        object.insert(QLatin1String(key), value);
    }
}

QJsonObject issuedToJson(const Profile::Issued &issued)
{
    QJsonObject object = {{QStringLiteral("table"), textOrNull(issued.table)},
                          {QStringLiteral("id"), textOrNull(issued.id)},
                          {QStringLiteral("user"), textOrNull(issued.user)},
                          {QStringLiteral("userFormat"), textOrNull(issued.userFormat)},
                          {QStringLiteral("coupon"), textOrNull(issued.coupon)},
                          {QStringLiteral("issuedAt"), textOrNull(issued.issuedAt)},
                          {QStringLiteral("requestId"), textOrNull(issued.requestId)}};
    insertUnless(issued.where.isEmpty(), object, "where", conditionsToJson(issued.where));
    insertUnless(issued.quantity.isEmpty(), object, "quantity", issued.quantity);
    insertUnless(issued.userAs == IdForm::ByColumn, object, "userAs", idFormKey(issued.userAs));
    insertUnless(issued.couponAs == IdForm::ByColumn, object, "couponAs",
                 idFormKey(issued.couponAs));
    insertUnless(issued.couponFormat.isEmpty(), object, "couponFormat", issued.couponFormat);
    return object;
}

QJsonValue stockToJson(const Profile::Stock &stock)
{
    if (stock.table.isEmpty()) {
        return QJsonValue::Null;
    }
    QJsonObject object{{QStringLiteral("table"), stock.table},
                       {QStringLiteral("id"), textOrNull(stock.id)},
                       {QStringLiteral("remaining"), textOrNull(stock.remaining)},
                       {QStringLiteral("total"), textOrNull(stock.total)},
                       {QStringLiteral("issued"), textOrNull(stock.issued)},
                       {QStringLiteral("startsAt"), textOrNull(stock.startsAt)},
                       {QStringLiteral("endsAt"), textOrNull(stock.endsAt)}};
    insertUnless(stock.where.isEmpty(), object, "where", conditionsToJson(stock.where));
    QJsonArray unlimited;
    for (const QString &value : stock.unlimited) {
        bool isNumber = false;
        const qlonglong number = value.toLongLong(&isNumber);
        unlimited.append(value.isNull() ? QJsonValue(QJsonValue::Null)
                         : isNumber     ? QJsonValue(number)
                                        : QJsonValue(value));
    }
    insertUnless(unlimited.isEmpty(), object, "unlimited", unlimited);
    insertUnless(stock.couponAs == IdForm::ByColumn, object, "couponAs", idFormKey(stock.couponAs));
    return object;
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
    QJsonObject json{
        {QStringLiteral("schema"), QStringLiteral("stampede.profile/1")},
        {QStringLiteral("name"), textOrNull(profile.name)},
        {QStringLiteral("coupon"), textOrNull(profile.coupon)},
        {QStringLiteral("precedence"),
         QString::fromLatin1(precedence.data(), static_cast<qsizetype>(precedence.size()))},
        {QStringLiteral("issued"), issuedToJson(profile.issued)},
        {QStringLiteral("stock"), stockToJson(profile.stock)},
        {QStringLiteral("checks"), checks}};
    insertUnless(profile.perPerson.isOne(), json, "perPerson",
                 personLimitToJson(profile.perPerson));
    insertUnless(!profile.givesBack, json, "givesBack", profile.givesBack.value_or(false));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace stampede
