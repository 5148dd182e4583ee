// SPDX-License-Identifier: GPL-3.0-or-later
// The strip, driven by mouse and keys: the line of the loops allowed, how sure the gate must be,
// the ladder, the answer in words and the ribbon of a long text. What it shows is compared with
// core/analysis.
#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QStandardPaths>
#include <QTranslator>
#include <QtTest>

#include "core/analysis/Answer.h"
#include "core/analysis/LensTable.h"
#include "tests/support/HandTrace.h"
#include "tests/support/TextTrace.h"
#include "tests/support/ViewStage.h"
#include "ui/base/Language.h"
#include "ui/base/Theme.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/views/AnswerLine.h"
#include "ui/views/DepthOverview.h"
#include "ui/views/Ladder.h"
#include "ui/views/LineGrip.h"
#include "ui/views/StripCanvas.h"
#include "ui/views/StripView.h"

using namespace ouroscope;

namespace {

using Stage = test::ViewStage<StripView>;

/// "take 3 get": after "get" loops say 5, 7, 8, 8; gates stop with 0.5 at every loop.
TracePtr game(int prompt = 3) {
  static int promptTokens;
  promptTokens = prompt;
  return test::handTrace(
      {{1, "take", {2, 2, 2, 2}}, {3, " 3", {4, 4, 9, 9}}, {6, " get", {5, 7, 8, 8}}}, 4,
      [](TraceInfo& info, RecordColumns& c) {
        info.promptTokens = promptTokens;
        for (std::size_t i = 0; i < c.wordBytes.size(); ++i)
          if (c.wordBytes[i].first == 8) c.wordBytes[i].second = " eight";
      });
}

TracePtr words(int count, int loops = 4) {
  std::vector<std::string> tokens;
  for (int i = 0; i < count; ++i) tokens.push_back((i ? " w" : "w") + std::to_string(i));
  test::SyntheticOptions options;
  options.loops = loops;
  return test::textTrace(tokens, options);
}

StripCanvas& canvas(Stage& s) {
  return *s.view.canvas();
}

void moveTo(QWidget* widget, QPointF at, Qt::MouseButtons held) {
  QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, held, {});
  QCoreApplication::sendEvent(widget, &move);
}

/// Drags the line in the text line of `token` to where `loops` of the columns end.
void dragLine(Stage& s, int token, int loops) {
  QWidget* pane = canvas(s).viewport();
  const QPointF from(canvas(s).tokenRect(token).right() + 1, canvas(s).lineLevel(token));
  const QPointF to(from.x(), canvas(s).footOf(token) - canvas(s).columns().levelOf(loops) + 2);
  QTest::mousePress(pane, Qt::LeftButton, {}, from.toPoint());
  moveTo(pane, to, Qt::LeftButton);
  QTest::mouseRelease(pane, Qt::LeftButton, {}, to.toPoint());
}

QImage picture(QWidget& widget) {
  return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The colour in the middle of the block of a loop over a token.
QColor blockOf(Stage& s, int token, int loop) {
  StripCanvas& c = canvas(s);
  const QImage image = picture(*c.viewport());
  const double scale = image.devicePixelRatio();
  const QPointF at(c.tokenRect(token).center().x(),
                   c.footOf(token) - c.columns().levelOf(loop) - c.columns().step() / 2 + 1);
  return image.pixelColor((at * scale).toPoint());
}

/// For the eye, where OUROSCOPE_PICTURES names a folder.
void keep(QWidget& widget, const QString& name) {
  if (const QString out = qEnvironmentVariable("OUROSCOPE_PICTURES"); !out.isEmpty())
    widget.grab().save(QString("%1/%2.png").arg(out, name));
}

bool alike(const QColor& a, const QColor& b) {
  return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
             std::abs(a.blue() - b.blue()) <=
         6;
}

}  // namespace

