#include "ui/scenario/table_picker.h"

#include "audit/check_result.h"
#include "profile/profile_guess.h"
#include "ui/labels.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/role_panel.h"
#include "ui/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

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

QLabel *faultLabel(const QString &setting, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("fault", true);
    label->setWordWrap(true);
    label->setObjectName(setting + QStringLiteral(".fault"));
    label->hide();
    return label;
}

void showFault(QLabel &label, const QString &fault)
{
    label.setText(fault);
    label.setVisible(!fault.isEmpty());
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
    , m_coupon(new QComboBox(this))
    , m_couponFault(faultLabel(QStringLiteral("profile.coupon"), this))
    , m_format(new QLineEdit(this))
    , m_formatFault(faultLabel(QStringLiteral("issued.userFormat"), this))
    , m_precedence(new KeyedCombo(this))
    , m_plan(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_skipped(new QLabel(this))
    , m_save(new QPushButton(tr("Save profile…"), this))
{
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
    column->addWidget(m_plan);
    column->addWidget(m_more);
    column->addWidget(m_skipped);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_issued, &RolePanel::chosen, this, &TablePicker::choose);
    connect(m_stock, &RolePanel::chosen, this, &TablePicker::choose);
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
        auto *label = new QLabel(name, words);
        label->setProperty("muted", true);
        label->setBuddy(field);
        field->setAccessibleName(name);
        field->setFixedHeight(28);
        form->addRow(label, field);
        if (fault != nullptr) {
            form->addRow(QString(), fault);
        }
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
    add(tr("Which coupon"), m_coupon, m_couponFault);
    add(tr("A person is written"), m_format, m_formatFault);
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
    connect(m_precedence, &QComboBox::activated, this, [this] {
        Profile profile = m_look.profile;
        profile.precedence = static_cast<Precedence>(m_precedence->currentData().toInt());
        change(profile);
    });
    return words;
}

void TablePicker::choose(const QString &setting, const QString &name)
{
    Profile profile = m_look.profile;
    *namesIn(profile).value(setting) = name;
    // Another table has other columns.
    const TableFacts *table = m_look.table(name);
    if (setting == QLatin1String("issued.table")) {
        const QString format = profile.issued.userFormat;
        profile.issued = table != nullptr ? guessIssued(*table) : Profile::Issued();
        profile.issued.userFormat = format;
    } else if (setting == QLatin1String("stock.table")) {
        const TableFacts *issued = m_look.table(profile.issued.table);
        profile.stock =
            table == nullptr
                ? Profile::Stock()
                : guessStock(*table,
                             issued == nullptr ? nullptr : issued->column(profile.issued.coupon));
    }
    change(profile);
}

void TablePicker::change(const Profile &profile)
{
    m_look.profile = profile;
    m_save->setEnabled(false); // until it is known how far this one fits
    Q_EMIT changed(profile);
}

void TablePicker::show(const TableLook &look)
{
    m_look = look;
    QHash<QString, QString> chosen;
    const auto names = namesIn(m_look.profile);
    for (auto it = names.begin(); it != names.end(); ++it) {
        chosen.insert(it.key(), *it.value());
    }
    m_issued->show(m_look, m_look.holderTables, m_look.issued, chosen);
    m_stock->show(m_look, m_look.stockTables, m_look.stock, chosen);
    showCoupons();
    if (!m_format->hasFocus() || m_format->text().isEmpty()) {
        m_format->setText(m_look.profile.issued.userFormat);
    }
    showFault(*m_formatFault, m_look.faults.value(QStringLiteral("issued.userFormat")));
    m_precedence->setCurrentIndex(
        m_precedence->findData(static_cast<int>(m_look.profile.precedence)));
    showPlan();
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
    showFault(*m_couponFault, m_look.coupons.size() > 1 && m_look.profile.coupon.isEmpty()
                                  ? tr("must be chosen: there are several")
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
