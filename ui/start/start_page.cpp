// SPDX-License-Identifier: MIT
#include "ui/start/start_page.h"

#include "archive/archive_worker.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "ui/look/type.h"
#include "ui/widgets/door_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QResizeEvent>
#include <QShortcut>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kFileRole = Qt::UserRole + 1;
constexpr qsizetype kMostRows = 5;
constexpr int kRowHeight = 30;
constexpr int kMostWidth = 1120;
constexpr int kBesideFrom = 760;
constexpr qreal kSentence = 1.5;

/// The presets that stand under the files: what one begins with.
constexpr std::initializer_list<const char *> kFirstPresets = {"hundred-users", "quiet-damage",
                                                               "flash-sale"};

QListWidgetItem *addRow(QListWidget &list, const QString &words, const QString &id)
{
    auto *item = new QListWidgetItem(words, &list);
    item->setData(kIdRole, id);
    item->setSizeHint({0, kRowHeight});
    return item;
}

void fitRows(QListWidget &list)
{
    list.setFixedHeight(std::max(1, list.count()) * kRowHeight + 4);
}

} // namespace

StartPage::StartPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_sentence(new QLabel(tr("Stampede sends a crowd after a limited coupon, shows live who gets "
                               "what, and then proves from the database whether stock, rows and "
                               "answers agree."),
                            this))
    , m_doors(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_demo(new DoorButton(tr("See what a race is"), this))
    , m_service(new DoorButton(tr("Test my own service"), this))
    , m_import(new DoorButton(tr("Load a run of another tool"), this))
    , m_key(mutedLabel({}, this))
    , m_scenarios(makeList(QStringLiteral("startScenarios"), tr("Scenarios")))
    , m_runs(makeList(QStringLiteral("startRuns"), tr("Recent runs")))
    , m_noRuns(mutedLabel(tr("Every run is kept here until you delete it."), this))
{
    m_sentence->setObjectName(QStringLiteral("startSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setFont(headingFont(font(), kSentence));
    m_demo->setObjectName(QStringLiteral("doorDemo"));
    m_demo->setIconName(QStringLiteral("run"));
    m_demo->setSentence(tr("A guided demo of five steps on a private MariaDB. Nothing of yours is "
                           "touched."));
    m_service->setObjectName(QStringLiteral("doorService"));
    m_service->setIconName(QStringLiteral("stampede"));
    m_service->setSentence(tr("Paste one request, say what its answers mean, connect its database "
                              "to look, send the crowd."));
    m_import->setObjectName(QStringLiteral("doorImport"));
    m_import->setIconName(QStringLiteral("report"));
    m_import->setSentence(
        tr("k6, JMeter, vegeta: the run that you have is held against the rows."));
    m_key->setObjectName(QStringLiteral("startKey"));
    m_doors->setSpacing(12);
    for (DoorButton *door : {m_demo, m_service, m_import}) {
        m_doors->addWidget(door, 1);
    }
    auto *content = new QWidget;
    m_inner = new QWidget(content);
    auto *column = new QVBoxLayout(m_inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(18);
    column->addWidget(m_sentence);
    column->addLayout(m_doors);
    column->addWidget(m_key);
    column->addWidget(makeLists());
    column->addStretch(1);
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(24, 24, 24, 16);
    middle->addStretch(1);
    middle->addWidget(m_inner, 1000); // all of the room, up to its most
    middle->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scrolling(content, this));
    connect(m_demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(m_service, &QPushButton::clicked, this, &StartPage::serviceRequested);
    connect(m_import, &QPushButton::clicked, this, &StartPage::importRequested);
    connect(&m_session, &Session::scenarioChanged, this, &StartPage::refresh);
    connect(&m_session, &Session::runStarted, this, &StartPage::refresh);
    connect(&m_session, &Session::runEnded, this, &StartPage::refresh);
    if (m_session.archive() != nullptr) {
        connect(m_session.archive(), &ArchiveWorker::listed, this, &StartPage::showRuns);
    }
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this,
            [this] { Q_EMIT pasted(QApplication::clipboard()->text()); });
    setRecentFiles({});
    showRuns({});
    refresh();
}

QListWidget *StartPage::makeList(const QString &name, const QString &accessible)
{
    auto *list = new QListWidget(this);
    list->setObjectName(name);
    list->setAccessibleName(accessible);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setUniformItemSizes(true);
    const auto take = [this, list](const QListWidgetItem *item) {
        if (item == nullptr) {
            return;
        }
        const QString id = item->data(kIdRole).toString();
        if (list == m_runs) {
            Q_EMIT runRequested(id);
        } else if (item->data(kFileRole).toBool()) {
            Q_EMIT fileRequested(id);
        } else {
            Q_EMIT presetRequested(id);
        }
    };
    connect(list, &QListWidget::itemClicked, this, take);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), list);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [take, list] { take(list->currentItem()); });
    }
    return list;
}

