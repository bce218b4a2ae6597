// SPDX-License-Identifier: MIT
#include "ui/scenario/rows_tab.h"

#include "profile/profile_reader.h"
#include "profile/profile_writer.h"
#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/scenario/connect_dialog.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/table_picker.h"
#include "ui/session/saved_file.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

const QString kRows = QStringLiteral("target.audit");
const QString kProfile = QStringLiteral("target.audit.profile");
const QString kDatabase = QStringLiteral("target.audit.database");

/// How the request writes a person: "m{userId}", "{userId}" where it has nothing around.
QString personIn(const QJsonObject &target)
{
    static const QRegularExpression written(QStringLiteral("[\\w.@+-]*\\{userId\\}[\\w.@+-]*"));
    QStringList places = {target[QLatin1String("body")].toString(),
                          target[QLatin1String("url")].toString()};
    if (target[QLatin1String("body")].isObject()) {
        places[0] =
            QString::fromUtf8(QJsonDocument(target[QLatin1String("body")].toObject()).toJson());
    }
    const QJsonObject headers = target[QLatin1String("headers")].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        places << it.value().toString();
    }
    for (const QString &place : std::as_const(places)) {
        if (const auto found = written.match(place); found.hasMatch()) {
            return found.captured();
        }
    }
    return QStringLiteral("{userId}");
}

/// The coupon that the request asks for, of those that there are; empty where that is not one.
QString couponIn(const QJsonObject &target, const SchemaInspection &look)
{
    QString named = target[QLatin1String("couponId")].toVariant().toString();
    if (look.coupons.contains(named)) {
        return named;
    }
    const QJsonObject body{{QStringLiteral("body"), target[QLatin1String("body")]}};
    const QString sent = target[QLatin1String("url")].toString() + QLatin1Char('\n') +
                         QString::fromUtf8(QJsonDocument(body).toJson());
    QStringList found;
    for (const QString &coupon : look.coupons) {
        const QRegularExpression whole(
            QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(coupon)));
        if (whole.match(sent).hasMatch()) {
            found << coupon;
        }
    }
    return found.size() == 1 ? found.constFirst() : QString();
}

} // namespace

RowsTab::RowsTab(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_dialog(new QPushButton(tr("Connect…"), this))
    , m_connect(new QPushButton(tr("Look"), this))
    , m_open(new QPushButton(tr("Open a profile…"), this))
    , m_state(new QLabel(this))
    , m_allow(new QPushButton(this))
    , m_rights(mutedLabel({}, this))
    , m_picker(new TablePicker(this))
{
    m_dialog->setObjectName(QStringLiteral("connectDialog"));
    m_dialog->setToolTip(tr("Host, port, user, password and TLS. Stampede only looks there."));
    m_connect->setObjectName(QStringLiteral("connectTables"));
    m_open->setObjectName(QStringLiteral("openProfile"));
    m_open->setToolTip(tr("Opens a profile that describes these tables already."));
    m_state->setObjectName(QStringLiteral("tablesState"));
    m_state->setWordWrap(true);
    m_allow->setObjectName(QStringLiteral("allowTables"));
    m_rights->setObjectName(QStringLiteral("tablesRights"));
    m_allow->hide();
    m_rights->hide();
    m_picker->hide();
    addCells();
    connect(m_dialog, &QPushButton::clicked, this, &RowsTab::askForDatabase);
    connect(m_connect, &QPushButton::clicked, this, &RowsTab::connectToTables);
    connect(m_open, &QPushButton::clicked, this, &RowsTab::openProfile);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        m_session.allowHost(m_host);
        connectToTables();
    });
    connect(m_picker, &TablePicker::changed, this, [this](const Profile &profile) {
        if (holdsTables()) {
            const Profile fitted = withPeopleWritten(profile);
            keepTables(fitted);
            return m_session.inspectSchema(fitted);
        }
        m_work = Work{profile, m_database, m_session.value(kProfile).toString()};
        m_session.inspectSchema(profile);
    });
    connect(m_picker, &TablePicker::saveRequested, this, &RowsTab::saveProfile);
    connect(&m_session, &Session::tablesLooked, this, &RowsTab::take);
}

