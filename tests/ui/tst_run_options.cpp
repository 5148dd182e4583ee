// SPDX-License-Identifier: GPL-3.0-or-later
// What a run is ordered with beside its prompt, set by mouse and keys; what comes of it in the
// trace, and what the window says of it.
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <set>

#include "core/run/LoadedModel.h"
#include "core/run/TurnTokens.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SmallModels.h"
#include "tests/support/WindowStage.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/MessageBar.h"
#include "ui/window/RunOptions.h"

using namespace ouroscope;

namespace {

/// The window on a small model, with the panel of run options open.
struct Options : test::WindowStage {
  explicit Options(const QString& folder) {
    loadModel(folder);
    open();
  }
  void open() {
    click("moreOptions");
    if (!QTest::qWaitFor([&] { return panel().isVisible(); })) qFatal("no panel");
  }
  QFrame& panel() { return *find<QFrame>("runOptions"); }
  TracePtr trace() { return window.state().trace(); }
  const ModelSpec& spec() { return window.workspace().model()->folder.spec; }

  /// By keys, as a person would.
  void choose(const char* name, const QString& id) {
    auto* box = find<QComboBox>(name);
    const int wanted = box->findData(id);
    QVERIFY2(wanted >= 0, name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int tries = 0; tries < box->count() && box->currentIndex() != wanted; ++tries)
      QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), id);
  }
  void write(const char* name, const QString& text) {
    auto* field = find<QWidget>(name);
    QVERIFY2(field->isEnabled(), name);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
  }
  void tick(const char* name) {
    auto* box = find<QCheckBox>(name);
    QVERIFY2(box->isEnabled(), qPrintable(box->toolTip()));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
  }
  /// Closes the panel, types and runs.
  TracePtr record(const QString& text, int tokens = 0) {
    panel().close();
    const TracePtr before = trace();
    run(text, tokens);
    return trace() == before ? nullptr : trace();
  }
  QString fact(const char* name) {
    window.docks().showView("summary");
    // The labels of the run before are only gone once their events are over.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* label = window.findChild<QLabel*>(QStringLiteral("fact-") + QLatin1String(name));
    return label ? label->text() : QString();
  }
  QStringList said() {
    QStringList sentences;
    for (const auto& message : find<MessageBar>("messageBar")->messages())
      sentences << message.sentence;
    return sentences;
  }
  bool says(const QString& part) { return said().join('\n').contains(part); }
};

std::string textOf(const Trace& trace, const TokenSpan& tokens) {
  std::string text;
  for (int t = tokens.begin; t < tokens.end; ++t) text += trace.columns().tokenBytes[t];
  return text;
}

}  // namespace

