// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "kernels/cpu/AlignedBuffer.h"

namespace ouroscope::cpu {

/// Large buffers that are used again and again: to find fresh pages for the logits of a few rows
/// takes longer than to compute them.
class SpareBuffers {
 public:
  /// At least `count` floats that hold anything. They come back here when the last holder lets go,
  /// on any thread.
  std::shared_ptr<float> take(std::size_t count) {
    Buffer buffer = spare(count);
    if (buffer.size() == 0) buffer = Buffer(count);
    float* const at = buffer.data();
    return {at, [shelf = shelf_, kept = std::make_shared<Buffer>(std::move(buffer))](float*) {
              const std::lock_guard lock(shelf->mutex);
              if (shelf->spares.size() < kMostSpares) shelf->spares.push_back(std::move(*kept));
            }};
  }

 private:
  using Buffer = AlignedBuffer<float>;
  static constexpr std::size_t kMostSpares = 16;
  struct Shelf {
    Shelf() { spares.reserve(kMostSpares); }
    std::mutex mutex;
    std::vector<Buffer> spares;
  };

  /// The smallest that will do, if it is not far too large. Where none will and the shelf is full,
  /// the oldest goes: what is wanted has changed.
  Buffer spare(std::size_t count) {
    const std::lock_guard lock(shelf_->mutex);
    std::vector<Buffer>& spares = shelf_->spares;
    auto best = spares.end();
    for (auto it = spares.begin(); it != spares.end(); ++it)
      if (it->size() >= count && it->size() <= 2 * count &&
          (best == spares.end() || it->size() < best->size()))
        best = it;
    Buffer found;
    if (best != spares.end())
      found = std::move(*best);
    else if (spares.size() == kMostSpares)
      best = spares.begin();
    if (best != spares.end()) spares.erase(best);
    return found;
  }

  std::shared_ptr<Shelf> shelf_ = std::make_shared<Shelf>();
};

}  // namespace ouroscope::cpu
