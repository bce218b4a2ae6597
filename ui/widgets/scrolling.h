#pragma once

class QScrollArea;
class QWidget;

namespace stampede {

/// A place, owned by `parent`, in which `content` is as wide as there is room and never lower than
/// it needs: what is below is scrolled to, by wheel, bar, or the keyboard that goes there. What
/// lies behind shows through; nothing in it is focused but its content, which has its layout. UI
/// thread.
QScrollArea *scrolling(QWidget *content, QWidget *parent);

} // namespace stampede
