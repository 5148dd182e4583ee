// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <map>
#include <memory>
#include <new>
#include <vector>

#include "HostCuda.h"

struct HostEvent {
  HostStream* stream = nullptr;  // where it was recorded last
  std::uint64_t place = 0;       // in that stream
};
struct HostStream {
  std::deque<std::function<void()>> queue;
  std::uint64_t queued = 0, done = 0;
  HostGraph* capturing = nullptr;

  void runUntil(std::uint64_t place) {
    while (done < place) {
      auto work = std::move(queue.front());
      queue.pop_front();
      ++done;  // first: the work may wait for another stream that waits for this one
      work();
    }
  }
};
struct HostGraph {
  std::shared_ptr<std::vector<std::function<void()>>> work =
      std::make_shared<std::vector<std::function<void()>>>();
};
struct HostBlas {
  HostStream* stream = nullptr;
};

namespace {

std::vector<HostStream*>& streams() {
  static std::vector<HostStream*> all;
  return all;
}
std::map<void*, std::size_t>& blocks() {
  static std::map<void*, std::size_t> all;
  return all;
}

cudaError_t enqueue(cudaStream_t stream, std::function<void()> work) {
  if (!stream) return cudaErrorInvalidValue;  // the default stream is never meant here
  if (stream->capturing) {
    stream->capturing->work->push_back(std::move(work));
  } else {
    stream->queue.push_back(std::move(work));
    ++stream->queued;
  }
  return cudaSuccess;
}

}  // namespace

namespace hostcuda {

Machinery& machinery() {
  static Machinery m = [] {
    Machinery made;
    // Lets a test that only sees the built module choose the pretended machine.
    if (const char* devices = std::getenv("OUROSCOPE_HOST_CUDA_DEVICES")) {
      const int wanted = std::atoi(devices);
      made.devices = std::max(0, wanted);
      if (wanted == 0) made.countError = cudaErrorNoDevice;
      if (wanted == -1 || wanted == -2) made.countError = cudaErrorInsufficientDriver;
      if (wanted == -1) made.driver = 0;  // none
      if (wanted == -2) made.driver = 12040;
      if (wanted == -7) {  // a GPU of an older generation
        made.devices = 1;
        made.major = 7;
        made.minor = 5;
      }
    }
    if (const char* memory = std::getenv("OUROSCOPE_HOST_CUDA_MEMORY"))
      made.memory = std::strtoull(memory, nullptr, 10);
    return made;
  }();
  return m;
}

void launch(cudaStream_t stream, dim3 grid, dim3 block, std::size_t shared,
            std::function<void()> kernel) {
  ++machinery().launches;
  enqueue(stream, [grid, block, shared, kernel = std::move(kernel)] {
    runGrid(grid, block, shared, kernel);
  });
}

}  // namespace hostcuda

using hostcuda::machinery;

const char* cudaGetErrorString(cudaError_t error) {
  switch (error) {
    case cudaSuccess:
      return "no error";
    case cudaErrorMemoryAllocation:
      return "out of memory";
    case cudaErrorInsufficientDriver:
      return "CUDA driver version is insufficient for CUDA runtime version";
    case cudaErrorNoDevice:
      return "no CUDA-capable device is detected";
    case cudaErrorInvalidDevice:
      return "invalid device ordinal";
    default:
      return "invalid argument";
  }
}
cudaError_t cudaGetLastError() {
  return cudaSuccess;
}

cudaError_t cudaGetDeviceCount(int* count) {
  if (machinery().countError != cudaSuccess)
    return machinery().countError;  // count stays untouched
  *count = machinery().devices;
  return cudaSuccess;
}
cudaError_t cudaSetDevice(int device) {
  return device < machinery().devices ? cudaSuccess : cudaErrorInvalidDevice;
}
cudaError_t cudaGetDeviceProperties(cudaDeviceProp* properties, int device) {
  if (device >= machinery().devices) return cudaErrorInvalidDevice;
  *properties = {};
  std::snprintf(properties->name, sizeof properties->name, "pretended GPU %d", device);
  properties->totalGlobalMem = machinery().memory;
  properties->major = machinery().major;
  properties->minor = machinery().minor;
  properties->multiProcessorCount = 4;
  return cudaSuccess;
}
cudaError_t cudaMemGetInfo(std::size_t* free, std::size_t* total) {
  *total = machinery().memory;
  *free = machinery().memory - machinery().used;
  return cudaSuccess;
}
cudaError_t cudaDriverGetVersion(int* version) {
  *version = machinery().driver;
  return cudaSuccess;
}
cudaError_t cudaRuntimeGetVersion(int* version) {
  *version = 13000;
  return cudaSuccess;
}

