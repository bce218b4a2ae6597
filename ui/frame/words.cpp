// SPDX-License-Identifier: MIT
#include "ui/frame/words.h"

#include <QCoreApplication>

#include <array>

namespace stampede {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Entry
{
    const char *say;
    const char *meaning;
};

constexpr std::array kEntries = {
    Entry{QT_TRANSLATE_NOOP("Words", "scenario"),
          QT_TRANSLATE_NOOP("Words", "everything that defines a run")},
    Entry{QT_TRANSLATE_NOOP("Words", "run"),
          QT_TRANSLATE_NOOP("Words", "one execution of a scenario")},
    Entry{QT_TRANSLATE_NOOP("Words", "round"),
          QT_TRANSLATE_NOOP("Words", "one of several repeats within a run")},
    Entry{QT_TRANSLATE_NOOP("Words", "request, answer"),
          QT_TRANSLATE_NOOP("Words", "what a virtual user sends, and gets")},
    Entry{QT_TRANSLATE_NOOP("Words", "person, user 41"), QT_TRANSLATE_NOOP("Words", "who asks")},
    Entry{QT_TRANSLATE_NOOP("Words", "issued"),
          QT_TRANSLATE_NOOP("Words", "the answer \"you have it\"")},
    Entry{QT_TRANSLATE_NOOP("Words", "already issued (409)"),
          QT_TRANSLATE_NOOP("Words", "the answer \"you had it before\"")},
    Entry{QT_TRANSLATE_NOOP("Words", "out of stock (400)"),
          QT_TRANSLATE_NOOP("Words", "the answer \"none left\"")},
    Entry{QT_TRANSLATE_NOOP("Words", "sold out"),
          QT_TRANSLATE_NOOP("Words", "the moment when the last one went")},
    Entry{
        QT_TRANSLATE_NOOP("Words", "contention (503)"),
        QT_TRANSLATE_NOOP("Words", "the database broke off, retries ran out, nothing was issued")},
    Entry{QT_TRANSLATE_NOOP("Words", "server error (500)"),
          QT_TRANSLATE_NOOP("Words", "anything else that the service admits")},
    Entry{QT_TRANSLATE_NOOP("Words", "no answer"),
          QT_TRANSLATE_NOOP("Words", "timeout, connection lost, commit in doubt")},
    Entry{QT_TRANSLATE_NOOP("Words", "not recognised"),
          QT_TRANSLATE_NOOP("Words", "an answer that no rule matches")},
    Entry{QT_TRANSLATE_NOOP("Words", "duplicate"),
          QT_TRANSLATE_NOOP("Words", "a second row for a person")},
    Entry{QT_TRANSLATE_NOOP("Words", "oversold"),
          QT_TRANSLATE_NOOP("Words", "more rows than stock")},
    Entry{QT_TRANSLATE_NOOP("Words", "lost coupon"),
          QT_TRANSLATE_NOOP("Words", "told \"issued\", no row")},
    Entry{QT_TRANSLATE_NOOP("Words", "unannounced coupon"),
          QT_TRANSLATE_NOOP("Words", "a row, but nobody was told")},
    Entry{QT_TRANSLATE_NOOP("Words", "drift"),
          QT_TRANSLATE_NOOP("Words", "stock at start − stock left − rows written")},
    Entry{QT_TRANSLATE_NOOP("Words", "hot row"),
          QT_TRANSLATE_NOOP("Words", "the coupon's row, which everyone wants")},
    Entry{QT_TRANSLATE_NOOP("Words", "protection"),
          QT_TRANSLATE_NOOP("Words", "row lock, duplicate check, unique key")},
    Entry{QT_TRANSLATE_NOOP("Words", "limit"),
          QT_TRANSLATE_NOOP("Words", "what you demand of a figure")},
    Entry{QT_TRANSLATE_NOOP("Words", "finding"),
          QT_TRANSLATE_NOOP("Words", "a check that did not hold, with its rows")},
};

} // namespace

QList<Word> words()
{
    QList<Word> all;
    for (const Entry &entry : kEntries) {
        all << Word{Words::tr(entry.say), Words::tr(entry.meaning)};
    }
    return all;
}

} // namespace stampede
