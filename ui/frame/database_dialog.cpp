// SPDX-License-Identifier: MIT
#include "ui/frame/database_dialog.h"

#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kDialogWidth = 560;
constexpr int kAnswerHeight = 64;

} // namespace

DatabaseDialog::DatabaseDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_url(new QLineEdit(session.host().url().display(), this))
    , m_answer(new QLabel(this))
    , m_use(nullptr)
{
    setWindowTitle(tr("Database"));
    setMinimumWidth(kDialogWidth);
    auto *words = new QLabel(
        tr("Where is the database? \"managed:\" is a private MariaDB that Stampede starts and "
           "stops itself. Any other is mysql://USER@HOST:PORT/DATABASE or "
           "mysql://USER@/DATABASE?socket=PATH; its password comes from STAMPEDE_DB_PASSWORD or "
           "?password-file=PATH."),
        this);
    words->setWordWrap(true);
    m_url->setObjectName(QStringLiteral("databaseUrl"));
    m_url->setAccessibleName(tr("Database"));
    m_answer->setObjectName(QStringLiteral("databaseAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setMinimumHeight(kAnswerHeight);
    m_answer->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    test->setObjectName(QStringLiteral("testDatabase"));
    m_use = buttons->addButton(tr("Use it"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useDatabase"));
    m_use->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_url);
    column->addWidget(m_answer);
    column->addWidget(buttons);
    connect(test, &QPushButton::clicked, this, &DatabaseDialog::test);
    connect(m_use, &QPushButton::clicked, this, &DatabaseDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_session, &Session::looked, this, [this](bool, const QString &sentence) {
        if (m_url->text().trimmed() == m_asked) {
            m_answer->setText(sentence);
        }
    });
    // What was found says nothing of another address.
    connect(m_url, &QLineEdit::textEdited, m_answer, &QLabel::clear);
}

void DatabaseDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight(*this);
}

void DatabaseDialog::test()
{
    m_asked = m_url->text().trimmed();
    const auto url = parseDatabaseUrl(m_asked);
    if (!url) {
        m_answer->setText(url.error());
    } else if (url.value().kind == DatabaseUrl::Kind::Managed) {
        m_answer->setText(tr("The private MariaDB is started by the first run."));
    } else {
        m_answer->setText(tr("Asking…"));
        m_session.lookAt(url.value());
    }
}

void DatabaseDialog::take()
{
    const auto url = parseDatabaseUrl(m_url->text().trimmed());
    if (!url) {
        m_answer->setText(url.error());
        return;
    }
    m_session.setDatabase(url.value());
    accept();
}

} // namespace stampede
