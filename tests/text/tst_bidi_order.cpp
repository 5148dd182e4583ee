// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/text/BidiOrder.h"

using namespace ouroscope;
using Levels = std::vector<std::uint8_t>;

/// Directions of tokens, on texts whose order is known from Unicode's own examples.
class TestBidiOrder : public QObject {
  Q_OBJECT
 private slots:
  void latinStaysAsItIs() {
    const TokenLevels l = bidiLevels(std::vector<std::string>{"the", " fox", "."});
    QCOMPARE(l.paragraph, std::uint8_t(0));
    QCOMPARE(l.tokens, (Levels{0, 0, 0}));
    QCOMPARE(visualOrder(l.tokens), (std::vector<int>{0, 1, 2}));
  }
  void hebrewWordsInALatinSentence() {
    // car means CAR ME: the two Hebrew words change places.
    const TokenLevels l = bidiLevels(std::vector<std::string>{
        "say", " \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", " \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d", " now"});
    QCOMPARE(l.paragraph, std::uint8_t(0));
    QCOMPARE(l.tokens, (Levels{0, 1, 1, 0}));
    QCOMPARE(visualOrder(l.tokens), (std::vector<int>{0, 2, 1, 3}));
  }
  void latinAndNumbersInAnArabicSentence() {
    const TokenLevels l = bidiLevels(std::vector<std::string>{
        "\xd8\xa7\xd9\x84", "\xd8\xb9\xd8\xa7\xd9\x85", " 19", "84", " Ann", " lee", " \xd9\x85"});
    QCOMPARE(l.paragraph, std::uint8_t(1));
    QCOMPARE(l.tokens, (Levels{1, 1, 2, 2, 2, 2, 1}));
    QCOMPARE(visualOrder(l.tokens), (std::vector<int>{6, 2, 3, 4, 5, 1, 0}));
  }
  void halfCharactersFollowTheirBeginning() {
    const TokenLevels l =
        bidiLevels(std::vector<std::string>{"a", " \xd7", "\xa9", "\xd7\x9c", "\xff"});
    QCOMPARE(l.tokens[1], std::uint8_t(1));
    QCOMPARE(l.tokens[2], std::uint8_t(1));
    QVERIFY(bidiLevels(std::vector<std::string>{""}).tokens == Levels{0});
  }
  void quickScanMissesNothing() {
    QVERIFY(!mayRunRightToLeft("plain caf\xc3\xa9 \xe4\xb8\xad\xf0\x9f\x98\x80 \xe2\x80\x94"));
    QVERIFY(mayRunRightToLeft("\xd7\xa9"));
    QVERIFY(mayRunRightToLeft("x\xd8\xa7"));
    QVERIFY(mayRunRightToLeft("\xe2\x80\x8f"));      // RLM
    QVERIFY(mayRunRightToLeft("\xef\xba\x8d"));      // Arabic presentation form
    QVERIFY(mayRunRightToLeft("\xf0\x9e\xa4\x80"));  // Adlam
    QVERIFY(mayRunRightToLeft("\xe2\x80\xae"));      // RLO
  }
};

QTEST_GUILESS_MAIN(TestBidiOrder)
#include "tst_bidi_order.moc"
