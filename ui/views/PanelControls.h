// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/kinds/FigurePage.h"
#include "ui/state/ViewState.h"

class QCheckBox;
class QComboBox;
class QListWidget;
class QSpinBox;
class QToolButton;

namespace ouroscope {

/// A panel of this kind that reads the shown trace as the window does now.
FigureRecipe panelRecipe(const ViewState& state, const QString& kind);

/// The panels of a page: which figures, in which order, and what the chosen one shows.
class PanelControls : public QWidget {
  Q_OBJECT
 public:
  explicit PanelControls(const ViewState& state, QWidget* parent = nullptr);

  void show(const QList<FigureRecipe>& panels);  ///< without a signal
  const QList<FigureRecipe>& panels() const { return panels_; }
  int chosen() const;

 signals:
  void changed();

 private:
  void showPanel();
  void applyPanel();
  void move(int by);
  QString titleOf(const FigureRecipe& panel) const;

  const ViewState& state_;
  QList<FigureRecipe> panels_;
  bool showing_ = false;
  QListWidget* list_;
  QToolButton *add_, *remove_, *up_, *down_, *again_;
  QWidget* editor_;
  QComboBox* measure_;
  QSpinBox *first_, *last_;
  QCheckBox *turned_, *exitLine_;
};

}  // namespace ouroscope