cudaError_t cudaMalloc(void** p, std::size_t bytes) {
  if (bytes > machinery().memory - machinery().used) return cudaErrorMemoryAllocation;
  *p = ::operator new (bytes, std::align_val_t{256});
  std::memset(*p, 0xff, bytes);  // NaN
  machinery().used += bytes;
  blocks()[*p] = bytes;
  return cudaSuccess;
}
cudaError_t cudaFree(void* p) {
  if (!p) return cudaSuccess;
  for (HostStream* stream : streams()) stream->runUntil(stream->queued);
  const auto at = blocks().find(p);
  if (at == blocks().end()) return cudaErrorInvalidValue;
  machinery().used -= at->second;
  blocks().erase(at);
  ::operator delete (p, std::align_val_t{256});
  return cudaSuccess;
}
cudaError_t cudaHostAlloc(void** p, std::size_t bytes, unsigned) {
  *p = ::operator new (bytes, std::align_val_t{64});
  std::memset(*p, 0xff, bytes);
  return cudaSuccess;
}
cudaError_t cudaFreeHost(void* p) {
  if (!p) return cudaSuccess;
  for (HostStream* stream : streams()) stream->runUntil(stream->queued);
  ::operator delete (p, std::align_val_t{64});
  return cudaSuccess;
}
cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t bytes, cudaMemcpyKind,
                            cudaStream_t stream) {
  return enqueue(stream, [=] { std::memcpy(to, from, bytes); });
}
cudaError_t cudaMemcpy2DAsync(void* to, std::size_t pitchTo, const void* from,
                              std::size_t pitchFrom, std::size_t bytes, std::size_t rows,
                              cudaMemcpyKind, cudaStream_t stream) {
  if (bytes > pitchTo || bytes > pitchFrom) return cudaErrorInvalidValue;
  return enqueue(stream, [=] {
    for (std::size_t r = 0; r < rows; ++r)
      std::memcpy(static_cast<char*>(to) + r * pitchTo,
                  static_cast<const char*>(from) + r * pitchFrom, bytes);
  });
}
cudaError_t cudaMemsetAsync(void* p, int value, std::size_t bytes, cudaStream_t stream) {
  return enqueue(stream, [=] { std::memset(p, value, bytes); });
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned) {
  *stream = new HostStream;
  streams().push_back(*stream);
  return cudaSuccess;
}
cudaError_t cudaStreamDestroy(cudaStream_t stream) {
  stream->runUntil(stream->queued);
  std::erase(streams(), stream);
  delete stream;
  return cudaSuccess;
}
cudaError_t cudaStreamSynchronize(cudaStream_t stream) {
  stream->runUntil(stream->queued);
  return cudaSuccess;
}
cudaError_t cudaStreamWaitEvent(cudaStream_t stream, cudaEvent_t event, unsigned) {
  if (!event->stream) return cudaSuccess;  // never recorded: nothing to wait for
  // The record of now: a later one does not matter.
  return enqueue(stream, [other = event->stream, place = event->place] { other->runUntil(place); });
}
cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, unsigned) {
  *event = new HostEvent;
  return cudaSuccess;
}
cudaError_t cudaEventDestroy(cudaEvent_t event) {
  delete event;
  return cudaSuccess;
}
cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream) {
  event->stream = stream;
  event->place = stream->queued;
  return cudaSuccess;
}
cudaError_t cudaEventSynchronize(cudaEvent_t event) {
  if (event->stream) event->stream->runUntil(event->place);
  return cudaSuccess;
}
cudaError_t cudaEventElapsedTime(float* milliseconds, cudaEvent_t, cudaEvent_t) {
  *milliseconds = 1;
  return cudaSuccess;
}

cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode) {
  stream->capturing = new HostGraph;
  ++machinery().captures;
  return cudaSuccess;
}
cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t* graph) {
  *graph = stream->capturing;
  stream->capturing = nullptr;
  return cudaSuccess;
}
cudaError_t cudaGraphInstantiate(cudaGraphExec_t* executable, cudaGraph_t graph,
                                 unsigned long long) {
  *executable = new HostGraph(*graph);
  return cudaSuccess;
}
cudaError_t cudaGraphLaunch(cudaGraphExec_t graph, cudaStream_t stream) {
  ++machinery().graphLaunches;
  return enqueue(stream, [work = graph->work] {
    for (const auto& step : *work) step();
  });
}
cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
  delete graph;
  return cudaSuccess;
}
cudaError_t cudaGraphExecDestroy(cudaGraphExec_t graph) {
  delete graph;
  return cudaSuccess;
}

cublasStatus_t cublasCreate(cublasHandle_t* handle) {
  *handle = new HostBlas;
  return CUBLAS_STATUS_SUCCESS;
}
cublasStatus_t cublasDestroy(cublasHandle_t handle) {
  delete handle;
  return CUBLAS_STATUS_SUCCESS;
}
cublasStatus_t cublasSetStream(cublasHandle_t handle, cudaStream_t stream) {
  handle->stream = stream;
  return CUBLAS_STATUS_SUCCESS;
}
cublasStatus_t cublasSetWorkspace(cublasHandle_t, void*, std::size_t) {
  return CUBLAS_STATUS_SUCCESS;
}
const char* cublasGetStatusString(cublasStatus_t) {
  return "an invalid value";
}

/// Column-major C [m,n] = op(A) op(B), with fp32 sums: what the products of kernels/cuda ask for.
cublasStatus_t cublasGemmEx(cublasHandle_t handle, cublasOperation_t opA, cublasOperation_t opB,
                            int m, int n, int k, const void* alpha, const void* a,
                            cudaDataType_t typeA, int lda, const void* b, cudaDataType_t typeB,
                            int ldb, const void* beta, void* c, cudaDataType_t typeC, int ldc,
                            cublasComputeType_t compute, cublasGemmAlgo_t) {
  const bool shapes = m > 0 && n > 0 && k > 0 && ldc >= m && lda >= (opA == CUBLAS_OP_N ? m : k) &&
                      ldb >= (opB == CUBLAS_OP_N ? k : n);
  if (!shapes || compute != CUBLAS_COMPUTE_32F || *static_cast<const float*>(beta) != 0)
    return CUBLAS_STATUS_INVALID_VALUE;
  const float scale = *static_cast<const float*>(alpha);
  enqueue(handle->stream, [=] {
    const auto read = [](const void* p, cudaDataType_t type, std::size_t at) {
      return type == CUDA_R_32F
                 ? static_cast<const float*>(p)[at]
                 : std::bit_cast<float>(
                       static_cast<std::uint32_t>(static_cast<const std::uint16_t*>(p)[at]) << 16);
    };
    const auto at = [](int row, int column, int ld) {
      return static_cast<std::size_t>(column) * static_cast<std::size_t>(ld) +
             static_cast<std::size_t>(row);
    };
    std::vector<float> left(static_cast<std::size_t>(k));
    for (int i = 0; i < m; ++i) {
      for (int x = 0; x < k; ++x)
        left[static_cast<std::size_t>(x)] =
            read(a, typeA, opA == CUBLAS_OP_N ? at(i, x, lda) : at(x, i, lda));
      for (int j = 0; j < n; ++j) {
        float sum = 0;
        for (int x = 0; x < k; ++x)
          sum += left[static_cast<std::size_t>(x)] *
                 read(b, typeB, opB == CUBLAS_OP_N ? at(x, j, ldb) : at(j, x, ldb));
        if (typeC == CUDA_R_32F)
          static_cast<float*>(c)[at(i, j, ldc)] = scale * sum;
        else
          static_cast<std::uint16_t*>(c)[at(i, j, ldc)] = ouroscope::cuda::bf16Bits(scale * sum);
      }
    }
  });
  return CUBLAS_STATUS_SUCCESS;
}
