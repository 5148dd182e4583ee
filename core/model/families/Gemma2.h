// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/Family.h"

namespace ouroscope {

/// Gemma 2, a plain model: norms that scale by 1 + weight, soft caps, windows, GELU.
extern const Family kGemma2;

/// What Gemma 2 does to scores and logits, from query_pre_attn_scalar, attn_logit_softcapping and
/// final_logit_softcapping. Keys that are absent are the class's defaults; null is no cap.
void readSoftCaps(const JsonObject& config, ModelSpec& spec);

}  // namespace ouroscope
