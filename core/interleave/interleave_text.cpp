// SPDX-License-Identifier: MIT
#include "interleave/interleave_text.h"

#include "interleave/interleave_words.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kMostOfGroups = 8;
constexpr qsizetype kLaneWidth = 34;

QString switchesSuffice(int switches)
{
    constexpr int kTwo = 2;
    if (switches == 0) {
        return InterleaveText::tr("one after the other suffices");
    }
    if (switches == 1) {
        return InterleaveText::tr("one switch suffices");
    }
    return switches == kTwo ? InterleaveText::tr("two switches suffice")
                            : InterleaveText::tr("%1 switches suffice").arg(count(switches));
}

QString wordsOf(const OrderStep &step)
{
    QStringList words;
    for (const ExecutedStatement &statement : step.statements) {
        words << statement.words;
    }
    return words.join(QStringLiteral(", "));
}

/// "A reads 10, finds no coupon of theirs; B reads 10, …"
QString story(const Order &order)
{
    QStringList parts;
    for (qsizetype at = 0; at < order.steps.size(); ++at) {
        const OrderStep &step = order.steps[at];
        const QString words = wordsOf(step);
        if (at > 0 && order.steps[at - 1].person == step.person) {
            parts.last() += QStringLiteral(", ") + words;
        } else {
            parts << QStringLiteral("%1 %2").arg(letterOf(step.person)).arg(words);
        }
    }
    return parts.join(QStringLiteral("; "));
}

/// "90 of the 92 schedules that can happen", or of those that were drawn.
QString ofSchedules(const Interleavings &found, const QString &some)
{
    if (found.drawn && !found.stopped) {
        return InterleaveText::tr("%1 of the %2 schedules that were drawn by seed %3 (there are "
                                  "about %4)")
            .arg(some, count(found.orders.size()),
                 text::plain(static_cast<std::int64_t>(found.seed)),
                 count(std::llround(found.estimated)));
    }
    if (found.stopped) {
        return InterleaveText::tr("%1 of the %2 schedules that were carried out before it was "
                                  "stopped")
            .arg(some, count(found.orders.size()));
    }
    return InterleaveText::tr("%1 of the %2 schedules that can happen")
        .arg(some, count(found.orders.size()));
}

QString endsWith(const Interleavings &found)
{
    const QMap<QString, qint64> faults = found.faults();
    const Order *const shortest = found.shortest();
    if (faults.size() == 1) {
        return InterleaveText::tr("end with %1").arg(shortest->faults.constFirst().sentence);
    }
    QStringList parts;
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
        parts << InterleaveText::tr("%1 in %2").arg(fault.key(), count(fault.value()));
    }
    return InterleaveText::tr("end wrong: %1").arg(parts.join(QStringLiteral(", ")));
}

QString undecidedSentence(const Interleavings &found)
{
    return found.undecided.isEmpty()
               ? QString()
               : QLatin1Char(' ') +
                     text::plural(found.undecided.size(),
                                  InterleaveText::tr("Of %1 schedule nobody can tell: %2."),
                                  InterleaveText::tr("Of %1 schedules nobody can tell: %2."))
                         .arg(count(found.undecided.size()), found.undecided.constFirst().doubt);
}

QString errorsLine(const Interleavings &found)
{
    QStringList parts;
    const QMap<int, qint64> errors = found.errors();
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        parts << InterleaveText::tr("error %1 in %2").arg(error.key()).arg(count(error.value()));
    }
    return parts.isEmpty()
               ? QString()
               : InterleaveText::tr("The server told %1.").arg(parts.join(QStringLiteral(", ")));
}

/// Of an order that was asked for: how it ends.
QString oneOrder(const Interleavings &found)
{
    if (found.orders.isEmpty()) {
        return InterleaveText::tr("the order %1 did not happen: %2")
            .arg(found.askedFor, found.undecided.constFirst().doubt);
    }
    const Order &order = found.orders.constFirst();
    return order.isWrong() ? InterleaveText::tr("the order %1 ends wrong: %2")
                                 .arg(order.schedule, order.faultText())
                           : InterleaveText::tr("the order %1 ends right").arg(order.schedule);
}

QString markOf(const Interleavings &found)
{
    return !found.undecided.isEmpty() ? QStringLiteral("?")
           : found.wrong() > 0        ? QStringLiteral("✗")
                                      : QStringLiteral("✓");
}

QString lane(int person, const QString &text, qsizetype people)
{
    QString line;
    for (qsizetype at = 0; at < people; ++at) {
        line += (at == person ? text : QString()).leftJustified(kLaneWidth);
    }
    while (line.endsWith(QLatin1Char(' '))) {
        line.chop(1);
    }
    return line;
}

} // namespace

