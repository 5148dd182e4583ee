// SPDX-License-Identifier: GPL-3.0-or-later
// What a broken model leaves without a value is said in words in every view, figure, caption and
// table: never "nan", "inf", a 0 or a 1.
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include "core/support/Error.h"
#include "core/support/Numbers.h"
#include "tests/support/ChangedDemo.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "tests/support/WindowTexts.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/Actions.h"
#include "ui/window/MessageBar.h"
#include "ui/window/PromptEdit.h"

using namespace ouroscope;

namespace {

const char* const kPrompt = "Take 3, add 4, double, subtract 5, triple, add 1, get";

bool saysNan(const QString& text) {
  static const QRegularExpression word("(?<![\\w])-?(nan|inf)(?![\\w])",
                                       QRegularExpression::CaseInsensitiveOption);
  return word.match(text).hasMatch();
}

QStringList nansOf(const QWidget& window) {
  QStringList out;
  test::visitTexts(window, [&](const QWidget& each, test::TextRole, const QString& text) {
    if (saysNan(text))
      out << QStringLiteral("%1 %2: %3")
                 .arg(each.metaObject()->className(), each.objectName(), text);
  });
  return out;
}

/// A trace with all that can be captured, of which some values are not numbers.
TracePtr damaged(bool gates, bool words, bool everywhere) {
  test::SyntheticOptions options;
  options.tokens = 24;
  options.promptTokens = 18;
  options.captureHidden = options.captureLayers = options.captureAttention = options.sweep = true;
  const TracePtr plain = test::syntheticTrace(options);
  RecordColumns c = plain->whole();
  for (int t = everywhere ? 0 : 4; t < plain->tokens(); t += everywhere ? 1 : 3)
    for (int r = everywhere ? 0 : 1; r < plain->loops(); ++r) {
      const std::size_t cell = plain->at(t, r);
      if (gates) c.gateLogit[cell] = kNaN;
      if (!words) continue;
      for (std::vector<float>* column :
           {&c.entropy, &c.kl, &c.logprob, &c.stepNorm, &c.stepCosine, &c.residualNorm})
        if (!column->empty()) (*column)[cell] = kNaN;
      for (std::vector<float>* column : {&c.layerNorm, &c.layerKl, &c.attentionSink})
        std::fill_n(column->begin() + cell * (column->size() / plain->at(plain->tokens(), 0)),
                    column->size() / plain->at(plain->tokens(), 0), kNaN);
      for (int k = 0; k < plain->topK(); ++k) {
        c.topkId[cell * plain->topK() + k] = -1;
        c.topkLogprob[cell * plain->topK() + k] = kNaN;
      }
      if (!c.rank.empty()) c.rank[cell] = -1;
      for (int h = 0; h < plain->info().hiddenSize; ++h)
        c.hidden[cell * plain->info().hiddenSize + h] = kNaN;
    }
  TraceInfo info = plain->info();
  return std::make_shared<const Trace>(info, std::move(c), options.loops, options.topK);
}

}  // namespace

