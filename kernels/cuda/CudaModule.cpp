// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/CudaModule.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <stdexcept>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr const char* kFile = "libouroscope_cuda.so";

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value && *value ? value : nullptr;
}

std::string dlError() {
  const char* text = dlerror();
  return text ? text : "unknown reason";
}

}  // namespace

bool nvidiaDriverInSight() {
  // A named module is a wish: the tests' pretended GPU has no device file.
  if (environment("OUROSCOPE_CUDA_MODULE")) return true;
  std::error_code ignored;
  for (const char* path : {"/dev/nvidiactl", "/dev/nvidia0", "/dev/dxg"})
    if (std::filesystem::exists(path, ignored)) return true;
  return false;
}

std::vector<std::string> cudaModulePlaces() {
  if (const char* named = environment("OUROSCOPE_CUDA_MODULE")) return {named};
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  std::vector<std::string> places;
  // Beside the program; as installed; as built (build/app and build/tests beside build/kernels).
  for (const char* folder : {"", "../lib/ouroscope", OUROSCOPE_MODULE_DIR, "../kernels/cuda"})
    places.push_back((program / folder / kFile).lexically_normal().string());
  return places;
}

std::shared_ptr<const CudaModule> CudaModule::load() {
  static std::mutex mutex;
  static std::weak_ptr<const CudaModule> loaded;
  static std::string loadedFrom;
  const std::lock_guard lock(mutex);

  std::string path;
  std::error_code ignored;
  const std::vector<std::string> places = cudaModulePlaces();
  for (const std::string& place : places)
    if (std::filesystem::exists(place, ignored)) {
      path = place;
      break;
    }
  if (path.empty())
    throw Error("The CUDA module is not installed: " + std::string(kFile) + " was not found (" +
                places.front() + ").");
  if (auto module = loaded.lock(); module && loadedFrom == path) return module;

  std::shared_ptr<CudaModule> module(new CudaModule);
  // Resolved at once, so that a missing library of CUDA is told here and not in the middle of a
  // run.
  module->library_ = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!module->library_)
    throw Error("The CUDA module cannot be loaded: " + dlError() +
                ". Install the CUDA 13 libraries (cuBLAS).");
  const auto entry =
      reinterpret_cast<OuroscopeCudaEntry>(dlsym(module->library_, OUROSCOPE_CUDA_ENTRY));
  if (!entry) throw Error("The file " + path + " is not a CUDA module of Ouroscope: remove it.");
  module->api_ = entry();
  if (!module->api_ || module->api_->abi != OUROSCOPE_CUDA_ABI ||
      module->api_->size != sizeof(OuroscopeCudaApi))
    throw Error("The CUDA module " + path + " belongs to another version of Ouroscope (interface " +
                std::to_string(module->api_ ? module->api_->abi : 0) + ", this program needs " +
                std::to_string(OUROSCOPE_CUDA_ABI) + "): install the two together.");
  loaded = module;
  loadedFrom = path;
  return module;
}

CudaModule::~CudaModule() {
  // Not unloaded once it has worked: CUDA's own threads and handlers at exit may still be in it.
  if (library_ && !api_) dlclose(library_);
}

void CudaModule::check(std::int32_t status) const {
  switch (status) {
    case OUROSCOPE_CUDA_DONE:
      return;
    case OUROSCOPE_CUDA_CANCELLED:
      throw Cancelled();
    case OUROSCOPE_CUDA_MISUSE:
      throw std::logic_error(api_->lastError());
    case OUROSCOPE_CUDA_OUT_OF_MEMORY:
      throw Error(std::string(api_->lastError()) +
                  " Use fewer tokens or loops, capture less, or choose --device cpu.");
    default:
      throw Error(api_->lastError());
  }
}

int CudaModule::devices() const {
  std::int32_t count = 0;
  check(api_->deviceCount(&count));
  return count;
}

OuroscopeCudaDevice CudaModule::describe(int device) const {
  OuroscopeCudaDevice found{};
  check(api_->describe(device, &found));
  found.name[sizeof found.name - 1] = '\0';
  return found;
}

}  // namespace ouroscope
