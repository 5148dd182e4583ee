// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QWidget>
#include <string>
#include <vector>

#include "core/record/RunSettings.h"

class QCheckBox;
class QLineEdit;

namespace ouroscope {

/// What a run keeps beside the columns that are always there, and the lens file that its layers are
/// read through.
class CaptureOptions : public QWidget {
  Q_OBJECT
 public:
  explicit CaptureOptions(QWidget* parent = nullptr);

  /// @throws Error where the layers whose states are kept are no numbers of layers
  Capture capture() const;
  std::string lensFile() const;  ///< empty: none
  /// What a record has, which a run of the same tokens keeps in any case.
  void setRecorded(const Capture& capture);

  void addTo(QJsonObject& json) const;  ///< what is not the default
  void fromJson(const QJsonObject& json);

 signals:
  void edited();

 private:
  void chooseLens();
  void enableParts();

  struct Box {
    QCheckBox* box;
    const char* key;  ///< in JSON
    bool Capture::*field;
    bool recorded = false;  ///< and not to be left out
  };
  std::vector<Box> boxes_;
  QCheckBox* layers_ = nullptr;
  QLineEdit *states_, *lens_;
  QWidget* lensRow_;
};

}  // namespace ouroscope
