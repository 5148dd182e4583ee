// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the command line make the same run of the same order.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>

#include "core/model/DemoModel.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "tests/support/SmallModels.h"
#include "tests/support/TestFiles.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Workspace.h"
#include "ui/window/ControlBar.h"

using namespace ouroscope;
using test::bytesOf;

namespace {

constexpr const char* kSum = "Take 3, add 4, double, subtract 5, triple, add 1, get";

/// An order, and the options that say the same to the command line.
struct Case {
  const char* name;
  QStringList options;
  RunOrder order;
  bool chatModel = false;  ///< a random model whose tokenizer has ChatML marks; else the demo
  QString gate = {};
};

RunOrder text(const char* prompt, int generate = 0) {
  RunOrder order;
  order.prompt = std::string(prompt);
  order.generate = generate;
  return order;
}

std::vector<Case> runs() {
  std::vector<Case> cases;
  cases.push_back({"a text", {"--text", kSum}, text(kSum)});

  RunOrder deep = text(kSum, 3);
  deep.loops = 6;
  deep.track = {"8", "#20"};
  deep.capture = {true, false, true, false, false, false, {0, 1}};
  deep.topK = 4;
  cases.push_back({"loops, words and captures",
                   {"--text", kSum, "--generate", "3", "--loops", "6", "--track", "8,#20",
                    "--capture", "hidden,layers", "--state-layers", "2,1-1", "--top-k", "4"},
                   deep});

  RunOrder early = text("Ann has a box .", 12);
  early.exitThreshold = 0.4;
  early.budget = 3;
  early.kvPolicy = KvPolicy::LastExited;
  early.sampling = {0.8, 0.9, 7};
  cases.push_back(
      {"early exits and sampling",
       {"--text", "Ann has a box .", "--generate", "12", "--exit-threshold", "0.4", "--budget", "3",
        "--kv-policy", "last-exited-copy", "--temperature", "0.8", "--top-p", "0.9", "--seed", "7"},
       early});

  RunOrder draft = text("in the morning", 12);
  draft.speculation = {2, 4};
  draft.capture.logits = true;
  cases.push_back({"drafts",
                   {"--text", "in the morning", "--generate", "12", "--draft-loops", "2",
                    "--draft-tokens", "4", "--capture", "logits"},
                   draft});

  RunOrder ids;
  ids.prompt = std::vector<std::int32_t>{5, 9, 33};
  ids.generate = 2;
  cases.push_back({"token ids", {"--tokens", "5,9,33", "--generate", "2"}, ids});
  cases.push_back({"token ids as #id", {"--tokens", "#5 #9 #33", "--generate", "2"}, ids});
  cases.push_back({"another gate", {"--text", kSum, "--gate", "paper"}, text(kSum)});
  cases.back().gate = "paper";

  RunOrder chat;
  chat.prompt = ChatPrompt{{{"user", "Hello there"}}, false};
  chat.generate = 4;
  cases.push_back({"a chat", {"--text", "Hello there", "--chat", "--generate", "4"}, chat, true});
  chat.prompt = ChatPrompt{{{"user", "Hello there"}}, true};
  cases.push_back({"a chat that thinks",
                   {"--text", "Hello there", "--chat", "--think", "--generate", "4"},
                   chat,
                   true});
  return cases;
}

std::vector<Case> refusals() {
  std::vector<Case> cases;
  RunOrder order = text("a");
  order.track = {"zyzzyva"};
  cases.push_back({"a word of several tokens", {"--text", "a", "--track", "zyzzyva"}, order});
  order.track = {"#99999"};
  cases.push_back({"no such token to track", {"--text", "a", "--track", "#99999"}, order});
  RunOrder chat;
  chat.prompt = ChatPrompt{{{"user", "a"}}, false};
  cases.push_back({"chat without marks", {"--text", "a", "--chat"}, chat});
  RunOrder deep = text("a");
  deep.budget = 5;
  cases.push_back({"a budget beyond the loops", {"--text", "a", "--budget", "5"}, deep});
  RunOrder ids;
  ids.prompt = std::vector<std::int32_t>{99999};
  cases.push_back({"no such token", {"--tokens", "99999"}, ids});
  RunOrder draft = text("a", 2);
  draft.speculation.draftLoops = 5;
  cases.push_back({"drafts deeper than the run",
                   {"--text", "a", "--generate", "2", "--draft-loops", "5"},
                   draft});
  return cases;
}

}  // namespace

