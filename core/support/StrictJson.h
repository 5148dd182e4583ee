// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/JsonLimits.h"

namespace ouroscope {

/// Parses one JSON document that was written by somebody else. Stricter than the library alone:
/// nesting and size are capped, a key may appear once in an object (compared after unescaping), the
/// bytes must be UTF-8 without byte-order mark, and nothing but white space may follow.
/// @param what names the document in messages ("/models/x/config.json")
/// @throws Error "WHAT is not valid JSON (line L, byte B): reason"
nlohmann::json parseStrictJson(std::string_view bytes, const std::string& what,
                               const JsonLimits& limits = {});

/// Takes a document apart before it is destroyed. The library takes memory to destroy a list or an
/// object; where there is none, that would end the program. Stands behind a large document.
class JsonEmptier {
 public:
  explicit JsonEmptier(nlohmann::json& document) : document_(document) {}
  ~JsonEmptier();
  JsonEmptier(const JsonEmptier&) = delete;
  JsonEmptier& operator=(const JsonEmptier&) = delete;

 private:
  nlohmann::json& document_;
};

/// Typed reading of an object: every getter checks the type before the value and the value before
/// it is used, and names document, field, found value and allowed range. A member that is null
/// counts as absent. Borrows the object.
class JsonObject {
 public:
  /// @throws Error when `value` is not an object
  JsonObject(const nlohmann::json& value, std::string what);

  /// null where the member is absent or null
  const nlohmann::json* find(std::string_view key) const;
  bool has(std::string_view key) const;                       ///< the member is there, be it null
  const nlohmann::json& require(std::string_view key) const;  ///< @throws Error when absent

  std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high) const;
  std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t low,
                                              std::int64_t high) const;
  double number(std::string_view key, double low, double high) const;
  std::optional<double> optionalNumber(std::string_view key, double low, double high) const;
  std::string string(std::string_view key) const;
  std::optional<std::string> optionalString(std::string_view key) const;
  bool boolean(std::string_view key, bool whenAbsent) const;

  /// Checks a value in a list of the field `key`.
  std::int64_t integerIn(const nlohmann::json& value, std::string_view key, std::int64_t low,
                         std::int64_t high) const;

  /// @throws Error "WHAT: field KEY problem"
  [[noreturn]] void fail(std::string_view key, const std::string& problem) const;
  const std::string& what() const { return what_; }

 private:
  const nlohmann::json& object_;
  std::string what_;
};

/// A value as it is shown in an error: its JSON text, shortened; lists and objects by their kind.
std::string shownValue(const nlohmann::json& value);

}  // namespace ouroscope
