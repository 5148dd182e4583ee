// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace ouroscope {

/// Zeroed memory on a cache-line boundary: the weights and caches of the CPU backend. Large blocks
/// come from the system a page at a time when they are first touched, by whichever thread that is,
/// on huge pages where there are some.
template <class T>
class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  explicit AlignedBuffer(std::size_t count) : count_(count) {
    if (count == 0) return;
    if (bytes() >= kHuge) {
      // One huge page more than needed, so that the block can start on one.
      mapped_ = (bytes() + 2 * kHuge - 1) / kHuge * kHuge;
      base_ = mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (base_ == MAP_FAILED) throw std::bad_alloc();
      void* at = base_;
      std::size_t room = mapped_;
      data_ = static_cast<T*>(std::align(kHuge, bytes(), at, room));
      // Advice only: without it a 3 GB stream costs a TLB miss every 4 KiB.
      madvise(data_, mapped_ - kHuge, MADV_HUGEPAGE);
      return;
    }
    base_ = std::aligned_alloc(64, (bytes() + 63) / 64 * 64);
    if (!base_) throw std::bad_alloc();
    data_ = static_cast<T*>(base_);
    std::memset(base_, 0, bytes());
  }
  AlignedBuffer(AlignedBuffer&& other) noexcept { swap(other); }
  AlignedBuffer& operator=(AlignedBuffer&& other) noexcept {
    swap(other);
    return *this;
  }
  ~AlignedBuffer() {
    if (mapped_)
      munmap(base_, mapped_);
    else
      std::free(base_);
  }

  T* data() { return data_; }
  const T* data() const { return data_; }
  std::size_t size() const { return count_; }
  std::size_t bytes() const { return count_ * sizeof(T); }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }

 private:
  void swap(AlignedBuffer& other) noexcept {
    std::swap(base_, other.base_);
    std::swap(data_, other.data_);
    std::swap(count_, other.count_);
    std::swap(mapped_, other.mapped_);
  }

  static constexpr std::size_t kHuge = std::size_t{2} << 20;
  void* base_ = nullptr;
  T* data_ = nullptr;
  std::size_t count_ = 0, mapped_ = 0;
};

}  // namespace ouroscope
