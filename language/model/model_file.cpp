#include "entente/language/model/model_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <utility>

namespace entente::language {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

namespace {

constexpr std::string_view kMagic = "ENTMODEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kEntryBytes = 48;
constexpr std::size_t kNameBytes = 24;
constexpr std::array<std::size_t, 4> kElementBytes = {1, 1, 4, 4};

template <class Integer>
Integer read_integer(const std::byte* at) {
  Integer value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::string shape(std::size_t rows, std::size_t columns) {
  const auto number = [](std::size_t n) { return n == ModelFile::kAny ? std::string("any") : std::to_string(n); };
  return number(rows) + " × " + number(columns);
}

using CrcTables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr CrcTables make_crc_tables() {
  CrcTables tables{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
    tables[0][n] = c;
  }
  for (std::size_t t = 1; t < 8; ++t) {
    for (std::size_t n = 0; n < 256; ++n) {
      tables[t][n] = tables[0][tables[t - 1][n] & 0xFFU] ^ (tables[t - 1][n] >> 8U);
    }
  }
  return tables;
}

constexpr CrcTables kCrc = make_crc_tables();

}  // namespace

std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::uint32_t c = 0xFFFFFFFFU;
  std::size_t i = 0;
  // Eight bytes a step: the models are checked at every start of the program.
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint64_t next = read_integer<std::uint64_t>(bytes.data() + i) ^ c;
    c = 0;
    for (std::size_t k = 0; k < 8; ++k) c ^= kCrc[7 - k][(next >> (8 * k)) & 0xFFU];
  }
  for (; i < bytes.size(); ++i) c = kCrc[0][(c ^ static_cast<std::uint32_t>(bytes[i])) & 0xFFU] ^ (c >> 8U);
  return c ^ 0xFFFFFFFFU;
}

Result<ModelFile> ModelFile::load(const std::string& path, std::string_view kind) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::NotFound, path, "cannot open the model file");
  in.seekg(0, std::ios::end);
  const auto size = static_cast<std::streamoff>(in.tellg());
  in.seekg(0);
  std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    return failure(ErrorCode::Io, path, "cannot read the model file");
  }
  return parse(bytes, path, kind);
}

Result<ModelFile> ModelFile::parse(std::string_view bytes, const std::string& path, std::string_view kind) {
  ModelFile file;
  file.path_ = path;
  file.size_ = bytes.size();
  file.words_.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(file.words_.data(), bytes.data(), bytes.size());
  if (auto read = file.read_header(kind); !read) return tl::unexpected(std::move(read.error()));
  return file;
}

Result<void> ModelFile::read_header(std::string_view kind) {
  if (size_ < kHeaderBytes || std::memcmp(data(), kMagic.data(), kMagic.size()) != 0) {
    return failure(ErrorCode::Corrupt, path_, "is no model file: it does not start with ENTMODEL", 0);
  }
  const auto version = read_integer<std::uint32_t>(data() + 8);
  if (version != kVersion) {
    return failure(
        ErrorCode::Version, path_,
        "has model format version " + std::to_string(version) + ", this program reads " + std::to_string(kVersion), 8);
  }
  const auto size = read_integer<std::uint64_t>(data() + 24);
  if (size != size_) {
    const char* what = size > size_ ? "is truncated: " : "has bytes after its end: ";
    return failure(ErrorCode::Corrupt, path_,
                   what + std::to_string(size_) + " bytes, the header says " + std::to_string(size), size_);
  }
  if (crc32({data() + kHeaderBytes, size_ - kHeaderBytes}) != read_integer<std::uint32_t>(data() + 20)) {
    return failure(ErrorCode::Corrupt, path_, "is corrupt: its checksum does not match", 20);
  }
  const auto count = read_integer<std::uint32_t>(data() + 12);
  if (count > (size_ - kHeaderBytes) / kEntryBytes) {
    return failure(ErrorCode::Corrupt, path_, "is corrupt: its section table is longer than the file", 12);
  }
  const std::string found(reinterpret_cast<const char*>(data()) + 16, 4);
  if (found != kind) {
    return failure(ErrorCode::InvalidArgument, path_, "is a model of kind " + found + ", expected " + std::string(kind),
                   16);
  }
  for (std::size_t s = 0; s < count; ++s) {
    auto entry = read_entry(s);
    if (!entry) return tl::unexpected(std::move(entry.error()));
    sections_.push_back(std::move(*entry));
  }
  return {};
}

