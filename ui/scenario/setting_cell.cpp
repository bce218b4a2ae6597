// SPDX-License-Identifier: MIT
#include "ui/scenario/setting_cell.h"

#include "scenario/presets.h"
#include "scenario/stages.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/widgets/announce.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace stampede {

namespace {

constexpr int kNameWidth = 96;
constexpr int kDotWidth = 12;
constexpr int kLines = 3;      ///< of a field for several
constexpr int kAroundLine = 8; ///< px, edge and padding of a field for one

/// What was typed, as JSON: a number where it is one, else the words.
QJsonValue typedNumber(const QString &text)
{
    const QString plain = QString(text).remove(QLatin1Char(',')).trimmed();
    bool isNumber = false;
    const qlonglong whole = plain.toLongLong(&isNumber);
    if (isNumber) {
        return static_cast<qint64>(whole);
    }
    const double real = plain.toDouble(&isNumber);
    return isNumber && std::isfinite(real) ? QJsonValue(real) : QJsonValue(text);
}

QString plainNumber(const QJsonValue &value)
{
    const double real = value.toDouble();
    return std::floor(real) == real ? QString::number(value.toInteger())
                                    : QString::number(real, 'g', 12);
}

/// With the separators that typedNumber() takes out again, whatever the system's language.
QString groupedNumber(const QJsonValue &value)
{
    const double real = value.toDouble();
    return std::floor(real) == real ? QLocale(QLocale::English).toString(value.toInteger())
                                    : plainNumber(value);
}

QString shownValue(const QJsonValue &value)
{
    if (value.isArray()) {
        return stagesText(value);
    }
    if (!value.isDouble()) {
        return value.toVariant().toString();
    }
    const double real = value.toDouble();
    return QLocale().toString(real, 'f', QLocale::FloatingPointShortest);
}

} // namespace

SettingCell::SettingCell(Session &session, const QString &path, const QString &name, QWidget *field,
                         std::function<void(const QJsonValue &)> show)
    : m_session(session)
    , m_path(path)
    , m_field(field)
    , m_name(new QLabel(name, this))
    , m_dot(new QLabel(QStringLiteral("•"), this))
    , m_unit(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_show(std::move(show))
{
    m_name->setProperty("muted", true);
    m_name->setBuddy(m_field);
    m_field->setParent(this);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setObjectName(path);
    m_field->setAccessibleName(name);
    m_dot->setAlignment(Qt::AlignCenter);
    m_dot->setObjectName(path + QStringLiteral(".dot"));
    m_dot->setProperty("accent", true);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->setObjectName(path + QStringLiteral(".fault"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_dot, 0, 1);
    grid->addWidget(m_field, 0, 2);
    grid->addWidget(m_unit, 0, 3);
    grid->addWidget(m_fault, 1, 2, 1, 2);
    m_unit->setProperty("muted", true);
    m_unit->setContentsMargins(6, 0, 0, 0);
    m_unit->hide();
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(2, 1);
    fitName();
}

/// The names of all cells stand in columns, and all fields are equally high, whatever the size of
/// the letters.
void SettingCell::fitName()
{
    const double factor = std::max(1.0, textFactor());
    m_name->setFixedWidth(qRound(kNameWidth * factor));
    m_dot->setFixedWidth(qRound(kDotWidth * factor));
    const int line = fontMetrics().lineSpacing();
    if (qobject_cast<QPlainTextEdit *>(m_field) != nullptr) {
        m_field->setFixedHeight(kLines * line + 12);
    } else if (m_field->layout() == nullptr) { // a group is as high as what is in it
        m_field->setFixedHeight(std::max(AppStyle::kLeastTarget, line + kAroundLine));
    }
}

void SettingCell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitName();
    }
}

SettingCell *SettingCell::text(Session &session, const QString &path, const QString &name)
{
    return worded(session, path, name, [](const QString &words) { return words; });
}

SettingCell *SettingCell::title(Session &session, const QString &path, const QString &name)
{
    return worded(session, path, name, shownName);
}

SettingCell *SettingCell::worded(Session &session, const QString &path, const QString &name,
                                 QString (*shown)(const QString &))
{
    auto *edit = new QLineEdit;
    auto *cell = new SettingCell(session, path, name, edit, [edit, shown](const QJsonValue &value) {
        const QString words = value.toVariant().toString();
        if (edit->text() != words && edit->text() != shown(words)) {
            edit->setText(shown(words));
        }
    });
    connect(edit, &QLineEdit::textEdited, cell,
            [&session, path](const QString &words) { session.set(path, words); });
    return cell;
}

SettingCell *SettingCell::stages(Session &session, const QString &path, const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setToolTip(tr("How long, then how many at its end: 10s:100, 5s:0. From stage to stage in "
                        "a straight line."));
    auto *cell = new SettingCell(session, path, name, edit, [edit](const QJsonValue &value) {
        if (!edit->hasFocus() || edit->text() != value.toString()) { // else it is being typed
            edit->setText(stagesText(value));
        }
    });
    connect(edit, &QLineEdit::textEdited, cell,
            [&session, path](const QString &words) { session.set(path, words); });
    return cell;
}

