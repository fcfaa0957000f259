// First pass: every declaration gets its row and its names, so that the order of a text does not matter.
#include <algorithm>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/resolution.hpp"
#include "syntax/load.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using syntax::Tree;

std::string name_of(const Phrase& phrase) {
    return phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
}

class Declarer {
   public:
    explicit Declarer(Resolution& r) : r_(r) {}

    void statement(const Tree& tree, const Phrase& phrase) {
        if (phrase.items.empty() && phrase.word != Word::test) return;
        switch (phrase.word) {
            case Word::municipality: party(phrase, Party::Kind::municipality); break;
            case Word::organisation: party(phrase, Party::Kind::organisation); break;
            case Word::organ:
            case Word::official: organ(tree, phrase); break;
            case Word::function: function(phrase); break;
            case Word::domain:
            case Word::task: task(tree, phrase, {}); break;
            case Word::law: statute(phrase); break;
            case Word::form: entitled(NameKind::form, r_.model.forms, phrase); break;
            case Word::provision: entitled(NameKind::provision, r_.model.provisions, phrase); break;
            case Word::capacity: entitled(NameKind::capacity, r_.model.capacities, phrase); break;
            case Word::named_condition: entitled(NameKind::condition, r_.model.conditions, phrase); break;
            case Word::source: document(phrase); break;
            case Word::cooperation:
            case Word::arrangement:
            case Word::agreement: cooperation(tree, phrase, {}); break;
            case Word::variant: variant(tree, phrase); break;
            case Word::region: region(phrase); break;
            case Word::decision:
            case Word::milestone:
            case Word::decision_rule: planned(phrase); break;
            default: break;
        }
    }

   private:
    bool own(const Phrase& phrase) const { return r_.sources[phrase.span.file].own(); }

    void aliases(NameKind kind, const Phrase& phrase, std::uint32_t index, std::vector<std::string>& out) {
        const auto add = [&](const Phrase& clause) {
            for (const auto& item : divided_items(r_, clause.items, {kind})) {
                out.emplace_back(item.text);
                declare(r_, kind, item.text, index, item.span, {});
            }
        };
        for (const auto& clause : phrase.clauses)
            if (clause.word == Word::also_called) add(clause);
        for (const auto* inner : inner_phrases_)
            if (inner->word == Word::also_called) add(*inner);
    }

    /// A party goes by its code in the register of public bodies too.
    void code(const Phrase& phrase, std::uint32_t index) {
        const auto add = [&](const Phrase& clause) {
            if (clause.word == Word::tooi && !clause.items.empty())
                r_.names[NameKind::party].add_code(clause.items.front().text, index);
        };
        for (const auto& clause : phrase.clauses) add(clause);
        for (const auto* inner : inner_phrases_) add(*inner);
        if (phrase.word == Word::municipality) with_surroundings(name_of(phrase), index);
    }

    /// `Kollumerland en Nieuwkruisland`, `Nuenen, Gerwen en Nederwetten`: papers write `Kollumerland c.a.`.
    void with_surroundings(std::string_view name, std::uint32_t index) {
        const auto end = std::min(name.find(" en "), name.find(", "));
        if (end != std::string_view::npos)
            r_.names[NameKind::party].add_code(std::string(name.substr(0, end)) + " c.a.", index);
    }

    /// The clauses that stand on lines of their own in the block, needed here for names and children.
    void look_inside(const Tree& tree, const Phrase& phrase) {
        inner_phrases_.clear();
        for (const auto node : phrase.block)
            if (tree[node].kind == Kind::statement) inner_phrases_.push_back(&r_.phrases.at(tree, node));
    }

    void organ(const Tree& tree, const Phrase& phrase) {
        const auto id = organ_named(r_, name_of(phrase));
        r_.used(NameKind::organ, id.index, name_span(phrase), true);
        if (phrase.word == Word::official) r_.model[id].official = true;
        if (phrase.word == Word::official && !own(phrase) && phrase.clause(Word::of) == nullptr)
            r_.model[id].of_any = true;
        if (!phrase.title.empty()) {
            r_.model[id].in_english = phrase.title.en;
            r_.organ_names.add(phrase.title.en, id.index);
        }
        look_inside(tree, phrase);
        const auto add = [&](const Phrase& clause) {
            if (clause.word == Word::common_gender) r_.model[id].gender = Gender::common;
            if (clause.word == Word::neuter_gender) r_.model[id].gender = Gender::neuter;
            if (clause.word != Word::also_called) return;
            for (const auto& item : divided_items(r_, clause.items, {NameKind::organ}))
                r_.organ_names.add(item.text, id.index);
        };
        for (const auto& clause : phrase.clauses) add(clause);
        for (const auto* inner : inner_phrases_) add(*inner);
    }

