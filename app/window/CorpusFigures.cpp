// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/CorpusFigures.h"

#include <iterator>

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
  FigureBatchWriter writer(figures.files, stop);
  if (!writer.makeFolder()) return 1;
  const FigureInput input(figures.corpus);
  const QString corpus = QString::fromStdString(utf8Lossy(figures.corpus->name()));
  std::int64_t done = 0;
  for (const FigureRecipe& recipe : figures.recipes) {
    if (writer.stopped()) break;
    const QString name = corpus + "." + recipe.kind;
    try {
      prepareReport(*figures.corpus, recipe, stop);
      if (corpusChart(input, recipe).missing.isEmpty())
        writer.write(input, recipe, name, done, std::ssize(figures.recipes));
      else
        writer.passOver();
    } catch (const Cancelled&) {
      break;
    } catch (const std::exception& error) {
      writer.fail(name, error.what());
    }
    ++done;
  }
  return writer.finish();
}

}  // namespace ouroscope
