// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_scene_maker.h"

namespace stampede {

RowSceneMaker::RowSceneMaker(QObject *parent)
    : QObject(parent)
    , m_making([this](const auto &scene) { Q_EMIT made(scene); })
{}

void RowSceneMaker::make(const std::shared_ptr<const RunRecord> &record)
{
    m_making.start([record] { return std::make_shared<const RowScene>(makeRowScene(*record)); });
}

} // namespace stampede
