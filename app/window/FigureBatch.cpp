// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureBatch.h"

#include <QDir>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>

#include "app/cli/ProgressLine.h"
#include "core/analysis/Measures.h"
#include "core/text/Utf8.h"
#include "ui/base/FilePath.h"
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
    nameOthers();
    if (failed_ > 0 && names.isEmpty()) return 1;
    if (!folder.exists() || names.isEmpty()) {
      fail(batch_.folder,
           folder.exists() ? "has no file that ends with .trace.safetensors" : "is not a folder");
      return 1;
    }
    if (!QDir().mkpath(batch_.out)) {
      fail(batch_.out, "cannot be made: choose another --out folder");
      return 1;
    }
    if (batch_.sharedLimits && std::ranges::any_of(batch_.recipes, shares))
      for (const QString& name : names)
        if (!stop_.stop_requested()) widenLimits(folder.filePath(name));
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
    sayFigureWarning(file, sentence);
  }

  /// QDir passes over names that are not UTF-8 without a word.
  void nameOthers() {
    std::error_code none;
    for (const auto& entry :
         std::filesystem::directory_iterator(batch_.folder.toStdString(), none)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(kSuffix) && utf8ValidPrefix(name) < name.size())
        fail(QString::fromStdString(name),
             "has a name that is not UTF-8, and figures open no such names: rename it first");
    }
  }

  /// The recipe as it is drawn of this trace; nothing where the trace cannot give the figure.
  /// @throws Error
  std::optional<FigureRecipe> recipeOf(const Trace& trace, std::size_t r) const {
    FigureRecipe recipe = batch_.recipes[r];
    const FigureKind& kind = figureKind(recipe.kind);
    const bool ranged = recipe.firstToken > 0 || recipe.lastToken >= 0;
    if (kind.needsOther || (ranged && kind.range == FigureKind::Range::None) ||
        (kind.missing && !kind.missing(trace).isEmpty()))
      return {};
    if (recipe.rule.q < 0) {
      const ReadoutRule run = ruleOfRun(trace);
      recipe.rule.q = run.q;
      if (recipe.rule.budget == 0) recipe.rule.budget = run.budget;
    }
    if (batch_.usualMeasure) recipe.measure = &usualMeasure(trace);
    if (batch_.chooseGate) batch_.chooseGate(trace, recipe);
    return recipe;
  }

  /// It has a colour scale, and nobody set its limits.
  static bool shares(const FigureRecipe& asked) {
    return figureKind(asked.kind).scale && !(asked.maximum > asked.minimum);
  }

  /// What goes wrong here is said where the trace is drawn.
  void widenLimits(const QString& path) {
    try {
      const TracePtr trace = readTrace(pathOf(path));
      for (std::size_t r = 0; r < batch_.recipes.size(); ++r) {
        const FigureRecipe& asked = batch_.recipes[r];
        if (!shares(asked)) continue;
        const std::optional<FigureRecipe> recipe = recipeOf(*trace, r);
        if (!recipe) continue;
        const FigureScale scale = figureKind(asked.kind).scale(trace, *recipe);
        Limits& all = limits_.try_emplace(r, Limits{scale.low, scale.high}).first->second;
        all = {std::min(all.low, scale.low), std::max(all.high, scale.high)};
      }
    } catch (const std::exception&) {
    }
  }

  void drawTrace(const QString& path, const QString& base, std::int64_t traces) {
    TracePtr trace;
    try {
      trace = readTrace(pathOf(path));
    } catch (const std::exception& error) {
      fail(base, error.what());
      return;
    }
    for (std::size_t r = 0; r < batch_.recipes.size(); ++r) {
      std::optional<FigureRecipe> recipe;
      try {
        recipe = recipeOf(*trace, r);
      } catch (const std::exception& error) {
        fail(base, error.what());
        continue;
      }
      if (!recipe) {
        ++passedOver_;
        continue;
      }
      if (const auto shared = limits_.find(r); shared != limits_.end()) {
        recipe->minimum = shared->second.low;
        recipe->maximum = shared->second.high;
      }
      for (const QString& format : batch_.formats) {
        if (stop_.stop_requested()) return;
        const QString file = QDir(batch_.out).filePath(base + "." + recipe->kind + "." + format);
        if (show_)
          show_(file.toStdString(),
                traces_ * 100 + static_cast<std::int64_t>(r) * 100 /
                                    static_cast<std::int64_t>(batch_.recipes.size()),
                traces * 100);
        try {
          const QString caption =
              batch_.caption.isEmpty() || format != batch_.formats.first()
                  ? QString()
                  : QDir(batch_.out).filePath(base + "." + recipe->kind + "." + batch_.caption);
          writeFigureFile(trace, *recipe, file, caption, batch_.output,
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
  std::map<std::size_t, Limits> limits_;  ///< of the recipes, over all traces
};

}  // namespace

int runFigureBatch(const FigureBatch& batch, std::stop_token stop) {
  return Runner(batch, std::move(stop)).run();
}

}  // namespace ouroscope