void RowsTab::addCells()
{
    const auto kept = [this](SettingCell *cell) {
        m_cells.append(cell);
        return cell;
    };
    const auto inProfile = [this, kept](const QString &path, const QString &label) {
        return kept(SettingCell::text(m_session, path, label))->onlyIf([this] {
            return rowsInProfile();
        });
    };
    SettingCell *where = kept(SettingCell::choice(
        m_session, kRows, tr("Its rows"),
        {{QStringLiteral("none"), tr("are out of reach: answers only")},
         {QStringLiteral("serve"), tr("are ours: a stampede-cli serve on this database")},
         {QStringLiteral("profile"), tr("are in its own tables: Stampede only looks")}}));
    SettingCell *database = inProfile(kDatabase, tr("Database"));
    database->setPlaceholder(QStringLiteral("mysql://USER@HOST:PORT/DATABASE"));
    database->setToolTip(tr("mysql://USER@HOST:PORT/DB or mysql://USER@/DB?socket=PATH. The "
                            "password comes from STAMPEDE_DB_PASSWORD or ?password-file=PATH. "
                            "Stampede only reads there."));
    SettingCell *profile = inProfile(kProfile, tr("Profile"));
    profile->onlyIf([this] { return rowsInProfile() && !holdsTables(); });
    profile->setPlaceholder(tr("made below and saved, or opened"));
    profile->setToolTip(tr("A file *.profile.json, relative to the scenario's file."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    const auto addRow = [column](QWidget *cell, QWidget *button) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(cell, 1);
        row->addWidget(button, 0, Qt::AlignTop | Qt::AlignLeft);
        column->addLayout(row);
    };
    addRow(where, m_dialog);
    addRow(database, m_connect);
    addRow(profile, m_open);
    addRow(m_state, m_allow);
    column->addWidget(m_rights);
    column->addWidget(m_picker);
    column->addWidget(mutedLabel(tr("Your service is never reset: its stock and its holders before "
                                    "the run are where the audit begins."),
                                 this));
    column->addStretch(1);
}

bool RowsTab::rowsInProfile() const
{
    return m_session.value(kRows).isObject();
}

/// Whether the scenario itself describes the tables, or will.
bool RowsTab::holdsTables() const
{
    return m_session.value(kProfile).isObject();
}

bool RowsTab::showsTables() const
{
    return rowsInProfile() && !m_picker->isHidden();
}

QMap<QString, QString> RowsTab::faults() const
{
    return showsTables() ? m_faults : QMap<QString, QString>();
}

void RowsTab::keepTables(const Profile &profile)
{
    Profile kept = profile;
    if (kept.name.isEmpty()) {
        kept.name = m_session.value(QStringLiteral("name")).toString();
    }
    m_session.set(kProfile, QJsonDocument::fromJson(profileToJson(kept)).object());
}

/// With people in a column of texts as the request writes them, unless somebody said otherwise.
Profile RowsTab::withPeopleWritten(Profile profile) const
{
    const auto table = std::find_if(m_tables.begin(), m_tables.end(), [&](const TableFacts &each) {
        return each.name == profile.issued.table;
    });
    const ColumnFacts *person =
        table == m_tables.end() ? nullptr : table->column(profile.issued.user);
    const bool isText = person != nullptr && !person->holdsWholeNumbers() && !person->holdsBytes();
    const bool isNew = m_session.value(kProfile)[QLatin1String("issued")][QLatin1String("user")] !=
                       QJsonValue(profile.issued.user);
    if (isText && isNew && profile.issued.userFormat == QLatin1String("{userId}")) {
        profile.issued.userFormat = personIn(m_session.value(QStringLiteral("target")).toObject());
    }
    return profile;
}

/// Takes what was guessed, with the coupon and the way to write people that the request has.
void RowsTab::adoptGuess(const SchemaInspection &look)
{
    Profile profile = look.profile;
    if (profile.coupon.isEmpty()) {
        profile.coupon = couponIn(m_session.value(QStringLiteral("target")).toObject(), look);
    }
    profile = withPeopleWritten(profile);
    keepTables(profile);
    m_session.closeStep();
    m_session.inspectSchema(profile);
}

/// After a step back the tables are shown as the scenario describes them now.
void RowsTab::followScenario()
{
    if (!holdsTables() || !showsTables() || m_session.isInspecting()) {
        return;
    }
    const QJsonObject kept = m_session.value(kProfile).toObject();
    Profile shown = m_picker->profile();
    if (shown.name.isEmpty()) {
        shown.name = kept[QLatin1String("name")].toString();
    }
    if (kept.isEmpty() || QJsonDocument::fromJson(profileToJson(shown)).object() == kept) {
        return;
    }
    if (const auto profile = profileToShow()) {
        m_session.inspectSchema(profile);
    }
}

void RowsTab::askForDatabase()
{
    ConnectDialog dialog(m_session, m_session.value(kDatabase).toString(), window());
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (!rowsInProfile()) {
        m_session.choose(kRows, QStringLiteral("profile"));
    }
    m_session.set(kDatabase, dialog.url().display());
    m_session.closeStep();
    connectToTables();
}

QString RowsTab::placeOf(const QString &file) const
{
    const QString scenario = m_session.filePath();
    return scenario.isEmpty() ? QFileInfo(file).absoluteFilePath()
                              : QFileInfo(scenario).absoluteDir().absoluteFilePath(file);
}

void RowsTab::refresh()
{
    for (SettingCell *cell : std::as_const(m_cells)) {
        cell->refresh();
    }
    const bool inProfile = rowsInProfile();
    const bool same = m_session.value(kDatabase).toString() == m_database;
    m_dialog->setEnabled(!m_session.isRunning());
    m_picker->setProperty("undoneByForm", holdsTables());
    m_connect->setVisible(inProfile);
    m_connect->setEnabled(!m_session.isRunning() && !m_session.isInspecting() &&
                          !m_session.value(kDatabase).toString().isEmpty());
    m_open->setVisible(inProfile);
    m_open->setEnabled(!m_session.isRunning());
    m_picker->setEnabled(!m_session.isRunning());
    if (!inProfile || !same) { // what was seen there says nothing of another database
        const bool wasShown = !m_picker->isHidden();
        m_picker->hide();
        m_rights->hide();
        m_allow->hide();
        showState({}, false);
        if (wasShown) {
            Q_EMIT shown();
        }
        return;
    }
    followScenario();
}

void RowsTab::connectToTables()
{
    m_database = m_session.value(kDatabase).toString();
    m_allow->hide();
    showState(tr("Asking…"), false);
    m_session.inspectSchema(profileToShow());
    m_connect->setEnabled(!m_session.isInspecting());
}

std::optional<Profile> RowsTab::profileToShow() const
{
    if (holdsTables()) {
        const QJsonObject kept = m_session.value(kProfile).toObject();
        auto profile = readProfile(QJsonDocument(kept).toJson(), QStringLiteral("profile"));
        return kept.isEmpty() || !profile ? std::nullopt
                                          : std::optional(std::move(profile).value());
    }
    const QString file = m_session.value(kProfile).toString();
    if (m_work && m_work->database == m_database && m_work->file == file) {
        return m_work->profile;
    }
    if (!file.isEmpty()) {
        if (auto profile = loadProfile(placeOf(file))) {
            return std::move(profile).value();
        }
    }
    return std::nullopt;
}

void RowsTab::take(const SchemaInspector::Answer &answer)
{
    m_connect->setEnabled(!m_session.isRunning());
    if (!rowsInProfile() || m_session.value(kDatabase).toString() != m_database) {
        return; // asked of a database that nobody wants any more
    }
    if (!answer->ok()) {
        const RunError &fault = answer->error();
        m_host = fault.kind == FaultKind::ForeignHost ? fault.host : QString();
        m_allow->setText(tr("Read at %1").arg(m_host));
        m_allow->setVisible(!m_host.isEmpty());
        m_picker->hide();
        Q_EMIT shown();
        return showState(m_host.isEmpty()
                             ? fault.message
                             : tr("%1 is not this computer. Stampede will only read there. Do you "
                                  "answer for this database?")
                                   .arg(m_host),
                         m_host.isEmpty());
    }
    const SchemaInspection &look = answer->value();
    const auto tables = static_cast<std::int64_t>(look.tables.size());
    QStringList words = {
        look.product,
        text::plural(tables, tr("%1 table"), tr("%1 tables")).arg(text::count(tables)),
        tr("read only")};
    QString state = words.join(QStringLiteral(" · "));
    if (look.tables.isEmpty()) {
        state = tr("This database holds no tables.");
    } else if (look.profile.issued.table.isEmpty()) {
        state += QLatin1Char('\n') + tr("No table here looks as if it held who has a coupon. "
                                        "Choose the tables.");
    }
    m_tables = look.tables;
    if (holdsTables() && m_session.value(kProfile).toObject().isEmpty() && !look.tables.isEmpty()) {
        adoptGuess(look); // and is told again
    }
    m_faults = look.faults;
    showState(state, look.tables.isEmpty());
    m_rights->setText(tr("This account may write (%1). Stampede does not; an account with SELECT "
                         "only would do.")
                          .arg(look.rights.mid(0, 5).join(QStringLiteral(", ")) +
                               (look.rights.size() > 5 ? QStringLiteral(", …") : QString())));
    m_rights->setVisible(!look.rights.isEmpty());
    m_picker->show(look);
    m_picker->setVisible(!look.tables.isEmpty());
    Q_EMIT shown();
}

void RowsTab::showState(const QString &sentence, bool isFault)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    setStyleProperty(m_state, "fault", isFault);
}

void RowsTab::openProfile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a profile"), QFileInfo(m_session.filePath()).path(),
        tr("Profiles (*.profile.json);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    const auto profile = loadProfile(file);
    if (!profile) {
        return showState(profile.error().join(QLatin1Char('\n')), true);
    }
    m_work.reset();
    m_session.set(kProfile, file);
    if (!m_session.value(kDatabase).toString().isEmpty()) {
        connectToTables();
    }
}

void RowsTab::saveProfile()
{
    Profile profile = m_picker->profile();
    const QString known = m_session.value(kProfile).toString();
    QString file = QFileDialog::getSaveFileName(
        this, tr("Save the profile"),
        known.isEmpty() ? QStringLiteral("tables.profile.json") : placeOf(known),
        tr("Profiles (*.profile.json)"));
    if (file.isEmpty()) {
        return;
    }
    if (profile.name.isEmpty()) {
        profile.name = QFileInfo(file).baseName();
    }
    const QByteArray json = profileToJson(profile);
    if (const auto saved = saveChosen(file, json); !saved) {
        return showState(saved.error(), true);
    }
    m_work.reset();
    m_session.set(kProfile, file);
    showState(tr("Saved: %1").arg(QDir::toNativeSeparators(file)), false);
}

} // namespace stampede
