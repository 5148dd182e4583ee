// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes: a slider tick, opening a long trace, the start, and the longest stall
// while tokens stream in. A program of its own, no test: QT_QPA_PLATFORM=offscreen bench_views
// Names of parts (start, ticks, compare, opening, streaming) as arguments measure these alone;
// "each" says what every view alone adds to a tick; "all" makes every view first, as a window has
// them that was worked with; "apart" sets every view afloat, so that all are seen at once.
#include <sys/resource.h>

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QPaintEvent>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <ctime>
#include <mutex>
#include <thread>

#include "tests/support/SyntheticTrace.h"
#include "ui/views/CompareView.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

using namespace ouroscope;

namespace {

QTextStream& out() {
  static QTextStream stream(stdout);
  return stream;
}

double median(std::vector<double> v) {
  std::sort(v.begin(), v.end());
  return v.empty() ? 0 : v[v.size() / 2];
}
double high(std::vector<double> v, double share) {
  std::sort(v.begin(), v.end());
  return v.empty() ? 0
                   : v[std::min(v.size() - 1,
                                static_cast<std::size_t>(share * static_cast<double>(v.size())))];
}
/// Wall time and processor time in milliseconds: on a machine that others use only the second says
/// what the program itself costs. Of the whole process, or of the window's thread alone.
class Watch {
 public:
  explicit Watch(clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) : clock_(clock) {
    timer_.start();
    clock_gettime(clock_, &cpu_);
  }
  double wall() const { return static_cast<double>(timer_.nsecsElapsed()) / 1e6; }
  double cpu() const {
    timespec now{};
    clock_gettime(clock_, &now);
    return static_cast<double>(now.tv_sec - cpu_.tv_sec) * 1e3 +
           static_cast<double>(now.tv_nsec - cpu_.tv_nsec) / 1e6;
  }

 private:
  QElapsedTimer timer_;
  clockid_t clock_;
  timespec cpu_{};
};

/// What was measured: one entry a repeat.
struct Times {
  std::vector<double> wall, cpu;
  void add(const Watch& watch) {
    wall.push_back(watch.wall());
    cpu.push_back(watch.cpu());
  }
};

/// Takes the longest time that the window's thread spent on one event.
class MeasuredApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    const bool outermost = depth_++ == 0;
    const Watch watch(CLOCK_THREAD_CPUTIME_ID);
    const bool done = QApplication::notify(receiver, event);
    --depth_;
    if (outermost) {
      wall = std::max(wall, watch.wall());
      cpu = std::max(cpu, watch.cpu());
    }
    return done;
  }
  double wall = 0, cpu = 0;

 private:
  int depth_ = 0;
};

/// Counts paints, so that nothing is called done that was not drawn.
class Paints : public QObject {
 public:
  bool eventFilter(QObject*, QEvent* event) override {
    count += event->type() == QEvent::Paint;
    return false;
  }
  int count = 0;
};

/// Everything that was asked for is painted: queued replots first, then the paints that they ask
/// for.
void settle() {
  for (int i = 0; i < 3; ++i) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  }
}

TracePtr bigTrace(int tokens, int loops = 8) {
  test::SyntheticOptions options;
  options.tokens = tokens;
  options.loops = loops;
  options.topK = 10;
  options.vocab = 8000;
  options.promptTokens = tokens / 2;
  return test::syntheticTrace(options);
}

/// The first n tokens, as a run has them that is under way.
TracePtr prefix(const Trace& whole, int n) {
  TraceInfo info = whole.info();
  info.promptTokens = std::min(info.promptTokens, n);
  RecordColumns c = whole.whole();
  const AxisSizes sizes =
      axisSizes(info, static_cast<std::uint64_t>(n), whole.loops(), whole.topK());
  forEachColumn(c, [&](const Column& column, auto& values) {
    if (!values.empty()) values.resize(column.elements(sizes));
  });
  c.tokenBytes.resize(static_cast<std::size_t>(n));
  return std::make_shared<const Trace>(std::move(info), std::move(c), whole.loops(), whole.topK());
}

/// The same text from another run: other gates, so another reading.
TracePtr rerun(const Trace& whole) {
  RecordColumns c = whole.whole();
  for (float& g : c.gateLogit) g = 0.9f * g + 0.1f;
  return std::make_shared<const Trace>(whole.info(), std::move(c), whole.loops(), whole.topK());
}

void row(const QString& what, const Times& times, const QString& bar) {
  const auto cell = [](double v) { return QString::number(v, 'f', 1); };
  out() << QString("| %1 | %2 | %3 | %4 | %5 | %6 | %7 |\n")
               .arg(what, cell(median(times.wall)), cell(high(times.wall, 0.95)),
                    cell(high(times.wall, 1)), cell(median(times.cpu)), cell(high(times.cpu, 1)),
                    bar);
  out().flush();
}

