// SPDX-License-Identifier: MIT
#include "requests/draft_answers.h"

#include "requests/requests_text.h"
#include "scenario/classify_setting.h"
#include "text/outcome_names.h"

#include <QRegularExpression>

#include <map>

namespace stampede {

namespace {

/// The code in an answer that tells it from others of its status.
struct AnswerCode
{
    QString pointer;
    QJsonValue value = QJsonValue::Undefined;
    friend bool operator==(const AnswerCode &, const AnswerCode &) = default;
};

struct ReadAnswer
{
    const FoundAnswer *answer = nullptr;
    AnswerCode code;
    std::optional<Outcome> outcome; ///< nothing where nobody can tell
    bool saysRefusal = false;       ///< by its words
};

bool isCodeKey(const QString &key)
{
    static const QStringList keys = {
        QStringLiteral("code"),       QStringLiteral("errorcode"), QStringLiteral("error"),
        QStringLiteral("status"),     QStringLiteral("reason"),    QStringLiteral("result"),
        QStringLiteral("resultcode"), QStringLiteral("type"),      QStringLiteral("success")};
    QString plain = key.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    return keys.contains(plain);
}

/// Whether the value is one of a few that a program compares: no sentence.
bool isCodeValue(const DocumentNode &node)
{
    static const QRegularExpression word(QStringLiteral("\\A[\\w.:/-]{1,64}\\z"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return node.isScalar() && (!node.isText() || word.match(node.text).hasMatch());
}

QJsonValue valueOf(const DocumentNode &node)
{
    return node.isText()                           ? QJsonValue(node.text)
           : node.kind == DocumentNode::Kind::Bool ? QJsonValue(node.text == QLatin1String("true"))
                                                   : QJsonValue(node.text.toDouble());
}

/// The first code of a body, at its top before inside. A status that only repeats HTTP's is none.
AnswerCode codeIn(const DocumentNode &body, int status, const QString &path = {}, int depth = 0)
{
    for (qsizetype i = 0; body.isObject() && i < body.keys.size(); ++i) {
        const DocumentNode &value = body.items[static_cast<std::size_t>(i)];
        if (isCodeKey(body.keys[i]) && isCodeValue(value) &&
            value.text != QString::number(status)) {
            return {path + jsonPointerPart(body.keys[i]), valueOf(value)};
        }
    }
    for (qsizetype i = 0; depth < 2 && body.isObject() && i < body.keys.size(); ++i) {
        AnswerCode inside = codeIn(body.items[static_cast<std::size_t>(i)], status,
                                   path + jsonPointerPart(body.keys[i]), depth + 1);
        if (!inside.pointer.isEmpty()) {
            return inside;
        }
    }
    return {};
}

/// What the words of an answer say; nothing where they say nothing, or several things.
std::optional<Outcome> outcomeOfWords(const QString &text)
{
    using Words = std::pair<Outcome, QRegularExpression>;
    const auto words = [](const char16_t *pattern) {
        return QRegularExpression(QString::fromUtf16(pattern),
                                  QRegularExpression::CaseInsensitiveOption |
                                      QRegularExpression::UseUnicodePropertiesOption);
    };
    static const std::array<Words, 4> kWords = {
        Words{Outcome::AlreadyIssued,
              words(u"already|duplicate|ALREADY_ISSUED|claimed before|once per|이미|중복")},
        Words{Outcome::OutOfStock,
              words(u"sold.?out|out.?of.?stock|no.?stock|insufficient.?stock|exhausted|depleted|"
                    u"none.?left|no (more )?(coupons?|seats?|items?)( are| is)? ?(left|available)|"
                    u"all gone|\\bgone\\b|품절|소진|매진|재고")},
        Words{
            Outcome::NotStarted,
            words(
                u"not.?(yet.?)?started|not.?yet|before.?(start|open)|not.?open|시작 ?전|오픈 ?전")},
        Words{Outcome::Expired, words(u"expired|has.?ended|is.?over|closed|만료|종료")}};
    std::optional<Outcome> found;
    for (const auto &[outcome, expression] : kWords) {
        if (expression.match(text).hasMatch()) {
            if (found) {
                return std::nullopt;
            }
            found = outcome;
        }
    }
    return found;
}

std::optional<Outcome> outcomeOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Outcome::InvalidRequest;
    case 404:
        return Outcome::NotFound;
    case 409:
        return Outcome::AlreadyIssued;
    case 410:
        return Outcome::OutOfStock;
    default:
        return std::nullopt;
    }
}

ReadAnswer readAnswer(const FoundAnswer &answer)
{
    ReadAnswer read;
    read.answer = &answer;
    const DocumentNode body = readJsonBody(answer.body.toUtf8());
    read.code = codeIn(body, answer.status);
    auto said = outcomeOfWords(read.code.value.toVariant().toString());
    if (!said) {
        said = outcomeOfWords(answer.name + QLatin1Char('\n') + answer.body.left(10'000));
    }
    if (answer.status < 300) {
        static const QRegularExpression failed(QStringLiteral("fail|error|denied|reject"),
                                               QRegularExpression::CaseInsensitiveOption);
        read.saysRefusal = said.has_value() || read.code.value == QJsonValue(false) ||
                           failed.match(read.code.value.toString()).hasMatch();
        const bool isPromise = answer.status == 202;
        read.outcome = read.saysRefusal || isPromise || answer.status < 200
                           ? std::nullopt
                           : std::optional(Outcome::Issued);
    } else if (answer.status >= 400 && answer.status < 500 && !answer.isClass) {
        read.outcome = said ? said : outcomeOfStatus(answer.status);
    }
    return read;
}

QString statusShown(const FoundAnswer &answer)
{
    return answer.isClass ? QStringLiteral("%1xx").arg(answer.status / 100)
                          : QString::number(answer.status);
}

QString codeShown(const AnswerCode &code)
{
    return QStringLiteral("%1 = %2").arg(code.pointer, code.value.isString()
                                                           ? jsonText(code.value.toString())
                                                           : code.value.toVariant().toString());
}

class RuleDrafter
{
public:
    DraftRules draft(const QList<FoundAnswer> &answers)
    {
        std::map<std::pair<int, bool>, QList<ReadAnswer>> byStatus;
        bool anyFailure = false;
        for (const FoundAnswer &answer : answers) {
            anyFailure = anyFailure || answer.status >= 500;
            if (answer.status < 500) {
                byStatus[{answer.status, answer.isClass}] << readAnswer(answer);
            }
        }
        for (const auto &[status, read] : byStatus) {
            if (status.first < 300 || status.first >= 400) {
                addStatus(read);
            }
        }
        if (!m_draft.rules.isEmpty() || anyFailure) {
            ClassifyRule failure;
            failure.leastStatus = 500;
            failure.mostStatus = 599;
            failure.outcome = Outcome::ServerError;
            add(failure, QStringLiteral("5xx"));
        }
        return m_draft;
    }

private:
    void add(const ClassifyRule &rule, const QString &what)
    {
        if (!m_draft.rules.contains(rule)) {
            m_draft.rules << rule;
            m_draft.shown << what + QStringLiteral(": ") + inLine(outcomeName(rule.outcome));
        }
    }

    /// All answers of one status.
    void addStatus(const QList<ReadAnswer> &answers)
    {
        for (const ReadAnswer &read : answers) {
            if (!read.outcome) {
                tellUnknown(read);
                continue;
            }
            const bool isOneOfMany =
                std::any_of(answers.begin(), answers.end(), [&read](const ReadAnswer &other) {
                    return other.outcome != read.outcome;
                });
            const bool isDistinct =
                !read.code.pointer.isEmpty() &&
                std::none_of(answers.begin(), answers.end(), [&read](const ReadAnswer &other) {
                    return other.outcome != read.outcome && other.code == read.code;
                });
            if (isOneOfMany && !isDistinct) {
                m_draft.notes << RequestsText::tr("%1 has answers that mean different things, and "
                                                  "no code tells them apart: write its rules.")
                                     .arg(statusShown(*read.answer));
                continue;
            }
            addAnswer(read, isDistinct && (isOneOfMany || read.outcome != Outcome::Issued));
        }
    }

    void addAnswer(const ReadAnswer &read, bool byCode)
    {
        ClassifyRule rule;
        rule.leastStatus = read.answer->status;
        rule.mostStatus = read.answer->isClass ? rule.leastStatus + 99 : rule.leastStatus;
        rule.outcome = *read.outcome;
        QString what = statusShown(*read.answer);
        if (byCode) {
            rule.pointer = read.code.pointer;
            rule.test.equals = read.code.value;
            what += QStringLiteral(", ") + codeShown(read.code);
        }
        add(rule, what);
    }

    void tellUnknown(const ReadAnswer &read)
    {
        const QString status = statusShown(*read.answer);
        QString note;
        if (read.saysRefusal) {
            note =
                RequestsText::tr("%1 seems to be a refusal in one of its answers; a 2xx is never "
                                 "taken for one here: write its rule.")
                    .arg(status);
        } else if (read.answer->status == 202) {
            note =
                RequestsText::tr("202 says that something may still happen: it has no rule here, "
                                 "and is unknown.");
        } else {
            note = RequestsText::tr("What %1 means is not known: it has no rule here.").arg(status);
        }
        if (!m_draft.notes.contains(note)) {
            m_draft.notes << note;
        }
    }

    DraftRules m_draft;
};

} // namespace

DraftRules draftRules(const QList<FoundAnswer> &answers)
{
    return RuleDrafter().draft(answers);
}

} // namespace stampede
