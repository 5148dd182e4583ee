// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged and hostile tokenizer files: each is refused with a sentence that names file and place,
// none crashes. The sentencepiece ones include every kind that brings the library itself down.
#include <QTest>
#include <bit>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"
#include "core/text/Utf8.h"

using namespace ouroscope;
using nlohmann::json;

namespace {

/// What the loader says about a tokenizer: "" if it accepts.
template <typename T>
std::string refusal(std::string_view bytes) {
  try {
    const T tokenizer(bytes, "FILE");
    tokenizer.decode(tokenizer.encode("Hello <|endoftext|> \xF0\x9F\x98\x80 hello 12\n"));
    return {};
  } catch (const Error& e) {
    return e.what();
  }
}

json goodBpe() {
  return json::parse(R"({
    "version": "1.0", "truncation": null, "padding": null,
    "added_tokens": [{"id": 0, "content": "<|endoftext|>", "single_word": false, "lstrip": false,
                      "rstrip": false, "normalized": false, "special": true}],
    "normalizer": null,
    "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
      {"type": "Digits", "individual_digits": true},
      {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}]},
    "post_processor": null,
    "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
    "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
              "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false,
              "vocab": {"<|endoftext|>": 0, "h": 1, "e": 2, "l": 3, "o": 4, "he": 5, "ll": 6},
              "merges": ["h e", "l l"]}})");
}

std::string nested(int depth, const std::string& inner, const std::string& open,
                   const std::string& close) {
  std::string out;
  for (int i = 0; i < depth; ++i) out += open;
  out += inner;
  for (int i = 0; i < depth; ++i) out += close;
  return out;
}

struct BpeCase {
  const char* name;
  const char* pointer;  ///< JSON pointer of the value that is replaced, or added
  json value;
  const char* says;  ///< what the refusal must contain; "" = must be accepted
};

// ---- protobuf, written by hand: the tests link no protobuf either

std::string varint(std::uint64_t value) {
  std::string out;
  do {
    const auto low = static_cast<unsigned char>(value & 0x7F);
    value >>= 7;
    out += static_cast<char>(value != 0 ? low | 0x80 : low);
  } while (value != 0);
  return out;
}

std::string number(int field, std::uint64_t value) {
  return varint(static_cast<std::uint64_t>(field) << 3) + varint(value);
}

std::string bytesField(int field, const std::string& bytes) {
  return varint(static_cast<std::uint64_t>(field) << 3 | 2) + varint(bytes.size()) + bytes;
}

std::string little32(std::uint32_t value) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string piece(const std::string& text, float score = 0, int type = 1) {
  return bytesField(1, bytesField(1, text) + varint(2 << 3 | 5) +
                           little32(std::bit_cast<std::uint32_t>(score)) +
                           number(3, static_cast<std::uint64_t>(type)));
}

const std::string kUnknown = piece("<unk>", 0, 2);
const std::string kLetters =
    piece("\xE2\x96\x81", -1) + piece("h", -2) + piece("e", -3) + piece("l", -4) + piece("o", -5);
const std::string kBpe = bytesField(2, number(3, 2));
const std::string kPlain = kUnknown + kLetters + kBpe;

std::string charsMap(std::uint32_t trieBytes, const std::string& trie, const std::string& texts) {
  return kPlain + bytesField(3, bytesField(2, little32(trieBytes) + trie + texts));
}

/// A double array of 256 * blocks units, all unused except those given as {index, unit}.
std::string trie(int blocks, std::initializer_list<std::pair<std::size_t, std::uint32_t>> units) {
  std::vector<std::uint32_t> all(static_cast<std::size_t>(blocks) * 256, 0x80000000u);
  for (const auto& [index, unit] : units) all[index] = unit;
  std::string out;
  for (const std::uint32_t unit : all) out += little32(unit);
  return out;
}

/// label, offset to the children (below 2^21) and whether a leaf hangs there, as Darts-clone packs
/// them.
constexpr std::uint32_t unit(std::uint32_t label, std::uint32_t offset, bool leaf) {
  return label | (leaf ? 0x100u : 0u) | offset << 10;
}
constexpr std::uint32_t leafUnit(std::uint32_t value) {
  return 0x80000000u | value;
}

}  // namespace

class TestHostileTokenizers : public QObject {
  Q_OBJECT

