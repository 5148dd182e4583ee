// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/FolderText.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMostTextFileBytes = std::size_t{16} << 20;

/// A token is written as its text, or as an object with it.
std::string tokenText(const JsonObject& config, std::string_view key) {
  const nlohmann::json* value = config.find(key);
  if (!value) return {};
  if (value->is_object() && value->contains("content")) value = &(*value)["content"];
  return value->is_string() ? value->get<std::string>() : std::string();
}

/// A text, or a list of named ones of which "default" counts.
std::optional<std::string> templateIn(const JsonObject& config) {
  const nlohmann::json* value = config.find("chat_template");
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_array())
    for (const nlohmann::json& entry : *value)
      if (entry.is_object() && entry.value("name", nlohmann::json()) == "default" &&
          entry.value("template", nlohmann::json()).is_string())
        return entry["template"].get<std::string>();
  return std::string();  // there is one, in a form that is not known
}

std::optional<std::vector<std::int64_t>> eosIn(const JsonObject& config) {
  const nlohmann::json* value = config.find("eos_token_id");
  if (!value) return {};
  std::vector<std::int64_t> ids;
  constexpr std::int64_t kMost = std::int64_t{1} << 53;
  if (!value->is_array()) return {{config.integer("eos_token_id", -1, kMost)}};
  for (const nlohmann::json& id : *value)
    ids.push_back(config.integerIn(id, "eos_token_id", -1, kMost));
  return ids;
}

}  // namespace

FolderText FolderText::read(const ContainedFolder& files) {
  FolderText out;
  const auto guarded = [&](const char* name, const std::function<void(const std::string&)>& use) {
    if (!files.contains(name)) return;
    try {
      use(files.read(name, kMostTextFileBytes));
    } catch (const OutsideLink&) {
      throw;
    } catch (const Error& error) {
      out.notes.push_back({NoteKind::FileNotRead, {error.what()}});
    }
  };
  const auto json = [&](const char* name, const std::function<void(const JsonObject&)>& use) {
    guarded(name, [&](const std::string& bytes) {
      const nlohmann::json document = parseStrictJson(bytes, name);
      use(JsonObject(document, name));
    });
  };
  json("generation_config.json",
       [&](const JsonObject& config) { out.generationEos = eosIn(config); });
  json("tokenizer_config.json", [&](const JsonObject& config) {
    out.chatTemplate = templateIn(config);
    out.eosToken = tokenText(config, "eos_token");
    out.bosToken = tokenText(config, "bos_token");
    if (config.find("add_bos_token")) out.addBos = config.boolean("add_bos_token", false);
    out.tokenizerClass = config.optionalString("tokenizer_class").value_or("");
  });
  json("special_tokens_map.json", [&](const JsonObject& config) {
    if (out.eosToken.empty()) out.eosToken = tokenText(config, "eos_token");
    if (out.bosToken.empty()) out.bosToken = tokenText(config, "bos_token");
  });
  // Newer folders keep the template in a file of its own, which then counts.
  guarded("chat_template.jinja", [&](const std::string& bytes) { out.chatTemplate = bytes; });
  return out;
}

}  // namespace ouroscope
