// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace stampede {

/// The languages that every text is there in.
enum class Language
{
    English,
    Korean
};

/// All of them, in the order of a menu.
std::span<const Language> allLanguages();
/// "en", "ko": what options and settings call it.
QString codeOf(Language language);
/// The language of that code, or nothing.
std::optional<Language> languageOf(const QString &code);
/// What its speakers call it.
QString nameOf(Language language);

/// The one that the environment asks for (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), English where it
/// asks for none of ours.
Language systemLanguage();
/// The one that is set.
Language currentLanguage();
/// From now on texts come in that language, those of Qt's own dialogs too, and figures as it writes
/// them. What is on the screen already stays as it is. Needs a QCoreApplication; its thread.
void applyLanguage(Language language);

/// While it lives, texts that its thread makes come in that language; what other threads make and
/// what is on the screen stay as they are. Any thread, after applyLanguage(). May be nested.
class LanguageScope
{
public:
    explicit LanguageScope(Language language);
    ~LanguageScope();
    LanguageScope(const LanguageScope &) = delete;
    LanguageScope &operator=(const LanguageScope &) = delete;

private:
    std::optional<Language> m_earlier; ///< of the scope around this one
};

/// The language of the texts that this thread makes.
Language spokenLanguage();

} // namespace stampede
