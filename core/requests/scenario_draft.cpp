// SPDX-License-Identifier: MIT
#include "requests/scenario_draft.h"

#include "requests/draft_answers.h"
#include "requests/draft_steps.h"
#include "requests/request_parts.h"
#include "requests/requests_text.h"
#include "scenario/classify_setting.h"
#include "scenario/scenario_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <functional>
#include <map>

namespace stampede {

namespace {

// Placeholders while a request is rewritten: characters that no text of a request may hold.
constexpr QChar kPlaceholder{0xFDD0}; ///< {name}
constexpr QChar kVariable{0xFDD1};    ///< ${env:NAME}
constexpr QChar kMarkEnd{0xFDD2};

constexpr qsizetype kLongestBody = 65'536;
constexpr qsizetype kLeastInside = 4; ///< characters of a value that is looked for inside others

QString placeholderMark(const QString &name)
{
    return kPlaceholder + name + kMarkEnd;
}

QString variableMark(const QString &name)
{
    return kVariable + name + kMarkEnd;
}

bool hasMark(const QString &text)
{
    return text.contains(kPlaceholder) || text.contains(kVariable);
}

/// As scenarios write placeholders.
QString withPlaceholders(QString text)
{
    return text.replace(kPlaceholder, QLatin1String("{"))
        .replace(kVariable, QLatin1String("${env:"))
        .replace(kMarkEnd, QLatin1String("}"));
}

/// The pieces between placeholders go through `change`.
QString besideMarks(const QString &text, const std::function<QString(const QString &)> &change)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != kPlaceholder && text[i] != kVariable) {
            continue;
        }
        const qsizetype end = text.indexOf(kMarkEnd, i);
        if (end < 0) {
            break;
        }
        out += change(text.mid(from, i - from)) + text.mid(i, end + 1 - i);
        from = end + 1;
        i = end;
    }
    return out + change(text.mid(from));
}

QString percentEncoded(const QString &text)
{
    return besideMarks(text, [](const QString &plain) {
        return QString::fromLatin1(QUrl::toPercentEncoding(plain, QByteArray(), QByteArray("~")));
    });
}

/// Braces with a name between them, and ${env:, that are meant as they stand.
QString withoutBraces(const QString &text, const char *open)
{
    static const QRegularExpression named(QStringLiteral("\\{(?=[A-Za-z_][A-Za-z0-9_]*\\}|env:)"));
    QString out = text;
    return out.replace(named, QLatin1String(open));
}

/// Where a value stands in a request.
enum class Spot
{
    Path,
    Query,
    Header,
    Cookie,
    Form,
    Json,
    Text
};

QString spotShown(Spot spot, const QString &name)
{
    switch (spot) {
    case Spot::Path:
        return RequestsText::tr("the path");
    case Spot::Query:
        return RequestsText::tr("the query (%1)").arg(name);
    case Spot::Header:
        return RequestsText::tr("the header %1").arg(name);
    case Spot::Cookie:
        return RequestsText::tr("the cookie %1").arg(name);
    case Spot::Form:
        return RequestsText::tr("the form (%1)").arg(name);
    case Spot::Json:
    case Spot::Text:
        return name.isEmpty() ? RequestsText::tr("the body")
                              : RequestsText::tr("the body (%1)").arg(name);
    }
    return {};
}

/// Gets a value decoded, and gives it back with placeholders in it, or nothing to leave it.
using Rewriter =
    std::function<std::optional<QString>(Spot spot, const QString &name, const QString &value)>;

/// name=value pairs of a query or a form.
QString rewrittenPairs(const QString &pairs, Spot spot, const Rewriter &rewrite)
{
    QStringList out;
    for (const QString &pair : pairs.split(QLatin1Char('&'))) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        const auto decoded = [](QString text) {
            text.replace(QLatin1Char('+'), QLatin1Char(' '));
            return QUrl::fromPercentEncoding(text.toUtf8());
        };
        const auto made =
            equals < 0 ? std::nullopt
                       : rewrite(spot, decoded(pair.left(equals)), decoded(pair.mid(equals + 1)));
        out << (made ? pair.left(equals + 1) + percentEncoded(*made) : pair);
    }
    return out.join(QLatin1Char('&'));
}

