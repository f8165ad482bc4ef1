#include "entente/language/lemmatizer/agreement.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace entente::language {
namespace {

struct Agreement {
  std::string_view number;
  char person = '3';
};

/// What a word governs.
struct Dependents {
  TokenId subject;
  bool aux = false, aux_pass = false, passive_subject = false, mark = false, case_mark = false;
  bool to = false, infinitive_do = false, conj = false;
};

bool is_any(Deprel deprel, std::initializer_list<Deprel> set) {
  return std::find(set.begin(), set.end(), deprel) != set.end();
}

bool is_form(std::string_view form, std::initializer_list<std::string_view> lower_forms) {
  return std::any_of(lower_forms.begin(), lower_forms.end(), [form](std::string_view other) {
    return std::equal(form.begin(), form.end(), other.begin(), other.end(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
  });
}

class SentenceFeatures {
 public:
  SentenceFeatures(Document& document, TokenRange range, std::vector<Dependents>& scratch)
      : document_(document), range_(range), dependents_(scratch) {}

  void refine() {
    std::size_t roots = 0;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) roots += !token(t).head.valid();
    if (roots != 1) return;
    dependents_.assign(range_.size(), {});
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (token(t).head.valid()) note(t);
    }
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) refine(t);
  }

 private:
  Token& token(std::uint32_t t) const { return document_.tokens[t]; }
  const Dependents& of(std::uint32_t t) const { return dependents_[t - range_.begin]; }

  void note(std::uint32_t t) {
    const Token& dependent = token(t);
    Dependents& governor = dependents_[dependent.head.value - range_.begin];
    switch (universal(dependent.deprel)) {
      case Deprel::Nsubj:
      case Deprel::Csubj:
        if (!governor.subject.valid()) governor.subject = TokenId(t);
        governor.passive_subject |= is_any(dependent.deprel, {Deprel::NsubjPass, Deprel::CsubjPass});
        break;
      case Deprel::Aux:
        governor.aux = governor.aux || dependent.deprel == Deprel::Aux;
        governor.aux_pass |= dependent.deprel == Deprel::AuxPass;
        governor.infinitive_do |= dependent.xpos == "VB" && is_form(dependent.form, {"do"});
        break;
      case Deprel::Mark:
        governor.mark = true;
        governor.to |= is_form(dependent.form, {"to", "na"});
        break;
      case Deprel::Case:
        governor.case_mark = true;
        break;
      case Deprel::Conj:
        governor.conj = true;
        break;
      default:
        break;
    }
  }

  void refine(std::uint32_t t) {
    Token& word = token(t);
    const std::string_view tag = word.xpos;
    if (tag == "PRP") {
      if (is_form(word.form, {"it", "you"})) refine_case(word);
    } else if (word.upos == Upos::Verb && tag == "VBN") {
      word.feats = is_passive(t) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part";
    } else if (word.upos == Upos::Verb && tag == "VBG") {
      word.feats = is_gerund(t) ? "VerbForm=Ger" : "Tense=Pres|VerbForm=Part";
    } else if (word.upos == Upos::Verb && tag == "VB") {
      word.feats = is_imperative(t) ? "Mood=Imp|VerbForm=Fin" : "VerbForm=Inf";
    } else if ((word.upos == Upos::Verb || word.upos == Upos::Aux) && (tag == "VBP" || tag == "VBD")) {
      refine_finite(t);
    }
  }

  /// "it left" Nom, "saw it" Acc.
  void refine_case(Token& word) const {
    const bool object = is_any(universal(word.deprel), {Deprel::Obj, Deprel::Iobj, Deprel::Obl, Deprel::Nmod});
    replace(word, "Case=", object ? "Acc" : "Nom");
  }

  /// "was signed", "the pact signed in May", "approved and signed" (by); not "has signed".
  bool is_passive(std::uint32_t t) const {
    const Token& word = token(t);
    const Dependents& own = of(t);
    if (own.aux_pass || own.passive_subject) return true;
    if (own.aux) return false;
    if (word.deprel == Deprel::Acl || is_any(universal(word.deprel), {Deprel::Advcl, Deprel::Amod})) return true;
    if (universal(word.deprel) != Deprel::Conj || !word.head.valid()) return false;
    const Dependents& first = of(word.head.value);
    return first.aux_pass || first.passive_subject;
  }

  /// "by signing", "signing it was wrong"; not "is signing", "a country signing it".
  bool is_gerund(std::uint32_t t) const {
    const Dependents& own = of(t);
    if (own.aux) return false;
    const Deprel deprel = universal(token(t).deprel);
    return own.case_mark || (own.mark && is_any(deprel, {Deprel::Advcl, Deprel::Acl})) ||
           is_any(deprel, {Deprel::Csubj, Deprel::Obj, Deprel::Nsubj, Deprel::Obl, Deprel::Nmod, Deprel::Compound,
                           Deprel::Xcomp, Deprel::Ccomp});
  }

