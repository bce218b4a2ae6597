// SPDX-License-Identifier: MIT
#include "ui/service/service_page.h"

#include "compare/circumstances.h"
#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/scenario/answer_rules.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/must_come_out.h"
#include "ui/scenario/rows_tab.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/try_request.h"
#include "ui/service/request_step.h"
#include "ui/widgets/door_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kSide = 16;
constexpr int kTryWidth = 420;
constexpr int kNarrowTryWidth = 340;
constexpr int kNarrowBelow = 1100;

constexpr std::array kAllSteps = {ServicePage::Step::Request, ServicePage::Step::Answers,
                                  ServicePage::Step::Database, ServicePage::Step::Crowd};

const QString kRows = QStringLiteral("target.audit");

/// What a setting of the tables is called at the start of a sentence.
QString columnWords(const QString &setting)
{
    const std::pair<const char *, QString> words[] = {
        {"issued.table", ServicePage::tr("The table of who has a coupon")},
        {"issued.userFormat", ServicePage::tr("How a person is written")},
        {"issued.user", ServicePage::tr("The column of the person")},
        {"issued.coupon", ServicePage::tr("The column of the coupon that a person has")},
        {"issued.issuedAt", ServicePage::tr("The column of the time")},
        {"issued.where", ServicePage::tr("A condition on the rows that count")},
        {"stock.table", ServicePage::tr("The table of how many are left")},
        {"stock.id", ServicePage::tr("The column that names the coupon")},
        {"stock.remaining", ServicePage::tr("The column of how many are left")},
        {"stock.total", ServicePage::tr("The column of how many there were")},
    };
    for (const auto &[path, text] : words) {
        if (setting.startsWith(QLatin1String(path))) {
            return text;
        }
    }
    return ServicePage::tr("In the tables, %1").arg(setting);
}

} // namespace

QJsonObject ServicePage::newScenario()
{
    return {
        {QStringLiteral("schema"), QStringLiteral("stampede.scenario/1")},
        {QStringLiteral("name"), tr("My service")},
        {QStringLiteral("users"), QJsonObject{{QStringLiteral("count"), 100},
                                              {QStringLiteral("pick"), QStringLiteral("random")}}},
        {QStringLiteral("load"),
         QJsonObject{{QStringLiteral("model"), QStringLiteral("shared-iterations")},
                     {QStringLiteral("vus"), 20},
                     {QStringLiteral("iterations"), 200}}},
        {QStringLiteral("target"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("http")},
                                               {QStringLiteral("method"), QStringLiteral("POST")},
                                               {QStringLiteral("url"), QString()},
                                               {QStringLiteral("audit"), QStringLiteral("none")}}}};
}

ServicePage::ServicePage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_request(new RequestStep(session, this))
    , m_rules(new AnswerRules(session, this))
    , m_rows(new RowsTab(session, this))
    , m_outcome(new MustComeOut(session, this))
    , m_try(new TryRequest(session, this))
    , m_tryCard(new QFrame(this))
    , m_next(new QLabel(this))
    , m_send(new QPushButton(tr("Send one"), this))
    , m_go(new QPushButton(this))
{
    setProperty("undoneByForm", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 12, kSide, 10);
    column->setSpacing(10);
    column->addWidget(makeSteps());
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFoot());
    connect(qApp, &QApplication::focusChanged, this, [this] { m_session.closeStep(); });
    for (const auto signal :
         {&Session::scenarioChanged, &Session::runStarted, &Session::runEnded}) {
        connect(&m_session, signal, this, &ServicePage::refresh);
    }
    connect(m_rows, &RowsTab::shown, this, &ServicePage::refresh);
    connect(m_request, &RequestStep::changed, this, &ServicePage::refresh);
    connect(m_try, &TryRequest::answered, this, &ServicePage::refresh);
    showStep(Step::Request);
}

QWidget *ServicePage::makeSteps()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *group = new QButtonGroup(bar);
    const std::array names = {tr("1 Request"), tr("2 Answers"), tr("3 Database"), tr("4 Crowd")};
    for (const Step step : kAllSteps) {
        const auto index = static_cast<std::size_t>(step);
        auto *button = new DoorButton(names[index], bar);
        button->setSmall();
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("serviceStep%1").arg(index + 1));
        group->addButton(button);
        row->addWidget(button, 1);
        m_steps[index] = button;
        connect(button, &QPushButton::clicked, this, [this, step] { showStep(step); });
    }
    return bar;
}

