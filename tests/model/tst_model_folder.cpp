// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <thread>

#include "core/support/Sha256.h"
#include "core/text/Tokenizer.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::ConfigText;
using fixture::ModelBytes;
using fixture::readFile;
using fixture::refusal;
using fixture::TempFolder;
using fixture::writeFile;

namespace {

std::vector<float> rows(const ModelWeights& weights, const std::string& name, std::int64_t first,
                        std::int64_t count, std::size_t columns) {
  std::vector<float> out(static_cast<std::size_t>(count) * columns);
  weights.readRows(name, first, count, out);
  return out;
}

}  // namespace

class TestModelFolder : public QObject {
  Q_OBJECT
 private slots:
  void singleFile() {
    const TempFolder temp;
    const auto folder = temp / "tiny";
    fixture::writeModelFolder(folder);
    const ModelFolder model = ModelFolder::open(folder);
    QCOMPARE(model.name, std::string("tiny"));
    QCOMPARE(ModelFolder::open(folder / "").name, std::string("tiny"));
    QVERIFY(model.gates.empty() && model.defaultGate.empty());
    QVERIFY(model.weights->storedAsBf16());
    std::uint64_t bytes = 0;
    const auto made = ModelWeights::random(model.spec, 1);
    for (const auto& t : expectedTensors(model.spec)) {
      const std::size_t columns = t.shape.back(), count = t.shape.size() == 2 ? t.shape[0] : 1;
      bytes += 2 * columns * count;
      QVERIFY2(rows(*model.weights, t.name, 0, std::int64_t(count), columns) ==
                   rows(*made, t.name, 0, std::int64_t(count), columns),
               t.name.c_str());
    }
    QCOMPARE(model.weights->storedBytes(), bytes);
    QVERIFY(rows(*model.weights, "lm_head.weight", 5, 3, 16) ==
            rows(*made, "lm_head.weight", 5, 3, 16));
    QCOMPARE(model.configSha256(), Sha256::hexOf(readFile(folder / "config.json")));
    QCOMPARE(model.weightsSha256(), Sha256::hexOf(readFile(folder / "model.safetensors")));
  }

  void readRowsIsBounded() {
    const TempFolder temp;
    fixture::writeModelFolder(temp / "m");
    const ModelFolder model = ModelFolder::open(temp / "m");
    const auto random = ModelWeights::random(model.spec, 1);
    for (const ModelWeights* weights : {model.weights.get(), random.get()}) {
      std::vector<float> out(16);
      const auto refused = [&](const char* name, std::int64_t first, std::int64_t count) {
        return !refusal([&] { weights->readRows(name, first, count, out); }).empty();
      };
      QVERIFY(!refused("lm_head.weight", 31, 1) && !refused("model.norm.weight", 0, 1));
      QVERIFY(refused("lm_head.weight", 32, 1) && refused("lm_head.weight", -1, 1) &&
              refused("lm_head.weight", 0, 2) && refused("lm_head.weight", 0, 0));
      QVERIFY(refused("lm_head.weight", INT64_MAX, 1) && refused("lm_head.weight", 0, INT64_MAX) &&
              refused("lm_head.weight", 0, -1));
      QVERIFY(refused("model.norm.weight", 1, 1) && refused("no.such.tensor", 0, 1));
    }
  }

  void otherTypes() {
    for (const auto type : {DType::F32, DType::F16}) {
      const TempFolder temp;
      writeFile(temp / "config.json", ConfigText().text());
      const ModelSpec spec = readModel(temp.path()).spec;
      ModelBytes(spec, type).write(temp / "model.safetensors");
      const auto weights = ModelWeights::open(temp.path(), spec);
      QVERIFY(!weights->storedAsBf16());
      const auto got = rows(*weights, "model.layers.1.mlp.down_proj.weight", 0, 16, 24);
      const auto made =
          rows(*ModelWeights::random(spec, 1), "model.layers.1.mlp.down_proj.weight", 0, 16, 24);
      for (std::size_t i = 0; i < got.size(); ++i) QVERIFY(std::abs(got[i] - made[i]) < 1e-4f);
    }
    // A norm in F32 beside BF16 matrices loses nothing in a BF16 packing: norms are not packed.
    const TempFolder temp;
    writeFile(temp / "config.json", ConfigText().text());
    const ModelSpec spec = readModel(temp.path()).spec;
    ModelBytes bytes(spec);
    auto& norm = bytes.at("model.norm.weight");
    norm.dtype = DType::F32;
    norm.bytes = ModelBytes::encode(std::vector<float>(16, 1.25f), DType::F32);
    bytes.write(temp / "model.safetensors");
    const auto weights = ModelWeights::open(temp.path(), spec);
    QVERIFY(weights->storedAsBf16());
    QCOMPARE(rows(*weights, "model.norm.weight", 0, 1, 16)[7], 1.25f);
  }

