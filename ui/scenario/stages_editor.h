// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace stampede {

class RampPicture;

/// The steps of a ramp, one a row, with a picture of what they make.
class StagesEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit StagesEditor(Session &session, QWidget *parent = nullptr);
    void refresh();

private:
    struct Step
    {
        QWidget *line;
        QLineEdit *duration;
        QLineEdit *target;
    };

    void addStep(const QString &duration, const QString &target);
    void removeStep(QWidget *line);
    void store();
    [[nodiscard]] QString typed() const;

    Session &m_session;
    RampPicture *m_picture;
    QVBoxLayout *m_column;
    QList<Step> m_steps;
};

} // namespace stampede
