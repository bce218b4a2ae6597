// SPDX-License-Identifier: MIT
#include "record/history_frame.h"
#include "record/person_names.h"
#include "report/report.h"
#include "report/report_words.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace stampede {

namespace {

/// What nobody may read.
const QString kHidden = QStringLiteral("•••");

/// People by the order in which they first come up. Those of the load, known by number, are A1,
/// A2, …; those that are known by another name are B1, B2, ….
class Pseudonyms
{
public:
    explicit Pseudonyms(const RunRecord &record)
        : m_people(record.people)
        , m_inTable(record.inTable)
        , m_hasFormat(!record.userFormat.isEmpty())
        , m_inFormat(record.userFormat)
    {}

    std::int64_t numberOf(std::int64_t user)
    {
        auto found = m_numbers.constFind(user);
        if (found == m_numbers.constEnd()) {
            found = m_numbers.insert(user, m_numbers.size() + 1);
        }
        return *found;
    }

    /// The pseudonym of somebody in a table of rows.
    QString nameOf(const QVariant &cell)
    {
        QString text = cell.toString();
        if (const auto person = known(text)) {
            QString name = QStringLiteral("A%1").arg(numberOf(*person));
            m_names.insert(text, name);
            return name;
        }
        bool isNumber = false;
        const std::int64_t user = text.toLongLong(&isNumber);
        if (isNumber) {
            return QStringLiteral("A%1").arg(numberOf(user));
        }
        if (text.isEmpty() || text == QLatin1String("NULL")) {
            return text;
        }
        auto found = m_names.constFind(text);
        if (found == m_names.constEnd()) {
            found = m_names.insert(text, QStringLiteral("B%1").arg(m_names.size() + 1));
        }
        return *found;
    }

    /// The text with everybody's name replaced.
    QString hide(const QString &text);

private:
    /// Who is called that by a text.
    [[nodiscard]] std::optional<std::int64_t> known(const QString &text)
    {
        for (const PersonDirectory *directory : {&m_people, &m_inTable}) {
            const auto person =
                directory->areNumbers() ? std::nullopt : directory->personNamed(text);
            if (person) {
                return person;
            }
        }
        return m_inFormat.knows(text) ? std::optional(m_inFormat.idOf(text)) : std::nullopt;
    }
    QString hideKnown(const QString &text);

    PersonDirectory m_people;
    PersonDirectory m_inTable;
    bool m_hasFormat;
    PersonNames m_inFormat; ///< people whom tables call by a format and their number
    QHash<std::int64_t, std::int64_t> m_numbers;
    QHash<QString, QString> m_names;
};

/// Where texts name people: "user 7", "users 7 and 8", "(first: 7)", and the same in the other
/// languages.
const QList<QRegularExpression> &namingPhrases()
{
    static const QList<QRegularExpression> phrases = {
        QRegularExpression(QStringLiteral("\\b[Uu]sers? (\\d+)(?: and (\\d+))?")),
        QRegularExpression(QStringLiteral("\\(first: (\\d+)\\)")),
        QRegularExpression(QStringLiteral("(?<!가상 )사용자 (\\d+)(?![\\d개명])")),
        QRegularExpression(QStringLiteral("\\(처음: (\\d+)\\)")),
    };
    return phrases;
}

/// Words that are the name of somebody known by a text; a plain number may be a figure.
QString Pseudonyms::hideKnown(const QString &text)
{
    if (m_people.areNumbers() && m_inTable.areNumbers() && !m_hasFormat) {
        return text;
    }
    static const QRegularExpression word(QStringLiteral("[^\\s\"'(),;:]*[^\\s\"'(),;:.?!]"));
    static const QRegularExpression figure(QStringLiteral("^[1-9][0-9]{0,9}$"));
    QString hidden;
    qsizetype from = 0;
    auto words = word.globalMatch(text);
    while (words.hasNext()) {
        const QRegularExpressionMatch match = words.next();
        const QString name = match.captured();
        if (!figure.match(name).hasMatch() && known(name)) {
            hidden += text.mid(from, match.capturedStart() - from) + nameOf(name);
            from = match.capturedEnd();
        }
    }
    return hidden + text.mid(from);
}

QString Pseudonyms::hide(const QString &text)
{
    QString hidden = hideKnown(text);
    for (const QRegularExpression &phrase : namingPhrases()) {
        QString out;
        qsizetype from = 0;
        auto matches = phrase.globalMatch(hidden);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
                if (match.capturedStart(group) < 0) {
                    continue;
                }
                out += hidden.mid(from, match.capturedStart(group) - from) +
                       nameOf(match.captured(group));
                from = match.capturedEnd(group);
            }
        }
        hidden = out + hidden.mid(from);
    }
    // Longer names first: one may be part of another.
    QStringList names = m_names.keys();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    for (const QString &name : std::as_const(names)) {
        const QRegularExpression whole(
            QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(name)),
            QRegularExpression::UseUnicodePropertiesOption);
        hidden.replace(whole, m_names.value(name));
    }
    return hidden;
}

