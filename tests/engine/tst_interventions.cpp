// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/engine/Intervene.h"
#include "core/support/Error.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

constexpr int kLoops = 4, kPrompt = 9;

RunRequest request(const ModelConfig& config, int generate = 0) {
  RunRequest r;
  r.prompt = tokens(kPrompt, config.vocabSize);
  r.loops = kLoops;
  r.generate = generate;
  r.topK = 5;
  r.tracked = {3, 7};
  r.capture.hidden = r.capture.layers = true;
  return r;
}

std::shared_ptr<SourceStates> vectorOf(int width) {
  SourceStates s;
  for (int i = 0; i < width; ++i) s.values.push_back(1 + 0.25f * std::sin(1.7f * i));
  return std::make_shared<SourceStates>(std::move(s));
}

/// Interventions by their texts; those that name a file get `source`.
std::vector<AppliedIntervention> applied(std::initializer_list<const char*> specs,
                                         std::shared_ptr<const SourceStates> source = nullptr) {
  std::vector<AppliedIntervention> list;
  for (const char* spec : specs) {
    const Intervention what = interventionOf(spec);
    list.push_back({what, what.hasSource() ? source : nullptr});
  }
  return list;
}

/// State of a token after a loop, both from 0.
std::vector<float> state(const Collector& run, int token, int loop, int width) {
  const auto at = run.hidden.begin() + std::ptrdiff_t{token * kLoops + loop} * width;
  return {at, at + width};
}

const std::initializer_list<const char*> kEveryKind[] = {
    {"scale,loop=2,layer=1,tokens=3-,by=0.5"},
    {"add,loop=1,tokens=2+5-7,by=-2,file=v"},
    {"remove,loop=all,layer=all,file=v"},
    {"noise,loop=2-3,by=0.3,seed=9"},
    {"replace,loop=2,layer=2,tokens=5-,from=3"},
    {"replace,loop=3-4,tokens=2-,from-loop=1"},
    {"replace,loop=2,layer=1,tokens=4,file=v"},
    {"skip-loop,loop=2,tokens=3-6"},
    {"skip-loop,loop=1"},
    {"repeat-loop,loop=2,tokens=2-7,times=2"},
    {"skip-layer,loop=all,layer=2"},
    {"skip-layer,loop=3,layer=1-2,tokens=1-4"},
    {"noise,loop=2,layer=1,by=0.1", "replace,loop=2,layer=1,tokens=4-,from=4",
     "repeat-loop,loop=2,tokens=5-", "skip-layer,loop=2,layer=2,tokens=6", "scale,loop=2,by=1.5"},
};

}  // namespace

class TestInterventions : public QObject {
  Q_OBJECT

