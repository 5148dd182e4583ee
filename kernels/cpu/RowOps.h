// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set: everything that works on single rows. See Vectors.h.
#pragma once
#include "kernels/cpu/Vectors.h"

namespace ouroscope::cpu {
namespace {

float maximum(const float* x, int n) {
  Vf top = splat(x[0]);
  int i = 0;
  for (; i + W <= n; i += W) top = maxF(loadF(x + i), top);
  float best = maxLanes(top);
  for (; i < n; ++i) best = x[i] > best ? x[i] : best;
  return best;
}

int countAbove(const float* x, int n, float threshold) {
  Vi count{};
  int i = 0;
  for (; i + W <= n; i += W) count -= loadF(x + i) > splat(threshold);
  int total = sumLanes(count);
  for (; i < n; ++i) total += x[i] > threshold ? 1 : 0;
  return total;
}

/// Moves a state to a new maximum: sums are relative to it.
inline float raise(LensRowState& state, float panelMax) {
  if (!(panelMax > state.max)) return 1.0f;
  const float factor = state.sum > 0 ? expOne(state.max - panelMax) : 0.0f;
  state.max = panelMax;
  state.sum *= factor;
  state.sumZ *= factor;
  return factor;
}

void lensPanel(const LensPanelArgs& g) {
  float weights[kLensColumns];
  const int last = g.rows - 1;
  const float* zLast = g.z + last * kLensColumns;
  const double factor = raise(g.states[last], maximum(zLast, kLensColumns));
  {
    Vf sum{}, sumZ{};
    for (int i = 0; i < kLensColumns; i += W) {
      const Vf z = loadF(zLast + i);
      const Vf e = expF(z - splat(g.states[last].max));
      storeF(weights + i, e);
      sum += e;
      sumZ += e * z;
    }
    g.states[last].sum += sumLanes(sum);
    g.states[last].sumZ += sumLanes(sumZ);
    g.states[last].klSum = g.states[last].sumZ;
  }
  for (int r = 0; r < last; ++r) {
    LensRowState& state = g.states[r];
    const float* zr = g.z + r * kLensColumns;
    raise(state, maximum(zr, kLensColumns));
    Vf sum{}, sumZ{}, kl{};
    for (int i = 0; i < kLensColumns; i += W) {
      const Vf z = loadF(zr + i);
      const Vf e = expF(z - splat(state.max));
      sum += e;
      sumZ += e * z;
      kl += loadF(weights + i) * z;
    }
    state.sum += sumLanes(sum);
    state.sumZ += sumLanes(sumZ);
    state.klSum = state.klSum * factor + sumLanes(kl);
  }
}

/// log(1 + u) for u in [0, 1]: 2 atanh(u / (2 + u)), whose series ends 1e-8 from it.
Vf log1pF(Vf u) {
  const Vf s = u / (splat(2.0f) + u), square = s * s;
  Vf sum = splat(1.0f / 13);
  for (const float odd : {11.0f, 9.0f, 7.0f, 5.0f, 3.0f, 1.0f})
    sum = sum * square + splat(1.0f / odd);
  return splat(2.0f) * s * sum;
}

LensStep lensStep(const LensStepArgs& g) {
  constexpr int kPiece = 512;  // as many as are summed in fp32
  const Vf logSum = splat(static_cast<float>(g.logSum));
  const Vf logSumBefore = splat(static_cast<float>(g.logSumBefore));
  const Vf apart = splat(static_cast<float>(g.logSum - g.logSumBefore));
  const Vf logHalf = splat(-0.69314718f);
  LensStep out;
  for (int first = 0; first < g.n; first += kPiece) {
    const int end = first + kPiece < g.n ? first + kPiece : g.n;
    Vf kl{}, js{};
    for (int i = first; i < end; i += W) {
      float now[W], before[W];
      const float *zNow = g.now + i, *zBefore = g.before + i;
      if (i + W > end) {
        for (int k = 0; k < W; ++k) {
          now[k] = i + k < end ? zNow[k] : kNoLogit;
          before[k] = i + k < end ? zBefore[k] : kNoLogit;
        }
        zNow = now;
        zBefore = before;
      }
      const Vf z = loadF(zNow), y = loadF(zBefore);
      const Vf p = expF(z - logSum), q = expF(y - logSumBefore);
      const Vf gain = (z - y) - apart;  // log p - log q
      kl += p * gain;
      // log m = max(log p, log q) + log1p(e^-|gain|) - log 2
      const Vf size = select(gain < Vf{}, -gain, gain);
      const Vf rest = log1pF(expF(-size)) + logHalf;
      const Vf zero{};
      const Vf belowP = select(gain < zero, gain, zero);   // log p - max
      const Vf belowQ = select(gain < zero, zero, -gain);  // log q - max
      js += p * (belowP - rest) + q * (belowQ - rest);
    }
    out.kl += sumLanes(kl);
    out.js += 0.5 * sumLanes(js);
  }
  return out;
}

// ---- attention weights

/// x = cap * tanh(x * scale / cap)
void softCap(float* x, int n, float scale, float cap) {
  const auto capped = [=](Vf v) { return splat(cap) * tanhF(v * splat(scale / cap)); };
  int i = 0;
  for (; i + W <= n; i += W) storeF(x + i, capped(loadF(x + i)));
  for (; i < n; ++i) x[i] = capped(splat(x[i]))[0];
}

void softmax(SoftmaxArgs& g) {
  float scale = g.scale;
  if (g.cap > 0) {
    softCap(g.s, g.valid, scale, g.cap);
    scale = 1;
  }
  for (int j = 0; j < g.from; ++j) g.s[j] = kNoLogit;
  for (int j = g.valid; j < g.padded; ++j) g.s[j] = kNoLogit;
  g.max = maximum(g.s, g.valid) * scale;
  Vf sum{};
  for (int j = 0; j < g.padded; j += W) {  // padded to 32, so no vector is cut
    const Vf e = expF(loadF(g.s + j) * splat(scale) - splat(g.max));
    storeF(g.s + j, e);
    sum += e;
  }
  g.sum = sumLanes(sum);
}

void blend(float* sum, const float* x, int n, float a, float b) {
  for (int i = 0; i < n; ++i) sum[i] = sum[i] * a + x[i] * b;
}

// ---- norms, gates, rotation

inline float inverseRms(const float* x, int n, float eps) {
  Vf sum{};
  int i = 0;
  for (; i + W <= n; i += W) {
    const Vf v = loadF(x + i);
    sum += v * v;
  }
  float total = sumLanes(sum);
  for (; i < n; ++i) total += x[i] * x[i];
  return 1.0f / __builtin_sqrtf(total / n + eps);
}

void rmsNorm(const float* x, const float* weight, int n, float eps, float* out) {
  const float scale = inverseRms(x, n, eps);
  for (int i = 0; i < n; ++i) out[i] = x[i] * scale * weight[i];
}

void addRmsNorm(const float* y, const float* weight, int n, float eps, float* x) {
  const float scale = inverseRms(y, n, eps);
  for (int i = 0; i < n; ++i) x[i] += y[i] * scale * weight[i];
}

void swiGlu(const float* gate, const float* up, int n, float* out) {
  int i = 0;
  for (; i + W <= n; i += W) {
    const Vf g = loadF(gate + i);
    storeF(out + i, g / (splat(1.0f) + expF(-g)) * loadF(up + i));
  }
  for (; i < n; ++i) out[i] = gate[i] / (1.0f + expOne(-gate[i])) * up[i];
}

/// 1 + tanh(u) is 2 / (1 + e^-2u): no difference of numbers that are near each other.
void geluGlu(const float* gate, const float* up, int n, float* out) {
  const auto gelu = [](Vf g) {
    const Vf twice = splat(-1.5957691216f) * (g + splat(0.044715f) * g * g * g);
    return g / (splat(1.0f) + expF(twice));
  };
  int i = 0;
  for (; i + W <= n; i += W) storeF(out + i, gelu(loadF(gate + i)) * loadF(up + i));
  for (; i < n; ++i) out[i] = gelu(splat(gate[i]))[0] * up[i];
}

void rope(float* x, const float* cos, const float* sin, int n) {
  const int half = n / 2;
  for (int i = 0; i < half; ++i) {
    const float a = x[i], b = x[i + half];
    x[i] = a * cos[i] - b * sin[i];
    x[i + half] = b * cos[i] + a * sin[i];
  }
}

void toBf16(const float* x, std::uint16_t* out, int n) {
  for (int i = 0; i < n; ++i) out[i] = roundToBf16(x[i]);
}

}  // namespace
}  // namespace ouroscope::cpu
