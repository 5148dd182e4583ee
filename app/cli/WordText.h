// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace ouroscope::cli {

/// A token's bytes for a column of words. One leading space stays a space, so that words which
/// begin a word are one column in; every other space, control characters and half characters are
/// shown escaped.
std::string wordText(std::string_view bytes);

/// The same without the leading space, for narrow columns.
std::string compactWordText(std::string_view bytes);

}  // namespace ouroscope::cli
