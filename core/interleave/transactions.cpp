// SPDX-License-Identifier: MIT
#include "interleave/transactions.h"

#include "interleave/interleave_words.h"

#include "files/input_file.h"
#include "scenario/json_file.h"
#include "scenario/json_syntax.h"
#include "text/nearest_name.h"
#include "text/printable_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

const QString kTransactionsSchema = QStringLiteral("stampede.transactions/1");
constexpr qsizetype kMostFaults = 100;
constexpr qsizetype kMostSteps = 30; // of one transaction: more have too many orders

bool isNameLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == QLatin1Char('_');
}

/// Where each value of a document stands, by its path: "steps.claim.0.sql". The text is sound JSON.
class Places
{
public:
    explicit Places(const QByteArray &json)
        : m_json(json)
    {
        value(QString());
    }

    /// In bytes; of the nearest value around where there is none of that path.
    [[nodiscard]] qsizetype of(QString path) const
    {
        for (;;) {
            const auto found = m_places.constFind(path);
            if (found != m_places.constEnd()) {
                return *found;
            }
            const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
            path = dot < 0 ? QString() : path.left(dot);
            if (path.isEmpty()) {
                return m_places.value(QString());
            }
        }
    }

private:
    void blanks()
    {
        while (m_at < m_json.size() &&
               QByteArrayView(" \t\r\n\xEF\xBB\xBF").contains(m_json[m_at])) {
            ++m_at;
        }
    }
    QString string()
    {
        const qsizetype from = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        }
        const QByteArray text = m_json.mid(from, m_at - from);
        ++m_at;
        return QJsonDocument::fromJson("[\"" + text + "\"]").array().first().toString();
    }
    void value(const QString &path)
    {
        blanks();
        m_places.insert(path, m_at);
        const char first = m_at < m_json.size() ? m_json[m_at] : '\0';
        if (first == '"') {
            string();
        } else if (first == '{' || first == '[') {
            members(path, first == '{');
        } else {
            while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(m_json[m_at])) {
                ++m_at;
            }
        }
        blanks();
    }
    void members(const QString &path, bool isObject)
    {
        ++m_at;
        for (int index = 0; m_at < m_json.size(); ++index) {
            blanks();
            if (m_json[m_at] == '}' || m_json[m_at] == ']') {
                break;
            }
            if (m_json[m_at] == ',') {
                ++m_at;
                blanks();
            }
            QString name = QString::number(index);
            const qsizetype keyAt = m_at;
            if (isObject) {
                name = string();
                blanks();
                ++m_at; // the colon
            }
            const QString inside = path.isEmpty() ? name : path + QLatin1Char('.') + name;
            value(inside);
            if (isObject) {
                m_places.insert(inside + QStringLiteral("."), keyAt);
            }
        }
        ++m_at;
    }

    QByteArray m_json;
    qsizetype m_at = 0;
    QHash<QString, qsizetype> m_places; ///< of a key, the path with a dot behind it
};

class Reading
{
public:
    Reading(const QByteArray &json, QString place)
        : m_json(json)
        , m_place(std::move(place))
        , m_places(json)
    {}

