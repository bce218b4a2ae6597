// SPDX-License-Identifier: MIT
#include "ui/frame/fault_panel.h"

#include "text/number_text.h"
#include "ui/session/settings.h"
#include "ui/widgets/announce.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <initializer_list>

namespace stampede {

FaultPanel::FaultPanel(Session &session, Settings &settings, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_settings(settings)
    , m_message(new QLabel(this))
    , m_details(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy command"), this))
    , m_log(new QPushButton(tr("Open log"), this))
    , m_empty(new QPushButton(tr("Start with an empty folder"), this))
    , m_allow(new QPushButton(this))
    , m_describe(new QPushButton(tr("Describe tables…"), this))
    , m_database(new QPushButton(tr("Use another database…"), this))
    , m_dismiss(new QPushButton(this))
    , m_always(new QCheckBox(this))
{
    setProperty("bar", true);
    setObjectName(QStringLiteral("faultPanel"));
    layOut();
    connect(m_copy, &QPushButton::clicked, this, &FaultPanel::copyCommand);
    connect(m_log, &QPushButton::clicked, this, &FaultPanel::openLog);
    connect(m_empty, &QPushButton::clicked, this, &FaultPanel::startEmpty);
    connect(m_allow, &QPushButton::clicked, this, &FaultPanel::allowHost);
    connect(m_describe, &QPushButton::clicked, this, &FaultPanel::describeRequested);
    connect(m_database, &QPushButton::clicked, this, &FaultPanel::databaseRequested);
    connect(m_dismiss, &QPushButton::clicked, &m_session, &Session::dismissFault);
    connect(&m_session, &Session::runStarted, this, &FaultPanel::refresh);
    connect(&m_session, &Session::runEnded, this, &FaultPanel::refresh);
    connect(&m_session, &Session::databaseChanged, this, &FaultPanel::refresh);
    refresh();
}

void FaultPanel::layOut()
{
    m_message->setObjectName(QStringLiteral("faultMessage"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(QStringLiteral("faultDetails"));
    m_details->setWordWrap(true);
    m_details->setProperty("muted", true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(QStringLiteral("copyInstallCommand"));
    m_log->setObjectName(QStringLiteral("openServerLog"));
    m_empty->setObjectName(QStringLiteral("startEmpty"));
    m_allow->setObjectName(QStringLiteral("allowHost"));
    m_describe->setObjectName(QStringLiteral("describeTables"));
    m_database->setObjectName(QStringLiteral("useAnotherDatabase"));
    m_dismiss->setObjectName(QStringLiteral("dismissFault"));
    m_always->setObjectName(QStringLiteral("alwaysAllowHost"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_details);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QWidget *button : std::initializer_list<QWidget *>{m_copy, m_log, m_empty, m_allow,
                                                            m_database, m_describe, m_dismiss}) {
        buttons->addWidget(button);
    }
    buttons->addSpacing(8);
    buttons->addWidget(m_always);
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void FaultPanel::refresh()
{
    const auto &fault = m_session.fault();
    setVisible(fault.has_value());
    if (!fault) {
        return;
    }
    const bool atHost = fault->kind == FaultKind::ForeignHost;
    const bool foreign = fault->kind == FaultKind::ForeignTables;
    m_message->setText(fault->message);
    m_details->setText(fault->details.join(QLatin1Char('\n')));
    m_details->setVisible(!fault->details.isEmpty());
    m_copy->setText(fault->kind == FaultKind::NotInstalled ? tr("Copy command") : tr("Copy"));
    m_copy->setVisible(!fault->command.isEmpty());
    m_log->setVisible(!fault->logFile.isEmpty());
    m_empty->setVisible(!fault->folder.isEmpty());
    m_allow->setVisible(atHost);
    m_always->setVisible(atHost);
    m_describe->setVisible(foreign);
    m_database->setVisible(!atHost && fault->kind != FaultKind::Other);
    m_database->setText(foreign ? tr("Choose another…") : tr("Use another database…"));
    m_dismiss->setText(atHost ? tr("Cancel") : tr("Close"));
    if (atHost) {
        showHostQuestion();
    }
}

void FaultPanel::showHostQuestion()
{
    const QString host = m_session.fault()->host;
    const std::int64_t planned = m_session.activeScenario().plannedRequests();
    m_message->setText(tr("%1 is not this computer. %2 by %3 will be sent to it. Do you answer for "
                          "this service?")
                           .arg(host, planned < 0 ? tr("Requests") : text::requests(planned),
                                text::virtualUsers(m_session.activeScenario().mostVus())));
    m_allow->setText(tr("Send to %1").arg(host));
    m_always->setText(tr("Do not ask again for %1").arg(host));
    m_always->setChecked(false);
}

void FaultPanel::copyCommand()
{
    copyText(this, m_session.fault()->command);
}

void FaultPanel::openLog()
{
    const QString file = m_session.fault()->logFile;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file))) {
        QMessageBox::warning(this, tr("Open log"),
                             tr("No program opens %1. Its path was copied.").arg(file));
        QGuiApplication::clipboard()->setText(file);
    }
}

void FaultPanel::startEmpty()
{
    if (const auto aside = m_session.startWithEmptyFolder(); !aside) {
        QMessageBox::warning(this, m_empty->text(), aside.error());
        return;
    }
    m_session.run();
}

void FaultPanel::allowHost()
{
    const QString host = m_session.fault()->host;
    if (m_always->isChecked()) {
        m_settings.trustHost(host);
    }
    m_session.allowHost(host);
    m_session.run();
}

} // namespace stampede
