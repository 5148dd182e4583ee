// SPDX-License-Identifier: GPL-3.0-or-later
// Both tokenizers against fixtures made with the reference libraries (tools/tokenizer_fixtures.py),
// string by string.
#include <QTest>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/DroppedText.h"
#include "core/text/SentencePieceTokenizer.h"
#include "core/text/TextPrefix.h"
#include "core/text/TokenText.h"
#include "core/text/Utf8.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using ::fixture::TempFolder;
using ::fixture::writeFile;
using Ids = std::vector<std::int32_t>;

namespace {

std::filesystem::path fixtureFile(const std::string& name) {
  return std::filesystem::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures" / name;
}

std::unique_ptr<Tokenizer> load(const std::string& name) {
  if (name.ends_with(".json")) return std::make_unique<ByteLevelBpeTokenizer>(fixtureFile(name));
  return std::make_unique<SentencePieceTokenizer>(fixtureFile(name));
}

std::string joined(const Ids& ids) {
  std::string out;
  for (const std::int32_t id : ids) out += std::to_string(id) + " ";
  return out;
}

/// Bytes of all tokens, which must be what decode() makes valid UTF-8 of.
std::string joinedBytes(const Tokenizer& tokenizer, const Ids& ids) {
  std::string out;
  for (const std::int32_t id : ids) out += tokenizer.bytes(id);
  return out;
}

QByteArray difference(const std::string& text, const std::string& expected,
                      const std::string& found) {
  return QByteArray::fromStdString("for " + printable(text, Spaces::Visible) + "\n  expected " +
                                   expected + "\n  found    " + found);
}

}  // namespace

class TestTokenizers : public QObject {
  Q_OBJECT

 private slots:
  void agreesWithTheReference_data();
  void agreesWithTheReference();
  void byteLevelBytesJoinToTheText();
  void whatIsLeftOutIsFound();
  void digitsAreSplitBeforeTheRegex();
  void addedTokensTakeTheIdOfTheVocabulary();
  void whatAPostProcessorPutsBefore();
  void specialTokensAreRecognisedAndLeftOut();
  void invalidBytesBecomeReplacementCharacters();
  void halfACharacterKeepsItsByte();
  void lastMergeOfAPairWins();
  void missingCharactersAreDropped();
  void unknownTokenOutsideTheVocabularyFailsOnlyWhenNeeded();
  void sentencePieceDropsItsPrefixAtEachStretch();
  void sentencePieceByteTokens();
  void aTextIsToldApartWhereItWasGoneOnWith();
  void unknownIdsGiveNothing();
  void longTextsAreEncodedInLinearTime();
  void opensAFolder();
  void tokensBesideASentencePieceModel();
  void aJsonThatIsNotReadGivesWayToTheModel();
  void aConvertedModelIsReadWhereTheModelIsNot();
  void vocabularyAndMergesInFilesOfTheirOwn();
  void tokensBeforeAText();
  void specialTokensAsWords();
};

void TestTokenizers::agreesWithTheReference_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("atLeast");
  const std::pair<const char*, int> all[] = {
      {"smollm.json", 10000},  {"gpt2_nfc.json", 5000},
      {"llama3.json", 3500},   {"qwen2.json", 2500},
      {"fallback.json", 2500}, {"huginn.json", 3500},
      {"spm_bpe.model", 2200}, {"spm_unigram_nfkc.model", 2200},
      {"llama2.json", 2200},   {"metaspace.json", 2200},
      {"gemma.json", 2200},
  };
  for (const auto& [name, count] : all) QTest::newRow(name) << QString(name) << count;
}

void TestTokenizers::agreesWithTheReference() {
  QFETCH(QString, name);
  QFETCH(int, atLeast);
  const auto tokenizer = load(name.toStdString());
  std::ifstream lines(
      fixtureFile(std::filesystem::path(name.toStdString()).stem().string() + ".jsonl"));
  std::string line;
  QVERIFY(std::getline(lines, line));  // says how the file was made
  int count = 0;
  while (std::getline(lines, line)) {
    const auto row = nlohmann::json::parse(line);
    const auto text = row[0].get<std::string>();
    const auto expected = row[1].get<Ids>();
    const auto decoded = row.size() > 2 ? row[2].get<std::string>() : text;
    const Ids found = tokenizer->encode(text);
    if (found != expected) QFAIL(difference(text, joined(expected), joined(found)).constData());
    const std::string back = tokenizer->decode(found);
    if (back != decoded) QFAIL(difference(text, printable(decoded), printable(back)).constData());
    ++count;
  }
  QVERIFY2(count >= atLeast, qPrintable(QString::number(count)));
}

