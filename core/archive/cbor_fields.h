// SPDX-License-Identifier: MIT
#pragma once

#include "archive/varint.h"
#include "base/ids.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <array>
#include <chrono>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace stampede {

/// How many values an enum has, from 0 without a gap. New ones go to the end: files hold numbers.
template<typename Enum>
inline constexpr int kEnumSize = 0;

/// For `fields(archive, value)`: one function of a struct both writes and reads it.
template<typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

class CborWriter;
class CborReader;

template<typename T>
concept HasFields = requires(CborWriter &writer, const T &value)
{
    fields(writer, value);
};

template<typename T>
inline constexpr bool kIsOptional = false;
template<typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template<typename T>
QCborValue toCbor(const T &value);
template<typename T>
bool fromCbor(const QCborValue &cbor, T &value);

/// Writes the fields of one struct as a map.
class CborWriter
{
public:
    template<typename T>
    void operator()(const char *key, const T &value)
    {
        if constexpr (kIsOptional<T>) {
            if (value) {
                m_map.insert(QLatin1String(key), toCbor(*value));
            }
        } else {
            m_map.insert(QLatin1String(key), toCbor(value));
        }
    }
    /// A list that may be as long as the run.
    void packed(const char *key, const std::vector<std::int64_t> &values)
    {
        m_map.insert(QLatin1String(key), QCborValue(stampede::packed(values)));
    }
    [[nodiscard]] const QCborMap &map() const { return m_map; }

private:
    QCborMap m_map;
};

/// Reads them back. A field that is not there keeps its value: an older version did not know it.
class CborReader
{
public:
    explicit CborReader(const QCborMap &map)
        : m_map(map)
    {}
    template<typename T>
    void operator()(const char *key, T &value)
    {
        const QCborValue found = m_map.value(QLatin1String(key));
        if (found.isUndefined()) {
            return;
        }
        if constexpr (kIsOptional<T>) {
            m_ok = fromCbor(found, value.emplace()) && m_ok;
        } else {
            m_ok = fromCbor(found, value) && m_ok;
        }
    }
    void packed(const char *key, std::vector<std::int64_t> &values)
    {
        const QCborValue found = m_map.value(QLatin1String(key));
        if (!found.isUndefined()) {
            m_ok = unpack(found.toByteArray(), values) && m_ok;
        }
    }
    /// Something that cannot be.
    void fail() { m_ok = false; }
    /// Whether everything had the form that it should have.
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    const QCborMap &m_map;
    bool m_ok = true;
};

template<typename List>
QCborValue listToCbor(const List &list)
{
    QCborArray array;
    for (const auto &item : list) {
        array.append(toCbor(item));
    }
    return array;
}

template<typename List>
bool listFromCbor(const QCborValue &cbor, List &list)
{
    list.clear();
    const QCborArray array = cbor.toArray();
    for (const QCborValue &item : array) {
        typename List::value_type read{};
        if (!fromCbor(item, read)) {
            return false;
        }
        list.push_back(std::move(read));
    }
    return cbor.isArray();
}

template<typename T>
struct CborForm // structs, numbers and enums
{
    static QCborValue write(const T &value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            return QCborValue(value);
        } else if constexpr (std::is_enum_v<T>) {
            static_assert(kEnumSize<T> > 0);
            return QCborValue(static_cast<qint64>(value));
        } else if constexpr (std::is_integral_v<T>) {
            return QCborValue(static_cast<qint64>(value));
        } else if constexpr (std::is_floating_point_v<T>) {
            return QCborValue(static_cast<double>(value));
        } else {
            static_assert(HasFields<T>);
            CborWriter writer;
            fields(writer, value);
            return writer.map();
        }
    }
    static bool read(const QCborValue &cbor, T &value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            value = cbor.toBool();
            return cbor.isBool();
        } else if constexpr (std::is_enum_v<T>) {
            const qint64 number = cbor.toInteger(-1);
            value = static_cast<T>(number >= 0 && number < kEnumSize<T> ? number : 0);
            return number >= 0 && number < kEnumSize<T>;
        } else if constexpr (std::is_integral_v<T>) {
            value = static_cast<T>(cbor.toInteger());
            return cbor.isInteger() && static_cast<qint64>(value) == cbor.toInteger();
        } else if constexpr (std::is_floating_point_v<T>) {
            value = cbor.toDouble();
            return cbor.isDouble();
        } else {
            const QCborMap map = cbor.toMap();
            CborReader reader(map);
            fields(reader, value);
            return cbor.isMap() && reader.ok();
        }
    }
};

