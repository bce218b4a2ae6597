// SPDX-License-Identifier: MIT
#include "ui/session/saved_file.h"

#include "files/data_root.h"
#include "files/output_plan.h"

namespace stampede {

Result<void, QString> saveChosen(const QString &path, const OutputContent &content)
{
    OutputPlan plan;
    plan.addKeptFolder(defaultDataRoot());
    plan.addOutput(path);
    plan.setForce(true);
    if (auto ok = plan.check(); !ok) {
        return ok;
    }
    return writeOutput(path, content);
}

Result<void, QString> saveChosen(const QString &path, const QByteArray &content)
{
    return saveChosen(path, [&](QIODevice &file) { return file.write(content) == content.size(); });
}

} // namespace stampede
