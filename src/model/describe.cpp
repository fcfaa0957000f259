#include "model/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reports.hpp"
#include "diagnostics/messages/rules.hpp"

namespace belegd::model {
namespace {

bool is_whole_of_one(const Task& task) { return !task.domain && task.children.size() == 1; }
bool is_whole_of_one(const Function&) { return false; }

template <typename Row, typename Table>
void collect(const Table& rows, Id<Row> id, const BitSet& leaves, const BitSet* relevant, std::vector<Id<Row>>& out) {
    const auto& row = rows[id.index];
    if (!row.leaves.intersects(leaves)) return;
    const auto meant = relevant == nullptr ? row.leaves : row.leaves & *relevant;
    // What is all in one branch goes by the name of that branch: a task that is alone is not its domain. A task that has
    // one part only is called by its own name.
    const bool branches =
        is_whole_of_one(row) || std::none_of(row.children.begin(), row.children.end(),
                                             [&](Id<Row> child) { return rows[child.index].leaves.includes(meant); });
    if (branches && leaves.includes(meant)) {
        out.push_back(id);
        return;
    }
    for (const auto child : row.children) collect(rows, child, leaves, relevant, out);
}

template <typename Row, typename Table>
std::vector<Id<Row>> nodes(const Table& rows, const std::vector<Id<Row>>& top, const BitSet& leaves,
                           const BitSet* relevant) {
    std::vector<Id<Row>> out;
    for (const auto id : top) collect(rows, id, leaves, relevant, out);
    return out;
}

}  // namespace

std::vector<TaskId> nodes_of(const Model& model, const BitSet& leaves, const BitSet* relevant) {
    return nodes(model.tasks, model.top_tasks, leaves, relevant);
}
std::vector<FunctionId> function_nodes_of(const Model& model, const BitSet& leaves) {
    return nodes(model.functions, model.top_functions, leaves, nullptr);
}

BitSet needing(const Model& model, const BitSet& functions) {
    BitSet out(model.leaf_tasks.size());
    functions.each([&](std::size_t function) { out |= model.tasks_needing[function]; });
    return out;
}

Text printable(std::string_view name) {
    std::string out(name);
    // Within a word it stands for a blank; around one, as in the title `Dienst _Oost_`, it is a mark of its own.
    for (std::size_t at = 1; at + 1 < out.size(); ++at)
        if (out[at] == '_' && out[at - 1] != ' ' && out[at + 1] != ' ') out[at] = ' ';
    return Text(out);
}

Text as_name(std::string_view name) {
    const bool plain = !name.empty() && name[0] >= 'a' && name[0] <= 'z';
    return plain ? quoted(printable(name)) : printable(name);
}

namespace {

/// The name; in English the translated title where there is one.
template <typename Row>
Text name_in_both(const Row& row) {
    auto out = printable(row.name);
    if (row.title.en != row.title.nl) out.en = row.title.en;
    return out;
}

}  // namespace

Text name_of(const Model& model, TaskId task) { return name_in_both(model[task]); }

Text name_of(const Model& model, FunctionId function) { return name_in_both(model[function]); }

Text tasks_of(const Model& model, const BitSet& leaves, const BitSet* relevant) {
    std::vector<Text> names;
    for (const auto id : nodes_of(model, leaves, relevant)) names.push_back(name_of(model, id));
    return listed(names);
}

Text tasks_named(const Model& model, const std::vector<TaskId>& named, const BitSet& leaves) {
    BitSet meant(model.leaf_tasks.size());
    std::vector<Text> names;
    for (const auto id : named) {
        meant |= model[id].leaves;
        names.push_back(name_of(model, id));
    }
    return meant == leaves && !names.empty() ? listed(names) : tasks_of(model, leaves);
}

Text functions_of(const Model& model, const BitSet& leaves) {
    std::vector<Text> names;
    for (const auto id : function_nodes_of(model, leaves)) names.push_back(name_of(model, id));
    return listed(names);
}

Text organ_name(const Model& model, OrganId organ) {
    auto out = printable(model[organ].name);
    if (const auto& english = model[organ].in_english; !english.empty()) out.en = english;
    return out;
}

std::string_view plain_name(const Party& party) {
    const std::string_view name = party.name;
    const auto bracket = name.find(" (");
    return bracket == std::string::npos || !name.ends_with(')') ? std::string_view{} : name.substr(0, bracket);
}

Text name_of(const Model& model, PartyId party) {
    const auto& row = model[party];
    const auto plain = plain_name(row);
    if (plain.empty() || std::find(row.aliases.begin(), row.aliases.end(), plain) == row.aliases.end())
        return printable(row.name);
    const bool only =
        std::none_of(row.namesakes.begin(), row.namesakes.end(), [&](PartyId other) { return model[other].in_model; });
    return printable(only ? plain : std::string_view(row.name));
}

Text name_of(const Model& model, const Actor& actor) {
    if (actor.owner == Actor::Owner::own)
        return actor.organ.valid() ? organ_name(model, actor.organ) : say(message::municipality_itself);
    const auto owner = actor.owner == Actor::Owner::party ? name_of(model, PartyId{actor.index})
                                                          : printable(model.cooperations[actor.index].name);
    return actor.organ.valid() ? say(message::organ_of, {organ_name(model, actor.organ), owner}) : owner;
}

Text names_of(const Model& model, const std::vector<Actor>& actors) {
    std::vector<Text> names;
    names.reserve(actors.size());
    for (const auto& actor : actors) names.push_back(name_of(model, actor));
    return listed_apart(actors, names);
}

Text the_names_of(const Model& model, const std::vector<Actor>& actors) {
    std::vector<Text> names;
    names.reserve(actors.size());
    for (const auto& actor : actors) {
        auto whole = actor;
        whole.organ = {};
        names.push_back(!actor.organ.valid() ? name_of(model, actor)
                        : actor.owner == Actor::Owner::own
                            ? the_organ(model, actor.organ)
                            : say(message::organ_of, {the_organ(model, actor.organ), name_of(model, whole)}));
    }
    return listed_apart(actors, names);
}

Text listed_apart(const std::vector<Actor>& actors, const std::vector<Text>& names, bool either) {
    auto plain = either ? alternatives(names) : listed(names);
    if (actors.size() != names.size() || actors.size() < 2) return plain;
    const auto &before = actors[actors.size() - 2], &last = actors.back();
    const bool of_another = before.organ.valid() && before.owner != Actor::Owner::own;
    if (!of_another || last.organ.valid() || last.owner == Actor::Owner::own) return plain;
    std::vector<Text> ends{joined({names.begin(), names.end() - 1}, ", "), names.back()};
    ends.front() = joined({ends.front(), Text()}, ",");
    return either ? alternatives(ends) : listed(ends);
}

Text names_seen_by(const Model& model, const std::vector<Actor>& actors, PartyId own) {
    std::vector<Text> names;
    for (const auto& actor : actors) {
        const bool ours =
            actor.owner == Actor::Owner::own || (actor.owner == Actor::Owner::party && actor.index == own.index);
        if (!ours) {
            names.push_back(name_of(model, actor));
        } else if (!actor.organ.valid()) {
            names.push_back(say(message::municipality_itself));
        } else {
            const auto gender = gender_of(model, actor.organ);
            names.push_back(say(gender == Gender::neuter   ? message::their_own_neuter
                                : gender == Gender::common ? message::their_own_common
                                                           : message::their_own_bare,
                                {organ_name(model, actor.organ)}));
        }
    }
    return listed(names);
}

Text parties_of(const Model& model, const std::vector<PartyId>& parties) {
    std::vector<Text> names;
    names.reserve(parties.size());
    for (const auto party : parties) names.push_back(name_of(model, party));
    return listed(names);
}

Text name_of(const Model& model, VariantId variant) {
    return variant.valid() ? printable(model[variant].name) : say(message::the_present);
}

namespace {

template <typename Row>
Text title_or_name(const Row& row) {
    return row.title.empty() || row.title == Text(row.name) ? printable(row.name) : row.title;
}

}  // namespace

Text title_of(const Model& model, TaskId task) { return title_or_name(model[task]); }
Text title_of(const Model& model, CooperationId cooperation) { return title_or_name(model[cooperation]); }
Text title_of(const Model& model, DecisionId decision) { return title_or_name(model[decision]); }
Text title_of(const Model& model, DocumentId document) { return title_or_name(model[document]); }

Text name_of(NameKind kind) {
    switch (kind) {
        case NameKind::party: return say(message::kind_party);
        case NameKind::function: return say(message::kind_function);
        case NameKind::task: return say(message::kind_task);
        case NameKind::statute: return say(message::kind_statute);
        case NameKind::form: return say(message::kind_form);
        case NameKind::document: return say(message::kind_document);
        case NameKind::variant: return say(message::kind_variant);
        case NameKind::decision: return say(message::kind_decision);
        case NameKind::organ: return say(message::kind_organ);
        case NameKind::package: return say(message::kind_package);
        case NameKind::overview: return say(message::kind_overview);
        case NameKind::rule: return say(message::kind_rule);
        case NameKind::procedure: return say(message::kind_procedure);
        case NameKind::step: return say(message::kind_step);
        case NameKind::criterion: return say(message::kind_criterion);
        case NameKind::provision: return say(message::kind_provision);
        case NameKind::capacity: return say(message::kind_capacity);
        case NameKind::condition: return say(message::kind_condition);
    }
    return {};
}

Text name_of(Status status) {
    switch (status) {
        case Status::lapsed: return say(message::status_lapsed);
        case Status::rejected: return say(message::status_rejected);
        case Status::under_research: return say(message::status_under_research);
        case Status::intent: return say(message::status_intent);
        case Status::intended: return say(message::status_intended);
        case Status::decided: return say(message::status_decided);
    }
    return {};
}

syntax::Word left_open(std::string_view words) {
    for (const auto word : {syntax::Word::not_stated, syntax::Word::withheld, syntax::Word::unknown})
        if (syntax::info(word).phrase.nl == words) return word;
    return syntax::Word::none;
}

Silence silence_of(syntax::Word word) {
    switch (word) {
        case syntax::Word::not_stated: return Silence::not_stated;
        case syntax::Word::withheld: return Silence::withheld;
        case syntax::Word::unknown: return Silence::unknown;
        default: return Silence::none;
    }
}

Text name_of(Criterion::Verdict verdict) {
    switch (verdict) {
        case Criterion::Verdict::not_said: return syntax::info(syntax::Word::not_stated).phrase;
        case Criterion::Verdict::fulfilled: return syntax::info(syntax::Word::fulfilled).phrase;
        case Criterion::Verdict::not_fulfilled: return syntax::info(syntax::Word::not_fulfilled).phrase;
        case Criterion::Verdict::not_known: return syntax::info(syntax::Word::not_yet_known).phrase;
    }
    return {};
}

Text name_of(Silence silence) {
    switch (silence) {
        case Silence::none: return {};
        case Silence::not_stated: return syntax::info(syntax::Word::not_stated).phrase;
        case Silence::withheld: return syntax::info(syntax::Word::withheld).phrase;
        case Silence::unknown: return syntax::info(syntax::Word::unknown).phrase;
    }
    return {};
}

Text name_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::stated: return {};
        case Certainty::inferred: return say(message::certainty_inferred);
        case Certainty::provisional: return say(message::certainty_provisional);
        case Certainty::uncertain: return say(message::certainty_uncertain);
    }
    return {};
}

