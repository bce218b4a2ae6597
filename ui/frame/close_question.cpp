#include "ui/frame/close_question.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace stampede {

namespace {

struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

CloseAnswer askAboutTheRun(const RunProgress &progress, QWidget *window)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    QMessageBox question(window);
    question.setText(
        progress.planned > 0
            ? CloseQuestion::tr("A run is going on (%1 of %2 requests).")
                  .arg(text::count(done), text::count(progress.planned))
            : CloseQuestion::tr("A run is going on (%1 requests).").arg(text::count(done)));
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
