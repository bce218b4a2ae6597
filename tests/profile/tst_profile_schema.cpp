// SPDX-License-Identifier: MIT
// Proves that docs/profile.schema.json and the reader of profiles know the same keys, that every
// profile that stands in docs/ and in the tests fits the schema, and that what does not fit is
// found.

#include "profile/profile_reader.h"
#include "profile/profile_writer.h"
#include "support/schema_check.h"
#include "test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_profile_schema {

using namespace stampede;

namespace {

const QString kProfile = QStringLiteral("profile");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString inSources(const char *path)
{
    return QStringLiteral(STAMPEDE_SOURCE_DIR "/") + QLatin1String(path);
}

QStringList filesUnder(const char *folder, const QString &pattern)
{
    QStringList files;
    QDirIterator found(inSources(folder), {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        files << found.next();
    }
    files.sort();
    return files;
}

QJsonObject schema()
{
    return QJsonDocument::fromJson(contentOf(inSources("docs/profile.schema.json"))).object();
}

/// A part of the schema, where "#/$defs/x" is followed.
QJsonObject partOf(const QJsonObject &part, const QString &key)
{
    const QJsonObject found = part[key].toObject();
    const QString reference = found[QLatin1String("$ref")].toString();
    return reference.isEmpty() ? found
                               : schema()[QLatin1String("$defs")]
                                     .toObject()[reference.section(QLatin1Char('/'), -1)]
                                     .toObject();
}

QJsonObject propertiesOf(const QJsonObject &part)
{
    return part[QLatin1String("properties")].toObject();
}

/// What is accepted as a profile, and whether the schema fits it; nothing where it is no profile.
QStringList faultsOfAccepted(const QByteArray &json)
{
    if (!readProfile(json, QStringLiteral("p")).ok()) {
        return {};
    }
    return test::schemaFaults(kProfile, QJsonDocument::fromJson(json).object());
}

} // namespace

class TestProfileSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothKnowTheSameKeys_data();
    void bothKnowTheSameKeys();
    void everyKeyIsWritten();
    void profilesOfDocsAndTestsFit_data();
    void profilesOfDocsAndTestsFit();
    void whatIsReadFits();
    void faultsAreFound_data();
    void faultsAreFound();
};

void TestProfileSchema::bothKnowTheSameKeys_data()
{
    // An object with a key that nobody knows: the reader says which are possible there.
    QTest::addColumn<QString>("more");
    QTest::addColumn<QJsonObject>("part");
    const QJsonObject all = schema();
    const QJsonObject top = propertiesOf(all);
    const QJsonObject issued = partOf(top, QStringLiteral("issued"));
    const QJsonObject condition =
        partOf(propertiesOf(issued), QStringLiteral("where"))[QLatin1String("items")].toObject();
    const QJsonObject check =
        partOf(top, QStringLiteral("checks"))[QLatin1String("items")].toObject();
    QTest::newRow("top") << R"("zzzzzzzzzzzz": 1)" << all;
    QTest::newRow("issued") << R"("issued": {"zzzzzzzzzzzz": 1})" << issued;
    QTest::newRow("stock") << R"("stock": {"zzzzzzzzzzzz": 1})"
                           << partOf(top, QStringLiteral("stock"));
    QTest::newRow("perPerson") << R"("perPerson": {"zzzzzzzzzzzz": 1})"
                               << partOf(top, QStringLiteral("perPerson"));
    QTest::newRow("issued.where") << R"("issued": {"where": [{"zzzzzzzzzzzz": 1}]})" << condition;
    QTest::newRow("stock.where") << R"("stock": {"where": [{"zzzzzzzzzzzz": 1}]})" << condition;
    QTest::newRow("checks") << R"("checks": [{"zzzzzzzzzzzz": 1}])" << check;
}

void TestProfileSchema::bothKnowTheSameKeys()
{
    QFETCH(QString, more);
    QFETCH(QJsonObject, part);
    const auto read = readProfile(QStringLiteral("{%1}").arg(more).toUtf8(), QStringLiteral("p"));
    QVERIFY(!read.ok());
    const QString mark = QStringLiteral("unknown setting; possible here: ");
    const QStringList told = read.error().filter(mark);
    QCOMPARE(told.size(), 1);
    const QStringList keys = told.first().section(mark, 1).split(QStringLiteral(", "));
    const QStringList known = propertiesOf(part).keys();
    QCOMPARE(QSet<QString>(known.begin(), known.end()), QSet<QString>(keys.begin(), keys.end()));
    QCOMPARE(part[QLatin1String("additionalProperties")], QJsonValue(false));
}

void TestProfileSchema::everyKeyIsWritten()
{
    const auto profile = readProfile(contentOf(inSources("tests/profile/every-key.profile.json")),
                                     QStringLiteral("p"));
    QVERIFY2(profile.ok(), profile.ok() ? "" : qPrintable(profile.error().join(u'\n')));
    const QJsonObject written = QJsonDocument::fromJson(profileToJson(profile.value())).object();
    QCOMPARE(test::schemaFaults(kProfile, written), QStringList());
    QCOMPARE(written.keys(), propertiesOf(schema()).keys());
    for (const char *name : {"issued", "stock", "perPerson"}) {
        const QString key = QString::fromLatin1(name);
        QCOMPARE(written[key].toObject().keys(),
                 propertiesOf(partOf(propertiesOf(schema()), key)).keys());
        for (const QJsonValue &value : written[key].toObject()) {
            QVERIFY2(!value.isNull(), name);
        }
    }
}

