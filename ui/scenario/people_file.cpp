// SPDX-License-Identifier: MIT
#include "ui/scenario/people_file.h"

#include "scenario/user_file.h"
#include "text/number_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stampede {

PeopleFile::PeopleFile(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_words(new QLabel(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
{
    m_words->setObjectName(QStringLiteral("peopleFile"));
    m_words->setWordWrap(true);
    m_choose->setObjectName(QStringLiteral("choosePeopleFile"));
    m_choose->setToolTip(
        tr("A CSV file with a header. Its column userId, else its first one, says who "
           "asks: any texts. All columns can be used in braces in the URL, the "
           "headers and the body."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_choose, 0, Qt::AlignTop);
    connect(m_choose, &QPushButton::clicked, this, &PeopleFile::choose);
}

void PeopleFile::refresh()
{
    m_choose->setEnabled(!m_session.isRunning());
    const QString path = m_session.value(QStringLiteral("users.path")).toString();
    const bool fromFile =
        m_session.value(QStringLiteral("users.pick")).toString() == QLatin1String("file");
    if (!fromFile || path.isEmpty()) {
        m_words->setText(
            tr("no file: the ids 1 to %1").arg(text::count(m_session.scenario().users.count)));
        return;
    }
    QStringList words = {QFileInfo(path).fileName()};
    const auto &file = m_session.scenario().users.loaded.file;
    const bool isRead = file && m_session.scenario().users.path == path &&
                        !m_session.faults().contains(QStringLiteral("users.path"));
    if (isRead) {
        QStringList columns;
        for (const QString &column : file->columns()) {
            columns << (isSecretColumn(column) ? tr("%1 (secret)").arg(column) : column);
        }
        const auto rows = static_cast<std::int64_t>(file->rows());
        words << text::plural(rows, tr("%1 row"), tr("%1 rows")).arg(text::count(rows))
              << tr("columns %1").arg(columns.join(QStringLiteral(", ")));
    } else {
        words << m_session.faults().value(QStringLiteral("users.path"));
    }
    words.removeAll(QString());
    m_words->setText(words.join(QStringLiteral(" · ")));
}

void PeopleFile::choose()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open the people's file"),
                                                      QFileInfo(m_session.filePath()).path(),
                                                      tr("CSV files (*.csv);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    if (m_session.value(QStringLiteral("users.pick")).toString() != QLatin1String("file")) {
        m_session.choose(QStringLiteral("users.pick"), QStringLiteral("file"));
    }
    m_session.set(QStringLiteral("users.path"), file);
}

} // namespace stampede
