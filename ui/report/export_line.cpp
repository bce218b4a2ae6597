// SPDX-License-Identifier: MIT
#include "ui/report/export_line.h"

#include "ui/widgets/elided_label.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

namespace stampede {

namespace {

constexpr int kBarWidth = 160;

} // namespace

ExportLine::ExportLine(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_files(new QVBoxLayout)
    , m_progress(new QWidget(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("exportLine"));
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setWordWrap(true);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    auto *close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    close->setMinimumSize(28, 28);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *head = new QHBoxLayout(m_progress);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_words, 1);
    head->addWidget(m_bar);
    head->addWidget(close);
    m_files->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_progress);
    column->addLayout(m_files);
    hide();
}

void ExportLine::showProgress(int index, int count, const QString &file)
{
    while (QLayoutItem *item = m_files->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_words->setText(tr("Writing %1…").arg(file));
    m_bar->setRange(0, count);
    m_bar->setValue(index);
    m_bar->show();
    show();
}

void ExportLine::showFiles(const QStringList &files, const QString &error)
{
    m_bar->hide();
    m_words->setText(
        !error.isEmpty() || files.isEmpty()
            ? error
            : tr("Exported to %1")
                  .arg(QDir::toNativeSeparators(QFileInfo(files.constFirst()).absolutePath())));
    for (const QString &file : files) {
        addFile(file);
    }
    show();
}

void ExportLine::addFile(const QString &path)
{
    const QFileInfo info(path);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(8);
    auto *name = new ElidedLabel(line);
    name->setWhole(tr("%1 (%2)").arg(info.fileName(), QLocale().formattedDataSize(info.size(), 0)));
    name->setToolTip(QDir::toNativeSeparators(path));
    auto *open = new QPushButton(tr("Open"), line);
    open->setAccessibleName(tr("Open %1").arg(info.fileName()));
    connect(open, &QPushButton::clicked, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    auto *folder = new QPushButton(tr("Show in folder"), line);
    connect(folder, &QPushButton::clicked, this,
            [info] { QDesktopServices::openUrl(QUrl::fromLocalFile(info.absolutePath())); });
    row->addWidget(name, 1);
    row->addWidget(open);
    row->addWidget(folder);
    m_files->addWidget(line);
}

} // namespace stampede
