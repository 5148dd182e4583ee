// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope::cuda {

/// What the current device can do at best, measured now, as medians of several runs.
double measureCopy();      ///< bytes read and written per second by a copy within its memory
double measureProducts();  ///< flop per second of large bf16 matrix products with fp32 sums

}  // namespace ouroscope::cuda
