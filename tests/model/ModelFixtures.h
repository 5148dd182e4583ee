// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 sees an overlap in `"literal" + std::string` where there is none (GCC bug 105651).
#pragma GCC diagnostic ignored "-Wrestrict"
#endif
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/model/ModelWeights.h"
#include "core/model/SafetensorsFile.h"
#include "core/model/families/Ouro.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"

namespace fixture {

namespace fs = std::filesystem;

/// A folder of its own that goes when the test ends.
class TempFolder {
 public:
  TempFolder() {
    // Memory where there is such a folder: the writer's fsync costs tens of milliseconds on a disk.
    const bool memory = ::access("/dev/shm", W_OK | X_OK) == 0;
    const fs::path root = memory ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string pattern = (root / "ouroscope-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp");
    path_ = pattern;
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code code;
    fs::remove_all(path_, code);
  }
  const fs::path& path() const { return path_; }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

inline void writeFile(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

inline std::string readFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// What the work was refused with; empty where it was accepted. Anything but ouroscope::Error is
/// reported as a failure in the text.
inline std::string refusal(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const ouroscope::Error& error) {
    return error.what();
  } catch (const std::exception& error) {
    return std::string("NOT AN Error: ") + error.what();
  }
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Whether the work was refused with an ouroscope::Error that says `part`.
inline bool isRefused(const std::function<void()>& work, const std::string& part = {}) {
  const std::string said = refusal(work);
  return !said.empty() && !said.starts_with("NOT AN Error") && has(said, part);
}

/// Eight bytes, little-endian.
inline std::string sizePrefix(std::uint64_t n) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((n >> (8 * i)) & 0xFF);
  return bytes;
}

inline std::string rawSafetensors(const std::string& header, const std::string& data = {}) {
  return sizePrefix(header.size()) + header + data;
}

/// A file in memory that counts as a regular file; the descriptor is the caller's.
inline int memoryFile(const std::string& bytes) {
  const int fd = ::memfd_create("case", MFD_CLOEXEC);
  if (fd < 0) throw std::runtime_error("memfd_create");
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t put = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (put <= 0) throw std::runtime_error("memfd write");
    done += static_cast<std::size_t>(put);
  }
  return fd;
}

inline ouroscope::SafetensorsFile openBytes(const std::string& bytes) {
  return ouroscope::SafetensorsFile::fromDescriptor(memoryFile(bytes), "case.safetensors");
}

/// config.json as raw text per field, so that a case can put in what no JSON writer would.
class ConfigText {
 public:
  ConfigText() {
    fields_ = {{"architectures", "[\"OuroForCausalLM\"]"},
               {"model_type", "\"ouro\""},
               {"vocab_size", "32"},
               {"hidden_size", "16"},
               {"intermediate_size", "24"},
               {"num_hidden_layers", "2"},
               {"num_attention_heads", "4"},
               {"num_key_value_heads", "4"},
               {"head_dim", "4"},
               {"hidden_act", "\"silu\""},
               {"max_position_embeddings", "128"},
               {"rms_norm_eps", "1e-06"},
               {"rope_theta", "10000.0"},
               {"rope_scaling", "null"},
               {"tie_word_embeddings", "false"},
               {"use_sliding_window", "false"},
               {"sliding_window", "null"},
               {"total_ut_steps", "4"},
               {"early_exit_threshold", "1.0"},
               {"bos_token_id", "0"},
               {"eos_token_id", "0"},
               {"torch_dtype", "\"bfloat16\""},
               {"auto_map", "{\"AutoModel\": \"modeling_ouro.OuroModel\"}"}};
  }
  ConfigText& set(const std::string& key, const std::string& raw) {
    for (auto& [name, value] : fields_)
      if (name == key) {
        value = raw;
        return *this;
      }
    return add(key, raw);
  }
  ConfigText& add(const std::string& key, const std::string& raw) {
    fields_.emplace_back(key, raw);
    return *this;
  }
  ConfigText& remove(const std::string& key) {
    std::erase_if(fields_, [&](const auto& field) { return field.first == key; });
    return *this;
  }
  std::string text() const {
    std::string out = "{";
    for (const auto& [name, value] : fields_)
      out.append(out.size() > 1 ? ",\n" : "\n").append("  \"" + name + "\": " + value);
    return out + "\n}\n";
  }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

inline ouroscope::ModelConfig configOf(const std::string& text) {
  const TempFolder folder;
  writeFile(folder / "config.json", text);
  return ouroscope::readModelConfig(folder.path());
}

/// The tensors of a small random model, as bytes to be written.
struct ModelBytes {
  struct Tensor {
    std::string name;
    ouroscope::DType dtype;
    std::vector<std::uint64_t> shape;
    std::string bytes;
  };
  std::vector<Tensor> tensors;

  explicit ModelBytes(const ouroscope::ModelSpec& spec,
                      ouroscope::DType dtype = ouroscope::DType::BF16, std::uint64_t seed = 1) {
    const auto weights = ouroscope::ModelWeights::random(spec, seed);
    for (const auto& expected : ouroscope::expectedTensors(spec)) {
      const std::uint64_t rows = expected.shape.size() == 2 ? expected.shape[0] : 1;
      std::vector<float> values(rows * expected.shape.back());
      weights->readRows(expected.name, 0, static_cast<std::int64_t>(rows), values);
      tensors.push_back({expected.name, dtype, expected.shape, encode(values, dtype)});
    }
  }
  Tensor& at(const std::string& name) {
    for (auto& t : tensors)
      if (t.name == name) return t;
    throw std::runtime_error("no tensor " + name);
  }
  void remove(const std::string& name) {
    std::erase_if(tensors, [&](const Tensor& t) { return t.name == name; });
  }
  /// Writes those for which `wanted` says yes.
  void write(const fs::path& path,
             const std::function<bool(const std::string&)>& wanted = {}) const {
    std::vector<ouroscope::TensorToWrite> out;
    for (const auto& t : tensors)
      if (!wanted || wanted(t.name))
        out.push_back({t.name, t.dtype, t.shape, std::as_bytes(std::span(t.bytes))});
    ouroscope::writeSafetensors(path, out, {{"format", "pt"}});
  }

  static std::string encode(const std::vector<float>& values, ouroscope::DType dtype) {
    std::string bytes;
    for (const float value : values) {
      if (dtype == ouroscope::DType::F32) {
        bytes.append(reinterpret_cast<const char*>(&value), 4);
      } else {
        const std::uint16_t half = dtype == ouroscope::DType::BF16 ? ouroscope::floatToBf16(value)
                                                                   : ouroscope::floatToF16(value);
        bytes.append(reinterpret_cast<const char*>(&half), 2);
      }
    }
    return bytes;
  }
};

/// A good model folder: config.json and model.safetensors.
inline void writeModelFolder(const fs::path& folder) {
  fs::create_directories(folder);
  writeFile(folder / "config.json", ConfigText().text());
  ModelBytes(ouroscope::readModel(folder).spec).write(folder / "model.safetensors");
}

}  // namespace fixture
