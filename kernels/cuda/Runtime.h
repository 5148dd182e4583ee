// SPDX-License-Identifier: GPL-3.0-or-later
// Owners of what CUDA hands out, and the check of every call. Used inside the module only.
#pragma once
#ifdef __CUDACC__
#include <cublas_v2.h>
#endif

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

#include "core/support/Error.h"
#include "kernels/cuda/Device.cuh"

namespace ouroscope::cuda {

/// The GPU has too little memory. The program, which has the plan, says what to do about it.
class OutOfMemory : public Error {
 public:
  using Error::Error;
};

inline void check(cudaError_t error, const char* doing) {
  if (error == cudaSuccess) return;
  const std::string sentence = std::string("The GPU failed while ") + doing + ": " +
                               cudaGetErrorString(error) + " (CUDA error " +
                               std::to_string(static_cast<int>(error)) + ").";
  (void)cudaGetLastError();
  if (error == cudaErrorMemoryAllocation) throw OutOfMemory(sentence);
  throw Error(sentence + " Run it again, or choose --device cpu.");
}
inline void check(cublasStatus_t status, const char* doing) {
  if (status == CUBLAS_STATUS_SUCCESS) return;
  throw Error(std::string("cuBLAS failed while ") + doing + ": " + cublasGetStatusString(status) +
              ". Run it again, or choose --device cpu.");
}

/// A count where a size is asked for: the product of two does not overflow.
inline std::size_t size(int n) {
  return n;
}
inline dim3 grid(int x, int y = 1) {
  return dim3(x, y);
}
constexpr int ceilDiv(int a, int b) {
  return (a + b - 1) / b;
}

/// Queues a kernel with exactly the parameters that it declares.
template <class... P, class... A>
void launch(cudaStream_t stream, dim3 grid, dim3 block, std::size_t shared, void (*kernel)(P...),
            const A&... arguments) {
  std::tuple<P...> values{static_cast<P>(arguments)...};
#ifdef __CUDACC__
  std::apply(
      [&](auto&... v) {
        void* pointers[] = {&v...};
        check(cudaLaunchKernel(reinterpret_cast<const void*>(kernel), grid, block, pointers, shared,
                               stream),
              "starting a kernel");
      },
      values);
#else
  hostcuda::launch(stream, grid, block, shared, [kernel, values] { std::apply(kernel, values); });
#endif
}

/// Owns one handle; moves, does not copy.
template <class Handle, auto destroy>
class Owned {
 public:
  Owned() = default;
  explicit Owned(Handle handle) : handle_(handle) {}
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Owned() {
    if (handle_) (void)destroy(handle_);
  }
  Handle get() const { return handle_; }
  explicit operator bool() const { return handle_ != nullptr; }

 private:
  Handle handle_ = nullptr;
};
using Stream = Owned<cudaStream_t, cudaStreamDestroy>;
using Event = Owned<cudaEvent_t, cudaEventDestroy>;
using GraphExec = Owned<cudaGraphExec_t, cudaGraphExecDestroy>;
using Blas = Owned<cublasHandle_t, cublasDestroy>;

inline Stream makeStream() {
  cudaStream_t stream = nullptr;
  check(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "making a stream");
  return Stream(stream);
}
inline Event makeEvent(unsigned flags = cudaEventDisableTiming) {
  cudaEvent_t event = nullptr;
  check(cudaEventCreateWithFlags(&event, flags), "making an event");
  return Event(event);
}

/// Memory of the GPU, zeroed on a stream. `grow` keeps nothing of the old content.
template <class T>
class DeviceBuffer {
 public:
  DeviceBuffer() = default;
  DeviceBuffer(std::size_t count, cudaStream_t stream) { grow(count, stream); }
  void grow(std::size_t count, cudaStream_t stream) {
    if (count <= count_) return;
    memory_ = {};
    count_ = 0;
    void* p = nullptr;
    check(cudaMalloc(&p, count * sizeof(T)), "reserving memory");
    memory_ = Owned<void*, cudaFree>(p);
    count_ = count;
    check(cudaMemsetAsync(p, 0, count * sizeof(T), stream), "clearing memory");
  }
  T* data() const { return static_cast<T*>(memory_.get()); }
  std::size_t size() const { return count_; }

 private:
  Owned<void*, cudaFree> memory_;
  std::size_t count_ = 0;
};

/// Memory of the host that the GPU copies from and to by itself.
template <class T>
class PinnedBuffer {
 public:
  void grow(std::size_t count) {
    if (count <= count_) return;
    memory_ = {};
    count_ = 0;
    void* p = nullptr;
    check(cudaHostAlloc(&p, count * sizeof(T), cudaHostAllocDefault), "reserving pinned memory");
    memory_ = Owned<void*, cudaFreeHost>(p);
    count_ = count;
  }
  T* data() const { return static_cast<T*>(memory_.get()); }
  T& operator[](std::size_t i) const { return data()[i]; }
  std::size_t size() const { return count_; }

 private:
  Owned<void*, cudaFreeHost> memory_;
  std::size_t count_ = 0;
};

template <class T>
void copyToDevice(T* to, const T* from, std::size_t count, cudaStream_t stream) {
  check(cudaMemcpyAsync(to, from, count * sizeof(T), cudaMemcpyHostToDevice, stream),
        "copying to the GPU");
}
template <class T>
void copyToHost(T* to, const T* from, std::size_t count, cudaStream_t stream) {
  check(cudaMemcpyAsync(to, from, count * sizeof(T), cudaMemcpyDeviceToHost, stream),
        "copying from the GPU");
}
template <class T>
void copyWithin(T* to, const T* from, std::size_t count, cudaStream_t stream) {
  check(cudaMemcpyAsync(to, from, count * sizeof(T), cudaMemcpyDeviceToDevice, stream),
        "copying on the GPU");
}
inline void wait(cudaStream_t stream) {
  check(cudaStreamSynchronize(stream), "computing");
}

}  // namespace ouroscope::cuda
