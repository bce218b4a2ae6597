// SPDX-License-Identifier: MIT
#include "database/reading_statement.h"

#include "database/database_text.h"

#include <QCoreApplication>
#include <QList>
#include <QSet>

#include <algorithm>
#include <optional>

namespace stampede {

namespace {

struct Token
{
    enum class Kind
    {
        Word,             ///< in capitals
        QuotedIdentifier, ///< what stands between the backticks, in capitals
        Literal,
        Symbol ///< one character
    };
    Kind kind = Kind::Symbol;
    QString text;
    qsizetype at = 0; ///< of words: where they begin

    [[nodiscard]] bool isWord(const char *word) const
    {
        return kind == Kind::Word && text == QLatin1String(word);
    }
    [[nodiscard]] bool isSymbol(char symbol) const
    {
        return kind == Kind::Symbol && text == QLatin1Char(symbol);
    }
};

bool isBlank(QChar c)
{
    const char16_t code = c.unicode();
    return code == u' ' || (code >= u'\t' && code <= u'\r');
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7F;
}

bool isWordPart(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') ||
           (code >= u'0' && code <= u'9') || code == u'_' || code == u'$' || code >= 0x80;
}

/// Splits a statement as the servers' own lexers do. The error says what cannot be told apart.
class Lexer
{
public:
    explicit Lexer(const QString &sql)
        : m_sql(sql)
    {}

    Result<QList<Token>, QString> tokens()
    {
        QList<Token> found;
        while (m_at < m_sql.size()) {
            const QChar c = m_sql[m_at];
            if (isBlank(c)) {
                ++m_at;
            } else if (isControl(c)) {
                return Failure{DatabaseText::tr("must not contain control characters")};
            } else if (startsComment()) {
                if (auto skipped = skipComment(); !skipped) {
                    return Failure{skipped.error()};
                }
            } else if (c == u'\'' || c == u'"' || c == u'`') {
                const std::optional<Token> token = quoted(c);
                if (!token) {
                    return Failure{DatabaseText::tr("must close every %1 that it opens").arg(c)};
                }
                found.append(*token);
            } else if (isWordPart(c)) {
                found.append(word());
            } else {
                found.append({Token::Kind::Symbol, c});
                ++m_at;
            }
        }
        return found;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_sql.size() ? m_sql[m_at + ahead] : QChar(u'\0');
    }

    [[nodiscard]] bool startsComment() const
    {
        const bool dashes =
            peek(0) == u'-' && peek(1) == u'-' && (isBlank(peek(2)) || isControl(peek(2)));
        return peek(0) == u'#' || dashes || (peek(0) == u'/' && peek(1) == u'*');
    }

    Result<void, QString> skipComment()
    {
        if (peek(0) != u'/') {
            // Only a line feed ends such a comment.
            const qsizetype end = m_sql.indexOf(u'\n', m_at);
            m_at = end < 0 ? m_sql.size() : end + 1;
            return {};
        }
        const QChar first = peek(2);
        const bool carriedOut =
            first == u'!' || first == u'+' || (first.toUpper() == u'M' && peek(3) == u'!');
        if (carriedOut) {
            return Failure{
                DatabaseText::tr("must not contain a comment that the server carries out "
                                 "(/*! */, /*M! */, /*+ */)")};
        }
        const qsizetype end = m_sql.indexOf(QLatin1String("*/"), m_at + 2);
        if (end < 0) {
            return Failure{DatabaseText::tr("must close every /* that it opens")};
        }
        m_at = end + 2;
        return {};
    }

    std::optional<Token> quoted(QChar quote)
    {
        const qsizetype start = ++m_at;
        for (; m_at < m_sql.size(); ++m_at) {
            if (m_sql[m_at] == u'\\' && quote != u'`') {
                ++m_at; // whatever follows belongs to the literal
            } else if (m_sql[m_at] == quote) {
                if (peek(1) != quote) {
                    const QString inside = m_sql.mid(start, m_at - start);
                    ++m_at;
                    return Token{quote == u'`' ? Token::Kind::QuotedIdentifier
                                               : Token::Kind::Literal,
                                 inside.toUpper()};
                }
                ++m_at; // a doubled quote
            }
        }
        return std::nullopt;
    }

    Token word()
    {
        const qsizetype start = m_at;
        while (m_at < m_sql.size() && isWordPart(m_sql[m_at])) {
            ++m_at;
        }
        return {Token::Kind::Word, m_sql.mid(start, m_at - start).toUpper(), start};
    }