void TestTokenizers::whatIsLeftOutIsFound() {
  const auto huginn = load("huginn.json");
  const auto gaps = [&](const std::string& text) {
    return droppedText(*huginn, text, huginn->encode(text));
  };
  const std::string accent = "\xcc\x81", joiner = "\xe2\x80\x8d";
  QVERIFY(gaps("plain words, 12").empty());
  QVERIFY(gaps("").empty());
  const Ids ids = huginn->encode("e" + accent + ".");
  QCOMPARE(gaps("e" + accent + "."),
           (std::vector<DroppedText>{{static_cast<int>(ids.size()) - 1, accent}}));
  // At both ends, and several at one place.
  const std::string text = accent + "a" + joiner + joiner + ". b" + accent;
  const std::vector<DroppedText> found = gaps(text);
  std::string rebuilt;
  const Ids all = huginn->encode(text);
  auto gap = found.begin();
  for (int t = 0; t <= static_cast<int>(all.size()); ++t) {
    for (; gap != found.end() && gap->token == t; ++gap) rebuilt += gap->text;
    if (t < static_cast<int>(all.size())) rebuilt += huginn->bytes(all[t]);
  }
  QCOMPARE(rebuilt, text);
  QVERIFY(droppedNote(found)->text().find("leaves out") != std::string::npos);
  QVERIFY(!droppedNote({}));
  // A tokenizer that writes a text in other words drops nothing.
  const auto nfkc = load("spm_unigram_nfkc.model");
  const std::string wide = "\xef\xbc\xa1\xef\xbc\xa2";  // full-width A and B
  QVERIFY(droppedText(*nfkc, wide, nfkc->encode(wide)).empty());
  // Bytes that are no text are what the tokenizer makes of them.
  QVERIFY(gaps("a\xff z").empty() || gaps("a\xff z")[0].text == "\xef\xbf\xbd");
}

void TestTokenizers::byteLevelBytesJoinToTheText() {
  const auto tokenizer = load("llama3.json");
  const std::string text = "naïve \U0001F468\u200D\U0001F469 x\xE4\xB8\xAD\n\n  's 12345";
  const Ids ids = tokenizer->encode(text);
  QCOMPARE(joinedBytes(*tokenizer, ids), text);
  QCOMPARE(tokenizer->decode(ids), text);
}

void TestTokenizers::digitsAreSplitBeforeTheRegex() {
  // The regex runs inside each piece, so its look-ahead ends at the digit: "a", two spaces, "1".
  const auto tokenizer = load("smollm.json");
  const Ids ids = tokenizer->encode("a  1");
  QCOMPARE(tokenizer->bytes(ids.at(0)), std::string("a"));
  QCOMPARE(tokenizer->bytes(ids.back()), std::string("1"));
  QCOMPARE(joinedBytes(*tokenizer, Ids(ids.begin() + 1, ids.end() - 1)), std::string("  "));
}

void TestTokenizers::addedTokensTakeTheIdOfTheVocabulary() {
  const ByteLevelBpeTokenizer tokenizer(
      R"({"version":"1.0","added_tokens":[
          {"id":7,"content":"ab","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
          {"id":3,"content":"new","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":false}],
          "normalizer":null,"pre_tokenizer":null,"post_processor":null,"decoder":{"type":"ByteLevel"},
          "model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}})",
      "test");
  QCOMPARE(tokenizer.idOf("ab").value_or(-1), 2);
  QCOMPARE(tokenizer.idOf("new").value_or(-1), 3);
  QCOMPARE(tokenizer.encode("anewab"), (Ids{0, 3, 2}));
  QVERIFY(tokenizer.isSpecial(2));
  QVERIFY(!tokenizer.isSpecial(3));
  QCOMPARE(tokenizer.notes().size(), std::size_t{1});
  QVERIFY(tokenizer.notes()[0].text().find("says id 7 but has id 2") != std::string::npos);
}

