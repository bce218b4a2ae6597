// SPDX-License-Identifier: MIT
#include "ui/scenario/scenario_form.h"

#include "text/number_text.h"
#include "ui/look/type.h"
#include "ui/scenario/faults_editor.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/http_section.h"
#include "ui/scenario/limits_editor.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/stages_editor.h"
#include "ui/session/strategy_text.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kOneColumnBelow = 470;

} // namespace

ScenarioForm::ScenarioForm(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_faults(new QLabel(this))
    , m_unshown(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_limits(new LimitsEditor(session))
    , m_breaks(new FaultsEditor(session))
    , m_stages(new StagesEditor(session, this))
    , m_http(new HttpSection(session, this))
    , m_stepByStep(new QPushButton(tr("Step by step…"), this))
    , m_strategy(new QLabel(this))
{
    m_stepByStep->setObjectName(QStringLiteral("stepByStep"));
    m_stepByStep->setToolTip(
        tr("The same settings on a page of their own: paste a request, connect "
           "the database."));
    connect(m_stepByStep, &QPushButton::clicked, this, &ScenarioForm::stepsRequested);
    m_strategy->setObjectName(QStringLiteral("strategyGist"));
    m_strategy->setProperty("muted", true);
    m_strategy->setWordWrap(true);
    setProperty("card", true);
    setProperty("undoneByForm", true);
    connect(&m_session, &Session::stepped, this, &ScenarioForm::reveal);
    // What is typed in one go is one step.
    connect(qApp, &QApplication::focusChanged, this, [this] { m_session.closeStep(); });
    m_faults->setProperty("fault", true);
    m_faults->setObjectName(QStringLiteral("faultSummary"));
    m_faults->setFocusPolicy(Qt::StrongFocus);
    m_faults->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_faults, &QLabel::linkActivated, this, &ScenarioForm::jumpToFault);
    m_unshown->setProperty("fault", true);
    m_unshown->setObjectName(QStringLiteral("unshownFaults"));
    m_unshown->setWordWrap(true);
    m_unshown->setTextFormat(Qt::RichText);
    m_unshown->setTextInteractionFlags(m_faults->textInteractionFlags());
    connect(m_unshown, &QLabel::linkActivated, this, [this](const QString &path) {
        m_session.set(path, QJsonValue(QJsonValue::Undefined));
    });
    m_scroll->setWidgetResizable(true);
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
    column->addWidget(headingLabel(tr("Scenario"), this));
    column->addWidget(m_faults);
    column->addWidget(m_unshown);
    column->addWidget(m_scroll, 1);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("savedSentence"));
    m_said->setProperty("muted", true);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    column->addWidget(m_said);
    column->addWidget(makeButtons());
}

FormSection *ScenarioForm::section(const char *name, const QString &title, bool open)
{
    auto *made = new FormSection(settingKey(name), title, open, this);
    m_column->addWidget(made);
    m_sections.append(made);
    return made;
}

SettingCell *ScenarioForm::text(const char *name, const QString &label)
{
    return SettingCell::text(m_session, settingKey(name), label);
}

SettingCell *ScenarioForm::number(const char *name, const QString &label)
{
    return SettingCell::number(m_session, settingKey(name), label);
}

bool ScenarioForm::modelIs(std::initializer_list<const char *> keys) const
{
    const QString model = m_session.value(QStringLiteral("load.model")).toString();
    return std::any_of(keys.begin(), keys.end(),
                       [&model](const char *key) { return model == QLatin1String(key); });
}

QWidget *ScenarioForm::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const char *name, const QString &words, auto slot) {
        auto *button = new QPushButton(words, buttons);
        button->setObjectName(settingKey(name));
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
    m_copied->hide();
    row->addStretch(1);
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(buttons);
    column->addWidget(m_copied);
    return foot;
}

void ScenarioForm::copyCommand()
{
    const auto command = m_session.asCommand();
    if (command) {
        QGuiApplication::clipboard()->setText(command.value());
        m_copied->setWhole(tr("Copied: %1").arg(command.value()));
        m_copied->show();
        return say({});
    }
    m_copied->hide();
    say(tr("Nothing was copied. %1").arg(command.error().why));
    if (command.error().fileHelps && offersFile(command.error().why)) {
        Q_EMIT saveRequested(true);
    }
}

/// Whether somebody wants a file in the place of a command.
bool ScenarioForm::offersFile(const QString &why)
{
    QMessageBox question(QMessageBox::NoIcon, tr("As command"),
                         why + QLatin1Char('\n') +
                             tr("Saved as a file, it is run by stampede-cli run FILE."),
                         QMessageBox::Cancel, this);
    const QAbstractButton *save = question.addButton(tr("Save as…"), QMessageBox::AcceptRole);
    question.exec();
    return question.clickedButton() == save;
}

QString ScenarioForm::told(const char *name) const
{
    return m_session.value(settingKey(name)).toVariant().toString();
}

void ScenarioForm::showSummaries()
{
    const auto figure = [this](const char *name) {
        const QJsonValue value = m_session.value(settingKey(name));
        return value.isDouble() ? text::count(value.toInteger()) : value.toString();
    };
    m_coupon->setSummary(tr("%1, %2 in stock").arg(told("coupon.name"), figure("coupon.stock")));
    m_people->setSummary(figure("users.count"));
    m_load->setSummary((told("load.vus") == QLatin1String("1") ? tr("%1, %2 virtual user")
                                                               : tr("%1, %2 virtual users"))
                           .arg(told("load.model"), figure("load.vus")));
    m_service->setSummary(told("target.kind") != QLatin1String("http") ? tr("ours")
                                                                       : told("target.url"));
    m_limitsSection->setSummary(QStringLiteral("(%1)").arg(m_limits->size()), true);
    m_breaksSection->setSummary(
        m_breaks->size() == 0 ? tr("none") : QStringLiteral("(%1)").arg(m_breaks->size()),
        m_breaks->size() > 0);
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

void ScenarioForm::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        announce(m_said, sentence);
    }
}

