// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 that arrives in pieces, text made safe for a terminal, chat text and stop tokens.
#include <QTest>

#include "core/support/IntRange.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SplitPatterns.h"
#include "core/text/TextNormalizer.h"
#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

using namespace ouroscope;

namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

std::string repeated(std::string_view text, int times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

class TestTextHelpers : public QObject {
  Q_OBJECT

 private slots:
  void everyCodePointGoesThroughUtf8();
  void oneReplacementPerMaximalPrefix();
  void incompleteSuffixIsHeldBack();
  void streamedTextEqualsTheWhole();
  void printableEscapes();
  void sentencesKeepTheirBackslashes();
  void ranges();
  void marksOfSpaces();
  void characterClasses();
  void lowerCase();
  void normalForms();
  void patternsAreRecognisedByExactText();
};

void TestTextHelpers::everyCodePointGoesThroughUtf8() {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string bytes;
    appendUtf8(bytes, c);
    const Utf8Step step = utf8Step(bytes, 0);
    QVERIFY(step.valid && step.codePoint == c && step.length == bytes.size());
    QCOMPARE(utf8IncompleteSuffix(bytes), std::size_t{0});
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
      QCOMPARE(utf8IncompleteSuffix(std::string_view(bytes).substr(0, cut)), cut);
    }
  }
}

void TestTextHelpers::oneReplacementPerMaximalPrefix() {
  const std::pair<std::string_view, int> cases[] = {
      {"\xF0\x9F", 1},     {"\xE2\x82", 1}, {"\xF0\x80\x80\x80", 4}, {"\xED\xA0\x80", 3},
      {"\xC0\xAF", 2},     {"\x80", 1},     {"\xF4\x90\x80\x80", 4}, {"\xF5\x80", 2},
      {"\xF0\x9F\x98", 1}, {"\xFF\xFE", 2}, {"\xE1\x80\xE1\x80", 2}, {"\xF1\x80\x80\xC3", 2},
  };
  for (const auto& [bytes, count] : cases) {
    QCOMPARE(utf8Lossy(bytes), repeated(kReplacement, count));
    QCOMPARE(utf8Lossy("a" + std::string(bytes) + "b"), "a" + repeated(kReplacement, count) + "b");
  }
  QCOMPARE(utf8Lossy("\xEF\xBB\xBFok"), std::string("\xEF\xBB\xBFok"));  // the mark stays
  QCOMPARE(utf8ValidPrefix("ab\xC3\xA9\xFFz"), std::size_t{4});
}

void TestTextHelpers::incompleteSuffixIsHeldBack() {
  QCOMPARE(utf8IncompleteSuffix(""), std::size_t{0});
  QCOMPARE(utf8IncompleteSuffix("abc"), std::size_t{0});
  QCOMPARE(utf8IncompleteSuffix("a\xF0\x9F\x98"), std::size_t{3});
  QCOMPARE(utf8IncompleteSuffix("a\xE2"), std::size_t{1});
  // These can never be completed, so nothing is gained by waiting.
  QCOMPARE(utf8IncompleteSuffix("\x80\x80\x80"), std::size_t{0});
  QCOMPARE(utf8IncompleteSuffix("\xF0\x80"), std::size_t{0});
  QCOMPARE(utf8IncompleteSuffix("\xC0"), std::size_t{0});
  QCOMPARE(utf8IncompleteSuffix("\xFF"), std::size_t{0});
}

void TestTextHelpers::streamedTextEqualsTheWhole() {
  const std::string bytes = "a\xC3\xA9\xF0\x9F\x98\x80\xED\xA0\x80\xE4\xB8\xAD\xF0\x9Fz\xE2\x82";
  std::string shown, pending;
  for (const char byte : bytes) {
    pending += byte;
    const std::size_t ready = pending.size() - utf8IncompleteSuffix(pending);
    shown += utf8Lossy(std::string_view(pending).substr(0, ready));
    pending.erase(0, ready);
  }
  QCOMPARE(shown + utf8Lossy(pending), utf8Lossy(bytes));
}

void TestTextHelpers::printableEscapes() {
  QCOMPARE(printable("a b"), std::string("a b"));
  QCOMPARE(printable(" a", Spaces::Visible), std::string("\u2423a"));
  QCOMPARE(printable("\n\t\r\\"), std::string("\\n\\t\\r\\\\"));
  QCOMPARE(printable("\x1b[31m\x07\x7f"), std::string("\\x1b[31m\\x07\\x7f"));
  QCOMPARE(printable(std::string_view("\0", 1)), std::string("\\x00"));
  QCOMPARE(printable("\u202Eabc\u2066\uFEFF\u0085"),
           std::string("\\u{202e}abc\\u{2066}\\u{feff}\\u{0085}"));
  QCOMPARE(printable("\xF0\x9F\xFF"), std::string("\\xf0\\x9f\\xff"));
  QCOMPARE(printable("é中\U0001F600"), std::string("é中\U0001F600"));
  // No control byte and no invalid UTF-8 comes out for any input.
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      const std::string out = printable({bytes, 2});
      QCOMPARE(utf8ValidPrefix(out), out.size());
      for (const char c : out) QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    }
  }
}