void TestTokenizers::whatAPostProcessorPutsBefore() {
  const auto with = [](const std::string& single) {
    return ByteLevelBpeTokenizer(
        R"({"version":"1.0","added_tokens":[],"normalizer":null,"pre_tokenizer":null,
            "decoder":{"type":"ByteLevel"},
            "post_processor":{"type":"TemplateProcessing","single":[)" +
            single + R"({"Sequence":{"id":"A","type_id":0}}],"pair":[],
            "special_tokens":{"b":{"id":"b","ids":[1],"tokens":["b"]}}},
            "model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}})",
        "test");
  };
  const ByteLevelBpeTokenizer adds = with(R"({"SpecialToken":{"id":"b","type_id":0}},)");
  QCOMPARE(adds.encode("a"), (Ids{0}));  // a run puts them before its text
  QCOMPARE(adds.prefix(), (Ids{1}));
  QVERIFY(adds.notes().empty());
  QVERIFY(with("").prefix().empty());
}

void TestTokenizers::specialTokensAreRecognisedAndLeftOut() {
  for (const char* name : {"smollm.json", "spm_bpe.model"}) {
    const auto tokenizer = load(name);
    const auto end = tokenizer->idOf("<|endoftext|>");
    QVERIFY(end.has_value());
    const Ids ids = tokenizer->encode("the<|endoftext|>and");
    QVERIFY(std::count(ids.begin(), ids.end(), *end) == 1);
    QCOMPARE(tokenizer->decode(ids), std::string("the<|endoftext|>and"));
    QCOMPARE(tokenizer->decode(ids, true), std::string("theand"));
    QCOMPARE(tokenizer->bytes(*end), std::string("<|endoftext|>"));
    QVERIFY(tokenizer->isSpecial(*end));
  }
}

void TestTokenizers::invalidBytesBecomeReplacementCharacters() {
  for (const char* name : {"llama3.json", "spm_bpe.model"}) {
    const auto tokenizer = load(name);
    QCOMPARE(tokenizer->encode("a\xFF\xF0\x9F"), tokenizer->encode("a\uFFFD\uFFFD"));
  }
}

void TestTokenizers::halfACharacterKeepsItsByte() {
  const auto tokenizer = load("qwen2.json");
  const Ids ids = tokenizer->encode("\U00010FFF");
  QCOMPARE(ids.size(), std::size_t{4});
  QCOMPARE(tokenizer->bytes(ids[0]), std::string("\xF0"));
  QCOMPARE(tokenizer->decode(Ids{ids[0], ids[1]}), std::string("\uFFFD"));
}

void TestTokenizers::lastMergeOfAPairWins() {
  // (a,b) stands at rank 0 and again behind (b,c): the later rank counts, so "bc" is merged first.
  const ByteLevelBpeTokenizer tokenizer(
      R"({"decoder":{"type":"ByteLevel"},"model":{"vocab":{"a":0,"b":1,"c":2,"ab":3,"bc":4},
          "merges":[["a","b"],["b","c"],["a","b"]]}})",
      "test");
  QCOMPARE(tokenizer.encode("abc"), (Ids{0, 4}));
}

void TestTokenizers::missingCharactersAreDropped() {
  const ByteLevelBpeTokenizer tokenizer(
      R"({"decoder":{"type":"ByteLevel"},"model":{"vocab":{"h":0,"e":1,"l":2},"merges":[]}})",
      "test");
  QCOMPARE(tokenizer.encode("hello"), (Ids{0, 1, 2, 2}));
}

void TestTokenizers::unknownTokenOutsideTheVocabularyFailsOnlyWhenNeeded() {
  const ByteLevelBpeTokenizer tokenizer(
      R"({"decoder":{"type":"ByteLevel"},"model":{"unk_token":"<unk>","vocab":{"h":0},"merges":[]}})",
      "test");
  QCOMPARE(tokenizer.encode("hh"), (Ids{0, 0}));
  QVERIFY_EXCEPTION_THROWN(tokenizer.encode("hx"), Error);
}

void TestTokenizers::sentencePieceDropsItsPrefixAtEachStretch() {
  const auto tokenizer = load("spm_bpe.model");
  for (const char* text :
       {"the of", " the", "a<|im_end|>b<|im_end|> c", "<|im_start|>user\nhi<|im_end|>\n", ""}) {
    QCOMPARE(tokenizer->decode(tokenizer->encode(text)), std::string(text));
  }
  const Ids ids = tokenizer->encode("the");
  QCOMPARE(joinedBytes(*tokenizer, ids), std::string(" the"));
}

void TestTokenizers::sentencePieceByteTokens() {
  const auto tokenizer = load("spm_bpe.model");
  const auto byte = tokenizer->idOf("<0xE2>");
  QVERIFY(byte.has_value());
  QCOMPARE(tokenizer->bytes(*byte), std::string("\xE2"));
  const Ids ids = tokenizer->encode("\U00010FFF");
  QCOMPARE(joinedBytes(*tokenizer, ids), std::string(" \U00010FFF"));
  QCOMPARE(tokenizer->kind(), std::string("sentencepiece BPE"));
}

