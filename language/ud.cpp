#include "entente/language/ud.h"

#include <algorithm>
#include <iterator>

namespace entente {
namespace {

constexpr std::string_view kUpos[kUposCount] = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

struct DeprelRow {
  std::string_view name;
  Deprel universal;
};

// In the order of Deprel.
constexpr DeprelRow kDeprels[] = {
    {"acl", Deprel::Acl},
    {"acl:relcl", Deprel::Acl},
    {"advcl", Deprel::Advcl},
    {"advcl:relcl", Deprel::Advcl},
    {"advmod", Deprel::Advmod},
    {"advmod:emph", Deprel::Advmod},
    {"amod", Deprel::Amod},
    {"appos", Deprel::Appos},
    {"aux", Deprel::Aux},
    {"aux:pass", Deprel::Aux},
    {"case", Deprel::Case},
    {"cc", Deprel::Cc},
    {"cc:preconj", Deprel::Cc},
    {"ccomp", Deprel::Ccomp},
    {"clf", Deprel::Clf},
    {"compound", Deprel::Compound},
    {"compound:prt", Deprel::Compound},
    {"conj", Deprel::Conj},
    {"cop", Deprel::Cop},
    {"csubj", Deprel::Csubj},
    {"csubj:outer", Deprel::Csubj},
    {"csubj:pass", Deprel::Csubj},
    {"dep", Deprel::Dep},
    {"det", Deprel::Det},
    {"det:predet", Deprel::Det},
    {"discourse", Deprel::Discourse},
    {"dislocated", Deprel::Dislocated},
    {"expl", Deprel::Expl},
    {"fixed", Deprel::Fixed},
    {"flat", Deprel::Flat},
    {"goeswith", Deprel::Goeswith},
    {"iobj", Deprel::Iobj},
    {"list", Deprel::List},
    {"mark", Deprel::Mark},
    {"nmod", Deprel::Nmod},
    {"nmod:desc", Deprel::Nmod},
    {"nmod:poss", Deprel::Nmod},
    {"nmod:unmarked", Deprel::Nmod},
    {"nsubj", Deprel::Nsubj},
    {"nsubj:outer", Deprel::Nsubj},
    {"nsubj:pass", Deprel::Nsubj},
    {"nummod", Deprel::Nummod},
    {"obj", Deprel::Obj},
    {"obl", Deprel::Obl},
    {"obl:agent", Deprel::Obl},
    {"obl:unmarked", Deprel::Obl},
    {"orphan", Deprel::Orphan},
    {"parataxis", Deprel::Parataxis},
    {"punct", Deprel::Punct},
    {"reparandum", Deprel::Reparandum},
    {"root", Deprel::Root},
    {"vocative", Deprel::Vocative},
    {"xcomp", Deprel::Xcomp},
};
static_assert(std::size(kDeprels) == kDeprelCount);

}  // namespace

std::string_view name(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }
std::string_view name(Deprel deprel) { return kDeprels[static_cast<std::size_t>(deprel)].name; }
Deprel universal(Deprel deprel) { return kDeprels[static_cast<std::size_t>(deprel)].universal; }

std::optional<Upos> upos_of(std::string_view name) {
  const auto* found = std::find(std::begin(kUpos), std::end(kUpos), name);
  if (found == std::end(kUpos)) return std::nullopt;
  return static_cast<Upos>(found - std::begin(kUpos));
}

std::optional<Deprel> deprel_of(std::string_view name) {
  const auto by_name = [](std::string_view wanted) -> std::optional<Deprel> {
    const auto* found = std::find_if(std::begin(kDeprels), std::end(kDeprels),
                                     [&](const DeprelRow& row) { return row.name == wanted; });
    if (found == std::end(kDeprels)) return std::nullopt;
    return static_cast<Deprel>(found - std::begin(kDeprels));
  };
  const auto exact = by_name(name);
  return exact ? exact : by_name(name.substr(0, name.find(':')));
}

}  // namespace entente
