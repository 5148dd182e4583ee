// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

#include "core/trace/Trace.h"
#include "ui/jobs/Jobs.h"

class QLabel;
class QPushButton;

namespace ouroscope {

class CaptureOptions;

/// Asks what the shown run is to keep when its text is run once more.
class AgainDialog : public QDialog {
  Q_OBJECT
 public:
  explicit AgainDialog(const Trace& trace, QWidget* parent = nullptr);

 signals:
  void asked(const RunWish& wish);

 private:
  void check();
  RunWish wish() const;

  CaptureOptions* capture_;
  QLabel* problem_;
  QPushButton* run_;
};

}  // namespace ouroscope
