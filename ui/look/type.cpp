// SPDX-License-Identifier: MIT
#include "ui/look/type.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QHash>
#include <QVariant>
#include <QWidget>

#include <cmath>

namespace stampede {

namespace {

constexpr double kBodySize = 10;
/// Property of widgets with a font of their own size. A style sheet of the application brings back
/// the font that a widget had when it was first styled, so its size has to be known from elsewhere.
constexpr auto kOwnSize = "ownPointSize";

double &currentFactor()
{
    static double factor = 1;
    return factor;
}

double sizeOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Heading:
        return kBodySize;
    case TextRole::Secondary:
        return 9;
    case TextRole::StatusBanner:
        return 11;
    case TextRole::Verdict:
        return 15;
    case TextRole::Figure:
        return 20;
    case TextRole::Axis:
        return 8.5;
    }
    return kBodySize;
}

bool digitsAreEquallyWide(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01) {
            return false;
        }
    }
    return true;
}

/// Keeps the sizes, at factor 1, of the fonts that widgets were given.
void noteOwnSizes()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QFont font = widget->font();
        const bool isOwn = widget->testAttribute(Qt::WA_SetFont) && font.pointSizeF() > 0 &&
                           (font.resolveMask() & QFont::SizeResolved) != 0;
        if (isOwn && widget->property(kOwnSize).isNull()) {
            widget->setProperty(kOwnSize, font.pointSizeF() / currentFactor());
        }
    }
}

/// Asks for fonts with Hangul behind that family, rather than for whatever the system comes upon.
/// By its own name: of a name such as "Sans Serif" the system would take one of these.
void setFamilyWithHangul(QFont &font, const QString &family)
{
    font.setFamilies({QFontInfo(QFont(family)).family(), QStringLiteral("Noto Sans CJK KR"),
                      QStringLiteral("Noto Sans KR"), QStringLiteral("NanumGothic"),
                      QStringLiteral("Nanum Gothic")});
}

QString tabularFamily(const QFont &font)
{
    for (const char *name : {"Noto Sans", "DejaVu Sans", "Liberation Sans"}) {
        QFont other = font;
        other.setFamily(QString::fromLatin1(name));
        if (QFontInfo(other).family() == other.family() && digitsAreEquallyWide(other)) {
            return other.family();
        }
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

} // namespace

QFont typeFont(TextRole role)
{
    QFont font = QApplication::font();
    font.setPointSizeF(sizeOf(role) * textFactor());
    if (role == TextRole::Heading || role == TextRole::Verdict || role == TextRole::Figure) {
        font.setWeight(QFont::DemiBold);
    }
    return role == TextRole::Figure ? tabularFont(font) : font;
}

QFont tabularFont(const QFont &font)
{
    static QHash<QString, QString> families; // looked up once each: figures are drawn often
    const QString key = font.family() + QLatin1Char('/') + QString::number(font.weight());
    if (!families.contains(key)) {
        families.insert(key, digitsAreEquallyWide(font) ? font.family() : tabularFamily(font));
    }
    QFont tabular = font;
    setFamilyWithHangul(tabular, families.value(key));
    return tabular;
}

void setTextFactor(double factor)
{
    noteOwnSizes();
    currentFactor() = factor;
    QFont body = QApplication::font();
    setFamilyWithHangul(body, body.family());
    body.setPointSizeF(kBodySize * factor);
    if (body != QApplication::font()) { // every widget hears of it
        QApplication::setFont(body);
        // Who measures letters after this measures the new ones.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    }
}

void scaleOwnFonts()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QVariant size = widget->property(kOwnSize);
        QFont font = widget->font();
        if (!size.isNull() && font.pointSizeF() != size.toDouble() * textFactor()) {
            font.setPointSizeF(size.toDouble() * textFactor());
            widget->setFont(font);
        }
    }
}

double textFactor()
{
    return currentFactor();
}

} // namespace stampede
