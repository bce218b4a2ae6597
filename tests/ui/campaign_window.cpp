// SPDX-License-Identifier: MIT
// Random clicks, keys, wheels, drags and new sizes in each page of the window (--count N a page,
// --seed S), also while runs go on. After each one: no warning, no event that takes more than 200
// ms of the UI thread's own processor time, nothing outside of its place, no text that is no text,
// and nothing lost: the form says what the session has, only edits change a scenario, each of them
// can be taken back and brought again, nothing that was changed goes without a question; and after
// a run tiles and answers say what the record says. Says of each fault how to come to it again.

#include "app/window_controller.h"
#include "shown_texts.h"
#include "support/test_database.h"
#include "text/number_text.h"
#include "text/outcome_names.h"
#include "ui/frame/commands.h"
#include "ui/live/answer_model.h"
#include "ui/live/tile.h"
#include "ui/look/type.h"
#include "ui/report/export_dialog.h"
#include "ui/stage/stage_window.h"
#include "ui/widgets/ui_cost.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QJsonObject>
#include <QJsonValue>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSplitterHandle>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QWheelEvent>

#include <cstdio>

using namespace stampede;

namespace {

constexpr double kLongestMs = 200;
/// Another theme or language: the toolkit asks every widget for its style anew, or all are made
/// anew.
constexpr double kRestyleMs = 1500;
constexpr int kRunActions = 30;   ///< so long a run may go on
constexpr int kStepsEvery = 20;   ///< all steps are taken back and brought again
constexpr int kTextsEvery = 5;    ///< all texts are read
constexpr int kMostPeople = 3000; ///< larger runs are stopped at once
constexpr int kPasses = 4;        ///< one layout may ask for another one
constexpr int kAnswerMs = 5000;   ///< keys and buttons close what is open within this
constexpr int kEndMs = 60'000;    ///< a stopped run has ended by then

QStringList &warnings()
{
    static QStringList lines;
    return lines;
}

/// What the platform without a screen says of every window is no warning of ours.
void keepWarning(QtMsgType type, const QMessageLogContext & /*context*/, const QString &line)
{
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(line));
    } else if (type != QtDebugMsg && type != QtInfoMsg &&
               !line.startsWith(QLatin1String("This plugin does not support"))) {
        warnings() << line;
    }
}

const QStringList &pages()
{
    static const QStringList names = {QStringLiteral("scenario"), QStringLiteral("http"),
                                      QStringLiteral("live"),     QStringLiteral("during"),
                                      QStringLiteral("hot_row"),  QStringLiteral("audit"),
                                      QStringLiteral("report"),   QStringLiteral("runs"),
                                      QStringLiteral("demo"),     QStringLiteral("stage")};
    return names;
}

/// What may hold an address: it gets longer at its end only, so that it names this machine.
bool holdsAddress(const QWidget *widget)
{
    return widget->objectName() == QLatin1String("target.url") ||
           widget->objectName() == QLatin1String("target.audit.database");
}

/// One page's worth of actions.
class Visit : public QObject
{
public:
    Visit(QString page, quint32 seed, bool speaks)
        : m_page(std::move(page))
        , m_seed(seed)
        , m_speaks(speaks)
    {
        open();
        answer();
    }
    ~Visit() override
    {
        m_keeper.reset();
        m_session.reset();
    }
    /// The faults of action `i`.
    QStringList act(int i);
    /// The faults of the end.
    QStringList finish();
    [[nodiscard]] QString done() const { return m_done; }
    [[nodiscard]] QString slowest() const
    {
        return QStringLiteral("%1 ms, of another size of text %2 ms, of a new style %3 ms")
            .arg(m_slowest, 0, 'f', 0)
            .arg(m_slowestSize, 0, 'f', 0)
            .arg(m_slowestStyle, 0, 'f', 0);
    }
    [[nodiscard]] int runs() const { return m_runs; }

private:
    void open();
    void goHome();
    void run(const QString &preset);
    void begin(int i);
    [[nodiscard]] MainWindow &window() const { return m_keeper->window(); }
    [[nodiscard]] QWidget &top() const
    {
        return window().stage().isVisible() ? static_cast<QWidget &>(window().stage()) : window();
    }
    void click();
    void type();
    void press();
    void wheel();
    void drag();
    void takeSize();
    QWidget *anyWidget(const std::function<bool(QWidget *)> &fits);
    QPoint anyPoint(const QWidget *widget);
    /// Answers what waits for an answer.
    void answer();
    void answerDialog(QWidget *dialog);
    [[nodiscard]] QJsonObject scenario() const;
    void note(const QString &words)
    {
        m_done = words;
        if (m_speaks) {
            std::fprintf(stderr, "%s\n", qPrintable(words));
        }
    }
    int pick(int below) { return static_cast<int>(m_random.bounded(below)); }
    void look(bool texts);
    void lookAtForm();
    void lookAtTexts();
    void lookAtPlaces();
    [[nodiscard]] QStringList misplaced() const;
    void lookAtFigures();
    void lookAtSteps();

