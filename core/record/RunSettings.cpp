// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunSettings.h"

#include "core/support/Error.h"

namespace ouroscope {

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
              "\" is not a KV policy: choose full, last-exited-copy or latest-available.");
}

}  // namespace ouroscope
