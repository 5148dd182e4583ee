// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/RunReading.h"
#include "core/engine/Loop.h"
#include "core/record/ExitRule.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

/// Writes down what it is told: one line per call, and the states after every loop.
struct Witness : LoopHooks {
  struct Call {
    bool after;
    int loop, rows, position, loopsRun;
    bool operator==(const Call&) const = default;
  };
  std::vector<Call> calls;
  /// [position] -> the rows of its last batch, [loop][d], and their gates
  std::vector<std::vector<float>> states, gates;

  void beforeLoop(const StateAccess& rows) override { note(false, rows); }
  void afterLoop(const StateAccess& rows) override {
    note(true, rows);
    const std::size_t d = rows.width();
    const std::vector<float> gate = rows.gateLogits(rows.loop());
    std::vector<float> all(rows.rows() * d);
    rows.states(rows.loop(), 0, rows.rows(), all);
    for (int row = 0; row < rows.rows(); ++row) {
      const std::size_t position = rows.position(row);
      if (states.size() <= position) states.resize(position + 1), gates.resize(position + 1);
      if (rows.loop() == 0) states[position].clear(), gates[position].clear();
      states[position].insert(states[position].end(), all.begin() + row * d,
                              all.begin() + (row + 1) * d);
      gates[position].push_back(gate[row]);
    }
  }

 private:
  void note(bool after, const StateAccess& rows) {
    calls.push_back({after, rows.loop(), rows.rows(), rows.position(0), rows.loopsRun()});
  }
};

RunRequest prompt(const ModelConfig& config, int length, int generate) {
  RunRequest request;
  request.prompt = tokens(length, config.vocabSize);
  request.loops = 4;
  request.generate = generate;
  request.capture.hidden = true;
  return request;
}

/// Both calls around each of `loops` loops of one batch.
void expectBatch(std::vector<Witness::Call>& expected, int rows, int position, int loops) {
  for (int loop = 0; loop < loops; ++loop) {
    expected.push_back({false, loop, rows, position, loop});
    expected.push_back({true, loop, rows, position, loop + 1});
  }
}

}  // namespace

class TestLoop : public QObject {
  Q_OBJECT

 private slots:
  void hooksSeeEveryLoopOfEveryBatch() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request = prompt(config, 6, 3);
    request.chunk = 4;
    request.budget = 2;
    request.kvPolicy = KvPolicy::LastExited;  // loops after the exit are not run
    Collector run;
    Witness witness;
    RunHooks hooks;
    hooks.loops = &witness;
    Engine(*model).run(request, run, hooks);

    std::vector<Witness::Call> expected;
    expectBatch(expected, 4, 0, 4);
    expectBatch(expected, 2, 4, 4);
    for (int t = 6; t < 9; ++t) expectBatch(expected, 1, t, 2);
    QCOMPARE(witness.calls.size(), expected.size());
    QVERIFY(witness.calls == expected);