class TestStrip : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void cleanup() {
    installLanguage("en");
    QApplication::setPalette(themePalette(false));
  }

  void columnsAreTheReading() {
    for (const int loops : {4, 8}) {
      Stage s({900, 500}, words(12, loops));
      for (const bool dark : {false, true}) {
        const FigureTheme theme = dark ? FigureTheme::dark() : FigureTheme::light();
        s.view.setTheme(theme);
        s.state.setRule({0, loops, 0.6});
        for (const int token : {0, 5, 11}) {
          const int read = s.state.readout().loop[token];
          for (int loop = 0; loop < loops; ++loop) {
            const QColor block = blockOf(s, token, loop);
            if (loop <= read)
              QVERIFY2(alike(block, theme.loopColour(loop)),
                       qPrintable(
                           QString("token %1 loop %2: %3").arg(token).arg(loop).arg(block.name())));
            else
              QVERIFY(alike(block, theme.background));  // a ghost is an outline
          }
        }
      }
    }
  }
  void theLineIsTheBudget() {
    Stage s({900, 500}, words(60));
    for (const int token : {0, 59})  // in the first text line and in the last
      for (const int loops : {2, 1, 3, 4}) {
        canvas(s).showToken(token);
        dragLine(s, token, loops);
        QCOMPARE(s.state.rule().budget, loops);
        QCOMPARE(canvas(s).footOf(token) - canvas(s).lineLevel(token),
                 canvas(s).columns().levelOf(loops));
        QCOMPARE(s.find<QAbstractSlider>("lineGrip")->value(), loops);
        const Readout read = readout(*s.state.trace(), {0, loops, s.state.rule().q});
        QCOMPARE(s.state.readout().loop, read.loop);
      }
    QCOMPARE(s.state.selectedToken(), -1);  // holding the line selects no word
    dragLine(s, 0, 40);
    QCOMPARE(s.state.rule().budget, 4);  // no more than there are
    // The line is only held where it is: a click between two lines selects the word there.
    s.state.setRule({0, 4, 1.0});
    QTest::mouseClick(canvas(s).viewport(), Qt::LeftButton, {},
                      canvas(s).wordRect(3).center().toPoint());
    QCOMPARE(s.state.selectedToken(), 3);
    QCOMPARE(s.state.rule().budget, 4);
    QTest::mouseClick(canvas(s).viewport(), Qt::LeftButton, {},
                      QPoint(int(canvas(s).tokenRect(5).center().x()),
                             int(canvas(s).footOf(5) - canvas(s).columns().step())));
    QCOMPARE(s.state.selectedToken(), 5);  // a column belongs to its word
  }
  void keysMoveLineAndSureness() {
    Stage s({900, 500}, game());
    s.state.setRule({0, 4, 0.7});
    canvas(s).setFocus();
    const auto key = [&](Qt::Key k) { QTest::keyClick(&canvas(s), k); };
    key(Qt::Key_PageDown);
    key(Qt::Key_PageDown);
    QCOMPARE(s.state.rule().budget, 2);
    key(Qt::Key_PageUp);
    QCOMPARE(s.state.rule().budget, 3);
    key(Qt::Key_Minus);
    QVERIFY(std::abs(s.state.rule().q - 0.65) < 1e-9);
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    QVERIFY(std::abs(s.state.rule().q - 0.75) < 1e-9);
    key(Qt::Key_Right);
    QCOMPARE(s.state.selectedToken(), 0);
    for (int i = 0; i < 9; ++i) key(Qt::Key_PageDown);
    QCOMPARE(s.state.rule().budget, 1);
  }
  /// As a hand does it: many moves, which go to the window and from there to what holds the mouse.
  void theGripIsDraggedOnOverSeveralLoops() {
    Stage s({900, 500}, game());
    s.state.setRule({0, 4, 1.0});
    LineGrip* grip = canvas(s).findChild<LineGrip*>();
    QWindow* window = s.view.window()->windowHandle();
    const QPoint from = grip->mapTo(s.view.window(), grip->rect().center());
    const double step = canvas(s).columns().step();
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 12; ++i) {
      QTest::mouseMove(window, from + QPoint(0, static_cast<int>(std::lround(3 * step * i / 12))));
      QVERIFY(grip->isVisible());
    }
    QTest::mouseRelease(window, Qt::LeftButton, {},
                        from + QPoint(0, static_cast<int>(std::lround(3 * step))));
    QCOMPARE(s.state.rule().budget, 1);
  }
  void theGripIsASlider() {
    Stage s({900, 500}, game());
    s.state.setRule({0, 4, 1.0});
    LineGrip* grip = canvas(s).findChild<LineGrip*>();
    QVERIFY(grip->isVisible());
    const auto centre = [&] {
      return QPointF(grip->mapTo(canvas(s).viewport(), grip->rect().center()));
    };
    QVERIFY(std::abs(centre().y() - canvas(s).lineLevel(0)) <= 1.5);
    QTest::mousePress(grip, Qt::LeftButton, {}, grip->rect().center());
    const double down = 2 * canvas(s).columns().step();
    moveTo(grip, QPointF(grip->rect().center()) + QPointF(0, down), Qt::LeftButton);
    QTest::mouseRelease(grip, Qt::LeftButton, {}, grip->rect().center());
    QCOMPARE(s.state.rule().budget, 2);
    QVERIFY(std::abs(centre().y() - canvas(s).lineLevel(0)) <= 1.5);
    grip->setFocus();
    QTest::keyClick(grip, Qt::Key_Up);
    QCOMPARE(s.state.rule().budget, 3);
    QTest::keyClick(grip, Qt::Key_Home);
    QCOMPARE(s.state.rule().budget, 1);
    QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(grip);
    QCOMPARE(slider->role(), QAccessible::Slider);
    QCOMPARE(slider->text(QAccessible::Name), QString("Loops allowed"));
    QCOMPARE(slider->valueInterface()->currentValue().toInt(), 1);
    slider->valueInterface()->setCurrentValue(4);
    QCOMPARE(s.state.rule().budget, 4);
  }
  void sureIsAHandle() {
    Stage s({900, 500}, game());
    auto* q = s.find<QSlider>("stripQ");
    q->setFocus();
    QTest::keyClick(q, Qt::Key_Home);
    QCOMPARE(s.state.rule().q, 0.0);
    QCOMPARE(s.state.readout().loop, (std::vector<int>{0, 0, 0}));
    q->setValue(75);
    QVERIFY(std::abs(s.state.rule().q - 0.75) < 1e-9);
    QCOMPARE(s.state.readout().loop, (std::vector<int>{1, 1, 1}));
    s.state.setRule({0, 4, 0.2});  // from another view
    QCOMPARE(q->value(), 20);
    QVERIFY(!q->accessibleName().isEmpty());
    s.state.setTrace(test::handTrace({{1, "a", {2, 2}}}, 2, [](TraceInfo& info, RecordColumns& c) {
      info.gated = false;
      c.gateLogit.clear();
    }));
    QVERIFY(!q->isEnabled());
  }

  void theAnswerInWords() {
    Stage s({900, 500}, game());
    AnswerLine& line = *s.view.answerLine();
    s.state.setRule({0, 4, 1.0});
    // Nothing is selected: the answer to the prompt.
    QCOMPARE(line.words().head, QString("get \u2192 eight"));
    QCOMPARE(line.words().rest,
             QString("the same from loop 3 \u00b7 read at loop 4 of 4 \u00b7 one pass would have "
                     "said \u201cw5\u201d"));
    QVERIFY(!line.words().warning);
    dragLine(s, 0, 2);
    const Answer cut = answerAt(*s.state.trace(), 2, s.state.readout());
    QVERIFY(cut.changed());
    QCOMPARE(line.words().head, QString("get \u2192 w7"));
    QVERIFY(line.words().rest.startsWith("full depth says \u201ceight\u201d"));
    QVERIFY(line.words().rest.contains("read at loop 2 of 2"));
    QVERIFY(line.words().warning);
    QCOMPARE(s.find<QLabel>("answerHead")->palette().color(QPalette::WindowText),
             FigureTheme::light().warning);
    dragLine(s, 0, 4);
    QCOMPARE(s.find<QLabel>("answerHead")->palette().color(QPalette::WindowText),
             FigureTheme::light().text);
    // Of another word it says whether the text goes on so.
    s.state.select(1);
    QCOMPARE(line.words().head, QString("3 \u2192 w9"));
    QVERIFY(line.words().rest.startsWith("the text goes on with \u201cget\u201d"));
    s.state.hover(0);  // a preview, as in the other views
    QCOMPARE(line.words().head, QString("take \u2192 w2"));
    s.state.hover(-1);
    QCOMPARE(line.words().head, QString("3 \u2192 w9"));
    QCOMPARE(line.accessibleName(), line.words().sentence());
  }
  void theExpectedAnswer() {
    Stage s({900, 500}, game());
    auto* field = s.find<QLineEdit>("expectedAnswer");
    field->setFocus();
    QTest::keyClicks(field, "eight");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(s.state.expected(), (ExpectedAnswer{2, {8}}));
    QVERIFY(s.view.answerLine()->words().rest.startsWith("right from loop 3"));
    // It is kept with the view, and goes with its trace.
    const QJsonObject kept = s.state.toJson();
    s.state.setTrace(words(5));
    QVERIFY(s.state.expected().ids.empty() && s.state.expectedText().isEmpty());
    s.state.setTrace(game());
    s.state.fromJson(kept);
    QCOMPARE(s.state.expected(), (ExpectedAnswer{2, {8}}));
    field->clear();
    QVERIFY(s.state.expected().ids.empty());
    field->setText("nowhere");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(s.state.expected().ids.empty());
    QVERIFY(s.view.answerLine()->words().rest.contains("\u201cnowhere\u201d cannot be looked up"));
    // A word that does not fit the trace is not taken from a session.
    QJsonObject bad = kept;
    bad["expected"] = QJsonObject{{"text", "x"}, {"after", 99}, {"ids", QJsonArray{8}}};
    s.state.fromJson(bad);
    QVERIFY(s.state.expected().ids.empty());
  }

  void theLadderStandsAtTheColumns() {
    Stage s({900, 500}, game());
    s.state.setRule({0, 4, 1.0});
    s.state.select(2);
    Ladder& ladder = *s.view.ladder();
    QCOMPARE(ladder.token(), 2);
    const LensTable table = lensTable(*s.state.trace(), 2);
    QCOMPARE(ladder.cellRows(), 4);
    for (int loop = 0; loop < 4; ++loop) {
      // The same heights, and the same way up.
      const double foot = canvas(s).footOf(2) - canvas(s).columns().levelOf(loop);
      const QRectF rung = ladder.rungRect(loop);
      QVERIFY(std::abs(canvas(s).viewport()->mapTo(&s.view, QPointF(0, foot)).y() -
                       ladder.viewport()->mapTo(&s.view, rung.bottomLeft()).y()) < 1);
      QCOMPARE(rung.height(), canvas(s).columns().step());
      QVERIFY(ladder.cellValue(loop, 0).contains(
          QString::fromStdString(table.at(loop, 0).bytes).trimmed()));
      QCOMPARE(ladder.cellValue(loop, 0).contains("read here"), loop == 3);
    }
    QTest::mouseClick(ladder.viewport(), Qt::LeftButton, {}, ladder.rungRect(1).center().toPoint());
    QCOMPARE(s.state.selectedToken(), 2);
    QCOMPARE(s.state.selectedLoop(), 1);
    ladder.setFocus();
    QTest::keyClick(&ladder, Qt::Key_Up);
    QCOMPARE(s.state.selectedLoop(), 2);
    moveTo(ladder.viewport(), ladder.rungRect(0).center(), Qt::NoButton);
    QCOMPARE(s.state.hoveredToken(), 2);
    QCOMPARE(s.state.hoveredLoop(), 0);
    QAccessibleInterface* table1 = QAccessible::queryAccessibleInterface(&ladder);
    QVERIFY(table1 && table1->childCount() == 4);
    QCOMPARE(table1->child(3)->text(QAccessible::Value), ladder.cellValue(3, 0));
  }
  void rungsOpenIntoLayers() {
    test::SyntheticOptions options;
    options.tokens = 6;
    options.captureLayers = true;
    const TracePtr trace = test::syntheticTrace(options);
    Stage s({900, 500}, trace);
    s.state.select(3);
    Ladder& ladder = *s.view.ladder();
    const int loops = trace->loops(), layers = layerLens(*trace, 3, 1).table.loops;
    QVERIFY(layers > 1);
    QCOMPARE(ladder.cellRows(), loops);
    const QRectF rung = ladder.rungRect(1);
    QTest::mouseClick(ladder.viewport(), Qt::LeftButton, {}, QPoint(12, int(rung.center().y())));
    QVERIFY(ladder.isOpen(1));
    QCOMPARE(ladder.cellRows(), loops + layers - 1);
    QCOMPARE(ladder.cellName(1, 0), QString("Loop 2, layer 1"));
    const LayerLens lens = layerLens(*trace, 3, 1);
    QVERIFY(ladder.cellValue(1, 0).contains(tokenLabel(lens.table.at(0, 0).bytes)));
    s.state.select(3, 1);
    ladder.setFocus();
    QTest::keyClick(&ladder, Qt::Key_Left);
    QVERIFY(!ladder.isOpen(1));
    QTest::keyClick(&ladder, Qt::Key_Right);
    QVERIFY(ladder.isOpen(1));
  }
  void missingValuesAreHatched() {
    const TracePtr trace = test::handTrace({{1, "a", {2, 2, 2, 2}}, {3, " b", {4, 4, 4, 4}}}, 4,
                                           [](TraceInfo&, RecordColumns& c) {
                                             c.gateLogit[4] = std::nanf("");
                                             c.topkId[1] = -1;
                                             c.topkLogprob[1] = std::nanf("");
                                           });
    Stage s({900, 500}, trace);
    s.view.setTheme(FigureTheme::light());
    s.state.setRule({0, 4, 0.6});
    StripCanvas& c = canvas(s);
    const auto colours = [&](int token) {
      QSet<QRgb> found;
      const QImage image = picture(*c.viewport());
      const QRectF rect = c.tokenRect(token);
      for (int y = int(c.footOf(token) - 30); y < c.footOf(token) - 2; ++y)
        found << image.pixel(int(rect.center().x()), y);
      return found;
    };
    QVERIFY(colours(1).contains(FigureTheme::light().missing.rgb()));
    QVERIFY(!colours(1).contains(FigureTheme::light().loopColour(0).rgb()));
    QVERIFY(colours(0).contains(FigureTheme::light().loopColour(0).rgb()));
    s.state.select(0);
    QCOMPARE(s.view.ladder()->cellValue(1, 0), QString("not in the record"));
  }

  void longTextsHaveARibbon() {
    Stage s({1000, 600}, words(5000, 8));
    DepthOverview& ribbon = *s.view.overview();
    QVERIFY(ribbon.isVisible());
    QVERIFY(!canvas(s).hasColumns());
    s.state.setRule({0, 8, 0.6});
    QCoreApplication::processEvents();
    const std::vector<int>& loop = s.state.readout().loop;
    const QImage image = picture(ribbon);
    const FigureTheme theme = FigureTheme::light();
    keep(s.view, "strip-long");
    int places = 0;
    for (int x = 40; x < ribbon.width() - 60; x += 61) {
      const auto [first, end] = ribbon.tokensAt(x);
      const int most = *std::max_element(loop.begin() + first, loop.begin() + end);
      // One above the deepest of the words that share the pixel there is nothing.
      const double foot = 28 + 64, each = 64.0 / 8;
      const QColor in = image.pixelColor(x, int(foot - (most + 0.5) * each));
      QVERIFY2(alike(in, theme.loopColour(most)),
               qPrintable(QString("x %1, words %2 to %3, loop %4: %5")
                              .arg(x)
                              .arg(first)
                              .arg(end)
                              .arg(most)
                              .arg(in.name())));
      if (most + 1 < 8)
        QVERIFY(alike(image.pixelColor(x, int(foot - (most + 1.5) * each)), theme.background));
      ++places;
    }
    QVERIFY(places > 10);
    // The same line to drag.
    QTest::mousePress(&ribbon, Qt::LeftButton, {}, QPoint(300, int(ribbon.lineLevel())));
    moveTo(&ribbon, QPointF(300, 28 + 64 - 3 * 8 + 1), Qt::LeftButton);
    QTest::mouseRelease(&ribbon, Qt::LeftButton, {}, QPoint(300, 28 + 64 - 3 * 8 + 1));
    QCOMPARE(s.state.rule().budget, 3);
    QTest::mouseClick(&ribbon, Qt::LeftButton, {}, QPoint(500, 28 + 50));
    const auto [first, end] = ribbon.tokensAt(500);
    QVERIFY(s.state.selectedToken() >= first && s.state.selectedToken() < end);
    QVERIFY(canvas(s).viewport()->rect().contains(
        canvas(s).tokenRect(s.state.selectedToken()).center().toPoint()));
    ribbon.setFocus();
    QTest::keyClick(&ribbon, Qt::Key_Up);
    QCOMPARE(s.state.rule().budget, 4);
    QTest::keyClick(&ribbon, Qt::Key_Right);
    QVERIFY(s.state.selectedToken() >= end);
    s.state.setTrace(words(10));
    QVERIFY(!ribbon.isVisible());
    QVERIFY(canvas(s).hasColumns());
  }
  void ticksAreFast() {
    for (const int tokens : {400, 4096}) {
      Stage s({1280, 700}, words(tokens, 8));
      (void)QTest::qWaitForWindowExposed(&s.view);
      QCoreApplication::processEvents();
      QElapsedTimer timer;
      timer.start();
      constexpr int kTicks = 28;
      for (int i = 0; i < kTicks; ++i) {
        s.state.setRule({0, 1 + i % 8, 0.5 + 0.01 * i});
        QCoreApplication::processEvents();
      }
      const double each = double(timer.nsecsElapsed()) / 1e6 / kTicks;
      qInfo("%d tokens: %.2f ms a tick", tokens, each);
      QVERIFY2(each < 160, "ten times the budget of a frame");
    }
  }

  /// Every text of the view has its room, at every size, in every language and both themes.
  void nothingIsCut() {
    for (const LanguageInfo& language : languages()) {
      installLanguage(language.code);
      for (const QSize size : {QSize(860, 380), QSize(1260, 420), QSize(1900, 600)})
        for (const bool dark : {false, true}) {
          Stage s(size, game());
          QApplication::setPalette(themePalette(dark));
          s.view.setTheme(dark ? FigureTheme::dark() : FigureTheme::light());
          s.state.setRule({0, 2, 1.0});  // the longest answer
          QCoreApplication::processEvents();
          QVERIFY(s.view.minimumSizeHint().width() <= size.width());
          // A low window keeps a line of words and the answer in sight.
          QVERIFY2(s.view.minimumSizeHint().height() <= 216,
                   qPrintable(QString::number(s.view.minimumSizeHint().height())));
          QVERIFY(!s.view.layout()->hasHeightForWidth());
          for (const QLabel* label : s.view.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            const QRect room = label->contentsRect();
            const QRect text = label->fontMetrics().boundingRect(
                QRect(0, 0, label->wordWrap() ? room.width() : 10000, 10000),
                label->wordWrap() ? Qt::TextWordWrap : 0, label->text());
            QVERIFY2(text.width() <= room.width() + 1 && text.height() <= room.height() + 1,
                     qPrintable(QString("%1 at %2: %3")
                                    .arg(language.code)
                                    .arg(size.width())
                                    .arg(label->text())));
          }
          const auto* field = s.find<QLineEdit>("expectedAnswer");
          QVERIFY(field->fontMetrics().horizontalAdvance(field->placeholderText()) <
                  field->width() - 8);
          keep(s.view, QString("strip-%1-%2%3")
                           .arg(language.code)
                           .arg(size.width())
                           .arg(dark ? "-dark" : ""));
        }
    }
  }
  void warningsAndInkStandOut() {
    const auto luminance = [](const QColor& c) {
      const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
      };
      return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const auto contrast = [&](const QColor& a, const QColor& b) {
      const double x = luminance(a), y = luminance(b);
      return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    };
    for (const FigureTheme& theme : {FigureTheme::light(), FigureTheme::dark()}) {
      QVERIFY(contrast(theme.warning, theme.background) >= 4.5);
      QVERIFY(contrast(theme.selection, theme.background) >= 3);
      QVERIFY(contrast(theme.accent, theme.background) >= 3);
      QVERIFY(contrast(theme.loopColour(0), theme.background) >= 1.5);
      QVERIFY(contrast(theme.loopColour(3), theme.background) >= 5);
      QVERIFY(contrast(theme.loopColour(15), theme.background) >= 13);
    }
  }

  void theFigureIsTheStrip() {
    Stage s({900, 500}, words(30));
    s.state.setRule({0, 3, 0.6});
    s.state.select(4);
    const auto shown = s.view.shown();
    QVERIFY(shown.has_value());
    QCOMPARE(shown->recipe.kind, QString("strip"));
    QCOMPARE(shown->recipe.token, 4);
    QCOMPARE(shown->recipe.rule, s.state.rule());
    const FigureData data = figureData(shown->input, shown->recipe);
    QCOMPARE(int(data.rows.size()), 30);
    const int exit = data.header.indexOf("exit_loop"), best = data.header.indexOf("best_word");
    for (int t = 0; t < 30; ++t) {
      const Answer answer = answerAt(*s.state.trace(), t, s.state.readout());
      QCOMPARE(data.rows[t][exit].toInt(), answer.read + 1);
      QCOMPARE(data.rows[t][best], dataToken(s.state.trace()->word(answer.now.id)));
    }
    const QByteArray svg = renderFigure(shown->input, shown->recipe, "svg");
    for (const int loop : {0, 2})
      QVERIFY(svg.contains(ColourMap::depth(false).loopColour(loop).name().toLatin1()));
    QVERIFY(svg.contains("w4"));
    // Of a long text it is the page that is seen.
    s.state.setTrace(words(3000));
    const auto page = s.view.shown();
    const auto [first, last] = canvas(s).seenTokens();
    QCOMPARE(page->recipe.firstToken, first);
    QCOMPARE(page->recipe.lastToken, last);
  }
};

QTEST_MAIN(TestStrip)
#include "tst_strip.moc"
