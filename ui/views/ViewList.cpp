// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ViewList.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/views/GateAuditView.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/OperatingView.h"
#include "ui/views/SummaryView.h"
#include "ui/views/TeachView.h"
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
      {"operating", QT_TRANSLATE_NOOP("ViewList", "Operating curve"), Place::Bottom,
       makeView<OperatingView>, true},
      {"gate-audit", QT_TRANSLATE_NOOP("ViewList", "Gate audit"), Place::Bottom,
       makeView<GateAuditView>, false},
      {"teach", QT_TRANSLATE_NOOP("ViewList", "Teach"), Place::Centre, makeView<TeachView>, false},
  };
  return kViews;
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