    const std::size_t d = config.hiddenSize;
    for (std::size_t t = 0; t < 9; ++t)
      for (std::size_t r = 0; r < std::size_t(run.loopsRun[t]); ++r) {
        QCOMPARE(witness.gates[t][r], run.gate[t * 4 + r]);
        for (std::size_t i = 0; i < d; ++i)
          QCOMPARE(witness.states[t][r * d + i], run.hidden[(t * 4 + r) * d + i]);
      }
  }

  void hooksSeeDraftsAndWhatVerifiesThem() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest request = prompt(config, 5, 8);
    request.speculation = {2, 3};
    Collector plain, watched;
    Engine(*model).run(request, plain);
    Witness witness;
    RunHooks hooks;
    hooks.loops = &witness;
    const RunSummary summary = Engine(*model).run(request, watched, hooks);
    QVERIFY(same(plain.hidden, watched.hidden) && same(plain.token, watched.token));

    std::vector<Witness::Call> first;
    expectBatch(first, 5, 0, 4);
    for (int draft = 0; draft < 3; ++draft) expectBatch(first, 1, 5 + draft, 2);
    expectBatch(first, 4, 5, 4);
    QVERIFY(witness.calls.size() > first.size());
    QVERIFY(std::equal(first.begin(), first.end(), witness.calls.begin()));
    const auto drafts =
        std::count_if(witness.calls.begin(), witness.calls.end(),
                      [](const Witness::Call& c) { return c.after && c.loop == 1 && c.rows == 1; });
    QVERIFY(drafts >= summary.drafted);
  }

  void aBatchEndsWhereItHasEnough() {
    const auto config = shape();
    const auto model = backend(config);
    const auto sequence = model->createSequence(8, 4);
    const auto ids = tokens(3, config.vocabSize);
    sequence->begin(ids);
    QCOMPARE(advance(*sequence, 3, {4, [](int loop) { return loop == 1; }}), 2);
    QCOMPARE(sequence->loopsRun(), 2);
    sequence->finish(KvPolicy::LastExited);
    sequence->begin(ids);
    QCOMPARE(advance(*sequence, 3, {3}), 3);
    QCOMPARE(sequence->loopsRun(), 3);
  }

  void hooksReadOnlyWhatIsThere() {
    const auto config = shape();
    const auto model = backend(config);
    const auto sequence = model->createSequence(8, 4);
    sequence->begin(tokens(3, config.vocabSize));
    struct Trespasser : LoopHooks {
      int refused = 0;
      void read(const StateAccess& rows, int loop, int first, int count, std::size_t size) {
        std::vector<float> out(size);
        try {
          rows.states(loop, first, count, out);
        } catch (const std::logic_error&) {
          ++refused;
        }
      }
      void beforeLoop(const StateAccess& rows) override {
        const std::size_t d = rows.width();
        read(rows, rows.loop(), 0, 1, d);  // has not run yet
      }
      void afterLoop(const StateAccess& rows) override {
        const std::size_t d = rows.width();
        read(rows, rows.loop() + 1, 0, 1, d);
        read(rows, -1, 0, 1, d);
        read(rows, 0, 2, 2, 2 * d);
        read(rows, 0, -1, 1, d);
        read(rows, 0, 0, 3, 2 * d);
        read(rows, rows.loop(), 0, 3, 3 * d);  // allowed
      }
    } trespasser;
    advance(*sequence, 3, {2}, &trespasser);
    QCOMPARE(trespasser.refused, 2 * 6);
  }

  /// The engine's rule, the analysis of a whole row, its tables and the reading of a run agree.
  void oneExitRule() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float inf = std::numeric_limits<float>::infinity();
    std::vector<std::vector<float>> rows{{0, 0, 0, 0},      {nan, 1, 1, 1},      {1, nan, 5, 5},
                                         {-inf, inf, 0, 0}, {-40, -40, -40, 40}, {3}};
    std::uint32_t x = 1;
    for (int n = 0; n < 200; ++n) {
      rows.emplace_back();
      for (int r = 0; r < 1 + n % 6; ++r) {
        x = x * 1664525u + 1013904223u;
        rows.back().push_back(float(x >> 8) / float(1 << 22) - 2);
      }
    }
    for (const auto& gates : rows)
      for (const double q : {-1.0, 0.0, 0.3, 0.5, 0.75, 0.9, 0.999, 1.0, 2.0, double(nan)}) {
        // By hand: the first loop whose CDF reaches q, the last one where none does.
        int expected = int(gates.size()) - 1;
        double survival = 1;
        for (int r = 0; r + 1 < int(gates.size()) && q < 1; ++r) {
          survival *= 1 - 1 / (1 + std::exp(-double(gates[r])));
          if (1 - survival >= q) {
            expected = r;
            break;
          }
        }
        QCOMPARE(exitLoop(gates, q), expected);
        QCOMPARE(readToken(gates, q).loop, expected);
        ExitRule rule(q);
        int told = 0;
        while (told + 1 < int(gates.size()) && !rule.stops(gates[told])) ++told;
        QCOMPARE(told, expected);
      }
  }
};

QTEST_GUILESS_MAIN(TestLoop)
#include "tst_loop.moc"
