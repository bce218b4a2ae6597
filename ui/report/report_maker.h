// SPDX-License-Identifier: MIT
#pragma once

#include "print/printed_report.h"
#include "report/report.h"
#include "run/background.h"
#include "text/language.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <utility>

namespace stampede {

/// What a report is made of.
struct ReportOrder
{
    std::shared_ptr<const RunRecord> record;
    /// Several, in the place of the one: a report over all of them.
    QList<std::shared_ptr<const RunRecord>> runs{};
    AboutSettings about; ///< in the place of the record's
    ReportOptions options;
    Language language = Language::English;
};

/// A report that has been made, and laid out on sheets.
struct MadeReport
{
    RunRecord record; ///< as the report shows it; nobody's where it is over several runs
    QByteArray json;  ///< of a report over several runs
    Report report;
    PrintedReport printed;
};

/// Makes it; in the print thread only, where it is deleted as well.
std::shared_ptr<const MadeReport> makeFrom(const ReportOrder &order);

/// Makes reports and pictures of their pages in another thread, the latest that was asked for;
/// what was asked for before and is not done yet is dropped. UI thread.
class ReportMaker final : public QObject
{
    Q_OBJECT

public:
    explicit ReportMaker(QObject *parent = nullptr);

    void make(const ReportOrder &order);
    /// A picture of a page, from 0, so many pixels wide.
    void draw(std::shared_ptr<const MadeReport> made, int page, int pixels);

Q_SIGNALS:
    void made(std::shared_ptr<const stampede::MadeReport> report);
    void drawn(int page, const QImage &image);

private:
    using Picture = std::pair<int, QImage>; ///< of which page
    Background<std::shared_ptr<const MadeReport>> m_making;
    Background<Picture> m_drawing;
};

} // namespace stampede
