// SPDX-License-Identifier: MIT
#include "ui/report/report_maker.h"

#include "diagnosis/relocalised.h"
#include "print/print_thread.h"
#include "report/several_runs.h"

#include <QJsonDocument>

namespace stampede {

namespace {

std::shared_ptr<const MadeReport> makeOverSeveral(const ReportOrder &order)
{
    QList<std::shared_ptr<const RunRecord>> runs = order.runs;
    if (order.options.pseudonyms) {
        for (auto &run : runs) {
            run = std::make_shared<const RunRecord>(withPseudonyms(*run));
        }
    }
    Report report = makeReport(runs, order.options);
    PrintedReport printed(report);
    return ownedByPrintThread(
        MadeReport{{},
                   QJsonDocument(comparisonToJson(runs)).toJson(QJsonDocument::Indented),
                   std::move(report),
                   std::move(printed)});
}

} // namespace

std::shared_ptr<const MadeReport> makeFrom(const ReportOrder &order)
{
    const LanguageScope scope(order.language);
    if (!order.runs.isEmpty()) {
        return makeOverSeveral(order);
    }
    const auto told = relocalised(order.record);
    RunRecord record = order.options.pseudonyms ? withPseudonyms(*told) : *told;
    record.scenario.about = order.about;
    Report report = makeReport(record, order.options);
    PrintedReport printed(report);
    return ownedByPrintThread(
        MadeReport{std::move(record), {}, std::move(report), std::move(printed)});
}

ReportMaker::ReportMaker(QObject *parent)
    : QObject(parent)
    , m_making([this](const auto &report) { Q_EMIT made(report); })
    , m_drawing([this](const Picture &picture) { Q_EMIT drawn(picture.first, picture.second); })
{}

void ReportMaker::make(const ReportOrder &order)
{
    m_drawing.drop(); // a picture of the report before comes too late
    m_making.start([order] { return makeFrom(order); }, printThread());
}

void ReportMaker::draw(std::shared_ptr<const MadeReport> made, int page, int pixels)
{
    m_drawing.start(
        [made = std::move(made), page, pixels]() -> Picture {
            return {page, made->printed.image(page, pixels)};
        },
        printThread());
}

} // namespace stampede