    QString m_page;
    quint32 m_seed;
    bool m_speaks;
    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    Settings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WindowController> m_keeper;
    QString m_done;
    QStringList m_faults;
    bool m_edits = false; ///< the action may change the scenario
    int m_asked = 0;      ///< questions of this action
    int m_since = 0;      ///< actions since the run began
    int m_runs = 0;
    double m_slowest = 0;      ///< ms of an event
    double m_slowestSize = 0;  ///< ms, where the text got another size
    double m_slowestStyle = 0; ///< ms, where every widget was asked anew
};

void Visit::open()
{
    const ConnectionSettings database = test::TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(database.database, database.socket));
    STAMPEDE_CHECK(url.ok());
    applyLanguage(Language::English);
    setTextFactor(1);
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    m_session->setArchive({m_folder.filePath(QStringLiteral("runs"))});
    m_session->keepUnsavedIn(m_folder.filePath(QStringLiteral("unsaved")));
    STAMPEDE_CHECK(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_keeper = std::make_unique<WindowController>(*m_session, m_settings);
    window().resize(1280, 800);
    window().show();
    STAMPEDE_CHECK(QTest::qWaitForWindowActive(&window()));
    connect(m_session.get(), &Session::runStarted, this, [this] {
        m_since = 0;
        ++m_runs;
        const Scenario &started = m_session->activeScenario();
        if (started.users.count > kMostPeople || started.rounds > 2) {
            m_session->stop();
            m_session->stop();
        }
    });
    if (m_page == QLatin1String("runs")) {
        run(QStringLiteral("last-coupon"));
        run(QStringLiteral("quiet-damage"));
    }
    if (m_page != QLatin1String("scenario") && m_page != QLatin1String("http") &&
        m_page != QLatin1String("live")) {
        run(QStringLiteral("open-door"));
    }
    if (m_page == QLatin1String("http")) {
        m_session->choose(QStringLiteral("target.kind"), QStringLiteral("http"));
        m_session->set(QStringLiteral("target.url"),
                       QStringLiteral("http://127.0.0.1:9/claims/{userId}"));
    }
    goHome();
}

void Visit::run(const QString &preset)
{
    STAMPEDE_CHECK(m_session->load(preset, nullptr));
    m_session->run();
    STAMPEDE_CHECK(QTest::qWaitFor([this] { return !m_session->isRunning(); }, kEndMs));
}

void Visit::goHome()
{
    const QMap<QString, Page> homes = {
        {QStringLiteral("live"), Page::Live},      {QStringLiteral("during"), Page::Live},
        {QStringLiteral("hot_row"), Page::HotRow}, {QStringLiteral("audit"), Page::Audit},
        {QStringLiteral("report"), Page::Report},  {QStringLiteral("runs"), Page::Runs}};
    if (!window().isVisible()) {
        window().show();
    }
    if (m_page == QLatin1String("stage")) {
        if (!window().stage().isVisible()) {
            window().enterStage();
        }
    } else if (window().stage().isVisible()) {
        window().stage().leave();
    }
    if (m_page == QLatin1String("demo")) {
        if (!window().demo().isOpen()) {
            window().openDemo();
        }
    } else if (m_page != QLatin1String("stage")) {
        window().showPage(homes.value(m_page, Page::Scenario));
    }
    top().activateWindow();
}

