// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/TensorNames.h"

#include <algorithm>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr std::string_view kPeft = "base_model.model.";

/// What a whole model has in front of all names but the head's, by the name of its embedding.
constexpr std::pair<std::string_view, std::string_view> kBases[] = {
    {"embed_tokens.weight", "model."}, {"wte.weight", "transformer."}};
constexpr std::string_view kHead = "lm_head.";

void refuseUnmerged(const Shards& shards, const std::string& where) {
  for (const auto& [name, place] : shards.place)
    for (const std::string_view part : {".lora_", ".base_layer.", ".modules_to_save."})
      if (name.find(part) != std::string::npos)
        throw Error(where + ": tensor " + shownText(name) +
                    " belongs to an adapter that is not merged into the weights: merge it "
                    "(merge_and_unload() of the peft library, then save_pretrained()) and open "
                    "that folder.");
}

template <class Rename>
void renameAll(Shards& shards, Rename rename) {
  decltype(shards.place) renamed;
  for (auto& [name, place] : shards.place) renamed.emplace(rename(name), std::move(place));
  shards.place = std::move(renamed);
}

}  // namespace

void settleTensorNames(Shards& shards, const std::string& where) {
  refuseUnmerged(shards, where);
  const auto begins = [&](std::string_view with) {
    const auto at = shards.place.lower_bound(with);
    return at != shards.place.end() && at->first.starts_with(with);
  };
  if (begins(kPeft)) {
    renameAll(shards, [](const std::string& name) {
      return name.starts_with(kPeft) ? name.substr(kPeft.size()) : name;
    });
    shards.notes.push_back({NoteKind::PeftNames});
  }
  for (const auto& [embedding, base] : kBases) {
    if (!shards.place.contains(embedding) || begins(base)) continue;
    renameAll(shards, [base = base](const std::string& name) {
      return name.starts_with(kHead) ? name : std::string(base).append(name);
    });
    shards.notes.push_back({NoteKind::BaseNames, {std::string(base)}});
  }
}

}  // namespace ouroscope
