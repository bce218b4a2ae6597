// SPDX-License-Identifier: MIT
#include "import/recipe.h"

#include "import/import_text.h"

namespace stampede {

namespace {

QString k6Recipe()
{
    return ImportText::tr("The person goes into a tag of the request, or into the metadata of the "
                          "virtual user; vu and iter join checks to requests.") +
           QLatin1String(R"(

    export const options = { systemTags: ['status', 'url', 'method', 'name', 'check', 'error',
                                          'error_code', 'vu', 'iter', 'scenario'] };
    // in the function, before the request:
    const user = `m${id}`;
    http.post(url, body, { tags: { user: user, name: 'claim' } });

    k6 run --out json=r.json script.js
    stampede-cli audit --snapshot before.json --profile P --database URL      # )") +
           ImportText::tr("before the run") + QLatin1String(R"(
    stampede-cli audit --profile P --database URL --run r.json --rules S --user tag:user --before before.json
)");
}

QString jmeterRecipe()
{
    return ImportText::tr("The column of the plan's CSV Data Set that names the person goes into "
                          "the results; so does what an extractor found in the answer.") +
           QLatin1String(R"(

    jmeter -n -t plan.jmx -l r.jtl -Jsample_variables=userId,resultCode
    stampede-cli audit --profile P --database URL --run r.jtl --rules S --user column:userId --before before.json
)");
}

QString vegetaRecipe()
{
    return ImportText::tr("Answers are kept whole, so rules may look into them; the person stands "
                          "in the address or in the answer.") +
           QLatin1String(R"(

    vegeta attack -targets targets.txt -rate 500 -duration 10s > r.bin
    vegeta encode --to json r.bin > r.json
    stampede-cli audit --profile P --database URL --run r.json --rules S --user "url:'/users/(\d+)/'" --before before.json
)");
}

QString locustRecipe()
{
    return ImportText::tr("Locust's own results hold no single request. This listener in the "
                          "locustfile writes them as JMeter would; each request is given "
                          "context={'user': …}.") +
           QLatin1String(R"(

    import csv, time
    from locust import events
    out = csv.writer(open("r.jtl", "w", newline=""))
    out.writerow(["timeStamp", "elapsed", "label", "responseCode", "userId"])
    @events.request.add_listener
    def write(name, response_time, response, context, exception, start_time, **kw):
        code = response.status_code if response is not None and response.status_code else 0
        if not code:
            code = "Non HTTP response code: " + type(exception).__name__
        out.writerow([int(start_time * 1000), int(response_time) + 1, name, code,
                      context.get("user", "")])

    locust --headless -u 40 -r 40 -t 30s
    stampede-cli audit --profile P --database URL --run r.jtl --rules S --user column:userId --before before.json
)");
}

} // namespace

QStringList recipeTools()
{
    return {QStringLiteral("k6"), QStringLiteral("jmeter"), QStringLiteral("vegeta"),
            QStringLiteral("locust")};
}

QString recipeFor(const QString &tool)
{
    return tool == QLatin1String("k6")       ? k6Recipe()
           : tool == QLatin1String("jmeter") ? jmeterRecipe()
           : tool == QLatin1String("vegeta") ? vegetaRecipe()
           : tool == QLatin1String("locust") ? locustRecipe()
                                             : QString();
}

} // namespace stampede
