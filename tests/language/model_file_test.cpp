#include "entente/language/model/model_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace entente::language {
namespace {

template <class Integer>
void append(std::string& out, Integer value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

template <class Integer>
void put(std::string& file, std::size_t at, Integer value) {
  std::memcpy(file.data() + at, &value, sizeof value);
}

void seal(std::string& file) {
  const auto bytes = std::as_bytes(std::span(file.data(), file.size()));
  put(file, 20, crc32(bytes.subspan(32)));
  put(file, 24, static_cast<std::uint64_t>(file.size()));
}

std::string entry(const char* name, std::uint32_t type, std::uint32_t rows, std::uint32_t columns, std::uint64_t at) {
  std::string out(name);
  out.resize(24);
  for (const std::uint32_t field : {type, rows, columns, 0U}) append(out, field);
  append(out, at);
  return out;
}

/// A file of version 1, kind TEST: text "ab", "c"; int8 2 × 2; float32 1 × 2.
std::string small_file() {
  std::string file = "ENTMODEL";
  append(file, std::uint32_t{1});
  append(file, std::uint32_t{3});
  file += "TEST";
  file.resize(32);
  file += entry("words", 0, 1, 5, 192) + entry("weights", 1, 2, 2, 256) + entry("bias", 2, 1, 2, 320);
  file.resize(192);
  file += "ab\nc\n";
  file.resize(256);
  file += std::string("\x01\xff\x7f\x81", 4);
  file.resize(320);
  append(file, 0.5F);
  append(file, -2.0F);
  seal(file);
  return file;
}

Error error_of(const std::string& bytes, std::string_view kind = "TEST") {
  const auto file = ModelFile::parse(bytes, "m.bin", kind);
  return file ? Error{} : file.error();
}

TEST(Crc32, IsTheOneOfZlib) {
  const std::string digits = "123456789";
  EXPECT_EQ(crc32(std::as_bytes(std::span(digits.data(), digits.size()))), 0xCBF43926U);
}

TEST(ModelFile, GivesItsSections) {
  const auto file = ModelFile::parse(small_file(), "m.bin", "TEST");
  ASSERT_TRUE(file) << file.error().to_string();
  EXPECT_EQ(file->lines("words").value(), (std::vector<std::string_view>{"ab", "c"}));
  const auto weights = file->int8s("weights", 2, ModelFile::kAny).value();
  EXPECT_EQ(weights.columns, 2U);
  EXPECT_EQ(weights.row(1)[1], -127);
  EXPECT_EQ(file->floats("bias", 1, 2).value().values[1], -2.0F);
  EXPECT_TRUE(file->has("bias"));
  EXPECT_FALSE(file->has("gain"));
}

TEST(ModelFile, SaysWhatASectionShouldBe) {
  const auto file = ModelFile::parse(small_file(), "m.bin", "TEST");
  EXPECT_EQ(file->int8s("weights", 3, 2).error().message, "section weights is 2 × 2, expected 3 × 2");
  EXPECT_EQ(file->floats("weights", 2, 2).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(file->lines("gain").error().message, "has no section gain");
}

TEST(ModelFile, RejectsAnotherVersionByNumber) {
  std::string file = small_file();
  put(file, 8, std::uint32_t{7});
  const Error error = error_of(file);
  EXPECT_EQ(error.code, ErrorCode::Version);
  EXPECT_EQ(error.message, "has model format version 7, this program reads 1");
}

TEST(ModelFile, RejectsWhatIsNoModel) {
  EXPECT_EQ(error_of("").code, ErrorCode::Corrupt);
  EXPECT_EQ(error_of(std::string(100, 'x')).message, "is no model file: it does not start with ENTMODEL");
  EXPECT_EQ(error_of(small_file(), "PARS").message, "is a model of kind TEST, expected PARS");
}

TEST(ModelFile, RejectsEveryTruncation) {
  const std::string file = small_file();
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_EQ(error_of(file.substr(0, size)).code, ErrorCode::Corrupt) << size;
  }
  EXPECT_EQ(error_of(file.substr(0, 200)).message, "is truncated: 200 bytes, the header says 328");
}

TEST(ModelFile, RejectsEveryChangedByte) {
  for (std::size_t at = 0; at < small_file().size(); ++at) {
    std::string file = small_file();
    file[at] = static_cast<char>(file[at] ^ 0x10);
    EXPECT_NE(error_of(file).message, "") << at;
  }
}

TEST(ModelFile, RejectsSectionsOutsideOfTheFile) {
  std::string file = small_file();
  put(file, 32 + 48 + 28, std::uint32_t{0xFFFFFFFF});
  seal(file);
  EXPECT_EQ(error_of(file).message, "section weights lies outside of the file");
  file = small_file();
  put(file, 12, std::uint32_t{1000});
  seal(file);
  EXPECT_EQ(error_of(file).message, "is corrupt: its section table is longer than the file");
}

TEST(ModelFile, NamesAMissingFile) {
  const auto file = ModelFile::load("/nowhere/m.bin", "TEST");
  EXPECT_EQ(file.error().to_string(), "/nowhere/m.bin: cannot open the model file");
}

}  // namespace
}  // namespace entente::language
