// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/FigurePreview.h"

#include <QPainter>
#include <cmath>

#include "core/support/Error.h"
#include "ui/figures/files/FigureFiles.h"

namespace ouroscope {
namespace {

constexpr double kSheetMargin = 14;

}  // namespace

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
  setObjectName("figurePreview");
  setMinimumSize(160, 120);
  setAccessibleName(tr("Preview of the figure page"));
}

void FigurePreview::setDrawing(std::optional<FigureDrawing> drawing) {
  drawing_ = std::move(drawing);
  if (trueSize_) setTrueSize(true);
  render();
}

void FigurePreview::setHint(const QString& hint) {
  hint_ = hint;
  setAccessibleDescription(hint);
  update();
}

void FigurePreview::setVision(ColourVision vision) {
  vision_ = vision;
  render();
}

void FigurePreview::setTrueSize(bool trueSize) {
  trueSize_ = trueSize;
  // The sheet then has a size of its own, and the scroll area around it takes care of the rest.
  if (trueSize && drawing_)
    setMinimumSize((drawing_->sizeMm * (logicalDpiX() / 25.4)).toSize() +
                   QSize(2 * static_cast<int>(kSheetMargin), 2 * static_cast<int>(kSheetMargin)));
  else
    setMinimumSize(160, 120);
  render();
}

QRectF FigurePreview::sheet() const {
  if (!drawing_) return {};
  const QSizeF room(std::max(10.0, width() - 2 * kSheetMargin),
                    std::max(10.0, height() - 2 * kSheetMargin));
  const double scale = trueSize_ ? logicalDpiX() / 25.4
                                 : std::min(room.width() / drawing_->sizeMm.width(),
                                            room.height() / drawing_->sizeMm.height());
  const QSizeF size = drawing_->sizeMm * scale;
  return {QPointF(std::max(kSheetMargin, (width() - size.width()) / 2),
                  std::max(kSheetMargin, (height() - size.height()) / 2)),
          size};
}

void FigurePreview::render() {
  picture_ = {};
  if (drawing_) {
    try {
      const double ratio = devicePixelRatioF();
      const double dpi = sheet().width() * ratio / drawing_->sizeMm.width() * 25.4;
      picture_ = seenAs(figureImage(*drawing_, dpi), vision_);
      picture_.setDevicePixelRatio(ratio);
    } catch (const Error& error) {
      hint_ = QString::fromUtf8(error.what());
      drawing_.reset();
    }
  }
  update();
}

void FigurePreview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Mid));
  if (picture_.isNull()) {
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    return painter.drawText(rect().adjusted(20, 20, -20, -20),
                            int{Qt::AlignCenter} | int{Qt::TextWordWrap}, hint_);
  }
  const QRectF at = sheet();
  painter.fillRect(at.adjusted(-5, -5, 5, 5), Qt::white);
  painter.drawImage(at.topLeft(), picture_);
}

void FigurePreview::resizeEvent(QResizeEvent*) {
  render();
}

}  // namespace ouroscope
