// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QWidget>

#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPlainTextEdit;

namespace ouroscope {

/// How the prompt is sent: as text, as the next turn of a conversation, or as token ids.
class PromptOptions : public QWidget {
  Q_OBJECT
 public:
  explicit PromptOptions(QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
  /// The trace whose conversation may go on; may be null.
  void setShown(const TracePtr& trace);
  /// @throws Error where the prompt should be token ids and is not
  void fill(RunOrder& order, const QString& prompt) const;

  void addTo(QJsonObject& json) const;  ///< what is not the default
  void fromJson(const QJsonObject& json);
  /// The members of such a JSON: a prompt that is a trace's own tokens is sent without them.
  static QStringList keys();

 signals:
  void edited();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void enableParts();
  QFormLayout* form_;
  QComboBox *kind_, *think_, *system_;
  QPlainTextEdit* systemText_;
  QCheckBox *goOn_, *plain_, *bare_;
  QString noMarks_;     ///< why the model holds no conversations; empty where it does
  QString ownSystem_;   ///< the system turn that its template writes
  bool prefix_ = true;  ///< it expects a token before a text
  TracePtr shown_;
};

}  // namespace ouroscope
