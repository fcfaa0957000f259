// Who gives what to whom: one sentence, one or more rows.
#include <algorithm>
#include <functional>

#include "base/fold.hpp"
#include "model/clauses.hpp"
#include "model/describe.hpp"
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

/// Whether a form can carry a kind of transfer; a form that is not known bars nothing.
bool can_carry(const Model& model, CooperationId cooperation, TransferKind kind) {
    if (!cooperation.valid() || !model[cooperation].form.valid() || model[cooperation].form_open) return true;
    const auto& carried = model[model[cooperation].form].can_carry;
    const auto name = title_name(kind);
    const auto says = [&](const std::string& what) {
        return std::find(carried.begin(), carried.end(), what) != carried.end();
    };
    return says(name.nl) || says(name.en);
}

/// `delegeert subsidiair mandateert` is the second where the form cannot carry the first (D28).
TransferKind kind_of(const Model& model, Word word, CooperationId cooperation) {
    if (word != Word::delegates_else_mandates) return kind_of(word);
    return can_carry(model, cooperation, TransferKind::delegates) ? TransferKind::delegates : TransferKind::mandates;
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

/// `behalve A van B, C van D` as two phrases: before each further `van` the last name belongs to it.
std::vector<Phrase> pairs_of(const Phrase& clause) {
    std::vector<Phrase> out;
    auto functions = clause.items;
    std::size_t seen = 0;
    const auto count = static_cast<std::size_t>(std::count_if(clause.clauses.begin(), clause.clauses.end(),
                                                              [](const Phrase& c) { return c.word == Word::of; }));
    for (const auto& of : clause.clauses) {
        if (of.word != Word::of) continue;
        auto pair = clause;
        pair.items = functions;
        pair.clauses = {of};
        if (++seen < count && pair.clauses.front().items.size() > 1) {
            functions = {pair.clauses.front().items.back()};
            pair.clauses.front().items.pop_back();
        }
        out.push_back(std::move(pair));
    }
    if (out.empty()) out.push_back(clause);
    return out;
}

std::string unit_of(const Resolution::Quantity& amount) {
    return amount.money ? "€" : amount.unit == Word::percent ? "%" : "";
}

std::optional<Condition> condition_of(Resolution& r, const Phrase& phrase, const syntax::Tree& tree) {
    std::optional<Condition> out;
    Span first;
    const auto take = [&](const Phrase& clause, Condition condition) {
        if (out) {
            r.report(Code::L08, say(Message::one_condition), clause.span, {{say(Message::one_line_per_condition)}},
                     {{first, say(Message::also_here)}});
            return;
        }
        out = std::move(condition);
        first = clause.span;
    };
    for (const auto& clause : phrase.clauses) {
        if (clause.word == Word::provided || clause.word == Word::insofar) {
            const auto kind = clause.word == Word::provided ? Condition::Kind::provided : Condition::Kind::insofar;
            const bool open = clause.items.empty() || clause.items.front().kind == Item::Kind::value;
            take(clause, {kind, open ? std::string() : std::string(clause.items.front().text), {}, {}});
        } else if (clause.word == Word::at_most) {
            const auto amount = r.quantity(clause, tree);
            if (!amount) continue;
            if (unit_of(*amount).empty())
                r.report(Code::N05, say(Message::limit_needs_unit), clause.span, {{say(Message::limit_example)}});
            auto text = std::string(r.sources.text(tree.span(clause.argument)));
            if (!amount->money) text += " " + unit_of(*amount);
            take(clause, {Condition::Kind::at_most, std::move(text), amount->hundredths, unit_of(*amount)});
        }
    }
    // `voor zover loonwaarde tot 70 %`: the limit stands behind the text, in the place of a date.
    for (const auto& clause : phrase.clauses) {
        if (clause.word != Word::until && clause.word != Word::through && clause.word != Word::from) continue;
        if (clause.argument == 0) continue;
        const auto kind = tree[clause.argument].kind;
        if (kind != syntax::Kind::amount && kind != syntax::Kind::number) continue;
        if (!out || out->kind != Condition::Kind::insofar) {
            r.report(Code::L05,
                     say(Message::limit_is_no_date, {say(Message::quoted, {syntax::info(clause.word).phrase})}),
                     tree.span(clause.argument), {{say(Message::limit_example)}});
        } else if (const auto amount = r.quantity(clause, tree)) {
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
    const bool nothing = phrase.word == Word::delegates_nothing;
    bool functions_silent = false;
    auto matter = nothing ? Matter{} : matter_of(r, phrase, functions_silent);
    if (functions_silent) {
        for (std::uint32_t i = 0; i < model.functions.size(); ++i)
            if (model.functions[i].power && model.functions[i].children.empty()) matter.functions.push_back({i});
        r.report(Code::N13, say(Message::all_powers_meant),
                 phrase.items.empty() ? phrase.span : phrase.items.front().span);
    } else if (!nothing && matter.tasks.empty() && phrase.clause(Word::of) == nullptr) {
        r.report(Code::N05, say(Message::transfer_of_what, {say(Message::quoted, {syntax::info(phrase.word).phrase})}),
                 phrase.span, {{say(Message::transfer_example)}});
        return;
    }

    Transfer row;
    row.kind = kind_of(model, phrase.word, context.cooperation);
    row.trio = phrase.word == Word::trio;
    row.all_powers = functions_silent || std::any_of(phrase.items.begin(), phrase.items.end(), [](const Item& item) {
                         const auto name = folded(item.text);
                         return name == "alle bevoegdheden" || name == "all powers";
                     });
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
    const std::function<void(const Phrase&)> cut = [&](const Phrase& clause) {
        if (clause.word == Word::source) said.end = std::min(said.end, clause.span.begin);
        for (const auto& inner : clause.clauses) cut(inner);
    };
    for (const auto& clause : phrase.clauses) cut(clause);
    row.text = r.sentence(said);

    auto term_phrase = phrase;
    std::erase_if(term_phrase.clauses, [&](const Phrase& clause) {
        return clause.argument != 0 && (tree[clause.argument].kind == syntax::Kind::amount ||
                                        tree[clause.argument].kind == syntax::Kind::number);
    });
    row.term = r.term(term_phrase, tree);
    row.condition = condition_of(r, phrase, tree);

    bool joint = false, alternatives = false, listed_too = false, no_receiver = true;
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
                for (std::size_t i = 1; i < clause.items.size(); ++i) {
                    listed_too = listed_too || (alternatives && !clause.items[i].after_or);
                    alternatives = alternatives || clause.items[i].after_or;
                }
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
            case Word::status: row.status = r.status(clause, tree).value_or(row.status); break;
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
        // `A en B of C`, `A of B, C`: which belong together is not said.
        const bool mixed = alternatives && (joint || listed_too);
        if (row.together == Transfer::Together::none || mixed)
            r.report(
                Code::N07, say(Message::receivers_unclear), row.receiver_span,
                {{say(Message::receivers_joint)}, {say(Message::receivers_either)}, {say(Message::receivers_each)}});
    }

    // `behalve`: tasks for every function, functions for every task, or functions of tasks.
    std::vector<BitSet> kept(model.leaf_functions.size(), r.leaves_of(matter.tasks));
    const auto functions = r.leaves_of(matter.functions);
    std::vector<BitSet> dropped(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    const auto except = [&](const Phrase& clause) {
        row.except_span = clause.whole;
        const auto parties_only = !clause.items.empty() && clause.clauses.empty() &&
                                  std::all_of(clause.items.begin(), clause.items.end(), [&](const Item& item) {
                                      return r.knows(NameKind::party, item.text) &&
                                             !r.knows(NameKind::task, item.text) &&
                                             !r.knows(NameKind::function, item.text);
                                  });
        if (parties_only) {
            for (const auto party : r.parties(clause.items)) row.except_for.push_back(party);
            return;
        }
        for (const auto& pair : pairs_of(clause)) {
            bool silent = false;
            const auto out = matter_of(r, pair, silent);
            const auto which = out.functions.empty() ? functions : r.leaves_of(out.functions);
            const auto tasks = silent || !out.tasks.empty() ? r.leaves_of(out.tasks) : r.leaves_of(matter.tasks);
            which.each([&](std::size_t f) {
                dropped[f] |= kept[f] & tasks;
                kept[f] -= tasks;
            });
        }
    };
    const Phrase* last_except = nullptr;
    const auto see = [&](const Phrase& clause) {
        if (clause.word == Word::except_) {
            except(clause);
            last_except = &clause;
        } else if (clause.word == Word::for_ && last_except != nullptr) {
            // `behalve wmo voor Zuiddam`: the exception for Zuiddam, or the sentence for Zuiddam?
            const auto between = r.sources.text(
                {clause.span.file, last_except->whole.end, std::max(last_except->whole.end, clause.span.begin)});
            if (between.find_first_not_of(" \t\r\n") == std::string_view::npos)
                r.report(Code::N07, say(Message::except_for_unclear),
                         {clause.span.file, last_except->span.begin, clause.span.end},
                         {{say(Message::except_sentence_for)}, {say(Message::except_for_them)}});
        } else if (clause.word != Word::of) {
            last_except = nullptr;
        }
    };
    for (const auto& clause : phrase.clauses) {
        for (const auto& inner : clause.clauses)
            if (inner.word == Word::except_) see(inner);
        see(clause);
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
    const std::pair key{context.cooperation.index, context.variant.index};
    const auto number = ++r.transfers_in[key];
    const auto id = (context.cooperation.valid() ? model[context.cooperation].name
                     : context.variant.valid()   ? model[context.variant].name
                                                 : std::string("model")) +
                    "/" + std::to_string(number);
    // A duty or a possibility is not the act (D28): it is read, kept and printed, and moves nothing.
    if (phrase.modal != Word::none || nothing) {
        row.id = id;
        model.without_act.push_back(std::move(row));
        return;
    }
    for (auto& each : rows) {
        each.id = id;
        model.transfers.push_back(std::move(each));
    }

    // Naming somebody who does not take part (D7).
    if (!context.cooperation.valid()) return;
    const auto& participants = model[context.cooperation].participants;
    const auto takes_part = [&](PartyId party, Span span) {
        if (std::none_of(participants.begin(), participants.end(),
                         [&](const Participant& p) { return p.party == party; }))
            r.report(Code::N09,
                     say(Message::no_participant, {Text(model[party].name), Text(model[context.cooperation].name)}),
                     span);
    };
    for (const auto party : row.only_for.value_or(std::vector<PartyId>())) takes_part(party, row.for_span);
    for (const auto party : row.except_for) takes_part(party, row.except_span);
}

}  // namespace belegd::model
