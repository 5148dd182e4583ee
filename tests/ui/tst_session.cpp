// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions: what is open comes back after a normal end, after kill -9, and from damaged files.
#include <signal.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/ChangedDemo.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/TestFiles.h"
#include "ui/session/SessionFile.h"
#include "ui/session/SessionKeeper.h"
#include "ui/session/Workspace.h"

using namespace ouroscope;
using test::bytesOf;

namespace {

void put(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}
QJsonObject json(const QString& path) {
  return QJsonDocument::fromJson(bytesOf(path)).object();
}

/// Two traces: one that the person saved, one that only the session has.
SessionState twoTraces(const QString& saved) {
  SessionState state;
  state.window = {{"prompt", "kept"}};
  state.traces.push_back(
      {1, readTrace(saved.toStdString()), "saved", saved, {}, {{"q", 0.5}}, {}, {}});
  state.traces.push_back(
      {2, test::syntheticTrace({.seed = 5}), "run", {}, {}, {{"q", 0.25}}, {}, {}});
  state.current = 1;
  return state;
}

}  // namespace

class TestSession : public QObject {
  Q_OBJECT
 private:
  std::unique_ptr<QTemporaryDir> home_;
  QString folder_, saved_;

  /// The real program on this session; its settings are the test's own.
  std::unique_ptr<QProcess> start(QStringList arguments) {
    auto program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_CONFIG_HOME", home_->filePath("config"));
    environment.insert("LC_ALL", "C");
    program->setProcessEnvironment(environment);
    program->setProcessChannelMode(QProcess::ForwardedChannels);
    program->start(qEnvironmentVariable("OUROSCOPE_WINDOW"),
                   QStringList{"--session-dir", home_->filePath("sessions")} + arguments);
    return program;
  }

 private slots:
  void init() {
    home_ = std::make_unique<QTemporaryDir>();
    folder_ = home_->filePath("sessions/0");
    QVERIFY(QDir().mkpath(folder_));
    saved_ = home_->filePath("saved.trace.safetensors");
    writeTrace(*test::syntheticTrace(), saved_.toStdString());
  }

  void whatIsWrittenIsRead() {
    SessionWriter writer(folder_);
    writer.write(twoTraces(saved_));
    QStringList problems;
    const SessionState state = readSession(folder_, problems);
    QCOMPARE(problems, QStringList());
    QCOMPARE(state.traces.size(), 2u);
    QCOMPARE(state.current, 1);
    QCOMPARE(state.window["prompt"], "kept");
    QCOMPARE(state.traces[0].path, saved_);
    QCOMPARE(state.traces[1].title, "run");
    QCOMPARE(state.traces[1].view["q"], 0.25);
    QVERIFY(state.traces[1].trace->columns().topkId ==
            test::syntheticTrace({.seed = 5})->columns().topkId);
  }

  void aClosedRunsFileGoesAndAnUnchangedOneIsNotWrittenAgain() {
    SessionWriter writer(folder_);
    SessionState state = twoTraces(saved_);
    writer.write(state);
    const QDir dir(folder_);
    const QStringList runs = dir.entryList({"run-*"});
    QCOMPARE(runs.size(), 1);
    QVERIFY(QFile::setPermissions(folder_, QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    const QDateTime before = QFileInfo(dir.filePath(runs[0])).lastModified();
    QTest::qWait(20);
    state.window["prompt"] = "other";
    writer.write(state);
    QCOMPARE(QFileInfo(dir.filePath(runs[0])).lastModified(), before);
    state.traces.pop_back();
    state.current = 0;
    writer.write(state);
    QVERIFY(dir.entryList({"run-*"}).isEmpty());
    QVERIFY(QFileInfo::exists(saved_));
  }

  void damagedSessionsAreSetAsideAndRunsComeBack() {
    SessionWriter(folder_).write(twoTraces(saved_));
    const QString path = folder_ + "/session.json";
    const QByteArray good = bytesOf(path);
    QList<QByteArray> bad{"",
                          "{",
                          "[]",
                          "null",
                          "{}",
                          QByteArray(1000, '\0'),
                          "{\"version\":99}",
                          "{\"version\":\"x\",\"traces\":[]}",
                          "{\"version\":1,\"traces\":{}}"};
    for (qsizetype n = 1; n < good.size() - 2; n += good.size() / 40) bad << good.left(n);
    for (const QByteArray& bytes : bad) {
      put(path, bytes);
      QStringList problems;
      const SessionState state = readSession(folder_, problems);
      QVERIFY2(problems.size() == 1, bytes.left(60));
      QVERIFY2(!QFileInfo::exists(path), bytes.left(60));
      QCOMPARE(state.traces.size(), 1u);  // the run, which is nowhere else
      QCOMPARE(state.traces[0].trace->tokens(), 24);
    }
    // Every one of them is still there to be looked at.
    QCOMPARE(QDir(folder_).entryList({"session.json.damaged-*"}).size(), bad.size());
  }

  void oddEntriesAreNotFollowed() {
    put(folder_ + "/session.json",
        R"({"version":1,"current":2,"window":7,"traces":[7,{"run":"../../saved.trace.safetensors"},
           {"run":"run-zz.trace.safetensors"},{"path":"/no/such.trace.safetensors","view":[]}]})");
    put(folder_ + "/run-00000000000000000000000000000000.trace.safetensors", "no trace at all");
    QStringList problems;
    const SessionState state = readSession(folder_, problems);
    // The person's own file is away: its entry stays, without a trace.
    QCOMPARE(state.traces.size(), 1u);
    QVERIFY(!state.traces[0].trace);
    QCOMPARE(state.traces[0].path, "/no/such.trace.safetensors");
    QCOMPARE(state.current, -1);
    QCOMPARE(problems.size(), 2);  // the missing file and the damaged run, each by name
    QVERIFY(problems[0].contains("/no/such"));
    QCOMPARE(QDir(folder_).entryList({"run-0*.damaged-1"}).size(), 1);
  }

