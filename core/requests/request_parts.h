// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"

#include <QHash>

namespace stampede {

/// "${env:NAME}" of a name that may hold anything: upper case, what is no letter or figure as _.
QString environmentPlaceholder(const QString &name);
/// The names of the variables that a text asks for.
QStringList environmentNames(const QString &text);

/// application/x-www-form-urlencoded; what is ${env:NAME} stays.
QString formEncoded(const QString &value);
/// "a=1&b=2"
QString formBody(const HeaderList &fields);

/// Appends "a=1&b=2" to the query of the URL.
void addQuery(CopiedRequest &request, const QString &pairs);

/// A form with parts as multipart/form-data writes it; sets the Content-Type.
void setMultipart(CopiedRequest &request, const HeaderList &fields);
/// Puts the body there, and the Content-Type where the request names none.
void setBody(CopiedRequest &request, const QString &body, const QString &contentType);
/// Takes user and password out of the URL into an Authorization header.
void takeUserOfUrl(CopiedRequest &request);
/// The Authorization header of HTTP Basic.
QString basicAuthorization(const QString &user, const QString &password);
/// Whether the URL is one that can be asked for: http, https, or it begins with a variable.
bool isUsableUrl(const QString &url);

/// Values for {{name}}, which may hold others. What nobody knows becomes ${env:NAME}.
class BraceVariables
{
public:
    void set(const QString &name, const QString &value) { m_values.insert(name, value); }
    [[nodiscard]] QString filled(const QString &text) const
    {
        int left = 1'000; // a variable that names itself several times would never end
        return filled(text, 0, left);
    }

private:
    [[nodiscard]] QString filled(const QString &text, int depth, int &left) const;
    QHash<QString, QString> m_values;
};

/// What stands under a key, with a fault where it is not of that kind. Missing where it is not
/// there, which is a fault if it is needed, or wrong.
const DocumentNode &expectList(const DocumentNode &parent, const char *key, bool isNeeded,
                               InputFaults &faults);
const DocumentNode &expectObject(const DocumentNode &parent, const char *key, bool isNeeded,
                                 InputFaults &faults);
/// A text, number or truth value as text; empty where there is none.
QString expectText(const DocumentNode &parent, const char *key, bool isNeeded, InputFaults &faults);
/// Whether the node is an object, with a fault where it is not.
bool expectIsObject(const DocumentNode &node, InputFaults &faults);
/// A status, 100…599; 0 with a fault where it is none. 0 and a missing one are no fault.
int expectStatus(const DocumentNode &parent, const char *key, InputFaults &faults);

} // namespace stampede
