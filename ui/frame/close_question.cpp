// SPDX-License-Identifier: MIT
#include "ui/frame/close_question.h"

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

} // namespace

CloseAnswer askAboutTheRun(const std::function<std::optional<QString>()> &progress, QWidget *window)
{
    constexpr std::chrono::milliseconds kLookEvery(100);
    QMessageBox question(window);
    QTimer look;
    const auto say = [&question, &progress] {
        if (const auto now = progress()) {
            question.setText(CloseQuestion::tr("A run is going on: %1").arg(*now));
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