void Visit::answer()
{
    QTimer::singleShot(1, this, &Visit::answer); // what is answered may ask again before it returns
    if (QWidget *popup = QApplication::activePopupWidget()) {
        QWidget *choices = popup->findChild<QAbstractItemView *>(); // of a combo box
        QWidget *focus = choices != nullptr ? choices : popup;
        for (int i = pick(8); i >= 0; --i) {
            QTest::keyClick(focus, Qt::Key_Down);
        }
        const auto *menu = qobject_cast<QMenu *>(popup);
        const QAction *chosen = menu != nullptr ? menu->activeAction() : nullptr;
        const bool ends =
            chosen != nullptr && chosen->shortcut() == QKeySequence(QStringLiteral("Ctrl+Q"));
        QTest::keyClick(focus, ends || pick(4) == 0 ? Qt::Key_Escape : Qt::Key_Return);
    } else if (QWidget *dialog = QApplication::activeModalWidget()) {
        answerDialog(dialog);
    }
}

void Visit::answerDialog(QWidget *dialog)
{
    ++m_asked;
    if (auto *question = qobject_cast<QMessageBox *>(dialog)) {
        const auto buttons = question->buttons();
        QAbstractButton *button = buttons.at(pick(static_cast<int>(buttons.size())));
        note(m_done + QStringLiteral(", ") + button->text());
        return button->click();
    }
    auto *asked = qobject_cast<QDialog *>(dialog);
    if (asked == nullptr) {
        dialog->close();
    } else if (qobject_cast<QFileDialog *>(dialog) != nullptr ||
               qobject_cast<ExportDialog *>(dialog) != nullptr || pick(2) == 0) {
        asked->reject();
    } else {
        asked->accept();
    }
}

QWidget *Visit::anyWidget(const std::function<bool(QWidget *)> &fits)
{
    QList<QWidget *> found;
    const auto all = top().findChildren<QWidget *>();
    for (QWidget *each : all) {
        if (each->isVisible() && each->isEnabled() && each->window() == &top() && fits(each) &&
            !each->visibleRegion().isEmpty()) {
            found << each;
        }
    }
    return found.isEmpty() ? nullptr : found.at(pick(static_cast<int>(found.size())));
}

QPoint Visit::anyPoint(const QWidget *widget)
{
    const QRect seen = widget->visibleRegion().boundingRect();
    return seen.topLeft() + QPoint(pick(seen.width()), pick(seen.height()));
}

void Visit::click()
{
    const bool control = pick(3) > 0;
    QWidget *widget = anyWidget(
        [control](QWidget *each) { return !control || each->focusPolicy() != Qt::NoFocus; });
    if (widget == nullptr) {
        return note(QStringLiteral("nothing to click"));
    }
    const QPoint at = anyPoint(widget);
    QWidget *hit = top().childAt(widget->mapTo(&top(), at));
    hit = hit != nullptr ? hit : widget;
    const QString name = hit->objectName();
    const bool sends = name == QLatin1String("trySend") || name == QLatin1String("connectTables");
    const QPoint point = hit->mapFrom(&top(), widget->mapTo(&top(), at));
    note(QStringLiteral("click %1 at %2, %3").arg(test::pathOf(hit)).arg(point.x()).arg(point.y()));
    m_edits = true;
    if (!sends || m_session->value(QStringLiteral("target.url"))
                      .toString()
                      .startsWith(QLatin1String("http://127.0.0.1:9/"))) {
        const Qt::KeyboardModifiers held =
            pick(8) == 0 ? Qt::KeyboardModifiers(Qt::ControlModifier) : Qt::NoModifier;
        if (pick(10) == 0) {
            QTest::mouseDClick(hit, Qt::LeftButton, held, point);
        } else {
            QTest::mouseClick(hit, Qt::LeftButton, held, point);
        }
    }
}