 private slots:
  void tokenizerJsonFields_data();
  void tokenizerJsonFields();
  void tokenizerJsonText_data();
  void tokenizerJsonText();
  void everyTruncationOfATokenizerJson();
  void flippedBytesOfATokenizerJson();
  void sentencePiece_data();
  void sentencePiece();
  void everyTruncationOfASentencePieceModel();
  void flippedBytesOfASentencePieceModel();
  void files();
  void hostileTextsEnd();
};

void TestHostileTokenizers::tokenizerJsonFields_data() {
  QTest::addColumn<QByteArray>("document");
  QTest::addColumn<QByteArray>("says");
  const json flags = {{"single_word", false},
                      {"lstrip", false},
                      {"rstrip", false},
                      {"normalized", false},
                      {"special", false}};
  const auto token = [&](json id, json content) {
    json out = flags;
    out["id"] = std::move(id);
    out["content"] = std::move(content);
    return out;
  };
  const auto split = [](const char* regex) {
    return json{{"type", "Split"},
                {"pattern", {{"Regex", regex}}},
                {"behavior", "Isolated"},
                {"invert", false}};
  };
  const auto templated = [](json id) {
    return json{{"type", "TemplateProcessing"},
                {"single", json::array()},
                {"pair", json::array()},
                {"special_tokens", {{"<s>", {{"id", "<s>"}, {"ids", {id}}, {"tokens", {"<s>"}}}}}}};
  };
  json manySteps = json::array();
  for (int i = 0; i < 100; ++i)
    manySteps.push_back({{"type", "Digits"}, {"individual_digits", true}});
  const BpeCase cases[] = {
      {"good", "/version", "1.0", ""},
      {"version as number", "/version", 1.0, "version"},
      {"version null", "/version", nullptr, "version"},
      {"version 2.0", "/version", "2.0", "\"1.0\""},
      {"unknown top-level key", "/surprise", 1, "surprise"},
      {"truncation a number", "/truncation", 3, "truncation"},
      {"truncation is not applied", "/truncation", {{"max_length", 0}}, ""},
      {"added_tokens null", "/added_tokens", nullptr, "added_tokens"},
      {"added_tokens object", "/added_tokens", json::object(), "added_tokens"},
      {"added token a string", "/added_tokens/0", "<s>", "added_tokens[0]"},
      {"added token without flags", "/added_tokens/0", {{"id", 0}, {"content", "x"}}, "is missing"},
      {"added token id negative", "/added_tokens/0/id", -1, "id"},
      {"added token id 2^32", "/added_tokens/0/id", 4294967296LL, "id"},
      {"added token id fraction", "/added_tokens/0/id", 1.5, "id"},
      {"added token flag a number", "/added_tokens/0/special", 1, "special"},
      {"added token content a number", "/added_tokens/0/content", 7, "content"},
      {"added token of 1 MB", "/added_tokens/0/content", std::string(1 << 20, 'x'),
       "longer than 256"},
      {"added token empty", "/added_tokens/0/content", "", ""},
      {"added token far id is not used", "/added_tokens/-", token(4294967295LL, "far"), ""},
      {"normalizer unknown",
       "/normalizer",
       {{"type", "Precompiled"}, {"precompiled_charsmap", "AAAA"}},
       "Precompiled"},
      {"normalizer replace with a regex",
       "/normalizer",
       {{"type", "Replace"}, {"pattern", {{"Regex", "(a+)+$"}}}, {"content", ""}},
       "Replace"},
      {"normalizer without type", "/normalizer", json::object(), "type"},
      {"normalizer a string", "/normalizer", "NFC", "normalizer"},
      {"normalizer sequence of nothing",
       "/normalizer",
       {{"type", "Sequence"}, {"normalizers", json::array()}},
       ""},
      {"pre-tokenizer unknown", "/pre_tokenizer", {{"type", "BertPreTokenizer"}}, "BertPre"},
      {"metaspace without its mark", "/pre_tokenizer", {{"type", "Metaspace"}}, "Metaspace"},
      {"metaspace of another mark",
       "/pre_tokenizer",
       {{"type", "Metaspace"}, {"replacement", "_"}},
       "only U+2581"},
      {"metaspace with an unknown scheme",
       "/pre_tokenizer",
       {{"type", "Metaspace"}, {"replacement", "\u2581"}, {"prepend_scheme", "last"}},
       "'last'"},
      {"metaspace", "/pre_tokenizer", {{"type", "Metaspace"}, {"replacement", "\u2581"}}, ""},
      {"normalizer prepends another text",
       "/normalizer",
       {{"type", "Prepend"}, {"prepend", "x"}},
       "Prepend"},
      {"normalizer replaces another text",
       "/normalizer",
       {{"type", "Replace"}, {"pattern", {{"String", "a"}}}, {"content", "b"}},
       "Replace"},
      {"split merged with what is behind",
       "/pre_tokenizer",
       {{"type", "Split"},
        {"pattern", {{"String", "x"}}},
        {"behavior", "MergedWithNext"},
        {"invert", false}},
       "MergedWithNext"},
      {"decoder strips before it joins",
       "/decoder",
       {{"type", "Sequence"},
        {"decoders",
         {{{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}}, {{"type", "Fuse"}}}}},
       "Strip"},
      {"decoder strips at the end",
       "/decoder",
       {{"type", "Sequence"},
        {"decoders",
         {{{"type", "Fuse"}}, {{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 1}}}}},
       "stop"},
      {"decoder of sentencepiece and bytes at once",
       "/decoder",
       {{"type", "Sequence"}, {"decoders", {{{"type", "ByteLevel"}}, {{"type", "Fuse"}}}}},
       "exactly one"},
      {"decoder of no steps",
       "/decoder",
       {{"type", "Sequence"}, {"decoders", json::array()}},
       "exactly one"},
      {"pre-tokenizer null", "/pre_tokenizer", nullptr, ""},
      {"regex that backtracks", "/pre_tokenizer", split("(a+)+$"), "(a+)+$"},
      {"regex that does not compile", "/pre_tokenizer", split("["), "["},
      {"regex with control characters", "/pre_tokenizer", split("\x1b[31m"), "pattern"},
      {"split at nothing",
       "/pre_tokenizer",
       {{"type", "Split"},
        {"pattern", {{"String", ""}}},
        {"behavior", "Isolated"},
        {"invert", false}},
       "empty"},
      {"split behavior unknown",
       "/pre_tokenizer",
       {{"type", "Split"},
        {"pattern", {{"String", "x"}}},
        {"behavior", "Sideways"},
        {"invert", false}},
       "Sideways"},
      {"split with two patterns",
       "/pre_tokenizer",
       {{"type", "Split"},
        {"pattern", {{"String", "x"}, {"Regex", "y"}}},
        {"behavior", "Isolated"},
        {"invert", false}},
       "pattern"},
      {"byte level flag a string", "/pre_tokenizer/pretokenizers/1/add_prefix_space", "no",
       "add_prefix_space"},
      {"a hundred steps", "/pre_tokenizer/pretokenizers", manySteps, "more than 64"},
      {"decoder null", "/decoder", nullptr, "decoder"},
      {"decoder unknown", "/decoder", {{"type", "WordPiece"}}, "WordPiece"},
      {"decoder twice",
       "/decoder",
       {{"type", "Sequence"}, {"decoders", {{{"type", "ByteLevel"}}, {{"type", "ByteLevel"}}}}},
       "exactly one"},
      {"template with an id behind the table", "/post_processor", templated(999999999),
       "post_processor"},
      {"template with a negative id", "/post_processor", templated(-1), "post_processor"},
      {"template with a good id", "/post_processor", templated(1), ""},
      {"post-processor unknown", "/post_processor", {{"type", "Magic"}}, "Magic"},
      {"roberta with a bad id",
       "/post_processor",
       {{"type", "RobertaProcessing"}, {"sep", {"</s>", 70}}, {"cls", {"<s>", 0}}},
       "post_processor"},
      {"model null", "/model", nullptr, "model"},
      {"model unigram", "/model/type", "Unigram", "Unigram"},
      {"model bpe in lower case", "/model/type", "bpe", "bpe"},
      {"dropout 0.1", "/model/dropout", 0.1, "dropout"},
      {"dropout 0", "/model/dropout", 0.0, ""},
      {"dropout a string", "/model/dropout", "0", "dropout"},
      {"prefix", "/model/continuing_subword_prefix", "##", "##"},
      {"suffix", "/model/end_of_word_suffix", "</w>", "</w>"},
      {"unk a number", "/model/unk_token", 3, "unk_token"},
      {"unk that is nowhere fails when needed", "/model/unk_token", "<nope>", "<nope>"},
      {"vocab a list", "/model/vocab", json::array({"a"}), "vocab"},
      {"vocab null", "/model/vocab", nullptr, "vocab"},
      {"vocab empty",
       "/model",
       {{"type", "BPE"}, {"vocab", json::object()}, {"merges", json::array()}},
       ""},
      {"token id negative", "/model/vocab/h", -1, "vocab.h"},
      {"token id fraction", "/model/vocab/h", 1.5, "vocab.h"},
      {"token id a string", "/model/vocab/h", "1", "vocab.h"},
      {"token id 2^64 - 1", "/model/vocab/h", std::numeric_limits<std::uint64_t>::max(), "limit"},
      {"token id 4294967295", "/model/vocab/h", 4294967295LL, "limit"},
      {"token id at the limit", "/model/vocab/zz", 1000000, "limit"},
      {"token id below the limit", "/model/vocab/zz", 999999, ""},
      {"token id twice", "/model/vocab/zz", 3, "as well"},
      {"merges null", "/model/merges", nullptr, "merges"},
      {"merges an object", "/model/merges", json::object(), "merges"},
      {"merge of three", "/model/merges/0", "h e l", "merges[0]"},
      {"merge with two spaces", "/model/merges/0", "h  e", "merges[0]"},
      {"merge of one", "/model/merges/1", "he", "merges[1]"},
      {"merge empty", "/model/merges/0", "", "merges[0]"},
      {"merge of a stranger", "/model/merges/0", "h z", "not in the vocabulary"},
      {"merge whose product is missing", "/model/merges/0", "e h", "not in the vocabulary"},
      {"merge a number", "/model/merges/0", 3, "merges[0]"},
      {"merges mixed", "/model/merges/1", {"l", "l"}, "merges[1]"},
      {"merges as pairs", "/model/merges",
       json::array({json::array({"h", "e"}), json::array({"l", "l"})}), ""},
      {"merge pair with an empty side", "/model/merges", json::array({json::array({"", "e"})}),
       "not in the vocabulary"},
      {"merge pair of three", "/model/merges", json::array({json::array({"h", "e", "l"})}),
       "merges[0]"},
      {"version line among the merges", "/model/merges/0", "#version: 0.2", ""},
      {"fuse_unk a string", "/model/fuse_unk", "yes", "fuse_unk"},
  };
  for (const BpeCase& entry : cases) {
    json document = goodBpe();
    document[json::json_pointer(entry.pointer)] = entry.value;
    QTest::newRow(entry.name) << QByteArray::fromStdString(document.dump())
                              << QByteArray(entry.says);
  }
}

