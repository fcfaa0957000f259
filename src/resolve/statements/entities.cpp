// Second pass, part one: parties, functions, tasks, laws, forms and sources.
#include <algorithm>

#include "base/digraph.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

/// Children before or after their parent in the text come out in tree order; leaves below one task are neighbours.
void number_tasks(Model& model, TaskId id, const BitSet& inherited) {
    auto& task = model[id];
    task.needed = (inherited | task.needs) - task.needs_not;
    const auto needed = task.needed;
    if (task.children.empty()) {
        task.leaf = static_cast<std::uint32_t>(model.leaf_tasks.size());
        model.leaf_tasks.push_back(id);
        return;
    }
    for (const auto child : std::vector<TaskId>(task.children)) number_tasks(model, child, needed);
}

BitSet fill_leaves(Model& model, TaskId id) {
    BitSet leaves(model.leaf_tasks.size());
    if (model[id].children.empty()) leaves.set(model[id].leaf);
    for (const auto child : std::vector<TaskId>(model[id].children)) leaves |= fill_leaves(model, child);
    return model[id].leaves = leaves;
}

BitSet fill_leaves(Model& model, FunctionId id) {
    BitSet leaves(model.leaf_functions.size());
    if (model[id].children.empty()) leaves.set(model[id].leaf);
    for (const auto child : std::vector<FunctionId>(model[id].children)) {
        auto& inherits = model[child];
        if (!inherits.holder) inherits.holder = model[id].holder;
        if (!inherits.follows.valid()) inherits.follows = model[id].follows;
        inherits.plural = inherits.plural || model[id].plural;
        inherits.power = inherits.power || model[id].power;
        leaves |= fill_leaves(model, child);
    }
    return model[id].leaves = leaves;
}

/// The one holder that a clause names: an organ of each municipality, or a party, a body or an organ of it.
std::optional<Actor> holder_of(const std::vector<Actor>& holders) {
    return holders.size() == 1 ? std::optional(holders.front()) : std::nullopt;
}
PartyId party_of(Resolution& r, const Actor& holder) {
    if (holder.owner == Actor::Owner::cooperation) return body_of(r, {holder.index});
    return holder.owner == Actor::Owner::party ? PartyId{holder.index} : PartyId{};
}

/// `hoedanigheid aanbieder`: what is named is all that it is, unless the list is open.
void capacities(Resolution& r, const Phrase& clause, Party& party) {
    for (const auto& item : clause.items)
        if (item.value == Word::open_list) party.capacities_open = true;
    for (const auto& item : divided_items(r, clause.items, {NameKind::capacity})) {
        party.capacities_stated = true;
        if (const auto found = named(r, NameKind::capacity, item.text, item.span))
            party.capacities.push_back({*found});
        else
            party.capacities_open = true;
    }
    auto backing = backing_of(r, clause);
    if (party.capacities_backing.said)
        merge(party.capacities_backing, std::move(backing));
    else
        party.capacities_backing = std::move(backing);
}

}  // namespace

