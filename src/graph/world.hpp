#pragma once

#include <vector>

#include "graph/coverage.hpp"

namespace belegd::graph {

/// What exists and counts in one variant, as periods: which cooperations are in force, who takes part when, which
/// transfers are valid for whom (D6, D7, D13, D19–D21).
class World {
   public:
    World(const model::Model& model, Mode mode, model::VariantId variant);

    const model::Model& model() const { return model_; }
    model::VariantId variant() const { return variant_; }
    /// The variant and those it is based on, nearest first.
    const std::vector<model::VariantId>& bases() const { return bases_; }

    bool visible(model::VariantId item) const;
    /// Whether a status counts for something of the present, or of a variant (D20).
    bool counts(model::Status status, bool in_variant) const;
    /// The weakest status of a transfer and what encloses it (D19).
    model::Status status_of(const model::Transfer& transfer) const;

    Period force(model::CooperationId cooperation) const { return force_[cooperation.index]; }
    /// A cooperation, named by its first version, and those that amendments made of it, in order of the table.
    const std::vector<std::uint32_t>& versions(model::CooperationId first) const { return versions_[first.index]; }
    /// When a party takes part in a cooperation (version): periods that do not overlap.
    const std::vector<Period>& participation(model::CooperationId cooperation, model::PartyId party) const;
    /// The cooperations (versions) in which a party takes part on some day, in order of the table.
    const std::vector<std::uint32_t>& cooperations_of(model::PartyId party) const {
        return cooperations_of_[party.index];
    }
    /// The first day on which the variant ends this (part of a) cooperation; kNoEnd when it does not. Of who joined (again)
    /// by an amendment, an ending of before is none.
    Day ended(model::CooperationId cooperation, std::optional<model::PartyId> party, model::Joined joined = {}) const;
    /// The ending that does it, or null.
    const model::Ending* ending(model::CooperationId cooperation, std::optional<model::PartyId> party,
                                model::Joined joined = {}) const;

    /// Whether a nearer variant than that of an ending says when it ends, for everybody or for one of its parties (D21).
    bool replaced(const model::Ending& ending, std::optional<model::PartyId> party) const;

    /// What revokes the decision in which a transfer stands, for everyone or also for one party; null when nothing does.
    const model::Ending* revocation(const model::Transfer& transfer, std::optional<model::PartyId> party) const;
    /// The days on which a sentence lasts, whoever it is for: its own, those of its cooperation, until it is revoked.
    Period lasting(const model::Transfer& transfer) const;

    bool exists(const model::Actor& actor, Day day) const;
    /// When the transfer is valid for a participant, apart from the place of the chain (status, dates, cooperation,
    /// participants, package).
    std::vector<Period> validity(const model::Transfer& transfer, model::PartyId participant) const;
    /// Given by an organ of an organisation or cooperation: counts wherever the chain arrives. Of its own cells a body
    /// gives as a municipality does (D7).
    bool corporate(const model::Transfer& transfer, model::PartyId participant = {}) const;

   private:
    const model::Model& model_;
    Mode mode_;
    model::VariantId variant_;
    std::vector<model::VariantId> bases_;
    std::vector<Period> force_;
    std::vector<std::vector<std::uint32_t>> versions_;  ///< by first version
    struct Part {
        model::PartyId party;
        std::vector<Period> periods;
    };
    std::vector<std::vector<Part>> parts_;                     ///< per cooperation
    std::vector<std::vector<std::uint32_t>> cooperations_of_;  ///< by party
    std::vector<Period> none_;
};

}  // namespace belegd::graph
