// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>

#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/DepthColumns.h"
#include "ui/figures/plots/Shading.h"
#include "ui/figures/plots/TextFlow.h"
#include "ui/state/ViewState.h"
#include "ui/views/AccessibleCells.h"
#include "ui/views/TraceView.h"

namespace ouroscope {

class LineGrip;

/// A text has its depth over every word up to this many tokens. A longer one is a shaded page.
inline constexpr int kStripTokens = 400;

/// The painted text: over every word its column of loops, and across all columns the line of the
/// loops allowed, which can be dragged and moved with PgUp and PgDn; + and - move q. Words are
/// shaded by the chosen measure, unless that is the depth that stands above them. Paints visible
/// lines only: made for tens of thousands of tokens. Click selects, Shift+click selects a range,
/// Ctrl+click adds or takes away, drag selects; keys as in an editor, as seen on the line in
/// right-to-left text.
class StripCanvas : public QAbstractScrollArea, public AccessibleCells {
  Q_OBJECT
 public:
  explicit StripCanvas(ViewState& state, QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  void refresh(Changes what);
  /// What is said where there is no text.
  void setInvitation(const QString& words);
  void setSpacesShown(bool shown);
  bool spacesShown() const { return flow_.spacesShown(); }
  void setMatches(std::vector<int> tokens, int currentFirst, int currentLast);
  const TextFlow& flow() const { return flow_; }
  const ShadingScale& scale() const { return scale_; }
  QRectF tokenRect(int token) const;      ///< on the viewport, with its column
  QRectF wordRect(int token) const;       ///< the word alone
  bool hasText() const { return text_; }  ///< as of the last refresh()
  bool hasColumns() const { return columned_; }
  const DepthColumns& columns() const { return columns_; }
  /// Where the columns of a token's line stand, on the viewport; NaN without columns.
  double footOf(int token) const;
  /// With room for all lines and whole columns: the height, where the columns of the first line
  /// would stand (NaN without columns), and how high a block would be.
  double wantedHeight() const;
  double wantedFoot() const;
  double wantedStep() const;
  /// The line of the loops allowed in the text line of a token, on the viewport.
  double lineLevel(int token) const;
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
  void placed();   ///< columns stand elsewhere: scrolled, or laid out again
  void laidOut();  ///< the text may want another height

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
  void moveLine(int loops);
  void paintColumns(QPainter& painter, const QRectF& area) const;
  void fitColumns();
  double typeHeight() const;           ///< of the words' font
  DepthColumns wantedColumns() const;  ///< as high as they like
  void paintEmpty(QPainter& painter) const;
  void placeGrip();
  void paintLine(QPainter& painter, const QRectF& area) const;
  /// The text line whose line of loops is under a point of the viewport; -1 none.
  int lineUnder(const QPointF& position) const;
  double top() const;        ///< from the viewport's edge to the first line
  double rightEdge() const;  ///< of the text, in its own coordinates
  double& points() { return columned_ ? stripPoints_ : pagePoints_; }
  void takeSelection();
  int tokenAt(const QPointF& position) const;

  ViewState& state_;
  FigureTheme theme_;
  TextFlow flow_;
  ShadingScale scale_;
  std::vector<float> values_;  ///< [T] of the measure
  LineGrip* grip_;
  DepthColumns columns_;
  std::vector<DepthColumns::Column> depths_;  ///< [T] where there are columns
  bool text_ = false, columned_ = false;
  double stripPoints_ = 16, pagePoints_ = 12;
  int hovered_ = -1, pressed_ = -1;
  int dragged_ = -1;  ///< the text line whose line of loops is held
  bool overLine_ = false;
  bool restyling_ = false;
  QString invitation_;  ///< where there is no text
};

}  // namespace ouroscope
