#pragma once

#include "ui/session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace stampede {

/// "status 400 and /code is "OUT_OF_STOCK"" of a rule.
QString conditionOf(const QJsonObject &rule);

/// The rules that say what answers mean, in their order; each can go up or away.
class AnswerRules final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerRules(Session &session, QWidget *parent = nullptr);
    void refresh();

private:
    void store(const QJsonArray &rules);
    QWidget *makeLine(const QJsonArray &rules, qsizetype index);

    Session &m_session;
    QJsonArray m_shown;
    QVBoxLayout *m_column;
    QWidget *m_lines = nullptr;
};

} // namespace stampede
