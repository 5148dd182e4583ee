// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>

namespace ouroscope {

/// Which model to open, and how.
struct ModelRequest {
  std::filesystem::path folder;
  /// Files of the folder that are symbolic links out of it are opened, all of them. Where this is
  /// not set such a link is refused with OutsideLink (core/support/ContainedFolder.h).
  bool followLinks = false;
  std::string device = "auto";  ///< "auto", "cpu", "cuda" (the first GPU) or "cuda:N"
  std::string dtype = "auto";   ///< "f32", "bf16" or "auto": bf16 where the weights are stored so
  std::string weights =
      "stored";               ///< "stored", or "int8": the layers' matrices in 8 bits (CPU, bf16)
  std::string gate;           ///< name of a gate in gates.safetensors; empty: the checkpoint's own
  int threads = 0;            ///< 0: all processors
  std::string lens = "coda";  ///< how a loop is read where layers come after it: "coda", "logit"
  std::string loopLayers;     ///< "A-B": layers of a plain model to loop; empty: as the folder says
  std::string step;           ///< the rule of these loops; empty: "anchored"
};

struct LoadedModel;  // core/run/LoadedModel.h
using ModelPtr = std::shared_ptr<LoadedModel>;

}  // namespace ouroscope
