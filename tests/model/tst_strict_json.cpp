// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <clocale>
#include <nlohmann/json.hpp>

#include "core/support/DisplayText.h"
#include "core/support/HalfFloat.h"
#include "core/support/Sha256.h"
#include "core/support/StrictJson.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::refusal;
using nlohmann::json;

class TestStrictJson : public QObject {
  Q_OBJECT
 private slots:
  void goodDocuments() {
    // The tree must be the one the library builds on its own.
    for (const char* text :
         {"{}", "[]", "null", "true", "-5", "1.5e3", "\"\"", "\"\\u00e9\\ud83d\\ude00\\n\"",
          " [1, [2, {\"a\": [3, {}]}], \"x\"] ",
          "{\"a\":{\"b\":{\"c\":[1,2,3]}},\"d\":null,\"e\":[[],[[]]]}",
          "[18446744073709551615,-9223372036854775808,0.1,1e-300]", "{\"\":1,\" \":2}",
          "{\"a\":1,\"A\":2}", "[{\"a\":1},{\"a\":2}]", "{\"a\":{\"a\":{\"a\":1}}}"}) {
      json tree;
      const std::string message = refusal([&] { tree = parseStrictJson(text, "doc"); });
      QVERIFY2(message.empty(), message.c_str());
      QVERIFY2(tree == json::parse(text), text);
    }
  }

  void whiteSpaceCountsInTextsOnly() {
    for (const char* text :
         {"[1 ,  \t\n 2,\"a  b\\\"   c \",  \"\\\\\"   ,3  ]", "{ \"k  k\"  :  \"   \"  }"}) {
      json tree;
      const std::string message = refusal([&] { tree = parseStrictJson(text, "doc"); });
      QVERIFY2(message.empty(), message.c_str());
      QVERIFY2(tree == json::parse(text), text);
    }
    QVERIFY(!refusal([] { parseStrictJson("[1  2]", "doc"); }).empty());
    QVERIFY(!refusal([] { parseStrictJson("1.  5", "doc"); }).empty());
    QVERIFY(refusal([] { parseStrictJson("[\n\n\n   x]", "doc"); }).find("line 4") !=
            std::string::npos);
  }