    const QString &m_sql;
    qsizetype m_at = 0;
};

/// Reserved words that only statements which write, lock or leave the server's rows need.
const QSet<QString> &forbiddenWords()
{
    static const QSet<QString> words = {QStringLiteral("INTO"),     QStringLiteral("OUTFILE"),
                                        QStringLiteral("DUMPFILE"), QStringLiteral("DELETE"),
                                        QStringLiteral("UPDATE"),   QStringLiteral("PROCEDURE"),
                                        QStringLiteral("HANDLER"),  QStringLiteral("CALL")};
    return words;
}

/// Functions that lock, wait, count a sequence up, read files or start programs.
const QSet<QString> &forbiddenFunctions()
{
    static const QSet<QString> names = {QStringLiteral("GET_LOCK"),
                                        QStringLiteral("RELEASE_LOCK"),
                                        QStringLiteral("RELEASE_ALL_LOCKS"),
                                        QStringLiteral("SLEEP"),
                                        QStringLiteral("BENCHMARK"),
                                        QStringLiteral("LOAD_FILE"),
                                        QStringLiteral("NEXTVAL"),
                                        QStringLiteral("SETVAL"),
                                        QStringLiteral("MASTER_POS_WAIT"),
                                        QStringLiteral("MASTER_GTID_WAIT"),
                                        QStringLiteral("SOURCE_POS_WAIT"),
                                        QStringLiteral("WAIT_FOR_EXECUTED_GTID_SET"),
                                        QStringLiteral("WAIT_UNTIL_SQL_THREAD_AFTER_GTIDS"),
                                        QStringLiteral("SYS_EXEC"),
                                        QStringLiteral("SYS_EVAL"),
                                        QStringLiteral("SYS_SET")};
    return names;
}

/// The forbidden word that a word is or, after a number ("1.5INTO"), ends with.
QString forbiddenIn(const QString &word)
{
    const auto isIt = [&word](const QString &forbidden) {
        return word == forbidden || (word.front().isDigit() && word.endsWith(forbidden));
    };
    for (const QSet<QString> *set : {&forbiddenWords(), &forbiddenFunctions()}) {
        const auto found = std::find_if(set->begin(), set->end(), isIt);
        if (found != set->end()) {
            return *found;
        }
    }
    return {};
}

/// What the token at that place has to do with writing, locking or waiting; empty for nothing.
QString forbiddenAt(const QList<Token> &tokens, qsizetype at)
{
    const Token &token = tokens[at];
    const Token next = tokens.value(at + 1);
    switch (token.kind) {
    case Token::Kind::Word:
        if (QString word = forbiddenIn(token.text); !word.isEmpty()) {
            return word;
        }
        // These two are functions as well.
        if ((token.isWord("INSERT") || token.isWord("REPLACE")) && !next.isSymbol('(')) {
            return token.text;
        }
        if (token.isWord("FOR") && next.isWord("SHARE")) {
            return QStringLiteral("FOR SHARE");
        }
        if (token.isWord("LOCK") && next.isWord("IN")) {
            return QStringLiteral("LOCK IN SHARE MODE");
        }
        if (token.isWord("NEXT") && next.isWord("VALUE")) {
            return QStringLiteral("NEXT VALUE FOR");
        }
        return token.text.startsWith(u'$') ? token.text : QString();
    case Token::Kind::QuotedIdentifier:
        // A function may be named between backticks.
        return forbiddenFunctions().contains(token.text) && next.isSymbol('(') ? token.text
                                                                               : QString();
    case Token::Kind::Symbol:
        // Values are never bound here, and the driver would take these two for places of values.
        return QStringLiteral("?:;\\").contains(token.text) ? token.text : QString();
    case Token::Kind::Literal:
        return {};
    }
    return {};
}

bool parenthesesMatch(const QList<Token> &tokens)
{
    int open = 0;
    for (const Token &token : tokens) {
        open += token.isSymbol('(') ? 1 : 0;
        open -= token.isSymbol(')') ? 1 : 0;
        if (open < 0) {
            return false;
        }
    }
    return open == 0;
}

} // namespace

Result<QString, QString> readingStatement(const QString &sql)
{
    QString statement = sql.trimmed();
    while (statement.endsWith(u';')) {
        statement = statement.chopped(1).trimmed();
    }
    const auto lexed = Lexer(statement).tokens();
    if (!lexed) {
        return Failure{lexed.error()};
    }
    const QList<Token> &tokens = lexed.value();
    if (tokens.isEmpty() || !(tokens.first().isWord("SELECT") || tokens.first().isWord("WITH"))) {
        return Failure{DatabaseText::tr("must begin with SELECT or WITH")};
    }
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QString forbidden = forbiddenAt(tokens, i);
        if (forbidden == QLatin1String(";")) {
            return Failure{DatabaseText::tr("must be one statement")};
        }
        if (!forbidden.isEmpty()) {
            return Failure{
                DatabaseText::tr("must not contain %1 outside quotes: an audit only reads")
                    .arg(forbidden)};
        }
    }
    if (!parenthesesMatch(tokens)) {
        return Failure{DatabaseText::tr("must close every ( that it opens")};
    }
    return statement.mid(tokens.first().at);
}

} // namespace stampede
