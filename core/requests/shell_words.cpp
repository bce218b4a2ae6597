// SPDX-License-Identifier: MIT
#include "requests/shell_words.h"

#include "requests/requests_text.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace stampede {

namespace {

bool isBlank(QChar letter)
{
    return letter == QLatin1Char(' ') || letter == QLatin1Char('\t');
}

bool isNameLetter(QChar letter)
{
    return letter == QLatin1Char('_') || (letter.unicode() < 128 && letter.isLetterOrNumber());
}

/// Collects words into commands.
class CommandList
{
public:
    void begin(qsizetype offset)
    {
        if (!m_word) {
            m_word = ShellWord{{}, offset};
        }
    }
    [[nodiscard]] bool isInWord() const { return m_word.has_value(); }
    void append(QStringView text) { m_word->text += text; }
    void append(QChar letter) { m_word->text += letter; }
    void endWord()
    {
        if (m_word && !m_skipsWord && !m_skipsCommand) {
            m_command.words << *m_word;
        }
        m_skipsWord = m_skipsWord && !m_word;
        m_word.reset();
    }
    void endCommand()
    {
        endWord();
        m_skipsCommand = m_skipsWord = false;
        if (!m_command.words.isEmpty()) {
            all << m_command;
        }
        m_command = {};
    }
    /// The number of a descriptor before > is no word.
    void dropFigures()
    {
        static const QRegularExpression figures(QStringLiteral("\\A[0-9]+\\z"));
        if (m_word && figures.match(m_word->text).hasMatch()) {
            m_word.reset();
        }
    }
    void skipNextWord() { m_skipsWord = true; }
    void skipRest()
    {
        if (!m_skipsCommand) {
            m_command.remarks << RequestsText::tr("What stands behind | has no use here.");
        }
        m_skipsCommand = true;
    }

    QList<ShellCommand> all;

private:
    ShellCommand m_command;
    std::optional<ShellWord> m_word;
    bool m_skipsWord = false;
    bool m_skipsCommand = false;
};

class BashReader
{
public:
    BashReader(const QString &text, InputFaults &faults)
        : m_text(text)
        , m_faults(faults)
    {}

    QList<ShellCommand> read()
    {
        while (m_at < m_text.size() && !m_faults.any()) {
            step();
        }
        m_list.endCommand();
        return m_list.all;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(0);
    }
    void fault(qsizetype at, const QString &what) { m_faults.add(placeIn(m_text, at), what); }

    void step()
    {
        const QChar letter = peek();
        switch (letter.unicode()) {
        case ' ':
        case '\t':
        case '\r':
            m_list.endWord();
            ++m_at;
            return;
        case '\n':
        case ';':
        case '&':
            if (letter == QLatin1Char('&') && peek(1) == QLatin1Char('>')) {
                return readRedirection();
            }
            m_list.endCommand();
            ++m_at;
            return;
        case '|':
            m_list.endWord();
            m_list.skipRest();
            ++m_at;
            return;
        case '>':
        case '<':
            return readRedirection();
        case '#':
            if (!m_list.isInWord()) {
                const qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_at);
                m_at = end < 0 ? m_text.size() : end;
                return;
            }
            break;
        case '\\':
            return readBackslash();
        case '\'':
            return readSingle();
        case '"':
            return readDouble();
        case '$':
            return readDollar(false);
        case '`':
            return fault(m_at, RequestsText::tr("expected no command in ` `: put what it prints "
                                                "there"));
        default:
            break;
        }
        m_list.begin(m_at);
        m_list.append(letter);
        ++m_at;
    }

    /// Whether a line ends at so many characters from here, and how many characters that takes.
    [[nodiscard]] qsizetype lineEnd(qsizetype ahead) const
    {
        return peek(ahead) == QLatin1Char('\n')                                           ? 1
               : peek(ahead) == QLatin1Char('\r') && peek(ahead + 1) == QLatin1Char('\n') ? 2
                                                                                          : 0;
    }

    /// >FILE, 2>FILE, >>FILE, 2>&1, &>FILE
    void readRedirection()
    {
        m_list.dropFigures();
        m_list.endWord();
        m_list.skipNextWord();
        while (QStringView(u"<>&").contains(peek())) {
            ++m_at;
        }
    }

