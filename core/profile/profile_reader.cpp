// SPDX-License-Identifier: MIT
#include "profile/profile_reader.h"

#include "database/reading_statement.h"
#include "profile/profile_text.h"
#include "scenario/classify_setting.h"
#include "scenario/json_file.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "text/nearest_name.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <array>
#include <cmath>
#include <functional>

namespace stampede {

namespace {

constexpr auto kProfileSchema = "stampede.profile/1";
constexpr qsizetype kLongestTable = 2 * kLongestIdentifier + 1; ///< "database.table"
constexpr qsizetype kLongestText = 200;
constexpr qsizetype kLongestStatement = 65'536;
constexpr qsizetype kMostChecks = 100;

/// One text of the file: where it stands and which member it is.
struct TextSetting
{
    QString path;
    qsizetype longest;
    std::function<QString &(Profile &)> member;
};

const QList<TextSetting> &textSettings()
{
    const auto issued = [](const char *key, QString Profile::Issued::*member,
                           qsizetype longest = kLongestIdentifier) {
        return TextSetting{
            QStringLiteral("issued.") + QLatin1String(key), longest,
            [member](Profile &profile) -> QString & { return profile.issued.*member; }};
    };
    const auto stock = [](const char *key, QString Profile::Stock::*member,
                          qsizetype longest = kLongestIdentifier) {
        return TextSetting{
            QStringLiteral("stock.") + QLatin1String(key), longest,
            [member](Profile &profile) -> QString & { return profile.stock.*member; }};
    };
    static const QList<TextSetting> all = {
        {QStringLiteral("name"), kLongestText,
         [](Profile &profile) -> QString & { return profile.name; }},
        issued("table", &Profile::Issued::table, kLongestTable),
        issued("id", &Profile::Issued::id),
        issued("user", &Profile::Issued::user),
        issued("userFormat", &Profile::Issued::userFormat, kLongestText),
        issued("coupon", &Profile::Issued::coupon),
        issued("issuedAt", &Profile::Issued::issuedAt),
        issued("requestId", &Profile::Issued::requestId),
        issued("quantity", &Profile::Issued::quantity),
        issued("couponFormat", &Profile::Issued::couponFormat, kLongestText),
        stock("table", &Profile::Stock::table, kLongestTable),
        stock("id", &Profile::Stock::id),
        stock("remaining", &Profile::Stock::remaining),
        stock("total", &Profile::Stock::total),
        stock("issued", &Profile::Stock::issued),
        stock("startsAt", &Profile::Stock::startsAt),
        stock("endsAt", &Profile::Stock::endsAt),
    };
    return all;
}

QStringList keysOf(const QString &group)
{
    if (group.isEmpty()) {
        return {
            QStringLiteral("schema"),     QStringLiteral("name"),      QStringLiteral("coupon"),
            QStringLiteral("precedence"), QStringLiteral("issued"),    QStringLiteral("stock"),
            QStringLiteral("perPerson"),  QStringLiteral("givesBack"), QStringLiteral("checks")};
    }
    QStringList keys = {QStringLiteral("where"), QStringLiteral("couponAs")};
    keys << (group == QLatin1String("issued") ? QStringLiteral("userAs")
                                              : QStringLiteral("unlimited"));
    const QString start = group + QLatin1Char('.');
    for (const TextSetting &setting : textSettings()) {
        if (setting.path.startsWith(start)) {
            keys << setting.path.mid(start.size());
        }
    }
    return keys;
}

class Reading
{
public:
    explicit Reading(const QString &place) { m_profile.file = place; }

    Result<Profile, Faults> run(const QJsonObject &json)
    {
        if (!json.contains(QLatin1String("schema"))) {
            fault(QStringLiteral("schema"), missing(QLatin1String(kProfileSchema)));
        }
        readGroup(json, {});
        findWhatIsMissing();
        if (m_profile.name.isEmpty()) {
            m_profile.name = QFileInfo(m_profile.file).fileName();
        }
        if (m_faults.isEmpty()) {
            return m_profile;
        }
        return Failure{m_faults};
    }

private:
    static QString missing(const QString &what)
    {
        return ProfileText::tr("is missing; must be \"%1\"").arg(what);
    }