void Visit::type()
{
    QWidget *field = anyWidget([](QWidget *each) {
        const auto *line = qobject_cast<QLineEdit *>(each);
        return (line != nullptr && !line->isReadOnly()) ||
               qobject_cast<QPlainTextEdit *>(each) != nullptr;
    });
    if (field == nullptr) {
        return press();
    }
    static const QStringList words = {
        QStringLiteral("7"),   QStringLiteral("12"), QStringLiteral("abc"), QStringLiteral("10s:5"),
        QStringLiteral("x y"), QStringLiteral("0"),  QStringLiteral("5ms")};
    const QString word = words.at(pick(static_cast<int>(words.size())));
    note(QStringLiteral("type \"%1\" into %2").arg(word, test::pathOf(field)));
    m_edits = true;
    field->setFocus();
    if (!holdsAddress(field) && pick(2) == 0) {
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    } else {
        QTest::keyClick(field, Qt::Key_End);
    }
    const QPointer<QWidget> typed = field;
    QTest::keyClicks(field, word);
    auto *line = qobject_cast<QLineEdit *>(typed.data());
    if (line != nullptr && line->validator() == nullptr && line->maxLength() > 1000 &&
        !line->text().remove(u',').contains(word)) {
        m_faults << QStringLiteral("the field has \"%1\"").arg(line->text());
    }
}

void Visit::press()
{
    QList<QKeySequence> keys;
    for (const CommandWords &each : Commands::all()) {
        if (each.command != WindowCommand::Quit) {
            keys << each.keys;
        }
    }
    for (const char *plain :
         {"Tab",    "Tab",          "Shift+Tab", "Left",      "Right", "Up",   "Down",
          "Return", "Esc",          "Space",     "Home",      "End",   "PgUp", "PgDown",
          "Ctrl+C", "Ctrl+A",       "Del",       "Backspace", "3",     "B",    "R",
          "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Tab",  "Menu",      "F5",    "F10",  "Alt+Down"}) {
        keys << QKeySequence(QLatin1String(plain));
    }
    const QKeySequence key = keys.at(pick(static_cast<int>(keys.size())));
    QWidget *focus = QApplication::focusWidget();
    focus = focus != nullptr && focus->window() == &top() ? focus : &top();
    note(QStringLiteral("press %1 on %2").arg(key.toString(), test::pathOf(focus)));
    m_edits = key != QKeySequence(Qt::Key_Tab) && key != QKeySequence(Qt::Key_F1);
    const bool plain = (key[0].keyboardModifiers() & Qt::ControlModifier) == 0;
    if (!(holdsAddress(focus) && plain)) {
        QTest::keySequence(focus, key);
    }
}

