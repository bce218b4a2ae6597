// SPDX-License-Identifier: MIT
// Proves that inputs which are no requests, or damaged ones, are told with the place of what is
// wrong and what was expected there.

#include "requests/scenario_draft.h"
#include "test_program.h"

#include <QTest>

namespace tst_request_faults {

using namespace stampede;

class TestRequestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreToldWithTheirPlace_data();
    void faultsAreToldWithTheirPlace();
    void textOfOtherEncodings();
    void notEveryFaultIsTold();
};

void TestRequestFaults::faultsAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *input, const char *place, const char *says) {
        QTest::newRow(name) << QByteArray(input) << QString::fromUtf8(place)
                            << QString::fromUtf8(says);
    };
    row("curl alone", "curl", "1:1", "expected a URL behind curl");
    row("curl, options only", "curl -s -X POST", "1:12", "expected a URL behind curl");
    row("quote not closed", "curl 'https://a.b/c", "1:6", "expected ' at the end of the text");
    row("double quote not closed", "curl \"https://a.b/c", "1:6",
        "expected \" at the end of the text");
    row("quote of a later line", "curl https://a.b/c \\\n  -H 'accept: x' \\\n  -H 'b: y", "3:6",
        "expected ' at the end of the text");
    row("dollar quote not closed", "curl $'https://a.b/c", "1:7",
        "expected ' at the end of the text");
    row("wrong escape", "curl https://a.b/c -d $'\\xzz'", "1:25",
        "expected hexadecimal digits after \\x");
    row("wrong code point", "curl https://a.b/c -d $'\\uzz'", "1:25",
        "expected hexadecimal digits after \\u");
    row("unknown option", "curl https://a.b/c --hedaer 'a: b'", "1:20",
        "expected an option of curl, not --hedaer; did you mean --header?");
    row("unknown letter", "curl -9 https://a.b/c", "1:6", "expected an option of curl, not -9");
    row("value missing", "curl https://a.b/c -H", "1:20", "expected a value behind -H");
    row("value of the last missing", "curl https://a.b/c --data-raw", "1:20",
        "expected a value behind --data-raw");
    row("two URLs", "curl https://a.b/c https://a.b/d", "1:20",
        "expected one URL: a second one stands here");
    row("ftp", "curl ftp://a.b/c", "1:6", "expected a URL that begins with http:// or https://");
    row("header without colon", "curl https://a.b/c -H accept", "1:23",
        "expected a header such as \"Name: value\"");
    row("header of a file", "curl https://a.b/c -H @headers.txt", "1:23",
        "expected a header, not the file headers.txt: put what it holds here");
    row("body of a file", "curl https://a.b/c -d @body.json", "1:23",
        "expected the body, not the file body.json: put what it holds here");
    row("binary body of a file", "curl https://a.b/c --data-binary @body.json", "1:34",
        "expected the body, not the file body.json: put what it holds here");
    row("encoded body of a file", "curl https://a.b/c --data-urlencode a@b", "1:37",
        "expected the body, not the file b: put what it holds here");
    row("json of a file", "curl https://a.b/c --json @b.json", "1:27",
        "expected the body, not the file b.json: put what it holds here");
    row("form without a value", "curl https://a.b/c -F name", "1:23",
        "expected a field of a form such as name=value");
    row("form of a file", "curl https://a.b/c -F pic=@a.png", "1:23",
        "expected a text in the form, not the file a.png");
    row("form of a read file", "curl https://a.b/c -F 'pic=<a.txt'", "1:23",
        "expected a text in the form, not the file a.txt");
    row("cookies of a file", "curl https://a.b/c -b jar.txt", "1:23",
        "expected cookies such as name=value, not the file jar.txt");
    row("no time", "curl https://a.b/c -m soon", "1:23",
        "expected a number of seconds behind --max-time");
    row("time below all", "curl https://a.b/c -m -1", "1:23",
        "expected a number of seconds behind --max-time");
    row("command inside", "curl https://a.b/c -H \"Authorization: $(token)\"", "1:39",
        "expected no command in $( ): put what it prints there");
    row("command in backquotes", "curl https://a.b/c -d `date`", "1:23",
        "expected no command in ` `: put what it prints there");
    row("backquotes in quotes", "curl https://a.b/c -d \"`date`\"", "1:24",
        "expected no command in ` `: put what it prints there");
    row("variable not closed", "curl https://a.b/c -d ${X", "1:23",
        "expected } behind the name of the variable");
    row("variable without a name", "curl https://a.b/c -d ${}", "1:23",
        "expected the name of a variable behind ${");
    row("another program", "curl https://a.b/c; wget https://a.b/d", "1:21",
        "expected curl, not wget");
    row("HEAD", "curl -I https://a.b/c", "1:1",
        "expected one of the methods GET, POST, PUT, PATCH, DELETE, not HEAD");
    row("method that is none", "curl -X BREW https://a.b/c", "1:1",
        "expected one of the methods GET, POST, PUT, PATCH, DELETE, not BREW");
    row("cmd, not closed", "curl ^\"https://a.b/c^\" ^\n  -H ^\"a: b", "2:7",
        "expected \" at the end of the text");
    row("cmd, unknown option", "curl ^\"https://a.b/c^\" ^\n  --datta ^\"x^\"", "2:3",
        "expected an option of curl, not --datta; did you mean --data?");
    row("cmd, header without colon", "curl ^\"https://a.b/c^\" ^\n  -H ^\"accept^\"", "2:7",
        "expected a header such as \"Name: value\"");
    row("PowerShell, no Uri", "Invoke-WebRequest -Method POST", "1:1", "expected -Uri and a URL");
    row("PowerShell, no value", "Invoke-WebRequest -Uri", "1:19", "expected a value behind -uri");
    row("PowerShell, quote open", "Invoke-WebRequest -Uri \"https://a.b/c", "1:24",
        "expected \" at the end of the text");
    row("PowerShell, single quote open", "Invoke-WebRequest -Uri 'https://a.b/c", "1:24",
        "expected ' at the end of the text");
    row("PowerShell, table open",
        "Invoke-WebRequest -Uri \"https://a.b/c\" -Headers @{\n\"a\"=\"b\"", "1:49",
        "expected } at the end of the table");
    row("PowerShell, no =", "Invoke-WebRequest -Uri \"https://a.b/c\" -Headers @{\n\"a\" \"b\"\n}",
        "2:5", "expected = behind the name");
    row("PowerShell, no table", "Invoke-WebRequest -Uri \"https://a.b/c\" -Headers \"a\"", "1:49",
        "expected a table @{ … }");
    row("PowerShell, other scheme", "Invoke-WebRequest -Uri \"file:///a\"", "1:24",
        "expected a URL that begins with http:// or https://");
    row("PowerShell, command", "Invoke-WebRequest -Uri \"https://a.b/$(Get-Date)\"", "1:37",
        "expected no command in $( ): put what it prints there");
    row("PowerShell, file", "Invoke-WebRequest -Uri \"https://a.b/c\" -InFile a.json", "1:40",
        "expected the body, not the file a.json: put what it holds here");
    row("PowerShell, bytes of what",
        "Invoke-WebRequest -Uri \"https://a.b/c\" -Body (Get-Content x)", "1:46",
        "expected a text");
    row("PowerShell, bytes not closed",
        "Invoke-WebRequest -Uri \"https://a.b/c\" -Body "
        "([System.Text.Encoding]::UTF8.GetBytes(\"x\"",
        "1:88", "expected )");
    row("PowerShell, cookie of what", "$session.Cookies.Add(\"a\")", "1:9",
        "expected a cookie: System.Net.Cookie(\"name\", \"value\")");
    row("PowerShell, cookie without value",
        "$session.Cookies.Add((New-Object System.Net.Cookie(\"a\")))", "1:55",
        "expected , and the value of the cookie");
    row("PowerShell, agent without =", "$session.UserAgent \"x\"", "1:20", "expected =");
    row("PowerShell, something else", "$session = 1\nGet-Content x", "2:1",
        "expected Invoke-WebRequest");
    row("JSON cut off", "{\"log\":", "1:8", "expected a value");
    row("JSON, no quotes", "{\"log\": {version: 1}}", "1:10", "expected a key in quotes, or }");
    row("JSON, comma", "{\"log\": {\"entries\": [1,]}}", "1:24", "expected a value");
    row("JSON, key twice", "{\"log\": {\"entries\": [], \"entries\": []}}", "1:25",
        "expected another key, because \"entries\" was given already");
    row("JSON, text behind", "{\"log\": {\"entries\": []}} x", "1:26",
        "expected nothing after the last }");
    row("JSON, control character", "{\"log\": \"a\nb\"}", "1:11",
        "expected \" at the end of the text");
    row("JSON, half a character", "{\"log\": \"\\ud83d\"}", "1:10",
        "expected both halves of a character written as \\uXXXX");
    row("JSON, deep",
        "{\"log\": "
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
        "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
        "1:72", "expected at most 64 levels");
    row("JSON of nothing known", "{\"a\": 1}", "1:1",
        "expected the key \"log\" (HAR), \"item\" (Postman), or \"openapi\" or \"swagg");
    row("HAR, log is a list", "{\"log\": []}", "1:9", "expected an object under the key \"log\"");
    row("HAR, version 2", "{\"log\": {\"version\": \"2.0\", \"entries\": []}}", "1:21",
        "expected HAR 1.2, not 2.0");
    row("HAR, no entries", "{\"log\": {\"version\": \"1.2\"}}", "1:9",
        "expected the key \"entries\" with a list");
    row("HAR, empty", "{\"log\": {\"entries\": []}}", "1:1", "expected a request; there is none");
    row("HAR, entry is a text", "{\"log\": {\"entries\": [\n\"x\"]}}", "2:1", "expected an object");
    row("HAR, no request", "{\"log\": {\"entries\": [\n{\"response\": {}}]}}", "2:1",
        "expected the key \"request\" with an object");
    row("HAR, request is null", "{\"log\": {\"entries\": [\n{\"request\": null}]}}", "2:13",
        "expected the key \"request\" with an object");
    row("HAR, no method",
        "{\"log\": {\"entries\": [\n{\"request\": {\"url\": \"https://a.b/c\"}}]}}", "2:13",
        "expected the key \"method\" with a text");
    row("HAR, no url", "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\"}}]}}", "2:13",
        "expected the key \"url\" with a text");
    row("HAR, url is an object",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": {}}}]}}", "2:38",
        "expected a text under the key \"url\"");
    row("HAR, headers no list",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\", \"headers\": {}}}]}}",
        "2:66", "expected a list under the key \"headers\"");
    row("HAR, header no object",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\", \"headers\": [\"a\"]}}]}}",
        "2:67", "expected an object");
    row("HAR, header without name",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\", \"headers\": [{\"value\": \"a\"}]}}]}}",
        "2:67", "expected the key \"name\" with a text");
    row("HAR, postData no object",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"POST\", \"url\": "
        "\"https://a.b/c\", \"postData\": \"x\"}}]}}",
        "2:68", "expected an object under the key \"postData\"");
    row("HAR, status too high",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\"}, \"response\": {\"status\": 999}}]}}",
        "2:79", "expected a status from 100 to 599");
    row("HAR, status a text",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\"}, \"response\": {\"status\": \"ok\"}}]}}",
        "2:79", "expected a status from 100 to 599");
    row("HAR, content no object",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"https://a.b/c\"}, \"response\": {\"status\": 200, \"content\": []}}]}}",
        "2:95", "expected an object under the key \"content\"");
    row("HAR, pictures only",
        "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
        "\"data:image/png;base64,x\"}}]}}",
        "1:1", "expected a request; there is none");
    row("Postman 1", "{\"id\": \"x\", \"requests\": [], \"order\": []}", "1:1",
        "expected a Postman collection of version 2.0 or 2.1: export it again a");
    row("Postman 1 by schema",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v1.0.0/collection.json\"}, \"item\": []}",
        "1:21", "expected a Postman collection of version 2.0 or 2.1: export it again a");
    row("Postman, no items",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}}",
        "1:1", "expected the key \"item\" with a list");
    row("Postman, items no list",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": {}}",
        "1:102", "expected a list under the key \"item\"");
    row("Postman, no info", "{\"item\": []}", "1:1", "expected the key \"info\" with an object");
    row("Postman, empty",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": []}",
        "1:1", "expected a request; there is none");
    row("Postman, item a number",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n7]}",
        "2:1", "expected an object");
    row("Postman, folder without items",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"name\": \"f\"}]}",
        "2:1", "expected the key \"item\" with a list");
    row("Postman, request a list",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": []}]}",
        "2:13", "expected an object");
    row("Postman, url a number",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": []}}]}",
        "2:21", "expected an object");
    row("Postman, no url",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"method\": \"GET\"}}]}",
        "2:13", "expected a URL in the request");
    row("Postman, url of mail",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"mailto://a\"}}]}",
        "2:13", "expected a URL that begins with http:// or https://");
    row("Postman, header a number",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"header\": 7}}]}",
        "2:48", "expected a list");
    row("Postman, header without key",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"header\": [{\"value\": \"x\"}]}}]}",
        "2:49", "expected the key \"key\" with a text");
    row("Postman, header line",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"header\": \"accept\"}}]}",
        "2:48", "expected a header such as \"Name: value\"");
    row("Postman, mode",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"body\": {\"mode\": \"xml\"}}}]}",
        "2:55", "expected one of: raw, urlencoded, formdata, graphql");
    row("Postman, body a text",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"body\": \"x\"}}]}",
        "2:46", "expected an object under the key \"body\"");
    row("Postman, file",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"body\": {\"mode\": \"file\"}}}]}",
        "2:46", "expected the body, not a file");
    row("Postman, graphql",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": {\"url\": \"https://a.b/c\", \"body\": {\"mode\": \"graphql\"}}}]}",
        "2:46", "expected the key \"graphql\" with an object");
    row("Postman, code",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": "
        "[\n{\"request\": \"https://a.b/c\", \"response\": [{\"code\": 42}]}]}",
        "2:52", "expected a status from 100 to 599");
    row("Postman, variable no list",
        "{\"info\": {\"schema\": "
        "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"variable\": "
        "{}, \"item\": []}",
        "1:106", "expected a list under the key \"variable\"");
    row("OpenAPI 4", "openapi: 4.0.0\npaths: {}", "1:10",
        "expected OpenAPI 3.0 or 3.1, or Swagger 2.0, not 4.0.0");
    row("Swagger 1", "swagger: \"1.2\"\npaths: {}", "1:10",
        "expected OpenAPI 3.0 or 3.1, or Swagger 2.0, not 1.2");
    row("OpenAPI, no paths", "openapi: 3.0.0\ninfo: {}", "1:1",
        "expected the key \"paths\" with an object");
    row("OpenAPI, paths a list", "openapi: 3.0.0\npaths: []", "2:8",
        "expected an object under the key \"paths\"");
    row("OpenAPI, empty", "openapi: 3.0.0\npaths: {}", "1:1", "expected a request; there is none");
    row("OpenAPI, path without /", "openapi: 3.0.0\npaths:\n  claims:\n    get: {}", "4:5",
        "expected a path that begins with /, not claims");
    row("OpenAPI, path a text", "openapi: 3.0.0\npaths:\n  /a: x", "3:7", "expected an object");
    row("OpenAPI, operation a text", "openapi: 3.0.0\npaths:\n  /a:\n    post: x", "4:11",
        "expected an object");
    row("OpenAPI, parameters no list",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      parameters: {}", "5:19",
        "expected a list under the key \"parameters\"");
    row("OpenAPI, parameter a text",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      parameters: [x]", "5:20",
        "expected an object");
    row("OpenAPI, parameter without a name",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      parameters:\n        - in: query", "6:11",
        "expected the key \"name\" with a text");
    row("OpenAPI, parameter without a place",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      parameters:\n        - name: q", "6:11",
        "expected the key \"in\" with a text");
    row("OpenAPI, reference to nothing",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      requestBody:\n        $ref: "
        "'#/components/x'",
        "6:15", "expected a place of this document: nothing stands at #/components/x");
    row("OpenAPI, body a text", "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      requestBody: x",
        "5:20", "expected an object");
    row("OpenAPI, status",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      responses:\n        \"99\": {}", "6:15",
        "expected a status such as 200 or 4XX, not 99");
    row("OpenAPI, responses no object",
        "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      responses: []", "5:18",
        "expected an object under the key \"responses\"");
    row("OpenAPI, servers no list", "openapi: 3.0.0\nservers: {}\npaths:\n  /a:\n    post: {}",
        "2:10", "expected a list");
    row("YAML, tab", "openapi: 3.0.0\npaths:\n\t/a: {}", "3:4",
        "expected YAML (illegal map value)");
    row("YAML, bracket", "openapi: 3.0.0\npaths: [", "2:1",
        "expected YAML (end of sequence flow not found)");
    row("YAML, key twice", "openapi: 3.0.0\npaths: {}\npaths: {}", "3:1",
        "expected another key, because paths was given already");
    row("YAML, indentation", "openapi: 3.0.0\npaths:\n  /a:\n   x: 1\n  b", "5:3",
        "expected a path that begins with /, not b");
    row("YAML, no such anchor", "openapi: 3.0.0\npaths: *a", "2:8",
        "expected YAML (the referenced anchor is not defined)");
    row("YAML, list as a key", "openapi: 3.0.0\n? [a]\n: b\npaths: {}", "2:3",
        "expected a text as a key");
    row("YAML, deep",
        "openapi: 3.0.0\npaths: "
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
        "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "2:72", "expected a smaller document: at most 1000000 values, 64 levels");
    row("http, no such method", "### a\nBREW https://a.b/c", "2:1",
        "expected a request such as POST https://host/path");
    row("http, header without colon", "POST https://a.b/c\naccept", "2:1",
        "expected a header such as \"Name: value\", or an empty line before the b");
    row("http, body without an empty line", "POST https://a.b/c\na: b\n{\"x\": 1}", "3:1",
        "expected a header such as \"Name: value\", or an empty line before the b");
    row("http, file", "POST https://a.b/c\n\n< body.json", "3:1",
        "expected the body, not the file body.json: put what it holds here");
    row("http, ftp", "### a\nPOST ftp://a.b/c", "2:6",
        "expected a URL that begins with http:// or https://");
    row("http, script open", "POST https://a.b/c\n\nx\n\n> {%\n  x", "6:1",
        "expected %} at the end of the script");
    row("http, script before open", "### a\n< {%\nx\n\nPOST https://a.b/c", "2:1",
        "expected %} at the end of the script");
    row("http, variable without =", "@host\n\n### a\nPOST https://a.b/c", "1:1",
        "expected a variable such as @name = value");
    row("http, words", "### a\nthis is no request", "2:1",
        "expected a request such as POST https://host/path");
    row("http, only a comment", "### nothing here\n", "1:1", "expected a request; there is none");
    row("empty", "", "1:1",
        "expected a request: a line copied as cURL or for PowerShell, a HAR fil");
    row("blank", " \n\n ", "1:1",
        "expected a request: a line copied as cURL or for PowerShell, a HAR fil");
    row("some words", "hello world", "1:1",
        "expected a request: a line copied as cURL or for PowerShell, a HAR fil");
    row("JavaScript", "fetch(\"https://a.b/c\", {\"method\": \"POST\"})", "1:1",
        "expected a request, not JavaScript: choose Copy as cURL in the browser");
    row("a list", "[1, 2]", "1:1",
        "expected a request: a line copied as cURL or for PowerShell, a HAR fil");
    row("HTML", "<!doctype html><p>x", "1:1",
        "expected a request: a line copied as cURL or for PowerShell, a HAR fil");
}

