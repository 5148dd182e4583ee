// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureBatch.h"

#include <QDir>
#include <cstdio>

#include "app/cli/ProgressLine.h"
#include "core/text/Utf8.h"
#include "ui/figures/files/FigureExport.h"

namespace ouroscope {
namespace {

constexpr const char* kSuffix = ".trace.safetensors";

class Runner {
 public:
  Runner(const FigureBatch& batch, std::stop_token stop)
      : batch_(batch), stop_(std::move(stop)), show_(progress_.function()) {}

  int run() {
    const QDir folder(batch_.folder);
    const QStringList names =
        folder.entryList({QStringLiteral("*") + kSuffix}, QDir::Files, QDir::Name);
    if (!folder.exists() || names.isEmpty()) {
      fail(batch_.folder,
           folder.exists() ? "has no file that ends with .trace.safetensors" : "is not a folder");
      return 1;
    }
    if (!QDir().mkpath(batch_.out)) {
      fail(batch_.out, "cannot be made: choose another --out folder");
      return 1;
    }
    for (const QString& name : names) {
      if (stop_.stop_requested()) break;
      drawTrace(folder.filePath(name), name.chopped(static_cast<qsizetype>(qstrlen(kSuffix))),
                static_cast<std::int64_t>(names.size()));
      ++traces_;
    }
    progress_.clear();
    std::fprintf(stderr, "%lld files written, %d failed, %d figures not possible.\n",
                 static_cast<long long>(written_), failed_, passedOver_);
    return stop_.stop_requested() ? 130 : failed_ > 0 ? 1 : 0;
  }

 private:
  void fail(const QString& what, const QString& why) {
    progress_.clear();
    std::fprintf(stderr, "ouroscope figure: %s: %s\n",
                 printableSentence(what.toStdString()).c_str(),
                 printableSentence(why.toStdString()).c_str());
    ++failed_;
  }

  void warn(const QString& file, const QString& sentence) {
    progress_.clear();
    std::fprintf(stderr, "ouroscope figure: warning: %s: %s\n",
                 printableSentence(file.toStdString()).c_str(),
                 printableSentence(sentence.toStdString()).c_str());
  }

  void drawTrace(const QString& path, const QString& base, std::int64_t traces) {
    TracePtr trace;
    try {
      trace = readTrace(path.toStdString());
    } catch (const std::exception& error) {
      fail(base, error.what());
      return;
    }
    for (std::size_t r = 0; r < batch_.recipes.size(); ++r) {
      FigureRecipe recipe = batch_.recipes[r];
      const FigureKind& kind = figureKind(recipe.kind);
      const bool ranged = recipe.firstToken > 0 || recipe.lastToken >= 0;
      if (kind.needsOther || (ranged && kind.range == FigureKind::Range::None) ||
          (kind.missing && !kind.missing(*trace).isEmpty())) {
        ++passedOver_;
        continue;
      }
      if (recipe.rule.q < 0) {
        const ReadoutRule run = ruleOfRun(*trace);
        recipe.rule.q = run.q;
        if (recipe.rule.budget == 0) recipe.rule.budget = run.budget;
      }
      try {
        if (batch_.chooseGate) batch_.chooseGate(*trace, recipe);
      } catch (const std::exception& error) {
        fail(base, error.what());
        continue;
      }
      for (const QString& format : batch_.formats) {
        if (stop_.stop_requested()) return;
        const QString file = QDir(batch_.out).filePath(base + "." + recipe.kind + "." + format);
        if (show_)
          show_(file.toStdString(),
                traces_ * 100 + static_cast<std::int64_t>(r) * 100 /
                                    static_cast<std::int64_t>(batch_.recipes.size()),
                traces * 100);
        try {
          const QString caption =
              batch_.caption.isEmpty() || format != batch_.formats.first()
                  ? QString()
                  : QDir(batch_.out).filePath(base + "." + recipe.kind + "." + batch_.caption);
          writeFigureFile(trace, recipe, file, caption, batch_.output,
                          [&](const QString& sentence) {
                            // Another format of the same picture has the same warnings.
                            if (format == batch_.formats.first()) warn(file, sentence);
                          });
          progress_.clear();
          std::fprintf(stdout, "%s\n", qPrintable(file));
          std::fflush(stdout);  // whoever reads along may act on it
          ++written_;
        } catch (const std::exception& error) {
          fail(file, error.what());
        }
      }
    }
  }

  const FigureBatch& batch_;
  std::stop_token stop_;
  cli::ProgressLine progress_;
  ProgressFn show_;
  std::int64_t traces_ = 0, written_ = 0;
  int failed_ = 0, passedOver_ = 0;
};

}  // namespace

int runFigureBatch(const FigureBatch& batch, std::stop_token stop) {
  return Runner(batch, std::move(stop)).run();
}

}  // namespace ouroscope