    Result<Transactions, Faults> run(const QJsonObject &root)
    {
        knowKeys(root, {},
                 {QStringLiteral("schema"), QStringLiteral("name"), QStringLiteral("isolation"),
                  QStringLiteral("autocommit"), QStringLiteral("setup"), QStringLiteral("reset"),
                  QStringLiteral("session"), QStringLiteral("transactions"),
                  QStringLiteral("steps"), QStringLiteral("must")});
        if (root.value(QStringLiteral("schema")) != QJsonValue(kTransactionsSchema)) {
            fault(QStringLiteral("schema"),
                  InterleaveText::tr("\"schema\" must be \"%1\"").arg(kTransactionsSchema));
        }
        m_read.name = text(root, {}, QStringLiteral("name"), true);
        readIsolation(root);
        m_read.autocommit = flag(root, QStringLiteral("autocommit"));
        m_read.setup = texts(root, QStringLiteral("setup"));
        m_read.reset = texts(root, QStringLiteral("reset"));
        m_read.session = texts(root, QStringLiteral("session"));
        readSteps(root);
        readPeople(root);
        readMust(root);
        if (!m_faults.isEmpty()) {
            std::stable_sort(m_found.begin(), m_found.end(),
                             [](const auto &a, const auto &b) { return a.first < b.first; });
            Faults faults;
            for (const auto &[offset, line] : std::as_const(m_found)) {
                if (!faults.contains(line)) {
                    faults << line;
                }
            }
            return Failure{faults.mid(0, kMostFaults)};
        }
        return m_read;
    }

private:
    void fault(const QString &path, const QString &what)
    {
        const qsizetype offset = m_places.of(path);
        const QString line =
            QStringLiteral("%1:%2: %3").arg(m_place, lineAndColumn(m_json, offset), what);
        m_found << qMakePair(offset, line);
        m_faults << line;
    }
    static QString within(const QString &path, const QString &name)
    {
        return path.isEmpty() ? name : path + QLatin1Char('.') + name;
    }
    void knowKeys(const QJsonObject &object, const QString &path, const QStringList &known)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key)) {
                const QString near = text::nearestName(key, known);
                fault(within(path, key) + QLatin1Char('.'),
                      near.isEmpty()
                          ? InterleaveText::tr("\"%1\" is not known here; there are %2")
                                .arg(printable(key), known.join(QStringLiteral(", ")))
                          : InterleaveText::tr("\"%1\" is not known here; did you mean \"%2\"?")
                                .arg(printable(key), near));
            }
        }
    }
    QString text(const QJsonObject &object, const QString &path, const QString &key, bool needed)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !needed) {
            return {};
        }
        if (!value.isString() || value.toString().trimmed().isEmpty()) {
            fault(within(path, key),
                  value.isUndefined()
                      ? InterleaveText::tr("\"%1\" is missing").arg(key)
                      : InterleaveText::tr("\"%1\" must be a text that is not empty").arg(key));
        }
        return value.toString();
    }
    bool flag(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isBool()) {
            fault(key, InterleaveText::tr("\"%1\" must be true or false").arg(key));
        }
        return value.toBool();
    }
    QStringList texts(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isArray()) {
            fault(key, InterleaveText::tr("\"%1\" must be a list of statements").arg(key));
        }
        QStringList read;
        const QJsonArray list = value.toArray();
        for (qsizetype index = 0; index < list.size(); ++index) {
            if (!list[index].isString() || list[index].toString().trimmed().isEmpty()) {
                fault(within(key, QString::number(index)),
                      InterleaveText::tr("must be a statement of SQL"));
            }
            read << list[index].toString();
        }
        return read;
    }
    void readIsolation(const QJsonObject &root)
    {
        const QString key = QStringLiteral("isolation");
        if (!root.contains(key)) {
            return;
        }
        constexpr std::array kLevels = {Isolation::Default, Isolation::ReadUncommitted,
                                        Isolation::ReadCommitted, Isolation::RepeatableRead,
                                        Isolation::Serializable};
        QStringList keys;
        for (const Isolation level : kLevels) {
            keys << isolationKey(level);
            if (root.value(key).toString() == keys.constLast()) {
                m_read.isolation = level;
                return;
            }
        }
        fault(key, InterleaveText::tr("\"isolation\" must be one of %1")
                       .arg(keys.join(QStringLiteral(", "))));
    }

    void readSteps(const QJsonObject &root)
    {
        const QString key = QStringLiteral("steps");
        const QJsonObject all = root.value(key).toObject();
        if (all.isEmpty()) {
            fault(key, InterleaveText::tr("\"steps\" must name at least one list of steps"));
        }
        for (const QString &name : all.keys()) {
            const QString path = within(key, name);
            const QJsonArray list = all.value(name).toArray();
            if (list.isEmpty() || list.size() > kMostSteps) {
                fault(path, InterleaveText::tr("must be a list of 1 to %1 steps").arg(kMostSteps));
            }
            QList<TransactionStep> steps;
            for (qsizetype index = 0; index < list.size(); ++index) {
                const QString place = within(path, QString::number(index));
                if (!list[index].isObject()) {
                    fault(place, InterleaveText::tr("a step must be an object"));
                }
                steps << readStep(list[index].toObject(), place);
            }
            m_steps.insert(name, steps);
        }
    }

    TransactionStep readStep(const QJsonObject &step, const QString &path)
    {
        static const QStringList kinds = {QStringLiteral("sql"), QStringLiteral("stopUnless"),
                                          QStringLiteral("begin"), QStringLiteral("commit"),
                                          QStringLiteral("rollback")};
        QStringList said;
        for (const QString &kind : kinds) {
            if (step.contains(kind)) {
                said << kind;
            }
        }
        if (said.isEmpty()) { // a misspelt one, more likely than none
            const qsizetype before = m_faults.size();
            knowKeys(step, path,
                     kinds + QStringList{QStringLiteral("answer"), QStringLiteral("extract"),
                                         QStringLiteral("stopUnlessChanged"),
                                         QStringLiteral("on")});
            if (m_faults.size() > before) {
                return {};
            }
        }
        if (said.size() != 1) {
            fault(path, InterleaveText::tr("a step must hold exactly one of %1")
                            .arg(kinds.join(QStringLiteral(", "))));
            return {};
        }
        const QString kind = said.constFirst();
        if (kind == QLatin1String("sql")) {
            return readSql(step, path);
        }
        if (kind == QLatin1String("stopUnless")) {
            return readStop(step, path);
        }
        knowKeys(step, path, {kind});
        TransactionStep read;
        if (kind == QLatin1String("begin")) {
            read.kind = TransactionStep::Kind::Begin;
            read.statement.sql = text(step, path, kind, true);
            static const QRegularExpression begin(
                QStringLiteral("^\\s*(START\\s+TRANSACTION|BEGIN)[A-Za-z,\\s]*$"),
                QRegularExpression::CaseInsensitiveOption);
            if (!begin.match(read.statement.sql).hasMatch()) {
                fault(within(path, kind),
                      InterleaveText::tr("\"begin\" must be START TRANSACTION and its words, e.g. "
                                         "START TRANSACTION WITH CONSISTENT SNAPSHOT"));
            }
            return read;
        }
        read.kind = kind == QLatin1String("commit") ? TransactionStep::Kind::Commit
                                                    : TransactionStep::Kind::Rollback;
        if (!step.value(kind).isNull()) {
            read.answer = text(step, path, kind, true);
        }
        return read;
    }

    TransactionStep readSql(const QJsonObject &step, const QString &path)
    {
        knowKeys(step, path,
                 {QStringLiteral("sql"), QStringLiteral("extract"),
                  QStringLiteral("stopUnlessChanged"), QStringLiteral("on")});
        TransactionStep read;
        read.statement = NamedStatement::from(text(step, path, QStringLiteral("sql"), true));
        const QJsonObject extract = step.value(QStringLiteral("extract")).toObject();
        for (const QString &name : extract.keys()) {
            read.extract << qMakePair(
                name, text(extract, within(path, QStringLiteral("extract")), name, true));
        }
        if (step.contains(QStringLiteral("stopUnlessChanged"))) {
            read.stopUnlessChanged = text(step, path, QStringLiteral("stopUnlessChanged"), true);
        }
        const QString on = QStringLiteral("on");
        const QJsonObject errors = step.value(on).toObject();
        for (const QString &code : errors.keys()) {
            bool isNumber = false;
            const int number = code.toInt(&isNumber);
            if (!isNumber || number < 1) {
                fault(within(within(path, on), code) + QLatin1Char('.'),
                      InterleaveText::tr("\"%1\" must be the number of an error of the server, "
                                         "e.g. 1062")
                          .arg(printable(code)));
            }
            if (errors.value(code).isNull()) {
                read.onErrors.insert(number, std::nullopt);
            } else {
                read.onErrors.insert(number, text(errors, within(path, on), code, true));
            }
        }
        return read;
    }

    TransactionStep readStop(const QJsonObject &step, const QString &path)
    {
        const QString stop = QStringLiteral("stopUnless");
        knowKeys(step, path, {stop, QStringLiteral("answer")});
        TransactionStep read;
        read.kind = TransactionStep::Kind::StopUnless;
        read.answer = text(step, path, QStringLiteral("answer"), true);
        const auto condition = TransactionCondition::from(text(step, path, stop, true));
        if (condition) {
            read.condition = *condition;
        } else {
            fault(within(path, stop),
                  InterleaveText::tr("must compare a value that was read with a number, a text in "
                                     "quotes or NULL, e.g. left > 0"));
        }
        return read;
    }

    void readPeople(const QJsonObject &root)
    {
        const QString key = QStringLiteral("transactions");
        const QJsonObject all = root.value(key).toObject();
        static const QStringList letters = {QStringLiteral("A"), QStringLiteral("B"),
                                            QStringLiteral("C")};
        knowKeys(all, key, letters);
        if (!all.contains(letters[0]) || !all.contains(letters[1])) {
            fault(key, InterleaveText::tr("\"transactions\" must hold A and B, and may hold C"));
            return;
        }
        for (const QString &letter : letters) {
            if (all.contains(letter)) {
                readPerson(all.value(letter).toObject(), within(key, letter));
            }
        }
    }

    void readPerson(const QJsonObject &person, const QString &path)
    {
        const QString steps = QStringLiteral("steps");
        const QString values = QStringLiteral("values");
        knowKeys(person, path, {values, steps});
        Transactions::Person read;
        const QJsonObject known = person.value(values).toObject();
        for (const QString &name : known.keys()) {
            const QJsonValue value = known.value(name);
            if (value.isObject() || value.isArray()) {
                fault(within(within(path, values), name),
                      InterleaveText::tr("a value must be a number, a text or null"));
            }
            const double number = value.toDouble();
            const bool isWhole =
                value.isDouble() && number == static_cast<double>(static_cast<qint64>(number));
            read.values.insert(name, isWhole          ? QVariant(static_cast<qint64>(number))
                                     : value.isNull() ? QVariant()
                                                      : value.toVariant());
        }
        const QString named = text(person, path, steps, true);
        if (!named.isEmpty() && !m_steps.contains(named)) {
            const QString near = text::nearestName(named, m_steps.keys());
            fault(within(path, steps),
                  near.isEmpty()
                      ? InterleaveText::tr("there are no steps \"%1\"").arg(printable(named))
                      : InterleaveText::tr("there are no steps \"%1\"; did you mean "
                                           "\"%2\"?")
                            .arg(printable(named), near));
        }
        read.steps = m_steps.value(named);
        knowNames(read, within(QStringLiteral("steps"), named));
        m_read.people << read;
    }

    /// Whatever a statement binds or a condition compares must be known by then.
    void knowNames(const Transactions::Person &person, const QString &path)
    {
        QStringList known = person.values.keys();
        for (qsizetype index = 0; index < person.steps.size(); ++index) {
            const TransactionStep &step = person.steps[index];
            const bool isSql = step.kind == TransactionStep::Kind::Sql;
            QStringList wanted = step.statement.names;
            if (step.kind == TransactionStep::Kind::StopUnless && !step.condition.name.isEmpty()) {
                wanted << step.condition.name;
            }
            for (const QString &name : std::as_const(wanted)) {
                if (!known.contains(name)) {
                    fault(within(within(path, QString::number(index)),
                                 isSql ? QStringLiteral("sql") : QStringLiteral("stopUnless")),
                          InterleaveText::tr("\"%1\" is not known by then: it is neither among the "
                                             "values nor extracted before")
                              .arg(name));
                }
            }
            for (const auto &extracted : step.extract) {
                known << extracted.first;
            }
        }
    }

    void readMust(const QJsonObject &root)
    {
        const QString key = QStringLiteral("must");
        const QJsonArray list = root.value(key).toArray();
        if (list.isEmpty()) {
            fault(key, InterleaveText::tr("\"must\" must hold at least one statement that gives a "
                                          "row where something is wrong"));
        }
        for (qsizetype index = 0; index < list.size(); ++index) {
            const QString path = within(key, QString::number(index));
            const QJsonObject must = list[index].toObject();
            knowKeys(must, path, {QStringLiteral("title"), QStringLiteral("sql")});
            Transactions::Must read;
            read.title = text(must, path, QStringLiteral("title"), true);
            read.sql = NamedStatement::from(text(must, path, QStringLiteral("sql"), true));
            for (const QString &name : std::as_const(read.sql.names)) {
                const int person = name.size() == 1 ? name[0].unicode() - u'A' : -1;
                if (person < 0 || person >= m_read.people.size()) {
                    fault(within(path, QStringLiteral("sql")),
                          InterleaveText::tr("\"%1\" is not known here: :A, :B and :C are what "
                                             "each was told")
                              .arg(name));
                }
            }
            m_read.must << read;
        }
    }

    const QByteArray &m_json;
    QString m_place;
    Places m_places;
    Transactions m_read;
    QHash<QString, QList<TransactionStep>> m_steps;
    QList<QPair<qsizetype, QString>> m_found;
    Faults m_faults;
};

