// SPDX-License-Identifier: MIT
#include "said_figures.h"

#include <QMap>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stampede::test {

namespace {

/// Where a figure stands: `n` is the number in the pattern, `k` a part of the name ("%k").
struct Phrase
{
    const char *place; ///< a pattern of "place [where]"
    const char *name;
    const char *pattern;
    double unit = 1; ///< what 1 of the number is in the unit of the name
};

// n: digits with separators. Cells are parted by " | "; a sheet of paper is one line.
#define N "(?<n>[-−]?[0-9][0-9,]*(?:\\.[0-9]+)?)"
#define NUM "[-−]?[0-9][0-9,.]*"
#define B "(?:^|(?<=\\| ))" // a cell or a line begins
#define E "(?= \\||$)"      // it ends
#define OUTCOME                                                                                    \
    "(?<k>Issued|Already issued|Out of stock|Not issued|Not on sale yet|Outside sale|Contention|"  \
    "Server errors?|Not recognised|No answer|Withdrawn at stop|Not sent)(?: \\([0-9, …]+\\))?"
#define PAPER "^(?:html|markdown|pdf) "
#define WINDOW "^window "
/// Where sentences begin: a line, a cell, a sentence, or the class of a check.
#define S "(?:^|(?<=\\| )|(?<=\\. )|(?<=Damage: )|(?<=Answers: )|(?<=Warning: )|(?<=message = ))"

const Phrase kPhrases[] = {
    // The file for programs.
    {"^json ", "%k", "^outcomes\\.(?<k>[a-z_]+) = " N "$"},
    {"^json ", "%k",
     "^timeline\\.series\\.(?<k>issued|already_issued|out_of_stock|not_started|server_error|"
     "unknown)"
     " sum = " N "$"},
    {"^json ", "requests", "^timeline\\.series\\.asked sum = " N "$"},
    {"^json ", "issued", "^timeline\\.series\\.issued_total last = " N "$"},
    {"^json ", "stock left", "^timeline\\.series\\.remaining last = " N "$"},
    {"^json ", "rows", "^state\\.new_rows = " N "$"},
    {"^json ", "rows before", "^state\\.rows_before = " N "$"},
    {"^json ", "stock left", "^state\\.remaining = " N "$"},
    {"^json ", "stock at start", "^state\\.initial_stock = " N "$"},
    {"^json ", "drift", "^state\\.drift = " N "$"},
    {"^json ", "counter", "^state\\.issued_counter = " N "$"},
    {"^json ", "p%k issued service", "^latency\\.service\\.issued\\.p(?<k>50|95|99)_us = " N "$",
     1e-3},
    {"^json ", "p%k issued response", "^latency\\.response\\.issued\\.p(?<k>50|95|99)_us = " N "$",
     1e-3},
    {"^json ", "p%k all service", "^latency\\.service\\.all\\.p(?<k>50|95|99)_us = " N "$", 1e-3},
    {"^json ", "answers a second", "^throughput\\.answers_per_second = " N "$"},
    {"^json ", "issued a second", "^throughput\\.issued_per_second = " N "$"},
    {"^json ", "dropped", "^generator\\.dropped = " N "$"},
    {"^json ", "4xx not recognised", "^load_tester_view\\.not_recognised = " N "$"},
    {"^json ", "unsent at the stop", "^generator\\.unsent_at_stop = " N "$"},
    {"", "unsent at the stop", B "Requests due at the stop and not sent \\| " N E},
    {"^summary ", "unsent at the stop", N " due at the stop and not sent"},
    {"^json ", "dropped", "^generator\\.dropped = " N "$"},
    {"", "dropped", B "Requests dropped[^|]* \\| " N E},
    {"^json ", "4xx refusals", "^load_tester_view\\.refusals = " N "$"},
    {"", "4xx refusals", "(?:All|those) " N " refusals (?:was|were)"},
    {"", "4xx not recognised", N " answers? of 4xx (?:was|were) not recognised"},
    {"^json ", "failed percent", "^load_tester_view\\.failed_percent = " N "$"},
    {"^json ", "lock waits", "^database\\.lock_waits = " N "$"},
    {"^json ", "commits", "^database\\.commits = " N "$"},
    {"^json ", "roll-backs", "^database\\.rollbacks = " N "$"},
    {"^json ", "deadlocks", "^database\\.deadlocks = " N "$"},
    {"^json ", "people who were to ask", "^prediction\\.distinct_users = " N "$"},
    {"^(?:json|junit) ", "seed", "(?:^run\\.seed =|property seed value =) " N "$"},

    // Tables of reports.
    {"^(?:html|markdown) \\[\\]|^pdf \\[page 1\\]", "%k", B OUTCOME " \\| [^|]+ \\| " N E},
    {"^(?:html|markdown) \\[\\]|^pdf \\[page 1\\]", "stock left", B "Left \\| [^|]+ \\| " N E},
    {PAPER, "%k", B OUTCOME " \\| " N " \\| (?:< )?" NUM " %"},
    {PAPER, "requests", B "all \\| " N E},
    {PAPER, "%k", B OUTCOME ": " N "(?=[,|]|$)"},
    {PAPER, "%k", "(?<=, )" OUTCOME ": " N "(?=[,|]| \\||$)"},
    {PAPER, "issued", "Issued rises to " N},
    {PAPER, "p50 issued service", B "Issued(?: \\([0-9]+\\))?, service \\| " NUM " \\| " N},
    {PAPER, "p95 issued service",
     B "Issued(?: \\([0-9]+\\))?, service \\| " NUM " \\| " NUM " \\| " NUM " \\| " N},
    {PAPER, "p50 issued response", B "Issued(?: \\([0-9]+\\))?, response \\| " NUM " \\| " N},
    {PAPER, "p50 all service", B "all, service \\| " NUM " \\| " N},
    {PAPER, "p50 issued service", "whole run p50 was " N " ms"},
    {PAPER, "p95 issued service", "whole run p50 was " NUM " ms, p95 " N " ms"},
    {PAPER, "p99 issued service", "whole run p50 was " NUM " ms, p95 " NUM " ms, p99 " N " ms"},
    {PAPER, "issued a second", B "Issued a second \\| " N E},
    {PAPER, "answers a second", B "Answers a second \\| " N E},
    {PAPER, "seed", B "Seed \\| " N E},
    {PAPER, "people who were to ask", B "People who ask \\| " N E},
    {PAPER, "stock at start", B "Coupon \\| [^|]*, " N " in stock"},

    // What stands in several places in the same words.
    {"", "rows", S N " of " NUM " coupons went to "},
    {"", "stock at start", S NUM " of " N " coupons went to "},
    {"", "stock left", S NUM " of " NUM " coupons went to [^,]*, " N " left"},
    {"", "stock at start", "(?:^|(?<=\\| )|(?<=[.a-z] )|(?<=: ))" N " at start [=≠] "},
    {"", "rows", "(?<!: )" NUM " at start [=≠] " N " written"},
    {"", "stock left", "(?<!: )" NUM " at start [=≠] " NUM " written \\+ " N " left"},
    {"", "drift", "at start [=≠] [^|]* left, drift " N},
    {"", "refusals", N " of " NUM " requests were refused"},
    {"", "requests", NUM " of " N " requests were refused"},
    {"", "already_issued", N " times someone asked who already had one"},
    {"", "rows", S N " coupons were written, only " NUM " existed"},
    {"", "stock at start", S NUM " coupons were written, only " N " existed"},
    {"", "rows", "coupons? too many: " N " issued, "},
    {"", "stock at start", "coupons? too many: " NUM " issued, " N " in stock"},
    {"", "people with several", S N " people hold more than one"},
    {"", "issued", S N " promises, "},
    {"", "rows", S NUM " promises, " N " rows"},
    {"", "requests", " Of " N " in all; the others have no answer"},
    {"", "issued", S N " \"issued\" to "},
    {"", "people told issued", S NUM " \"issued\" to " N " people"},
    {"", "rows", S N " written, " NUM " were there to give"},
    {"", "not_started", N " requests came before the sale"},
    {"", "asked after the last", " was answered at [0-9.]+ s; " N " requests came later"},
    {"", "not recognised", N " answers matched no rule"},
    {"", "failed percent", "would report " N " % failed"},
    {"", "failed percent", N " % would be called failed"},
    {"", "answers", S "None in " N " answers"},
    {"", "lock waits", B "(?:databaseFigures \\| )?[Ww]aits for (?:row )?locks \\| " N E},
    {"", "deadlocks", B "[Dd]eadlocks \\| " N E},
    {"", "commits", B "[Cc]ommits \\| " N E},
    {"", "roll-backs", B "[Rr]oll-backs \\| " N E},
    {"", "already_issued", B "Refused as holders \\| " N E},
    {"", "out_of_stock", B "Refused as sold out \\| " N E},
    {"", "further tries", B "Further tries of people who [^|]* \\| " N E},
    {"", "further tries", "none of " N " tries at a second one"},
    {"^(?:html|markdown) \\[Audit|^window \\[Audit", "%k",
     "^(?<k>No answer|Not recognised) \\| " N "$"},
    {"", "lateness p99",
     "99 of 100 requests (?:were late by its own fault by|at most(?: \\|)?) " N " µs"},
    {"", "issued under way together",
     B "Requests told \"issued\" under way together, at most \\| " N E},
    {"", "most at once",
     B "Waited for the row(?:, or for the server to be there again,)? at once, at most \\| " N E},
    {"", "most at once",
     B "Requests told \"issued\" between reading and writing at once, at most \\| " N E},
    {"", "most at once", "\\bat most " N " (?:at once|waited at once)"},
    {"", "most at once", "how many were waiting · at most " N E},
    {"", "most at once", "^At most " N " were waiting"},
    {"", "dropped", B "(?:Requests d|D)ropped \\| " N E},
    {"", "seed", "seed " N "(?= |$)"},

    // The summary of a terminal.
    {"^summary ", "issued",
     "predicted happened issued (?:\\([0-9, ]+\\) )?" NUM "(?: to " NUM "| or more)? " N
     " already"},
    {"^summary ", "already_issued",
     " already issued (?:\\([0-9, ]+\\) )?" NUM "(?: to " NUM "| or more)? " N " out"},
    {"^summary ", "out_of_stock",
     " out of stock (?:\\([0-9, ]+\\) )?" NUM "(?: to " NUM "| or more)? " N " [a-z]"},
    {"^summary ", "errors", " server errors 0 " N " "},
    {"^summary ", "stock left", " left (?:" NUM "(?: to " NUM "| or more)?) " N "$"},
    {"^summary ", "p50 issued service", "latency issued p50 " N " "},
    {"^summary ", "p95 issued service", "latency issued p50 " NUM " p95 " N " "},
    {"^summary ", "issued a second", "rate " N " issued/s"},
    {"^summary ", "answers a second", " " N " answers/s"},

    // The window.
    {WINDOW, "stock at start", "^stage \\| " N " \\| coupons? \\|"},
    {WINDOW, "rows", "^stage .* \\| " N " \\| (?:coupons were handed out|people hold one)"},
    {WINDOW, "stock left", "^stage .* \\| " N " \\| the stock column says"},
    {WINDOW, "%k", "^tile\\w+ \\| \\S+ " OUTCOME " \\| " N E},
    {WINDOW, "stock left", "^tileLeft \\| [^|]* \\| " N E},
    {WINDOW, "answers a second", "^tileAnswers \\| [^|]* \\| " N " /s"},
    {WINDOW, "issued a second", "^tileAnswers \\| .* \\| " N " /s issued"},
    {WINDOW, "p95 issued service", "^tileLatency \\| [^|]* \\| " N " ms"},
    {WINDOW, "refusals", "^tileRefusedRightly \\| .* of " N " refusals"},
    {WINDOW, "issued", "chart storyChart \\| line issued \\| last " N "$"},
    {WINDOW, "stock left", "chart storyChart \\| line left \\| last " N "$"},
    {WINDOW, "stock left", "Issued rises to [^;]*; " N " left"},
    {WINDOW, "issued", "Issued rises to " N " at "},
    {WINDOW, "%k",
     "chart answersChart \\| layer (?<k>issued|already issued|out of stock|server errors, not "
     "sent) \\| "
     "sum " N "$"},
    {WINDOW, "unknown", "chart answersChart \\| layer no answer, not recognised \\| sum " N "$"},
    {WINDOW, "%k", "^stampede::Barcode \\|(?=.*in the order)(?:.*\\| )?" OUTCOME " " N E},
    {WINDOW, "%k", "(?:^Answers(?: so far)?: |(?<=, ))" N " " OUTCOME "(?=[,.])"},
    {WINDOW, "requests", "^drawerRequests \\| .*Requests " N "$"},
    {WINDOW, "requests", "^" N " requests, (?:at most|nobody)"},
    {WINDOW, "issued", "^runs \\| .*\\| issued: " N E},
    {WINDOW, "already_issued", "^runs \\| .*\\| 409: " N E},
    {WINDOW, "out_of_stock", "^runs \\| .*\\| stock out: " N E},
    {WINDOW, "p95 issued service", "^runs \\| .*\\| p95: " N " ms"},
    {"^window \\[Audit, Evidence\\]", "%k", "^" OUTCOME " \\| " N " \\| " NUM " \\| " NUM},
    {"^window \\[Audit, Evidence\\]", "p50 issued service",
     "^Issued(?: \\([0-9]+\\))? \\| " NUM " \\| " N E},
    {"^window \\[Audit, Evidence\\]", "p95 issued service",
     "^Issued(?: \\([0-9]+\\))? \\| " NUM " \\| " NUM " \\| " N E},
    {"^window \\[Audit, Evidence\\]", "p50 all service", "^all \\| " NUM " \\| " N E},
    {WINDOW, "p50 issued service", "of issued: half within " N " ms"},
    {WINDOW, "p95 issued service", "of issued: [^,]*, 95 % within " N " ms"},
    {WINDOW, "p99 issued service", "of issued: .*, 99 % within " N " ms"},
};

QString nameOf(const Phrase &phrase, const QString &key)
{
    static const QMap<QString, QString> names{
        {u"issued"_s, u"issued"_s},
        {u"already issued"_s, u"already_issued"_s},
        {u"out of stock"_s, u"out_of_stock"_s},
        {u"not issued"_s, u"not_issued"_s},
        {u"not on sale yet"_s, u"not_started"_s},
        {u"outside sale"_s, u"not_started"_s},
        {u"contention"_s, u"contention"_s},
        {u"server error"_s, u"server_error"_s},
        {u"server errors"_s, u"errors"_s},
        {u"server errors, not sent"_s, u"errors and not sent"_s},
        {u"withdrawn at stop"_s, u"interrupted"_s},
        {u"not sent"_s, u"not_sent"_s},
        {u"no answer"_s, u"no answer"_s},
        {u"not recognised"_s, u"not recognised"_s},
        {u"total"_s, u"requests"_s},
    };
    QString name = QString::fromLatin1(phrase.name);
    return name.replace(u"%k"_s, names.value(key.toLower(), key.toLower()));
}

/// Half of what the last digit stands for.
double slackOf(const QString &digits)
{
    const qsizetype point = digits.indexOf(u'.');
    const double decimals = point < 0 ? 0 : static_cast<double>(digits.size() - point - 1);
    return 0.5 * std::pow(10, -decimals);
}

/// Whether two figures may be one, rounded differently.
bool areOne(double a, double b, double slack)
{
    return std::abs(a - b) < slack * (1 + 1e-9) - 1e-12;
}

QString line(const Said &said)
{
    const qsizetype most = 200;
    return u"%1 [%2] says %3 = %4: \"%5\""_s.arg(said.from.place, said.from.where, said.name,
                                                 said.value, said.from.text.left(most));
}

} // namespace

