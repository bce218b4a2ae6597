#include "ui/frame/close_question.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace stampede {

namespace {

struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

QString sentenceOf(const RunProgress &progress)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    return progress.planned > 0
               ? CloseQuestion::tr("A run is going on (%1 of %2 requests).")
                     .arg(text::count(done), text::count(progress.planned))
               : CloseQuestion::tr("A run is going on (%1 requests).").arg(text::count(done));
}

} // namespace

CloseAnswer askAboutTheRun(const std::function<std::optional<RunProgress>()> &progress,
                           QWidget *window)
{
    constexpr std::chrono::milliseconds kLookEvery(100);
    QMessageBox question(window);
    QTimer look;
    const auto say = [&question, &progress] {
        if (const auto now = progress()) {
            question.setText(sentenceOf(*now));
        } else {
            question.done(QMessageBox::Rejected);
        }
    };
    QObject::connect(&look, &QTimer::timeout, &question, say);
    look.start(kLookEvery);
    say();
    QAbstractButton *audit =
        question.addButton(CloseQuestion::tr("Stop and audit"), QMessageBox::AcceptRole);
    QAbstractButton *now =
        question.addButton(CloseQuestion::tr("Stop now"), QMessageBox::DestructiveRole);
    question.addButton(CloseQuestion::tr("Keep running"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() == audit) {
        return CloseAnswer::StopAndAudit;
    }
    return question.clickedButton() == now ? CloseAnswer::StopNow : CloseAnswer::KeepRunning;
}

} // namespace stampede
