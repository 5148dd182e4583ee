// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/Family.h"

namespace ouroscope {

/// Huginn (arXiv 2502.05171) and models of Llama's and OLMo-2's layers that were made recurrent
/// afterwards (arXiv 2511.07384). All have the same model_type and names; their tensors tell them
/// apart.
extern const Family kRaven;

}  // namespace ouroscope
