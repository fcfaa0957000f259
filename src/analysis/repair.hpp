#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/changes.hpp"

/// Gaps of a model, and the fewest lines that close them.
namespace belegd::analysis {

/// What a line settles at once: one function of some tasks of one owner. A gap consists of such parts.
struct OpenPart {
    model::PartyId owner;
    std::uint32_t function = 0;  ///< leaf function
    BitSet tasks;
    Period days;
};

/// Open cells with one cause: the same tasks and functions of some owners, with one organ that has them by law.
struct Gap {
    Code code = Code::B01;  ///< unassigned (B01), interrupted (B03) or no longer assigned (B08)
    model::VariantId variant;
    model::CooperationId claimed_by;  ///< the version that says to settle them; invalid: none does
    model::CooperationId home;        ///< the version in which a line about them belongs; invalid: in none
    Passage place;                    ///< what the finding points at
    Passage resumes = {};             ///< of an interruption: where it begins again
    model::OrganId organ;             ///< that has them by law; invalid: the owner itself
    model::PartyId held_by;           ///< whose organ that is, when it is not the owner's own
    std::vector<model::PartyId> owners;
    BitSet functions, tasks;
    Period days;
    std::vector<OpenPart> parts;
};

/// A change of the model's own text that may settle some of the parts of a gap.
struct RepairLine {
    enum class How : std::uint8_t {
        extends,       ///< a sentence that is there says more: a task, a function or an owner
        no_exception,  ///< a sentence that is there no longer excepts it
        lasts,         ///< what is there begins earlier or ends later
        decides,       ///< a decision, where the text obliges to it or allows it
        writes,        ///< a sentence of its own
        joins          ///< the owner takes part in a cooperation that settles it for others
    } how = How::writes;
    model::TransferKind kind;
    Span span;                            ///< what it replaces; empty for what is put in
    std::string text;                     ///< with what
    std::string written;                  ///< what then stands there, on one line
    model::CooperationId within;          ///< in whose text it stands; invalid: in none
    std::vector<std::size_t> closes;      ///< the parts of the gap that it is about, in order
    std::optional<model::Actor> to = {};  ///< who is to do it, of a sentence that says so anew
};

/// Who has it after a proposal, in words.
struct Settled {
    model::TransferKind kind = model::TransferKind::keeps;
    Text performers, holders;
    bool operator==(const Settled&) const = default;
};

/// Lines that together close a gap, tried.
struct Proposal {
    std::vector<std::size_t> lines;  ///< of the gap's, in order
    std::vector<Settled> outcomes;   ///< each once
    std::vector<Text> asks;          ///< what rules ask then and the model does not state
    std::vector<Text> permissions;   ///< whose permission the law asks for then
    bool more_of_owner = false;      ///< other work of the owner goes otherwise too: he joins for all of it
    bool tests = false;              ///< a `toets` of the model fails then: it expects what is there now
};

/// A finding that lines would bring: its code, and the name of the variant in which; empty: in the present.
struct FoundAnew {
    std::string code, variant;
    bool operator==(const FoundAnew&) const = default;
    bool operator<(const FoundAnew& other) const {
        return std::tie(code, variant) < std::tie(other.code, other.variant);
    }
};

/// A gap with what was tried.
struct Repair {
    Gap gap;
    std::vector<RepairLine> lines;  ///< the lightest means first, then by what they change, then in order of the model
    std::vector<Proposal> proposals;  ///< all of the fewest lines, the lightest first
    std::size_t tried = 0;
    bool cut = false;                          ///< there was more to try
    std::map<FoundAnew, std::size_t> refused;  ///< how many closed it and brought that finding
    std::size_t moved = 0;                     ///< how many closed it and changed something else
};

struct RepairAsked {
    std::optional<model::VariantId> variant;            ///< of one situation; absent: of each where it begins
    std::optional<std::vector<model::PartyId>> owners;  ///< only theirs
    std::optional<std::size_t> most_tries;              ///< absent: by the size of the model
    std::size_t most_proposals = 9;                     ///< of one gap
};

struct Repairs {
    std::vector<Repair> all;  ///< in order of the findings
    std::size_t tries = 0, most_tries = 0;
    std::size_t not_tried = 0;  ///< gaps that were not looked at: the tries were used up
};

/// A gap as the cause of a finding, to speak of it in the same words.
Cause cause_of(const Gap& gap);

/// The gaps of a model, those that one line can close together; nothing of what the model accepts.
std::vector<Gap> gaps(const Analysis& analysis, const RepairAsked& asked = {});

/// The lines that may close a gap or a part of it, in order: what stays, what is there and says more, what is new.
std::vector<RepairLine> lines_for(const Analysis& analysis, const Gap& gap);

/// For each gap the smallest sets of its lines that close it and bring no finding that was not there, each found by
/// reading the text with them in it. Each part is settled by one line of a set.
Repairs repairs(const Analysis& analysis, const RepairAsked& asked, const Retry& retry);

/// The text with some of the lines in it; nothing when two of them change the same words.
std::optional<std::string> text_with(const Analysis& analysis, const std::vector<RepairLine>& lines,
                                     const std::vector<std::size_t>& chosen);

/// Whether one set of lines goes before another of as many: by its heaviest means, the next heaviest …, then by order.
bool goes_before(const std::vector<RepairLine>& lines, const std::vector<std::size_t>& a,
                 const std::vector<std::size_t>& b);

}  // namespace belegd::analysis
