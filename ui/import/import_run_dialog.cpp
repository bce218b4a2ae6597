// SPDX-License-Identifier: MIT
#include "ui/import/import_run_dialog.h"

#include "archive/later_audit.h"
#include "profile/profile_reader.h"
#include "run/http_plan_of.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"
#include "text/outcome_names.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace stampede {

namespace {

constexpr int kDialogWidth = 680;
constexpr int kMostMeanings = 8;

Result<Scenario, QString> rulesIn(const QString &path)
{
    if (path.isEmpty()) {
        return Scenario();
    }
    auto rules = loadScenario(path, {});
    if (!rules) {
        return Failure{rules.error().join(QLatin1Char('\n'))};
    }
    return std::move(rules).value();
}

} // namespace

ImportRunDialog::ImportRunDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_file(new QLineEdit(this))
    , m_found(mutedLabel({}, this))
    , m_user(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_rules(new QLineEdit(this))
    , m_meaning(mutedLabel({}, this))
    , m_before(new QLineEdit(this))
    , m_stock(new QLineEdit(this))
    , m_place(new DatabaseFields(session, this))
    , m_fault(new QLabel(this))
    , m_audit(nullptr)
    , m_looking([this](const Look &found) { take(found); })
{
    setWindowTitle(tr("Import a run"));
    setMinimumWidth(kDialogWidth);
    m_fault->setObjectName(QStringLiteral("importFault"));
    m_fault->setWordWrap(true);
    m_fault->setProperty("fault", true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_audit = buttons->addButton(tr("Audit"), QDialogButtonBox::AcceptRole);
    m_audit->setObjectName(QStringLiteral("startImport"));
    m_audit->setDefault(true);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    fillForm(*form);
    m_place->addTo(*form);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(mutedLabel(tr("A run that k6, JMeter or vegeta made is judged by its results "
                                    "and the rows that it left. Nothing is sent, and the database "
                                    "is only read."),
                                 this));
    column->addLayout(form);
    column->addWidget(m_fault);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_file, &QLineEdit::textChanged, this, &ImportRunDialog::look);
    connect(m_rules, &QLineEdit::textChanged, this, &ImportRunDialog::look);
    connect(m_user, &QComboBox::currentTextChanged, this, &ImportRunDialog::look);
    connect(m_kind, &QComboBox::currentTextChanged, this, &ImportRunDialog::look);
    connect(m_before, &QLineEdit::textChanged, this, &ImportRunDialog::judge);
    connect(m_place, &DatabaseFields::changed, this, &ImportRunDialog::judge);
    judge();
}

void ImportRunDialog::fillForm(QFormLayout &form)
{
    const auto name = [](QWidget *widget, const char *object, const QString &words) {
        widget->setObjectName(QLatin1String(object));
        widget->setAccessibleName(words);
    };
    name(m_file, "importFile", tr("Results"));
    name(m_user, "importUser", tr("Who asks"));
    name(m_kind, "importKind", tr("Requests"));
    name(m_rules, "importRules", tr("Answers mean"));
    name(m_before, "importBefore", tr("Rows of before"));
    name(m_stock, "importStock", tr("Stock before"));
    m_found->setObjectName(QStringLiteral("importFound"));
    m_meaning->setObjectName(QStringLiteral("importMeaning"));
    for (QComboBox *box : {m_user, m_kind}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    m_file->setPlaceholderText(tr("k6 JSON or CSV, a JTL, or vegeta's encoded results"));
    m_user->lineEdit()->setPlaceholderText(
        tr("tag:NAME, metadata:NAME, column:NAME, url:'REGEX' or body:/POINTER"));
    m_kind->lineEdit()->setPlaceholderText(tr("all; needed where there are several kinds"));
    m_rules->setPlaceholderText(
        tr("as Stampede's own service answers, or a scenario with classify"));
    m_before->setPlaceholderText(tr("what audit --snapshot wrote before the run, if there is one"));
    m_stock->setPlaceholderText(tr("where nothing else says it"));
    m_stock->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), m_stock));
    const QString scenarios = tr("Scenarios (*.json);;All files (*)");
    form.addRow(tr("Results"),
                makeFileRow(m_file, tr("Choose the results of a run"), tr("All files (*)")));
    form.addRow(QString(), m_found);
    form.addRow(tr("Who asks"), m_user);
    form.addRow(tr("Requests"), m_kind);
    form.addRow(tr("Answers mean"),
                makeFileRow(m_rules, tr("Choose a scenario with the rules"), scenarios));
    form.addRow(QString(), m_meaning);
    form.addRow(tr("Rows of before"), makeFileRow(m_before, tr("Choose the snapshot"), scenarios));
    form.addRow(tr("Stock before"), m_stock);
}

QWidget *ImportRunDialog::makeFileRow(QLineEdit *field, const QString &title, const QString &filter)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *choose = new QPushButton(tr("Choose…"), row);
    choose->setAccessibleName(title);
    layout->addWidget(field, 1);
    layout->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, field, title, filter] {
        const QString path = QFileDialog::getOpenFileName(this, title, field->text(), filter);
        if (!path.isEmpty()) {
            field->setText(path);
        }
    });
    return row;
}

void ImportRunDialog::setFile(const QString &path)
{
    m_file->setText(path);
}

/// What was chosen among what was found, or typed.
QString ImportRunDialog::said(const QComboBox *box) const
{
    const int at = box->findText(box->currentText());
    return at >= 0 ? box->itemData(at).toString() : box->currentText().trimmed();
}

