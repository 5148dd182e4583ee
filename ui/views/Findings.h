// SPDX-License-Identifier: GPL-3.0-or-later
// What a question's picture says, in one sentence, from core/analysis.
#pragma once
#include <QString>

#include "ui/session/ViewContext.h"

namespace ouroscope {

struct Finding {
  QString sentence;  ///< in the window's language; empty: nothing is recorded yet
  int tokens = -1;   ///< behind it; -1: it is not a statement on many tokens
};

/// Below this many tokens chance alone can make such a picture.
inline constexpr int kFewTokens = 200;

/// Cheap enough for every tick of a slider: what belongs to the trace alone is looked up.
using FindingFunction = Finding (*)(const ViewContext& context);

Finding depthFinding(const ViewContext& context);    ///< Which words went deep?
Finding helpFinding(const ViewContext& context);     ///< Did more loops help?
Finding costFinding(const ViewContext& context);     ///< What do fewer loops cost?
Finding gateFinding(const ViewContext& context);     ///< Is the gate right?
Finding motionFinding(const ViewContext& context);   ///< How does the state move?
Finding insideFinding(const ViewContext& context);   ///< What happens inside a loop?
Finding runFinding(const ViewContext& context);      ///< What is this run?
Finding whatIfFinding(const ViewContext& context);   ///< What if ...?
Finding sweepFinding(const ViewContext& context);    ///< Where does a change matter?
Finding compareFinding(const ViewContext& context);  ///< How do two runs differ?
Finding liveFinding(const ViewContext& context);     ///< Write on, live
Finding corpusFinding(const ViewContext& context);   ///< What does a whole corpus say?

}  // namespace ouroscope
