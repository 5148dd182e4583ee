// SPDX-License-Identifier: GPL-3.0-or-later
// The small files of the released Ouro models, made byte for byte (their SHA-256 is that of the
// files on the Hub) from the list of merges in tests/text/fixtures/ouro.
#include <QTest>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/run/ConversationText.h"
#include "core/support/Sha256.h"
#include "core/text/PreTokenizer.h"
#include "core/text/StopTokens.h"
#include "core/text/Utf8.h"
#include "tests/model/ModelFixtures.h"
#include "tests/text/ChatTemplates.h"

using namespace ouroscope;
using test::addedToken;
using test::chatTemplateNamed;
using Json = nlohmann::ordered_json;
using Ids = std::vector<std::int32_t>;

namespace {

const std::filesystem::path kFixtures =
    std::filesystem::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures";

std::vector<std::string> mergeLines() {
  std::istringstream in(fixture::readFile(kFixtures / "ouro/merges.txt"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("#version")) lines.push_back(line);
  return lines;
}

const char* const kSpecial[] = {
    "<|endoftext|>",    "<|im_start|>",    "<|im_end|>",     "<think>",        "</think>",
    "<file_sep>",       "<filename>",      "<gh_stars>",     "<issue_start>",  "<issue_comment>",
    "<issue_closed>",   "<jupyter_start>", "<jupyter_text>", "<jupyter_code>", "<jupyter_output>",
    "<jupyter_script>", "<empty_output>"};

/// Characters of the byte alphabet that the released vocabulary does not have.
constexpr const char* kMissing = "ÀÁñòõö÷øùúûüýþÿĄĆēĔĖĝ";

/// Special tokens, the byte alphabet in order, then what each merge gives.
std::vector<std::string> vocabulary(const std::vector<std::string>& merges) {
  std::vector<std::string> words(std::begin(kSpecial), std::end(kSpecial));
  std::vector<char32_t> alphabet;
  for (int byte = 0; byte < 256; ++byte)
    alphabet.push_back(byteToAlphabet(static_cast<std::uint8_t>(byte)));
  std::ranges::sort(alphabet);
  for (const char32_t c : alphabet) {
    std::string letter;
    appendUtf8(letter, c);
    if (std::string(kMissing).find(letter) == std::string::npos) words.push_back(letter);
  }
  for (std::string merge : merges) {
    merge.erase(merge.find(' '), 1);
    words.push_back(merge);
  }
  return words;
}

Json byteLevel(bool prefixSpace) {
  return {{"type", "ByteLevel"},
          {"add_prefix_space", prefixSpace},
          {"trim_offsets", true},
          {"use_regex", true}};
}

std::string tokenizerJson() {
  const std::vector<std::string> merges = mergeLines();
  Json added = Json::array(), vocab = Json::object(), pairs = Json::array();
  int id = 0;
  for (const char* name : kSpecial) added.push_back(addedToken<Json>(id++, name));
  id = 0;
  // Appended as they are: looking each up first would take minutes.
  auto& entries = vocab.get_ref<Json::object_t&>();
  for (const std::string& word : vocabulary(merges))
    static_cast<std::vector<std::pair<const std::string, Json>>&>(entries).emplace_back(word, id++);
  for (const std::string& merge : merges) {
    const std::size_t space = merge.find(' ');
    pairs.push_back({merge.substr(0, space), merge.substr(space + 1)});
  }
  const Json digits{{"type", "Digits"}, {"individual_digits", true}};
  const Json document{
      {"version", "1.0"},
      {"truncation", nullptr},
      {"padding", nullptr},
      {"added_tokens", added},
      {"normalizer", nullptr},
      {"pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", {digits, byteLevel(false)}}}},
      {"post_processor", nullptr},
      {"decoder", byteLevel(true)},
      {"model",
       {{"type", "BPE"},
        {"dropout", nullptr},
        {"unk_token", nullptr},
        {"continuing_subword_prefix", nullptr},
        {"end_of_word_suffix", nullptr},
        {"fuse_unk", false},
        {"byte_fallback", false},
        {"ignore_merges", false},
        {"vocab", vocab},
        {"merges", pairs}}}};
  return document.dump(2);
}

std::string configJson(int layers, int bos, int eos) {
  const Json document{{"architectures", {"OuroForCausalLM"}},
                      {"attention_dropout", 0.0},
                      {"auto_map",
                       {{"AutoConfig", "configuration_ouro.OuroConfig"},
                        {"AutoModel", "modeling_ouro.OuroModel"},
                        {"AutoModelForCausalLM", "modeling_ouro.OuroForCausalLM"}}},
                      {"bos_token_id", bos},
                      {"eos_token_id", eos},
                      {"head_dim", 128},
                      {"hidden_act", "silu"},
                      {"hidden_size", 2048},
                      {"initializer_range", 0.02},
                      {"intermediate_size", 5632},
                      {"layer_types", std::vector<std::string>(layers, "full_attention")},
                      {"max_position_embeddings", 65536},
                      {"max_window_layers", layers},
                      {"model_type", "ouro"},
                      {"num_attention_heads", 16},
                      {"num_hidden_layers", layers},
                      {"num_key_value_heads", 16},
                      {"rms_norm_eps", 1e-06},
                      {"rope_scaling", nullptr},
                      {"rope_theta", 1000000.0},
                      {"sliding_window", nullptr},
                      {"tie_word_embeddings", false},
                      {"torch_dtype", "bfloat16"},
                      {"total_ut_steps", 4},
                      {"early_exit_threshold", 1.0},
                      {"transformers_version", "4.55.0"},
                      {"use_cache", true},
                      {"use_sliding_window", false},
                      {"vocab_size", 49152}};
  return document.dump(2);
}

}  // namespace

