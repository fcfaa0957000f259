// Who gives what to whom: one sentence, one or more rows.
#include <algorithm>

#include "model/clauses.hpp"
#include "model/resolution.hpp"

namespace belegd::model {
namespace {

TransferKind kind_of(Word word) {
    switch (word) {
        case Word::delegates: return TransferKind::delegates;
        case Word::mandates:
        case Word::trio: return TransferKind::mandates;
        case Word::empowers: return TransferKind::empowers;
        case Word::authorises: return TransferKind::authorises;
        case Word::entrusts: return TransferKind::entrusts;
        case Word::keeps: return TransferKind::keeps;
        default: return TransferKind::assigns;
    }
}

/// What a sentence is about: functions of tasks.
struct Matter {
    std::vector<FunctionId> functions;
    std::vector<TaskId> tasks;
};

/// Reads a list and its `van`: functions of tasks; without `van` the list may be either.
Matter matter_of(Resolution& r, const Phrase& phrase, bool& functions_silent) {
    Matter out;
    functions_silent = false;
    if (const auto* of = phrase.clause(Word::of)) {
        out.functions = r.functions(phrase.items);
        out.tasks = r.tasks(of->items);
        return out;
    }
    const auto items = r.divided_items(phrase.items, {NameKind::function, NameKind::task});
    const bool all_tasks = !items.empty() && std::all_of(items.begin(), items.end(), [&](const Item& item) {
        return !r.knows(NameKind::function, item.text) && r.knows(NameKind::task, item.text);
    });
    if (all_tasks) {
        functions_silent = true;
        out.tasks = r.tasks(phrase.items);
    } else {
        out.functions = r.functions(phrase.items);
    }
    return out;
}

std::string unit_of(const Resolution::Quantity& amount) {
    return amount.money ? "€" : amount.unit == Word::percent ? "%" : "";
}

std::optional<Condition> condition_of(Resolution& r, const Phrase& phrase, const syntax::Tree& tree) {
    std::optional<Condition> out;
    for (const auto& clause : phrase.clauses) {
        if (clause.word == Word::provided || clause.word == Word::insofar) {
            const auto kind = clause.word == Word::provided ? Condition::Kind::provided : Condition::Kind::insofar;
            if (clause.items.empty() || clause.items.front().kind == Item::Kind::value) {
                out = Condition{kind, {}, {}, {}};
                continue;
            }
            out = Condition{kind, std::string(clause.items.front().text), {}, {}};
        } else if (clause.word == Word::at_most) {
            const auto amount = r.quantity(clause, tree);
            if (!amount) continue;
            out = Condition{Condition::Kind::at_most, std::string(r.sources.text(tree.span(clause.argument))),
                            amount->hundredths, unit_of(*amount)};
            if (!amount->money && amount->unit == Word::none)
                r.report(Code::N05, say(Message::limit_needs_unit), clause.span, {{say(Message::limit_example)}});
        }
    }
    // `voor zover loonwaarde tot 70 %`: the limit stands behind the text, in the place of a date.
    for (const auto& clause : phrase.clauses) {
        const bool limit =
            (clause.word == Word::until || clause.word == Word::through || clause.word == Word::from) &&
            clause.argument != 0 &&
            (tree[clause.argument].kind == syntax::Kind::amount || tree[clause.argument].kind == syntax::Kind::number);
        if (!limit || !out || out->kind != Condition::Kind::insofar) continue;
        if (const auto amount = r.quantity(clause, tree)) {
            out->limit = amount->hundredths;
            out->unit = unit_of(*amount);
            out->above = clause.word == Word::from;
            out->inclusive = clause.word == Word::through;
        }
    }
    return out;
}

}  // namespace

void resolve_transfer(Resolution& r, const Phrase& phrase, const Context& context) {
    auto& model = r.model;
    const auto& tree = *context.tree;
    bool functions_silent = false;
    auto matter = matter_of(r, phrase, functions_silent);
    if (functions_silent) {
        for (std::uint32_t i = 0; i < model.functions.size(); ++i)
            if (model.functions[i].power && model.functions[i].children.empty()) matter.functions.push_back({i});
        r.report(Code::N13, say(Message::all_powers_meant),
                 phrase.items.empty() ? phrase.span : phrase.items.front().span);
    } else if (matter.tasks.empty() && !matter.functions.empty() && phrase.clause(Word::of) == nullptr) {
        r.report(Code::N05, say(Message::transfer_of_what, {say(Message::quoted, {syntax::info(phrase.word).phrase})}),
                 phrase.span, {{say(Message::transfer_example)}});
        return;
    }

    Transfer row;
    row.kind = kind_of(phrase.word);
    row.trio = phrase.word == Word::trio;
    row.cooperation = context.cooperation;
    row.package = context.package;
    row.variant = context.cooperation.valid() ? model[context.cooperation].variant : context.variant;
    row.statement = r.statement_count++;
    row.named_functions = matter.functions;
    row.named_tasks = matter.tasks;
    row.span = phrase.whole;
    row.head_span = phrase.span;
    if (const auto* of = phrase.clause(Word::of)) row.head_span.end = of->span.end;
    row.backing = r.backing(phrase);

    // The row as it would be said again: up to its source.
    auto said = phrase.whole;
    for (const auto& clause : phrase.clauses)
        if (clause.word == Word::source && clause.span.begin > said.begin)
            said.end = std::min(said.end, clause.span.begin);
    row.text = r.sentence(said);

    auto term_phrase = phrase;
    std::erase_if(term_phrase.clauses, [&](const Phrase& clause) {
        return clause.argument != 0 && (tree[clause.argument].kind == syntax::Kind::amount ||
                                        tree[clause.argument].kind == syntax::Kind::number);
    });
    row.term = r.term(term_phrase, tree);
    row.condition = condition_of(r, phrase, tree);

    bool joint = false, alternatives = false, no_receiver = true;
    std::size_t lists = 0;
    for (const auto& clause : phrase.clauses) {
        switch (clause.word) {
            case Word::to:
            case Word::with: {
                no_receiver = false;
                ++lists;
                bool with_and = false;
                const auto found = r.actors(clause, context, &with_and);
                for (const auto& actor : found)
                    if (std::find(row.receivers.begin(), row.receivers.end(), actor) == row.receivers.end())
                        row.receivers.push_back(actor);
                joint = joint || with_and;
                for (const auto& item : clause.items) alternatives = alternatives || item.after_or;
                row.receiver_span = clause.whole;
                break;
            }
            case Word::by: {
                const auto givers = r.actors(clause, context);
                if (givers.size() == 1)
                    row.giver = givers.front();
                else if (!givers.empty())
                    r.report(Code::N07, say(Message::one_giver), clause.span, {{say(Message::one_line_per_giver)}});
                row.giver_span = clause.whole;
                break;
            }
            case Word::for_:
                row.only_for = r.parties(clause.items);
                row.for_span = clause.span;
                break;
            case Word::except_for:
                for (const auto party : r.parties(clause.items)) row.except_for.push_back(party);
                row.except_span = clause.span;
                break;
            case Word::jointly: joint = true; break;
            case Word::submandate: row.submandate = true; break;
            case Word::no_submandate: row.submandate = false; break;
            case Word::place:
                if (!clause.items.empty()) row.place = std::string(clause.items.front().text);
                break;
            default: break;
        }
    }
    if (no_receiver) {
        r.report(Code::N05,
                 say(row.kind == TransferKind::keeps ? Message::keeps_with_whom : Message::transfer_to_whom,
                     {say(Message::quoted, {syntax::info(phrase.word).phrase})}),
                 phrase.span, {{say(Message::receiver_example)}});
        return;
    }
    if (row.receivers.empty()) return;  // said already
    if (row.receivers.size() > 1) {
        row.together = joint          ? Transfer::Together::joint
                       : alternatives ? Transfer::Together::either
                                      : Transfer::Together::none;
        if (row.together == Transfer::Together::none)
            r.report(
                Code::N07, say(Message::receivers_unclear), row.receiver_span,
                {{say(Message::receivers_joint)}, {say(Message::receivers_either)}, {say(Message::receivers_each)}});
    }

    // `behalve`: tasks for every function, functions for every task, or functions of tasks.
    std::vector<BitSet> kept(model.leaf_functions.size(), r.leaves_of(matter.tasks));
    const auto functions = r.leaves_of(matter.functions);
    std::vector<BitSet> dropped(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    const auto except = [&](const Phrase& clause) {
        bool silent = false;
        const auto out = matter_of(r, clause, silent);
        row.except_span = clause.whole;
        auto which = out.functions.empty() ? functions : r.leaves_of(out.functions);
        auto tasks = silent || !out.tasks.empty() ? r.leaves_of(out.tasks) : r.leaves_of(matter.tasks);
        which.each([&](std::size_t f) {
            dropped[f] |= kept[f] & tasks;
            kept[f] -= tasks;
        });
    };
    for (const auto& clause : phrase.clauses) {
        if (clause.word == Word::except_) except(clause);
        for (const auto& inner : clause.clauses)
            if (inner.word == Word::except_) except(inner);
    }

    // Functions with the same tasks make one row.
    std::vector<Transfer> rows;
    functions.each([&](std::size_t f) {
        auto same = std::find_if(rows.begin(), rows.end(), [&](const Transfer& other) {
            return other.tasks == kept[f] && other.excepted == dropped[f];
        });
        if (same == rows.end()) {
            same = rows.insert(rows.end(), row);
            same->tasks = kept[f];
            same->excepted = dropped[f];
            same->functions = BitSet(model.leaf_functions.size());
        }
        same->functions.set(f);
    });
    const auto key = context.cooperation.valid() ? context.cooperation.index : ~context.variant.index;
    const auto number = ++r.transfers_in[key];
    const auto id = (context.cooperation.valid() ? model[context.cooperation].name
                     : context.variant.valid()   ? model[context.variant].name
                                                 : std::string("model")) +
                    "/" + std::to_string(number);
    for (auto& each : rows) {
        each.id = id;
        model.transfers.push_back(std::move(each));
    }

    // Naming somebody who does not take part (D7).
    if (row.only_for && context.cooperation.valid()) {
        const auto& participants = model[context.cooperation].participants;
        for (const auto party : *row.only_for)
            if (std::none_of(participants.begin(), participants.end(),
                             [&](const Participant& p) { return p.party == party; }))
                r.report(Code::N09,
                         say(Message::no_participant, {Text(model[party].name), Text(model[context.cooperation].name)}),
                         row.for_span);
    }
}

}  // namespace belegd::model
