// SPDX-License-Identifier: MIT
#pragma once

#include "print/report_files.h"
#include "ui/report/report_maker.h"

#include <QObject>
#include <QStringList>

namespace stampede {

/// Writes a report in several forms into a folder, in another thread. UI thread.
class ReportExport final : public QObject
{
    Q_OBJECT

public:
    explicit ReportExport(QObject *parent = nullptr);

    [[nodiscard]] bool isWriting() const { return m_writing; }
    /// Where a form of it is written.
    static QString fileIn(const QString &folder, ReportForm form, bool several);
    /// Begins; nothing while it is writing already. `attachData` goes for the PDF.
    void write(const ReportOrder &order, const QList<ReportForm> &forms, const QString &folder,
               bool attachData);

Q_SIGNALS:
    /// From 0; the file is being written.
    void progressed(int index, int count, const QString &file);
    /// The paths of what has been written; `error` is a sentence, or empty.
    void finished(const QStringList &files, const QString &error);

private:
    void finish(const QStringList &files, const QString &error);
    bool m_writing = false;
};

} // namespace stampede
