// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/model/SafetensorsFile.h"
#include "core/support/Error.h"
#include "core/trace/Trace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;
using Json = nlohmann::json;

namespace {

/// A trace file taken apart, to be put together again with one thing wrong.
struct Parts {
  struct Tensor {
    DType dtype;
    std::vector<std::uint64_t> shape;
    std::vector<std::byte> data;
  };
  std::map<std::string, Tensor> tensors;
  std::map<std::string, std::string> metadata;
  Json json;

  explicit Parts(const std::string& path) {
    const SafetensorsFile file = SafetensorsFile::open(path);
    for (const TensorInfo& info : file.tensors()) {
      Tensor t{info.dtype, info.shape, std::vector<std::byte>(info.end - info.begin)};
      file.read(info, 0, t.data);
      tensors[info.name] = std::move(t);
    }
    metadata = file.metadata();
    json = Json::parse(metadata.at("ouroscope.trace"));
  }

  void write(const std::string& path) const {
    std::vector<TensorToWrite> list;
    for (const auto& [name, t] : tensors) list.push_back({name, t.dtype, t.shape, t.data});
    writeSafetensors(path, list, metadata);
  }
};

QString refusal(const std::string& path) {
  try {
    readTrace(path);
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

struct Case {
  std::string name, phrase;  ///< what the message must hold
  std::function<void(Parts&)> spoil;
};

std::vector<Case> cases() {
  std::vector<Case> list;
  const auto json = [&](const std::string& name, const std::string& phrase,
                        std::function<void(Json&)> spoil) {
    list.push_back({name, phrase, [spoil](Parts& p) {
                      spoil(p.json);
                      p.metadata["ouroscope.trace"] = p.json.dump();
                    }});
  };
  const auto text = [&](const std::string& name, const std::string& value) {
    list.push_back(
        {name, "ouroscope.trace", [value](Parts& p) { p.metadata["ouroscope.trace"] = value; }});
  };
  text("metadata empty", "");
  text("metadata not JSON", "{");
  text("metadata a list", "[]");
  text("metadata a number", "3");
  text("metadata with a byte-order mark", "\xef\xbb\xbf{}");
  text("metadata nested too deep", std::string(2000, '[') + std::string(2000, ']'));
  text("metadata with a key twice",
       R"({"format":{"major":1,"minor":0},"format":{"major":1,"minor":0}})");
  list.push_back(
      {"metadata missing", "not an Ouroscope trace", [](Parts& p) { p.metadata.clear(); }});

  json("newer major version", "format 3.", [](Json& j) { j["format"]["major"] = 3; });
  json("format 2 without its family", "family", [](Json& j) { j["format"]["major"] = 2; });
  json("a gate that is recorded, but should not be", "gate_logit", [](Json& j) {
    j["format"]["major"] = 2;
    j["model"]["family"] = "nanbeige";
    j["model"]["gate"] = nullptr;
    j["model"]["prelude"] = j["model"]["coda"] = 0;
    j["start_state"] = {{"kind", "embedding"}};
    j["lens"] = "direct";
    j["step_rule"] = {{"name", "replace"}, {"weight", 1}};
  });
  json("major version 0", "format 0", [](Json& j) { j["format"]["major"] = 0; });
  json("version negative", "major", [](Json& j) { j["format"]["major"] = -1; });
  json("version a string", "major", [](Json& j) { j["format"]["major"] = "1"; });
  json("version fractional", "major", [](Json& j) { j["format"]["major"] = 1.5; });
  for (const char* key : {"format", "model", "sampling", "exit", "captured", "tracked",
                          "token_bytes", "word_bytes", "loops_recorded", "top_k", "prompt_tokens",
                          "dtype", "device", "tokenizer_kind", "tool_version"}) {
    json(std::string("without ") + key, key, [key](Json& j) { j.erase(key); });
    json(std::string("null ") + key, key, [key](Json& j) { j[key] = nullptr; });
    json(std::string("a boolean for ") + key, key, [key](Json& j) { j[key] = true; });
  }
  for (const Json& bad : {Json(-1), Json(0), Json(1025), Json(1.5), Json("4"),
                          Json(18446744073709551615ULL), Json(Json::array())})
    json("loops_recorded " + bad.dump(), "loops_recorded",
         [bad](Json& j) { j["loops_recorded"] = bad; });
  for (const Json& bad : {Json(-1), Json(0), Json(4294967296ULL), Json("5")})
    json("top_k " + bad.dump(), "top_k", [bad](Json& j) { j["top_k"] = bad; });
  json("fewer loops than the tensors", "gate_logit", [](Json& j) { j["loops_recorded"] = 3; });
  json("fewer candidates than the tensors", "topk", [](Json& j) { j["top_k"] = 4; });
  for (const char* key : {"vocab_size", "hidden_size", "layers", "loops_trained"})
    for (const Json& bad : {Json(0), Json(-5), Json("8"), Json(1e18)})
      json(std::string(key) + " " + bad.dump(), key,
           [key, bad](Json& j) { j["model"][key] = bad; });
  json("vocabulary smaller than the tokens", "", [](Json& j) { j["model"]["vocab_size"] = 3; });
  json("hidden size that the tensor does not have", "hidden",
       [](Json& j) { j["model"]["hidden_size"] = 9; });
  json("more prompt tokens than tokens", "prompt", [](Json& j) { j["prompt_tokens"] = 99; });
  json("negative prompt tokens", "prompt_tokens", [](Json& j) { j["prompt_tokens"] = -1; });
  json("unknown KV policy", "policy", [](Json& j) { j["exit"]["kv_policy"] = "magic"; });
  json("threshold negative", "threshold", [](Json& j) { j["exit"]["threshold"] = -0.5; });
  json("threshold a string", "threshold", [](Json& j) { j["exit"]["threshold"] = "0.7"; });
  json("seed a number", "seed", [](Json& j) { j["sampling"]["seed"] = 3; });
  json("seed with a sign", "seed", [](Json& j) { j["sampling"]["seed"] = "-3"; });
  json("seed too long", "seed", [](Json& j) { j["sampling"]["seed"] = std::string(30, '9'); });
  json("temperature a list", "temperature",
       [](Json& j) { j["sampling"]["temperature"] = Json::array(); });
  json("top-p above 1", "top_p", [](Json& j) { j["sampling"]["top_p"] = 1.5; });
  json("tracked beyond the vocabulary", "tracked", [](Json& j) { j["tracked"] = {1000}; });
  json("tracked a string", "tracked", [](Json& j) { j["tracked"] = {"x"}; });
  json("one tracked token more than columns", "tracked", [](Json& j) { j["tracked"] = {3, 4}; });
  json("a token text too few", "", [](Json& j) { j["token_bytes"].erase(0); });
  json("a token text too many", "", [](Json& j) { j["token_bytes"].push_back("x"); });
  json("token text above Latin-1", "U+00FF", [](Json& j) { j["token_bytes"][0] = "\u4e2d"; });
  json("token text a number", "token_bytes", [](Json& j) { j["token_bytes"][0] = 7; });
  json("word without text", "word_bytes", [](Json& j) { j["word_bytes"][0] = {1}; });
  json("word id beyond the vocabulary", "word_bytes",
       [](Json& j) { j["word_bytes"][0][0] = 5000; });
  json("words not sorted", "word",
       [](Json& j) { std::reverse(j["word_bytes"].begin(), j["word_bytes"].end()); });
  json("gate without a column", "other_gate_logit",
       [](Json& j) { j["model"]["other_gates"].push_back("x"); });
  json("gates a string", "other_gates", [](Json& j) { j["model"]["other_gates"] = "x"; });
  json("captured but absent", "logits", [](Json& j) { j["captured"]["logits"] = true; });
  json("there but not captured", "hidden", [](Json& j) { j["captured"]["hidden"] = false; });

  for (const char* name :
       {"token_id", "loops_run", "gate_logit", "entropy", "logprob", "rank", "kl", "topk_id",
        "topk_logprob", "state_norm", "step_norm", "step_cosine", "tracked_rank", "hidden"}) {
    list.push_back(
        {std::string("without tensor ") + name, name, [name](Parts& p) { p.tensors.erase(name); }});
    list.push_back({std::string("flat tensor ") + name, name, [name](Parts& p) {
                      auto& t = p.tensors.at(name);
                      std::uint64_t n = 1;
                      for (const auto extent : t.shape) n *= extent;
                      t.shape = {n, 1};
                    }});
    list.push_back({std::string("tensor of bytes ") + name, name, [name](Parts& p) {
                      auto& t = p.tensors.at(name);
                      t.dtype = DType::U8;
                      t.shape = {t.data.size()};
                    }});
  }
  const auto value = [&](const std::string& name, const std::string& tensor, std::int32_t number) {
    list.push_back({name, tensor, [tensor, number](Parts& p) {
                      std::memcpy(p.tensors.at(tensor).data.data(), &number, 4);
                    }});
  };
  value("token id negative", "token_id", -1);
  value("token id beyond the vocabulary", "token_id", 200);
  value("loops run 0", "loops_run", 0);
  value("loops run beyond R", "loops_run", 5);
  value("loops run huge", "loops_run", 2147483647);
  value("candidate beyond the vocabulary", "topk_id", 200);
  value("candidate far negative", "topk_id", -2147483647);
  value("rank beyond the vocabulary", "rank", 200);
  value("rank below -1", "rank", -2);
  return list;
}

}  // namespace

class TestHostileTraces : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::SyntheticOptions o;
    o.captureHidden = true;
    good_ = folder_.filePath("good").toStdString();
    writeTrace(*test::syntheticTrace(o), good_);
    QCOMPARE(refusal(good_), QString());
  }

