// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

enum class DType {
  Bool,
  F4,
  F6E2M3,
  F6E3M2,
  U8,
  I8,
  F8E5M2,
  F8E4M3,
  F8E8M0,
  F8E4M3Fnuz,
  F8E5M2Fnuz,
  I16,
  U16,
  F16,
  BF16,
  I32,
  U32,
  F32,
  C64,
  F64,
  I64,
  U64
};
std::string_view dtypeName(DType type);  ///< as in the file: "BF16"
int dtypeBits(DType type);

struct TensorInfo {
  std::string name;
  DType dtype = DType::F32;
  std::vector<std::uint64_t> shape;
  std::uint64_t begin = 0, end = 0;  ///< byte range in the data section
  std::uint64_t elements() const;
};

/// A safetensors file opened for reading: the header is validated completely, the data stay on disk
/// and are read with pread, so a file that is truncated or replaced while it is open gives an Error
/// and never a signal.
class SafetensorsFile {
 public:
  /// @throws Error naming file, tensor and defect (the rules of the reference implementation and
  /// stricter: duplicate names, ranks over 8, names over 4 KiB and more than 200,000 tensors are
  /// refused; only regular files are opened). The sentence ends with the defect's name as the
  /// reference has it: "(InvalidOffset)".
  static SafetensorsFile open(const std::filesystem::path& path);
  /// The same from an open file descriptor (ownership is taken); `path` is for messages only.
  static SafetensorsFile fromDescriptor(int fd, const std::filesystem::path& path);
  SafetensorsFile(SafetensorsFile&&) noexcept;
  SafetensorsFile& operator=(SafetensorsFile&&) noexcept;
  ~SafetensorsFile();

  const std::filesystem::path& path() const;
  const std::vector<TensorInfo>& tensors() const;       ///< sorted by name
  const TensorInfo* find(std::string_view name) const;  ///< null where there is none
  const std::map<std::string, std::string>& metadata() const;
  /// What is odd but not refused: unknown fields of an entry, a metadata key that appears twice
  /// (the last one counts).
  const std::vector<std::string>& warnings() const;
  std::uint64_t fileBytes() const;  ///< size of the whole file

  /// Copies `out.size()` bytes of the tensor's data, from byte `offset` of it.
  /// @throws Error when the file changed or ended since it was opened.
  void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const;
  /// The same of the whole file, header included: the bytes that the tensors come from, also where
  /// another file has taken the name since.
  void readFile(std::uint64_t offset, std::span<std::byte> out) const;

 private:
  struct State;
  explicit SafetensorsFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// One tensor to be written; the bytes are borrowed until write() returns.
struct TensorToWrite {
  std::string name;
  DType dtype = DType::F32;
  std::vector<std::uint64_t> shape;
  std::span<const std::byte> data;
};

/// Writes a safetensors file whole or not at all (temporary file beside it, fsync, re-read of the
/// header, rename). Tensors are laid out by descending dtype size and then name, as the reference
/// writer does; byte-identical for equal input.
/// @throws Error (disk full, no permission, reserved name); the old file is then untouched.
void writeSafetensors(const std::filesystem::path& path, std::span<const TensorToWrite> tensors,
                      const std::map<std::string, std::string>& metadata);

}  // namespace ouroscope