void ImportRunDialog::look()
{
    ImportOrder order;
    order.path = m_file->text().trimmed();
    order.user = said(m_user);
    order.request = said(m_kind);
    order.rulesName = m_rules->text().trimmed();
    m_isLooking = !order.path.isEmpty();
    if (!m_isLooking) {
        m_looking.drop();
        m_found->clear();
        m_meaning->clear();
        judge();
        return;
    }
    m_looking.start([order]() mutable -> Look {
        Look found;
        const auto rules = rulesIn(order.rulesName);
        if (!rules) {
            found.fault = rules.error();
            return found;
        }
        order.rules = answerRulesOf(rules.value());
        auto results = lookAtResults(order);
        if (!results) {
            found.fault = results.error().join(QLatin1Char('\n'));
            return found;
        }
        found.results = std::move(results).value();
        if (!order.rulesName.isEmpty()) {
            const RowsOfRun rows = rowsOf(rules.value(), {});
            found.profile = rows.profile;
            found.database = rows.database;
        }
        return found;
    });
    judge();
}

void ImportRunDialog::take(const Look &found)
{
    m_isLooking = false;
    m_lookFault = found.fault.isEmpty() ? found.results.fault : found.fault;
    const ResultsLook &results = found.results;
    m_found->clear();
    m_meaning->clear();
    if (found.fault.isEmpty()) {
        const QString requests = text::requests(results.requests);
        m_found->setText(results.all ? tr("%1 · %2").arg(results.tool, requests)
                                     : tr("%1 · the first %2").arg(results.tool, requests));
        showPlaces(results);
        QStringList meanings;
        for (const ResultsLook::Meaning &meaning : results.meanings.mid(0, kMostMeanings)) {
            meanings << tr("%1 × %2: %3")
                            .arg(text::count(meaning.count),
                                 meaning.status > 0 ? QString::number(meaning.status)
                                                    : tr("no answer"),
                                 outcomeName(meaning.outcome));
        }
        m_meaning->setText(meanings.join(QStringLiteral(" · ")));
        if (m_proposedFor != m_rules->text()) { // once: what is typed afterwards stays
            m_proposedFor = m_rules->text();
            m_place->propose(found.database, found.profile);
        }
    }
    judge();
}

void ImportRunDialog::showPlaces(const ResultsLook &results)
{
    const QString user = said(m_user).isEmpty() ? results.user : said(m_user);
    const QString kind = said(m_kind);
    const QSignalBlocker quietUser(m_user);
    const QSignalBlocker quietKind(m_kind);
    m_user->clear();
    for (const FoundPlace &place : results.places) {
        m_user->addItem(
            QStringLiteral("%1   %2").arg(place.spec, place.examples.join(QStringLiteral(", "))),
            place.spec);
    }
    m_user->setCurrentIndex(m_user->findData(user));
    if (m_user->currentIndex() < 0) {
        m_user->setEditText(user);
    }
    m_kind->clear();
    for (const QString &each : results.kinds) {
        m_kind->addItem(each, each);
    }
    m_kind->setCurrentIndex(m_kind->findData(kind));
    if (m_kind->currentIndex() < 0) {
        m_kind->setEditText(kind);
    }
}

QString ImportRunDialog::fault() const
{
    if (m_file->text().trimmed().isEmpty()) {
        return tr("Choose the results of the run.");
    }
    if (m_isLooking) {
        return {};
    }
    if (!m_lookFault.isEmpty()) {
        return m_lookFault;
    }
    if (said(m_user).isEmpty()) {
        return tr("No place where requests name a person was found; choose one under \"Who asks\". "
                  "`stampede-cli import recipe k6|jmeter|vegeta` prints what to add to a script.");
    }
    const QString before = m_before->text().trimmed();
    if (!before.isEmpty() && !QFileInfo(before).isFile()) {
        return tr("There is no file %1.").arg(before);
    }
    return m_place->fault();
}

void ImportRunDialog::judge()
{
    const QString wrong = fault();
    m_fault->setText(wrong);
    m_audit->setEnabled(wrong.isEmpty() && !m_isLooking);
}

ImportRequest ImportRunDialog::request() const
{
    ImportRequest request;
    request.results.path = m_file->text().trimmed();
    request.results.user = said(m_user);
    request.results.request = said(m_kind);
    request.results.rulesName = m_rules->text().trimmed();
    request.profile = m_place->profile();
    request.before = m_before->text().trimmed();
    if (const QString stock = m_stock->text().trimmed(); !stock.isEmpty()) {
        request.stock = stock.toLongLong();
    }
    return request;
}

Result<OtherRunOrder, QString> orderOf(const ImportRequest &request)
{
    OtherRunOrder order;
    order.results = request.results;
    auto rules = rulesIn(request.results.rulesName);
    if (!rules) {
        return Failure{rules.error()};
    }
    order.scenario = std::move(rules).value();
    order.results.rules = answerRulesOf(order.scenario);
    order.settle = rowsOf(order.scenario, {}).settle;
    order.profileFile = request.profile;
    if (!request.profile.isEmpty()) {
        auto profile = loadProfile(request.profile);
        if (!profile) {
            return Failure{profile.error().join(QLatin1Char('\n'))};
        }
        order.profile = std::move(profile).value();
    }
    if (!request.before.isEmpty()) {
        auto files = readStartFile(request.before);
        if (!files) {
            return Failure{files.error()};
        }
        order.before = std::move(files).value();
        order.beforeFile = QFileInfo(request.before).fileName();
    }
    order.stock = request.stock;
    return order;
}

void ImportRunDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight(*this);
}

} // namespace stampede