/// Decoded in two pieces a text loses the space between them, or half a character on each side.
void TestTokenizers::aTextIsToldApartWhereItWasGoneOnWith() {
  for (const char* name :
       {"spm_bpe.model", "spm_unigram_nfkc.model", "smollm.json", "llama2.json", "fallback.json"}) {
    const auto tokenizer = load(name);
    const std::string text = "the one and the \U0001F469\u200D\U0001F4BB of it \u00e9t\u00e9";
    const Ids ids = tokenizer->encode(text);
    const TokenText whole = tokenText(*tokenizer, ids);
    QCOMPARE(whole.all, tokenizer->decode(ids, true));
    QCOMPARE(whole.ends.size(), ids.size());
    QCOMPARE(whole.ends.back(), whole.all.size());
    int spaces = 0;
    for (std::size_t n = 0; n <= ids.size(); ++n) {
      const std::string behind = whole.behind(n);
      QVERIFY(whole.all.ends_with(behind));
      QCOMPARE(utf8ValidPrefix(behind), behind.size());
      const std::string head = tokenizer->decode(std::span(ids).first(n), true);
      if (!head.ends_with("\uFFFD")) QCOMPARE(head + behind, whole.all);
      spaces += n > 0 && behind.starts_with(' ');
    }
    QVERIFY2(spaces >= 3, name);
  }
  // Bytes that are no text: every token ends where the text up to it does.
  const auto tokenizer = load("spm_bpe.model");
  Ids ids = tokenizer->encode("one");
  for (const char* byte : {"<0xE2>", "<0x41>", "<0xFF>", "<0x42>"})
    ids.push_back(*tokenizer->idOf(byte));
  const TokenText broken = tokenText(*tokenizer, ids);
  QCOMPARE(broken.all, std::string("one\uFFFDA\uFFFDB"));
  QCOMPARE(broken.behind(ids.size() - 1), std::string("B"));
  QCOMPARE(broken.behind(ids.size() - 3), std::string("A\uFFFDB"));
  QCOMPARE(tokenText(*tokenizer, {}).behind(0), std::string());
}

void TestTokenizers::unknownIdsGiveNothing() {
  for (const char* name : {"smollm.json", "spm_bpe.model"}) {
    const auto tokenizer = load(name);
    QCOMPARE(tokenizer->bytes(-1), std::string());
    QCOMPARE(tokenizer->bytes(tokenizer->size()), std::string());
    QCOMPARE(tokenizer->decode(Ids{-1, tokenizer->size(), 1 << 30}), std::string());
    QVERIFY(!tokenizer->isSpecial(-1));
    QVERIFY(!tokenizer->isSpecial(tokenizer->size()));
    QVERIFY(!tokenizer->idOf("no such token").has_value());
  }
}

void TestTokenizers::longTextsAreEncodedInLinearTime() {
  // A quadratic loop over 1 MB would take hours, so that this test ends is the assertion.
  const std::size_t size = 1 << 20;
  std::string newlines;
  while (newlines.size() < size) newlines += " \n";
  for (const char* name : {"smollm.json", "gpt2_nfc.json", "llama3.json", "spm_bpe.model"}) {
    const auto tokenizer = load(name);
    for (const std::string& text :
         {std::string(size, 'a'), std::string(size, ' '), std::string(size, '\''),
          std::string(size, '7'), std::string(size, '\n'), std::string(size, '<'), newlines}) {
      QCOMPARE(tokenizer->decode(tokenizer->encode(text)), text);
    }
  }
}

void TestTokenizers::opensAFolder() {
  const auto folder =
      std::filesystem::temp_directory_path() /
      ("ouroscope-tst-tokenizers-" + std::to_string(QCoreApplication::applicationPid()));
  std::filesystem::create_directory(folder);
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder), Error);
  std::filesystem::copy_file(fixtureFile("spm_bpe.model"), folder / "tokenizer.model");
  QCOMPARE(Tokenizer::open(folder)->kind(), std::string("sentencepiece BPE"));
  std::filesystem::copy_file(fixtureFile("smollm.json"), folder / "tokenizer.json");
  QCOMPARE(Tokenizer::open(folder)->kind(), std::string("byte-level BPE"));
  std::filesystem::remove_all(folder);
}

