// SPDX-License-Identifier: GPL-3.0-or-later
// The CUDA backend against the CPU backend, whole runs of the engine. The same tests run on the
// pretended GPU (tst_cuda_parity) and on a real one (tst_cuda_gpu).
#pragma once
#include <QtTest>
#include <cmath>

#include "core/engine/Engine.h"
#include "core/support/Error.h"
#include "kernels/cpu/CpuBackend.h"
#include "kernels/cuda/CudaBackend.h"
#include "tests/support/EngineFixtures.h"

namespace parity {

using namespace ouroscope;

/// One case: a shape, how it is run and how long.
struct Case {
  const char* name;
  int hidden, heads, kvHeads, headDim, ffn, vocab, layers;
  int tokens, loops, chunk, generate;
};

inline ModelConfig configOf(const Case& c) {
  ModelConfig m = test::shape(c.hidden, c.heads, c.kvHeads, c.headDim, c.ffn, c.vocab, c.layers);
  m.maxPositions = 65536;
  return m;
}

/// Random weights with small norms on the branch outputs, as trained models have them: with weights
/// near 1 every loop would replace the state, and rounding would grow as in a chaotic system.
class TameWeights : public ModelWeights {
 public:
  TameWeights(const ModelSpec& spec, std::uint64_t seed)
      : base_(ModelWeights::random(spec, seed)) {}
  void readRows(std::string_view name, std::int64_t first, std::int64_t rows,
                std::span<float> out) const override {
    base_->readRows(name, first, rows, out);
    if (name.find("layernorm_2") != std::string_view::npos)
      for (float& v : out) v *= 0.3f;
  }
  bool storedAsBf16() const override { return true; }
  std::uint64_t storedBytes() const override { return base_->storedBytes(); }

 private:
  std::unique_ptr<ModelWeights> base_;
};

using Columns = test::Collector;

/// ||a - b|| / ||b|| where both are numbers; infinite where only one is.
inline double relative(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.size() != b.size() || a.empty()) return INFINITY;
  double error = 0, size = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    if (std::isnan(a[i]) != std::isnan(b[i])) return INFINITY;
    error += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2);
    size += std::pow(static_cast<double>(b[i]), 2);
  }
  return std::sqrt(error / std::max(size, 1e-30));
}
/// The largest difference.
inline double widest(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.size() != b.size()) return INFINITY;
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    if (std::isnan(a[i]) != std::isnan(b[i])) return INFINITY;
    worst = std::max(worst, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
  }
  return worst;
}

struct Pair {
  std::unique_ptr<Backend> cpu, cuda;
};
/// @param gate decides instead of the model's own, or where it has none
inline Pair load(const ModelSpec& spec, const ModelWeights& weights, Precision precision,
                 const std::optional<ExitGate>& gate = {}) {
  CpuOptions cpu;
  cpu.precision = precision;
  cpu.threads = 1;
  cpu.gate = gate;
  CudaOptions cuda;
  cuda.precision = precision;
  cuda.gate = gate;
  return {loadCpuBackend(spec, weights, cpu), loadCudaBackend(spec, weights, cuda)};
}
inline Pair load(const Case& c, Precision precision) {
  const ModelSpec spec = ouroSpec(configOf(c));
  return load(spec, TameWeights(spec, 11), precision);
}

/// Everything two runs of the same tokens say, within the tolerance of their arithmetic.
/// @param largeLogits how many times larger they are than those of a head of its own
inline bool agree(const Columns& cuda, const Columns& cpu, Precision precision, QString& why,
                  double largeLogits = 1) {
  const bool bf16 = precision == Precision::BF16;
  const double bound = bf16 ? 1e-2 : 1e-4;
  const auto within = [&](const char* what, double error, double limit) {
    if (error <= limit) return true;
    why = QString("%1 differs by %2, more than %3").arg(what).arg(error).arg(limit);
    return false;
  };
  if (cuda.token != cpu.token || cuda.loopsRun != cpu.loopsRun) {
    why = "tokens or loops differ";
    return false;
  }
  // What follows from logits is absolute in nats: a logit moves by the bound times its own size.
  // With AMX on one side up to 0.092 was seen in bf16.
  const double nats = largeLogits * (bf16 ? 0.12 : 2e-4);
  if (!within("hidden", relative(cuda.hidden, cpu.hidden), bound) ||
      !within("logits", relative(cuda.logits, cpu.logits), bound) ||
      // A model without a gate has no logits of it on either.
      (!(cuda.gate.empty() && cpu.gate.empty()) &&
       !within("gate", relative(cuda.gate, cpu.gate), 2 * bound)) ||
      !within("state norm", relative(cuda.stateNorm, cpu.stateNorm), bound) ||
      !within("residual norm", relative(cuda.residualNorm, cpu.residualNorm), bound) ||
      !within("step norm", relative(cuda.stepNorm, cpu.stepNorm), 2 * bound) ||
      !within("step cosine", widest(cuda.stepCosine, cpu.stepCosine), bound) ||
      !within("entropy", widest(cuda.entropy, cpu.entropy), nats) ||
      !within("log-probability", widest(cuda.logprob, cpu.logprob), nats) ||
      !within("tracked log-probability", widest(cuda.tracked, cpu.tracked), nats) ||
      !within("candidates", widest(cuda.topLogProb, cpu.topLogProb), nats) ||
      !within("divergence", widest(cuda.kl, cpu.kl), nats) ||
      !within("step of the divergence", widest(cuda.klStep, cpu.klStep), nats) ||
      !within("Jensen-Shannon", widest(cuda.jsStep, cpu.jsStep), nats))
    return false;
  return true;
}