void resolve_parties(Resolution& r) {
    for (const auto& [tree, declared] : r.statements) {
        if (declared.items.empty()) continue;
        const auto is_party = declared.word == Word::municipality || declared.word == Word::organisation;
        if (!is_party) continue;
        const auto known = r.names[NameKind::party].find(declared.items.front().text);
        if (!known || !r.owners[*known].party.valid()) continue;
        const auto id = r.owners[*known].party;
        if (const auto term = term_of(r, declared, *tree); term.days != Period{}) r.model[id].term = term;
        each_clause(r, *tree, declared, [&](const Phrase& clause) {
            if (clause.word == Word::tooi && !clause.items.empty()) {
                const std::string code(clause.items.front().text);
                auto& tooi = r.model[id].tooi;
                if (!tooi.empty() && tooi != code)
                    r.report(Code::N11, say(message::other_tooi, {Text(r.model[id].name), Text(tooi), Text(code)}),
                             clause.span);
                tooi = code;
            } else if (clause.word == Word::organs) {
                for (const auto& item : divided_items(r, clause.items, {NameKind::party}))
                    r.model[id].organs.push_back(named_organ(r, item));
            } else if (clause.word == Word::short_title && !clause.items.empty()) {
                r.model[id].short_title = std::string(clause.items.front().text);
            } else if (clause.word == Word::remark) {
                r.model[id].remarks.push_back(remark_of(clause));
            } else if (clause.word == Word::succeeded_by) {
                for (const auto& item : divided_items(r, clause.items, {NameKind::party}))
                    if (const auto found = named(r, NameKind::party, item.text, item.span);
                        found && r.owners[*found].party.valid())
                        r.model[id].successors.push_back(r.owners[*found].party);
            } else if (clause.word == Word::capacity) {
                capacities(r, clause, r.model[id]);
            }
        });
        merge(r.model[id].backing, backing_of(r, declared));
    }
    for (const auto& [tree, declared] : r.statements) {
        if ((declared.word != Word::organ && declared.word != Word::official) || declared.items.empty()) continue;
        const auto* of = declared.clause(Word::of);
        // Every municipality has those of the library without being told (D1).
        if (of == nullptr && !r.sources[declared.span.file].own()) continue;
        const auto organ = organ_named(r, declared.items.front().text);
        if (of != nullptr && of->items.size() == 1 && is_each_municipality(of->items.front().text)) {
            r.model[organ].of_each = true;
            continue;
        }
        if (of == nullptr && r.model[organ].of_each) continue;
        if (of == nullptr) {
            std::vector<Text> all;
            for (const auto& party : r.model.parties)
                if (party.in_model && party.kind == Party::Kind::municipality && all.size() < 5)
                    all.push_back(to_write(r, party.name));
            const auto whose = all.empty() ? Text("Leiden") : joined(all, ", ");
            r.report(Code::N05, say(message::organ_of_whom, {quoted(Text(declared.items.front().text))}), declared.span,
                     {{say(message::organ_of_example,
                           {syntax::info(declared.word).phrase, to_write(r, declared.items.front().text), whose})}});
            continue;
        }
        for (const auto& item : divided_items(r, of->items, {NameKind::party})) {
            const auto found = named(r, NameKind::party, item.text, item.span);
            if (!found) continue;
            const auto [party, cooperation, region] = r.owners[*found];
            if (region.valid()) {
                r.report(Code::N03, say(message::region_no_actor, {quoted(Text(item.text))}), item.span);
                continue;
            }
            auto& organs = party.valid() ? r.model[party].organs : r.model[cooperation].organs;
            if (party.valid()) mention_party(r, party, item.span);
            if (std::find(organs.begin(), organs.end(), organ) == organs.end()) organs.push_back(organ);
        }
    }
}

void resolve_functions(Resolution& r) {
    auto& model = r.model;
    Digraph parents{static_cast<std::uint32_t>(model.functions.size()), {}};
    for (std::uint32_t i = 0; i < model.functions.size(); ++i)
        if (model.functions[i].parent.valid()) parents.edges.emplace_back(i, model.functions[i].parent.index);
    for (const auto& circle : circles(parents)) {
        r.report(Code::N06, say(message::function_circle, {Text(model.functions[circle.front()].name)}),
                 model.functions[circle.front()].span, {{say(message::circle_out)}});
        for (const auto at : circle) model.functions[at].parent = {}, model.functions[at].children.clear();
    }
    for (std::uint32_t i = 0; i < model.functions.size(); ++i) {
        if (!model.functions[i].children.empty()) continue;
        model.functions[i].leaf = static_cast<std::uint32_t>(model.leaf_functions.size());
        model.leaf_functions.push_back({i});
    }
    for (const auto& [tree, declared] : r.statements) {
        if (declared.word != Word::function || declared.items.empty()) continue;
        const auto known = r.names[NameKind::function].find(declared.items.front().text);
        if (!known) continue;
        auto& function = model.functions[*known];
        Backing general;
        each_clause(r, *tree, declared, [&](const Phrase& clause) {
            switch (clause.word) {
                case Word::plural: function.plural = true; break;
                case Word::follows: {
                    if (clause.items.empty()) break;
                    const auto found =
                        named(r, NameKind::function, clause.items.front().text, clause.items.front().span);
                    if (found && !model.functions[*found].children.empty())
                        r.report(Code::N03, say(message::follows_a_part, {name_of(model, FunctionId{*found})}),
                                 clause.items.front().span, {{say(message::follows_a_part_remedy)}});
                    else if (found)
                        function.follows = {*found};
                    break;
                }
                case Word::power: function.power = true; break;
                case Word::remark: function.remarks.push_back(remark_of(clause)); break;
                case Word::according_to:
                case Word::source: merge(general, backing_of_clause(r, clause)); break;
                case Word::holder: {
                    const auto holders = holders_by_law(r, clause);
                    if (const auto holder = holder_of(holders))
                        function.holder =
                            LawHolder{holder->organ, {}, backing_of(r, clause), clause.span, party_of(r, *holder)};
                    else
                        r.report(Code::N03, say(message::holder_is_organ), clause.span,
                                 {{say(message::holder_example)}});
                    if (function.holder && clause.certainty != Certainty::stated)
                        function.holder->backing.certainty = clause.certainty;
                    break;
                }
                default: break;
            }
        });
        if (function.holder) merge(function.holder->backing, general);
        if (function.follows.valid()) merge(function.follows_backing, general);
        merge(function.backing, std::move(general));
    }
    break_function_circles(r);
    for (std::uint32_t i = 0; i < model.functions.size(); ++i)
        if (!model.functions[i].parent.valid()) {
            fill_leaves(model, FunctionId{i});
            model.top_functions.push_back({i});
        }
}

