// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace stampede {

/// What becomes of an export: one line of progress, then a line for each file with what can be done
/// with it. Hidden while there is nothing to say.
class ExportLine final : public QFrame
{
    Q_OBJECT

public:
    explicit ExportLine(QWidget *parent = nullptr);

    void showProgress(int index, int count, const QString &file);
    void showFiles(const QStringList &files, const QString &error);

private:
    void addFile(const QString &path);

    QLabel *m_words;
    QProgressBar *m_bar;
    QVBoxLayout *m_files;
    QWidget *m_progress;
};

} // namespace stampede
