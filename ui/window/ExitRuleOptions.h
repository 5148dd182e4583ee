// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QWidget>

#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"

class QComboBox;
class QLineEdit;

namespace ouroscope {

/// Which rule stops generated tokens, and its threshold: part of RunOptions. The gate's threshold q
/// is the Live view's, because it can change while a run goes on.
class ExitRuleOptions : public QWidget {
  Q_OBJECT
 public:
  explicit ExitRuleOptions(QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
  /// @throws Error where the threshold is not a number
  void fill(RunOrder& order) const;
  void addTo(QJsonObject& json) const;
  void fromJson(const QJsonObject& json);

 signals:
  void edited();

 private:
  void showRule();

  QComboBox* rule_;
  QLineEdit* threshold_;
};

}  // namespace ouroscope