QString rewrittenUrl(const QString &url, const Rewriter &rewrite)
{
    const qsizetype scheme = url.indexOf(QLatin1String("://"));
    const qsizetype variable = url.startsWith(kVariable) ? url.indexOf(kMarkEnd) + 1 : 0;
    static const QRegularExpression ends(QStringLiteral("[/?]"));
    qsizetype begin = url.indexOf(ends, scheme < 0 ? variable : scheme + 3);
    begin = begin < 0 ? url.size() : begin;
    const qsizetype query = url.indexOf(QLatin1Char('?'), begin);
    const qsizetype end = query < 0 ? url.size() : query;
    QStringList segments = url.mid(begin, end - begin).split(QLatin1Char('/'));
    for (QString &segment : segments) {
        const QString value = QUrl::fromPercentEncoding(segment.toUtf8());
        const auto made = value.isEmpty() ? std::nullopt : rewrite(Spot::Path, {}, value);
        if (made) {
            segment = percentEncoded(*made);
        }
    }
    QString out = url.left(begin) + segments.join(QLatin1Char('/'));
    if (query >= 0) {
        out += QLatin1Char('?') + rewrittenPairs(url.mid(query + 1), Spot::Query, rewrite);
    }
    return out;
}

/// The bytes with every placeholder as figures of its length, so that JSON is JSON still.
QByteArray probeOf(const QByteArray &body)
{
    QByteArray probe = body;
    const std::array starts = {QString(kPlaceholder).toUtf8(), QString(kVariable).toUtf8()};
    const QByteArray end = QString(kMarkEnd).toUtf8();
    for (const QByteArray &start : starts) {
        qsizetype at = 0;
        while ((at = probe.indexOf(start, at)) >= 0) {
            const qsizetype close = probe.indexOf(end, at);
            if (close < 0) {
                break;
            }
            probe.replace(at, close + end.size() - at, QByteArray(close + end.size() - at, '1'));
        }
    }
    return probe;
}

/// Rewrites the values of a JSON body where they stand, and leaves all else as it was written.
class JsonRewriter
{
public:
    JsonRewriter(const QByteArray &body, const Rewriter &rewrite)
        : m_body(body)
        , m_rewrite(rewrite)
    {}

    QString rewritten(const DocumentNode &root)
    {
        visit(root, {}, {});
        m_out += m_body.mid(m_from);
        return QString::fromUtf8(m_out);
    }

private:
    void visit(const DocumentNode &node, const QString &pointer, const QString &key)
    {
        if (node.kind == DocumentNode::Kind::Text || node.kind == DocumentNode::Kind::Number) {
            return replace(node, pointer, key);
        }
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const QString name =
                node.isObject() ? node.keys[static_cast<qsizetype>(i)] : QString::number(i);
            visit(node.items[i], pointer + QLatin1Char('/') + name, node.isObject() ? name : key);
        }
    }

    void replace(const DocumentNode &node, const QString &pointer, const QString &key)
    {
        const QByteArray written = m_body.mid(node.offset, node.end - node.offset);
        const QString value =
            node.isText() ? QJsonDocument::fromJson("[" + written + "]").array().at(0).toString()
                          : QString::fromUtf8(written);
        const auto made = m_rewrite(Spot::Json, key.isEmpty() ? pointer : key, value);
        if (!made) {
            return;
        }
        m_out += m_body.mid(m_from, node.offset - m_from);
        m_out += (node.isText() ? jsonText(*made) : *made).toUtf8();
        m_from = node.end;
    }

    const QByteArray &m_body;
    const Rewriter &m_rewrite;
    QByteArray m_out;
    qsizetype m_from = 0;
};

bool isForm(const CopiedRequest &request)
{
    return request.header(QStringLiteral("Content-Type"))
        .value_or(QString())
        .contains(QLatin1String("x-www-form-urlencoded"), Qt::CaseInsensitive);
}

