// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QTabWidget;

namespace stampede {

class AnswerRules;
class HeaderRows;
class PeopleFile;
class RowsTab;
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
    void setNarrow(bool narrow);
    /// Opens the tab of the first setting that is not possible and puts the cursor there; the
    /// widget to look at, or null.
    QWidget *showFault();
    /// Opens the tab of that setting, or of what is in it; the widget to look at, or null.
    QWidget *show(const QString &path);
    /// Whether that setting, or what is in it, stands in one of the tabs.
    [[nodiscard]] bool holds(const QString &path) const { return placeOf(path).second != nullptr; }

private:
    /// The tab and the widget of a setting.
    [[nodiscard]] std::pair<int, QWidget *> placeOf(const QString &path) const;
    QWidget *makeRequest();
    QWidget *page(const QList<QWidget *> &widgets);
    SettingCell *kept(SettingCell *cell);

    Session &m_session;
    QList<SettingCell *> m_cells;
    QTabWidget *m_tabs;
    QBoxLayout *m_urlRow;
    HeaderRows *m_headers;
    PeopleFile *m_people;
    TryRequest *m_try;
    AnswerRules *m_rules;
    RowsTab *m_rows;
};

} // namespace stampede