template<>
struct CborForm<QString>
{
    static QCborValue write(const QString &value) { return QCborValue(value); }
    static bool read(const QCborValue &cbor, QString &value)
    {
        value = cbor.toString();
        return cbor.isString();
    }
};

template<typename T>
struct CborForm<QList<T>>
{
    static QCborValue write(const QList<T> &value) { return listToCbor(value); }
    static bool read(const QCborValue &cbor, QList<T> &value) { return listFromCbor(cbor, value); }
};

template<typename T>
struct CborForm<std::vector<T>>
{
    static QCborValue write(const std::vector<T> &value) { return listToCbor(value); }
    static bool read(const QCborValue &cbor, std::vector<T> &value)
    {
        return listFromCbor(cbor, value);
    }
};

template<typename T, std::size_t Size>
struct CborForm<std::array<T, Size>>
{
    static QCborValue write(const std::array<T, Size> &value) { return listToCbor(value); }
    static bool read(const QCborValue &cbor, std::array<T, Size> &value)
    {
        const QCborArray array = cbor.toArray();
        bool ok = array.size() <= static_cast<qsizetype>(Size); // an older version had fewer
        for (qsizetype i = 0; ok && i < array.size(); ++i) {
            ok = fromCbor(array[i], value[static_cast<std::size_t>(i)]);
        }
        return ok && cbor.isArray();
    }
};

template<>
struct CborForm<std::pair<QString, QString>>
{
    static QCborValue write(const std::pair<QString, QString> &value)
    {
        return QCborArray{value.first, value.second};
    }
    static bool read(const QCborValue &cbor, std::pair<QString, QString> &value)
    {
        const QCborArray array = cbor.toArray();
        value = {array.at(0).toString(), array.at(1).toString()};
        return array.size() == 2;
    }
};

template<>
struct CborForm<QMap<QString, QString>>
{
    static QCborValue write(const QMap<QString, QString> &value)
    {
        QCborMap map;
        for (auto it = value.constBegin(); it != value.constEnd(); ++it) {
            map.insert(it.key(), it.value());
        }
        return map;
    }
    static bool read(const QCborValue &cbor, QMap<QString, QString> &value)
    {
        const QCborMap map = cbor.toMap();
        for (const auto &[key, text] : map) {
            value.insert(key.toString(), text.toString());
        }
        return cbor.isMap();
    }
};

template<>
struct CborForm<QVariant>
{
    static QCborValue write(const QVariant &value) { return QCborValue::fromVariant(value); }
    static bool read(const QCborValue &cbor, QVariant &value)
    {
        value = cbor.toVariant();
        return true;
    }
};

/// Undefined is written as undefined, which reads as a field that is not there.
template<>
struct CborForm<QJsonValue>
{
    static QCborValue write(const QJsonValue &value)
    {
        return value.isUndefined() ? QCborValue() : QCborValue::fromJsonValue(value);
    }
    static bool read(const QCborValue &cbor, QJsonValue &value)
    {
        value = cbor.toJsonValue();
        return true;
    }
};

template<>
struct CborForm<QDateTime>
{
    static QCborValue write(const QDateTime &value)
    {
        return value.isValid() ? QCborValue(value.toMSecsSinceEpoch()) : QCborValue();
    }
    static bool read(const QCborValue &cbor, QDateTime &value)
    {
        value = QDateTime::fromMSecsSinceEpoch(cbor.toInteger(), Qt::UTC);
        return cbor.isInteger();
    }
};

template<>
struct CborForm<std::chrono::nanoseconds>
{
    static QCborValue write(std::chrono::nanoseconds value)
    {
        return QCborValue(static_cast<qint64>(value.count()));
    }
    static bool read(const QCborValue &cbor, std::chrono::nanoseconds &value)
    {
        value = std::chrono::nanoseconds(cbor.toInteger());
        return cbor.isInteger();
    }
};

template<typename Tag>
struct CborForm<Id<Tag>>
{
    static QCborValue write(const Id<Tag> &value) { return QCborValue(qint64{value.value}); }
    static bool read(const QCborValue &cbor, Id<Tag> &value)
    {
        value.value = cbor.toInteger();
        return cbor.isInteger();
    }
};

template<typename T>
QCborValue toCbor(const T &value)
{
    return CborForm<T>::write(value);
}

template<typename T>
bool fromCbor(const QCborValue &cbor, T &value)
{
    return CborForm<T>::read(cbor, value);
}

} // namespace stampede
