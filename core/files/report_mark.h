// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede {

/// What the forms of a report carry, so that a file is known as one of ours again.
inline constexpr auto kHtmlMark = "<meta name=\"generator\" content=\"Stampede\"/>";
inline constexpr auto kMarkdownMark = "<!-- stampede.report/1 -->";
inline constexpr auto kJunitComment = " stampede.junit/1 ";
inline constexpr auto kSummaryMark = "stampede.summary/1";
inline constexpr auto kSpectrumMark = "#[Written by = stampede.spectrum/1]";
inline constexpr auto kPictureKey = "Software";
inline constexpr auto kPictureMark = "Stampede";

/// Whether the file is a history (stampede.history/1), which only a history replaces: it may be
/// what a service recorded.
bool isHistoryOfRequests(const QString &path);

/// Whether the ordinary file is an output of ours, by its content: a result, comparison, sweep or
/// history by the schema it names (a scenario and a profile are none), HTML, Markdown, JUnit, the
/// spectrum and the summary by the marks above, CSV by its header, a PDF by its creator, a picture
/// by its software, a log by its lines. At most 64 MiB are read. False where it cannot be read.
bool isOutputOfOurs(const QString &path);

} // namespace stampede