/// −1, 0 or 1.
int compared(const QVariant &read, const QVariant &value)
{
    bool isNumber = false;
    const double a = read.toString().toDouble(&isNumber);
    bool isOther = false;
    const double b = value.toString().toDouble(&isOther);
    if (isNumber && isOther) {
        return a < b ? -1 : (a > b ? 1 : 0);
    }
    const int texts = QString::compare(read.toString(), value.toString());
    return texts < 0 ? -1 : (texts > 0 ? 1 : 0);
}

} // namespace

NamedStatement NamedStatement::from(const QString &written)
{
    NamedStatement made;
    const qsizetype size = written.size();
    qsizetype at = 0;
    const auto skipTo = [&](QStringView end) {
        const qsizetype found = written.indexOf(end, at);
        const qsizetype next = found < 0 ? size : found + end.size();
        made.sql += QStringView(written).mid(at, next - at);
        at = next;
    };
    while (at < size) {
        const QChar letter = written[at];
        const QStringView rest = QStringView(written).mid(at);
        if (letter == QLatin1Char('\'') || letter == QLatin1Char('"') ||
            letter == QLatin1Char('`')) {
            made.sql += letter;
            ++at;
            while (at < size && written[at] != letter) {
                if (written[at] == QLatin1Char('\\') && letter != QLatin1Char('`') &&
                    at + 1 < size) {
                    made.sql += written[at++];
                }
                made.sql += written[at++];
            }
            if (at < size) {
                made.sql += written[at++];
            }
        } else if (rest.startsWith(QLatin1String("/*"))) {
            skipTo(u"*/");
        } else if (rest.startsWith(QLatin1String("-- ")) || letter == QLatin1Char('#')) {
            skipTo(u"\n");
        } else if (letter == QLatin1Char(':') && at + 1 < size && isNameLetter(written[at + 1]) &&
                   !written[at + 1].isDigit()) {
            qsizetype end = at + 1;
            while (end < size && isNameLetter(written[end])) {
                ++end;
            }
            made.names << written.mid(at + 1, end - at - 1);
            made.sql += QLatin1Char('?');
            at = end;
        } else {
            made.sql += letter;
            ++at;
        }
    }
    return made;
}

