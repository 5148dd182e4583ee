// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Which slot of the key/value cache a layer uses in a loop: the one place that says so, for every
/// device. Layers of the core have a slot for each loop, or one where its loops share them. Layers
/// of the prelude are run once, so they have one slot. Layers of the coda have one where they are
/// run once, and one for each loop where every loop is read through them.
struct KvSlots {
  Stages stages;
  int loops = 0;
  bool codaPerLoop = false;
  bool coreOnce = false;  ///< all loops use the slots of the first

  int turns() const { return coreOnce ? 1 : loops; }  ///< with slots of their own
  int count() const {
    return stages.prelude + stages.core * turns() + stages.coda * (codaPerLoop ? loops : 1);
  }
  /// @param layer of ModelSpec::layers. Slots of one loop are in the order of its layers.
  int at(int loop, int layer) const {
    if (layer < stages.prelude) return layer;
    if (layer < stages.prelude + stages.core) return layer + (coreOnce ? 0 : loop * stages.core);
    return layer + (turns() - 1) * stages.core + (codaPerLoop ? loop * stages.coda : 0);
  }
  /// The layer that a slot belongs to.
  int layerOf(int slot) const {
    if (slot < stages.prelude) return slot;
    const int turn = slot - stages.prelude, ofCore = stages.core * turns();
    if (turn < ofCore) return stages.prelude + turn % stages.core;
    return stages.prelude + stages.core + (turn - ofCore) % stages.coda;
  }
};

inline KvSlots kvSlots(const ModelSpec& spec, int loops) {
  return {spec.stages, loops, spec.lens == LensKind::Coda, spec.sharedLoopKv};
}

}  // namespace ouroscope
