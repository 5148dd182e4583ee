// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace ouroscope {

/// Puts long runs of combining marks into canonical order, which changes no normalisation form of
/// the text. ICU sorts a run by insertion: half a megabyte of marks in the wrong order would hold
/// it up for minutes. Runs of up to 32 marks stay as they are. `text` is valid UTF-8.
std::string withSortedMarkRuns(std::string_view text);

}  // namespace ouroscope
