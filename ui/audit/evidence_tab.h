// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace stampede {

/// What the verdict rests on: what this run could have found, requests without an answer, the
/// server's own counters, the generator, both latencies of every outcome, limits, and fingerprints.
class EvidenceTab final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceTab(QWidget *parent = nullptr);
    void show(const RunRecord &record);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *addCard(const QString &title);
    void place();

    QGridLayout *m_grid = nullptr;
    QWidget *m_foot = nullptr;
    int m_columns = 0;
    QLabel *m_couldFind;
    QLabel *m_noAnswers;
    QLabel *m_server;
    QLabel *m_generator;
    QLabel *m_latency;
    QLabel *m_limits;
    QLabel *m_fingerprint;
    QString m_sha;
};

} // namespace stampede
