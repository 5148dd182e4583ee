// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Backend.h"

#include <cmath>
#include <limits>

#include "core/engine/Memory.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

double dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return sum;
}

double distance(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double delta = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    sum += delta * delta;
  }
  return std::sqrt(sum);
}

}  // namespace

std::string kvPolicyName(KvPolicy policy) {
  switch (policy) {
    case KvPolicy::LastExited:
      return "last-exited-copy";
    case KvPolicy::LatestAvailable:
      return "latest-available";
    case KvPolicy::Full:
      break;
  }
  return "full";
}

KvPolicy kvPolicyFromName(const std::string& name) {
  for (const KvPolicy policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable})
    if (kvPolicyName(policy) == name) return policy;
  throw Error("\"" + name +
              "\" is no KV policy: choose full, last-exited-copy or latest-available.");
}

void Sequence::stateSteps(int loop, int first, int count, StateSteps out) const {
  const auto d = static_cast<std::size_t>(stateWidth());
  std::vector<float> now(static_cast<std::size_t>(count) * d), before;
  hidden(loop, first, count, now);
  if (loop > 0) {
    before.resize(now.size());
    hidden(loop - 1, first, count, before);
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    const auto h = std::span<const float>(now).subspan(i * d, d);
    const double norm = std::sqrt(dot(h, h));
    out.norm[i] = static_cast<float>(norm);
    out.step[i] = out.cosine[i] = std::numeric_limits<float>::quiet_NaN();
    if (loop == 0) continue;
    const auto old = std::span<const float>(before).subspan(i * d, d);
    out.step[i] = static_cast<float>(distance(h, old));
    out.cosine[i] = static_cast<float>(dot(h, old) / (norm * std::sqrt(dot(old, old))));
  }
}

void Backend::requireFit(const MemoryPlan& plan, const std::string& what) const {
  requireMemory(plan.total() - plan.weights, what);
}

}  // namespace ouroscope
