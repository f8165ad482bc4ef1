#include "entente/language/coref/pronouns.h"

#include <string>
#include <vector>

namespace entente::language {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

}  // namespace

PronounResolver::PronounResolver(Entities& entities, const Quotations& quotations, const Speakers& speakers,
                                 const CoreferenceOptions& options)
    : entities_(entities),
      speakers_(speakers),
      options_(options),
      finder_(entities, speakers),
      features_(entities, finder_, quotations) {}

void PronounResolver::resolve(MentionId pronoun) {
  const std::string form = lower(entities_.document()[entities_.mention(pronoun).head].form);
  if (form_of(form) == PronounForm::None)
    resolve_by_speaker(pronoun, form);
  else
    resolve_third_person(pronoun, form);
}

bool PronounResolver::is_first_person(MentionId pronoun) const {
  return form_of(lower(entities_.document()[entities_.mention(pronoun).head].form)) == PronounForm::None;
}

void PronounResolver::resolve_by_speaker(MentionId pronoun, const std::string& form) {
  const TokenId at = entities_.mention(pronoun).head;
  if (form.starts_with("you")) {
    if (const ChainId who = speakers_.addressee(at); who.valid()) entities_.join(pronoun, who);
    return;
  }
  if (form[0] == 'w' || form[0] == 'u' || form[0] == 'o') {
    std::vector<ChainId> side = speakers_.side(at);
    if (side.size() == 1) entities_.join(pronoun, side.front());
    if (side.size() > 1) entities_.mention(pronoun).members = std::move(side);
    return;
  }
  const ChainId who = speakers_.speaker(at);
  if (who.valid() && is_person(entities_[who].type)) entities_.join(pronoun, who);
}

void PronounResolver::resolve_third_person(MentionId pronoun, const std::string& form) {
  std::vector<Antecedent> candidates;
  finder_.find(pronoun, candidates);
  const PronounForm wanted = form_of(form);
  const Antecedent* best = nullptr;
  for (const Antecedent& c : candidates)
    if (c.bound) best = &c;
  const bool bound = best != nullptr;
  if (options_.ranker != nullptr || options_.observe) {
    std::vector<std::vector<std::uint32_t>> features;
    features_.of(pronoun, candidates, features);
    if (options_.observe) options_.observe(pronoun, candidates, features);
    if (options_.ranker != nullptr && !bound)
      if (const auto chosen = options_.ranker->choose(features)) best = &candidates[*chosen];
  }
  if (options_.ranker == nullptr && !bound) best = most_salient(candidates, wanted);
  if (best == nullptr) return;
  if (!best->members.empty()) {
    entities_.mention(pronoun).members = best->members;
    return;
  }
  if (!best->entity.valid()) return;
  entities_.join(pronoun, best->entity);
  Entity& e = entities_[best->entity];
  const bool person = wanted == PronounForm::Male || wanted == PronounForm::Female;
  if (person && e.gender == 0) e.gender = wanted == PronounForm::Male ? 'm' : 'f';
  entities_.mention(pronoun).type = e.type;
}

/// Null if none is salient, or two are about as much.
const Antecedent* PronounResolver::most_salient(const std::vector<Antecedent>& candidates, PronounForm form) {
  const Antecedent* best = nullptr;
  const Antecedent* next = nullptr;
  for (const Antecedent& c : candidates) {
    if (best == nullptr || c.salience > best->salience) {
      next = best;
      best = &c;
    } else if (next == nullptr || c.salience > next->salience) {
      next = &c;
    }
  }
  if (best == nullptr || best->salience < 5) return nullptr;
  const bool person = form == PronounForm::Male || form == PronounForm::Female;
  if (next != nullptr && best->salience - next->salience < (person ? 0.3 : 0.75)) return nullptr;
  return best;
}

}  // namespace entente::language
