// SPDX-License-Identifier: MIT
#include "archive/record_codec.h"

#include "archive/record_fields.h"
#include "scenario/scenario_reader.h"

namespace stampede {

QByteArray encodeRecord(const RunRecord &record)
{
    CborWriter writer;
    fields(writer, record);
    QCborMap map = writer.map();
    map.insert(QLatin1String("scenario"), toCbor(withoutSecrets(record.scenario)));
    return qCompress(QCborValue(map).toCbor());
}

std::optional<RunRecord> decodeRecord(const QByteArray &bytes)
{
    constexpr std::uint32_t kMostBytes = 512U << 20U; // people and rows of the longest run
    QCborParserError error;
    const QCborValue read = QCborValue::fromCbor(uncompressed(bytes, kMostBytes), &error);
    RunRecord record;
    if (error.error != QCborError::NoError || !fromCbor(read, record)) {
        return std::nullopt;
    }
    return record;
}

} // namespace stampede
