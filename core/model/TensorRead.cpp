// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/TensorRead.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"

namespace ouroscope {

void readAsFloat(const SafetensorsFile& file, const TensorInfo& tensor, std::uint64_t first,
                 std::span<float> out) {
  if (first > tensor.elements() || out.size() > tensor.elements() - first)
    throw Error("Elements " + std::to_string(first) + " and on of tensor " +
                shownText(tensor.name) + " were asked for, it has " +
                std::to_string(tensor.elements()) + ".");
  if (tensor.dtype == DType::F32) {
    file.read(tensor, first * 4, std::as_writable_bytes(out));
    return;
  }
  if (!isWeightType(tensor.dtype))
    throw Error(shownPath(file.path()) + ": tensor " + shownText(tensor.name) + " is " +
                std::string(dtypeName(tensor.dtype)) +
                "; BF16, F16 or F32 is needed (UnsupportedDtype).");
  constexpr std::size_t kPiece = 1 << 17;
  std::vector<std::uint16_t> halves(std::min(out.size(), kPiece));
  for (std::size_t done = 0; done < out.size();) {
    const std::size_t count = std::min(out.size() - done, kPiece);
    file.read(tensor, (first + done) * 2, std::as_writable_bytes(std::span(halves).first(count)));
    float* to = out.data() + done;
    if (tensor.dtype == DType::BF16)
      for (std::size_t i = 0; i < count; ++i) to[i] = bf16ToFloat(halves[i]);
    else
      for (std::size_t i = 0; i < count; ++i) to[i] = f16ToFloat(halves[i]);
    done += count;
  }
}

}  // namespace ouroscope
