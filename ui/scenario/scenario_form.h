#pragma once

#include "ui/session.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace stampede {

class FormSection;
class HttpSection;
class LimitsEditor;
class SettingCell;

/// Every setting of the scenario, in sections; only those that the chosen shape uses are shown.
class ScenarioForm final : public QFrame
{
    Q_OBJECT

public:
    explicit ScenarioForm(Session &session, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void saveRequested(bool askForName);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FormSection *section(const QString &title, bool open);
    void addNameAndCoupon();
    void addPeople();
    void addLoad();
    void addService();
    void addRest();
    QWidget *makeButtons();
    [[nodiscard]] bool modelIs(std::initializer_list<const char *> keys) const;
    SettingCell *text(const char *path, const QString &name);
    SettingCell *number(const char *path, const QString &name);
    void showTitles();
    void jumpToFault();

    Session &m_session;
    QLabel *m_faults;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<FormSection *> m_sections;
    FormSection *m_limitsSection = nullptr;
    FormSection *m_repeat = nullptr;
    LimitsEditor *m_limits;
    HttpSection *m_http;
};

} // namespace stampede