/// What the lens says against the logits of the same run, in double: the exact part, where ranks
/// and candidates have to be right in every arithmetic.
inline bool lensFollowsItsLogits(const Columns& run, int vocab, int topK, bool exactTies,
                                 QString& why) {
  const std::size_t V = static_cast<std::size_t>(vocab), K = static_cast<std::size_t>(topK);
  const std::size_t cells = run.logits.size() / V, rows = cells / run.token.size();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const float* z = run.logits.data() + cell * V;
    if (std::isnan(z[0])) continue;
    const double top = static_cast<double>(*std::max_element(z, z + V));
    double sum = 0, mean = 0;
    for (std::size_t v = 0; v < V; ++v) sum += std::exp(static_cast<double>(z[v]) - top);
    const double lse = top + std::log(sum);
    for (std::size_t v = 0; v < V; ++v)
      mean += std::exp(static_cast<double>(z[v]) - lse) * static_cast<double>(z[v]);
    const auto fail = [&](const char* what, double got, double wanted) {
      why = QString("%1 in cell %2: %3 instead of %4").arg(what).arg(cell).arg(got).arg(wanted);
      return false;
    };
    if (std::abs(static_cast<double>(run.entropy[cell]) - (lse - mean)) > 3e-5)
      return fail("entropy", static_cast<double>(run.entropy[cell]), lse - mean);
    std::vector<std::int32_t> order(V);
    for (std::size_t v = 0; v < V; ++v) order[v] = static_cast<std::int32_t>(v);
    std::partial_sort(
        order.begin(), order.begin() + topK, order.end(),
        [&](std::int32_t a, std::int32_t b) { return z[a] > z[b] || (z[a] == z[b] && a < b); });
    for (std::size_t k = 0; k < K; ++k)
      if (run.topId[cell * K + k] != order[k])
        return fail("candidate", run.topId[cell * K + k], order[k]);
    const std::size_t position = cell / rows;
    if (position + 1 < run.token.size()) {
      const std::int32_t next = run.token[position + 1];
      const auto above = std::count_if(z, z + V, [&](float x) { return x > z[next]; });
      if (exactTies && run.rank[cell] != above)
        return fail("rank", run.rank[cell], static_cast<double>(above));
      if (std::abs(static_cast<double>(run.logprob[cell]) - (static_cast<double>(z[next]) - lse)) >
          3e-5)
        return fail("log-probability", static_cast<double>(run.logprob[cell]),
                    static_cast<double>(z[next]) - lse);
    }
    const std::size_t last = position * rows + rows - 1;
    const float* zLast = run.logits.data() + last * V;
    if (std::isnan(zLast[0])) continue;  // a loop that was skipped
    double lastSum = 0, kl = 0;
    const double lastTop = static_cast<double>(*std::max_element(zLast, zLast + V));
    for (std::size_t v = 0; v < V; ++v)
      lastSum += std::exp(static_cast<double>(zLast[v]) - lastTop);
    const double lastLse = lastTop + std::log(lastSum);
    for (std::size_t v = 0; v < V; ++v) {
      const double p = static_cast<double>(zLast[v]) - lastLse;
      kl += std::exp(p) * (p - (static_cast<double>(z[v]) - lse));
    }
    if (std::abs(static_cast<double>(run.kl[cell]) - kl) > 5e-5)
      return fail("divergence", static_cast<double>(run.kl[cell]), kl);
    if (cell % rows == 0) continue;
    const float* zBefore = z - V;
    double beforeSum = 0, klStep = 0, jsStep = 0;
    const double beforeTop = static_cast<double>(*std::max_element(zBefore, zBefore + V));
    for (std::size_t v = 0; v < V; ++v)
      beforeSum += std::exp(static_cast<double>(zBefore[v]) - beforeTop);
    const double beforeLse = beforeTop + std::log(beforeSum);
    for (std::size_t v = 0; v < V; ++v) {
      const double p = static_cast<double>(z[v]) - lse;
      const double q = static_cast<double>(zBefore[v]) - beforeLse;
      const double middle = std::log((std::exp(p) + std::exp(q)) / 2);
      klStep += std::exp(p) * (p - q);
      jsStep += std::exp(p) * (p - middle) / 2 + std::exp(q) * (q - middle) / 2;
    }
    if (std::abs(static_cast<double>(run.klStep[cell]) - klStep) > 5e-5)
      return fail("step of the divergence", static_cast<double>(run.klStep[cell]), klStep);
    if (std::abs(static_cast<double>(run.jsStep[cell]) - jsStep) > 5e-5)
      return fail("Jensen-Shannon", static_cast<double>(run.jsStep[cell]), jsStep);
  }
  return true;
}

