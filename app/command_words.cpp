// SPDX-License-Identifier: MIT
#include "app/command_words.h"

#include <array>

namespace stampede {

namespace {

constexpr std::array kOptions = {
    OptionWord{Option::Database, "--database", "URL", nullptr, true,
               QT_TRANSLATE_NOOP(
                   "UsageText", "where the database is: managed: (a private MariaDB, the default), "
                                "managed:DIR, mysql://USER@HOST:PORT/DB or "
                                "mysql://USER@/DB?socket=PATH; the password comes from "
                                "STAMPEDE_DB_PASSWORD or ?password-file=PATH")},
    OptionWord{Option::Set, "--set", "PATH=VALUE", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "overrides one setting of the scenario, e.g. "
                                              "service.layers.rowLock=false")},
    OptionWord{Option::Over, "--over", "PATH=A,B,C", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "one setting and the values that it takes in turn; "
                                              "several make every combination")},
    OptionWord{Option::Vus, "--vus", "N", "load.vus", true,
               QT_TRANSLATE_NOOP("UsageText", "virtual users")},
    OptionWord{Option::Iterations, "--iterations", "N", "load.iterations", true,
               QT_TRANSLATE_NOOP("UsageText", "requests")},
    OptionWord{Option::LoadDuration, "--duration", "D", "load.duration", true,
               QT_TRANSLATE_NOOP("UsageText", "the load ends then at the latest, e.g. 30s")},
    OptionWord{Option::Rate, "--rate", "N", "load.rate", true,
               QT_TRANSLATE_NOOP("UsageText", "requests a second, for models that have a rate")},
    OptionWord{Option::Rounds, "--rounds", "N", "rounds", true,
               QT_TRANSLATE_NOOP("UsageText", "repeats within the run")},
    OptionWord{Option::Seed, "--seed", "N", "seed", true,
               QT_TRANSLATE_NOOP("UsageText", "decides who asks when")},
    OptionWord{Option::Out, "--out", "DIR", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every report into this folder")},
    OptionWord{Option::Json, "--json", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the result (stampede.result/1)")},
    OptionWord{Option::Html, "--html", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the report as one HTML file that needs no "
                                              "other")},
    OptionWord{Option::Pdf, "--pdf", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the report as PDF, the result attached")},
    OptionWord{Option::Markdown, "--markdown", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the report as Markdown")},
    OptionWord{Option::Junit, "--junit", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every check and limit as a test case (JUnit "
                                              "XML), for CI servers")},
    OptionWord{Option::Csv, "--csv", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every operation as CSV with the columns of "
                                              "a JMeter JTL first")},
    OptionWord{Option::History, "--history", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every operation (stampede.history/1)")},
    OptionWord{Option::Chapters, "--chapters", "A,B,C", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "what the report holds: conclusion, tested, "
                                              "must-come-out, happened, audit, why, not-shown, "
                                              "repeat, rows")},
    OptionWord{Option::Pseudonyms, "--pseudonyms", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "nobody can be recognised in any file")},
    OptionWord{Option::Baseline, "--baseline", "RUN", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "the figures of that run become limits: what is "
                                              "slower by more than noise fails (99)")},
    OptionWord{Option::JsonList, "--json", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "prints the list as JSON (stampede.runs/1)")},
    OptionWord{Option::Profile, "--profile", "FILE", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "describes the tables of somebody else's service "
                                              "(stampede.profile/1); without it Stampede's own "
                                              "are audited")},
    OptionWord{Option::Coupon, "--coupon", "ID", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "the coupon to look at, where there are several; of "
                                              "another tool's results where requests name it, as "
                                              "--user; with --snapshot it may be said several "
                                              "times")},
    OptionWord{Option::PastRun, "--run", "RUN", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "the answers of a run, from the archive or a file "
                                              "of run --history: they are held against the rows "
                                              "as well")},
    OptionWord{Option::Settle, "--settle", "QUIET,UNANSWERED,ATMOST", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText",
                                 "how long rows and stock must be still, how long after it was "
                                 "sent a request without an answer may take effect, and how long "
                                 "is waited at most; 2s,30s,60s unless told otherwise")},
    OptionWord{Option::Snapshot, "--snapshot", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "before the run of another tool: writes rows and "
                                              "stock as they are, for --before")},
    OptionWord{Option::Before, "--before", "FILE", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "what --snapshot wrote before the run")},
    OptionWord{Option::Rules, "--rules", "SCENARIO", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "the scenario whose target.classify says what the "
                                              "answers in another tool's results mean")},
    OptionWord{Option::User, "--user", "SPEC", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "where another tool's results name the person: "
                                              "tag:NAME, metadata:NAME, column:NAME, url:'REGEX' "
                                              "or body:/POINTER; of `import request` the person's "
                                              "value in the request, or COLUMN=VALUE")},
    OptionWord{Option::Stock, "--stock", "N", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "coupons before the run of another tool")},
    OptionWord{Option::Request, "--request", "NAME", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "which requests of another tool's results ask for "
                                              "the coupon, where there are several kinds")},
    OptionWord{Option::Attach, "--attach", "k6-json:-", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "sends nothing: k6 makes the run, and its results "
                                              "come on standard input (k6 run -q --out json=- … | "
                                              "stampede-cli run … --attach k6-json:-)")},
    OptionWord{Option::From, "--from", "k6-json|k6-csv|jtl|vegeta|auto", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "the form of the file; auto goes by what stands in "
                                              "it")},
    OptionWord{Option::Pick, "--pick", "N|\"POST /path\"", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "which request of several becomes the scenario")},
    OptionWord{Option::Situation, "--situation", "WHO", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "who meets: two-people (unless told otherwise), "
                                              "last-coupon, one-person (twice at once) or "
                                              "three-people")},
    OptionWord{Option::Matrix, "--matrix", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "every combination of protections and every other "
                                              "strategy, at each isolation level, in each "
                                              "situation")},
    OptionWord{Option::Schedule, "--schedule", "AABBBBBAAA", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "this order alone, a letter a step, and what "
                                              "happens in it")},
    OptionWord{Option::Script, "--script", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes that order, or the shortest wrong one, as "
                                              "what to enter in a client a person")},
    OptionWord{Option::Output, "--output", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText",
                                 "or -o FILE: where the history "
                                 "(stampede.history/1), the transactions "
                                 "(stampede.transactions/1) or the scenario go, standard output "
                                 "unless told otherwise")},
    OptionWord{Option::Listen, "--listen", "HOST:PORT", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText",
                                 "where to listen, 127.0.0.1:8080 unless told otherwise; "
                                 "port 0 takes one that is free; an address that "
                                 "others can reach needs STAMPEDE_API_TOKEN set, "
                                 "which every request must then carry")},
    OptionWord{Option::Connections, "--connections", "N", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "connections to the database, 1 to 1000 (16): so "
                                              "many requests are carried out at once, others "
                                              "wait")},
    OptionWord{Option::Log, "--log", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the service's own log")},
    OptionWord{Option::AllowHost, "--allow-host", "NAME", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "a host that is not this computer and may be used")},
    OptionWord{Option::Language, "--language", "en|ko", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText",
                                 "the language of what is printed; the system's unless told "
                                 "otherwise")},
    OptionWord{
        Option::Force, "--force", nullptr, nullptr, false,
        QT_TRANSLATE_NOOP("UsageText", "overwrites files that are no reports of Stampede's")},
    OptionWord{Option::Quiet, "--quiet", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "prints the result only: no progress, no messages")},
    OptionWord{Option::NoColor, "--no-color", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "no escape sequences; NO_COLOR does the same")},
};