QString interleavingsCell(const Interleavings &found)
{
    return QStringLiteral("%1 %2").arg(
        markOf(found),
        InterleaveText::tr("%1 of %2").arg(count(found.wrong()), count(found.orders.size())));
}

QString interleavingsCount(const Interleavings &found)
{
    if (!found.askedFor.isEmpty()) {
        return oneOrder(found);
    }
    QString line = found.wrong() == 0
                       ? InterleaveText::tr("none of %1 wrong").arg(count(found.orders.size()))
                       : InterleaveText::tr("%1 of %2 wrong: %3")
                             .arg(count(found.wrong()), count(found.orders.size()),
                                  found.faults().keys().join(QStringLiteral(", ")));
    if (found.drawn) {
        line +=
            InterleaveText::tr(" (drawn of about %1)").arg(count(std::llround(found.estimated)));
    }
    if (!found.undecided.isEmpty()) {
        line += InterleaveText::tr(", %1 undecided").arg(count(found.undecided.size()));
    }
    return line;
}

QString interleavingsSentence(const InterleaveResult &result, const InterleaveResult *better)
{
    const Interleavings &found = result.found;
    const QString title = result.subject.title();
    if (!found.askedFor.isEmpty()) {
        return InterleaveText::tr("%1: %2.").arg(title, oneOrder(found));
    }
    const Order *const shortest = found.shortest();
    QString sentence;
    if (shortest == nullptr) {
        sentence = InterleaveText::tr("%1: %2 ends wrong.")
                       .arg(title, ofSchedules(found, InterleaveText::tr("none")));
        if (found.drawn || found.stopped) {
            sentence += QLatin1Char(' ') + InterleaveText::tr("That says nothing of the others.");
        }
    } else {
        sentence = InterleaveText::tr("%1: this can go wrong, and %2: %3. %4 %5.")
                       .arg(title, switchesSuffice(shortest->switches()), story(*shortest),
                            ofSchedules(found, count(found.wrong())), endsWith(found));
    }
    if (better != nullptr && better->found.wrong() == 0 && better->found.undecided.isEmpty()) {
        sentence += QLatin1Char(' ') + InterleaveText::tr("With the row lock none of %1 does.")
                                           .arg(count(better->found.orders.size()));
    }
    return sentence + undecidedSentence(found);
}

QStringList answerWords(const Order &order)
{
    QStringList words;
    for (const QString &key : order.answers) {
        const auto outcome = outcomeFromKey(key.toStdString());
        words << (outcome ? inLine(outcomeName(*outcome)) : key);
    }
    return words;
}

QList<LaneLine> lanesOf(const Order &order)
{
    QList<LaneLine> lines;
    for (qsizetype at = 0; at < order.steps.size(); ++at) {
        const OrderStep &step = order.steps[at];
        lines << LaneLine{at, wordsOf(step), step.waited, false};
        for (qsizetype other = 0; other < order.steps.size(); ++other) {
            if (order.steps[other].waited && order.steps[other].cameBackAfter == at) {
                lines << LaneLine{other, wordsOf(order.steps[other]), false, true};
            }
        }
    }
    return lines;
}

QStringList laneLines(const Order &order)
{
    const qsizetype people = order.answers.size();
    QString head(4, QLatin1Char(' '));
    for (int person = 0; person < people; ++person) {
        head += QString(letterOf(person)).leftJustified(kLaneWidth);
    }
    QStringList lines = {head.trimmed().prepend(QStringLiteral("    "))};
    const QList<LaneLine> lanes = lanesOf(order);
    for (const LaneLine &each : lanes) {
        const QString margin =
            each.goesOn ? QString(4, QLatin1Char(' '))
                        : QString::number(each.step + 1).rightJustified(2) + QStringLiteral("  ");
        lines << margin + lane(order.steps[each.step].person,
                               each.waits    ? InterleaveText::tr("⏳ waits")
                               : each.goesOn ? QStringLiteral("↳ ") + each.words
                                             : each.words,
                               people);
    }
    return lines;
}