void Visit::wheel()
{
    QWidget *widget = anyWidget([](QWidget *) { return true; });
    if (widget == nullptr) {
        return;
    }
    const QPoint at = anyPoint(widget);
    const int turn = pick(2) == 0 ? 120 : -120;
    note(QStringLiteral("wheel %1 on %2").arg(turn).arg(test::pathOf(widget)));
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

void Visit::drag()
{
    QWidget *widget = anyWidget([](QWidget *each) {
        return qobject_cast<QAbstractSlider *>(each) != nullptr ||
               qobject_cast<QSplitterHandle *>(each) != nullptr || each->hasMouseTracking();
    });
    if (widget == nullptr || qobject_cast<QAbstractScrollArea *>(widget->parent()) != nullptr) {
        return click();
    }
    const QPoint from = anyPoint(widget);
    const QPoint to = from + QPoint(pick(400) - 200, pick(200) - 100);
    note(QStringLiteral("drag %1 by %2, %3")
             .arg(test::pathOf(widget))
             .arg((to - from).x())
             .arg((to - from).y()));
    m_edits = true;
    const QPointer<QWidget> dragged = widget;
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    const QRect room = widget->rect(); // the harness moves within it only
    const QPoint end(std::clamp(to.x(), room.left(), room.right()),
                     std::clamp(to.y(), room.top(), room.bottom()));
    if (dragged != nullptr) {
        QTest::mouseMove(widget, end);
    }
    if (dragged != nullptr) {
        QTest::mouseRelease(widget, Qt::LeftButton, {}, end);
    }
}

void Visit::takeSize()
{
    const QSize least = top().minimumSizeHint().expandedTo(top().minimumSize());
    const QSize size(std::max(least.width(), 900 + pick(1021)),
                     std::max(least.height(), 600 + pick(481)));
    note(QStringLiteral("resize to %1x%2").arg(size.width()).arg(size.height()));
    top().resize(size.boundedTo(QSize(1920, 1080)).expandedTo(least));
}

QJsonObject Visit::scenario() const
{
    QJsonObject all;
    for (const char *key : {"name", "coupon", "users", "load", "service", "target", "thresholds",
                            "faults", "rounds", "seed", "database", "audit", "notes"}) {
        const QJsonValue value = m_session->value(QLatin1String(key));
        if (!value.isUndefined()) {
            all.insert(QLatin1String(key), value);
        }
    }
    return all;
}

void Visit::begin(int i)
{
    m_random.seed(m_seed * 1'000'003U + static_cast<quint32>(i) * 101U +
                  static_cast<quint32>(pages().indexOf(m_page)));
    m_faults.clear();
    m_edits = false;
    m_asked = 0;
    if (m_session->isRunning() && ++m_since > kRunActions) {
        m_session->stop();
    }
}

QStringList Visit::act(int i)
{
    begin(i);
    const bool always = m_page == QLatin1String("during");
    const QJsonObject before = scenario();
    const QString opened = m_session->presetId() + m_session->filePath();
    const bool hadWork = m_session->hasWorkToLose();
    const bool ran = m_session->isRunning();
    const Language language = currentLanguage();
    const double factor = textFactor();
    const ThemeMode theme = window().theme();
    UiCost::restart();
    const int kind = pick(100);
    if (i % 6 == 5) {
        note(QStringLiteral("back to the page"));
        goHome();
    } else if (m_session->mayRun() && (always ? i % 4 == 0 : kind >= 97)) {
        note(QStringLiteral("run"));
        m_session->run();
    } else if (kind < 50) {
        click();
    } else if (kind < 62) {
        type();
    } else if (kind < 78) {
        press();
    } else if (kind < 86) {
        takeSize();
    } else if (kind < 92) {
        wheel();
    } else {
        drag();
    }
    QTest::qWait(m_session->isRunning() ? pick(20) : 1);
    const auto asks = [] {
        QWidget *popup = QApplication::activePopupWidget();
        return popup != nullptr ? popup : QApplication::activeModalWidget();
    };
    if (!QTest::qWaitFor([&asks] { return asks() == nullptr; }, kAnswerMs)) {
        m_faults << QStringLiteral("%1 stays").arg(test::pathOf(asks()));
        asks()->close();
    }
    for (int pass = 0; pass < kPasses; ++pass) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    const double longest = UiCost::longestMs();
    const bool restyles = currentLanguage() != language || window().theme() != theme;
    if (!restyles && textFactor() != factor) {
        m_slowestSize = std::max(m_slowestSize, longest);
    }
    if (longest > (restyles ? kRestyleMs : kLongestMs)) {
        m_faults << QStringLiteral("an event took %1 ms").arg(longest, 0, 'f', 0);
    }
    double &slowest = restyles ? m_slowestStyle : m_slowest;
    slowest = std::max(slowest, longest);
    const QJsonObject after = scenario();
    const bool other = m_session->presetId() + m_session->filePath() != opened;
    if (after != before && (!m_edits || (ran && m_session->isRunning()))) {
        m_faults << QStringLiteral("the scenario is another one");
    }
    if (other && hadWork && m_asked == 0) {
        m_faults << QStringLiteral("changes went without a question");
    }
    if (after != before && !other && !m_session->isRunning() && !m_session->canUndo() &&
        m_session->isChanged()) {
        m_faults << QStringLiteral("the change cannot be taken back");
    }
    look(i % kTextsEvery == 0);
    if (i % kStepsEvery == kStepsEvery - 1) {
        lookAtSteps();
    }
    return m_faults;
}

QStringList Visit::finish()
{
    m_faults.clear();
    m_done = QStringLiteral("the end");
    if (m_session->isRunning()) {
        m_session->stop();
        m_session->stop();
    }
    if (!QTest::qWaitFor([this] { return !m_session->isRunning(); }, kEndMs)) {
        m_faults << QStringLiteral("the run does not end");
    }
    window().demo().close();
    window().stage().leave();
    window().showPage(Page::Live);
    window().replay().finish();
    QTest::qWait(1);
    look(true);
    lookAtSteps();
    return m_faults;
}

void Visit::look(bool texts)
{
    m_faults << warnings();
    warnings().clear();
    lookAtForm();
    lookAtPlaces();
    lookAtFigures();
    if (texts) {
        lookAtTexts();
    }
}

void Visit::lookAtForm()
{
    const auto fields =
        window().findChild<QWidget *>(QStringLiteral("form"))->findChildren<QWidget *>();
    for (const QWidget *each : fields) {
        const QJsonValue value =
            each->isVisible() ? m_session->value(each->objectName()) : QJsonValue();
        QString shown;
        bool same = true;
        if (const auto *line = qobject_cast<const QLineEdit *>(each); line && value.isDouble()) {
            shown = line->text();
            same = QString(shown).remove(u',').trimmed().toDouble() == value.toDouble();
        } else if (line != nullptr && value.isString()) {
            shown = line->text();
            same = shown == value.toString();
        } else if (const auto *box = qobject_cast<const QComboBox *>(each);
                   box && value.isString()) {
            shown = box->currentData().toString();
            same = shown == value.toString() || box->currentIndex() < 0;
        }
        if (!same) {
            m_faults << QStringLiteral("%1 shows \"%2\" for \"%3\"")
                            .arg(each->objectName(), shown, value.toVariant().toString());
        }
    }
}

void Visit::lookAtTexts()
{
    static const QRegularExpression wrong(
        QStringLiteral("%\\d|%n|%L\\d|\\b[nN]a[nN]\\b|\\binf\\b|(?<![\\w.–])[-−]0(?![\\w.:,])|"
                       "[-−]\\d[\\d.,]* (ms|s|min) left"));
    const auto shown = test::textsOf(top());
    for (const test::ShownText &each : shown) {
        if (each.widget->isVisible() && each.text.contains(wrong)) {
            m_faults << QStringLiteral("%1 says \"%2\"").arg(test::pathOf(each.widget), each.text);
        }
    }
}

/// What stays where it cannot be seen whole: a layout may need another event to come to rest.
void Visit::lookAtPlaces()
{
    constexpr int kRestMs = 100;
    if (!misplaced().isEmpty()) {
        QTest::qWait(kRestMs);
        m_faults << misplaced();
    }
}

QStringList Visit::misplaced() const
{
    QStringList faults;
    const auto all = top().findChildren<QWidget *>();
    for (const QWidget *each : all) {
        const QWidget *parent = each->parentWidget();
        if (!each->isVisible() || each->isWindow() || each->window() != &top() ||
            each->size().isEmpty() ||
            qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()) != nullptr) {
            continue; // what can be scrolled into view is not lost
        }
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(each->geometry())) {
            const QRect at = each->geometry();
            faults << QStringLiteral("%1 at %2,%3 %4x%5 is outside of %6x%7")
                          .arg(test::pathOf(each))
                          .arg(at.x())
                          .arg(at.y())
                          .arg(at.width())
                          .arg(at.height())
                          .arg(parent->width())
                          .arg(parent->height());
        }
    }
    return faults;
}

