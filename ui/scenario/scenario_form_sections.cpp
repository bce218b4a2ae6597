// What the form asks for, section by section.

#include "ui/scenario/faults_editor.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/http_section.h"
#include "ui/scenario/limits_editor.h"
#include "ui/scenario/scenario_form.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/stages_editor.h"
#include "ui/session/strategy_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

void ScenarioForm::addName()
{
    m_name = SettingCell::title(m_session, settingKey("name"), tr("Name"));
    m_name->setContentsMargins(18, 0, 0, 6);
    m_column->addWidget(m_name);
}

void ScenarioForm::addCoupon()
{
    m_coupon = section("coupon", tr("Coupon"), true);
    m_coupon->addRow({text("coupon.name", tr("Name")),
                      number("coupon.discountPercent", tr("Discount"))->unit(tr("%"))});
    m_coupon->addRow(
        {number("coupon.stock", tr("Stock")), number("users.balance", tr("Balance, KRW"))});
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
    m_people->addRow(
        {number("users.count", tr("How many")),
         SettingCell::choice(m_session, settingKey("users.pick"), tr("Who asks"),
                             {{settingKey("random"), tr("at random")},
                              {settingKey("each-once"), tr("each once")},
                              {settingKey("fixed"), tr("always the same")},
                              {settingKey("zipf"), tr("a few favourites"), tr("(zipf)")},
                              {settingKey("file"), tr("from a file")}})});
    const auto ifPicked = [this](SettingCell *cell, const char *pick) {
        return cell->onlyIf([this, pick] {
            return m_session.value(settingKey("users.pick")).toString() == QLatin1String(pick);
        });
    };
    m_people->addRow(
        {ifPicked(SettingCell::digits(m_session, settingKey("users.fixedUser"), tr("Which person")),
                  "fixed")});
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
        return SettingCell::Choice{settingKey(key), words,
                                   QLatin1Char('(') + settingKey(key) + QLatin1Char(')')};
    };
    m_load->addRow({SettingCell::choice(
        m_session, settingKey("load.model"), tr("Shape"),
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
        {SettingCell::stages(m_session, settingKey("load.stages"), tr("Steps"))->onlyIf(isRamp)});
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
        return m_session.value(settingKey("target.kind")).toString() != QLatin1String("http");
    };
    m_service = section("service", tr("Service"), true);
    m_service->addRow({SettingCell::radio(m_session, settingKey("target.kind"), tr("Which"),
                                          {{settingKey("in-process"), tr("Ours, in this program")},
                                           {settingKey("http"), tr("Over HTTP: anybody's")}})});
    m_service->addWidget(m_http);
    QList<SettingCell::Choice> strategies;
    for (const StrategyKind strategy : kAllStrategies) {
        strategies.append({strategyKey(strategy), strategyName(strategy)});
    }
    m_service->addRow(
        {SettingCell::choice(m_session, settingKey("service.strategy"), tr("Strategy"), strategies)
             ->onlyIf(isOurs)});
    m_service->addWidget(m_strategy);
    SettingCell *latch =
        SettingCell::flag(m_session, settingKey("service.soldOutLatch"), tr("Sold-out latch"));
    latch->setToolTip(
        tr("Once somebody was told \"out of stock\", everybody is, without asking the "
           "database again."));
    SettingCell *pause = text("service.pause", tr("Pause"));
    pause->setToolTip(tr("Pause between reading and writing. Stands in for the work a real "
                         "service does there. Makes rare races frequent. 0 ms is the honest "
                         "default; any other value is printed in every report."));
    m_service->addRow(
        {pause->onlyIf(isOurs),
         SettingCell::choice(m_session, settingKey("service.isolation"), tr("Isolation"),
                             {{settingKey("default"), tr("Server's own")},
                              {settingKey("read-uncommitted"), tr("Read uncommitted")},
                              {settingKey("read-committed"), tr("Read committed")},
                              {settingKey("repeatable-read"), tr("Repeatable read")},
                              {settingKey("serializable"), tr("Serializable")}})
             ->onlyIf(isOurs)});
    SettingCell *retries = number("service.retries", tr("Retries"));
    retries->setToolTip(tr("Further transactions after a deadlock, a lock wait or a changed row."));
    m_service->addRow({retries->onlyIf(isOurs), latch->onlyIf(isOurs)});
}

void ScenarioForm::addRest()
{
    m_limitsSection = section("limits", tr("Limits"), false);
    m_limitsSection->addWidget(m_limits);
    m_breaksSection = section("faults", tr("Faults on purpose"), false);
    m_breaksSection->addWidget(m_breaks);
    m_repeat = section("repeat", tr("Repeat"), false);
    SettingCell *seed = SettingCell::digits(m_session, settingKey("seed"), tr("Seed"));
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

} // namespace stampede
