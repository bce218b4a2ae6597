#pragma once

#include "ui/session.h"

#include <QWidget>

namespace stampede {

/// The report of the run that the pages show, as it will be exported.
class ReportPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPage(Session &session, QWidget *parent = nullptr);
    void retheme();
};

} // namespace stampede