namespace {

void resolve_task(Resolution& r, const Tree& tree, const Phrase& declared) {
    if (declared.items.empty()) return;
    const auto known = r.names[NameKind::task].find(declared.items.front().text);
    if (!known) return;
    const TaskId id{*known};
    // A model may add to a task of the library.
    if (const auto term = term_of(r, declared, tree); term.days != Period{}) r.model[id].term = term;
    each_clause(
        r, tree, declared,
        [&](const Phrase& clause) {
            auto& task = r.model[id];
            switch (clause.word) {
                case Word::needs: task.needs |= leaves_of(r, functions_named(r, clause.items)); break;
                case Word::needs_not: task.needs_not |= leaves_of(r, functions_named(r, clause.items)); break;
                case Word::valid: task.term = term_of(r, clause, tree); break;
                case Word::remark:
                    task.remarks.push_back(remark_of(clause));
                    task.remarks_backing.push_back(backing_of(r, clause));
                    break;
                case Word::according_to:
                case Word::source: merge(task.backing, backing_of_clause(r, clause)); break;
                case Word::by_law_holder: {
                    const auto* with = clause.clause(Word::with);
                    if (with == nullptr) {
                        r.report(Code::N05, say(message::by_law_with_whom), clause.span,
                                 {{say(message::by_law_example)}});
                        break;
                    }
                    const auto holders = holders_by_law(r, *with);
                    const auto functions = leaves_of(r, functions_named(r, clause.items));
                    const auto holder = holder_of(holders);
                    if (!holder) {
                        r.report(Code::N03, say(message::holder_is_organ), with->span,
                                 {{say(message::by_law_example)}});
                        break;
                    }
                    const auto backing = backing_of(r, clause);
                    if (backing.citations.empty()) {
                        task.holders.push_back(
                            {functions, {holder->organ, {}, backing, clause.span, party_of(r, *holder)}});
                    }
                    for (const auto& cited : backing.citations) {
                        const auto statute = r.names[NameKind::statute].find(cited.law);
                        task.holders.push_back({functions,
                                                {holder->organ, statute ? StatuteId{*statute} : StatuteId{}, backing,
                                                 clause.span, party_of(r, *holder)}});
                    }
                    break;
                }
                default: break;
            }
        },
        [&](const Phrase& inner) { resolve_task(r, tree, inner); });
}

}  // namespace

void resolve_tasks(Resolution& r) {
    auto& model = r.model;
    for (auto& task : model.tasks) task.needs = task.needs_not = BitSet(model.leaf_functions.size());
    for (const auto& [tree, declared] : r.statements)
        if (declared.word == Word::domain || declared.word == Word::task) resolve_task(r, *tree, declared);
    const BitSet nothing(model.leaf_functions.size());
    for (std::uint32_t i = 0; i < model.tasks.size(); ++i)
        if (!model.tasks[i].parent.valid()) model.top_tasks.push_back({i});
    for (const auto id : model.top_tasks) number_tasks(model, id, nothing);
    for (const auto id : model.top_tasks) fill_leaves(model, id);
}

}  // namespace belegd::resolve
