// SPDX-License-Identifier: GPL-3.0-or-later
// Live generation in the window, driven by real mouse and key events on the demo model.
#include <time.h>

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <thread>

#include "core/analysis/RunReading.h"
#include "core/run/RunRecording.h"
#include "tests/support/MenuClick.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/views/LiveText.h"
#include "ui/views/LiveView.h"

using namespace ouroscope;

namespace {

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Measures what the handling of an event costs the window's thread. Processor time, because a
/// loaded machine is not the window's fault.
class MeasuredApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    const bool outermost = depth_++ == 0;
    const double begun = outermost ? threadSeconds() : 0;
    const bool done = QApplication::notify(receiver, event);
    --depth_;
    if (outermost) worst = std::max(worst, threadSeconds() - begun);
    return done;
  }
  double worst = 0;

 private:
  int depth_ = 0;
};

using State = LiveSession::State;

constexpr int kPatienceMs = 60000;  ///< a loaded machine is slow, not wrong

}  // namespace

class TestLiveView : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  std::unique_ptr<test::WindowStage> stage_;
  MainWindow* window_ = nullptr;
  LiveView* view_ = nullptr;

  template <class T>
  T* part(const char* name) {
    return stage_->find<T>(name);
  }
  LiveSession& live() { return window_->workspace().live(); }
  TracePtr trace() { return window_->state().trace(); }
  void click(const char* button) { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
  void clickToken(int token) {
    QTest::mouseClick(view_->text().viewport(), Qt::LeftButton, Qt::NoModifier,
                      view_->text().tokenRect(token).center().toPoint());
  }
  bool settles(State state) {
    return QTest::qWaitFor([&] { return live().state() == state; }, kPatienceMs);
  }
  /// Begins a run that waits after its first token, until the record of that token is shown: it
  /// comes another way than the token that streams. @return tokens of its prompt, -1 where it hangs
  int startsWithOneToken() {
    const TracePtr before = trace();
    click("liveStep");
    const bool begun = QTest::qWaitFor(
        [&] {
          return live().state() == State::Paused && trace() && trace() != before &&
                 trace()->tokens() == trace()->info().promptTokens + 1 &&
                 int(live().tokens().size()) == trace()->tokens();
        },
        kPatienceMs);
    return begun ? trace()->info().promptTokens : -1;
  }
  bool reaches(int tokens) {
    return QTest::qWaitFor(
        [&] {
          return live().state() == State::Paused && int(live().tokens().size()) == tokens &&
                 trace() && trace()->tokens() == tokens;
        },
        kPatienceMs);
  }

 private slots:
  void init() {
    test::freshSettings(home_.path());
    stage_ = std::make_unique<test::WindowStage>(QSize(1200, 900));
    window_ = &stage_->window;
    stage_->openDemo();
    window_->docks().showView("live");
    view_ = qobject_cast<LiveView*>(window_->docks().view("live"));
    QVERIFY(view_);
    QVERIFY(QTest::qWaitFor([&] { return view_->isVisible(); }));
    stage_->type("the gardener is");
    part<QSpinBox>("generate")->setValue(12);
  }

  void cleanup() { stage_.reset(); }

  void stepGivesOneTokenAndTheNumbersOfTheAnalysis() {
    QVERIFY(part<QPushButton>("liveStep")->isEnabled());
    QVERIFY(!part<QPushButton>("livePause")->isEnabled());
    const int prompt = startsWithOneToken();
    QVERIFY(prompt > 0);
    click("liveStep");
    QVERIFY(reaches(prompt + 2));
    view_->text().setFocus();
    QTest::keyClick(&view_->text(), Qt::Key_Return);
    QVERIFY(reaches(prompt + 3));
    QVERIFY(part<QLabel>("liveStatus")->text().contains(QString::number(prompt + 4)));

    // What is drawn is what the analysis says of the record.
    const auto readings = readingOfRun(*trace());
    QCOMPARE(view_->text().ribbon().tokens(), prompt + 3);
    for (int t = 0; t < prompt + 3; ++t) {
      const auto i = static_cast<std::size_t>(t);
      QCOMPARE(view_->text().ribbon().token(t).reading, readings[i]);
      QCOMPARE(view_->text().ribbon().token(t).generated, t >= prompt);
      QCOMPARE(
          view_->text().ribbon().barRect(t).height() / view_->text().ribbon().barRect(0).height(),
          double(readings[i].loop + 1) / (readings[0].loop + 1));
    }
    const double mean = meanLoops(std::span(readings).subspan(static_cast<std::size_t>(prompt)));
    QVERIFY(part<QLabel>("liveNumbers")->text().contains(QString::number(mean, 'f', 2)));

    click("liveStop");
    QVERIFY(settles(State::Idle));
    QCOMPARE(trace()->tokens(), prompt + 3);
    // It says of how many tokens, prompt included.
    const double wanted = prompt + part<QSpinBox>("generate")->value();
    QCOMPARE(trace()->info().events,
             (std::vector<RunEvent>{{prompt + 3, RunEvent::What::Stop, wanted}}));
    QCOMPARE(view_->text().ribbon().flagOf(prompt + 3), runEventText(trace()->info().events[0]));
  }

  void pauseAndGoOnReachTheEnd() {
    click("liveStep");
    QVERIFY(settles(State::Paused));
    click("livePause");  // "Go on"
    QVERIFY(settles(State::Idle));
    const TracePtr whole = trace();
    QVERIFY(whole->info().events.empty());
    click("liveRun");
    view_->text().setFocus();
    QTest::keyClick(&view_->text(), Qt::Key_Space);
    QVERIFY(QTest::qWaitFor(
        [&] { return live().state() == State::Paused || live().state() == State::Idle; },
        kPatienceMs));
    QTest::keyClick(&view_->text(), Qt::Key_Space);
    QVERIFY(settles(State::Idle));
    QCOMPARE(trace()->columns().tokenId, whole->columns().tokenId);
  }

  void slidersChangeTheTokensToComeAndNothingElse() {
    const int prompt = startsWithOneToken();
    QVERIFY(prompt > 0);
    const ReadoutRule replay = window_->state().rule();
    const auto before = readingOfRun(*trace());
    auto* budget = part<QSlider>("liveBudget");
    budget->setFocus();
    QTest::keyClick(budget, Qt::Key_Home);
    QCOMPARE(live().settings().budget, 1);
    click("liveStep");
    QVERIFY(reaches(prompt + 2));
    auto* q = part<QSlider>("liveQ");
    q->setFocus();
    QTest::keyClick(budget, Qt::Key_End);
    QTest::keyClick(q, Qt::Key_End);
    QCOMPARE(live().settings().exitThreshold, 1.0);
    click("liveStep");
    QVERIFY(reaches(prompt + 3));

    QCOMPARE(window_->state().rule(), replay);  // the replay's sliders are other ones
    const auto after = readingOfRun(*trace());
    for (std::size_t t = 0; t < before.size(); ++t) QCOMPARE(after[t], before[t]);
    QCOMPARE(after[static_cast<std::size_t>(prompt) + 1].loop, 0);
    QCOMPARE(after[static_cast<std::size_t>(prompt) + 2].loop, trace()->loops() - 1);
    const auto& events = trace()->info().events;
    QVERIFY(std::find(events.begin(), events.end(),
                      RunEvent{prompt + 1, RunEvent::What::Budget, 1}) != events.end());
    QCOMPARE(view_->text().ribbon().flagOf(prompt + 1),
             runEventText({prompt + 1, RunEvent::What::Budget, 1}));
    QVERIFY(view_->text()
                .ribbon()
                .flagOf(prompt + 2)
                .contains(
                    runEventText({prompt + 2, RunEvent::What::Budget, double(trace()->loops())})));
    click("liveStop");
    QVERIFY(settles(State::Idle));
  }

  /// The words beside the controls say which of the two pairs of sliders does what.
  void theExplanationTellsTheControlsApart() {
    const QString idle = part<QLabel>("liveExplanation")->text();
    QVERIFY(idle.contains("next run") && idle.contains("record"));
    click("liveStep");
    QVERIFY(settles(State::Paused));
    const QString running = part<QLabel>("liveExplanation")->text();
    QVERIFY(running.contains("next token") && running.contains("record"));
    click("liveStop");
    QVERIFY(settles(State::Idle));
  }

  void branchFromATokenKeepsWhatCameBefore() {
    click("liveRun");
    QVERIFY(settles(State::Idle));
    const TracePtr before = trace();
    const int prompt = before->info().promptTokens, at = std::min(prompt + 1, before->tokens() - 1);
    window_->state().select(-1);
    QVERIFY(!part<QPushButton>("liveBranch")->isEnabled());
    clickToken(at);
    QCOMPARE(window_->state().selectedToken(), at);
    click("liveBranch");
    auto* menu = part<QMenu>("liveBranchMenu");
    QVERIFY(QTest::qWaitFor([&] { return menu->isVisible(); }));
    QAction* word = menu->findChild<QAction*>("branchWord2");
    QVERIFY(word);
    QVERIFY(!menu->findChild<QAction*>("branchSeed")->isEnabled());  // greedy
    test::clickEntry(menu, word);
    QVERIFY(QTest::qWaitFor([&] { return trace() != before && !window_->busy(); }, kPatienceMs));

    const TracePtr after = trace();
    QVERIFY(after->tokens() > at);
    const RecordColumns &a = before->whole(), &b = after->whole();
    const int loop = readingOfRun(*before)[static_cast<std::size_t>(at) - 1].loop;
    QCOMPARE(b.tokenId[static_cast<std::size_t>(at)],
             a.topkId[before->at(at - 1, loop) * static_cast<std::size_t>(before->topK()) + 2]);
    for (int t = 0; t < at; ++t) {
      QCOMPARE(b.tokenId[static_cast<std::size_t>(t)], a.tokenId[static_cast<std::size_t>(t)]);
      for (int r = 0; r < before->loops(); ++r) {
        QCOMPARE(b.gateLogit[after->at(t, r)], a.gateLogit[before->at(t, r)]);
        QCOMPARE(b.entropy[after->at(t, r)], a.entropy[before->at(t, r)]);
      }
    }
    QCOMPARE(after->info().events.front().what, RunEvent::What::Branch);
    QCOMPARE(after->info().events.front().token, at);
    QCOMPARE(window_->workspace().items().size(), std::size_t{3});  // both runs stay open
    QVERIFY(!view_->text().ribbon().flagOf(at).isEmpty());
  }

  void branchWhileItRunsStopsTheRunFirst() {
    const int prompt = startsWithOneToken();
    QVERIFY(prompt > 0);
    const TracePtr before = trace();
    clickToken(prompt);
    view_->text().setFocus();
    QTest::keyClick(&view_->text(), Qt::Key_B);
    auto* menu = part<QMenu>("liveBranchMenu");
    QVERIFY(QTest::qWaitFor([&] { return menu->isVisible(); }));
    QAction* word = menu->findChild<QAction*>("branchWord1");
    QVERIFY(word);
    test::clickEntry(menu, word);
    QVERIFY(QTest::qWaitFor(
        [&] {
          const auto& events = trace()->info().events;
          return live().state() == State::Idle && !events.empty() &&
                 events.front().what == RunEvent::What::Branch;
        },
        kPatienceMs));
    QVERIFY(std::none_of(trace()->info().events.begin(), trace()->info().events.end(),
                         [](const RunEvent& e) { return e.what == RunEvent::What::Stop; }));
  }

  /// Two seconds at 200 tokens a second into a growing trace. What the other views take is theirs:
  /// OUROSCOPE_ALL_VIEWS=1 leaves their docks open, for a measurement.
  void streamingNeverHoldsUpTheWindow() {
    stage_.reset();
    ViewState state;
    Workspace workspace(state);
    Intents intents;
    DockHost host({state, workspace, intents});
    host.resize(1200, 900);
    for (const ViewInfo& info : viewList())
      if (QLatin1String(info.id) != QLatin1String("live") &&
          !qEnvironmentVariableIsSet("OUROSCOPE_ALL_VIEWS"))
        host.dock(info.id)->close();
    host.show();
    host.showView("live");
    auto* view = qobject_cast<LiveView*>(host.view("live"));
    QVERIFY(QTest::qWaitForWindowExposed(&host));

    constexpr int kTokens = 400, kBefore = 1600, kLoops = 8;
    std::vector<TracePtr> parts;  // what a job would publish ten times a second
    for (int n = kBefore; n <= kBefore + kTokens; n += 20)
      parts.push_back(
          test::syntheticTrace({.tokens = n, .loops = kLoops, .promptTokens = kBefore}));
    const auto run = std::make_shared<LiveRun>(RunSettings{}, std::make_shared<RunMemory>());
    JobRunner jobs;
    int id = -1;
    const auto take = [&](const std::any& part) {
      const auto published = std::any_cast<TracePtr>(part);
      if (id < 0)
        id = workspace.add(published);
      else
        workspace.replace(id, published);
    };
    bool ended = false;
    jobs.start(
        "streaming",
        [&](JobContext& context) -> std::any {
          const auto begun = std::chrono::steady_clock::now();
          for (int t = 0; t < kBefore + kTokens; ++t) {
            const RecordColumns& c = parts.back()->whole();
            run->feed.add({c.tokenBytes[static_cast<std::size_t>(t)],
                           {t % kLoops, 1 + 0.1 * (t % 50)},
                           kLoops,
                           t >= kBefore,
                           t * 0.005});
            if (t < kBefore) continue;
            if ((t - kBefore) % 20 == 0)
              context.publish(parts[static_cast<std::size_t>((t - kBefore) / 20)]);
            std::this_thread::sleep_until(begun + std::chrono::milliseconds(5) * (t - kBefore));
          }
          return parts.back();
        },
        [&](const std::any& whole) {
          take(whole);
          workspace.live().end(std::any_cast<TracePtr>(whole));
          ended = true;
        },
        take);
    workspace.live().begin(run, kLoops);
    // The first pictures of views that were never shown are not the stream's.
    QVERIFY(QTest::qWaitFor([&] { return view->text().ribbon().tokens() >= kBefore + 100; },
                            kPatienceMs));
    auto* app = static_cast<MeasuredApplication*>(qApp);
    app->worst = 0;
    QVERIFY(QTest::qWaitFor([&] { return ended; }, kPatienceMs));
    QCOMPARE(view->text().ribbon().tokens(), kBefore + kTokens);
    QCOMPARE(view->text().verticalScrollBar()->value(),
             view->text().verticalScrollBar()->maximum());  // it followed the text
    qInfo("worst event: %.1f ms of processor time", app->worst * 1000);
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(app->worst < 0.050, qPrintable(QString::number(app->worst * 1000)));
#endif
  }
};

int main(int argc, char** argv) {
  MeasuredApplication app(argc, argv);
  TestLiveView test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_live_view.moc"
