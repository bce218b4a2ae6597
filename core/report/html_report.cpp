// SPDX-License-Identifier: MIT
#include "report/html_report.h"

#include "files/report_mark.h"
#include "picture/drawing_svg.h"
#include "picture/ledger_drawing.h"
#include "report/html_style.h"
#include "report/report_words.h"
#include "text/language.h"
#include "text/printable_text.h"

namespace stampede {

namespace {

QString escaped(const QString &text)
{
    return printable(text).toHtmlEscaped();
}

QString element(const char *name, const QString &text, const char *cls = nullptr)
{
    const QString tag = QString::fromLatin1(name);
    const QString attribute =
        cls == nullptr ? QString() : QStringLiteral(" class=\"%1\"").arg(QLatin1String(cls));
    return QLatin1Char('<') + tag + attribute + QLatin1Char('>') + escaped(text) +
           QStringLiteral("</") + tag + QStringLiteral(">");
}

QString htmlOf(const Paragraph &paragraph)
{
    switch (paragraph.tone) {
    case Tone::Plain:
        return element("p", paragraph.text);
    case Tone::Muted:
        return element("p", paragraph.text, "muted small");
    case Tone::Strong:
        return QStringLiteral("<p>") + element("strong", paragraph.text) + QStringLiteral("</p>");
    case Tone::Code:
        return element("pre", paragraph.text);
    }
    return {};
}

QString htmlOf(const SubHeading &heading)
{
    return element("h3", heading.text);
}

QString htmlOf(const VerdictBlock &verdict)
{
    return QStringLiteral("<div class=\"verdict\">") +
           drawingSvg(verdictDrawing(verdict.verdict), verdict.word) +
           QStringLiteral("<strong style=\"color:var(%1)\">")
               .arg(inkProperty(verdictInk(verdict.verdict))) +
           escaped(verdict.word) + QStringLiteral("</strong>") + element("p", verdict.sentence) +
           QStringLiteral("</div>");
}

QString htmlOf(const LedgerBlock &ledger)
{
    return QStringLiteral("<div class=\"ledger\">") +
           drawingSvg(ledgerDrawing(ledger), ledgerWords(ledger)) +
           element("p", ledgerWords(ledger)) + QStringLiteral("</div>");
}

QString htmlOf(const LabelledBlock &labelled)
{
    return QStringLiteral("<dl class=\"labelled\">") + element("dt", labelled.label) +
           element("dd", labelled.text) + QStringLiteral("</dl>");
}

QString htmlOf(const ListBlock &list)
{
    QString items;
    for (const QString &item : list.items) {
        items += element("li", item) + QLatin1Char('\n');
    }
    return QStringLiteral("<ul>\n%1</ul>").arg(items);
}

QString htmlOf(const TableBlock &table)
{
    QString html = QStringLiteral("<div class=\"scroll\"><table class=\"%1\">\n")
                       .arg(table.figures ? QStringLiteral("figures") : QStringLiteral("words"));
    const auto line = [](const QStringList &cells, const char *tag, bool firstIsHead) {
        QString row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            row += element(i == 0 && firstIsHead ? "th" : tag, cells[i]);
        }
        return QStringLiteral("<tr>%1</tr>\n").arg(row);
    };
    if (!table.head.isEmpty()) {
        html += QStringLiteral("<thead>%1</thead>\n").arg(line(table.head, "th", true));
    }
    html += QStringLiteral("<tbody>\n");
    for (const QStringList &row : table.rows) {
        html += line(row, "td", table.head.isEmpty());
    }
    return html + QStringLiteral("</tbody></table></div>");
}

QString htmlOf(const PairBlock &pair)
{
    return QStringLiteral("<div class=\"pair\"><div>") + htmlOf(pair.table) +
           QStringLiteral("</div><div>") + element("h3", pair.listHeading) + htmlOf(pair.list) +
           QStringLiteral("</div></div>");
}

QString htmlOf(const Picture &picture)
{
    return QStringLiteral("<figure%1><figcaption>")
               .arg(picture.wide ? QStringLiteral(" class=\"wide\"") : QString()) +
           escaped(picture.title) + element("span", picture.remark) +
           QStringLiteral("</figcaption>\n") + drawingSvg(picture.drawing, picture.description) +
           element("p", picture.description) + QStringLiteral("</figure>");
}

QString htmlOf(const CheckBlock &check)
{
    const QString ink = inkProperty(check.ink);
    QString html = QStringLiteral("<section class=\"check\" style=\"border-left-color:var(%1)\">"
                                  "<h3><span class=\"mark\" style=\"color:var(%1)\">")
                       .arg(ink) +
                   escaped(check.mark + QLatin1Char(' ') + check.verdict) +
                   QStringLiteral("</span> ") + escaped(check.title) + QLatin1Char(' ') +
                   element("span", check.cls + QStringLiteral(" · ") + check.id, "class") +
                   QStringLiteral("</h3>\n") + element("p", check.sentence);
    if (!check.proof.isEmpty()) {
        html += QStringLiteral("<p>") + element("strong", check.proof) + QStringLiteral("</p>");
    }
    QString facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            facts += element("dt", label) + element("dd", value);
        }
    };
    add(ReportText::tr("Must be"), check.expected);
    add(ReportText::tr("Is"), check.actual);
    add(ReportText::tr("Rows"), check.rowsNote);
    if (!facts.isEmpty()) {
        html += QStringLiteral("<dl>%1</dl>").arg(facts);
    }
    if (!check.sql.isEmpty()) {
        html += QStringLiteral("<details>") + element("summary", ReportText::tr("SQL")) +
                element("pre", check.sql) + QStringLiteral("</details>");
    }
    return html + QStringLiteral("</section>");
}