 private slots:
  void textsAreReadAndWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* text, const char* written) {
      QTest::newRow(text) << text << (*written ? written : text);
    };
    row("scale,loop=2,layer=3,tokens=1-4,by=0.5", "");
    row("scale,loop=all,by=1", "");
    row("scale,layer=end,by=-1e-3,loop=1-", "scale,loop=all,by=-0.001");
    row("add,loop=1-3,file=a,b.safetensors", "");
    row("add,loop=2-,by=4,file=dir/v.safetensors,tensor=x,sha256=ab", "");
    row("remove,loop=1,tokens=all,file=f", "remove,loop=1,file=f");
    row("noise,loop=1,tokens=2+4-6+9-,by=0.25,seed=18446744073709551615", "");
    row("replace,loop=3,tokens=2-,from=1,from-loop=2", "");
    row("replace,loop=3,trace=t.trace.safetensors", "");
    row("skip-loop,loop=2", "");
    row("repeat-loop,loop=2,tokens=5,times=3", "");
    row("skip-layer,loop=all,layer=all", "");
  }
  void textsAreReadAndWritten() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    const Intervention what = interventionOf(text.toStdString());
    QCOMPARE(QString::fromStdString(interventionText(what)), written);
    QVERIFY(interventionOf(interventionText(what)) == what);
  }

  void wrongTextsAreRefusedInOneSentence_data() {
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, const char* says) { QTest::newRow(text) << says; };
    row("", "begins with no kind");
    row("turn,loop=1", "begins with no kind");
    row("scale,loop=1", "needs by=");
    row("scale,by=2", "needs loop=");
    row("scale,loop=0,by=2", "counted from 1");
    row("scale,loop=3-2,by=2", "counted from 1");
    row("scale,loop=2000,by=2", "counted from 1");
    row("scale,loop=1,by=nan", "takes a number");
    row("scale,loop=1,by=2x", "takes a number");
    row("scale,loop=1,loop=2,by=1", "twice");
    row("scale,2,loop=1,by=1", "KEY=VALUE");
    row("scale,loop=1,by=1,file=v", "the key 'file'");
    row("scale,loop=1,tokens=1+,by=1", "counted from 1");
    row("add,loop=1", "needs file=");
    row("add,loop=1,file=", "needs a value");
    row("skip-layer,loop=1", "needs layer=");
    row("skip-layer,loop=1,layer=end", "the end of a loop is none");
    row("repeat-loop,loop=1,times=0", "whole number");
    row("replace,loop=1", "by nothing");
    row("replace,loop=1,trace=a,file=b", "one of them");
    row("replace,loop=1,file=b,from=2", "takes a vector");
    row("replace,loop=1,layer=1,trace=a", "ends of loops");
    row("replace,loop=1,from=1,tensor=x", "tensor of no file");
    row("noise,loop=1,by=1,seed=-1", "whole number");
  }
  void wrongTextsAreRefusedInOneSentence() {
    QFETCH(QString, says);
    const std::string said = fixture::refusal([] { interventionOf(QTest::currentDataTag()); });
    QVERIFY2(
        fixture::isRefused([&] { interventionOf(QTest::currentDataTag()); }, says.toStdString()),
        said.c_str());
  }

  void whatTheRunDoesNotHaveIsRefused() {
    const auto config = shape();
    const auto model = backend(config);
    const auto refused = [&](const char* spec, const char* says) {
      RunRequest r = request(config, 2);
      r.interventions = applied({spec}, vectorOf(config.hiddenSize));
      Collector run;
      return fixture::isRefused([&] { Engine(*model).run(r, run); }, says) && run.token.empty();
    };
    QVERIFY(refused("scale,loop=5,by=2", "is of loop 5, of which there are 4"));
    QVERIFY(refused("scale,loop=2-5,by=2", "is of loop 5, of which there are 4"));
    QVERIFY(refused("skip-layer,loop=1,layer=3", "is of layer 3, of which there are 2"));
    QVERIFY(refused("scale,loop=1,tokens=12,by=2", "is of token 12, of which there are 11"));
    QVERIFY(refused("replace,loop=1,from=3", "which comes before it"));
    QVERIFY(refused("replace,loop=1,from-loop=2", "which comes before it"));
  }

  void whatChangesNothingChangesNoBit_data() {
    QTest::addColumn<int>("precision");
    QTest::newRow("f32") << int(Precision::F32);
    QTest::newRow("bf16") << int(Precision::BF16);
  }
  void whatChangesNothingChangesNoBit() {
    QFETCH(int, precision);
    const auto config = shape();
    const auto model = backend(config, Precision(precision));
    RunRequest r = request(config, 3);
    const Collector plain = ran(*model, r);
    for (const char* spec :
         {"scale,loop=all,layer=all,by=1", "scale,loop=2,by=1", "add,loop=2,layer=1,by=0,file=v",
          "remove,loop=all,by=0,file=v", "noise,loop=3,layer=2,by=0",
          "replace,loop=2,tokens=4,from=4", "replace,loop=all,layer=all,tokens=3,from=3",
          "replace,loop=3,from-loop=3", "replace,loop=1,layer=2,from-loop=1"}) {
      r.interventions = applied({spec}, vectorOf(config.hiddenSize));
      QVERIFY2(sameRecords(ran(*model, r), plain), spec);
    }
  }

  void aPatchFromTheRunItselfChangesNoBit() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest r = request(config);
    const Collector plain = ran(*model, r);
    const auto own = std::make_shared<SourceStates>(SourceStates{kPrompt, kLoops, plain.hidden});
    for (const char* spec : {"replace,loop=all,trace=t", "replace,loop=2,tokens=3-5,trace=t",
                             "replace,loop=3,tokens=4,trace=t,from=4,from-loop=3"}) {
      r.interventions = applied({spec}, own);
      QVERIFY2(sameRecords(ran(*model, r), plain), spec);
    }
    r.interventions = applied({"replace,loop=2,tokens=3,trace=t,from=1,from-loop=4"}, own);
    const Collector patched = ran(*model, r);
    QVERIFY(state(patched, 2, 1, config.hiddenSize) == state(plain, 0, 3, config.hiddenSize));
    // What comes before is as it was, what comes after is not.
    QVERIFY(state(patched, 2, 0, config.hiddenSize) == state(plain, 2, 0, config.hiddenSize));
    QVERIFY(state(patched, 1, 3, config.hiddenSize) == state(plain, 1, 3, config.hiddenSize));
    QVERIFY(state(patched, 2, 2, config.hiddenSize) != state(plain, 2, 2, config.hiddenSize));
    QVERIFY(state(patched, 3, 1, config.hiddenSize) == state(plain, 3, 1, config.hiddenSize));
    QVERIFY(state(patched, 3, 2, config.hiddenSize) != state(plain, 3, 2, config.hiddenSize));
  }

  void statesThatATraceDoesNotHaveAreRefused() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest r = request(config);
    auto states = std::make_shared<SourceStates>(
        SourceStates{kPrompt, kLoops, std::vector<float>(kPrompt * kLoops * config.hiddenSize, 1)});
    states->values[std::size_t(2 * kLoops + 1) * config.hiddenSize] = NAN;  // it ran one loop
    const auto refused = [&](const char* spec) {
      r.interventions = applied({spec}, states);
      return fixture::isRefused([&] { ran(*model, r); }, "which the trace does not have");
    };
    QVERIFY(refused("replace,loop=2,trace=t"));
    QVERIFY(refused("replace,loop=2,tokens=3,trace=t"));
    QVERIFY(refused("replace,loop=2,tokens=3,trace=t,from=10"));
    r.interventions = applied({"replace,loop=2,tokens=4-,trace=t"}, states);
    QCOMPARE(fixture::refusal([&] { ran(*model, r); }), std::string());
    r.generate = 1;
    QVERIFY(refused("replace,loop=1,tokens=8-,trace=t"));
  }

  /// The loops of one model are alike, so a run that skips one is a run with one loop less.
  void aSkippedLoopIsAShorterRun() {
    const auto config = shape();
    const auto model = backend(config);
    const int d = config.hiddenSize;
    RunRequest shorter = request(config);
    shorter.loops = kLoops - 1;
    const Collector three = ran(*model, shorter);
    for (int skipped = 1; skipped < kLoops; ++skipped) {
      RunRequest r = request(config);
      r.interventions = applied({("skip-loop,loop=" + std::to_string(skipped + 1)).c_str()});
      const Collector run = ran(*model, r);
      for (int t = 0; t < kPrompt; ++t)
        for (int loop = 0; loop < kLoops; ++loop) {
          const int same = loop < skipped ? loop : loop - 1;
          const auto at = three.hidden.begin() + std::ptrdiff_t{t * (kLoops - 1) + same} * d;
          QVERIFY(state(run, t, loop, d) == std::vector<float>(at, at + d));
          QCOMPARE(run.gate[t * kLoops + loop], three.gate[t * (kLoops - 1) + same]);
          QCOMPARE(run.entropy[t * kLoops + loop], three.entropy[t * (kLoops - 1) + same]);
        }
    }
  }

  /// A model whose later loops attend to the keys and values of its first one runs its loops as
  /// another one repeats its only loop.
  void aRepeatedLoopIsARunWithSharedKeys() {
    const auto config = shape();
    const int d = config.hiddenSize;
    ModelSpec sharing = ouroSpec(config);
    sharing.sharedLoopKv = true;
    RunRequest r = request(config);
    const Collector shared = ran(*load(sharing), r);
    RunRequest one = r;
    one.loops = 1;
    one.interventions = applied({"repeat-loop,loop=1,times=3"});
    const Collector repeated = ran(*backend(config), one);
    for (int t = 0; t < kPrompt; ++t) {
      const auto at = repeated.hidden.begin() + std::ptrdiff_t{t} * d;
      QVERIFY(std::vector<float>(at, at + d) == state(shared, t, kLoops - 1, d));
      QCOMPARE(repeated.gate[t], shared.gate[t * kLoops + kLoops - 1]);
      QCOMPARE(repeated.residualNorm[t], shared.residualNorm[t * kLoops + kLoops - 1]);
    }
  }

  void onlyTheTokensThatRepeatAreRepeated() {
    const auto config = shape();
    const auto model = backend(config);
    const int d = config.hiddenSize, last = kPrompt - 1;
    RunRequest r = request(config);
    const Collector plain = ran(*model, r);
    r.interventions = applied({("repeat-loop,loop=2,tokens=" + std::to_string(kPrompt)).c_str()});
    const Collector repeated = ran(*model, r);
    const std::size_t before = std::size_t(last) * kLoops;
    const std::size_t layers = before * config.layers;
    QCOMPARE(firstDifference(repeated.hidden, plain.hidden, kLoops * d), last);
    QVERIFY(std::equal(plain.residualNorm.begin(), plain.residualNorm.begin() + before + 1,
                       repeated.residualNorm.begin()));
    QVERIFY(std::equal(plain.layerEntropy.begin(), plain.layerEntropy.begin() + layers,
                       repeated.layerEntropy.begin()));
    QVERIFY(state(repeated, last, 0, d) == state(plain, last, 0, d));
    QVERIFY(state(repeated, last, 1, d) != state(plain, last, 1, d));
  }

  void chunksDraftsAndDecodeGiveTheSameBits() {
    const auto config = shape();
    const auto model = backend(config);
    for (const auto& specs : kEveryKind) {
      RunRequest r = request(config, 3);
      r.interventions = applied(specs, vectorOf(config.hiddenSize));
      const Collector whole = ran(*model, r);
      RunRequest plain = r;
      plain.interventions.clear();
      QVERIFY2(!same(ran(*model, plain).hidden, whole.hidden), *specs.begin());
      for (const int chunk : {1, 2, 4}) {
        r.chunk = chunk;
        QVERIFY2(sameRecords(ran(*model, r), whole), *specs.begin());
      }
      r.chunk = 0;
      r.speculation = {2, 2};
      const Collector drafted = ran(*model, r);
      QVERIFY2(sameRecords(drafted, whole), *specs.begin());
    }
  }

  /// What follows attends to the changed states: a run of the whole text says the same of its last
  /// tokens as one that drew them.
  void keysAndValuesFollowFromTheChangedStates() {
    const auto config = shape();
    const auto model = backend(config);
    for (const auto& specs : kEveryKind) {
      RunRequest r = request(config, 4);
      r.interventions = applied(specs, vectorOf(config.hiddenSize));
      const Collector drawn = ran(*model, r);
      RunRequest again = r;
      again.prompt = drawn.token;
      again.generate = 0;
      const Collector known = ran(*model, again);
      QVERIFY2(same(known.hidden, drawn.hidden) && same(known.gate, drawn.gate) &&
                   same(known.topId, drawn.topId),
               *specs.begin());
    }
  }

  void aKeptSequenceIsNotThatOfAnotherRun() {
    const auto config = shape();
    const auto model = backend(config);
    RunRequest r = request(config, 2);
    const Collector plain = ran(*model, r);
    KeptSequence kept;
    RunHooks hooks;
    hooks.kept = &kept;
    Collector first, second;
    RunRequest changed = r;
    changed.interventions = applied({"scale,loop=1,by=3"});
    Engine(*model).run(changed, first, hooks);
    QVERIFY(!kept.sequence);
    r.known = kPrompt - 1;
    r.depths.assign(kPrompt, {kLoops, KvPolicy::Full});
    Engine(*model).run(r, second, hooks);
    const std::size_t row = std::size_t(kLoops) * config.hiddenSize;
    QVERIFY(std::equal(second.hidden.begin(), second.hidden.end(),
                       plain.hidden.begin() + std::ptrdiff_t((kPrompt - 1) * row)));
    QVERIFY(kept.sequence);
  }
};

QTEST_GUILESS_MAIN(TestInterventions)
#include "tst_interventions.moc"
