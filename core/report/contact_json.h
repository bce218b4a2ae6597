#pragma once

#include "record/run_record.h"

#include <QJsonValue>

#include <optional>

namespace stampede {

/// The result file's `contact`: what a service over HTTP showed beside its answers; null without
/// one.
QJsonValue contactToJson(const std::optional<ServiceContact> &contact);

} // namespace stampede
