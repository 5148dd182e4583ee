// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/model/SafetensorsFile.h"

namespace ouroscope {

/// SHA-256 of the whole file that is open, in 64 hex digits. @throws Error where it has changed
std::string fileSha256(const SafetensorsFile& file);

}  // namespace ouroscope
