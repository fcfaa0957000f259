#pragma once
// Tests that ask of decisions, milestones and cooperations: who, when, in which order. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Whether a test asks of what is planned or agreed, and not of tasks.
bool asks_of_plan(const Resolution& r, const Phrase& test);
/// What it asks; what is wrong with the question is reported.
std::optional<Asked> asked_of(Resolution& r, const syntax::Tree& tree, const Phrase& test);
/// A clause wherever it hangs in the sentence.
const Phrase* anywhere(const Phrase& phrase, Word word);
/// Whether a test asks of a board; what is wrong with the question is reported.
bool asks_of_boards(const Phrase& test);
std::optional<AskedBoard> asked_board(Resolution& r, const syntax::Tree& tree, const Phrase& test);
/// Whether a test asks what something costs, or what is settled of it.
bool asks_of_costs(const Phrase& test);
/// What it asks in that situation; what is wrong with the question is reported.
std::optional<AskedCost> asked_cost(Resolution& r, const syntax::Tree& tree, const Phrase& test, VariantId variant);
/// `toets plan voor overgang`, `toets overstap na advies`: told with the line that asks it.
bool tell_order_words(Resolution& r, const Phrase& test);

}  // namespace belegd::resolve
