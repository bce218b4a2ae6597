#include "print/pdf_report.h"

#include "print/printed_report.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace stampede {

namespace {

constexpr int kDotsPerInch = 1200;
constexpr double kPointsPerInch = 72;

} // namespace

void useNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
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
