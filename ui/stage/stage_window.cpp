// SPDX-License-Identifier: MIT
#include "ui/stage/stage_window.h"

#include "ui/charts/barcode.h"
#include "ui/demo/demo.h"
#include "ui/hot_row/row_chart.h"
#include "ui/stage/keep_awake.h"
#include "ui/stage/run_comparison_view.h"
#include "ui/stage/stage_font.h"
#include "ui/stage/stage_story.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kMouseRests{2000};
constexpr qreal kFactorStep = 1.1;
constexpr int kMargin = 64;
constexpr qreal kUsualWidth = 1700; ///< px; from there on the sizes are those of stage_font.h

enum Layer
{
    kContent,
    kTruth,
    kBlack
};

QLabel *labelOf(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

} // namespace

StageWindow::StageWindow(Session &session, Replay &replay, Demo &demo)
    : m_session(session)
    , m_replay(replay)
    , m_demo(demo)
    , m_stack(new QStackedLayout(this))
    , m_title(labelOf("stageTitle", this))
    , m_protections(labelOf("stageProtections", this))
    , m_charts(new QStackedLayout)
    , m_barcode(new Barcode(this))
    , m_story(new StageStory(this))
    , m_hotRow(new RowChart(this))
    , m_mark(labelOf("stageMark", this))
    , m_sentence(labelOf("stageSentence", this))
    , m_truth(new RunComparisonView)
{
    setWindowTitle(tr("Stampede on stage"));
    setObjectName(QStringLiteral("stage"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *truth = new QWidget(this);
    auto *truthColumn = new QVBoxLayout(truth);
    truthColumn->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    truthColumn->addWidget(m_truth);
    auto *black = new QWidget(this);
    black->setAutoFillBackground(true);
    black->setPalette(QPalette(Qt::black));
    m_stack->addWidget(makeContent());
    m_stack->addWidget(truth);
    m_stack->addWidget(black);
    const auto inside = findChildren<QWidget *>();
    for (QWidget *each : inside) { // the mouse, keys and focus are the stage's own
        each->setAttribute(Qt::WA_TransparentForMouseEvents);
        each->setFocusPolicy(Qt::NoFocus);
    }
    m_mouse.setSingleShot(true);
    connect(&m_mouse, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    connect(&m_session, &Session::runStarted, this, &StageWindow::beginRun);
    connect(&m_session, &Session::runEnded, this, &StageWindow::update);
    connect(&m_session, &Session::recordChanged, this, &StageWindow::takeRecord);
    connect(&m_session, &Session::scenarioChanged, this, &StageWindow::update);
    connect(&m_demo, &Demo::changed, this, &StageWindow::changeStep);
    connect(&m_replay, &Replay::moved, this, &StageWindow::follow);
    connect(&m_replay, &Replay::stateChanged, this, &StageWindow::follow);
    applyFonts();
}

StageWindow::~StageWindow() = default;

QWidget *StageWindow::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, 48, kMargin, 48);
    column->setSpacing(32);
    auto *head = new QHBoxLayout;
    head->setSpacing(32);
    head->addWidget(m_title, 1);
    head->addWidget(m_protections);
    column->addLayout(head);
    column->addLayout(makeFigures());
    m_charts->addWidget(m_barcode);
    m_charts->addWidget(m_story);
    m_hotRow->hideScrollBar();
    m_charts->addWidget(m_hotRow);
    column->addLayout(m_charts, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(24);
    m_sentence->setWordWrap(true);
    foot->addWidget(m_mark, 0, Qt::AlignTop);
    foot->addWidget(m_sentence, 1);
    column->addLayout(foot);
    return content;
}

QLayout *StageWindow::makeFigures()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        FigureLabels &labels = m_figures[i];
        labels.figure = labelOf("stageFigure", this);
        labels.figure->setObjectName(QStringLiteral("stageFigure%1").arg(i + 1));
        labels.caption = labelOf("stageCaption", this);
        labels.caption->setProperty("muted", true);
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(labels.figure);
        column->addWidget(labels.caption);
        row->addLayout(column, 1);
    }
    return row;
}

