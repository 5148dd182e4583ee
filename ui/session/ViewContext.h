// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/session/Intents.h"
#include "ui/session/Workspace.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

/// All that a view is given.
struct ViewContext {
  ViewState& state;      ///< the shown trace, how it is read, what is selected
  Workspace& workspace;  ///< the model and all open traces
  Intents& intents;      ///< what the view wants from the window
};

}  // namespace ouroscope
