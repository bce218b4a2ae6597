// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

class QLabel;

namespace stampede {

/// The path or key of a setting, from its spelling in the code.
inline QString settingKey(const char *name)
{
    return QString::fromLatin1(name);
}

/// One setting of the form: its name, the field that shows and changes it, a dot where it differs
/// from what was opened, and its fault underneath.
class SettingCell final : public QWidget
{
    Q_OBJECT

public:
    /// Words, durations, moments.
    static SettingCell *text(Session &session, const QString &path, const QString &name);
    /// A name: one of our presets' is shown in the reader's language and stays as it is in the
    /// file.
    static SettingCell *title(Session &session, const QString &path, const QString &name);
    /// The stages of a ramp in their short form.
    static SettingCell *stages(Session &session, const QString &path, const QString &name);
    /// Several lines: `show` makes the words of a value, `read` the value of what was typed.
    static SettingCell *lines(Session &session, const QString &path, const QString &name,
                              const std::function<QString(const QJsonValue &)> &show,
                              const std::function<QJsonValue(const QString &)> &read);
    /// Yes or no.
    static SettingCell *flag(Session &session, const QString &path, const QString &name);
    /// A number, its digits in groups; anything else that is typed stays and is a fault.
    static SettingCell *number(Session &session, const QString &path, const QString &name);
    /// A number that counts nothing, such as an id or a seed: its digits without groups.
    static SettingCell *digits(Session &session, const QString &path, const QString &name);
    /// The key of the scenario file, its words, and what stands in grey behind them.
    struct Choice
    {
        QString key;
        QString words;
        QString grey{};
    };
    /// One of `choices`. A value that is an object is the last of them.
    static SettingCell *choice(Session &session, const QString &path, const QString &name,
                               const QList<Choice> &choices);
    /// The same as buttons beside each other.
    static SettingCell *radio(Session &session, const QString &path, const QString &name,
                              const QList<Choice> &choices);

    /// Shown only while this holds; asked at every refresh.
    SettingCell *onlyIf(std::function<bool()> applies);
    /// What stands behind the field, "%".
    SettingCell *unit(const QString &words);
    /// What an empty field says.
    SettingCell *setPlaceholder(const QString &words);
    [[nodiscard]] bool applies() const { return !m_applies || m_applies(); }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Shows the setting as the session has it.
    void refresh();
    /// Puts the cursor into the field.
    void takeFocus() { m_field->setFocus(Qt::ShortcutFocusReason); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitName();
    SettingCell(Session &session, const QString &path, const QString &name, QWidget *field,
                std::function<void(const QJsonValue &)> show);
    static SettingCell *worded(Session &session, const QString &path, const QString &name,
                               QString (*shown)(const QString &));
    static SettingCell *numeric(Session &session, const QString &path, const QString &name,
                                QString (*written)(const QJsonValue &));
    void showDot();
    void showFault();
    void describe();

    Session &m_session;
    QString m_path;
    QWidget *m_field;
    QLabel *m_name;
    QLabel *m_dot;
    QLabel *m_unit;
    QLabel *m_fault;
    std::function<void(const QJsonValue &)> m_show;
    std::function<bool()> m_applies;
};

} // namespace stampede
