// SPDX-License-Identifier: GPL-3.0-or-later
// Folders as people really have them: files that are links, exports of other libraries, parts of a
// download. Each opens where that is right, and is refused in a sentence of its own elsewhere.
#include <QTest>
#include <algorithm>

#include "core/model/ModelCard.h"
#include "core/support/Error.h"
#include "core/text/FolderText.h"
#include "core/text/Tokenizer.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
namespace fs = std::filesystem;
using fixture::ConfigText;
using fixture::has;
using fixture::ModelBytes;
using fixture::refusal;
using fixture::TempFolder;
using fixture::writeFile;

namespace {

constexpr const char *kA = "model-00001-of-00002.safetensors",
                     *kB = "model-00002-of-00002.safetensors";
bool inFirst(const std::string& tensor) {
  return has(tensor, "layers.0.");
}

ModelSpec specOf(const ConfigText& config = {}) {
  const TempFolder temp;
  writeFile(temp / "config.json", config.text());
  return readModel(temp.path()).spec;
}

/// Everything that a run reads of a folder, by one rule for links.
void openAll(const fs::path& path, OutsideLinks links) {
  const ContainedFolder folder(path, links);
  const ModelFolder model = ModelFolder::open(folder);
  std::vector<float> row(16);
  model.weights->readRows("lm_head.weight", 31, 1, row);
  Tokenizer::open(folder);
  FolderText::read(folder);
  licenceOf(folder);
}

/// A folder that has all files which a run may read, but for those that another one stands in for.
void writeWholeFolder(const fs::path& folder, const std::string& file) {
  fs::create_directories(folder);
  writeFile(folder / "config.json", ConfigText().text());
  const ModelBytes bytes(specOf());
  if (file == "model.safetensors") {
    bytes.write(folder / "model.safetensors");
  } else {
    std::string index;
    for (const auto& t : bytes.tensors)
      index.append(index.empty() ? "{\"weight_map\":{" : ",")
          .append("\"" + t.name + "\":\"" + (inFirst(t.name) ? kA : kB) + "\"");
    writeFile(folder / "model.safetensors.index.json", index + "}}");
    bytes.write(folder / kA, inFirst);
    bytes.write(folder / kB, [](const std::string& t) { return !inFirst(t); });
  }
  const std::string zeros(64, '\0');
  writeSafetensors(folder / "gates.safetensors",
                   std::vector<TensorToWrite>{
                       {"a.weight", DType::F32, {1, 16}, std::as_bytes(std::span(zeros))},
                       {"a.bias", DType::F32, {1}, std::as_bytes(std::span(zeros).first(4))}},
                   {});
  const fs::path fixtures = fs::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures";
  if (file == "vocab.json" || file == "merges.txt") {
    writeFile(folder / "vocab.json", R"({"a": 0, "b": 1, "ab": 2})");
    writeFile(folder / "merges.txt", "#version: 0.2\na b\n");
  } else if (file == "tokenizer.model" || file == "added_tokens.json") {
    fs::copy_file(fixtures / "spm_bpe.model", folder / "tokenizer.model");
    writeFile(folder / "added_tokens.json", "{}");
  } else {
    fs::copy_file(fixtures / "fallback.json", folder / "tokenizer.json");
  }
  for (const char* name :
       {"tokenizer_config.json", "generation_config.json", "special_tokens_map.json"})
    writeFile(folder / name, "{}");
  writeFile(folder / "chat_template.jinja", "{{ messages }}");
  writeFile(folder / "README.md", "---\nlicense: apache-2.0\n---\n# A model\n");
}

/// A model whose tensors are renamed, or left out where the new name is empty.
void writeRenamed(const fs::path& folder, const ConfigText& config,
                  const std::function<std::string(const std::string&)>& rename) {
  fs::create_directories(folder);
  writeFile(folder / "config.json", config.text());
  ModelBytes bytes(specOf(config));
  for (auto& t : bytes.tensors) t.name = rename(t.name);
  bytes.remove("");
  bytes.write(folder / "model.safetensors");
}

std::string withoutBase(const std::string& name) {
  return name.starts_with("model.") ? name.substr(6) : name;
}

}  // namespace

class TestOddFolders : public QObject {
  Q_OBJECT

