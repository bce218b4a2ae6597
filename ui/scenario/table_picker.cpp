// SPDX-License-Identifier: MIT
#include "ui/scenario/table_picker.h"

#include "profile/profile_guess.h"
#include "profile/profile_writer.h"
#include "record/check_result.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"
#include "ui/scenario/counted_rows.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/role_panel.h"
#include "ui/widgets/labels.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

constexpr int kBesideFrom = 760;

/// Every setting of a profile that names a table or a column, and where it is kept.
QHash<QString, QString *> namesIn(Profile &profile)
{
    Profile::Issued &issued = profile.issued;
    Profile::Stock &stock = profile.stock;
    return {{QStringLiteral("issued.table"), &issued.table},
            {QStringLiteral("issued.id"), &issued.id},
            {QStringLiteral("issued.user"), &issued.user},
            {QStringLiteral("issued.coupon"), &issued.coupon},
            {QStringLiteral("issued.issuedAt"), &issued.issuedAt},
            {QStringLiteral("issued.requestId"), &issued.requestId},
            {QStringLiteral("stock.table"), &stock.table},
            {QStringLiteral("stock.id"), &stock.id},
            {QStringLiteral("stock.remaining"), &stock.remaining},
            {QStringLiteral("stock.total"), &stock.total},
            {QStringLiteral("stock.issued"), &stock.issued},
            {QStringLiteral("stock.startsAt"), &stock.startsAt},
            {QStringLiteral("stock.endsAt"), &stock.endsAt}};
}

/// The settings that say how ids in a column of bytes are written, and where they are kept.
IdForm &formIn(Profile &profile, const QString &setting)
{
    if (setting == QLatin1String("issued.userAs")) {
        return profile.issued.userAs;
    }
    return setting == QLatin1String("issued.couponAs") ? profile.issued.couponAs
                                                       : profile.stock.couponAs;
}

} // namespace

