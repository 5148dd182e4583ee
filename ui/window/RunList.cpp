// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunList.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <algorithm>

#include "core/analysis/TraceTables.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/views/PartsLabel.h"

namespace ouroscope {
namespace {

enum Role { Id = Qt::UserRole, Line, Bold, Below, Bars, Loops };
constexpr char kMime[] = "application/x-ouroscope-run";
constexpr int kBars = 24, kBarWidth = 2, kGap = 1, kMargin = 8;

/// Two lines: the text, and under it depth and origin with a small profile of the depth.
class RunDelegate : public SideDelegate {
 public:
  using SideDelegate::SideDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {160, 2 * option.fontMetrics.lineSpacing() + 12};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& given,
             const QModelIndex& index) const override {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString line = index.data(Line).toString();
    option.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool away = index.data(Bars).toList().isEmpty();
    const QPalette& palette = option.palette;
    const QColor ink = palette.color(chosen ? QPalette::HighlightedText
                                     : away ? QPalette::PlaceholderText
                                            : QPalette::Text);
    QColor dim = chosen ? ink : palette.color(QPalette::PlaceholderText);
    const QRect area = option.rect.adjusted(kMargin, 5, -kMargin, -5);
    painter->save();
    painter->setPen(ink);
    drawLine(*painter, option.font, line, index.data(Bold).toList(), area);
    const QRect below(area.left(), area.top() + option.fontMetrics.lineSpacing() + 2, area.width(),
                      option.fontMetrics.lineSpacing());
    // The depth in words goes before its picture, and the picture before the model's name.
    const QStringList parts = index.data(Below).toStringList();
    const auto width = [&](qsizetype count) {
      return option.fontMetrics.horizontalAdvance(PartsLabel::join(parts.first(count)));
    };
    const qsizetype least = std::min<qsizetype>(parts.size(), 1);
    const int profile = paintBars(*painter, index, below, below.width() - width(least) - 6, dim);
    qsizetype shown = parts.size();
    while (shown > least && width(shown) > below.width() - profile) --shown;
    painter->setPen(dim);
    painter->drawText(below.adjusted(0, 0, -profile, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      PartsLabel::join(parts.first(shown)));
    painter->restore();
  }

 private:
  /// Begins where the first bold word can be seen.
  static void drawLine(QPainter& painter, const QFont& font, const QString& text,
                       const QVariantList& bold, const QRect& area) {
    const QFontMetrics metrics(font);
    QString shown = text;
    int cut = 0;
    if (!bold.isEmpty()) {
      const QPoint first = bold.front().toPoint();
      if (metrics.horizontalAdvance(text.left(first.x() + first.y())) > area.width() * 9 / 10) {
        cut = text.lastIndexOf(' ', std::max(0, first.x() - 8)) + 1;
        shown = QStringLiteral("\u2026 ") + text.mid(cut);
        cut -= 2;
      }
    }
    shown = metrics.elidedText(shown, Qt::ElideRight, area.width() - 4);
    QTextLayout layout(shown, font);
    QTextOption plain;
    plain.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(plain);
    QList<QTextLayout::FormatRange> ranges;
    for (const QVariant& each : bold) {
      QTextLayout::FormatRange range;
      range.start = std::max(0, each.toPoint().x() - cut);
      range.length =
          std::min<int>(each.toPoint().y(), static_cast<int>(shown.size()) - range.start);
      range.format.setFontWeight(QFont::Bold);
      if (range.length > 0) ranges << range;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    layout.createLine().setLineWidth(area.width());
    layout.endLayout();
    painter.setClipRect(area);
    layout.draw(&painter, area.topLeft());
    painter.setClipping(false);
  }
  /// @return the width it takes
  static int paintBars(QPainter& painter, const QModelIndex& index, const QRect& area, int room,
                       const QColor& ink) {
    const QVariantList bars = index.data(Bars).toList();
    const double loops = index.data(Loops).toInt();
    const int count = static_cast<int>(bars.size());
    const int width = std::min(count * (kBarWidth + kGap), room);
    if (count == 0 || width < count) return 0;
    const int left = area.right() - width + 1, gap = width < 2 * count ? 0 : kGap;
    for (int i = 0; i < count; ++i) {
      const int height = std::max(1, qRound(area.height() * bars[i].toDouble() / loops));
      const int from = left + i * width / count, to = left + (i + 1) * width / count;
      painter.fillRect(QRect(from, area.bottom() - height + 1, to - from - gap, height), ink);
    }
    return width + 6;
  }
};

}  // namespace

RunList::RunList(Workspace& workspace, QWidget* parent) : SideList(parent), workspace_(workspace) {
  setObjectName("runList");
  setAccessibleName(tr("Runs"));
  setItemDelegate(new RunDelegate(this));
  setDragDropMode(QAbstractItemView::DragDrop);
  setDefaultDropAction(Qt::CopyAction);
  setDropIndicatorShown(true);
  setToolTip(tr("Drop a run on another to compare the two"));
  connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
    if (filling_ || row < 0) return;
    workspace_.show(idAt(row));
    markCurrent();  // one whose file is away is not shown yet
  });
  connect(&workspace_, &Workspace::itemsChanged, this, &RunList::reload);
  connect(&workspace_, &Workspace::currentChanged, this, &RunList::markCurrent);
  reload();
}

