#include "entente/export/graphviz_names.h"

#include <graphviz/cgraph.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace entente::exporter {
namespace {

/// Numbers of named objects are even, of the others odd; objects of different kinds with one name share a number, as in
/// cgraph's own table.
struct Names {
  Agraph_t* graph = nullptr;
  /// The name of number 2 (i + 1) is at i: strings of the graph's own table, which frees them, because cgraph looks for
  /// their table entry in front of them.
  std::vector<char*> names;
  std::unordered_map<std::string, IDTYPE> numbers;
  IDTYPE next_anonymous = 1;
};

Names& names_of(void* state) { return *static_cast<Names*>(state); }

void* open_names(Agraph_t* graph, Agdisc_t*) { return new Names{graph, {}, {}}; }

void close_names(void* state) { delete static_cast<Names*>(state); }

long map_name(void* state, int, char* name, IDTYPE* number, int create) {
  Names& names = names_of(state);
  if (name == nullptr) {
    *number = names.next_anonymous;
    names.next_anonymous += 2;
    return 1;
  }
  const auto found = names.numbers.find(name);
  if (found != names.numbers.end()) {
    *number = found->second;
    return 1;
  }
  if (create == 0) return 0;
  names.names.push_back(agstrdup(names.graph, name));
  *number = 2 * static_cast<IDTYPE>(names.names.size());
  names.numbers.emplace(name, *number);
  return 1;
}

/// Only a parser that copies numbers would ask for one.
long take_number(void*, int, IDTYPE) { return 0; }

void free_number(void*, int, IDTYPE) {}

char* name_of_number(void* state, int, IDTYPE number) {
  return number % 2 == 0 ? names_of(state).names[number / 2 - 1] : nullptr;
}

void ignore_object(void*, int, void*) {}

}  // namespace

Agiddisc_s& names_in_order() {
  static Agiddisc_t discipline{open_names,     map_name,    take_number,  free_number,
                               name_of_number, close_names, ignore_object};
  return discipline;
}

}  // namespace entente::exporter

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ENTENTE_ADDRESS_SANITIZER
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(ENTENTE_ADDRESS_SANITIZER)
// Graphviz's layouts and fontconfig keep what they allocate; without frame pointers only the last library is seen.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libgvc\nleak:libgvplugin\nleak:libcgraph\nleak:libcdt\nleak:libglib\nleak:"
         "libpango\n";
}
#endif