TablePicker::TablePicker(QWidget *parent)
    : QWidget(parent)
    , m_issued(new RolePanel(
          tr("Who has a coupon"), QStringLiteral("issued.table"),
          {{QStringLiteral("issued.user"), tr("Person"), tr("The column of who holds it.")},
           {QStringLiteral("issued.coupon"), tr("Coupon"),
            tr("The column of which coupon it is; not there where the table is of one coupon.")},
           {QStringLiteral("issued.issuedAt"), tr("Time"), tr("When it was handed out.")},
           {QStringLiteral("issued.requestId"), tr("Request id"),
            tr("Where the service keeps the X-Request-Id that it was sent.")},
           {QStringLiteral("issued.id"), tr("Row id"), tr("What tells its rows apart.")}},
          this))
    , m_stock(new RolePanel(
          tr("How many are left"), QStringLiteral("stock.table"),
          {{QStringLiteral("stock.id"), tr("Coupon"), tr("The column that names the coupon.")},
           {QStringLiteral("stock.remaining"), tr("Left"), tr("How many are left.")},
           {QStringLiteral("stock.total"), tr("Total"), tr("How many there were to give.")},
           {QStringLiteral("stock.issued"), tr("Issued"), tr("A counter of those given out.")},
           {QStringLiteral("stock.startsAt"), tr("From"), tr("When the sale starts.")},
           {QStringLiteral("stock.endsAt"), tr("Until"), tr("When the sale ends.")}},
          this))
    , m_panels(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_coupon(new KeyedCombo(this))
    , m_couponFault(faultLabel(QStringLiteral("profile.coupon"), this))
    , m_format(new QLineEdit(this))
    , m_formatFault(faultLabel(QStringLiteral("issued.userFormat"), this))
    , m_couponFormatName(nullptr)
    , m_couponFormat(new QLineEdit(this))
    , m_couponFormatFault(faultLabel(QStringLiteral("issued.couponFormat"), this))
    , m_precedence(new KeyedCombo(this))
    , m_counted(new CountedRows(this))
    , m_otherFaults(faultLabel(QStringLiteral("profile"), this))
    , m_plan(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_skipped(new QLabel(this))
    , m_save(new QPushButton(tr("Save as a file…"), this))
{
    setProperty("undoneByForm", false); // until the scenario holds what is chosen here
    m_panels->setSpacing(16);
    m_panels->addWidget(m_issued, 1);
    m_panels->addWidget(m_stock, 1);
    m_plan->setObjectName(QStringLiteral("checkPlan"));
    m_plan->setFont(headingFont(font()));
    m_more->setProperty("section", true);
    m_more->setText(tr("Which ones will not"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setObjectName(QStringLiteral("checkPlanMore"));
    m_skipped->setObjectName(QStringLiteral("checkPlanSkipped"));
    m_skipped->setWordWrap(true);
    m_skipped->setTextFormat(Qt::RichText);
    m_skipped->hide();
    m_save->setObjectName(QStringLiteral("saveProfile"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_panels);
    column->addWidget(makeWords());
    column->addWidget(m_counted);
    column->addWidget(m_otherFaults);
    column->addWidget(m_plan);
    column->addWidget(m_more);
    column->addWidget(m_skipped);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_issued, &RolePanel::chosen, this, &TablePicker::choose);
    connect(m_stock, &RolePanel::chosen, this, &TablePicker::choose);
    connect(m_counted, &CountedRows::changed, this, &TablePicker::change);
    connect(m_save, &QPushButton::clicked, this, &TablePicker::saveRequested);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_skipped->setVisible(open);
    });
}

QWidget *TablePicker::makeWords()
{
    auto *words = new QWidget(this);
    auto *form = new QFormLayout(words);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    const auto add = [&](const QString &name, QWidget *field, QLabel *fault) {
        field->setFixedHeight(AppStyle::kLeastTarget);
        return addFieldRow(*form, name, field, fault);
    };
    m_coupon->setObjectName(QStringLiteral("profile.coupon"));
    m_coupon->setEditable(true);
    m_coupon->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_format->setObjectName(QStringLiteral("issued.userFormat"));
    m_format->setToolTip(tr("How user 7 of the load is written there: m{userId} is m7."));
    m_precedence->setObjectName(QStringLiteral("profile.precedence"));
    m_precedence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_precedence->setToolTip(tr("What a person is told who has the coupon and asks again when none "
                                "are left."));
    const auto addPrecedence = [this](Precedence precedence, const QString &sentence) {
        m_precedence->addItem(sentence, static_cast<int>(precedence));
    };
    addPrecedence(Precedence::Any, tr("either: out of stock or already issued"));
    addPrecedence(Precedence::StockFirst, tr("out of stock"));
    addPrecedence(Precedence::DuplicateFirst, tr("already issued"));
    m_couponFormat->setObjectName(QStringLiteral("issued.couponFormat"));
    m_couponFormat->setPlaceholderText(tr("one coupon for everybody"));
    m_couponFormat->setToolTip(tr("Where requests ask for several coupons: how the coupon of a "
                                  "request is written there, with columns of the people's file in "
                                  "braces."));
    add(tr("Which coupon"), m_coupon, m_couponFault);
    m_couponFormatName =
        add(tr("A request's coupon is written"), m_couponFormat, m_couponFormatFault);
    add(tr("A person is written"), m_format, m_formatFault);
    addFormChoice(*form, tr("A person's bytes are"), QStringLiteral("issued.userAs"),
                  QStringLiteral("issued.user"));
    addFormChoice(*form, tr("A coupon's bytes are"), QStringLiteral("issued.couponAs"),
                  QStringLiteral("issued.coupon"));
    addFormChoice(*form, tr("In the stock they are"), QStringLiteral("stock.couponAs"),
                  QStringLiteral("stock.id"));
    add(tr("A holder, when none are left, is told"), m_precedence, nullptr);
    const auto takeCoupon = [this] {
        Profile profile = m_look.profile;
        profile.coupon = m_coupon->currentText().trimmed();
        if (profile.coupon != m_look.profile.coupon) {
            change(profile);
        }
    };
    connect(m_coupon, &QComboBox::activated, this, takeCoupon);
    connect(m_coupon->lineEdit(), &QLineEdit::editingFinished, this, takeCoupon);
    connect(m_format, &QLineEdit::textEdited, this, [this](const QString &typed) {
        Profile profile = m_look.profile;
        profile.issued.userFormat = typed;
        change(profile);
    });
    connect(m_couponFormat, &QLineEdit::textEdited, this, [this](const QString &typed) {
        Profile profile = m_look.profile;
        profile.issued.couponFormat = typed;
        change(profile);
    });
    connect(m_precedence, &QComboBox::activated, this, [this] {
        Profile profile = m_look.profile;
        profile.precedence = static_cast<Precedence>(m_precedence->currentData().toInt());
        change(profile);
    });
    return words;
}

void TablePicker::addFormChoice(QFormLayout &form, const QString &name, const QString &setting,
                                const QString &column)
{
    auto *combo = new KeyedCombo(this);
    combo->setObjectName(setting);
    combo->setFixedHeight(AppStyle::kLeastTarget);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setToolTip(tr("How ids in a column of bytes are shown and typed."));
    const auto addForm = [combo](IdForm kind, const QString &words) {
        combo->addItem(words, static_cast<int>(kind));
    };
    addForm(IdForm::ByColumn, tr("as their type says"));
    addForm(IdForm::Uuid, tr("a UUID"));
    addForm(IdForm::Hex, tr("hexadecimal digits"));
    addForm(IdForm::Text, tr("a text"));
    QLabel *fault = faultLabel(setting, this);
    QLabel *label = addFieldRow(form, name, combo, fault);
    m_forms.append({combo, label, fault, setting, column});
    connect(combo, &QComboBox::activated, this, [this, combo, setting] {
        Profile profile = m_look.profile;
        formIn(profile, setting) = static_cast<IdForm>(combo->currentData().toInt());
        change(profile);
    });
}

void TablePicker::choose(const QString &setting, const QString &name)
{
    Profile profile = m_look.profile;
    QString &current = *namesIn(profile).value(setting);
    if (current == name) {
        return;
    }
    // Another table has other columns; whoever comes back finds what was said of the first one.
    const TableFacts *table = m_look.table(name);
    if (setting == QLatin1String("issued.table")) {
        m_issuedOf.insert(current, profile.issued);
        const QString format = profile.issued.userFormat;
        const Profile::Issued guessed = table != nullptr ? guessIssued(*table) : Profile::Issued();
        profile.issued = m_issuedOf.value(name, guessed);
        profile.issued.table = name;
        profile.issued.userFormat = format;
    } else if (setting == QLatin1String("stock.table")) {
        m_stockOf.insert(current, profile.stock);
        const TableFacts *issued = m_look.table(profile.issued.table);
        const Profile::Stock guessed =
            table == nullptr
                ? Profile::Stock()
                : guessStock(*table,
                             issued == nullptr ? nullptr : issued->column(profile.issued.coupon));
        profile.stock = m_stockOf.value(name, guessed);
        profile.stock.table = name;
    } else {
        current = name;
    }
    change(profile);
}

void TablePicker::change(const Profile &profile)
{
    m_look.profile = profile;
    m_counted->follow(profile);
    m_save->setEnabled(false); // until it is known how far this one fits
    Q_EMIT changed(profile);
}

void TablePicker::show(const SchemaInspection &look)
{
    if (profileToJson(look.profile) != profileToJson(m_look.profile)) { // another one was opened
        m_issuedOf.clear();
        m_stockOf.clear();
    }
    m_look = look;
    QHash<QString, QString> chosen;
    const auto names = namesIn(m_look.profile);
    for (auto it = names.begin(); it != names.end(); ++it) {
        chosen.insert(it.key(), *it.value());
    }
    m_issued->show(m_look, m_look.holderTables, m_look.issued, chosen);
    m_stock->show(m_look, m_look.stockTables, m_look.stock, chosen);
    showCoupons();
    showFormats();
    m_counted->show(m_look);
    showOtherFaults();
    m_precedence->setCurrentIndex(
        m_precedence->findData(static_cast<int>(m_look.profile.precedence)));
    showPlan();
}

void TablePicker::showFormats()
{
    const Profile::Issued &issued = m_look.profile.issued;
    if (!m_format->hasFocus() || m_format->text().isEmpty()) {
        m_format->setText(issued.userFormat);
    }
    showFault(*m_formatFault, m_look.faults.value(QStringLiteral("issued.userFormat")));
    if (m_couponFormat->text() != issued.couponFormat) {
        m_couponFormat->setText(issued.couponFormat);
    }
    const bool mayBeSeveral = !issued.coupon.isEmpty() && !m_look.peopleColumns.isEmpty();
    const bool isThere = mayBeSeveral || !issued.couponFormat.isEmpty();
    m_couponFormatName->setVisible(isThere);
    m_couponFormat->setVisible(isThere);
    showFault(*m_couponFormatFault, m_look.faults.value(QStringLiteral("issued.couponFormat")));
    for (const FormChoice &choice : std::as_const(m_forms)) {
        showFormChoice(choice);
    }
}

void TablePicker::showFormChoice(const FormChoice &choice)
{
    const auto names = namesIn(m_look.profile);
    const bool ofStock = choice.setting.startsWith(QLatin1String("stock."));
    const TableFacts *table =
        m_look.table(ofStock ? m_look.profile.stock.table : m_look.profile.issued.table);
    const ColumnFacts *column =
        table == nullptr ? nullptr : table->column(*names.value(choice.column));
    const IdForm form = formIn(m_look.profile, choice.setting);
    const QString fault = m_look.faults.value(choice.setting);
    const bool isThere = form != IdForm::ByColumn || (column != nullptr && column->holdsBytes());
    choice.combo->setCurrentIndex(choice.combo->findData(static_cast<int>(form)));
    choice.combo->setVisible(isThere);
    choice.name->setVisible(isThere);
    setStyleProperty(choice.combo, "wrong", !fault.isEmpty());
    showFault(*choice.fault, fault);
}

void TablePicker::showOtherFaults()
{
    QStringList shown = namesIn(m_look.profile).keys() + CountedRows::settings();
    shown << QStringLiteral("coupon") << QStringLiteral("issued.userFormat")
          << QStringLiteral("issued.couponFormat");
    for (const FormChoice &choice : std::as_const(m_forms)) {
        shown << choice.setting;
    }
    QStringList lines;
    const QMap<QString, QString> &faults = m_look.faults;
    for (auto it = faults.constBegin(); it != faults.constEnd(); ++it) {
        const bool isShown = std::any_of(shown.begin(), shown.end(), [&it](const QString &setting) {
            return isWithin(it.key(), setting);
        });
        if (!isShown) {
            lines << it.key() + QStringLiteral(": ") + it.value();
        }
    }
    showFault(*m_otherFaults, lines.join(QLatin1Char('\n')));
}

void TablePicker::showCoupons()
{
    const QSignalBlocker quiet(m_coupon);
    const bool typing = m_coupon->lineEdit()->hasFocus();
    const QString typed = m_coupon->currentText();
    m_coupon->clear();
    m_coupon->addItems(m_look.coupons);
    m_coupon->setCurrentText(typing ? typed : m_look.profile.coupon);
    m_coupon->lineEdit()->setPlaceholderText(
        m_look.coupons.size() == 1 ? tr("the only one: %1").arg(m_look.coupons.constFirst())
                                   : tr("choose one"));
    const bool isMissing = m_look.coupons.size() > 1 && m_look.profile.coupon.isEmpty() &&
                           m_look.profile.issued.couponFormat.isEmpty();
    showFault(*m_couponFault, isMissing ? tr("must be chosen: there are several")
                                        : m_look.faults.value(QStringLiteral("coupon")));
}

void TablePicker::showPlan()
{
    const auto total = m_look.plan.size();
    const int running = m_look.running();
    m_plan->setText(tr("These checks will run: %1 of %2").arg(running).arg(total));
    QString rows;
    for (const PlannedCheck &check : std::as_const(m_look.plan)) {
        if (check.lack) {
            const QString title = check.id.startsWith(QLatin1String("own:"))
                                      ? check.id.mid(4)
                                      : newCheck(check.id).title;
            rows += QStringLiteral("<p style='margin:0 0 4px 0'>%1<br><span style='color:%2'>%3"
                                   "</span></p>")
                        .arg(title.toHtmlEscaped(), Theme::current().muted.name(),
                             check.lack->sentence.toHtmlEscaped());
        }
    }
    m_skipped->setText(rows);
    m_more->setVisible(!rows.isEmpty());
    m_skipped->setVisible(!rows.isEmpty() && m_more->isChecked());
    m_save->setEnabled(m_look.faults.isEmpty());
    m_save->setToolTip(m_look.faults.isEmpty() ? QString()
                                               : tr("Something is missing yet, see above."));
}

void TablePicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_panels->setDirection(event->size().width() < kBesideFrom ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
}

} // namespace stampede
