// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Schema.h"

#include <nlohmann/json.hpp>

#include "core/record/Columns.h"

namespace ouroscope {
namespace {

std::string_view groupName(ColumnGroup group) {
  switch (group) {
    case ColumnGroup::Gate:
      return "gate";
    case ColumnGroup::OtherGates:
      return "other-gates";
    case ColumnGroup::Tracked:
      return "tracked";
    case ColumnGroup::Hidden:
      return "hidden";
    case ColumnGroup::Logits:
      return "logits";
    case ColumnGroup::Layers:
      return "layers";
    case ColumnGroup::LayerNumbers:
      return "layer_numbers";
    case ColumnGroup::Similarity:
      return "similarity";
    case ColumnGroup::Attention:
      return "attention";
    case ColumnGroup::LayerStates:
      return "state_layers";
    case ColumnGroup::Always:
      break;
  }
  return "always";
}

std::string_view groupText(ColumnGroup group) {
  switch (group) {
    case ColumnGroup::Gate:
      return "where the model has an exit gate";
    case ColumnGroup::OtherGates:
      return "where the model has further gates";
    case ColumnGroup::Tracked:
      return "with `--track`";
    case ColumnGroup::Hidden:
      return "with `--capture hidden`";
    case ColumnGroup::Logits:
      return "with `--capture logits`";
    case ColumnGroup::Layers:
      return "with `--capture layers`";
    case ColumnGroup::LayerNumbers:
      return "with `--capture layers` or `layer-numbers`";
    case ColumnGroup::Similarity:
      return "with `--capture similarity`";
    case ColumnGroup::Attention:
      return "with `--capture attention`";
    case ColumnGroup::LayerStates:
      return "with `--state-layers`";
    case ColumnGroup::Always:
      break;
  }
  return "always";
}

std::string_view holdsName(Holds holds) {
  switch (holds) {
    case Holds::Words:
      return "0 to V-1";
    case Holds::WordsOrNone:
      return "-1 to V-1";
    case Holds::LoopCounts:
      return "1 to R";
    case Holds::Numbers:
      break;
  }
  return "any";
}

std::string typeText(const Column& c) {
  if (!c.isFloat()) return "I32";
  return c.halved ? "BF16 or F32" : "F32";
}

std::string axesText(const Column& c) {
  std::string text = "[";
  for (const Axis axis : c.axes()) {
    if (text.size() > 1) text += ',';
    text += axisSymbol(axis);
  }
  text += ']';
  return text;
}

constexpr std::pair<Axis, std::string_view> kAxes[] = {
    {Axis::Token, "tokens of the sequence"},
    {Axis::Loop, "recorded loops, counted from 0"},
    {Axis::Candidate, "kept candidates"},
    {Axis::Tracked, "tracked tokens"},
    {Axis::Gate, "gates beside the model's own"},
    {Axis::Layer, "physical layers"},
    {Axis::Channel, "channels of a hidden state"},
    {Axis::Word, "words of the vocabulary"},
    {Axis::VirtualLayer, "virtual layers: R times L"},
    {Axis::Head, "heads of attention"},
    {Axis::StateLayer, "layers whose states are kept"}};

}  // namespace

std::string schemaJson() {
  using Json = nlohmann::ordered_json;
  Json axes = Json::object(), columns = Json::array();
  for (const auto& [axis, sentence] : kAxes) axes[std::string(axisSymbol(axis))] = sentence;
  for (const Column& c : columnTable()) {
    Json shape = Json::array();
    for (const Axis axis : c.axes()) shape.push_back(axisSymbol(axis));
    columns.push_back({{"name", c.name},
                       {"type", c.isFloat() ? "F32" : "I32"},
                       {"axes", shape},
                       {"absent", c.isFloat() ? Json("NaN") : Json(kAbsentId)},
                       {"group", groupName(c.group)},
                       {"allowed", holdsName(c.holds)},
                       {"unit", c.unit},
                       {"of_next_token", c.ofNextToken},
                       {"of_step", c.ofStep},
                       {"of_loop", c.ofLoop},
                       {"bf16_in_bf16_runs", c.halved},
                       {"missing_in_old_files", c.younger},
                       {"sentence", c.sentence}});
  }
  return Json{{"axes", axes}, {"columns", columns}}.dump(2) + "\n";
}

std::string schemaMarkdown() {
  std::string text =
      "# The columns of a trace\n\n"
      "<!-- Made by `ouroscope-cli schema --markdown` from core/record/Columns.cpp: change that. "
      "-->\n\n"
      "Every column is one tensor of the [trace file](trace-format.md), row-major over its axes. A "
      "cell that is not\nthere, because the token did not run that loop or because there is "
      "nothing to say, holds NaN (floats) or -1\n(ids and ranks), never zero. A column that was "
      "not captured is not in the file.\n\n| axis | length |\n|---|---|\n";
  for (const auto& [axis, sentence] : kAxes)
    text += "| " + std::string(axisSymbol(axis)) + " | " + std::string(sentence) + " |\n";
  text += "\n| column | type, axes | unit | there | what it holds |\n|---|---|---|---|---|\n";
  for (const Column& c : columnTable())
    text += "| `" + std::string(c.name) + "` | " + typeText(c) + " " + axesText(c) + " | " +
            std::string(c.unit) + " | " + std::string(groupText(c.group)) + " | " +
            std::string(c.sentence) + " |\n";
  return text;
}

}  // namespace ouroscope
