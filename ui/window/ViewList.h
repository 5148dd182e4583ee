// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <span>

#include "ui/views/TraceView.h"

namespace ouroscope {

/// Where a view's dock is before somebody moves it; views of one place share it as tabs.
enum class Place { Centre, Right, Bottom };

/// One row of the table that docks, the View menu, the command palette and the presets are made of.
struct ViewInfo {
  const char* id;  ///< "heatmap": layouts, presets and intents name views by it; never translated
  const char* title;  ///< QT_TRANSLATE_NOOP("ViewList", ...)
  Place place;
  /// Called when the view is first seen, so that start-up stays quick: a view shows the state it is
  /// given in its constructor, and does no work while it is hidden.
  TraceView* (*make)(const ViewContext&);
  bool shown;       ///< in the Analyse preset; the others are in the View menu
  const char* key;  ///< that brings it to the front; "" for none
};

/// An arrangement of the window for one kind of work.
struct PresetInfo {
  const char* id;     ///< "analyse", "teach", "figure"
  const char* title;  ///< QT_TRANSLATE_NOOP("ViewList", ...)
  const char* stage;  ///< the one view it shows, alone; empty: the views that are `shown`
  bool controls;      ///< whether the control bar is there
};
std::span<const PresetInfo> presets();
const PresetInfo* presetInfo(const QString& id);
QString presetTitle(const PresetInfo& info);  ///< translated

/// In the order of tabs and menus.
std::span<const ViewInfo> viewList();
QString viewTitle(const ViewInfo& info);  ///< translated
const ViewInfo* viewInfo(const QString& id);

template <class V>
TraceView* makeView(const ViewContext& context) {
  return new V(context);
}

}  // namespace ouroscope
