// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureBatch.h"

#include <QDir>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>

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
      : batch_(batch), writer_(batch.files, std::move(stop)) {}

  int run() {
    const QDir folder(batch_.folder);
    const QStringList names = traceNames();
    if (writer_.failed() > 0 && names.isEmpty()) return 1;
    if (!folder.exists() || names.isEmpty()) {
      writer_.fail(batch_.folder, folder.exists() ? "has no file that ends with .trace.safetensors"
                                                  : "is not a folder");
      return 1;
    }
    if (!writer_.makeFolder()) return 1;
    if (batch_.sharedLimits && std::ranges::any_of(batch_.recipes, shares))
      for (const QString& name : names)
        if (!writer_.stopped()) widenLimits(folder.filePath(name));
    for (const QString& name : names) {
      if (writer_.stopped()) break;
      drawTrace(folder.filePath(name), name.chopped(static_cast<qsizetype>(qstrlen(kSuffix))),
                static_cast<std::int64_t>(names.size()));
      ++traces_;
    }
    return writer_.finish();
  }

 private:
  /// Sorted. QDir passes over a name that is not UTF-8 without a word, and from Qt 6.8 on over all
  /// names behind it.
  QStringList traceNames() {
    QStringList names;
    std::error_code none;
    for (const auto& entry :
         std::filesystem::directory_iterator(batch_.folder.toStdString(), none)) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(kSuffix) || name.starts_with('.') || !entry.is_regular_file(none))
        continue;
      const QString shown = QString::fromStdString(name);
      if (utf8ValidPrefix(name) == name.size())
        names << shown;
      else
        writer_.fail(shown,
                     "has a name that is not UTF-8, and figures open no such names: rename "
                     "it first");
    }
    names.sort();
    return names;
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
        Limits& all =
            limits_.try_emplace({r, scale.name}, Limits{scale.low, scale.high}).first->second;
        all = {std::min(all.low, scale.low), std::max(all.high, scale.high)};
      }
    } catch (const std::exception&) {
    }
  }

  /// Traces may have other measures as their usual one: limits are shared where they are equal.
  void share(const TracePtr& trace, FigureRecipe& recipe, std::size_t r) const {
    if (limits_.empty() || !shares(batch_.recipes[r])) return;
    const auto found = limits_.find({r, figureKind(recipe.kind).scale(trace, recipe).name});
    if (found == limits_.end()) return;
    recipe.minimum = found->second.low;
    recipe.maximum = found->second.high;
  }

  void drawTrace(const QString& path, const QString& base, std::int64_t traces) {
    TracePtr trace;
    try {
      trace = readTrace(pathOf(path));
    } catch (const std::exception& error) {
      writer_.fail(base, error.what());
      return;
    }
    for (std::size_t r = 0; r < batch_.recipes.size(); ++r) {
      std::optional<FigureRecipe> recipe;
      try {
        recipe = recipeOf(*trace, r);
        if (recipe) share(trace, *recipe, r);
      } catch (const std::exception& error) {
        writer_.fail(base, error.what());
        continue;
      }
      if (!recipe) {
        writer_.passOver();
        continue;
      }
      if (writer_.stopped()) return;
      const auto kinds = std::ssize(batch_.recipes);
      writer_.write(trace, *recipe, base + "." + recipe->kind,
                    traces_ * kinds + static_cast<std::int64_t>(r), traces * kinds);
    }
  }

  const FigureBatch& batch_;
  FigureBatchWriter writer_;
  std::int64_t traces_ = 0;
  std::map<std::pair<std::size_t, QString>, Limits> limits_;  ///< by recipe and scale
};

}  // namespace

int runFigureBatch(const FigureBatch& batch, std::stop_token stop) {
  return Runner(batch, std::move(stop)).run();
}

}  // namespace ouroscope