QStringList endLines(const Order &order)
{
    const QStringList words = answerWords(order);
    QStringList answers;
    for (qsizetype person = 0; person < words.size(); ++person) {
        answers
            << QStringLiteral("%1 %2").arg(letterOf(static_cast<int>(person))).arg(words[person]);
    }
    QStringList lines = {InterleaveText::tr("Told: %1.").arg(answers.join(QStringLiteral(", ")))};
    QStringList figures;
    for (const EndFigure &figure : order.end) {
        figures << QStringLiteral("%1 %2").arg(figure.name, figure.value);
    }
    if (!figures.isEmpty()) {
        lines << InterleaveText::tr("End: %1.").arg(figures.join(QStringLiteral(" · ")));
    }
    if (!order.sentence.isEmpty()) {
        lines << order.sentence;
    }
    for (const OrderFault &fault : order.faults) {
        lines << (fault.title == fault.sentence
                      ? InterleaveText::tr("Wrong: %1.").arg(fault.title)
                      : InterleaveText::tr("Wrong: %1 — %2.").arg(fault.title, fault.sentence));
    }
    if (order.faults.isEmpty()) {
        lines << InterleaveText::tr("Nothing is wrong with that.");
    }
    return lines;
}

QString interleavingsText(const InterleaveResult &result, const InterleaveResult *better)
{
    const Interleavings &found = result.found;
    QStringList lines = {result.subject.line(), QString(), interleavingsSentence(result, better)};
    if (const QString errors = errorsLine(found); !errors.isEmpty()) {
        lines << errors;
    }
    const Order *const shown = found.shortest();
    if (shown != nullptr) {
        lines << QString()
              << InterleaveText::tr("The shortest wrong order, %1:").arg(shown->schedule)
              << laneLines(*shown) << endLines(*shown);
    }
    const QList<Interleavings::Group> groups = found.groups();
    if (found.orders.size() > 1) {
        lines << QString()
              << text::plural(groups.size(), InterleaveText::tr("%1 way it can happen:"),
                              InterleaveText::tr("%1 ways it can happen:"))
                     .arg(count(groups.size()));
        for (const Interleavings::Group &group : groups.mid(0, kMostOfGroups)) {
            const Order &order = found.orders[group.order];
            lines << InterleaveText::tr("  %1  %2 like it · %3 · %4")
                         .arg(order.schedule, count(group.count).rightJustified(4),
                              answerWords(order).join(QStringLiteral(", ")),
                              order.isWrong() ? order.faultText() : InterleaveText::tr("right"));
        }
        if (groups.size() > kMostOfGroups) {
            lines << InterleaveText::tr("  and %1 more").arg(count(groups.size() - kMostOfGroups));
        }
    }
    lines << QString()
          << InterleaveText::tr("%1, %2 in %3.")
                 .arg(found.product,
                      text::plural(found.orders.size(), InterleaveText::tr("%1 order"),
                                   InterleaveText::tr("%1 orders"))
                          .arg(count(found.orders.size())),
                      text::duration(found.tookNs));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString matrixText(const QList<InterleaveResult> &cells)
{
    QStringList lines;
    for (const InterleaveResult &cell : cells) {
        lines << QStringLiteral("%1 %2: %3")
                     .arg(markOf(cell.found), cell.subject.line(), interleavingsCount(cell.found));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString clientScript(const InterleaveResult &result, const Order &order)
{
    const Interleavings &found = result.found;
    QStringList lines = {
        QStringLiteral("-- stampede.script/1"),
        QStringLiteral("-- ") + InterleaveText::tr("%1, order %2. Made by Stampede on %3.")
                                    .arg(result.subject.line(), order.schedule, found.product),
        QStringLiteral("-- ") + InterleaveText::tr("Open a client for each session, in an empty "
                                                   "database of its own. Enter what stands below a "
                                                   "session's name there, in this order."),
        QString(), QStringLiteral("-- session A: ") + InterleaveText::tr("make the tables")};
    for (const QString &statement : found.tables) {
        lines << statement + QLatin1Char(';');
    }
    for (qsizetype person = 0; person < found.sessions.size(); ++person) {
        lines << QString()
              << QStringLiteral("-- session %1: ").arg(letterOf(static_cast<int>(person))) +
                     InterleaveText::tr("get ready");
        for (const QString &statement : found.sessions[person]) {
            lines << statement + QLatin1Char(';');
        }
    }
    for (qsizetype at = 0; at < order.steps.size(); ++at) {
        const OrderStep &step = order.steps[at];
        lines << QString()
              << QStringLiteral("-- session %1: ").arg(letterOf(step.person)) +
                     InterleaveText::tr("step %1").arg(at + 1) +
                     (step.waited ? QStringLiteral(", ") + InterleaveText::tr("waits until step %1")
                                                               .arg(step.cameBackAfter + 1)
                                  : QString());
        for (const ExecutedStatement &statement : step.statements) {
            lines << QStringLiteral("-- ") + statement.words;
            QString sql = statement.written();
            sql.replace(QStringLiteral("; "), QStringLiteral(";\n"));
            lines << sql + QLatin1Char(';');
        }
    }
    lines << QString();
    for (const QString &line : endLines(order)) {
        lines << QStringLiteral("-- ") + line;
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace stampede