    void fault(const QString &path, const QString &text)
    {
        m_faults << QStringLiteral("%1: %2: %3").arg(m_profile.file, path, text);
        m_faulty.insert(path);
    }

    void readGroup(const QJsonObject &group, const QString &name)
    {
        const QStringList known = keysOf(name);
        for (const QString &key : group.keys()) {
            const QString path = name.isEmpty() ? key : name + QLatin1Char('.') + key;
            if (known.contains(key)) {
                readKey(path, group.value(key));
                continue;
            }
            const QString near = text::nearestName(key, known);
            fault((name.isEmpty() ? QString() : name + QLatin1Char('.')) + printable(key),
                  near.isEmpty() ? ProfileText::tr("unknown setting; possible here: %1")
                                       .arg(known.join(QStringLiteral(", ")))
                                 : ProfileText::tr("unknown setting (did you mean %1?)").arg(near));
        }
    }

    void readKey(const QString &path, const QJsonValue &value)
    {
        if (path == QLatin1String("schema")) {
            if (value.toString() != QLatin1String(kProfileSchema)) {
                fault(path, ProfileText::tr("must be \"%1\" (got %2)")
                                .arg(QLatin1String(kProfileSchema), shown(value)));
            }
        } else if (path == QLatin1String("issued") || path == QLatin1String("stock")) {
            readNested(path, value);
        } else if (path == QLatin1String("coupon")) {
            readCoupon(value);
        } else if (path == QLatin1String("precedence")) {
            readPrecedence(value);
        } else if (path == QLatin1String("checks")) {
            readChecks(value);
        } else if (path == QLatin1String("perPerson")) {
            m_profile.perPerson = readPersonLimit(value, path, m_sink);
        } else if (path == QLatin1String("givesBack")) {
            readGivesBack(value);
        } else if (path == QLatin1String("issued.where")) {
            readConditionsAt(path, value, m_profile.issued.where);
        } else if (path == QLatin1String("stock.where")) {
            readConditionsAt(path, value, m_profile.stock.where);
        } else if (path == QLatin1String("stock.unlimited")) {
            readUnlimited(value);
        } else if (path == QLatin1String("issued.userAs")) {
            readIdForm(path, value, m_profile.issued.userAs);
        } else if (path == QLatin1String("issued.couponAs")) {
            readIdForm(path, value, m_profile.issued.couponAs);
        } else if (path == QLatin1String("stock.couponAs")) {
            readIdForm(path, value, m_profile.stock.couponAs);
        } else {
            readTextAt(path, value);
        }
    }

    void readNested(const QString &path, const QJsonValue &value)
    {
        if (value.isObject()) {
            readGroup(value.toObject(), path);
        } else if (!(value.isNull() && path == QLatin1String("stock"))) {
            fault(path, ProfileText::tr("must be an object (got %1)").arg(shown(value)));
        }
    }

    void readTextAt(const QString &path, const QJsonValue &value)
    {
        if (value.isNull()) {
            return; // the same as leaving it out
        }
        for (const TextSetting &setting : textSettings()) {
            if (setting.path == path) {
                if (auto text = readText(value, 1, setting.longest, Lines::One)) {
                    setting.member(m_profile) = text.value();
                } else {
                    fault(path, text.error());
                }
            }
        }
    }

    void readConditionsAt(const QString &path, const QJsonValue &value, QList<RowCondition> &to)
    {
        if (!value.isNull()) {
            to = readConditions(value, path, m_sink);
        }
    }

    void readGivesBack(const QJsonValue &value)
    {
        if (const auto flag = readFlag(value)) {
            m_profile.givesBack = flag.value();
        } else {
            fault(QStringLiteral("givesBack"), flag.error());
        }
    }

