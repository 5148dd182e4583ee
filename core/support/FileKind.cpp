// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/FileKind.h"

namespace ouroscope {

std::string wrongFileKind(std::string_view firstBytes) {
  if (firstBytes.starts_with("version https://git-lfs"))
    return "is a Git LFS pointer, the file itself was not fetched: run \"git lfs pull\" in the "
           "folder";
  if (firstBytes.starts_with("GGUF"))
    return "is a GGUF file, which is not read: open the model's folder in the Hugging Face layout";
  return {};
}

}  // namespace ouroscope
