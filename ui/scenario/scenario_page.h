// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QBoxLayout;

class QBoxLayout;

namespace stampede {

class MustComeOut;
class PresetList;
class ScenarioForm;

/// Choose on the left, adjust in the middle, believe on the right.
class ScenarioPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioPage(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Says something of the scenario under its form, until it changes.
    void say(const QString &sentence);
    /// The scenario files that were open lately, the latest first.
    void setRecentFiles(const QStringList &files);

Q_SIGNALS:
    /// A scenario file of setRecentFiles().
    void fileRequested(const QString &path);
    void presetRequested(const QString &id);
    void openRequested();
    void saveRequested(bool askForName);
    /// The test of one's own service, step by step.
    void stepsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitWidths();
    QBoxLayout *m_row;
    PresetList *m_presets;
    ScenarioForm *m_form;
    MustComeOut *m_outcome;
};

} // namespace stampede
