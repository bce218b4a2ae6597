#include "ui/scenario/scenario_form.h"

#include "text/number_text.h"
#include "ui/elided_label.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/http_section.h"
#include "ui/scenario/limits_editor.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/stages_editor.h"

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
    , m_stages(new StagesEditor(session, this))
    , m_http(new HttpSection(session, this))
{
    setProperty("card", true);
    m_faults->setProperty("fault", true);
    m_faults->setObjectName(QStringLiteral("faultSummary"));
    m_faults->setFocusPolicy(Qt::StrongFocus);
    m_faults->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_faults, &QLabel::linkActivated, this, &ScenarioForm::jumpToFault);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    // The card shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setObjectName(QStringLiteral("form"));
    content->setStyleSheet(QStringLiteral("#form { background: transparent; }"));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(2);
    addName();
    addCoupon();
    addPeople();
    addLoad();
    addService();
    addRest();
    m_column->addStretch(1);
    m_scroll->setWidget(content);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_faults);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeButtons());
}

FormSection *ScenarioForm::section(const char *name, const QString &title, bool open)
{
    auto *made = new FormSection(path(name), title, open, this);
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

void ScenarioForm::addName()
{
    m_name = text("name", tr("Name"));
    m_name->setContentsMargins(18, 0, 0, 6);
    m_column->addWidget(m_name);
}

void ScenarioForm::addCoupon()
{
    m_coupon = section("coupon", tr("Coupon"), true);
    m_coupon->addRow({text("coupon.name", tr("Name")),
                      number("coupon.discountPercent", tr("Discount"))->unit(tr("%"))});
    m_coupon->addRow({number("coupon.stock", tr("Stock")),
                      number("users.balance", tr("Balance"))->unit(tr("KRW"))});
    SettingCell *from = text("coupon.startsAt", tr("On sale from"));
    SettingCell *until = text("coupon.endsAt", tr("to"));
    for (SettingCell *cell : {from, until}) {
        cell->setToolTip(tr("From the start of the run, such as -1d or +90d, or a moment such as "
                            "2026-04-12T14:00:00+09:00."));
    }
    m_coupon->addRow({from, until});
}

void ScenarioForm::addPeople()
{
    m_people = section("people", tr("People"), true);
    m_people->addRow({number("users.count", tr("How many")),
                      SettingCell::choice(m_session, path("users.pick"), tr("Who asks"),
                                          {{path("random"), tr("at random")},
                                           {path("each-once"), tr("each once")},
                                           {path("fixed"), tr("always the same")},
                                           {path("zipf"), tr("a few favourites"), tr("(zipf)")},
                                           {path("file"), tr("from a file")}})});
    const auto ifPicked = [this](SettingCell *cell, const char *pick) {
        return cell->onlyIf([this, pick] {
            return m_session.value(path("users.pick")).toString() == QLatin1String(pick);
        });
    };
    m_people->addRow({ifPicked(number("users.fixedUser", tr("Which person")), "fixed")});
    SettingCell *exponent = number("users.exponent", tr("Exponent"));
    exponent->setToolTip(tr("User k asks as often as 1 / k to this power: the higher, the fewer "
                            "favourites."));
    m_people->addRow({ifPicked(exponent, "zipf")});
    SettingCell *file = text("users.path", tr("File"));
    file->setToolTip(tr("A CSV file with a column userId, relative to the scenario's file. Its "
                        "rows ask in turn."));
    m_people->addRow({ifPicked(file, "file")});
}

void ScenarioForm::addLoad()
{
    m_load = section("load", tr("Load"), true);
    const auto shape = [](const char *key, const QString &words) {
        return SettingCell::Choice{path(key), words,
                                   QLatin1Char('(') + path(key) + QLatin1Char(')')};
    };
    m_load->addRow({SettingCell::choice(
        m_session, path("load.model"), tr("Shape"),
        {shape("shared-iterations", tr("so many requests, shared")),
         shape("burst", tr("all at once")), shape("per-vu-iterations", tr("each so many")),
         shape("constant-vus", tr("for so long")), shape("ramping-vus", tr("growing crowd")),
         shape("constant-arrival-rate", tr("so many a second")),
         shape("ramping-arrival-rate", tr("changing rate"))})});
    m_load->addRow({number("load.vus", tr("Virtual users")),
                    number("load.iterations", tr("Requests"))->onlyIf([this] {
                        return modelIs({"shared-iterations", "per-vu-iterations"});
                    })});
    m_load->addRow({number("load.rate", tr("A second"))->onlyIf([this] {
        return modelIs({"constant-arrival-rate", "ramping-arrival-rate"});
    })});
    const auto isRamp = [this] { return modelIs({"ramping-vus", "ramping-arrival-rate"}); };
    m_load->addRow(
        {SettingCell::stages(m_session, path("load.stages"), tr("Steps"))->onlyIf(isRamp)});
    m_load->addWidget(m_stages);
    m_load->addRow({text("load.duration", tr("At most"))->onlyIf([isRamp] { return !isRamp(); }),
                    text("load.timeout", tr("Timeout"))});
    SettingCell *think = text("load.thinkTime", tr("Think time"));
    think->setToolTip(tr("Between an answer and the next request of the same virtual user."));
    m_load->addRow({think->onlyIf([this] {
        return !modelIs({"burst", "constant-arrival-rate", "ramping-arrival-rate"});
    })});
}

void ScenarioForm::addService()
{
    const auto isOurs = [this] {
        return m_session.value(path("target.kind")).toString() != QLatin1String("http");
    };
    m_service = section("service", tr("Service"), true);
    m_service->addRow({SettingCell::radio(m_session, path("target.kind"), tr("Which"),
                                          {{path("in-process"), tr("Ours, in this program")},
                                           {path("http"), tr("Over HTTP: anybody's")}})});
    m_service->addWidget(m_http);
    SettingCell *pause = text("service.pause", tr("Pause"));
    pause->setToolTip(tr("Pause between reading and writing. Stands in for the work a real "
                         "service does there. Makes rare races frequent. 0 ms is the honest "
                         "default; any other value is printed in every report."));
    m_service->addRow({pause->onlyIf(isOurs),
                       SettingCell::choice(m_session, path("service.isolation"), tr("Isolation"),
                                           {{path("default"), tr("Server's own")},
                                            {path("read-uncommitted"), tr("Read uncommitted")},
                                            {path("read-committed"), tr("Read committed")},
                                            {path("repeatable-read"), tr("Repeatable read")},
                                            {path("serializable"), tr("Serializable")}})
                           ->onlyIf(isOurs)});
    SettingCell *retries = number("service.retries", tr("Retries"));
    retries->setToolTip(tr("Further transactions after a deadlock, a lock wait or a changed row."));
    m_service->addRow({retries->onlyIf(isOurs)});
}

void ScenarioForm::addRest()
{
    m_limitsSection = section("limits", tr("Limits"), false);
    m_limitsSection->addWidget(m_limits);
    m_repeat = section("repeat", tr("Repeat"), false);
    SettingCell *seed = number("seed", tr("Seed"));
    seed->setToolTip(tr("The same seed asks for the same people in the same order."));
    m_repeat->addRow({seed, number("rounds", tr("Rounds"))});
    SettingCell *warmUp = text("warmup", tr("Warm-up"));
    warmUp->setToolTip(tr("On a coupon of its own before the run; nothing of it counts."));
    m_repeat->addRow({warmUp});
    m_about = section("about", tr("About"), false);
    m_about->addRow({text("about.system", tr("System")), text("about.build", tr("Build"))});
    m_about->addRow(
        {text("about.environment", tr("Environment")), text("about.tester", tr("Tester"))});
    m_about->addRow({text("about.ticket", tr("Ticket")), text("about.purpose", tr("Purpose"))});
}

QWidget *ScenarioForm::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const char *name, const QString &words, auto slot) {
        auto *button = new QPushButton(words, buttons);
        button->setObjectName(path(name));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_save = add("saveScenario", tr("Save"), [this] { Q_EMIT saveRequested(false); });
    m_saveAs = add("saveScenarioAs", tr("Save as…"), [this] { Q_EMIT saveRequested(true); });
    m_reset = add("resetScenario", tr("Reset"), [this] { m_session.reset(); });
    QPushButton *command = add("asCommand", tr("As command"), [this] { copyCommand(); });
    command->setToolTip(tr("Copies the command line that makes the same run."));
    m_copied = new ElidedLabel(buttons);
    m_copied->setObjectName(QStringLiteral("copiedCommand"));
    m_copied->setProperty("muted", true);
    row->addWidget(m_copied, 1);
    return buttons;
}

