// SPDX-License-Identifier: MIT
#include "ui/frame/status_line.h"

#include "text/number_text.h"
#include "ui/look/type.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>

#include <chrono>

namespace stampede {

namespace {

constexpr std::chrono::seconds kSaid{4};

QLabel *quietLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setProperty("muted", true);
    label->setFont(tabularFont(typeFont(TextRole::Secondary)));
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

} // namespace

StatusLine::StatusLine(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_said(quietLabel(this, "statusSaid"))
    , m_database(quietLabel(this, "statusDatabase"))
    , m_generator(quietLabel(this, "statusGenerator"))
    , m_run(quietLabel(this, "statusRun"))
    , m_silence(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    for (QLabel *label : {m_said, m_database, m_generator, m_run}) {
        row->addWidget(label);
    }
    row->addStretch(1);
    m_silence->setSingleShot(true);
    connect(m_silence, &QTimer::timeout, this, &StatusLine::refresh);
    connect(&m_session, &Session::recordChanged, this, &StatusLine::refresh);
    connect(&m_session, &Session::databaseChanged, this, &StatusLine::refresh);
    connect(&m_session, &Session::scenarioChanged, this, &StatusLine::refresh);
    connect(&m_session, &Session::runStarted, this, &StatusLine::refresh);
    connect(&m_session, &Session::runEnded, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_silence->start(kSaid);
    refresh();
}

QString StatusLine::databaseWords() const
{
    const auto record = m_session.record();
    const bool managed = m_session.host().url().kind == DatabaseUrl::Kind::Managed;
    if (!record) {
        // Of somebody else's service the run bar says which one is looked at.
        if (m_session.activeScenario().target.kind == TargetKind::Http) {
            return {};
        }
        return managed ? tr("Private MariaDB") : m_session.host().databaseName();
    }
    const ServerDescription &database = record->environment.database;
    const auto ofRun = parseDatabaseUrl(record->environment.databaseUrl);
    if (database.product.isEmpty()) { // a service of somebody else may have none that we see
        return {};
    }
    const QString product = QStringLiteral("%1 %2").arg(database.product, database.version);
    const QString name = ofRun ? ofRun.value().database : QString();
    if (ofRun && ofRun.value().kind == DatabaseUrl::Kind::Managed) {
        return tr("Private %1 · own socket").arg(product);
    }
    return name.isEmpty() ? product : QStringLiteral("%1 · %2").arg(product, name);
}

void StatusLine::refresh()
{
    const bool saying = m_silence->isActive();
    const auto record = m_session.record();
    m_said->setVisible(saying);
    m_database->setText(databaseWords());
    m_database->setVisible(!saying && !m_database->text().isEmpty());
    // While another run goes on only its number is left of the one before, and said to be that.
    m_generator->setVisible(!saying && record != nullptr && !m_session.isRunning() &&
                            !record->tool.isThere());
    m_run->setVisible(!saying && record != nullptr);
    if (!record) {
        return;
    }
    const GeneratorFigures &generator = record->generator;
    const QString used = QLocale().toString(record->processorsUsed(), 'f', 1);
    m_generator->setText(generator.processors > 0
                             ? text::plural(generator.processors,
                                            tr("generator %1 of %2 processor"),
                                            tr("generator %1 of %2 processors"))
                                   .arg(used, QString::number(generator.processors))
                             : tr("generator %1 processors").arg(used));
    m_generator->setToolTip(
        generator.uiCpuSeconds
            ? tr("Processor time of the load: %1 s; of the window: %2 s, its longest step %3 ms")
                  .arg(QLocale().toString(generator.cpuSeconds, 'f', 2),
                       QLocale().toString(*generator.uiCpuSeconds, 'f', 2),
                       QLocale().toString(generator.uiLongestStallMs.value_or(0), 'f', 1))
            : tr("Processor time of the load: %1 s")
                  .arg(QLocale().toString(generator.cpuSeconds, 'f', 2)));
    if (record->tool.isThere() && !m_session.isRunning()) {
        m_run->setText(tr("run %1 · %2, %3")
                           .arg(record->shortId(), QString::fromStdString(record->tool.name),
                                QString::fromStdString(record->tool.source)));
        return;
    }
    m_run->setText(
        (m_session.isRunning() ? tr("the run before: %1 · seed %2") : tr("run %1 · seed %2"))
            .arg(record->shortId(), QString::number(record->seed)));
}

} // namespace stampede