constexpr std::array kCommands = {
    CommandWord{Command::Run, "run", "run SCENARIO [options]",
                QT_TRANSLATE_NOOP("UsageText", "sends the crowd, audits the database, prints the "
                                               "verdict")},
    CommandWord{Command::Predict, "predict", "predict SCENARIO [--set PATH=VALUE]...",
                QT_TRANSLATE_NOOP("UsageText", "what must come out, and faults; touches nothing")},
    CommandWord{
        Command::Presets, "presets", "presets [NAME]",
        QT_TRANSLATE_NOOP("UsageText", "lists the presets, or prints one as a scenario file")},
    CommandWord{Command::Runs, "runs", "runs [--json]",
                QT_TRANSLATE_NOOP("UsageText", "lists the archive, where every run is kept, newest "
                                               "first")},
    CommandWord{Command::Report, "report", "report RUN --out DIR [options]",
                QT_TRANSLATE_NOOP("UsageText", "every report of a run again, from the archive")},
    CommandWord{Command::Compare, "compare", "compare BASE CANDIDATE... [options]",
                QT_TRANSLATE_NOOP("UsageText", "two to six runs, figure by figure, each held "
                                               "against the first: is the difference more than "
                                               "noise?")},
    CommandWord{Command::Verify, "verify", "verify RUN",
                QT_TRANSLATE_NOOP("UsageText", "judges a stored history again and compares its "
                                               "fingerprint with the one that was written down")},
    CommandWord{Command::Doctor, "doctor", "doctor [--database URL]",
                QT_TRANSLATE_NOOP("UsageText", "what a run needs, whether it is there, and what to "
                                               "do where it is not")},
    CommandWord{Command::Audit, "audit", "audit [options]",
                QT_TRANSLATE_NOOP("UsageText", "audits what is there, without a load: Stampede's "
                                               "own tables, or with --profile anybody's; only ever "
                                               "reads")},
    CommandWord{Command::Import, "import",
                "import request 'curl ...'|FILE|- [options] | history FILE --from FORM "
                "[options] | transactions FILE | recipe TOOL",
                QT_TRANSLATE_NOOP("UsageText",
                                  "request: makes a scenario of a request that a browser copied "
                                  "as cURL, or of a HAR file, a Postman collection, an OpenAPI "
                                  "document, an .http file; history: makes one of the results of "
                                  "k6, JMeter or vegeta, for "
                                  "`audit --run`, which takes them as they are, too; transactions: "
                                  "steps for `interleave` of a general or slow query log; recipe: "
                                  "what to add to a script of k6, jmeter, vegeta or locust")},
    CommandWord{Command::Serve, "serve", "serve [options]",
                QT_TRANSLATE_NOOP(
                    "UsageText", "the service over HTTP, for any load tester, until Ctrl+C: POST "
                                 "/api/coupons/{id}/issue with {\"userId\": 7}. Sets up the coupon "
                                 "and users that --set describes; the first line of output is "
                                 "JSON that says where everything is")},
    CommandWord{Command::Sweep, "sweep", "sweep SCENARIO --over PATH=A,B,C ... [options]",
                QT_TRANSLATE_NOOP("UsageText", "one run for every combination of the values, and "
                                               "one table: is it right, and how fast, with each "
                                               "of them?")},
    CommandWord{Command::Interleave, "interleave",
                "interleave [SCENARIO | FILE.transactions.json] [options]",
                QT_TRANSLATE_NOOP("UsageText",
                                  "carries out every order in which two requests of the service, "
                                  "or transactions of your own (stampede.transactions/1), can "
                                  "meet, on a private server, and says in how many the data ends "
                                  "wrong")},
    CommandWord{Command::CheckHistory, "check-history", "check-history FILE|-",
                QT_TRANSLATE_NOOP("UsageText",
                                  "judges recorded histories (stampede.history/1): could one "
                                  "coupon have given these answers, one request at a time? One "
                                  "JSON verdict a line; - reads standard input")},
};