void TestTextHelpers::characterClasses() {
  using namespace unicode;
  int letters_ = 0, numbers_ = 0, digits_ = 0, spaces_ = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    const auto classes = classOf(c);
    letters_ += (classes & Letter) != 0;
    numbers_ += (classes & Number) != 0;
    digits_ += (classes & Digit) != 0;
    spaces_ += (classes & Space) != 0;
  }
  QCOMPARE(letters_, 141028);
  QCOMPARE(numbers_, 1911);
  QCOMPARE(digits_, 1924);
  QCOMPARE(spaces_, 25);
  QCOMPARE(int(classOf(0x16FF4)),
           int(Digit));  // Unicode 17: a digit to Digits, nothing to the regex
  QVERIFY(classOf(0x3007) & Number);
  QCOMPARE(int(classOf(0x200B) & Space), 0);
  QCOMPARE(int(classOf(0x301)), int(Word));
  QCOMPARE(int(classOf(0xFFFFFFFF)), 0);
}

void TestTextHelpers::lowerCase() {
  const TextNormalizer lower({TextNormalizer::Step::Lowercase});
  QCOMPARE(lower.apply("AbÉΣЖ\u0130\u1E9E\U00010400Ǆǅ"), std::string("abéσжi\u0307ß\U00010428ǆǆ"));
}

void TestTextHelpers::sentencesKeepTheirBackslashes() {
  QCOMPARE(printableSentence("The file 'a\\nb' is not there."),
           std::string("The file 'a\\nb' is not there."));
  QCOMPARE(printableSentence("a\nb\x1b[31m\u202Ec\u0085"),
           std::string("a\\x0ab\\x1b[31m\\u{202e}c\\u{0085}"));
  // Joiners are part of words and of emoji.
  QCOMPARE(printableSentence("\u0645\u200C\U0001F469\u200D\U0001F4BB"),
           std::string("\u0645\u200C\U0001F469\u200D\U0001F4BB"));
  QCOMPARE(printableSentence("\xFF"), std::string(kReplacement));
}

void TestTextHelpers::ranges() {
  QVERIFY((intRangeOf("15-18") == std::pair(15, 18)));
  QVERIFY((intRangeOf("2-2") == std::pair(2, 2)));
  QVERIFY((intRangeOf("1-2147483647") == std::pair(1, 2147483647)));
  for (const char* bad : {"", "-", "3", "3-", "-3", "0-3", "5-3", "1-2147483648", "1-2-3", "1 - 2",
                          "+1-2", "a-b", "1-2 ", "1--2", "1.0-2"})
    QVERIFY2(!intRangeOf(bad), bad);
}

void TestTextHelpers::marksOfSpaces() {
  using Step = TextNormalizer::Step;
  const TextNormalizer marks({Step::PrependMark, Step::SpacesToMarks});
  QCOMPARE(marks.apply(" a\u00A0b"), std::string("\u2581\u2581a\u00A0b"));
  QCOMPARE(marks.apply(""), std::string());
}

void TestTextHelpers::normalForms() {
  using Step = TextNormalizer::Step;
  QCOMPARE(TextNormalizer({Step::Nfc}).apply("e\u0301\u1100\u1161"), std::string("\u00e9\uac00"));
  QCOMPARE(TextNormalizer({Step::Nfd}).apply("\u00e9"), std::string("e\u0301"));
  QCOMPARE(TextNormalizer({Step::Nfkc}).apply("\ufb01\u2460"), std::string("fi1"));
  QCOMPARE(TextNormalizer({Step::Nfkd, Step::Lowercase}).apply("\u212b"), std::string("a\u030a"));
  // Younger than Unicode 9: the reference does not know that these decompose or reorder.
  QCOMPARE(TextNormalizer({Step::Nfd}).apply("\U00011938"), std::string("\U00011938"));
  QCOMPARE(TextNormalizer({Step::Nfkc}).apply("\u32ff"), std::string("\u32ff"));
  QCOMPARE(TextNormalizer({Step::Nfc}).apply("a\u0898\u0301"), std::string("a\u0898\u0301"));
  QCOMPARE(TextNormalizer().apply("\u212bE\u0301"), std::string("\u212bE\u0301"));
}

void TestTextHelpers::patternsAreRecognisedByExactText() {
  QVERIFY(splitMatcherFor(R"(\p{N}{1,3})") != nullptr);
  QVERIFY(splitMatcherFor(R"((a+)+$)") == nullptr);
  QVERIFY(splitMatcherFor(R"(\p{N}{1,3} )") == nullptr);
  QCOMPARE(matchGpt2("  x", 0), std::size_t{1});
  QCOMPARE(matchGpt2("  ", 0), std::size_t{2});
  QCOMPARE(matchGpt2("'s", 0), std::size_t{2});
  QCOMPARE(matchGpt2("'S", 0), std::size_t{1});
  QCOMPARE(matchGpt2("''s", 0), std::size_t{2});
}

QTEST_GUILESS_MAIN(TestTextHelpers)
#include "tst_text_helpers.moc"
