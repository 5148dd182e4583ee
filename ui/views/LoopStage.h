// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantAnimation>
#include <QWidget>

#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// Where a token's state passes on its way round the loop.
enum class Station { Layers, Norm, Gate, Head };
constexpr int kStations = 4;

/// The loop as a drawing: four stations on a ring, the token's state as a dot that moves along it,
/// the loop number in the middle. Position 0 is the entrance, 1 + 4 r + s is station s of loop r.
class LoopStage : public QWidget {
  Q_OBJECT
  Q_PROPERTY(double shownPosition READ shownPosition)
 public:
  explicit LoopStage(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param token its text, in the dot's trail; @param exitLoop 0-based, where the reading stops
  void setWalk(const QString& token, int loops, int exitLoop, const QString& layersText);
  void setBestWord(const QString& word);  ///< beside the head; empty before it was read
  /// @param animated moves there; else, and with reduced motion, it is there at once
  void setPosition(int position, bool animated);
  int position() const { return position_; }
  double shownPosition() const { return shown_; }  ///< between two positions while it moves
  QSize sizeHint() const override { return {420, 380}; }

  static QString stationName(Station station);
  static QString stationPlainly(Station station);  ///< in a word or two that everybody knows
  /// The words of a station's box: its name, bold where the state is, and below it the plain word.
  static void paintStation(QPainter& painter, const QRectF& box, const QString& name,
                           const QString& plainly, bool here, const FigureTheme& theme);

 signals:
  void moved(double shown);  ///< shownPosition() is another one

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QPointF pointAt(double position, const QPointF& centre, const QSizeF& radii) const;

  FigureTheme theme_;
  QString token_, layersText_, bestWord_;
  int loops_ = 0, exitLoop_ = 0, position_ = 0;
  double shown_ = 0;
  QVariantAnimation motion_;
};

}  // namespace ouroscope