QVariantList NamedStatement::valuesFrom(const QVariantMap &known) const
{
    QVariantList values;
    for (const QString &name : names) {
        const QVariant value = known.value(name);
        values << (value.isValid() ? value : QVariant(QMetaType(QMetaType::QString)));
    }
    return values;
}

std::optional<TransactionCondition> TransactionCondition::from(const QString &written)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*([A-Za-z_]\\w*)\\s*(=|<>|!=|<=|>=|<|>)\\s*(?:(NULL)|(-?\\d+(?:\\.\\d+)?)|'([^']*)')"
        "\\s*$"));
    const auto found = form.match(written);
    if (!found.hasMatch()) {
        return std::nullopt;
    }
    TransactionCondition made;
    made.name = found.captured(1);
    const QString sign = found.captured(2);
    made.comparison = sign == QLatin1String("=")    ? Comparison::Equal
                      : sign == QLatin1String("<")  ? Comparison::Less
                      : sign == QLatin1String("<=") ? Comparison::LessOrEqual
                      : sign == QLatin1String(">")  ? Comparison::Greater
                      : sign == QLatin1String(">=") ? Comparison::GreaterOrEqual
                                                    : Comparison::NotEqual;
    if (!found.captured(3).isEmpty()) {
        return made;
    }
    made.value = found.captured(4).isEmpty() ? found.captured(5) : found.captured(4);
    return made;
}

