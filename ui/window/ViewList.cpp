// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ViewList.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/views/CompareView.h"
#include "ui/views/DynamicsView.h"
#include "ui/views/FigureView.h"
#include "ui/views/GateAuditView.h"
#include "ui/views/GeometryView.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/LiveView.h"
#include "ui/views/OperatingView.h"
#include "ui/views/SummaryView.h"
#include "ui/views/TeachView.h"
#include "ui/views/TextView.h"

namespace ouroscope {

std::span<const ViewInfo> viewList() {
  static constexpr ViewInfo kViews[] = {
      {"text", QT_TRANSLATE_NOOP("ViewList", "Text"), Place::Centre, makeView<TextView>, true,
       "Ctrl+1"},
      {"heatmap", QT_TRANSLATE_NOOP("ViewList", "Depth heatmap"), Place::Bottom,
       makeView<HeatmapView>, true, "Ctrl+2"},
      {"lens", QT_TRANSLATE_NOOP("ViewList", "Loop lens"), Place::Right, makeView<LensView>, true,
       "Ctrl+3"},
      {"summary", QT_TRANSLATE_NOOP("ViewList", "Summary"), Place::Right, makeView<SummaryView>,
       true, "Ctrl+4"},
      {"operating", QT_TRANSLATE_NOOP("ViewList", "Operating curve"), Place::Bottom,
       makeView<OperatingView>, true, "Ctrl+5"},
      {"gate-audit", QT_TRANSLATE_NOOP("ViewList", "Gate audit"), Place::Bottom,
       makeView<GateAuditView>, false, "Ctrl+6"},
      {"dynamics", QT_TRANSLATE_NOOP("ViewList", "Answer dynamics"), Place::Bottom,
       makeView<DynamicsView>, true, "Ctrl+7"},
      {"geometry", QT_TRANSLATE_NOOP("ViewList", "Geometry"), Place::Right, makeView<GeometryView>,
       true, "Ctrl+8"},
      {"compare", QT_TRANSLATE_NOOP("ViewList", "Compare"), Place::Bottom, makeView<CompareView>,
       true, "Ctrl+9"},
      {"live", QT_TRANSLATE_NOOP("ViewList", "Live generation"), Place::Bottom, makeView<LiveView>,
       true, ""},
      {"figure", QT_TRANSLATE_NOOP("ViewList", "Figure page"), Place::Centre, makeView<FigureView>,
       false, ""},
      {"teach", QT_TRANSLATE_NOOP("ViewList", "Teach"), Place::Centre, makeView<TeachView>, false,
       ""},
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
