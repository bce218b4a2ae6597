// SPDX-License-Identifier: MIT
// Runs the presets and their broken variants again and again (--count N) and holds every run
// against what must come out: figures, broken checks, and the prediction. Prints one line a
// variant.

#include "run_support.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace stampede;
using test::failedChecks;
using test::preset;
using test::told;

namespace {

struct Variant
{
    QString preset;
    QStringList changes;
    QString broken; ///< ids of the checks that must be broken, sorted
    std::optional<std::int64_t> issued;
    std::optional<std::int64_t> outOfStock;
};

QList<Variant> variants()
{
    const QString lockOff = QStringLiteral("service.layers.rowLock=false");
    const QString checkOff = QStringLiteral("service.layers.duplicateCheck=false");
    const QString keyOff = QStringLiteral("service.layers.uniqueKey=false");
    const QString hundred = QStringLiteral("hundred-users");
    const QString latch = QStringLiteral("latch-100-vs-10");
    return {
        {latch, {}, {}, 10, 90},
        {QStringLiteral("single-user"), {}, {}, 1, 0},
        {hundred, {}, {}, 100, 0},
        {hundred, {checkOff}, {}, 100, 0},
        {hundred, {keyOff}, {}, 100, 0},
        {QStringLiteral("quiet-damage"), {}, QStringLiteral("stock-adds-up"), 100, 0},
        {QStringLiteral("second-helping"), {}, QStringLiteral("one-per-user"), 200, 896},
        {QStringLiteral("open-door"),
         {},
         QStringLiteral("one-per-user stock-adds-up stock-not-exceeded"),
         1096,
         0},
        {latch, {lockOff}, QStringLiteral("stock-adds-up stock-not-exceeded"), {}, {}},
    };
}

/// What is wrong with a run, or nothing.
QString fault(const Variant &variant, const RunRecord &record)
{
    if (failedChecks(record) != variant.broken) {
        return QStringLiteral("broken: [%1]").arg(failedChecks(record));
    }
    if (variant.issued && told(record, Outcome::Issued) != *variant.issued) {
        return QStringLiteral("issued %1").arg(told(record, Outcome::Issued));
    }
    if (variant.outOfStock && told(record, Outcome::OutOfStock) != *variant.outOfStock) {
        return QStringLiteral("out of stock %1").arg(told(record, Outcome::OutOfStock));
    }
    const std::pair<const char *, std::pair<Range, std::int64_t>> predicted[] = {
        {"issued", {record.prediction.issued, told(record, Outcome::Issued)}},
        {"already issued", {record.prediction.alreadyIssued, told(record, Outcome::AlreadyIssued)}},
        {"out of stock", {record.prediction.outOfStock, told(record, Outcome::OutOfStock)}},
        {"left", {record.prediction.remaining, record.audit->state.remaining.value_or(-1)}},
    };
    for (const auto &[name, figure] : predicted) {
        if (!figure.first.contains(figure.second)) {
            return QStringLiteral("%1 not as predicted: %2")
                .arg(QLatin1String(name))
                .arg(figure.second);
        }
    }
    const bool damaged = !variant.broken.isEmpty();
    if (damaged != record.prediction.possible.any() && damaged) {
        return QStringLiteral("damage was not predicted as possible");
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = test::campaignCount(application, 50);
    QTextStream out(stdout);
    int failures = 0;
    for (const Variant &variant : variants()) {
        const Scenario scenario = preset(variant.preset, variant.changes);
        int wrong = 0;
        for (int i = 0; i < count; ++i) {
            const auto result = test::run(scenario);
            const QString what =
                result.ok() ? fault(variant, result.value()) : result.error().message;
            if (!what.isEmpty()) {
                ++wrong;
                out << "  run " << i + 1 << ": " << what << Qt::endl;
            }
        }
        out << variant.preset << ' ' << variant.changes.join(QLatin1Char(' ')) << ": "
            << count - wrong << " of " << count << " as they must" << Qt::endl;
        failures += wrong;
    }
    return failures == 0 ? 0 : 1;
}
