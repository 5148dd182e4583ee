// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/ExitGrid.h"

#include <algorithm>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

std::vector<ExitGrid> makeGrids() {
  std::vector<double> q;
  for (int i = 0; i <= 20; ++i) q.push_back(i / 20.0);
  const std::vector<double> shares{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};
  const std::vector<double> changes{0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1};
  const std::vector<double> nats{1e-5, 1e-4, 5e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1};
  return {{ExitRuleKind::Gate, std::move(q)},
          {ExitRuleKind::Entropy, {0.01, 0.03, 0.1, 0.3, 0.5, 1, 1.5, 2, 3, 5}},
          {ExitRuleKind::TopProbability, shares},
          {ExitRuleKind::Margin, shares},
          {ExitRuleKind::KlStep, nats},
          {ExitRuleKind::StateChange, changes},
          {ExitRuleKind::StateCosine, {0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999}},
          {ExitRuleKind::SecondDifference, changes},
          {ExitRuleKind::EntropyChange, {1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1}},
          {ExitRuleKind::KlBefore, nats},
          {ExitRuleKind::Stable, {1, 2, 3, 4, 5, 7}}};
}

}  // namespace

std::span<const ExitGrid> exitGrids() {
  static const std::vector<ExitGrid> kGrids = makeGrids();
  return kGrids;
}

const ExitGrid& exitGrid(const std::string& name) {
  const auto grids = exitGrids();
  const auto at = std::find_if(grids.begin(), grids.end(), [&](const ExitGrid& grid) {
    return exitRuleInfo(grid.kind).id == name;
  });
  if (at == grids.end())
    throw Error("There is no exit rule " + shownText(name) +
                " in a corpus of this version: read it with the version that wrote it.");
  return *at;
}

}  // namespace ouroscope