void Visit::lookAtFigures()
{
    const auto record = m_session->record();
    if (m_session->isRunning() || !record || window().page() != Page::Live ||
        !window().replay().isAtEnd()) {
        return;
    }
    const auto *tile = window().findChild<Tile *>(QStringLiteral("tileIssued"));
    if (tile == nullptr || !tile->isVisible()) {
        return;
    }
    const auto told = [&record](Outcome outcome) {
        return text::count(static_cast<std::int64_t>(record->outcomes.of(outcome)));
    };
    const QString figure = tile->findChild<QLabel *>(QStringLiteral("figure"))->text();
    if (figure != told(Outcome::Issued)) {
        m_faults << QStringLiteral("the tile says %1 issued, the record %2")
                        .arg(figure, told(Outcome::Issued));
    }
    const auto *answers = window().findChild<AnswerModel *>();
    for (int row = 0; row < answers->rowCount(); ++row) {
        const QString meaning = answers->index(row, AnswerModel::Meaning).data().toString();
        const QString count = answers->index(row, AnswerModel::Count).data().toString();
        const bool agrees =
            std::any_of(kAllOutcomes.begin(), kAllOutcomes.end(), [&](Outcome outcome) {
                return meaning.endsWith(outcomeName(outcome)) && told(outcome) == count;
            });
        if (!agrees) {
            m_faults << QStringLiteral("the answers say %1 of %2").arg(count, meaning);
        }
    }
}

