// SPDX-License-Identifier: MIT
#include "picture/race_drawing.h"

#include "picture/drawing_text.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>

namespace stampede {

namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 150;
constexpr double kLeft = 110;
constexpr double kRight = 24;
constexpr double kLane = 30;
constexpr double kFirstLane = 28;
constexpr double kLaneGap = 26;
constexpr double kText = 11;

QString msText(std::int64_t ns)
{
    return QLocale().toString(static_cast<double>(ns) / 1e6, 'f', 2);
}

struct Span
{
    std::int64_t from = 0;
    std::int64_t to = 1;

    [[nodiscard]] double x(std::int64_t ns) const
    {
        return kLeft + (kWidth - kLeft - kRight) * static_cast<double>(ns - from) /
                           static_cast<double>(std::max<std::int64_t>(to - from, 1));
    }
};

std::int64_t endOf(const RowPerson &person)
{
    return std::max({person.askedNs, person.readNs, person.wroteNs, person.committedNs});
}

void drawLane(Drawing &drawing, const RowPerson &person, const QString &name, const RacePair &race,
              const Span &span, double top)
{
    drawing.add(TextShape{
        {0, top + kLane / 2 + kText * 0.36}, name, kText, Anchor::Start, Ink::Text, true});
    const double asked = span.x(person.askedNs);
    const double read = span.x(person.readNs);
    const double wrote = person.wroteNs == RowUse::kNever ? read : span.x(person.wroteNs);
    const double done = person.committedNs == RowUse::kNever ? wrote : span.x(person.committedNs);
    drawing.add(
        RectsShape{{{asked, top + kLane / 2 - 1, std::max(read - asked, 0.0), 2}}, Ink::Muted});
    drawing.add(RectsShape{{{read, top, std::max(wrote - read, 2.0), kLane}}, Ink::Issued});
    drawing.add(RectsShape{{{wrote, top + kLane / 4, std::max(done - wrote, 0.0), kLane / 2}},
                           Ink::AlreadyIssued,
                           Fill::Diagonal});
    drawing.add(LineShape{{{done, top}, {done, top + kLane}}, Ink::Text, 2});
    const QString values =
        QStringLiteral("%1→%2").arg(text::count(race.valueRead), text::count(race.valueWritten));
    if (wrote - read > estimatedWidth(values, kText) + 8) {
        drawing.add(TextShape{{(read + wrote) / 2, top + kLane / 2 + kText * 0.36},
                              values,
                              kText,
                              Anchor::Middle,
                              Ink::Paper,
                              true});
    } else {
        drawing.add(TextShape{
            {read - 4, top + kLane / 2 - 4}, values, kText, Anchor::End, Ink::Text, true});
    }
}

} // namespace

Picture racePicture(const RacePair &race, const QString &firstName, const QString &secondName)
{
    Picture picture;
    picture.wide = true;
    picture.title = DrawingText::tr("The race");
    picture.remark = DrawingText::tr("ms from the start of the load");
    picture.description = DrawingText::tr("Both read %1. Both wrote %2. Two coupons went, the "
                                          "stock fell by one.")
                              .arg(text::count(race.valueRead), text::count(race.valueWritten));
    Drawing &drawing = picture.drawing;
    drawing.width = kWidth;
    drawing.height = kHeight;
    Span span{std::min(race.first.askedNs, race.second.askedNs),
              std::max(endOf(race.first), endOf(race.second))};
    // The two lanes where it happened: of a long wait before it only the end is drawn.
    const std::int64_t firstRead = std::min(race.first.readNs, race.second.readNs);
    const std::int64_t length = span.to - firstRead;
    span.from = std::max(span.from, firstRead - length / 3);
    const auto lane = [&](const RowPerson &person, const QString &name, double top) {
        RowPerson shown = person;
        shown.askedNs = std::max(shown.askedNs, span.from);
        drawLane(drawing, shown, name, race, span, top);
    };
    const double secondTop = kFirstLane + kLane + kLaneGap;
    lane(race.first, firstName, kFirstLane);
    lane(race.second, secondName, secondTop);
    drawing.add(LineShape{
        {{span.x(race.first.readNs), kFirstLane + kLane}, {span.x(race.second.readNs), secondTop}},
        Ink::Damage,
        1.5});
    drawing.add(TextShape{{std::max(span.x(race.first.readNs), span.x(race.second.readNs)) + 8,
                           (kFirstLane + kLane + secondTop) / 2 + kText * 0.36},
                          DrawingText::tr("both had read %1").arg(text::count(race.valueRead)),
                          kText,
                          Anchor::Start,
                          Ink::Damage});
    const double axis = secondTop + kLane + 12;
    drawing.add(LineShape{{{kLeft, axis}, {kWidth - kRight, axis}}, Ink::Border});
    for (const std::int64_t at : {span.from, (span.from + span.to) / 2, span.to}) {
        drawing.add(LineShape{{{span.x(at), axis}, {span.x(at), axis + 4}}, Ink::Muted});
        drawing.add(
            TextShape{{span.x(at), axis + 17}, msText(at), kText, Anchor::Middle, Ink::Muted});
    }
    drawing.add(TextShape{{kLeft, 14},
                          DrawingText::tr("asked ─  read to write ▮  commit ▨  confirmed |"),
                          kText,
                          Anchor::Start,
                          Ink::Muted});
    return picture;
}

} // namespace stampede
