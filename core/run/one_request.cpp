// SPDX-License-Identifier: MIT
#include "run/one_request.h"

#include "http/body_decoder.h"
#include "http/classifier.h"
#include "run/http_plan_of.h"
#include "scenario/classify_setting.h"
#include "scenario/person_directory.h"
#include "scenario/user_file.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace stampede {

namespace {

struct OneText
{
    Q_DECLARE_TR_FUNCTIONS(OneRequestText)
};

/// The request whose row of the people's file is the first one of that person; 0 without a file.
std::optional<std::uint64_t> requestFor(const Scenario &scenario, std::int64_t user)
{
    const auto file = scenario.users.loaded.file;
    if (!file) {
        return 0;
    }
    for (std::size_t row = 0; row < file->rows(); ++row) {
        if (file->userAt(row) == user) {
            return row;
        }
    }
    return std::nullopt;
}

/// Takes what the crowd would send apart again, so that it is the same to the last byte.
OneRequest parsed(const QByteArray &text, const UrlTemplate &url)
{
    const qsizetype end = text.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = text.left(end).split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    OneRequest request;
    request.method = first.value(0);
    request.url = QUrl::fromEncoded((url.secure ? "https://" : "http://") +
                                    QByteArray::fromStdString(url.authority) + first.value(1));
    request.body = text.mid(end + 4);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        const QByteArray name = lines[i].left(colon);
        const QByteArray lower = name.toLower();
        if (lower != "host" && lower != "content-length" && lower != "connection") {
            request.headers.append({name, lines[i].mid(colon + 1).trimmed()});
        }
    }
    return request;
}

} // namespace

QJsonArray usualRules()
{
    return classifyToJson(usualClassifyRules()).toArray();
}

QJsonArray rulesOf(const Scenario &scenario)
{
    const QList<ClassifyRule> &own = scenario.target.classify;
    return own.isEmpty() ? usualRules() : classifyToJson(own).toArray();
}

Result<OneRequest, QString> oneRequestOf(const Scenario &scenario, const QString &person)
{
    const PersonDirectory people(scenario.users.loaded.file);
    const std::int64_t user = people.personNamed(person).value_or(0);
    if (user < 1 && people.areNumbers()) {
        return Failure{OneText::tr("A user is a whole number from 1 on.")};
    }
    const auto index = user < 1 ? std::nullopt : requestFor(scenario, user);
    if (!index) {
        return Failure{OneText::tr("User %1 is not in %2.").arg(person, scenario.users.path)};
    }
    auto plan = httpPlanOf(scenario, QStringLiteral("try"));
    if (!plan) {
        return Failure{plan.error().message};
    }
    if (!scenario.target.steps.isEmpty()) {
        return Failure{OneText::tr("The scenario has steps before its request (target.steps), "
                                   "which are walked in a run only: run it with one virtual user "
                                   "and one request.")};
    }
    if (!plan.value().request.url().socket.empty()) {
        return Failure{OneText::tr("One request cannot be tried at a Unix socket: run the scenario "
                                   "with one virtual user and one request.")};
    }
    std::string text;
    plan.value().request.write(text, {user, *index, &plan.value().column});
    OneRequest request = parsed(QByteArray::fromStdString(text), plan.value().request.url());
    request.verifyPeer = plan.value().verifyPeer;
    return request;
}

std::optional<Outcome> meaningOf(const OneAnswer &answer, const Scenario &scenario)
{
    auto plan = httpPlanOf(scenario, QStringLiteral("try"));
    if (!plan) {
        return std::nullopt;
    }
    Classifier classifier(plan.value().rules);
    std::vector<AnswerHeader> wanted;
    for (const std::string &name : BodyDecoder::withItsHeaders(classifier.wantedHeaders())) {
        AnswerHeader header{name, {}, false};
        for (const auto &[got, value] : answer.headers) {
            if (got.toLower().toStdString() == name) {
                header.value = value.toStdString();
                header.there = true;
            }
        }
        wanted.push_back(header);
    }
    ServiceAnswer seen;
    seen.status = answer.status;
    seen.body = {answer.body.constData(), static_cast<std::size_t>(answer.body.size())};
    seen.headers = wanted;
    // What came unpacked already keeps the header that says it was packed.
    BodyDecoder decoder;
    const ServiceAnswer decoded = decoder.decoded(seen);
    return classifier.classify(decoded.unread ? seen : decoded);
}

} // namespace stampede