SettingCell *SettingCell::lines(Session &session, const QString &path, const QString &name,
                                const std::function<QString(const QJsonValue &)> &show,
                                const std::function<QJsonValue(const QString &)> &read)
{
    auto *edit = new QPlainTextEdit;
    auto *cell = new SettingCell(session, path, name, edit, [edit, show, read](const auto &value) {
        if (read(edit->toPlainText()) != value) {
            const QSignalBlocker quiet(edit);
            edit->setPlainText(show(value));
        }
    });
    edit->setTabChangesFocus(true);
    connect(edit, &QPlainTextEdit::textChanged, cell,
            [&session, path, edit, read] { session.set(path, read(edit->toPlainText())); });
    return cell;
}

SettingCell *SettingCell::flag(Session &session, const QString &path, const QString &name)
{
    auto *box = new QCheckBox;
    auto *cell = new SettingCell(session, path, name, box, [box](const QJsonValue &value) {
        box->setChecked(value.toBool());
        box->setText(value.toBool() ? tr("yes") : tr("no"));
    });
    connect(box, &QCheckBox::clicked, cell, [&session, path](bool on) { session.set(path, on); });
    return cell;
}

SettingCell *SettingCell::number(Session &session, const QString &path, const QString &name)
{
    return numeric(session, path, name, groupedNumber);
}

SettingCell *SettingCell::digits(Session &session, const QString &path, const QString &name)
{
    return numeric(session, path, name, plainNumber);
}

SettingCell *SettingCell::numeric(Session &session, const QString &path, const QString &name,
                                  QString (*written)(const QJsonValue &))
{
    auto *edit = new QLineEdit;
    edit->setAlignment(Qt::AlignRight);
    auto *cell = new SettingCell(session, path, name, edit, [edit, written](const auto &value) {
        if (typedNumber(edit->text()) != value) {
            edit->setText(value.isDouble() ? written(value) : value.toString());
        }
    });
    // What was typed is put in groups when it is left, not under the cursor.
    connect(edit, &QLineEdit::editingFinished, cell, [edit, written] {
        const QJsonValue value = typedNumber(edit->text());
        if (value.isDouble() && edit->text() != written(value)) {
            edit->setText(written(value));
        }
    });
    connect(edit, &QLineEdit::textEdited, cell,
            [&session, path](const QString &words) { session.set(path, typedNumber(words)); });
    return cell;
}

SettingCell *SettingCell::choice(Session &session, const QString &path, const QString &name,
                                 const QList<Choice> &choices)
{
    auto *box = new KeyedCombo;
    for (const Choice &each : choices) {
        box->addChoice(each.words, each.key, each.grey);
    }
    auto *cell = new SettingCell(session, path, name, box, [box](const QJsonValue &value) {
        box->setCurrentIndex(value.isObject() ? box->count() - 1 : box->findData(value.toString()));
    });
    connect(box, &QComboBox::activated, cell,
            [&session, path, box] { session.choose(path, box->currentData().toString()); });
    return cell;
}

SettingCell *SettingCell::radio(Session &session, const QString &path, const QString &name,
                                const QList<Choice> &choices)
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout(group); // also where the form is narrow
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QList<QPair<QString, QRadioButton *>> buttons;
    for (const Choice &each : choices) {
        auto *button = new QRadioButton(each.words, group);
        button->setObjectName(path + QLatin1Char('.') + each.key);
        column->addWidget(button);
        buttons.append({each.key, button});
    }
    auto *cell = new SettingCell(session, path, name, group, [buttons](const QJsonValue &value) {
        for (const auto &[key, button] : buttons) {
            button->setChecked(key == value.toString());
        }
    });
    for (const auto &[key, button] : std::as_const(buttons)) {
        connect(button, &QRadioButton::clicked, cell,
                [&session, path, key = key] { session.choose(path, key); });
    }
    group->setFocusProxy(buttons.constFirst().second);
    return cell;
}

SettingCell *SettingCell::onlyIf(std::function<bool()> applies)
{
    m_applies = std::move(applies);
    return this;
}

SettingCell *SettingCell::unit(const QString &words)
{
    m_unit->setText(words);
    m_unit->show();
    describe();
    return this;
}

SettingCell *SettingCell::setPlaceholder(const QString &words)
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_field)) {
        edit->setPlaceholderText(words);
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(m_field)) {
        lines->setPlaceholderText(words);
    }
    return this;
}

void SettingCell::refresh()
{
    setVisible(applies());
    m_show(m_session.value(m_path));
    m_field->setEnabled(!m_session.isRunning());
    showFault();
    showDot();
}

void SettingCell::showFault()
{
    const QString fault = m_session.faults().value(m_path);
    const bool isNew = fault != m_fault->text();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    setStyleProperty(m_field, "wrong", !fault.isEmpty());
    describe();
    if (isNew && !fault.isEmpty()) {
        announce(m_fault, QStringLiteral("%1: %2").arg(m_field->accessibleName(), fault));
    }
}

/// What a screen reader says of the field beside its name.
void SettingCell::describe()
{
    QStringList words = {m_unit->text(), m_fault->text()};
    words.removeAll(QString());
    m_field->setAccessibleDescription(words.join(QStringLiteral("; ")));
}

void SettingCell::showDot()
{
    const QJsonValue before = m_session.valueBefore(m_path);
    const bool differs = before != m_session.value(m_path);
    m_dot->setText(differs ? QStringLiteral("•") : QString());
    const bool isPreset = !m_session.presetId().isEmpty();
    m_dot->setToolTip(
        !differs ? QString()
        : before.isUndefined()
            ? (isPreset ? tr("Not set in the preset.") : tr("Not set in the file."))
            : (isPreset ? tr("In the preset: %1") : tr("In the file: %1")).arg(shownValue(before)));
}

} // namespace stampede
