// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/CorpusFigures.h"

#include <QDir>
#include <cstdio>

#include "app/cli/ProgressLine.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"
#include "ui/figures/kinds/CorpusKinds.h"

namespace ouroscope {

void prepareReport(const Corpus& corpus, const FigureRecipe& recipe, const std::stop_token& stop) {
  cli::ProgressLine progress;
  (void)corpus.report(reportFor(recipe), stop, progress.function());
  progress.clear();
}

int runCorpusFigures(const CorpusFigures& figures, const std::stop_token& stop) {
  long long written = 0;
  int failed = 0, passedOver = 0;
  const auto fail = [&](const QString& what, const char* why) {
    std::fprintf(stderr, "ouroscope figure: %s: %s\n",
                 printableSentence(what.toStdString()).c_str(), printableSentence(why).c_str());
    ++failed;
  };
  if (!QDir().mkpath(figures.out)) {
    fail(figures.out, "cannot be made: choose another --out folder");
    return 1;
  }
  const FigureInput input(figures.corpus);
  const QString name = QString::fromStdString(utf8Lossy(figures.corpus->name()));
  for (const FigureRecipe& recipe : figures.recipes) {
    if (stop.stop_requested()) break;
    const QString base = QDir(figures.out).filePath(name + "." + recipe.kind);
    try {
      prepareReport(*figures.corpus, recipe, stop);
      if (!corpusChart(input, recipe).missing.isEmpty()) {
        ++passedOver;
        continue;
      }
    } catch (const Cancelled&) {
      break;
    } catch (const std::exception& error) {
      fail(base, error.what());
      continue;
    }
    for (const QString& format : figures.formats) {
      if (stop.stop_requested()) break;
      const QString file = base + "." + format;
      const bool first = format == figures.formats.first();
      try {
        writeFigureFile(
            input, recipe, file,
            figures.caption.isEmpty() || !first ? QString() : base + "." + figures.caption,
            figures.output, [&](const QString& sentence) {
              // Another format of the same picture has the same warnings.
              if (first) sayFigureWarning(file, sentence);
            });
        std::fprintf(stdout, "%s\n", qPrintable(file));
        std::fflush(stdout);
        ++written;
      } catch (const std::exception& error) {
        fail(file, error.what());
      }
    }
  }
  std::fprintf(stderr, "%lld files written, %d failed, %d figures not possible.\n", written, failed,
               passedOver);
  return stop.stop_requested() ? 130 : failed > 0 ? 1 : 0;
}

}  // namespace ouroscope
