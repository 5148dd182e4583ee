// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/model/SafetensorsFile.h"
#include "core/support/Error.h"
#include "core/trace/Trace.h"
#include "core/trace/TraceFingerprint.h"
#include "core/trace/TraceMetadata.h"
#include "core/trace/TraceRecorder.h"
#include "tests/support/EngineFixtures.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/TestFiles.h"

using namespace ouroscope;
using test::bytesOf;
using test::refusal;

namespace {

/// Bitwise, so that NaN equals NaN.
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

}  // namespace

class TestTrace : public QObject {
  Q_OBJECT

 private slots:
  void everyColumnSurvivesTheFile_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("all captured") << 0;
    QTest::newRow("nothing captured, no other gates, nothing tracked") << 1;
    QTest::newRow("skipped loops") << 2;
    QTest::newRow("one token, one loop") << 3;
  }

  void everyColumnSurvivesTheFile() {
    QFETCH(int, kind);
    test::SyntheticOptions o;
    if (kind == 0)
      o.captureHidden = o.captureLogits = o.captureLayers = o.captureSimilarity =
          o.captureAttention = o.keepStates = true;
    if (kind == 1) o.otherGates = o.tracked = 0;
    if (kind == 2) o.promptTokens = 5, o.skipLoops = true, o.captureHidden = true;
    if (kind == 3) o.tokens = o.loops = 1;
    const TracePtr written = test::syntheticTrace(o);
    QTemporaryDir folder;
    const QString path = folder.filePath("t.trace.safetensors");
    writeTrace(*written, path.toStdString());
    const TracePtr read = readTrace(path.toStdString());

    const RecordColumns &a = written->whole(), &b = read->whole();
    QVERIFY(same(a.tokenId, b.tokenId) && same(a.loopsRun, b.loopsRun) &&
            same(a.gateLogit, b.gateLogit) && same(a.otherGateLogit, b.otherGateLogit));
    QVERIFY(same(a.entropy, b.entropy) && same(a.logprob, b.logprob) && same(a.kl, b.kl) &&
            same(a.rank, b.rank));
    QVERIFY(same(a.topkId, b.topkId) && same(a.topkLogprob, b.topkLogprob) &&
            same(a.trackedLogprob, b.trackedLogprob) && same(a.trackedRank, b.trackedRank));
    QVERIFY(same(a.stateNorm, b.stateNorm) && same(a.stepNorm, b.stepNorm) &&
            same(a.stepCosine, b.stepCosine));
    QVERIFY(same(a.logits, b.logits) && same(a.layerTopkId, b.layerTopkId) &&
            same(a.layerTopkLogprob, b.layerTopkLogprob));
    QVERIFY(same(a.layerEntropy, b.layerEntropy) && same(a.layerLogprob, b.layerLogprob) &&
            same(a.layerRank, b.layerRank) && same(a.layerUpdateNorm, b.layerUpdateNorm));
    QVERIFY(same(a.klStep, b.klStep) && same(a.jsStep, b.jsStep) &&
            same(a.similarity, b.similarity) && same(a.layerKl, b.layerKl));
    QVERIFY(same(a.layerNorm, b.layerNorm) && same(a.layerCosine, b.layerCosine) &&
            same(a.layerStepNorm, b.layerStepNorm) && same(a.layerStepCosine, b.layerStepCosine) &&
            same(a.layerLastCosine, b.layerLastCosine));
    QCOMPARE(a.hidden.size(), b.hidden.size());
    for (std::size_t i = 0; i < a.hidden.size(); ++i)
      QVERIFY(a.hidden[i] == b.hidden[i] || (std::isnan(a.hidden[i]) && std::isnan(b.hidden[i])));
    QVERIFY(same(a.layerState, b.layerState));
    QCOMPARE(written->info().captured, read->info().captured);
    QCOMPARE(a.tokenBytes, b.tokenBytes);  // half characters among them
    QCOMPARE(a.wordBytes, b.wordBytes);
    const TraceInfo &i = written->info(), &j = read->info();
    QCOMPARE(i.modelName, j.modelName);
    QCOMPARE(i.weightsSha256, j.weightsSha256);
    QCOMPARE(i.promptTokens, j.promptTokens);
    QCOMPARE(i.otherGates, j.otherGates);
    QCOMPARE(i.tracked, j.tracked);
    QVERIFY(i.captured == j.captured && i.sampling == j.sampling);
    QCOMPARE(i.kvPolicy, j.kvPolicy);
    QCOMPARE(read->loops(), written->loops());
    QCOMPARE(read->topK(), written->topK());

    writeTrace(*read, (path + "2").toStdString());
    QCOMPARE(bytesOf(path + "2"), bytesOf(path));  // saved again, it is the same file
  }

  void hiddenIsStoredAsItWasComputed() {
    test::SyntheticOptions o;
    o.captureHidden = true;
    const TracePtr trace = test::syntheticTrace(o);
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(*trace, path);
    QCOMPARE(SafetensorsFile::open(path).find("hidden")->dtype, DType::BF16);
    TraceInfo info = trace->info();
    info.dtype = "f32";
    writeTrace(Trace(info, trace->whole(), trace->loops(), trace->topK()), path);
    QCOMPARE(SafetensorsFile::open(path).find("hidden")->dtype, DType::F32);
  }

  /// States are rounded once, when they are recorded: a trace in memory is the trace in its file.
  void statesOfABf16RunAreRoundedInTheRecorder() {
    for (const bool bf16 : {true, false}) {
      TraceInfo info = test::syntheticTrace()->info();
      info.dtype = bf16 ? "bf16, int8 weights" : "f32";
      info.otherGates.clear();
      info.tracked.clear();
      info.promptTokens = 1;
      info.captured = {.hidden = true};
      RecordColumns c;
      c.tokenId = {5};
      c.loopsRun = {1};
      for (auto* column : {&c.gateLogit, &c.entropy, &c.logprob, &c.kl, &c.stateNorm, &c.stepNorm,
                           &c.stepCosine, &c.topkLogprob})
        *column = {0.1f};
      c.rank = {-1};
      c.topkId = {5};
      c.hidden = std::vector<float>(info.hiddenSize, 0.1f);
      const test::NoWords words(info.vocabSize);  // the recorder asks it later
      TraceRecorder recorder(info, words, 1, 1, 1);
      recorder.onRecord({0, 1, 1, c});
      const TracePtr live = recorder.take();
      QCOMPARE(live->hidden().front() == 0.1f, !bf16);
      QTemporaryDir folder;
      const auto path = folder.filePath("t").toStdString();
      writeTrace(*live, path);
      const TracePtr read = readTrace(path);
      QVERIFY(same(read->hidden(), live->hidden()));
      QCOMPARE(traceFingerprint(*read), traceFingerprint(*live));
    }
  }

  /// The fingerprint stands for every column and text, in memory as in the file.
  void fingerprintSeesEveryColumn() {
    test::SyntheticOptions o;
    o.captureHidden = o.captureLogits = o.captureLayers = o.captureSimilarity = o.captureAttention =
        o.keepStates = true;
    const TracePtr trace = test::syntheticTrace(o);
    const std::string whole = traceFingerprint(*trace);
    for (const Column& column : columnTable()) {
      RecordColumns c = trace->whole();
      std::visit(
          [&](auto field) {
            auto& values = c.*field;
            QVERIFY2(!values.empty(), std::string(column.name).c_str());
            // Another value that is allowed: loops count from 1, ids from -1 or 0.
            values.back() = values.back() == 1 ? 2 : 1;
          },
          column.field);
      const Trace other(trace->info(), c, trace->loops(), trace->topK());
      QVERIFY2(traceFingerprint(other) != whole, std::string(column.name).c_str());
    }
    RecordColumns c = trace->whole();
    c.tokenBytes.back() += "x";
    QVERIFY(traceFingerprint(Trace(trace->info(), c, trace->loops(), trace->topK())) != whole);

    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(*trace, path);
    const TracePtr read = readTrace(path);
    QCOMPARE(traceFingerprint(*read), whole);  // from the file
    read->whole();
    QCOMPARE(traceFingerprint(*read), whole);  // from memory
  }

  void heavyColumnsComeFromTheFileThatWasOpened() {
    test::SyntheticOptions o;
    o.captureHidden = o.captureLogits = true;
    const TracePtr trace = test::syntheticTrace(o);
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(*trace, path);
    const TracePtr read = readTrace(path);
    // Another trace takes the name: the open one still gives its own states.
    o.seed = 99;
    writeTrace(*test::syntheticTrace(o), path);
    QVERIFY(same(read->hidden(), trace->hidden()));
    // A file that was cut is one sentence, not a wrong number.
    const TracePtr cut = readTrace(path);
    QFile file(QString::fromStdString(path));
    QVERIFY(file.resize(file.size() / 2));
    QVERIFY(refusal([&] { cut->logits(); }).contains("changed") ||
            refusal([&] { cut->logits(); }).contains("end"));
  }

  void absentColumnsAreAbsent() {
    test::SyntheticOptions o;
    o.otherGates = o.tracked = 0;
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(*test::syntheticTrace(o), path);
    const SafetensorsFile file = SafetensorsFile::open(path);
    for (const char* name : {"hidden", "logits", "tracked_logprob", "tracked_rank",
                             "other_gate_logit", "layer_entropy"})
      QVERIFY(!file.find(name));
    for (const char* name :
         {"token_id", "gate_logit", "entropy", "logprob", "rank", "kl", "topk_id", "topk_logprob",
          "state_norm", "step_norm", "step_cosine", "residual_norm"})
      QVERIFY(file.find(name));
  }

  void aColumnYoungerThanATraceIsEmptyThere() {
    const TracePtr now = test::syntheticTrace();
    RecordColumns c = now->whole();
    c.residualNorm.clear();
    const Trace before(now->info(), c, now->loops(), now->topK());
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(before, path);
    QVERIFY(!SafetensorsFile::open(path).find("residual_norm"));
    const TracePtr read = readTrace(path);
    QVERIFY(read->columns().residualNorm.empty());
    QCOMPARE(traceFingerprint(*read), traceFingerprint(before));
    QVERIFY(traceFingerprint(*read) != traceFingerprint(*now));

    // What is recorded after its tokens has the column; they have not.
    const int known = 3;
    const test::NoWords words(now->info().vocabSize);
    TraceRecorder recorder(now->info(), *read, known, words, 8);
    const auto norms = recorder.snapshot()->columns().residualNorm;
    QCOMPARE(int(norms.size()), known * now->loops());
    QVERIFY(std::all_of(norms.begin(), norms.end(), [](float v) { return std::isnan(v); }));
  }

  void aFailedSaveLeavesTheOldFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath("t.trace.safetensors");
    writeTrace(*test::syntheticTrace(), path.toStdString());
    const QByteArray before = bytesOf(path);
    QVERIFY(!refusal([&] {
               writeTrace(*test::syntheticTrace(), (folder.path() + "/missing/t").toStdString());
             }).isEmpty());
    // A name that is a folder cannot be replaced by a file.
    QVERIFY(!refusal([&] {
               writeTrace(*test::syntheticTrace(), folder.path().toStdString());
             }).isEmpty());
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);  // no temporary file is left
  }

  void lengthsAreCheckedAgainstEachOther() {
    const TracePtr good = test::syntheticTrace();
    const auto spoiled = [&](const std::function<void(TraceInfo&, RecordColumns&)>& spoil) {
      TraceInfo info = good->info();
      RecordColumns columns = good->whole();
      spoil(info, columns);
      return refusal([&] { Trace(info, columns, good->loops(), good->topK()); });
    };
    QVERIFY(spoiled([](TraceInfo&, RecordColumns&) {}).isEmpty());
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.kl.pop_back(); }).contains("kl"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.topkId.clear(); }).contains("topk_id"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.tokenId[0] = 200; }).contains("token_id"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.rank[0] = -2; }).contains("rank"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.loopsRun[0] = 0; }).contains("loops_run"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c.loopsRun[0] = 5; }).contains("loops_run"));
    QVERIFY(spoiled([](TraceInfo& i, RecordColumns&) {
              i.otherGates.push_back("x");
            }).contains("other_gate_logit"));
    QVERIFY(
        spoiled([](TraceInfo& i, RecordColumns&) { i.captured.hidden = true; }).contains("hidden"));
    QVERIFY(spoiled([](TraceInfo& i, RecordColumns&) { i.promptTokens = 25; }).contains("prompt"));
    QVERIFY(spoiled([](TraceInfo&, RecordColumns& c) { c = {}; }).contains("token_id"));
    QVERIFY(!refusal([&] { Trace(good->info(), good->columns(), 0, 5); }).isEmpty());
    QVERIFY(!refusal([&] { good->gateLogits(3); }).isEmpty());
    QCOMPARE(good->gateLogits(2).size(), good->columns().gateLogit.size());
  }

  void eventsSurviveTheFile() {
    test::SyntheticOptions o;
    o.promptTokens = 4;
    const TracePtr base = test::syntheticTrace(o);
    TraceInfo info = base->info();
    using What = RunEvent::What;
    info.budget = 3;
    info.events = {{6, What::ExitThreshold, 0.25},
                   {6, What::Budget, 2},
                   {9, What::KvPolicy, double(KvPolicy::LatestAvailable)},
                   {12, What::Branch, 17},
                   {12, What::Seed, 0, 0xffffffffffffffffULL},
                   {15, What::Branch, -1},
                   {24, What::Stop}};
    info.speculation = SpeculationInfo{2, 4, 10, 31, 17};
    info.stagger = StaggerInfo{24, 31, 97, 1};
    const Trace written(info, base->whole(), base->loops(), base->topK());
    const auto settings = runSettings(written);
    QCOMPARE(settings[5], (RunSettings{0.7, 3, KvPolicy::Full}));
    QCOMPARE(settings[6], (RunSettings{0.25, 2, KvPolicy::Full}));
    QCOMPARE(settings[23], (RunSettings{0.25, 2, KvPolicy::LatestAvailable}));
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(written, path);
    const TracePtr read = readTrace(path);
    QCOMPARE(read->info().events, info.events);
    QCOMPARE(read->info().budget, 3);
    QVERIFY(read->info().speculation == info.speculation);
    QVERIFY(read->info().stagger == info.stagger);
    QCOMPARE(read->info().formatMinor, 2);
  }

  /// A trace from before 1.2 says nothing of these.
  void conversationStopTokensAndEndSurviveTheFile() {
    const TracePtr before = test::syntheticTrace();
    auto json = nlohmann::json::parse(writeTraceMetadata(*before));
    for (const char* key : {"conversation", "stop_ids", "end", "prefix_tokens"})
      QVERIFY(!json.contains(key));
    const TraceInfo old = readTraceMetadata(json.dump(), "old").info;
    QVERIFY(!old.conversation && !old.stopIds && old.prefixTokens == 0);
    QVERIFY(old.end == RunEnd());

    TraceInfo info = before->info();
    info.conversation = Conversation{
        "ChatML", {{"system", "Be brief."}, {"user", "Hi \U0001F600"}}, "given", "<think>\n", true};
    info.stopIds = {0, 2};
    info.end = {RunEnd::Why::StopToken, 2};
    info.prefixTokens = 1;
    const TraceInfo read =
        readTraceMetadata(
            writeTraceMetadata(Trace(info, before->whole(), before->loops(), before->topK())),
            "new")
            .info;
    QCOMPARE(read.conversation, info.conversation);
    QCOMPARE(read.stopIds, info.stopIds);
    QCOMPARE(read.end, info.end);
    QCOMPARE(read.prefixTokens, 1);
    json["end"] = {{"why", "boredom"}};  // of a newer minor version
    QVERIFY(readTraceMetadata(json.dump(), "newer").info.end.why == RunEnd::Why::Unknown);
  }

  void interventionsSurviveTheFile() {
    const TracePtr before = test::syntheticTrace();
    QVERIFY(!nlohmann::json::parse(writeTraceMetadata(*before)).contains("interventions"));
    TraceInfo info = before->info();
    info.interventions = {
        interventionOf("skip-loop,loop=2,tokens=3-"),
        interventionOf("add,loop=1,layer=2,by=-0.5,file=v.safetensors,sha256=ab")};
    QTemporaryDir folder;
    const auto path = folder.filePath("t").toStdString();
    writeTrace(Trace(info, before->whole(), before->loops(), before->topK()), path);
    const TracePtr read = readTrace(path);
    QCOMPARE(read->info().formatMajor, 2);  // an older reader must not take it for a plain run
    QVERIFY(read->info().interventions == info.interventions);

    auto json = nlohmann::json::parse(writeTraceMetadata(*read));
    for (const nlohmann::json& wrong : {nlohmann::json("turn,loop=1"), nlohmann::json(3)}) {
      json["interventions"] = {wrong};
      const QString said = refusal([&] { readTraceMetadata(json.dump(), "t"); });
      QVERIFY2(said.contains("ouroscope.trace.interventions"), qPrintable(said));
    }
  }

  /// A trace of format 1.0 knew no events; one of a newer minor version may hold events unknown
  /// here.
  void olderAndNewerMinorVersionsAreRead() {
    const TracePtr trace = test::syntheticTrace();
    auto json = nlohmann::json::parse(writeTraceMetadata(*trace));
    json["format"]["minor"] = 0;
    json["exit"].erase("budget");
    json.erase("events");
    const TraceMetadata old = readTraceMetadata(json.dump(), "old");
    QCOMPARE(old.info.formatMinor, 0);
    QVERIFY(old.info.events.empty() && old.info.budget == 0 && !old.info.speculation);
    json["format"]["minor"] = 7;
    json["events"] = {{{"token", 1}, {"what", "temperature"}, {"value", 0.5}},
                      {{"token", 2}, {"what", "budget"}, {"value", 1}}};
    const TraceMetadata newer = readTraceMetadata(json.dump(), "newer");
    QCOMPARE(newer.info.events, (std::vector<RunEvent>{{2, RunEvent::What::Budget, 1}}));
  }

  void badEventsAreRefused() {
    const TracePtr trace = test::syntheticTrace();
    const auto bad = [&](const nlohmann::json& event) {
      auto json = nlohmann::json::parse(writeTraceMetadata(*trace));
      json["events"] = nlohmann::json::array({event});
      return refusal([&] {
        TraceMetadata meta = readTraceMetadata(json.dump(), "t");
        Trace(meta.info, trace->columns(), meta.loops, meta.topK);
      });
    };
    using nlohmann::json;
    QVERIFY(bad({{"token", 3}, {"what", "stop"}}).isEmpty());
    QVERIFY(bad({{"token", 25}, {"what", "stop"}}).contains("beyond"));
    QVERIFY(bad({{"token", -1}, {"what", "stop"}}).contains("token"));
    QVERIFY(bad({{"token", 3}}).contains("what"));
    QVERIFY(bad({{"token", 3}, {"what", "budget"}, {"value", 5}}).contains("range"));
    QVERIFY(bad({{"token", 3}, {"what", "budget"}, {"value", 0}}).contains("value"));
    QVERIFY(bad({{"token", 3}, {"what", "exit_threshold"}, {"value", -1}}).contains("value"));
    QVERIFY(bad({{"token", 3}, {"what", "branch"}, {"value", 200}}).contains("range"));
    QVERIFY(bad({{"token", 3}, {"what", "kv_policy"}, {"value", "none"}}).contains("none"));
    QVERIFY(bad({{"token", 3}, {"what", "seed"}, {"value", 12}}).contains("value"));
    QVERIFY(bad({{"token", 3}, {"what", "seed"}, {"value", "18446744073709551616"}})
                .contains("64 bits"));
    QVERIFY(bad(json::array({1})).contains("events"));
    TraceInfo info = trace->info();
    info.events = {{5, RunEvent::What::Stop}, {4, RunEvent::What::Stop}};
    QVERIFY(refusal([&] {
              Trace(info, trace->whole(), trace->loops(), trace->topK());
            }).contains("order"));
  }

  void otherFilesAreRefusedByName() {
    QTemporaryDir folder;
    const auto path = folder.filePath("x.safetensors").toStdString();
    const std::vector<float> data{1, 2};
    const TensorToWrite tensor{"w", DType::F32, {2}, std::as_bytes(std::span(data))};
    writeSafetensors(path, std::span(&tensor, 1), {{"format", "pt"}});
    QVERIFY(refusal([&] { readTrace(path); }).contains("not an Ouroscope trace"));
    QVERIFY(!refusal([&] { readTrace(folder.filePath("missing").toStdString()); }).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
