// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SpecCheck.h"

#include <string>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

struct Need {
  bool met;
  const char* what;
};

const char* firstUnmet(std::initializer_list<Need> needs) {
  for (const Need& need : needs)
    if (!need.met) return need.what;
  return nullptr;
}

}  // namespace

void requireImplemented(const ModelSpec& spec) {
  const char* unmet = firstUnmet({
      {spec.norm == NormKind::Rms, "a norm other than RMSNorm"},
      {spec.headNorm || (spec.stages.coda == 0 && !spec.codaNorm),
       "layers after the loop without a norm before the head"},
  });
  if (unmet)
    throw Error("Models of the family " + spec.family + " need " + unmet +
                ", which is not implemented.");
}

}  // namespace ouroscope