void TestTokenizers::tokensBesideASentencePieceModel() {
  const TempFolder folder;
  std::filesystem::copy_file(fixtureFile("spm_bpe.model"), folder / "tokenizer.model");
  const auto plain = Tokenizer::open(folder.path());
  const std::int32_t end = plain->size();
  const std::string first = std::to_string(end), second = std::to_string(end + 2);
  writeFile(folder / "tokenizer_config.json",
            R"({"added_tokens_decoder": {"0": {"content": "<unk>", "special": true}, ")" + first +
                R"(": {"content": "<|turn|>", "special": true}, ")" + second +
                R"(": {"content": "<think>", "special": false, "rstrip": true}}})");
  auto tokenizer = Tokenizer::open(folder.path());
  QVERIFY(tokenizer->notes().empty());
  QCOMPARE(tokenizer->size(), end + 3);
  QCOMPARE(tokenizer->idOf("<|turn|>").value_or(-1), end);
  QVERIFY(tokenizer->isSpecial(end) && !tokenizer->isSpecial(end + 2));
  Ids expected = plain->encode("the");
  expected.push_back(end);
  for (const std::int32_t id : plain->encode("and")) expected.push_back(id);
  expected.push_back(end + 2);
  for (const std::int32_t id : plain->encode("of")) expected.push_back(id);
  QCOMPARE(tokenizer->encode("the<|turn|>and<think> \nof"), expected);
  QCOMPARE(tokenizer->decode(expected), std::string("the<|turn|>and<think>of"));
  QCOMPARE(tokenizer->decode(expected, true), std::string("theand<think>of"));
  QCOMPARE(tokenizer->bytes(end + 1), std::string());
  QCOMPARE(tokenizer->bytes(end + 2), std::string("<think>"));

  // Behind a special token a stretch has no space mark where legacy is false.
  writeFile(folder / "tokenizer_config.json",
            R"({"legacy": false, "added_tokens_decoder": {")" + first +
                R"(": {"content": "<|turn|>", "special": true}}})");
  tokenizer = Tokenizer::open(folder.path());
  Ids bare = tokenizer->encode("the<|turn|>and");
  QCOMPARE(tokenizer->decode(bare), std::string("the<|turn|>and"));
  QVERIFY(bare != Ids(expected.begin(), expected.begin() + std::ssize(bare)));
  QCOMPARE(tokenizer->encode("the and"), plain->encode("the and"));

  // added_tokens.json counts where the other file names none; an id that is a piece must be it.
  writeFile(folder / "tokenizer_config.json", "{}");
  writeFile(folder / "added_tokens.json", R"({"<x>": )" + first + R"(, "<y>": 5})");
  tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->idOf("<x>").value_or(-1), end);
  QVERIFY(!tokenizer->idOf("<y>"));
  QCOMPARE(tokenizer->notes().size(), std::size_t{1});
  writeFile(folder / "added_tokens.json", R"({"<x>": -1})");
  tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->size(), end);
  QCOMPARE(tokenizer->notes().size(), std::size_t{1});
}

void TestTokenizers::aJsonThatIsNotReadGivesWayToTheModel() {
  const TempFolder folder;
  writeFile(folder / "tokenizer.json",
            R"({"normalizer": {"type": "Prepend", "prepend": "_"}, "model": {}})");
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder.path()), Error);
  std::filesystem::copy_file(fixtureFile("spm_bpe.model"), folder / "tokenizer.model");
  const auto tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->kind(), std::string("sentencepiece BPE"));
  QCOMPARE(tokenizer->notes().size(), std::size_t{1});
  QVERIFY(tokenizer->notes()[0].text().find("Prepend") != std::string::npos);
}

void TestTokenizers::aConvertedModelIsReadWhereTheModelIsNot() {
  const TempFolder folder;
  std::filesystem::copy_file(fixtureFile("llama2.json"), folder / "tokenizer.json");
  auto tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->kind(), std::string("BPE of a sentencepiece model"));
  // A space mark is a space, a written byte a byte.
  QCOMPARE(tokenizer->bytes(*tokenizer->idOf("\u2581")), std::string(" "));
  QCOMPARE(tokenizer->bytes(*tokenizer->idOf("<0x0A>")), std::string("\n"));
  std::filesystem::copy_file(fixtureFile("spm_bpe.model"), folder / "tokenizer.model");
  tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->kind(), std::string("sentencepiece BPE"));
  QVERIFY(tokenizer->notes().empty());
}

