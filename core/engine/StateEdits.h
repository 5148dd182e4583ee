// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

namespace ouroscope {

/// A place in the run of a loop where the states of its rows can be read and changed.
struct StatePlace {
  static constexpr int kEnd = -1;    ///< what gate, head and next loop read
  static constexpr int kInput = -2;  ///< what the loop gets: the state before, or the start state
  static constexpr int kStart = -3;  ///< what its first layer gets; the same without an adapter
  int loop = 0;
  int layer = 0;  ///< after this layer of the core, from 0; or one of the places above

  bool operator==(const StatePlace&) const = default;
};

/// What a sequence asks while it runs a loop. It computes what it is not told otherwise. Calls come
/// in the order of the places; rows of one call are ascending positions of one sequence.
class StateEdits {
 public:
  virtual ~StateEdits() = default;

  /// Anything may be read, changed or repeated at this position.
  virtual bool touches(int position) const = 0;
  /// The state of the position is read or changed there.
  virtual bool at(StatePlace place, int position) const = 0;
  /// Reads and changes the states [n, d] of the positions for which at() is true.
  virtual void edit(StatePlace place, std::span<const std::int32_t> positions,
                    std::span<float> states) = 0;
  /// How often the layers of the loop run again on what they made of the position. These passes
  /// attend to the keys and values of the first one and store none.
  virtual int repeats(int loop, int position) const = 0;
};

}  // namespace ouroscope
