// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of layers and heads takes as many bytes a token as docs/measures.md says.
#include <QtTest>
#include <filesystem>

#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"

using namespace ouroscope;

class TestInsideBytes : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  ModelPtr model_;

  RunOrder orderWith(const Capture& capture) const {
    RunOrder order;
    for (int i = 0; i < 40; ++i) std::get<std::string>(order.prompt) += " 3 + 4 = 7.";
    order.loops = 4;
    order.capture = capture;
    return order;
  }
  struct Size {
    std::uint64_t planned = 0, file = 0;
    int tokens = 0;
  };
  Size sizeWith(const Capture& capture) const {
    RunRecording recording(model_, prepareRun(*model_, orderWith(capture)));
    Size size;
    size.planned = recording.fileBytes();
    const TracePtr trace = recording.run();
    size.tokens = trace->tokens();
    const std::string path = folder_.filePath("t.trace.safetensors").toStdString();
    writeTrace(*trace, path);
    size.file = std::filesystem::file_size(path);
    return size;
  }

 private slots:
  void initTestCase() {
    ModelRequest request;
    request.folder = qEnvironmentVariable("OUROSCOPE_DEMO_DIR").toStdString();
    request.device = "cpu";
    model_ = loadModel(request);
  }

  void bytesAreThoseOfTheDocument_data() {
    QTest::addColumn<int>("kind");
    QTest::addRow("layer-numbers") << 0;
    QTest::addRow("layers") << 1;
    QTest::addRow("attention") << 2;
    QTest::addRow("similarity") << 3;
    QTest::addRow("states of a layer") << 4;
  }
  void bytesAreThoseOfTheDocument() {
    QFETCH(int, kind);
    const ModelSpec& spec = model_->folder.spec;
    const std::uint64_t R = 4, L = spec.stages.core, K = 10, H = spec.heads, d = spec.hiddenSize;
    Capture capture;
    std::uint64_t documented = 0;  // for every token
    switch (kind) {
      case 0:
        capture.layerNumbers = true;
        documented = 24 * R * L;
        break;
      case 1:
        capture.layers = true;
        documented = (40 + 8 * K) * R * L;
        break;
      case 2:
        capture.attention = true;
        documented = 16 * H * R * L;
        break;
      case 3:
        capture.similarity = true;
        documented = 4 * R * L * R * L;
        break;
      default:
        capture.stateLayers = {1};
        documented = 2 * d * R;  // a bf16 run
    }
    const Size plain = sizeWith({}), with = sizeWith(capture);
    const std::uint64_t bytes = documented * static_cast<std::uint64_t>(plain.tokens);
    QCOMPARE(with.planned - plain.planned, bytes);
    // The file has these bytes, names of tensors, and words that only layers say.
    QVERIFY(with.file >= plain.file + bytes);
    QVERIFY2(with.file <= plain.file + bytes + 16384,
             qPrintable(QString::number(with.file - plain.file - bytes)));
    QVERIFY(with.file <= with.planned + 65536);
  }
};

QTEST_GUILESS_MAIN(TestInsideBytes)
#include "tst_inside_bytes.moc"
