#pragma once

#include "ui/session.h"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QListWidget;
class QVBoxLayout;

namespace stampede {

class MustComeOut;

/// Choose on the left, adjust in the middle, believe on the right.
class ScenarioPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioPage(Session &session, QWidget *parent = nullptr);
    void retheme();

Q_SIGNALS:
    void openRequested();
    void saveRequested();

private:
    /// A field of the form: shows its setting, changes it, and carries its fault underneath.
    struct Field
    {
        QString path;
        QWidget *widget = nullptr;
        QWidget *row = nullptr; ///< with label and fault
        QLabel *fault = nullptr;
        std::function<void(const QJsonValue &)> show;
        std::function<bool()> applies; ///< empty: always
    };

    QWidget *makePresets();
    QWidget *makeForm();
    void addTitle(QVBoxLayout &form, const QString &title);
    void addRow(QVBoxLayout &form, const QString &label, Field field);
    Field textField(const QString &path);
    Field numberField(const QString &path);
    Field choiceField(const QString &path, const QList<QPair<QString, QString>> &choices);
    void update();

    Session &m_session;
    QListWidget *m_presets;
    QLabel *m_summary;
    MustComeOut *m_outcome;
    QList<Field> m_fields;
    bool m_showing = false; ///< fields are being filled in, not edited
};

} // namespace stampede