 private slots:
  /// One rule for every file: refused with both ends and the switch, followed with it, and followed
  /// always where the link ends among the blobs of a Hub cache.
  void linksOutOfTheFolder_data() {
    QTest::addColumn<QString>("file");
    for (const char* file :
         {"config.json", "model.safetensors", "model.safetensors.index.json", kB,
          "gates.safetensors", "tokenizer.json", "tokenizer.model", "added_tokens.json",
          "vocab.json", "merges.txt", "tokenizer_config.json", "generation_config.json",
          "special_tokens_map.json", "chat_template.jinja", "README.md"})
      QTest::newRow(file) << QString(file);
  }
  void linksOutOfTheFolder() {
    QFETCH(QString, file);
    const TempFolder temp;
    const fs::path model = temp / "model", link = model / file.toStdString();
    writeWholeFolder(model, file.toStdString());
    openAll(model, OutsideLinks::Refused);
    const auto moveTo = [&](const fs::path& target) {
      fs::create_directories(target.parent_path());
      fs::rename(fs::canonical(link), target);
      fs::remove(link);
      fs::create_symlink(target, link);
      return fs::canonical(target);
    };

    const fs::path target = moveTo(temp / "store" / "x1");
    try {
      openAll(model, OutsideLinks::Refused);
      QFAIL("the link was followed");
    } catch (const OutsideLink& error) {
      QCOMPARE(error.link(), link);
      QCOMPARE(error.target(), target);
      for (const std::string& part :
           {link.string(), target.string(), std::string("--follow-links")})
        QVERIFY2(has(error.what(), part), error.what());
    }
    QCOMPARE(refusal([&] { openAll(model, OutsideLinks::Followed); }), std::string());

    const fs::path blobs = temp / "hub/models--X--Ouro/blobs";
    moveTo(blobs / std::string(64, 'a'));
    QCOMPARE(refusal([&] { openAll(model, OutsideLinks::Refused); }), std::string());
    // What has another name than a blob is no part of a cache.
    for (const std::string& name : {std::string(64, 'x'), std::string(63, 'a')}) {
      moveTo(blobs / name);
      QVERIFY(
          has(refusal([&] { openAll(model, OutsideLinks::Refused); }), "leaves the model folder"));
    }
  }

  void blobsOnAnotherDisk() {
    const TempFolder temp;
    const fs::path repository = temp / "models--X--Ouro", snapshot = repository / "snapshots/1";
    writeWholeFolder(snapshot, "model.safetensors");
    fs::create_directories(temp / "disk");
    fs::create_directory_symlink(temp / "disk", repository / "blobs");
    for (const std::string& name : {std::string(64, 'b'), std::string("weights")}) {
      fs::rename(fs::canonical(snapshot / "model.safetensors"), temp / ("disk/" + name));
      fs::remove(snapshot / "model.safetensors");
      fs::create_symlink("../../blobs/" + name, snapshot / "model.safetensors");
      QCOMPARE(refusal([&] { openAll(snapshot, OutsideLinks::Refused); }).empty(),
               name != "weights");
    }
  }

  void followedLinksEndAtRegularFiles() {
    const TempFolder temp;
    writeWholeFolder(temp / "m", "model.safetensors");
    fs::remove(temp / "m/model.safetensors");
    for (const char* target : {"/dev/zero", "/", "nowhere"}) {
      fs::remove(temp / "m/model.safetensors");
      fs::create_symlink(target, temp / "m/model.safetensors");
      QVERIFY(!refusal([&] { openAll(temp / "m", OutsideLinks::Followed); }).empty());
    }
  }

