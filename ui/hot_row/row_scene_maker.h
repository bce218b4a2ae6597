// SPDX-License-Identifier: MIT
#pragma once

#include "run/background.h"
#include "ui/hot_row/row_scene.h"

#include <QObject>

#include <memory>

namespace stampede {

/// Makes the picture of a record in the background, the latest asked for only. UI thread.
class RowSceneMaker final : public QObject
{
    Q_OBJECT

public:
    explicit RowSceneMaker(QObject *parent = nullptr);
    /// made() follows, unless another one is asked for before.
    void make(const std::shared_ptr<const RunRecord> &record);

Q_SIGNALS:
    void made(std::shared_ptr<const stampede::RowScene> scene);

private:
    Background<std::shared_ptr<const RowScene>> m_making;
};

} // namespace stampede
