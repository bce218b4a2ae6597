// SPDX-License-Identifier: MIT
#include "ui/service/request_step.h"

#include "compare/circumstances.h"
#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/scenario/form_section.h"
#include "ui/scenario/header_rows.h"
#include "ui/scenario/keyed_combo.h"
#include "ui/scenario/people_file.h"
#include "ui/scenario/setting_cell.h"
#include "ui/service/variable_rows.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace stampede {

namespace {

constexpr int kPasteLines = 5;
constexpr int kViewLines = 9;

/// "m17" or "kim17@example.com" as the text around a number; nothing where it is no such text.
std::optional<std::pair<QString, QString>> aroundNumber(const QString &literal)
{
    static const QRegularExpression numbered(
        QStringLiteral("\\A([^0-9]{0,60})([1-9][0-9]{0,8})([^0-9]{0,60})\\z"));
    const auto match = numbered.match(literal);
    if (!match.hasMatch() || (match.capturedLength(1) == 0 && match.capturedLength(3) == 0)) {
        return std::nullopt;
    }
    return std::pair(match.captured(1), match.captured(3));
}

/// The same value with that text around every {userId}.
QJsonValue withPeopleWritten(const QJsonValue &value, const QString &written)
{
    if (value.isString()) {
        return value.toString().replace(QLatin1String("{userId}"), written);
    }
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue item : value.toArray()) {
            items.append(withPeopleWritten(item, written));
        }
        return items;
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        *it = withPeopleWritten(*it, written);
    }
    return value.isObject() ? QJsonValue(object) : value;
}