  void exportsOfOtherLibraries_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("phrase");  // of the refusal; empty: it opens
    QTest::addColumn<QString>("note");    // of what opens
    const auto row = [](const char* kind, const char* phrase, const char* note) {
      QTest::newRow(kind) << kind << phrase << note;
    };
    row("whole", "", "");
    row("peft prefix", "", "base_model.model.");
    row("peft prefix, base model", "the head", "");
    row("adapter not merged", "not merged", "");
    row("adapted modules not merged", "not merged", "");
    row("base model with its head", "", "export of the base model");
    row("base model, tied head", "", "export of the base model");
    row("base model", "the head: this is an export of the base model", "");
    row("no gate", "", "no exit gate");
    row("half a gate", "model.early_exit_gate.bias", "");
    row("one layer more", "", "asks for 2 layers, and the weights have more");
  }
  void exportsOfOtherLibraries() {
    QFETCH(QString, kind);
    QFETCH(QString, phrase);
    QFETCH(QString, note);
    const TempFolder temp;
    ConfigText config;
    if (kind.startsWith("base model")) config.set("architectures", "[\"OuroModel\"]");
    if (kind == "base model, tied head") config.set("tie_word_embeddings", "true");
    writeRenamed(temp / "m", config, [&](const std::string& name) -> std::string {
      const bool gate = has(name, "early_exit_gate");
      if (kind == "peft prefix") return "base_model.model." + name;
      if (kind == "peft prefix, base model")
        return name == "lm_head.weight" ? "" : "base_model.model." + withoutBase(name);
      if (kind == "adapter not merged" && has(name, "layers.1.self_attn.q_proj"))
        return "base_model.model." + name + ".lora_A.default.weight";
      if (kind == "adapted modules not merged" && has(name, "layers.1.self_attn.q_proj"))
        return "model.layers.1.self_attn.q_proj.base_layer.weight";
      if (kind == "base model") return name == "lm_head.weight" ? "" : withoutBase(name);
      if (kind.startsWith("base model")) return withoutBase(name);
      if (kind == "no gate" && gate) return "";
      if (kind == "half a gate" && has(name, "gate.bias")) return "";
      return name;
    });
    if (kind == "one layer more") {
      ModelBytes more(specOf(ConfigText().set("num_hidden_layers", "3")));
      more.write(temp / "m/model.safetensors");
    }
    std::vector<Note> notes;
    const std::string refused = refusal([&] {
      const ModelFolder model = ModelFolder::open(temp / "m");
      notes = model.notes;
      QCOMPARE(model.spec.exitGate, kind != "no gate");
      QCOMPARE(model.spec.find(TensorSlot::ExitGate) != nullptr, kind != "no gate");
      if (kind == "one layer more") return;
      // The numbers are those of the tensors, by whatever name they are stored.
      const auto made = ModelWeights::random(specOf(config), 1);
      for (const TensorSpec& t : model.spec.tensors) {
        std::vector<float> found(t.elements()), wanted(t.elements());
        model.weights->readSlot(t, 0, t.rows, found);
        made->readSlot(t, 0, t.rows, wanted);
        QVERIFY2(found == wanted, t.name.c_str());
      }
    });
    QCOMPARE(refused.empty(), phrase.isEmpty());
    QVERIFY2(has(refused, phrase.toStdString()), refused.c_str());
    QCOMPARE(notes.empty(), note.isEmpty());
    if (!notes.empty()) QVERIFY2(has(notes[0].text(), note.toStdString()), notes[0].text().c_str());
  }

  /// A threshold without a gate would stop nothing.
  void aModelWithoutItsGateReadsTheLastLoop() {
    const TempFolder temp;
    const ConfigText config = ConfigText().set("early_exit_threshold", "0.5");
    writeRenamed(temp / "m", config, [](const std::string& name) {
      return has(name, "early_exit_gate") ? std::string() : name;
    });
    QCOMPARE(ModelFolder::open(temp / "m").config.exitThreshold, 1.0);
  }

  void adapterFolders() {
    const TempFolder temp;
    const fs::path folder = temp / "adapter";
    fs::create_directories(folder);
    writeFile(folder / "adapter_model.safetensors", "x");
    const auto said = [&] { return refusal([&] { ModelFolder::open(folder); }); };
    writeFile(folder / "adapter_config.json",
              R"({"peft_type": "LORA", "base_model_name_or_path": "ByteDance/Ouro-1.4B"})");
    QVERIFY2(
        has(said(), "a LoRA adapter for 'ByteDance/Ouro-1.4B'") && has(said(), "merge_and_unload"),
        said().c_str());
    writeFile(folder / "adapter_config.json", R"({"peft_type": "IA3"})");
    QVERIFY2(has(said(), "an adapter for a model"), said().c_str());
    writeFile(folder / "adapter_config.json", "damaged");
    QVERIFY2(has(said(), "holds an adapter"), said().c_str());
    // The config of the model beside it makes it no model.
    writeFile(folder / "config.json", ConfigText().text());
    QVERIFY2(has(said(), "holds an adapter"), said().c_str());
    // With weights it is one.
    ModelBytes(specOf()).write(folder / "model.safetensors");
    QCOMPARE(said(), std::string());
  }

  void partsOfADownload_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("phrase");
    const auto row = [](const char* kind, const char* phrase) {
      QTest::newRow(kind) << kind << phrase;
    };
    row("no index, all shards", "");
    row("no index, one shard missing", "has 1 of the 2 shards");
    row("no index, names that contradict", "has 3 shards");
    row("no index, one shard twice", "is in two shards");
    row("index, one shard missing", "the shard 'model-00002-of-00002.safetensors' is missing");
    row("index, all shards missing", "like 1 more of 2, is missing");
    row("index, one shard missing, unfinished", "was not finished: run it again");
    row("last shard truncated", "the file is truncated");
    row("nothing, unfinished", "was not finished: run it again");
    row("config only, unfinished in the cache", "was not finished: run it again");
  }
  void partsOfADownload() {
    QFETCH(QString, kind);
    QFETCH(QString, phrase);
    const TempFolder temp;
    fs::path m = temp / "m";
    if (kind.endsWith("in the cache")) m = temp / "models--X--Ouro/snapshots/1";
    writeWholeFolder(m, "");
    const fs::path cache = m / ".cache/huggingface/download";
    if (kind.startsWith("no index")) fs::remove(m / "model.safetensors.index.json");
    if (kind.contains("one shard missing")) fs::remove(m / kB);
    if (kind == "no index, names that contradict")
      fs::copy_file(m / kB, m / "model-00001-of-00003.safetensors");
    if (kind == "no index, one shard twice") ModelBytes(specOf()).write(m / kB);
    if (kind.contains("all shards missing") || kind.contains("only"))
      for (const char* shard : {kA, kB}) fs::remove(m / shard);
    if (kind == "last shard truncated") fs::resize_file(m / kB, fs::file_size(m / kB) - 1);
    if (kind.startsWith("nothing"))
      for (const auto& entry : fs::directory_iterator(m)) fs::remove(entry.path());
    if (kind.contains("only")) fs::remove(m / "model.safetensors.index.json");
    if (kind.endsWith("unfinished")) {
      fs::create_directories(cache);
      writeFile(cache / "model.safetensors.1a2b.incomplete", "x");
    }
    if (kind.endsWith("in the cache")) {
      fs::create_directories(temp / "models--X--Ouro/blobs");
      writeFile(temp / "models--X--Ouro/blobs/1a2b.incomplete", "x");
    }
    std::vector<Note> notes;
    const std::string refused = refusal([&] { notes = ModelFolder::open(m).notes; });
    QVERIFY2(has(refused, phrase.toStdString()) && refused.empty() == phrase.isEmpty(),
             refused.c_str());
    if (refused.empty())
      QVERIFY(notes.size() == 1 && has(notes[0].text(), "index.json is missing"));
  }

  void licencesOfTheFolder() {
    const TempFolder temp;
    const auto licence = [&](const std::string& card) {
      writeFile(temp / "README.md", card);
      return licenceOf(temp.path());
    };
    QCOMPARE(licenceOf(temp.path()), std::string());
    QCOMPARE(licence("---\nlanguage:\n  - en\nlicense: apache-2.0\r\n---\ntext"),
             std::string("apache-2.0"));
    QCOMPARE(licence("---\nlicense: other\nlicense_name: 'llama3.2'\n---\n"),
             std::string("other (llama3.2)"));
    for (const char* none : {"", "license: mit", "---\nlicense: mit", "---\n---\nlicense: mit",
                             "---\ncard:\n  license: mit\n---\n"})
      QCOMPARE(licence(none), std::string());
    writeFile(temp / "config.json", R"({"license": "mit"})");
    QCOMPARE(licence("# A model"), std::string("mit"));
  }
};

QTEST_GUILESS_MAIN(TestOddFolders)
#include "tst_odd_folders.moc"
