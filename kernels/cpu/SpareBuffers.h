// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "kernels/cpu/AlignedBuffer.h"

namespace ouroscope::cpu {

/// Large buffers that are used again and again: to find fresh pages for the logits of a few rows,
/// or for the states of all layers, takes longer than to compute them.
class SpareBuffers {
 public:
  /// At least `count` floats that hold anything. They come back here when the last holder lets go,
  /// on any thread.
  std::shared_ptr<float> take(std::size_t count) {
    Buffer buffer = spare(count);
    if (buffer.size() == 0) buffer = Buffer(count);
    float* const at = buffer.data();
    return {at, [shelf = shelf_, kept = std::make_shared<Buffer>(std::move(buffer))](float*) {
              shelf->put(std::move(*kept));
            }};
  }

 private:
  using Buffer = AlignedBuffer<float>;
  static constexpr std::size_t kMostSpares = 16, kLeastBytes = std::size_t{1} << 20,
                               kMostBytes = std::size_t{512} << 20;
  struct Shelf {
    Shelf() { spares.reserve(kMostSpares); }
    /// Small ones are not worth it. Where the shelf is full, the oldest go: what is wanted has
    /// changed.
    void put(Buffer buffer) {
      if (buffer.bytes() < kLeastBytes || buffer.bytes() > kMostBytes) return;
      const std::lock_guard lock(mutex);
      std::size_t bytes = buffer.bytes();
      for (const Buffer& spare : spares) bytes += spare.bytes();
      while (spares.size() == kMostSpares || bytes > kMostBytes) {
        bytes -= spares.front().bytes();
        spares.erase(spares.begin());
      }
      spares.push_back(std::move(buffer));
    }
    std::mutex mutex;
    std::vector<Buffer> spares;  ///< the oldest first
  };

  /// The smallest that will do, if it is not far too large.
  Buffer spare(std::size_t count) {
    const std::lock_guard lock(shelf_->mutex);
    std::vector<Buffer>& spares = shelf_->spares;
    auto best = spares.end();
    for (auto it = spares.begin(); it != spares.end(); ++it)
      if (it->size() >= count && it->size() <= 2 * count &&
          (best == spares.end() || it->size() < best->size()))
        best = it;
    Buffer found;
    if (best != spares.end()) {
      found = std::move(*best);
      spares.erase(best);
    }
    return found;
  }

  std::shared_ptr<Shelf> shelf_ = std::make_shared<Shelf>();
};

}  // namespace ouroscope::cpu
