// From the words on a command line to the cells they name.
#include <algorithm>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/impact.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reports.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"
#include "resolve/names/names.hpp"
#include "resolve/names/who.hpp"

namespace belegd::report {
namespace {

using namespace model;
using resolve::Names;

template <typename Row>
Names names_of_rows(const std::vector<Row>& rows) {
    Names out;
    for (std::uint32_t i = 0; i < rows.size(); ++i) out.add(rows[i].name, i);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        out.add(rows[i].title.nl, i);
        out.add(rows[i].title.en, i);
        for (const auto& alias : rows[i].aliases) out.add(alias, i);
    }
    return out;
}

Text unknown(Message kind, std::string_view name, const Names& names) {
    auto out = say(message::unknown_name, {say(kind), quoted(Text(name))});
    if (const auto near = nearest(name, names.all()))
        out = joined({out, say(message::did_you_mean, {Text(*near)})}, "; ");
    return out;
}

Text with_known(const Text& wrong, const Names& names) {
    return joined({wrong, say(message::known_are, {listed({names.all().begin(), names.all().end()})})}, "; ");
}

/// Names parted by commas and `en`.
std::vector<std::string_view> parts(std::string_view text, const Names& names) {
    return resolve::parted(text, [&](std::string_view name) { return names.find(name).has_value(); });
}

}  // namespace

std::optional<Question> question(const Model& model, std::string_view text, Text& wrong) {
    const auto functions = names_of_rows(model.functions);
    const auto tasks = names_of_rows(model.tasks);
    Question out;
    const auto take_tasks = [&](std::string_view list) {
        if (parts(list, tasks).empty()) {
            wrong = say(message::nothing_asked);
            return false;
        }
        for (const auto name : parts(list, tasks)) {
            const auto found = tasks.find(name);
            if (!found) {
                wrong = unknown(message::kind_task, name, tasks);
                return false;
            }
            out.tasks.push_back({*found});
        }
        return true;
    };
    for (const std::string_view between : {" van ", " of "}) {
        const auto at = text.find(between);
        if (at == std::string_view::npos) continue;
        for (const auto name : parts(text.substr(0, at), functions)) {
            const auto found = functions.find(name);
            if (!found) {
                wrong = unknown(message::kind_function, name, functions);
                return std::nullopt;
            }
            out.functions.push_back({*found});
        }
        if (!take_tasks(text.substr(at + between.size()))) return std::nullopt;
        return out;
    }
    if (!take_tasks(text)) return std::nullopt;
    return out;
}

std::vector<CooperationId> cooperations_named(const Model& model, std::string_view name) {
    std::vector<CooperationId> out;
    const auto wanted = folded(name);
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& row = model.cooperations[i];
        if (folded(row.name) == wanted || folded(row.title.nl) == wanted ||
            std::any_of(row.aliases.begin(), row.aliases.end(),
                        [&](const std::string& alias) { return folded(alias) == wanted; }))
            out.push_back({i});
    }
    return out;
}

std::optional<std::vector<PartyId>> parties_named(const Model& model, std::string_view list, Text& wrong) {
    const resolve::Who who(model);
    const auto owners = model.owners();
    std::vector<Text> known;
    std::vector<std::string> names;
    for (const auto id : owners) {
        known.emplace_back(model[id].name);
        names.push_back(model[id].name);
        names.insert(names.end(), model[id].aliases.begin(), model[id].aliases.end());
    }
    const auto not_one = [&](Text why, std::string_view name) {
        if (const auto near = nearest(name, names); near && !who.called(name))
            why = joined({why, say(message::did_you_mean, {Text(*near)})}, "; ");
        wrong = joined(
            {why, known.empty() ? say(message::no_municipalities) : say(message::known_are, {listed(known)})}, "; ");
    };
    std::vector<PartyId> out;
    for (const auto name : who.called(list) ? std::vector{list} : who.parted(list)) {
        const auto found = who.called(name);
        if (!found) {
            const auto bare = resolve::without_article(name);
            not_one(say(message::unknown_name, {say(message::kind_municipality), quoted(Text(bare))}), bare);
            return std::nullopt;
        }
        bool any = false;
        for (const auto id : *found) {
            if (!model::names(owners, id)) continue;
            any = true;
            if (!model::names(out, id)) out.push_back(id);
        }
        if (any) continue;
        const bool body = found->size() == 1 && model[found->front()].kind != Party::Kind::municipality;
        not_one(say(body && model[found->front()].in_model ? message::holds_nothing_by_law : message::not_in_model,
                    {quoted(Text(name))}),
                name);
        return std::nullopt;
    }
    if (!out.empty()) return out;
    not_one(say(message::unknown_name, {say(message::kind_municipality), quoted(Text(list))}), list);
    return std::nullopt;
}

