// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/engine/Engine.h"
#include "core/model/families/Ouro.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "kernels/cuda/Api.h"
#include "kernels/cuda/CudaBackend.h"
#include "kernels/cuda/CudaModule.h"
#include "kernels/cuda/Layout.h"
#include "kernels/cuda/SpecNumbers.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;

namespace {

/// Sets an environment variable for as long as it lives.
struct Environment {
  const char* name;
  Environment(const char* which, const QByteArray& value) : name(which) { qputenv(name, value); }
  ~Environment() { qunsetenv(name); }
};

/// The sentence with which loading on CUDA is refused; empty where it is not.
QString refusal(const ModelConfig& config = test::shape(), int device = 0,
                Precision precision = Precision::BF16) {
  try {
    CudaOptions options;
    options.device = device;
    options.precision = precision;
    const ModelSpec spec = ouroSpec(config);
    loadCudaBackend(spec, *ModelWeights::random(spec, 1), options);
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

QString runCli(const QStringList& arguments, int& status) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(qEnvironmentVariable("OUROSCOPE_CLI"), arguments);
  process.waitForFinished(60000);
  status = process.exitCode();
  return QString::fromUtf8(process.readAll()).simplified();
}

}  // namespace

/// Each way in which CUDA cannot be used, in words; and the plan of memory.
class TestCudaModule : public QObject {
  Q_OBJECT

 private slots:
  void noModule() {
    const Environment named("OUROSCOPE_CUDA_MODULE", "/nowhere/libouroscope_cuda.so");
    QVERIFY(refusal().contains("not installed"));
    QVERIFY(refusal().contains("/nowhere/libouroscope_cuda.so"));
    QVERIFY(QString::fromStdString(whyNoCuda()).contains("not installed"));
    QVERIFY(cudaDevices().empty());
  }
  void notAModule() {
    const Environment named("OUROSCOPE_CUDA_MODULE", NO_MODULE);
    QVERIFY(refusal().contains("is not a CUDA module of Ouroscope"));
  }
  void notEvenALibrary() {
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("this is text");
    file.flush();
    const Environment named("OUROSCOPE_CUDA_MODULE", file.fileName().toUtf8());
    QVERIFY(refusal().contains("cannot be loaded"));
  }
  void anotherVersion() {
    const Environment named("OUROSCOPE_CUDA_MODULE", OTHER_VERSION_MODULE);
    QVERIFY2(refusal().contains("another version"), qPrintable(refusal()));
    for (const auto& part : {QStringLiteral("interface %1").arg(OUROSCOPE_CUDA_ABI + 7),
                             QStringLiteral("needs %1").arg(OUROSCOPE_CUDA_ABI)})
      QVERIFY2(refusal().contains(part), qPrintable(refusal()));
  }

  /// The module as nvcc built it, on this machine: without a GPU it refuses in words.
  void theRealModuleLoads() {
#ifdef REAL_MODULE
    const Environment named("OUROSCOPE_CUDA_MODULE", REAL_MODULE);
    const auto module = CudaModule::load();  // cuBLAS is there, and the version is right
    QCOMPARE(module->api().abi, std::uint32_t(OUROSCOPE_CUDA_ABI));
    const QString reason = QString::fromStdString(whyNoCuda());
    if (reason.isEmpty()) QSKIP("this machine has a GPU");
    QVERIFY2(reason.contains("No NVIDIA driver") || reason.contains("too old") ||
                 reason.contains("no NVIDIA GPU"),
             qPrintable(reason));
    QCOMPARE(refusal(), reason);
#else
    QSKIP("no nvcc here: the module was not built");
#endif
  }

