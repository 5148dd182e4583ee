// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/text/SplitCharacters.h"

using namespace ouroscope;

/// Characters whose bytes lie in several tokens, on hand-worked cases.
class TestSplitCharacters : public QObject {
  Q_OBJECT
 private slots:
  void wholeTokensHaveNone() {
    const std::vector<std::string> tokens{"caf\xc3\xa9", " \xe4\xb8\xad", "", "x"};
    QVERIFY(splitCharacters(tokens).empty());
    QVERIFY(splitCharacters({}).empty());
  }
  void twoTokensMakeOneCharacter() {
    const std::vector<std::string> tokens{"a\xf0\x9f", "\x98\x80!"};
    const auto split = splitCharacters(tokens);
    QCOMPARE(split.size(), std::size_t(1));
    QCOMPARE(split[0].firstToken, 0);
    QCOMPARE(split[0].lastToken, 1);
    QCOMPARE(split[0].bytes, std::string("\xf0\x9f\x98\x80"));
    QCOMPARE(split[0].headBytes, 2);
    QCOMPARE(split[0].tailBytes, 2);
  }
  void fourTokensMakeOneCharacter() {
    const std::vector<std::string> tokens{"\xf0", "\x9f", "\x98", "\x80", "z"};
    const auto split = splitCharacters(tokens);
    QCOMPARE(split.size(), std::size_t(1));
    QCOMPARE(split[0].firstToken, 0);
    QCOMPARE(split[0].lastToken, 3);
    QCOMPARE(split[0].headBytes, 1);
    QCOMPARE(split[0].tailBytes, 1);
  }
  void aTokenMayEndOneAndBeginTheNext() {
    const std::vector<std::string> tokens{"\xe4", "\xb8\xad\xe6", "\x96\x87"};
    const auto split = splitCharacters(tokens);
    QCOMPARE(split.size(), std::size_t(2));
    QCOMPARE(split[0].bytes, std::string("\xe4\xb8\xad"));
    QCOMPARE(split[0].tailBytes, 2);
    QCOMPARE(split[1].firstToken, 1);
    QCOMPARE(split[1].bytes, std::string("\xe6\x96\x87"));
  }
  void bytesThatNobodyCompletesStayAlone() {
    QVERIFY(splitCharacters(std::vector<std::string>{"\xf0\x9f", "abc"}).empty());
    QVERIFY(splitCharacters(std::vector<std::string>{"\xf0\x9f"}).empty());
    QVERIFY(splitCharacters(std::vector<std::string>{"x", "\x98\x80"}).empty());
    QVERIFY(splitCharacters(std::vector<std::string>{"\xf0\x9f", "", "\x98"}).empty());
  }
};

QTEST_GUILESS_MAIN(TestSplitCharacters)
#include "tst_split_characters.moc"
