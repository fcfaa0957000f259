#include <nlohmann/json.hpp>
#include <numeric>

#include "model/describe.hpp"
#include "render/costs.hpp"
#include "render/json_text.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;
using model::Model;
using money::Column;
using money::Figure;
using money::Open;
using money::Settled;

const char* word(Open open) {
    switch (open) {
        case Open::none: return "";
        case Open::amount: return "amount";
        case Open::units: return "units";
        case Open::totals: return "totals";
        case Open::index: return "index";
        case Open::base_year: return "base_year";
        case Open::key: return "key";
        case Open::parts: return "parts";
        case Open::whom: return "whom";
        case Open::ceiling: return "ceiling";
        case Open::too_large: return "too_large";
    }
    return "";
}

const char* word(Column::Kind kind) {
    switch (kind) {
        case Column::Kind::years: return "years";
        case Column::Kind::through: return "through";
        case Column::Kind::onwards: return "onwards";
        case Column::Kind::every_year: return "every_year";
        case Column::Kind::no_year: return "no_year";
    }
    return "";
}

const char* word(Settled::Verdict verdict) {
    switch (verdict) {
        case Settled::Verdict::no_agreement: return "no_agreement";
        case Settled::Verdict::settled: return "settled";
        case Settled::Verdict::within: return "within";
        case Settled::Verdict::cannot_be_said: return "cannot_be_said";
    }
    return "";
}

void put(Json& out, const char* name, const Figure& figure) {
    out[name] = figure.known() ? Json(decimal_of(*figure.cents)) : Json(nullptr);
    if (!figure.known()) out[std::string(name) + "_unknown"] = word(figure.open);
}

Json bearers(const Model& model, const std::vector<money::Bearer>& all) {
    auto out = Json::array();
    for (const auto& each : all) {
        auto& row = out.emplace_back(Json{{"party", each.party ? model[*each.party].name : each.who}});
        put(row, "amount", each.figure);
        if (!each.part) continue;
        const auto least = std::gcd(each.part->over, each.part->under);
        row["percent"] = decimal_of(each.part->nearest_hundredths_of_percent());
        row["fraction"] = std::to_string(each.part->over / least) + "/" + std::to_string(each.part->under / least);
    }
    return out;
}

Json column(const Model& model, const Column& column) {
    Json out{{"kind", word(column.kind)}};
    if (column.kind == Column::Kind::years || column.kind == Column::Kind::onwards) out["first"] = column.first;
    if (column.kind == Column::Kind::years || column.kind == Column::Kind::through) out["last"] = column.last;
    out["items"] = Json::array();
    for (const auto& due : column.dues) {
        const auto& cost = model[due.cost];
        auto& row = out["items"].emplace_back(Json{{"cost", cost.name}});
        put(row, "amount", due.figure);
        row["amounts"] = Json::array();
        for (std::size_t i = 0; i < due.amounts.size(); ++i) {
            auto& part = row["amounts"].emplace_back(Json::object());
            if (!cost.amounts[i].label.empty()) part["for"] = cost.amounts[i].label;
            put(part, "amount", due.amounts[i]);
        }
        row["bearers"] = bearers(model, due.bearers);
        put(row, "undivided", due.undivided);
        if (due.by_days) row["by_days"] = true;
        if (due.grown) row["grown"] = true;
        if (due.at_ceiling) row["at_ceiling"] = true;
    }
    for (const auto& each : column.ceilings) {
        auto& row = out["ceilings"].emplace_back(Json{{"ceiling", model.cost_ceilings[each.ceiling].name}});
        put(row, "together", each.together);
        put(row, "above", each.above);
    }
    return out;
}

Json settled(const Model& model, const Settled& row) {
    Json out{{"cost", model[row.cost].name}, {"year", row.year}};
    put(out, "budgeted", row.budgeted);
    put(out, "actual", row.actual);
    put(out, "difference", row.difference);
    out["verdict"] = word(row.verdict);
    for (const auto& base : row.bases) {
        auto& each = out["bases"].emplace_back(Json::object());
        if (!base.label.empty()) each["of"] = base.label;
        put(each, "from", base.from);
        put(each, "limit", base.limit);
        each["beyond"] = base.beyond;
    }
    if (row.verdict == Settled::Verdict::settled) {
        put(out, "on_the_whole", row.whole);
        put(out, "on_the_excess", row.excess);
    }
    if (!row.bearers.empty()) out["bearers"] = bearers(model, row.bearers);
    return out;
}

}  // namespace

std::string costs_json(const analysis::Analysis& analysis, const report::Costs& costs) {
    const auto& model = analysis.model;
    auto situations = Json::array();
    for (const auto& each : costs.situations) {
        Json out{{"situations", Json::array()}, {"columns", Json::array()}};
        for (const auto variant : each.variants)
            out["situations"].push_back(variant.valid() ? Json(model[variant].name) : Json(nullptr));
        for (const auto& one : each.budget.columns) out["columns"].push_back(column(model, one));
        for (const auto& one : each.settled) out["settlements"].push_back(settled(model, one));
        for (const auto id : each.budget.not_counted) out["not_counted"].push_back(model[id].name);
        situations.push_back(std::move(out));
    }
    const Json all{{"title", in_both(costs.title)}, {"situations", std::move(situations)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace belegd::render