QList<Said> figuresIn(const QList<Told> &all)
{
    struct Ready
    {
        const Phrase *phrase;
        QRegularExpression place;
        QRegularExpression pattern;
    };
    static const QList<Ready> ready = [] {
        QList<Ready> made;
        for (const Phrase &phrase : kPhrases) {
            made.append({&phrase, QRegularExpression(QString::fromUtf8(phrase.place)),
                         QRegularExpression(QString::fromUtf8(phrase.pattern))});
            if (!made.last().pattern.isValid() || !made.last().place.isValid()) {
                qFatal("%s: %s", phrase.pattern, qPrintable(made.last().pattern.errorString()));
            }
        }
        return made;
    }();
    QList<Said> said;
    for (const Told &told : all) {
        const QString place = told.place + u" ["_s + told.where + u']';
        for (const Ready &each : ready) {
            if (!each.place.match(place).hasMatch()) {
                continue;
            }
            auto matches = each.pattern.globalMatch(told.text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                QString digits = match.captured(u"n"_s);
                digits.remove(u',').replace(u'−', u'-');
                const bool hasKey = each.phrase->pattern != nullptr &&
                                    each.pattern.namedCaptureGroups().contains(u"k"_s);
                said.append({nameOf(*each.phrase, hasKey ? match.captured(u"k"_s) : QString()),
                             match.captured(u"n"_s), match.capturedStart(u"n"_s),
                             digits.toDouble() * each.phrase->unit,
                             slackOf(digits) * each.phrase->unit, told});
            }
        }
    }
    return said;
}

