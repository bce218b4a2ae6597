#pragma once

#include "ui/session.h"

#include <QWidget>

namespace stampede {

/// Every run that was kept, and what sets them apart.
class RunsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(Session &session, QWidget *parent = nullptr);
    void retheme();
};

} // namespace stampede
