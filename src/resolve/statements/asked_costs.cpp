// Tests that ask what something costs, and whether it is settled.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/asked.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
const Phrase* anywhere(const Phrase& phrase, Word word) {
    for (const auto& each : phrase.clauses) {
        if (each.word == word) return &each;
        if (const auto* found = anywhere(each, word)) return found;
    }
    return nullptr;
}

namespace {

using syntax::Tree;
using CostAsked = AskedCost::What;

std::optional<CostAsked> question_of(Word word) {
    switch (word) {
        case Word::amounts_to: return CostAsked::amount;
        case Word::settlement_amounts_to: return CostAsked::settlement;
        case Word::is_settled: return CostAsked::settled;
        case Word::is_not_settled: return CostAsked::not_settled;
        default: return std::nullopt;
    }
}

/// What such a question has no room for: a day, a holder, a second verdict.
const Phrase* out_of_place(const Phrase& phrase, const Phrase& asks, bool about_a_part) {
    for (const auto& each : phrase.clauses) {
        const bool whom = each.word == Word::for_ && about_a_part;
        const bool known = &each == &asks || whom || each.word == Word::in || each.word == Word::over_year ||
                           each.word == Word::not_stated || each.word == Word::undetermined;
        if (!known) return &each;
        if (const auto* found = out_of_place(each, asks, about_a_part)) return found;
    }
    return nullptr;
}

const Phrase* asking(const Phrase& test) {
    for (const auto word : {Word::amounts_to, Word::settlement_amounts_to, Word::is_settled, Word::is_not_settled})
        if (const auto* found = anywhere(test, word)) return found;
    return nullptr;
}

}  // namespace

bool asks_of_costs(const Phrase& test) { return asking(test) != nullptr; }

std::optional<AskedCost> asked_cost(Resolution& r, const Tree& tree, const Phrase& test, VariantId variant) {
    const auto& asks = *asking(test);
    AskedCost out;
    out.what = *question_of(asks.word);
    if (test.items.size() != 1) {
        r.report(Code::N05, say(message::asked_cost_of_what), test.span, {{say(message::asked_cost_example)}});
        return std::nullopt;
    }
    // Who bears it may be asked of an amount; whether there is a settlement is asked of the item.
    const bool amount_asked = out.what == CostAsked::amount || out.what == CostAsked::settlement;
    if (const auto* clause = out_of_place(test, asks, amount_asked)) {
        r.report(Code::N04, say(message::asked_cost_not_with, {quoted(syntax::info(clause->word).phrase)}),
                 clause->span, {{say(message::asked_cost_example)}});
        return std::nullopt;
    }
    const auto& item = test.items.front();
    const auto owner = r.names[NameKind::party].find(item.text);
    const bool of_cooperation = owner && r.owners[*owner].cooperation.valid();
    out.cost = cost_called(r, std::string(item.text), variant, item.span);
    if (!out.cost.valid() && of_cooperation && out.what == CostAsked::amount) {
        out.cooperation = r.model[r.owners[*owner].cooperation].first_version;
        r.used(NameKind::party, *owner, item.span);
    } else if (!out.cost.valid()) {
        tell_unknown_cost(r, std::string(item.text), item.span);
        return std::nullopt;
    }
    if (const auto* over = anywhere(test, Word::over_year)) out.year = year_in(r, *over, tree);
    out.not_stated =
        std::any_of(asks.items.begin(), asks.items.end(), [](const Item& each) { return each.value != Word::none; }) ||
        anywhere(test, Word::not_stated) != nullptr;
    out.cannot_be_said = anywhere(test, Word::undetermined) != nullptr;
    if (!amount_asked || out.not_stated || out.cannot_be_said) return out;
    const auto amount = quantity_of(r, asks, tree);
    if (!amount) return std::nullopt;
    if (!amount->money && amount->unit == Word::percent && out.what == CostAsked::amount) {
        const bool of_whom = out.cost.valid() && anywhere(test, Word::for_) != nullptr;
        if (of_whom)
            out.hundredths_of_percent = amount->hundredths;
        else
            r.report(Code::N05, say(message::asked_part_of_whom), asks.span, {{say(message::asked_part_example)}});
        return of_whom ? std::optional(out) : std::nullopt;
    }
    if (!amount->money) {
        r.report(Code::N05, say(message::asked_amount_in_euros), asks.span, {{say(message::asked_cost_example)}});
        return std::nullopt;
    }
    out.cents = amount->hundredths;
    return out;
}

}  // namespace belegd::resolve