/// Runs a case on both; the CPU gets the tokens that the GPU drew.
inline void compare(const Case& c, Precision precision) {
  const Pair pair = load(c, precision);
  RunRequest request;
  request.prompt = test::tokens(c.tokens, c.vocab);
  request.loops = c.loops;
  request.chunk = c.chunk;
  request.generate = c.generate;
  request.topK = std::min(7, c.vocab);
  request.tracked = {1, c.vocab - 1};
  request.capture.hidden = request.capture.logits = true;
  Columns cuda, cpu;
  Engine(*pair.cuda).run(request, cuda);
  request.prompt = cuda.token;
  request.generate = 0;
  Engine(*pair.cpu).run(request, cpu);
  QString why;
  QCOMPARE(static_cast<int>(cuda.token.size()), c.tokens + c.generate);
  QVERIFY2(agree(cuda, cpu, precision, why), qPrintable(why));
  QVERIFY2(lensFollowsItsLogits(cuda, c.vocab, request.topK, true, why), qPrintable(why));
  qInfo("hidden %.1e, logits %.1e, entropy %.1e", relative(cuda.hidden, cpu.hidden),
        relative(cuda.logits, cpu.logits), widest(cuda.entropy, cpu.entropy));
}

/// The policies with loops truly skipped: the same loops are run on both, as far as the gates' own
/// rounding leaves them the same.
inline void comparePolicy(const Case& c, KvPolicy policy) {
  const Pair pair = load(c, Precision::F32);
  RunRequest request;
  request.prompt = test::tokens(c.tokens, c.vocab);
  request.loops = c.loops;
  request.generate = c.generate;
  request.exitThreshold = 0.55;
  request.kvPolicy = policy;
  request.topK = 3;
  request.capture.hidden = request.capture.logits = true;
  Columns cuda, cpu;
  Engine(*pair.cuda).run(request, cuda);
  Engine(*pair.cpu).run(request, cpu);
  QString why;
  QVERIFY2(agree(cuda, cpu, Precision::F32, why), qPrintable(why));
  int skipped = 0;
  for (const std::int32_t loops : cuda.loopsRun) skipped += c.loops - loops;
  if (policy != KvPolicy::Full)
    QVERIFY2(skipped > 0, "this case must skip loops, or it shows nothing");
}

inline void compareLayers(const Case& c, Precision precision) {
  const Pair pair = load(c, precision);
  RunRequest request;
  request.prompt = test::tokens(c.tokens, c.vocab);
  request.loops = c.loops;
  request.generate = c.generate;
  request.topK = 3;
  request.capture.layers = true;
  Columns cuda, cpu;
  Engine(*pair.cuda).run(request, cuda);
  request.prompt = cuda.token;
  request.generate = 0;
  Engine(*pair.cpu).run(request, cpu);
  const bool bf16 = precision == Precision::BF16;
  QCOMPARE(cuda.layerEntropy.size(), cpu.layerEntropy.size());
  QVERIFY(relative(cuda.layerUpdate, cpu.layerUpdate) < (bf16 ? 2e-2 : 2e-4));
  // Generated tokens come in records of their own: loops and positions lie in another order.
  const auto sum = [](const std::vector<float>& v) {
    double total = 0;
    for (const float x : v) total += static_cast<double>(x);
    return total / static_cast<double>(v.size());
  };
  QVERIFY(std::abs(sum(cuda.layerEntropy) - sum(cpu.layerEntropy)) < (bf16 ? 2e-2 : 2e-4));
  QVERIFY(widest(cuda.entropy, cpu.entropy) < (bf16 ? 0.08 : 2e-4));
}

