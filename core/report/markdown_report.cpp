// SPDX-License-Identifier: MIT
#include "report/markdown_report.h"

#include "files/report_mark.h"
#include "picture/ledger_drawing.h"
#include "report/report_words.h"
#include "text/printable_text.h"

#include <algorithm>

namespace stampede {

namespace {

/// One line in which nothing is read as markup.
QString escaped(const QString &text)
{
    static const QString kMarkup = QStringLiteral("\\`*_[]<>|#&~");
    QString out;
    for (const QChar letter : printable(text)) {
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\t')) {
            out += QLatin1Char(' ');
            continue;
        }
        if (kMarkup.contains(letter)) {
            out += QLatin1Char('\\');
        }
        out += letter;
    }
    // At the start of a line these begin a list or a rule.
    if (!out.isEmpty() && QStringLiteral("-+=").contains(out.front())) {
        out.prepend(QLatin1Char('\\'));
    }
    return out;
}

/// A fence that is longer than any in the text.
QString fenced(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar letter : text) {
        run = letter == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(std::max<qsizetype>(longest + 1, 3), QLatin1Char('`'));
    return fence + QLatin1Char('\n') + printable(text) + QLatin1Char('\n') + fence;
}

QString markdownOf(const Paragraph &paragraph)
{
    switch (paragraph.tone) {
    case Tone::Plain:
    case Tone::Muted:
        return escaped(paragraph.text);
    case Tone::Strong:
        return QStringLiteral("**%1**").arg(escaped(paragraph.text));
    case Tone::Code:
        return fenced(paragraph.text);
    }
    return {};
}

QString markdownOf(const SubHeading &heading)
{
    return QStringLiteral("### ") + escaped(heading.text);
}

QString markdownOf(const VerdictBlock &verdict)
{
    return QStringLiteral("**") + escaped(verdict.word.toUpper()) + QStringLiteral("**  \n") +
           escaped(verdict.sentence);
}

QString markdownOf(const LedgerBlock &ledger)
{
    return QStringLiteral("**%1**").arg(escaped(ledgerWords(ledger)));
}

QString markdownOf(const LabelledBlock &labelled)
{
    return QStringLiteral("*%1:* ").arg(escaped(labelled.label)) + escaped(labelled.text);
}

QString markdownOf(const ListBlock &list)
{
    QStringList lines;
    for (const QString &item : list.items) {
        lines << QStringLiteral("- ") + escaped(item);
    }
    return lines.join(QLatin1Char('\n'));
}

QString markdownOf(const TableBlock &table)
{
    const qsizetype columns = table.head.isEmpty()
                                  ? (table.rows.isEmpty() ? 0 : table.rows.constFirst().size())
                                  : table.head.size();
    const auto line = [columns](const QStringList &cells) {
        QString text = QStringLiteral("|");
        for (qsizetype i = 0; i < columns; ++i) {
            text += QLatin1Char(' ') + escaped(cells.value(i)) + QStringLiteral(" |");
        }
        return text;
    };
    QStringList lines = {line(table.head)};
    QString rule = QStringLiteral("|");
    for (qsizetype i = 0; i < columns; ++i) {
        rule += i > 0 && table.figures ? QStringLiteral(" ---: |") : QStringLiteral(" --- |");
    }
    lines << rule;
    for (const QStringList &row : table.rows) {
        lines << line(row);
    }
    return lines.join(QLatin1Char('\n'));
}

QString markdownOf(const PairBlock &pair)
{
    return markdownOf(pair.table) + QStringLiteral("\n\n**") + escaped(pair.listHeading) +
           QStringLiteral("**\n\n") + markdownOf(pair.list);
}

QString markdownOf(const Picture &picture)
{
    return QStringLiteral("*%1 (%2):* ").arg(escaped(picture.title), escaped(picture.remark)) +
           escaped(picture.description);
}

QString markdownOf(const CheckBlock &check)
{
    QStringList parts = {QStringLiteral("**%1 %2** – %3 (%4, `%5`)  \n%6")
                             .arg(check.mark, escaped(check.verdict), escaped(check.title),
                                  escaped(check.cls), printable(check.id).remove(u'`'),
                                  escaped(check.sentence))};
    if (!check.proof.isEmpty()) {
        parts << QStringLiteral("> ") + escaped(check.proof);
    }
    QStringList facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            facts << QStringLiteral("- %1: ").arg(label) + escaped(value);
        }
    };
    add(ReportText::tr("Must be"), check.expected);
    add(ReportText::tr("Is"), check.actual);
    add(ReportText::tr("Rows"), check.rowsNote);
    if (!facts.isEmpty()) {
        parts << facts.join(QLatin1Char('\n'));
    }
    if (!check.sql.isEmpty()) {
        parts << fenced(check.sql);
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString markdownOf(const SignatureBlock &signature)
{
    QStringList lines;
    for (const QString &label : signature.labels) {
        lines << escaped(label) + QStringLiteral(" \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_");
    }
    return lines.join(QStringLiteral(" · "));
}

} // namespace

QByteArray markdownReport(const Report &report)
{
    QStringList parts = {QStringLiteral("# ") + escaped(report.title)};
    if (!report.remark.isEmpty()) {
        parts << QStringLiteral("*%1*").arg(escaped(report.remark));
    }
    parts << escaped(report.subtitle);
    for (const ReportChapter &chapter : report.chapters) {
        if (!chapter.title.isEmpty()) {
            parts << QStringLiteral("## ") + escaped(chapter.title);
        }
        if (!chapter.subtitle.isEmpty()) {
            parts << escaped(chapter.subtitle);
        }
        for (const Block &block : chapter.blocks) {
            parts << std::visit([](const auto &one) { return markdownOf(one); }, block);
        }
    }
    parts << QStringLiteral("---") << escaped(report.footer) << QLatin1String(kMarkdownMark);
    return (parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n')).toUtf8();
}

} // namespace stampede