    void readBackslash()
    {
        if (const qsizetype end = lineEnd(1); end > 0) {
            m_at += 1 + end;
            return;
        }
        if (m_at + 1 == m_text.size()) {
            ++m_at;
            return;
        }
        m_list.begin(m_at);
        m_list.append(peek(1));
        m_at += 2;
    }

    void readSingle()
    {
        m_list.begin(m_at);
        const qsizetype end = m_text.indexOf(QLatin1Char('\''), m_at + 1);
        if (end < 0) {
            return fault(m_at, RequestsText::tr("expected ' at the end of the text"));
        }
        m_list.append(QStringView(m_text).mid(m_at + 1, end - m_at - 1));
        m_at = end + 1;
    }

    void readDouble()
    {
        const qsizetype start = m_at++;
        m_list.begin(start);
        while (m_at < m_text.size() && !m_faults.any()) {
            const QChar letter = peek();
            if (letter == QLatin1Char('"')) {
                ++m_at;
                return;
            }
            if (letter == QLatin1Char('$')) {
                readDollar(true);
            } else if (letter == QLatin1Char('`')) {
                fault(m_at, RequestsText::tr("expected no command in ` `: put what it prints "
                                             "there"));
            } else if (letter == QLatin1Char('\\') && lineEnd(1) > 0) {
                m_at += 1 + lineEnd(1);
            } else if (letter == QLatin1Char('\\') && QStringView(u"\"\\$`").contains(peek(1))) {
                m_list.append(peek(1));
                m_at += 2;
            } else {
                m_list.append(letter);
                ++m_at;
            }
        }
        if (!m_faults.any()) {
            fault(start, RequestsText::tr("expected \" at the end of the text"));
        }
    }

    void readDollar(bool isQuoted)
    {
        const qsizetype start = m_at;
        m_list.begin(start);
        const QChar next = peek(1);
        if (!isQuoted && next == QLatin1Char('\'')) {
            ++m_at;
            return readEscaped();
        }
        if (!isQuoted && next == QLatin1Char('"')) {
            ++m_at;
            return readDouble();
        }
        if (next == QLatin1Char('(')) {
            return fault(start, RequestsText::tr("expected no command in $( ): put what it prints "
                                                 "there"));
        }
        if (next == QLatin1Char('{')) {
            return readVariable();
        }
        qsizetype end = m_at + 1;
        while (end < m_text.size() && isNameLetter(m_text[end])) {
            ++end;
        }
        if (end == m_at + 1 || next.isDigit()) {
            m_list.append(QLatin1Char('$'));
            ++m_at;
            return;
        }
        m_list.append(QString(QStringLiteral("${env:") + m_text.mid(m_at + 1, end - m_at - 1) +
                              QLatin1Char('}')));
        m_at = end;
    }

    /// ${NAME}, ${NAME:-value} and our own ${env:NAME}.
    void readVariable()
    {
        const qsizetype end = m_text.indexOf(QLatin1Char('}'), m_at);
        if (end < 0) {
            return fault(m_at, RequestsText::tr("expected } behind the name of the variable"));
        }
        QString name = m_text.mid(m_at + 2, end - m_at - 2);
        if (name.startsWith(QLatin1String("env:"))) {
            name = name.mid(4);
        }
        qsizetype length = 0;
        while (length < name.size() && isNameLetter(name[length])) {
            ++length;
        }
        if (length == 0) {
            return fault(m_at, RequestsText::tr("expected the name of a variable behind ${"));
        }
        m_list.append(QString(QStringLiteral("${env:") + name.left(length) + QLatin1Char('}')));
        m_at = end + 1;
    }

