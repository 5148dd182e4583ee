// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/hostile/FolderSite.h"

/// Shard names, the text of the index, and shards that do not belong together.
namespace folder_cases {

inline void shardNames(FolderCases& out) {
  struct Name {
    const char *label, *raw;
  };
  for (const Name n : {Name{"parent", "../x.safetensors"},
                       {"parent in the middle", "a/../../x.safetensors"},
                       {"dot slash", "./x.safetensors"},
                       {"double slash", "a//x.safetensors"},
                       {"absolute", "/etc/x.safetensors"},
                       {"UNC", "\\\\\\\\server\\\\x.safetensors"},
                       {"backslash parent", "..\\\\x.safetensors"},
                       {"drive", "C:x.safetensors"},
                       {"URL", "file:///x.safetensors"},
                       {"home", "~/x.safetensors"},
                       {"home without slash", "~x.safetensors"},
                       {"percent parent with slash", "%2e%2e/x.safetensors"},
                       {"empty", ""},
                       {"dot", "."},
                       {"dot dot", ".."},
                       {"NUL", "x\\u0000.safetensors"},
                       {"newline", "x\\n.safetensors"},
                       {"escape", "x\\u001b[2J.safetensors"},
                       {"DEL", "x\\u007f.safetensors"},
                       {"subfolder", "sub/x.safetensors"},
                       {"trailing slash", "x.safetensors/"},
                       {"hidden", ".x.safetensors"},
                       {"no suffix", "weights"},
                       {"pickle suffix", "pytorch_model.bin"},
                       {"suffix only", ".safetensors"},
                       {"upper-case suffix", "x.SAFETENSORS"},
                       {"space behind", "x.safetensors "},
                       {"etc passwd", "/etc/passwd"},
                       {"proc", "/proc/self/environ"}})
    out.push_back({"shard name: " + std::string(n.label),
                   [raw = std::string(n.raw)](Site& s) { s.renameSecond(raw); }, "shard name"});
  out.push_back({"shard name: 300 bytes",
                 [](Site& s) { s.renameSecond(std::string(300, 'a') + ".safetensors"); },
                 "255 bytes"});
  out.push_back({"shard name: right-to-left override",
                 [](Site& s) { s.renameSecond("\xE2\x80\xAEx.safetensors"); }, "\\u{202E}"});
  out.push_back({"shard name: other case",
                 [](Site& s) { s.renameSecond("MODEL-00002-of-00002.safetensors"); }, "missing"});
  out.push_back({"shard name: other Unicode form",
                 [](Site& s) {
                   fs::rename(s.model / kB, s.model / "\xC3\xA9.safetensors");
                   s.renameSecond("e\xCC\x81.safetensors");
                 },
                 "missing"});
  out.push_back({"shard name: same Unicode form",
                 [](Site& s) {
                   fs::rename(s.model / kB, s.model / "\xC3\xA9.safetensors");
                   s.renameSecond("\\u00e9.safetensors");
                 },
                 ""});
}

inline void indexText(FolderCases& out) {
  const auto raw = [&](const std::string& name, const std::string& text,
                       const std::string& phrase) {
    out.push_back({"index: " + name,
                   [text](Site& s) { writeFile(s.model / "model.safetensors.index.json", text); },
                   phrase});
  };
  for (const char* value : {"null", "[]", "{}", "1", "\"x\"", "true"})
    raw("weight_map " + std::string(value), "{\"weight_map\":" + std::string(value) + "}",
        "weight_map");
  raw("weight_map missing", "{\"metadata\":{}}", "weight_map");
  for (const char* value : {"1", "null", "[]", "{}", "true", "[\"a.safetensors\"]"})
    raw("shard is " + std::string(value), "{\"weight_map\":{\"t\":" + std::string(value) + "}}",
        "weight_map");
  for (const char* text : {"", "[]", "null", "{", "{\"weight_map\":{}", "<html>"})
    raw("text " + std::string(text), text,
        *text == '[' || *text == 'n' ? "must be a JSON object" : "not valid JSON");
  raw("duplicate tensor", "{\"weight_map\":{\"t\":\"a.safetensors\",\"t\":\"b.safetensors\"}}",
      "twice");
  raw("two weight_map", "{\"weight_map\":{\"t\":\"a.safetensors\"},\"weight_map\":{}}", "twice");
  raw("byte-order mark", "\xEF\xBB\xBF{}", "byte-order mark");
  raw("100,000 deep", "{\"weight_map\":" + times(100'000, "{\"a\":"), "nested");
  std::string many = "{\"weight_map\":{";
  for (int i = 0; i < 100'000; ++i)
    many.append(i ? "," : "")
        .append("\"t" + std::to_string(i) + "\":\"s" + std::to_string(i) + ".safetensors\"");
  raw("100,000 shards", many + "}}", "shards allowed");
  for (const char* size :
       {"0", "-1", "\"x\"", "18446744073709551616", "18446744073709551615", "1.5", "null", "[]"})
    out.push_back({"index: total_size " + std::string(size),
                   [extra = "\"metadata\":{\"total_size\":" + std::string(size) + "},"](Site& s) {
                     s.writeIndex(extra);
                   },
                   ""});
  out.push_back(
      {"index: metadata is a list", [](Site& s) { s.writeIndex("\"metadata\":[],"); }, ""});
}

inline void shards(FolderCases& out) {
  out.push_back({"good two-shard folder", [](Site&) {}, ""});
  out.push_back({"shard missing", [](Site& s) { fs::remove(s.model / kB); }, "is missing"});
  out.push_back({"shard truncated",
                 [](Site& s) { fs::resize_file(s.model / kB, fs::file_size(s.model / kB) - 1); },
                 "truncated"});
  out.push_back({"shard cut in its header", [](Site& s) { fs::resize_file(s.model / kB, 100); },
                 "InvalidHeaderLength"});
  out.push_back(
      {"shard empty", [](Site& s) { fs::resize_file(s.model / kB, 0); }, "HeaderTooSmall"});
  out.push_back({"shard longer",
                 [](Site& s) { fs::resize_file(s.model / kB, fs::file_size(s.model / kB) + 7); },
                 "MetadataIncompleteBuffer"});
  out.push_back(
      {"shard is a git-lfs pointer",
       [](Site& s) { writeFile(s.model / kB, "version https://git-lfs.github.com/spec/v1\n"); },
       "Git LFS pointer"});
  out.push_back({"shard of another model",
                 [](Site& s) {
                   auto& t = s.bytes.at("model.layers.1.mlp.up_proj.weight");
                   t.shape = {12, 32};
                   s.writeShards();
                 },
                 "must have the shape [24, 16]"});
  out.push_back({"tensor in the index, not in its shard",
                 [](Site& s) {
                   s.bytes.remove("model.layers.1.mlp.up_proj.weight");
                   s.writeShards();
                 },
                 "is not in the shard"});
  out.push_back(
      {"tensor in the shard, not in the index",
       [](Site& s) {
         s.bytes.tensors.push_back({"extra", ouroscope::DType::F32, {1}, std::string(4, 'x')});
         s.writeShards();
       },
       ""});
  out.push_back({"needed tensor in the shard, not in the index",
                 [](Site& s) {
                   std::erase_if(s.map, [](const auto& m) {
                     return m.first == "model.layers.1.mlp.up_proj.weight";
                   });
                   s.writeIndex();
                 },
                 "model.layers.1.mlp.up_proj.weight"});
  out.push_back({"tensor in two shards",
                 [](Site& s) {
                   s.bytes.write(s.model / kB, [](const std::string& t) {
                     return !inFirst(t) || t == "model.norm.weight";
                   });
                 },
                 "is in two shards"});
  out.push_back({"index names the other shard",
                 [](Site& s) {
                   for (auto& [tensor, shard] : s.map)
                     if (tensor == "lm_head.weight") shard = kA;
                   s.writeIndex();
                 },
                 "is not in the shard"});
  out.push_back({"one shard under two names",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_hard_link(s.model / kA, s.model / kB);
                 },
                 "are the same file"});
  out.push_back({"one shard under two names, by link",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink(kA, s.model / kB);
                 },
                 "are the same file"});
  out.push_back({"model.safetensors beside the index counts",
                 [](Site& s) {
                   s.bytes.write(s.model / "model.safetensors");
                   fs::remove(s.model / kB);
                 },
                 ""});
  out.push_back({"a broken model.safetensors beside the index is not passed over",
                 [](Site& s) { writeFile(s.model / "model.safetensors", "xx"); },
                 "HeaderTooSmall"});
}

}  // namespace folder_cases
