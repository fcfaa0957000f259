#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "graph/coverage.hpp"

namespace belegd::checks {

/// Cells that share a finding: one participant, a set of leaf tasks, a stretch of days.
struct Cells {
    model::PartyId participant;
    BitSet tasks;
    Period days;
};

/// Words of the model that a finding points at, and what they are words of. The same words are the same place.
struct Passage {
    Span span = {};
    model::TransferId row = {};             ///< of their sentence; invalid when they are of none that transfers
    model::CooperationId cooperation = {};  ///< first version; invalid when they are of none
    model::CooperationId scope = {};        ///< the version whose scope they are
    bool operator==(const Passage& other) const { return span == other.span; }
    auto operator<=>(const Passage& other) const { return span <=> other.span; }
};

/// What a rule left open waits for: an attribute of a thing that the model does not state.
struct Silent {
    model::Type kind;
    model::Entity entity;
    model::Attribute attribute;
    /// What the rule looks for in it: provisions, capacities …
    std::vector<model::Entity> sought = {};
    /// Of a list of decisions: for what, of which organ, of whom.
    std::optional<model::Decision::Purpose> purpose = {};
    model::OrganId organ = {};
    model::PartyId party = {};
    bool apart = false;  ///< the rule looks for several, one by one: each is a question of its own
    bool operator==(const Silent& other) const {
        return attribute == other.attribute && entity == other.entity && kind == other.kind && sought == other.sought &&
               purpose == other.purpose && organ == other.organ && party == other.party;
    }
};

/// One cause: a code, the statement that does it, what else it takes, and the cells that suffer.
struct Cause {
    Code code;
    Passage culprit;
    std::vector<Passage> seconds;
    std::uint32_t function = kAnyFunction;  ///< leaf function, or kAnyFunction when the cause is not about one
    model::VariantId variant;
    std::vector<Cells> cells;
    std::uint32_t reason = 0;      ///< why the check blames the culprit, in its own terms, as it saw it first
    std::uint32_t item = 0;        ///< what the check blames, when that is no sentence: a number in a table of its own
    BitSet functions;              ///< the leaf functions of the cells, when the cause is about several
    std::uint32_t rule = kNoRule;  ///< of the model's rules, when one found it
    std::vector<model::Value>
        case_;  ///< what the variables of that rule stand for, in the first of the cases joined here
    /// Of cooperations: those that the rule judges in a case joined here, and later ones of which it still holds.
    std::vector<model::CooperationId> versions;
    std::string said;  ///< what that rule says of it: cases of which it says the same are one cause
    /// What no rule could be decided for: the question, the rules that ask it, and the facts that would answer it.
    struct Open {
        /// A rule, and what it is about in the first case in which it asks: what its bound variables stand for.
        struct Asker {
            std::uint32_t rule;
            std::vector<model::Entity> about;
        };
        Text question;
        std::vector<Asker> askers;
        std::vector<Silent> facts;
        bool in_own_words = false;  ///< a rule words the question itself

        bool asked_by(std::uint32_t who) const {
            return std::any_of(askers.begin(), askers.end(), [&](const Asker& each) { return each.rule == who; });
        }
    };
    /// Copies of a cause share what is open: nobody adds to it once the rules are asked.
    class AllOpen {
       public:
        auto begin() const { return all_ ? all_->cbegin() : std::vector<Open>::const_iterator(); }
        auto end() const { return all_ ? all_->cend() : std::vector<Open>::const_iterator(); }
        std::vector<Open>& gathered() {
            if (!all_) all_ = std::make_shared<std::vector<Open>>();
            return *all_;
        }

       private:
        std::shared_ptr<std::vector<Open>> all_;
    };
    AllOpen open;

    static constexpr std::uint32_t kAnyFunction = ~0u;
    static constexpr std::uint32_t kNoRule = ~0u;
    bool same_as(const Cause& other) const {
        return code == other.code && culprit == other.culprit && seconds == other.seconds &&
               function == other.function && rule == other.rule && said == other.said;
    }
};

/// A cause with its words.
struct Finding {
    Cause cause;
    Diagnostic diagnostic;
};

/// Adds cells to the cause with the same key, or begins it.
class Causes {
   public:
    Cause& at(Code code, model::VariantId variant, const Passage& culprit, std::vector<Passage> seconds,
              std::uint32_t function, std::uint32_t rule = Cause::kNoRule, std::string said = {});
    Cause& add(Code code, model::VariantId variant, const Passage& culprit, std::vector<Passage> seconds,
               std::uint32_t function, Cells cells);
    std::vector<Cause>& all() { return causes_; }

    /// Joins cells that say the same: tasks with equal days, days that follow each other.
    void join_cells();
    /// Takes out of each variant what the present or a base of it already shows, and joins neighbouring cells.
    void settle(const model::Model& model);

   private:
    std::vector<Cause> causes_;
    using Key =
        std::tuple<std::uint32_t, Code, Passage, std::vector<Passage>, std::uint32_t, std::uint32_t, std::string>;
    std::map<Key, std::size_t> by_key_;
};

}  // namespace belegd::checks