    /// Who gives its code, or the days on which it exists, means another municipality than the one of the library.
    static bool told_apart(const Phrase& phrase) {
        return std::any_of(phrase.clauses.begin(), phrase.clauses.end(), [](const Phrase& clause) {
            switch (clause.word) {
                case Word::tooi:
                case Word::from:
                case Word::as_of:
                case Word::until:
                case Word::through: return true;
                default: return false;
            }
        });
    }

    void party(const Phrase& phrase, Party::Kind kind) {
        const auto name = name_of(phrase);
        if (const auto known = r_.names[NameKind::party].find(name)) {
            const auto party = r_.owners[*known].party;
            // The library has every municipality; a model may declare its own again.
            if (party.valid() && !r_.sources[r_.model[party].span.file].own() && own(phrase) &&
                r_.model[party].kind == kind) {
                r_.model[party].in_model = true;
                r_.used(NameKind::party, *known, name_span(phrase), true);
                r_.model[party].span = name_span(phrase);
                look_inside(*tree_, phrase);
                aliases(NameKind::party, phrase, *known, r_.model[party].aliases);
                code(phrase, *known);
                return;
            }
        }
        if (kind == Party::Kind::municipality && own(phrase) && name.size() > 5 && !told_apart(phrase))
            if (const auto near = of_the_library_.nearest(name, name.size() > 10 ? 2 : 1);
                near && !r_.names[NameKind::party].find(name))
                r_.report(Code::N14, say(message::unknown_municipality, {quoted(Text(name))}), name_span(phrase),
                          {{say(message::did_you_mean, {Text(*near)})}});
        const auto index = static_cast<std::uint32_t>(r_.owners.size());
        if (!declare(r_, NameKind::party, name, index, name_span(phrase), {})) return;
        const PartyId id{static_cast<std::uint32_t>(r_.model.parties.size())};
        r_.owners.push_back({id, {}, {}});
        Party row;
        row.name = name;
        row.title = phrase.title;
        row.kind = kind;
        row.span = name_span(phrase);
        row.in_model = own(phrase);
        if (kind == Party::Kind::municipality) row.organs = {r_.model.raad, r_.model.college, r_.model.burgemeester};
        look_inside(*tree_, phrase);
        r_.model.parties.push_back(std::move(row));
        if (kind == Party::Kind::municipality && !own(phrase)) of_the_library_.add(name);
        aliases(NameKind::party, phrase, index, r_.model[id].aliases);
        code(phrase, index);
    }

    FunctionId function_row(std::string name, Span span) {
        const FunctionId id{static_cast<std::uint32_t>(r_.model.functions.size())};
        Function row;
        row.name = std::move(name);
        row.title = Text(row.name);
        row.span = span;
        r_.model.functions.push_back(std::move(row));
        return id;
    }

    void function(const Phrase& phrase) {
        const auto name = name_of(phrase);
        // A child may have been named by its parent's `omvat` before.
        FunctionId id;
        if (const auto known = r_.names[NameKind::function].find(name);
            known && children_by_mention_.erase(*known) > 0) {
            id = {*known};
            r_.model[id].span = name_span(phrase);
            r_.used(NameKind::function, id.index, name_span(phrase), true);
        } else {
            id = function_row(name, name_span(phrase));
            if (!declare(r_, NameKind::function, name, id.index, name_span(phrase), {})) return;
        }
        if (!phrase.title.empty()) {
            r_.model[id].title = phrase.title;
            if (phrase.title.en != phrase.title.nl && !r_.names[NameKind::function].find(phrase.title.en))
                r_.names[NameKind::function].add(phrase.title.en, id.index);
        }
        look_inside(*tree_, phrase);
        aliases(NameKind::function, phrase, id.index, r_.model[id].aliases);
        const auto children = [&](const Phrase& clause) {
            for (const auto& item : divided_items(r_, clause.items, {NameKind::function})) {
                FunctionId child;
                if (const auto known = r_.names[NameKind::function].find(item.text)) {
                    child = {*known};
                    r_.used(NameKind::function, *known, item.span);
                } else {
                    child = function_row(std::string(item.text), item.span);
                    r_.names[NameKind::function].add(item.text, child.index);
                    children_by_mention_.insert(child.index);
                    r_.used(NameKind::function, child.index, item.span, true);
                }
                const auto parent = r_.model[child].parent;
                if (parent.valid() && parent != id) {
                    r_.report(Code::N07,
                              say(message::two_parents,
                                  {Text(r_.model[child].name), Text(r_.model[parent].name), Text(r_.model[id].name)}),
                              item.span, {{say(message::one_parent, {Text(r_.model[child].name)})}},
                              {{r_.model[parent].span, say(message::one_parent_there)}});
                    continue;
                }
                r_.model[child].parent = id;
                r_.model[id].children.push_back(child);
            }
        };
        for (const auto& clause : phrase.clauses)
            if (clause.word == Word::includes) children(clause);
        for (const auto* inner : inner_phrases_)
            if (inner->word == Word::includes) children(*inner);
    }