void RunList::reload() {
  filling_ = true;
  const auto& items = workspace_.items();
  std::vector<QString> lines;
  for (const Workspace::Item& each : items)
    lines.push_back(each.away() ? each.title : promptLine(*each.trace));
  const auto bold = differingWords(lines);
  std::erase_if(profiles_, [&](const auto& each) { return !workspace_.find(each.first); });
  while (count() > std::ssize(items)) delete takeItem(count() - 1);
  while (count() < std::ssize(items)) addItem(QString());
  for (int i = 0; i < count(); ++i) {
    const Workspace::Item& run = items[i];
    QListWidgetItem& row = *item(i);
    row.setData(Id, run.id);
    // What is read aloud; an unsaved run has a mark, as unsaved documents have.
    row.setText(run.path.isEmpty() ? run.shownTitle() + QStringLiteral(" \u2022")
                                   : run.shownTitle());
    row.setData(Line, lines[i]);
    QVariantList ranges, bars;
    for (const WordRange& range : bold[i]) ranges << QPoint(range.first, range.length);
    row.setData(Bold, ranges);
    QStringList below;
    QString tip = run.away()
                      ? tr("This file is away: click to look for it again.\n%1").arg(run.path)
                  : run.path.isEmpty() ? tr("A run that is not saved (the session keeps it)")
                                       : run.path;
    if (!run.away()) {
      const DepthProfile& depth = profileOf(run);
      for (const float bar : depth.bars) bars << bar;
      if (!bars.isEmpty())
        below << tr("loop %1 of %2", "on average")
                     .arg(localNumber(depth.mean, 1))
                     .arg(run.trace->loops());
      const QString stopped = stoppedText(*run.trace);
      if (!stopped.isEmpty()) tip += '\n' + stopped;
      if (!stopped.isEmpty()) below.prepend(tr("stopped"));
      below << shownName(run.trace->info().modelName, 24);
      tip += '\n' + lines[i];
    } else {
      below << tr("away");
    }
    row.setData(Bars, bars);
    row.setData(Loops, run.away() ? 1 : run.trace->loops());
    row.setData(Below, below);
    row.setToolTip(plainTip(tip));
    row.setData(Qt::ForegroundRole,
                run.away() ? QVariant(palette().brush(QPalette::PlaceholderText)) : QVariant());
  }
  filling_ = false;
  markCurrent();
  updateGeometry();
}

/// Many runs may be open, and they are listed again whenever one of them grows.
const DepthProfile& RunList::profileOf(const Workspace::Item& run) {
  auto& [trace, profile] = profiles_[run.id];
  if (trace.lock() != run.trace) {
    trace = run.trace;
    profile = depthProfile(run.trace, kBars);
  }
  return profile;
}

void RunList::markCurrent() {
  filling_ = true;
  int shown = -1;
  for (int row = 0; row < count(); ++row)
    if (idAt(row) == workspace_.current()) shown = row;
  setCurrentRow(shown);
  filling_ = false;
}

QSize RunList::sizeHint() const {
  const int row = 2 * fontMetrics().lineSpacing() + 12;
  return {220, std::clamp(count(), 1, 6) * row + 2};
}

void RunList::mouseReleaseEvent(QMouseEvent* event) {
  const QListWidgetItem* at = itemAt(event->position().toPoint());
  if (event->button() == Qt::MiddleButton && at) return workspace_.close(idAt(row(at)));
  SideList::mouseReleaseEvent(event);
}

void RunList::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Delete) && currentRow() >= 0)
    return workspace_.close(idAt(currentRow()));
  SideList::keyPressEvent(event);
}

void RunList::contextMenuEvent(QContextMenuEvent* event) {
  const QListWidgetItem* at = itemAt(event->pos());
  if (!at) return;
  const int id = idAt(row(at));
  QMenu menu;
  menu.setObjectName("runMenu");
  QAction* compare =
      menu.addAction(tr("Compare with the shown run"), this, [this, id] { emit compareAsked(id); });
  compare->setEnabled(id != workspace_.current() && !workspace_.find(id)->away());
  QAction* save = menu.addAction(tr("Save trace..."), this, [this, id] {
    workspace_.show(id);
    emit saveAsked();
  });
  save->setEnabled(!workspace_.find(id)->away());
  menu.addAction(tr("Close"), this, [this, id] { workspace_.close(id); });
  menu.exec(event->globalPos());
}

QStringList RunList::mimeTypes() const {
  return {kMime};
}

QMimeData* RunList::mimeData(const QList<QListWidgetItem*>& items) const {
  auto* run = new QMimeData;
  if (!items.isEmpty()) run->setData(kMime, QByteArray::number(items[0]->data(Id).toInt()));
  return run;
}

int RunList::target(const QDropEvent& event) const {
  const QListWidgetItem* at = itemAt(event.position().toPoint());
  if (!event.mimeData()->hasFormat(kMime) || !at) return -1;
  const int dragged = event.mimeData()->data(kMime).toInt(), id = idAt(row(at));
  const auto open = [this](int run) {
    const Workspace::Item* item = workspace_.find(run);
    return item && !item->away();
  };
  return dragged != id && open(dragged) && open(id) ? row(at) : -1;
}

void RunList::dragEnterEvent(QDragEnterEvent* event) {
  // A file that is dropped here is the window's to open.
  event->mimeData()->hasFormat(kMime) ? event->acceptProposedAction() : event->ignore();
}

void RunList::dragMoveEvent(QDragMoveEvent* event) {
  SideList::dragMoveEvent(event);
  target(*event) >= 0 ? event->acceptProposedAction() : event->ignore();
}

void RunList::dropEvent(QDropEvent* event) {
  const int on = target(*event);
  if (on < 0) return event->ignore();
  event->acceptProposedAction();
  const int other = idAt(on);
  workspace_.show(event->mimeData()->data(kMime).toInt());
  emit compareAsked(other);
}

}  // namespace ouroscope
