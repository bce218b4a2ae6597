// SPDX-License-Identifier: MIT
#include "app/screenshots.h"

#include "app/cli_commands.h"
#include "files/output_file.h"
#include "files/report_mark.h"
#include "ui/hot_row/race_card.h"
#include "ui/hot_row/row_chart.h"
#include "ui/interleave/interleave_page.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>

#include <algorithm>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kLookInterval{20};
constexpr std::chrono::milliseconds kLongestWait{10'000};
constexpr int kRestMs = 60;

/// As long as that is so, within bounds; the window goes on.
template<typename IsSo>
void waitWhile(const IsSo &isSo)
{
    const QDeadlineTimer deadline(kLongestWait);
    while (isSo() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
}

/// Until nothing on the page says that it is busy with something that will show, and its layouts
/// rest.
void waitForPage(const QWidget &window)
{
    const QDeadlineTimer deadline(kLongestWait);
    bool busy = true;
    while (busy && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents,
                                        static_cast<int>(kLookInterval.count()));
        const auto widgets = window.findChildren<QWidget *>();
        busy = std::any_of(widgets.begin(), widgets.end(), [](const QWidget *widget) {
            return widget->isVisible() && widget->property("busy").toBool();
        });
    }
    // Layouts just shown ask each other again and again, an event each.
    const QDeadlineTimer rest(kRestMs);
    while (!rest.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, kRestMs);
    }
}

constexpr std::pair<Page, const char *> kPages[] = {
    {Page::Scenario, "scenario.png"}, {Page::Live, "live.png"},
    {Page::HotRow, "hot-row.png"},    {Page::Interleavings, "interleavings.png"},
    {Page::Audit, "audit.png"},       {Page::Report, "report.png"},
    {Page::Runs, "runs.png"},
};
constexpr auto kDuring = "live-during.png";

} // namespace

Result<void, QString> writePicture(const QPixmap &picture, const QString &path)
{
    QImage image = picture.toImage();
    image.setText(QLatin1String(kPictureKey), QLatin1String(kPictureMark));
    return writeOutput(path, [&image](QIODevice &file) { return image.save(&file, "PNG"); });
}

QStringList Screenshots::names()
{
    QStringList names = {QLatin1String(kDuring), QStringLiteral("audit-why.png"),
                         QStringLiteral("audit-evidence.png"), QStringLiteral("race.png")};
    for (const auto &[page, name] : kPages) {
        names << QLatin1String(name);
    }
    return names;
}

Screenshots::Screenshots(Session &session, const WindowController &controller,
                         const QString &folder)
    : m_session(session)
    , m_controller(controller)
    , m_folder(folder)
{}

bool Screenshots::takePages()
{
    for (const auto &[page, name] : kPages) {
        m_controller.window().showPage(page);
        waitForPage(m_controller.window());
        if (page == Page::HotRow && !takeRace()) {
            return false;
        }
        if (page == Page::Interleavings) {
            carryOutOrders();
        }
        if (!write(m_controller.window().grab(), QString::fromLatin1(name))) {
            return false;
        }
    }
    if (m_session.record() == nullptr) {
        return true;
    }
    for (const auto &[tab, name] :
         {std::pair(1, "audit-why.png"), std::pair(2, "audit-evidence.png")}) {
        m_controller.window().showAuditTab(tab);
        waitForPage(m_controller.window());
        if (!write(m_controller.window().grab(), QString::fromLatin1(name))) {
            return false;
        }
    }
    m_controller.window().showAuditTab(0);
    return true;
}

/// Every order of the service that was tested, where it is ours.
void Screenshots::carryOutOrders()
{
    const auto record = m_session.record();
    auto *page = m_controller.window().findChild<InterleavePage *>();
    if (!record || record->scenario.target.kind != TargetKind::InProcess || page == nullptr) {
        return;
    }
    page->prove(record->scenario.service);
    waitWhile([page] { return page->isBusy(); });
    waitForPage(m_controller.window());
}

bool Screenshots::takeRace()
{
    const auto record = m_session.record();
    if (!record || !record->history || record->history->empty()) {
        return true;
    }
    // The picture is made in another thread.
    const auto *chart = m_controller.window().findChild<RowChart *>();
    waitWhile([chart] { return chart->scene() == nullptr; });
    const auto scene = chart->scene();
    if (scene == nullptr || scene->pairs.empty()) {
        return true;
    }
    return write(QPixmap::fromImage(raceCard(*record, raceOf(*scene, 0), Theme::current())),
                 QStringLiteral("race.png"));
}

void Screenshots::watchRun()
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::look);
    connect(&m_session, &Session::runStarted, this, [this] { m_timer.start(kLookInterval); });
    connect(&m_session, &Session::phaseChanged, this, [this](Phase phase) {
        if (phase == Phase::Settle) {
            look(); // at least one, also of a load too short for a look in its middle
            m_timer.stop();
        }
    });
}

void Screenshots::look()
{
    const RunProgress progress = m_session.progress();
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    if (m_final || progress.phase < Phase::Run || done == 0) {
        return;
    }
    const std::int64_t lengthNs = m_session.activeScenario().load.duration.count();
    m_final = progress.planned > 0 ? 2 * done >= progress.planned
                                   : 2 * progress.live.elapsedNs >= lengthNs;
    if (m_final || m_during.isNull()) { // a picture costs the window time
        m_controller.window().takeSample();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_during = m_controller.window().grab();
    }
}

bool Screenshots::writeDuring()
{
    return m_during.isNull() || write(m_during, QLatin1String(kDuring));
}

bool Screenshots::write(const QPixmap &picture, const QString &name)
{
    const auto written = writePicture(picture, QDir(m_folder).filePath(name));
    if (!written) {
        printError(written.error());
    }
    return written.ok();
}

} // namespace stampede