QWidget *ServicePage::page(const QString &words, QWidget *content)
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(4, 2, 8, 4); // room for the ring around the focus
    column->setSpacing(10);
    column->addWidget(mutedLabel(words, all));
    column->addWidget(content);
    column->addStretch(1);
    return scrolling(all, this);
}

QWidget *ServicePage::makeBody()
{
    auto *body = new QWidget(this);
    m_stack->addWidget(page(tr("One request as your service gets it. What stands for the person is "
                               "another one in every request."),
                            m_request));
    m_stack->addWidget(page(tr("What your service says when it gives, and when it refuses. Send "
                               "one and say what its answer means; once more as the same person "
                               "shows what a second try is told, and a coupon that is sold out "
                               "what is said then."),
                            m_rules));
    m_stack->addWidget(page(tr("Where your service keeps who has a coupon and how many are left. "
                               "Stampede only looks. Without it, answers are all that is judged."),
                            m_rows));
    m_stack->addWidget(
        page(tr("How many people ask, how often, and how many at once."), makeCrowd()));
    m_tryCard->setProperty("card", true);
    auto *card = new QVBoxLayout(m_tryCard);
    card->setContentsMargins(12, 10, 12, 10);
    card->addWidget(headingLabel(tr("Send one"), m_tryCard));
    card->addWidget(m_try);
    card->addStretch(1);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_stack, 1);
    row->addWidget(scrolling(m_tryCard, this), 0);
    return body;
}

QWidget *ServicePage::makeCrowd()
{
    auto *crowd = new QWidget(this);
    const auto number = [this](const char *path, const QString &name) {
        auto *cell = SettingCell::number(m_session, settingKey(path), name);
        m_cells.append(cell);
        return cell;
    };
    const auto isModel = [this](const char *suffix) {
        return m_session.value(QStringLiteral("load.model"))
            .toString()
            .endsWith(QLatin1String(suffix));
    };
    auto *section = new FormSection(QStringLiteral("serviceCrowd"), tr("Crowd"), true, crowd);
    section->addRow({number("users.count", tr("People"))->onlyIf([this] {
                         return m_session.value(QStringLiteral("users.pick")).toString() !=
                                QLatin1String("file");
                     }),
                     number("load.iterations", tr("Requests"))->onlyIf([isModel] {
                         return isModel("iterations");
                     })});
    SettingCell *timeout = SettingCell::text(m_session, settingKey("load.timeout"), tr("Timeout"));
    timeout->setPlaceholder(QStringLiteral("5s"));
    m_cells.append(timeout);
    section->addRow({number("load.vus", tr("At once")), timeout});
    SettingCell *name = SettingCell::text(m_session, settingKey("name"), tr("Name"));
    m_cells.append(name);
    section->addRow({name});
    auto *column = new QVBoxLayout(crowd);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(section);
    column->addWidget(m_outcome);
    return crowd;
}

QWidget *ServicePage::makeFoot()
{
    auto *foot = new QWidget(this);
    m_next->setObjectName(QStringLiteral("serviceNext"));
    m_next->setWordWrap(true);
    m_next->setTextFormat(Qt::PlainText);
    m_send->setObjectName(QStringLiteral("serviceSend"));
    auto *save = new QPushButton(tr("Save"), foot);
    save->setObjectName(QStringLiteral("serviceSave"));
    auto *all = new QPushButton(tr("All settings"), foot);
    all->setObjectName(QStringLiteral("serviceSettings"));
    all->setToolTip(tr("The same scenario as a form: limits, faults on purpose, rounds."));
    m_go->setObjectName(QStringLiteral("serviceGo"));
    m_go->setProperty("filled", true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_next, 1);
    for (QPushButton *button : {all, save, m_send, m_go}) {
        row->addWidget(button);
    }
    connect(save, &QPushButton::clicked, this, &ServicePage::saveRequested);
    connect(all, &QPushButton::clicked, this, &ServicePage::settingsRequested);
    connect(m_send, &QPushButton::clicked, this, &ServicePage::send);
    connect(m_go, &QPushButton::clicked, this, &ServicePage::next);
    return foot;
}

