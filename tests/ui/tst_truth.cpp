// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a run is true: its text, its prompt, how it ended, what a reading
// changes.
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "core/analysis/AnswerChange.h"
#include "core/run/LoadedModel.h"
#include "tests/support/ChangedDemo.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/base/Theme.h"
#include "ui/session/Examples.h"
#include "ui/window/MessageBar.h"
#include "ui/window/PromptEdit.h"
#include "ui/window/RunList.h"

using namespace ouroscope;

namespace {

const char* const kSixSteps = "Take 3, add 4, double, subtract 5, triple, add 1, get";

/// The window on the demo model.
struct Demo : test::WindowStage {
  PromptEdit* prompt = find<PromptEdit>("prompt");
  QSpinBox* generate = find<QSpinBox>("generate");

  Demo() { loadModel(); }
  QLabel* label(const char* name) { return window.findChild<QLabel*>(name); }
};

QString textOf(const Trace& trace) {
  std::string text;
  for (const std::string& bytes : trace.columns().tokenBytes) text += bytes;
  return QString::fromStdString(text);
}

}  // namespace

class TestTruth : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  /// A1: not what the prompt box says by then.
  void runAgainRunsTheShownText() {
    Demo w;
    // A run with generated tokens, drawn at random, and a change of q on the way.
    w->workspace().live().setSampling({1.0, 1.0, 7});
    const int a = w.run("Ann's boss's friend is", 12);
    w->workspace().live().setSampling({});
    const TracePtr before = w->state().trace();
    QVERIFY(before->tokens() > before->info().promptTokens);
    w->state().select(2);
    w->state().setMeasure(measure("kl"));
    w.type("Once upon a time");
    w->docks().showView("lens");
    w.click("lensRerunLayers");
    QVERIFY(w.rest());
    QTRY_VERIFY(w->workspace().current() != a);
    const TracePtr after = w->state().trace();
    QVERIFY(after->info().captured.layers);
    QCOMPARE(after->columns().tokenId, before->columns().tokenId);
    QCOMPARE(after->info().promptTokens, before->info().promptTokens);
    QVERIFY(after->info().sampling == before->info().sampling);
    QCOMPARE(after->info().exitThreshold, before->info().exitThreshold);
    QCOMPARE(after->loops(), before->loops());
    QCOMPARE(after->columns().topkId, before->columns().topkId);
    QCOMPARE(after->columns().gateLogit, before->columns().gateLogit);
    // It is shown as the one before was, and its prompt is that of its text.
    QCOMPARE(w->state().selectedToken(), 2);
    QCOMPARE(w->state().measure().id, measure("kl").id);
    QCOMPARE(w.prompt->toPlainText(), "Ann's boss's friend is");
    QCOMPARE(w.generate->value(), 12);
    // What was typed is still there, with the trace that it was typed over.
    w->workspace().show(a);
    QCOMPARE(w.prompt->toPlainText(), "Once upon a time");
  }

  /// Recorded in f32 while the model is open in bf16: neither refused nor run as something else.
  void aFileOfOtherArithmeticIsRunAgainAsItWas() {
    Demo w;
    w.run("Once upon a time");
    w->open(QStringLiteral(OUROSCOPE_SOURCE_DIR "/resources/traces/cups.trace.safetensors"));
    QVERIFY(w.rest());
    const TracePtr cups = w->state().trace();
    QCOMPARE(cups->info().dtype, "f32");
    w->docks().showView("lens");
    auto* words = w->findChild<QLineEdit*>("lensWords");
    words->setFocus();
    QTest::keyClicks(words, "boss");
    QTest::keyClick(words, Qt::Key_Return);
    w.click("lensRerun");
    QTRY_VERIFY_WITH_TIMEOUT(w->state().trace() != cups && !w->busy(), 60000);
    const TracePtr again = w->state().trace();
    QCOMPARE(again->info().dtype, "f32");
    QCOMPARE(again->info().gateName, cups->info().gateName);
    QCOMPARE(again->columns().tokenId, cups->columns().tokenId);
    QCOMPARE(again->loops(), cups->loops());
    QCOMPARE(again->info().tracked.size(), cups->info().tracked.size() + 1);
    for (std::size_t i = 0; i < cups->columns().entropy.size(); ++i)
      QVERIFY(std::abs(again->columns().entropy[i] - cups->columns().entropy[i]) < 1e-4f);
    QStringList said;
    for (const auto& message : w->findChild<MessageBar*>()->messages()) said << message.sentence;
    QVERIFY2(said.join('\n').contains("opened again in f32"), qPrintable(said.join('\n')));
    // It stays open so, and an own prompt runs in what the window says.
    w.run("Once upon a time");
    QCOMPARE(w->state().trace()->info().dtype, "f32");
  }

  /// A record of another model is refused by name, not run as something else.
  void whatAnotherModelMadeIsNotRunAgain() {
    Demo w;
    w->workspace().add(test::syntheticTrace());
    RunWish wish;
    wish.capture.layers = true;
    w->runs().rerun(wish);
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), 1u);
    const QString said = w->findChild<MessageBar*>()->text();
    QVERIFY2(said.contains("synthetic") && said.contains("run again"), qPrintable(said));
  }

  void everyTabBringsItsPrompt() {
    Demo w;
    const int a = w.run("Ann is", 3);
    const int b = w.run("Take 3, add 4, get");
    auto* runs = w->findChild<RunList*>();
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(0).center());
    QCOMPARE(w->workspace().current(), a);
    QCOMPARE(w.prompt->toPlainText(), "Ann is");
    QCOMPARE(w.generate->value(), 3);
    QVERIFY(w.prompt->note().isEmpty());
    // An edited box says that the picture is of the text before, and keeps what was typed.
    w.prompt->moveCursor(QTextCursor::End);
    QTest::keyClicks(w.prompt, " who");
    QVERIFY(w.prompt->note().contains("not run"));
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(1).center());
    QCOMPARE(w->workspace().current(), b);
    QCOMPARE(w.prompt->toPlainText(), "Take 3, add 4, get");
    QVERIFY(w.prompt->note().isEmpty());
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(0).center());
    QCOMPARE(w.prompt->toPlainText(), "Ann is who");
    QVERIFY(!w.prompt->note().isEmpty());
    // Another language builds the box again: it still is of this text.
    w->perform("language.de");
    QTRY_COMPARE(installedLanguage(), "de");
    QTRY_VERIFY(w->findChildren<PromptEdit*>().size() == 1);
    w.prompt = w->findChild<PromptEdit*>("prompt");
    QCOMPARE(w.prompt->toPlainText(), "Ann is who");
    QVERIFY(!w.prompt->note().isEmpty());
    w->perform("language.en");
    QTRY_COMPARE(installedLanguage(), "en");
    w.prompt = w->findChild<PromptEdit*>("prompt");
    // Run: the text is a run of its own, and the first has its own prompt again.
    QTRY_COMPARE(w->findChildren<PromptEdit*>().size(), 1);
    w.click("run");
    QVERIFY(w.rest());
    QVERIFY(w->workspace().current() != a);
    QCOMPARE(w.prompt->toPlainText(), "Ann is who");
    QVERIFY(w.prompt->note().isEmpty());
    w->workspace().show(a);
    QCOMPARE(w.prompt->toPlainText(), "Ann is");
  }

  /// An opened file brings the text of its prompt, and says where that cannot be typed.
  void aFileBringsItsPrompt() {
    Demo w;
    w->open(QStringLiteral(OUROSCOPE_SOURCE_DIR "/resources/traces/cups.trace.safetensors"));
    QVERIFY(w.rest());
    QCOMPARE(w.prompt->toPlainText(), textOf(*w->state().trace()));
    QVERIFY(w.prompt->note().isEmpty());
    w->workspace().add(test::syntheticTrace());  // has half an emoji
    QVERIFY(w.prompt->note().contains("half"));
  }

  /// A7
  void theLastTokenOfALongPromptIsSelected() {
    Demo w;
    w.run(QStringLiteral("The ball is under the red cup. Swap red and blue. ").repeated(12));
    const TracePtr trace = w->state().trace();
    QVERIFY(trace->info().promptTokens > 130);
    QCOMPARE(w->state().selectedToken(), trace->info().promptTokens - 1);
    QCOMPARE(w->state().selectedTokens().size(), 1u);
  }

  /// A8
  void aStoppedRunSaysSo() {
    Demo w;
    w.prompt->setPlainText(QStringLiteral("The ball is under the red cup. ").repeated(3000));
    w.click("run");
    QTRY_VERIFY_WITH_TIMEOUT(w->state().trace() != nullptr, 30000);
    QVERIFY(w->findChild<QLabel*>("doing")->text().contains("tokens"));  // C4: what is counted
    w.click("cancel");
    QVERIFY(w.rest());
    const TracePtr trace = w->state().trace();
    QVERIFY(trace->info().stop());
    const auto wanted = static_cast<int>(trace->info().stop()->number);
    QVERIFY2(wanted > trace->tokens(), qPrintable(QString::number(wanted)));
    const QLocale locale;
    const QString both =
        locale.toString(trace->tokens()) + " of " + locale.toString(wanted) + " tokens";
    auto* runs = w->findChild<RunList*>();
    w->workspace().add(test::syntheticTrace());
    w->workspace().step(-1);
    QVERIFY(runs->item(0)->text().contains("stopped"));
    QVERIFY(runs->item(0)->toolTip().contains(both));
    QVERIFY(w->windowTitle().contains("stopped"));
    QVERIFY2(w.label("summary")->text().contains(both), qPrintable(w.label("summary")->text()));
    w->docks().showView("summary");
    QTRY_VERIFY(w.label("summaryDepth")->text().contains(both));
    QTRY_VERIFY(w.label("fact-stopped"));
    QVERIFY(w.label("fact-stopped")->text().contains(both));
    // The file says it as well.
    const QString path = home_.filePath("stopped.trace.safetensors");
    writeTrace(*trace, path.toStdString());
    QCOMPARE(readTrace(path.toStdString())->info().stop()->number, 1.0 * wanted);
  }

  /// A9
  void aTextBeyondTheContextIsNoted() {
    Demo w;
    const int made = w->workspace().model()->folder.config.maxPositions;
    w.run("Ann is");
    QVERIFY(w->findChild<MessageBar*>()->messages().isEmpty());
    w.run(QStringLiteral("The ball is under the red cup. ").repeated(made / 7));
    QVERIFY(w->state().trace()->tokens() > made);
    const QString number = QLocale().toString(made);
    QVERIFY(w->findChild<MessageBar*>()->text().contains(number));
    w->docks().showView("summary");
    QTRY_VERIFY(w.label("fact-context") && w.label("fact-context")->text().contains(number));
    // C3: what was said of one run does not stand over the next.
    w.run("Ann is");
    QVERIFY(w->findChild<MessageBar*>()->messages().isEmpty());
  }

  /// A3
  void anAnswerThatChangesIsSaidInColour() {
    Demo w;
    w.run(kSixSteps);
    QLabel* badge = w.label("badge");
    QVERIFY(badge->styleSheet().isEmpty());  // only what warns has a colour
    QCOMPARE(badge->text(), "exact replay");
    auto* strip = w->findChild<QWidget*>("stripCanvas");
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_BracketLeft);
    QTest::keyClick(strip, Qt::Key_BracketLeft);
    QCOMPARE(w->state().rule().budget, 2);
    const AnswerChange change = answerChange(*w->state().trace(), w->state().readout());
    QVERIFY(change.answer());
    const auto word = [&](std::int32_t id) {
      return QString::fromStdString(w->state().trace()->word(id)).trimmed();
    };
    QCOMPARE(badge->text(),
             QStringLiteral("answer changed: \u201c%1\u201d, full depth says \u201c%2\u201d")
                 .arg(word(change.now), word(change.full)));
    QVERIFY(badge->styleSheet().contains(QColor(kWarningGround).name()));
    QVERIFY(badge->toolTip().contains(QString::number(change.changed)));
    QTest::keyClick(strip, Qt::Key_BracketRight);
    QTest::keyClick(strip, Qt::Key_BracketRight);
    QCOMPARE(badge->text(), "exact replay");
    QVERIFY(badge->styleSheet().isEmpty());
  }

  /// Six loops of a recorded text are no loops of the model with four.
  void aRecordOfAnotherModelIsAskedAtTheModelsLoops() {
    for (const bool modelFirst : {true, false}) {
      test::WindowStage w;
      if (modelFirst) w.loadModel();
      openRecorded(w->workspace(), w->state(), exampleTraces().front());
      QVERIFY(w.rest());
      QCOMPARE(w->state().trace()->loops(), 6);
      const auto* loops = w.find<QSpinBox>("loops");
      QCOMPARE(loops->value(), modelFirst ? 4 : 6);
      if (!modelFirst) w.loadModel();
      QCOMPARE(loops->value(), 4);
      QVERIFY(w.find<PromptEdit>("prompt")->note().startsWith("recorded with"));
      w.run("Take 3, add 4, get");
      QCOMPARE(w->state().trace()->loops(), 4);
      // And back: what was recorded, at the loops of whom is asked.
      w->workspace().show(w->workspace().items().front().id);
      QCOMPARE(loops->value(), 4);
    }
  }

  /// A gate that is no number stops nobody, and the last loop allowed is no answer to where.
  void whatIsNoNumberIsNotSaidToBeExact() {
    test::copyDemo((home_.path() + "/broken").toStdString());
    test::changeWeight((home_.path() + "/broken/model.safetensors").toStdString(),
                       "model.norm.weight", 0, std::numeric_limits<float>::quiet_NaN());
    test::WindowStage w;
    w.loadModel(home_.path() + "/broken");
    w.run("Take 3, add 4, get");
    const auto* badge = w.find<QLabel>("badge");
    QCOMPARE(badge->text(), "values are missing");
    QVERIFY(!badge->styleSheet().isEmpty());
    QVERIFY(badge->toolTip().contains("not numbers"));
    const int unknown = unknownExits(*w->state().trace(), w->state().readout());
    QCOMPARE(unknown, w->state().trace()->tokens());
    bool said = false;
    for (const auto* finding : w->findChildren<QLabel*>("finding"))
      said = said || (finding->isVisible() &&
                      finding->text().startsWith(
                          QStringLiteral("The exit probabilities of %1 of %1").arg(unknown)));
    QVERIFY(said);
  }

  /// A10: no two numbers of one name, no two sliders of one label.
  void oneNameOneNumber() {
    Demo w;
    w.run("Ann's boss's friend is", 20);
    w->state().setRule({0, 4, 0.35});
    w->docks().showView("live");
    QTRY_VERIFY(w.label("liveNumbers")->text().contains("as they were run"));
    QStringList labels;
    for (const char* name : {"stripQText", "liveBudgetText", "liveQText"})
      labels << w.label(name)->text().remove(QRegularExpression("[0-9.,].*"));
    labels.removeDuplicates();
    QCOMPARE(labels.size(), 3);
  }

  /// A trace is first read as it was run, whatever was read before it (A5).
  void aNewTraceIsReadAsItWasRun() {
    Demo w;
    const int a = w.run("Ann is");
    const double q = w->state().rule().q;
    w->state().setRule({0, 2, 0.05});
    w.run("Take 3, add 4, get");
    QCOMPARE(w->state().rule().q, q);
    QCOMPARE(w->state().rule().budget, 4);
    w->workspace().show(a);
    QCOMPARE(w->state().rule().q, 0.05);
  }

  /// C2
  void titlesKeepWholeCharacters() {
    Demo w;
    w.run(QString::fromUtf8("\xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x98\x80 hello"));
    QVERIFY2(w->windowTitle().startsWith(QString::fromUtf8("\xe4\xbd\xa0\xe5\xa5\xbd")),
             qPrintable(w->windowTitle()));
    QVERIFY(!w->windowTitle().contains('<'));
  }
};

QTEST_MAIN(TestTruth)
#include "tst_truth.moc"
