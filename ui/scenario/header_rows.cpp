// SPDX-License-Identifier: MIT
#include "ui/scenario/header_rows.h"

#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/remove_button.h"
#include "ui/widgets/elided_label.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

const QString kHeaders = QStringLiteral("target.headers");

} // namespace

HeaderRows::HeaderRows(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_column(new QVBoxLayout)
    , m_fault(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->setObjectName(kHeaders + QStringLiteral(".fault"));
    auto *add = new QPushButton(tr("Add a header"), this);
    add->setObjectName(QStringLiteral("addHeader"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_column);
    column->addWidget(m_fault);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_rows.constLast().name->setFocus();
    });
    refresh();
}

void HeaderRows::addRow(const QString &name, const QString &value)
{
    Row row{new QWidget(this), nullptr, nullptr, nullptr, value == hiddenSecret()};
    row.name = new QLineEdit(name, row.line);
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("Header"));
    row.value = new QLineEdit(row.wasSecret ? QString() : value, row.line);
    row.value->setPlaceholderText(row.wasSecret ? tr("Was a secret: type it again") : tr("Value"));
    row.value->setAccessibleName(tr("Value of the header"));
    row.from = new ElidedLabel(row.line);
    row.from->setProperty("muted", true);
    QToolButton *remove = removeButton(tr("Remove this header"), row.line);
    for (QLineEdit *edit : {row.name, row.value}) {
        edit->setFixedHeight(AppStyle::kLeastTarget);
        edit->setCursorPosition(0); // its beginning is what tells headers apart
    }
    const QString number = QString::number(m_rows.size() + 1);
    row.name->setObjectName(QStringLiteral("headerName") + number);
    row.value->setObjectName(QStringLiteral("headerValue") + number);
    remove->setObjectName(QStringLiteral("headerRemove") + number);
    auto *layout = new QGridLayout(row.line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(0, 2);
    layout->setColumnStretch(1, 3);
    layout->addWidget(row.name, 0, 0);
    layout->addWidget(row.value, 0, 1);
    layout->addWidget(remove, 0, 2);
    layout->addWidget(row.from, 1, 1, 1, 2); // under the value, which has the room
    m_column->addWidget(row.line);
    m_rows.append(row);
    showFrom(row);
    connect(row.name, &QLineEdit::textEdited, this, &HeaderRows::store);
    connect(row.value, &QLineEdit::textEdited, this, &HeaderRows::store);
    connect(remove, &QToolButton::clicked, this, [this, line = row.line] { this->remove(line); });
}

void HeaderRows::remove(QWidget *line)
{
    removeRow(m_rows, line);
    store();
}

QJsonValue HeaderRows::typed() const
{
    QJsonObject headers;
    for (const Row &row : m_rows) {
        if (!row.name->text().trimmed().isEmpty()) {
            const bool asks = row.wasSecret && row.value->text().isEmpty();
            headers.insert(row.name->text().trimmed(), asks ? hiddenSecret() : row.value->text());
        }
    }
    return headers.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(headers);
}

void HeaderRows::store()
{
    m_session.set(kHeaders, typed());
}

void HeaderRows::rebuild()
{
    for (const Row &row : std::as_const(m_rows)) {
        takeAway(row.line, this);
    }
    m_rows.clear();
    const QJsonObject headers = m_session.value(kHeaders).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        addRow(it.key(), it.value().toString());
    }
}

void HeaderRows::refresh()
{
    if (typed() != m_session.value(kHeaders)) {
        rebuild();
    }
    QStringList faults;
    for (auto it = m_session.faults().constBegin(); it != m_session.faults().constEnd(); ++it) {
        if (it.key().startsWith(kHeaders)) {
            const QString name = it.key().mid(kHeaders.size() + 1);
            faults << (name.isEmpty() ? it.value() : name + QStringLiteral(": ") + it.value());
        }
    }
    m_fault->setText(faults.join(QLatin1Char('\n')));
    m_fault->setVisible(!faults.isEmpty());
    setEnabled(!m_session.isRunning());
    for (const Row &row : std::as_const(m_rows)) {
        showFrom(row);
        setStyleProperty(
            row.value, "wrong",
            m_session.faults().contains(kHeaders + QLatin1Char('.') + row.name->text().trimmed()));
    }
}

void HeaderRows::takeFocus(const QString &name)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.name->text().trimmed() == name) {
            row.value->setFocus(Qt::ShortcutFocusReason);
        }
    }
}

void HeaderRows::showFrom(const Row &row) const
{
    const QString name = row.name->text().trimmed();
    const QString value = row.value->text();
    const bool isWritten = isWrittenSecret(name, value);
    QString from;
    if (isWritten && !value.isEmpty()) {
        from = tr("never saved");
    } else if (value.contains(QLatin1String("${env:"))) {
        from = tr("from the environment");
    } else if (!placeholdersOf(value).isEmpty()) {
        const QString file = m_session.value(QStringLiteral("users.path")).toString();
        from = file.isEmpty() ? tr("filled in") : tr("from %1").arg(QFileInfo(file).fileName());
    }
    row.from->setWhole(from);
    row.from->setVisible(!from.isEmpty());
    row.value->setEchoMode(isWritten ? QLineEdit::PasswordEchoOnEdit : QLineEdit::Normal);
}

} // namespace stampede
