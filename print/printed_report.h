// SPDX-License-Identifier: MIT
#pragma once

#include "print/piece.h"
#include "report/report.h"

#include <QImage>

namespace stampede {

/// A report laid out on sheets of A4. Immutable once made; painted and deleted in the thread that
/// made it, as fonts belong to it.
class PrintedReport
{
public:
    /// Lays it out: what is to be one sheet has a page of its own, the contents stand before what
    /// flows over pages.
    explicit PrintedReport(const Report &report);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// Paints a page in points, with the upper left corner of the sheet at the origin. `index` from
    /// 0.
    void paint(QPainter &painter, int index) const;
    /// The page as a picture, `pixels` wide.
    [[nodiscard]] QImage image(int index, int pixels) const;

private:
    struct Placed
    {
        Piece piece;
        double y = 0;
    };
    using Page = std::vector<Placed>;
    /// A line of the contents.
    struct Entry
    {
        QString title;
        int page = 0; ///< from 1
    };

    void addPages(const Pieces &pieces);
    /// Pages of what is not a sheet of its own, after the contents where they are still missing;
    /// takes the pieces away.
    void addFlowing(Pieces &pieces, const Report &report);
    [[nodiscard]] Pieces contentsPieces() const;

    std::vector<Page> m_pages;
    QString m_footer;
    QString m_pageWords; ///< "page %1 of %2"
    std::shared_ptr<std::vector<Entry>> m_entries = std::make_shared<std::vector<Entry>>();
    std::size_t m_placedEntries = 0;
    bool m_hasContents = false;
};

} // namespace stampede
