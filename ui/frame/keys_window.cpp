// SPDX-License-Identifier: MIT
#include "ui/frame/keys_window.h"

#include "ui/frame/commands.h"
#include "ui/frame/words.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kKeysWidth = 920;
constexpr int kHeight = 640;

/// Rows as high as their words are at the width that the columns have come to; what a table works
/// out by itself leaves out the room around them.
void fitRows(QTableWidget *table)
{
    constexpr int kAround = 24;
    constexpr int kAbove = 12;
    constexpr int kEndless = 10'000;
    for (int row = 0; row < table->rowCount(); ++row) {
        int height = 0;
        for (int column = 0; column < table->columnCount(); ++column) {
            const QRect room(0, 0, table->columnWidth(column) - kAround, kEndless);
            const QRect words = table->fontMetrics().boundingRect(room, Qt::TextWordWrap,
                                                                  table->item(row, column)->text());
            height = std::max(height, words.height());
        }
        table->setRowHeight(row, height + kAbove);
    }
}

QTableWidget *quietTable(const QString &name, const QStringList &headings, QWidget *parent)
{
    auto *table = new QTableWidget(0, static_cast<int>(headings.size()), parent);
    table->setObjectName(name);
    table->setHorizontalHeaderLabels(headings);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    QObject::connect(
        table->horizontalHeader(), &QHeaderView::sectionResized, table, [table] { fitRows(table); },
        Qt::QueuedConnection);
    table->setShowGrid(false);
    table->setWordWrap(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    return table;
}

void addRow(QTableWidget *table, const QString &first, const QString &second)
{
    const int row = table->rowCount();
    table->insertRow(row);
    table->setItem(row, 0, new QTableWidgetItem(first));
    table->setItem(row, 1, new QTableWidgetItem(second));
}

void filterTable(QTableWidget *table, const QString &wanted)
{
    for (int row = 0; row < table->rowCount(); ++row) {
        const bool there = table->item(row, 0)->text().contains(wanted, Qt::CaseInsensitive) ||
                           table->item(row, 1)->text().contains(wanted, Qt::CaseInsensitive);
        table->setRowHidden(row, !there);
    }
}

QWidget *cardAround(const QString &heading, QWidget *content, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(headingLabel(heading, card));
    column->addWidget(content, 1);
    return card;
}

} // namespace

KeysWindow::KeysWindow(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_keys(quietTable(QStringLiteral("keysTable"), {tr("Key"), tr("Does")}, this))
    , m_words(quietTable(QStringLiteral("wordsTable"), {tr("Word"), tr("Means")}, this))
{
    setWindowTitle(tr("Keys and words"));
    setObjectName(QStringLiteral("keysWindow"));
    resize(kKeysWidth, kHeight);
    m_search->setObjectName(QStringLiteral("keysSearch"));
    m_search->setPlaceholderText(tr("Search keys and words…"));
    m_search->setAccessibleName(tr("Search keys and words"));
    m_search->setClearButtonEnabled(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(cardAround(tr("Keys"), m_keys, this), 1);
    row->addWidget(cardAround(tr("Words"), m_words, this), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    fillKeys();
    fillWords();
    connect(m_search, &QLineEdit::textChanged, this, &KeysWindow::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void KeysWindow::fillKeys()
{
    const QList<CommandWords> commands = Commands::all();
    for (const CommandWords &each : commands) {
        if (!each.does.isEmpty() && !each.keys.isEmpty()) {
            addRow(m_keys, each.keys.constFirst().toString(QKeySequence::NativeText), each.does);
        }
    }
}

void KeysWindow::fillWords()
{
    const QList<Word> all = words();
    for (const Word &word : all) {
        addRow(m_words, word.say, word.meaning);
    }
}

void KeysWindow::filter(const QString &wanted)
{
    filterTable(m_keys, wanted.trimmed());
    filterTable(m_words, wanted.trimmed());
}

} // namespace stampede