  void twoProgramsHaveTwoSessions() {
    const QString base = home_->filePath("sessions");
    SessionKeeper one(base);
    SessionKeeper two(base);
    QCOMPARE(one.folder(), base + "/0");
    QCOMPARE(two.folder(), base + "/1");
    QVERIFY(!SessionKeeper("/proc/no").why().isEmpty());
  }

  void aSessionThatEndsTheProgramTwiceIsSetAside() {
    const QString base = home_->filePath("sessions");
    SessionWriter(folder_).write(twoTraces(saved_));
    for (int n = 0; n < 2; ++n) {
      QStringList problems;
      QCOMPARE(SessionKeeper(base).read(problems).traces.size(), 2u);  // and then it "crashes"
    }
    QStringList problems;
    QVERIFY(SessionKeeper(base).read(problems).traces.empty());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(QDir(base).entryList({"0-set-aside-*"}).size(), 1);
    // One that was brought back well is not counted.
    SessionWriter(folder_).write(twoTraces(saved_));
    for (int n = 0; n < 4; ++n) {
      SessionKeeper keeper(base);
      QCOMPARE(keeper.read(problems).traces.size(), 2u);
      keeper.restored();
    }
  }

  void killNineInTheMiddleOfWorkLosesNothing() {
    const QString path = folder_ + "/session.json";
    // A saved trace, then a run on the demo model that nobody saved, looked at in a certain way.
    auto first = start({saved_, "--do", "budget:2", "--do", "text:kl", "--do",
                        "open:" + qEnvironmentVariable("OUROSCOPE_DEMO_DIR"), "--do",
                        "prompt:Ann's boss's friend is", "--do", "measure:entropy", "--do",
                        "words:Jan,Bob", "--do", "view.lens", "--do", "goto:3"});
    QVERIFY(first->waitForStarted());
    const auto runView = [&] {
      return json(path)["traces"].toArray().at(1).toObject()["view"].toObject();
    };
    QTRY_VERIFY_WITH_TIMEOUT(runView()["token"].toInt() == 2 && runView()["measure"] == "entropy",
                             120000);
    ::kill(static_cast<pid_t>(first->processId()), SIGKILL);
    QVERIFY(first->waitForFinished());
    QCOMPARE(first->exitStatus(), QProcess::CrashExit);
    const QJsonObject left = json(path);
    const QByteArray run =
        bytesOf(folder_ + "/" + left["traces"].toArray().at(1).toObject()["run"].toString());
    QVERIFY(!run.isEmpty());

    // The next start shows it again, and leaves the same session at its end.
    auto second = start({"--do", "picture:" + home_->filePath("back.png"), "--do", "file.quit"});
    QVERIFY(second->waitForFinished(120000));
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(QFileInfo::exists(home_->filePath("back.png")));
    const QJsonObject back = json(path);
    QCOMPARE(back["traces"], left["traces"]);
    QCOMPARE(back["current"], left["current"]);
    QCOMPARE(back["window"].toObject()["prompt"], left["window"].toObject()["prompt"]);
    const QJsonObject view = back["traces"].toArray().at(0).toObject()["view"].toObject();
    QCOMPARE(view["budget"], 2);
    QCOMPARE(view["tokenMeasure"], "kl");
  }

  /// What is left of a run that was going on is a part, and says so.
  void killNineLeavesAPartThatSaysSo() {
    const QString model = home_->filePath("model");
    test::copyDemo(model.toStdString());
    put(model + "/prompts.json",
        R"([{"title": "long", "text": "Ann's boss's friend is", "generate": 4096}])");
    // Options of runs stay when an example is chosen: this one has no stop tokens.
    put(folder_ + "/session.json",
        R"({"version": 1, "traces": [], "window": {"prompt": {"prompt": "x", "loops": 4,
            "generate": 1, "options": {"no_stop": true}}}})");
    auto first = start({model, "--do", "example:1"});
    QVERIFY(first->waitForStarted());
    const auto runs = [&] { return QDir(folder_).entryList({"run-*"}, QDir::Files); };
    QTRY_VERIFY_WITH_TIMEOUT(!runs().isEmpty(), 120000);
    ::kill(static_cast<pid_t>(first->processId()), SIGKILL);
    QVERIFY(first->waitForFinished());
    QStringList problems;
    const SessionState left = readSession(folder_, problems);
    QCOMPARE(problems, QStringList());
    QCOMPARE(left.traces.size(), 1u);
    const Trace& part = *left.traces[0].trace;
    const int wanted = part.info().promptTokens + 4096;
    QVERIFY(part.tokens() < wanted);
    QVERIFY(part.info().end.why == RunEnd::Why::Unfinished);
    QVERIFY(part.info().stop() && part.info().stop()->token == part.tokens());
    const QLocale locale;
    QCOMPARE(stoppedText(part), QString("cut off after %1 of %2 tokens")
                                    .arg(locale.toString(part.tokens()), locale.toString(wanted)));
    // As the list of runs names it.
    Workspace::Item item;
    item.trace = left.traces[0].trace;
    item.title = "Ann";
    QCOMPARE(item.shownTitle(), QString("Ann (stopped)"));
  }

  void termSignalWritesTheSession() {
    auto program = start({saved_, "--do", "goto:7"});
    QVERIFY(program->waitForStarted());
    const QString path = folder_ + "/session.json";
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), 60000);
    program->terminate();
    QVERIFY(program->waitForFinished(20000));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(json(path)["traces"].toArray().size(), 1);
  }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
