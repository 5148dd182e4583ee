// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QObject>

#include "ui/session/Workspace.h"

namespace ouroscope {

class ControlBar;

/// Keeps the prompt box and the picture of one text: every open trace has the prompt that it was
/// run with, and what somebody typed over it since. Another tab brings its own; a box that was
/// edited says that the picture is of the text before.
class PromptBinding : public QObject {
  Q_OBJECT
 public:
  PromptBinding(Workspace& workspace, ControlBar& controls, QObject* parent);

 private:
  void load();
  void edited();
  QJsonObject promptOf(const Workspace::Item& item) const;
  void takeModel();
  int loopsFor(const Trace& trace) const;

  Workspace& workspace_;
  ControlBar& controls_;
  bool loading_ = false;
  bool tooLong_ = false;
  bool halves_ = false;  ///< the prompt has half characters, which a box cannot hold
  QJsonObject base_;     ///< the box as it agrees with the picture
  QJsonObject alone_;    ///< the box while no trace is open
};

}  // namespace ouroscope
