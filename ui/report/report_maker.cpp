#include "ui/report/report_maker.h"

#include "print/print_thread.h"
#include "report/several_runs.h"
#include "run/retold.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPointer>

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
    const auto told = retold(order.record);
    RunRecord record = order.options.pseudonyms ? withPseudonyms(*told) : *told;
    record.scenario.about = order.about;
    Report report = makeReport(record, order.options);
    PrintedReport printed(report);
    return ownedByPrintThread(
        MadeReport{std::move(record), {}, std::move(report), std::move(printed)});
}

ReportMaker::ReportMaker(QObject *parent)
    : QObject(parent)
{}

void ReportMaker::make(const ReportOrder &order)
{
    const int number = ++m_making;
    ++m_drawing; // a picture of the report before comes too late
    const QPointer<ReportMaker> self(this);
    inPrintThread([self, order, number] {
        auto made = makeFrom(order);
        QMetaObject::invokeMethod(
            qApp,
            [self, made = std::move(made), number] {
                if (self && self->m_making == number) {
                    Q_EMIT self->made(made);
                }
            },
            Qt::QueuedConnection);
    });
}

void ReportMaker::draw(std::shared_ptr<const MadeReport> made, int page, int pixels)
{
    const int number = ++m_drawing;
    const QPointer<ReportMaker> self(this);
    inPrintThread([self, made = std::move(made), page, pixels, number] {
        const QImage image = made->printed.image(page, pixels);
        QMetaObject::invokeMethod(
            qApp,
            [self, page, image, number] {
                if (self && self->m_drawing == number) {
                    Q_EMIT self->drawn(page, image);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace stampede
