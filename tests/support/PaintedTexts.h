// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <QAbstractScrollArea>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QWidget>
#include <vector>

namespace ouroscope::test {

/// One piece of text as it was painted.
struct PaintedText {
  QString text;
  QRectF ink;   ///< what the glyphs cover, in pixels of the window
  QRectF room;  ///< where its widget and the painter's clip let it be seen, likewise
  QColor pen;   ///< that it is painted with
  const QWidget* widget;
};

/// Takes down every text that is painted on it, with its bounds, and nothing else.
class TextRecorder : public QPaintDevice {
 public:
  explicit TextRecorder(QSize size) : size_(size), engine_(*this) {}
  QPaintEngine* paintEngine() const override { return &engine_; }

  std::vector<PaintedText> texts;
  QPointF at;  ///< of the widget that paints, in the window
  const QWidget* widget = nullptr;

 protected:
  int metric(PaintDeviceMetric metric) const override {
    const QScreen* screen = QGuiApplication::primaryScreen();
    switch (metric) {
      case PdmWidth:
        return size_.width();
      case PdmHeight:
        return size_.height();
      case PdmWidthMM:
        return qRound(size_.width() * 25.4 / screen->logicalDotsPerInchX());
      case PdmHeightMM:
        return qRound(size_.height() * 25.4 / screen->logicalDotsPerInchY());
      case PdmDpiX:
      case PdmPhysicalDpiX:
        return qRound(screen->logicalDotsPerInchX());
      case PdmDpiY:
      case PdmPhysicalDpiY:
        return qRound(screen->logicalDotsPerInchY());
      case PdmDepth:
        return 32;
      case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
      default:
        return metric == PdmDevicePixelRatio ? 1 : INT_MAX;
    }
  }

 private:
  class Engine : public QPaintEngine {
   public:
    explicit Engine(TextRecorder& device) : QPaintEngine(AllFeatures), device_(device) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {
    }
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    Type type() const override { return User; }
    void drawTextItem(const QPointF& p, const QTextItem& item) override {
      if (item.text().trimmed().isEmpty() || painter()->pen().color().alpha() == 0) return;
      const QFontMetricsF metrics(item.font(), &device_);
      const QTransform to = painter()->combinedTransform();
      const QRectF ink = metrics.tightBoundingRect(item.text()).translated(p);
      QRectF room = QRectF(QPointF(), device_.size_);
      if (painter()->hasClipping())
        room &= to.mapRect(painter()->clipBoundingRect().adjusted(-1, -1, 1, 1));
      device_.texts.push_back({item.text(), to.mapRect(ink).translated(device_.at),
                               room.translated(device_.at), painter()->pen().color(),
                               device_.widget});
    }

   private:
    TextRecorder& device_;
  };
  QSize size_;
  mutable Engine engine_;
};

/// Every text that a window paints, each piece where it stands.
inline std::vector<PaintedText> paintedTexts(QWidget& window) {
  std::vector<PaintedText> all;
  QList<QWidget*> widgets = window.findChildren<QWidget*>();
  widgets.prepend(&window);
  for (QWidget* each : widgets) {
    if (!each->isVisibleTo(&window) || each->window() != &window || each->size().isEmpty())
      continue;
    TextRecorder recorder(each->size());
    recorder.at = each->mapTo(&window, QPoint());
    recorder.widget = each;
    if (auto* plot = qobject_cast<QCustomPlot*>(each)) {
      // It paints into pictures that it keeps.
      QCPPainter painter(&recorder);
      plot->toPainter(&painter, each->width(), each->height());
    } else {
      each->render(&recorder, {}, {}, {});
    }
    all.insert(all.end(), recorder.texts.begin(), recorder.texts.end());
  }
  return all;
}

}  // namespace ouroscope::test