  void oneThingWrong_data() {
    QTest::addColumn<int>("index");
    const auto list = cases();
    qInfo("%d named cases", int(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) QTest::newRow(list[i].name.c_str()) << int(i);
  }

  void oneThingWrong() {
    QFETCH(int, index);
    static const auto list = cases();
    Parts parts(good_);
    list[std::size_t(index)].spoil(parts);
    const auto path = folder_.filePath("bad").toStdString();
    parts.write(path);
    const QString sentence = refusal(path);
    QVERIFY2(!sentence.isEmpty(), "was accepted");
    QVERIFY2(sentence.contains(QString::fromStdString(list[std::size_t(index)].phrase)),
             qPrintable(sentence));
    QVERIFY2(sentence.contains("bad"), qPrintable("does not name the file: " + sentence));
    QVERIFY(sentence.size() < 600);
  }

  /// NaN and infinities are data: a broken model is exactly what somebody may want to look at.
  void valuesThatAreNotNumbersAreShown() {
    Parts parts(good_);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (const char* name : {"gate_logit", "entropy", "kl", "state_norm"})
      std::memcpy(parts.tensors.at(name).data.data(), &nan, 4);
    const auto path = folder_.filePath("nan").toStdString();
    parts.write(path);
    QCOMPARE(refusal(path), QString());
  }

  void truncatedAnywhere() {
    QFile file(QString::fromStdString(good_));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto path = folder_.filePath("cut");
    for (qsizetype n = 0; n < bytes.size(); n += n < 64 ? 1 : 97) {
      QFile out(path);
      QVERIFY(out.open(QIODevice::WriteOnly));
      out.write(bytes.left(n));
      out.close();
      QVERIFY2(!refusal(path.toStdString()).isEmpty(), qPrintable(QString::number(n)));
    }
  }

  void bitsFlippedInTheHeader() {
    QFile file(QString::fromStdString(good_));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto path = folder_.filePath("flipped");
    for (qsizetype at = 0; at < 1600; ++at) {
      QByteArray flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
      QFile out(path);
      QVERIFY(out.open(QIODevice::WriteOnly));
      out.write(flipped);
      out.close();
      refusal(path.toStdString());  // accepted or refused in words: never a crash, which the
                                    // sanitizers watch
    }
  }

 private:
  QTemporaryDir folder_;
  std::string good_;
};

QTEST_GUILESS_MAIN(TestHostileTraces)
#include "tst_hostile_traces.moc"
