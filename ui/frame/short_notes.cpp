// SPDX-License-Identifier: MIT
#include "ui/frame/short_notes.h"

#include <QCoreApplication>

#include <array>

namespace stampede {

namespace {

struct ShortNotes
{
    Q_DECLARE_TR_FUNCTIONS(ShortNotes)
};

struct ShortNote
{
    const char *code;
    const char *words;
};

/// The weightiest first.
constexpr std::array<ShortNote, 12> kNotes = {{
    {"limit-impossible", QT_TRANSLATE_NOOP("ShortNotes", "A limit can never be met")},
    {"will-oversell", QT_TRANSLATE_NOOP("ShortNotes", "More may go than there are")},
    {"will-drift", QT_TRANSLATE_NOOP("ShortNotes", "The stock will not add up")},
    {"will-duplicate", QT_TRANSLATE_NOOP("ShortNotes", "People may get several")},
    {"errors-instead", QT_TRANSLATE_NOOP("ShortNotes", "Expect errors 1020")},
    {"cannot-sell-out", QT_TRANSLATE_NOOP("ShortNotes", "It can never sell out")},
    {"one-user", QT_TRANSLATE_NOOP("ShortNotes", "One person, one coupon")},
    {"no-overlap", QT_TRANSLATE_NOOP("ShortNotes", "It cannot show a race")},
    {"outside-sale", QT_TRANSLATE_NOOP("ShortNotes", "Outside the sale")},
    {"empty-stock", QT_TRANSLATE_NOOP("ShortNotes", "There is nothing to give")},
    {"fewer-users-than-requests", QT_TRANSLATE_NOOP("ShortNotes", "Refusals are certain")},
    {"bounds-timed", QT_TRANSLATE_NOOP("ShortNotes", "These are bounds")},
}};

} // namespace

QString shortNote(const QList<PredictionNote> &notes)
{
    for (const ShortNote &entry : kNotes) {
        for (const PredictionNote &note : notes) {
            if (note.code == QLatin1String(entry.code)) {
                return ShortNotes::tr(entry.words);
            }
        }
    }
    return {};
}

} // namespace stampede
