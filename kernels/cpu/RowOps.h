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