QStringList contradictions(const QList<Said> &said, const Truth &truth)
{
    QStringList wrong;
    QMap<QString, const Said *> first;
    for (const Said &each : said) {
        if (each.name == "most at once"_L1) { // of several things, none of them more than there are
            if (each.number > static_cast<double>(truth.figures["virtual users"_L1])) {
                wrong << line(each) +
                             u" of %1 virtual users"_s.arg(truth.figures["virtual users"_L1]);
            }
            continue;
        }
        const bool isTold = truth.figures.contains(each.name);
        if (isTold &&
            !areOne(each.number, static_cast<double>(truth.figures[each.name]), each.slack)) {
            wrong << line(each) + u", and it is %1"_s.arg(truth.figures[each.name]);
        } else if (!isTold && truth.unknowable.contains(each.name)) {
            wrong << line(each) + u", which nobody can know"_s;
        }
        const Said *&other = first[each.name];
        if (other == nullptr) {
            other = &each;
        } else if (!isTold && !areOne(each.number, other->number, each.slack + other->slack)) {
            wrong << line(each) + u"\n    and "_s + line(*other);
        }
    }
    return wrong;
}

namespace {

/// A name or a fingerprint; `w` is it.
struct Word
{
    const char *place;
    const char *name;
    const char *pattern;
};

const Word kWords[] = {
    {"", "run", "\\bRun (?:\\| )?(?<w>[0-9a-f]{6})"},
    {"", "run", "\\brun (?<w>[0-9a-f]{6})\\b"},
    {"^json ", "run", "^run\\.id = (?<w>[0-9a-f]{6})"},
    {"^junit ", "run", "property run value = (?<w>[0-9a-f]{6})"},
    {"", "run", "stampede-cli verify (?<w>[0-9a-f]{6})\\b"},
    {"", "history SHA-256",
     "[Hh]istory (?:SHA-256 )?(?:\\| )?(?<w>[0-9a-f]{4}…?[0-9a-f]{4,60})\\b"},
    {"^json ", "history SHA-256", "^run\\.history_sha256 = (?<w>[0-9a-f]+)"},
    {"", "scenario SHA-256",
     "[Ss]cenario (?:SHA-256 )?(?:\\| )?(?<w>[0-9a-f]{4}…?[0-9a-f]{4,60})\\b"},
    {"^(?:html|markdown|pdf) ", "coupon", "(?:^|\\| )Coupon \\| (?<w>[^|,]+), "},
    {"^json ", "exit verdict", "^verdict = (?<w>[a-z]+)"},
    {"^junit ", "exit verdict", "property verdict value = (?<w>[a-z]+)"},
    {"^(?:html|markdown|pdf) ", "service",
     "Service \\| of somebody else, [A-Z]+ (?<w>http://127[^ |]*)"},
    {"^json ", "service", "^scenario\\.target\\.url = (?<w>.*)$"},
};

/// "7b7d…586a" is the short form of what begins and ends so.
bool areOneWord(const QString &a, const QString &b)
{
    const auto fits = [](const QString &brief, const QString &whole) {
        return whole.startsWith(brief.section(u'…', 0, 0)) &&
               whole.endsWith(brief.section(u'…', 1, 1));
    };
    return a == b || (a.contains(u'…') && fits(a, b)) || (b.contains(u'…') && fits(b, a));
}

} // namespace

