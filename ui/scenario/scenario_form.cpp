#include "ui/scenario/scenario_form.h"

#include "ui/scenario/form_section.h"
#include "ui/scenario/http_section.h"
#include "ui/scenario/limits_editor.h"
#include "ui/scenario/setting_cell.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 470;

QString path(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

ScenarioForm::ScenarioForm(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_faults(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_limits(new LimitsEditor(session))
    , m_http(new HttpSection(session, this))
{
    setProperty("card", true);
    m_faults->setProperty("fault", true);
    m_faults->setObjectName(QStringLiteral("faultSummary"));
    connect(m_faults, &QLabel::linkActivated, this, &ScenarioForm::jumpToFault);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(m_scroll);
    // The card shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setObjectName(QStringLiteral("form"));
    content->setStyleSheet(QStringLiteral("#form { background: transparent; }"));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(2);
    addNameAndCoupon();
    addPeople();
    addLoad();
    addService();
    addRest();
    m_column->addStretch(1);
    m_scroll->setWidget(content);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_faults);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeButtons());
}

FormSection *ScenarioForm::section(const QString &title, bool open)
{
    auto *made = new FormSection(title, open, this);
    m_column->addWidget(made);
    m_sections.append(made);
    return made;
}

SettingCell *ScenarioForm::text(const char *name, const QString &label)
{
    return SettingCell::text(m_session, path(name), label);
}

SettingCell *ScenarioForm::number(const char *name, const QString &label)
{
    return SettingCell::number(m_session, path(name), label);
}

bool ScenarioForm::modelIs(std::initializer_list<const char *> keys) const
{
    const QString model = m_session.value(QStringLiteral("load.model")).toString();
    return std::any_of(keys.begin(), keys.end(),
                       [&model](const char *key) { return model == QLatin1String(key); });
}

void ScenarioForm::addNameAndCoupon()
{
    FormSection *coupon = section(tr("Coupon"), true);
    coupon->addRow({text("name", tr("Scenario"))});
    coupon->addRow({text("coupon.name", tr("Coupon")), number("coupon.stock", tr("Stock"))});
    coupon->addRow({text("coupon.startsAt", tr("On sale from")), text("coupon.endsAt", tr("to"))});
    coupon->addRow({number("coupon.discountPercent", tr("Discount, %")),
                    number("users.balance", tr("Balance, KRW"))});
}

void ScenarioForm::addPeople()
{
    FormSection *people = section(tr("People"), true);
    people->addRow({number("users.count", tr("How many")),
                    SettingCell::choice(m_session, path("users.pick"), tr("Who asks"),
                                        {{QStringLiteral("random"), tr("at random")},
                                         {QStringLiteral("each-once"), tr("each once")},
                                         {QStringLiteral("fixed"), tr("always the same")},
                                         {QStringLiteral("zipf"), tr("a few favourites (zipf)")},
                                         {QStringLiteral("file"), tr("from a file")}})});
    const auto ifPicked = [this](SettingCell *cell, const char *pick) {
        return cell->onlyIf([this, pick] {
            return m_session.value(path("users.pick")).toString() == QLatin1String(pick);
        });
    };
    people->addRow({ifPicked(number("users.fixedUser", tr("Which person")), "fixed")});
    SettingCell *exponent = number("users.exponent", tr("Exponent"));
    exponent->setToolTip(tr("User k asks as often as 1 / k to this power: the higher, the fewer "
                            "favourites."));
    people->addRow({ifPicked(exponent, "zipf")});
    SettingCell *file = text("users.path", tr("File"));
    file->setToolTip(tr("A CSV file with a column userId, relative to the scenario's file. Its "
                        "rows ask in turn."));
    people->addRow({ifPicked(file, "file")});
}

void ScenarioForm::addLoad()
{
    FormSection *load = section(tr("Load"), true);
    load->addRow({SettingCell::choice(
        m_session, path("load.model"), tr("Shape"),
        {{QStringLiteral("shared-iterations"), tr("so many requests, shared (shared-iterations)")},
         {QStringLiteral("burst"), tr("all at once (burst)")},
         {QStringLiteral("per-vu-iterations"), tr("each so many (per-vu-iterations)")},
         {QStringLiteral("constant-vus"), tr("for so long (constant-vus)")},
         {QStringLiteral("ramping-vus"), tr("growing crowd (ramping-vus)")},
         {QStringLiteral("constant-arrival-rate"), tr("so many a second (constant-arrival-rate)")},
         {QStringLiteral("ramping-arrival-rate"), tr("changing rate (ramping-arrival-rate)")}})});
    load->addRow({number("load.vus", tr("Virtual users")),
                  number("load.iterations", tr("Requests"))->onlyIf([this] {
                      return modelIs({"shared-iterations", "per-vu-iterations"});
                  })});
    load->addRow({number("load.rate", tr("A second"))->onlyIf([this] {
        return modelIs({"constant-arrival-rate", "ramping-arrival-rate"});
    })});
    load->addRow({SettingCell::stages(m_session, path("load.stages"), tr("Stages"))->onlyIf([this] {
        return modelIs({"ramping-vus", "ramping-arrival-rate"});
    })});
    load->addRow({text("load.duration", tr("At most"))->onlyIf([this] {
                      return !modelIs({"ramping-vus", "ramping-arrival-rate"});
                  }),
                  text("load.timeout", tr("Timeout"))});
    SettingCell *think = text("load.thinkTime", tr("Think time"));
    think->setToolTip(tr("Between an answer and the next request of the same virtual user."));
    load->addRow({think->onlyIf([this] {
        return !modelIs({"burst", "constant-arrival-rate", "ramping-arrival-rate"});
    })});
}

void ScenarioForm::addService()
{
    const auto isHttp = [this] {
        return m_session.value(path("target.kind")).toString() == QLatin1String("http");
    };
    const auto isOurs = [isHttp] { return !isHttp(); };
    FormSection *service = section(tr("Service"), true);
    service->addRow(
        {SettingCell::choice(m_session, path("target.kind"), tr("Which"),
                             {{QStringLiteral("in-process"), tr("ours, in this program")},
                              {QStringLiteral("http"), tr("over HTTP: anybody's")}})});
    service->addWidget(m_http);
    service->addRow(
        {SettingCell::choice(m_session, path("service.isolation"), tr("Isolation level"),
                             {{QStringLiteral("default"), tr("server's own")},
                              {QStringLiteral("read-uncommitted"), tr("Read uncommitted")},
                              {QStringLiteral("read-committed"), tr("Read committed")},
                              {QStringLiteral("repeatable-read"), tr("Repeatable read")},
                              {QStringLiteral("serializable"), tr("Serializable")}})
             ->onlyIf(isOurs)});
    SettingCell *pause = text("service.pause", tr("Pause"));
    pause->setToolTip(tr("Between reading the stock and writing it. Stands in for the work a real "
                         "service does there. Makes rare races frequent. 0 ms is the honest "
                         "default; any other value is printed in every report."));
    service->addRow(
        {pause->onlyIf(isOurs), number("service.retries", tr("Retries"))->onlyIf(isOurs)});
}

void ScenarioForm::addRest()
{
    m_limitsSection = section({}, false);
    m_limitsSection->addWidget(m_limits);
    m_repeat = section({}, false);
    m_repeat->addRow({number("seed", tr("Seed")), number("rounds", tr("Rounds"))});
    m_repeat->addRow({text("warmup", tr("Warm-up"))});
    FormSection *about = section(tr("About: system, build, tester, ticket"), false);
    about->addRow({text("about.system", tr("System")), text("about.build", tr("Build"))});
    about->addRow(
        {text("about.environment", tr("Environment")), text("about.tester", tr("Tester"))});
    about->addRow({text("about.ticket", tr("Ticket")), text("about.purpose", tr("Purpose"))});
}

QWidget *ScenarioForm::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 4, 0, 0);
    const auto add = [&](const QString &words, const QString &tip, auto slot) {
        auto *button = new QPushButton(words, buttons);
        button->setToolTip(tip);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
    };
    add(tr("Save"), tr("Ctrl+S"), [this] { Q_EMIT saveRequested(false); });
    add(tr("Save as…"), tr("Ctrl+Shift+S"), [this] { Q_EMIT saveRequested(true); });
    add(tr("Reset"), tr("Back to what was opened."), [this] { m_session.reset(); });
    add(tr("As command"), tr("Copies the command line that makes the same run."),
        [this] { QGuiApplication::clipboard()->setText(m_session.asCommand()); });
    row->addStretch(1);
    return buttons;
}