class TestReleasedFiles : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    json_ = tokenizerJson();
    fixture::writeFile(folder_ / "tokenizer.json", json_);
    fixture::writeFile(folder_ / "chat_template.jinja",
                       chatTemplateNamed("default in an else branch"));
    tokenizer_ = Tokenizer::open(folder_.path());
    text_ = FolderText::read(folder_.path());
  }

  void filesAreThoseOfTheHub() {
    QCOMPARE(Sha256::hexOf(fixture::readFile(kFixtures / "ouro/merges.txt")),
             std::string("0b54e8aa4e53d5383e2e4bc635a56b43f9647f7b13832d5d9ecd8f82dac4f510"));
    QCOMPARE(json_.size(), std::size_t{3'522'644});
    QCOMPARE(Sha256::hexOf(json_),
             std::string("fcb808fe5e7642f5299be28aea07fc7f6d4f4364c3ac5e408e15a772cbc8fa8d"));
  }

  void configs_data() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("bos");
    QTest::addColumn<int>("eos");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("sha256");
    QTest::newRow("Ouro-1.4B")
        << 24 << 0 << 0 << "\n"
        << "ce9cc13da41591b8b4deca053d7dfee06424c0228628ee862ea86d725bc163f3";
    QTest::newRow("Ouro-2.6B")
        << 48 << 0 << 0 << "\n"
        << "23b5c6942a9f0ca8619fb15acfaca93e02c169cdc4e03dbceb4d8a2df145697a";
    QTest::newRow("Ouro-2.6B-Thinking")
        << 48 << 1 << 2 << ""
        << "ad4b51dffae60bebeeac5e1d5055e78d01fc01b1a29cd89cd2e50edb848f645a";
  }
  void configs() {
    QFETCH(int, layers);
    QFETCH(int, bos);
    QFETCH(int, eos);
    QFETCH(QString, end);
    QFETCH(QString, sha256);
    const std::string bytes = configJson(layers, bos, eos) + end.toStdString();
    QCOMPARE(Sha256::hexOf(bytes), sha256.toStdString());
    fixture::writeFile(folder_ / "config.json", bytes);
    const ModelDescription model = readModel(folder_.path());
    ModelConfig expected = namedShape(layers == 24 ? "1.4b" : "2.6b");
    expected.bosId = bos;
    expected.eosIds = {eos};
    QVERIFY(model.config == expected);
    QVERIFY2(model.notes.empty(), model.notes.empty() ? "" : model.notes[0].text().c_str());
    QCOMPARE(model.sha256, sha256.toStdString());
  }

  /// The ids are those that the PyPI package tokenizers gives for what Jinja renders.
  void aQuestionIsTwentySevenTokens() {
    QCOMPARE(tokenizer_->size(), 49152);
    const FolderChat chat = FolderChat::of(*tokenizer_, text_);
    QVERIFY(chat.recognised && chat.notes().empty());
    const auto ids = [&](const ChatPrompt& prompt) {
      return tokenizer_->encode(writeConversation(chat, prompt, "Ouro").text);
    };
    ChatPrompt prompt{{{"user", "What is 2+2?"}}};
    QVERIFY((ids(prompt) == Ids{1,  9690, 198, 2683, 359, 253,  5356, 11173, 30,
                                2,  198,  1,   4093, 198, 1780, 314,  216,   34,
                                27, 34,   47,  2,    198, 1,    520,  9531,  198}));
    QCOMPARE(ids(prompt).size(), std::size_t{27});
    prompt.system = "";
    QCOMPARE(ids(prompt).size(), std::size_t{27 - 11});  // without the default system turn
  }

  void thinkingIsOneToken() {
    QVERIFY((tokenizer_->encode("<think>\n") == Ids{3, 198}));
    QVERIFY(tokenizer_->isSpecial(3) && tokenizer_->isSpecial(4));
    QCOMPARE(tokenizer_->bytes(4), std::string("</think>"));
  }

  void stopsWhereTheReleasedCodeDoes() {
    const FolderChat chat = FolderChat::of(*tokenizer_, text_);
    QVERIFY((stopTokens(*tokenizer_, text_, Ids{0}, nullptr).ids == Ids{0}));
    QVERIFY((stopTokens(*tokenizer_, text_, Ids{0}, chat.marks).ids == Ids{0, 2}));
  }

 private:
  const fixture::TempFolder folder_;
  std::string json_;
  std::unique_ptr<Tokenizer> tokenizer_;
  FolderText text_;
};

QTEST_GUILESS_MAIN(TestReleasedFiles)
#include "tst_released_files.moc"
