// SPDX-License-Identifier: MIT
#include "ui/scenario/connect_dialog.h"

#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/session/session.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace stampede {

namespace {

constexpr int kDialogWidth = 540;
constexpr int kAnswerHeight = 56;
constexpr int kMostPort = 65'535;

} // namespace

ConnectDialog::ConnectDialog(Session &session, const QString &address, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_inspector(new SchemaInspector(this))
    , m_host(new QLineEdit(QStringLiteral("127.0.0.1"), this))
    , m_port(new QSpinBox(this))
    , m_database(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_tls(new KeyedCombo(this))
    , m_authority(new QLineEdit(this))
    , m_authorityName(new QLabel(tr("Believed certificates"), this))
    , m_allow(new QCheckBox(this))
    , m_answer(new QLabel(this))
{
    setWindowTitle(tr("Connect to the database"));
    setMinimumWidth(kDialogWidth);
    m_port->setRange(1, kMostPort);
    m_port->setValue(DatabaseUrl().port);
    m_port->setGroupSeparatorShown(false);
    m_password->setEchoMode(QLineEdit::Password);
    using Mode = DatabaseTls::Mode;
    for (const auto &[mode, words] :
         {std::pair(Mode::Prefer, tr("where the server offers it")),
          {Mode::Require, tr("always")},
          {Mode::Verify, tr("always, and the server's certificate is checked")},
          {Mode::Off, tr("never")}}) {
        m_tls->addItem(words, static_cast<int>(mode));
    }
    layOut();
    if (const auto known = parseDatabaseUrl(address);
        known && known.value().kind == DatabaseUrl::Kind::Mysql) {
        show(known.value());
    }
    connect(m_host, &QLineEdit::textEdited, this, &ConnectDialog::takeAddress);
    connect(m_inspector, &SchemaInspector::answered, this, &ConnectDialog::showAnswer);
    for (QLineEdit *field : {m_host, m_database, m_user, m_password, m_authority}) {
        connect(field, &QLineEdit::textEdited, m_answer, &QLabel::clear);
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::adapt);
    }
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ConnectDialog::adapt);
    adapt();
}