QStringList wrongWords(const QList<Told> &all, const Truth &truth)
{
    QStringList wrong;
    QMap<QString, QString> whole = truth.words; // the longest form of each
    for (const bool compares : {false, true}) {
        for (const Word &word : kWords) {
            const QString name = QString::fromUtf8(word.name);
            const QRegularExpression place(QString::fromUtf8(word.place));
            const QRegularExpression pattern(QString::fromUtf8(word.pattern));
            for (const Told &told : all) {
                const auto match = pattern.match(told.text);
                if (!match.hasMatch() ||
                    !place.match(told.place + u" ["_s + told.where + u']').hasMatch()) {
                    continue;
                }
                const QString said = match.captured(u"w"_s);
                if (!compares && !truth.words.contains(name) && said.size() > whole[name].size()) {
                    whole[name] = said;
                } else if (compares && !areOneWord(said, whole[name])) {
                    wrong << u"%1 [%2] says %3 is %4, elsewhere it is %5"_s.arg(
                        told.place, told.where, name, said, whole[name]);
                }
            }
        }
    }
    return wrong;
}

namespace {

/// A sentence, and when it may be said.
struct Sentence
{
    const char *place;
    const char *pattern;
    bool (*isTrue)(const Truth &truth);
};

qint64 figure(const Truth &truth, const char *name)
{
    return truth.figures.value(QString::fromLatin1(name));
}

bool never(const Truth & /*truth*/)
{
    return false;
}

bool came(const Truth &truth, int hundred)
{
    return std::any_of(truth.statuses.begin(), truth.statuses.end(),
                       [hundred](int status) { return status / 100 == hundred; });
}

const Sentence kSentences[] = {
    {"", "Nothing was killed|what happens when the server is killed",
     [](const Truth &t) { return !t.killed; }},
    {"", "[Ss]erver killed", [](const Truth &t) { return t.killed; }},
    {"", "No (answer had a )?4xx",
     [](const Truth &t) { return t.ownService ? figure(t, "refusals") == 0 : !came(t, 4); }},
    {"", "before the run began, from the scenario alone",
     [](const Truth &t) { return t.ownService || !t.rowsRead; }},
    {"", "[Oo]nly the answers could be seen|nobody could see|answers only",
     [](const Truth &t) { return !t.rowsRead; }},
    {"", "Row lock, duplicate check and unique key were all on",
     [](const Truth &t) { return t.ownService && t.allLayers; }},
    {"", "row lock at work|row lock (on|off)", [](const Truth &t) { return t.ownService; }},
    {"", ", by the user", [](const Truth &t) { return t.endedEarly; }},
    {"", "No error was raised", [](const Truth &t) { return figure(t, "errors") == 0; }},
    {"", "after the last coupon had gone", never}, // they may have asked before
    {"", "Nobody was refused", [](const Truth &t) { return figure(t, "refusals") == 0; }},
    {"", "All requests came within the sale",
     [](const Truth &t) { return figure(t, "not_started") + figure(t, "expired") == 0; }},
    {"", "[Nn]o answer stayed unknown", [](const Truth &t) { return figure(t, "unknown") == 0; }},
    {"", "No request was answered",
     [](const Truth &t) { return figure(t, "issued") + figure(t, "refusals") == 0; }},
    {"", "Everything held", [](const Truth &t) { return t.words["exit code"_L1] == "0"_L1; }},
    {"", "Integrity broken", [](const Truth &t) { return t.words["exit code"_L1] == "97"_L1; }},
    {"", "Coupons?[ |]+WELCOME10",
     [](const Truth &t) { return t.coupons.contains("WELCOME10"_L1); }},
    {"", "Nobody was told \"out of stock\"",
     [](const Truth &t) { return figure(t, "out_of_stock") == 0; }},
    {"", "[Rr]equests wrote over each other\\.| decrements were lost",
     [](const Truth &t) { return t.stockWritten; }},
    {"",
     "asked, each once: no refusal was certain|could have taken all|"
     "there were [0-9,]+ more than those who asked could take",
     [](const Truth &t) { return !t.endedEarly; }},
    {"", "nobody holds more than they may",
     [](const Truth &t) { return figure(t, "people with several") == 0; }},
    {"", "Every person and the coupon exist",
     [](const Truth &t) { return t.ownService && figure(t, "not_found") == 0; }},
    {"", "[Nn]othing was audited", never},
    {"", "took effect \\| [0-9]|\\(no violation\\) \\| [0-9]",
     [](const Truth &t) { return t.rowsRead; }},
    {"", "people who got one|nobody who was given one", [](const Truth &t) { return t.rowsRead; }},
    {"^(html|markdown|pdf|junit|summary|window) ",
     "\\b(nan|NaN|undefined)\\b|%[0-9]|(?<![0-9A-Za-z])[-−]0(?![0-9.])", never},
};

} // namespace

