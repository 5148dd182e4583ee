// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>

#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/Shading.h"
#include "ui/figures/plots/TextFlow.h"
#include "ui/state/ViewState.h"
#include "ui/views/AccessibleCells.h"
#include "ui/views/TraceView.h"

namespace ouroscope {

/// The painted text: every token shaded by the chosen measure. Paints visible lines only: made for
/// tens of thousands of tokens. Click selects, Shift+click selects a range, Ctrl+click adds or
/// takes away, drag selects; keys as in an editor, as seen on the line in right-to-left text.
class TextCanvas : public QAbstractScrollArea, public AccessibleCells {
  Q_OBJECT
 public:
  explicit TextCanvas(ViewState& state, QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  void refresh(Changes what);
  void setSpacesShown(bool shown);
  bool spacesShown() const { return flow_.spacesShown(); }
  void setMatches(std::vector<int> tokens, int currentFirst, int currentLast);
  const TextFlow& flow() const { return flow_; }
  const ShadingScale& scale() const { return scale_; }
  QRectF tokenRect(int token) const;   ///< on the viewport
  void showToken(int token);           ///< scrolls as little as needed
  QPair<int, int> seenTokens() const;  ///< first and last on the viewport; 0, -1 without a text
  QString describe(int token) const;   ///< numbers of one token in lines of words

  int cellRows() const override { return state_.trace() ? 1 : 0; }
  int cellColumns() const override { return state_.trace() ? state_.trace()->tokens() : 0; }
  QString cellName(int row, int column) const override;
  QString cellValue(int row, int column) const override;
  QRect cellRect(int row, int column) const override;
  QPair<int, int> cellAt(const QPoint& point) const override;
  bool cellSelected(int row, int column) const override;
  void selectCell(int row, int column) override;

 signals:
  void findAsked();
  void copyAsked(bool table);
  void shadingChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  void reload();
  void reflow();
  void reshade(bool newScale);
  void updateTokens(std::initializer_list<int> tokens);
  void takeSelection();
  int tokenAt(const QPointF& position) const;

  ViewState& state_;
  FigureTheme theme_;
  TextFlow flow_;
  ShadingScale scale_;
  std::vector<float> values_;  ///< [T] of the measure
  double points_ = 11;
  int hovered_ = -1, pressed_ = -1;
  bool restyling_ = false;
};

}  // namespace ouroscope
