// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive.h"

#include <QWidget>

class QLabel;

namespace stampede {

class RunsFilter;

/// What of the runs is shown, and how many there are.
class FilterRow final : public QWidget
{
    Q_OBJECT

public:
    FilterRow(RunsFilter &filter, QWidget *parent);
    void setSize(const ArchiveSize &size);

private:
    void addFields();
    void showCount();

    RunsFilter &m_filter;
    QLabel *m_count;
    ArchiveSize m_size;
};

} // namespace stampede
