// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <span>

#include "ui/views/Findings.h"
#include "ui/views/TraceView.h"

namespace ouroscope {

/// What a view is in the window.
enum class Place {
  Scene,     ///< the text, above all questions
  Question,  ///< answers one, at full height below the scene
  Stage      ///< a preset of its own
};

/// One row of the table that docks, the View menu, the command palette and the presets are made of.
struct ViewInfo {
  const char* id;  ///< "heatmap": layouts, presets and intents name views by it; never translated
  const char* title;  ///< QT_TRANSLATE_NOOP("ViewList", ...)
  Place place;
  /// Called when the view is first seen, so that start-up stays quick: a view shows the state it is
  /// given in its constructor, and does no work while it is hidden.
  TraceView* (*make)(const ViewContext&);
  const char* key;    ///< that brings it to the front; "" for none
  const char* guide;  ///< its page of docs/guide, without ".md"; F1 opens it

  // Of questions:
  const char* question = "";  ///< QT_TRANSLATE_NOOP("Questions", ...)
  const char* how = "";       ///< axes, units and colours in words; likewise
  FindingFunction finding = nullptr;
  bool ofCorpus = false;  ///< of the open corpus, not of the shown trace

  bool isQuestion() const { return place == Place::Question; }
};

/// An arrangement of the window for one kind of work.
struct PresetInfo {
  const char* id;     ///< "analyse", "teach", "figure": sessions and `--do` name them so
  const char* title;  ///< QT_TRANSLATE_NOOP("ViewList", ...)
  const char* stage;  ///< the one view it shows, alone; empty: scene and questions
  /// Whether it has runs, prompt and questions beside the scene.
  bool explores() const { return !*stage; }
};
std::span<const PresetInfo> presets();
const PresetInfo* presetInfo(const QString& id);
QString presetTitle(const PresetInfo& info);  ///< translated

/// In the order of menus and questions.
std::span<const ViewInfo> viewList();
QString viewTitle(const ViewInfo& info);      ///< translated
QString questionTitle(const ViewInfo& info);  ///< translated
QString howToRead(const ViewInfo& info);      ///< translated
const ViewInfo* viewInfo(const QString& id);

template <class V>
TraceView* makeView(const ViewContext& context) {
  return new V(context);
}

}  // namespace ouroscope
