// SPDX-License-Identifier: MIT
// A statement of somebody's profile only reads or is refused; what is accepted is accepted again as
// it stands, and holds no semicolon that an independent reading of quotes would find outside of
// literals.

#include "database/reading_statement.h"
#include "fuzz_target.h"

using namespace stampede;

namespace {

/// Whether a semicolon stands outside of '…', "…", `…` and comments.
bool hasOpenSemicolon(const QString &sql)
{
    QChar quote;
    for (qsizetype at = 0; at < sql.size(); ++at) {
        const QChar letter = sql[at];
        if (!quote.isNull()) {
            if (letter == QLatin1Char('\\') && quote != QLatin1Char('`')) {
                ++at;
            } else if (letter == quote) {
                quote = QChar();
            }
        } else if (letter == QLatin1Char('\'') || letter == QLatin1Char('"') ||
                   letter == QLatin1Char('`')) {
            quote = letter;
        } else if (sql.mid(at, 2) == QLatin1String("/*")) {
            const qsizetype end = sql.indexOf(QLatin1String("*/"), at + 2);
            at = end < 0 ? sql.size() : end + 1;
        } else if (letter == QLatin1Char('#') || sql.mid(at, 3) == QLatin1String("-- ") ||
                   (sql.mid(at, 2) == QLatin1String("--") && at + 2 < sql.size() &&
                    (sql[at + 2] < QLatin1Char(' ') || sql[at + 2] == QChar(0x7F)))) {
            const qsizetype end = sql.indexOf(QLatin1Char('\n'), at);
            at = end < 0 ? sql.size() : end;
        } else if (letter == QLatin1Char(';')) {
            return true;
        }
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto statement = readingStatement(fuzz::stringOf(data, size));
    if (!statement) {
        fuzz::must(!statement.error().isEmpty(), "a refused statement has a sentence");
        return 0;
    }
    const QString &accepted = statement.value();
    const auto again = readingStatement(accepted);
    fuzz::must(again.ok() && again.value() == accepted, "what is accepted is accepted again");
    fuzz::must(accepted.startsWith(QLatin1String("select"), Qt::CaseInsensitive) ||
                   accepted.startsWith(QLatin1String("with"), Qt::CaseInsensitive) ||
                   accepted.startsWith(QLatin1Char('(')),
               "what is accepted begins with a word that reads");
    fuzz::must(!hasOpenSemicolon(accepted), "what is accepted is one statement");
    return 0;
}