/// Whether the option belongs to `audit`, and whether to it alone.
bool fitsAudit(Option option)
{
    return option == Option::Database || option == Option::Json || option == Option::AllowHost ||
           option == Option::Force || option == Option::Quiet;
}

/// Whether it says how the results of another tool are read.
bool isOfOtherTools(Option option)
{
    return option == Option::Rules || option == Option::User || option == Option::Stock ||
           option == Option::Request;
}

/// What of the rest `run --attach` takes.
bool isOfAttached(Option option)
{
    return option == Option::User || option == Option::Stock || option == Option::Request ||
           option == Option::Before;
}

bool isImportsAlone(Option option)
{
    return option == Option::From || option == Option::Output || option == Option::Pick;
}

bool isAudits(Option option)
{
    return option == Option::Profile || option == Option::Coupon || option == Option::PastRun ||
           option == Option::Settle || option == Option::Snapshot || option == Option::Before ||
           isOfOtherTools(option);
}

bool fitsImport(Option option)
{
    return isOfOtherTools(option) || isImportsAlone(option) || option == Option::Coupon ||
           option == Option::Force || option == Option::Quiet;
}

bool isServes(Option option)
{
    return option == Option::Listen || option == Option::Connections;
}

bool fitsServe(Option option)
{
    return isServes(option) || option == Option::Database || option == Option::Set ||
           option == Option::Log || option == Option::AllowHost || option == Option::Force ||
           option == Option::Quiet;
}

