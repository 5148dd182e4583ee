// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Which slot of the key/value cache a layer uses in a loop: the one place that says so, for every
/// device. Layers of the core have a slot for each loop. Layers of the prelude are run once, so
/// they have one slot. Layers of the coda have one where they are run once, and one for each loop
/// where every loop is read through them.
struct KvSlots {
  Stages stages;
  int loops = 0;
  bool codaPerLoop = false;

  int count() const {
    return stages.prelude + stages.core * loops + stages.coda * (codaPerLoop ? loops : 1);
  }
  /// @param layer of ModelSpec::layers. Slots of one loop are in the order of its layers.
  int at(int loop, int layer) const {
    if (layer < stages.prelude) return layer;
    if (layer < stages.prelude + stages.core) return layer + loop * stages.core;
    return layer + (loops - 1) * stages.core + (codaPerLoop ? loop * stages.coda : 0);
  }
  /// The layer that a slot belongs to.
  int layerOf(int slot) const {
    if (slot < stages.prelude) return slot;
    const int turn = slot - stages.prelude, turns = stages.core * loops;
    if (turn < turns) return stages.prelude + turn % stages.core;
    return stages.prelude + stages.core + (turn - turns) % stages.coda;
  }
};

inline KvSlots kvSlots(const ModelSpec& spec, int loops) {
  return {spec.stages, loops, spec.lens == LensKind::Coda};
}

}  // namespace ouroscope
