// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QJsonObject>

#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ouroscope {

/// A panel over the window with what a run is ordered with besides prompt, loops and tokens to
/// generate: how the prompt is sent, what is recorded, drafts, and which gate decides.
class RunOptions : public QFrame {
  Q_OBJECT
 public:
  explicit RunOptions(QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
  /// Fills in everything that is not asked elsewhere; the prompt is sent as the panel says.
  /// @throws Error where the prompt should be token ids and is not
  void fill(RunOrder& order, const QString& prompt) const;
  bool isDefault() const { return toJson().isEmpty(); }

  QJsonObject toJson() const;  ///< what is not the default
  void fromJson(const QJsonObject& json);

 signals:
  void edited();
  void gateAsked(const QString& name);  ///< the model is to be opened with this gate

 private:
  QComboBox *kind_, *gate_;
  QLineEdit* track_;
  QSpinBox *topK_, *draftLoops_, *draftTokens_;
  QCheckBox *hidden_, *logits_, *layers_;
};

}  // namespace ouroscope