void TestProfileSchema::profilesOfDocsAndTestsFit_data()
{
    QTest::addColumn<QByteArray>("json");
    static const QRegularExpression inDocs(
        QStringLiteral("```json\\n(\\{[^`]*\"stampede\\.profile/1\"[^`]*)```"));
    static const QRegularExpression inTests(
        QStringLiteral(
            "R\"(?:json)?\\((\\{(?:(?!\\)\").)*?\"stampede\\.profile/1\".*?)\\)(?:json)?\""),
        QRegularExpression::DotMatchesEverythingOption);
    const auto addAll = [](const QStringList &files, const QRegularExpression &pattern) {
        for (const QString &file : files) {
            auto found = pattern.globalMatch(QString::fromUtf8(contentOf(file)));
            for (int i = 1; found.hasNext(); ++i) {
                const QString json = found.next().captured(1);
                if (!json.contains(QLatin1String("%1"))) { // a form that is filled in
                    QTest::addRow("%s %d", qPrintable(file.section(QLatin1Char('/'), -1)), i)
                        << json.toUtf8();
                }
            }
        }
    };
    addAll(filesUnder("docs", QStringLiteral("*.md")), inDocs);
    QStringList sources = filesUnder("tests", QStringLiteral("*.cpp"));
    sources.removeIf([](const QString &file) { // what is wrong there is wrong on purpose
        return file.contains(QLatin1String("/tests/profile/")) ||
               file.endsWith(QLatin1String("/tst_cli_safety.cpp"));
    });
    addAll(sources, inTests);
    for (const QString &file : filesUnder("tests", QStringLiteral("*.profile.json")) +
                                   filesUnder("docs", QStringLiteral("*.profile.json"))) {
        QTest::newRow(qPrintable(file.section(QLatin1Char('/'), -1))) << contentOf(file);
    }
    QTest::newRow("fuzzing") << contentOf(QStringLiteral(STAMPEDE_FUZZ_CORPUS "/profile/spring"));
}

void TestProfileSchema::profilesOfDocsAndTestsFit()
{
    QFETCH(QByteArray, json);
    QJsonParseError error{};
    const QJsonObject profile = QJsonDocument::fromJson(json, &error).object();
    QVERIFY2(!profile.isEmpty(), qPrintable(error.errorString()));
    QCOMPARE(test::schemaFaults(kProfile, profile), QStringList());
    const auto read = readProfile(json, QStringLiteral("p"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(u'\n')));
}

void TestProfileSchema::whatIsReadFits()
{
    int accepted = 0;
    QDirIterator corpus(QStringLiteral(STAMPEDE_FUZZ_CORPUS "/profile"), QDir::Files);
    while (corpus.hasNext()) {
        const QString file = corpus.next();
        const QByteArray json = contentOf(file);
        accepted += readProfile(json, QStringLiteral("p")).ok() ? 1 : 0;
        QVERIFY2(faultsOfAccepted(json).isEmpty(),
                 qPrintable(file + u' ' + faultsOfAccepted(json).join(u'\n')));
    }
    QVERIFY(accepted > 3);
}

void TestProfileSchema::faultsAreFound_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("fault");
    const auto add = [](const char *more, const char *fault) {
        QTest::newRow(more) << QString::fromLatin1(more) << QString::fromLatin1(fault);
    };
    add(R"("nmae": "x")", ": has no key nmae");
    add(R"("coupon": 1.5)", "/coupon: is no string or null");
    add(R"("precedence": "stok-first")", "/precedence: is none of the words");
    add(R"("stock": {"remaining": "r"})", "/stock: lacks table");
    add(R"("perPerson": {"limit": 0})", "/perPerson/limit: is below the minimum");
    add(R"("perPerson": {"within": "day"})", "/perPerson/within: is no array or null");
    add(R"("givesBack": 1)", "/givesBack: is no boolean");
    add(R"("stock": {"table": "s", "id": "i", "unlimited": ["many"]})",
        "/stock/unlimited/0: does not look like ^-?[0-9]{1,30}$");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c"}]})",
        "/stock/where/0: has too few keys");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "in": []}]})",
        "/stock/where/0/in: is too short");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "equals": 1, "in": [2]}]})",
        "/stock/where/0: has too many keys");
    add(R"("stock": {"table": "s", "id": "i", "couponAs": "guid"})",
        "/stock/couponAs: is none of the words");
    add(R"("checks": [{"id": "a b", "title": "t", "sql": "SELECT 1"}])",
        "/checks/0/id: does not look like ^[A-Za-z0-9][A-Za-z0-9_-]*$");
    add(R"("checks": [{"id": "a", "title": "t"}])", "/checks/0: lacks sql");
}

void TestProfileSchema::faultsAreFound()
{
    QFETCH(QString, more);
    QFETCH(QString, fault);
    const QByteArray json =
        QStringLiteral(R"({"schema": "stampede.profile/1", "issued": {"table": )"
                       R"("t", "user": "u"}, %1})")
            .arg(more)
            .toUtf8();
    QVERIFY(!readProfile(json, QStringLiteral("p")).ok()); // the reader says no, too
    const QStringList found = test::schemaFaults(kProfile, QJsonDocument::fromJson(json).object());
    QVERIFY2(found.contains(fault), qPrintable(found.join(u'\n')));
}

} // namespace tst_profile_schema

STAMPEDE_TEST(tst_profile_schema::TestProfileSchema)
#include "tst_profile_schema.moc"