std::optional<PartyId> party_asked(const Model& model, std::string_view name, Text& wrong) {
    const resolve::Who who(model);
    if (const auto found = who.called(name))
        for (const auto id : *found)
            if (model[id].in_model) return id;
    const auto bare = resolve::without_article(name);
    std::vector<std::string> names;
    std::vector<Text> known;
    for (const auto& party : model.parties)
        if (party.in_model) names.push_back(party.name), known.emplace_back(party.name);
    wrong = say(message::unknown_party, {quoted(Text(bare))});
    if (const auto near = nearest(bare, names))
        wrong = joined({wrong, say(message::did_you_mean, {Text(*near)})}, "; ");
    if (!known.empty()) wrong = joined({wrong, say(message::known_are, {listed(known)})}, "; ");
    return std::nullopt;
}

std::optional<std::vector<PartyId>> payers_asked(const Model& model, std::string_view list, Text& wrong) {
    std::vector<PartyId> payers;
    const auto add = [&](PartyId party) {
        if (!names(payers, party)) payers.push_back(party);
    };
    for (const auto& cost : model.costs) {
        for (const auto& share : cost.shares)
            if (share.party) add(*share.party);
        for (const auto party : cost.only_for) add(party);
        if (cost.cooperation.valid())
            for (const auto& each : model[cost.cooperation].participants) add(each.party);
    }
    for (const auto& key : model.division_keys)
        for (const auto& values : key.values)
            for (const auto& value : values.all)
                if (value.party) add(*value.party);
    const resolve::Who who(model);
    std::vector<PartyId> out;
    for (const auto name : who.called(list) ? std::vector{list} : who.parted(list)) {
        const auto found = who.called(name);
        const auto before = out.size();
        for (const auto id : found.value_or(std::vector<PartyId>()))
            if (names(payers, id) && !names(out, id)) out.push_back(id);
        if (out.size() > before) continue;
        std::vector<Text> known;
        known.reserve(payers.size());
        for (const auto id : payers) known.emplace_back(model[id].name);
        wrong = joined({say(message::pays_nothing, {quoted(Text(name))}),
                        known.empty() ? Text() : say(message::known_are, {listed(known)})},
                       "; ");
        return std::nullopt;
    }
    return out;
}

std::optional<VariantId> variant_named(const Model& model, std::string_view name, Text& wrong) {
    const auto wanted = folded(name);
    if (wanted == "huidig" || wanted == "present" || wanted == "current") return VariantId{};
    Names names;
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) names.add(model.variants[i].name, i);
    if (const auto found = names.find(name)) return VariantId{*found};
    wrong = unknown(message::kind_variant, name, names);
    if (!names.all().empty()) wrong = with_known(wrong, names);
    return std::nullopt;
}

std::optional<std::vector<VariantId>> variants_named(const Model& model, std::string_view list, Text& wrong) {
    // A name that holds a comma is one name.
    Text not_one;
    if (const auto whole = variant_named(model, list, not_one)) return std::vector{*whole};
    std::vector<VariantId> out;
    for (auto rest = list; !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        auto name = rest.substr(0, comma);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        const auto begin = name.find_first_not_of(' ');
        if (begin == std::string_view::npos) continue;
        name = name.substr(begin, name.find_last_not_of(' ') - begin + 1);
        const auto variant = variant_named(model, name, wrong);
        if (!variant) return std::nullopt;
        if (std::find(out.begin(), out.end(), *variant) == out.end()) out.push_back(*variant);
    }
    if (!out.empty()) return out;
    wrong = not_one;
    return std::nullopt;
}

std::optional<Overview> overview_asked(const Model& model, const Asked& asked, Text& wrong) {
    const auto& all = model.overviews;
    auto out = all.empty() ? whole_overview(model) : all.front();
    if (asked.name) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Overview& each) { return folded(each.name) == folded(*asked.name); });
        if (found == all.end()) {
            std::vector<Text> known;
            known.reserve(all.size());
            for (const auto& each : all) known.emplace_back(each.name);
            wrong = known.empty() ? say(message::no_overviews)
                                  : say(message::no_such_overview, {Text(*asked.name), listed(known)});
            return std::nullopt;
        }
        out = *found;
    }
    if (asked.variant) {
        auto variants = variants_named(model, *asked.variant, wrong);
        if (!variants) return std::nullopt;
        out.columns = std::move(*variants);
    }
    // Who chooses no situation wants to see all of them.
    if (out.columns.empty()) out.columns = whole_overview(model).columns;
    if (asked.participant) {
        const auto parties = parties_named(model, *asked.participant, wrong);
        if (!parties) return std::nullopt;
        out.parties = *parties;
    }
    if (asked.day) out.reference_day = asked.day;
    return out;
}

}  // namespace belegd::report