void ScenarioForm::showTitles()
{
    m_limitsSection->setTitle(tr("Limits (%1)").arg(m_limits->size()));
    const QString rounds = m_session.value(path("rounds")).toVariant().toString();
    const QString warmUp = m_session.value(path("warmup")).toVariant().toString();
    m_repeat->setTitle(
        tr("Repeat: seed %1, %2, %3")
            .arg(m_session.value(path("seed")).toVariant().toString(),
                 rounds == QLatin1String("1") ? tr("1 round") : tr("%1 rounds").arg(rounds),
                 warmUp == QLatin1String("0s") ? tr("no warm-up") : tr("%1 warm-up").arg(warmUp)));
}

void ScenarioForm::refresh()
{
    for (FormSection *each : std::as_const(m_sections)) {
        for (SettingCell *cell : each->cells()) {
            cell->refresh();
        }
    }
    m_limits->refresh();
    m_http->setVisible(m_session.value(path("target.kind")).toString() == QLatin1String("http"));
    m_http->refresh();
    showTitles();
    const auto faults = m_session.faults().size();
    m_faults->setVisible(faults > 0);
    m_faults->setText((faults == 1 ? tr("1 setting is not possible yet")
                                   : tr("%1 settings are not possible yet").arg(faults)) +
                      QStringLiteral(" <a href='fault'>%1</a>").arg(tr("Show")));
}

void ScenarioForm::jumpToFault()
{
    for (FormSection *each : std::as_const(m_sections)) {
        QList<SettingCell *> cells = each->cells();
        if (m_http->parentWidget() != nullptr && each->isAncestorOf(m_http)) {
            cells += m_http->cells();
        }
        for (SettingCell *cell : std::as_const(cells)) {
            if (m_session.faults().contains(cell->path())) {
                each->setOpen(true);
                m_scroll->ensureWidgetVisible(cell);
                cell->findChild<QWidget *>(cell->path())->setFocus();
                return;
            }
        }
    }
    m_limitsSection->setOpen(true);
    m_scroll->ensureWidgetVisible(m_limitsSection);
}

void ScenarioForm::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    for (FormSection *each : std::as_const(m_sections)) {
        each->setNarrow(width() < kNarrowBelow);
    }
}

} // namespace stampede