/// Interventions change the same on both; those that change nothing change no bit of a prompt.
inline void compareInterventions(const Case& c, Precision precision) {
  const Pair pair = load(c, precision);
  SourceStates states;
  for (int i = 0; i < c.hidden; ++i)
    states.values.push_back(std::sin(1.7f * static_cast<float>(i)));
  const auto vector = std::make_shared<SourceStates>(states);
  RunRequest request;
  request.prompt = test::tokens(c.tokens, c.vocab);
  request.loops = c.loops;
  request.chunk = c.chunk;
  request.topK = 3;
  request.capture.hidden = request.capture.logits = request.capture.layers = true;
  const Columns plain = test::ran(*pair.cuda, request);
  const auto apply = [&](std::initializer_list<const char*> specs) {
    request.interventions.clear();
    for (const char* spec : specs) {
      const Intervention what = interventionOf(spec);
      request.interventions.push_back({what, what.hasSource() ? vector : nullptr});
    }
  };
  for (const auto& specs : std::initializer_list<std::initializer_list<const char*>>{
           {"scale,loop=all,layer=all,by=1"},
           {"scale,loop=2,by=1"},
           {"add,loop=1,by=0,file=v"},
           {"replace,loop=all,layer=1,tokens=2,from=2"}}) {
    apply(specs);
    QVERIFY2(test::same(test::ran(*pair.cuda, request).hidden, plain.hidden), *specs.begin());
  }
  for (const auto& specs : std::initializer_list<std::initializer_list<const char*>>{
           {"scale,loop=2,layer=1,tokens=3-,by=0.5"},
           {"add,loop=1,tokens=2+4-,by=2,file=v"},
           {"remove,loop=all,layer=all,file=v"},
           {"noise,loop=2,by=0.3,seed=9"},
           {"replace,loop=2,layer=2,tokens=4-,from=3"},
           {"replace,loop=2,tokens=2-,from-loop=1"},
           {"skip-loop,loop=2,tokens=3-"},
           {"repeat-loop,loop=1,tokens=2-4,times=2", "scale,loop=1,by=1.1"},
           {"skip-layer,loop=all,layer=2"}}) {
    request.generate = c.generate;
    apply(specs);
    const Columns cuda = test::ran(*pair.cuda, request);
    RunRequest again = request;
    again.prompt = cuda.token;
    again.generate = 0;
    const Columns cpu = test::ran(*pair.cpu, again);
    QString why;
    QVERIFY2(agree(cuda, cpu, precision, why), qPrintable(QString(*specs.begin()) + ": " + why));
    QVERIFY2(
        relative(cuda.layerUpdate, cpu.layerUpdate) < (precision == Precision::BF16 ? 5e-2 : 5e-4),
        *specs.begin());
    QVERIFY2(!std::equal(plain.hidden.begin(), plain.hidden.end(), cuda.hidden.begin()),
             *specs.begin());
  }
}