void sliderTicks(MainWindow& window, Paints& paints, int tokens, const QString& bar) {
  window.workspace().add(bigTrace(tokens), "bench");
  window.state().select(tokens / 3);
  settle();
  settle();
  for (const bool budget : {false, true}) {
    Times times;
    int painted = 0;
    for (int i = 0; i < 60; ++i) {
      const ReadoutRule rule = budget ? ReadoutRule{0, 1 + i % 8, 0.7}
                                      : ReadoutRule{0, 8, 0.05 + 0.9 * ((i * 7) % 60) / 60.0};
      paints.count = 0;
      const Watch watch;
      window.state().setRule(rule);
      settle();
      times.add(watch);
      painted += paints.count;
    }
    row(QString("%1 slider tick, all visible views, %2 x 8 (%3 paints)")
            .arg(budget ? "budget" : "q")
            .arg(tokens)
            .arg(painted / 60),
        times, bar);
  }
  Times hovers;
  for (int i = 0; i < 60; ++i) {
    const Watch watch;
    window.state().hover((i * 97) % tokens, i % 8);
    settle();
    hovers.add(watch);
  }
  window.state().hover(-1);
  row(QString("hover in all visible views, %1 x 8").arg(tokens), hovers, "");
}

/// What every view alone adds to a tick: it is set afloat, and put away again.
void eachTick(MainWindow& window, int tokens) {
  window.workspace().add(bigTrace(tokens), "bench");
  window.state().select(tokens / 3);
  DockHost& docks = window.docks();
  for (const ViewInfo& info : viewList())
    if (info.isQuestion()) docks.dock(info.id)->close();
  settle();
  const auto measure = [&](const QString& name) {
    QString line = QStringLiteral("| %1 |").arg(name);
    for (const bool budget : {false, true}) {
      Times times;
      for (int i = 0; i < 24; ++i) {
        const Watch watch;
        window.state().setRule(budget ? ReadoutRule{0, 1 + i % 8, 0.7}
                                      : ReadoutRule{0, 8, 0.05 + 0.9 * ((i * 7) % 24) / 24.0});
        settle();
        times.add(watch);
      }
      line += QStringLiteral(" %1 | %2 |")
                  .arg(median(times.wall), 0, 'f', 1)
                  .arg(median(times.cpu), 0, 'f', 1);
    }
    out() << line << "\n";
    out().flush();
  };
  out() << "\n| view, with the strip | q: wall | processor time | budget: wall | processor time |\n"
           "|---|---|---|---|---|\n";
  measure("none");
  for (const ViewInfo& info : viewList()) {
    if (!info.isQuestion()) continue;
    docks.showView(info.id);
    docks.dock(info.id)->setFloating(true);
    for (int i = 0; i < 40; ++i) settle();  // what it computes first
    measure(info.id);
    docks.dock(info.id)->setFloating(false);
    docks.dock(info.id)->close();
    settle();
  }
}

/// Compare in front at the bottom: another reading of the shown trace, or another trace of the same
/// text, under a moving slider of the window; and B's own slider.
void compareTicks(MainWindow& window, Paints& paints, int tokens, const QString& bar) {
  const TracePtr trace = bigTrace(tokens);
  const int other = window.workspace().add(rerun(*trace), "other");
  window.workspace().add(trace, "bench");
  window.state().select(tokens / 3);
  window.docks().showView("compare");
  auto* view = dynamic_cast<CompareView*>(window.docks().view("compare"));
  auto* measure = view->findChild<QComboBox*>("compareMeasure");
  for (const bool two : {false, true})
    for (const char* id : {"token:exit-loop", "token:exit-probability", "loop:entropy"}) {
      view->compareWith(two ? other : -1);
      measure->setCurrentIndex(measure->findData(QString(id)));
      settle();
      while (!view->comparison() || (view->comparison()->b.trace != trace) != two)
        QCoreApplication::processEvents();
      settle();
      Times times;
      int painted = 0;
      for (int i = 0; i < 40; ++i) {
        paints.count = 0;
        const Watch watch;
        window.state().setRule({0, 8, 0.05 + 0.9 * ((i * 7) % 40) / 40.0});
        settle();
        times.add(watch);
        painted += paints.count;
      }
      row(QString("q slider tick with Compare (%1, %2), %3 x 8 (%4 paints)")
              .arg(two ? "two traces" : "two readings", id)
              .arg(tokens)
              .arg(painted / 40),
          times, bar);
    }
  window.docks().showView("heatmap");
}

