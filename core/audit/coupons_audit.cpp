// SPDX-License-Identifier: MIT
#include "audit/coupons_audit.h"

#include "base/check.h"
#include "record/audit_words.h"
#include "record/person_names.h"
#include "scenario/scenario_text.h"
#include "text/language.h"
#include "text/number_text.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kMostNamed = 5;

/// One coupon's result of a check.
struct Part
{
    QString coupon;
    CheckResult check;
};

/// Of the whole run or of the tables, whichever coupon is looked at.
bool isOfAll(const QString &id)
{
    static const QStringList ids = {QStringLiteral("came-to-rest"),
                                    QStringLiteral("unique-key-there"), QStringLiteral("lock-seen"),
                                    QStringLiteral("log-agrees")};
    return ids.contains(id) || id.startsWith(QLatin1String("own:"));
}

int badness(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Fail:
        return 3;
    case CheckVerdict::Inconclusive:
        return 2;
    case CheckVerdict::Pass:
        return 1;
    case CheckVerdict::Skipped:
        return 0;
    }
    return 0;
}

/// Those of the coupons whose result is the worst.
QList<Part> worstOf(const std::vector<CouponAudit> &coupons, const QString &id)
{
    QList<Part> worst;
    for (const CouponAudit &coupon : coupons) {
        const CheckResult *check = coupon.report.check(id);
        if (check == nullptr) {
            continue;
        }
        const int more = worst.isEmpty()
                             ? 1
                             : badness(check->verdict) - badness(worst.constFirst().check.verdict);
        if (more > 0) {
            worst.clear();
        }
        if (more >= 0) {
            worst.append({printable(coupon.name), *check});
        }
    }
    return worst;
}

QString listed(const QStringList &names)
{
    QStringList shown = names.mid(0, kMostNamed);
    if (names.size() > kMostNamed) {
        shown << AuditText::tr("%1 more").arg(count(names.size() - kMostNamed));
    }
    return shown.join(QStringLiteral(", "));
}

/// What is said of the coupons, those together of which the same is said.
class Sayings
{
public:
    Sayings(const QList<Part> &parts, std::size_t coupons, QString CheckResult::*text)
        : m_ofAll(parts.size() == static_cast<qsizetype>(coupons))
        , m_each(coupons > 1 && parts.constFirst().check.verdict != CheckVerdict::Skipped)
    {
        for (const Part &part : parts) {
            const QString &words = part.check.*text;
            const qsizetype at = m_words.indexOf(words);
            if (at >= 0) {
                m_names[at] << part.coupon;
            } else if (!words.isEmpty()) {
                m_words << words;
                m_names << QStringList{part.coupon};
            }
        }
    }

    /// "Coupon A: 3 too many. Coupon B: 1 too many."
    [[nodiscard]] QString sentences() const
    {
        if (m_ofAll && m_words.size() == 1) {
            return m_each ? AuditText::tr("Each coupon: %1").arg(m_words.constFirst())
                          : m_words.constFirst();
        }
        return joined(QStringLiteral(" "), [](const QStringList &names, const QString &words) {
            return text::plural(names.size(), AuditText::tr("Coupon %1: %2"),
                                AuditText::tr("Coupons %1: %2"))
                .arg(listed(names), words);
        });
    }

    /// "A: 13; B: 11"
    [[nodiscard]] QString figures() const
    {
        if (m_ofAll && m_words.size() == 1) {
            return m_each ? AuditText::tr("each: %1").arg(m_words.constFirst())
                          : m_words.constFirst();
        }
        return joined(QStringLiteral("; "), [](const QStringList &names, const QString &words) {
            return QStringLiteral("%1: %2").arg(listed(names), words);
        });
    }

    /// The statements of the coupons, each with its name.
    [[nodiscard]] QString statements() const
    {
        if (m_words.size() == 1) {
            return m_words.constFirst();
        }
        return joined(QStringLiteral("\n"), [](const QStringList &names, const QString &sql) {
            return QStringLiteral("-- %1\n%2;").arg(listed(names).simplified(), sql);
        });
    }

private:
    template<typename Say>
    [[nodiscard]] QString joined(const QString &between, const Say &say) const
    {
        QStringList said;
        for (qsizetype i = 0; i < m_words.size() && i < kMostNamed; ++i) {
            said << say(m_names[i], m_words[i]);
        }
        if (m_words.size() > kMostNamed) {
            qsizetype more = 0;
            for (qsizetype i = kMostNamed; i < m_words.size(); ++i) {
                more += m_names[i].size();
            }
            said << text::plural(more, AuditText::tr("%1 more coupon"),
                                 AuditText::tr("%1 more coupons"))
                        .arg(count(more));
        }
        return said.join(between);
    }

    bool m_ofAll;
    bool m_each; ///< what is the same of all is said of each
    QStringList m_words;
    QList<QStringList> m_names; ///< of whom each of these is said
};

void takeRows(CheckResult &check, const QList<Part> &parts)
{
    check.rows.clear();
    check.rowCount = 0;
    const QString coupon = QStringLiteral("coupon");
    const bool namesIt = check.columns.contains(coupon);
    if (!namesIt && !check.columns.isEmpty()) {
        check.columns.prepend(coupon);
    }
    for (const Part &part : parts) {
        for (QVariantList row : part.check.rows) {
            if (!namesIt) {
                row.prepend(part.coupon);
            }
            addRow(check, row);
        }
        check.rowCount += part.check.rowCount - part.check.rows.size();
    }
}

