// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "core/engine/RunRequest.h"
#include "core/run/LoadedModel.h"

namespace ouroscope {

/// Refuses a long text before it is split into tokens as a whole, which takes 100 to 230 bytes for
/// each of its own. It is counted piece by piece until its end, or until the run that it would be
/// no longer fits into the free memory: a text that is refused takes little more than itself.
/// A cut between two pieces may count a few tokens too many.
/// @param request all of the run but its prompt
/// @throws Error with the numbers
void requirePromptFits(const LoadedModel& model, RunRequest request, std::string_view text);

}  // namespace ouroscope
