// SPDX-License-Identifier: MIT
#include "ui/scenario/try_request.h"

#include "formats/json_values.h"
#include "requests/draft_answers.h"
#include "scenario/classify_setting.h"
#include "text/number_text.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace stampede {

namespace {

constexpr qint64 kMostBytes = 65'536;

/// The first text in the answer that looks like its reason: /code before anything else.
std::pair<QString, QString> reasonIn(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QStringList names{QStringLiteral("code"), QStringLiteral("errorCode"), QStringLiteral("error"),
                      QStringLiteral("status"), QStringLiteral("result")};
    names += object.keys();
    for (const QString &name : names) {
        const QJsonValue value = object.value(name);
        if (value.isString() && !value.toString().isEmpty()) {
            return {jsonPointerPart(name), value.toString()};
        }
    }
    return {};
}

QString shownBody(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    QString text = QString::fromUtf8(json.isNull() ? body : json.toJson(QJsonDocument::Indented));
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control && character != QLatin1Char('\n') &&
            character != QLatin1Char('\t')) {
            character = QLatin1Char(' ');
        }
    }
    return text.trimmed();
}

} // namespace

TryRequest::TryRequest(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_trying([this](const Tried &tried) { take(tried); })
    , m_steps(mutedLabel({}, this))
    , m_user(new QLineEdit(QStringLiteral("1"), this))
    , m_send(new QPushButton(tr("Send one"), this))
    , m_status(new QLabel(this))
    , m_other(new QLabel(tr("The request has changed since its answer came: send it again."), this))
    , m_body(new QPlainTextEdit(this))
    , m_ruleLine(makeRuleLine())
{
    setProperty("undoneByForm", false); // whom to ask is no setting
    constexpr int kUserWidth = 90;
    constexpr int kBodyLines = 5;
    auto *words = new QLabel(this);
    words->setObjectName(QStringLiteral("tryWords"));
    words->setWordWrap(true);
    const auto tell = [words](const QString &user) {
        words->setText(tr("This sends one real request as user %1. That person may get a coupon.")
                           .arg(user.trimmed()));
    };
    tell(m_user->text());
    connect(m_user, &QLineEdit::textChanged, words, tell);
    connect(m_user, &QLineEdit::textChanged, this, &TryRequest::showAnswer);
    words->setProperty("muted", true);
    auto *name = new QLabel(tr("User"), this);
    name->setBuddy(m_user);
    m_user->setObjectName(QStringLiteral("tryUser"));
    m_user->setFixedWidth(kUserWidth);
    m_user->setAlignment(Qt::AlignRight);
    m_send->setObjectName(QStringLiteral("trySend"));
    m_status->setObjectName(QStringLiteral("tryStatus"));
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_other->setObjectName(QStringLiteral("tryOther"));
    m_other->setWordWrap(true);
    m_other->setProperty("muted", true);
    m_body->setObjectName(QStringLiteral("tryBody"));
    m_body->setReadOnly(true);
    m_body->setFixedHeight(kBodyLines * m_body->fontMetrics().lineSpacing() + 12);
    auto *row = new QHBoxLayout;
    row->addWidget(name);
    row->addWidget(m_user);
    row->addWidget(m_send);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(words);
    column->addLayout(row);
    column->addWidget(m_steps);
    column->addWidget(m_status);
    column->addWidget(m_other);
    column->addWidget(m_body);
    column->addWidget(m_ruleLine);
    m_steps->setObjectName(QStringLiteral("trySteps"));
    m_steps->hide();
    m_status->hide();
    m_other->hide();
    m_body->hide();
    m_ruleLine->hide();
    connect(m_send, &QPushButton::clicked, this, &TryRequest::send);
    refresh();
}

QWidget *TryRequest::makeRuleLine()
{
    auto *line = new QWidget(this);
    m_meaning = new KeyedCombo(line);
    m_meaning->setObjectName(QStringLiteral("tryMeaning"));
    for (const Outcome outcome : kAllOutcomes) {
        if (outcome != Outcome::NotSent && outcome != Outcome::Interrupted) {
            m_meaning->addItem(outcomeName(outcome), keyOf(outcome));
        }
    }
    m_byValue = new QRadioButton(line);
    m_byStatus = new QRadioButton(line);
    m_byStatus->setObjectName(QStringLiteral("tryByStatus"));
    m_add = new QPushButton(tr("Add rule"), line);
    m_add->setObjectName(QStringLiteral("tryAdd"));
    m_meaning->setPlaceholderText(tr("choose"));
    m_meaning->setCurrentIndex(-1);
    m_add->setEnabled(false);
    connect(m_meaning, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_add->setEnabled(index >= 0); });
    auto *means = new QHBoxLayout;
    means->addWidget(new QLabel(tr("This means"), line));
    means->addWidget(m_meaning, 1);
    means->addWidget(m_add);
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(means);
    column->addWidget(m_byValue);
    column->addWidget(m_byStatus);
    connect(m_add, &QPushButton::clicked, this, &TryRequest::addRule);
    return line;
}

void TryRequest::refresh()
{
    const auto possible = scenario();
    m_send->setEnabled(possible.ok()); // also while it waits: the focus would go elsewhere
    m_send->setToolTip(possible ? QString() : tr("Some settings are not possible yet."));
    showAnswer();
}

Result<Scenario, Faults> TryRequest::scenario() const
{
    if (m_session.faults().isEmpty()) {
        return m_session.scenario();
    }
    QJsonObject target = m_session.value(QStringLiteral("target")).toObject();
    for (const char *other : {"audit", "warmupUrl", "stockLeft", "quantity"}) {
        target.remove(QLatin1String(other));
    }
    const QJsonObject json{{QStringLiteral("schema"), QString::fromLatin1("stampede.scenario/1")},
                           {QStringLiteral("target"), target},
                           {QStringLiteral("users"), m_session.value(QStringLiteral("users"))}};
    return readScenario(QJsonDocument(json).toJson(), m_session.source());
}