void ScenarioForm::copyCommand()
{
    const QString command = m_session.asCommand();
    QGuiApplication::clipboard()->setText(command);
    m_copied->setWhole(tr("Copied: %1").arg(command));
}

QString ScenarioForm::told(const char *name) const
{
    return m_session.value(path(name)).toVariant().toString();
}

void ScenarioForm::showSummaries()
{
    const auto figure = [this](const char *name) {
        const QJsonValue value = m_session.value(path(name));
        return value.isDouble() ? text::count(value.toInteger()) : value.toString();
    };
    m_coupon->setSummary(tr("%1, %2 in stock").arg(told("coupon.name"), figure("coupon.stock")));
    m_people->setSummary(figure("users.count"));
    m_load->setSummary(tr("%1, %2 virtual users").arg(told("load.model"), figure("load.vus")));
    m_service->setSummary(told("target.kind") != QLatin1String("http") ? tr("ours")
                                                                       : told("target.url"));
    m_limitsSection->setSummary(QStringLiteral("(%1)").arg(m_limits->size()), true);
    const QString warmUp = told("warmup");
    m_repeat->setSummary(
        tr("seed %1, %2, %3")
            .arg(told("seed"),
                 told("rounds") == QLatin1String("1") ? tr("1 round")
                                                      : tr("%1 rounds").arg(figure("rounds")),
                 warmUp == QLatin1String("0s") ? tr("no warm-up") : tr("%1 warm-up").arg(warmUp)));
    QStringList about;
    for (const char *name : {"about.system", "about.build", "about.environment", "about.tester",
                             "about.ticket", "about.purpose"}) {
        about << told(name);
    }
    about.removeAll(QString());
    m_about->setSummary(about.isEmpty() ? tr("system, build, tester, ticket")
                                        : about.join(QStringLiteral(" · ")));
}