bool saysOneOf(const QString &text, const char *words)
{
    return QRegularExpression(QLatin1String(words), QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

bool isLetter(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_');
}

} // namespace

RequestStep::RequestStep(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_paste(new QPlainTextEdit(this))
    , m_faults(new QLabel(this))
    , m_which(new QWidget(this))
    , m_requests(new KeyedCombo(this))
    , m_valuesCard(makeValues())
    , m_variables(new VariableRows(session, this))
    , m_byHand(new FormSection(QStringLiteral("byHand"), tr("By hand"), false, this))
    , m_headers(new HeaderRows(session, this))
    , m_people(new PeopleFile(session, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makePaste());
    column->addWidget(m_valuesCard);
    column->addWidget(m_variables);
    column->addWidget(makeByHand());
    column->addStretch(1);
    connect(&m_session, &Session::stepped, this, &RequestStep::followStep);
    connect(m_variables, &VariableRows::changed, this, &RequestStep::changed);
    refresh();
}

QWidget *RequestStep::makePaste()
{
    auto *card = new QWidget(this);
    m_paste->setObjectName(QStringLiteral("servicePaste"));
    m_paste->setProperty("undoneByForm", false); // what is pasted is no setting
    m_paste->setAccessibleName(tr("The copied request"));
    m_paste->setPlaceholderText(
        tr("Paste here what the browser (Copy as cURL) or Postman copied. A HAR file, a Postman "
           "collection, an OpenAPI document and an .http file are read as well."));
    m_paste->setTabChangesFocus(true);
    m_paste->setFixedHeight(kPasteLines * m_paste->fontMetrics().lineSpacing() + 12);
    m_faults->setObjectName(QStringLiteral("pasteFaults"));
    m_faults->setProperty("fault", true);
    m_faults->setWordWrap(true);
    m_faults->setTextFormat(Qt::PlainText);
    m_faults->hide();
    auto *paste = new QPushButton(tr("Paste"), card);
    paste->setObjectName(QStringLiteral("pasteRequest"));
    auto *open = new QPushButton(tr("Open a file…"), card);
    open->setObjectName(QStringLiteral("openRequests"));
    auto *name = new QLabel(tr("Which request"), m_which);
    name->setBuddy(m_requests);
    m_requests->setObjectName(QStringLiteral("whichRequest"));
    m_requests->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *which = new QHBoxLayout(m_which);
    which->setContentsMargins(0, 0, 0, 0);
    which->addWidget(name);
    which->addWidget(m_requests, 1);
    m_which->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(paste);
    buttons->addWidget(open);
    buttons->addWidget(m_which, 1);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_paste);
    column->addLayout(buttons);
    column->addWidget(m_faults);
    connect(m_paste, &QPlainTextEdit::textChanged, this,
            [this] { read(m_paste->toPlainText().toUtf8(), tr("what was pasted")); });
    connect(paste, &QPushButton::clicked, this,
            [this] { m_paste->setPlainText(QApplication::clipboard()->text()); });
    connect(open, &QPushButton::clicked, this, &RequestStep::openFile);
    connect(m_requests, &QComboBox::activated, this, &RequestStep::choose);
    return card;
}

QWidget *RequestStep::makeValues()
{
    auto *card = new QWidget(this);
    auto *words = new QLabel(tr("Click on the value that is"), card);
    auto *group = new QButtonGroup(card);
    const auto add = [&](const char *name, Asked asked) {
        auto *button = new QToolButton(card);
        button->setObjectName(QLatin1String(name));
        button->setProperty("choice", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, asked] { ask(asked); });
        return button;
    };
    m_personButton = add("askPerson", Asked::Person);
    m_couponButton = add("askCoupon", Asked::Coupon);
    m_noCoupon = new QPushButton(tr("None of them"), card);
    m_noCoupon->setObjectName(QStringLiteral("noValue"));
    m_view = new QTextBrowser(card);
    m_view->setObjectName(QStringLiteral("requestView"));
    m_view->setProperty("undoneByForm", true);
    m_view->setAccessibleName(tr("The request, with its values"));
    m_view->setOpenLinks(false);
    m_view->setFixedHeight(kViewLines * m_view->fontMetrics().lineSpacing() + 12);
    m_notes = mutedLabel({}, card);
    m_notes->setObjectName(QStringLiteral("requestNotes"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_personButton);
    row->addWidget(m_couponButton);
    row->addWidget(m_noCoupon);
    row->addStretch(1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(words);
    column->addLayout(row);
    column->addWidget(m_view);
    column->addWidget(m_notes);
    connect(m_view, &QTextBrowser::anchorClicked, this, &RequestStep::clickValue);
    connect(m_noCoupon, &QPushButton::clicked, this, [this] {
        (m_asked == Asked::Person ? m_person : m_coupon).clear();
        apply();
        showRequest();
    });
    card->hide();
    return card;
}

QWidget *RequestStep::makeByHand()
{
    const auto kept = [this](SettingCell *cell) {
        m_cells.append(cell);
        return cell;
    };
    QList<SettingCell::Choice> methods;
    for (const char *method : {"POST", "PUT", "PATCH", "GET", "DELETE"}) {
        methods.append({settingKey(method), settingKey(method)});
    }
    SettingCell *url = kept(SettingCell::text(m_session, settingKey("target.url"), tr("URL")));
    url->setPlaceholder(QStringLiteral("http://127.0.0.1:8080/coupons/{couponId}/claim"));
    url->setToolTip(tr("{couponId} and {userId} are filled in, as are columns of the people's file "
                       "by their names."));
    SettingCell *body = kept(SettingCell::lines(
        m_session, settingKey("target.body"), tr("Body"),
        [](const QJsonValue &value) {
            return value.isObject()
                       ? QString::fromUtf8(
                             QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
                       : value.toString();
        },
        [](const QString &typed) {
            return typed.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(typed);
        }));
    body->setPlaceholder(QStringLiteral("{\"userId\": {userId}}"));
    m_byHand->addRow({url});
    m_byHand->addRow(
        {kept(SettingCell::choice(m_session, settingKey("target.method"), tr("Method"), methods)),
         kept(SettingCell::text(m_session, settingKey("target.couponId"), tr("Coupon")))});
    m_byHand->addWidget(m_headers);
    m_byHand->addRow({body});
    m_byHand->addWidget(m_people);
    SettingCell *any =
        kept(SettingCell::flag(m_session, settingKey("target.insecure"), tr("Any certificate")));
    any->setToolTip(tr("Certificates are not checked. Every report says so."));
    m_byHand->addRow({any});
    return m_byHand;
}

void RequestStep::takeFocus()
{
    m_paste->setFocus(Qt::OtherFocusReason);
}

void RequestStep::openFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open requests"), {},
        tr("Requests (*.har *.json *.yaml *.yml *.http *.rest *.sh *.txt);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestRequestFile) {
        return showFaults({tr("%1 cannot be read.").arg(path)});
    }
    read(file.readAll(), QFileInfo(path).fileName());
}

void RequestStep::read(const QByteArray &content, const QString &place)
{
    if (content.trimmed().isEmpty()) {
        return showFaults({});
    }
    auto found = readRequests(content, place);
    if (!found) {
        return showFaults(found.error());
    }
    showFaults({});
    m_found = std::move(found).value();
    const QSignalBlocker quiet(m_requests);
    m_requests->clear();
    for (const CopiedRequest &request : std::as_const(m_found->requests)) {
        m_requests->addItem(request.name.isEmpty()
                                ? request.title()
                                : request.title() + QStringLiteral("   ") + request.name);
    }
    m_which->setVisible(m_found->requests.size() > 1);
    // What takes something is no GET as a rule; the last of them is what the others lead to.
    qsizetype wanted = m_found->requests.size() - 1;
    while (wanted > 0 && m_found->requests[wanted].method == QLatin1String("GET")) {
        --wanted;
    }
    m_requests->setCurrentIndex(static_cast<int>(wanted));
    choose(static_cast<int>(wanted));
}

void RequestStep::choose(int index)
{
    m_picked = index;
    m_values = valuesOf(m_found->requests[index]);
    guess();
    apply(true);
    ask(m_person.isEmpty() || !m_coupon.isEmpty() ? Asked::Person : Asked::Coupon);
}

/// By what the values are called, or what stands before them in the path.
void RequestStep::guess()
{
    constexpr auto kPerson = "user|member|customer|account|person|people|buyer|email|client";
    constexpr auto kCoupon = "coupon|promo|voucher|campaign|event|deal|offer|product|item|sku";
    m_person.clear();
    m_coupon.clear();
    QString before;
    for (const RequestValue &value : std::as_const(m_values)) {
        const bool isNamed = value.place.contains(QLatin1Char('('));
        const QString name = isNamed ? value.place.section(QLatin1Char('('), 1) : before;
        if (m_person.isEmpty() && saysOneOf(name, kPerson)) {
            m_person = value.value;
        } else if (m_coupon.isEmpty() && saysOneOf(name, kCoupon)) {
            m_coupon = value.value;
        }
        before = isNamed ? QString() : value.value;
    }
    // Else the only value that is no part of the path, and the only part that is like an id.
    static const QRegularExpression id(QStringLiteral("\\A(?!v[0-9]+\\z)(?=.*[0-9]).+\\z"),
                                       QRegularExpression::CaseInsensitiveOption);
    const auto only = [this](bool inPath) {
        QStringList found;
        for (const RequestValue &value : std::as_const(m_values)) {
            const bool isInPath = !value.place.contains(QLatin1Char('('));
            if (isInPath == inPath && (!inPath || id.match(value.value).hasMatch())) {
                found << value.value;
            }
        }
        found.removeDuplicates();
        return found.size() == 1 ? found.constFirst() : QString();
    };
    if (m_person.isEmpty() && only(false) != m_coupon) {
        m_person = only(false);
    }
    if (m_coupon.isEmpty() && only(true) != m_person) {
        m_coupon = only(true);
    }
    m_guessed = !m_person.isEmpty() || !m_coupon.isEmpty();
}

void RequestStep::ask(Asked asked)
{
    m_asked = asked;
    (asked == Asked::Person ? m_personButton : m_couponButton)->setChecked(true);
    showRequest();
}

void RequestStep::clickValue(const QUrl &link)
{
    const qsizetype index = link.path().toLongLong();
    if (index < 0 || index >= m_values.size() || m_session.isRunning()) {
        return;
    }
    const QString value = m_values[index].value;
    QString &mine = m_asked == Asked::Person ? m_person : m_coupon;
    QString &other = m_asked == Asked::Person ? m_coupon : m_person;
    mine = mine == value ? QString() : value;
    m_guessed = false;
    if (other == value) {
        other.clear();
    }
    apply();
    ask(m_asked == Asked::Person && !m_person.isEmpty() && m_coupon.isEmpty() ? Asked::Coupon
                                                                              : m_asked);
}

QJsonObject RequestStep::merged(const DraftedScenario &draft, bool isNew) const
{
    QJsonObject json = m_session.json();
    const QJsonObject before = json[QLatin1String("target")].toObject();
    QJsonObject target = draft.scenario[QLatin1String("target")].toObject();
    QJsonObject users = draft.scenario[QLatin1String("users")].toObject();
    if (const auto around = aroundNumber(m_person); around && draft.needsPeople) {
        // Numbered people need no file.
        const QString written = around->first + QLatin1String("{userId}") + around->second;
        target = withPeopleWritten(target, written).toObject();
        users = {{QStringLiteral("count"), 100},
                 {QStringLiteral("pick"), QStringLiteral("random")}};
    }
    for (const char *key : {"audit", "classify"}) {
        const QString name = QLatin1String(key);
        if (!target.contains(name) && before.contains(name)) {
            target.insert(name, before[name]);
        }
    }
    if (!target.contains(QLatin1String("audit"))) {
        target.insert(QStringLiteral("audit"), QStringLiteral("none"));
    }
    json.insert(QStringLiteral("target"), target);
    const QJsonObject usersBefore = json[QLatin1String("users")].toObject();
    if (usersBefore[QLatin1String("pick")] != users[QLatin1String("pick")] ||
        usersBefore.isEmpty()) {
        json.insert(QStringLiteral("users"), users);
    }
    if (isNew) {
        json.insert(QStringLiteral("name"), draft.scenario[QLatin1String("name")]);
    }
    return json;
}

void RequestStep::apply(bool isNew)
{
    const auto draft =
        draftScenario(*m_found, {m_picked, m_person, m_coupon}, tr("what was pasted"));
    if (!draft) {
        return showFaults(draft.error());
    }
    showFaults({});
    const auto &secrets = draft.value().secrets;
    for (auto it = secrets.begin(); isNew && it != secrets.end(); ++it) {
        VariableRows::keep(it.key(), it.value());
    }
    QStringList notes;
    if (m_guessed) {
        notes << tr("Guessed: click on another value where that is wrong.");
    }
    notes += m_found->remarks + m_found->requests[m_picked].remarks;
    if (!draft.value().rules.isEmpty()) {
        notes << tr("Its recorded answers made rules; check them under Answers: %1.")
                     .arg(draft.value().rules.join(QStringLiteral("; ")));
    }
    if (draft.value().hasSteps) {
        notes << tr("An earlier request gives what this one sends, so it is made before: see its "
                    "answer when you send one.");
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    m_session.replace(merged(draft.value(), isNew));
    m_chosen.insert(sent(), {m_person, m_coupon});
}

/// What the scenario sends, as a text.
QByteArray RequestStep::sent() const
{
    QJsonObject target = m_session.value(QStringLiteral("target")).toObject();
    target.remove(QLatin1String("audit"));
    target.remove(QLatin1String("classify"));
    return QJsonDocument(target).toJson(QJsonDocument::Compact);
}

/// After a step back the marks are those of the request as it is now.
void RequestStep::followStep()
{
    if (const auto chosen = m_chosen.constFind(sent()); m_found && chosen != m_chosen.constEnd()) {
        std::tie(m_person, m_coupon) = *chosen;
        showRequest();
    }
}

void RequestStep::showFaults(const QStringList &faults)
{
    m_faults->setText(faults.mid(0, 3).join(QLatin1Char('\n')));
    m_faults->setVisible(!faults.isEmpty());
    if (!faults.isEmpty()) {
        announce(m_faults, m_faults->text());
    }
}

/// The text as HTML, with a link on every value, those that are chosen marked.
QString RequestStep::marked(const QString &text) const
{
    const Theme &theme = Theme::current();
    QString html;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_values.size(); ++i) {
            const QString &value = m_values[i].value;
            const qsizetype end = at + value.size();
            const bool fits =
                QStringView(text).mid(at).startsWith(value) &&
                (at == 0 || !isLetter(text[at - 1]) || !isLetter(value[0])) &&
                (end == text.size() || !isLetter(text[end]) || !isLetter(value[value.size() - 1]));
            if (fits && (best < 0 || value.size() > m_values[best].value.size())) {
                best = i;
            }
        }
        if (best < 0) {
            html += QString(text[at++]).toHtmlEscaped();
            continue;
        }
        const QString &value = m_values[best].value;
        const bool isPerson = value == m_person;
        const bool isChosen = isPerson || value == m_coupon;
        const QColor back = isPerson ? theme.accent : theme.outOfStock;
        const QString style =
            isChosen ? QStringLiteral("background:%1;color:%2;font-weight:600;text-decoration:none")
                           .arg(back.name(), theme.onFilled.name())
                     : QStringLiteral("color:%1").arg(theme.accent.name());
        html += QStringLiteral("<a href='v:%1' style='%2'>%3</a>")
                    .arg(QString::number(best), style,
                         isChosen ? QStringLiteral("&nbsp;") + value.toHtmlEscaped() +
                                        QStringLiteral("&nbsp;")
                                  : value.toHtmlEscaped());
        at += value.size();
    }
    return html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

void RequestStep::showRequest()
{
    m_valuesCard->setVisible(m_found.has_value());
    const auto said = [](const QString &value) {
        return value.isEmpty() ? tr("not chosen") : value;
    };
    m_personButton->setText(tr("the person: %1").arg(said(m_person)));
    m_couponButton->setText(tr("the coupon: %1").arg(said(m_coupon)));
    for (QToolButton *button : {m_personButton, m_couponButton}) { // bold when it is chosen
        button->setMinimumWidth(
            QFontMetrics(headingFont(button->font())).horizontalAdvance(button->text()) + 20);
    }
    if (!m_found) {
        return;
    }
    const CopiedRequest &request = m_found->requests[m_picked];
    static const QRegularExpression host(QStringLiteral("\\A[a-z+]+://[^/?]*"));
    const QString place = host.match(request.url).captured();
    QString html = QStringLiteral("<b>%1</b> %2").arg(request.method, place.toHtmlEscaped()) +
                   marked(QUrl::fromPercentEncoding(request.url.mid(place.size()).toUtf8()));
    for (const auto &[name, value] : request.headers) {
        html += QStringLiteral("<br><span style='color:%1'>%2: </span>")
                    .arg(Theme::current().muted.name(), name.toHtmlEscaped()) +
                (isSecretHeader(name) ? hiddenSecret() : marked(value));
    }
    if (request.hasBody && !request.body.isEmpty()) {
        constexpr qsizetype kMostShown = 4000;
        html += QStringLiteral("<br><br>") + marked(request.body.left(kMostShown));
    }
    m_view->setHtml(html);
}

QString RequestStep::missing() const
{
    if (m_session.value(QStringLiteral("target.url")).toString().isEmpty()) {
        return tr("Paste the request, or write it by hand.");
    }
    const auto &faults = m_session.faults();
    for (auto it = faults.begin(); it != faults.end(); ++it) {
        if (it.key() == QLatin1String("users.path")) {
            return tr("People are written in a way that no number stands for: choose a file of "
                      "them under By hand.");
        }
        if (it.key().startsWith(QLatin1String("target.")) &&
            !it.key().startsWith(QLatin1String("target.audit")) &&
            !it.key().startsWith(QLatin1String("target.classify"))) {
            return tr("%1 %2.").arg(settingLabel(it.key()), it.value());
        }
    }
    return m_variables->missing();
}

QString RequestStep::advice() const
{
    const QStringList sent = placeholdersSent(m_session.scenario().target);
    const bool hasPerson =
        sent.contains(QLatin1String("userId")) ||
        m_session.value(QStringLiteral("users.pick")).toString() == QLatin1String("file");
    return m_found && m_person.isEmpty() && !hasPerson
               ? tr("Click on the value that is the person: without it all requests are alike.")
               : QString();
}

void RequestStep::refresh()
{
    for (SettingCell *cell : std::as_const(m_cells)) {
        cell->refresh();
    }
    m_headers->refresh();
    m_people->refresh();
    m_variables->refresh();
    m_paste->setEnabled(!m_session.isRunning());
    m_valuesCard->setEnabled(!m_session.isRunning());
    const QString url = m_session.value(QStringLiteral("target.url")).toString();
    m_byHand->setSummary(url);
}

} // namespace stampede