ServicePage::Step ServicePage::step() const
{
    return static_cast<Step>(m_stack->currentIndex());
}

void ServicePage::showStep(Step step)
{
    m_stack->setCurrentIndex(static_cast<int>(step));
    m_steps[static_cast<std::size_t>(step)]->setChecked(true);
    const bool sends = step == Step::Request || step == Step::Answers;
    m_send->setVisible(!sends); // it stands beside the step
    m_tryCard->parentWidget()->parentWidget()->setVisible(sends);
    refresh();
}

ServicePage::State ServicePage::answers() const
{
    State state;
    const auto rules = m_session.value(QStringLiteral("target.classify")).toArray().size();
    const auto &faults = m_session.faults();
    for (auto it = faults.begin(); it != faults.end(); ++it) {
        if (it.key().startsWith(QLatin1String("target.classify"))) {
            state.missing = tr("A rule is not possible: %1.").arg(it.value());
        }
    }
    const bool isStrange = m_try->hasAnswer() && !m_try->isKnown();
    state.isDone = state.missing.isEmpty() && !isStrange && (rules > 0 || m_try->isKnown());
    const auto count = static_cast<std::int64_t>(rules);
    state.sentence = isStrange      ? tr("%1 came, and no rule knows it").arg(m_try->status())
                     : rules > 0    ? text::plural(count, tr("%1 rule"), tr("%1 rules")).arg(count)
                     : state.isDone ? tr("the usual rules fit")
                                    : tr("not tried yet");
    return state;
}

ServicePage::State ServicePage::database() const
{
    State state;
    const QJsonValue rows = m_session.value(kRows);
    const QJsonValue profile = rows[QLatin1String("profile")];
    if (!profile.isObject() && profile.toString().isEmpty()) {
        const bool isServe = rows.toString() == QLatin1String("serve");
        state.isDone = isServe;
        state.sentence = isServe ? tr("the database of a stampede-cli serve") : tr("answers only");
        return state;
    }
    if (profile.toObject().isEmpty() && !profile.isString()) {
        state.sentence = tr("not connected");
        state.missing = tr("Connect to the database, or choose \"answers only\".");
        return state;
    }
    const QJsonObject issued = profile[QLatin1String("issued")].toObject();
    const QJsonObject stock = profile[QLatin1String("stock")].toObject();
    state.sentence = profile.isString()
                         ? profile.toString()
                         : QStringList{issued[QLatin1String("table")].toString(tr("no table yet")),
                                       stock[QLatin1String("table")].toString(tr("no table yet"))}
                               .join(QStringLiteral(" · "));
    const QMap<QString, QString> faults = m_rows->faults();
    if (issued[QLatin1String("table")].toString().isEmpty() && profile.isObject()) {
        state.missing = tr("Choose the table that says who has a coupon.");
    } else if (stock[QLatin1String("table")].toString().isEmpty() && profile.isObject()) {
        state.missing = tr("Choose the table that says how many are left.");
    } else if (faults.contains(QStringLiteral("coupon"))) {
        state.missing = tr("Choose which coupon: the tables hold several.");
    } else if (!faults.isEmpty()) {
        state.missing = tr("%1 %2.").arg(columnWords(faults.firstKey()), faults.first());
    }
    const QString database = rows[QLatin1String("database")].toString();
    if (database.isEmpty()) {
        state.missing = tr("Connect to the database, or choose \"answers only\".");
    }
    state.isDone = state.missing.isEmpty();
    return state;
}

ServicePage::State ServicePage::crowd() const
{
    State state;
    const auto &faults = m_session.faults();
    for (auto it = faults.begin(); it != faults.end(); ++it) {
        const bool isOfTarget = it.key().startsWith(QLatin1String("target.")) ||
                                it.key() == QLatin1String("users.path");
        if (!isOfTarget) {
            state.missing = tr("%1 %2.").arg(settingLabel(it.key()), it.value());
        }
    }
    const auto figure = [this](const char *path) {
        return text::count(m_session.value(QLatin1String(path)).toInteger());
    };
    QStringList words;
    if (m_session.value(QStringLiteral("users.pick")).toString() != QLatin1String("file")) {
        words << tr("%1 people").arg(figure("users.count"));
    }
    if (!m_session.value(QStringLiteral("load.iterations")).isUndefined()) {
        words << tr("%1 requests").arg(figure("load.iterations"));
    }
    words << tr("%1 at once").arg(figure("load.vus"));
    state.sentence = words.join(QStringLiteral(" · "));
    state.isDone = state.missing.isEmpty();
    return state;
}

