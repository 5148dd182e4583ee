// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/LayerLenses.h"
#include "core/run/LoadedModel.h"
#include "core/run/RunOrder.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// How a Jacobian lens is fitted.
struct LensFitOptions {
  double push = 1e-2;  ///< of a channel, as a share of the state's length over √d
  int skip = 0;        ///< leading tokens of every text that are left out
  /// The target is the end of the loop's own layers; else that of the last loop's.
  bool ownExit = false;
};

/// What is known of one map of a fit.
struct LensError {
  int tokens = 0;
  double sampling = 0;  ///< ‖J_a - J_b‖ / ‖J_a + J_b‖, a and b the odd and the even tokens: how far
                        ///< J is from that of all tokens, where these are like them; NaN below two
  double finite = 0;  ///< ‖J(push) - J(push / 2)‖ / ‖J‖ in a few columns of the last token: of
                      ///< the finite differences
};

struct LensFit {
  LayerLenses lenses;
  std::vector<LensError> errors;  ///< [loops * layers]
};

/// Jacobian lenses of all loops and layers (arXiv 2609.01924): J = mean over tokens of ∂y / ∂x, x
/// the residual stream of a token after the layer, y that of the same token after the last layer of
/// the last loop (or of the same loop), both before the norm. By central differences, a channel at
/// a time: for small models. In fp32, where the device can go back (Sequence::rewind).
/// @param orders texts, with equal numbers of loops
/// @throws Error; Cancelled within a layer
LensFit fitLenses(const LoadedModel& model, std::span<const RunOrder> orders,
                  const LensFitOptions& options, const std::stop_token& stop = {},
                  const ProgressFn& progress = {});

}  // namespace ouroscope