Text title_name(TransferKind kind, bool trio) {
    if (trio) return say(message::title_trio);
    switch (kind) {
        case TransferKind::keeps: return say(message::title_keeps);
        case TransferKind::assigns: return say(message::title_assigns);
        case TransferKind::entrusts: return say(message::title_entrusts);
        case TransferKind::authorises: return say(message::title_authorises);
        case TransferKind::empowers: return say(message::title_empowers);
        case TransferKind::mandates: return say(message::title_mandates);
        case TransferKind::delegates: return say(message::title_delegates);
    }
    return {};
}

syntax::Word word_of(Duration::Unit unit) {
    using syntax::Word;
    switch (unit) {
        case Duration::Unit::days: return Word::days;
        case Duration::Unit::weeks: return Word::weeks;
        case Duration::Unit::months: return Word::months;
        case Duration::Unit::years: return Word::years;
    }
    return Word::none;
}

Text amount_said(long long hundredths, const std::string& unit) {
    const bool less = hundredths < 0;
    const auto size =
        less ? 0ULL - static_cast<unsigned long long>(hundredths) : static_cast<unsigned long long>(hundredths);
    const auto written = [&](char decimal) {
        auto out = std::to_string(size / 100);
        for (auto at = static_cast<int>(out.size()) - 3; at > 0; at -= 3)
            out.insert(static_cast<std::size_t>(at), 1, decimal == ',' ? '.' : ',');
        if (size % 100 != 0) out += fmt::format("{}{:02}", decimal, size % 100);
        if (less) out.insert(0, 1, '-');
        return unit == "€" ? "€ " + out : unit.empty() ? out : out + " " + unit;
    };
    return {written(','), written('.')};
}

