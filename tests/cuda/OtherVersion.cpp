// SPDX-License-Identifier: GPL-3.0-or-later
// A module of a later version of the program: everything after the version may have changed.
#include "kernels/cuda/Api.h"

extern "C" __attribute__((visibility("default"))) const OuroscopeCudaApi* ouroscope_cuda_api() {
  static OuroscopeCudaApi api{};
  api.abi = OUROSCOPE_CUDA_ABI + 7;
  return &api;
}
