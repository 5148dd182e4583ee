// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <map>
#include <vector>

#include "ui/session/Workspace.h"

namespace ouroscope {

/// Undo and redo over what is shown (measures, budget, threshold, words ...), and back and forward
/// over selections. Snapshots of view state, never of data; each open trace has its own. A drag of
/// a slider is one step, because changes that follow each other closely become one snapshot.
class ViewHistory : public QObject {
  Q_OBJECT
 public:
  ViewHistory(ViewState& state, Workspace& workspace, QObject* parent = nullptr);

  bool canUndo() const;
  bool canRedo() const;
  bool canGoBack() const;
  bool canGoForward() const;
  void undo();
  void redo();
  void goBack();
  void goForward();

  /// How long the view must rest before its state becomes a step.
  static constexpr int kRestMs = 350;
  static constexpr std::size_t kSteps = 200;  ///< kept a trace

 signals:
  void changed();  ///< what can be done

 private:
  /// A list of states and the place in it: what undo stacks and browser histories share.
  struct Line {
    std::vector<QJsonObject> steps;
    std::size_t at = 0;  ///< steps[at] is shown, where there is one
    bool record(const QJsonObject& step);
    bool canMove(int by) const;
  };
  struct Lines {
    Line views, selections;
  };

  void settle();
  void arrive(const QJsonObject& step);
  const Lines* lines() const;
  QJsonObject view() const;
  QJsonObject selection() const;

  ViewState& state_;
  Workspace& workspace_;
  QTimer rest_;
  std::map<int, Lines> lines_;  ///< by Workspace id
};

}  // namespace ouroscope
