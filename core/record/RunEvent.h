// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace ouroscope {

/// Something that a person did to a run while it went on, kept in its trace. It holds from `token`
/// on (a position in the sequence).
struct RunEvent {
  enum class What {
    ExitThreshold,  ///< number: the new q
    Budget,         ///< number: the new loop budget, from 1
    KvPolicy,       ///< number: the new KvPolicy
    Branch,         ///< `token` was given or drawn again; number: the id it had before, -1 none
    Seed,           ///< seed: of the sampling from here on
    Stop,  ///< the run was stopped before `token`; number: tokens that it was to have, prompt
           ///< included, 0 where a file does not say
  };
  int token = 0;
  What what = What::Stop;
  double number = 0;
  std::uint64_t seed = 0;

  bool operator==(const RunEvent&) const = default;
};

}  // namespace ouroscope
