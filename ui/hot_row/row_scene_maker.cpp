#include "ui/hot_row/row_scene_maker.h"

namespace stampede {

RowSceneMaker::RowSceneMaker(QObject *parent)
    : QObject(parent)
{
    m_job.setMaxThreadCount(1);
}

void RowSceneMaker::make(const std::shared_ptr<const RunRecord> &record)
{
    const std::uint64_t generation = ++m_generation;
    m_job.start([this, record, generation] {
        if (generation != m_generation) {
            return;
        }
        const auto scene = std::make_shared<const RowScene>(makeRowScene(*record));
        QMetaObject::invokeMethod(
            this,
            [this, scene, generation] {
                if (generation == m_generation) {
                    Q_EMIT made(scene);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace stampede
