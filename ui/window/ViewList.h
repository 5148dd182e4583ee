// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <functional>
#include <span>
#include <type_traits>

#include "ui/figures/base/FigureTheme.h"
#include "ui/session/ViewContext.h"

class QWidget;

namespace ouroscope {

/// A view as the window holds it.
struct View {
  QWidget* widget = nullptr;
  std::function<void(const FigureTheme&)> setTheme;
  std::function<void()> find;  ///< opens its find bar (Ctrl+F), where it has one
};

/// Where a view's dock stands before somebody moves it; views of one place share it as tabs.
enum class Place { Centre, Right, Bottom };

/// One row of the table that docks, the View menu, the command palette and the presets are made of.
struct ViewInfo {
  const char* id;  ///< "heatmap": layouts, presets and intents name views by it; never translated
  const char* title;  ///< QT_TRANSLATE_NOOP("ViewList", ...)
  Place place;
  /// Called when the view is first seen, so that start-up stays quick: a view shows the state it is
  /// given in its constructor, and does no work while it is hidden.
  View (*make)(const ViewContext&);
  bool shown;  ///< in the Analyse preset; the others are in the View menu
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

/// The factory of a view whose constructor takes a ViewContext or a ViewState& alone. `setTheme`
/// and `openFind` are called where the class has them.
template <class V>
View makeView(const ViewContext& context) {
  V* view = nullptr;
  if constexpr (std::is_constructible_v<V, const ViewContext&>)
    view = new V(context);
  else
    view = new V(context.state);
  View made{view, {}, {}};
  if constexpr (requires(V & v, const FigureTheme& theme) { v.setTheme(theme); })
    made.setTheme = [view](const FigureTheme& theme) { view->setTheme(theme); };
  if constexpr (requires(V & v) { v.openFind(); }) made.find = [view] { view->openFind(); };
  return made;
}

}  // namespace ouroscope
