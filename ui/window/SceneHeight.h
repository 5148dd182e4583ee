// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMainWindow>
#include <functional>

namespace ouroscope {

/// Gives the strip the height that its text takes, and the question below it the rest, until
/// somebody moves the border between them: then it stays where it was put.
class SceneHeight {
 public:
  /// What shares the height; null where one of them is not there.
  struct Pair {
    QDockWidget *scene = nullptr, *below = nullptr;
    int wanted = 0;  ///< by the scene; 0: all that it can get
    int lowest = 0;  ///< what the scene keeps
    bool whole() const { return scene && below; }
  };
  SceneHeight(QMainWindow& host, std::function<Pair()> pair)
      : host_(host), pair_(std::move(pair)) {}

  void fit();
  /// A button goes down and up on the host, whose borders between docks are its own.
  void press();
  void release();
  bool held() const { return held_; }  ///< somebody has moved the border
  void setHeld(bool held) { held_ = held; }

 private:
  QMainWindow& host_;
  std::function<Pair()> pair_;
  int pressed_ = -1;  ///< height of the scene as the button went down
  bool held_ = false;
};

}  // namespace ouroscope
