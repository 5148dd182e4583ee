// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/Family.h"

namespace ouroscope {

/// Nanbeige4.2 (arXiv 2607.22083): Llama's layers, looped as a whole, without an exit gate.
extern const Family kNanbeige;

}  // namespace ouroscope
