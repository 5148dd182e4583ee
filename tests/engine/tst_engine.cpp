// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numeric>
#include <thread>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"
#include "core/support/Numbers.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

class TestEngine : public QObject {
  Q_OBJECT

 private slots:
  void lensAgreesWithFullLogits_data() {
    QTest::addColumn<int>("loops");
    QTest::addColumn<int>("vocab");
    QTest::newRow("one loop") << 1 << 131;
    QTest::newRow("four loops, several vocabulary slices") << 4 << 1700;
    QTest::newRow("a vocabulary smaller than a panel") << 3 << 11;
  }

  /// Everything the one-pass lens says is recomputed from the captured logits in double.
  void lensAgreesWithFullLogits() {
    QFETCH(int, loops);
    QFETCH(int, vocab);
    const auto config = shape(48, 4, 2, 12, 80, vocab);
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(40, vocab);
    request.loops = loops;
    request.topK = 7;
    request.tracked = {5, 9};
    request.capture = {true, true, false};
    Collector run;
    Engine(*model).run(request, run);

    const int V = vocab, R = loops, K = 7;
    for (int t = 0; t < 40; ++t) {
      std::vector<std::vector<double>> p(static_cast<std::size_t>(R),
                                         std::vector<double>(static_cast<std::size_t>(V)));
      for (int r = 0; r < R; ++r) {
        const std::size_t cell = static_cast<std::size_t>(t * R + r);
        const float* z = run.logits.data() + cell * static_cast<std::size_t>(V);
        const double top = *std::max_element(z, z + V);
        double sum = 0;
        for (int v = 0; v < V; ++v) sum += std::exp(z[v] - top);
        const double lse = top + std::log(sum);
        QVERIFY(std::abs(run.lse[cell] - lse) < 1e-5);
        double entropy = 0;
        for (int v = 0; v < V; ++v) {
          p[static_cast<std::size_t>(r)][static_cast<std::size_t>(v)] = z[v] - lse;
          entropy -= std::exp(z[v] - lse) * (z[v] - lse);
        }
        QVERIFY(std::abs(run.entropy[cell] - entropy) < 1e-5);
        std::vector<int> order(static_cast<std::size_t>(V));
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return z[a] > z[b]; });
        for (int k = 0; k < K; ++k) {
          QCOMPARE(run.topId[cell * K + static_cast<std::size_t>(k)],
                   order[static_cast<std::size_t>(k)]);
          QVERIFY(std::abs(run.topLogProb[cell * K + static_cast<std::size_t>(k)] -
                           (z[order[static_cast<std::size_t>(k)]] - lse)) < 1e-5);
        }
        const auto check = [&](std::int32_t id, float logprob, std::int32_t rank) {
          QVERIFY(std::abs(logprob - (z[id] - lse)) < 1e-5);
          QCOMPARE(rank,
                   static_cast<int>(std::count_if(z, z + V, [&](float x) { return x > z[id]; })));
        };
        if (t < 39)
          check(request.prompt[static_cast<std::size_t>(t + 1)], run.logprob[cell], run.rank[cell]);
        else {
          QVERIFY(std::isnan(run.logprob[cell]));
          QCOMPARE(run.rank[cell], -1);
        }
        for (std::size_t m = 0; m < 2; ++m)
          check(request.tracked[m], run.tracked[cell * 2 + m], run.trackedRank[cell * 2 + m]);
      }
      for (int r = 0; r < R; ++r) {
        double kl = 0;
        for (int v = 0; v < V; ++v) {
          const double last = p[static_cast<std::size_t>(R - 1)][static_cast<std::size_t>(v)];
          kl +=
              std::exp(last) * (last - p[static_cast<std::size_t>(r)][static_cast<std::size_t>(v)]);
        }
        QVERIFY2(std::abs(run.kl[static_cast<std::size_t>(t * R + r)] - kl) < 2e-5,
                 qPrintable(QString::number(kl)));
        if (r == 0) {
          QVERIFY(std::isnan(run.klStep[t * R]) && std::isnan(run.jsStep[t * R]));
          continue;
        }
        double klStep = 0, jsStep = 0;
        for (int v = 0; v < V; ++v) {
          const double now = p[r][v], before = p[r - 1][v];
          const double middle = std::log((std::exp(now) + std::exp(before)) / 2);
          klStep += std::exp(now) * (now - before);
          jsStep += std::exp(now) * (now - middle) / 2 + std::exp(before) * (before - middle) / 2;
        }
        QVERIFY2(std::abs(run.klStep[t * R + r] - klStep) < 1e-5,
                 qPrintable(QString::number(klStep)));
        QVERIFY2(std::abs(run.jsStep[t * R + r] - jsStep) < 1e-5,
                 qPrintable(QString::number(jsStep)));
      }
    }
  }

  void normsAreThoseOfTheStates() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(5, config.vocabSize);
    request.loops = 3;
    request.capture.hidden = true;
    Collector run;
    Engine(*model).run(request, run);
    const int d = config.hiddenSize;
    for (int t = 0; t < 5; ++t)
      for (int r = 0; r < 3; ++r) {
        const std::size_t cell = static_cast<std::size_t>(t * 3 + r);
        const float* h = run.hidden.data() + cell * static_cast<std::size_t>(d);
        double norm = 0, before = 0, step = 0, dot = 0;
        for (int i = 0; i < d; ++i) {
          norm += double(h[i]) * h[i];
          if (r == 0) continue;
          before += double(h[i - d]) * h[i - d];
          dot += double(h[i]) * h[i - d];
          step += (double(h[i]) - h[i - d]) * (double(h[i]) - h[i - d]);
        }
        QVERIFY(std::abs(run.stateNorm[cell] - std::sqrt(norm)) < 1e-4);
        if (r == 0) {
          QVERIFY(std::isnan(run.stepNorm[cell]) && std::isnan(run.stepCosine[cell]));
        } else {
          QVERIFY(std::abs(run.stepNorm[cell] - std::sqrt(step)) < 1e-4);
          QVERIFY(std::abs(run.stepCosine[cell] - dot / std::sqrt(norm * before)) < 1e-5);
        }
      }
  }

  /// Tables of a batch lie in buffers that runs before it filled with something else.
  void aSecondRunIsThatOfANewModel() {
    const ModelConfig config = shape(128, 4, 2, 32, 192, 131, 4);
    RunRequest request;
    request.loops = 4;
    request.capture.layerNumbers = request.capture.attention = request.capture.hidden = true;
    const auto used = backend(config);
    for (const int length : {240, 150}) {  // at most twice what is wanted is taken
      request.prompt = tokens(length, config.vocabSize, length);
      request.generate = length == 150 ? 4 : 0;
      const Collector again = ran(*used, request);
      QVERIFY(sameRecords(again, ran(*backend(config), request)));
      QVERIFY(std::ranges::none_of(again.layerNorm, [](float x) { return std::isnan(x); }));
    }
  }

  /// Every number of the states after the layers, from the states themselves.
  void layerNumbersAreThoseOfTheStates() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(4, config.vocabSize);
    request.loops = 3;
    request.capture.layers = request.capture.similarity = true;
    request.capture.stateLayers = {1};
    const Collector run = ran(*model, request);
    const int n = 4, R = 3, L = model->spec().stages.core, d = config.hiddenSize;
    const auto sequence = model->createSequence(n, R);
    sequence->begin(request.prompt, true);
    for (int loop = 0; loop < R; ++loop) sequence->runLoop();
    const auto state = [&](int t, int loop, int layer) {
      std::vector<float> x(d);
      if (layer < 0)
        sequence->hidden(loop - 1, t, 1, x);
      else
        sequence->layerState(loop, layer, t, 1, x);
      return x;
    };
    const auto norm = [](const std::vector<float>& x) { return std::sqrt(dot(x, x)); };
    const auto cosine = [&](const std::vector<float>& a, const std::vector<float>& b) {
      return dot(a, b) / (norm(a) * norm(b));
    };
    const auto distance = [&](std::vector<float> a, const std::vector<float>& b) {
      for (int i = 0; i < d; ++i) a[i] -= b[i];
      return norm(a);
    };
    const auto close = [](float a, double b) { return std::abs(a - b) < 1e-4 * (1 + std::abs(b)); };
    for (int t = 0; t < n; ++t)
      for (int loop = 0; loop < R; ++loop)
        for (int layer = 0; layer < L; ++layer) {
          const int at = (t * R + loop) * L + layer;
          const auto x = state(t, loop, layer);
          QVERIFY(close(run.layerNorm[at], norm(x)));
          if (layer == 1)
            QVERIFY(std::ranges::equal(
                x, std::span(run.layerState).subspan((std::size_t{1} * t * R + loop) * d, d)));
          for (int other = 0; other < R * L; ++other)
            QVERIFY(close(run.similarity[(t * R * L + loop * L + layer) * R * L + other],
                          cosine(x, state(t, other / L, other % L))));
          QVERIFY(close(run.layerLastCosine[at], cosine(x, state(t, R - 1, layer))));
          if (loop + layer == 0) {
            QVERIFY(std::isnan(run.layerUpdate[at]) && std::isnan(run.layerCosine[at]));
          } else {
            const auto below = state(t, loop, layer - 1);
            QVERIFY(close(run.layerUpdate[at], distance(x, below)));
            QVERIFY(close(run.layerCosine[at], cosine(x, below)));
          }
          if (loop == 0) {
            QVERIFY(std::isnan(run.layerStepNorm[at]) && std::isnan(run.layerStepCosine[at]));
          } else {
            const auto before = state(t, loop - 1, layer);
            QVERIFY(close(run.layerStepNorm[at], distance(x, before)));
            QVERIFY(close(run.layerStepCosine[at], cosine(x, before)));
          }
          if (layer + 1 == L)
            QCOMPARE(run.layerKl[at], 0.0f);
          else
            QVERIFY(run.layerKl[at] > 0);
        }
  }

  void residualNormsAreThoseBeforeTheLoopNorm() {
    const auto config = shape();
    const auto model = backend(config);
    const int n = 5, d = config.hiddenSize;
    const auto sequence = model->createSequence(n, 3);
    sequence->begin(tokens(n, config.vocabSize), true);
    std::vector<float> norms(n), rows(static_cast<std::size_t>(n) * d);
    for (int loop = 0; loop < 3; ++loop) {
      sequence->runLoop();
      sequence->residualNorms(loop, norms);
      sequence->layerState(loop, model->spec().stages.core - 1, 0, n, rows);
      for (int t = 0; t < n; ++t) {
        double sum = 0;
        for (int i = 0; i < d; ++i) sum += double(rows[t * d + i]) * rows[t * d + i];
        QVERIFY(std::abs(norms[t] - std::sqrt(sum)) < 1e-5 * std::sqrt(sum));
      }
    }
  }

  void chunksThreadsAndDecodeGiveTheSameBits_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("precision");
    for (const std::string& path : cpuPaths())
      for (const bool bf16 : {false, true})
        QTest::addRow("%s %s", path.c_str(), bf16 ? "bf16" : "f32")
            << QString::fromStdString(path) << int(bf16 ? Precision::BF16 : Precision::F32);
  }

  void chunksThreadsAndDecodeGiveTheSameBits() {
    QFETCH(QString, path);
    QFETCH(int, precision);
    const UsePath use(path.toStdString());
    // Widths that are not multiples of a panel, a tile or a vector.
    const auto config = shape(51, 3, 3, 18, 77, 131);
    RunRequest request;
    request.prompt = tokens(65, config.vocabSize);
    request.loops = 4;
    request.capture.hidden = true;
    request.tracked = {3};
    Collector whole;
    Engine(*backend(config, Precision(precision), 1)).run(request, whole);
    for (const int chunk : {1, 7, 33, 64}) {
      request.chunk = chunk;
      Collector pieces;
      Engine(*backend(config, Precision(precision), 3)).run(request, pieces);
      QVERIFY(same(whole.hidden, pieces.hidden));
      QVERIFY(same(whole.entropy, pieces.entropy));
      QVERIFY(same(whole.kl, pieces.kl));
      QVERIFY(same(whole.topId, pieces.topId));
      QVERIFY(same(whole.rank, pieces.rank));
      QVERIFY(same(whole.trackedRank, pieces.trackedRank));
      QVERIFY(same(whole.gate, pieces.gate));
    }
  }

  void longContextsGiveTheSameBitsHoweverTheyAreSplit_data() {
    chunksThreadsAndDecodeGiveTheSameBits_data();
  }

  /// Attention works in segments of 512 positions. Many threads share the segments of one token out
  /// among them, one thread goes through blocks of 32 queries.
  void longContextsGiveTheSameBitsHoweverTheyAreSplit() {
    QFETCH(QString, path);
    QFETCH(int, precision);
    const UsePath use(path.toStdString());
    const auto config = shape(32, 2, 1, 16, 48, 67, 1);
    RunRequest request;
    request.prompt = tokens(1100, config.vocabSize);
    request.loops = 2;
    request.capture.hidden = true;
    Collector whole, pieces;
    Engine(*backend(config, Precision(precision), 1)).run(request, whole);
    request.chunk = 19;
    Engine(*backend(config, Precision(precision), 5)).run(request, pieces);
    QVERIFY(same(whole.hidden, pieces.hidden));
  }

  /// Values are read in steps of 32 positions: what a longer past left there must count nothing.
  void aShorterPastLeavesNothingBehind() {
    const auto config = shape();
    for (const std::string& path : cpuPaths()) {
      const UsePath use(path);
      const auto model = backend(config, Precision::BF16);
      const auto feed = [&](Sequence& s, const std::vector<std::int32_t>& ids) {
        s.begin(ids);
        for (int r = 0; r < 2; ++r) s.runLoop();
        std::vector<float> h(std::size_t(config.hiddenSize));
        s.hidden(1, int(ids.size()) - 1, 1, h);
        s.finish(KvPolicy::Full);
        return h;
      };
      const auto fresh = model->createSequence(200, 2), used = model->createSequence(200, 2);
      feed(*fresh, tokens(10, config.vocabSize));
      feed(*used, tokens(10, config.vocabSize));
      feed(*used, tokens(90, config.vocabSize, 5));
      used->truncate(10);
      const auto next = tokens(3, config.vocabSize, 9);
      QVERIFY(same(feed(*fresh, next), feed(*used, next)));
      QVERIFY(same(feed(*fresh->fork(), next), feed(*used->fork(), next)));
    }
  }

  void generatedTokensAreRecordedAsThePromptWouldBe() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(9, config.vocabSize);
    request.loops = 3;
    request.generate = 12;
    request.capture.hidden = true;
    Collector generated;
    Engine(*model).run(request, generated);
    QCOMPARE(int(generated.token.size()), 21);

    RunRequest replay;
    replay.prompt = generated.token;
    replay.loops = 3;
    replay.capture.hidden = true;
    Collector replayed;
    Engine(*model).run(replay, replayed);
    QVERIFY(same(generated.hidden, replayed.hidden));
    QVERIFY(same(generated.rank, replayed.rank));
    for (std::size_t t = 8; t < 20;
         ++t)  // greedy: the next token is the last loop's best candidate
      QCOMPARE(generated.topId[(t * 3 + 2) * 10], generated.token[t + 1]);
  }

  /// Loop r never depends on later loops: what makes the budget slider an exact replay.
  void fewerLoopsAreAPrefixOfMore() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(20, config.vocabSize);
    request.loops = 6;
    Collector six;
    Engine(*model).run(request, six);
    request.loops = 2;
    Collector two;
    Engine(*model).run(request, two);
    for (std::size_t t = 0; t < 20; ++t)
      for (std::size_t r = 0; r < 2; ++r) {
        QCOMPARE(two.gate[t * 2 + r], six.gate[t * 6 + r]);
        QCOMPARE(two.entropy[t * 2 + r], six.entropy[t * 6 + r]);
      }
  }

  void loopsAfterTheExitAreNotRun() {
    const auto config = shape();
    const auto model = backend(config);
    for (const KvPolicy policy : {KvPolicy::LastExited, KvPolicy::LatestAvailable}) {
      RunRequest request;
      request.prompt = tokens(6, config.vocabSize);
      request.loops = 4;
      request.generate = 10;
      request.exitThreshold = 0.3;
      request.kvPolicy = policy;
      Collector run;
      Engine(*model).run(request, run);
      int skipped = 0;
      for (std::size_t t = 0; t < run.token.size(); ++t) {
        if (t < 6) {
          QCOMPARE(run.loopsRun[t], 4);
          continue;
        }
        double survival = 1;
        int stop = 4;
        for (int r = 0; r < 4; ++r) {
          const float g = run.gate[t * 4 + std::size_t(r)];
          QCOMPARE(std::isnan(g), r >= run.loopsRun[t]);
          QCOMPARE(std::isnan(run.entropy[t * 4 + std::size_t(r)]), r >= run.loopsRun[t]);
          if (std::isnan(g)) {
            QCOMPARE(run.topId[(t * 4 + std::size_t(r)) * 10], -1);
            continue;
          }
          survival *= 1 - 1 / (1 + std::exp(-double(g)));
          if (1 - survival >= 0.3) stop = std::min(stop, r + 1);
        }
        QCOMPARE(run.loopsRun[t], stop);
        skipped += 4 - stop;
      }
      QVERIFY2(skipped > 0, "this model must skip loops at q = 0.3, or the test shows nothing");
    }
  }

  /// With q = 1 nothing is skipped, and last-exited-copy must then be the full policy to the bit.
  void policiesAgreeWhereNothingIsSkipped() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(6, config.vocabSize);
    request.loops = 3;
    request.generate = 8;
    request.capture.hidden = true;
    Collector full, copy, latest;
    Engine(*model).run(request, full);
    request.kvPolicy = KvPolicy::LastExited;
    Engine(*model).run(request, copy);
    QVERIFY(same(full.hidden, copy.hidden));
    // Attending to the deepest keys in shallow loops is another function: it must differ for
    // generated tokens only.
    request.kvPolicy = KvPolicy::LatestAvailable;
    Engine(*model).run(request, latest);
    const std::size_t prompt = 6 * 3 * std::size_t(config.hiddenSize);
    QVERIFY(std::equal(full.hidden.begin(), full.hidden.begin() + std::ptrdiff_t(prompt),
                       latest.hidden.begin()));
    QVERIFY(!std::equal(full.hidden.begin() + std::ptrdiff_t(prompt),
                        full.hidden.begin() + std::ptrdiff_t(prompt) + config.hiddenSize,
                        latest.hidden.begin() + std::ptrdiff_t(prompt)));
  }

  void forkAndTruncateContinueExactly() {
    const auto config = shape();
    const auto model = backend(config);
    const auto ids = tokens(12, config.vocabSize);
    const auto feed = [&](Sequence& s, int from, int to) {
      s.begin(std::span(ids).subspan(std::size_t(from), std::size_t(to - from)));
      for (int r = 0; r < 2; ++r) s.runLoop();
      std::vector<float> h(std::size_t(config.hiddenSize));
      s.hidden(1, to - from - 1, 1, h);
      s.finish(KvPolicy::Full);
      return h;
    };
    const auto straight = model->createSequence(20, 2);
    feed(*straight, 0, 8);
    const auto branch = straight->fork();
    const auto expected = feed(*straight, 8, 12);
    QVERIFY(same(feed(*branch, 8, 12), expected));
    straight->truncate(8);
    QCOMPARE(straight->length(), 8);
    QVERIFY(same(feed(*straight, 8, 12), expected));
  }

  void layerCaptureEndsInTheLoopState() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(5, config.vocabSize);
    request.loops = 2;
    request.capture.layers = true;
    Collector run;
    Engine(*model).run(request, run);
    QCOMPARE(int(run.layerEntropy.size()), 5 * 2 * config.layers);
    for (int loop = 0; loop < 2; ++loop)
      for (int t = 0; t < 5; ++t) {
        // The last layer through the final norm is the loop's own state.
        const int loopCell = t * 2 + loop, layerCell = loopCell * config.layers + config.layers - 1;
        QCOMPARE(run.layerEntropy[layerCell], run.entropy[loopCell]);
        QCOMPARE(run.layerTopId[layerCell * 10], run.topId[loopCell * 10]);
        QCOMPARE(std::isnan(run.layerUpdate[std::size_t((t * 2 + loop) * config.layers)]),
                 loop == 0);
      }
  }

  void everyPathAgreesWithThePortableOne_data() { chunksThreadsAndDecodeGiveTheSameBits_data(); }

  /// The difference of all states in the 2-norm: rounding only. Paths that round activations to
  /// bf16 are allowed what the tests against NumPy allow.
  void everyPathAgreesWithThePortableOne() {
    QFETCH(QString, path);
    QFETCH(int, precision);
    const auto config = shape(64, 4, 4, 16, 96, 300);
    RunRequest request;
    request.prompt = tokens(33, config.vocabSize);
    request.capture.hidden = true;
    Collector here, portable;
    {
      const UsePath use(path.toStdString());
      Engine(*backend(config, Precision(precision))).run(request, here);
    }
    const UsePath use("portable");
    const auto slow = backend(config, Precision(precision));
    QVERIFY(slow->device().find("portable") != std::string::npos);
    Engine(*slow).run(request, portable);
    double difference = 0, size = 0;
    for (std::size_t i = 0; i < here.hidden.size(); ++i) {
      const double a = double(here.hidden[i]), b = double(portable.hidden[i]);
      difference += (a - b) * (a - b);
      size += b * b;
    }
    const double error = std::sqrt(difference / size);
    QVERIFY2(error < (Precision(precision) == Precision::F32 ? 1e-5 : 1e-2),
             qPrintable(QString::number(error)));
  }

  void pathsAreChosenByName() {
    QVERIFY(!cpuPaths().empty());
    QCOMPARE(cpuPaths().back(), std::string("portable"));
    const UsePath use("vliw");
    QVERIFY_THROWS_EXCEPTION(Error, backend(shape()));
  }

  void cancelStopsBeforeTheNextLayer() {
    const auto config = shape(64, 4, 4, 16, 96, 300, 6);
    const auto model = backend(config);
    const auto sequence = model->createSequence(8, 4);
    sequence->begin(tokens(8, 300));
    sequence->runLoop();
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, sequence->runLoop(source.get_token()));
    QCOMPARE(sequence->length(), 0);

    RunRequest request;
    request.prompt = tokens(200, 300);
    request.chunk = 4;
    Collector run;
    std::stop_source during;
    run.also = [&](const LoopRecord& r) {
      if (r.first >= 40) during.request_stop();
    };
    QVERIFY_THROWS_EXCEPTION(Cancelled, Engine(*model).run(request, run, during.get_token()));
    QCOMPARE(int(run.token.size()), 44);  // the record that asked for the stop is the last
  }

  void samplingIsSeededAndKeepsToTheNucleus() {
    std::vector<float> logits{0, 2, 1, -5, 1.5f};
    QCOMPARE(Sampler({}).sample(logits), 1);
    Sampler a({1.0, 1.0, 42}), b({1.0, 1.0, 42});
    std::vector<int> counts(5);
    for (int i = 0; i < 4000; ++i) {
      const int x = a.sample(logits);
      QCOMPARE(b.sample(logits), x);
      ++counts[std::size_t(x)];
    }
    double total = 0;
    for (float z : logits) total += std::exp(double(z));
    for (std::size_t v = 0; v < 5; ++v)
      QVERIFY(std::abs(counts[v] / 4000.0 - std::exp(double(logits[v])) / total) < 0.03);
    Sampler narrow({1.0, 0.5, 1});
    for (int i = 0; i < 500; ++i) {
      const int x = narrow.sample(logits);
      QVERIFY(x == 1 || x == 4);
    }
    const std::vector<float> broken(4, std::numeric_limits<float>::quiet_NaN());
    QVERIFY_THROWS_EXCEPTION(Error, Sampler({}).sample(broken));
    QVERIFY_THROWS_EXCEPTION(Error, Sampler({-1.0, 1.0, 0}));
    QVERIFY_THROWS_EXCEPTION(Error, Sampler({1.0, 0.0, 0}));
  }

  void badRequestsAreRefusedInWords() {
    const auto config = shape();
    const auto model = backend(config);
    Engine engine(*model);
    Collector run;
    const auto refused = [&](const std::function<void(RunRequest&)>& spoil, const char* phrase) {
      RunRequest request;
      request.prompt = {1, 2, 3};
      spoil(request);
      try {
        engine.run(request, run);
      } catch (const Error& error) {
        return std::string(error.what()).find(phrase) != std::string::npos;
      }
      return false;
    };
    QVERIFY(refused([](RunRequest& r) { r.prompt.clear(); }, "empty"));
    QVERIFY(refused([](RunRequest& r) { r.prompt = {131}; }, "0 to 130"));
    QVERIFY(refused([](RunRequest& r) { r.prompt = {-1}; }, "vocabulary"));
    QVERIFY(refused([](RunRequest& r) { r.loops = 1025; }, "1 to 1024"));
    QVERIFY(refused([](RunRequest& r) { r.loops = -1; }, "1 to 1024"));
    QVERIFY(refused([](RunRequest& r) { r.topK = 0; }, "top-k"));
    QVERIFY(refused([](RunRequest& r) { r.generate = -1; }, "negative"));
    QVERIFY(refused([](RunRequest& r) { r.exitThreshold = std::nan(""); }, "threshold"));
    QVERIFY(refused([](RunRequest& r) { r.tracked = {500}; }, "500"));
    QVERIFY(refused(
        [](RunRequest& r) {
          r.generate = 2000000000;
          r.loops = 64;
        },
        "free"));
    QVERIFY(run.token.empty());
  }

  void memoryIsPlannedInNumbers() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request;
    request.prompt = tokens(10, config.vocabSize);
    request.loops = 4;
    const MemoryPlan plan = Engine(*model).plan(request);
    // loops x layers x kvHeads x (a key of 12 in steps of 32 + a value of 12 in panels of 32) x 4
    // bytes x tokens
    QCOMPARE(plan.kvCache, std::uint64_t(4 * 2 * 2 * (32 + 32) * 4 * 10));
    QVERIFY(plan.trace > 0 && plan.scratch > 0 && plan.weights > 0);
    QCOMPARE(formatBytes(3 * 1024 * 1024 / 2), std::string("1.5 MiB"));
    QVERIFY(availableMemory() > 0);
    QVERIFY_THROWS_EXCEPTION(Error, requireMemory(std::uint64_t{1} << 60, "A test"));
  }

  void nanWeightsGiveNanAndNoCrash() {
    struct Poisoned : ModelWeights {
      std::unique_ptr<ModelWeights> base;
      void readRows(std::string_view name, std::int64_t first, std::int64_t rows,
                    std::span<float> out) const override {
        base->readRows(name, first, rows, out);
        if (name == "model.norm.weight") out[3] = std::numeric_limits<float>::quiet_NaN();
      }
      bool storedAsBf16() const override { return true; }
      std::uint64_t storedBytes() const override { return base->storedBytes(); }
    } weights;
    const auto config = shape();
    const ModelSpec spec = ouroSpec(config);
    weights.base = ModelWeights::random(spec, 1);
    const auto model = loadCpuBackend(spec, weights);
    RunRequest request;
    request.prompt = tokens(4, config.vocabSize);
    request.loops = 3;
    request.capture.attention = true;
    Collector run;
    Engine(*model).run(request, run);
    QVERIFY(std::isnan(run.entropy[0]) && std::isnan(run.gate[0]));
    // The first loop begins with sound states. After it no head has weights: its numbers say
    // nothing, which is neither "spread evenly" nor "all on one".
    const std::size_t ofLoop = product(spec.stages.core, spec.heads);
    for (const auto* numbers : {&run.attentionSink, &run.attentionColumns, &run.attentionEntropy}) {
      QCOMPARE(numbers->size(), 4 * 3 * ofLoop);
      for (std::size_t i = 0; i < numbers->size(); ++i)
        QCOMPARE(std::isnan((*numbers)[i]), i % (3 * ofLoop) >= ofLoop);
    }
    request.generate = 1;
    QVERIFY_THROWS_EXCEPTION(Error, Engine(*model).run(request, run));
  }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
