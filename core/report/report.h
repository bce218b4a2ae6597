// SPDX-License-Identifier: MIT
#pragma once
// report: the record as files for people and machines. One report is made once, as a value, and
// rendered as HTML, Markdown and (in print) PDF.

#include "picture/drawing.h"
#include "picture/ledger_drawing.h"
#include "record/run_record.h"

#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace stampede {

/// The chapters, in their order.
enum class Chapter
{
    Conclusion, ///< page one: everything that management needs
    Tested,
    MustComeOut,
    Happened,
    Audit,
    Why,
    NotShown,
    Repeat,
    Rows, ///< the offending rows, at most 100 a check
};

inline constexpr int kChapterCount = 9;

/// The name of a chapter as people choose it.
QString chapterName(Chapter chapter);

/// What a command line calls it: "must-come-out".
QString chapterKey(Chapter chapter);
/// The chapter of that key, or nothing.
std::optional<Chapter> chapterOf(const QString &key);

/// All chapters but the rows.
QSet<Chapter> usualChapters();

enum class Tone
{
    Plain,
    Muted,
    Strong,
    Code, ///< in a fixed pitch, line breaks kept
};

struct Paragraph
{
    QString text;
    Tone tone = Tone::Plain;
};

/// A heading within a chapter.
struct SubHeading
{
    QString text;
};

/// The mark, word and sentence of the run.
struct VerdictBlock
{
    RunVerdict verdict = RunVerdict::Inconclusive;
    QString word;
    QString sentence;
};

/// A short label with a sentence beside it.
struct LabelledBlock
{
    QString label;
    QString text;
};

struct ListBlock
{
    QStringList items;
};

/// The first column is words; the others are figures where `figures` says so.
struct TableBlock
{
    QStringList head; ///< empty where the first column names things and the others describe them
    QList<QStringList> rows;
    bool figures = true;
};

/// A table and a list beside it.
struct PairBlock
{
    TableBlock table;
    QString listHeading;
    ListBlock list;
};

/// One check of the audit.
struct CheckBlock
{
    QString id;
    Ink ink = Ink::Muted; ///< of the mark
    QString mark;         ///< one character
    QString verdict;      ///< "Held"
    QString cls;          ///< "Damage"
    QString title;
    QString sentence;
    QString proof;
    QString expected;
    QString actual;
    QString sql;
    QString rowsNote; ///< how many offending rows there are, where there are any
};

/// Lines to sign on.
struct SignatureBlock
{
    QStringList labels;
};

using Block = std::variant<Paragraph, SubHeading, VerdictBlock, LedgerBlock, LabelledBlock,
                           ListBlock, TableBlock, PairBlock, Picture, CheckBlock, SignatureBlock>;

struct ReportChapter
{
    Chapter chapter = Chapter::Conclusion;
    QString title;
    QList<Block> blocks;
    bool sheet = false; ///< one side of A4, whatever it holds
    QString subtitle{};
};

/// What a report is to hold.
struct ReportOptions
{
    QSet<Chapter> chapters = usualChapters();
    bool pseudonyms = false; ///< the record is one from withPseudonyms()
    QString again;           ///< the command that repeats the run, or empty
    QString madeAgain;       ///< "made again on … by version …", or empty
};

/// A report on one run, or on several.
struct Report
{
    QString title;
    QString subtitle; ///< what was tested
    QString remark;   ///< in the corner of page one: whether there are pseudonyms
    QString footer;   ///< "run 7f3a91", and when it was made again
    QString runId;
    QList<ReportChapter> chapters;
};

/// Makes the report in the language that is set. Pure; any thread. Takes no longer for a run of a
/// million operations than for a small one.
Report makeReport(const RunRecord &record, const ReportOptions &options);

/// The same record in which nobody can be recognised: people are numbered in the order of their
/// first request, texts call them "user A1", and what may hold a name otherwise is left out.
RunRecord withPseudonyms(const RunRecord &record);

} // namespace stampede
