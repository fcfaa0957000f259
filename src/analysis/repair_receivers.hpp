#pragma once
// Who may be asked to do what is open, and on what title. Internal to analysis/.

#include <vector>

#include "analysis/repair.hpp"

namespace belegd::analysis {

/// Those who receive something in the cooperations that have to do with a gap.
class Receivers {
   public:
    Receivers(const Analysis& analysis, const Gap& gap);

    /// Who may receive something on a title from some owners. Work goes to a body, a power to an organ: of a
    /// municipality to that which has it at home.
    std::vector<model::Actor> of(model::TransferKind kind, const std::vector<model::PartyId>& owners) const;
    /// The titles on which these functions may be given: what the form can carry, and what this model gives them on.
    std::vector<model::TransferKind> kinds(const BitSet& functions) const;

   private:
    void look_at(model::CooperationId some_version);
    void receives(const model::Actor& actor);
    /// Whether some sentence gives such a function on such a title: then this model reads it so.
    bool used(model::TransferKind kind, const BitSet& functions) const;
    /// The leaves of the domains in which the gap lies.
    BitSet domains() const;

    const model::Model& model_;
    const graph::World& world_;
    const Gap& gap_;
    const Day day_;
    std::vector<model::CooperationId> near_;  ///< first versions
    std::vector<model::Actor> all_;
};

}  // namespace belegd::analysis
