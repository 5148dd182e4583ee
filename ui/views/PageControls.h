// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureRecipe.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace ouroscope {

/// Paper, type and arrangement of a page: everything of its recipe but the panels.
class PageControls : public QWidget {
  Q_OBJECT
 public:
  explicit PageControls(QWidget* parent = nullptr);

  void show(const FigureRecipe& page);   ///< without a signal
  void apply(FigureRecipe& page) const;  ///< writes what is set into a page

 signals:
  void changed();

 private:
  void showUnit();
  double perUnit() const;  ///< millimetres

  bool showing_ = false;
  double widthMm_ = 0, heightMm_ = 0;  ///< exact: the boxes round to what is typed
  QComboBox *venue_, *unit_, *family_, *colours_, *letters_, *svgText_;
  QDoubleSpinBox *width_, *height_, *font_, *line_, *gap_;
  QSpinBox *columns_, *dpi_;
  QCheckBox* shared_;
};

}  // namespace ouroscope
