// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/Branch.h"
#include "core/run/InterventionSources.h"
#include "core/run/RunRecording.h"
#include "core/text/WordToken.h"

namespace ouroscope {

PreparedRun prepareRerun(const LoadedModel& model, const RerunOrder& order) {
  const Trace& before = *order.before;
  PreparedRun run;
  RunRequest& request = run.request;
  // A branch after the last token keeps all of them; nothing is drawn, and all is recorded again.
  if (order.lensFile.empty()) requireNoLenses(before.info());
  request = branchRequest(before, {before.tokens(), {}, {}}, 0);
  request.known = 0;
  request.otherGates = model.otherGates;
  request.capture.hidden |= order.capture.hidden;
  request.capture.logits |= order.capture.logits;
  request.capture.layers |= order.capture.layers;
  request.capture.similarity |= order.capture.similarity;
  request.capture.attention |= order.capture.attention;
  request.capture.layerNumbers |= order.capture.layerNumbers;
  if (!order.capture.stateLayers.empty()) request.capture.stateLayers = order.capture.stateLayers;
  addWordTokens(*model.tokenizer, model.folder.config.vocabSize, order.track, request.tracked);
  const TraceInfo now = describeRun(model, request, before.info().chat);
  requireSameModel(before, now, "run again");
  for (AppliedIntervention& added : withSources(order.interventions, now))
    request.interventions.push_back(std::move(added));
  run.info = before.info();
  run.info.interventions = recordedInterventions(request.interventions);
  run.repeats = true;
  run.info.toolVersion = now.toolVersion;
  run.info.device = now.device;
  run.info.tracked = now.tracked;
  run.info.captured = now.captured;
  run.info.speculation.reset();  // nothing is drafted this time
  run.info.stagger.reset();
  run.info.sweep.reset();
  if (order.capture.attention) run.info.heads = now.heads;
  takeLenses(order.lensFile, model.backend->spec(), run);
  return run;
}

}  // namespace ouroscope
