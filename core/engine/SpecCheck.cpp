// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SpecCheck.h"

#include <string>

#include "core/support/Error.h"

namespace ouroscope {

void requireImplemented(const ModelSpec& spec) {
  const char* unmet = nullptr;
  if (spec.norm != NormKind::Rms)
    unmet = "a norm other than RMSNorm";
  else if (!spec.headNorm && (spec.stages.coda > 0 || spec.codaNorm))
    unmet = "layers after the loop without a norm before the head";
  if (unmet)
    throw Error("Models of the family " + spec.family + " need " + unmet +
                ", which is not implemented.");
}

}  // namespace ouroscope
