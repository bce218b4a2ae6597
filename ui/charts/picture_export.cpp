// SPDX-License-Identifier: MIT
#include "ui/charts/picture_export.h"

#include "ui/look/theme.h"
#include "ui/session/saved_file.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolTip>

#include <utility>

namespace stampede {

namespace {

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)
};

constexpr qreal kSharpness = 2;
constexpr qreal kMargin = 12;

/// The picture on a card of its own, under its title.
void paintCard(QPainter &painter, const PictureSource &source, const QSizeF &size)
{
    const Theme &theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), theme.panel);
    painter.setFont(headingFont(QApplication::font()));
    painter.setPen(theme.text);
    const qreal head = QFontMetricsF(painter.font()).height();
    painter.drawText(QRectF(kMargin, kMargin, size.width() - 2 * kMargin, head),
                     Qt::AlignLeft | Qt::AlignVCenter, source.title);
    painter.translate(kMargin, 1.5 * kMargin + head);
    source.paint(painter, {size.width() - 2 * kMargin, size.height() - 2.5 * kMargin - head});
}

QImage imageOf(const PictureSource &source, const QSizeF &size)
{
    QImage image((size * kSharpness).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kSharpness);
    QPainter painter(&image);
    paintCard(painter, source, size);
    return image;
}

void askAndSave(QWidget *widget, const PictureSource &source, const QString &ending)
{
    const QString name =
        source.title.toLower().simplified().replace(QLatin1Char(' '), QLatin1Char('-'));
    const QString path = QFileDialog::getSaveFileName(
        widget, PictureText::tr("Save as"), QStringLiteral("%1.%2").arg(name, ending),
        PictureText::tr("%1 files (*.%2)").arg(ending.toUpper(), ending));
    if (path.isEmpty()) {
        return;
    }
    if (const auto saved = savePicture(source, widget->size(), path); !saved) {
        QMessageBox::warning(widget, PictureText::tr("Save as"), saved.error());
        return;
    }
    QToolTip::showText(
        widget->mapToGlobal(widget->rect().center()),
        QStringLiteral("%1 (%2)").arg(path, QLocale().formattedDataSize(QFileInfo(path).size())),
        widget);
}

} // namespace

Result<void, QString> savePicture(const PictureSource &source, const QSizeF &size,
                                  const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return saveChosen(path, [&](QIODevice &file) {
        if (ending == QLatin1String("svg")) {
            QSvgGenerator generator;
            generator.setOutputDevice(&file);
            generator.setSize(size.toSize());
            generator.setViewBox(QRectF(QPointF(), size));
            generator.setTitle(source.title);
            QPainter painter(&generator);
            paintCard(painter, source, size);
            return painter.end();
        }
        if (ending == QLatin1String("csv") && source.csv) {
            const QByteArray content = source.csv().toUtf8();
            return file.write(content) == content.size();
        }
        return imageOf(source, size).save(&file, "PNG");
    });
}

void copyPictureOf(QWidget *widget, const PictureSource &source)
{
    copyImage(widget, imageOf(source, widget->size()));
}

void enablePictureExport(QWidget *widget, const std::function<PictureSource()> &source)
{
    const auto add = [widget](const QString &words, const char *name, auto slot) {
        auto *action = new QAction(words, widget);
        action->setObjectName(QLatin1String(name));
        QObject::connect(action, &QAction::triggered, widget, slot);
        widget->addAction(action);
    };
    add(PictureText::tr("Copy picture"), "copyPicture",
        [widget, source] { copyPictureOf(widget, source()); });
    for (const auto &[words, name, ending] :
         {std::tuple(PictureText::tr("Save as PNG…"), "savePng", QStringLiteral("png")),
          std::tuple(PictureText::tr("Save as SVG…"), "saveSvg", QStringLiteral("svg")),
          std::tuple(PictureText::tr("Save as CSV…"), "saveCsv", QStringLiteral("csv"))}) {
        if (ending != QLatin1String("csv") || source().csv) {
            add(words, name,
                [widget, source, ending = ending] { askAndSave(widget, source(), ending); });
        }
    }
    widget->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace stampede