Text ceiling_said(const Condition& condition) {
    auto amount = amount_said(condition.upper.value_or(0), condition.unit);
    return condition.each.empty() ? amount : joined({amount, Text(condition.each)}, " ");
}

syntax::Word word_of(Decision::Purpose purpose) {
    switch (purpose) {
        case Decision::Purpose::adopt: return syntax::Word::to_adopt;
        case Decision::Purpose::agree: return syntax::Word::to_agree;
        case Decision::Purpose::permit: return syntax::Word::to_permit;
        case Decision::Purpose::view: return syntax::Word::to_view;
        case Decision::Purpose::advise: return syntax::Word::to_advise;
        case Decision::Purpose::note: return syntax::Word::to_note;
        case Decision::Purpose::not_stated: break;
    }
    return syntax::Word::none;
}

Text percentage_said(Ratio part) {
    auto under = part.under;
    if (under <= 10'000 && 10'000 % under == 0) return amount_said(part.over * (10'000 / under), "%");
    std::size_t decimals = 0;
    for (; under > 100; under /= 10) ++decimals;
    auto digits = std::to_string(part.over);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    const auto whole = digits.substr(0, digits.size() - decimals), rest = digits.substr(digits.size() - decimals);
    return {whole + "," + rest + " %", whole + "." + rest + " %"};
}

Text name_of(Duration duration) {
    if (duration.hundredths == 100) switch (duration.unit) {
            case Duration::Unit::days: return say(message::length_day);
            case Duration::Unit::weeks: return say(message::length_week);
            case Duration::Unit::months: return say(message::length_month);
            case Duration::Unit::years: return say(message::length_year);
        }
    const Text unit = syntax::info(word_of(duration.unit)).phrase;
    const auto whole = std::to_string(duration.hundredths / 100);
    const auto rest = duration.hundredths % 100;
    const auto part = rest == 0 ? std::string() : std::to_string(100 + rest).substr(1, rest % 10 == 0 ? 1 : 2);
    return {whole + (part.empty() ? "" : "," + part) + " " + unit.nl,
            whole + (part.empty() ? "" : "." + part) + " " + unit.en};
}

Text name_of(Endless endless) {
    using syntax::Word;
    switch (endless) {
        case Endless::indefinite: return syntax::info(Word::indefinite).phrase;
        case Endless::until_notice: return syntax::info(Word::until_notice).phrase;
        case Endless::not_said: break;
    }
    return {};
}

Text name_of(const Notice& notice) {
    if (notice.none) return syntax::info(syntax::Word::no_notice).phrase;
    const auto length = name_of(notice.length);
    return notice.against.empty() ? length
                                  : joined({length, syntax::info(syntax::Word::against).phrase, notice.against}, " ");
}

Text verb_of(TransferKind kind) {
    using syntax::Word;
    switch (kind) {
        case TransferKind::keeps: return syntax::info(Word::keeps).phrase;
        case TransferKind::assigns: return syntax::info(Word::assigns).phrase;
        case TransferKind::entrusts: return syntax::info(Word::entrusts).phrase;
        case TransferKind::authorises: return syntax::info(Word::authorises).phrase;
        case TransferKind::empowers: return syntax::info(Word::empowers).phrase;
        case TransferKind::mandates: return syntax::info(Word::mandates).phrase;
        case TransferKind::delegates: return syntax::info(Word::delegates).phrase;
    }
    return {};
}

std::optional<LawHolder> grounds_by_law(const Model& model, PartyId owner, TaskId leaf, std::uint32_t function,
                                        Day day) {
    const auto* holder = holder_by_law(model, owner, leaf, function, day);
    if (holder == nullptr) return std::nullopt;
    auto out = *holder;
    const auto& row = model[model.leaf_functions[function]];
    if (row.follows.valid() && !row.holder && !holder_stated(model, leaf, function, day)) {
        out.statute = {};
        out.backing = row.follows_backing;
        out.backing.certainty = std::max(out.backing.certainty, holder->backing.certainty);
    }
    return out;
}

}  // namespace belegd::model
