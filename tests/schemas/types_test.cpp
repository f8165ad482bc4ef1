#include "entente/schemas/types.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {
namespace {

TEST(Ontology, ReachesEveryPloverRoot) {
  std::set<PloverRoot> reached;
  for (std::size_t r = 0; r < kRelationTypeCount; ++r) {
    for (std::size_t s = 0; s < kStatusCount; ++s) {
      const auto coding = coding_of(static_cast<RelationType>(r), static_cast<Status>(s), Commitment::None);
      if (coding.plover) reached.insert(*coding.plover);
    }
  }
  EXPECT_EQ(reached.size(), kPloverRootCount);
}

struct CodingCase {
  RelationType type;
  Status status;
  Commitment commitment;
  PloverRoot root;
};

// The worked sentences of the public interface.
TEST(Ontology, CodesWholeStatements) {
  using enum RelationType;
  const CodingCase cases[] = {
      {Lifts, Status::Asserted, Commitment::None, PloverRoot::Yield},
      {Sanctions, Status::Asserted, Commitment::None, PloverRoot::Sanction},
      {Scraps, Status::Planned, Commitment::None, PloverRoot::Sanction},
      {Signs, Status::Asserted, Commitment::None, PloverRoot::Support},
      {AgreesWith, Status::Asserted, Commitment::Concluded, PloverRoot::Support},
      {AgreesWith, Status::Asserted, Commitment::None, PloverRoot::Agree},
      {Meets, Status::Planned, Commitment::None, PloverRoot::Agree},
      {Meets, Status::Asserted, Commitment::None, PloverRoot::Consult},
      {Attacks, Status::Denied, Commitment::Promised, PloverRoot::Agree},
      {Attacks, Status::Denied, Commitment::None, PloverRoot::Reject},
      {Attacks, Status::Negated, Commitment::None, PloverRoot::Assault},
      {Attacks, Status::Hypothetical, Commitment::None, PloverRoot::Assault},
      {Aids, Status::Planned, Commitment::Promised, PloverRoot::Agree},
      {Aids, Status::Hypothetical, Commitment::None, PloverRoot::Aid},
  };
  for (const auto& c : cases) {
    const auto coding = coding_of(c.type, c.status, c.commitment);
    ASSERT_TRUE(coding.plover) << name(c.type) << ' ' << name(c.status);
    EXPECT_EQ(*coding.plover, c.root) << name(c.type) << ' ' << name(c.status);
    EXPECT_EQ(*coding.quad, quad_of(c.root));
  }
}

TEST(Ontology, LeavesLastingRelationsWithoutCode) {
  EXPECT_FALSE(coding_of(RelationType::PartyTo, Status::Asserted, Commitment::None).plover);
  EXPECT_TRUE(coding_of(RelationType::PartyTo, Status::Asserted, Commitment::None).cameo.empty());
}

TEST(Ontology, TakesAMoreExactCodeOnlyOfTheSameRoot) {
  EXPECT_EQ(coding_of(RelationType::Attacks, Status::Asserted, Commitment::None, "195").cameo, "195");
  EXPECT_EQ(coding_of(RelationType::Attacks, Status::Planned, Commitment::None, "195").cameo, "138");
}

TEST(Ontology, FindsNamesBothWays) {
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
    const auto type = static_cast<RelationType>(i);
    EXPECT_EQ(relation_of(name(type)), type);
  }
  EXPECT_FALSE(relation_of("befriends"));
}

}  // namespace
}  // namespace entente
