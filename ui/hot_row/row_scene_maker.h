#pragma once

#include "ui/hot_row/row_scene.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace stampede {

/// Makes the picture of a record in a thread of its own, the latest asked for only. UI thread.
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
    std::atomic<std::uint64_t> m_generation = 0; ///< what is older is dropped
    QThreadPool m_job;
};

} // namespace stampede