    /// Whole numbers, as they are or as texts where they are too large for a JSON number, and null.
    void readUnlimited(const QJsonValue &value)
    {
        static const QRegularExpression whole(QStringLiteral("^-?[0-9]{1,30}$"));
        const QString path = QStringLiteral("stock.unlimited");
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue each : list) {
            const QString text =
                each.isDouble() ? wholeText(each) : (each.isString() ? each.toString() : QString());
            if (!each.isNull() && !whole.match(text).hasMatch()) {
                return fault(path, ProfileText::tr("must be a list of whole numbers and null (got "
                                                   "%1)")
                                       .arg(shown(each)));
            }
            m_profile.stock.unlimited << text;
        }
    }

    /// A whole number of any size; 2^64 − 1 and its like come as the nearest double.
    static QString wholeText(const QJsonValue &value)
    {
        constexpr double kBeyond = 9'223'372'036'854'775'808.0;
        const double number = value.toDouble();
        if (number >= kBeyond) {
            return number == 2 * kBeyond ? QStringLiteral("18446744073709551615")
                                         : QString::number(number, 'f', 0);
        }
        return number == std::floor(number) ? QString::number(value.toInteger()) : QString();
    }

    void readIdForm(const QString &path, const QJsonValue &value, IdForm &to)
    {
        if (value.isNull()) {
            return;
        }
        constexpr std::array kForms = {IdForm::Text, IdForm::Uuid, IdForm::Hex};
        QStringList words;
        for (const IdForm form : kForms) {
            words << idFormKey(form);
        }
        if (const auto choice = readChoice(value, words)) {
            to = kForms.at(static_cast<std::size_t>(choice.value()));
        } else {
            fault(path, choice.error());
        }
    }

    void readCoupon(const QJsonValue &value)
    {
        if (value.isDouble()) {
            const auto number = readWhole(value, std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max());
            if (number) {
                m_profile.coupon = QString::number(number.value());
                return;
            }
        } else if (value.isString()) {
            const auto text = readText(value, 1, kLongestText, Lines::One);
            if (text) {
                m_profile.coupon = text.value();
                return;
            }
        } else if (value.isNull()) {
            return;
        }
        fault(QStringLiteral("coupon"),
              ProfileText::tr("must be a text or a whole number (got %1)").arg(shown(value)));
    }

    void readPrecedence(const QJsonValue &value)
    {
        QStringList words;
        for (const Precedence each :
             {Precedence::Any, Precedence::StockFirst, Precedence::DuplicateFirst}) {
            const std::string_view key = precedenceKey(each);
            words << QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
        }
        const auto choice = readChoice(value, words);
        if (!choice) {
            return fault(QStringLiteral("precedence"), choice.error());
        }
        m_profile.precedence =
            precedenceFromKey(words[choice.value()].toStdString()).value_or(Precedence::Any);
    }

    void readChecks(const QJsonValue &value)
    {
        const QJsonArray list = value.toArray();
        if (!value.isArray() || list.size() > kMostChecks) {
            return fault(QStringLiteral("checks"),
                         ProfileText::tr("must be a list of at most %1 checks").arg(kMostChecks));
        }
        for (qsizetype i = 0; i < list.size(); ++i) {
            readCheck(QStringLiteral("checks[%1]").arg(i), list[i]);
        }
    }

    void readCheck(const QString &path, const QJsonValue &value)
    {
        if (!value.isObject()) {
            return fault(path, ProfileText::tr("must be an object (got %1)").arg(shown(value)));
        }
        const QJsonObject object = value.toObject();
        const QStringList known = {QStringLiteral("id"), QStringLiteral("title"),
                                   QStringLiteral("sql")};
        for (const QString &key : object.keys()) {
            if (!known.contains(key)) {
                fault(path + QLatin1Char('.') + printable(key),
                      ProfileText::tr("unknown setting; possible here: %1")
                          .arg(known.join(QStringLiteral(", "))));
            }
        }
        OwnCheck check;
        const auto take = [&](const char *key, QString &to, qsizetype longest, Lines lines) {
            const auto text = readText(object.value(QLatin1String(key)), 1, longest, lines);
            if (text) {
                to = text.value();
                return true;
            }
            fault(path + QLatin1Char('.') + QLatin1String(key), text.error());
            return false;
        };
        if (take("id", check.id, kLongestIdentifier, Lines::One)) {
            judgeId(path + QStringLiteral(".id"), check.id);
        }
        take("title", check.title, kLongestText, Lines::One);
        if (take("sql", check.sql, kLongestStatement, Lines::Many)) {
            if (auto reads = readingStatement(check.sql)) {
                check.sql = reads.value();
            } else {
                fault(path + QStringLiteral(".sql"), reads.error());
            }
        }
        m_profile.checks << check;
    }

