// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/stat.h>

#include "tests/hostile/IndexCases.h"
#include "tests/hostile/LinkCases.h"

/// Tensors and gates that do not fit the config; and all folder cases together.
namespace folder_cases {

inline void tensors(FolderCases& out) {
  const auto change = [&](const std::string& name, std::function<void(ModelBytes&)> spoil,
                          const std::string& phrase) {
    out.push_back({"tensor: " + name,
                   [spoil = std::move(spoil)](Site& s) {
                     spoil(s.bytes);
                     s.bytes.write(s.model / "model.safetensors");
                   },
                   phrase});
  };
  for (const auto& t : ouroscope::expectedTensors(
           ouroscope::ouroSpec(fixture::configOf(fixture::ConfigText().text())))) {
    if (t.name.find("layers.0") != std::string::npos) continue;
    change(
        "no " + t.name, [n = t.name](ModelBytes& m) { m.remove(n); }, t.name);
    change(
        "wrong shape of " + t.name,
        [n = t.name](ModelBytes& m) {
          auto& x = m.at(n);
          x.shape.push_back(1);
        },
        t.name);
  }
  change(
      "swapped dimensions",
      [](ModelBytes& m) {
        m.at("model.layers.0.mlp.down_proj.weight").shape = {24, 16};
      },
      "must have the shape [16, 24]");
  change(
      "matrix of rank 1", [](ModelBytes& m) { m.at("lm_head.weight").shape = {512}; },
      "must have the shape [32, 16]");
  change(
      "gate bias of rank 0", [](ModelBytes& m) { m.at("model.early_exit_gate.bias").shape = {}; },
      "must have the shape [1]");
  for (const auto type : {ouroscope::DType::I16, ouroscope::DType::U16})
    change(
        "norm as " + std::string(dtypeName(type)),
        [type](ModelBytes& m) { m.at("model.norm.weight").dtype = type; }, "UnsupportedDtype");
  for (const auto type : {ouroscope::DType::F8E4M3, ouroscope::DType::F64, ouroscope::DType::Bool})
    change(
        "norm as " + std::string(dtypeName(type)),
        [type](ModelBytes& m) {
          auto& t = m.at("model.norm.weight");
          t.dtype = type;
          t.bytes.assign(16 * static_cast<std::size_t>(dtypeBits(type)) / 8, 'x');
        },
        "UnsupportedDtype");
  change(
      "one norm as F16",
      [](ModelBytes& m) { m.at("model.norm.weight").dtype = ouroscope::DType::F16; }, "");
  change(
      "all NaN", [](ModelBytes& m) { m.at("lm_head.weight").bytes.assign(32 * 16 * 2, '\xFF'); },
      "");
  change(
      "a third layer",
      [](ModelBytes& m) {
        m.tensors.push_back(
            {"model.layers.2.mlp.up_proj.weight", ouroscope::DType::F32, {1}, std::string(4, 'x')});
      },
      "");
  change(
      "an extra of unusual type",
      [](ModelBytes& m) {
        m.tensors.push_back({"x", ouroscope::DType::F8E8M0, {3}, "abc"});
      },
      "");
  out.push_back({"config asks for one layer more",
                 [](Site& s) {
                   writeFile(s.model / "config.json",
                             fixture::ConfigText().set("num_hidden_layers", "3").text());
                 },
                 "model.layers.2.self_attn.q_proj.weight"});
  out.push_back({"config asks for one layer less",
                 [](Site& s) {
                   writeFile(s.model / "config.json",
                             fixture::ConfigText().set("num_hidden_layers", "1").text());
                 },
                 ""});
  out.push_back({"config asks for one word more",
                 [](Site& s) {
                   writeFile(s.model / "config.json",
                             fixture::ConfigText().set("vocab_size", "33").text());
                 },
                 "must have the shape [33, 16]"});
  out.push_back({"config asks for the largest shapes",
                 [](Site& s) {
                   writeFile(s.model / "config.json", fixture::ConfigText()
                                                          .set("vocab_size", "16777216")
                                                          .set("hidden_size", "262144")
                                                          .set("intermediate_size", "262144")
                                                          .set("head_dim", "4096")
                                                          .set("num_hidden_layers", "4096")
                                                          .text());
                 },
                 "must have the shape"});
  out.push_back({"head_dim other than hidden / heads",
                 [](Site& s) {
                   writeFile(s.model / "config.json",
                             fixture::ConfigText().set("head_dim", "6").text());
                 },
                 "must have the shape [24, 16]"});
}

inline void gates(FolderCases& out) {
  struct G {
    std::string name;
    std::vector<std::uint64_t> shape;
    ouroscope::DType type = ouroscope::DType::F32;
  };
  const auto sidecar = [&](const std::string& name, std::vector<G> parts,
                           std::map<std::string, std::string> metadata, const std::string& phrase) {
    out.push_back(
        {"gates: " + name,
         [parts = std::move(parts), metadata = std::move(metadata)](Site& s) {
           const std::string zeros(4096, '\0');
           std::vector<ouroscope::TensorToWrite> tensors;
           for (const auto& p : parts) {
             std::uint64_t n = static_cast<std::uint64_t>(dtypeBits(p.type)) / 8;
             for (const auto dim : p.shape) n *= dim;
             tensors.push_back({p.name, p.type, p.shape, std::as_bytes(std::span(zeros).first(n))});
           }
           ouroscope::writeSafetensors(s.model / "gates.safetensors", tensors, metadata);
         },
         phrase});
  };
  const G weight{"stage1.weight", {1, 16}}, bias{"stage1.bias", {1}};
  sidecar("good", {weight, bias}, {{"default", "stage1"}}, "");
  sidecar("good, no default", {weight, bias}, {}, "");
  sidecar(
      "good, BF16 and F16",
      {{"a.b.weight", {1, 16}, ouroscope::DType::BF16}, {"a.b.bias", {1}, ouroscope::DType::F16}},
      {}, "");
  sidecar("default not there", {weight, bias}, {{"default", "other"}}, "default gate");
  sidecar("no bias", {weight}, {}, "is missing");
  sidecar("no weight", {bias}, {}, "is missing");
  sidecar("wrong width", {{"stage1.weight", {1, 17}}, bias}, {},
          "must be BF16, F16 or F32 of shape [1, 16]");
  sidecar("rank 1", {{"stage1.weight", {16}}, bias}, {}, "of shape [1, 16]");
  sidecar("integer weight", {{"stage1.weight", {1, 16}, ouroscope::DType::I32}, bias}, {},
          "must be BF16");
  sidecar("other tensor", {weight, bias, {"stage1.scale", {1}}}, {}, "not part of a gate");
  sidecar("no dot", {{"weight", {1, 16}}}, {}, "not part of a gate");
  sidecar("empty name", {{".weight", {1, 16}}, {".bias", {1}}}, {}, "not part of a gate");
  sidecar("none", {}, {}, "1 to 64 gates");
  out.push_back({"gates: damaged", [](Site& s) { writeFile(s.model / "gates.safetensors", "x"); },
                 "HeaderTooSmall"});
  out.push_back({"gates: a pipe",
                 [](Site& s) { ::mkfifo((s.model / "gates.safetensors").c_str(), 0600); },
                 "NotARegularFile"});
}

inline FolderCases all() {
  FolderCases out;
  shards(out);
  shardNames(out);
  links(out);
  specialFiles(out);
  indexText(out);
  tensors(out);
  gates(out);
  return out;
}

}  // namespace folder_cases
