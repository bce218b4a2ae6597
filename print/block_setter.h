#pragma once

#include "print/block_pieces.h"

namespace stampede {

namespace setter_sizes {

inline constexpr double kBody = 9.5; ///< points
inline constexpr double kSmall = 8;
inline constexpr double kCardPad = 8;

} // namespace setter_sizes

/// Turns blocks into pieces, one after the other.
class BlockSetter
{
public:
    explicit BlockSetter(double scale)
        : m_scale(scale)
    {}
    Pieces set(const QList<Block> &blocks);

    void operator()(const Paragraph &paragraph);
    void operator()(const SubHeading &heading);
    void operator()(const VerdictBlock &verdict);
    void operator()(const LedgerBlock &ledger);
    void operator()(const LabelledBlock &labelled);
    void operator()(const ListBlock &list);
    void operator()(const TableBlock &table) { addTable(m_pieces, table, m_scale); }
    void operator()(const PairBlock &pair);
    void operator()(const PictureBlock &picture) { addPictures({picture}); }
    void operator()(const CheckBlock &check);
    void operator()(const SignatureBlock &signature);

private:
    [[nodiscard]] QFont font(double size, bool bold = false) const
    {
        return paper::font(size * m_scale, bold);
    }
    /// Lines with a bar at their left.
    void addBarred(const QString &text, const QFont &font, Ink ink, Ink bar, double before);
    void addPictures(const QList<PictureBlock> &row);

    double m_scale;
    Pieces m_pieces;
};

} // namespace stampede
