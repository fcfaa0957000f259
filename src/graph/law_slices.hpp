#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/model.hpp"

namespace belegd::graph {

/// Who has each function by law, for sets of tasks, between two days on which that changes.
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

/// The function whose holder by law this one has (D29), if it follows one.
std::optional<std::uint32_t> followed_by(const model::Model& model, std::uint32_t function);

/// By leaf function: the first of which the law says the same, and so do the rules of the model.
std::vector<std::uint32_t> alike_by_law(const model::Model& model, const std::vector<LawSlice>& slices);

}  // namespace belegd::graph
