// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede {

/// Where everything is kept unless somebody says otherwise: $STAMPEDE_DATA_DIR, for root
/// /var/lib/stampede, else the user's own data folder.
QString defaultDataRoot();

} // namespace stampede