void TestHostileTokenizers::tokenizerJsonFields() {
  QFETCH(QByteArray, document);
  QFETCH(QByteArray, says);
  const std::string why = refusal<ByteLevelBpeTokenizer>(
      {document.constData(), static_cast<std::size_t>(document.size())});
  if (says.isEmpty()) {
    QCOMPARE(why, std::string());
    return;
  }
  QVERIFY2(why.find(says.toStdString()) != std::string::npos, why.c_str());
  // One line of readable text for every content of the file.
  QCOMPARE(utf8ValidPrefix(why), why.size());
  for (const char c : why) QVERIFY(static_cast<unsigned char>(c) >= 0x20);
  QVERIFY2(why.size() < 600, why.c_str());
}

void TestHostileTokenizers::tokenizerJsonText_data() {
  QTest::addColumn<QByteArray>("document");
  const std::string good = goodBpe().dump();
  const auto add = [](const char* name, const std::string& text) {
    QTest::newRow(name) << QByteArray::fromStdString(text);
  };
  const auto replaced = [&](const std::string& what, const std::string& with) {
    std::string out = good;
    return out.replace(out.find(what), what.size(), with);
  };
  add("empty", "");
  add("NUL", std::string(8, '\0'));
  add("NUL behind", good + std::string(3, '\0'));
  add("byte order mark", "\xEF\xBB\xBF" + good);
  add("two documents", good + good);
  add("a list", "[]");
  add("a string", "\"tokenizer\"");
  add("not a number", replaced("\"dropout\":null", "\"dropout\":NaN"));
  add("huge exponent", replaced("\"dropout\":null", "\"dropout\":1e999"));
  add("duplicate vocabulary entry", replaced("\"h\":1", "\"h\":1,\"h\":7"));
  add("duplicate model", replaced("\"model\":", "\"model\":{},\"model\":"));
  add("bad UTF-8 in a token", replaced("\"h\":1", "\"h\xFF\":1"));
  add("surrogate in a token", replaced("\"h\":1", "\"h\\ud800\":1"));
  add("raw control character", replaced("\"h\":1", "\"h\n\":1"));
  add("deep list", nested(1000000, "", "[", "]"));
  add("deep sequence",
      replaced(
          "\"normalizer\":null",
          "\"normalizer\":" + nested(200, "null", R"({"type":"Sequence","normalizers":[)", "]}")));
  add("unclosed objects", nested(1000000, "", "{\"a\":", ""));
}