  void integersKeepTheirType() {
    const json tree =
        parseStrictJson("[18446744073709551615,18446744073709551616,-1,9007199254740993]", "doc");
    QVERIFY(tree[0].is_number_unsigned() && tree[0].get<std::uint64_t>() == ~std::uint64_t{0});
    QVERIFY(tree[1].is_number_float());
    QVERIFY(tree[2].is_number_integer() && !tree[2].is_number_unsigned());
    QCOMPARE(tree[3].get<std::int64_t>(), std::int64_t{9007199254740993});
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("phrase");
    const auto row = [](const char* name, const QByteArray& text, const char* phrase) {
      QTest::newRow(name) << text << QByteArray(phrase);
    };
    row("empty", "", "it is empty");
    row("space", " \n", "white space only");
    row("duplicate key", "{\"a\":1,\n \"a\":2}", "line 2");
    row("duplicate key names it", "{\"a\":1,\"a\":2}", "the key 'a' appears twice");
    row("duplicate key, escaped", "{\"a\":1,\"\\u0061\":2}", "twice");
    row("duplicate key deep down", "[[{\"x\":{\"k\":1,\"l\":2,\"k\":3}}]]", "twice");
    row("too deep", QByteArray(33, '['), "nested more than 32");
    row("too deep, mixed", QByteArray("[{\"a\":").repeated(17), "nested more than 32");
    row("a million deep", QByteArray(1'000'000, '['), "nested");
    row("BOM", "\xEF\xBB\xBF{}", "byte-order mark");
    row("NUL behind", QByteArray("{}\0", 3), "byte 2): it contains a NUL");
    row("NUL in a text", QByteArray("\"\0\"", 3), "NUL");
    row("digits and NUL", QByteArray("123\0", 4), "NUL");
    row("bad UTF-8", "{\"a\":\"\xC0\xAF\"}", "byte 6): it is not valid UTF-8");
    row("bad UTF-8 outside a text", "{} \xFF", "UTF-8");
    row("lone surrogate", "\"\\ud800\"", "not valid JSON");
    row("raw control character", "\"\x01\"", "not valid JSON");
    row("raw tab in a text", "\"\t\"", "not valid JSON");
    row("garbage behind", "{} x", "not valid JSON");
    row("two values", "1 2", "not valid JSON");
    row("number overflow", "1e999", "not valid JSON");
    for (const char* bad :
         {"[1,]", "{\"a\":1,}", "[,1]", "{,}", "[1 2]",     "{\"a\" 1}", "{1:2}", "01",
          "+1",   ".5",         "2.",   "1e",  "0x10",      "-",         "tru",   "True",
          "NaN",  "Infinity",   "'a'",  "\"a", "\"\\x41\"", "\"\\u12\"", "/**/1", "#",
          "[",    "{",          "]",    "}",   "[}",        "{]"})
      row(bad, bad, "not valid JSON");
  }
  void refusals() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, phrase);
    const std::string message = refusal([&] { parseStrictJson(text.toStdString(), "doc"); });
    QVERIFY2(message.find(phrase.toStdString()) != std::string::npos, message.c_str());
    QVERIFY(message.rfind("doc is not valid JSON (line ", 0) == 0);
  }

  void depthAndSizeAreWhatIsAsked() {
    const std::string deep = std::string(32, '[') + std::string(32, ']');
    QVERIFY(refusal([&] { parseStrictJson(deep, "d"); }).empty());
    QVERIFY(!refusal([&] { parseStrictJson(deep, "d", {.maxDepth = 31}); }).empty());
    QVERIFY(refusal([&] { parseStrictJson("[1]", "d", {.maxBytes = 3}); }).empty());
    QVERIFY(refusal([&] { parseStrictJson("[12]", "d", {.maxBytes = 3}); }).find("4 bytes") !=
            std::string::npos);
  }

  /// Empty objects cost thirty times what they take to write: their number is bounded by the size.
  void memoryIsBoundedByTheSize() {
    const auto listOf = [](const std::string& item, std::size_t count) {
      std::string text = "[" + item;
      for (std::size_t i = 1; i < count; ++i) text += "," + item;
      return text + "]";
    };
    for (const char* empty : {"{}", "[]"}) {
      const std::string many = listOf(empty, 4 << 20);  // 12 MiB
      QVERIFY_EXCEPTION_THROWN(parseStrictJson(many, "many"), Error);
      const std::string few = listOf(empty, 1 << 20);
      QCOMPARE(parseStrictJson(few, "few").size(), std::size_t{1} << 20);
    }
    // What honest documents are made of.
    const std::string pairs = listOf("[123456,\" word\"]", 1 << 20);
    QCOMPARE(parseStrictJson(pairs, "pairs").size(), std::size_t{1} << 20);
  }

  void typedGetters() {
    const json tree = parseStrictJson(
        "{\"i\":7,\"neg\":-3,\"big\":18446744073709551615,\"f\":2.0,\"s\":\"text\",\"b\":true,"
        "\"n\":null,\"l\":[],\"o\":{}}",
        "doc");
    const JsonObject object(tree, "doc");
    QCOMPARE(object.integer("i", 0, 10), std::int64_t{7});
    QCOMPARE(object.integer("i", 7, 7), std::int64_t{7});
    QCOMPARE(object.integer("neg", -3, 0), std::int64_t{-3});
    QCOMPARE(object.number("f", 0, 2), 2.0);
    QCOMPARE(object.number("i", 0, 10), 7.0);
    QCOMPARE(object.string("s"), std::string("text"));
    QCOMPARE(object.boolean("b", false), true);
    QCOMPARE(object.boolean("n", true), true);
    QVERIFY(!object.optionalInteger("n", 0, 1) && !object.optionalNumber("missing", 0, 1) &&
            !object.optionalString("n"));
    QVERIFY(object.find("l") && !object.find("n") && !object.find("missing"));
    const auto refused = [&](auto&& get, const char* phrase) {
      const std::string message = refusal([&] { get(); });
      QVERIFY2(message.find(phrase) != std::string::npos, message.c_str());
    };
    refused([&] { object.integer("i", 8, 10); }, "from 8 to 10, found 7");
    refused([&] { object.integer("i", 0, 6); }, "field \"i\"");
    refused([&] { object.integer("neg", 0, 10); }, "found -3");
    refused([&] { object.integer("big", -1, INT64_MAX); }, "found 18446744073709551615");
    refused([&] { object.integer("f", 0, 10); }, "found 2.0");
    refused([&] { object.integer("s", 0, 10); }, "found the text 'text'");
    refused([&] { object.integer("b", 0, 10); }, "found true");
    refused([&] { object.integer("l", 0, 10); }, "a list of 0");
    refused([&] { object.integer("n", 0, 10); }, "is null");
    refused([&] { object.integer("missing", 0, 10); }, "is missing");
    refused([&] { object.number("f", 3, 4); }, "between 3.0 and 4.0");
    refused([&] { object.number("s", 0, 1); }, "must be a number");
    refused([&] { object.string("i"); }, "must be a text");
    refused([&] { object.boolean("i", true); }, "must be true or false");
    refused([&] { JsonObject(tree["l"], "inner"); }, "inner must be a JSON object");
  }

  void localeDoesNotMatter() {
    // A decimal comma must change neither reading nor messages.
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"}) {
      if (!std::setlocale(LC_ALL, name)) continue;
      const double value = parseStrictJson("1.5", "d").get<double>();
      std::setlocale(LC_ALL, "C");
      QCOMPARE(value, 1.5);
    }
  }

  void textForDisplay() {
    QCOMPARE(shownText("plain"), std::string("'plain'"));
    QCOMPARE(shownText("\x1B[31m\r\n"), std::string("'\\u{001B}[31m\\u{000D}\\u{000A}'"));
    QCOMPARE(shownText("\xE2\x80\xAE"), std::string("'\\u{202E}'"));
    QCOMPARE(shownText("a\xFF\xC3"), std::string("'a\\xFF\\xC3'"));
    QCOMPARE(shownText("\xC3\xA9\xF0\x9F\x98\x80"), std::string("'\xC3\xA9\xF0\x9F\x98\x80'"));
    QVERIFY(shownText(std::string(1'000'000, 'x')).size() < 100);
    QCOMPARE(firstInvalidUtf8("all ASCII, long enough for words"), std::string::npos);
    QCOMPARE(firstInvalidUtf8("12345678\xED\xA0\x80"), std::size_t{8});
    QCOMPARE(firstInvalidUtf8("\xF4\x8F\xBF\xBF"), std::string::npos);
    QCOMPARE(firstInvalidUtf8("\xF4\x90\x80\x80"), std::size_t{0});
    QCOMPARE(firstInvalidUtf8("abc\xE2\x82"), std::size_t{3});
  }

  void sha256() {
    QCOMPARE(Sha256::hexOf(""),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    Sha256 pieces;
    pieces.update(std::string_view("a"));
    pieces.update(std::string_view("bc"));
    QCOMPARE(pieces.finishHex(),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  void halfFloats() {
    // Every 16-bit value survives the way to float and back; NaNs stay NaNs.
    for (std::uint32_t i = 0; i <= 0xFFFF; ++i) {
      const auto bits = static_cast<std::uint16_t>(i);
      const float b = bf16ToFloat(bits), h = f16ToFloat(bits);
      if (b == b)
        QCOMPARE(floatToBf16(b), bits);
      else
        QVERIFY(std::isnan(bf16ToFloat(floatToBf16(b))));
      if (h == h)
        QCOMPARE(floatToF16(h), bits);
      else
        QVERIFY(std::isnan(f16ToFloat(floatToF16(h))));
    }
    // Ties go to the even neighbour, anything above a tie goes up.
    for (std::uint32_t i = 0; i < 0x7C00; ++i) {
      const float low = f16ToFloat(static_cast<std::uint16_t>(i)),
                  high = i + 1 == 0x7C00 ? 65536.0f : f16ToFloat(static_cast<std::uint16_t>(i + 1));
      const float middle = (low + high) / 2;
      QCOMPARE(int(floatToF16(middle)), int(i % 2 == 0 ? i : i + 1));
      QCOMPARE(int(floatToF16(std::nextafter(middle, high))), int(i + 1));
      QCOMPARE(int(floatToF16(std::nextafter(middle, low))), int(i));
      QCOMPARE(int(floatToF16(-middle)), int((i % 2 == 0 ? i : i + 1) | 0x8000));
    }
    QCOMPARE(int(floatToBf16(1.00390625f)), 0x3F80);    // a tie, down to even
    QCOMPARE(int(floatToBf16(1.01171875f)), 0x3F82);    // a tie, up to even
    QCOMPARE(int(floatToBf16(3.4028235e38f)), 0x7F80);  // rounds to infinity
    QCOMPARE(int(floatToF16(1e30f)), 0x7C00);
    QCOMPARE(f16ToFloat(0x0001), 0x1p-24f);
    QCOMPARE(f16ToFloat(0x7BFF), 65504.0f);
  }
};

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strict_json.moc"