  // What follows needs machines that are not here: the module with a pretended GPU plays them. The
  // pretended machine is made once per process, hence the command line.
  void driversAndDevices_data() {
    QTest::addColumn<QByteArray>("devices");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("phrase");
    QTest::newRow("no driver") << QByteArray("-1") << "cuda"
                               << "No NVIDIA driver is installed.";
    QTest::newRow("driver too old") << QByteArray("-2") << "cuda"
                                    << "driver is too old";
    QTest::newRow("no GPU") << QByteArray("0") << "cuda"
                            << "no NVIDIA GPU";
    QTest::newRow("number too high") << QByteArray("2") << "cuda:2"
                                     << "from cuda:0 to cuda:1";
    QTest::newRow("the only one") << QByteArray("1") << "cuda:7"
                                  << "only one is cuda:0";
    QTest::newRow("too old a GPU") << QByteArray("-7") << "cuda"
                                   << "compute capability 7.5";
  }
  void driversAndDevices() {
    QFETCH(QByteArray, devices);
    QFETCH(QString, device);
    QFETCH(QString, phrase);
    const Environment named("OUROSCOPE_CUDA_MODULE", HOST_MODULE);
    const Environment machine("OUROSCOPE_HOST_CUDA_DEVICES", devices);
    int status = 0;
    const QString said = runCli({"trace", "--tokens", "1,2,3", "--device", device, "--out",
                                 QDir::tempPath() + "/never.trace.safetensors"},
                                status);
    QVERIFY2(said.contains(phrase), qPrintable(said));
    QCOMPARE(status, 1);
    // auto goes on without it.
    if (devices == "0") {
      QTemporaryDir folder;
      runCli({"trace", "--tokens", "1,2,3", "--device", "auto", "--out",
              folder.filePath("t.trace.safetensors")},
             status);
      QCOMPARE(status, 0);
    }
  }
  void infoSaysWhichOrWhyNot() {
    int status = 0;
    const Environment named("OUROSCOPE_CUDA_MODULE", HOST_MODULE);
    {
      const Environment machine("OUROSCOPE_HOST_CUDA_DEVICES", "2");
      const QString said = runCli({"info", "--devices"}, status);
      QCOMPARE(status, 0);
      QVERIFY2(said.contains("cuda:1") && said.contains("pretended GPU 1") && said.contains("free"),
               qPrintable(said));
    }
    const Environment machine("OUROSCOPE_HOST_CUDA_DEVICES", "-1");
    const QString said = runCli({"info", "--devices"}, status);
    QCOMPARE(status, 0);
    QVERIFY2(said.contains("cuda No NVIDIA driver is installed."), qPrintable(said));
  }
  void wrongNamesAreWrongUsage() {
    int status = 0;
    for (const char* name : {"gpu", "cuda:", "cuda:x", "cuda:-1", "cuda:1x", "CUDA"}) {
      const QString said =
          runCli({"trace", "--tokens", "1", "--device", name, "--out", "/tmp/never"}, status);
      QCOMPARE(status, 2);
      QVERIFY2(said.contains("cuda:N"), qPrintable(said));
    }
  }

  /// Numbers by hand for the 1.4B shape: docs/model.md, sections 1 and 5.
  void thePlanCountsWhatIsAllocated() {
    const ModelConfig c = namedShape("1.4b");
    const cuda::Layout l{ouroSpec(c), true};
    // 24 layers of 51,380,224 matrix elements in bf16 and 4 norms in fp32; embedding and head;
    // final norm and gate in fp32.
    QCOMPARE(l.weightBytes(), std::uint64_t(24) * (51380224 * 2 + 4 * 2048 * 4) +
                                  std::uint64_t(2) * 49152 * 2048 * 2 + 2 * 2048 * 4);
    QCOMPARE(cudaWeightBytes(ouroSpec(c), Precision::BF16), l.weightBytes());
    QCOMPARE(l.kvBytesPerToken(4), std::uint64_t(786432) + 64 * 8);  // 768 KiB and the turns
    // Odd widths are padded to eight.
    const cuda::Layout odd{ouroSpec(test::shape(51, 3, 3, 18, 77, 517, 3)), false};
    QCOMPARE(odd.width(), 56);
    QCOMPARE(odd.qkvWidth(), 168);
    QCOMPARE(odd.attentionWidth(), 56);
    QCOMPARE(odd.mlpWidth(), 80);
    QCOMPARE(odd.kvBytesPerToken(2), std::uint64_t(2 * 2 * 3 * 3 * 24 * 4 + 9 * 8));
    // 8 rows of [x, branch], x in fp32, and so on: 4 (2*56 + 168 + 56 + 3*80) + 4*56 a row; states
    // 4*56*2; gates.
    QCOMPARE(odd.batchBytes(2, 8, false),
             std::uint64_t(8) * (4 * (112 + 168 + 56 + 240) + 224 + 448 + 8));
    QCOMPARE(odd.batchBytes(2, 8, true) - odd.batchBytes(2, 8, false),
             std::uint64_t(8) * 4 * 56 * 2 * 3);
  }
  /// What the module reads is what the program wrote, and half of it, or more, is refused.
  void aSpecIsHandedOverWhole() {
    ModelSpec spec = ouroSpec(test::shape());
    spec.stages = {0, 1, 1};
    spec.layers[1].rope = -1;
    spec.layers[0].activation = Activation::GeluTanh;
    spec.stepRule = StepRule::Ema;
    spec.startSpread = 0.1;
    spec.ropes.push_back(spec.ropes[0]);
    spec.ropes[1].factor = 1.5f;
    std::vector<double> numbers = cuda::numbersOf(spec);
    const ModelSpec read = cuda::specOf(numbers);
    QVERIFY(cuda::numbersOf(read) == numbers);
    QVERIFY(read.stages == spec.stages && read.layers[0].norms == spec.layers[0].norms);
    QVERIFY(read.layers[1].rope == -1 && read.layers[0].activation == Activation::GeluTanh);
    QVERIFY(read.stepRule == StepRule::Ema && read.startSpread == 0.1 && read.loopNorm);
    QVERIFY(read.ropes[1].factor == 1.5f &&
            read.ropes[1].inverseFrequency == spec.ropes[0].inverseFrequency);
    QVERIFY_THROWS_EXCEPTION(Error, cuda::specOf(std::span(numbers).first(numbers.size() - 1)));
    numbers.push_back(0);
    QVERIFY_THROWS_EXCEPTION(Error, cuda::specOf(numbers));
    QVERIFY_THROWS_EXCEPTION(Error, cuda::specOf({}));
  }
  void tooLittleMemoryIsForeseen() {
    try {
      requireGpuMemory(std::uint64_t(12) << 30, std::uint64_t(8) << 30, "A run",
                       "use fewer tokens.");
      QFAIL("it does not fit");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()),
               "A run needs 12 GiB on the GPU, of which 8 GiB are free: use fewer tokens.");
    }
    requireGpuMemory(5, 5, "A run", "");

