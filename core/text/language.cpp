// SPDX-License-Identifier: MIT
#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <atomic>
#include <utility>

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

/// The language that a thread speaks whatever is set, or nothing.
thread_local std::optional<Language> t_spoken;

/// Asked before all others: answers for the threads that speak a language of their own.
class SpokenTexts final : public QTranslator
{
public:
    explicit SpokenTexts(QObject *parent)
        : QTranslator(parent)
    {
        setObjectName(QStringLiteral("stampedeTexts"));
        m_isKoreanThere =
            m_korean.load(QStringLiteral("stampede_ko"), QStringLiteral(":/stampede/translations"));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *remark,
                                    int n) const override
    {
        if (!t_spoken) {
            return {};
        }
        const QString korean = *t_spoken == Language::Korean && m_isKoreanThere
                                   ? m_korean.translate(context, source, remark, n)
                                   : QString();
        return korean.isEmpty() ? QString::fromUtf8(source) : korean;
    }

private:
    QTranslator m_korean;
    bool m_isKoreanThere = false;
};

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
    QCoreApplication::installTranslator(new SpokenTexts(QCoreApplication::instance()));
}

LanguageScope::LanguageScope(Language language)
    : m_earlier(std::exchange(t_spoken, language))
{}

LanguageScope::~LanguageScope()
{
    t_spoken = m_earlier;
}

Language spokenLanguage()
{
    return t_spoken.value_or(currentLanguage());
}

} // namespace stampede
