// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace stampede {

/// One thing, one word: what the interface says and what it means by it.
struct Word
{
    QString say;
    QString meaning;
};

/// In the order of the work.
QList<Word> words();

} // namespace stampede
