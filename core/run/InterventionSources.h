// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/engine/Intervene.h"
#include "core/record/TraceInfo.h"

namespace ouroscope {

/// Interventions with their vectors and states, read from the files that they name. In what is
/// recorded of them a file has its name without folders, and its hash.
/// @param model what the run says of its model
/// @throws Error where a file does not hold what is asked for
std::vector<AppliedIntervention> withSources(std::vector<Intervention> list,
                                             const TraceInfo& model);

/// Interventions as a trace tells of them. @throws Error where one took something from a file,
/// which the trace does not hold
std::vector<AppliedIntervention> withoutSources(const std::vector<Intervention>& list);

/// What a trace keeps of interventions.
std::vector<Intervention> recordedInterventions(const std::vector<AppliedIntervention>& list);

}  // namespace ouroscope
