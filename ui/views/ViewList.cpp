// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ViewList.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/views/FigureView.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/LiveView.h"
#include "ui/views/SummaryView.h"
#include "ui/views/TextView.h"

namespace ouroscope {

std::span<const ViewInfo> viewList() {
  static constexpr ViewInfo kViews[] = {
      {"text", QT_TRANSLATE_NOOP("ViewList", "Text"), Place::Centre, makeView<TextView>, true},
      {"heatmap", QT_TRANSLATE_NOOP("ViewList", "Depth heatmap"), Place::Bottom,
       makeView<HeatmapView>, true},
      {"lens", QT_TRANSLATE_NOOP("ViewList", "Loop lens"), Place::Right, makeView<LensView>, true},
      {"summary", QT_TRANSLATE_NOOP("ViewList", "Summary"), Place::Right, makeView<SummaryView>,
       true},
      {"live", QT_TRANSLATE_NOOP("ViewList", "Live generation"), Place::Bottom, makeView<LiveView>,
       true},
      {"figure", QT_TRANSLATE_NOOP("ViewList", "Figure page"), Place::Centre, makeView<FigureView>,
       false},
  };
  return kViews;
}

std::span<const PresetInfo> presets() {
  static constexpr PresetInfo kPresets[] = {
      {"analyse", QT_TRANSLATE_NOOP("ViewList", "Analyse"), "", true},
      {"teach", QT_TRANSLATE_NOOP("ViewList", "Teach"), "teach", false},
      {"figure", QT_TRANSLATE_NOOP("ViewList", "Figure"), "figure", false},
  };
  return kPresets;
}

const PresetInfo* presetInfo(const QString& id) {
  for (const PresetInfo& info : presets())
    if (id == QLatin1String(info.id)) return &info;
  return nullptr;
}

QString presetTitle(const PresetInfo& info) {
  return QCoreApplication::translate("ViewList", info.title);
}

QString viewTitle(const ViewInfo& info) {
  return QCoreApplication::translate("ViewList", info.title);
}

const ViewInfo* viewInfo(const QString& id) {
  const auto views = viewList();
  const auto found = std::ranges::find_if(
      views, [&](const ViewInfo& info) { return id == QLatin1String(info.id); });
  return found == views.end() ? nullptr : &*found;
}

}  // namespace ouroscope
