#pragma once

#include <utility>
#include <vector>

#include "graph/coverage.hpp"

namespace belegd::graph {

/// The equal answers of one function, slice after slice, joined into runs; and the interruptions among them (D18).
class Timeline {
   public:
    Timeline(model::PartyId participant, std::uint32_t function, const std::vector<Answer>& answers,
             VariantCoverage& out)
        : participant_(participant), function_(function), answers_(answers), out_(out) {}

    /// What is answered from a day on, for disjoint sets of tasks, each answer once.
    void slice(Day from, std::vector<std::pair<BitSet, AnswerId>> classes);
    /// Nothing changes any more.
    void finish();

   private:
    struct Open {
        Day from;
        BitSet tasks;
        AnswerId answer;
    };
    struct Hole {
        Day from;
        BitSet tasks;
    };
    void close(const Open& open, Day until);
    void sort_in(AnswerId answer, const BitSet& tasks, BitSet& now_explicit, BitSet& now_implicit) const;

    model::PartyId participant_;
    std::uint32_t function_;
    const std::vector<Answer>& answers_;
    VariantCoverage& out_;
    std::vector<Open> open_;
    std::vector<Hole> holes_;
    BitSet was_explicit_;
};

}  // namespace belegd::graph
