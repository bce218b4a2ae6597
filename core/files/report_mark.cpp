// SPDX-License-Identifier: MIT
#include "files/report_mark.h"

#include "files/input_file.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr qint64 kBlockBytes = qint64{64} * 1024;
constexpr qint64 kMostBytes = qint64{64} * 1024 * 1024;
constexpr auto kHistoryHead = R"({"schema":"stampede.history/1")";
constexpr auto kScriptHead = "-- stampede.script/1\n";
constexpr std::array kLastLines = {kSummaryMark, kSpectrumMark, kMarkdownMark};
constexpr std::array kSchemas = {"stampede.result/1",     "stampede.before/1",
                                 "stampede.comparison/1", "stampede.sweep/1",
                                 "stampede.runs/1",       "stampede.interleavings/1"};

/// Marks that stand at the beginning.
bool headIsOurs(const QByteArray &head)
{
    // Text of PDF as UTF-16: "/Creator (stampede".
    static const QByteArray kPdfCreator("/Creator (\xFE\xFF\0s\0t\0a\0m\0p\0e\0d\0e", 28);
    constexpr qsizetype kPrologue = 1024;
    const QByteArray prologue = head.left(kPrologue);
    const QByteArray firstLine = head.left(head.indexOf('\n'));
    if (head.startsWith("%PDF-")) {
        return head.contains(kPdfCreator);
    }
    if (head.startsWith("\x89PNG")) {
        return prologue.contains(QByteArray(kPictureKey) + '\0' + kPictureMark);
    }
    if (head.startsWith("<!DOCTYPE html>")) {
        return prologue.contains(kHtmlMark);
    }
    if (head.startsWith("<?xml")) {
        return prologue.contains(QByteArray("<!--") + kJunitComment + "-->");
    }
    if (head.startsWith("timeStamp,elapsed,label,")) { // a JTL, and ours where our columns follow
        return firstLine.contains(",request,user,outcome,reason,vu,");
    }
    return head.startsWith(kHistoryHead) || head.startsWith(kScriptHead) ||
           firstLine.contains(",run.id,verdict,outcomes.total,") ||
           (!head.isEmpty() && head[0] >= '0' && head[0] <= '9' &&
            firstLine.contains(" stampede.issuance : "));
}

/// The last line of a text.
bool endIsOurs(QFile &file)
{
    constexpr qint64 kTail = 64;
    if (!file.seek(std::max<qint64>(file.size() - kTail, 0))) {
        return false;
    }
    const QByteArray tail = file.readAll();
    return std::any_of(kLastLines.begin(), kLastLines.end(), [&tail](const char *mark) {
        return tail.endsWith(QByteArray("\n") + mark + "\n");
    });
}

/// The schema stands at the first level of the object, which Qt indents by four blanks; no text of
/// JSON holds a line feed.
bool namesOurSchema(QFile &file)
{
    constexpr qsizetype kLongest = 64;
    QByteArray window;
    while (file.pos() < kMostBytes) {
        const QByteArray next = file.read(kBlockBytes);
        if (next.isEmpty()) {
            return false;
        }
        window = window.right(kLongest) + next;
        for (const char *schema : kSchemas) {
            if (window.contains(QByteArray("\n    \"schema\": \"") + schema + '"')) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

bool isHistoryOfRequests(const QString &path)
{
    const auto file = openOrdinaryFile(path);
    return file && file.value()->read(kBlockBytes).startsWith(kHistoryHead);
}

bool isOutputOfOurs(const QString &path)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return false;
    }
    QFile &file = *opened.value();
    const QByteArray head = file.read(kBlockBytes);
    if (headIsOurs(head)) {
        return true;
    }
    return head.startsWith("{\n") ? file.seek(0) && namesOurSchema(file) : endIsOurs(file);
}

} // namespace stampede
