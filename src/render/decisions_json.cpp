#include <nlohmann/json.hpp>

#include "render/decisions.hpp"
#include "render/json_text.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;
using report::DecisionList;

const char* word(DecisionList::Standing standing) {
    switch (standing) {
        case DecisionList::Standing::decided: return "decided";
        case DecisionList::Standing::open: return "open";
        case DecisionList::Standing::refused: return "refused";
        case DecisionList::Standing::lapsed: return "lapsed";
        case DecisionList::Standing::cannot_be_said: return "cannot_be_said";
    }
    return "";
}

const char* outcome_id(model::Outcome outcome) {
    switch (outcome) {
        case model::Outcome::undecided: return "undecided";
        case model::Outcome::fulfilled: return "fulfilled";
        case model::Outcome::not_fulfilled: return "not_fulfilled";
    }
    return "";
}

void put_origins(Json& out, const std::vector<report::Origin>& all) {
    auto& origins = out["origins"] = Json::array();
    for (const auto& each : all) origins.push_back({{"file", each.file}, {"line", each.line}});
}

/// What a decision and a consent have in common.
template <typename Row>
void put_standing(Json& out, const Row& row) {
    out["standing"] = word(row.standing);
    out["standing_said"] = in_both(row.said);
    if (row.latest) out["latest"] = iso(*row.latest);
    if (!row.by_when.empty()) out["by_when"] = in_both(row.by_when);
    out["late"] = row.late;
    if (!row.situation.empty()) out["situation"] = in_both(row.situation);
    put_origins(out, row.origins);
}

}  // namespace

std::string decisions_json(const DecisionList& list) {
    auto steps = Json::array(), consents = Json::array();
    for (const auto& each : list.steps) {
        auto& out = steps.emplace_back(Json{{"title", in_both(each.title)},
                                            {"by", in_both(each.by)},
                                            {"before", in_both(each.before)},
                                            {"effects", in_both(each.effects)}});
        if (!each.needs.empty()) out["needs"] = in_both(each.needs);
        if (!each.kind.empty()) out["kind"] = in_both(each.kind);
        put_standing(out, each);
    }
    for (const auto& each : list.consents) {
        auto& out = consents.emplace_back(Json{{"act", in_both(each.act)},
                                               {"by", in_both(each.by)},
                                               {"kind", in_both(each.kind)},
                                               {"basis", in_both(each.basis)}});
        put_standing(out, each);
    }
    auto rules = Json::array();
    for (const auto& each : list.rules) {
        auto& out = rules.emplace_back(Json::object());
        out["title"] = in_both(each.title);
        out["situation"] = in_both(each.situation);
        out["outcome"] = outcome_id(each.outcome);
        out["outcome_said"] = in_both(each.said);
        auto& criteria = out["criteria"] = Json::array();
        for (const auto& one : each.criteria) {
            auto& row = criteria.emplace_back(Json{{"title", in_both(one.title)},
                                                   {"verdict", verdict_id(one.verdict)},
                                                   {"verdict_said", in_both(one.said)}});
            if (one.desirable) row["desirable"] = true;
        }
        put_origins(out, each.origins);
    }
    auto boards = Json::array();
    for (const auto& each : list.boards) {
        auto& out = boards.emplace_back(Json{{"cooperation", in_both(each.cooperation)}, {"said", in_both(each.said)}});
        if (!each.situation.empty()) out["situation"] = in_both(each.situation);
        put_origins(out, each.origins);
    }
    const Json all{{"title", in_both(list.title)},  {"looked_at", iso(list.looked_at)},
                   {"decisions", std::move(steps)}, {"consents", std::move(consents)},
                   {"boards", std::move(boards)},   {"rules", std::move(rules)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace belegd::render
