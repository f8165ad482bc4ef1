#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

/// Universal part-of-speech tags, https://universaldependencies.org/u/pos/ (v2).
enum class Upos : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Verb,
  X,
};
inline constexpr std::size_t kUposCount = 17;

/// Universal dependency relations with the subtypes that English treebanks use,
/// https://universaldependencies.org/en/dep/ (v2). A subtype follows its universal relation.
enum class Deprel : std::uint8_t {
  Acl,
  AclRelcl,
  Advcl,
  AdvclRelcl,
  Advmod,
  AdvmodEmph,
  Amod,
  Appos,
  Aux,
  AuxPass,
  Case,
  Cc,
  CcPreconj,
  Ccomp,
  Clf,
  Compound,
  CompoundPrt,
  Conj,
  Cop,
  Csubj,
  CsubjOuter,
  CsubjPass,
  Dep,
  Det,
  DetPredet,
  Discourse,
  Dislocated,
  Expl,
  Fixed,
  Flat,
  Goeswith,
  Iobj,
  List,
  Mark,
  Nmod,
  NmodDesc,
  NmodPoss,
  NmodUnmarked,
  Nsubj,
  NsubjOuter,
  NsubjPass,
  Nummod,
  Obj,
  Obl,
  OblAgent,
  OblUnmarked,
  Orphan,
  Parataxis,
  Punct,
  Reparandum,
  Root,
  Vocative,
  Xcomp,
};
inline constexpr std::size_t kDeprelCount = static_cast<std::size_t>(Deprel::Xcomp) + 1;

/// "NOUN", "nsubj:pass".
std::string_view name(Upos upos);
std::string_view name(Deprel deprel);
/// An unknown subtype gives its universal relation; an unknown relation gives none.
std::optional<Upos> upos_of(std::string_view name);
std::optional<Deprel> deprel_of(std::string_view name);
/// The relation without its subtype.
Deprel universal(Deprel deprel);

}  // namespace entente
