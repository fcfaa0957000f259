#pragma once
// What a test asks of what is planned and agreed: who decides, when, in which order, and what a cooperation says.

#include "model/agreements.hpp"
#include "model/planning.hpp"

namespace belegd::model {

/// A decision, a milestone, a decision rule or a cooperation of which a test asks; of a cooperation also its first or its
/// last day, of a decision rule also one of its criteria.
struct AskedOf {
    enum class Bound : std::uint8_t { whole, beginning, end };
    DecisionId decision;
    MilestoneId milestone;
    CooperationId cooperation;  ///< its first version
    Bound bound = Bound::whole;
    DecisionRuleId rule = {};
    std::uint32_t criterion = ~0u;  ///< of the rule; ~0: the rule itself

    bool valid() const { return decision.valid() || milestone.valid() || cooperation.valid() || rule.valid(); }
    auto operator<=>(const AskedOf&) const = default;
};

/// What a test asks of an item of cost, or of all that a cooperation costs.
struct AskedCost {
    enum class What : std::uint8_t {
        amount,       ///< how much it is, or those of whom it is asked bear
        settlement,   ///< how much is settled
        settled,      ///< that it is settled
        not_settled,  ///< that it is not
    };
    What what = What::amount;
    CostId cost;
    CooperationId cooperation;  ///< its first version, where no item is meant
    std::optional<int> year;    ///< absent: of every year
    std::optional<long long> cents;
    std::optional<long long> hundredths_of_percent;  ///< `bedraagt 60 %`: which part they bear
    bool not_stated = false;                         ///< `niet vermeld` is the answer that is expected
    bool cannot_be_said = false;                     ///< `niet te zeggen` is
};

/// What a test asks of a board.
struct AskedBoard {
    enum class What : std::uint8_t {
        counts,       ///< how many members or votes there are
        needed,       ///< how many a proposal needs
        adopted,      ///< whether it is adopted with these in favour
        not_adopted,  ///< or not
        tied,         ///< whether the votes are tied then
        no_quorum     ///< whether there are too few to decide
    };
    enum class Unit : std::uint8_t { not_stated, members, votes };
    What what = What::counts;
    CooperationId cooperation;  ///< its first version
    OrganId organ;
    std::optional<long long> number;
    Unit unit = Unit::not_stated;
    std::string about;  ///< the proposal; empty: one of which nothing particular is said
    std::vector<PartyId> in_favour, absent, abstaining;
    bool not_stated = false;      ///< `niet vermeld` is the answer that is expected
    bool cannot_be_said = false;  ///< `niet te zeggen` is
};

/// One question and the answer that is expected.
struct Asked {
    enum class What : std::uint8_t {
        by,
        purpose,
        on,
        at_the_latest,
        published,
        concluded,
        advice,
        hearing,
        consultation,
        consent,
        assent,
        together,
        earlier,
        applies,
        form,
        notice,
        last_notice,
        verdict
    };
    What what;
    AskedOf of;
    bool not_stated = false;  ///< `niet vermeld` is the answer that is expected
    std::vector<Actor> actors;
    std::vector<Text> names;      ///< who is named, as written
    std::vector<AskedOf> others;  ///< what it goes together with, or comes before
    bool later = false;           ///< `later dan`: the others come before it
    bool cannot_be_said = false;  ///< of an order: that neither follows from what the model says
    std::optional<DateValue> date;
    std::optional<Day> from, until;  ///< `geldt`: the first day, and the first day without
    bool from_not_stated = false, until_not_stated = false;
    FormId form;
    bool family = false;  ///< `vorm nader niet vermeld`: the family alone is stated
    std::optional<Notice> notice;
    Criterion::Verdict verdict = Criterion::Verdict::not_said;  ///< on a criterion
    Outcome outcome = Outcome::undecided;                       ///< of a decision rule
    Decision::Purpose purpose = Decision::Purpose::not_stated;
};

}  // namespace belegd::model
