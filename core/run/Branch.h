// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/engine/RunRequest.h"
#include "core/run/RunOrder.h"

namespace ouroscope {

/// The run that leaves `before` at a branch point. Tokens are run at the depth that they had; only
/// what the position before the branch says of its follower is new. Its record is taken up with
/// TraceRecorder(before, request.known, ...).
/// @param generate tokens to generate, the one at the branch point among them
/// @throws Error where the branch point or the record does not allow it
RunRequest branchRequest(const Trace& before, const BranchPoint& at, int generate);

/// What the record of that run starts from: which tokens are prompt and which are generated, and
/// events that say what was replaced.
TraceInfo branchInfo(const Trace& before, const BranchPoint& at);

/// @throws Error where layers of the record were read through a lens file: a record does not hold
/// it
void requireNoLenses(const TraceInfo& info);

/// The same layers are looped by the same rule.
bool sameLoops(const TraceInfo& a, const TraceInfo& b);

/// Only the model that a run was made with can continue it, in the same arithmetic and
/// with the same gates. `now` describes a run on the model at hand.
/// @param doing "continued", "run again": what the sentence says cannot be done
/// @throws Error that says what differs
void requireSameModel(const Trace& before, const TraceInfo& now,
                      const std::string& doing = "continued");

}  // namespace ouroscope
