// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LoopStatistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

int loopsOf(std::span<const TracePtr> traces) {
  const int loops = traces.empty() ? 0 : traces.front()->loops();
  for (const TracePtr& trace : traces)
    if (trace->loops() != loops)
      throw Error("The traces have different numbers of loops: " + std::to_string(loops) + " and " +
                  std::to_string(trace->loops()) + ".");
  return loops;
}

double ratio(double sum, int count) {
  return count > 0 ? sum / count : kNaN;
}

/// A token at one loop that is followed by a known one.
struct Scored {
  const Trace* trace;
  std::size_t cell;
  std::int32_t next;
};

/// -log p of the tokens that follow, where the logits are divided by the temperature.
double nllAt(const std::vector<Scored>& tokens, double temperature) {
  double sum = 0;
  for (const Scored& token : tokens) {
    const std::size_t vocab = token.trace->info().vocabSize;
    const auto z = std::span(token.trace->logits()).subspan(token.cell * vocab, vocab);
    const double most = *std::ranges::max_element(z);
    const double all =
        sumOf(vocab, [&](std::size_t v) { return std::exp((z[v] - most) / temperature); });
    sum += std::log(all) - (z[token.next] - most) / temperature;
  }
  return ratio(sum, static_cast<int>(tokens.size()));
}

/// The temperature of least nll, by golden section on its logarithm: nll is convex in 1 / T.
void fitTemperature(const std::vector<Scored>& tokens, Calibration& out) {
  out.temperature = out.scaledNll = kNaN;
  const bool whole = std::ranges::all_of(
      tokens, [](const Scored& token) { return token.trace->info().captured.logits; });
  if (tokens.empty() || !whole) return;
  constexpr double kShare = 0.6180339887498949;
  double low = std::log(0.05), high = std::log(20.0);
  const auto at = [&](double logarithm) { return nllAt(tokens, std::exp(logarithm)); };
  double a = high - kShare * (high - low), b = low + kShare * (high - low);
  double atA = at(a), atB = at(b);
  while (high - low > 1e-4) {
    if (atA < atB) {
      high = b;
      b = a;
      atB = atA;
      a = high - kShare * (high - low);
      atA = at(a);
    } else {
      low = a;
      a = b;
      atA = atB;
      b = low + kShare * (high - low);
      atB = at(b);
    }
  }
  out.temperature = std::exp((low + high) / 2);
  out.scaledNll = nllAt(tokens, out.temperature);
}

}  // namespace

LoopAgreement loopAgreement(std::span<const TracePtr> traces) {
  LoopAgreement out;
  const int R = out.loops = loopsOf(traces);
  std::vector<int> same(std::size_t{1} * R * R);
  out.counted.resize(same.size());
  for (const TracePtr& trace : traces) {
    const auto best = [&](int token, int loop) {
      return trace->columns().topkId[trace->at(token, loop) * trace->topK()];
    };
    for (int t = 0; t < trace->tokens(); ++t)
      for (int i = 0; i < trace->columns().loopsRun[t]; ++i)
        for (int j = 0; j < trace->columns().loopsRun[t]; ++j) {
          if (best(t, i) < 0 || best(t, j) < 0) continue;
          ++out.counted[i * R + j];
          same[i * R + j] += best(t, i) == best(t, j);
        }
  }
  for (std::size_t i = 0; i < same.size(); ++i) out.share.push_back(ratio(same[i], out.counted[i]));
  return out;
}

LoopGain loopGain(std::vector<double> nll, double tolerance) {
  LoopGain out;
  out.tolerance = tolerance;
  out.nll = std::move(nll);
  out.best = std::ranges::min_element(out.nll) - out.nll.begin();
  const double least = out.nll[out.best];
  out.gain = out.nll.front() - least;
  out.first = out.last = out.best;
  while (out.first > 0 && out.nll[out.first - 1] <= least + tolerance) --out.first;
  while (out.last + 1 < intSize(out.nll) && out.nll[out.last + 1] <= least + tolerance) ++out.last;
  return out;
}

