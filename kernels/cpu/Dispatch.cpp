// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string_view>

#include "core/support/Error.h"
#include "kernels/cpu/Kernels.h"

namespace ouroscope::cpu {

const KernelTable& bestKernels() {
  const char* wish = std::getenv("OUROSCOPE_CPU");
  const std::string_view name = wish ? wish : "";
  if (!name.empty() && name != "portable" && name != "avx2")
    throw Error("OUROSCOPE_CPU is \"" + std::string(name) + "\": it takes portable or avx2.");
  if (name == "portable") return portableKernels();
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return avx2Kernels();
#endif
  if (name == "avx2")
    throw Error("OUROSCOPE_CPU asks for avx2, which this processor does not have.");
  return portableKernels();
}

}  // namespace ouroscope::cpu
