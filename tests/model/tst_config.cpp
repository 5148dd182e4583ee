// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <array>
#include <climits>

#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::configOf;
using fixture::ConfigText;
using fixture::refusal;

class TestConfig : public QObject {
  Q_OBJECT
 private slots:
  void everyFieldIsRead() {
    ModelConfig expected;
    expected.vocabSize = 32;
    expected.hiddenSize = 16;
    expected.intermediateSize = 24;
    expected.layers = 2;
    expected.heads = 4;
    expected.kvHeads = 2;
    expected.headDim = 6;
    expected.maxPositions = 128;
    expected.trainedLoops = 3;
    expected.rmsNormEps = 1e-5;
    expected.ropeTheta = 1e6;
    expected.exitThreshold = 0.7;
    expected.bosId = 1;
    expected.eosIds = {2, 0};
    expected.dtype = "float16";
    ConfigText text;
    text.set("num_key_value_heads", "2")
        .set("head_dim", "6")
        .set("total_ut_steps", "3")
        .set("rms_norm_eps", "1e-5")
        .set("rope_theta", "1000000");
    text.set("early_exit_threshold", "0.7")
        .set("bos_token_id", "1")
        .set("eos_token_id", "[2, 0]")
        .set("torch_dtype", "\"float16\"");
    QVERIFY(configOf(text.text()) == expected);
  }

  void absentAndNull() {
    for (const char* field : {"num_key_value_heads", "head_dim", "early_exit_threshold",
                              "bos_token_id", "eos_token_id", "torch_dtype"}) {
      const ModelConfig absent = configOf(ConfigText().remove(field).text());
      QVERIFY2(absent == configOf(ConfigText().set(field, "null").text()), field);
    }
    const ModelConfig c = configOf(ConfigText()
                                       .remove("num_key_value_heads")
                                       .remove("head_dim")
                                       .remove("early_exit_threshold")
                                       .remove("eos_token_id")
                                       .remove("bos_token_id")
                                       .text());
    QCOMPARE(c.kvHeads, 4);
    QCOMPARE(c.headDim, 4);
    QCOMPARE(c.exitThreshold, 1.0);
    QVERIFY(!c.bosId && c.eosIds.empty());
  }

  void newerSpellings() {
    // Transformers 5 writes dtype and rope_parameters.
    ConfigText text;
    text.remove("torch_dtype").remove("rope_theta").remove("rope_scaling");
    text.add("dtype", "\"bfloat16\"")
        .add("rope_parameters", "{\"rope_type\": \"default\", \"rope_theta\": 40000.0}");
    const ModelConfig c = configOf(text.text());
    QCOMPARE(c.dtype, std::string("bfloat16"));
    QCOMPARE(c.ropeTheta, 40000.0);
  }