/// Of which coupons a check that held for others had nothing to say.
QString notLookedAt(const std::vector<CouponAudit> &coupons, const QString &id)
{
    QStringList names;
    for (const CouponAudit &coupon : coupons) {
        const CheckResult *check = coupon.report.check(id);
        if (check != nullptr && check->verdict == CheckVerdict::Skipped) {
            names << printable(coupon.name);
        }
    }
    return names.isEmpty()
               ? QString()
               : QLatin1Char(' ') + AuditText::tr("Not looked at: %1.").arg(listed(names));
}

CheckResult checkOfAll(const std::vector<CouponAudit> &coupons, const QString &id)
{
    const QList<Part> parts = worstOf(coupons, id);
    CheckResult check = parts.constFirst().check;
    if (isOfAll(id)) {
        return check;
    }
    check.expected = Sayings(parts, coupons.size(), &CheckResult::expected).figures();
    check.actual = Sayings(parts, coupons.size(), &CheckResult::actual).figures();
    check.explanation = Sayings(parts, coupons.size(), &CheckResult::explanation).sentences();
    if (check.verdict == CheckVerdict::Pass) {
        check.explanation += notLookedAt(coupons, id);
    }
    check.proof = Sayings(parts, coupons.size(), &CheckResult::proof).sentences();
    check.sql = Sayings(parts, coupons.size(), &CheckResult::sql).statements();
    takeRows(check, parts);
    check.tookNs = 0;
    for (const CouponAudit &coupon : coupons) {
        const CheckResult *part = coupon.report.check(id);
        check.tookNs += part == nullptr ? 0 : part->tookNs;
    }
    return check;
}

QList<CheckResult> checksOfAll(const std::vector<CouponAudit> &coupons)
{
    QList<CheckResult> checks;
    for (const CheckResult &check : coupons.front().report.checks) {
        checks << checkOfAll(coupons, check.id);
    }
    return checks;
}

/// The same in the language of this thread.
QList<CheckResult> checksInThisLanguage(std::vector<CouponAudit> coupons)
{
    for (CouponAudit &coupon : coupons) {
        tellAuditIn(coupon.report, codeOf(spokenLanguage()));
    }
    return checksOfAll(coupons);
}

void add(std::optional<std::int64_t> &sum, const std::optional<std::int64_t> &figure)
{
    sum = sum && figure ? std::optional(*sum + *figure) : std::nullopt;
}

void add(StateFigures &sum, const StateFigures &of)
{
    sum.initialStock += of.initialStock;
    add(sum.remaining, of.remaining);
    add(sum.issuedCounter, of.issuedCounter);
    add(sum.drift, of.drift);
    sum.rows += of.rows;
    sum.rowsBefore += of.rowsBefore;
    sum.newRows += of.newRows;
    sum.lostWrites += of.lostWrites;
    sum.unannounced += of.unannounced;
    sum.hiddenRetries += of.hiddenRetries;
    sum.duplicatePeople += of.duplicatePeople;
    sum.duplicatesBefore += of.duplicatesBefore;
    sum.mostPerPerson = std::max(sum.mostPerPerson, of.mostPerPerson);
    sum.tookEffect += of.tookEffect;
    sum.noEffect += of.noEffect;
    sum.queueJumps += of.queueJumps;
    sum.initialStockKnown = sum.initialStockKnown && of.initialStockKnown;
    sum.rowsKnown = sum.rowsKnown && of.rowsKnown;
}

StateFigures stateOfAll(const std::vector<CouponAudit> &coupons)
{
    StateFigures state = coupons.front().report.state;
    std::for_each(coupons.begin() + 1, coupons.end(),
                  [&state](const auto &each) { add(state, each.report.state); });
    QSet<std::int64_t> holders; // one person may hold several of the coupons
    for (const CouponAudit &coupon : coupons) {
        for (const std::int64_t user : coupon.report.rowUsers) {
            if (user != PersonNames::kNobody) {
                holders.insert(user);
            }
        }
    }
    state.distinctUsers = holders.size();
    return state;
}

void takeAnswers(AuditReport &all, const CouponAudit &coupon)
{
    for (WrongOperation wrong : coupon.report.wrongAnswers) {
        wrong.operation = static_cast<std::uint32_t>(coupon.operations[wrong.operation]);
        all.wrongAnswers.push_back(wrong);
    }
    if (const auto &sale = coupon.report.sale) {
        SaleAnswers &sum = all.sale ? *all.sale : all.sale.emplace();
        sum.right += sale->right;
        sum.open += sale->open;
        for (const std::int64_t wrong : sale->wrong) {
            sum.wrong.push_back(coupon.operations[static_cast<std::size_t>(wrong)]);
        }
    }
    all.toldSoldOutTooEarly += coupon.report.toldSoldOutTooEarly;
    all.wrongRefusals += coupon.report.wrongRefusals;
}

} // namespace

AuditReport auditOfAll(std::vector<CouponAudit> coupons)
{
    STAMPEDE_CHECK(!coupons.empty());
    AuditReport all;
    all.checks = checksOfAll(coupons);
    const bool saidInOthers = std::none_of(coupons.begin(), coupons.end(), [](const auto &each) {
        return each.report.inOther.isEmpty();
    });
    if (saidInOthers) {
        keepOtherLanguages(all, [&coupons] { return checksInThisLanguage(coupons); });
    }
    all.state = stateOfAll(coupons);
    for (const CouponAudit &coupon : coupons) {
        takeAnswers(all, coupon);
    }
    std::sort(all.wrongAnswers.begin(), all.wrongAnswers.end(),
              [](const auto &left, const auto &right) { return left.operation < right.operation; });
    all.rules = coupons.front().report.rules;
    all.precedence = coupons.front().report.precedence;
    all.settle = coupons.front().report.settle;
    all.coupons = std::move(coupons);
    decideVerdict(all);
    return all;
}

} // namespace stampede
