// SPDX-License-Identifier: MIT
#include "ui/frame/scenario_files.h"

#include "scenario/presets.h"
#include "text/number_text.h"
#include "ui/session/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace stampede {

ScenarioFiles::ScenarioFiles(Session &session, Settings &settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
{}

void ScenarioFiles::openPreset(const QString &id)
{
    if (m_session.isRunning() || !mayLeave()) {
        Q_EMIT refused();
        return;
    }
    load(id);
}

void ScenarioFiles::open()
{
    if (m_session.isRunning() || !mayLeave()) {
        return;
    }
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open a scenario"), QFileInfo(m_session.filePath()).path(),
        tr("Scenarios (*.stampede.json);;All files (*)"));
    if (!path.isEmpty()) {
        load(path);
    }
}

void ScenarioFiles::openFile(const QString &path)
{
    if (!m_session.isRunning() && mayLeave()) {
        load(path);
    }
}

void ScenarioFiles::openUnsaved()
{
    if (!m_session.isRunning() && mayLeave()) {
        m_session.takeUnsaved();
        m_settings.noteScenario(m_session.presetId(), m_session.filePath());
        Q_EMIT noted();
    }
}

void ScenarioFiles::load(const QString &fileOrPreset)
{
    QStringList faults;
    if (!m_session.load(fileOrPreset, &faults)) {
        QMessageBox::warning(m_window, tr("Open a scenario"), faults.join(QLatin1Char('\n')));
        return;
    }
    m_settings.noteScenario(m_session.presetId(), m_session.filePath());
    Q_EMIT noted();
}

bool ScenarioFiles::save(bool askForName)
{
    QString path = askForName ? QString() : m_session.filePath();
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(m_window, tr("Save the scenario"),
                                            QStringLiteral("scenario.stampede.json"),
                                            tr("Scenarios (*.stampede.json)"));
    }
    if (path.isEmpty()) {
        return false;
    }
    if (const auto written = m_session.save(path); !written) {
        QMessageBox::warning(m_window, tr("Save the scenario"), written.error());
        return false;
    }
    Q_EMIT saved(tr("Saved: %1.").arg(QDir::toNativeSeparators(path)) + whatTheFileLacks());
    m_settings.noteScenario({}, path);
    Q_EMIT noted();
    return true;
}

QString ScenarioFiles::whatTheFileLacks() const
{
    QString words;
    if (const auto faults = m_session.faults().size(); faults > 0) {
        words += QLatin1Char(' ') +
                 text::plural(faults,
                              tr("%1 setting in it is not possible yet, and is shown again when it "
                                 "is opened."),
                              tr("%1 settings in it are not possible yet, and are shown again when "
                                 "it is opened."))
                     .arg(text::count(faults));
    }
    if (const QStringList secrets = m_session.secrets(); !secrets.isEmpty()) {
        words += QLatin1Char(' ') +
                 tr("No file holds a secret: %1 has to be typed again when it is opened, unless "
                    "${env:NAME} stands there.")
                     .arg(namesOf(secrets));
    }
    return words;
}

bool ScenarioFiles::mayLeave()
{
    if (!m_session.hasWorkToLose()) {
        return true;
    }
    QMessageBox question(m_window);
    question.setText(tr("\"%1\" has changes that are not saved.")
                         .arg(shownName(m_session.value(QStringLiteral("name")).toString())));
    question.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save(false));
}

} // namespace stampede