void ScenarioForm::showButtons()
{
    const auto faults = m_session.faults().size();
    const QString why = tr("Some settings are not possible yet: a file with them could not be "
                           "opened again.");
    m_save->setEnabled(faults == 0);
    m_saveAs->setEnabled(faults == 0);
    m_save->setToolTip(faults == 0 ? tr("Ctrl+S") : why);
    m_saveAs->setToolTip(faults == 0 ? tr("Ctrl+Shift+S") : why);
    m_reset->setEnabled(m_session.isChanged() && !m_session.isRunning());
    m_reset->setToolTip(m_session.presetId().isEmpty() ? tr("Reset to the file")
                                                       : tr("Reset to preset"));
    m_copied->setWhole({}); // what was copied is of earlier
    m_faults->setVisible(faults > 0);
    m_faults->setText((faults == 1 ? tr("1 setting is not possible yet")
                                   : tr("%1 settings are not possible yet").arg(faults)) +
                      QStringLiteral(" <a href='fault'>%1</a>").arg(tr("Show")));
}

bool ScenarioForm::isFaulty(const FormSection *section) const
{
    if (section == m_limitsSection || section == m_service) {
        const QString start =
            section == m_service ? QStringLiteral("target.") : QStringLiteral("thresholds");
        for (const QString &fault : m_session.faults().keys()) {
            if (fault.startsWith(start)) {
                return true;
            }
        }
    }
    const auto &cells = section->cells();
    return std::any_of(cells.begin(), cells.end(), [this](const SettingCell *cell) {
        return m_session.faults().contains(cell->path());
    });
}

void ScenarioForm::refresh()
{
    m_name->refresh();
    for (FormSection *each : std::as_const(m_sections)) {
        for (SettingCell *cell : each->cells()) {
            cell->refresh();
        }
        each->setFaulty(isFaulty(each));
    }
    m_limits->refresh();
    m_stages->setVisible(modelIs({"ramping-vus", "ramping-arrival-rate"}));
    m_stages->refresh();
    const bool isHttp = told("target.kind") == QLatin1String("http");
    m_http->setVisible(isHttp);
    if (isHttp) {
        m_http->refresh();
    }
    showSummaries();
    showButtons();
}

void ScenarioForm::show(FormSection *section, QWidget *widget)
{
    section->setOpen(true);
    m_scroll->widget()->layout()->activate(); // so that it has its place
    m_scroll->ensureWidgetVisible(widget);
}

void ScenarioForm::jumpToFault()
{
    if (m_session.faults().contains(m_name->path())) {
        m_scroll->ensureWidgetVisible(m_name);
        return m_name->takeFocus();
    }
    for (FormSection *each : std::as_const(m_sections)) {
        for (SettingCell *cell : each->cells()) {
            if (m_session.faults().contains(cell->path())) {
                show(each, cell);
                return cell->takeFocus();
            }
        }
        if (each == m_service) {
            each->setOpen(each->isOpen() || isFaulty(each));
            if (QWidget *at = m_http->showFault()) {
                return show(each, at);
            }
        }
    }
    show(m_limitsSection, m_limitsSection);
    m_limits->takeFocus();
}

void ScenarioForm::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    for (FormSection *each : std::as_const(m_sections)) {
        each->setNarrow(width() < kNarrowBelow);
    }
    m_http->setNarrow(width() < kNarrowBelow);
}

} // namespace stampede
