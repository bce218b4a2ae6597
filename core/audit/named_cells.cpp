// SPDX-License-Identifier: MIT
#include "audit/named_cells.h"

namespace stampede {

namespace {

template<typename Name>
void nameColumn(CheckResult &check, const QString &column, Name nameOf)
{
    const qsizetype at = check.columns.indexOf(column);
    if (at < 0) {
        return;
    }
    for (QVariantList &row : check.rows) {
        // What is text or NULL already came from the table as it stands.
        if (at < row.size() && row[at].typeId() == QMetaType::LongLong) {
            row[at] = nameOf(row[at].toLongLong());
        }
    }
}

} // namespace

void nameCells(QList<CheckResult> &checks, const Snapshot &snapshot)
{
    const TableLayout &layout = snapshot.layout();
    for (CheckResult &check : checks) {
        if (check.id.startsWith(QLatin1String("own:"))) {
            continue;
        }
        if (!snapshot.people().areNumbers() || layout.userMayBeNull) {
            nameColumn(check, QStringLiteral("user"), [&snapshot](std::int64_t id) {
                return QVariant(snapshot.people().nameOf(id));
            });
        }
        if (layout.issuedIdIsText || layout.issuedId.isEmpty() || snapshot.idsAreUnsigned()) {
            nameColumn(check, QStringLiteral("row"),
                       [&snapshot](std::int64_t id) { return snapshot.rowName(id); });
        }
    }
}

void nameCells(QList<CheckResult> &checks, const PersonDirectory &people)
{
    for (CheckResult &check : checks) {
        if (!people.areNumbers()) {
            nameColumn(check, QStringLiteral("user"),
                       [&people](std::int64_t id) { return QVariant(people.nameOf(id)); });
        }
    }
}

} // namespace stampede
