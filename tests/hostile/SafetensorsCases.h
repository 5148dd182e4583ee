// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/hostile/HostileCase.h"
#include "tests/model/ModelFixtures.h"

/// The table of malformed safetensors files: one entry per defect, by kind.
namespace safetensors_cases {

using fixture::rawSafetensors;
using fixture::sizePrefix;

inline const char* const kJson = "InvalidHeaderDeserialization";
inline const std::string kData16(16, '\x11');

inline std::string entry(const std::string& dtype, const std::string& shape,
                         const std::string& offsets) {
  return "{\"dtype\":" + dtype + ",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
}
inline std::string one(const std::string& dtype, const std::string& shape,
                       const std::string& offsets) {
  return "{\"t\":" + entry(dtype, shape, offsets) + "}";
}
inline const std::string kGood = one("\"F32\"", "[2,2]", "[0,16]");

inline void sizePrefixes(HostileCases& out) {
  const std::string whole = rawSafetensors(kGood, kData16);
  for (std::size_t n = 0; n < 8; ++n)
    out.push_back(
        {"file of " + std::to_string(n) + " bytes", whole.substr(0, n), "HeaderTooSmall"});
  out.push_back({"N 0, nothing after", sizePrefix(0), kJson});
  out.push_back({"N 0, data after", sizePrefix(0) + kData16, kJson});
  out.push_back({"N 1, open brace", rawSafetensors("{"), kJson});
  out.push_back({"N 1, byte FF", rawSafetensors("\xFF"), "InvalidHeader"});
  out.push_back({"empty object alone", rawSafetensors("{}"), ""});
  out.push_back(
      {"empty object, 16 data bytes", rawSafetensors("{}", kData16), "MetadataIncompleteBuffer"});
  for (const std::uint64_t n : {std::uint64_t{1000}, std::uint64_t{100'000'000}})
    out.push_back({"N " + std::to_string(n) + " on a small file", sizePrefix(n) + "{}",
                   "InvalidHeaderLength"});
  for (const std::uint64_t n :
       {std::uint64_t{100'000'001}, (std::uint64_t{1} << 31) - 1, (std::uint64_t{1} << 32) - 1,
        (std::uint64_t{1} << 63) - 1, ~std::uint64_t{7}, ~std::uint64_t{0}})
    out.push_back({"N " + std::to_string(n), sizePrefix(n) + "{}", "HeaderTooLarge"});
  out.push_back({"N big-endian", std::string("\0\0\0\0\0\0\0\2{}", 10), "HeaderTooLarge"});
  out.push_back({"N one too small", sizePrefix(kGood.size() - 1) + kGood + kData16, kJson});
  out.push_back({"N one too large", sizePrefix(kGood.size() + 1) + kGood + kData16, kJson});
  out.push_back({"data missing", rawSafetensors(kGood), "truncated"});
  out.push_back({"last data byte missing", rawSafetensors(kGood, kData16.substr(1)),
                 "MetadataIncompleteBuffer"});
  out.push_back({"zip magic behind the data", rawSafetensors(kGood, kData16 + "PK\5\6"),
                 "MetadataIncompleteBuffer"});
}

inline void headerText(HostileCases& out) {
  const auto text = [&](const std::string& name, const std::string& header,
                        const std::string& phrase) {
    out.push_back({"header: " + name, rawSafetensors(header, kData16), phrase});
  };
  const auto named = [&](const std::string& raw) {
    return "{\"" + raw + "\":" + entry("\"F32\"", "[4]", "[0,16]") + "}";
  };
  text("plain", kGood, "");
  text("trailing spaces", kGood + "     ", "");
  text("trailing tab, CR, LF", kGood + "\t\r\n", "");
  text("leading spaces", "   " + kGood, "");
  text("white space inside", "{ \"t\" :\n" + entry("\"F32\"", "[ 2 , 2 ]", "[ 0 , 16 ]") + " }",
       "");
  text("white space only", "      ", kJson);
  text("trailing NUL", kGood + std::string(3, '\0'), kJson);
  text("leading NUL", std::string(1, '\0') + kGood, kJson);
  text("byte-order mark", "\xEF\xBB\xBF" + kGood, kJson);
  text("UTF-16", std::string("{\0}\0", 4), kJson);
  for (const char* top : {"[]", "null", "1", "\"x\"", "true", "[{}]", "1.5", "-1"})
    text("top level " + std::string(top), top, kJson);
  text("trailing garbage", kGood + "x", kJson);
  text("two objects", kGood + "{}", kJson);
  text("trailing comma", "{\"t\":" + entry("\"F32\"", "[4]", "[0,16]") + ",}", kJson);
  text("single quotes", "{'t':" + entry("\"F32\"", "[4]", "[0,16]") + "}", kJson);
  text("comment", "/* */" + kGood, kJson);
  text("line comment", kGood + "//", kJson);
  text("NaN literal", one("\"F32\"", "[NaN]", "[0,16]"), kJson);
  text("Infinity literal", one("\"F32\"", "[Infinity]", "[0,16]"), kJson);
  text("unquoted key", "{t:" + entry("\"F32\"", "[4]", "[0,16]") + "}", kJson);
  text("missing colon", "{\"t\" {}}", kJson);
  text("name with byte FF", named("a\xFFz"), "InvalidHeader");
  text("name overlong slash", named("\xC0\xAF"), "InvalidHeader");
  text("name encoded surrogate", named("\xED\xA0\x80"), "InvalidHeader");
  text("name above U+10FFFF", named("\xF4\x90\x80\x80"), "InvalidHeader");
  text("name cut sequence", named("\xE2\x82"), "InvalidHeader");
  text("lone high surrogate escape", named("\\ud800"), kJson);
  text("lone low surrogate escape", named("\\udc00"), kJson);
  text("surrogate pair escape", named("\\ud83d\\ude00"), "");
  text("bad escape", named("\\x41"), kJson);
  text("short unicode escape", named("\\u00"), kJson);
  text("raw newline in a name", named("a\nb"), kJson);
  text("raw control in a name",
       named("a\x01"
             "b"),
       kJson);
  text("name with escaped NUL", named("a\\u0000b"), "");
  text("empty name", named(""), "");
  text("path as a name", named("../../etc/x"), "");
  text("right-to-left override", named("\xE2\x80\xAEx"), "");
  text("name of 4096 bytes", named(std::string(4096, 'n')), "");
  text("name of 4097 bytes", named(std::string(4097, 'n')), "NameTooLong");
  text("name of 1 MB", named(std::string(1'000'000, 'n')), "NameTooLong");
  text("entry nested 120 deep", "{\"t\":" + times(120, "[") + times(120, "]") + "}", kJson);
  text("unknown field nested 40 deep", "{\"t\":{\"x\":" + times(40, "[") + times(40, "]") + "}}",
       "nested");
  text("100,000 lists", "{\"t\":" + times(100'000, "["), kJson);
  text("100,000 lists in an unknown field", "{\"t\":{\"x\":" + times(100'000, "["), "nested");
  text("1,000,000 unclosed objects", times(1'000'000, "{\"a\":"), kJson);
}

inline void entries(HostileCases& out) {
  const auto text = [&](const std::string& name, const std::string& value,
                        const std::string& phrase) {
    out.push_back({"entry: " + name, rawSafetensors("{\"t\":" + value + "}", kData16), phrase});
  };
  for (const char* value :
       {"null", "\"F32\"", "[]", "5", "true", "1.5", "-3", "{}", "[\"F32\",[2,2],[0,16]]"})
    text(value, value, kJson);
  text("no dtype", "{\"shape\":[4],\"data_offsets\":[0,16]}", "has no dtype");
  text("no shape", "{\"dtype\":\"F32\",\"data_offsets\":[0,16]}", "has no shape");
  text("no data_offsets", "{\"dtype\":\"F32\",\"shape\":[4]}", "has no data_offsets");
  text("wrong-case key", "{\"Dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}",
       "has no dtype");
  const std::string good = "\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]";
  text("any order", "{\"data_offsets\":[0,16],\"shape\":[4],\"dtype\":\"F32\"}", "");
  for (const char* extra : {"1", "-1", "1.5", "null", "true", "\"x\"", "[]", "{}",
                            "{\"a\":[1,{\"b\":2}]}", "[[1],[2,[3]]]"})
    text("unknown field " + std::string(extra), "{\"x\":" + std::string(extra) + "," + good + "}",
         "");
  text("unknown field last", "{" + good + ",\"x\":{\"dtype\":\"U8\"}}", "");
  text("unknown field twice", "{\"x\":1,\"x\":1," + good + "}", "twice");
  for (const char* twice : {"\"dtype\":\"F32\"", "\"shape\":[4]", "\"data_offsets\":[0,16]"})
    text("field twice " + std::string(twice), "{" + good + "," + twice + "}", "twice");
  text("field twice, escaped", "{" + good + ",\"\\u0064type\":\"U8\"}", "twice");
}

inline void dtypes(HostileCases& out) {
  for (const char* type : {"\"f32\"", "\"FLOAT32\"", "\"F128\"", "\"BF32\"", "\"I4\"", "\"U4\"",
                           "\"\"", "\"F8\"", "\"C128\"", "\"Q4_0\"", "\"F32 \"", "\"F32\\u0000\"",
                           "7", "null", "true", "[]", "{}", "[\"F32\"]"})
    out.push_back(
        {"dtype " + std::string(type), rawSafetensors(one(type, "[4]", "[0,16]"), kData16), kJson});
  struct Good {
    const char* name;
    int per16;
  };
  for (const Good g : {Good{"BOOL", 16},    {"F4", 32},      {"U8", 16},      {"I8", 16},
                       {"F8_E5M2", 16},     {"F8_E4M3", 16}, {"F8_E8M0", 16}, {"F8_E4M3FNUZ", 16},
                       {"F8_E5M2FNUZ", 16}, {"I16", 8},      {"U16", 8},      {"F16", 8},
                       {"BF16", 8},         {"I32", 4},      {"U32", 4},      {"F32", 4},
                       {"C64", 2},          {"F64", 2},      {"I64", 2},      {"U64", 2}})
    out.push_back({"dtype " + std::string(g.name),
                   rawSafetensors(one("\"" + std::string(g.name) + "\"",
                                      "[" + std::to_string(g.per16) + "]", "[0,16]"),
                                  kData16),
                   ""});
  for (const char* six : {"F6_E2M3", "F6_E3M2"})
    out.push_back({"dtype " + std::string(six),
                   rawSafetensors(one("\"" + std::string(six) + "\"", "[4]", "[0,3]"), "abc"), ""});
  out.push_back({"F4 with 3 elements", rawSafetensors(one("\"F4\"", "[3]", "[0,2]"), "ab"),
                 "MisalignedSlice"});
  out.push_back({"F6 with 3 elements", rawSafetensors(one("\"F6_E2M3\"", "[3]", "[0,2]"), "ab"),
                 "MisalignedSlice"});
  out.push_back({"BOOL bytes other than 0 and 1",
                 rawSafetensors(one("\"BOOL\"", "[2]", "[0,2]"), "\2\xFF"), ""});
}

inline void shapes(HostileCases& out) {
  const auto text = [&](const std::string& shape, const std::string& phrase,
                        const std::string& offsets = "[0,16]", std::size_t bytes = 16) {
    out.push_back({"shape " + shape.substr(0, 60) + " " + offsets,
                   rawSafetensors(one("\"F32\"", shape, offsets), std::string(bytes, 'x')),
                   phrase});
  };
  for (const char* dim :
       {"-1", "4.0", "4e0", "1e400", "\"4\"", "null", "[4]", "{}", "{\"a\":4}", "true", "04", "+4",
        "-0", "-4", "18446744073709551616", "0x4", "4L", "1e1", "99999999999999999999999999"})
    text("[" + std::string(dim) + "]", kJson);
  for (const char* value : {"4", "null", "\"4\"", "{}", "true", "[4", "[4,]", "[,4]", "[[4]]"})
    text(value, kJson);
  for (const char* large :
       {"[18446744073709551615]", "[4294967296,4294967296,4]", "[2,9223372036854775808]",
        "[9223372036854775807]", "[4611686018427387908]", "[4194305,4194305,211106198978564]",
        "[18446744073709551615,2,0]", "[4294967296,4294967296]"})
    text(large, "ValidationOverflow");
  text("[0,18446744073709551615]", "TensorInvalidInfo");
  text("[2,3]", "TensorInvalidInfo");
  text("[3]", "TensorInvalidInfo");
  text("[5]", "TensorInvalidInfo");
  text("[]", "TensorInvalidInfo");
  text("[1000000]", "TensorInvalidInfo");
  text("[2,0]", "", "[0,0]", 0);
  text("[18446744073709551615,0]", "", "[0,0]", 0);
  text("[]", "", "[0,4]", 4);
  text("[1,1,1,1,1,1,1,1]", "", "[0,4]", 4);
  text("[1,1,1,1,1,1,1,1,1]", "RankTooLarge", "[0,4]", 4);
  text("[" + times(9'999, "1,") + "1]", "RankTooLarge", "[0,4]", 4);
  text("[" + times(63, "2,") + "2]", "RankTooLarge", "[0,4]", 4);
}

inline void offsets(HostileCases& out) {
  const auto text = [&](const std::string& range, const std::string& phrase) {
    out.push_back(
        {"offsets " + range, rawSafetensors(one("\"F32\"", "[2,2]", range), kData16), phrase});
  };
  text("[16,0]", "InvalidOffset");
  text("[8,24]", "InvalidOffset");
  text("[18446744073709551600,18446744073709551615]", "InvalidOffset");
  text("[1,0]", "InvalidOffset");
  for (const char* range :
       {"[-1,15]", "[0,-1]", "[-16,0]", "[-0,16]", "[0]", "[0,16,32]", "[]", "null", "\"0,16\"",
        "[\"0\",\"16\"]", "[0.0,16.0]", "[0,1.6e1]", "{\"begin\":0,\"end\":16}",
        "[0,18446744073709551616]", "[null,null]", "[[0,16]]", "16", "[true,true]"})
    text(range, kJson);
  text("[0,12]", "TensorInvalidInfo");
  text("[0,17]", "TensorInvalidInfo");
  text("[0,0]", "TensorInvalidInfo");
  text("[0,18446744073709551615]", "TensorInvalidInfo");
  struct T {
    const char *dtype, *shape, *range;
  };
  const auto many = [&](const std::string& name, const std::vector<T>& tensors, std::size_t bytes,
                        const std::string& phrase) {
    std::string header = "{";
    for (std::size_t i = 0; i < tensors.size(); ++i)
      header.append(i ? "," : "")
          .append("\"" + std::string(1, static_cast<char>('a' + i)) + "\":" +
                  entry("\"" + std::string(tensors[i].dtype) + "\"", tensors[i].shape,
                        tensors[i].range));
    out.push_back(
        {"layout: " + name, rawSafetensors(header + "}", std::string(bytes, 'x')), phrase});
  };
  many("beyond the file", {{"F32", "[1000]", "[0,4000]"}}, 16, "MetadataIncompleteBuffer");
  many("second beyond the file", {{"F32", "[4]", "[0,16]"}, {"F32", "[4]", "[16,32]"}}, 16,
       "truncated");
  many("two in order", {{"F32", "[2]", "[0,8]"}, {"F32", "[2]", "[8,16]"}}, 16, "");
  many("two out of order", {{"F32", "[2]", "[8,16]"}, {"F32", "[2]", "[0,8]"}}, 16, "");
  many("full overlap", {{"F32", "[2]", "[0,8]"}, {"F32", "[2]", "[0,8]"}}, 8, "InvalidOffset");
  many("partial overlap", {{"F32", "[2]", "[0,8]"}, {"F32", "[2]", "[4,12]"}}, 12, "InvalidOffset");
  many("hole between", {{"F32", "[1]", "[0,4]"}, {"F32", "[1]", "[8,12]"}}, 12, "InvalidOffset");
  many("hole at the start", {{"F32", "[1]", "[4,8]"}}, 8, "InvalidOffset");
  many("F32 at an odd byte", {{"U8", "[1]", "[0,1]"}, {"F32", "[2]", "[1,9]"}}, 9, "");
  many("zero-size at a real tensor's begin", {{"F32", "[2]", "[0,8]"}, {"F32", "[0]", "[0,0]"}}, 8,
       "");
  many("zero-size at the very end", {{"F32", "[2]", "[0,8]"}, {"F32", "[0]", "[8,8]"}}, 8, "");
  many("several zero-size on one place",
       {{"F32", "[0]", "[0,0]"}, {"F32", "[0,3]", "[0,0]"}, {"I8", "[5,0]", "[0,0]"}}, 0, "");
  many("zero-size inside a tensor", {{"F32", "[2]", "[0,8]"}, {"F32", "[0]", "[4,4]"}}, 8,
       "InvalidOffset");
  many("zero-size beyond the end", {{"F32", "[2]", "[0,8]"}, {"F32", "[0]", "[12,12]"}}, 8,
       "InvalidOffset");
  out.push_back({"layout: header length no multiple of 8",
                 rawSafetensors(kGood + std::string(9 - kGood.size() % 8, ' '), kData16), ""});
}

inline void duplicates(HostileCases& out) {
  const auto two = [&](const std::string& name, const std::string& a, const std::string& ea,
                       const std::string& b, const std::string& eb, std::size_t bytes,
                       const std::string& phrase) {
    out.push_back({"twice: " + name,
                   rawSafetensors("{\"" + a + "\":" + ea + ",\"" + b + "\":" + eb + "}",
                                  std::string(bytes, 'x')),
                   phrase});
  };
  const std::string f1 = entry("\"F32\"", "[1]", "[0,4]"), u4 = entry("\"U8\"", "[4]", "[0,4]"),
                    f2 = entry("\"F32\"", "[1]", "[4,8]");
  two("identical", "t", f1, "t", f1, 4, "DuplicateTensorName");
  two("two readings of the same bytes", "t", u4, "t", f1, 4, "DuplicateTensorName");
  two("disjoint ranges", "t", f1, "t", f2, 8, "DuplicateTensorName");
  two("escaped spelling", "t", f1, "\\u0074", f1, 4, "DuplicateTensorName");
  two("composed and decomposed", "\xC3\xA9", f1, "e\xCC\x81", f2, 8, "");
  two("upper and lower case", "t", f1, "T", f2, 8, "");
  two("empty name", "", f1, "", f2, 8, "DuplicateTensorName");
}

inline void metadata(HostileCases& out) {
  const auto meta = [&](const std::string& value, const std::string& phrase) {
    out.push_back({"metadata " + value.substr(0, 60),
                   rawSafetensors("{\"__metadata__\":" + value +
                                      ",\"t\":" + entry("\"F32\"", "[4]", "[0,16]") + "}",
                                  kData16),
                   phrase});
  };
  for (const char* good : {"{}", "null", "{\"format\":\"pt\"}", "{\"\":\"\"}",
                           "{\"a\":\"1\",\"b\":\"2\"}", "{\"k\":\"\\u0000\"}"})
    meta(good, "");
  meta("{\"big\":\"" + std::string(1'000'000, 'v') + "\"}", "");
  for (const char* bad : {"{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":true}",
                          "{\"a\":-1}", "{\"a\":1.5}", "[]", "\"x\"", "1", "true", "-1", "1.5",
                          "{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}"})
    meta(bad, kJson);
  meta("{\"a\":\"1\",\"a\":\"2\"}", "");
  const std::string t = "\"t\":" + entry("\"F32\"", "[4]", "[0,16]");
  const auto text = [&](const std::string& name, const std::string& header, const std::string& data,
                        const std::string& phrase) {
    out.push_back({"metadata: " + name, rawSafetensors(header, data), phrase});
  };
  text("at the end", "{" + t + ",\"__metadata__\":{\"a\":\"b\"}}", kData16, "");
  text("alone", "{\"__metadata__\":{\"a\":\"b\"}}", "", "");
  text("twice", "{\"__metadata__\":{}," + t + ",\"__metadata__\":{}}", kData16, kJson);
  text("twice, escaped", "{\"__metadata__\":{}," + t + ",\"\\u005f_metadata__\":null}", kData16,
       kJson);
  text("one underscore more", "{\"__metadata___\":" + entry("\"F32\"", "[4]", "[0,16]") + "}",
       kData16, "");
}

inline HostileCases all() {
  HostileCases out;
  sizePrefixes(out);
  headerText(out);
  entries(out);
  dtypes(out);
  shapes(out);
  offsets(out);
  duplicates(out);
  metadata(out);
  return out;
}

}  // namespace safetensors_cases