void opening(MeasuredApplication& app, MainWindow& window, Paints& paints) {
  QTemporaryDir folder;
  const QString path = folder.filePath("long.trace.safetensors");
  writeTrace(*bigTrace(50000), path.toStdString());
  Times times, stalls;
  for (int i = 0; i < 5; ++i) {
    const TracePtr before = window.state().trace();
    app.wall = app.cpu = 0;
    const Watch watch;
    window.open(path);
    while (window.state().trace() == before)
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);  // as the program does
    paints.count = 0;
    settle();
    times.add(watch);
    stalls.wall.push_back(app.wall);
    stalls.cpu.push_back(app.cpu);
    if (paints.count == 0) qFatal("the opened trace was not painted");
    // What is open already would only be shown.
    window.workspace().close(window.workspace().current());
    settle();
  }
  row("opening 50000 x 8 to the first picture", times, "300");
  row("longest event of it in the window's thread", stalls, "50");
}

void streaming(MainWindow& window, int from) {
  const TracePtr whole = bigTrace(from + 1000);
  const int id = window.workspace().add(prefix(*whole, std::max(1, from)), "stream");
  settle();
  // Another thread makes ten snapshots a second of a run at 200 tokens a second, as runJob does.
  std::atomic<bool> done = false;
  std::mutex mutex;
  TracePtr mailbox;
  std::thread engine([&] {
    for (int n = from + 20; n <= from + 1000; n += 20) {
      TracePtr part = prefix(*whole, n);
      {
        const std::lock_guard lock(mutex);
        mailbox = std::move(part);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    done = true;
  });
  QTimer drain;
  drain.setInterval(16);
  QObject::connect(&drain, &QTimer::timeout, &window, [&] {
    TracePtr part;
    {
      const std::lock_guard lock(mutex);
      std::swap(part, mailbox);
    }
    if (part) window.workspace().replace(id, part);
  });
  drain.start();
  Times stalls;
  while (!done) {
    const Watch watch(CLOCK_THREAD_CPUTIME_ID);
    QCoreApplication::processEvents();
    if (watch.wall() > 1) stalls.add(watch);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  engine.join();
  row(QString("stall while 200 tokens/s stream in, from token %1").arg(from), stalls, "50 (max)");
}

int firstIdle(QApplication& app) {
  MainWindow window;
  window.show();
  window.open({});
  // The first time that nothing is left to do: the window is drawn and answers.
  QTimer::singleShot(0, &app, [&] { QTimer::singleShot(0, &app, &QApplication::quit); });
  QApplication::exec();
  out() << "idle\n";
  out().flush();
  std::_Exit(0);  // the demo model is still loading: not what is measured here
}

/// Processor time of the programs that this one started and that have ended.
double childSeconds() {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void start() {
  Times times;
  for (int i = 0; i < 5; ++i) {
    QProcess child;
    const double before = childSeconds();
    const Watch watch;
    child.start(QCoreApplication::applicationFilePath(), {"--first-idle"});
    while (!child.canReadLine() && child.waitForReadyRead(20000)) {
    }
    times.wall.push_back(watch.wall());
    child.waitForFinished();
    times.cpu.push_back(1e3 * (childSeconds() - before));
  }
  row("start of the program to first idle", times, "300");
}

}  // namespace

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName("ouroscope-bench");
  MeasuredApplication app(argc, argv);
  if (app.arguments().contains("--first-idle")) return firstIdle(app);
  QFile load("/proc/loadavg");
  if (load.open(QIODevice::ReadOnly))
    out() << "Load of the machine: " << load.readAll().trimmed() << "\n\n";
  out() << "| what (ms) | median | p95 | max | processor time, median | max | bar |\n"
           "|---|---|---|---|---|---|---|\n";
  out().flush();
  const QStringList parts = app.arguments().mid(1);
  const auto wanted = [&](const char* part) {
    return parts.isEmpty() || parts == QStringList("all") || parts == QStringList("apart") ||
           parts.contains(part);
  };
  if (wanted("start")) start();
  Paints paints;
  MainWindow window;
  window.resize(1280, 840);
  window.show();
  app.installEventFilter(&paints);
  settle();
  if (parts.contains("apart"))
    for (const ViewInfo& info : viewList()) {
      if (info.place == Place::Stage) continue;  // another preset would put the others back
      window.docks().showView(info.id);
      window.docks().dock(info.id)->setFloating(true);
      settle();
    }
  if (parts.contains("all")) {
    for (const ViewInfo& info : viewList()) {
      window.docks().showView(info.id);
      settle();
    }
    for (const char* id : {"text", "lens", "heatmap"}) window.docks().showView(id);
    settle();
  }
  if (parts.contains("each")) eachTick(window, 4096);
  for (const auto& [tokens, bar] : {std::pair(4096, "16"), std::pair(50000, "33")}) {
    if (wanted("ticks")) sliderTicks(window, paints, tokens, bar);
    if (wanted("compare")) compareTicks(window, paints, tokens, bar);
  }
  if (wanted("opening")) opening(app, window, paints);
  if (wanted("streaming")) {
    streaming(window, 0);
    streaming(window, 4000);
  }
  return 0;
}