    void judgeId(const QString &path, const QString &id)
    {
        static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]*$"));
        if (!plain.match(id).hasMatch()) {
            fault(path,
                  ProfileText::tr("must be letters, digits, - and _ (got %1)").arg(printable(id)));
        }
        for (const OwnCheck &other : std::as_const(m_profile.checks)) {
            if (other.id == id) {
                return fault(path, ProfileText::tr("is there twice (%1)").arg(id));
            }
        }
    }

    void require(bool there, const QString &path, const QString &text)
    {
        if (!there && !m_faulty.contains(path)) {
            fault(path, text);
        }
    }

    void findWhatIsMissing()
    {
        const Profile::Issued &issued = m_profile.issued;
        const Profile::Stock &stock = m_profile.stock;
        require(!issued.table.isEmpty(), QStringLiteral("issued.table"),
                ProfileText::tr("is missing; must be the table of the coupons that people hold"));
        require(!issued.user.isEmpty(), QStringLiteral("issued.user"),
                ProfileText::tr("is missing; must be the column of the person who holds it"));
        static const QRegularExpression braces(QStringLiteral("\\{[^{}]+\\}"));
        require(braces.match(issued.userFormat).hasMatch(), QStringLiteral("issued.userFormat"),
                ProfileText::tr("must contain {userId} or a column of the people's file in braces "
                                "(got %1)")
                    .arg(printable(issued.userFormat)));
        const bool anyColumn = !stock.id.isEmpty() || !stock.remaining.isEmpty() ||
                               !stock.total.isEmpty() || !stock.issued.isEmpty() ||
                               !stock.startsAt.isEmpty() || !stock.endsAt.isEmpty() ||
                               !stock.where.isEmpty();
        require(!anyColumn || !stock.table.isEmpty(), QStringLiteral("stock.table"),
                ProfileText::tr("is missing; must be the table of the stock, as columns of it are "
                                "named"));
        require(stock.table.isEmpty() || !stock.id.isEmpty(), QStringLiteral("stock.id"),
                ProfileText::tr("is missing; must be the column that names the coupon"));
    }

    const DiagnosticSink m_sink = [this](const QString &path, const QString &text) {
        fault(path, text);
    };
    Profile m_profile;
    Faults m_faults;
    QSet<QString> m_faulty;
};

Failure<Faults> oneFault(const QString &place, const QString &text)
{
    return Failure{Faults{QStringLiteral("%1: %2").arg(place, text)}};
}

} // namespace

Result<Profile, Faults> readProfile(const QByteArray &json, const QString &source)
{
    const QString place = escaped(source);
    if (json.size() > kLargestProfileFile) {
        return oneFault(place, ProfileText::tr("is larger than 1 MiB; a profile takes a few "
                                               "kilobytes"));
    }
    const auto object = parseJsonFile(json, place);
    if (!object) {
        return Failure{Faults{object.error()}};
    }
    return Reading(place).run(object.value());
}

Result<Profile, Faults> loadProfile(const QString &file)
{
    if (holdsProfile(file)) {
        return readProfile(file.toUtf8(), QStringLiteral("target.audit.profile"));
    }
    const QFileInfo info(file);
    if (!info.exists()) {
        return oneFault(escaped(file), ProfileText::tr("there is no such file"));
    }
    if (info.isDir()) {
        return oneFault(escaped(file), ProfileText::tr("is a folder, not a profile"));
    }
    const auto content = readFileUpTo(file, kLargestProfileFile);
    if (!content) {
        return oneFault(escaped(file), ProfileText::tr("cannot be read: %1").arg(content.error()));
    }
    return readProfile(content.value(), file);
}

} // namespace stampede
