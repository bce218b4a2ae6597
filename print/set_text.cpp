// SPDX-License-Identifier: MIT
#include "print/set_text.h"

#include "text/printable_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace stampede {

namespace {

constexpr double kLeading = 1.32; // of the font's size

} // namespace

SetText::SetText(const QString &text, const QFont &font, double width, Align align)
    : m_layout(std::make_shared<QTextLayout>(
          printable(text).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)), font))
    , m_lineHeight(font.pixelSize() * kLeading / paper::kFine)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(align == Align::Right ? Qt::AlignRight : Qt::AlignLeft);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    double y = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(width, 1.0) * paper::kFine);
        line.setPosition(QPointF(0, y));
        if (m_ascent == 0) {
            const double spare = m_lineHeight * paper::kFine - line.height();
            m_ascent = std::max(spare / 2, 0.0);
        }
        y += m_lineHeight * paper::kFine;
    }
    m_layout->endLayout();
}

int SetText::lines() const
{
    return m_layout ? m_layout->lineCount() : 0;
}

void SetText::paintLine(QPainter &painter, int line, double x, double y, const QColor &color) const
{
    if (line >= lines()) {
        return;
    }
    const QTextLine shown = m_layout->lineAt(line);
    painter.save();
    painter.translate(x, y);
    painter.scale(1 / paper::kFine, 1 / paper::kFine);
    painter.setPen(color);
    shown.draw(&painter, QPointF(0, m_ascent - shown.y()));
    painter.restore();
}

void SetText::paint(QPainter &painter, double x, double y, const QColor &color) const
{
    for (int i = 0; i < lines(); ++i) {
        paintLine(painter, i, x, y + i * m_lineHeight, color);
    }
}

double SetText::widthOf(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text) / paper::kFine;
}

} // namespace stampede
