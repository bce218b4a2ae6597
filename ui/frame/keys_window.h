// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QTableWidget;

namespace stampede {

/// Every key of the window and every word of the interface, with a field that searches both.
class KeysWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit KeysWindow(QWidget *parent = nullptr);

private:
    void fillKeys();
    void fillWords();
    void filter(const QString &wanted);

    QLineEdit *m_search;
    QTableWidget *m_keys;
    QTableWidget *m_words;
};

} // namespace stampede
