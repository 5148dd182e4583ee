// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows at its first start, while there is nothing, while it works and when
// something went wrong: each brought about by what a person does, and read whole in every size.
// OUROSCOPE_STATE_PICTURES names a folder for pictures of all of them; OUROSCOPE_LAYOUT=all takes
// every language, theme and size.
#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/ChangedDemo.h"
#include "tests/support/LayoutProblems.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticCorpus.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/MessageBar.h"

using namespace ouroscope;

namespace {

constexpr QSize kSizes[] = {{880, 600}, {1280, 800}, {1920, 1080}};

struct Stage : test::WindowStage {
  explicit Stage(QSize size) : WindowStage(size) {}
  QString said(const char* label) { return find<QLabel>(label)->text(); }
  /// Of the question that is asked.
  QString finding() {
    for (const auto* each : window.findChildren<QLabel*>("finding"))
      if (each->isVisible()) return each->text();
    return {};
  }
  /// What was asked for is laid out, and no job has come to its end: that is an event, too.
  void layOut() {
    for (int i = 0; i < 4; ++i) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  }
};

/// Folders and files that the states need, made once.
struct Things {
  QTemporaryDir folder;
  QString at(const char* name) const { return folder.filePath(name); }
  Things() {
    test::writeSyntheticCorpus(at("none"), {.documents = 0});
    test::writeSyntheticCorpus(at("none-done"));
    if (!QFile::resize(at("none-done") + "/documents.jsonl", 0)) qFatal("no log");
    test::copyDemo(at("broken").toStdString());
    test::changeWeight((at("broken") + "/model.safetensors").toStdString(), "model.norm.weight", 0,
                       std::numeric_limits<float>::quiet_NaN());
    QDir().mkpath(at("no-model"));
    QFile cut(at("cut.trace.safetensors"));
    if (!cut.open(QIODevice::WriteOnly)) qFatal("no file");
    cut.write("half a trace");
  }
};

/// Until it has written more than so many tokens: it goes on for long.
void writeLong(Stage& w, int tokens) {
  w.loadModel();
  w.type("Once upon a time");
  w.find<QSpinBox>("generate")->setValue(4000);
  w.find<QCheckBox>("modelStops")->setChecked(false);
  w.click("run");
  QTRY_VERIFY(w->state().trace() && w->state().trace()->tokens() > tokens);
}

struct State {
  const char* name;
  void (*reach)(Stage&, const Things&);
};

const State kStates[] = {
    {"empty", [](Stage&, const Things&) {}},
    {"first",
     [](Stage& w, const Things&) {
       w->open({});
       w.layOut();
     }},
    {"ready",
     [](Stage& w, const Things&) {
       w->open({});
       QVERIFY(w.rest());
     }},
    {"turned",
     [](Stage& w, const Things&) {  // the other theme, and back
       w->open({});
       QVERIFY(w.rest());
       const bool dark = w->palette().color(QPalette::Window).lightness() < 128;
       for (const bool other : {!dark, dark}) {
         w->perform(other ? "theme.dark" : "theme.light");
         QTest::qWait(50);
       }
     }},
    {"model", [](Stage& w, const Things&) { w.loadModel(); }},
    {"loading",
     [](Stage& w, const Things&) {
       w->runs().loadModel(test::demoFolder());
       w.layOut();
     }},
    {"begun",
     [](Stage& w, const Things&) {
       w.loadModel();
       w.type("Take 3, add 4, double, get");
       w.click("run");
       w.layOut();
     }},
    {"running", [](Stage& w, const Things&) { writeLong(w, 24); }},
    {"paused",
     [](Stage& w, const Things&) {
       w.loadModel();
       w->docks().showView("live");
       w.type("Once upon a time");
       w.find<QSpinBox>("generate")->setValue(40);
       w.click("liveStep");
       QTRY_VERIFY(w->workspace().live().state() == LiveSession::State::Paused);
       QTest::qWait(120);
     }},
    {"stopped",
     [](Stage& w, const Things&) {
       writeLong(w, kStripTokens);  // a page, however fast the machine
       w.click("stop");
       QVERIFY(w.rest());
     }},
    {"no-prompt",
     [](Stage& w, const Things&) {
       w.loadModel();
       w.type({});
       w.click("run");
       QVERIFY(w.rest());
     }},
    {"broken",
     [](Stage& w, const Things& things) {
       w.loadModel(things.at("broken"));
       w.run("Take 3, add 4, get");
     }},
    {"unread",
     [](Stage& w, const Things& things) {
       w->open(things.at("no-model"));
       QVERIFY(w.rest());
     }},
    {"many",
     [](Stage& w, const Things& things) {
       w->open({});
       QVERIFY(w.rest());
       for (const char* name : {"gone.trace.safetensors", "cut.trace.safetensors", "no-model"}) {
         w->open(things.at(name));
         QVERIFY(w.rest());
       }
       w.click("messageAll");
     }},
    {"corpus-empty",
     [](Stage& w, const Things& things) {
       w->open(things.at("none"));
       QVERIFY(w.rest());
       QTest::qWait(150);
     }},
    {"corpus-begun",
     [](Stage& w, const Things& things) {
       w->open(things.at("none-done"));
       QVERIFY(w.rest());
       QTest::qWait(150);
     }},
};

}  // namespace