bool TransactionCondition::holds(const QVariant &read) const
{
    if (read.isNull() || !value.isValid()) {
        const bool alike = read.isNull() && !value.isValid();
        return comparison == Comparison::Equal ? alike
                                               : comparison == Comparison::NotEqual && !alike;
    }
    const int order = compared(read, value);
    switch (comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::NotEqual:
        return order != 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    return false;
}

Result<Transactions, Faults> readTransactions(const QByteArray &json, const QString &source)
{
    const QString place = printable(source);
    if (json.size() > kLargestTransactionsFile) {
        return Failure{Faults{InterleaveText::tr("%1: is larger than 1 MiB").arg(place)}};
    }
    const auto object = parseJsonFile(json, place);
    if (!object) {
        return Failure{Faults{object.error()}};
    }
    return Reading(json, place).run(object.value());
}

Result<Transactions, Faults> loadTransactions(const QString &file)
{
    const auto content = readFileUpTo(file, kLargestTransactionsFile);
    if (!content) {
        return Failure{Faults{
            InterleaveText::tr("%1: cannot be read: %2").arg(printable(file), content.error())}};
    }
    return readTransactions(content.value(), file);
}

bool looksLikeTransactions(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isFile()) {
        return false;
    }
    const auto content = readFileUpTo(file, kLargestTransactionsFile);
    return file.endsWith(QLatin1String(".transactions.json")) ||
           (content && content.value().contains("stampede.transactions/"));
}

} // namespace stampede