/// Headers of a browser or of the connection in which nobody's value is looked for.
bool isUsualHeader(const QString &name)
{
    static const QRegularExpression usual(
        QStringLiteral("\\A(accept.*|cache-control|content-type|dnt|origin|pragma|priority|referer|"
                       "sec-.*|te|upgrade-insecure-requests|user-agent|x-requested-with)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return usual.match(name).hasMatch();
}

/// Headers that the program makes itself, or that would change what an answer is.
bool isMadeHere(const QString &name)
{
    static const QRegularExpression ours(
        QStringLiteral("\\A(:.*|accept-encoding|authority|method|path|scheme|connection|content-"
                       "length|expect|host|keep-alive|"
                       "proxy-.*|trailer|transfer-encoding|upgrade|x-request-id)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return ours.match(name).hasMatch();
}

bool isSecretName(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    static const QRegularExpression words(QStringLiteral(
        "token|secret|passw|apikey|accesskey|privatekey|signature|sessionid|credential|csrf|xsrf|"
        "authorization|\\A(key|sig|pwd|otp|jwt|session|sid)\\z"));
    return words.match(plain).hasMatch();
}

bool isSecretHeaderName(const QString &name)
{
    static const QRegularExpression words(QStringLiteral("auth|session|signature|credential|csrf"),
                                          QRegularExpression::CaseInsensitiveOption);
    return isSecretHeader(name) || words.match(name).hasMatch();
}

/// A value that somebody named: the literal, and the placeholder that takes its place.
struct NamedValue
{
    QString given;         ///< on the command line
    QString literal;       ///< empty: nobody named any
    QString placeholder;   ///< userId, couponId or a column
    bool isColumn = false; ///< of a people's file
    QStringList places;    ///< where it stood
    bool wasOpen = false;  ///< it is the name of a value that nobody gave
};

class Drafter
{
public:
    Drafter(const FoundRequests &found, const DraftOrder &order, const QString &place)
        : m_found(found)
        , m_order(order)
        , m_picked(found.requests[order.request])
        , m_faults(place)
        , m_answers(found.requests, order.request)
    {
        m_user = namedValue(order.user, QStringLiteral("userId"));
        m_coupon = namedValue(order.coupon, QStringLiteral("couponId"));
    }

    Result<DraftedScenario, QStringList> draft()
    {
        checkRequest();
        if (m_faults.any()) {
            return Failure{m_faults.lines()};
        }
        m_draft.notes = m_found.remarks + m_picked.remarks;
        QJsonObject target = sent(m_picked, m_order.request, false);
        target.insert(QStringLiteral("kind"), QStringLiteral("http"));
        addSteps(target);
        addAnswers(target);
        checkNamed(m_user, QStringLiteral("--user"));
        checkNamed(m_coupon, QStringLiteral("--coupon"));
        if (m_faults.any()) {
            return Failure{m_faults.lines()};
        }
        finish(target);
        m_draft.secrets = m_secrets;
        return m_draft;
    }

private:
    static bool standsIn(const CopiedRequest &request, const QString &literal)
    {
        QString all = request.url + QLatin1Char('\n') + request.body;
        for (const auto &[name, value] : request.headers) {
            all += QLatin1Char('\n') + value;
        }
        return !literal.isEmpty() &&
               (all.contains(literal) || QUrl::fromPercentEncoding(all.toUtf8()).contains(literal));
    }

    [[nodiscard]] NamedValue namedValue(const QString &given, const QString &placeholder) const
    {
        static const QRegularExpression column(
            QStringLiteral("\\A([A-Za-z_][A-Za-z0-9_]*)=(.+)\\z"),
            QRegularExpression::DotMatchesEverythingOption);
        NamedValue value;
        value.given = value.literal = given;
        value.placeholder = placeholder;
        const auto match = column.match(given);
        if (match.hasMatch() && !standsIn(m_picked, given)) {
            value.literal = match.captured(2);
            value.isColumn = match.captured(1) != placeholder;
            value.placeholder = match.captured(1);
        }
        return value;
    }

    void checkRequest()
    {
        if (!m_picked.refusal.isEmpty()) {
            return m_faults.add(m_picked.refusedAt, m_picked.refusal);
        }
        static const QStringList methods = {QStringLiteral("GET"), QStringLiteral("POST"),
                                            QStringLiteral("PUT"), QStringLiteral("PATCH"),
                                            QStringLiteral("DELETE")};
        if (!methods.contains(m_picked.method)) {
            m_faults.add(m_picked.place,
                         RequestsText::tr("expected one of the methods %1, not %2")
                             .arg(methods.join(QStringLiteral(", ")), m_picked.method));
        }
    }

    void checkNamed(const NamedValue &value, const QString &option)
    {
        if (!value.literal.isEmpty() && value.places.isEmpty()) {
            m_faults.add(m_picked.place, RequestsText::tr("expected the value of %1 in %2: %3 "
                                                          "stands nowhere in it")
                                             .arg(option, m_picked.title(), value.literal));
        }
    }

    // Rewriting.

    /// What the input asks for already becomes marks, and so do values that nobody gave.
    QString marked(const QString &text, bool hasOpenValues)
    {
        static const QRegularExpression variable(
            QStringLiteral("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}"));
        static const QRegularExpression open(QStringLiteral("\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
        QString out = text;
        for (const QChar mark : {kPlaceholder, kVariable, kMarkEnd}) {
            out.replace(mark, QChar(QChar::ReplacementCharacter));
        }
        replaceAll(out, variable, [this](const QString &name) {
            noteVariable(name, RequestsText::tr("asked for by the request itself"));
            return variableMark(name);
        });
        if (hasOpenValues) {
            replaceAll(out, open, [this](const QString &name) { return openMark(name); });
        }
        return out;
    }

    static void replaceAll(QString &text, const QRegularExpression &expression,
                           const std::function<QString(const QString &)> &made)
    {
        qsizetype at = 0;
        for (auto match = expression.match(text, at); match.hasMatch();
             match = expression.match(text, at)) {
            const QString replacement = made(match.captured(1));
            text.replace(match.capturedStart(), match.capturedLength(), replacement);
            at = match.capturedStart() + replacement.size();
        }
    }

    QString openMark(const QString &name)
    {
        for (NamedValue *value : {&m_user, &m_coupon}) {
            if (!value->literal.isEmpty() && value->literal == name) {
                value->places << RequestsText::tr("where the document leaves {%1} open").arg(name);
                value->wasOpen = true;
                return placeholderMark(value->placeholder);
            }
        }
        const QString asked = environmentNames(environmentPlaceholder(name)).constFirst();
        noteVariable(asked, RequestsText::tr("left open by the document: %1").arg(name));
        return variableMark(asked);
    }

    void noteVariable(const QString &name, const QString &meaning)
    {
        if (!isVariable(name)) {
            m_draft.variables.append({name, meaning});
        }
    }

    /// The variable that holds this secret; one secret has one variable, two have two.
    QString secretMark(const QString &wanted, const QString &value, const QString &meaning)
    {
        const QString base = environmentNames(environmentPlaceholder(wanted)).constFirst();
        QString name = base;
        for (int i = 2; m_secrets.value(name, value) != value ||
                        (!m_secrets.contains(name) && isVariable(name));
             ++i) {
            name = base + QLatin1Char('_') + QString::number(i);
        }
        m_secrets.insert(name, value);
        noteVariable(name, meaning);
        return variableMark(name);
    }

    [[nodiscard]] bool isVariable(const QString &name) const
    {
        return std::any_of(m_draft.variables.begin(), m_draft.variables.end(),
                           [&name](const auto &each) { return each.name == name; });
    }

    /// The value with a named literal as a placeholder; nothing where it is not there.
    static std::optional<QString> withNamed(NamedValue &named, Spot spot, const QString &name,
                                            const QString &value)
    {
        if (named.literal.isEmpty()) {
            return std::nullopt;
        }
        QString made = value;
        if (value == named.literal) {
            made = placeholderMark(named.placeholder);
        } else if (named.literal.size() >= kLeastInside) {
            const QRegularExpression inside(QStringLiteral("(?<![A-Za-z0-9])") +
                                            QRegularExpression::escape(named.literal) +
                                            QStringLiteral("(?![A-Za-z0-9])"));
            made.replace(inside, placeholderMark(named.placeholder));
        }
        if (spot == Spot::Text) { // a part of a form, or a line
            const QRegularExpression line(QStringLiteral("^") +
                                              QRegularExpression::escape(named.literal) +
                                              QStringLiteral("(?=\\r?$)"),
                                          QRegularExpression::MultilineOption);
            made.replace(line, placeholderMark(named.placeholder));
        }
        if (made == value) {
            return std::nullopt;
        }
        const QString place = spotShown(spot, name);
        if (!named.places.contains(place)) {
            named.places << place;
        }
        return made;
    }

    std::optional<QString> withBoth(Spot spot, const QString &name, const QString &value)
    {
        auto made = withNamed(m_user, spot, name, value);
        // What is a placeholder already holds no coupon.
        const auto more = made && hasMark(*made) && m_user.literal == value
                              ? std::nullopt
                              : withNamed(m_coupon, spot, name, made.value_or(value));
        return more ? more : made;
    }

    /// A value that an earlier answer gave; the request that gave it becomes a step.
    std::optional<QString> fromStep(Spot spot, const QString &name, const QString &value)
    {
        const auto source = m_answers.sourceOf(value, m_current);
        if (!source || value == m_user.literal || value == m_coupon.literal) {
            return std::nullopt;
        }
        for (const auto &[placeholder, place] : m_extracted) {
            if (place.request == source->request && place.extract == source->extract) {
                return placeholderMark(placeholder);
            }
        }
        static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_]"));
        QString base = source->name.isEmpty() ? name : source->name;
        base.replace(odd, QStringLiteral("_"));
        if (base.isEmpty() || base.at(0).isDigit()) {
            base.prepend(QLatin1String("value_"));
        }
        QString placeholder = base;
        const auto isTaken = [this](const QString &candidate) {
            return candidate == QLatin1String("userId") || candidate == QLatin1String("couponId") ||
                   candidate == m_user.placeholder || candidate == m_coupon.placeholder ||
                   m_extracted.contains(candidate);
        };
        for (int i = 2; isTaken(placeholder); ++i) {
            placeholder = base + QString::number(i);
        }
        m_extracted.insert({placeholder, *source});
        // A ticket of a waiting line is a request's, what proves who somebody is their own.
        static const QRegularExpression passing(
            QStringLiteral("queue|ticket|wait|nonce|csrf|xsrf|once"),
            QRegularExpression::CaseInsensitiveOption);
        const bool isOfPerson =
            spot == Spot::Cookie || (spot == Spot::Header && isSecretHeaderName(name) &&
                                     !passing.match(name + source->name).hasMatch());
        m_steps[source->request] = m_steps[source->request] || m_isForPerson || isOfPerson;
        return placeholderMark(placeholder);
    }

    std::optional<QString> rewrite(Spot spot, const QString &name, const QString &value)
    {
        if (value.isEmpty()) {
            return std::nullopt;
        }
        if (auto made = withBoth(spot, name, value)) {
            return made;
        }
        if (hasMark(value)) {
            return std::nullopt;
        }
        if (auto made = fromStep(spot, name, value)) {
            return made;
        }
        const bool isSecret = spot != Spot::Path && spot != Spot::Header && isSecretName(name);
        return isSecret ? std::optional(secretMark(name, value, spotShown(spot, name)))
                        : std::nullopt;
    }

    QString rewrittenHeader(const QString &name, const QString &value)
    {
        if (name.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0) {
            return rewrittenCookies(name, value);
        }
        if (isUsualHeader(name)) {
            return value;
        }
        const bool isSecret = isSecretHeaderName(name);
        static const QRegularExpression scheme(
            QStringLiteral("\\A([A-Za-z][A-Za-z-]*\\s+)(\\S+)\\z"));
        const auto parts = scheme.match(value);
        const QString before = isSecret && parts.hasMatch() ? parts.captured(1) : QString();
        const QString rest = value.mid(before.size());
        if (const auto made = rewrite(Spot::Header, name, rest)) {
            return before + *made;
        }
        if (!isSecret || rest.isEmpty() || hasMark(rest)) {
            return value;
        }
        const QString meaning =
            before.isEmpty()
                ? spotShown(Spot::Header, name)
                : RequestsText::tr("the header %1, behind %2").arg(name, before.trimmed());
        return before + secretMark(name, rest, meaning);
    }

    /// One variable for all cookies, unless one of them is the person or comes from a step.
    QString rewrittenCookies(const QString &header, const QString &value)
    {
        QStringList pairs;
        bool changed = false;
        for (const QString &pair : value.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const QString name = pair.section(QLatin1Char('='), 0, 0).trimmed();
            const QString content = pair.section(QLatin1Char('='), 1).trimmed();
            auto made = withBoth(Spot::Cookie, name, content);
            if (!made && !hasMark(content)) {
                made = fromStep(Spot::Cookie, name, content);
            }
            changed = changed || made || hasMark(content);
            pairs << name + QLatin1Char('=') + made.value_or(content);
        }
        if (!changed) {
            return secretMark(header, value, spotShown(Spot::Header, header));
        }
        for (QString &pair : pairs) {
            const QString name = pair.section(QLatin1Char('='), 0, 0);
            const QString content = pair.section(QLatin1Char('='), 1);
            if (!hasMark(content) && !content.isEmpty()) {
                pair = name + QLatin1Char('=') +
                       secretMark(QStringLiteral("COOKIE_") + name, content,
                                  spotShown(Spot::Cookie, name));
            }
        }
        return pairs.join(QStringLiteral("; "));
    }

    QString rewrittenBody(const CopiedRequest &request, const QString &body)
    {
        const Rewriter rewriter = [this](Spot spot, const QString &name, const QString &value) {
            return rewrite(spot, name, value);
        };
        const QByteArray bytes = body.toUtf8();
        const DocumentNode json = readJsonBody(probeOf(bytes));
        if (json.isThere()) { // curl -d calls it a form as well
            return withoutBraces(JsonRewriter(bytes, rewriter).rewritten(json), "\\u007b");
        }
        if (isForm(request)) {
            return withoutBraces(rewrittenPairs(body, Spot::Form, rewriter), "%7B");
        }
        if (const QStringList names = bracesIn(body); !names.isEmpty()) {
            m_draft.notes << RequestsText::tr(
                                 "The body holds {%1} as a text, which would be filled "
                                 "in: write it in another way.")
                                 .arg(names.constFirst());
        }
        return withBoth(Spot::Text, {}, body).value_or(body);
    }

    static QStringList bracesIn(const QString &text) { return placeholdersOf(text); }

    /// What is sent, as `target` and steps have it.
    QJsonObject sent(const CopiedRequest &request, qsizetype index, bool isStep)
    {
        m_current = index;
        const Rewriter rewriter = [this](Spot spot, const QString &name, const QString &value) {
            return rewrite(spot, name, value);
        };
        const auto text = [&](const QString &written) {
            return marked(written, request.hasOpenValues);
        };
        QJsonObject json;
        json.insert(QStringLiteral("method"), request.method);
        json.insert(QStringLiteral("url"), withPlaceholders(withoutBraces(
                                               rewrittenUrl(text(request.url), rewriter), "%7B")));
        QJsonObject headers;
        for (const auto &[name, value] : request.headers) {
            addHeader(headers, name, text(value));
        }
        if (!headers.isEmpty()) {
            json.insert(QStringLiteral("headers"), headers);
        }
        addBody(json, request, text(request.body), isStep);
        if (request.insecure && !isStep) {
            json.insert(QStringLiteral("insecure"), true);
        }
        return json;
    }

    void addHeader(QJsonObject &headers, const QString &name, const QString &value)
    {
        if (isMadeHere(name)) {
            return;
        }
        if (name.compare(QLatin1String("idempotency-key"), Qt::CaseInsensitive) == 0) {
            m_draft.notes << RequestsText::tr("%1 is left out: the same one in every request would "
                                              "make all of them repetitions of the first.")
                                 .arg(name);
            return;
        }
        QString made = rewrittenHeader(name, value);
        if (!bracesIn(made).isEmpty()) {
            m_draft.notes << RequestsText::tr("The header %1 holds {%2} as a text, which would be "
                                              "filled in: write it in another way.")
                                 .arg(name, bracesIn(made).constFirst());
        }
        made = withPlaceholders(made);
        const QString earlier = headers.value(name).toString();
        headers.insert(name, earlier.isEmpty() ? made : earlier + QStringLiteral(", ") + made);
    }

    void addBody(QJsonObject &json, const CopiedRequest &request, const QString &body, bool isStep)
    {
        const QString key = QStringLiteral("body");
        if (request.method == QLatin1String("GET")) {
            if (request.hasBody && !request.body.isEmpty()) {
                m_draft.notes << RequestsText::tr("The body is left out: a GET has none here.");
            }
            return;
        }
        if (!request.hasBody) {
            json.insert(key, QString()); // left out it would be {"userId": …}
            return;
        }
        const QString made = withPlaceholders(rewrittenBody(request, body));
        if (made.size() > kLongestBody) {
            m_faults.add(
                request.place,
                RequestsText::tr("expected a body of at most %1 characters").arg(kLongestBody));
        }
        json.insert(key, made);
        if (isStep) { // as an object where nothing is lost by that
            QJsonParseError error;
            const auto document = QJsonDocument::fromJson(made.toUtf8(), &error);
            if (error.error == QJsonParseError::NoError && document.isObject() &&
                !made.contains(QLatin1String("\\u007b"))) {
                json.insert(key, document.object());
            }
        }
    }

    // What comes beside the request.

    void addSteps(QJsonObject &target)
    {
        QJsonArray steps;
        QSet<qsizetype> done;
        while (done.size() < static_cast<qsizetype>(m_steps.size())) {
            const auto next = std::find_if(m_steps.rbegin(), m_steps.rend(), [&](const auto &step) {
                return !done.contains(step.first);
            });
            const qsizetype index = next->first;
            const bool isOfPerson = next->second;
            done.insert(index);
            steps.prepend(stepJson(index, isOfPerson));
        }
        if (!steps.isEmpty()) {
            target.insert(QStringLiteral("steps"), steps);
            m_draft.hasSteps = true;
        }
    }

    QJsonObject stepJson(qsizetype index, bool isOfPerson)
    {
        const CopiedRequest &request = m_found.requests[index];
        m_isForPerson = isOfPerson || standsIn(request, m_user.literal);
        DraftStep step;
        step.name = request.name.isEmpty() ? request.title() : request.name;
        step.request = sent(request, index, true);
        step.isOfPerson = m_isForPerson;
        for (const FoundAnswer &answer : request.answers) {
            step.status = step.status == 0 && answer.status < 400 ? answer.status : step.status;
        }
        QStringList names;
        for (const auto &[placeholder, place] : m_extracted) {
            if (place.request == index) {
                step.extract.insert(placeholder, place.extract);
                names << QLatin1Char('{') + placeholder + QLatin1Char('}');
            }
        }
        m_draft.notes << (step.isOfPerson
                              ? RequestsText::tr(
                                    "%1 becomes a step, made once for each person: its "
                                    "answer holds %2. Check whether that is right.")
                              : RequestsText::tr("%1 becomes a step, made before each request: its "
                                                 "answer holds %2. Check whether that is right."))
                             .arg(request.title(), names.join(QStringLiteral(", ")));
        return stepToJson(step);
    }

    void addAnswers(QJsonObject &target)
    {
        QList<FoundAnswer> answers;
        for (const CopiedRequest &request : m_found.requests) {
            if (request.title() == m_picked.title()) {
                answers += request.answers;
            }
        }
        const DraftRules rules = draftRules(answers);
        m_draft.notes += rules.notes;
        if (rules.rules.isEmpty()) {
            m_draft.notes << RequestsText::tr("No answer says what issued and refused look like: "
                                              "without target.classify 200 is issued, 409 already "
                                              "issued, 400 and 404 go by /code, and any other "
                                              "answer is unknown.");
            return;
        }
        target.insert(QStringLiteral("classify"), classifyToJson(rules.rules));
        m_draft.rules = rules.shown;
    }

    void finish(QJsonObject &target)
    {
        finishCoupon(target);
        QJsonObject load{{QStringLiteral("model"), QStringLiteral("shared-iterations")},
                         {QStringLiteral("vus"), 20},
                         {QStringLiteral("iterations"), 200}};
        if (m_picked.timeout) {
            load.insert(QStringLiteral("timeout"), durationText(*m_picked.timeout));
        }
        const QString name = m_picked.name.isEmpty() ? m_picked.title() : m_picked.name;
        m_draft.scenario = {{QStringLiteral("schema"), QStringLiteral("stampede.scenario/1")},
                            {QStringLiteral("name"), name.simplified().left(100)},
                            {QStringLiteral("users"), people()},
                            {QStringLiteral("load"), load},
                            {QStringLiteral("target"), target}};
    }

    void finishCoupon(QJsonObject &target)
    {
        tellPlaces(m_coupon);
        if (m_coupon.literal.isEmpty() || m_coupon.isColumn) {
            return;
        }
        if (m_coupon.wasOpen) {
            m_draft.notes << RequestsText::tr("target.couponId is 1: write the coupon's id there.");
            target.insert(QStringLiteral("couponId"), 1);
            return;
        }
        static const QRegularExpression whole(QStringLiteral("\\A(0|[1-9][0-9]{0,14})\\z"));
        target.insert(QStringLiteral("couponId"), whole.match(m_coupon.literal).hasMatch()
                                                      ? QJsonValue(m_coupon.literal.toLongLong())
                                                      : QJsonValue(m_coupon.literal));
    }

    void tellPlaces(const NamedValue &value)
    {
        if (!value.places.isEmpty()) {
            m_draft.notes << RequestsText::tr("{%1} stands for %2 in: %3.")
                                 .arg(value.placeholder, value.literal,
                                      value.places.join(QStringLiteral(", ")));
        }
    }

    QJsonObject people()
    {
        tellPlaces(m_user);
        static const QRegularExpression whole(QStringLiteral("\\A[1-9][0-9]*\\z"));
        const bool isNumber =
            m_user.literal.isEmpty() || m_user.wasOpen || whole.match(m_user.literal).hasMatch();
        if (m_user.literal.isEmpty()) {
            m_draft.notes << RequestsText::tr(
                "Nobody said which value is the person (--user VALUE): "
                "all requests are alike.");
        }
        if (isNumber && !m_user.isColumn && !m_coupon.isColumn) {
            return {{QStringLiteral("count"), 100},
                    {QStringLiteral("pick"), QStringLiteral("random")}};
        }
        QStringList columns;
        columns << (m_user.isColumn && !m_user.literal.isEmpty() ? m_user.placeholder
                                                                 : QStringLiteral("userId"));
        if (m_coupon.isColumn) {
            columns << m_coupon.placeholder;
        }
        m_draft.needsPeople = true;
        m_draft.notes << RequestsText::tr("Write the people into people.csv beside the scenario: "
                                          "the first line is %1, then one person a line.")
                             .arg(columns.join(QLatin1Char(',')));
        return {{QStringLiteral("pick"), QStringLiteral("file")},
                {QStringLiteral("path"), QStringLiteral("people.csv")}};
    }

    const FoundRequests &m_found;
    const DraftOrder &m_order;
    const CopiedRequest &m_picked;
    InputFaults m_faults;
    AnswerValues m_answers;
    NamedValue m_user;
    NamedValue m_coupon;
    QHash<QString, QString> m_secrets;          ///< variable → value, in memory only
    std::map<QString, AnswerValue> m_extracted; ///< by placeholder
    std::map<qsizetype, bool> m_steps;          ///< request → once a person
    qsizetype m_current = 0;                    ///< the request that is rewritten
    bool m_isForPerson = false;                 ///< it is made once a person
    DraftedScenario m_draft;
};

} // namespace

QList<RequestValue> valuesOf(const CopiedRequest &request)
{
    QList<RequestValue> values;
    const Rewriter collect = [&values](Spot spot, const QString &name,
                                       const QString &value) -> std::optional<QString> {
        const bool isHidden = spot == Spot::Header ? isSecretHeaderName(name) : isSecretName(name);
        if (!value.isEmpty() && (spot == Spot::Path || !isHidden)) {
            values.append({spotShown(spot, name), value});
        }
        return std::nullopt;
    };
    static_cast<void>(rewrittenUrl(request.url, collect));
    for (const auto &[name, value] : request.headers) {
        if (name.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0) {
            for (const QString &pair : value.split(QLatin1Char(';'))) {
                static_cast<void>(collect(Spot::Cookie,
                                          pair.section(QLatin1Char('='), 0, 0).trimmed(),
                                          pair.section(QLatin1Char('='), 1).trimmed()));
            }
        } else if (!isUsualHeader(name) && !isMadeHere(name)) {
            static_cast<void>(collect(Spot::Header, name, value));
        }
    }
    const QByteArray bytes = request.body.toUtf8();
    if (const DocumentNode json = readJsonBody(bytes); json.isThere()) {
        static_cast<void>(JsonRewriter(bytes, collect).rewritten(json));
    } else if (isForm(request)) {
        static_cast<void>(rewrittenPairs(request.body, Spot::Form, collect));
    }
    return values;
}

Result<DraftedScenario, QStringList> draftScenario(const FoundRequests &found,
                                                   const DraftOrder &order, const QString &place)
{
    return Drafter(found, order, place).draft();
}

QByteArray scenarioFile(const DraftedScenario &draft)
{
    return QJsonDocument(draft.scenario).toJson(QJsonDocument::Indented);
}

} // namespace stampede