class TestRunOptions : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  QString chat() const { return home_.filePath("chat"); }
  QString templated() const { return home_.filePath("templated"); }
  QString plain() const { return home_.filePath("plain"); }
  QString noise() const { return home_.filePath("noise"); }

 private slots:
  void initTestCase() {
    test::writeChatModel(chat().toStdString());
    test::writeChatModel(templated().toStdString());
    fixture::writeFile(templated().toStdString() + "/chat_template.jinja", test::kSystemTemplate);
    test::writePlainModel(plain().toStdString());
    test::writeNoiseModel(noise().toStdString());
  }
  void init() { test::freshSettings(home_.path()); }

  void aConversationIsWrittenAsAsked() {
    Options w(templated());
    QVERIFY(!w.find<QComboBox>("systemKind")->isEnabled());  // the prompt is a text
    w.choose("promptKind", "chat");
    QVERIFY(w.find<QComboBox>("systemKind")->toolTip().contains("Be brief."));
    QVERIFY(!w.find<QPlainTextEdit>("systemText")->isVisible());
    // The template's own system turn first.
    TracePtr trace = w.record("Hello there", 2);
    QVERIFY(trace && trace->info().conversation);
    QCOMPARE(trace->info().conversation->system, std::string("template"));
    QVERIFY2(w.fact("turns").contains("system (of the model's template): tokens"),
             qPrintable(w.fact("turns")));

    w.open();
    w.choose("systemKind", "text");
    QVERIFY(w.find<QPlainTextEdit>("systemText")->isVisible());
    w.write("systemText", "Count to three.");
    w.choose("thinking", "on");
    trace = w.record("Hello there", 3);
    QVERIFY(trace && trace->info().conversation);
    const Conversation& c = *trace->info().conversation;
    QCOMPARE(c.system, std::string("given"));
    QCOMPARE(c.turns.size(), 2u);
    QCOMPARE(c.turns[0].content, std::string("Count to three."));
    QVERIFY(c.think);
    // Where the turns are is where their tokens are.
    const std::vector<TurnTokens> turns = turnTokens(*trace);
    QCOMPARE(turns.size(), 2u);
    QCOMPARE(textOf(*trace, turns[0].content), c.turns[0].content);
    QCOMPARE(textOf(*trace, turns[1].content), std::string("Hello there"));
    QCOMPARE(answerTokens(*trace).begin, trace->info().promptTokens);
    QVERIFY(w.fact("turns").contains(QStringLiteral("user: tokens %1 to %2")
                                         .arg(turns[1].content.begin + 1)
                                         .arg(turns[1].content.end)));
    QVERIFY(w.fact("turns").contains(
        QStringLiteral("assistant: tokens %1 to").arg(trace->info().promptTokens + 1)));
    QVERIFY(w.fact("turns").contains("<think>"));

    w.open();
    w.choose("systemKind", "none");
    w.choose("thinking", "off");
    trace = w.record("Hello there", 1);
    QCOMPARE(trace->info().conversation->system, std::string("none"));
    QCOMPARE(trace->info().conversation->turns.size(), 1u);
    QVERIFY(!trace->info().conversation->think);
  }

  void aConversationGoesOn() {
    Options w(templated());
    w.choose("promptKind", "chat");
    QVERIFY(!w.find<QCheckBox>("goOn")->isEnabled());  // there is none yet
    QVERIFY(w.find<QCheckBox>("goOn")->toolTip().contains("new one"));
    const TracePtr first = w.record("Hello there", 5);
    QVERIFY(first);
    w.open();
    w.tick("goOn");
    QVERIFY(!w.find<QComboBox>("systemKind")->isEnabled());
    QVERIFY(w.find<QCheckBox>("goOn")->text().contains("turn 3"));
    const TracePtr second = w.record("And now?", 4);
    QVERIFY(second);
    const std::vector<ChatTurn> turns = second->info().conversation->turns;
    QCOMPARE(turns.size(), 4u);
    QCOMPARE(turns[0].content, std::string("Be brief."));
    QCOMPARE(turns[1].content, std::string("Hello there"));
    QCOMPARE(turns[2].role, std::string("assistant"));
    QVERIFY(turns[2] == turnsSoFar(*first).back());
    QCOMPARE(turns[3].content, std::string("And now?"));
    QVERIFY(w.fact("turns").count('\n') >= 4);
    // Another run goes on from the second; without the tick a new one begins.
    const TracePtr third = w.record("So?", 1);
    QCOMPARE(third->info().conversation->turns.size(), 6u);
    w.open();
    w.tick("goOn");
    QCOMPARE(w.record("So?", 1)->info().conversation->turns.size(), 2u);
  }

  void aRunEndsWhereItIsTold() {
    Options w(chat());
    const TracePtr free = w.record("in the morning", 6);
    QVERIFY(free && free->tokens() > free->info().promptTokens);
    const int prompt = free->info().promptTokens;
    QVERIFY2(
        w.fact("ended").contains("that were asked for") || w.fact("ended").contains("stop token"),
        qPrintable(w.fact("ended")));
    // The very token that is drawn first.
    w.open();
    w.write("stopWords", "#" + QString::number(free->columns().tokenId[prompt]));
    const TracePtr stopped = w.record("in the morning", 6);
    QCOMPARE(stopped->tokens(), prompt + 1);
    QVERIFY(stopped->info().end.why == RunEnd::Why::StopToken);
    QVERIFY2(w.fact("ended").contains("stop token"), qPrintable(w.fact("ended")));
    // No stop tokens at all: as many as asked for.
    w.open();
    w.write("stopWords", "");
    w.tick("modelStops");
    QCOMPARE(w.record("in the morning", 30)->tokens(), prompt + 30);
    QVERIFY(w.trace()->info().stopIds->empty());
    // The context of this model is 128.
    w.open();
    w.tick("withinContext");
    QCOMPARE(w.record("in the morning", 200)->tokens(), 128);
    QVERIFY2(w.fact("ended").contains("longest context"), qPrintable(w.fact("ended")));
  }

  /// In a model without a gate, and in place of a gate.
  void exitRulesStopTokens() {
    const auto loopsOfAnswer = [](const Trace& trace) {
      std::set<int> loops;
      for (int t = trace.info().promptTokens; t < trace.tokens(); ++t)
        loops.insert(trace.columns().loopsRun[t]);
      return loops;
    };
    for (const QString& folder : {noise(), chat()}) {
      Options w(folder);
      w.tick("modelStops");
      QVERIFY(!w.find<QLineEdit>("ruleThreshold")->isEnabled());
      QVERIFY(w.find<QLineEdit>("ruleThreshold")->toolTip().contains("Live view"));
      const TracePtr all = w.record("one and two", 4);
      QVERIFY(all && all->info().criterion.isGate());
      QCOMPARE(loopsOfAnswer(*all), std::set<int>{4});
      // An entropy is always below a thousand nats.
      w.open();
      w.choose("exitRule", "entropy");
      w.write("ruleThreshold", "1e3");
      const TracePtr first = w.record("one and two", 4);
      QVERIFY(first);
      QVERIFY((first->info().criterion == ExitCriterion{ExitRuleKind::Entropy, 1000}));
      QCOMPARE(first->info().kvPolicy, std::string("last-exited-copy"));
      QCOMPARE(first->info().exitThreshold, 1.0);
      QCOMPARE(loopsOfAnswer(*first), std::set<int>{1});
      QVERIFY(first->info().events.empty());
      QVERIFY2(w.fact("exit").contains("Entropy"), qPrintable(w.fact("exit")));
      // The policy of the next run by the gate is what it was.
      QVERIFY(w->workspace().live().settings().kvPolicy == KvPolicy::Full);
      // The threshold of the released code, where none is written.
      w.open();
      w.choose("exitRule", "stable");
      w.write("ruleThreshold", "");
      QCOMPARE(w.find<QLineEdit>("ruleThreshold")->placeholderText(), "5");
      const TracePtr stable = w.record("one and two", 1);
      QCOMPARE(stable->info().criterion.threshold, 5.0);
      w.open();
      w.choose("exitRule", "");
      QVERIFY(w.record("one and two", 1)->info().criterion.isGate());
    }
  }

  void anExitRuleNeedsAThreshold() {
    Options w(noise());
    w.choose("exitRule", "margin");  // the released code has none
    QVERIFY(!w.record("one and two", 2));
    QVERIFY2(w.says("no usual threshold"), qPrintable(w.said().join('\n')));
    w.open();
    w.write("ruleThreshold", "high");
    QVERIFY(!w.record("one and two", 2));
    QVERIFY2(w.says("must be a number"), qPrintable(w.said().join('\n')));
    w.open();
    w.write("ruleThreshold", "0.5");
    QVERIFY(w.record("one and two", 2));
  }

  /// The Live view says so, and its settings of the gate come back.
  void theLiveViewShowsThatARuleStops() {
    Options w(chat());
    w.choose("exitRule", "entropy");
    w.write("ruleThreshold", "1000");
    w.tick("modelStops");
    w.panel().close();
    w.type("one and two");
    w.find<QSpinBox>("generate")->setValue(6);
    w->docks().showView("live");
    QVERIFY(w.find<QSlider>("liveQ")->isEnabled());
    w.click("liveStep");
    LiveSession& live = w->workspace().live();
    QVERIFY(QTest::qWaitFor([&] { return live.state() == LiveSession::State::Paused; }, 60000));
    QVERIFY(live.ruled());
    QVERIFY(!w.find<QSlider>("liveQ")->isEnabled());
    QVERIFY2(w.find<QLabel>("liveQText")->text().contains("exit rule"),
             qPrintable(w.find<QLabel>("liveQText")->text()));
    QCOMPARE(w.find<QComboBox>("livePolicy")->currentData().toInt(),
             static_cast<int>(KvPolicy::LastExited));
    // A budget changes on the way; nothing else does.
    w.find<QSlider>("liveBudget")->setFocus();
    QTest::keyClick(w.find<QSlider>("liveBudget"), Qt::Key_Left);
    QCOMPARE(live.settings().budget, 3);
    w.click("livePause");
    QVERIFY(w.rest());
    const std::vector<RunEvent>& events = w.trace()->info().events;
    QCOMPARE(events.size(), 1u);
    QVERIFY(events[0].what == RunEvent::What::Budget);
    QVERIFY(w.find<QSlider>("liveQ")->isEnabled() && !live.ruled());
    QCOMPARE(w.find<QComboBox>("livePolicy")->currentData().toInt(),
             static_cast<int>(KvPolicy::Full));
    // A branch of the record stops by its rule, whatever the panel says.
    live.setSettings({1, 0, KvPolicy::Full});
    w.open();
    w.choose("exitRule", "");
    w.panel().close();
    live.branch({w.trace()->info().promptTokens + 1, {}, {}});
    QVERIFY(w.rest());
    QVERIFY(w.trace()->info().criterion.kind == ExitRuleKind::Entropy);
    for (int t = w.trace()->info().promptTokens; t < w.trace()->tokens(); ++t)
      QCOMPARE(w.trace()->columns().loopsRun[t], 1);
  }

  void specialTokensCanBeWords() {
    Options w(chat());
    QCOMPARE(w.record("<|im_end|>")->tokens(), 1);
    w.open();
    w.tick("plainSpecials");
    QVERIFY(w.record("<|im_end|>")->tokens() > 3);
    QCOMPARE(textOf(*w.trace(), {0, w.trace()->tokens()}), std::string("<|im_end|>"));
  }

  /// What a model has no use for is not there, or grey with the reason.
  void onlyWhatTheModelHasIsOffered() {
    const auto shown = [](Options& w) {
      QStringList names;
      for (const char* name : {"startSeed", "lens", "loopLayers"})
        if (w.find<QWidget>(name)->isVisibleTo(&w.panel())) names << name;
      return names;
    };
    {
      Options w(test::demoFolder());
      QCOMPARE(shown(w), QStringList());
      QVERIFY(w.find<QComboBox>("decidingGate")->isVisibleTo(&w.panel()));
      auto* kinds = w.find<QComboBox>("promptKind");
      auto* items = qobject_cast<QStandardItemModel*>(kinds->model());
      QStandardItem* chatItem = items->item(kinds->findData("chat"));
      QVERIFY(!chatItem->isEnabled());
      QVERIFY(chatItem->toolTip().contains("no marks"));
    }
    {
      Options w(plain());
      QCOMPARE(shown(w), QStringList{"loopLayers"});
    }
    Options w(noise());
    QCOMPARE(shown(w), (QStringList{"startSeed", "lens"}));
    // Nothing in the panel is cut off.
    for (const QWidget* each : w.panel().findChildren<QWidget*>())
      if (each->isVisible() &&
          (qobject_cast<const QLabel*>(each) || qobject_cast<const QCheckBox*>(each)))
        QVERIFY2(each->width() + 1 >= each->minimumSizeHint().width(),
                 qPrintable(each->objectName()));
  }

  void seedAndLensReachTheTrace() {
    Options w(noise());
    w.write("startSeed", "5");
    const TracePtr coda = w.record("one and two");
    QCOMPARE(coda->info().startSeed, std::uint64_t{5});
    QCOMPARE(coda->info().lens, std::string("coda"));
    w.open();
    w.write("startSeed", "6");
    const TracePtr other = w.record("one and two");
    QVERIFY(other->columns().entropy != coda->columns().entropy);
    w.open();
    w.choose("lens", "logit");
    QVERIFY(w.rest());
    QVERIFY(w.spec().lens == LensKind::Logit);
    const TracePtr logit = w.record("one and two");
    QCOMPARE(logit->info().lens, std::string("logit"));
    QCOMPARE(logit->info().startSeed, std::uint64_t{6});
    // A record of the other lens is run again as it was made.
    w->workspace().show(w->workspace().items()[0].id);
    QCOMPARE(w.trace()->info().lens, std::string("coda"));
    w->docks().showView("lens");
    w.click("lensRerunLayers");
    QVERIFY(w.rest());
    QVERIFY(w.spec().lens == LensKind::Coda);
    QCOMPARE(w.trace()->info().lens, std::string("coda"));
    QVERIFY(w.trace()->info().captured.layers);
    QCOMPARE(w.trace()->columns().topkId, coda->columns().topkId);
  }

  void layersOfAPlainModelAreLooped() {
    Options w(plain());
    QCOMPARE(w.find<QSpinBox>("loops")->value(), 1);
    QVERIFY(!w.find<QAbstractButton>("openLooped")->isEnabled());
    const TracePtr once = w.record("in the morning", 2);
    QCOMPARE(once->loops(), 1);
    w.open();
    w.write("loopLayers", "2-3");
    w.choose("step", "ema");
    w.click("openLooped");
    QVERIFY(w.rest());
    QVERIFY(w.spec().windowLoops > 0 && w.spec().stepRule == StepRule::Ema);
    QCOMPARE(w.find<QSpinBox>("loops")->value(), w.spec().usualLoops());
    const TracePtr looped = w.record("in the morning", 2);
    QCOMPARE(looped->info().prelude, 1);
    QCOMPARE(looped->info().layers, 2);
    QCOMPARE(looped->info().stepRule, std::string("ema"));
    QCOMPARE(looped->loops(), w.spec().usualLoops());
    // A layer that is not there is refused, and the model stays as it was.
    w.open();
    w.write("loopLayers", "3-9");
    w.click("openLooped");
    QVERIFY(w.rest());
    QVERIFY2(w.says("4 layers"), qPrintable(w.said().join('\n')));
    QCOMPARE(w.spec().stages.prelude, 1);
    // The first record is run again on the model as it is in the folder, then this one as looped.
    w->workspace().show(w->workspace().items()[0].id);
    w->docks().showView("lens");
    w.click("lensRerunLayers");
    QVERIFY(w.rest());
    QCOMPARE(w.spec().windowLoops, 0);
    QCOMPARE(w.trace()->loops(), 1);
    QVERIFY(w.trace()->info().captured.layers);
    w->workspace().show(w->workspace().items()[1].id);
    w.click("lensRerunLayers");
    QVERIFY(w.rest());
    QVERIFY(w.spec().windowLoops > 0);
    QCOMPARE(w.trace()->columns().topkId, looped->columns().topkId);
    QVERIFY2(w.says("layers 2 to 3 looped (ema)"), qPrintable(w.said().join('\n')));
  }

  /// What core/run has to say of a run is said as the command line says it.
  void notesOfARunAreShown() {
    Options w(chat());
    w.choose("promptKind", "chat");
    QVERIFY(w.record("Hello there"));
    QVERIFY2(w.says("no chat template"), qPrintable(w.said().join('\n')));
    // Another run settles it where it has nothing to say.
    w.open();
    w.choose("promptKind", "text");
    QVERIFY(w.record("Hello there"));
    QVERIFY2(!w.says("no chat template"), qPrintable(w.said().join('\n')));
  }

  /// A tokenizer that drops characters: the run says it, the trace keeps it, the text shows it.
  void whatTheTokenizerLeavesOutIsSeen() {
    Options w(noise());
    const QString accent = QString::fromUtf8("\xcc\x81");
    const TracePtr trace = w.record("caf" + accent + ". two" + accent);
    QVERIFY(trace);
    const std::vector<DroppedText>& dropped = trace->info().dropped;
    QCOMPARE(dropped.size(), 2u);
    QCOMPARE(dropped[0].text, accent.toStdString());
    QCOMPARE(dropped[1].token, trace->tokens());
    QVERIFY2(w.says("leaves out 2 characters"), qPrintable(w.said().join('\n')));
    QVERIFY(w.says("U+0301"));
    QVERIFY2(w.fact("dropped").contains("U+0301"), qPrintable(w.fact("dropped")));
    w->docks().showView("text");
    auto* canvas = w->findChild<StripCanvas*>();
    for (const int token : {dropped[0].token, trace->tokens() - 1}) {
      const QPoint at = canvas->tokenRect(token).center().toPoint();
      QHelpEvent help(QEvent::ToolTip, at, canvas->viewport()->mapToGlobal(at));
      QApplication::sendEvent(canvas->viewport(), &help);
      QVERIFY2(QToolTip::text().contains("U+0301"), qPrintable(QToolTip::text()));
    }
    QToolTip::hideText();
    // A file keeps it.
    const std::string file = home_.filePath("dropped.trace.safetensors").toStdString();
    writeTrace(*trace, file);
    QVERIFY(readTrace(file)->info().dropped == dropped);
  }

  /// The panel and its state come back with a session.
  void optionsAreKept() {
    Options w(chat());
    w.choose("promptKind", "chat");
    w.choose("systemKind", "text");
    w.write("systemText", "Be kind.");
    w.choose("thinking", "off");
    w.tick("plainSpecials");
    w.tick("modelStops");
    w.write("stopWords", "#7");
    w.choose("exitRule", "min-p-kl");
    w.write("ruleThreshold", "0.25");
    const QJsonObject kept = w.find<RunOptions>("runOptions")->toJson();
    RunOptions other;
    other.fromJson(kept);
    QCOMPARE(other.toJson(), kept);
    QCOMPARE(kept["system_text"].toString(), "Be kind.");
    QCOMPARE(kept["think"].toString(), "off");
    QCOMPARE(kept["exit_rule"].toString(), "min-p-kl");
    QCOMPARE(kept["rule_threshold"].toString(), "0.25");
    RunOptions fresh;
    QVERIFY(fresh.isDefault());
    fresh.fromJson({});
    QVERIFY(fresh.isDefault());
  }

  /// For docs and for looking at: OUROSCOPE_PICTURES names a folder.
  void pictures() {
    const QString folder = qEnvironmentVariable("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("OUROSCOPE_PICTURES is not set");
    int n = 0;
    for (const char* language : {"en", "de"})
      for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
        for (const QSize size : {QSize(880, 700), QSize(1400, 900)}) {
          installLanguage(language);
          test::WindowStage w(size);
          w->setTheme(theme);
          w.loadModel(n % 2 ? plain() : noise());
          w.type(QString::fromUtf8("caf\xcc\x81. two"));
          w.click("run");
          QVERIFY(w.rest());
          w->docks().showView("summary");
          w.click("moreOptions");
          QTest::qWait(200);
          const QString name =
              QStringLiteral("%1/%2_%3_%4").arg(folder, language).arg(n).arg(size.width());
          w.find<QFrame>("runOptions")->grab().save(name + "_options.png");
          w.find<QFrame>("runOptions")->close();
          w->grab().save(name + "_window.png");
          ++n;
        }
    installLanguage("en");
  }
};

QTEST_MAIN(TestRunOptions)
#include "tst_run_options.moc"