QString htmlOf(const SignatureBlock &signature)
{
    QString html = QStringLiteral("<div class=\"sign\">");
    for (const QString &label : signature.labels) {
        html += element("div", label);
    }
    return html + QStringLiteral("</div>");
}

/// Small pictures that follow each other stand side by side.
QString blocksHtml(const QList<Block> &blocks)
{
    QString html;
    bool inCharts = false;
    for (const Block &block : blocks) {
        const auto *picture = std::get_if<Picture>(&block);
        const bool isChart = picture != nullptr && !picture->wide;
        if (isChart != inCharts) {
            html +=
                isChart ? QStringLiteral("<div class=\"charts\">\n") : QStringLiteral("</div>\n");
            inCharts = isChart;
        }
        html += std::visit([](const auto &one) { return htmlOf(one); }, block) + QLatin1Char('\n');
    }
    return inCharts ? html + QStringLiteral("</div>\n") : html;
}

QString chapterAnchor(qsizetype index)
{
    return QStringLiteral("chapter-%1").arg(index + 1);
}

QString contents(const Report &report)
{
    QString items;
    for (qsizetype i = 0; i < report.chapters.size(); ++i) {
        const QString &title = report.chapters[i].title;
        if (!title.isEmpty()) {
            items += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n")
                         .arg(chapterAnchor(i), escaped(title));
        }
    }
    return items.isEmpty() ? QString()
                           : QStringLiteral("<nav>") + element("h3", ReportText::tr("Contents")) +
                                 QStringLiteral("<ol>\n%1</ol></nav>\n").arg(items);
}

} // namespace

QByteArray htmlReport(const Report &report)
{
    QString html =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n%2\n"
            "<meta name=\"viewport\" content=\"width=device-width, "
            "initial-scale=1\"/>\n")
            .arg(codeOf(spokenLanguage()), QLatin1String(kHtmlMark)) +
        element("title", report.title + QStringLiteral(" · ") + report.runId) +
        QStringLiteral("\n<style>") + htmlStyle(printable(report.footer)) +
        QStringLiteral("</style>\n</head>\n<body>\n") + drawingPatterns() +
        QStringLiteral("<main>\n<header>") + element("h1", report.title) +
        (report.remark.isEmpty() ? QString() : element("span", report.remark, "remark")) +
        QStringLiteral("</header>\n") + element("p", report.subtitle, "subtitle") +
        QLatin1Char('\n');
    bool hasContents = false;
    for (qsizetype i = 0; i < report.chapters.size(); ++i) {
        const ReportChapter &chapter = report.chapters[i];
        if (!chapter.title.isEmpty() && !hasContents) {
            html += contents(report);
            hasContents = true;
        }
        if (!chapter.title.isEmpty()) {
            html += QStringLiteral("<h2 id=\"%1\">%2</h2>\n")
                        .arg(chapterAnchor(i), escaped(chapter.title));
        }
        if (!chapter.subtitle.isEmpty()) {
            html += element("p", chapter.subtitle, "subtitle") + QLatin1Char('\n');
        }
        html += blocksHtml(chapter.blocks);
    }
    html += element("footer", report.footer) + QStringLiteral("\n</main>\n</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace stampede
