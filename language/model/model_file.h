#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/error.h"

namespace entente::language {

/// An array of a model file; the view is bound to the ModelFile.
template <class Element>
struct ModelArray {
  std::span<const Element> values;  // [rows × columns], row-major
  std::size_t rows = 0;
  std::size_t columns = 0;

  std::span<const Element> row(std::size_t r) const { return values.subspan(r * columns, columns); }
};

/// A trained model as named arrays (docs/formats/model.md), checked against its size and checksum.
class ModelFile {
 public:
  /// kind: four letters. Errors: Io, Version, Corrupt, InvalidArgument if the file is of another kind.
  [[nodiscard]] static Result<ModelFile> load(const std::string& path, std::string_view kind);
  [[nodiscard]] static Result<ModelFile> parse(std::string_view bytes, const std::string& path, std::string_view kind);

  bool has(std::string_view name) const;
  /// Errors: Corrupt if there is no such section, or it has another element type or shape. kAny fits every number.
  static constexpr std::size_t kAny = SIZE_MAX;
  [[nodiscard]] Result<ModelArray<std::int8_t>> int8s(std::string_view name, std::size_t rows,
                                                      std::size_t columns) const&;
  [[nodiscard]] Result<ModelArray<float>> floats(std::string_view name, std::size_t rows, std::size_t columns) const&;
  [[nodiscard]] Result<ModelArray<std::uint32_t>> uint32s(std::string_view name, std::size_t rows,
                                                          std::size_t columns) const&;
  [[nodiscard]] Result<std::vector<std::string_view>> lines(std::string_view name) const&;

  const std::string& path() const& { return path_; }

 private:
  enum class Type : std::uint32_t { Text, Int8, Float32, Uint32 };
  struct Section {
    std::string name;
    Type type = Type::Text;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t offset = 0;
  };

  const std::byte* data() const;
  Result<void> read_header(std::string_view kind);
  Result<Section> read_entry(std::size_t number) const;
  Result<const Section*> section(std::string_view name, Type type, std::size_t rows, std::size_t columns) const;

  std::string path_;
  std::vector<std::uint64_t> words_;  // the file; 64 bits so that arrays in it are aligned
  std::size_t size_ = 0;
  std::vector<Section> sections_;
};

/// CRC-32 of IEEE 802.3, as in zlib.
std::uint32_t crc32(std::span<const std::byte> bytes);

}  // namespace entente::language
