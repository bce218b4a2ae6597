// SPDX-License-Identifier: MIT
#include "told_texts.h"

#include "console/summary_text.h"
#include "formats/json_report.h"
#include "formats/junit_report.h"
#include "painted_text.h"
#include "print/printed_report.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/report.h"
#include "ui/charts/run_chart.h"
#include "ui/frame/main_window.h"
#include "ui/live/tile.h"
#include "ui/stage/stage_window.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabWidget>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace stampede::test {

namespace {

const QString kCell = u" | "_s;
constexpr QChar kRow(0x1E);      ///< between rows of a table that is one text
constexpr int kSheetWidth = 595; ///< A4 in points
constexpr int kSheetHeight = 842;
constexpr int kAuditTabs = 3;
constexpr int kMostRows = 200; ///< of a table of the window

void add(QList<Told> &all, const QString &place, const QString &where, const QString &text)
{
    for (const QString &line : text.split(kRow)) {
        const QString words = line.simplified();
        if (!words.isEmpty()) {
            all.append({place, where, words});
        }
    }
}

// ---- files
// ---------------------------------------------------------------------------------------

void addJson(QList<Told> &all, const QString &path, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each) {
            addJson(all, path.isEmpty() ? each.key() : path + u'.' + each.key(), each.value());
        }
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (path.startsWith("timeline.series"_L1)) { // as the line of a chart
            double sum = 0;
            for (const QJsonValue &each : array) {
                sum += each.toDouble();
            }
            add(all, u"json"_s, path, u"%1 sum = %2"_s.arg(path).arg(sum, 0, 'g', 17));
            if (!array.isEmpty() && array.last().isDouble()) {
                add(all, u"json"_s, path,
                    u"%1 last = %2"_s.arg(path).arg(array.last().toDouble(), 0, 'g', 17));
            }
            return;
        }
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString id = array.at(i)["id"_L1].toString();
            addJson(all, path + u'[' + (id.isEmpty() ? QString::number(i) : id) + u']',
                    array.at(i));
        }
        return;
    }
    const QString text = value.isString()   ? value.toString()
                         : value.isDouble() ? QString::number(value.toDouble(), 'g', 17)
                         : value.isBool()   ? QVariant(value.toBool()).toString()
                                            : u"null"_s;
    add(all, u"json"_s, path, path + u" = "_s + text);
}

void addJunit(QList<Told> &all, const QByteArray &file)
{
    QXmlStreamReader xml(file);
    QStringList path;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const QString name = xml.attributes().value("name"_L1).toString();
            path << xml.name().toString() + (name.isEmpty() ? QString() : u' ' + name);
            const QString last = path.mid(path.size() - 2).join(u'/');
            for (const QXmlStreamAttribute &each : xml.attributes()) {
                add(all, u"junit"_s, last, u"%1 %2 = %3"_s.arg(last, each.name(), each.value()));
            }
        } else if (xml.isCharacters()) {
            for (const QString &line : xml.text().toString().split(u'\n')) {
                add(all, u"junit"_s, path.join(u'/'), line);
            }
        } else if (xml.isEndElement()) {
            path.removeLast();
        }
    }
    if (xml.hasError()) {
        qFatal("JUnit: %s", qPrintable(xml.errorString()));
    }
}

void addHtml(QList<Told> &all, const QByteArray &file)
{
    static const QStringList inlines{u"b"_s,    u"i"_s,  u"em"_s, u"strong"_s, u"code"_s,
                                     u"span"_s, u"td"_s, u"th"_s, u"a"_s,      u"small"_s};
    QString markup = QString::fromUtf8(file);
    markup.remove(u"<!DOCTYPE html>"_s, Qt::CaseInsensitive);
    QXmlStreamReader xml(markup);
    QString text;
    QString chapter;
    bool inHeading = false;
    bool inStyle = false;
    const auto flush = [&] {
        if (inHeading) {
            chapter = text.simplified();
        }
        add(all, u"html"_s, chapter, text);
        text.clear();
    };
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QString name = xml.name().toString().toLower();
        if (token == QXmlStreamReader::Characters) {
            text += inStyle ? QString() : xml.text().toString();
        } else if (token == QXmlStreamReader::StartElement ||
                   token == QXmlStreamReader::EndElement) {
            const bool begins = token == QXmlStreamReader::StartElement;
            if (!inlines.contains(name)) {
                flush();
                inHeading = begins && name == u"h2"_s;
                inStyle = begins && name == u"style"_s;
            } else if (begins && (name == u"td"_s || name == u"th"_s) &&
                       !text.trimmed().isEmpty()) {
                text += kCell;
            }
        }
    }
    flush();
    if (xml.hasError()) {
        qFatal("HTML: %s", qPrintable(xml.errorString()));
    }
}