  /// One tensor of another type does not change the arithmetic; a loss that it brings is named.
  void oneTensorOfAnotherType() {
    struct Case {
      const char* tensor;
      bool rounded;
    };
    for (const Case& c : {Case{"model.early_exit_gate.weight", false},
                          Case{"model.norm.weight", false}, Case{"lm_head.weight", true}}) {
      const TempFolder temp;
      writeFile(temp / "config.json", ConfigText().text());
      const ModelSpec spec = readModel(temp.path()).spec;
      ModelBytes bytes(spec), full(spec, DType::F32);
      bytes.at(c.tensor) = full.at(c.tensor);
      bytes.write(temp / "model.safetensors");
      const auto weights = ModelWeights::open(temp.path(), spec);
      QVERIFY2(weights->storedAsBf16(), c.tensor);
      QCOMPARE(weights->roundedByBf16(),
               c.rounded ? std::vector<std::string>{c.tensor} : std::vector<std::string>());
      const std::string all = std::to_string(bytes.tensors.size());
      QCOMPARE(weights->storedTypes(), "BF16 (1 of " + all + " tensors F32)");
    }
  }

  /// A download, rsync or training script puts other files under the names while the model is open.
  void hashesAreOfWhatWasOpened() {
    const TempFolder temp;
    fixture::writeModelFolder(temp / "m");
    const std::string config = readFile(temp / "m/config.json"),
                      weights = readFile(temp / "m/model.safetensors");
    const ModelFolder model = ModelFolder::open(temp / "m");
    ModelBytes(model.spec, DType::BF16, 9).write(temp / "m/model.safetensors");
    writeFile(temp / "m/new.json", config + " ");
    std::filesystem::rename(temp / "m/new.json", temp / "m/config.json");
    QVERIFY(readFile(temp / "m/model.safetensors") != weights);
    QCOMPARE(model.weightsSha256(), Sha256::hexOf(weights));
    QCOMPARE(model.configSha256(), Sha256::hexOf(config));
    QVERIFY(rows(*model.weights, "lm_head.weight", 0, 32, 16) ==
            rows(*ModelWeights::random(model.spec, 1), "lm_head.weight", 0, 32, 16));
  }

  /// The two most common wrong files, in every place of a model's file.
  void wrongFilesAreNamed() {
    const std::string pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5336011242\n";
    struct Case {
      const char* file;
      const std::string bytes;
      const char* phrase;
    };
    const Case cases[] = {{"config.json", pointer, "git lfs pull"},
                          {"model.safetensors", pointer, "git lfs pull"},
                          {"gates.safetensors", pointer, "git lfs pull"},
                          {"tokenizer.json", pointer, "git lfs pull"},
                          {"tokenizer.model", pointer, "git lfs pull"},
                          {"model.safetensors.index.json", pointer, "git lfs pull"},
                          {"model.safetensors", "GGUF\3\0\0\0rest of it", "GGUF"}};
    for (const Case& c : cases) {
      const TempFolder temp;
      fixture::writeModelFolder(temp / "m");
      if (std::string(c.file).ends_with("index.json"))
        std::filesystem::remove(temp / "m/model.safetensors");
      writeFile(temp / (std::string("m/") + c.file), c.bytes);
      const std::string refused = refusal([&] {
        ModelFolder::open(temp / "m");
        Tokenizer::open(temp / "m");
      });
      QVERIFY2(refused.find(c.phrase) != std::string::npos, refused.c_str());
      QVERIFY2(refused.find(c.file) != std::string::npos, refused.c_str());
    }
    const TempFolder temp;
    writeFile(temp / "ouro.gguf", "GGUF\3\0\0\0rest of it");
    for (const std::string& refused : {refusal([&] { ModelFolder::open(temp / "ouro.gguf"); }),
                                       refusal([&] { SafetensorsFile::open(temp / "ouro.gguf"); })})
      QVERIFY2(refused.find("GGUF") != std::string::npos, refused.c_str());
  }

