// SPDX-License-Identifier: MIT
#include "requests/draft_steps.h"

#include "scenario/classify_setting.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace stampede {

namespace {

constexpr int kDeepestAnswer = 16;

/// Long enough, and no plain figure: that two such values are the same is no accident.
bool isTelling(const QString &value)
{
    static const QRegularExpression figures(QStringLiteral("\\A[0-9.]*\\z"));
    const qsizetype least = figures.match(value).hasMatch() ? 9 : 6;
    return value.size() >= least && value.size() <= 8192;
}

/// Headers whose values say something of the answer itself.
bool isOfTheAnswer(const QString &name)
{
    static const QRegularExpression usual(
        QStringLiteral("\\A(access-control-.*|age|allow|alt-svc|cache-control|connection|"
                       "content-.*|date|etag|expires|keep-alive|last-modified|link|nel|p3p|"
                       "pragma|referrer-policy|report-to|server|strict-transport-security|"
                       "transfer-encoding|vary|via|x-content-type-options|x-frame-options|"
                       "x-powered-by|x-xss-protection)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return usual.match(name).hasMatch();
}

} // namespace

AnswerValues::AnswerValues(const QList<CopiedRequest> &requests, qsizetype before)
{
    for (qsizetype i = 0; i < before && i < requests.size(); ++i) {
        for (const FoundAnswer &answer : requests[i].answers) {
            if (answer.status >= 400) {
                continue;
            }
            for (const auto &[name, value] : answer.headers) {
                if (name.compare(QLatin1String("set-cookie"), Qt::CaseInsensitive) == 0) {
                    for (const QString &line : value.split(QLatin1Char('\n'))) {
                        const QString pair = line.section(QLatin1Char(';'), 0, 0).trimmed();
                        const QString cookie = pair.section(QLatin1Char('='), 0, 0);
                        add(pair.section(QLatin1Char('='), 1),
                            {i, cookie, {{QStringLiteral("cookie"), cookie}}});
                    }
                } else if (!isOfTheAnswer(name)) {
                    add(value, {i, name, {{QStringLiteral("header"), name}}});
                }
            }
            addBody(readJsonBody(answer.body.toUtf8()), {}, i);
        }
    }
}

void AnswerValues::addBody(const DocumentNode &node, const QString &pointer, qsizetype request)
{
    if (pointer.count(QLatin1Char('/')) > kDeepestAnswer) {
        return;
    }
    if (node.isScalar() && node.kind != DocumentNode::Kind::Bool) {
        const QString key = pointer.section(QLatin1Char('/'), -1);
        add(node.text, {request, key, {{QStringLiteral("pointer"), pointer}}});
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const QString key =
            node.isObject() ? node.keys[static_cast<qsizetype>(i)] : QString::number(i);
        addBody(node.items[i], pointer + jsonPointerPart(key), request);
    }
}

void AnswerValues::add(const QString &value, AnswerValue place)
{
    if (isTelling(value)) {
        m_places[value] << std::move(place);
    }
}

std::optional<AnswerValue> AnswerValues::sourceOf(const QString &value, qsizetype before) const
{
    const auto places = m_places.constFind(value);
    if (places == m_places.constEnd()) {
        return std::nullopt;
    }
    const auto last = std::find_if(places->rbegin(), places->rend(),
                                   [before](const auto &place) { return place.request < before; });
    return last == places->rend() ? std::nullopt : std::optional(*last);
}

QJsonObject stepToJson(const DraftStep &step)
{
    QJsonObject json = step.request;
    json.insert(QStringLiteral("name"), step.name);
    json.insert(QStringLiteral("each"),
                step.isOfPerson ? QStringLiteral("person") : QStringLiteral("request"));
    if (step.status > 0) {
        json.insert(QStringLiteral("expect"), QJsonArray{step.status});
    }
    json.insert(QStringLiteral("extract"), step.extract);
    return json;
}

} // namespace stampede
