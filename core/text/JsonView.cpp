// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/JsonView.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

bool JsonView::isNull() const {
  return value_->is_null();
}

JsonView JsonView::member(std::string_view key) const {
  requireObject();
  const auto it = value_->find(std::string(key));
  if (it == value_->end()) fail("the field \"" + std::string(key) + "\" is missing");
  return {*it, *file_, path_.empty() ? std::string(key) : path_ + "." + std::string(key)};
}

std::optional<JsonView> JsonView::find(std::string_view key) const {
  requireObject();
  const auto it = value_->find(std::string(key));
  if (it == value_->end() || it->is_null()) return std::nullopt;
  return member(key);
}

JsonView JsonView::element(std::size_t index) const {
  return {(*value_)[index], *file_, path_ + "[" + std::to_string(index) + "]"};
}

std::size_t JsonView::size() const {
  if (!value_->is_array()) fail("an array was expected, found " + std::string(value_->type_name()));
  return value_->size();
}

std::string JsonView::string() const {
  if (!value_->is_string())
    fail("a string was expected, found " + std::string(value_->type_name()));
  return value_->get<std::string>();
}

bool JsonView::boolean() const {
  if (!value_->is_boolean()) {
    fail("true or false was expected, found " + std::string(value_->type_name()));
  }
  return value_->get<bool>();
}

std::int64_t JsonView::integer(std::int64_t low, std::int64_t high) const {
  const std::string range = std::to_string(low) + " to " + std::to_string(high);
  if (!value_->is_number_integer()) {
    fail("a whole number from " + range + " was expected, found " + shownValue(*value_));
  }
  // An unsigned value above 2^63 would wrap in get<int64_t>().
  const bool tooLarge = value_->is_number_unsigned() &&
                        (high < 0 || std::cmp_greater(value_->get<std::uint64_t>(), high));
  if (tooLarge || value_->get<std::int64_t>() < low || value_->get<std::int64_t>() > high) {
    fail("a whole number from " + range + " was expected, found " + shownValue(*value_));
  }
  return value_->get<std::int64_t>();
}

bool JsonView::booleanOr(std::string_view key, bool absent) const {
  const auto found = find(key);
  return found ? found->boolean() : absent;
}

void JsonView::requireObject() const {
  if (!value_->is_object())
    fail("an object was expected, found " + std::string(value_->type_name()));
}

void JsonView::requireOnly(std::initializer_list<std::string_view> keys) const {
  requireObject();
  for (const auto& item : value_->items()) {
    if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
      fail("the field " + shownText(item.key()) + " is not part of this format");
    }
  }
}

void JsonView::fail(const std::string& what) const {
  throw Error(*file_ + (path_.empty() ? "" : ", " + path_) + ": " + what +
              "; the file is damaged, so get it again from where the model came from.");
}

void JsonView::unsupported(const std::string& what) const {
  throw Error(*file_ + (path_.empty() ? "" : ", " + path_) + ": " + what +
              "; choose a model whose tokenizer does without it.");
}

}  // namespace ouroscope