  void brokenDownloadsAreNamed() {
    for (const auto& [left, phrase] :
         {std::pair{"m/.cache/huggingface/download/x.safetensors.incomplete", "not finished"},
          std::pair{"m/model-00001-of-00003.safetensors", "the index"}}) {
      const TempFolder temp;
      fixture::writeModelFolder(temp / "m");
      std::filesystem::remove(temp / "m/model.safetensors");
      std::filesystem::create_directories((temp / left).parent_path());
      writeFile(temp / left, "x");
      const std::string refused = refusal([&] { ModelFolder::open(temp / "m"); });
      QVERIFY2(refused.find(phrase) != std::string::npos, refused.c_str());
    }
  }

  /// A link out of the folder is refused for the tokenizer as for config and weights.
  void tokenizersAreContained() {
    for (const char* name : {"tokenizer.json", "tokenizer.model"}) {
      const TempFolder temp;
      fixture::writeModelFolder(temp / "m");
      writeFile(temp / "secret.json", "{\"password\": 1}");
      std::filesystem::create_symlink(temp / "secret.json", temp / (std::string("m/") + name));
      const std::string refused = refusal([&] { Tokenizer::open(temp / "m"); });
      QVERIFY2(refused.find("leaves the model folder") != std::string::npos, refused.c_str());
      QVERIFY2(refused.find("password") == std::string::npos, refused.c_str());
    }
  }

  void shards() {
    const TempFolder temp;
    writeFile(temp / "config.json", ConfigText().text());
    const ModelSpec spec = readModel(temp.path()).spec;
    const ModelBytes bytes(spec);
    const auto part = [](const std::string& name) {
      return "s" + std::to_string(name.size() % 3) + ".safetensors";
    };
    std::string index;
    for (const auto& t : bytes.tensors)
      index.append(index.empty() ? "{\"weight_map\":{" : ",")
          .append("\"" + t.name + "\":\"" + part(t.name) + "\"");
    writeFile(temp / "model.safetensors.index.json", index + "}}");
    for (const char* file : {"s0.safetensors", "s1.safetensors", "s2.safetensors"})
      bytes.write(temp / file, [&](const std::string& name) { return part(name) == file; });
    const ModelFolder model = ModelFolder::open(temp.path());
    const auto made = ModelWeights::random(spec, 1);
    for (const auto& t : expectedTensors(spec))
      QVERIFY(rows(*model.weights, t.name, 0, 1, t.shape.back()) ==
              rows(*made, t.name, 0, 1, t.shape.back()));
    QCOMPARE(model.weightsSha256(),
             Sha256::hexOf(readFile(temp / "s0.safetensors") + readFile(temp / "s1.safetensors") +
                           readFile(temp / "s2.safetensors")));
    // model.safetensors comes first where both are there.
    ModelBytes(spec, DType::BF16, 9).write(temp / "model.safetensors");
    const ModelFolder again = ModelFolder::open(temp.path());
    QVERIFY(rows(*again.weights, "lm_head.weight", 0, 32, 16) ==
            rows(*ModelWeights::random(spec, 9), "lm_head.weight", 0, 32, 16));
  }

  void gates() {
    const TempFolder temp;
    fixture::writeModelFolder(temp / "m");
    std::vector<float> weight(16);
    for (std::size_t i = 0; i < 16; ++i) weight[i] = 0.125f * static_cast<float>(i);
    const std::string w = ModelBytes::encode(weight, DType::BF16),
                      b = ModelBytes::encode({-0.5f}, DType::F32);
    writeSafetensors(temp / "m/gates.safetensors",
                     std::vector<TensorToWrite>{
                         {"stage2.weight", DType::BF16, {1, 16}, std::as_bytes(std::span(w))},
                         {"stage2.bias", DType::F32, {1}, std::as_bytes(std::span(b))},
                         {"look-ahead.weight", DType::BF16, {1, 16}, std::as_bytes(std::span(w))},
                         {"look-ahead.bias", DType::F32, {1}, std::as_bytes(std::span(b))}},
                     {{"default", "look-ahead"}});
    const ModelFolder model = ModelFolder::open(temp / "m");
    QCOMPARE(model.gates.size(), std::size_t{2});
    QCOMPARE(model.gates[0].name, std::string("look-ahead"));
    QCOMPARE(model.gates[1].name, std::string("stage2"));
    QCOMPARE(model.defaultGate, std::string("look-ahead"));
    QVERIFY(model.gates[1].weight == weight && model.gates[1].bias == -0.5f);
  }

