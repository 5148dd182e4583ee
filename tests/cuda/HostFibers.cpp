// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

#include "HostCuda.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#define OUROSCOPE_FIBER_ASAN 1
#endif

// Switching stacks by hand costs nanoseconds; swapcontext would make a system call each time.
#if defined(__x86_64__)
extern "C" void ouroscopeHostSwitch(void** saveTo, void* resume);
asm(R"(
.text
.globl ouroscopeHostSwitch
.type ouroscopeHostSwitch,@function
ouroscopeHostSwitch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size ouroscopeHostSwitch,.-ouroscopeHostSwitch
.section .note.GNU-stack,"",@progbits
.text
)");
#else
#include <ucontext.h>
#endif

namespace hostcuda {
namespace {

constexpr std::size_t kStackBytes = 256 << 10;
constexpr int kWarpSize = 32;

struct Copy {
  void* to;
  const void* from;
  bool valid;
};

struct Warp {
  alignas(16) unsigned char slot[2][kWarpSize][kLaneBytes];
  int arrived = 0, operation = 0;
  unsigned generation = 0;
};

struct Fiber {
  enum class State { Ready, AtBarrier, AtWarp, Done } state = State::Ready;
  Place place;
  int index = 0;
  unsigned waitsFor = 0;  // generation of the warp
  std::vector<Copy> open;
  std::vector<std::vector<Copy>> groups;
#if defined(__x86_64__)
  void* stackPointer = nullptr;
#else
  ucontext_t context{};
#endif
  void* fakeStack = nullptr;
};

struct Stack {
  void* memory;
  Stack()
      : memory(mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                    0)) {
    if (memory == MAP_FAILED) throw std::bad_alloc();
  }
  ~Stack() { munmap(memory, kStackBytes); }
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
};

struct Machine {
  std::vector<std::unique_ptr<Stack>> stacks;
  std::vector<Fiber> fibers;
  std::vector<Warp> warps;
  Fiber* current = nullptr;
  const std::function<void()>* kernel = nullptr;
  std::unique_ptr<unsigned char[]> shared;
  std::string failure;
  Order order = Order::Forward;
  unsigned seed = 1;
#if defined(__x86_64__)
  void* schedulerPointer = nullptr;
#else
  ucontext_t scheduler{};
#endif
  void* schedulerFake = nullptr;
  const void* schedulerStack = nullptr;
  std::size_t schedulerStackBytes = 0;
};
Machine& machine() {
  static thread_local Machine m;
  return m;
}

void toScheduler(bool forGood) {
  Machine& m = machine();
  Fiber* fiber = m.current;
#ifdef OUROSCOPE_FIBER_ASAN
  __sanitizer_start_switch_fiber(forGood ? nullptr : &fiber->fakeStack, m.schedulerStack,
                                 m.schedulerStackBytes);
#else
  (void)forGood;
#endif
#if defined(__x86_64__)
  ouroscopeHostSwitch(&fiber->stackPointer, m.schedulerPointer);
#else
  swapcontext(&fiber->context, &m.scheduler);
#endif
#ifdef OUROSCOPE_FIBER_ASAN
  __sanitizer_finish_switch_fiber(fiber->fakeStack, &m.schedulerStack, &m.schedulerStackBytes);
#endif
}

void fiberMain() {
  Machine& m = machine();
#ifdef OUROSCOPE_FIBER_ASAN
  __sanitizer_finish_switch_fiber(nullptr, &m.schedulerStack, &m.schedulerStackBytes);
#endif
  (*m.kernel)();
  Fiber& fiber = *m.current;
  if (!fiber.open.empty() || !fiber.groups.empty())
    m.failure = "a thread ended with copies that it never waited for";
  fiber.state = Fiber::State::Done;
  toScheduler(true);
}

void resume(Fiber& fiber, const Stack& stack) {
  Machine& m = machine();
  m.current = &fiber;
#ifdef OUROSCOPE_FIBER_ASAN
  __sanitizer_start_switch_fiber(&m.schedulerFake, stack.memory, kStackBytes);
#else
  (void)stack;
#endif
#if defined(__x86_64__)
  ouroscopeHostSwitch(&m.schedulerPointer, fiber.stackPointer);
#else
  swapcontext(&m.scheduler, &fiber.context);
#endif
#ifdef OUROSCOPE_FIBER_ASAN
  __sanitizer_finish_switch_fiber(m.schedulerFake, nullptr, nullptr);
#endif
}

void prepare(Fiber& fiber, const Stack& stack) {
#ifdef OUROSCOPE_FIBER_ASAN
  // A fiber that was given up after an error left the red zones of its frames behind.
  __asan_unpoison_memory_region(stack.memory, kStackBytes);
#endif
#if defined(__x86_64__)
  // Six registers, then the address that the switch returns to; aligned as after a call.
  auto* top = reinterpret_cast<void**>(static_cast<char*>(stack.memory) + kStackBytes - 64);
  for (int i = 0; i < 6; ++i) top[i] = nullptr;
  top[6] = reinterpret_cast<void*>(&fiberMain);
  fiber.stackPointer = top;
#else
  getcontext(&fiber.context);
  fiber.context.uc_stack.ss_sp = stack.memory;
  fiber.context.uc_stack.ss_size = kStackBytes;
  makecontext(&fiber.context, &fiberMain, 0);
#endif
}

std::vector<unsigned> ordered(unsigned n, Order order, std::mt19937& random) {
  std::vector<unsigned> list(n);
  std::iota(list.begin(), list.end(), 0u);
  if (order == Order::Reverse) std::reverse(list.begin(), list.end());
  if (order == Order::Shuffled) std::shuffle(list.begin(), list.end(), random);
  return list;
}

void runBlock(const Place& base, std::mt19937& random) {
  Machine& m = machine();
  const unsigned threads = base.blockSize.x;
  m.fibers.assign(threads, Fiber{});
  m.warps.assign(threads / kWarpSize, Warp{});
  while (m.stacks.size() < threads) m.stacks.push_back(std::make_unique<Stack>());
  for (unsigned t = 0; t < threads; ++t) {
    m.fibers[t].place = base;
    m.fibers[t].place.thread = dim3(t, 0, 0);
    m.fibers[t].index = static_cast<int>(t);
    prepare(m.fibers[t], *m.stacks[t]);
  }
  unsigned done = 0;
  while (done < threads) {
    bool ran = false;
    for (const unsigned t : ordered(threads, m.order, random)) {
      Fiber& fiber = m.fibers[t];
      if (fiber.state == Fiber::State::AtWarp &&
          m.warps[t / kWarpSize].generation != fiber.waitsFor)
        fiber.state = Fiber::State::Ready;
      if (fiber.state != Fiber::State::Ready) continue;
      ran = true;
      resume(fiber, *m.stacks[t]);
      if (!m.failure.empty()) return;
      if (fiber.state == Fiber::State::Done) ++done;
    }
    if (ran || done == threads) continue;
    const auto waiting = std::count_if(m.fibers.begin(), m.fibers.end(), [](const Fiber& f) {
      return f.state == Fiber::State::AtBarrier;
    });
    if (static_cast<unsigned>(waiting) != threads) {
      m.failure = "a barrier or a warp operation was not reached by all its threads";
      return;
    }
    for (Fiber& fiber : m.fibers) fiber.state = Fiber::State::Ready;
  }
}

}  // namespace

