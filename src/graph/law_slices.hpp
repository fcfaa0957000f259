#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/model.hpp"

namespace belegd::graph {

/// Who has each function by law, for sets of tasks, between two days on which that changes (D3).
struct LawSlice {
    Period days;
    struct Part {
        std::optional<model::OrganId> organ;  ///< absent: nobody; invalid id: the owner itself
        BitSet tasks;
        bool follows = false;  ///< no task states it, and the function follows another (D29)
        bool operator==(const Part&) const = default;
    };
    std::vector<std::vector<Part>> functions;  ///< by leaf function
};

/// What the law says to each owner of cells, from the horizon of the model on.
class Law {
   public:
    explicit Law(const model::Model& model);
    /// Of most municipalities it says the same.
    const std::vector<LawSlice>& of(model::PartyId owner) const;

   private:
    std::vector<LawSlice> slices_of(model::PartyId owner) const;
    const model::Model& model_;
    std::vector<Day> changes_;
    std::vector<LawSlice> everyones_;
    std::map<std::uint32_t, std::vector<LawSlice>> own_;  ///< by party: those of whom a holder is named
};

}  // namespace belegd::graph
