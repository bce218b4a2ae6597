#pragma once

#include "ui/session.h"

#include <QList>
#include <QWidget>

namespace stampede {

class AnswerRules;
class SettingCell;
class TryRequest;

/// The settings of a service of somebody else: how to ask, what its answers mean, where its rows
/// are.
class HttpSection final : public QWidget
{
    Q_OBJECT

public:
    explicit HttpSection(Session &session, QWidget *parent = nullptr);
    void refresh();
    [[nodiscard]] const QList<SettingCell *> &cells() const { return m_cells; }

private:
    QWidget *makeRequest();
    QWidget *makeAnswers();
    QWidget *makeRows();
    QWidget *page(const QList<QWidget *> &widgets);
    [[nodiscard]] bool rowsInProfile() const;
    SettingCell *kept(SettingCell *cell);

    Session &m_session;
    QList<SettingCell *> m_cells;
    TryRequest *m_try;
    AnswerRules *m_rules;
};

} // namespace stampede