const Place& place() {
  return machine().current->place;
}

void setOrder(Order order, unsigned seed) {
  machine().order = order;
  machine().seed = seed;
}

void fail(const char* what) {
  machine().failure = what;
  toScheduler(false);
  std::abort();  // never resumed
}

void runGrid(dim3 grid, dim3 block, std::size_t sharedSize, const std::function<void()>& kernel) {
  Machine& m = machine();
  if (block.y != 1 || block.z != 1 || grid.z != 1 || block.x % kWarpSize != 0 || block.x > 1024 ||
      block.x == 0 || grid.x == 0 || grid.y == 0 || grid.y > 65535)
    throw std::logic_error("a launch that a GPU refuses: " + std::to_string(grid.x) + " x " +
                           std::to_string(grid.y) + " blocks of " + std::to_string(block.x));
  m.kernel = &kernel;
  m.failure.clear();
  // Exactly as large as asked for, so that AddressSanitizer sees its end; garbage inside.
  m.shared.reset(sharedSize ? new unsigned char[sharedSize] : nullptr);
  std::mt19937 random(m.seed);
  for (const unsigned b : ordered(grid.x * grid.y, m.order, random)) {
    if (sharedSize) std::memset(m.shared.get(), 0xff, sharedSize);
    Place base;
    base.block = dim3(b % grid.x, b / grid.x, 0);
    base.blockSize = block;
    base.gridSize = grid;
    runBlock(base, random);
    if (!m.failure.empty())
      throw std::logic_error("kernel failed in block (" + std::to_string(base.block.x) + ", " +
                             std::to_string(base.block.y) + "): " + m.failure);
  }
}

void syncThreads() {
  machine().current->state = Fiber::State::AtBarrier;
  toScheduler(false);
}

const void* exchange(const void* value, std::size_t size, int operation) {
  Machine& m = machine();
  Fiber& fiber = *m.current;
  Warp& warp = m.warps[static_cast<std::size_t>(fiber.index / kWarpSize)];
  if (size > kLaneBytes) fail("a warp operation with too large a value");
  if (warp.arrived > 0 && warp.operation != operation)
    fail("lanes of a warp are in different operations");
  warp.operation = operation;
  unsigned char* slots = &warp.slot[warp.generation % 2][0][0];
  std::memcpy(slots + static_cast<std::size_t>(fiber.index % kWarpSize) * kLaneBytes, value, size);
  if (++warp.arrived == kWarpSize) {
    warp.arrived = 0;
    ++warp.generation;
  } else {
    fiber.waitsFor = warp.generation;
    fiber.state = Fiber::State::AtWarp;
    toScheduler(false);
  }
  return slots;  // not written again before every lane has come to the next operation
}

void* sharedBytes() {
  return machine().shared.get();
}

void copyAsync(void* to, const void* from, bool valid) {
  machine().current->open.push_back({to, from, valid});
}
void commitCopies() {
  Fiber& fiber = *machine().current;
  fiber.groups.push_back(std::move(fiber.open));
  fiber.open.clear();
}
void waitCopies(int pending) {
  Fiber& fiber = *machine().current;
  while (static_cast<int>(fiber.groups.size()) > pending) {
    for (const Copy& copy : fiber.groups.front())
      if (copy.valid)
        std::memcpy(copy.to, copy.from, 16);
      else
        std::memset(copy.to, 0, 16);
    fiber.groups.erase(fiber.groups.begin());
  }
}

}  // namespace hostcuda
