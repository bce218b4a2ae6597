// SPDX-License-Identifier: MIT
#include "ui/hot_row/race_view.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace stampede {

namespace {

struct RaceText
{
    Q_DECLARE_TR_FUNCTIONS(RaceText)
};

using text::count;
using text::duration;

RaceSide sideOf(const RowBar &bar)
{
    RaceSide side;
    side.who = {.user = bar.user,
                .request = bar.request,
                .rowId = bar.rowId,
                .askedNs = bar.askedNs,
                .readNs = bar.readNs,
                .wroteNs = bar.wroteNs,
                .committedNs = bar.committedNs};
    side.name = bar.name;
    side.valueRead = bar.use.valueRead;
    side.valueWritten = bar.use.valueWritten;
    side.waitedNs = bar.use.waitedNs();
    side.holdToNs = bar.use.holdToNs;
    side.endNs = bar.endNs;
    side.outcome = bar.outcome;
    return side;
}

QString raceSentence(std::int32_t read, std::int32_t written)
{
    return RaceText::tr("Both read %1. Both wrote %2. Two coupons went, the stock fell by one.")
        .arg(count(read), count(written));
}

QString waitSentence(const RowBar &bar, const RowBar &holder)
{
    return RaceText::tr("User %1 waited %2 for user %3.")
        .arg(bar.name, duration(bar.use.waitedNs()), holder.name);
}

/// What is to be said of two that make no race.
QString pairSentence(const RowScene &scene, std::uint32_t a, std::uint32_t b)
{
    const RowBar &first = scene.bars[a];
    const RowBar &second = scene.bars[b];
    if (first.user == second.user && first.rowId > 0 && second.rowId > 0 &&
        first.committedNs != RowUse::kNever && second.committedNs != RowUse::kNever) {
        return RaceText::tr("User %1 has 2 rows: %2 and %3, written %4 apart by requests %5 and "
                            "%6.")
            .arg(first.name, text::plain(first.rowId), text::plain(second.rowId),
                 duration(std::abs(second.committedNs - first.committedNs)),
                 text::plain(first.request), text::plain(second.request));
    }
    if (second.use.waitedFor == a) {
        return waitSentence(second, first);
    }
    if (first.use.waitedFor == b) {
        return waitSentence(first, second);
    }
    return second.askedNs <= first.endNs
               ? RaceText::tr("Both were under way together; neither waited for the other.")
               : RaceText::tr("User %1 asked %2 after user %3 had been answered.")
                     .arg(second.name, duration(second.askedNs - first.endNs), first.name);
}

QString aloneSentence(const RowBar &bar)
{
    if (bar.use.wrote()) {
        return RaceText::tr("User %1 read %2, wrote %3, and waited for nobody.")
            .arg(bar.name, count(bar.use.valueRead), count(bar.use.valueWritten));
    }
    return RaceText::tr("User %1 was answered after %2: %3.")
        .arg(bar.name, duration(bar.endNs - bar.askedNs), outcomeName(bar.outcome));
}

void addLines(const RaceSide &side, int number, bool rowLock, std::int64_t coupon,
              std::vector<RaceLine> &lines)
{
    const QString waited =
        side.waitedNs > 0 ? RaceText::tr("(waited %1 ms)").arg(raceMs(side.waitedNs)) : QString();
    const auto join = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + QStringLiteral("  ") + b;
    };
    if (side.who.readNs != RowUse::kNever) {
        lines.push_back(
            {side.who.readNs, number,
             QStringLiteral("SELECT quantity … id = %1%2")
                 .arg(text::plain(coupon), rowLock ? QStringLiteral(" FOR UPDATE") : QString()),
             join(QStringLiteral("→ %1").arg(count(side.valueRead)),
                  rowLock ? waited : QString())});
    }
    if (side.who.wroteNs != RowUse::kNever) {
        const QString value =
            side.valueRead >= 0 ? text::plain(side.valueRead - 1) : QStringLiteral("…");
        lines.push_back({side.who.wroteNs, number,
                         QStringLiteral("UPDATE … quantity = %1").arg(value),
                         rowLock ? QString() : waited});
    }
    if (side.who.committedNs != RowUse::kNever) {
        lines.push_back({side.who.committedNs, number, QStringLiteral("COMMIT"),
                         side.who.rowId > 0
                             ? RaceText::tr("row %1").arg(text::plain(side.who.rowId))
                             : QString()});
    } else if (side.endNs != RowUse::kNever) {
        lines.push_back({side.endNs, number, outcomeName(side.outcome), {}});
    }
}

} // namespace

