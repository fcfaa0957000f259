#pragma once

#include <utility>
#include <vector>

#include "graph/groups.hpp"

namespace belegd::graph {

/// Notes which transfers had effect, and which had none where they are valid (D8–D10).
class Refusals {
   public:
    using Found = std::vector<std::pair<const Group*, const Walked*>>;

    Refusals(const World& world, const Coverage& coverage, VariantCoverage& out)
        : model_(world.model()), world_(world), coverage_(coverage), out_(out) {}

    /// What the walks of one owner and function found on some days. `cells` are its tasks, `active` the valid transfers,
    /// and the runs from `followed.first` to `followed.second` those of the function that this one follows (D29).
    void note(model::PartyId owner, std::uint32_t function, Period days, const std::vector<model::TransferId>& active,
              const BitSet& cells, const Found& found, std::pair<std::size_t, std::size_t> followed);

    /// A giver who is himself a receiver of others waits for chains to arrive; that some never do is no mistake. Only
    /// when none does anywhere has he given what he never had: told for the participants of the cooperation.
    void note_never_reached();

   private:
    void note_cases(std::pair<std::size_t, std::size_t> followed, Day day,
                    const std::vector<model::TransferId>& active);
    void refuse(model::TransferId id, const Walk::Trace& trace, model::PartyId owner, std::uint32_t function,
                Period days, BitSet idle);
    bool gives_at_the_start(const model::Actor& giver, model::PartyId owner) const;

    const model::Model& model_;
    const World& world_;
    const Coverage& coverage_;
    VariantCoverage& out_;
    std::vector<bool> given_away_;
};

}  // namespace belegd::graph
