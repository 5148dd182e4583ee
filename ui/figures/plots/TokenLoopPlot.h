// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <functional>
#include <vector>

#include "core/trace/Trace.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/base/ScaleEnds.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/PooledHeatmap.h"

namespace ouroscope {

/// Tokens x loops as coloured cells, with both axis orders, zoom along the tokens, hover, selection
/// and click. A map of a measure, of answers or of differences is this with its own cells and
/// marks. The wheel scrolls along the tokens, Ctrl+wheel zooms about the pointer, a drag over the
/// cells selects tokens, a drag along the token axis shows that range, a drag with the middle
/// button moves, a double click shows all; arrows move the cell. It knows nothing of ViewState: its
/// owner sets data, selection and hover, and listens to its signals.
class TokenLoopPlot : public QCustomPlot {
  Q_OBJECT
 public:
  explicit TokenLoopPlot(QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  void setSelection(int token, int loop);  ///< -1 for none; drawn on an overlay layer
  void setSelectedTokens(
      const std::vector<int>& tokens);  ///< ascending; marked beside the one above
  void setHover(int token, int loop);
  void showTokens(int first, int last);     ///< zoom
  void zoom(double factor, double centre);  ///< below 1: closer; about a token position
  QPair<int, int> shownTokens() const;      ///< first and last that are wholly shown
  bool zoomed() const;
  /// The cell under a pixel; -1, -1 where there is none. Where several tokens share the pixel, the
  /// one whose colour is seen.
  QPair<int, int> cellAt(const QPointF& pixel) const;
  QRectF cellRect(int token, int loop) const;  ///< pixels; empty where it is not shown
  float cellValue(int token, int loop) const;  ///< NaN where missing
  void refreshLabels();                        ///< after the size changed without a resize event

 signals:
  void cellHovered(int token, int loop);  ///< -1, -1 when the pointer leaves
  void cellClicked(int token, int loop);  ///< without Shift and Ctrl, or by an arrow key
  /// Any click or arrow with its modifiers: Shift extends a selection, Ctrl toggles.
  void cellPicked(int token, int loop, Qt::KeyboardModifiers modifiers);
  void tokensDragged(int first, int last);  ///< over the cells, from where the drag began
  void rangeChanged(int first, int last);

 protected:
  /// What is drawn: how many, in which order, which part, and the tokens' labels.
  struct Frame {
    int tokens = 0, loops = 0;
    int trained = 0;  ///< a dashed line above it where more loops are shown; 0: none
    int prompt = 0;   ///< a dotted line where generation starts; 0: none
    int firstToken = 0, lastToken = -1;
    bool loopsVertical = true;
    QColor marks = Qt::white;  ///< of those lines: shows on the dark end of one-sided maps
    bool loopLabels = true;    ///< false: one row that is not a loop
    std::function<QString(int)> label;
  };
  /// The frame of a whole trace.
  static Frame frameOf(const TracePtr& trace);
  void setFrame(Frame frame);  ///< no tokens: an empty plot
  /// Values outside the limits have the colour of the end, a mark in their cell and a pointed end
  /// of the bar.
  void setCells(std::vector<float> values, double low, double high, const ColourMap& map,
                Pooling pooling, bool logarithmic = false);
  /// Colour bar with a name and a unit; `shown` false takes it away for good.
  /// @param wordings of the bar's title, longest first: the longest that fits is shown
  void setScale(const QStringList& wordings, bool shown = true);
  void removeScale();  ///< where the colours are explained otherwise

  virtual void recolour() {}   ///< the theme changed: set cells and pens again
  virtual void makeLines() {}  ///< graphs were dropped with the old axes: add them again
  virtual void placeMarks();   ///< lines that depend on the range shown
  QCPItemLine* markLine(double token0, double loop0, double token1, double loop1, const QPen& pen);
  /// A step line over the cells, under the pointer's marks.
  QCPGraph* addStepLine();

  QCPAxis* tokenAxis() const { return frame_.loopsVertical ? xAxis : yAxis; }
  QCPAxis* loopAxis() const { return frame_.loopsVertical ? yAxis : xAxis; }
  const Frame& frame() const { return frame_; }
  bool framed() const { return frame_.tokens > 0; }

  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

  FigureTheme theme_;

 private:
  void buildAxes();
  void updateLabels();
  bool wordsLieAcross(const QFont& font, double extent) const;
  void clampRange(const QCPRange& range);
  void showToken(int token);
  double tokenCoordinate(const QPointF& pixel) const;
  bool onTokenAxis(const QPointF& pixel) const;
  void placeBands();
  enum class Drag { None, Cells, Axis, Move };
  void placeRect(QCPItemRect* rect, int token, int loop);

  Frame frame_;
  QStringList scaleTitles_;
  PooledHeatmap* cells_ = nullptr;
  QCPColorScale* scale_ = nullptr;
  ScaleEnds* scaleEnds_ = nullptr;
  QCPItemRect* selection_ = nullptr;
  QCPItemRect* hover_ = nullptr;
  QList<QCPAbstractItem*> marks_;
  QSharedPointer<TokenTicker> tokenTicker_;
  QCPItemRect* rubber_ = nullptr;  ///< the range being drawn along the axis
  std::vector<QCPItemRect*> bands_;
  std::vector<int> selectedTokens_;
  Drag drag_ = Drag::None;
  bool dragged_ = false;
  double dragFrom_ = 0;  ///< token position
  QPoint pressed_;
  int selectedToken_ = -1, selectedLoop_ = -1;
  bool clamping_ = false;
};

/// A plot of tokens by loops for FigureKind::draw; `fill` gives it its data at the final size.
template <class Plot, class Fill>
FigureDrawing tokenLoopDrawing(const FigureRecipe& recipe, double heightMm, const Fill& fill) {
  auto figure = std::make_unique<Plot>();
  Plot* plot = figure.get();
  const QSizeF size(recipe.widthMm, heightMm);
  plot->resize((size * kFigureUnitsPerMm).toSize());
  plot->setTheme(FigureTheme::paperTheme(recipe));
  fill(*plot);
  return plotDrawing(std::move(figure), size, [plot] { plot->refreshLabels(); });
}

}  // namespace ouroscope
