// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "core/run/ModelRequest.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace ouroscope {

/// How the model is open: which gate decides, how loops are read, which layers of a plain model are
/// looped. Another choice opens it again. What the model has no use for is not shown.
class ModelOptions : public QWidget {
  Q_OBJECT
 public:
  explicit ModelOptions(QWidget* parent = nullptr);
  void setModel(const ModelPtr& model);
  bool hasChoices() const { return hasChoices_; }  ///< of the model that is set

 signals:
  void modelAsked(const ModelRequest& request);  ///< the model is to be opened so

 private:
  void ask();
  void markWindow();
  ModelRequest request() const;

  QFormLayout* form_;
  QComboBox *gate_, *lens_, *step_;
  QLineEdit* layers_;
  QWidget* window_;
  QPushButton* open_;
  ModelPtr model_;
  bool hasChoices_ = false;
};

}  // namespace ouroscope
