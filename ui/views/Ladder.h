// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>
#include <map>
#include <set>

#include "core/analysis/LensTable.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/state/ViewState.h"
#include "ui/views/AccessibleCells.h"

namespace ouroscope {

/// One word's loops as rungs, loop 1 at the foot, as the columns over the words have them: the best
/// word of each with its probability. A rung opens into its layers where they were captured. Click
/// or arrow keys select a loop; Right and Left open and close it.
class Ladder : public QAbstractScrollArea, public AccessibleCells {
  Q_OBJECT
 public:
  explicit Ladder(ViewState& state, QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  /// Where the columns of the token's line stand: rungs that have room for a line of type stand at
  /// the same heights. @param foot in this widget's coordinates; NaN: nowhere. @param step of a
  /// loop
  void setStage(double foot, double step);
  /// The height that all rungs take. @param foot, @param step as for setStage()
  double wantedHeight(double foot, double step) const;
  void refresh();
  /// The word under the pointer, else the selected one, else the one before the answer; -1 none.
  int token() const { return token_; }
  QRectF rungRect(int loop) const;  ///< on the viewport; empty where it is out of sight
  bool isOpen(int loop) const { return open_.contains(loop); }

  int cellRows() const override { return static_cast<int>(rows_.size()); }
  int cellColumns() const override { return rows_.empty() ? 0 : 1; }
  QString cellName(int row, int column) const override;
  QString cellValue(int row, int column) const override;
  QRect cellRect(int row, int column) const override;
  QPair<int, int> cellAt(const QPoint& point) const override;
  bool cellSelected(int row, int column) const override;
  void selectCell(int row, int column) override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  /// A loop, or a layer within one. From the foot upwards a loop comes after its layers.
  struct Row {
    int loop = 0, layer = -1;
    double bottom = 0, height = 0;  ///< over the foot
  };
  bool hasLayers() const;
  void placeRows();
  void toggle(int loop);
  const LensCell* best(const Row& row) const;
  bool run(int loop) const;
  double footY() const;
  QRectF rowRect(const Row& row) const;
  int rowAt(const QPointF& position) const;
  void paintRow(QPainter& painter, const Row& row) const;
  double wordsWide(double room) const;  ///< of what words and bars share
  const LayerLens& layers(int loop) const;

  ViewState& state_;
  FigureTheme theme_;
  double foot_ = 0, step_ = 0;
  bool staged_ = false;
  TracePtr trace_;
  int token_ = -1;
  LensTable table_;
  mutable std::map<int, LayerLens> layers_;
  std::set<int> open_;
  std::vector<Row> rows_;
  double high_ = 0, widest_ = 0;  ///< of all rows; of the loops' best words
};

}  // namespace ouroscope
