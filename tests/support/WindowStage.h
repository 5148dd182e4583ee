// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QtTest>
#include <optional>

#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

namespace ouroscope::test {

inline QString demoFolder() {
  return qEnvironmentVariable("OUROSCOPE_DEMO_DIR");
}

/// The whole window, shown and active: keys and clicks reach it.
struct WindowStage {
  MainWindow window;

  explicit WindowStage(std::optional<QSize> size = {}) {
    if (size) window.resize(*size);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) qFatal("the window is not active");
  }
  MainWindow* operator->() { return &window; }

  template <class W>
  W* find(const char* name) {
    W* found = window.findChild<W*>(name);
    if (!found) qFatal("no %s", name);
    return found;
  }
  void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
  /// Nothing loads or runs any more.
  bool rest() {
    return QTest::qWaitFor([this] { return !window.busy(); }, 120000);
  }

  /// A model and nothing else; an empty folder is the demo's.
  void loadModel(const QString& folder = demoFolder()) {
    window.runs().loadModel(folder);
    if (!rest() || !window.workspace().model()) qFatal("no model");
  }
  /// The demo model with an example of it run that needs depth, and nothing else open.
  void openDemo() {
    loadModel();
    if (!window.perform("example:2") || !rest() || !window.state().trace()) qFatal("no demo");
  }

  /// Into the prompt, in place of what is there.
  void type(const QString& text) {
    auto* prompt = find<QPlainTextEdit>("prompt");
    prompt->setFocus();
    prompt->selectAll();
    prompt->insertPlainText(text);  // key events know ASCII only
  }
  /// Types it and presses Run. @return its Workspace id
  int run(const QString& text, int tokens = 0) {
    type(text);
    find<QSpinBox>("generate")->setValue(tokens);
    click("run");
    if (!rest()) qFatal("the run does not end");
    return window.workspace().current();
  }
};

}  // namespace ouroscope::test
