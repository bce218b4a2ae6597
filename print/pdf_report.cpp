// SPDX-License-Identifier: MIT
#include "print/pdf_report.h"

#include "print/print_text.h"

#include "print/paper.h"
#include "print/printed_report.h"
#include "report/markdown_report.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cstdio>
#include <set>

namespace stampede {

namespace {

constexpr int kDotsPerInch = 1200;
constexpr double kPointsPerInch = 72;
constexpr double kUsualSize = 9;

/// Where there is no session there is no folder for what runs in it, which is nothing to tell.
void leaveOutRemarks(QtMsgType type, const QMessageLogContext & /*context*/, const QString &words)
{
    if (type != QtWarningMsg || !words.startsWith(QLatin1String("QStandardPaths:"))) {
        static_cast<void>(std::fputs(qUtf8Printable(words + QLatin1Char('\n')), stderr));
    }
}

} // namespace

std::unique_ptr<QCoreApplication> applicationWithoutDisplay(int &argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QtMessageHandler usual = qInstallMessageHandler(leaveOutRemarks);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return application;
}

Result<void, QString> fontsHave(const Report &report)
{
    const QFontMetricsF metrics(paper::font(kUsualSize));
    const QList<uint> all = QString::fromUtf8(markdownReport(report)).toUcs4();
    for (const char32_t letter : std::set<char32_t>(all.begin(), all.end())) {
        if (QChar::isLetterOrNumber(letter) && !metrics.inFontUcs4(letter)) {
            return Failure{
                PrintText::tr("no font of this machine has the letter %1 (U+%2), which would be a "
                              "box on paper. Install one that has it, e.g. with `apt-get install "
                              "fonts-dejavu-core fonts-nanum`")
                    .arg(
                        QString::fromUcs4(&letter, 1),
                        QString::number(letter, 16).toUpper().rightJustified(4, QLatin1Char('0')))};
        }
    }
    return {};
}

bool writePdf(QIODevice &device, const Report &report, const QByteArray &attachment)
{
    const PrintedReport printed(report);
    QPdfWriter writer(&device);
    writer.setTitle(report.title + QStringLiteral(" · ") + report.runId);
    writer.setCreator(QCoreApplication::applicationName() + QLatin1Char(' ') +
                      QCoreApplication::applicationVersion());
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(kDotsPerInch);
    if (!attachment.isEmpty()) {
        writer.addFileAttachment(QStringLiteral("result.json"), attachment,
                                 QStringLiteral("application/json"));
    }
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    constexpr double kScale = kDotsPerInch / kPointsPerInch;
    painter.scale(kScale, kScale);
    for (int page = 0; page < printed.pageCount(); ++page) {
        if (page > 0 && !writer.newPage()) {
            return false;
        }
        printed.paint(painter, page);
    }
    return painter.end();
}

} // namespace stampede
