// SPDX-License-Identifier: GPL-3.0-or-later
// The text of the strip, driven by mouse and keys; what it shows is compared with core/analysis.
#include <QAccessible>
#include <QAccessibleTableInterface>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QStandardPaths>
#include <QToolButton>
#include <QtTest>

#include "tests/support/TextTrace.h"
#include "ui/views/StripCanvas.h"
#include "ui/views/StripView.h"

using namespace ouroscope;

namespace {

struct Shown {
  ViewState state;
  Workspace workspace{state};
  Intents intents;
  StripView view{ViewContext{state, workspace, intents}};
  explicit Shown(TracePtr trace, QSize size = {1300, 700}) {
    view.setTheme(FigureTheme::light());
    view.resize(size);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    state.setTrace(std::move(trace));
    view.canvas()->setFocus();
  }
  StripCanvas& canvas() { return *view.canvas(); }
  QPoint centre(int token) { return canvas().tokenRect(token).center().toPoint(); }
  void click(int token, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(canvas().viewport(), Qt::LeftButton, modifiers, centre(token));
  }
  void key(Qt::Key k, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&canvas(), k, modifiers);
  }
  QColor pixel(QPointF at) {
    return canvas().viewport()->grab().toImage().pixelColor(at.toPoint());
  }
};

TracePtr words(int count, int prompt = -1) {
  test::SyntheticOptions options;
  options.promptTokens = prompt;
  std::vector<std::string> tokens;
  for (int i = 0; i < count; ++i) tokens.push_back((i ? " w" : "w") + std::to_string(i));
  return test::textTrace(tokens, options);
}

}  // namespace

