// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace stampede {

/// The texts of the import.
struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

inline QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace stampede
