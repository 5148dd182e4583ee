// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Which slot of the key/value cache a layer uses in a loop: the one place that says so, for every
/// device. Layers of the core have a slot for each loop. Layers of the prelude and of the coda are
/// run once, so they have one slot.
struct KvSlots {
  Stages stages;
  int loops = 0;

  int count() const { return stages.prelude + stages.core * loops + stages.coda; }
  /// @param layer of ModelSpec::layers. Slots of one loop are in the order of its layers.
  int at(int loop, int layer) const {
    if (layer < stages.prelude) return layer;
    if (layer < stages.prelude + stages.core) return layer + loop * stages.core;
    return layer + (loops - 1) * stages.core;
  }
  /// The layer that a slot belongs to.
  int layerOf(int slot) const {
    if (slot < stages.prelude) return slot;
    const int turn = slot - stages.prelude, turns = stages.core * loops;
    if (turn < turns) return stages.prelude + turn % stages.core;
    return stages.prelude + stages.core + turn - turns;
  }
};

}  // namespace ouroscope
