#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// How the matrix marks an answer: on what title it is settled, or what keeps it from being settled.
enum class MarkedAs : std::uint8_t {
    own,            ///< with whom the law has it, or kept there in so many words
    work,           ///< practical work alone
    authorisation,  ///< in the name of who is competent, each of the next three
    attorney,
    mandate,
    delegation,
    not_stated,    ///< something goes elsewhere, on a title that no paper states
    undetermined,  ///< an open list may settle it
    open,          ///< nobody is designated
    doubled,       ///< more than one, who contradict each other
    forbidden,     ///< a rule of law forbids it
    fault          ///< in a circle, or no competent organ
};

/// What one cell of the matrix says.
struct Marked {
    MarkedAs as = MarkedAs::own;
    bool by_law = false;      ///< no sentence of the model has anything to do with it
    std::vector<Said> lines;  ///< each begins with its mark; one for each way in which it is settled
    std::vector<Text> sure;   ///< the same lines without how certain they are
    std::vector<Span> from;   ///< the sentences of the model that it rests on

    bool says_as(const Marked& other) const;   ///< the same, whatever it rests on
    bool means_as(const Marked& other) const;  ///< the same, however certain
};

/// The answer of a cell on the day of the overview, as the municipality itself would say it.
Marked marked(const Frame& frame, model::VariantId situation, model::PartyId party, std::size_t leaf,
              std::size_t function, const graph::Answer& answer);

/// `mandaat`
Text mark_name(MarkedAs mark);
/// What a mark means: `mandaat: beslist namens de gemeente, …`; `whose` is who is competent.
Text explained(MarkedAs mark, const Text& whose);
/// Whether work that was somebody's is nobody's now, or cannot be done so.
bool is_loss(MarkedAs mark);

}  // namespace belegd::report
