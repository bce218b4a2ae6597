// SPDX-License-Identifier: MIT
#include "ui/scenario/note_list.h"

#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kMark = 16;

QPixmap markOf(NoteList::Kind kind, qreal ratio)
{
    const Theme &theme = Theme::current();
    switch (kind) {
    case NoteList::Kind::Remark:
        return themedPixmap(QStringLiteral("info"), theme.muted, kMark, ratio);
    case NoteList::Kind::Damage:
        return themedPixmap(QStringLiteral("warning"), theme.warning, kMark, ratio);
    case NoteList::Kind::Impossible:
        return themedPixmap(QStringLiteral("cross"), theme.damage, kMark, ratio);
    }
    return {};
}

} // namespace

NoteList::NoteList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

void NoteList::addLine()
{
    Line line{new QWidget(this), nullptr, nullptr};
    line.mark = new QLabel(line.widget);
    line.mark->setFixedWidth(kMark + 8);
    line.mark->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    line.words = new QLabel(line.widget);
    line.words->setWordWrap(true);
    line.words->setTextFormat(Qt::PlainText);
    line.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(line.mark, 0, Qt::AlignTop);
    row->addWidget(line.words, 1);
    m_column->addWidget(line.widget);
    m_lines.push_back(line);
}

void NoteList::show(const std::vector<Note> &notes)
{
    while (m_lines.size() < notes.size()) {
        addLine();
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        line.widget->setVisible(i < notes.size());
        if (i < notes.size()) {
            line.mark->setPixmap(markOf(notes[i].kind, devicePixelRatioF()));
            line.words->setText(notes[i].words);
        }
    }
}

QString NoteList::words() const
{
    QStringList all;
    for (const Line &line : m_lines) {
        if (!line.widget->isHidden()) {
            all << line.words->text();
        }
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace stampede