bool isInterleaves(Option option)
{
    return option == Option::Situation || option == Option::Matrix || option == Option::Schedule ||
           option == Option::Script;
}

/// Files that a report makes.
bool isForm(Option option)
{
    return option == Option::Out || option == Option::Json || option == Option::Html ||
           option == Option::Pdf || option == Option::Markdown;
}

bool fitsReport(Option option)
{
    return isForm(option) || option == Option::Junit || option == Option::Csv ||
           option == Option::History || option == Option::Chapters ||
           option == Option::Pseudonyms || option == Option::Force || option == Option::Quiet;
}

bool fitsCompare(Option option)
{
    return isForm(option) || option == Option::Pseudonyms || option == Option::Force ||
           option == Option::Quiet;
}

bool fitsSweep(const OptionWord &option)
{
    return option.setting != nullptr || option.option == Option::Over ||
           option.option == Option::Set || option.option == Option::Database ||
           isForm(option.option) || option.option == Option::AllowHost ||
           option.option == Option::Force || option.option == Option::Quiet;
}

bool fitsInterleave(Option option)
{
    return isInterleaves(option) || option == Option::Set || option == Option::Seed ||
           option == Option::Database || isForm(option) || option == Option::Force ||
           option == Option::Quiet;
}

} // namespace

std::span<const OptionWord> optionWords()
{
    return kOptions;
}

std::span<const CommandWord> commandWords()
{
    return kCommands;
}

bool fits(Command command, const OptionWord &option)
{
    if (option.option == Option::Language || option.option == Option::NoColor) {
        return command != Command::CheckHistory || option.option == Option::NoColor;
    }
    if (command == Command::Run && isOfAttached(option.option)) {
        return true;
    }
    if (command == Command::Run) {
        return !isAudits(option.option) && !isServes(option.option) &&
               !isInterleaves(option.option) && !isImportsAlone(option.option) &&
               option.option != Option::Over && option.option != Option::JsonList;
    }
    if (command == Command::Runs) {
        return option.option == Option::JsonList;
    }
    if (command == Command::Report) {
        return fitsReport(option.option);
    }
    if (command == Command::Compare) {
        return fitsCompare(option.option);
    }
    if (command == Command::Verify) {
        return false;
    }
    if (command == Command::Doctor) {
        return option.option == Option::Database || option.option == Option::AllowHost;
    }
    if (command == Command::Sweep) {
        return fitsSweep(option);
    }
    if (command == Command::Interleave) {
        return fitsInterleave(option.option);
    }
    if (option.option == Option::Attach) {
        return false;
    }
    if (command == Command::Serve) {
        return fitsServe(option.option);
    }
    if (command == Command::Import) {
        return fitsImport(option.option);
    }
    if (command == Command::Audit) {
        return isAudits(option.option) || fitsAudit(option.option);
    }
    return command == Command::Predict &&
           (option.setting != nullptr || option.option == Option::Set);
}

} // namespace stampede
