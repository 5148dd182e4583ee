// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that all figure recipes share. What only one kind of figure has is checked in
// ui/figures/kinds, which needs the whole window library and is not part of this target.
#include <QJsonObject>

#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"
#include "ui/base/JsonText.h"
#include "ui/figures/base/FigureRecipe.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateJson(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  static const QStringList kinds{"heatmap", "lens", "text", "compare"};
  fuzz::quietly([&] {
    const QJsonObject json = readStrictJson(fuzz::textOf(data, size), "input").object();
    const FigureRecipe recipe = FigureRecipe::commonFields(json, kinds);
    fuzz::require(kinds.contains(recipe.kind) && recipe.measure && recipe.tokenMeasure);
    // What a figure file carries is read again: it has to be accepted and mean the same.
    const QJsonObject written = recipe.toJson();
    fuzz::require(FigureRecipe::commonFields(written, kinds).toJson() == written);
  });
  return 0;
}
