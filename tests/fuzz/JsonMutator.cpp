// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/JsonMutator.h"

#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// libFuzzer's own mutation of bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace ouroscope::fuzz {
namespace {

using nlohmann::json;

/// A document, discarded where it is none or nests deeper than any that a reader takes: walking and
/// writing it here is recursive.
json parsed(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    if (depth > 200) return json(json::value_t::discarded);
  }
  return json::parse(text, nullptr, false);
}

/// Values at the edges of what readers allow.
json edgeValue(Random& random) {
  static const char* const kValues[] = {"null",
                                        "true",
                                        "false",
                                        "0",
                                        "-1",
                                        "1",
                                        "2",
                                        "3",
                                        "64",
                                        "1024",
                                        "1025",
                                        "65536",
                                        "2147483647",
                                        "2147483648",
                                        "4294967296",
                                        "-2147483649",
                                        "9007199254740993",
                                        "9223372036854775807",
                                        "18446744073709551615",
                                        "-0.0",
                                        "0.5",
                                        "1e-320",
                                        "1e308",
                                        "3.5e38",
                                        "1000000",
                                        "1e9",
                                        "\"\"",
                                        "\"full\"",
                                        "\"\\u0000\"",
                                        "\"\\u00ff\"",
                                        "\"\\ud83d\\ude00\"",
                                        "[]",
                                        "{}",
                                        "[[]]"};
  return json::parse(kValues[below(random, std::size(kValues))]);
}

void collect(json& value, std::vector<json*>& all) {
  all.push_back(&value);
  if (value.is_structured())
    for (json& child : value) collect(child, all);
}

std::string mutatedText(std::string text) {
  const std::size_t size = text.size();
  text.resize(size + 16);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
  return text;
}

void mutateNumber(json& value, Random& random) {
  const double number = value.get<double>();
  // Unsigned, so that the next of the largest is the smallest.
  const auto whole =
      static_cast<std::uint64_t>(value.is_number_float() ? 0 : value.get<std::int64_t>());
  switch (below(random, 5)) {
    case 0:
      value = static_cast<std::int64_t>(whole + 1);
      break;
    case 1:
      value = static_cast<std::int64_t>(whole - 1);
      break;
    case 2:
      value = static_cast<std::int64_t>(whole * 2);
      break;
    case 3:
      value = number / 2;
      break;
    default:
      value = edgeValue(random);
  }
}

/// Removes, repeats, renames or adds a member.
void mutateMembers(json& value, Random& random, const json& other) {
  if (value.is_array()) {
    if (value.empty() || below(random, 4) == 0) return value.push_back(other);
    const std::size_t at = below(random, value.size());
    if (below(random, 2))
      value.erase(at);
    else
      value.insert(value.begin() + static_cast<std::ptrdiff_t>(at), json(value[at]));
    return;
  }
  if (value.empty()) {
    value["a"] = other;
    return;
  }
  auto at = value.begin();
  std::advance(at, static_cast<std::ptrdiff_t>(below(random, value.size())));
  const std::string key = at.key();
  const json member = at.value();
  if (below(random, 3) != 0) value.erase(key);
  if (below(random, 2)) value[mutatedText(key)] = member;
}

/// The text of the document; invalid UTF-8 of mutated names becomes U+FFFD.
std::string textOf(const json& document) {
  return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::size_t put(const std::string& bytes, std::uint8_t* data, std::size_t size, std::size_t most) {
  if (bytes.size() > most || bytes.empty()) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, bytes.data(), bytes.size());
  return bytes.size();
}

/// One value of the data section becomes a number that readers stumble over.
void mutateData(std::string& data, Random& random) {
  static const std::uint32_t kBits[] = {0x7fc00000u, 0x7f800000u, 0xff800000u, 0u,
                                        0x80000000u, 0x00000001u, 0x7f7fffffu, 0xff7fffffu,
                                        0x3f800000u, 0xbf800000u, 0x7fffffffu, 0xffffffffu,
                                        1u,          2u,          3u,          0x42c80000u};
  if (data.size() < 4) return;
  for (std::size_t times = 1 + below(random, 4); times-- > 0;) {
    const std::size_t at = below(random, data.size() / 4) * 4;
    std::uint32_t bits = kBits[below(random, std::size(kBits))];
    if (below(random, 3) == 0) {  // another value of the file
      std::memcpy(&bits, data.data() + below(random, data.size() / 4) * 4, 4);
    }
    std::memcpy(data.data() + at, &bits, 4);
  }
}

}  // namespace

void mutateValue(json& document, Random& random) {
  std::vector<json*> all;
  collect(document, all);
  json& value = *all[below(random, all.size())];
  const json other = *all[below(random, all.size())];
  const std::size_t kind = below(random, 8);
  if (kind == 0)
    value = edgeValue(random);
  else if (kind == 1)
    value = other;
  else if (value.is_structured())
    mutateMembers(value, random, other);
  else if (value.is_number())
    mutateNumber(value, random);
  else if (value.is_string())
    value = mutatedText(value.get<std::string>());
  else
    value = edgeValue(random);
}

std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  Random random(seed);
  json document = parsed({reinterpret_cast<const char*>(data), size});
  if (document.is_discarded() || below(random, 6) == 0) return LLVMFuzzerMutate(data, size, most);
  for (std::size_t times = 1 + below(random, 3); times-- > 0;) mutateValue(document, random);
  return put(textOf(document), data, size, most);
}

std::size_t mutateSafetensors(std::uint8_t* data, std::size_t size, std::size_t most,
                              unsigned seed) {
  Random random(seed);
  std::uint64_t length = 0;
  if (size >= 8) std::memcpy(&length, data, 8);
  if (size < 8 || length > size - 8 || below(random, 16) == 0)
    return LLVMFuzzerMutate(data, size, most);
  const char* at = reinterpret_cast<const char*>(data) + 8;
  std::string header(at, length), values(at + length, size - 8 - length);
  const std::size_t part = below(random, 8);
  json document = part < 5 ? parsed(header) : json();
  if (part >= 5 || !document.is_object()) {
    mutateData(values, random);
    if (!values.empty() && part == 7) {
      auto* bytes = reinterpret_cast<std::uint8_t*>(values.data());
      values.resize(LLVMFuzzerMutate(bytes, values.size(), values.size()));
    }
  } else {
    // Most of what a trace says is a document in a text of the header.
    json* inner = nullptr;
    if (const auto meta = document.find("__metadata__"); meta != document.end() && part > 0)
      if (meta->is_object() && !meta->empty() && meta->begin()->is_string())
        inner = &*meta->begin();
    json content = inner ? parsed(inner->get<std::string>()) : json();
    if (content.is_structured()) {
      mutateValue(content, random);
      *inner = textOf(content);
    } else {
      mutateValue(document, random);
    }
    header = textOf(document);
  }
  length = header.size();
  std::string file(8, '\0');
  std::memcpy(file.data(), &length, 8);
  return put(file + header + values, data, size, most);
}

}  // namespace ouroscope::fuzz
