// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace ouroscope {

/// A value of a JSON document together with its place, so that every refusal can name file
/// and field. Borrows the document and the file's name; both must outlive it.
class JsonView {
 public:
  JsonView(const nlohmann::json& value, const std::string& file, std::string path = {})
      : value_(&value), file_(&file), path_(std::move(path)) {}

  const nlohmann::json& value() const { return *value_; }
  bool isNull() const;

  /// The member `key` of an object. @throws Error where this is not an object or has no such member
  JsonView member(std::string_view key) const;
  /// The member, or nothing where it is absent or null. @throws Error where this is not an object
  std::optional<JsonView> find(std::string_view key) const;
  JsonView element(std::size_t index) const;  ///< index < size()
  std::size_t size() const;                   ///< of an array. @throws Error where this is none

  std::string string() const;
  bool boolean() const;
  std::int64_t integer(std::int64_t low, std::int64_t high) const;
  bool booleanOr(std::string_view key, bool absent) const;  ///< null counts as absent
  void requireObject() const;
  void requireOnly(
      std::initializer_list<std::string_view> keys) const;  ///< refuses other members by name

  /// @throws Error "FILE, PATH: what"
  [[noreturn]] void fail(const std::string& what) const;
  /// The same for what is well formed but not implemented.
  [[noreturn]] void unsupported(const std::string& what) const;

 private:
  const nlohmann::json* value_;
  const std::string* file_;
  std::string path_;
};

}  // namespace ouroscope
