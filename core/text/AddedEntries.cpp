// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/AddedEntries.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMostConfigBytes = std::size_t{16} << 20;
constexpr std::int32_t kIdEnd = 1'000'000;         // as for tokenizer.json
constexpr std::size_t kLongestAddedContent = 256;  // looked for at every byte of a text

std::int32_t idOfKey(const std::string& key, const JsonObject& where) {
  std::int32_t id = -1;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
  if (error != std::errc{} || end != key.data() + key.size() || id < 0 || id >= kIdEnd)
    where.fail(key, "is no token id from 0 to " + std::to_string(kIdEnd - 1));
  return id;
}

void checkContent(const JsonObject& where, const std::string& content) {
  if (content.empty() || content.size() > kLongestAddedContent)
    where.fail("content", "must have 1 to " + std::to_string(kLongestAddedContent) + " bytes");
}

/// {"ID": {"content", "special", "lstrip", "rstrip", ...}}
void readDecoder(const nlohmann::json& decoder, const std::string& what, AddedEntries& out) {
  const JsonObject ids(decoder, what);
  for (const auto& [key, value] : decoder.items()) {
    const JsonObject entry(value, what + "." + key);
    AddedEntry added{idOfKey(key, ids), entry.string("content"), entry.boolean("special", false),
                     entry.boolean("lstrip", false), entry.boolean("rstrip", false)};
    checkContent(entry, added.content);
    out.entries.push_back(std::move(added));
  }
}

/// {"CONTENT": ID}
void readContents(const JsonObject& contents, const nlohmann::json& document, AddedEntries& out) {
  for (const auto& item : document.items()) {
    AddedEntry added;
    added.id = static_cast<std::int32_t>(contents.integer(item.key(), 0, kIdEnd - 1));
    added.content = item.key();
    added.special = true;  // the file does not say; its tokens are marks as a rule
    checkContent(contents, added.content);
    out.entries.push_back(std::move(added));
  }
}

template <typename Use>
void readFile(const ContainedFolder& folder, const char* name, AddedEntries& out, Use use) {
  if (!folder.contains(name)) return;
  try {
    const nlohmann::json document = parseStrictJson(folder.read(name, kMostConfigBytes), name);
    use(JsonObject(document, name), document);
  } catch (const OutsideLink&) {
    throw;
  } catch (const Error& error) {
    out.notes.push_back({NoteKind::AddedNotRead, {error.what()}});
  }
}

}  // namespace

AddedEntries AddedEntries::read(const ContainedFolder& folder) {
  AddedEntries out;
  readFile(folder, "tokenizer_config.json", out,
           [&](const JsonObject& config, const nlohmann::json&) {
             out.legacy = config.boolean("legacy", true);
             if (const nlohmann::json* decoder = config.find("added_tokens_decoder"))
               readDecoder(*decoder, "tokenizer_config.json: added_tokens_decoder", out);
           });
  if (out.entries.empty())
    readFile(folder, "added_tokens.json", out,
             [&](const JsonObject& contents, const nlohmann::json& document) {
               readContents(contents, document, out);
             });
  std::ranges::sort(out.entries, {}, &AddedEntry::id);
  return out;
}

}  // namespace ouroscope
