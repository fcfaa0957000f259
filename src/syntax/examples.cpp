#include "syntax/examples.hpp"

#include "diagnostics/messages/reading.hpp"

namespace belegd::syntax {
namespace {

/// The message that shows a word with what belongs to it, for words that are no date or amount.
std::optional<Message> own_example(Word word) {
    switch (word) {
#define SHOW(word) \
    case Word::word: return message::example_of_##word;
        SHOW(use)
        SHOW(language)
        SHOW(municipality)
        SHOW(organisation)
        SHOW(region)
        SHOW(organ)
        SHOW(official)
        SHOW(function)
        SHOW(domain)
        SHOW(task)
        SHOW(form)
        SHOW(provision)
        SHOW(capacity)
        SHOW(named_condition)
        SHOW(cooperation)
        SHOW(arrangement)
        SHOW(agreement)
        SHOW(amendment)
        SHOW(variant)
        SHOW(decision)
        SHOW(milestone)
        SHOW(procedure)
        SHOW(step)
        SHOW(decision_rule)
        SHOW(criterion)
        SHOW(board)
        SHOW(consists_of)
        SHOW(chaired_by)
        SHOW(votes_per_member)
        SHOW(votes_per_participant)
        SHOW(votes_by)
        SHOW(started)
        SHOW(full_number)
        SHOW(no_fewer)
        SHOW(more_in_number)
        SHOW(quorum)
        SHOW(majority)
        SHOW(on_tie)
        SHOW(counts)
        SHOW(needed)
        SHOW(adopted_with)
        SHOW(not_adopted_with)
        SHOW(tied_with)
        SHOW(absent)
        SHOW(abstaining)
        SHOW(cost)
        SHOW(division_key)
        SHOW(price_index)
        SHOW(actual_cost)
        SHOW(cost_ceiling)
        SHOW(overview)
        SHOW(package)
        SHOW(source)
        SHOW(law)
        SHOW(article)
        SHOW(paragraph)
        SHOW(letter)
        SHOW(annex)
        SHOW(drops)
        SHOW(participants)
        SHOW(centre)
        SHOW(scope)
        SHOW(takers)
        SHOW(provides)
        SHOW(provides_not)
        SHOW(signed_by)
        SHOW(concerns)
        SHOW(ends)
        SHOW(based_on)
        SHOW(of)
        SHOW(to)
        SHOW(with)
        SHOW(by)
        SHOW(for_)
        SHOW(except_for)
        SHOW(except_)
        SHOW(but)
        SHOW(insofar)
        SHOW(provided)
        SHOW(unless)
        SHOW(at_most)
        SHOW(place)
        SHOW(according_to)
        SHOW(pursuant)
        SHOW(implements)
        SHOW(advice)
        SHOW(consent)
        SHOW(hearing)
        SHOW(consultation)
        SHOW(assent)
        SHOW(substitute)
        SHOW(duration)
        SHOW(short_title)
        SHOW(stage)
        SHOW(addendum)
        SHOW(notice)
        SHOW(renewed)
        SHOW(renewed_once)
        SHOW(renewed_twice)
        SHOW(renewed_thrice)
        SHOW(retroactive)
        SHOW(otherwise)
        SHOW(deviation)
        SHOW(overrun)
        SHOW(underrun)
        SHOW(advance)
        SHOW(amounts_to)
        SHOW(settlement_amounts_to)
        SHOW(rise)
        SHOW(values)
        SHOW(of_which)
        SHOW(over_year)
        SHOW(cover_by)
        SHOW(tasks)
        SHOW(functions)
        SHOW(columns)
        SHOW(in)
        SHOW(competent)
        SHOW(finding)
        SHOW(tooi)
        SHOW(bwb)
        SHOW(reference)
        SHOW(remark)
        SHOW(indexed)
        SHOW(shared_by)
        SHOW(rounded)
        SHOW(also_called)
        SHOW(needs)
        SHOW(needs_not)
        SHOW(by_law_holder)
        SHOW(includes)
        SHOW(holder)
        SHOW(kind_of)
        SHOW(concluded_by)
        SHOW(organs)
        SHOW(can_carry)
        SHOW(members)
        SHOW(accedes)
        SHOW(leaves_)
        SHOW(after)
        SHOW(together_with)
        SHOW(on_agreement)
        SHOW(otherwise_to)
        SHOW(total)
        SHOW(cover)
        SHOW(keeps)
        SHOW(assigns)
#undef SHOW
        default: return std::nullopt;
    }
}

}  // namespace

Text example_of(Word word, Shape shape) {
    if (const auto own = own_example(word)) return say(*own);
    if (has(word, Verb)) return say(message::transfer_sentence, {info(word).phrase});
    Message sample = message::example_word;
    switch (shape) {
        case Shape::Date:
        case Shape::Dated: sample = message::example_date; break;
        case Shape::DayOfYear: sample = message::example_day_of_year; break;
        case Shape::Amounts: sample = message::example_amount; break;
        case Shape::Shares:
        case Shape::Weights: sample = message::example_shares; break;
        case Shape::StatusWord: sample = message::example_status; break;
        case Shape::PurposeWord: sample = message::example_purpose; break;
        case Shape::Condition: sample = message::example_condition; break;
        case Shape::Bindings: sample = message::example_binding; break;
        case Shape::Naming: sample = message::example_naming; break;
        case Shape::Text: sample = message::example_text; break;
        case Shape::Quantity: sample = message::example_quantity; break;
        case Shape::Place:
        case Shape::Places: sample = message::example_number; break;
        default: break;
    }
    const Text lead = info(word).phrase;
    const auto rest = say(sample);
    return {lead.nl + " " + rest.nl, lead.en + " " + rest.en};
}

}  // namespace belegd::syntax