Result<ModelFile::Section> ModelFile::read_entry(std::size_t number) const {
  const std::size_t at = kHeaderBytes + number * kEntryBytes;
  const std::byte* entry = data() + at;
  Section section;
  const char* name = reinterpret_cast<const char*>(entry);
  section.name.assign(name, std::find(name, name + kNameBytes, '\0'));
  const auto type = read_integer<std::uint32_t>(entry + 24);
  const std::uint64_t rows = read_integer<std::uint32_t>(entry + 28);
  const std::uint64_t columns = read_integer<std::uint32_t>(entry + 32);
  const auto offset = read_integer<std::uint64_t>(entry + 40);
  if (type >= kElementBytes.size()) {
    return failure(ErrorCode::Corrupt, path_, "section " + section.name + " has unknown type " + std::to_string(type),
                   at);
  }
  if (offset > size_ || offset % 4 != 0 || (columns != 0 && rows > (size_ - offset) / kElementBytes[type] / columns)) {
    return failure(ErrorCode::Corrupt, path_, "section " + section.name + " lies outside of the file", at);
  }
  section.type = static_cast<Type>(type);
  section.rows = rows;
  section.columns = columns;
  section.offset = offset;
  return section;
}

bool ModelFile::has(std::string_view name) const {
  return std::any_of(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == name; });
}

Result<ModelArray<std::int8_t>> ModelFile::int8s(std::string_view name, std::size_t rows, std::size_t columns) const& {
  const auto found = section(name, Type::Int8, rows, columns);
  if (!found) return tl::unexpected(found.error());
  const Section& s = **found;
  return ModelArray<std::int8_t>{
      {reinterpret_cast<const std::int8_t*>(data() + s.offset), s.rows * s.columns}, s.rows, s.columns};
}

Result<ModelArray<float>> ModelFile::floats(std::string_view name, std::size_t rows, std::size_t columns) const& {
  const auto found = section(name, Type::Float32, rows, columns);
  if (!found) return tl::unexpected(found.error());
  const Section& s = **found;
  return ModelArray<float>{{reinterpret_cast<const float*>(data() + s.offset), s.rows * s.columns}, s.rows, s.columns};
}

Result<ModelArray<std::uint32_t>> ModelFile::uint32s(std::string_view name, std::size_t rows,
                                                     std::size_t columns) const& {
  const auto found = section(name, Type::Uint32, rows, columns);
  if (!found) return tl::unexpected(found.error());
  const Section& s = **found;
  return ModelArray<std::uint32_t>{
      {reinterpret_cast<const std::uint32_t*>(data() + s.offset), s.rows * s.columns}, s.rows, s.columns};
}

Result<std::vector<std::string_view>> ModelFile::lines(std::string_view name) const& {
  const auto found = section(name, Type::Text, 1, kAny);
  if (!found) return tl::unexpected(found.error());
  const Section& s = **found;
  std::string_view rest(reinterpret_cast<const char*>(data() + s.offset), s.columns);
  std::vector<std::string_view> lines;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) {
      return failure(ErrorCode::Corrupt, path_, "section " + s.name + " does not end with a line feed", s.offset);
    }
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return lines;
}

const std::byte* ModelFile::data() const { return reinterpret_cast<const std::byte*>(words_.data()); }

Result<const ModelFile::Section*> ModelFile::section(std::string_view name, Type type, std::size_t rows,
                                                     std::size_t columns) const {
  const auto found = std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == name; });
  if (found == sections_.end()) return failure(ErrorCode::Corrupt, path_, "has no section " + std::string(name));
  if (found->type != type) {
    return failure(ErrorCode::Corrupt, path_, "section " + found->name + " has another element type than expected",
                   found->offset);
  }
  if ((rows != kAny && rows != found->rows) || (columns != kAny && columns != found->columns)) {
    return failure(
        ErrorCode::Corrupt, path_,
        "section " + found->name + " is " + shape(found->rows, found->columns) + ", expected " + shape(rows, columns),
        found->offset);
  }
  return &*found;
}

}  // namespace entente::language