void Visit::lookAtSteps()
{
    if (m_session->isRunning()) {
        return;
    }
    const QJsonObject last = scenario();
    int steps = 0;
    while (m_session->canUndo()) {
        m_session->undo();
        ++steps;
    }
    if (m_session->isChanged()) {
        m_faults << QStringLiteral("after all steps back it is not what was opened");
    }
    for (int i = 0; i < steps; ++i) {
        m_session->redo();
    }
    if (scenario() != last) {
        m_faults << QStringLiteral("%1 steps back and again make another scenario").arg(steps);
    }
    QCoreApplication::processEvents();
    lookAtForm();
    m_faults << warnings();
    warnings().clear();
}

/// Makes a visit, says what was wrong, and returns how many faults there were.
int visit(const QString &page, quint32 seed, int count, bool speaks)
{
    QTextStream out(stdout);
    QElapsedTimer taken;
    taken.start();
    Visit visit(page, seed, speaks);
    int faults = 0;
    for (int i = 0; i <= count; ++i) {
        const QStringList found = i < count ? visit.act(i) : visit.finish();
        for (const QString &fault : found) {
            ++faults;
            out << page << ", action " << i << ", " << visit.done() << ": " << fault
                << "\n    again: --seed " << seed << " --page " << page << " --until " << i + 1
                << Qt::endl;
        }
    }
    out << page << ", seed " << seed << ": " << count << " actions, " << visit.runs()
        << " runs, longest event " << visit.slowest() << ", " << faults << " faults, "
        << taken.elapsed() / 1000 << " s" << Qt::endl;
    return faults;
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home; // whatever is written goes there
    for (const char *name : {"HOME", "STAMPEDE_DATA_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                             "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(name, home.path().toLocal8Bit());
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // which opens no link
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const MeasuredApplication application(argc, argv);
    QDir::setCurrent(home.path());
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("Actions a page."),
                                   QStringLiteral("N"), QStringLiteral("500"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of the actions."),
                                  QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption page(QStringLiteral("page"),
                                  QStringLiteral("Only this one: ") + pages().join(u' '),
                                  QStringLiteral("P"));
    const QCommandLineOption until(QStringLiteral("until"),
                                   QStringLiteral("Only so many, and say each."),
                                   QStringLiteral("N"));
    parser.addOptions({count, seed, page, until});
    parser.process(application);
    qInstallMessageHandler(keepWarning);
    const bool speaks = parser.isSet(until);
    const int actions = parser.value(speaks ? until : count).toInt();
    int faults = 0;
    for (const QString &each : parser.isSet(page) ? parser.values(page) : pages()) {
        faults += visit(each, parser.value(seed).toUInt(), actions, speaks);
    }
    return faults == 0 ? 0 : 1;
}
