#include "ui/live/tile.h"

#include "ui/labels.h"

#include <QColor>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

Tile::Tile(const QString &mark, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_mark(mark)
    , m_text(name)
    , m_name(new QLabel(this))
    , m_figure(new QLabel(this))
    , m_below(new QLabel(this))
{
    setProperty("card", true);
    setAccessibleName(name);
    m_figure->setFont(headingFont(font(), 1.8));
    m_figure->setObjectName(QStringLiteral("figure"));
    m_below->setProperty("muted", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addWidget(m_figure);
    column->addWidget(m_below);
    m_name->setText(mark.isEmpty() ? name : mark + QLatin1Char(' ') + name);
    show(QStringLiteral("–"), {});
}

void Tile::show(const QString &figure, const QString &below)
{
    m_figure->setText(figure);
    m_below->setText(below);
    setAccessibleDescription(figure + QLatin1Char(' ') + below);
}

void Tile::setMarkColor(const QColor &color)
{
    if (!m_mark.isEmpty()) {
        m_name->setTextFormat(Qt::RichText);
        m_name->setText(QStringLiteral("<span style='color:%1'>%2</span> %3")
                            .arg(color.name(), m_mark, m_text.toHtmlEscaped()));
    }
}

} // namespace stampede
