// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "core/analysis/LoopWalk.h"

namespace ouroscope {

/// What happens at a position of the walk (see LoopStage), with its numbers.
QString walkSentence(const Trace& trace, const LoopWalk& walk, int position);

/// The same place in the words of somebody who hears of it for the first time.
QString walkPlainly(const Trace& trace, int position);

/// What the recorded model is: the puzzle model says what it knows, and where a text is none of its
/// games; empty for models of others.
QString modelPlainly(const Trace& trace);

}  // namespace ouroscope