void StageWindow::applyFonts()
{
    // On a smaller screen the letters are smaller, so that as many words fit: a wall is a wall.
    const qreal factor = m_factor * std::min<qreal>(1, width() / kUsualWidth);
    const auto size = [this, factor](QWidget *widget, qreal points, int weight = QFont::Normal) {
        widget->setFont(stageFont(font(), points * factor, weight));
    };
    size(m_title, stage::kHeadline, QFont::DemiBold);
    size(m_protections, stage::kCaption);
    for (const FigureLabels &labels : m_figures) {
        size(labels.figure, stage::kFigure, QFont::DemiBold);
        size(labels.caption, stage::kCaption);
    }
    size(m_sentence, stage::kHeadline);
    // Charts write along their axes smaller than their font.
    size(m_barcode, stage::kCaption);
    size(m_story, stage::kCaption);
    const auto insideStory = m_story->findChildren<QWidget *>();
    for (QWidget *each : insideStory) { // a style sheet hands no font on
        size(each, stage::kCaption);
    }
    m_hotRow->setTextFactor(factor * stage::kCaption / m_hotRow->font().pointSizeF());
    m_truth->setTextFactor(m_factor);
}

void StageWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyFonts();
}

void StageWindow::enter(const QWidget &window)
{
    m_awake = std::make_unique<KeepAwake>();
    m_ran = false;
    setGeometry(window.screen()->geometry());
    showFullScreen();
    applyFonts(); // a theme that came before the stage was ever shown has taken them away
    activateWindow();
    setFocus();
    restMouse();
    m_record.reset();
    takeRecord();
    changeStep();
}

void StageWindow::leave()
{
    if (isVisible()) {
        setBlack(false);
        hide();
        m_awake.reset();
        Q_EMIT done();
    }
}

void StageWindow::closeEvent(QCloseEvent *event)
{
    leave();
    event->accept();
}

void StageWindow::showTruth(const std::shared_ptr<const RunRecord> &first,
                            const std::shared_ptr<const RunRecord> &second)
{
    m_truth->setRecords(first, second);
    m_showsTruth = true;
    update();
}

bool StageWindow::isBlack() const
{
    return m_stack->currentIndex() == kBlack;
}

void StageWindow::setBlack(bool black)
{
    m_stack->setCurrentIndex(black ? kBlack : (m_showsTruth ? kTruth : kContent));
}

void StageWindow::setFactor(qreal factor)
{
    m_factor = std::clamp(factor, kLeastFactor, kMostFactor);
    applyFonts();
    update();
}

void StageWindow::goOn()
{
    if (m_demo.isOpen()) {
        m_demo.goOn();
    } else if (m_replay.isPlaying()) {
        m_replay.hold();
    } else if (m_replay.isPossible() && !m_replay.isAtEnd()) {
        m_replay.play();
    } else {
        m_session.run();
    }
}

void StageWindow::goBack()
{
    if (m_demo.isOpen()) {
        m_demo.goBack();
    } else {
        m_replay.playWithin(kReplayLength);
    }
}

void StageWindow::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isPlain = !control && !event->isAutoRepeat();
    const int key = event->key();
    if (key == Qt::Key_Escape || key == Qt::Key_F11) {
        leave();
    } else if (isBlack()) { // whatever it is, there is light again first
        setBlack(false);
        update();
    } else if (control && (key == Qt::Key_Plus || key == Qt::Key_Equal)) {
        setFactor(m_factor * kFactorStep);
    } else if (control && key == Qt::Key_Minus) {
        setFactor(m_factor / kFactorStep);
    } else if (control && key == Qt::Key_0) {
        setFactor(1);
    } else if (isPlain && (key == Qt::Key_Space || key == Qt::Key_PageDown)) {
        goOn();
    } else if (isPlain && key == Qt::Key_PageUp) {
        goBack();
    } else if (isPlain && key == Qt::Key_R && m_demo.isOpen()) {
        m_demo.run();
    } else if (isPlain && key == Qt::Key_C) {
        nextChart();
    } else if (isPlain && key == Qt::Key_B) {
        setBlack(true);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void StageWindow::mouseMoveEvent(QMouseEvent *event)
{
    QWidget::mouseMoveEvent(event);
    restMouse();
}

void StageWindow::restMouse()
{
    unsetCursor();
    m_mouse.start(kMouseRests);
}

void StageWindow::retheme()
{
    m_barcode->retheme();
    m_story->retheme();
    m_hotRow->retheme();
    m_truth->retheme();
    update();
}

} // namespace stampede