    /// `taak bijstand { vergt … }` in a model adds to what the library says of that task.
    std::optional<TaskId> added_to(const Phrase& phrase, TaskId parent) {
        const auto known = r_.names[NameKind::task].find(name_of(phrase));
        if (!known || parent.valid() || !own(phrase) || !phrase.title.empty()) return std::nullopt;
        if (r_.sources[r_.model.tasks[*known].span.file].own()) return std::nullopt;
        r_.used(NameKind::task, *known, name_span(phrase));
        return TaskId{*known};
    }

    void task(const Tree& tree, const Phrase& phrase, TaskId parent) {
        if (const auto known = added_to(phrase, parent)) {
            look_inside(tree, phrase);
            aliases(NameKind::task, phrase, known->index, r_.model[*known].aliases);
            const auto inside = std::move(inner_phrases_);
            for (const auto* inner : inside)
                if (inner->word == Word::task && !inner->items.empty()) task(tree, *inner, *known);
            return;
        }
        const TaskId id{static_cast<std::uint32_t>(r_.model.tasks.size())};
        Task row;
        row.name = name_of(phrase);
        row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
        row.parent = parent;
        row.domain = phrase.word == Word::domain;
        row.span = name_span(phrase);
        r_.model.tasks.push_back(std::move(row));
        if (parent.valid()) r_.model[parent].children.push_back(id);
        declare(r_, NameKind::task, name_of(phrase), id.index, name_span(phrase), {});
        if (phrase.title.en != phrase.title.nl && !r_.names[NameKind::task].find(phrase.title.en))
            r_.names[NameKind::task].add(phrase.title.en, id.index);
        look_inside(tree, phrase);
        auto& found = r_.model[id].aliases;
        aliases(NameKind::task, phrase, id.index, found);
        const auto inside = std::move(inner_phrases_);
        for (const auto* inner : inside)
            if (inner->word == Word::task && !inner->items.empty()) task(tree, *inner, id);
    }

    template <typename Row>
    std::uint32_t simple(NameKind kind, std::vector<Row>& rows, const Phrase& phrase) {
        const auto index = static_cast<std::uint32_t>(rows.size());
        Row row;
        row.name = name_of(phrase);
        row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
        row.span = name_span(phrase);
        rows.push_back(std::move(row));
        declare(r_, kind, name_of(phrase), index, name_span(phrase), {});
        return index;
    }

    void statute(const Phrase& phrase) {
        const auto index = simple(NameKind::statute, r_.model.statutes, phrase);
        look_inside(*tree_, phrase);
        aliases(NameKind::statute, phrase, index, r_.model.statutes[index].aliases);
    }
    /// What is called by its title in English too.
    template <typename Row>
    void entitled(NameKind kind, std::vector<Row>& rows, const Phrase& phrase) {
        const auto index = simple(kind, rows, phrase);
        look_inside(*tree_, phrase);
        aliases(kind, phrase, index, rows[index].aliases);
        if (phrase.title.en != phrase.title.nl && !r_.names[kind].find(phrase.title.en))
            r_.names[kind].add(phrase.title.en, index);
    }
    void document(const Phrase& phrase) { simple(NameKind::document, r_.model.documents, phrase); }