ServicePage::State ServicePage::stateOf(Step step) const
{
    switch (step) {
    case Step::Request: {
        State state;
        state.missing = m_request->missing();
        state.advice = m_request->advice();
        state.isDone = state.missing.isEmpty() && state.advice.isEmpty();
        const QUrl url(m_session.value(QStringLiteral("target.url")).toString(),
                       QUrl::TolerantMode);
        state.sentence = url.isEmpty()
                             ? tr("not there yet")
                             : m_session.value(QStringLiteral("target.method")).toString() +
                                   QLatin1Char(' ') + url.path(QUrl::FullyDecoded);
        return state;
    }
    case Step::Answers:
        return answers();
    case Step::Database:
        return database();
    case Step::Crowd:
        return crowd();
    }
    return {};
}

ServicePage::Step ServicePage::firstMissing() const
{
    const auto found = std::find_if(kAllSteps.begin(), kAllSteps.end(),
                                    [this](Step step) { return !stateOf(step).missing.isEmpty(); });
    return found == kAllSteps.end() ? Step::Crowd : *found;
}

void ServicePage::refresh()
{
    if (!isVisible()) {
        return; // whoever comes is shown the latest
    }
    for (SettingCell *cell : std::as_const(m_cells)) {
        cell->refresh();
    }
    m_request->refresh();
    m_rules->refresh();
    m_rows->refresh();
    m_try->refresh();
    m_outcome->update();
    for (const Step step : kAllSteps) {
        const State state = stateOf(step);
        DoorButton *button = m_steps[static_cast<std::size_t>(step)];
        button->setSentence(state.sentence);
        button->setIconName(state.isDone              ? QStringLiteral("held")
                            : state.missing.isEmpty() ? QStringLiteral("skipped")
                                                      : QStringLiteral("absent"));
    }
    const State missing = stateOf(firstMissing());
    const State here = stateOf(step());
    const bool mayRun = m_session.mayRun() && missing.missing.isEmpty();
    const bool isLast = step() == Step::Crowd;
    m_next->setText(!here.missing.isEmpty()                ? here.missing
                    : !here.advice.isEmpty()               ? here.advice
                    : isLast && !missing.missing.isEmpty() ? missing.missing
                    : isLast      ? tr("Everything is there: the crowd can start.")
                    : here.isDone ? tr("This step is done.")
                                  : tr("This step may be left as it is."));
    const std::array following = {tr("Next: Answers"), tr("Next: Database"), tr("Next: Crowd"),
                                  tr("Run")};
    m_go->setText(following[static_cast<std::size_t>(step())]);
    m_go->setEnabled(!m_session.isRunning() && (!isLast || mayRun));
    m_send->setEnabled(!m_session.isRunning());
}

void ServicePage::next()
{
    if (step() == Step::Crowd) {
        return m_session.run();
    }
    showStep(static_cast<Step>(m_stack->currentIndex() + 1));
}

void ServicePage::send()
{
    if (step() != Step::Request) {
        showStep(Step::Answers);
    }
    if (const QString missing = m_request->missing(); !missing.isEmpty()) {
        showStep(Step::Request);
        return say(missing);
    }
    m_try->send();
}

void ServicePage::read(const QByteArray &content, const QString &place)
{
    showStep(Step::Request);
    m_request->read(content, place);
}

void ServicePage::say(const QString &sentence)
{
    m_next->setText(sentence);
}

void ServicePage::retheme()
{
    for (DoorButton *button : m_steps) {
        button->retheme();
    }
    m_request->retheme();
}

void ServicePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const double factor = std::max(1.0, textFactor());
    const bool narrow = event->size().width() < kNarrowBelow * factor;
    m_tryCard->parentWidget()->parentWidget()->setFixedWidth(
        qRound(factor * (narrow ? kNarrowTryWidth : kTryWidth)));
}

void ServicePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    if (step() == Step::Request &&
        m_session.value(QStringLiteral("target.url")).toString().isEmpty()) {
        m_request->takeFocus();
    }
}

} // namespace stampede