    /// $'…': m_at is at the quote.
    void readEscaped()
    {
        const qsizetype start = m_at++;
        QByteArray bytes; // of \xHH, which may be halves of characters
        const auto flush = [&] {
            // Firefox writes é as \xe9, curl's users as \xc3\xa9.
            m_list.append(bytes.isValidUtf8() ? QString::fromUtf8(bytes)
                                              : QString::fromLatin1(bytes));
            bytes.clear();
        };
        while (m_at < m_text.size() && !m_faults.any()) {
            const QChar letter = peek();
            if (letter == QLatin1Char('\'')) {
                flush();
                ++m_at;
                return;
            }
            if (letter != QLatin1Char('\\')) {
                flush();
                m_list.append(letter);
                ++m_at;
                continue;
            }
            ++m_at;
            readEscape(bytes, flush);
        }
        if (!m_faults.any()) {
            fault(start, RequestsText::tr("expected ' at the end of the text"));
        }
    }

    template<typename Flush>
    void readEscape(QByteArray &bytes, const Flush &flush)
    {
        static constexpr std::string_view kNames = "abefnrtv";
        static constexpr std::string_view kValues = "\a\b\x1b\f\n\r\t\v";
        const QChar kind = peek();
        const auto digits = [this](int base, qsizetype most) {
            uint value = 0;
            qsizetype count = 0;
            while (count < most && m_at < m_text.size()) {
                bool isDigit = false;
                const uint digit = QString(m_text[m_at]).toUInt(&isDigit, base);
                if (!isDigit) {
                    break;
                }
                value = value * static_cast<uint>(base) + digit;
                ++m_at;
                ++count;
            }
            return count > 0 ? std::optional(value) : std::nullopt;
        };
        const qsizetype start = m_at - 1;
        if (kind.isDigit() && kind < QLatin1Char('8')) {
            bytes += static_cast<char>(digits(8, 3).value_or(0));
            return;
        }
        ++m_at;
        if (kind == QLatin1Char('x')) {
            const auto byte = digits(16, 2);
            return byte ? void(bytes += static_cast<char>(*byte))
                        : fault(start, RequestsText::tr("expected hexadecimal digits after \\x"));
        }
        flush();
        if (kind == QLatin1Char('u') || kind == QLatin1Char('U')) {
            const auto code = digits(16, kind == QLatin1Char('u') ? 4 : 8);
            if (!code || *code > 0x10FFFF || *code == 0) {
                return fault(start,
                             RequestsText::tr("expected hexadecimal digits after \\%1").arg(kind));
            }
            const auto letter = static_cast<char32_t>(*code);
            return m_list.append(code > 0xFFFFU ? QString::fromUcs4(&letter, 1)
                                                : QString(QChar(static_cast<char16_t>(*code))));
        }
        const auto at = kNames.find(static_cast<char>(kind.unicode() < 128 ? kind.unicode() : 0));
        m_list.append(at == std::string_view::npos ? kind : QChar(QLatin1Char(kValues[at])));
    }

    const QString &m_text;
    InputFaults &m_faults;
    CommandList m_list;
    qsizetype m_at = 0;
};

/// What cmd.exe hands to programs: one line, with where each character stood.
struct CmdLine
{
    QString text;
    std::vector<qsizetype> offsets;
    void append(QChar letter, qsizetype offset)
    {
        text += letter;
        offsets.push_back(offset);
    }
};

qsizetype newLineAt(const QString &text, qsizetype at)
{
    if (at < text.size() && text[at] == QLatin1Char('\n')) {
        return 1;
    }
    return at + 1 < text.size() && text[at] == QLatin1Char('\r') &&
                   text[at + 1] == QLatin1Char('\n')
               ? 2
               : 0;
}

/// Takes the carets away and cuts at what ends a command. Inside quotes cmd leaves carets alone,
/// but browsers did write them there before quotes.
QList<CmdLine> withoutCarets(const QString &text)
{
    QList<CmdLine> lines(1);
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text[at];
        if (letter == QLatin1Char('^') && at + 1 < text.size()) {
            if (const qsizetype end = newLineAt(text, at + 1); end > 0) {
                at += end;
                if (const qsizetype second = newLineAt(text, at + 1); second > 0) {
                    lines.back().append(QLatin1Char('\n'), at + 1);
                    at += second;
                }
                continue;
            }
            const QChar next = text[at + 1];
            if (!isQuoted || !(next.isLetterOrNumber() || next.isSpace())) {
                lines.back().append(next, at + 1);
                ++at;
                continue;
            }
        }
        const bool ends = !isQuoted && (letter == QLatin1Char('\n') || letter == QLatin1Char('&'));
        if (ends) {
            lines << CmdLine();
            continue;
        }
        if (letter == QLatin1Char('"') && (at == 0 || text[at - 1] != QLatin1Char('\\'))) {
            isQuoted = !isQuoted;
        }
        lines.back().append(letter, at);
    }
    return lines;
}