class TestAbsentValues : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void noViewSaysNan_data() {
    QTest::addColumn<bool>("gates");
    QTest::addColumn<bool>("words");
    QTest::addColumn<bool>("everywhere");
    for (const bool everywhere : {false, true}) {
      const char* where = everywhere ? "everywhere" : "here and there";
      QTest::addRow("gates, %s", where) << true << false << everywhere;
      QTest::addRow("words, %s", where) << false << true << everywhere;
      QTest::addRow("both, %s", where) << true << true << everywhere;
    }
  }
  void noViewSaysNan() {
    QFETCH(bool, gates);
    QFETCH(bool, words);
    QFETCH(bool, everywhere);
    test::WindowStage stage(QSize(1400, 1000));
    MainWindow& window = stage.window;
    const TracePtr trace = damaged(gates, words, everywhere);
    window.workspace().add(test::syntheticTrace({.tokens = 24}));
    window.workspace().add(trace, {}, {});
    window.state().setCompared({window.workspace().items()[0].id, true, {}, "token:exit-loop"});
    for (const ViewInfo& info : viewList()) {
      window.docks().showView(info.id);
      QTRY_VERIFY2(window.docks().view(info.id)->isVisible(), info.id);
      for (const int token : {0, 4, 5, trace->tokens() - 1}) {
        window.state().select(token);
        window.state().hover(token, 2);
        QCoreApplication::processEvents();
        const QStringList wrong = nansOf(window);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(info.id) + ": " + wrong.join("\n")));
      }
      window.state().hover(-1);
    }
    window.docks().showView("text");
    auto* canvas = window.findChild<StripCanvas*>();
    for (const Measure& measure : measures()) {
      window.state().setMeasure(measure);
      for (int token = 0; token < trace->tokens(); ++token) {
        const QPoint at = canvas->tokenRect(token).center().toPoint();
        QHelpEvent help(QEvent::ToolTip, at, canvas->viewport()->mapToGlobal(at));
        QApplication::sendEvent(canvas->viewport(), &help);
        QVERIFY2(!saysNan(QToolTip::text()), qPrintable(QToolTip::text()));
      }
      QVERIFY2(nansOf(window).isEmpty(), qPrintable(nansOf(window).join("\n")));
    }
    QToolTip::hideText();
    // The summary says how many, and where first.
    window.docks().showView("summary");
    auto* note = window.findChild<QLabel*>("fact-not-numbers");
    QVERIFY(note && note->isVisible());
    QVERIFY2(note->text().contains(everywhere ? "token 1, loop 1" : "token 5, loop 2"),
             qPrintable(note->text()));
  }

  void noFigureSaysNan_data() { noViewSaysNan_data(); }
  void noFigureSaysNan() {
    QFETCH(bool, gates);
    QFETCH(bool, words);
    QFETCH(bool, everywhere);
    const TracePtr trace = damaged(gates, words, everywhere);
    int drawn = 0;
    for (const FigureKind& kind : figureKinds()) {
      FigureInput input;
      input.trace = trace;
      if (kind.needsOther) input.other = test::syntheticTrace({.tokens = 24});
      FigureRecipe recipe;
      recipe.kind = kind.id;
      try {
        const QString caption = kind.caption(input, recipe);
        QVERIFY2(!saysNan(caption), qPrintable(QString(kind.id) + ": " + caption));
        const FigureData table = figureData(input, recipe);
        for (const auto& row : table.rows)
          for (const QString& cell : row)
            QVERIFY2(!saysNan(cell), qPrintable(QString(kind.id) + ": " + cell));
        drawFigure(input, recipe);
        ++drawn;
      } catch (const Error& refused) {
        QVERIFY2(!saysNan(QString::fromStdString(refused.what())), refused.what());
      }
    }
    QVERIFY(drawn > 4);
  }

  void aModelWithoutAGateSaysSo() {
    test::WindowStage stage(QSize(1400, 1000));
    MainWindow& window = stage.window;
    const TracePtr gated = test::syntheticTrace({.tokens = 24});
    const TracePtr trace = test::syntheticTrace({.tokens = 24,
                                                 .promptTokens = 18,
                                                 .otherGates = 0,
                                                 .captureHidden = true,
                                                 .captureLayers = true,
                                                 .gated = false});
    QVERIFY(!trace->hasGate() && trace->columns().gateLogit.empty());
    window.workspace().add(gated);
    QCOMPARE(window.state().measure().id, "exit-probability");
    window.workspace().add(trace, {}, {});
    // What only a gate could say is neither shown nor offered.
    QVERIFY(!window.state().measure().needsGate);
    QVERIFY(!window.findChild<QSlider*>("stripQ")->isEnabled());
    QVERIFY(!window.findChild<QComboBox*>("gate")->isEnabled());
    QCOMPARE(window.findChild<QComboBox*>("gate")->currentText(), "none");
    QCOMPARE(window.findChild<QLabel*>("stripQText")->text(), "No exit gate");
    QVERIFY(window.actions()["run.less"]->isEnabled());
    for (const ViewInfo& info : viewList()) {
      window.docks().showView(info.id);
      QTRY_VERIFY2(window.docks().view(info.id)->isVisible(), info.id);
      for (const int token : {0, 5, trace->tokens() - 1}) {
        window.state().select(token);
        window.state().hover(token, 2);
        QCoreApplication::processEvents();
        QVERIFY2(nansOf(window).isEmpty(), qPrintable(nansOf(window).join("\n")));
      }
      window.state().hover(-1);
    }
    for (const char* box : {"heatmapMeasure", "shade"}) {
      auto* combo = window.findChild<QComboBox*>(box);
      for (int i = 0; i < combo->count(); ++i)
        QCOMPARE(bool(combo->model()->index(i, 0).flags() & Qt::ItemIsEnabled),
                 !measure(combo->itemData(i).toString().toStdString()).needsGate);
    }
    QVERIFY(window.findChild<QLabel*>("gateTokenTitle")->text().contains("no exit gate"));
    QVERIFY(window.findChild<QLabel*>("fact-gates")->text().contains("no exit gate"));
    // Under a lower budget that loop is read; no distribution is made up.
    window.state().setRule({0, 2, 0.3});
    QCOMPARE(window.state().readout().meanLoops, 2.0);
    QVERIFY(std::isnan(window.state().readout().expectedDepth[3]));
    // Back to the other one: its gate is there.
    window.workspace().show(window.workspace().items()[0].id);
    window.docks().showView("text");
    QTRY_VERIFY(window.findChild<QSlider*>("stripQ")->isEnabled());
  }

  void figuresWithoutAGate() {
    const TracePtr trace = test::syntheticTrace({.tokens = 24,
                                                 .otherGates = 0,
                                                 .captureHidden = true,
                                                 .captureLayers = true,
                                                 .sweep = true,
                                                 .gated = false});
    FigureInput input;
    input.trace = trace;
    QStringList drawn;
    for (const FigureKind& kind : figureKinds()) {
      if (kind.needsOther || QString(kind.id) == "page") continue;
      const FigureRecipe recipe = loadRecipe(kind.id, trace.get());
      try {
        drawFigure(input, recipe);
        const QString caption = figureCaption(input, recipe);
        QVERIFY2(!saysNan(caption), qPrintable(caption));
        QVERIFY2(caption.contains("no exit gate"), qPrintable(caption));
        drawn << kind.id;
      } catch (const Error& refused) {
        QVERIFY2(QString(refused.what()).contains("no exit gate"), refused.what());
      }
    }
    for (const char* kind : {"heatmap", "lens", "text", "operating-curve", "exit-rules", "layers",
                             "loss", "causal-map"})
      QVERIFY2(drawn.contains(kind), kind);
    QVERIFY(!drawn.contains("gate"));
    FigureRecipe recipe = loadRecipe("heatmap", trace.get());
    recipe.measure = &measure("cdf");
    QVERIFY_THROWS_EXCEPTION(Error, drawFigure(input, recipe));
  }

  void aBrokenModelIsSaidInTheWindow() {
    const std::filesystem::path model = home_.filePath("broken").toStdString();
    test::copyDemo(model);
    test::changeWeight(model / "model.safetensors", "model.norm.weight", 3, kNaN);
    test::WindowStage stage;
    MainWindow& window = stage.window;
    stage.loadModel(home_.filePath("broken"));
    stage.run(kPrompt);
    QVERIFY(window.state().trace());
    QCOMPARE(nansOf(window), QStringList());
    // Said once, when the run is over.
    const auto& said = window.findChild<MessageBar*>()->messages();
    QCOMPARE(std::ranges::count_if(
                 said, [](const auto& m) { return m.sentence.contains("are not numbers"); }),
             1);
  }
};

QTEST_MAIN(TestAbsentValues)
#include "tst_absent_values.moc"
