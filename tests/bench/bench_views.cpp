// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes: a slider tick, opening a long trace, the start, and the longest stall
// while tokens stream in. A program of its own, no test: QT_QPA_PLATFORM=offscreen bench_views
#include <QApplication>
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
#include <thread>

#include "tests/support/SyntheticTrace.h"
#include "ui/views/MainWindow.h"

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
double ms(const QElapsedTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

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
  TraceColumns c = whole.columns();
  const auto cut = [&](auto& column, std::size_t width) {
    if (!column.empty()) column.resize(static_cast<std::size_t>(n) * width);
  };
  const auto R = static_cast<std::size_t>(whole.loops()),
             K = static_cast<std::size_t>(whole.topK());
  cut(c.tokenId, 1);
  cut(c.tokenBytes, 1);
  cut(c.loopsRun, 1);
  for (auto* column :
       {&c.gateLogit, &c.entropy, &c.logprob, &c.kl, &c.stateNorm, &c.stepNorm, &c.stepCosine})
    cut(*column, R);
  cut(c.rank, R);
  cut(c.otherGateLogit, R * info.otherGates.size());
  cut(c.topkId, R * K);
  cut(c.topkLogprob, R * K);
  cut(c.trackedLogprob, R * info.tracked.size());
  cut(c.trackedRank, R * info.tracked.size());
  return std::make_shared<const Trace>(std::move(info), std::move(c), whole.loops(), whole.topK());
}

void row(const QString& what, double mid, double p95, double most, const QString& bar) {
  out() << QString("| %1 | %2 | %3 | %4 | %5 |\n")
               .arg(what, -58)
               .arg(mid, 7, 'f', 1)
               .arg(p95, 7, 'f', 1)
               .arg(most, 7, 'f', 1)
               .arg(bar);
  out().flush();
}

void sliderTicks(MainWindow& window, Paints& paints, int tokens, const QString& bar) {
  window.workspace().add(bigTrace(tokens), "bench");
  window.state().select(tokens / 3);
  settle();
  settle();
  for (const bool budget : {false, true}) {
    std::vector<double> times;
    int painted = 0;
    for (int i = 0; i < 60; ++i) {
      const ReadoutRule rule = budget ? ReadoutRule{0, 1 + i % 8, 0.7}
                                      : ReadoutRule{0, 8, 0.05 + 0.9 * ((i * 7) % 60) / 60.0};
      paints.count = 0;
      QElapsedTimer timer;
      timer.start();
      window.state().setRule(rule);
      settle();
      times.push_back(ms(timer));
      painted += paints.count;
    }
    row(QString("%1 slider tick, all visible views, %2 x 8 (%3 paints)")
            .arg(budget ? "budget" : "q")
            .arg(tokens)
            .arg(painted / 60),
        median(times), high(times, 0.95), high(times, 1), bar);
  }
  std::vector<double> hovers;
  for (int i = 0; i < 60; ++i) {
    QElapsedTimer timer;
    timer.start();
    window.state().hover((i * 97) % tokens, i % 8);
    settle();
    hovers.push_back(ms(timer));
  }
  window.state().hover(-1);
  row(QString("hover in all visible views, %1 x 8").arg(tokens), median(hovers), high(hovers, 0.95),
      high(hovers, 1), "");
}

void opening(MainWindow& window, Paints& paints) {
  QTemporaryDir folder;
  const QString path = folder.filePath("long.trace.safetensors");
  writeTrace(*bigTrace(50000), path.toStdString());
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const TracePtr before = window.state().trace();
    QElapsedTimer timer;
    timer.start();
    window.openTrace(path);
    while (window.state().trace() == before) QCoreApplication::processEvents();
    paints.count = 0;
    settle();
    times.push_back(ms(timer));
    if (paints.count == 0) qFatal("the opened trace was not painted");
  }
  row("opening 50000 x 8 to the first picture", median(times), high(times, 0.95), high(times, 1),
      "300");
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
  std::vector<double> stalls;
  while (!done) {
    QElapsedTimer timer;
    timer.start();
    QCoreApplication::processEvents();
    const double spent = ms(timer);
    if (spent > 1) stalls.push_back(spent);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  engine.join();
  row(QString("stall while 200 tokens/s stream in, from token %1").arg(from), median(stalls),
      high(stalls, 0.95), high(stalls, 1), "50 (max)");
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

void start() {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    QProcess child;
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), {"--first-idle"});
    while (!child.canReadLine() && child.waitForReadyRead(20000)) {
    }
    times.push_back(ms(timer));
    child.waitForFinished();
  }
  row("start of the program to first idle", median(times), high(times, 0.95), high(times, 1),
      "300");
}

}  // namespace

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName("ouroscope-bench");
  QApplication app(argc, argv);
  if (app.arguments().contains("--first-idle")) return firstIdle(app);
  QFile load("/proc/loadavg");
  if (load.open(QIODevice::ReadOnly))
    out() << "Load of the machine: " << load.readAll().trimmed() << "\n\n";
  out() << "| what (ms) | median | p95 | max | bar |\n|---|---|---|---|---|\n";
  out().flush();
  start();
  Paints paints;
  MainWindow window;
  window.resize(1280, 840);
  window.show();
  app.installEventFilter(&paints);
  settle();
  sliderTicks(window, paints, 4096, "16");
  sliderTicks(window, paints, 50000, "33");
  opening(window, paints);
  streaming(window, 0);
  streaming(window, 4000);
  return 0;
}