class TestStates : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  Things things_;
  const bool all_ = qEnvironmentVariable("OUROSCOPE_LAYOUT") == "all";

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void everyStateIsReadWhole_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("state");
    for (const LanguageInfo& language : languages()) {
      if (!all_ && !QStringList({"en", "de"}).contains(language.code)) continue;
      for (int i = 0; i < int(std::size(kStates)); ++i)
        QTest::addRow("%s %s", qPrintable(language.code), kStates[i].name) << language.code << i;
    }
  }
  void everyStateIsReadWhole() {
    QFETCH(QString, language);
    QFETCH(int, state);
    const State& row = kStates[state];
    const QString pictures = qEnvironmentVariable("OUROSCOPE_STATE_PICTURES");
    installLanguage(language);
    QStringList found;
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
      for (const QSize size : kSizes) {
        // The smallest size is where something could be cut, and colours have no language.
        if (!all_ && (size != kSizes[0] || (language != "en" && theme == ThemeChoice::Dark)))
          continue;
        Stage w(size);
        w->setTheme(theme);
        QTest::qWait(20);
        row.reach(w, things_);
        if (QTest::currentTestFailed()) return;
        w.layOut();
        QStringList here = test::layoutProblems(w.window) + test::faintTexts(w.window);
        here += test::nestedBars(w.window);
        const QString what = QStringLiteral("%1-%2-%3x%4-%5")
                                 .arg(language, row.name)
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(theme == ThemeChoice::Dark ? "dark" : "light");
        for (const QString& line : here) found << what + ": " + line;
        if (!pictures.isEmpty()) w->grab().save(pictures + '/' + what + ".png");
      }
    if (!found.isEmpty()) QFAIL(qPrintable('\n' + found.join('\n')));
  }

  /// Where the text will stand it is said what is being done for it, or how to come to one.
  void theEmptyPlaceSaysWhatIsDone() {
    Stage w(kSizes[1]);
    const auto* canvas = w.find<StripCanvas>("stripCanvas");
    const auto said = [&] { return canvas->accessibleDescription(); };
    const auto* example = w.find<QAbstractButton>("beginExample");
    QVERIFY2(said().startsWith("Nothing is open yet"), qPrintable(said()));
    QVERIFY(example->isVisible());
    w->runs().loadModel(test::demoFolder());
    w.layOut();
    QCOMPARE(said(), QString("Loading demo\u2026"));
    QVERIFY(example->isVisible());  // a record needs no model
    QVERIFY(w.rest());
    QVERIFY2(said().startsWith("Type a prompt"), qPrintable(said()));
    w.type("Take 3, add 4, get");
    w.click("run");
    QCOMPARE(said(), QString("Running\u2026"));
    QVERIFY(!example->isVisible());
    QVERIFY(!w.find<QAbstractButton>("run")->isEnabled());
    QVERIFY(w.find<QAbstractButton>("stop")->isEnabled());
    QVERIFY(w.rest());
    QCOMPARE(said(), QString());
    QVERIFY(!example->isVisible());
    w->perform("file.close");
    QTRY_VERIFY(said().startsWith("Type a prompt"));
    QVERIFY(example->isVisible());
  }

  void aRunThatWaitsSaysSo() {
    Stage w(kSizes[1]);
    w.loadModel();
    w->docks().showView("live");
    w.type("Once upon a time");
    w.find<QSpinBox>("generate")->setValue(40);
    w.click("liveStep");
    QTRY_VERIFY(w->workspace().live().state() == LiveSession::State::Paused);
    QTRY_COMPARE(w.said("doing"), QString("Paused: 5 of 44 tokens"));
    QCOMPARE(w.finding(), QString("It waits: 5 tokens so far."));
    w.click("livePause");
    QTRY_VERIFY(w.said("doing").startsWith("Running") || !w->busy());
    w.click("stop");
    QVERIFY(w.rest());
    QCOMPARE(w.said("doing"), QString());
  }

  /// A corpus without documents is not one of tasks, and one that was only begun is not empty.
  void aCorpusWithoutDocumentsSaysWhy() {
    Stage w(kSizes[1]);
    w->open(things_.at("none"));
    QVERIFY(w.rest());
    QTRY_VERIFY(w.find<QLabel>("corpusMissing")->isVisible());
    QCOMPARE(w.finding(), QString("This corpus has no documents."));
    QVERIFY(w.said("corpusMissing").contains("had no documents"));
    w->open(things_.at("none-done"));
    QVERIFY(w.rest());
    QTRY_COMPARE(w.finding(), QString("No document is done yet."));
    QVERIFY(w.said("corpusMissing").contains("goes on where it stopped"));
    QVERIFY(w.said("corpusHead").contains("0 of 40"));
  }
};

QTEST_MAIN(TestStates)
#include "tst_states.moc"