class TestRunOrder : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir files_;
  fixture::TempFolder chatFolder_;
  std::map<QString, ModelPtr> models_;

  QString file(const QString& name) const { return files_.filePath(name); }

  std::filesystem::path folder(const Case& c) const {
    return c.chatModel ? chatFolder_.path() : demoModelFolder();
  }
  ModelPtr model(const Case& c) {
    ModelPtr& model = models_[QString::fromStdString(folder(c).string()) + "/" + c.gate];
    if (!model) {
      ModelRequest request;
      request.folder = folder(c);
      request.gate = c.gate.toStdString();
      model = loadModel(request);
    }
    return model;
  }

  static LiveRunPtr live(const RunSettings& settings) {
    return std::make_shared<LiveRun>(settings, std::make_shared<RunMemory>());
  }
  /// As MainWindow runs it, without the queue. @throws Error
  TracePtr inWindow(const Case& c) {
    const ModelPtr with = model(c);
    const double q = c.order.exitThreshold.value_or(with->folder.config.exitThreshold);
    JobContext context;
    const std::any result =
        runJob(with, c.order, live({q, c.order.budget, c.order.kvPolicy}))(context);
    return std::any_cast<TracePtr>(result);
  }
  QByteArray bytes(const Trace& trace) const {
    writeTrace(trace, file("window").toStdString());
    return bytesOf(file("window"));
  }

  struct Result {
    int status;
    QString error;
  };
  Result command(const QStringList& options, const std::filesystem::path& folder) const {
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                  QStringList{"trace", "--model", QString::fromStdString(folder.string()), "--out",
                              file("line")} +
                      options);
    process.waitForFinished(120000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError()).trimmed()};
  }

 private slots:
  void initTestCase() {
    QVERIFY2(!qEnvironmentVariable("OUROSCOPE_CLI").isEmpty(),
             "run this through ctest: it sets OUROSCOPE_CLI");
    test::writeChatModel(chatFolder_.path());
  }

  void windowAndCommandLineRecordTheSame_data() {
    QTest::addColumn<int>("index");
    const auto all = runs();
    for (int i = 0; i < std::ssize(all); ++i) QTest::newRow(all[i].name) << i;
  }
  void windowAndCommandLineRecordTheSame() {
    QFETCH(int, index);
    const Case c = runs()[index];
    QStringList options = c.options;
    const Result line = command(options, folder(c));
    QVERIFY2(line.status == 0, qPrintable(line.error));
    const TracePtr trace = inWindow(c);
    QVERIFY(bytes(*trace) == bytesOf(file("line")));
    QCOMPARE(trace->info().chat, std::holds_alternative<ChatPrompt>(c.order.prompt));
    QCOMPARE(trace->info().speculation.has_value(), c.order.speculation.draftLoops > 0);
    QCOMPARE(QString::fromStdString(trace->info().gateName),
             c.gate.isEmpty() ? QString::fromStdString(model(c)->folder.defaultGate) : c.gate);
  }

  void windowAndCommandLineRefuseInTheSameWords_data() {
    QTest::addColumn<int>("index");
    const auto all = refusals();
    for (int i = 0; i < std::ssize(all); ++i) QTest::newRow(all[i].name) << i;
  }
  void windowAndCommandLineRefuseInTheSameWords() {
    QFETCH(int, index);
    const Case c = refusals()[index];
    const Result line = command(c.options, folder(c));
    QCOMPARE(line.status, 1);
    QString refused;
    try {
      inWindow(c);
    } catch (const Error& error) {
      refused = QString::fromUtf8(error.what());
    }
    QVERIFY(!refused.isEmpty());
    QCOMPARE(line.error, "ouroscope-cli: " + refused);
  }

  void windowAndCommandLineBranchAlike_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("generate");
    QTest::newRow("drawn again") << QStringList{} << QString() << 0;
    QTest::newRow("another word") << QStringList{"--replace", "red"} << "red" << 0;
    QTest::newRow("a token id, longer")
        << QStringList{"--replace", "#20", "--generate", "9"} << "#20" << 9;
  }
  void windowAndCommandLineBranchAlike() {
    QFETCH(QStringList, options);
    QFETCH(QString, word);
    QFETCH(int, generate);
    Case c{"", {}, text("Ann has a box .", 6)};
    c.order.exitThreshold = 0.5;
    c.order.kvPolicy = KvPolicy::LastExited;
    const TracePtr before = inWindow(c);
    writeTrace(*before, file("before").toStdString());
    const int at = before->tokens() - 3;
    const Result line =
        command(QStringList{"--branch", file("before"), "--at", QString::number(at + 1)} + options,
                folder(c));
    QVERIFY2(line.status == 0, qPrintable(line.error));

    JobContext context;
    const BranchOrder order{before, {at, {}, {}}, word.toStdString(), generate};
    const std::any result =
        branchJob(model(c), order, live({0.5, 0, KvPolicy::LastExited}))(context);
    const TracePtr branch = std::any_cast<TracePtr>(result);
    QVERIFY(bytes(*branch) == bytesOf(file("line")));
    QVERIFY(branch->tokens() > at && branch->tokens() <= at + std::max(3, generate));
    QCOMPARE(branch->info().events.front().what, RunEvent::What::Branch);
    if (word == "#20") QCOMPARE(branch->columns().tokenId[at], 20);
  }

  /// What the panel of the control bar shows is what is ordered.
  void aStoppedRunRecordsItsDrafts() {
    struct Stopper : LoopObserver {
      std::stop_source source;
      int drawn = 0;
      void onRecord(const LoopRecord& record) override {
        if ((drawn += record.count) >= 12) source.request_stop();
      }
      void onEvent(const RunEvent&) override {}
    } stopper;
    RunOrder order = text("in the morning", 40);
    order.speculation = {2, 4};
    const ModelPtr demo = model({"", {}, order});
    RunRecording recording(demo, prepareRun(*demo, order));
    const TracePtr trace = recording.run({.stop = stopper.source.get_token(), .watcher = &stopper});
    QVERIFY(trace->tokens() < recording.promptTokens() + 40);
    QVERIFY(trace->info().speculation);
    const SpeculationInfo& s = *trace->info().speculation;
    QCOMPARE(s.draftLoops, 2);
    QVERIFY(s.rounds > 0 && s.drafted > 0 && s.accepted <= s.drafted);
    // Every round gives what was accepted and one token more.
    QCOMPARE(s.rounds + s.accepted, trace->tokens() - recording.promptTokens());
  }

  /// The record's own tokens at the depths they had: whatever drew them, and whatever was changed.
  void aRecordIsRunAgainAsItWas() {
    RunOrder drawn = text("Ann has a box .", 14), early = drawn, shared = drawn;
    drawn.sampling = {1.2, 0.9, 11};
    early.exitThreshold = 0.4;
    early.kvPolicy = KvPolicy::LastExited;
    shared.exitThreshold = 0.4;
    shared.kvPolicy = KvPolicy::LatestAvailable;
    const ModelPtr demo = model({"", {}, drawn});
    for (const RunOrder& order : {text(kSum), drawn, early, shared}) {
      RunRecording first(demo, prepareRun(*demo, order));
      const TracePtr before = first.run();
      RunRecording second(demo,
                          prepareRerun(*demo, {before, {true, false, true}, {}, {"boss"}, {}}));
      const TracePtr after = second.run();
      const TraceColumns &a = before->columns(), &b = after->columns();
      QCOMPARE(b.tokenId, a.tokenId);
      QCOMPARE(b.loopsRun, a.loopsRun);
      QCOMPARE(b.topkId, a.topkId);
      QCOMPARE(b.rank, a.rank);
      const auto same = [](const std::vector<float>& x, const std::vector<float>& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](float p, float q) {
          return p == q || (std::isnan(p) && std::isnan(q));
        });
      };
      QVERIFY(same(b.gateLogit, a.gateLogit));
      QVERIFY(same(b.topkLogprob, a.topkLogprob));
      QVERIFY(same(b.kl, a.kl));
      QCOMPARE(after->info().promptTokens, before->info().promptTokens);
      QVERIFY(after->info().captured.hidden && after->info().captured.layers);
      QCOMPARE(after->info().tracked.size(), std::size_t{1});
      QVERIFY(!after->hidden().empty() && !b.layerEntropy.empty());
    }
  }

  /// A file that was written while its run went on is of a part, whoever reads it.
  void aPartOfARunSaysSo() {
    RunOrder order = text(kSum, 12);
    order.stop.asModel = false;
    const ModelPtr demo = model({"", {}, order});
    RunRecording recording(demo, prepareRun(*demo, order));
    struct Halfway : LoopObserver {
      const RunRecording& run;
      TracePtr part;
      explicit Halfway(const RunRecording& r) : run(r) {}
      void onRecord(const LoopRecord&) override {
        if (run.tokens() == run.promptTokens() + 5) part = run.snapshot();
      }
    } halfway(recording);
    const TracePtr whole = recording.run({.watcher = &halfway});
    QVERIFY(halfway.part);
    const int wanted = recording.promptTokens() + 12;
    QVERIFY(halfway.part->info().end == (RunEnd{RunEnd::Why::Unfinished, -1, wanted}));
    QVERIFY(!halfway.part->info().stop());  // it goes on
    writeTrace(*halfway.part, file("part").toStdString());
    const TracePtr read = readTrace(file("part").toStdString());
    QVERIFY(read->info().stop());
    QCOMPARE(read->info().stop()->token, read->tokens());
    QCOMPARE(read->info().stop()->number, double(wanted));
    QCOMPARE(stoppedText(*read),
             QString("cut off after %1 of %2 tokens").arg(read->tokens()).arg(wanted));
    // Read and written again it says so once.
    writeTrace(*read, file("again").toStdString());
    QCOMPARE(readTrace(file("again").toStdString())->info().events, read->info().events);
    // The whole one has nothing of it.
    QVERIFY(whole->info().end.why == RunEnd::Why::Count);
    QCOMPARE(whole->tokens(), wanted);
    QVERIFY(!whole->info().stop());
  }

  void theControlBarOrdersWhatItShows() {
    ViewState state;
    ControlBar bar(state);
    const auto box = [&](const char* name) { return bar.findChild<QSpinBox*>(name); };
    const auto tick = [&](const char* name) { return bar.findChild<QCheckBox*>(name); };
    QVERIFY(!bar.toJson().contains("options"));
    bar.setPrompt("1, #2", 5, 7);
    auto* kind = bar.findChild<QComboBox*>("promptKind");
    kind->setCurrentIndex(kind->findData("tokens"));
    bar.findChild<QLineEdit*>("trackWords")->setText("8, #20");
    box("topK")->setValue(4);
    box("draftLoops")->setValue(2);
    box("draftTokens")->setValue(5);
    tick("captureHidden")->setChecked(true);
    tick("captureLayers")->setChecked(true);

    const auto check = [](const RunOrder& order) {
      QCOMPARE(std::get<std::vector<std::int32_t>>(order.prompt),
               (std::vector<std::int32_t>{1, 2}));
      QCOMPARE(order.loops, 5);
      QCOMPARE(order.generate, 7);
      QCOMPARE(order.topK, 4);
      QCOMPARE(order.track, (std::vector<std::string>{"8", "#20"}));
      QCOMPARE(order.speculation, (Speculation{2, 5}));
      QCOMPARE(order.capture, (Capture{true, false, true}));
    };
    check(bar.order());
    ControlBar restored(state);
    restored.fromJson(bar.toJson());
    check(restored.order());

    bar.setPrompt("1, two", 5, 7);
    QVERIFY_THROWS_EXCEPTION(Error, bar.order());
    kind->setCurrentIndex(kind->findData("chat"));
    auto* thinking = bar.findChild<QComboBox*>("thinking");
    thinking->setCurrentIndex(thinking->findData("on"));
    const RunOrder chat = bar.order();
    const auto& prompt = std::get<ChatPrompt>(chat.prompt);
    QVERIFY(prompt.think && !prompt.withoutThinking && !prompt.system && prompt.turns.size() == 1);
    ControlBar older(state);  // a session of the first edition
    older.fromJson({{"prompt", "1, two"}, {"options", QJsonObject{{"send", "think"}}}});
    QVERIFY(std::get<ChatPrompt>(older.order().prompt).think);
    QCOMPARE(prompt.turns[0].role, std::string("user"));
    QCOMPARE(prompt.turns[0].content, std::string("1, two"));
  }
};

QTEST_MAIN(TestRunOrder)
#include "tst_run_order.moc"
