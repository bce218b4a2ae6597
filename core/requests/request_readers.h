// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"

namespace stampede {

// One reader a form. What is wrong goes to `faults`.
void readCurlLines(const QString &text, FoundRequests &found, InputFaults &faults);
void readPowerShell(const QString &text, FoundRequests &found, InputFaults &faults);
void readHar(const DocumentNode &root, FoundRequests &found, InputFaults &faults);
void readPostman(const DocumentNode &root, FoundRequests &found, InputFaults &faults);
void readOpenApi(const DocumentNode &root, FoundRequests &found, InputFaults &faults);
void readHttpFile(const QString &text, FoundRequests &found, InputFaults &faults);

} // namespace stampede