void TestTokenizers::vocabularyAndMergesInFilesOfTheirOwn() {
  const TempFolder folder;
  std::ifstream in(fixtureFile("gpt2_nfc.json"));
  const auto document = nlohmann::json::parse(in);
  writeFile(folder / "vocab.json", document["model"]["vocab"].dump());
  std::string merges = "#version: 0.2\n";
  for (const auto& merge : document["model"]["merges"])
    merges +=
        (merge.is_string() ? merge.get<std::string>()
                           : merge[0].get<std::string>() + " " + merge[1].get<std::string>()) +
        "\n";
  writeFile(folder / "merges.txt", merges);
  writeFile(
      folder / "tokenizer_config.json",
      R"({"tokenizer_class": "GPT2Tokenizer", "added_tokens_decoder": {"0": {"content": "<|endoftext|>", "special": true}}})");
  const auto tokenizer = Tokenizer::open(folder.path());
  QCOMPARE(tokenizer->kind(), std::string("byte-level BPE"));
  const auto whole = load("gpt2_nfc.json");
  for (const std::string text : {"the cat's 123  deeper\n\n", "<|endoftext|>x", "caf\u00e9"})
    QCOMPARE(tokenizer->encode(text), whole->encode(text));
  writeFile(folder / "tokenizer_config.json", R"({"tokenizer_class": "BartTokenizer"})");
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder.path()), Error);
}

void TestTokenizers::tokensBeforeAText() {
  const auto with = [](const std::string& processor) {
    return ByteLevelBpeTokenizer(
        R"({"added_tokens":[
            {"id":1,"content":"<s>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
            {"id":2,"content":"</s>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
            "post_processor":)" +
            processor +
            R"(,"decoder":{"type":"ByteLevel"},"model":{"type":"BPE","vocab":{"a":0},"merges":[]}})",
        "test");
  };
  const std::string template_ =
      R"({"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}})";
  const std::string tokens =
      R"("special_tokens":{"<s>":{"id":"<s>","ids":[1],"tokens":["<s>"]},"</s>":{"id":"</s>","ids":[2],"tokens":["</s>"]}}})";
  const auto begins = with(template_ + "]," + tokens);
  QCOMPARE(begins.prefix(), (Ids{1}));
  QVERIFY(begins.notes().empty());
  const auto both = with(template_ + R"(,{"SpecialToken":{"id":"</s>","type_id":0}}],)" + tokens);
  QCOMPARE(both.prefix(), (Ids{1}));
  QCOMPARE(both.notes().size(), std::size_t{1});  // what stands behind a text is left out
  QVERIFY(with("null").prefix().empty());
  QCOMPARE(
      with(
          R"({"type":"RobertaProcessing","sep":["</s>",2],"cls":["<s>",1],"trim_offsets":true,"add_prefix_space":false})")
          .prefix(),
      (Ids{1}));

  FolderText folder;
  QCOMPARE(textPrefix(begins, folder), (Ids{1}));
  folder.addBos = false;
  QVERIFY(textPrefix(begins, folder).empty());
  folder.addBos = true;
  QCOMPARE(textPrefix(with("null"), folder), (Ids{1}));
  folder.bosToken = "</s>";
  QCOMPARE(textPrefix(with("null"), folder), (Ids{2}));
  const auto pieces = load("spm_bpe.model");
  folder = {};
  QVERIFY(textPrefix(*pieces, folder).empty());
  folder.tokenizerClass = "LlamaTokenizer";
  QCOMPARE(textPrefix(*pieces, folder), (Ids{*pieces->idOf("<s>")}));
}

void TestTokenizers::specialTokensAsWords() {
  for (const char* name : {"smollm.json", "spm_bpe.model"}) {
    const auto tokenizer = load(name);
    const std::string text = "the<|im_end|>and<|im_end|>";
    const auto count = [&](const Ids& ids) {
      return std::ranges::count(ids, *tokenizer->idOf("<|im_end|>"));
    };
    QCOMPARE(count(tokenizer->encode(text)), 2);
    const TextRange all[] = {{0, text.size()}};
    QCOMPARE(count(tokenizer->encodePlain(text, all)), 0);
    QCOMPARE(tokenizer->decode(tokenizer->encodePlain(text, all)), text);
    const TextRange first[] = {{0, 5}};  // touches the first of them
    QCOMPARE(count(tokenizer->encodePlain(text, first)), 1);
    const TextRange between[] = {{13, 16}};
    QCOMPARE(count(tokenizer->encodePlain(text, between)), 2);
  }
}

QTEST_GUILESS_MAIN(TestTokenizers)
#include "tst_tokenizers.moc"