/// Attention of every head, and layers that are read through the maps of a file.
inline void compareInside(const Case& c, Precision precision) {
  const Pair pair = load(c, precision);
  const std::size_t d = static_cast<std::size_t>(c.hidden);
  auto lenses = std::make_shared<LayerLenses>();
  lenses->loops = c.loops;
  lenses->layers = c.layers;
  lenses->width = c.hidden;
  lenses->weights.resize(static_cast<std::size_t>(c.loops * c.layers));
  lenses->biases.resize(lenses->weights.size());
  for (std::size_t map = 1; map < lenses->weights.size(); ++map) {  // the first place has none
    for (std::size_t i = 0; i < d * d; ++i)
      lenses->weights[map].push_back((i % (d + 1) == 0 ? 0.8f : 0.0f) +
                                     0.1f * std::sin(static_cast<float>(i + 7 * map)));
    for (std::size_t i = 0; i < d && map % 2 == 1; ++i)
      lenses->biases[map].push_back(std::cos(static_cast<float>(i)));
  }
  RunRequest request;
  request.prompt = test::tokens(c.tokens, c.vocab);
  request.loops = c.loops;
  request.chunk = c.chunk;
  request.topK = 3;
  request.capture.hidden = true;
  const Columns plain = test::ran(*pair.cuda, request);
  request.capture.layers = request.capture.attention = true;
  const Columns unmapped = test::ran(*pair.cuda, request);
  QVERIFY(test::same(plain.hidden, unmapped.hidden));  // looking changes nothing
  request.lenses = lenses;
  request.generate = c.generate;
  for (const char* repeated : {"", "repeat-loop,loop=1,tokens=2-3"}) {
    request.interventions.clear();
    if (*repeated) request.interventions.push_back({interventionOf(repeated), nullptr});
    const Columns cuda = test::ran(*pair.cuda, request);
    RunRequest again = request;
    again.prompt = cuda.token;
    again.generate = again.chunk = 0;
    const Columns cpu = test::ran(*pair.cpu, again);
    const double bound = precision == Precision::BF16 ? 2e-2 : 2e-4;
    for (const auto& [what, on, by] :
         {std::tuple{"sink", &cuda.attentionSink, &cpu.attentionSink},
          {"concentration", &cuda.attentionColumns, &cpu.attentionColumns},
          {"entropy", &cuda.attentionEntropy, &cpu.attentionEntropy},
          {"step", &cuda.attentionStep, &cpu.attentionStep},
          {"entropy of layers", &cuda.layerEntropy, &cpu.layerEntropy}}) {
      QVERIFY2(!on->empty(), what);
      const double error = widest(*on, *by);
      QVERIFY2(error < bound, qPrintable(QString("%1 %2: %3").arg(repeated, what).arg(error)));
    }
    // A place without a map says nothing, and no other place does.
    const auto silent = std::ranges::count_if(cuda.layerEntropy, [](float v) { return v != v; });
    QCOMPARE(static_cast<std::size_t>(silent), cuda.token.size());
    QVERIFY(
        !test::same(std::vector(cuda.layerEntropy.begin(), cuda.layerEntropy.begin() + 4),
                    std::vector(unmapped.layerEntropy.begin(), unmapped.layerEntropy.begin() + 4)));
  }
}

inline std::vector<float> feed(Sequence& s, std::span<const std::int32_t> ids, int d) {
  s.begin(ids);
  for (int r = 0; r < s.loops(); ++r) s.runLoop();
  std::vector<float> h(static_cast<std::size_t>(d));
  s.hidden(s.loops() - 1, static_cast<int>(ids.size()) - 1, 1, h);
  s.finish(KvPolicy::Full);
  return h;
}

inline void forkAndTruncate(const Case& c, Precision precision) {
  const Pair pair = load(c, precision);
  const auto ids = test::tokens(24, c.vocab);
  const int d = c.hidden;
  const auto straight = pair.cuda->createSequence(30, 2);
  feed(*straight, std::span(ids).first(8), d);
  const auto branch = straight->fork();
  QCOMPARE(branch->length(), 8);
  const auto one = [&](Sequence& s) { return feed(s, std::span(ids).subspan(8, 1), d); };
  const auto expected = one(*straight);
  QCOMPARE(one(*branch), expected);
  straight->truncate(8);
  QCOMPARE(straight->length(), 8);
  // Another continuation first, so that a stale key would show.
  feed(*straight, std::span(ids).subspan(12, 6), d);
  straight->truncate(8);
  QCOMPARE(one(*straight), expected);
}

inline void cancelAndMisuse(const Case& c) {
  const Pair pair = load(c, Precision::F32);
  const auto ids = test::tokens(8, c.vocab);
  const auto sequence = pair.cuda->createSequence(8, 2);
  sequence->begin(ids);
  sequence->runLoop();
  std::stop_source source;
  source.request_stop();
  QVERIFY_THROWS_EXCEPTION(Cancelled, sequence->runLoop(source.get_token()));
  QCOMPARE(sequence->length(), 0);
  QVERIFY_THROWS_EXCEPTION(std::logic_error, sequence->runLoop());
  QVERIFY_THROWS_EXCEPTION(std::logic_error, sequence->finish(KvPolicy::Full));
  QVERIFY_THROWS_EXCEPTION(Error, sequence->begin(test::tokens(9, c.vocab)));
  const std::int32_t bad = c.vocab;
  QVERIFY_THROWS_EXCEPTION(Error, sequence->begin(std::span(&bad, 1)));
  QVERIFY_THROWS_EXCEPTION(std::logic_error, sequence->truncate(3));
  // After all that it still works.
  const auto fresh = pair.cuda->createSequence(8, 2);
  QCOMPARE(feed(*sequence, ids, c.hidden), feed(*fresh, ids, c.hidden));
  // One token being decoded is cancelled before its next loop.
  const auto other = pair.cuda->createSequence(8, 2);
  other->begin(std::span(ids).first(1));
  QVERIFY_THROWS_EXCEPTION(Cancelled, other->runLoop(source.get_token()));
  QCOMPARE(other->length(), 0);
}

}  // namespace parity