void hideRows(CheckResult &check, Pseudonyms &people)
{
    if (check.id.startsWith(QLatin1String("own:"))) {
        check.rows.clear(); // any column of somebody else's query may name somebody
        return;
    }
    const qsizetype userColumn = check.columns.indexOf(QStringLiteral("user"));
    for (QVariantList &row : check.rows) {
        if (userColumn >= 0 && userColumn < row.size()) {
            row[userColumn] = people.nameOf(row[userColumn]);
        }
    }
}

void hideTexts(CheckResult &check, Pseudonyms &people)
{
    for (QString *text :
         {&check.expected, &check.actual, &check.explanation, &check.proof, &check.sql}) {
        *text = people.hide(*text);
    }
    for (QVariantList &row : check.rows) {
        for (QVariant &cell : row) {
            if (cell.typeId() == QMetaType::QString) {
                cell = people.hide(cell.toString());
            }
        }
    }
}

void hideAudit(AuditReport &audit, Pseudonyms &people)
{
    for (auto *users : {&audit.rowUsers, &audit.holdersBefore}) {
        for (std::int64_t &user : *users) {
            user = people.numberOf(user);
        }
    }
    for (CheckResult &check : audit.checks) {
        hideRows(check, people);
    }
    for (CheckResult &check : audit.checks) {
        hideTexts(check, people);
    }
    audit.undecidedReason = people.hide(audit.undecidedReason);
    audit.inOther.clear();
    for (CouponAudit &coupon : audit.coupons) {
        hideAudit(coupon.report, people);
    }
}

void hideHotRow(HotRow &row, Pseudonyms &people)
{
    const auto hide = [&people](RowPerson &person) { person.user = people.numberOf(person.user); };
    if (row.longestWait) {
        hide(row.longestWait->who);
        if (row.longestWait->waitedFor) {
            hide(*row.longestWait->waitedFor);
        }
    }
    if (row.firstRace) {
        hide(row.firstRace->first);
        hide(row.firstRace->second);
    }
}

} // namespace

RunRecord withPseudonyms(const RunRecord &record)
{
    RunRecord hidden = record;
    Pseudonyms people(record);
    hidden.people = {};
    hidden.inTable = {};
    hidden.userFormat.clear();
    if (record.history) {
        std::vector<Operation> history = *record.history;
        for (Operation &operation : history) {
            operation.user = people.numberOf(operation.user);
        }
        hidden.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    }
    if (hidden.audit) {
        hideAudit(*hidden.audit, people);
    }
    if (hidden.hotRow) {
        hideHotRow(*hidden.hotRow, people);
    }
    hidden.logLines.clear(); // they name everybody
    hidden.auditError = people.hide(hidden.auditError);
    hidden.diagnosis.headline = people.hide(hidden.diagnosis.headline);
    for (Hypothesis &hypothesis : hidden.diagnosis.hypotheses) {
        hypothesis.evidence = people.hide(hypothesis.evidence);
    }
    if (hidden.diagnosis.crowd.missingPeople > 0) {
        hidden.diagnosis.crowd.firstMissing = people.numberOf(hidden.diagnosis.crowd.firstMissing);
    }
    for (PredictionNote &note : hidden.prediction.notes) {
        note.text = people.hide(note.text);
    }
    if (hidden.scenario.users.pick == Pick::Fixed) {
        hidden.scenario.users.fixedUser = people.numberOf(hidden.scenario.users.fixedUser);
    }
    if (hidden.contact) {
        for (QString *start :
             {&hidden.contact->firstUnrecognised, &hidden.contact->firstServerError}) {
            if (!start->isEmpty()) { // an answer may name somebody
                hidden.environment.remarks.replaceInStrings(*start, kHidden);
                *start = kHidden;
            }
        }
    }
    if (hidden.history) {
        hidden.historySha256 = fingerprintOfHistory(hidden); // of the file that goes with it
    }
    return hidden;
}

} // namespace stampede
