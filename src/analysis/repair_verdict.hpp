#pragma once
// What a changed text does, held against the text that is there. Internal to analysis/.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/repair.hpp"

namespace belegd::analysis {

/// What a model says, by names: rows of two readings of it are not the same rows.
class Reading {
   public:
    explicit Reading(const Analysis& analysis);

    /// What another reading finds and this one does not.
    std::set<FoundAnew> found_anew(const Reading& after) const;
    /// Whether cells outside a gap are answered otherwise there, or are new.
    /// Of some owner that may be: who joins a cooperation joins it for all that it does.
    bool moves_others(const Reading& after, const Gap& gap, model::PartyId may = {}) const;
    /// Whether the parts of a gap of this reading have somebody in the other one.
    bool closes(const Reading& after, const Gap& gap, const std::vector<std::size_t>& parts) const;
    /// Who has these parts there, each answer once.
    std::vector<Settled> outcomes(const Reading& after, const Gap& gap, const std::vector<std::size_t>& parts) const;

    const Analysis& analysis;

   private:
    struct Cells {
        BitSet tasks;
        Period days;
    };
    struct Answered : Cells {
        graph::State state;
        graph::AnswerId answer;
    };
    /// Variant, owner and function, by name.
    using Key = std::tuple<std::string, std::string, std::string>;

    const std::vector<Answered>& answers(const Key& key) const;
    Key key_of(const Gap& gap, const OpenPart& part) const;
    std::string variant_name(model::VariantId variant) const;
    const std::string& said(graph::AnswerId answer) const;

    std::map<Key, std::vector<Answered>> answers_;
    std::map<std::pair<std::string, Key>, std::vector<Cells>> found_;  ///< by code
    /// Findings without cells, by code, variant and the words they are about: what is said of it.
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::string>> said_;
    mutable std::map<graph::AnswerId, std::string> answers_said_;
};

}  // namespace belegd::analysis