class TestStripText : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void shadesAreTheMeasures() {
    Shown s(words(40));
    for (const Measure* m : tokenMeasures()) {
      const Measure& info = *m;
      s.state.setTokenMeasure(info);
      const auto values = tokenMeasure(*s.state.trace(), info, s.state.readout());
      const ShadingScale scale = shadingScale(*s.state.trace(), info);
      for (const int token : {0, 7, 21}) {
        const float value = values[static_cast<std::size_t>(token)];
        if (std::isnan(value)) continue;
        // The depth is the top of the column; else left above the text, where no letters are.
        const DepthColumns& columns = s.canvas().columns();
        const QColor seen = info.id == "exit-loop"
                                ? s.pixel(QPointF(s.canvas().tokenRect(token).center().x(),
                                                  s.canvas().footOf(token) -
                                                      columns.levelOf(static_cast<int>(value)) +
                                                      columns.step() * 0.6))
                                : s.pixel(s.canvas().wordRect(token).topLeft() + QPointF(3, 5));
        const QColor wanted = scale.colour(static_cast<double>(value));
        QVERIFY2(std::abs(seen.lightness() - wanted.lightness()) <= 3, info.id.data());
        QVERIFY(s.canvas().cellValue(0, token).contains(
            info.id == "exit-loop"
                ? QString::number(s.state.readout().loop[static_cast<std::size_t>(token)] + 1)
                : QLocale().toString(static_cast<double>(value), 'g', 4)));
      }
    }
  }
  void aSliderTickChangesDigitsAndShades() {
    Shown s(words(40));
    s.state.setRule({0, 4, 0.9});
    const QImage deep = s.canvas().viewport()->grab().toImage();
    s.state.setRule({0, 1, 0.9});
    QCOMPARE(s.canvas().cellValue(0, 3), QString("Exit loop 1"));
    QVERIFY(deep != s.canvas().viewport()->grab().toImage());
  }
  void absentIsHatchedNotTheLowEnd() {
    Shown s(words(10));
    s.state.setTokenMeasure(measure("logprob"));  // nothing follows the last token
    QVERIFY(s.canvas().cellValue(0, 9).contains("not in the record"));
    const QImage picture = s.canvas().viewport()->grab().toImage();
    const QRect rect = s.canvas().wordRect(9).toRect().adjusted(2, 4, -2, -14);
    QSet<QRgb> colours;
    for (int x = rect.left(); x < rect.right(); ++x)
      for (int y = rect.top(); y < rect.bottom(); ++y) colours << picture.pixel(x, y);
    QVERIFY(colours.contains(FigureTheme::light().background.rgb()));
    QVERIFY(colours.contains(FigureTheme::light().missing.rgb()));
  }

  void mouseSelects() {
    Shown s(words(60));
    s.click(5);
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{5}));
    s.click(8, Qt::ShiftModifier);
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{5, 6, 7, 8}));
    s.click(2, Qt::ControlModifier);
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{2, 5, 6, 7, 8}));
    s.click(6, Qt::ControlModifier);
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{2, 5, 7, 8}));
    s.click(3);
    QCOMPARE(s.state.selectedToken(), 3);
    // Beside the text nothing is meant: what is selected stays.
    QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {},
                      s.canvas().viewport()->rect().bottomRight() - QPoint(4, 4));
    QCOMPARE(s.state.selectedToken(), 3);
    s.click(3);  // again: cleared
    QCOMPARE(s.state.selectedToken(), -1);
  }
  void dragSelects() {
    Shown s(words(60));
    QTest::mousePress(s.canvas().viewport(), Qt::LeftButton, {}, s.centre(10));
    const QPointF to = s.centre(13);
    QMouseEvent move(QEvent::MouseMove, to, s.canvas().viewport()->mapToGlobal(to), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(s.canvas().viewport(), &move);
    QTest::mouseRelease(s.canvas().viewport(), Qt::LeftButton, {}, s.centre(13));
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{10, 11, 12, 13}));
  }
  void hoverIsSharedAndLeaves() {
    Shown s(words(30));
    QTest::mouseMove(s.canvas().viewport(), s.centre(4));
    QCOMPARE(s.state.hoveredToken(), 4);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(s.canvas().viewport(), &leave);
    QCOMPARE(s.state.hoveredToken(), -1);
    s.state.hover(7);  // from another view
    QCOMPARE(s.pixel(s.canvas().tokenRect(7).topLeft() + QPointF(0.7, 8)).lightness() < 160, true);
  }
  void keysMove() {
    Shown s(words(500));  // a page: in a strip PgUp and PgDn move the line of loops
    s.state.select(0);
    s.key(Qt::Key_Right);
    QCOMPARE(s.state.selectedToken(), 1);
    s.key(Qt::Key_Left);
    s.key(Qt::Key_Left);
    QCOMPARE(s.state.selectedToken(), 0);
    s.key(Qt::Key_Right, Qt::ShiftModifier);
    s.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(s.state.selectedTokens(), (std::vector<int>{0, 1, 2}));
    s.key(Qt::Key_Down);
    const int below = s.state.selectedToken();
    QVERIFY(below > 2);
    QVERIFY(s.canvas().tokenRect(below).top() > s.canvas().tokenRect(2).top());
    s.key(Qt::Key_Up);
    QCOMPARE(s.canvas().tokenRect(s.state.selectedToken()).top(), s.canvas().tokenRect(2).top());
    s.key(Qt::Key_Home);
    QCOMPARE(s.state.selectedToken(), 0);
    s.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(s.state.selectedToken(), 499);
    QVERIFY(s.canvas().verticalScrollBar()->value() > 0);  // it scrolled along
    QVERIFY(s.canvas().viewport()->rect().contains(s.centre(499)));
    s.key(Qt::Key_PageUp);
    QVERIFY(s.state.selectedToken() < 499);
    s.key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(s.state.selectedToken(), 0);
    s.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(s.state.selectedTokens().size(), std::size_t(500));
  }

  void mixedDirectionsStandInReadingOrder() {
    // say SHALOM OLAM now
    Shown s(test::textTrace(
        {"say", " \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", " \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d", " now"}));
    const auto x = [&](int t) { return s.canvas().tokenRect(t).left(); };
    QVERIFY(x(0) < x(2));
    QVERIFY(x(2) < x(1));
    QVERIFY(x(1) < x(3));
    QVERIFY(s.canvas().flow().rightToLeft(1));
    s.state.select(0);
    std::vector<int> seen;
    for (int i = 0; i < 3; ++i) {
      s.key(Qt::Key_Right);
      seen.push_back(s.state.selectedToken());
    }
    QCOMPARE(seen, (std::vector<int>{2, 1, 3}));  // as seen, not as stored
    s.click(2);
    QCOMPARE(s.state.selectedToken(), 2);
  }
  void arabicParagraphsBeginAtTheRight() {
    Shown s(test::textTrace(
        {"\xd9\x85\xd8\xb1\xd8\xad", "\xd8\xa8\xd8\xa7", " \xd8\xa8\xd9\x83", "\n", "left"}));
    const auto rect = [&](int t) { return s.canvas().tokenRect(t); };
    // The last at the right is what the line of loops is held by.
    QVERIFY(rect(0).right() > s.canvas().viewport()->width() - 60);
    QVERIFY(rect(1).right() <= rect(0).left() + 0.5);  // joined: no gap inside a word
    QVERIFY(rect(0).left() - rect(1).right() < 0.5);
    QVERIFY(rect(2).right() < rect(1).left());
    QVERIFY(rect(4).left() < 20);  // the next paragraph is Latin again
    QVERIFY(rect(4).top() > rect(0).top());
    s.state.select(0);
    s.key(Qt::Key_Left);  // onward in reading
    QCOMPARE(s.state.selectedToken(), 1);
  }
  void wordsAreNotBrokenWhereALineHasRoom() {
    std::vector<std::string> tokens{"A"};
    for (int i = 0; i < 60; ++i) {
      tokens.push_back(" un");
      tokens.push_back("believ");
      tokens.push_back("able");
    }
    Shown s(test::textTrace(tokens));
    for (int t = 1; t < 181; t += 3) {
      QCOMPARE(s.canvas().tokenRect(t).top(), s.canvas().tokenRect(t + 1).top());
      QCOMPARE(s.canvas().tokenRect(t).top(), s.canvas().tokenRect(t + 2).top());
    }
    QVERIFY(s.canvas().tokenRect(180).top() > s.canvas().tokenRect(1).top());
    s.view.resize(90, 300);  // narrower than a word: broken where it must be, nothing lost
    for (int t = 0; t < 181; ++t) QVERIFY(s.canvas().tokenRect(t).width() > 0);
  }
  void invisibleCharactersAndHalfCharactersAreShown() {
    const auto pieces = [](const std::string& bytes) {
      QStringList out;
      for (const TokenPiece& p : tokenPieces(bytes))
        out << (p.kind == TokenPiece::Mark    ? "[" + p.text + "]"
                : p.kind == TokenPiece::Space ? QString("_")
                                              : p.text);
      return out.join('|');
    };
    QCOMPARE(pieces(" a  b"), QString("_|a|_|_|b"));
    QCOMPARE(pieces("a\tb\n"), QString("a|\u21e5|b|\u21b5"));
    QCOMPARE(pieces("\xe2\x80\x8bx"), QString("[ZWSP]|x"));
    QCOMPARE(pieces("\xef\xbb\xbf"), QString("[BOM]"));
    QCOMPARE(pieces("\xc2\xa0"), QString("[NBSP]"));
    QCOMPARE(pieces("\x07"), QString("[U+0007]"));
    QCOMPARE(pieces(std::string("\0", 1)), QString("[U+0000]"));
    QCOMPARE(pieces("\xf0\x9f"), QString("[F0 9F]"));
    QCOMPARE(pieces("a\xff\xfe"
                    "b"),
             QString("a|[FF FE]|b"));
    QCOMPARE(pieces("\xcc\x81"), QString("\u25cc\u0301"));  // a mark needs something to stand on
    // A joiner inside an emoji stays in it; between letters it is shown.
    QCOMPARE(pieces("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"),
             QString::fromUtf8("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"));
    QCOMPARE(pieces("a\xe2\x80\x8d"
                    "b"),
             QString("a|[ZWJ]|b"));
    QCOMPARE(tokenDisplayText("\xf0\x9f"), QString("<F0 9F>"));
    QCOMPARE(tokenLabel("  "), QString("\u2423"));
    QCOMPARE(tokenLabel("abcdefgh", 4), QString("abc\u2026"));
  }
  void splitCharactersStayTogether() {
    std::vector<std::string> tokens;
    for (int i = 0; i < 40; ++i) tokens.insert(tokens.end(), {" w", "\xf0\x9f", "\x98\x80"});
    Shown s(test::textTrace(tokens));
    for (int t = 1; t + 1 < 120; t += 3) {
      const QRectF a = s.canvas().tokenRect(t), b = s.canvas().tokenRect(t + 1);
      QCOMPARE(a.top(), b.top());
      QVERIFY(std::abs(a.right() - b.left()) < 0.01);
    }
  }
  void generatedIsToldApart() {
    Shown s(words(20, 10));
    QVERIFY(s.canvas().cellName(0, 12).contains("generated"));
    QVERIFY(!s.canvas().cellName(0, 9).contains("generated"));
    const auto under = [&](int t) {
      const QRectF r = s.canvas().wordRect(t);
      const QImage picture = s.canvas().viewport()->grab().toImage();
      const QColor line = FigureTheme::light().axis;
      for (int y = static_cast<int>(r.center().y()); y < r.bottom(); ++y)
        if (picture.pixelColor(static_cast<int>(r.center().x()), y) == line) return true;
      return false;
    };
    QVERIFY(under(12));
    QVERIFY(!under(3));
  }

  void findGoesThroughMatches() {
    Shown s(test::textTrace({"the", " fox", " and", " the", " FO", "X", " or", " a", " fox"}));
    s.state.select(0);
    s.key(Qt::Key_F, Qt::ControlModifier);
    auto* pattern = s.view.findChild<QLineEdit*>("findPattern");
    auto* result = s.view.findChild<QLabel*>("findResult");
    QTRY_VERIFY(pattern->isVisible());
    QTest::keyClicks(pattern, "fox");
    QCOMPARE(result->text(), QString("1 of 3"));
    QCOMPARE(s.state.selectedToken(), 1);
    QTest::keyClick(pattern, Qt::Key_Return);
    QCOMPARE(s.state.selectedToken(), 4);  // across two tokens
    QCOMPARE(s.view.matches()[1].lastToken, 5);
    QTest::keyClick(pattern, Qt::Key_F3);
    QCOMPARE(s.state.selectedToken(), 8);
    QTest::keyClick(pattern, Qt::Key_F3);
    QCOMPARE(s.state.selectedToken(), 1);  // around the end
    QTest::keyClick(pattern, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(s.state.selectedToken(), 8);
    QTest::mouseClick(s.view.findChild<QToolButton*>("findPrevious"), Qt::LeftButton);
    QCOMPARE(s.state.selectedToken(), 4);
    s.view.findChild<QToolButton*>("findCase")->click();
    QCOMPARE(s.view.matches().size(), std::size_t(2));
    s.view.findChild<QToolButton*>("findRegex")->click();
    pattern->setText("\\b[a-z]{2}\\b");
    QCOMPARE(s.view.matches().size(), std::size_t(1));  // or
    QCOMPARE(s.state.selectedToken(), 6);
    pattern->setText("(");
    QVERIFY(s.view.matches().empty());
    QVERIFY(!result->text().isEmpty());
    pattern->setText("zebra");
    QCOMPARE(result->text(), QString("Not found"));
    QTest::keyClick(pattern, Qt::Key_Escape);
    QVERIFY(!pattern->isVisible());
    QVERIFY(s.view.matches().empty());
  }
  void anEvilExpressionIsGivenUp() {
    Shown s(test::textTrace({std::string(4000, 'a') + "b"}));
    TokenSearch search;
    search.setTrace(s.state.trace());
    QElapsedTimer timer;
    timer.start();
    const auto result = search.find("(a|aa)+\\d", true, true);
    QVERIFY(timer.elapsed() < 3000);
    QVERIFY(result.matches.empty());
    QVERIFY(!result.error.isEmpty());
  }

  void copyLosesNothing() {
    const std::vector<std::string> tokens{"caf\xc3\xa9", "\n", "\xf0\x9f", "\x98\x80", " \xff"};
    Shown s(test::textTrace(tokens));
    s.key(Qt::Key_A, Qt::ControlModifier);
    s.key(Qt::Key_C, Qt::ControlModifier);
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), QString::fromUtf8("caf\xc3\xa9\n\xf0\x9f\x98\x80 ") + "\\xff");
    QCOMPARE(data->data("application/octet-stream"),
             QByteArray("caf\xc3\xa9\n\xf0\x9f\x98\x80 \xff"));
    s.state.select(0);
    s.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8("caf\xc3\xa9"));
  }
  void copyAsTableHoldsTheNumbers() {
    Shown s(words(6, 4));
    s.state.setTokenMeasure(measure("entropy"));
    s.state.selectRange(2, 4);
    s.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].split('\t').size(), 7);
    const auto entropy = tokenMeasure(*s.state.trace(), measure("entropy"), s.state.readout());
    const QStringList last = lines[3].split('\t');
    QCOMPARE(last[0], QString("5"));
    QCOMPARE(last[1], QString(" w4"));
    QCOMPARE(last[2], QString("generated"));
    QCOMPARE(last[3].toInt(), s.state.readout().loop[4] + 1);
    QCOMPARE(last[6].toFloat(), entropy[4]);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat("text/csv"));
  }

  void screenReadersFindEveryToken() {
    Shown s(words(30));
    s.state.setTokenMeasure(measure("entropy"));
    QAccessibleInterface* text = QAccessible::queryAccessibleInterface(&s.canvas());
    QVERIFY(text);
    QCOMPARE(text->role(), QAccessible::Table);
    QCOMPARE(text->childCount(), 30);
    QAccessibleInterface* token = text->child(7);
    QVERIFY(token && token->isValid());
    QCOMPARE(token->text(QAccessible::Name), s.canvas().cellName(0, 7));
    QVERIFY(token->text(QAccessible::Name).contains("w7"));
    QVERIFY(token->text(QAccessible::Value).contains("nats"));
    QCOMPARE(text->indexOfChild(token), 7);
    QCOMPARE(token->parent(), text);
    const QRect rect = token->rect();
    QCOMPARE(text->childAt(rect.center().x(), rect.center().y()), token);
    QVERIFY(!token->state().selected);
    token->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(s.state.selectedToken(), 7);
    QVERIFY(token->state().selected);
    QCOMPARE(text->tableInterface()->selectedCellCount(), 1);
    s.state.setTrace(words(3));  // what it held is gone, and says so
    QCOMPARE(text->childCount(), 3);
    QVERIFY(!text->child(7));
  }
  void fiftyThousandTokens() {
    Shown s(words(50000));
    s.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(s.state.selectedToken(), 49999);
    QVERIFY(s.canvas().viewport()->rect().contains(s.centre(49999)));
    s.click(49990);
    QCOMPARE(s.state.selectedToken(), 49990);
    QWheelEvent zoom(s.centre(49990), s.canvas().mapToGlobal(s.centre(49990)), {}, {0, 240},
                     Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    const double before = s.canvas().flow().lineHeight();
    QCoreApplication::sendEvent(s.canvas().viewport(), &zoom);
    QVERIFY(s.canvas().flow().lineHeight() > before);
  }
  void numbersOfTheLegendNeverOverlap() {
    const QFontMetricsF metrics(FigureTheme::light().font);
    for (const int loops : {1, 2, 3, 4, 8, 16, 32, 33, 100, 300, 512, 999, 1000, 1024})
      for (const double strip : {30.0, 60.0, 200.0, 800.0}) {
        const double width = std::min(20.0, strip / loops);
        const std::vector<int> shown = numberedLoops(loops, width, metrics);
        QCOMPARE(shown.front(), 1);
        QCOMPARE(shown.back(), loops);
        for (std::size_t i = 2; i + 1 < shown.size(); ++i)  // the ends move into the strip
          QVERIFY2((shown[i] - shown[i - 1]) * width >=
                       metrics.horizontalAdvance(QString::number(shown[i])),
                   qPrintable(QString("%1 loops on %2").arg(loops).arg(strip)));
        if (width == 20) QCOMPARE(int(shown.size()), loops);
      }
  }
  /// What a tokenizer left out, and an id without a text, take room and have a name.
  void gapsAreSeen() {
    const TracePtr whole = test::textTrace({"caf", ".", " end"});
    TraceInfo info = whole->info();
    info.dropped = {{1, "\xcc\x81"}, {3, "\xe2\x80\x8d\xcc\x81"}};
    const TracePtr gaps = std::make_shared<const Trace>(std::move(info), whole->whole(),
                                                        whole->loops(), whole->topK());
    Shown a(whole), b(gaps);
    QCOMPARE(b.canvas().tokenRect(0).width(), a.canvas().tokenRect(0).width());
    QVERIFY(b.canvas().tokenRect(1).width() > a.canvas().tokenRect(1).width() + 20);
    QVERIFY(b.canvas().tokenRect(2).width() > a.canvas().tokenRect(2).width() + 20);
    QVERIFY(b.canvas().describe(1).contains("Before it the tokenizer left out U+0301"));
    QVERIFY(b.canvas().describe(2).contains("After it the tokenizer left out U+200D, U+0301"));
    QVERIFY(!b.canvas().describe(0).contains("left out"));

    const TracePtr empty = test::textTrace({"a", "", "b"});
    Shown c(empty);
    QVERIFY(c.canvas().tokenRect(1).width() > c.canvas().tokenRect(0).width());
    const QString id = "#" + QString::number(empty->columns().tokenId[1]);
    QVERIFY2(c.canvas().describe(1).contains(id), qPrintable(c.canvas().describe(1)));
  }

  void nothingRecordedIsAHint() {
    Shown s(nullptr);
    QVERIFY(!s.canvas().viewport()->grab().isNull());
    s.key(Qt::Key_Right);
    s.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(s.canvas().cellColumns(), 0);
  }
};

QTEST_MAIN(TestStripText)
#include "tst_strip_text.moc"
