# cmake -DINPUT=FILE -DNAME=kName -DOUTPUT=FILE.cpp -P EmbedFile.cmake: the bytes of a file as a C++ constant.
file(READ ${INPUT} bytes HEX)
string(LENGTH "${bytes}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "((0x..,){32})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "#include \"entente/export/explorer_assets.h\"
namespace entente::exporter {
namespace {
constexpr unsigned char kBytes[] = {
${bytes}0};
}  // namespace
extern const std::string_view ${NAME}{reinterpret_cast<const char*>(kBytes), ${size}};
}  // namespace entente::exporter
")