QWidget *StartPage::makeLists()
{
    auto *lists = new QWidget(this);
    auto *row = new QHBoxLayout(lists);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const auto addCard = [&](std::initializer_list<QWidget *> widgets) {
        auto *card = new QFrame(lists);
        card->setProperty("card", true);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(12, 10, 12, 10);
        for (QWidget *widget : widgets) {
            column->addWidget(widget);
        }
        column->addStretch(1);
        row->addWidget(card, 1);
    };
    addCard({headingLabel(m_scenarios->accessibleName(), lists), m_scenarios});
    addCard({headingLabel(m_runs->accessibleName(), lists), m_noRuns, m_runs});
    return lists;
}

void StartPage::setRecentFiles(const QStringList &files)
{
    m_scenarios->clear();
    for (const QString &file : files.mid(0, kMostRows - 2)) {
        QString name = QFileInfo(file).fileName();
        name.remove(QStringLiteral(".stampede.json"));
        QListWidgetItem *item = addRow(*m_scenarios, name, file);
        item->setData(kFileRole, true);
        item->setToolTip(QDir::toNativeSeparators(file));
    }
    const auto &known = presets();
    for (const char *id : kFirstPresets) {
        const auto preset = std::find_if(known.begin(), known.end(), [id](const Preset &each) {
            return each.id == QLatin1String(id);
        });
        if (preset != known.end() && m_scenarios->count() < kMostRows) {
            addRow(*m_scenarios, preset->title, preset->id)->setToolTip(preset->story);
        }
    }
    fitRows(*m_scenarios);
}

void StartPage::showRuns(const QList<RunSummary> &runs)
{
    m_runs->clear();
    for (const RunSummary &run : runs.mid(0, kMostRows)) {
        const QString when = QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
        addRow(*m_runs,
               QStringList{when, shownName(run.title()), shortVerdict(run)}.join(
                   QStringLiteral(" · ")),
               run.id);
    }
    fitRows(*m_runs);
    m_runs->setVisible(m_runs->count() > 0);
    m_noRuns->setVisible(m_runs->count() == 0);
}

void StartPage::refresh()
{
    const bool idle = !m_session.isRunning();
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_demo, m_service, m_import, m_scenarios, m_runs}) {
        each->setEnabled(idle);
    }
    const QString name = shownName(m_session.value(QStringLiteral("name")).toString());
    m_key->setText(tr("Ctrl+R runs \"%1\", the scenario that is open.").arg(name));
    m_key->setVisible(m_session.mayRun());
}

void StartPage::retheme()
{
    for (DoorButton *door : {m_demo, m_service, m_import}) {
        door->retheme();
    }
    m_sentence->setFont(headingFont(font(), kSentence));
}

void StartPage::takeFocus()
{
    m_service->setFocus(Qt::OtherFocusReason);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const double factor = std::max(1.0, textFactor());
    m_doors->setDirection(event->size().width() < kBesideFrom * factor ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight);
    m_inner->setMaximumWidth(qRound(kMostWidth * factor));
}

} // namespace stampede
