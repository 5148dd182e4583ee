// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/StrictJson.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictSax.h"

namespace ouroscope {
namespace {

using nlohmann::json;

class TreeBuilder : public StrictSax {
 public:
  TreeBuilder(std::string_view bytes, const JsonLimits& limits)
      : StrictSax(bytes, limits), containersLeft_(JsonLimits::maxContainers(bytes.size())) {}
  json result;

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(std::int64_t value) override { return put(value); }
  bool number_unsigned(std::uint64_t value) override { return put(value); }
  bool number_float(double value, const std::string&) override { return put(value); }
  bool string(std::string& value) override { return put(std::move(value)); }
  bool binary(json::binary_t&) override { return fail("binary values are not JSON"); }

  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    auto& object = open_.back()->get_ref<json::object_t&>();
    const auto [at, fresh] = object.try_emplace(name);
    if (!fresh) return fail("the key " + shownText(name) + " appears twice in one object");
    slot_ = &at->second;
    return true;
  }

 private:
  template <class T>
  bool put(T&& value) {
    *place() = json(std::forward<T>(value));
    return true;
  }

  json* place() {
    if (open_.empty()) return &result;
    json* top = open_.back();
    if (!top->is_array()) return slot_;
    auto& list = top->get_ref<json::array_t&>();
    list.emplace_back();
    return &list.back();
  }

  bool open(json empty) {
    if (!enter()) return false;
    if (containersLeft_-- == 0) return fail("it has too many objects and lists for its size");
    json* to = place();
    *to = std::move(empty);
    open_.push_back(to);
    return true;
  }

  bool close() {
    open_.pop_back();
    return leave();
  }

  JsonEmptier emptier_{result};
  std::size_t containersLeft_;
  std::vector<json*> open_;
  json* slot_ = nullptr;
};

/// No recursion is deeper than a document may be nested.
void emptyJson(json& value) {
  if (auto* list = value.get_ptr<json::array_t*>()) {
    for (json& each : *list) emptyJson(each);
    list->clear();
  } else if (auto* object = value.get_ptr<json::object_t*>()) {
    for (auto& [key, each] : *object) emptyJson(each);
    object->clear();
  }
}

std::string rangeText(double low, double high) {
  return "between " + json(low).dump() + " and " + json(high).dump();
}

}  // namespace

JsonEmptier::~JsonEmptier() {
  emptyJson(document_);
}

json parseStrictJson(std::string_view bytes, const std::string& what, const JsonLimits& limits) {
  TreeBuilder builder(bytes, limits);
  if (!builder.run())
    throw Error(what + " is not valid JSON (line " + std::to_string(builder.line()) + ", byte " +
                std::to_string(builder.position()) + "): " + builder.reason() + ".");
  return std::move(builder.result);
}

std::string shownValue(const json& value) {
  switch (value.type()) {
    case json::value_t::object:
      return "an object";
    case json::value_t::array:
      return "a list of " + std::to_string(value.size());
    case json::value_t::string:
      return "the text " + shownText(value.get_ref<const std::string&>());
    default:
      return value.dump();
  }
}

JsonObject::JsonObject(const json& value, std::string what)
    : object_(value), what_(std::move(what)) {
  if (!value.is_object())
    throw Error(what_ + " must be a JSON object, found " + shownValue(value) + ".");
}

bool JsonObject::has(std::string_view key) const {
  return object_.contains(key);
}

const json* JsonObject::find(std::string_view key) const {
  const auto& members = object_.get_ref<const json::object_t&>();
  const auto at = members.find(key);
  return at == members.end() || at->second.is_null() ? nullptr : &at->second;
}

const json& JsonObject::require(std::string_view key) const {
  if (const json* value = find(key)) return *value;
  const auto& members = object_.get_ref<const json::object_t&>();
  fail(key, members.find(key) == members.end() ? "is missing; it has no safe default"
                                               : "is null; it has no safe default");
}

void JsonObject::fail(std::string_view key, const std::string& problem) const {
  throw Error(what_ + ": field \"" + std::string(key) + "\" " + problem + ".");
}

std::int64_t JsonObject::integerIn(const json& value, std::string_view key, std::int64_t low,
                                   std::int64_t high) const {
  const std::string range =
      "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  // Never through double, and the type before the value: the library turns -1 into 2^64-1 gladly.
  if (value.is_number_unsigned()) {
    const auto found = value.get<std::uint64_t>();
    if (high >= 0 && std::cmp_less_equal(found, high) &&
        (low < 0 || std::cmp_greater_equal(found, low)))
      return found;
  } else if (value.is_number_integer()) {
    const auto found = value.get<std::int64_t>();
    if (found >= low && found <= high) return found;
  }
  fail(key, "must be " + range + ", found " + shownValue(value));
}

std::int64_t JsonObject::integer(std::string_view key, std::int64_t low, std::int64_t high) const {
  return integerIn(require(key), key, low, high);
}

std::optional<std::int64_t> JsonObject::optionalInteger(std::string_view key, std::int64_t low,
                                                        std::int64_t high) const {
  const json* value = find(key);
  return value ? std::optional(integerIn(*value, key, low, high)) : std::nullopt;
}

double JsonObject::number(std::string_view key, double low, double high) const {
  const json& value = require(key);
  if (value.is_number()) {
    const double found = value.get<double>();
    if (std::isfinite(found) && found >= low && found <= high) return found;
  }
  fail(key, "must be a number " + rangeText(low, high) + ", found " + shownValue(value));
}

std::optional<double> JsonObject::optionalNumber(std::string_view key, double low,
                                                 double high) const {
  return find(key) ? std::optional(number(key, low, high)) : std::nullopt;
}

std::string JsonObject::string(std::string_view key) const {
  const json& value = require(key);
  if (!value.is_string()) fail(key, "must be a text, found " + shownValue(value));
  return value.get_ref<const std::string&>();
}

std::optional<std::string> JsonObject::optionalString(std::string_view key) const {
  return find(key) ? std::optional(string(key)) : std::nullopt;
}

bool JsonObject::boolean(std::string_view key, bool whenAbsent) const {
  const json* value = find(key);
  if (!value) return whenAbsent;
  if (!value->is_boolean()) fail(key, "must be true or false, found " + shownValue(*value));
  return value->get<bool>();
}

}  // namespace ouroscope
