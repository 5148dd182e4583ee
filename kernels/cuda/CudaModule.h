// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "kernels/cuda/Api.h"

namespace ouroscope {

/// The CUDA module, loaded when CUDA is asked for and never before: it brings cuBLAS, which takes
/// hundreds of megabytes of address space and up to a second.
class CudaModule {
 public:
  /// Loads libouroscope_cuda.so from beside the program (or the file that the environment variable
  /// OUROSCOPE_CUDA_MODULE names) and checks its version. Loaded once; a failure is not remembered.
  /// @throws Error saying which file is missing, unusable or of another version.
  static std::shared_ptr<const CudaModule> load();

  ~CudaModule();
  CudaModule(const CudaModule&) = delete;
  CudaModule& operator=(const CudaModule&) = delete;

  const OuroscopeCudaApi& api() const { return *api_; }
  /// The sentence of the last failed call. @throws the matching Error, Cancelled or
  /// std::logic_error where `status` is not OUROSCOPE_CUDA_DONE.
  void check(std::int32_t status) const;

  /// @throws Error: no driver, too old a driver, no GPU.
  int devices() const;
  /// @throws Error: no such number, too old a GPU.
  OuroscopeCudaDevice describe(int device) const;

 private:
  CudaModule() = default;
  void* library_ = nullptr;
  const OuroscopeCudaApi* api_ = nullptr;
};

/// Whether this machine shows any sign of an NVIDIA driver. Cheap: looks for the device files and
/// loads nothing, so that a machine without a GPU never pays for CUDA.
bool nvidiaDriverInSight();

/// Where the module is looked for, in order.
std::vector<std::string> cudaModulePlaces();

}  // namespace ouroscope