RaceView raceOf(const RowScene &scene, int index)
{
    const BarPair &pair = scene.pairs[static_cast<std::size_t>(index)];
    RaceView view;
    view.first = sideOf(scene.bars[pair.first]);
    view.second = sideOf(scene.bars[pair.second]);
    view.rowLock = scene.rowLock;
    view.isRace = true;
    view.number = index + 1;
    view.of = static_cast<int>(scene.pairs.size());
    view.sentence = raceSentence(view.first.valueRead, view.first.valueWritten);
    return view;
}

RaceView twoOf(const RowScene &scene, std::uint32_t a, std::uint32_t b)
{
    if (scene.bars[b].askedNs < scene.bars[a].askedNs) {
        std::swap(a, b);
    }
    for (std::size_t i = 0; i < scene.pairs.size(); ++i) {
        const BarPair &pair = scene.pairs[i];
        if ((pair.first == a && pair.second == b) || (pair.first == b && pair.second == a)) {
            return raceOf(scene, static_cast<int>(i));
        }
    }
    RaceView view;
    view.first = sideOf(scene.bars[a]);
    view.second = sideOf(scene.bars[b]);
    view.rowLock = scene.rowLock;
    view.sentence = pairSentence(scene, a, b);
    return view;
}

RaceView oneOf(const RowScene &scene, std::uint32_t bar)
{
    const RowBar &one = scene.bars[bar];
    if (one.waitedForSomebody()) {
        return twoOf(scene, one.use.waitedFor, bar);
    }
    RaceView view;
    view.first = sideOf(one);
    view.rowLock = scene.rowLock;
    view.sentence = aloneSentence(one);
    return view;
}

QString describeBar(const RowScene &scene, std::uint32_t bar)
{
    const RowBar &one = scene.bars[bar];
    QString words =
        RaceText::tr("%1 asked at %2 ms").arg(personName(one.name), raceMs(one.askedNs));
    if (one.waitedForSomebody()) {
        words = RaceText::tr("%1 waited %2 for %3")
                    .arg(personName(one.name), text::duration(one.use.waitedNs()),
                         personName(scene.bars[one.use.waitedFor].name));
    }
    if (one.use.wrote()) {
        words +=
            QLatin1Char('\n') + RaceText::tr("read %1, wrote %2, row %3")
                                    .arg(text::count(one.use.valueRead),
                                         text::count(one.use.valueWritten), text::plain(one.rowId));
    } else if (one.use.valueRead >= 0) {
        words += QLatin1Char('\n') + RaceText::tr("read %1").arg(text::count(one.use.valueRead));
    }
    if (one.use.overwrote != RowUse::kNobody) {
        words +=
            QLatin1Char('\n') + RaceText::tr("wrote over what %1 had written, without reading it")
                                    .arg(personName(scene.bars[one.use.overwrote].name));
    }
    words += QLatin1Char('\n') +
             RaceText::tr("%1 after %2")
                 .arg(outcomeName(one.outcome), text::duration(one.endNs - one.askedNs));
    return words;
}

QString personName(const QString &name)
{
    return RaceText::tr("user %1").arg(name);
}

QString partyName(const RaceView &view, int side)
{
    const bool isSecond = side == 1 && view.second;
    const QString &name = isSecond ? view.second->name : view.first.name;
    const bool alike = view.second && view.second->who.user == view.first.who.user;
    return alike ? QStringLiteral("%1 (%2)").arg(personName(name), QString::number(side + 1))
                 : personName(name);
}

QString valuesText(std::int32_t read, std::int32_t written)
{
    if (read < 0) {
        return {};
    }
    return written < 0 ? count(read) : QStringLiteral("%1 → %2").arg(count(read), count(written));
}

QString raceMs(std::int64_t ns)
{
    return QLocale().toString(static_cast<double>(ns) / static_cast<double>(kNsPerMs), 'f', 2);
}

std::vector<RaceLine> raceLines(const RaceView &view, std::int64_t coupon)
{
    std::vector<RaceLine> lines;
    addLines(view.first, 0, view.rowLock, coupon, lines);
    if (view.second) {
        addLines(*view.second, 1, view.rowLock, coupon, lines);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const RaceLine &a, const RaceLine &b) { return a.atNs < b.atNs; });
    return lines;
}

} // namespace stampede
