// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QWidget>
#include <optional>

#include "ui/figures/base/ColourVision.h"
#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// A figure on its sheet, in its true proportions, as large as there is room, or at the size that
/// it has on paper.
class FigurePreview : public QWidget {
  Q_OBJECT
 public:
  explicit FigurePreview(QWidget* parent = nullptr);

  void setDrawing(std::optional<FigureDrawing> drawing);  ///< none: `hint` is shown
  void setHint(const QString& hint);
  void setVision(ColourVision vision);
  void setTrueSize(bool trueSize);  ///< one millimetre is one on this screen
  QRectF sheet() const;             ///< where the figure is, in widget coordinates
  const QImage& picture() const { return picture_; }
  QSize sizeHint() const override { return {480, 360}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void render();

  std::optional<FigureDrawing> drawing_;
  QString hint_;
  ColourVision vision_ = ColourVision::Full;
  bool trueSize_ = false;
  QImage picture_;
};

}  // namespace ouroscope
