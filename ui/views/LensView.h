// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/FigureTheme.h"
#include "ui/models/ViewState.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace ouroscope {

class LensCurvesFigure;
class LensTableModel;

/// The loop lens of the selected token: top words at every loop side by side, and curves of words
/// over the loops.
class LensView : public QWidget {
  Q_OBJECT
 public:
  explicit LensView(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  LensCurvesFigure* figure() const { return figure_; }

 private:
  void reload();
  ViewState& state_;
  LensTableModel* model_;
  QTableView* table_;
  LensCurvesFigure* figure_;
  QLabel* title_;
  QComboBox* quantity_;
  QLineEdit* words_;
  QStackedWidget* pages_;  ///< a hint, or table and curves
};

}  // namespace ouroscope