namespace {

/// Statuses of answers that neither came nor are named by a rule.
QStringList strangeStatuses(const QList<Told> &all, const Truth &truth)
{
    static const QRegularExpression label(
        u"(?:(?:Issued|issued|stock|yet|error|recognised|answer) \\(|expect |status )"
        "(?<s>[1-5][0-9]{2})(?<more>(?:, [1-5][0-9]{2})*)"_s);
    QStringList wrong;
    for (const Told &told : all) {
        auto matches = label.globalMatch(told.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QStringList statuses =
                (match.captured(u"s"_s) + match.captured(u"more"_s)).split(u", "_s);
            for (const QString &status : statuses) {
                if (!truth.statuses.contains(status.toInt()) &&
                    !truth.ruledStatuses.contains(status.toInt())) {
                    wrong << u"%1 [%2] says a status %3 that never came: \"%4\""_s.arg(
                        told.place, told.where, status, told.text.left(200));
                }
            }
        }
    }
    return wrong;
}

} // namespace

QStringList untruths(const QList<Told> &all, const Truth &truth)
{
    QStringList wrong = truth.ownService ? QStringList() : strangeStatuses(all, truth);
    for (const Sentence &sentence : kSentences) {
        if (sentence.isTrue(truth)) {
            continue;
        }
        const QRegularExpression place(QString::fromUtf8(sentence.place));
        const QRegularExpression pattern(QString::fromUtf8(sentence.pattern));
        for (const Told &told : all) {
            const QString where = told.place + u" ["_s + told.where + u']';
            if (place.match(where).hasMatch() && pattern.match(told.text).hasMatch()) {
                wrong << u"%1 says what is not so (%2): \"%3\""_s.arg(
                    where, QString::fromUtf8(sentence.pattern), told.text.left(300));
            }
        }
    }
    return wrong;
}

} // namespace stampede::test
