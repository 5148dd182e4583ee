// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace ouroscope {

/// Files that often stand where a model file is expected, told by their first bytes: what such a
/// file is and what to do, to follow its name in a sentence ("is a Git LFS pointer ..."). Empty for
/// every other file.
std::string wrongFileKind(std::string_view firstBytes);

}  // namespace ouroscope