  /// "Sign the pact", "do not sign", "sign and ratify it".
  bool is_imperative(std::uint32_t t) const {
    const Token& word = token(t);
    const Dependents& own = of(t);
    if (own.infinitive_do) return true;
    if (own.aux || own.to || own.subject.valid()) return false;
    const Deprel deprel = universal(word.deprel);
    if (!word.head.valid() || is_any(deprel, {Deprel::Root, Deprel::Parataxis, Deprel::Ccomp})) return true;
    if (deprel != Deprel::Conj) return false;
    const Dependents& first = of(word.head.value);
    return token(word.head.value).xpos == "VB" && !first.aux && !first.to;
  }

  void refine_finite(std::uint32_t t) {
    Token& word = token(t);
    const bool present = word.xpos == "VBP";
    Agreement agreement{present ? "Plur" : "Sing", '3'};
    if (const TokenId subject = subject_of(t); subject.valid()) agreement = agreement_of(subject, agreement);
    if (agreement.person == '3') {
      if (present || is_form(word.form, {"were"})) agreement.number = "Plur";
      if (is_form(word.form, {"was"})) agreement.number = "Sing";
    }
    if (is_form(word.form, {"am", "'m", "\xE2\x80\x99m"})) agreement = {"Sing", '1'};
    replace(word, "Number=", agreement.number);
    replace(word, "Person=", {&agreement.person, 1});
  }

  /// The subject of a verb; of an auxiliary or conjunct, its head's.
  TokenId subject_of(std::uint32_t t) const {
    for (int steps = 0; steps < 5; ++steps) {
      if (of(t).subject.valid()) return of(t).subject;
      if (!token(t).head.valid() || !is_any(universal(token(t).deprel), {Deprel::Conj, Deprel::Aux, Deprel::Cop})) {
        return {};
      }
      t = token(t).head.value;
    }
    return {};
  }

  Agreement agreement_of(TokenId subject, Agreement unknown) const {
    const Token& word = token(subject.value);
    if (of(subject.value).conj) return {"Plur", '3'};
    if (is_form(word.form, {"i"})) return {"Sing", '1'};
    if (is_form(word.form, {"we"})) return {"Plur", '1'};
    if (is_form(word.form, {"you"})) return {"Sing", '2'};
    if (is_form(word.form, {"they", "these", "those", "people", "many", "few", "several", "both"}))
      return {"Plur", '3'};
    if (word.upos == Upos::Pron && is_form(word.form, {"who", "that", "which"})) {
      const TokenId antecedent = antecedent_of(word.head);
      return antecedent.valid() && antecedent != subject ? agreement_of_noun(antecedent) : unknown;
    }
    return agreement_of_noun(subject);
  }

  Agreement agreement_of_noun(TokenId noun) const {
    const Token& word = token(noun.value);
    const bool plural = of(noun.value).conj || word.xpos == "NNS" || word.xpos == "NNPS" ||
                        (word.xpos == "CD" && !is_form(word.form, {"one", "1"})) ||
                        is_form(word.form, {"they", "these", "those", "people", "we"});
    return {plural ? "Plur" : "Sing", '3'};
  }

  /// The noun that the relative clause with this verb modifies.
  TokenId antecedent_of(TokenId verb) const {
    for (int steps = 0; steps < 5 && verb.valid(); ++steps) {
      const Token& word = token(verb.value);
      if (universal(word.deprel) == Deprel::Acl) return word.head;
      if (!is_any(universal(word.deprel), {Deprel::Cop, Deprel::Aux, Deprel::Conj, Deprel::Nsubj})) return {};
      verb = word.head;
    }
    return {};
  }

  /// Sets the value of a feature that the word has.
  void replace(Token& word, std::string_view feature, std::string_view value) const {
    const std::size_t at = word.feats.find(feature);
    if (at == std::string_view::npos || (at > 0 && word.feats[at - 1] != '|')) return;
    const std::size_t begin = at + feature.size();
    const std::size_t end = std::min(word.feats.find('|', begin), word.feats.size());
    if (word.feats.substr(begin, end - begin) == value) return;
    std::string feats(word.feats.substr(0, begin));
    feats += value;
    feats += word.feats.substr(end);
    word.feats = document_.pool().intern(feats);
  }

  Document& document_;
  TokenRange range_;
  std::vector<Dependents>& dependents_;
};

}  // namespace

void refine_features(Document& document) {
  std::vector<Dependents> scratch;
  for (const Sentence& sentence : document.sentences) SentenceFeatures(document, sentence.tokens, scratch).refine();
}

}  // namespace entente::language
