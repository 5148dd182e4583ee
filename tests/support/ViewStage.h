// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSize>

#include "ui/window/ViewList.h"

namespace ouroscope::test {

/// One view by itself, shown, over a state of its own.
template <class View>
struct ViewStage {
  ViewState state;
  Workspace workspace{state};
  Intents intents;
  View view{ViewContext{state, workspace, intents}};

  /// @param trace null: the view begins empty
  explicit ViewStage(QSize size, TracePtr trace = nullptr) {
    if (trace) state.setTrace(std::move(trace));
    view.resize(size);
    view.show();
  }
  template <class W>
  W* find(const char* name) const {
    return view.template findChild<W*>(name);
  }
};

}  // namespace ouroscope::test
