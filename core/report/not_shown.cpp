// SPDX-License-Identifier: MIT
#include "report/not_shown.h"

#include "base/check.h"
#include "record/check_title.h"
#include "report/report_words.h"
#include "text/number_text.h"

#include <algorithm>
#include <array>

namespace stampede {

namespace {

using text::count;

constexpr std::array kKinds = {
    NotShownKind{"others", true, false},
    NotShownKind{"speed", true, false},
    NotShownKind{"rows", false, true},
    NotShownKind{"outside-database", false, false},
    NotShownKind{"server-killed", false, true},
    NotShownKind{"inside", false, false},
    NotShownKind{"rest-of-load", false, true},
    NotShownKind{"race", false, true},
    NotShownKind{"second-coupon", false, true},
    NotShownKind{"isolation", true, true},
    NotShownKind{"how-often", true, false},
    NotShownKind{"pause", false, false},
    NotShownKind{"cannot-be-told", false, false},
    NotShownKind{"not-applicable", false, false},
};

/// Titles of the checks of that verdict, but for those that a broken check silenced.
QString titlesOf(const AuditReport &audit, CheckVerdict verdict)
{
    QStringList titles;
    for (const CheckResult &check : audit.checks) {
        if (check.verdict == verdict) {
            titles << ReportText::tr("“%1”").arg(titleOf(check));
        }
    }
    return titles.join(QStringLiteral(", "));
}

/// Gathers the lines of one record.
class Lines
{
public:
    explicit Lines(const RunRecord &record)
        : m_record(record)
        , m_isOurs(record.scenario.target.kind == TargetKind::InProcess)
    {}

    QList<NotShown> make()
    {
        add("others", ReportText::tr("other coupons, other builds, other days"));
        add("speed", ReportText::tr("whether it is fast enough for production"));
        addRows();
        addKills();
        if (!m_isOurs) {
            add("inside", ReportText::tr("the inside of the service: it was seen from outside"));
        }
        addRest();
        addRace();
        addSecondCoupon();
        addIsolation();
        add("how-often", m_record.rounds > 1
                             ? ReportText::tr("how it comes out beyond these %1 rounds")
                                   .arg(count(m_record.rounds))
                             : ReportText::tr("how often it comes out so: there was one round"));
        if (m_record.scenario.service.pause > Duration::zero() && m_isOurs) {
            add("pause", ReportText::tr("how rare a race is without the pause between reading and "
                                        "writing"));
        }
        addChecks();
        return m_lines;
    }

private:
    void add(const char *id, const QString &text, bool isInDoubt = false)
    {
        m_lines.append({QString::fromLatin1(id), text, isInDoubt});
    }

    void addRows()
    {
        if (!m_record.audit) {
            add("rows", ReportText::tr("what the rows say: nothing was audited"), true);
        } else if (!m_record.audit->state.rowsKnown) {
            add("rows", ReportText::tr("the rows: only the answers could be seen"));
        } else {
            add("outside-database", ReportText::tr("anything outside the database it read"));
        }
    }

    void addKills()
    {
        if (m_record.kills() > 0) {
            return;
        }
        const QList<PlannedFault> &planned = m_record.scenario.faults;
        const bool mayHaveKilled =
            m_record.cutOff && std::any_of(planned.begin(), planned.end(), [](const auto &fault) {
                return fault.action == FaultAction::ServerKill;
            });
        if (mayHaveKilled) {
            add("server-killed",
                ReportText::tr("what happens when the server is killed: that was planned, and "
                               "whether it came is not known"),
                true);
        } else {
            add("server-killed",
                m_isOurs ? ReportText::tr("what happens when the server is killed")
                         : ReportText::tr("what happens when a server of the service is killed: "
                                          "this run killed none"));
        }
    }

    void addRest()
    {
        const QString requests =
            text::requests(static_cast<std::int64_t>(m_record.outcomes.total()));
        if (m_record.cutOff) {
            add("rest-of-load",
                ReportText::tr("the rest of the load: it was cut off after at least %1")
                    .arg(requests),
                true);
        } else if (m_record.endedEarly || m_record.endedByLimit) {
            add("rest-of-load",
                ReportText::tr("the rest of the load: the run was ended after %1").arg(requests));
        }
    }

    [[nodiscard]] bool wasDiagnosed() const { return !m_record.diagnosis.hypotheses.isEmpty(); }

    void addRace()
    {
        const CrowdFigures &crowd = m_record.diagnosis.crowd;
        const std::int64_t maybe = std::max(crowd.mostMaybeWriting, crowd.mostWritersAtOnce);
        if (wasDiagnosed() && maybe < 2) {
            add("race", ReportText::tr("a race: no two requests that wrote met"));
        } else if (!wasDiagnosed() || crowd.mostWritersAtOnce < 2 || mixesCoupons(m_record)) {
            add("race",
                ReportText::tr("a race, perhaps: whether two requests that wrote to one coupon met "
                               "is not known"),
                true);
        }
    }

    void addSecondCoupon()
    {
        const CrowdFigures &crowd = m_record.diagnosis.crowd;
        if (crowd.triesOfHolders > 0 || (crowd.furtherTries > 0 && !mixesCoupons(m_record))) {
            return;
        }
        if (!wasDiagnosed() || crowd.furtherMaybe > 0 || crowd.furtherTries > 0) {
            add("second-coupon",
                ReportText::tr("a second coupon for one person, perhaps: whether anybody who had "
                               "one asked again is not known"),
                true);
        } else {
            const bool seesRows = m_record.audit && m_record.audit->state.rowsKnown;
            add("second-coupon",
                seesRows ? ReportText::tr("a second coupon for one person: nobody who was given "
                                          "one asked again")
                         : ReportText::tr("a second coupon for one person: nobody who was told "
                                          "\"issued\" asked again"));
        }
    }

    void addIsolation()
    {
        const bool isKnown = m_isOurs && !m_record.environment.database.isolation.isEmpty();
        if (isKnown) {
            add("isolation",
                ReportText::tr("isolation levels other than %1").arg(isolationName(m_record)));
        } else {
            add("isolation",
                ReportText::tr("which isolation level matters: the one that the service used was "
                               "not seen"),
                true);
        }
    }

    void addChecks()
    {
        if (!m_record.audit) {
            return;
        }
        if (const QString cannot = titlesOf(*m_record.audit, CheckVerdict::Inconclusive);
            !cannot.isEmpty()) {
            add("cannot-be-told", ReportText::tr("what could not be told: %1").arg(cannot));
        }
        if (const QString skipped = titlesOf(*m_record.audit, CheckVerdict::Skipped);
            !skipped.isEmpty()) {
            add("not-applicable", ReportText::tr("what was not applicable: %1").arg(skipped));
        }
    }

    const RunRecord &m_record;
    bool m_isOurs;
    QList<NotShown> m_lines;
};

} // namespace

std::span<const NotShownKind> notShownKinds()
{
    return kKinds;
}

QList<NotShown> notShownLines(const RunRecord &record)
{
    const QList<NotShown> lines = Lines(record).make();
    for (const NotShown &line : lines) {
        STAMPEDE_CHECK(std::any_of(kKinds.begin(), kKinds.end(), [&line](const auto &kind) {
            return line.id == QLatin1String(kind.id);
        }));
    }
    return lines;
}

QStringList notShown(const RunRecord &record)
{
    QStringList texts;
    for (const NotShown &line : notShownLines(record)) {
        texts << line.text;
    }
    return texts;
}

} // namespace stampede
