// SPDX-License-Identifier: GPL-3.0-or-later
// How long a corpus of many documents takes in the window: opening it, sorting, filtering,
// scrolling. A program of its own, no test: QT_QPA_PLATFORM=offscreen bench_corpus [DOCUMENTS
// [FOLDER]]. The sums are made up; a FOLDER that holds a corpus is taken as it is.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <algorithm>

#include "tests/support/SyntheticCorpus.h"
#include "ui/state/DocumentTableModel.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

using namespace ouroscope;

namespace {

QTextStream& out() {
  static QTextStream stream(stdout);
  return stream;
}

void row(const QString& what, std::vector<double> times, const char* bar) {
  std::sort(times.begin(), times.end());
  out() << "| " << what << " | " << QString::number(times[times.size() / 2], 'f', 1) << " | "
        << QString::number(times.back(), 'f', 1) << " | " << bar << " |\n";
  out().flush();
}

template <class Work>
double timed(const Work& work) {
  QElapsedTimer timer;
  timer.start();
  work();
  return double(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName("ouroscope-bench");
  QApplication app(argc, argv);
  const int documents = app.arguments().value(1, "100000").toInt();
  QTemporaryDir made;
  const QString folder = app.arguments().value(2, made.filePath("corpus"));
  if (!QFile::exists(folder + "/manifest.json"))
    test::writeSyntheticCorpus(folder, {.documents = documents, .curves = false});
  QFile load("/proc/loadavg");
  if (load.open(QIODevice::ReadOnly))
    out() << "Load of the machine: " << load.readAll().trimmed() << "\n";
  const double indexed = timed([&] { (void)DocumentIndex::open(folder.toStdString()); });
  out() << "The index, made or read the first time: " << QString::number(indexed / 1000, 'f', 1)
        << " s; the log has " << QFileInfo(folder + "/documents.jsonl").size() / 1000000
        << " MB, the index " << QFileInfo(folder + "/documents.index").size() / 1000000
        << " MB\n\n| what (ms) | median | max | bar |\n|---|---|---|---|\n";

  std::vector<double> opening;
  std::unique_ptr<MainWindow> window;
  QTableView* table = nullptr;
  for (int i = 0; i < 3; ++i) {
    window = std::make_unique<MainWindow>();
    window->resize(1280, 840);
    window->show();
    (void)QTest::qWaitForWindowExposed(window.get());
    // From the order to the painted list; the pooled picture follows by itself.
    opening.push_back(timed([&] {
      window->open(folder);
      while (!table || !table->isVisible() || table->model()->rowCount() == 0) {
        QCoreApplication::processEvents();
        table = window->findChild<QTableView*>("corpusDocuments");
      }
      table->viewport()->repaint();
    }));
    if (i < 2) {
      window.reset();
      table = nullptr;
    }
  }
  row("opening, to the painted list", opening, "1000");

  const int rows = table->model()->rowCount();
  std::vector<double> steps, jumps, sorts, filters;
  QScrollBar* bar = table->verticalScrollBar();
  bar->setValue(0);
  for (int i = 0; i < 400; ++i)
    steps.push_back(timed([&] {
      bar->setValue(bar->value() + bar->pageStep());
      table->viewport()->repaint();
    }));
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i)
    jumps.push_back(timed([&] {
      bar->setValue(int(random() % unsigned(rows)));
      table->viewport()->repaint();
    }));
  for (int column = 0; column < table->model()->columnCount(); ++column)
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
      sorts.push_back(timed([&] {
        table->sortByColumn(column, order);
        table->viewport()->repaint();
      }));
  table->sortByColumn(0, Qt::AscendingOrder);
  auto* find = window->findChild<QLineEdit*>("corpusFind");
  find->setFocus();
  for (const char c : std::string("subject: sums"))
    filters.push_back(timed([&] {
      QTest::keyClick(find, c);
      table->viewport()->repaint();
    }));
  row("a page down, " + QString::number(rows) + " documents", steps, "50");
  row("a jump of the scroll bar", jumps, "50");
  row("sorting by a title", sorts, "");
  row("a letter of the filter", filters, "50");
  return 0;
}
