// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QJsonObject>

#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace ouroscope {

class CaptureOptions;
class ExitRuleOptions;
class ModelOptions;
class PromptOptions;

/// A panel over the window with what a run is ordered with besides prompt, loops and tokens to
/// generate: how the prompt is sent, where the run ends, what is recorded, what stops a token,
/// drafts, and how the model is open.
class RunOptions : public QFrame {
  Q_OBJECT
 public:
  explicit RunOptions(QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
  void setShown(const TracePtr& trace);  ///< its conversation may go on; may be null
  /// Fills in everything that is not asked elsewhere; the prompt is sent as the panel says.
  /// @throws Error where the prompt should be token ids and is not, and where a threshold or a
  /// layer is not a number
  void fill(RunOrder& order, const QString& prompt) const;
  bool isDefault() const { return toJson().isEmpty(); }

  QJsonObject toJson() const;  ///< what is not the default
  void fromJson(const QJsonObject& json);

 signals:
  void edited();
  void modelAsked(const ModelRequest& request);  ///< the model is to be opened so

 private:
  PromptOptions* prompt_;
  ModelOptions* model_;
  ExitRuleOptions* exitRule_;
  QLineEdit *track_, *stops_;
  QSpinBox *topK_, *draftLoops_, *draftTokens_, *startSeed_;
  QCheckBox *modelStops_, *context_;
  CaptureOptions* capture_;
  QFormLayout* drafts_;
  QWidget* modelGroup_;
};

}  // namespace ouroscope
