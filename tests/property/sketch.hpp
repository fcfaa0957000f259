#pragma once

#include <string>
#include <vector>

#include "model/model.hpp"

namespace belegd::naive {

/// What may follow the receivers of a transfer.
struct Clauses {
    std::string giver = {}, except_tasks = {}, only_for = {}, except_for = {}, condition = {}, package = {};
    std::string variant = {}, from = {}, until = {};
    model::Transfer::Together together = model::Transfer::Together::none;
    model::Status status = model::Status::decided;
};

/// A small model written down by names. Lists are separated by commas, days are ISO dates, actors are `Oost`,
/// `Oost/college` or `*/college`; what is left empty is not said. Functions and tasks come before what is about them.
class Sketch {
   public:
    struct Function {
        std::string name, holder = {};  ///< `*`: the municipality itself
        bool plural = false;
    };
    struct Task {
        std::string name, needs = {}, under = {}, needs_not = {};
        std::string from = {}, until = {};
    };
    struct Law {
        std::string task, functions, organ, statute = {};
    };
    struct Cooperation {
        std::string name, participants, organs = {}, scope = {}, scope_functions = {}, variant = {};
        std::string from = {}, until = {};
        model::Status status = model::Status::decided;
    };
    struct Package {
        std::string cooperation, name, taker, from = {}, until = {};
    };
    struct Variant {
        std::string name, based_on = {};
        model::Status status = model::Status::decided;
    };
    struct Ending {
        std::string variant, cooperation, per, parties = {};
    };

    Sketch();
    Sketch& municipalities(const std::string& names);
    Sketch& organisation(const std::string& name, const std::string& organs);
    Sketch& statute(const std::string& name, const std::string& from, const std::string& until = {});
    Sketch& function(const Function& said);
    Sketch& task(const Task& said);
    Sketch& law(const Law& said);
    Sketch& variant(const Variant& said);
    Sketch& cooperation(const Cooperation& said);
    /// The version of a cooperation that replaces the last one from a day on, for the participants named.
    Sketch& amendment(const Cooperation& said);
    Sketch& taken(const Package& said);
    /// `dienst/1` stands in dienst; an id that begins with no cooperation's name stands in none.
    Sketch& transfer(const std::string& id, model::TransferKind kind, const std::string& functions_of_tasks,
                     const std::string& to, const Clauses& said = {});
    Sketch& ending(const Ending& said);

    /// Answers begin at the first day that was said.
    model::Model model() const;

   private:
    model::OrganId organ(const std::string& name);
    std::vector<model::OrganId> organs(const std::string& names);
    std::vector<model::PartyId> parties(const std::string& names) const;
    std::vector<model::CooperationId> versions(const std::string& name) const;
    model::Actor actor(const std::string& name);
    BitSet leaf_tasks(const std::string& names);
    BitSet leaf_functions(const std::string& names);
    BitSet all_functions(const std::string& names) const;
    model::VariantId variant_named(const std::string& name) const;
    void number();

    model::Model model_;
    bool numbered_ = false;
};

}  // namespace belegd::naive