    void cooperation(const Tree& tree, const Phrase& phrase, VariantId variant) {
        const CooperationId id{static_cast<std::uint32_t>(r_.model.cooperations.size())};
        const auto index = static_cast<std::uint32_t>(r_.owners.size());
        Cooperation row;
        row.name = name_of(phrase);
        row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
        row.word = phrase.word == Word::arrangement ? Cooperation::Word::arrangement
                   : phrase.word == Word::agreement ? Cooperation::Word::agreement
                                                    : Cooperation::Word::cooperation;
        row.first_version = id;
        row.variant = variant;
        row.span = {phrase.span.file, phrase.span.begin,
                    phrase.title_span.empty() ? phrase.span.end : phrase.title_span.end};
        row.name_span = name_span(phrase);
        r_.model.cooperations.push_back(std::move(row));
        if (declare(r_, NameKind::party, name_of(phrase), index, name_span(phrase), {}))
            r_.owners.push_back({{}, id, {}});
        look_inside(tree, phrase);
        aliases(NameKind::party, phrase, index, r_.model[id].aliases);
        for (const auto* inner : inner_phrases_)
            if (inner->word == Word::organs)
                for (const auto& item : divided_items(r_, inner->items, {NameKind::party})) organ_named(r_, item.text);
    }

    void region(const Phrase& phrase) {
        const RegionId id{static_cast<std::uint32_t>(r_.model.regions.size())};
        const auto index = static_cast<std::uint32_t>(r_.owners.size());
        Region row;
        row.name = name_of(phrase);
        row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
        row.span = name_span(phrase);
        r_.model.regions.push_back(std::move(row));
        if (declare(r_, NameKind::party, name_of(phrase), index, name_span(phrase), {}))
            r_.owners.push_back({{}, {}, id});
        look_inside(*tree_, phrase);
        aliases(NameKind::party, phrase, index, r_.model[id].aliases);
    }

    /// A decision, a milestone or a decision rule.
    void planned(const Phrase& phrase) {
        const auto index = static_cast<std::uint32_t>(r_.planned.size());
        Resolution::Planned planned;
        const auto fill = [&](auto& rows) {
            auto& row = rows.emplace_back();
            row.name = name_of(phrase);
            row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
            row.span = name_span(phrase);
            return static_cast<std::uint32_t>(rows.size() - 1);
        };
        if (phrase.word == Word::decision)
            planned.decision = {fill(r_.model.decisions)};
        else if (phrase.word == Word::decision_rule)
            planned.rule = {fill(r_.model.decision_rules)};
        else
            planned.milestone = {fill(r_.model.milestones)};
        r_.planned.push_back(planned);
        declare(r_, NameKind::decision, name_of(phrase), index, name_span(phrase), {});
    }

    void variant(const Tree& tree, const Phrase& phrase) {
        const VariantId id{simple(NameKind::variant, r_.model.variants, phrase)};
        look_inside(tree, phrase);
        const auto inside = std::move(inner_phrases_);
        for (const auto* inner : inside)
            if ((inner->word == Word::cooperation || inner->word == Word::arrangement ||
                 inner->word == Word::agreement) &&
                !inner->items.empty())
                cooperation(tree, *inner, id);
            else if ((inner->word == Word::decision || inner->word == Word::milestone) && !inner->items.empty())
                planned(*inner);
    }

    Resolution& r_;
    const Tree* tree_ = nullptr;
    std::vector<const Phrase*> inner_phrases_;
    std::set<std::uint32_t> children_by_mention_;
    KnownNames of_the_library_;  ///< its municipalities

   public:
    void in(const Tree& tree) { tree_ = &tree; }
};

}  // namespace

/// Who else may be meant by the name of a municipality without what tells it apart.
void find_namesakes(Model& model) {
    for (std::uint32_t i = 0; i < model.parties.size(); ++i) {
        auto& row = model.parties[i];
        const auto plain = plain_name(row);
        if (plain.empty()) continue;
        const auto sought = folded(plain);
        for (std::uint32_t other = 0; other < model.parties.size(); ++other) {
            const auto& party = model.parties[other];
            if (other != i && (folds_to(party.name, sought) || folds_to(plain_name(party), sought)))
                row.namesakes.push_back({other});
        }
    }
}

void declare_names(Resolution& resolution) {
    auto& model = resolution.model;
    model.raad = organ_named(resolution, "raad");
    model.college = organ_named(resolution, "college");
    model.burgemeester = organ_named(resolution, "burgemeester");
    const auto municipalities = std::count_if(resolution.statements.begin(), resolution.statements.end(),
                                              [](const auto& each) { return each.phrase.word == Word::municipality; });
    model.parties.reserve(model.parties.size() + static_cast<std::size_t>(municipalities));
    Declarer declarer(resolution);
    for (const auto& [tree, phrase] : resolution.statements) {
        declarer.in(*tree);
        declarer.statement(*tree, phrase);
    }
    find_namesakes(model);
}

}  // namespace belegd::resolve
