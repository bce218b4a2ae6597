#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <atomic>

namespace stampede {

namespace {

constexpr std::array kLanguages = {Language::English, Language::Korean};
std::atomic<Language> g_current{Language::English}; // asked by threads that make sentences

QLocale localeOf(Language language)
{
    return language == Language::Korean ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                                        : QLocale(QLocale::English, QLocale::UnitedStates);
}

/// Adds the texts of one file, from this program or else from the folder that Qt keeps its own in.
void addTexts(const QString &file)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QStringLiteral("stampedeTexts"));
    if (translator->load(file, QStringLiteral(":/stampede/translations")) ||
        translator->load(file, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

std::span<const Language> allLanguages()
{
    return kLanguages;
}

QString codeOf(Language language)
{
    return language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

std::optional<Language> languageOf(const QString &code)
{
    for (const Language language : kLanguages) {
        if (code == codeOf(language)) {
            return language;
        }
    }
    return std::nullopt;
}

QString nameOf(Language language)
{
    return language == Language::Korean ? QStringLiteral("한국어") : QStringLiteral("English");
}

Language systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        if (const auto language = languageOf(name.section(QLatin1Char('-'), 0, 0))) {
            return *language;
        }
    }
    return Language::English;
}

Language currentLanguage()
{
    return g_current;
}

void applyLanguage(Language language)
{
    const auto earlier =
        QCoreApplication::instance()->findChildren<QTranslator *>(QStringLiteral("stampedeTexts"));
    qDeleteAll(earlier);
    g_current = language;
    QLocale::setDefault(localeOf(language));
    if (language != Language::English) { // the texts of the sources
        addTexts(QStringLiteral("qtbase_%1").arg(codeOf(language)));
        addTexts(QStringLiteral("stampede_%1").arg(codeOf(language)));
    }
}

} // namespace stampede
