// SPDX-License-Identifier: MIT
#include "scenario/asked_quantity.h"

#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "scenario/user_file.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr std::size_t kMostWrongLines = 10;

/// 0 where the value is no number of pieces.
std::int64_t piecesIn(const UserFile &file, std::size_t row, const QString &column)
{
    const QByteArrayView value = file.value(row, column);
    bool isNumber = false;
    const qlonglong pieces = value.toLongLong(&isNumber);
    return isNumber && pieces >= 1 && pieces <= kMostPiecesAsked ? pieces : 0;
}

} // namespace

Result<AskedQuantity, QString> readQuantity(const QJsonValue &value)
{
    AskedQuantity quantity;
    if (value.isString()) {
        const QString text = value.toString();
        const QStringList names = placeholdersOf(text);
        if (names.size() == 1 && text == QLatin1Char('{') + names.first() + QLatin1Char('}')) {
            quantity.column = names.first();
            return quantity;
        }
    } else if (const auto pieces = readWhole(value, 1, kMostPiecesAsked)) {
        quantity.pieces = pieces.value();
        return quantity;
    }
    return Failure{ScenarioText::tr("must be a whole number from 1 on, or a column of the people's "
                                    "file such as \"{pieces}\" (got %1)")
                       .arg(shown(value))};
}

QJsonValue quantityToJson(const AskedQuantity &quantity)
{
    return quantity.column.isEmpty()
               ? QJsonValue(static_cast<qint64>(quantity.pieces))
               : QJsonValue(QLatin1Char('{') + quantity.column + QLatin1Char('}'));
}

std::optional<std::int64_t> quantityOf(const Scenario &scenario, std::size_t userFileRow)
{
    const std::optional<AskedQuantity> &asked = scenario.target.quantity;
    if (!asked) {
        return std::nullopt;
    }
    if (asked->column.isEmpty()) {
        return asked->pieces;
    }
    const auto &file = scenario.users.loaded.file;
    const std::int64_t pieces =
        file && userFileRow < file->rows() ? piecesIn(*file, userFileRow, asked->column) : 0;
    return pieces > 0 ? std::optional(pieces) : std::nullopt;
}

std::optional<PiecesAsked> piecesAsked(const Scenario &scenario)
{
    const auto &file = scenario.users.loaded.file;
    const std::size_t rows = scenario.target.quantity && !scenario.target.quantity->column.isEmpty()
                                 ? (file ? file->rows() : 0)
                                 : 1;
    std::optional<PiecesAsked> range;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto pieces = quantityOf(scenario, row);
        if (!pieces) {
            return std::nullopt;
        }
        range = PiecesAsked{std::min(range ? range->fewest : *pieces, *pieces),
                            std::max(range ? range->most : *pieces, *pieces)};
    }
    return range;
}

void tellWrongQuantities(const Scenario &scenario, const DiagnosticSink &fault)
{
    const QString path = QStringLiteral("target.quantity");
    const QString &column = scenario.target.quantity->column;
    const UserFile &file = *scenario.users.loaded.file;
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < file.rows(); ++row) {
        if (piecesIn(file, row, column) > 0 || ++wrong > kMostWrongLines) {
            continue;
        }
        const QString value =
            isSecretColumn(column)
                ? hiddenSecret()
                : printable(QString::fromUtf8(QByteArrayView(file.value(row, column))));
        fault(path, ScenarioText::tr("%1: line %2: %3 must be a whole number from 1 to %4 (got %5)")
                        .arg(printable(scenario.users.path), QString::number(file.lineOf(row)),
                             printable(column), QString::number(kMostPiecesAsked), value));
    }
    if (wrong > kMostWrongLines) {
        fault(path,
              ScenarioText::tr("%1: %2 more lines like these")
                  .arg(printable(scenario.users.path), QString::number(wrong - kMostWrongLines)));
    }
}

} // namespace stampede
