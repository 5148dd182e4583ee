// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

namespace ouroscope {

/// Why a run has no more tokens.
struct RunEnd {
  enum class Why {
    Unknown,    ///< a trace from before 1.2 does not say
    Count,      ///< it has the tokens that were asked for
    StopToken,  ///< `token` was drawn, at which generation stops
    Context,    ///< the next position is beyond the longest context of the model
    Person,     ///< it was stopped
    Failure,    ///< something went wrong; the record is of what came before
    Unfinished  ///< it has not: the record was taken while the run went on
  };
  Why why = Why::Unknown;
  std::int32_t token = -1;  ///< StopToken: its id
  int wanted = 0;           ///< Unfinished: tokens that it was to have, prompt included

  bool operator==(const RunEnd&) const = default;
};

/// "count", "stop_token" ... as in trace files; "" for Unknown.
std::string_view runEndName(RunEnd::Why why);
/// Unknown for a name that is not one of them.
RunEnd::Why runEndFromName(std::string_view name);

}  // namespace ouroscope
