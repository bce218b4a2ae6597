// SPDX-License-Identifier: MIT
#include "scenario/presets.h"

#include "scenario/scenario_text.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

namespace stampede {

namespace {

struct Row
{
    const char *id;
    const char *title;
    const char *story;
    const char *mustComeOut;
};

constexpr std::array<Row, 10> kRows{{
    {"latch-100-vs-10", QT_TRANSLATE_NOOP("ScenarioText", "A hundred hands, ten coupons"),
     QT_TRANSLATE_NOOP("ScenarioText", "A hundred people, one starting gun."),
     QT_TRANSLATE_NOOP("ScenarioText", "10 issued · 90 out of stock · 0 left")},
    {"single-user", QT_TRANSLATE_NOOP("ScenarioText", "One id in the script"),
     QT_TRANSLATE_NOOP(
         "ScenarioText",
         "1,096 requests, one person: the run that looked 99.9 % broken and was not."),
     QT_TRANSLATE_NOOP("ScenarioText", "1 issued · 1,095 already issued · 199 left")},
    {"hundred-users", QT_TRANSLATE_NOOP("ScenarioText", "Why 200 cannot happen"),
     QT_TRANSLATE_NOOP("ScenarioText", "A hundred people, two hundred coupons, one each."),
     QT_TRANSLATE_NOOP("ScenarioText", "100 issued · 996 already issued · 100 left")},
    {"last-coupon", QT_TRANSLATE_NOOP("ScenarioText", "The last coupon"),
     QT_TRANSLATE_NOOP("ScenarioText", "Two people reach for it in the same instant."),
     QT_TRANSLATE_NOOP("ScenarioText", "1 issued · 1 out of stock · 0 left")},
    {"sold-out", QT_TRANSLATE_NOOP("ScenarioText", "Too late"),
     QT_TRANSLATE_NOOP("ScenarioText", "Fifty people come when everything is gone."),
     QT_TRANSLATE_NOOP("ScenarioText", "0 issued · 50 out of stock")},
    {"flash-sale", QT_TRANSLATE_NOOP("ScenarioText", "The rush"),
     QT_TRANSLATE_NOOP("ScenarioText", "Ten thousand people, a thousand coupons."),
     QT_TRANSLATE_NOOP("ScenarioText", "1,000 issued · 9,000 out of stock · 0 left")},
    {"quiet-damage", QT_TRANSLATE_NOOP("ScenarioText", "The quiet damage"),
     QT_TRANSLATE_NOOP("ScenarioText",
                       "Row lock off: the same answers as with it, and the stock lies."),
     QT_TRANSLATE_NOOP("ScenarioText", "100 issued · 996 already issued · more than 100 left")},
    {"second-helping", QT_TRANSLATE_NOOP("ScenarioText", "All two hundred after all"),
     QT_TRANSLATE_NOOP("ScenarioText",
                       "One-per-person off: the only way to hand out 200 to 100 people."),
     QT_TRANSLATE_NOOP("ScenarioText", "200 issued · 896 out of stock · people with several")},
    {"open-door", QT_TRANSLATE_NOOP("ScenarioText", "The open door"),
     QT_TRANSLATE_NOOP("ScenarioText", "The hundred people again, every protection off: nobody is "
                                       "refused, and nothing is right."),
     QT_TRANSLATE_NOOP("ScenarioText", "up to 1,096 issued · more than one each · stock wrong")},
    {"half-minute", QT_TRANSLATE_NOOP("ScenarioText", "Half a minute to watch"),
     QT_TRANSLATE_NOOP("ScenarioText",
                       "60 requests a second for 30 seconds; the 600th coupon goes at "
                       "second ten."),
     QT_TRANSLATE_NOOP("ScenarioText", "600 issued · 1,200 out of stock · 0 left")},
}};

} // namespace

QList<Preset> presets()
{
    QList<Preset> all;
    for (const Row &row : kRows) {
        all.append({QString::fromLatin1(row.id), ScenarioText::tr(row.title),
                    ScenarioText::tr(row.story), ScenarioText::tr(row.mustComeOut)});
    }
    return all;
}

QString shownName(const QString &name)
{
    return ScenarioText::tr(name.toUtf8().constData());
}

QByteArray presetFile(const QString &id)
{
    for (const Row &row : kRows) {
        if (id == QLatin1String(row.id)) {
            QFile file(QStringLiteral(":/stampede/presets/%1.stampede.json").arg(id));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    }
    return {};
}

} // namespace stampede
