// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace stampede {

class ElidedLabel;
class FormSection;
class HttpSection;
class FaultsEditor;
class LimitsEditor;
class SettingCell;
class StagesEditor;

/// Every setting of the scenario, in sections; only those that the chosen shape uses are shown.
class ScenarioForm final : public QFrame
{
    Q_OBJECT

public:
    explicit ScenarioForm(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Says something of the scenario under the form, until it changes.
    void say(const QString &sentence);

    /// One column where two are too narrow for letters of this size.
    void fitColumns();

Q_SIGNALS:
    void saveRequested(bool askForName);
    void stepsRequested(); ///< the test of one's own service, step by step

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FormSection *section(const char *name, const QString &title, bool open);
    void addName();
    void addCoupon();
    void addPeople();
    void addLoad();
    void addService();
    void addRest();
    QWidget *makeButtons();
    [[nodiscard]] bool modelIs(std::initializer_list<const char *> keys) const;
    SettingCell *text(const char *path, const QString &name);
    SettingCell *number(const char *path, const QString &name);
    void showSummaries();
    void showButtons();
    void showFaults();
    [[nodiscard]] bool hasField(const QString &path) const;
    void copyCommand();
    [[nodiscard]] bool offersFile(const QString &why);
    void jumpToFault();
    /// Brings into view where that setting stands.
    void reveal(const QString &path);
    void show(FormSection *section, QWidget *widget);
    [[nodiscard]] QString told(const char *path) const;
    [[nodiscard]] bool isFaulty(const FormSection *section) const;

    Session &m_session;
    QLabel *m_faults;
    QLabel *m_unshown; ///< faults that stand at no field
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<FormSection *> m_sections;
    SettingCell *m_name = nullptr;
    FormSection *m_coupon = nullptr;
    FormSection *m_people = nullptr;
    FormSection *m_load = nullptr;
    FormSection *m_service = nullptr;
    FormSection *m_limitsSection = nullptr;
    FormSection *m_breaksSection = nullptr; ///< what breaks on purpose
    FormSection *m_repeat = nullptr;
    FormSection *m_about = nullptr;
    LimitsEditor *m_limits;
    FaultsEditor *m_breaks;
    StagesEditor *m_stages;
    HttpSection *m_http;
    QPushButton *m_stepByStep;
    QLabel *m_strategy; ///< what the chosen strategy does
    QPushButton *m_save = nullptr;
    QPushButton *m_saveAs = nullptr;
    QPushButton *m_reset = nullptr;
    ElidedLabel *m_copied = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace stampede