void ConnectDialog::layOut()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(6);
    const auto add = [&](const QString &words, QWidget *field, const char *name) {
        field->setObjectName(QLatin1String(name));
        field->setAccessibleName(words);
        form->addRow(words, field);
    };
    m_host->setToolTip(tr("A name or an address, the path of a socket, or a whole address such as "
                          "mysql://USER@HOST:PORT/DATABASE or jdbc:mysql://…"));
    m_password->setPlaceholderText(tr("kept until Stampede is closed, in no file"));
    m_database->setPlaceholderText(tr("the name of the database"));
    m_user->setPlaceholderText(tr("an account that may SELECT is enough"));
    m_authority->setPlaceholderText(tr("a PEM file; empty for those of the system"));
    add(tr("Host"), m_host, "connectHost");
    add(tr("Port"), m_port, "connectPort");
    add(tr("Database"), m_database, "connectDatabase");
    add(tr("User"), m_user, "connectUser");
    add(tr("Password"), m_password, "connectPassword");
    add(tr("TLS"), m_tls, "connectTls");
    m_authority->setObjectName(QStringLiteral("connectCa"));
    m_authority->setAccessibleName(m_authorityName->text());
    form->addRow(m_authorityName, m_authority);
    m_allow->setObjectName(QStringLiteral("connectAllow"));
    m_answer->setObjectName(QStringLiteral("connectAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setMinimumHeight(kAnswerHeight);
    m_answer->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    test->setObjectName(QStringLiteral("connectTest"));
    QPushButton *use = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    use->setObjectName(QStringLiteral("connectUse"));
    use->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(mutedLabel(tr("MySQL or MariaDB. Stampede only looks there: it never writes "
                                    "and never locks."),
                                 this));
    column->addLayout(form);
    column->addWidget(m_allow);
    column->addWidget(m_answer);
    column->addWidget(buttons);
    connect(test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(use, &QPushButton::clicked, this, [this] {
        if (take()) {
            accept();
        }
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConnectDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight(*this);
    (m_database->text().isEmpty() ? m_database : m_password)->setFocus();
}

void ConnectDialog::show(const DatabaseUrl &url)
{
    m_url = url;
    m_host->setText(url.socket.isEmpty() ? url.host : url.socket);
    m_port->setValue(url.port);
    m_database->setText(url.database);
    m_user->setText(url.user);
    m_tls->setCurrentIndex(m_tls->findData(static_cast<int>(url.tls.mode)));
    m_authority->setText(url.tls.ca);
    if (const auto password = readPassword(url)) {
        m_password->setText(password.value());
    }
}

void ConnectDialog::takeAddress(const QString &typed)
{
    if (typed.contains(QLatin1String("://"))) {
        if (const auto url = parseDatabaseUrl(typed.trimmed());
            url && url.value().kind == DatabaseUrl::Kind::Mysql) {
            show(url.value());
        }
    }
}

Result<DatabaseUrl, QString> ConnectDialog::typed() const
{
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Mysql;
    url.user = m_user->text().trimmed();
    url.database = m_database->text().trimmed();
    url.port = m_port->value();
    const QString host = m_host->text().trimmed();
    for (const auto &[text, why] :
         {std::pair(host, tr("Where is the database? Its host is missing.")),
          {url.database, tr("Which database? Its name is missing.")},
          {url.user, tr("With which account? The user is missing.")}}) {
        if (text.isEmpty()) {
            return Failure{why};
        }
    }
    const bool isSocket = host.startsWith(QLatin1Char('/'));
    (isSocket ? url.socket : url.host) = host;
    if (!isSocket) {
        url.tls = m_url.tls;
        url.tls.mode = static_cast<DatabaseTls::Mode>(m_tls->currentData().toInt());
        url.tls.ca = m_authority->isHidden() ? QString() : m_authority->text().trimmed();
    }
    url.passwordFile = m_url.passwordFile;
    return parseDatabaseUrl(url.display()); // what no address may hold is told in its words
}

bool ConnectDialog::take()
{
    const auto url = typed();
    if (!url) {
        m_answer->setText(url.error());
        return false;
    }
    if (!m_allow->isHidden() && !m_allow->isChecked()) {
        m_answer->setText(tr("%1 is not this computer.").arg(url.value().host));
        return false;
    }
    m_url = url.value();
    keepPassword(m_url, m_password->text());
    if (!m_allow->isHidden()) {
        m_session.allowHost(m_url.host);
    }
    return true;
}

void ConnectDialog::test()
{
    if (take()) {
        m_answer->setText(tr("Asking…"));
        m_inspector->ask(m_url, m_session.host().allowedHosts(), {});
    }
}

void ConnectDialog::showAnswer(const SchemaInspector::Answer &answer)
{
    setStyleProperty(m_answer, "fault", !answer->ok());
    if (!answer->ok()) {
        return m_answer->setText(answer->error().message);
    }
    const SchemaInspection &look = answer->value();
    const auto tables = static_cast<std::int64_t>(look.tables.size());
    m_answer->setText(
        tr("Connected: %1, %2.")
            .arg(look.product,
                 text::plural(tables, tr("%1 table"), tr("%1 tables")).arg(text::count(tables))));
}

void ConnectDialog::adapt()
{
    const auto mode = static_cast<DatabaseTls::Mode>(m_tls->currentData().toInt());
    const bool isSocket = m_host->text().trimmed().startsWith(QLatin1Char('/'));
    m_port->setEnabled(!isSocket);
    m_tls->setEnabled(!isSocket);
    const bool checks = !isSocket && mode == DatabaseTls::Mode::Verify;
    m_authority->setVisible(checks);
    m_authorityName->setVisible(checks);
    const auto url = typed();
    const bool isElsewhere = url && !m_session.host().mayReach(url.value());
    m_allow->setVisible(isElsewhere);
    if (isElsewhere) {
        m_allow->setText(tr("I answer for %1: it may be read.").arg(url.value().host));
    }
}

} // namespace stampede