/// The words of one line by the rules of Microsoft's C library.
class CmdWords
{
public:
    CmdWords(const CmdLine &line, const QString &whole, CommandList &list, InputFaults &faults)
        : m_line(line)
        , m_whole(whole)
        , m_list(list)
        , m_faults(faults)
    {}

    void read()
    {
        while (m_at < m_line.text.size()) {
            step();
        }
        if (m_isQuoted) {
            m_faults.add(placeIn(m_whole, m_opened),
                         RequestsText::tr("expected \" at the end of the text"));
        }
        m_list.endCommand();
    }

private:
    [[nodiscard]] qsizetype offset() const
    {
        return m_line.offsets[static_cast<std::size_t>(m_at)];
    }

    void step()
    {
        const QChar letter = m_line.text[m_at];
        if (!m_isQuoted && (isBlank(letter) || letter == QLatin1Char('\r'))) {
            m_list.endWord();
            ++m_at;
        } else if (letter == QLatin1Char('\\')) {
            readBackslashes();
        } else if (letter == QLatin1Char('"')) {
            readQuote();
        } else {
            m_list.begin(offset());
            m_list.append(letter);
            ++m_at;
        }
    }

    void readBackslashes()
    {
        m_list.begin(offset());
        qsizetype count = 0;
        while (m_at < m_line.text.size() && m_line.text[m_at] == QLatin1Char('\\')) {
            ++count;
            ++m_at;
        }
        const bool isBeforeQuote =
            m_at < m_line.text.size() && m_line.text[m_at] == QLatin1Char('"');
        m_list.append(QString(count / 2, QLatin1Char('\\')));
        if (count % 2 == 1) {
            m_list.append(isBeforeQuote ? QLatin1Char('"') : QLatin1Char('\\'));
            m_at += isBeforeQuote ? 1 : 0;
        }
    }

    void readQuote()
    {
        m_list.begin(offset());
        const bool isDoubled = m_isQuoted && m_at + 1 < m_line.text.size() &&
                               m_line.text[m_at + 1] == QLatin1Char('"');
        if (isDoubled) {
            m_list.append(QLatin1Char('"'));
            m_at += 2;
            return;
        }
        m_opened = offset();
        m_isQuoted = !m_isQuoted;
        ++m_at;
    }

    const CmdLine &m_line;
    const QString &m_whole;
    CommandList &m_list;
    InputFaults &m_faults;
    qsizetype m_at = 0;
    qsizetype m_opened = 0;
    bool m_isQuoted = false;
};

} // namespace

QList<ShellCommand> bashCommands(const QString &text, InputFaults &faults)
{
    return BashReader(text, faults).read();
}

QList<ShellCommand> cmdCommands(const QString &text, InputFaults &faults)
{
    CommandList list;
    for (const CmdLine &line : withoutCarets(text)) {
        CmdWords(line, text, list, faults).read();
    }
    return list.all;
}

bool isForCmd(const QString &text)
{
    static const QRegularExpression carets(
        QStringLiteral("\\A\\s*curl(\\.exe)?\\s+(-\\S+\\s+)*\\^\"|\\^\\r?\\n"));
    if (carets.match(text).hasMatch()) {
        return !text.contains(QRegularExpression(QStringLiteral("\\s\\$?'")));
    }
    // "{""userId"":7}": bash would write that nowhere.
    static const QRegularExpression doubled(QStringLiteral("[^\\s\"]\"\"[^\\s\"]"));
    static const QRegularExpression bash(QStringLiteral("\\s\\$?'|\\\\\\r?\\n"));
    return doubled.match(text).hasMatch() && !bash.match(text).hasMatch();
}

} // namespace stampede