void TestHostileTokenizers::tokenizerJsonText() {
  QFETCH(QByteArray, document);
  const std::string why = refusal<ByteLevelBpeTokenizer>(
      {document.constData(), static_cast<std::size_t>(document.size())});
  QVERIFY2(why.find("FILE") != std::string::npos, why.c_str());
}

void TestHostileTokenizers::everyTruncationOfATokenizerJson() {
  const std::string good = goodBpe().dump();
  for (std::size_t size = 0; size < good.size(); ++size) {
    QVERIFY(!refusal<ByteLevelBpeTokenizer>(std::string_view(good).substr(0, size)).empty());
  }
  QCOMPARE(refusal<ByteLevelBpeTokenizer>(good), std::string());
}

void TestHostileTokenizers::flippedBytesOfATokenizerJson() {
  // Accepted or refused, but never a crash; an accepted one must still encode.
  const std::string good = goodBpe().dump();
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bad = good;
    for (unsigned flips = 1 + random() % 3; flips > 0; --flips) {
      bad[random() % bad.size()] = static_cast<char>(random() % 256);
    }
    refused += !refusal<ByteLevelBpeTokenizer>(bad).empty();
  }
  QVERIFY(refused > 2000);
}

void TestHostileTokenizers::sentencePiece_data() {
  QTest::addColumn<QByteArray>("model");
  QTest::addColumn<QByteArray>("says");
  const auto add = [](const char* name, const std::string& model, const char* says) {
    QTest::newRow(name) << QByteArray::fromStdString(model) << QByteArray(says);
  };
  const std::string deepGroups(200000, '\x0B');  // start of a group, field 1
  const std::string texts("A\0", 2);

  add("good", kPlain, "");
  add("empty", "", "no pieces");
  add("text", "This is not a model.", "FILE");
  add("length 2^63", "\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", "middle of a field");
  add("length of eleven bytes", "\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "64 bits");
  add("deep groups", deepGroups, "kind");
  add("field number 0", std::string("\x02\x00", 2) + kPlain, "field number");
  add("pieces of the wrong kind", number(1, 5) + kPlain, "wrong kind");
  add("no unknown piece", kLetters + kBpe, "refused by the sentencepiece library");
  add("two unknown pieces", kUnknown + kPlain, "refused by the sentencepiece library");
  add("duplicate piece", kPlain + piece("h"), "refused by the sentencepiece library");
  add("empty piece", kPlain + piece(""), "piece 6: it is empty");
  add("piece without text", kPlain + bytesField(1, number(3, 1)), "piece 6: it is empty");
  add("NUL piece", kPlain + piece(std::string(1, '\0')), "NUL");
  add("NUL inside a piece", kPlain + piece(std::string("a\0b", 3)), "NUL");
  add("piece of bad UTF-8", kPlain + piece("\xFF\xFE"), "UTF-8");
  add("piece of half a character", kPlain + piece("\xE2\x96"), "UTF-8");
  add("score NaN", kPlain + piece("x", std::numeric_limits<float>::quiet_NaN()), "finite");
  add("score infinite", kPlain + piece("x", std::numeric_limits<float>::infinity()), "finite");
  add("score of the wrong kind", kPlain + bytesField(1, bytesField(1, "x") + number(2, 1)),
      "score");
  add("type 99", kPlain + piece("x", 0, 99), "type 99");
  add("type 0", kPlain + piece("x", 0, 0), "type 0");
  add("piece with two texts", kPlain + bytesField(1, bytesField(1, "x") + bytesField(1, "y")),
      "twice");
  add("model_type 77", kUnknown + kLetters + bytesField(2, number(3, 77)), "model_type 77");
  add("model_type 0", kUnknown + kLetters + bytesField(2, number(3, 0)), "model_type 0");
  add("trainer_spec twice", kPlain + kBpe, "twice");
  add("white space as suffix", kUnknown + kLetters + bytesField(2, number(3, 2) + number(24, 1)),
      "suffix");
  add("piece of 4096 bytes", kPlain + piece(std::string(4096, 'x')), "");
  add("piece of 4097 bytes", kPlain + piece(std::string(4097, 'x')), "4096");
  add("piece of 300 kB", kPlain + piece(std::string(300000, 'x')), "4096");
  add("piece of 4 MB", kPlain + piece(std::string(4000000, 'x')), "4096");
  add("control piece of 257 bytes", kPlain + piece(std::string(257, 'x'), 0, 3), "256");
  add("byte fallback without byte pieces",
      kUnknown + kLetters + bytesField(2, number(3, 2) + number(35, 1)),
      "refused by the sentencepiece library");
  add("byte piece <0x-1>", kPlain + piece("<0x-1>", 0, 6), "FILE");
  add("byte piece without fallback", kPlain + piece("<0x41>", 0, 6), "FILE");
  add("unescaped white space", kPlain + bytesField(3, number(5, 0)), "escape_whitespaces");
  add("denormalizer", kPlain + bytesField(5, bytesField(2, little32(4) + little32(0) + texts)),
      "denormalizer");
  add("charsmap of one byte", kPlain + bytesField(3, bytesField(2, "x")), "too short");
  add("charsmap larger than itself", charsMap(1 << 20, trie(1, {}), texts), "does not fit");
  add("charsmap all trie", charsMap(1024, trie(1, {}), ""), "does not fit");
  add("charsmap trie of 7 bytes", charsMap(7, trie(1, {}), texts), "does not fit");
  add("charsmap of an empty trie", charsMap(0, "", std::string(8, '\0')), "does not fit");
  add("charsmap of random bytes", charsMap(256, std::string(256, '\xC3'), texts), "outside itself");
  add("charsmap root far away", charsMap(1024, trie(1, {{0, unit(0, 4096, false)}}), texts),
      "outside itself");
  add("charsmap with less than a block", charsMap(4, little32(unit(0, 1, false)), texts),
      "outside itself");
  add("charsmap text without NUL", charsMap(1024, trie(1, {{0, unit(0, 0, false)}}), "ABC"),
      "no end");
  add("charsmap twice",
      kPlain +
          bytesField(3, bytesField(2, std::string(9, '\0')) + bytesField(2, std::string(9, '\0'))),
      "charsmap");
  // The root's children stand at 0x100 ^ label, so 'h' at 0x168; that one's at 0x200 ^ label, its
  // leaf at 0x200.
  const std::pair<std::size_t, std::uint32_t> root = {0, unit(0, 0x100, false)};
  const std::pair<std::size_t, std::uint32_t> h = {0x168, unit('h', 0x168 ^ 0x200, true)};
  const auto map = [&](std::uint32_t value, const std::string& replacements) {
    return charsMap(3072, trie(3, {root, h, {0x200, leafUnit(value)}}), replacements);
  };
  add("charsmap that works", map(0, texts), "");
  add("charsmap value out of bounds", map(2, texts), "out of bounds");
  add("charsmap text not UTF-8", map(0, std::string("\xE2\0", 2)), "UTF-8");
  add("charsmap text in mid-character", map(1, std::string("\xC3\xA9\0", 3)), "UTF-8");
  add("charsmap text of 1 MB", map(0, std::string(1 << 20, 'A') + '\0'), "too long");
  add("charsmap in a circle",
      charsMap(2048, trie(2, {root, {0x168, unit('h', 0x68, false)}}), texts), "circle");
  // 33 keys h, hh, hhh ... : node k stands in block k, its children and leaf in block k + 1.
  const auto chain = [&](std::uint32_t keys) {
    std::string units = trie(static_cast<int>(keys) + 2, {root});
    const auto put = [&](std::uint32_t at, std::uint32_t value) {
      units.replace(4 * at, 4, little32(value));
    };
    for (std::uint32_t k = 1; k <= keys; ++k) {
      const std::uint32_t at = 256 * k + 'h', below = 256 * (k + 1);
      put(at, unit('h', at ^ below, true));
      put(below, leafUnit(0));
    }
    return charsMap(1024 * (keys + 2), units, texts);
  };
  add("charsmap with 32 keys on a path", chain(32), "");
  add("charsmap with 33 keys on a path", chain(33), "32 keys");
  add("charsmap step out of the trie",
      charsMap(2048, trie(2, {root, {0x168, unit('h', 0x4000, false)}}), texts), "outside itself");
}

void TestHostileTokenizers::sentencePiece() {
  QFETCH(QByteArray, model);
  QFETCH(QByteArray, says);
  const std::string why =
      refusal<SentencePieceTokenizer>({model.constData(), static_cast<std::size_t>(model.size())});
  if (says.isEmpty()) {
    QCOMPARE(why, std::string());
    return;
  }
  QVERIFY2(why.find(says.toStdString()) != std::string::npos, why.c_str());
  QVERIFY2(why.starts_with("FILE "), why.c_str());
  for (const char c : why) QVERIFY(static_cast<unsigned char>(c) >= 0x20);
}

namespace {

std::string fixtureBytes(const char* name) {
  std::ifstream in(std::filesystem::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures" / name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

void TestHostileTokenizers::everyTruncationOfASentencePieceModel() {
  const std::string good = fixtureBytes("spm_bpe.model");
  QVERIFY(good.size() > 1000);
  int accepted = 0;
  for (std::size_t size = 0; size < good.size(); size += 3) {
    accepted += refusal<SentencePieceTokenizer>(std::string_view(good).substr(0, size)).empty();
  }
  // A cut between two fields behind the pieces leaves a smaller, whole model.
  QVERIFY2(accepted < 10, qPrintable(QString::number(accepted)));
}

void TestHostileTokenizers::flippedBytesOfASentencePieceModel() {
  std::mt19937 random(11);
  const std::string small = fixtureBytes("spm_bpe.model");
  const std::string withMap = fixtureBytes("spm_unigram_nfkc.model");
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    // The large one is nearly all charsmap, so its flips mostly hit the trie and the replacement
    // texts.
    std::string bad = round % 5 == 0 ? withMap : small;
    for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
      bad[random() % bad.size()] = static_cast<char>(random() % 256);
    }
    refused += !refusal<SentencePieceTokenizer>(bad).empty();
  }
  QVERIFY(refused > 100);
}

void TestHostileTokenizers::files() {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::temp_directory_path() /
      ("ouroscope-tst-hostile-" + std::to_string(QCoreApplication::applicationPid()));
  fs::create_directories(folder / "tokenizer.json");
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder), Error);  // a folder of that name
  fs::remove(folder / "tokenizer.json");
  fs::create_symlink("/dev/zero", folder / "tokenizer.json");
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder), Error);
  fs::remove(folder / "tokenizer.json");
  std::ofstream(folder / "tokenizer.model").put('\0');
  fs::resize_file(folder / "tokenizer.model", std::uintmax_t{1} << 40);  // sparse, a terabyte long
  QVERIFY_EXCEPTION_THROWN(Tokenizer::open(folder), Error);
  fs::remove_all(folder);
}

