// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "ParityTest.h"
#include "kernels/cuda/Layout.h"

using namespace ouroscope;

/// Every family on the pretended GPU, or on a real one, against the CPU backend, on the random
/// folders of the float64 reference (tools/reference/make_random_family.py): a kind that is added
/// there is a row here.
class TestCudaFamilies : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  QString folders_;  ///< where a folder of every kind is

  void checkKinds() const { QVERIFY2(kinds().size() >= 18, qPrintable(kinds().join(' '))); }
  ModelFolder open(const QString& kind) const {
    return ModelFolder::open(std::filesystem::path((folders_ + "/" + kind).toStdString()));
  }
  QStringList kinds() const {
    return QDir(folders_).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
  }
  void eachKind() const {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("bf16");
    for (const QString& kind : kinds())
      for (const bool bf16 : {false, true})
        QTest::addRow("%s, %s", qPrintable(kind), bf16 ? "bf16" : "f32") << kind << bf16;
  }

  static RunRequest requestOn(const ModelSpec& spec) {
    RunRequest request;
    request.prompt = test::tokens(5, spec.vocabSize);
    request.loops = std::min(4, spec.usualLoops());
    request.generate = 2;
    request.topK = 5;
    request.tracked = {1, spec.vocabSize - 1};
    request.capture.hidden = request.capture.logits = true;
    return request;
  }

  /// Runs a request on the GPU, and its tokens, in one batch, on the CPU.
  static void compare(const parity::Pair& pair, RunRequest request, const char* what) {
    parity::Columns cuda, cpu;
    const ModelSpec& spec = pair.cuda->spec();
    const int vocab = spec.vocabSize;
    // An embedding that is the head too is not small beside the states.
    const bool tied = spec.tensor(TensorSlot::Head).name == spec.tensor(TensorSlot::Embedding).name;
    Engine(*pair.cuda).run(request, cuda);
    QCOMPARE(cuda.token.size(), request.prompt.size() + request.generate);
    request.prompt = cuda.token;
    request.generate = request.chunk = 0;
    Engine(*pair.cpu).run(request, cpu);
    QString why;
    QVERIFY2(parity::agree(cuda, cpu, pair.cpu->precision(), why, tied ? 2 : 1),
             qPrintable(QString("%1: %2").arg(what, why)));
    QVERIFY2(parity::lensFollowsItsLogits(cuda, vocab, request.topK, true, why),
             qPrintable(QString("%1: %2").arg(what, why)));
    qInfo("%s: hidden %.1e, logits %.1e", what, parity::relative(cuda.hidden, cpu.hidden),
          parity::relative(cuda.logits, cpu.logits));
  }

 private slots:
  void initTestCase() {
    // tools/gpu/check.sh names the real one.
    if (!qEnvironmentVariableIsSet("OUROSCOPE_CUDA_MODULE"))
      qputenv("OUROSCOPE_CUDA_MODULE", HOST_MODULE);
    // Made elsewhere, for a machine that has no Python.
    folders_ = qEnvironmentVariable("OUROSCOPE_FAMILY_FOLDER", folder_.path());
    if (qEnvironmentVariableIsSet("OUROSCOPE_FAMILY_FOLDER")) {
      const std::string reason = whyNoCuda();
      if (!reason.empty()) QSKIP(reason.c_str());
      return checkKinds();
    }
    QProcess make;
    make.setProcessChannelMode(QProcess::MergedChannels);
    make.start(qEnvironmentVariable("OUROSCOPE_PYTHON", "python3"),
               {OUROSCOPE_SOURCE_DIR "/tools/reference/make_random_family.py", folder_.path(),
                "all", "--dtype", "f32"});
    QVERIFY2(make.waitForFinished(60000) && make.exitCode() == 0, make.readAll().constData());
    checkKinds();
  }

  void runsAgree_data() { eachKind(); }
  void runsAgree() {
    QFETCH(QString, kind);
    QFETCH(bool, bf16);
    const Precision precision = bf16 ? Precision::BF16 : Precision::F32;
    ModelFolder model = open(kind);
    const parity::Pair pair = parity::load(model.spec, *model.weights, precision);
    RunRequest request = requestOn(model.spec);
    if (!bf16) compare(pair, request, "whole");
    request.chunk = 3;
    request.startSeed = 77;  // of those that start from noise
    compare(pair, request, "in chunks, another seed");
    if (bf16 || model.spec.stages.coda == 0) return;
    model.spec.lens = LensKind::Logit;
    compare(parity::load(model.spec, *model.weights, precision), request, "logit lens");
  }

  /// The states within a loop, and what they would say.
  void layersAgree_data() {
    QTest::addColumn<QString>("kind");
    for (const QString& kind : kinds()) QTest::addRow("%s", qPrintable(kind)) << kind;
  }
  void layersAgree() {
    QFETCH(QString, kind);
    const ModelFolder model = open(kind);
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    RunRequest request = requestOn(model.spec);
    request.prompt.resize(3);
    request.generate = 0;
    request.capture.layers = true;
    parity::Columns cuda, cpu;
    Engine(*pair.cuda).run(request, cuda);
    Engine(*pair.cpu).run(request, cpu);
    QVERIFY(!cuda.layerEntropy.empty());
    QVERIFY(parity::relative(cuda.layerUpdate, cpu.layerUpdate) < 2e-4);
    QVERIFY(parity::widest(cuda.layerEntropy, cpu.layerEntropy) < 2e-4);
  }

  /// What every head attends to, also where loops share keys or layers see a window.
  void attentionAgrees_data() { layersAgree_data(); }
  void attentionAgrees() {
    QFETCH(QString, kind);
    const ModelFolder model = open(kind);
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    RunRequest request = requestOn(model.spec);
    request.prompt = test::tokens(kind == "gemma2" ? 40 : 6, model.spec.vocabSize);
    request.loops = std::min(2, model.spec.usualLoops());
    request.generate = 0;
    request.capture = {};
    request.capture.attention = true;
    const parity::Columns cuda = test::ran(*pair.cuda, request),
                          cpu = test::ran(*pair.cpu, request);
    QVERIFY(!cuda.attentionSink.empty());
    QVERIFY(parity::widest(cuda.attentionSink, cpu.attentionSink) < 1e-4);
    QVERIFY(parity::widest(cuda.attentionEntropy, cpu.attentionEntropy) < 1e-4);
    QVERIFY(parity::widest(cuda.attentionColumns, cpu.attentionColumns) < 1e-4);
    QVERIFY(parity::widest(cuda.attentionStep, cpu.attentionStep) < 1e-4);
  }

  /// What a text leaves in the cache, head by head.
  void keysAndValuesAgree_data() { eachKind(); }
  void keysAndValuesAgree() {
    QFETCH(QString, kind);
    QFETCH(bool, bf16);
    const ModelFolder model = open(kind);
    const parity::Pair pair =
        parity::load(model.spec, *model.weights, bf16 ? Precision::BF16 : Precision::F32);
    const auto ids = test::tokens(37, model.spec.vocabSize);
    const int loops = std::min(2, model.spec.usualLoops()), last = model.spec.stages.core - 1;
    const std::size_t n = ids.size() * static_cast<std::size_t>(model.spec.kvWidth());
    const auto read = [&](Backend& backend) {
      const auto sequence = backend.createSequence(40, loops);
      sequence->setStartSeed(3);
      sequence->begin(ids);
      for (int r = 0; r < loops; ++r) sequence->runLoop();
      sequence->finish(KvPolicy::Full);
      std::pair<std::vector<float>, std::vector<float>> out;
      out.first.resize(n);
      out.second.resize(n);
      sequence->keysAndValues(loops - 1, last, 0, 37, out.first, out.second);
      std::vector<float> k(n / 37), v(n / 37);  // one position alone
      sequence->keysAndValues(loops - 1, last, 33, 1, k, v);
      if (!std::equal(k.begin(), k.end(), out.first.begin() + 33 * std::ssize(k)) ||
          !std::equal(v.begin(), v.end(), out.second.begin() + 33 * std::ssize(v)))
        out.first.clear();
      return out;
    };
    const auto cuda = read(*pair.cuda), cpu = read(*pair.cpu);
    const double bound = bf16 ? 3e-2 : 1e-5;
    QVERIFY(parity::relative(cuda.first, cpu.first) < bound);
    QVERIFY(parity::relative(cuda.second, cpu.second) < bound);
  }

  /// A prompt that is longer than the window of some layers, and a token decoded after it.
  void windowsAreSeen() {
    const ModelFolder model = open("gemma2");
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    RunRequest request = requestOn(model.spec);
    request.prompt = test::tokens(50, model.spec.vocabSize);
    request.generate = 1;
    QVERIFY(model.spec.layers[0].window > 0 && model.spec.layers[0].window < 50);
    compare(pair, request, "longer than the window");
  }

  /// Loops that are truly skipped: later positions find keys and values of the coda, too.
  void budgetsAgree_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("policy");
    for (const QString& kind : kinds()) {
      const ModelSpec spec = open(kind).spec;
      if (spec.usualLoops() < 2 || !spec.keepsPrefix()) continue;
      for (const KvPolicy policy : {KvPolicy::LastExited, KvPolicy::LatestAvailable})
        QTest::addRow("%s, %s", qPrintable(kind), kvPolicyName(policy).c_str())
            << kind << static_cast<int>(policy);
    }
  }
  void budgetsAgree() {
    QFETCH(QString, kind);
    QFETCH(int, policy);
    const ModelFolder model = open(kind);
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    RunRequest request = requestOn(model.spec);
    request.budget = request.loops - 1;
    request.kvPolicy = static_cast<KvPolicy>(policy);
    parity::Columns cuda, cpu;
    Engine(*pair.cuda).run(request, cuda);
    Engine(*pair.cpu).run(request, cpu);
    QCOMPARE(cuda.loopsRun.back(), request.budget);
    QString why;
    QVERIFY2(parity::agree(cuda, cpu, Precision::F32, why), qPrintable(why));
  }

  /// A gate that lies beside a model without one decides on both devices.
  void aGateBesideTheModelIsRead() {
    const ModelFolder model = open("huginn");
    ExitGate gate{"g", std::vector<float>(model.spec.hiddenSize), 0.25f};
    for (std::size_t i = 0; i < gate.weight.size(); ++i) gate.weight[i] = i % 3 - 0.9f;
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32, gate);
    QVERIFY(pair.cuda->spec().exitGate);
    RunRequest request = requestOn(model.spec);
    parity::Columns cuda;
    Engine(*pair.cuda).run(request, cuda);
    QCOMPARE(cuda.gate.size(), cuda.token.size() * request.loops);
    compare(pair, request, "with a gate");
  }

  void forksKeepTheirSeed() {
    const ModelFolder model = open("huginn");
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    const auto ids = test::tokens(9, model.spec.vocabSize);
    const auto straight = pair.cuda->createSequence(12, 3),
               other = pair.cuda->createSequence(12, 3);
    straight->setStartSeed(5);
    other->setStartSeed(6);
    const int d = model.spec.hiddenSize;
    parity::feed(*straight, std::span(ids).first(8), d);
    parity::feed(*other, std::span(ids).first(8), d);
    const auto branch = straight->fork();
    const auto one = [&](Sequence& s) { return parity::feed(s, std::span(ids).subspan(8), d); };
    const auto expected = one(*straight);
    QCOMPARE(one(*branch), expected);
    QVERIFY(one(*other) != expected);
  }

  /// A batch, and a token that is decoded, can be given up in the layers before the loop.
  void cancelsBeforeTheFirstLoop() {
    const ModelFolder model = open("huginn-llama");
    const parity::Pair pair = parity::load(model.spec, *model.weights, Precision::F32);
    const auto ids = test::tokens(6, model.spec.vocabSize);
    std::stop_source source;
    source.request_stop();
    const int d = model.spec.hiddenSize;
    for (const std::size_t n : {std::size_t{6}, std::size_t{1}}) {
      const auto sequence = pair.cuda->createSequence(8, 2),
                 fresh = pair.cuda->createSequence(8, 2);
      sequence->begin(std::span(ids).first(n));
      QVERIFY_THROWS_EXCEPTION(Cancelled, sequence->runLoop(source.get_token()));
      QCOMPARE(sequence->length(), 0);
      QCOMPARE(parity::feed(*sequence, std::span(ids).first(n), d),
               parity::feed(*fresh, std::span(ids).first(n), d));
    }
  }

  /// The plan of memory is made from the same spec as the allocations.
  void thePlanCountsWhatAFamilyNeeds() {
    const ModelSpec plain = open("llama").spec, huginn = open("huginn").spec;
    const cuda::Layout l{plain, true}, h{huginn, true};
    const int d = 48, f = 72;  // padded
    // Per layer: q 48, k and v 24 each, o 48, and three of the MLP; two norms. A norm of the head.
    const std::uint64_t layer = 2 * (d * (48 + 48) + d * 48 + 3 * d * f) + 4 * 2 * d;
    QCOMPARE(l.weightBytes(), 4 * layer + 2 * d * (300 + 304) + 4 * d);
    QCOMPARE(l.kvBytesPerToken(1), std::uint64_t(2 * 4 * 2 * 16 * 2 + 8 * 6));
    // Four norms and a bias of 3 * 48 a layer; adapter, norm before the coda, norm of the head.
    const std::uint64_t block = 2 * (d * 144 + d * 48 + 3 * d * f) + 4 * (4 * d + 144);
    QCOMPARE(h.weightBytes(), 5 * block + 2 * d * (300 + 304) + 2 * d * 96 + 4 * 2 * d);
    QCOMPARE(h.kvBytesPerToken(4), std::uint64_t((1 + 2 * 4 + 2 * 4) * 2 * 4 * 16 * 2 + 8 * 6));
    // What the prelude gave and the adapter's input, and wider queries, keys and values.
    QCOMPARE(h.batchBytes(4, 1, false) - l.batchBytes(4, 1, false),
             std::uint64_t(4 * d + 2 * 96 + 2 * (144 - 96)));
    // A state and what the head reads of it, in each loop.
    QCOMPARE(h.batchBytes(5, 1, false) - h.batchBytes(4, 1, false), std::uint64_t(2 * 4 * d + 4));
  }
};

QTEST_GUILESS_MAIN(TestCudaFamilies)
#include "tst_cuda_families.moc"