void ScenarioForm::showButtons()
{
    const QString also = m_session.faults().isEmpty()
                             ? QString()
                             : QLatin1Char('\n') + tr("Also with settings that are not possible "
                                                      "yet.");
    m_save->setToolTip(tr("Ctrl+S") + also);
    m_saveAs->setToolTip(tr("Ctrl+Shift+S") + also);
    m_reset->setEnabled(m_session.isChanged() && !m_session.isRunning());
    m_reset->setToolTip(m_session.presetId().isEmpty() ? tr("Reset to the file")
                                                       : tr("Reset to preset"));
    m_copied->setWhole({}); // what was copied is of earlier
    say({});
}

/// Whether a fault of that setting stands at a field of its own.
bool ScenarioForm::hasField(const QString &path) const
{
    const auto isIts = [&path](const SettingCell *cell) {
        return cell->path() == path && cell->applies();
    };
    if (isIts(m_name) || isWithin(path, QStringLiteral("thresholds")) ||
        isWithin(path, QStringLiteral("faults"))) {
        return true;
    }
    if (told("target.kind") == QLatin1String("http") && m_http->holds(path)) {
        return true;
    }
    return std::any_of(m_sections.begin(), m_sections.end(), [&isIts](const FormSection *each) {
        return std::any_of(each->cells().begin(), each->cells().end(), isIts);
    });
}

void ScenarioForm::showFaults()
{
    const auto &faults = m_session.faults();
    m_faults->setVisible(!faults.isEmpty());
    m_faults->setText((faults.size() == 1
                           ? tr("1 setting is not possible yet")
                           : tr("%1 settings are not possible yet").arg(faults.size())) +
                      QStringLiteral(" <a href='fault'>%1</a>").arg(tr("Show")));
    QStringList lines;
    for (auto it = faults.constBegin(); it != faults.constEnd(); ++it) {
        if (!hasField(it.key())) {
            lines << QStringLiteral("%1: %2 <a href='%1'>%3</a>")
                         .arg(it.key().toHtmlEscaped(), it.value().toHtmlEscaped(), tr("Remove"));
        }
    }
    m_unshown->setText(lines.join(QStringLiteral("<br>")));
    m_unshown->setVisible(!lines.isEmpty());
}

bool ScenarioForm::isFaulty(const FormSection *section) const
{
    const std::pair<const FormSection *, QLatin1String> starts[] = {
        {m_service, QLatin1String("target.")},
        {m_limitsSection, QLatin1String("thresholds")},
        {m_breaksSection, QLatin1String("faults")}};
    const QStringList faults = m_session.faults().keys();
    for (const auto &[owner, start] : starts) {
        if (section == owner &&
            std::any_of(faults.begin(), faults.end(),
                        [&start = start](const QString &key) { return key.startsWith(start); })) {
            return true;
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
    m_breaks->refresh();
    m_stages->setVisible(modelIs({"ramping-vus", "ramping-arrival-rate"}));
    m_stages->refresh();
    const bool isHttp = told("target.kind") == QLatin1String("http");
    m_http->setVisible(isHttp);
    m_stepByStep->setVisible(isHttp);
    if (isHttp) {
        m_http->refresh();
    }
    const StrategyKind strategy = strategyOf(told("service.strategy"));
    m_strategy->setVisible(!isHttp);
    m_strategy->setText(strategyGist(strategy) + QLatin1Char(' ') + strategyPrecedence(strategy));
    showSummaries();
    showButtons();
    showFaults();
}

void ScenarioForm::show(FormSection *section, QWidget *widget)
{
    section->setOpen(true);
    m_scroll->widget()->layout()->activate(); // so that it has its place
    m_scroll->ensureWidgetVisible(widget);
}

void ScenarioForm::reveal(const QString &path)
{
    m_scroll->widget()->layout()->activate();
    for (FormSection *each : std::as_const(m_sections)) {
        for (SettingCell *cell : each->cells()) {
            if (cell->path() == path && cell->applies()) {
                return show(each, cell);
            }
        }
    }
    if (path.startsWith(QLatin1String("target."))) {
        m_service->setOpen(true);
        if (QWidget *at = m_http->show(path)) {
            return show(m_service, at);
        }
    }
    const std::pair<const char *, FormSection *> rest[] = {{"thresholds", m_limitsSection},
                                                           {"faults", m_breaksSection}};
    for (const auto &[start, section] : rest) {
        if (path.startsWith(QLatin1String(start))) {
            show(section, section);
        }
    }
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
    if (isFaulty(m_breaksSection) && !isFaulty(m_limitsSection)) {
        show(m_breaksSection, m_breaksSection);
        return m_breaks->takeFocus();
    }
    show(m_limitsSection, m_limitsSection);
    m_limits->takeFocus();
}

void ScenarioForm::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
}

void ScenarioForm::fitColumns()
{
    const bool narrow = width() < kOneColumnBelow * std::max(1.0, textFactor());
    for (FormSection *each : std::as_const(m_sections)) {
        each->setNarrow(narrow);
    }
    m_breaks->setNarrow(narrow);
    m_http->setNarrow(narrow);
    // The scroll area looks at what its content needs when that asks for it, and only then.
    QCoreApplication::postEvent(m_scroll->widget(), new QEvent(QEvent::LayoutRequest));
}

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
                                           {settingKey("http"), tr("Your service, over HTTP")}})});
    m_service->addWidget(m_stepByStep);
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