QJsonObject TryRequest::asks() const
{
    QJsonObject request = m_session.value(QStringLiteral("target")).toObject();
    for (const char *other : {"classify", "audit", "warmupUrl", "stockLeft", "quantity"}) {
        request.remove(QLatin1String(other));
    }
    request.insert(QStringLiteral("people"), m_session.value(QStringLiteral("users")));
    request.insert(QStringLiteral("as"), m_user->text().trimmed());
    return request;
}

std::optional<Outcome> TryRequest::meaningNow() const
{
    const auto rules = scenario();
    return rules ? meaningOf(m_answer, rules.value()) : std::nullopt;
}

bool TryRequest::hasAnswer() const
{
    return m_answer.status != 0 && asks() == m_asked;
}

bool TryRequest::isKnown() const
{
    return hasAnswer() && meaningNow().has_value();
}

QString TryRequest::statusWords() const
{
    const auto meaning = meaningNow();
    return tr("%1 · %2 ms · %3")
        .arg(m_came, text::count(m_tookMs),
             meaning ? tr("the rules say: %1").arg(outcomeName(*meaning))
                     : tr("no rule knows it: it would count as not recognised"));
}

void TryRequest::showAnswer()
{
    if (m_answer.status != 0) {
        m_status->setText(statusWords()); // the rules may be others by now
    }
    const bool isSaid = !m_status->text().isEmpty();
    const bool isOurs = asks() == m_asked;
    m_status->setVisible(isSaid && isOurs);
    m_other->setVisible(isSaid && !isOurs);
    m_steps->setVisible(isOurs && !m_trying.isBusy() && !m_steps->text().isEmpty());
    m_body->setVisible(isOurs && !m_body->toPlainText().isEmpty());
    m_ruleLine->setVisible(isOurs && m_answer.status != 0);
    if (isOurs && m_answer.status != 0) {
        offerRule();
    }
}

void TryRequest::send()
{
    const auto possible = scenario();
    if (m_trying.isBusy() || !possible) {
        return; // the button is disabled
    }
    m_asked = asks();
    m_answer = {};
    m_steps->hide();
    m_trying.start([scenario = possible.value(), person = m_user->text().trimmed()]() -> Tried {
        return std::make_shared<const OneTry>(tryOneRequest(scenario, person));
    });
    show(tr("Waiting for the answer."), {});
    refresh();
}

void TryRequest::take(const Tried &tried)
{
    QStringList steps;
    for (const TriedRequest &step : tried->steps) {
        steps << tr("%1: %2 · %3 ms").arg(step.step, step.came, text::count(step.tookMs));
    }
    m_steps->setText(steps.join(QLatin1Char('\n')));
    m_answer = {};
    if (!tried->request) {
        show(tried->failure,
             tried->steps.isEmpty() ? QString() : shownBody(tried->steps.constLast().answer.body));
    } else {
        m_answer = tried->request->answer;
        m_came = tried->request->came;
        m_tookMs = tried->request->tookMs;
        show(statusWords(), shownBody(m_answer.body));
        std::tie(m_pointer, m_value) = reasonIn(m_answer.body);
        proposeMeaning();
    }
    refresh();
    Q_EMIT answered();
}

/// What no rule knows is proposed where status, code or words say it; else somebody has to say.
void TryRequest::proposeMeaning()
{
    if (const auto meaning = meaningNow()) {
        m_meaning->setCurrentIndex(m_meaning->findData(keyOf(*meaning)));
        (m_value.isEmpty() ? m_byStatus : m_byValue)->setChecked(true);
        return;
    }
    FoundAnswer answer;
    answer.status = m_answer.status;
    answer.body = QString::fromUtf8(m_answer.body);
    const DraftRules draft = draftRules({answer});
    const bool isKnown =
        !draft.rules.isEmpty() && draft.rules.constFirst().outcome != Outcome::Unknown;
    m_meaning->setCurrentIndex(
        isKnown ? m_meaning->findData(keyOf(draft.rules.constFirst().outcome)) : -1);
    // A success goes by its status; a refusal by its reason, which others of that status lack.
    const bool byStatus = m_value.isEmpty() || m_answer.status < 300;
    (byStatus ? m_byStatus : m_byValue)->setChecked(true);
}

void TryRequest::show(const QString &status, const QString &body)
{
    m_status->setText(status);
    m_body->setPlainText(body);
    showAnswer();
}

void TryRequest::offerRule()
{
    m_byValue->setText(tr("because %1 is \"%2\"").arg(m_pointer, m_value));
    m_byValue->setVisible(!m_value.isEmpty());
    m_byStatus->setText(tr("because the status is %1").arg(m_answer.status));
}

void TryRequest::addRule()
{
    QJsonObject rule{{QStringLiteral("status"), m_answer.status},
                     {QStringLiteral("outcome"), m_meaning->currentData().toString()}};
    if (m_byValue->isChecked() && !m_value.isEmpty()) {
        rule.insert(QStringLiteral("pointer"), m_pointer);
        rule.insert(QStringLiteral("equals"), m_value);
    }
    const QString path = QStringLiteral("target.classify");
    QJsonArray rules = m_session.value(path).toArray();
    if (rules.isEmpty()) {
        rules = usualRules(); // a scenario with rules of its own has no others
    }
    // In front: it was made for this very answer.
    rules.prepend(rule);
    m_session.set(path, rules);
}

} // namespace stampede