void TestHostileTokenizers::hostileTextsEnd() {
  // Half a megabyte each; an algorithm that is not linear would not come back.
  const auto repeated = [](std::string_view text) {
    std::string out;
    while (out.size() < (std::size_t{1} << 19)) out += text;
    return out;
  };
  json document = goodBpe();
  document["normalizer"] = {{"type", "NFC"}};
  const auto addToken = [&](const std::string& content, bool strips) {
    document["added_tokens"].push_back({{"id", 0},
                                        {"content", content},
                                        {"single_word", false},
                                        {"lstrip", strips},
                                        {"rstrip", strips},
                                        {"normalized", false},
                                        {"special", false}});
  };
  addToken(" ", true);
  addToken("<s>", true);
  addToken(std::string(256, 'a'), false);
  const ByteLevelBpeTokenizer tokenizer(document.dump(), "test");
  const SentencePieceTokenizer pieces(kPlain, "test");
  for (const std::string& text :
       {repeated(" "), repeated("l"), repeated(std::string(255, 'a') + "b"), repeated(" <s>"),
        repeated("\u0301\u0316"), repeated("\u0f73\u0f81"), repeated("\xFF"),
        repeated("<|endoftext|>"), repeated("<|endoftex"), repeated("\r \n")}) {
    tokenizer.decode(tokenizer.encode(text));
    pieces.decode(pieces.encode(text));
  }
  // A run of unknown characters is one unknown token, however long.
  QCOMPARE(pieces.encode(std::string("h").append(repeated("\u4e2d")).append("e")),
           pieces.encode("h\u4e2d\u4e2de"));
}

QTEST_GUILESS_MAIN(TestHostileTokenizers)
#include "tst_hostile_tokenizers.moc"
