// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDropEvent>
#include <QMimeData>
#include <utility>

#include "ui/figures/base/FigureRequest.h"

namespace ouroscope {

/// A figure under way from the head of a question to the page. It never leaves the program: it
/// holds the trace itself.
class FigureMime : public QMimeData {
  Q_OBJECT
 public:
  explicit FigureMime(FigureRequest figure) : figure_(std::move(figure)) {
    setData(QStringLiteral("application/x-ouroscope-figure"), figure_.recipe.kind.toUtf8());
  }
  const FigureRequest& figure() const { return figure_; }
  /// Of a drag or a drop; null where something else is dragged.
  static const FigureMime* of(const QDropEvent& event) {
    return qobject_cast<const FigureMime*>(event.mimeData());
  }

 private:
  FigureRequest figure_;
};

}  // namespace ouroscope