void addMarkdown(QList<Told> &all, const QByteArray &file)
{
    static const QRegularExpression escape(uR"(\\(.))"_s);
    QString chapter;
    for (QString line : QString::fromUtf8(file).split(u'\n')) {
        if (line.startsWith(u"## "_s)) {
            chapter = line.mid(3);
        }
        if (line.startsWith(u'|')) {
            QStringList cells = line.split(u'|');
            for (QString &cell : cells) {
                cell = cell.trimmed();
            }
            cells.removeAll(QString());
            line = cells.join(kCell);
        }
        line.replace(escape, u"\\1"_s).remove(u"**"_s).remove(u'`');
        add(all, u"markdown"_s, chapter, line);
    }
}

void addPdf(QList<Told> &all, const Report &report)
{
    const PrintedReport printed(report);
    for (int page = 0; page < printed.pageCount(); ++page) {
        PaintedText sheet(QSize(kSheetWidth, kSheetHeight));
        QPainter painter(&sheet);
        printed.paint(painter, page);
        painter.end();
        add(all, u"pdf"_s, u"page %1"_s.arg(page + 1), sheet.texts().join(kCell));
    }
}

// ---- window
// --------------------------------------------------------------------------------------

/// Without tags and access keys; the rows of a table within it are lines.
QString plain(QString text)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    text.replace(u"</td><td"_s, kCell + u"<td"_s).replace(u"</tr>"_s, QString(kRow));
    text.replace(tag, u" "_s).replace(u"&nbsp;"_s, u" "_s).replace(u"&lt;"_s, u"<"_s);
    text.replace(u"&quot;"_s, u"\""_s).replace(u"&amp;"_s, u"and"_s);
    return text.remove(u'&').simplified();
}

QString wordsOf(const QWidget &widget)
{
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&widget)) {
        return elided->whole();
    }
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        return label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        return button->text();
    }
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        return line->text();
    }
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget)) {
        return text->toPlainText();
    }
    return {};
}

void addRows(QList<Told> &all, const QString &where, const QString &name,
             const QAbstractItemModel &model, const QModelIndex &parent)
{
    const int rows = std::min(model.rowCount(parent), kMostRows);
    for (int row = 0; row < rows; ++row) {
        QStringList cells{name};
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString head = model.headerData(column, Qt::Horizontal).toString();
            const QString cell = plain(index.data().toString());
            if (!cell.isEmpty()) {
                cells << (head.isEmpty() ? cell : head + u": "_s + cell);
            }
            add(all, u"window"_s, where, plain(index.data(Qt::ToolTipRole).toString()));
        }
        add(all, u"window"_s, where, cells.join(kCell));
        addRows(all, where, name, model, model.index(row, 0, parent));
    }
}

void addChart(QList<Told> &all, const QString &where, const RunChart &chart)
{
    const QString name = chart.objectName();
    for (const ChartLine &line : chart.content().lines) {
        if (line.points.isEmpty()) {
            continue;
        }
        add(all, u"window"_s, where,
            u"chart %1 | line %2 | last %3"_s.arg(name, line.name)
                .arg(line.points.constLast().y(), 0, 'g', 12));
    }
    for (const ChartLayer &layer : chart.content().layers) {
        double sum = 0;
        for (const double height : layer.heights) {
            sum += height;
        }
        add(all, u"window"_s, where,
            u"chart %1 | layer %2 | sum %3"_s.arg(name, layer.name).arg(sum, 0, 'g', 12));
    }
    for (const ChartStretch &stretch : chart.content().stretches) {
        add(all, u"window"_s, where, u"chart %1 | stretch %2"_s.arg(name, stretch.label));
    }
}

