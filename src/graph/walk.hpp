#pragma once

#include <utility>
#include <vector>

#include "graph/world.hpp"

namespace belegd::graph {

/// Follows the statements of one municipality and function on one day, for whole sets of tasks at a time.
class Walk {
   public:
    /// `transfers` are those valid for the participant that day and naming the function, in order of the text.
    Walk(const World& world, model::PartyId participant, std::uint32_t function, Day day,
         const std::vector<model::TransferId>& transfers);

    /// The answers from a statutory holder on, as disjoint sets; tasks on which nothing has effect are left out. With
    /// steps that led to the start already (D29) every task has an answer, and those who had it then are passed.
    std::vector<std::pair<BitSet, Answer>> from(const model::Actor& start, const BitSet& tasks,
                                                const std::vector<Step>& led_here = {});

    /// On which tasks each transfer (by its place in the list) had effect, and why not on others.
    struct Trace {
        BitSet effective, given_away, giver_has_less, reached;
        BitSet awaited;  ///< it waits behind a contradiction, where the chain stops
        void add(const Trace& other);
    };
    const std::vector<Trace>& traces() const { return traces_; }

    /// Which statements at one point of a chain shut each other out (D14–D16), those that do so together; statements that
    /// the text keeps apart from all others are in none. Empty where nothing is doubly assigned.
    static std::vector<std::vector<model::TransferId>> contradictions(const model::Model& model, std::uint32_t function,
                                                                      const std::vector<Step>& point);

   private:
    struct End {
        State state;  ///< assigned, doubly_assigned or cycle
        std::vector<model::Actor> holders, performers;
    };
    struct Outcome {
        std::vector<End> ends;
        std::vector<Step> steps;
    };
    using Outcomes = std::vector<std::pair<BitSet, Outcome>>;
    /// Statements with the same receivers, which are one (D14).
    struct Group {
        std::vector<model::Actor> to;  ///< sorted
        std::vector<model::TransferId> by;
        model::TransferKind kind;  ///< the strongest; keeps when it stays
        bool free = false;         ///< one of them is without condition
        bool kept = false;         ///< one of them says so: `laat`
        /// The body to whose organs it only mandates: such groups do not shut each other out (Awb 10:7).
        std::optional<model::Actor> within = {};
    };
    struct Effective {
        std::size_t at;  ///< place in transfers_
        std::vector<model::Actor> to;
    };

    Outcomes walk(const model::Actor& here, const model::Actor& holder, int level, const BitSet& tasks);
    Outcomes decided(const model::Actor& here, const model::Actor& holder, const BitSet& tasks,
                     const std::vector<const Effective*>& found);
    std::vector<Group> groups(const std::vector<const Effective*>& found, const model::Actor& here) const;
    static void describe(const model::Model& model, Group& group);
    static bool is_unclear(const model::Model& model, const Group& group);
    static bool shut_out(const model::Model& model, const std::vector<Group>& all, const Group& one,
                         const Group& other);
    bool doubled(const std::vector<Group>& groups) const;
    /// Notes what the receivers would pass on if the chain went on.
    void note_awaited(const std::vector<Group>& groups, const model::Actor& here, const BitSet& tasks);
    std::vector<model::Actor> receivers(std::size_t at, const model::Actor& here) const;
    /// One receiver each, as written: the same, or a body and one of its organs (D14).
    bool same_body(std::size_t a, std::size_t b) const;
    model::Actor resolved(const model::Actor& actor) const;
    const model::Transfer& transfer(std::size_t at) const { return world_.model()[transfers_[at]]; }

    const World& world_;
    model::PartyId participant_;
    std::uint32_t function_;
    Day day_;
    const std::vector<model::TransferId>& transfers_;
    std::vector<model::Actor> path_;
    std::vector<model::Actor> gave_;  ///< who on the path passed the power itself on
    std::size_t begin_ = 1;           ///< how long the path is where the chain begins
    std::vector<Trace> traces_;
};

/// What a giver must have, and what a receiver gets (D8): 1 work, 2 deciding in another's name, 3 the power.
int rank_of(model::TransferKind kind);

/// `Leiden/college`, `lv/bestuur`, `Leiden`; `*` is the municipality whose cell it is.
std::string actor_id(const model::Model& model, const model::Actor& actor);

}  // namespace belegd::graph
