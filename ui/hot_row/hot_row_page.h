#pragma once

#include "ui/session.h"

#include <QWidget>

namespace stampede {

class Replay;

/// Who held the coupon's row, who waited, who wrote over whom.
class HotRowPage final : public QWidget
{
    Q_OBJECT

public:
    HotRowPage(Session &session, Replay &replay, QWidget *parent = nullptr);
    void retheme();
};

} // namespace stampede