  void replacedWeightsAreNoticed() {
    const TempFolder temp;
    fixture::writeModelFolder(temp / "m");
    const ModelFolder model = ModelFolder::open(temp / "m");
    std::filesystem::resize_file(temp / "m/model.safetensors", 3000);
    QVERIFY(refusal([&] {
              rows(*model.weights, "lm_head.weight", 0, 32, 16);
            }).find("FileChanged") != std::string::npos);
  }

  void hashingCanBeCancelled() {
    const TempFolder temp;
    fixture::writeModelFolder(temp / "m");
    const ModelFolder model = ModelFolder::open(temp / "m");
    std::stop_source stop;
    std::int64_t last = 0;
    model.weightsSha256(stop.get_token(),
                        [&](std::string_view, std::int64_t done, std::int64_t total) {
                          QVERIFY(done > last && done <= total);
                          last = done;
                        });
    QCOMPARE(last, std::int64_t(std::filesystem::file_size(temp / "m/model.safetensors")));
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, model.weightsSha256(stop.get_token()));
  }

  void randomWeights() {
    const ModelSpec spec = ouroSpec(namedShape("demo"));
    const auto a = ModelWeights::random(spec, 1), b = ModelWeights::random(spec, 1),
               c = ModelWeights::random(spec, 2);
    const auto whole = rows(*a, "lm_head.weight", 0, 1024, 256);
    QVERIFY(whole == rows(*b, "lm_head.weight", 0, 1024, 256));
    QVERIFY(whole != rows(*c, "lm_head.weight", 0, 1024, 256));
    QVERIFY(rows(*a, "model.layers.0.mlp.up_proj.weight", 0, 704, 256) !=
            rows(*a, "model.layers.0.mlp.gate_proj.weight", 0, 704, 256));
    // Any range, from any thread, is the same part of the whole.
    std::vector<std::thread> threads;
    std::vector<std::vector<float>> parts(8, std::vector<float>(128 * 256));
    for (std::size_t i = 0; i < parts.size(); ++i)
      threads.emplace_back(
          [&, i] { a->readRows("lm_head.weight", std::int64_t(i) * 128, 128, parts[i]); });
    for (auto& thread : threads) thread.join();
    for (std::size_t i = 0; i < parts.size(); ++i)
      QVERIFY(std::equal(parts[i].begin(), parts[i].end(),
                         whole.begin() + std::ptrdiff_t(i) * 128 * 256));
    const auto moments = [&](const char* name, std::int64_t count, std::size_t columns, double mean,
                             double spread) {
      const auto x = rows(*a, name, 0, count, columns);
      double sum = 0, squares = 0;
      for (const float v : x) {
        QVERIFY(bf16ToFloat(floatToBf16(v)) == v);
        sum += double(v);
        squares += double(v) * double(v);
      }
      const double n = double(x.size()), m = sum / n, s = std::sqrt(squares / n - m * m);
      QVERIFY2(std::abs(m - mean) < 6 * spread / std::sqrt(n), name);
      QVERIFY2(std::abs(s / spread - 1) < 6 / std::sqrt(n), name);
    };
    moments("model.embed_tokens.weight", 1024, 256, 0, 1);
    moments("model.layers.1.mlp.up_proj.weight", 704, 256, 0, 0.6 / 16);
    moments("model.layers.1.mlp.down_proj.weight", 256, 704, 0, 0.6 / std::sqrt(704.0));
    moments("model.layers.0.input_layernorm.weight", 1, 256, 1, 0.1);
    moments("model.layers.0.post_attention_layernorm_2.weight", 1, 256, 1, 0.1);
    moments("model.norm.weight", 1, 256, 1, 0.1);
    moments("lm_head.weight", 1024, 256, 0, 0.1);
    QVERIFY(a->storedAsBf16() && a->fileNames().empty());
    QCOMPARE(ModelWeights::random(ouroSpec(namedShape("1.4b")), 0)->storedBytes(),
             std::uint64_t{2'869'305'346});
  }
};

QTEST_GUILESS_MAIN(TestModelFolder)
#include "tst_model_folder.moc"