  /// What the released code takes in its own way is taken the same way, and said.
  void whatTheReleasedCodeTakesInItsOwnWay_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("note");  // empty: nothing to say
    const auto row = [](const char* field, const char* value, const char* note) {
      QTest::newRow(QByteArray(field) + " " + value) << field << value << note;
    };
    row("early_exit_step", "null", "");
    row("early_exit_step", "0", "every token is read at loop 1");
    row("early_exit_step", "1", "every token is read at loop 2");
    row("early_exit_step", "3", "every token is read at loop 4");
    row("early_exit_step", "4", "none of the 4 loops");
    row("early_exit_step", "-1", "none of the 4 loops");
    row("eos_token_id", "-1", "no token stops by it");
    row("eos_token_id", "null", "");
    row("eos_token_id", "[2, 0]", "");
    row("eos_token_id", "[2, -1]", "no token stops by it");
    row("eos_token_id", "[]", "");
    row("rope_scaling", R"({"rope_type": "default"})", "");
    row("rope_scaling", R"({"type": "default"})", "");
    row("rope_scaling", "null", "");
    row("sliding_window", "4096", "there is no window");
    row("sliding_window", "null", "");
    row("layer_types", R"(["full_attention", "full_attention"])", "");
    row("layer_types", R"(["full_attention", "full_attention", "sliding_attention"])",
        "has 3 entries");
  }
  void whatTheReleasedCodeTakesInItsOwnWay() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, note);
    const fixture::TempFolder temp;
    ConfigText text;
    text.remove("use_sliding_window").remove("sliding_window").remove("rope_scaling");
    text.set(field.toStdString(), value.toStdString());
    fixture::writeFile(temp / "config.json", text.text());
    const ModelDescription model = readModel(temp.path());
    QCOMPARE(model.notes.size(), std::size_t(note.isEmpty() ? 0 : 1));
    if (!note.isEmpty())
      QVERIFY2(QString::fromStdString(model.notes[0].text()).contains(note),
               model.notes[0].text().c_str());
    if (field == "early_exit_step")
      QCOMPARE(model.config.exitLoop, note.startsWith("every") ? value.toInt() + 1 : 0);
    if (field == "eos_token_id") {
      const std::vector<int> ids = value == "[2, 0]"    ? std::vector{2, 0}
                                   : value == "[2, -1]" ? std::vector{2}
                                                        : std::vector<int>();
      QVERIFY(model.config.eosIds == ids);
    }
    // The rotation and the attention are those of the config without the field.
    fixture::writeFile(temp / "config.json", text.remove(field.toStdString()).text());
    const ModelDescription plain = readModel(temp.path());
    QVERIFY(model.spec.ropes[0].inverseFrequency == plain.spec.ropes[0].inverseFrequency);
    QVERIFY(
        std::ranges::all_of(model.spec.layers, [](const LayerSpec& l) { return l.window == 0; }));
  }

  void aWindowThatIsSwitchedOffIsNotANote() {
    const fixture::TempFolder temp;
    fixture::writeFile(temp / "config.json", ConfigText().set("sliding_window", "4096").text());
    QVERIFY(readModel(temp.path()).notes.empty());
  }

  void longContextIsClamped() {
    QCOMPARE(
        configOf(ConfigText().set("max_position_embeddings", "2147483648").text()).maxPositions,
        INT_MAX);
  }

  void requiredFieldsHaveNoDefault() {
    for (const char* field : {"model_type", "vocab_size", "hidden_size", "intermediate_size",
                              "num_hidden_layers", "num_attention_heads"}) {
      const std::string message = refusal([&] { configOf(ConfigText().remove(field).text()); });
      QVERIFY2(message.find("\"" + std::string(field) + "\" is missing") != std::string::npos,
               message.c_str());
    }
  }

  /// The released configuration class has values for these; they hold, and are said.
  void keysThatTheReleasedClassKnows() {
    const auto read = [](const char* field, const char* value) {
      const fixture::TempFolder temp;
      ConfigText text;
      value ? text.set(field, value) : text.remove(field);
      fixture::writeFile(temp / "config.json", text.text());
      return readModel(temp.path());
    };
    for (const auto& [field, usual, shown] :
         {std::array{"total_ut_steps", "4", "4"},
          std::array{"max_position_embeddings", "32768", "32768"},
          std::array{"rms_norm_eps", "1e-06", "1e-06"},
          std::array{"rope_theta", "10000.0", "10000.0"},
          std::array{"hidden_act", "\"silu\"", "'silu'"}}) {
      const ModelDescription absent = read(field, nullptr);
      QVERIFY2(absent.config == read(field, usual).config, field);
      QCOMPARE(absent.notes.size(), std::size_t{1});
      const std::string note = absent.notes[0].text();
      QVERIFY2(note == "config.json has no " + std::string(field) +
                           ": as in the released code, it is " + shown + ".",
               note.c_str());
      QVERIFY2(read(field, "null").config == absent.config, field);
    }
    QCOMPARE(read("total_ut_steps", "3").config.trainedLoops, 3);
  }

  void messageNamesFileFieldValueAndRange() {
    const std::string message =
        refusal([&] { configOf(ConfigText().set("total_ut_steps", "1025").text()); });
    for (const char* part : {"config.json", "\"total_ut_steps\"", "found 1025", "from 1 to 1024"})
      QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  }

  void namedShapes() {
    // 269 and 533 tensors, 1,434,652,673 and 2,667,974,657 parameters (docs/model.md, section 1).
    const auto parameters = [](const char* name) {
      std::uint64_t sum = 0;
      for (const auto& t : expectedTensors(ouroSpec(namedShape(name)))) {
        std::uint64_t n = 1;
        for (const auto dim : t.shape) n *= dim;
        sum += n;
      }
      return sum;
    };
    QCOMPARE(parameters("1.4b"), std::uint64_t{1'434'652'673});
    QCOMPARE(parameters("2.6b"), std::uint64_t{2'667'974'657});
    QCOMPARE(expectedTensors(ouroSpec(namedShape("1.4b"))).size(), std::size_t{269});
    QCOMPARE(expectedTensors(ouroSpec(namedShape("2.6b"))).size(), std::size_t{533});
    QVERIFY(parameters("demo") > 2'000'000 && parameters("demo") < 2'300'000);
    QCOMPARE(namedShape("demo").trainedLoops, 4);
    QVERIFY(refusal([] { namedShape("7b"); }).find("1.4b, 2.6b or demo") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
