// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/support/Error.h"
#include "kernels/cpu/CpuBackend.h"
#include "kernels/cpu/Kernels.h"
#if defined(__x86_64__)
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace ouroscope::cpu {
namespace {

struct Choice {
  std::string_view name;
  const KernelTable& (*table)();
  bool (*runsHere)();
  double rowCost;  ///< of one more row in a pass, in passes over one row (docs/cpu.md)
};

#if defined(__x86_64__)
bool hasAvx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
bool hasAvx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
bool hasAvx512Bf16() {
  return hasAvx512() && __builtin_cpu_supports("avx512bf16") &&
         __builtin_cpu_supports("avx512vnni");
}
/// AMX needs the processor (CPUID 7: tiles and their bf16 and int8 products) and the kernel's leave
/// to use 8 KiB of registers, which holds for all threads of the process.
bool hasAmx() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!hasAvx512Bf16() || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
  constexpr unsigned kBf16 = 1u << 22, kTile = 1u << 24, kInt8 = 1u << 25;
  constexpr unsigned kAll = kBf16 | kTile | kInt8;
  if ((d & kAll) != kAll) return false;
  constexpr long kRequestPermission = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}
#endif

constexpr auto kChoices = std::to_array<Choice>({
#if defined(__x86_64__)
  {"amx", amxKernels, hasAmx, 0.02}, {"avx512bf16", avx512Bf16Kernels, hasAvx512Bf16, 0.3},
      {"avx512", avx512Kernels, hasAvx512, 0.3}, {"avx2", avx2Kernels, hasAvx2, 0.4},
#endif
      {"portable", portableKernels, [] { return true; }, 0.8},
});

}  // namespace

double rowCostOf(const KernelTable& table) {
  for (const Choice& choice : kChoices)
    if (choice.runsHere() && &choice.table() == &table) return choice.rowCost;
  return 1;
}

const KernelTable& bestKernels() {
  const char* wish = std::getenv("OUROSCOPE_CPU");
  const std::string_view name = wish ? wish : "";
  std::string names;
  for (const Choice& choice : kChoices) {
    names += (names.empty() ? "" : ", ") + std::string(choice.name);
    if (!name.empty() && name != choice.name) continue;
    if (choice.runsHere()) return choice.table();
    if (!name.empty())
      throw Error("OUROSCOPE_CPU asks for " + std::string(name) +
                  ", which this processor does not have.");
  }
  throw Error("OUROSCOPE_CPU is \"" + std::string(name) + "\": it takes one of " + names + ".");
}

}  // namespace ouroscope::cpu

std::vector<std::string> ouroscope::cpuPaths() {
  std::vector<std::string> names;
  for (const cpu::Choice& choice : cpu::kChoices)
    if (choice.runsHere()) names.emplace_back(choice.name);
  return names;
}

double ouroscope::cpuRegisterWork(Precision precision, std::int64_t steps) {
  const cpu::KernelTable& table = cpu::bestKernels();
  return precision == Precision::F32 ? table.peakFloat(steps) : table.peakHalf(steps);
}