void TestRequestFaults::faultsAreToldWithTheirPlace()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto found = readRequests(input, QStringLiteral("FILE"));
    const QStringList faults =
        found ? draftScenario(found.value(), {}, QStringLiteral("FILE")).error() : found.error();
    const QString &first = faults.constFirst();
    QVERIFY2(first.startsWith(QStringLiteral("FILE:%1: %2").arg(place, says)), qPrintable(first));
}

void TestRequestFaults::textOfOtherEncodings()
{
    const auto place = [](const QByteArray &input) {
        const auto found = readRequests(input, QStringLiteral("F"));
        return found ? QString() : found.error().constFirst();
    };
    // As PowerShell writes files, and with a byte order mark.
    const QByteArray wide("\xFF\xFE"
                          "c\0u\0r\0l\0 \0a\0.\0b\0",
                          18);
    QCOMPARE(place(wide), QString());
    QCOMPARE(place("\xEF\xBB\xBF"
                   "curl a.b"),
             QString());
    QVERIFY(
        place("curl a.b\n -d \xFF").startsWith(QStringLiteral("F:2:5: expected text in UTF-8")));
    QVERIFY(place(QByteArray("curl \0", 6)).startsWith(QStringLiteral("F:1:6: expected text")));
}

void TestRequestFaults::notEveryFaultIsTold()
{
    QByteArray entries;
    for (int i = 0; i < 50; ++i) {
        entries += i == 0 ? "7" : ", 7";
    }
    const auto found =
        readRequests("{\"log\": {\"entries\": [" + entries + "]}}", QStringLiteral("F"));
    QVERIFY(!found);
    QCOMPARE(found.error().size(), InputFaults::kMost + 1);
    QCOMPARE(found.error().constLast(), QStringLiteral("F: and 30 more"));
}

} // namespace tst_request_faults

STAMPEDE_TEST(tst_request_faults::TestRequestFaults)
#include "tst_request_faults.moc"
