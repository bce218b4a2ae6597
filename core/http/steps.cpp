// SPDX-License-Identifier: MIT
#include "http/steps.h"

#include "http/http_text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace stampede {

namespace {

std::vector<AnswerRule> onlyRule(const std::optional<AnswerRule> &rule)
{
    return rule ? std::vector<AnswerRule>{*rule} : std::vector<AnswerRule>();
}

QList<QNetworkCookie> cookiesIn(const ServiceAnswer &answer)
{
    const AnswerHeader *header = headerOf(answer, kSetCookie);
    return header == nullptr
               ? QList<QNetworkCookie>()
               : QNetworkCookie::parseCookies(QByteArray::fromStdString(header->value));
}

QString placeOf(const StepExtract &extract)
{
    const QString where = QString::fromStdString(extract.where);
    switch (extract.from) {
    case StepExtract::From::Pointer:
        return HttpText::tr("the answer has no text or number at %1").arg(where);
    case StepExtract::From::Header:
        return HttpText::tr("the answer has no header %1").arg(where);
    case StepExtract::From::Cookie:
        return HttpText::tr("the answer sets no cookie %1").arg(where);
    case StepExtract::From::Matches:
        return HttpText::tr("nothing in the answer matches %1").arg(extract.expression.pattern());
    }
    return {};
}

} // namespace

StepReader::StepReader(const StepPlan &plan)
    : m_plan(plan)
    , m_until(onlyRule(plan.until))
{}

StepReader::Next StepReader::read(const ServiceAnswer &answer, std::vector<std::string> &values,
                                  QString &why)
{
    const bool isExpected =
        std::any_of(m_plan.expected.begin(), m_plan.expected.end(), [&answer](const auto &range) {
            return answer.status >= range.first && answer.status <= range.second;
        });
    if (!isExpected) {
        why = HttpText::tr("it was answered %1").arg(answer.status);
        return Next::Failed;
    }
    const bool holds = m_until.classify(answer).has_value();
    if (m_plan.until && !holds) {
        return Next::Again;
    }
    for (const StepExtract &extract : m_plan.extracts) {
        auto value = taken(extract, answer);
        if (!value) {
            why = placeOf(extract);
            return Next::Failed;
        }
        values[extract.slot] = std::move(*value);
    }
    return Next::Done;
}

std::optional<std::string> StepReader::taken(const StepExtract &extract,
                                             const ServiceAnswer &answer)
{
    switch (extract.from) {
    case StepExtract::From::Pointer:
        return m_until.textAt(extract.where, answer);
    case StepExtract::From::Header: {
        const AnswerHeader *header = headerOf(answer, extract.where);
        return header == nullptr ? std::nullopt : std::optional(header->value);
    }
    case StepExtract::From::Cookie:
        for (const QNetworkCookie &cookie : cookiesIn(answer)) {
            if (cookie.name().toStdString() == extract.where) {
                return cookie.value().toStdString();
            }
        }
        return std::nullopt;
    case StepExtract::From::Matches: {
        const auto match = extract.expression.match(
            QString::fromUtf8(answer.body.data(), static_cast<qsizetype>(answer.body.size())));
        return match.hasMatch()
                   ? std::optional(match.captured(extract.expression.captureCount() > 0 ? 1 : 0)
                                       .toStdString())
                   : std::nullopt;
    }
    }
    return std::nullopt;
}

std::vector<std::string> StepReader::wantedHeaders() const
{
    std::vector<std::string> names = m_until.wantedHeaders();
    for (const StepExtract &extract : m_plan.extracts) {
        if (extract.from == StepExtract::From::Header) {
            names.push_back(extract.where);
        } else if (extract.from == StepExtract::From::Cookie) {
            names.emplace_back(kSetCookie);
        }
    }
    return names;
}

void CookieKeeper::take(QList<QNetworkCookie> &cookies, const ServiceAnswer &answer,
                        const QUrl &url)
{
    const QList<QNetworkCookie> set = cookiesIn(answer);
    if (!set.isEmpty()) {
        setAllCookies(cookies);
        setCookiesFromUrl(set, url);
        cookies = allCookies();
    }
}

std::string CookieKeeper::headerFor(const QList<QNetworkCookie> &cookies, const QUrl &url)
{
    if (cookies.isEmpty()) {
        return {};
    }
    setAllCookies(cookies);
    std::string header;
    for (const QNetworkCookie &cookie : cookiesForUrl(url)) {
        header += header.empty() ? "" : "; ";
        header += cookie.toRawForm(QNetworkCookie::NameAndValueOnly).toStdString();
    }
    return header;
}

QUrl cookieUrlOf(const UrlTemplate &url)
{
    QUrl place;
    place.setScheme(url.secure ? QStringLiteral("https") : QStringLiteral("http"));
    place.setHost(QString::fromStdString(url.host));
    place.setPath(QString::fromStdString(url.pathText.substr(0, url.pathText.find('?'))),
                  QUrl::TolerantMode);
    return place;
}

} // namespace stampede
