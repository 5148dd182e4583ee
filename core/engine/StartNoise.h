// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "core/support/SplitMix.h"

namespace ouroscope {

/// The noise that a loop starts from, in units of its spread: a normal variable cut off at three.
/// It is a function of its arguments alone, so that neither chunks nor drafts nor threads change
/// it. Its name in traces is kStartGenerator (core/trace/TraceMetadata.h).
double startNoise(std::uint64_t seed, std::int64_t position, int channel);

// The parts of startNoise() that need no logarithm, for code that is compiled for a GPU.

/// A number of the distribution function: uniform between those of -3 and of 3.
constexpr double noiseProbability(std::uint64_t seed, std::int64_t position, int channel) {
  constexpr double kBelow = 0.0013498980316300946;  // of the distribution, below -3
  std::uint64_t key = splitMix(seed + kSplitMixStep);
  key = splitMix(key + kSplitMixStep * (static_cast<std::uint64_t>(position) + 1));
  key = splitMix(key + kSplitMixStep * (static_cast<std::uint64_t>(channel) + 1));
  const double uniform = (static_cast<double>(key >> 11) + 0.5) * 0x1.0p-53;
  return kBelow + uniform * (1 - 2 * kBelow);
}

/// How far from 1/2 normalNearMiddle() goes.
inline constexpr double kMiddleOfNormal = 0.425;

constexpr double noisePolynomial(const double (&coefficients)[8], double x) {
  double sum = 0;
  for (int i = 7; i >= 0; --i) sum = sum * x + coefficients[i];
  return sum;
}

/// The quantile of the normal distribution at 1/2 + q, algorithm AS 241 (Wichura 1988), to 16
/// digits.
constexpr double normalNearMiddle(double q) {
  constexpr double kA[8] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                            1.9715909503065514427e+3, 1.3731693765509461125e+4,
                            4.5921953931549871457e+4, 6.7265770927008700853e+4,
                            3.3430575583588128105e+4, 2.5090809287301226727e+3};
  constexpr double kB[8] = {1.0,
                            4.2313330701600911252e+1,
                            6.8718700749205790830e+2,
                            5.3941960214247511077e+3,
                            2.1213794301586595867e+4,
                            3.9307895800092710610e+4,
                            2.8729085735721942674e+4,
                            5.2264952788528545610e+3};
  const double r = 0.180625 - q * q;
  return q * noisePolynomial(kA, r) / noisePolynomial(kB, r);
}

/// The same beyond that, at 1 - p; root = sqrt(-log p). Within three spreads it stays below
/// 5, so that the outer tail of the algorithm is not needed.
constexpr double normalBeyondMiddle(double root) {
  constexpr double kC[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                            5.76949722146069140550e0,  3.64784832476320460504e0,
                            1.27045825245236838258e0,  2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr double kD[8] = {1.0,
                            2.05319162663775882187e0,
                            1.67638483018380384940e0,
                            6.89767334985100004550e-1,
                            1.48103976427480074590e-1,
                            1.51986665636164571966e-2,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
  const double r = root - 1.6;
  return noisePolynomial(kC, r) / noisePolynomial(kD, r);
}

}  // namespace ouroscope