    const Environment named("OUROSCOPE_CUDA_MODULE", HOST_MODULE);
    // The pretended GPU has 1 GiB: the 2.6B model does not fit, and nothing was reserved to find
    // out.
    const QString weights = refusal(namedShape("2.6b"));
    QVERIFY2(weights.contains("weights needs 5.") || weights.contains("needs 5"),
             qPrintable(weights));
    QVERIFY(weights.contains("--device cpu"));
    QVERIFY(refusal(namedShape("2.6b"), 0, Precision::F32).contains("--dtype bf16"));

    const ModelSpec spec = ouroSpec(test::shape());
    const auto backend = loadCudaBackend(spec, *ModelWeights::random(spec, 1));
    QVERIFY(QString::fromStdString(backend->device()).contains("pretended GPU 0, cuda:0"));
    RunRequest request;
    request.prompt = {1, 2, 3};
    request.loops = 64;
    request.generate = 100000;
    try {
      Engine(*backend).plan(request);
      QFAIL("it does not fit");
    } catch (const Error& error) {
      const QString said = error.what();
      QVERIFY2(said.contains("on the GPU") && said.contains("fewer tokens") &&
                   said.contains("capture less") && said.contains("--device cpu"),
               error.what());
    }
    QVERIFY_THROWS_EXCEPTION(Error, backend->createSequence(100000, 64));
    QVERIFY(backend->createSequence(10, 4) != nullptr);
  }
  void headsThatAreTooWideAreRefused() {
    const Environment named("OUROSCOPE_CUDA_MODULE", HOST_MODULE);
    ModelConfig c = test::shape();
    c.headDim = 258;
    QVERIFY2(refusal(c).contains("258"), qPrintable(refusal(c)));
  }

  void theProgramDoesNotLinkCuda() {
    for (const char* program : {"OUROSCOPE_CLI", "OUROSCOPE_WINDOW"}) {
      const QString path = qEnvironmentVariable(program);
      if (path.isEmpty() || !QFile::exists(path)) continue;
      QProcess ldd;
      ldd.start("ldd", {path});
      QVERIFY(ldd.waitForFinished());
      const QByteArray libraries = ldd.readAll();
      QVERIFY(libraries.contains("libc.so"));
      QVERIFY2(!libraries.contains("libcuda") && !libraries.contains("cublas"),
               libraries.constData());
    }
  }
};

QTEST_GUILESS_MAIN(TestCudaModule)
#include "tst_cuda_module.moc"
