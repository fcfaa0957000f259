#pragma once

#include <optional>
#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

using namespace checks;

/// A rule that forbids a transfer on the way to an answer (D33): the answer stays what the text says, and carries it.
struct Unlawful {
    std::uint32_t rule;                      ///< of the model's rules
    model::Actor stays;                      ///< with whom it stays without a valid transfer
    std::vector<model::TransferId> by = {};  ///< the sentences of the chain that it forbids, and no other of that chain
    std::optional<Day> until = {};           ///< from which day on it minds nothing more; absent: it goes on minding
};

/// The rules that forbid a step of the chain by which an answer came to be, for one cell on one day; each once. They are
/// errors and rest on a law. A rule that speaks of a part of a sentence, by function, task or organ, forbids no more than that part.
std::vector<Unlawful> unlawful(const Subject& subject, const std::vector<Cause>& causes, model::VariantId variant,
                               model::PartyId participant, std::uint32_t function, std::size_t leaf, Day day,
                               const graph::Answer& answer);

/// What checks and rules have against a sentence by itself, whatever the cell: that its giver has not got it (B06), and
/// the codes of the rules that forbid it, each once.
struct Against {
    bool not_competent = false;
    std::vector<Text> rules = {};
    bool any() const { return not_competent || !rules.empty(); }
};
Against against(const model::Model& model, const std::vector<Cause>& causes, model::VariantId variant,
                const model::Transfer& sentence);

/// `in strijd met Wgr art. 1 lid 1 (W-01)`
Text unlawful_said(const model::Model& model, const Unlawful& found);
/// `W-01`
Text codes_said(const model::Model& model, const std::vector<Unlawful>& all);

}  // namespace belegd::analysis
