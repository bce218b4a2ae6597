#include "ui/frame/fault_panel.h"

#include "ui/theme.h"

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

namespace stampede {

FaultPanel::FaultPanel(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_message(new QLabel(this))
    , m_details(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy command"), this))
    , m_log(new QPushButton(tr("Open log"), this))
    , m_empty(new QPushButton(tr("Start with an empty folder"), this))
    , m_allow(new QPushButton(this))
    , m_database(new QPushButton(tr("Use another database…"), this))
{
    setProperty("bar", true);
    setObjectName(QStringLiteral("faultPanel"));
    m_message->setObjectName(QStringLiteral("faultMessage"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setWordWrap(true);
    m_details->setProperty("muted", true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(QStringLiteral("copyInstallCommand"));
    m_empty->setObjectName(QStringLiteral("startEmpty"));
    m_allow->setObjectName(QStringLiteral("allowHost"));
    m_database->setObjectName(QStringLiteral("useAnotherDatabase"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->addWidget(m_message);
    column->addWidget(m_details);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_copy, m_log, m_empty, m_allow, m_database}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &FaultPanel::copyCommand);
    connect(m_log, &QPushButton::clicked, this, &FaultPanel::openLog);
    connect(m_empty, &QPushButton::clicked, this, &FaultPanel::startEmpty);
    connect(m_allow, &QPushButton::clicked, this, &FaultPanel::allowHost);
    connect(m_database, &QPushButton::clicked, this, &FaultPanel::databaseRequested);
    connect(&m_session, &Session::runStarted, this, &FaultPanel::refresh);
    connect(&m_session, &Session::runEnded, this, &FaultPanel::refresh);
    connect(&m_session, &Session::databaseChanged, this, &FaultPanel::refresh);
    refresh();
}

void FaultPanel::refresh()
{

    const auto &fault = m_session.fault();
    setVisible(fault.has_value());
    if (!fault) {
        return;
    }
    const bool atHost = fault->kind == FaultKind::ForeignHost;
    m_message->setText(atHost ? tr("%1 is not this computer. %2 requests by %3 virtual users will "
                                   "be sent to it. Do you answer for this service?")
                                    .arg(fault->host,
                                         QLocale().toString(m_session.scenario().plannedRequests()),
                                         QLocale().toString(m_session.scenario().mostVus()))
                              : fault->message);
    m_details->setText(fault->details.join(QLatin1Char('\n')));
    m_details->setVisible(!fault->details.isEmpty());
    m_copy->setVisible(fault->kind == FaultKind::NotInstalled);
    m_log->setVisible(!fault->logFile.isEmpty());
    m_empty->setVisible(!fault->folder.isEmpty());
    m_allow->setVisible(atHost);
    m_allow->setText(tr("Send to %1").arg(fault->host));
    m_database->setVisible(fault->kind != FaultKind::Other);
}

void FaultPanel::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_session.fault()->command);
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
    m_session.allowHost(m_session.fault()->host);
    m_session.run();
}

} // namespace stampede