LoopGain loopGain(std::span<const TracePtr> traces, double tolerance) {
  const int R = loopsOf(traces);
  std::vector<double> nll(R);
  int tokens = 0;
  for (const TracePtr& trace : traces) {
    const auto& logprob = trace->columns().logprob;
    for (int t = 0; t < trace->tokens(); ++t) {
      const auto row = std::span(logprob).subspan(trace->at(t, 0), R);
      if (!std::ranges::all_of(row, [](float p) { return std::isfinite(p); })) continue;
      ++tokens;
      for (int r = 0; r < R; ++r) nll[r] -= double{row[r]};
    }
  }
  for (double& loss : nll) loss = ratio(loss, tokens);
  LoopGain out;
  if (tokens == 0) {
    out.tolerance = tolerance;
    out.nll = std::move(nll);
    out.gain = kNaN;
    return out;
  }
  out = loopGain(std::move(nll), tolerance);
  out.tokens = tokens;
  return out;
}

std::vector<double> layerSimilarity(std::span<const TracePtr> traces) {
  const auto captured = [](const TracePtr& trace) { return trace->info().captured.similarity; };
  if (traces.empty() || !std::ranges::all_of(traces, captured)) return {};
  const int loops = loopsOf(traces), layers = traces.front()->info().layers;
  const std::size_t cells = std::size_t{1} * loops * layers * loops * layers;
  std::vector<double> sum(cells);
  std::vector<int> counted(cells);
  for (const TracePtr& trace : traces) {
    if (trace->info().layers != layers)
      throw Error("The traces have different numbers of layers: " + std::to_string(layers) +
                  " and " + std::to_string(trace->info().layers) + ".");
    std::size_t at = 0;
    trace->eachPiece(column("similarity"), [&](std::span<const std::byte> bytes) {
      std::vector<float> values(bytes.size() / sizeof(float));
      std::memcpy(values.data(), bytes.data(), bytes.size());
      for (const float value : values) {
        if (!std::isnan(value)) {
          sum[at] += double{value};
          ++counted[at];
        }
        at = at + 1 == cells ? 0 : at + 1;
      }
    });
  }
  for (std::size_t i = 0; i < cells; ++i) sum[i] = ratio(sum[i], counted[i]);
  return sum;
}

int calibrationBin(double probability) {
  return std::clamp(static_cast<int>(probability * kCalibrationBins), 0, kCalibrationBins - 1);
}

std::vector<Calibration> calibration(std::span<const TracePtr> traces) {
  const int R = loopsOf(traces);
  std::vector<Calibration> out(R);
  for (int r = 0; r < R; ++r) {
    struct Bin {
      int tokens = 0;
      double confidence = 0, right = 0;
    };
    std::array<Bin, kCalibrationBins> bins;
    std::vector<Scored> scored;
    Calibration& c = out[r];
    for (const TracePtr& trace : traces) {
      const TraceColumns& columns = trace->columns();
      for (int t = 0; t < trace->tokens(); ++t) {
        const std::size_t at = trace->at(t, r);
        // The word that the last token is followed by is not known.
        if (r >= columns.loopsRun[t] || columns.rank[at] < 0 || t + 1 >= trace->tokens()) continue;
        const std::int32_t next = columns.tokenId[t + 1];
        const double p = std::exp(double{columns.topkLogprob[at * trace->topK()]});
        if (!std::isfinite(p) || !std::isfinite(columns.logprob[at])) continue;
        const double right = columns.topkId[at * trace->topK()] == next;
        ++c.tokens;
        c.accuracy += right;
        c.confidence += p;
        c.brier += (p - right) * (p - right);
        c.nll -= double{columns.logprob[at]};
        Bin& bin = bins[calibrationBin(p)];
        ++bin.tokens;
        bin.confidence += p;
        bin.right += right;
        scored.push_back({trace.get(), at, next});
      }
    }
    for (const Bin& bin : bins) c.ece += std::abs(bin.right - bin.confidence);
    for (double* sum : {&c.accuracy, &c.confidence, &c.ece, &c.brier, &c.nll})
      *sum = ratio(*sum, c.tokens);
    fitTemperature(scored, c);
  }
  return out;
}

}  // namespace ouroscope