/// The tile that the widget is in, with its three texts as one row.
void addTile(QList<Told> &all, const QString &where, const Tile &tile)
{
    QStringList texts{tile.objectName()};
    const auto labels = tile.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        texts << plain(wordsOf(*label));
    }
    texts.removeAll(QString());
    add(all, u"window"_s, where, texts.join(kCell));
}

void addWidget(QList<Told> &all, const QString &where, QWidget &widget)
{
    const QString words = plain(wordsOf(widget));
    if (!words.isEmpty()) {
        const QString name = widget.objectName();
        add(all, u"window"_s, where, name.isEmpty() ? words : name + kCell + words);
    }
    add(all, u"window"_s, where, plain(widget.toolTip()));
    add(all, u"window"_s, where, plain(widget.accessibleDescription()));
    if (const auto *tile = qobject_cast<const Tile *>(&widget)) {
        addTile(all, where, *tile);
    } else if (const auto *chart = qobject_cast<const RunChart *>(&widget)) {
        addChart(all, where, *chart);
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        if (view->model() != nullptr && !view->objectName().isEmpty()) {
            addRows(all, where, view->objectName(), *view->model(), {});
        }
    } else if (words.isEmpty() && widget.childAt(widget.rect().center()) == nullptr) {
        // Whatever draws its own words.
        PaintedText paint(widget.size());
        widget.render(&paint, QPoint(), QRegion(), QWidget::RenderFlags());
        const QStringList painted = paint.texts();
        if (!painted.isEmpty()) {
            add(all, u"window"_s, where,
                QLatin1String(widget.metaObject()->className()) + kCell + painted.join(kCell));
        }
    }
}

/// What is to be seen of the widget now, once each.
void addVisible(QList<Told> &all, const QString &where, QWidget &root)
{
    const auto widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible()) {
            addWidget(all, where, *widget);
        }
    }
}

/// The three figures with what they are, as one row.
void addStageFigures(QList<Told> &all, const QWidget &stage)
{
    QStringList cells{u"stage"_s};
    const auto labels = stage.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const QString name = label->objectName();
        if (name.startsWith("stageFigure"_L1) || name == "stageCaption"_L1) {
            cells << plain(wordsOf(*label));
        }
    }
    add(all, u"window"_s, u"Stage"_s, cells.join(kCell));
}

void addTabs(QList<Told> &all, const QString &page, QWidget &window)
{
    addVisible(all, page, window);
    const auto tabs = window.findChildren<QTabWidget *>();
    for (QTabWidget *each : tabs) {
        const int current = each->currentIndex();
        for (int i = 0; each->isVisible() && i < each->count(); ++i) {
            if (i == current || !each->isTabVisible(i)) {
                continue;
            }
            each->setCurrentIndex(i);
            QApplication::processEvents();
            addVisible(all, page + u", "_s + plain(each->tabText(i)), *each->currentWidget());
        }
        each->setCurrentIndex(current);
    }
}

} // namespace

QList<Told> toldByFiles(const RunRecord &record)
{
    QList<Told> all;
    ReportOptions options;
    for (int i = 0; i < kChapterCount; ++i) {
        options.chapters.insert(static_cast<Chapter>(i));
    }
    const Report report = makeReport(record, options);
    addHtml(all, htmlReport(report));
    addMarkdown(all, markdownReport(report));
    addPdf(all, report);
    addJunit(all, junitFile(record));
    addJson(all, {}, resultToJson(record));
    for (const QString &line : summaryText(record, {}).split(u"\n\n"_s)) {
        add(all, u"summary"_s, u"page"_s, line);
    }
    return all;
}

QList<Told> toldByWindow(MainWindow &window)
{
    QList<Told> all;
    for (int i = 0; i < kPageCount; ++i) {
        const Page page = static_cast<Page>(i);
        window.showPage(page);
        QApplication::processEvents();
        addTabs(all, pageName(page), window);
    }
    window.stage().setReducedMotion(true); // else it shows the run again
    window.enterStage();
    QApplication::processEvents();
    addVisible(all, u"Stage"_s, window.stage());
    addStageFigures(all, window.stage());
    window.stage().leave();
    return all;
}

} // namespace stampede::test
