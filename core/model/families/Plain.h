// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/Family.h"

namespace ouroscope {

/// Models that run their layers once: the baseline that looped models are measured against.
extern const Family kLlama, kMistral, kQwen2, kQwen3, kOlmo2, kSmolLm3;

}  // namespace ouroscope
