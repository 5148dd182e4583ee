// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <set>

#include "core/analysis/TrackedWord.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace ouroscope {

class LensCurvesFigure;
class LensTableModel;

/// The loop lens of the selected token (of the hovered one while the pointer is on it): top words
/// at every loop, each loop opening into its layers, and curves of words over the loops.
class LensView : public TraceView {
  Q_OBJECT
 public:
  explicit LensView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;
  LensCurvesFigure* figure() const { return figure_; }
  LensTableModel* model() const { return model_; }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  void reload();
  void showToken(int token, bool preview);
  void takeWords();
  void showWords();
  void showLayersHint();
  void askRerun(bool layers);
  void restoreOpen();
  void fitTable();

  LensTableModel* model_;
  QTreeView* table_;
  LensCurvesFigure* figure_;
  QLabel* title_;
  QComboBox* quantity_;
  QLineEdit* words_;
  QLabel* wordNotes_;
  QPushButton* rerun_;
  QLabel* layerNote_;
  QPushButton* rerunLayers_;
  std::set<int> open_;  ///< loops whose layers are shown
  std::vector<TrackedWord> found_;
  int shown_ = -1;
};

}  // namespace ouroscope
