#include "render/planning_facts.hpp"

#include <nlohmann/json.hpp>

#include "graph/walk.hpp"
#include "model/describe.hpp"

namespace belegd::render {

using namespace model;

const char* purpose_id(Decision::Purpose purpose) {
    switch (purpose) {
        case Decision::Purpose::adopt: return "adopt";
        case Decision::Purpose::agree: return "agree";
        case Decision::Purpose::permit: return "permit";
        case Decision::Purpose::view: return "view";
        case Decision::Purpose::advise: return "advise";
        case Decision::Purpose::note: return "note";
        case Decision::Purpose::not_stated: break;
    }
    return "";
}

const char* verdict_id(Criterion::Verdict verdict) {
    switch (verdict) {
        case Criterion::Verdict::not_said: return "not_said";
        case Criterion::Verdict::fulfilled: return "fulfilled";
        case Criterion::Verdict::not_fulfilled: return "not_fulfilled";
        case Criterion::Verdict::not_known: return "not_known";
    }
    return "";
}

namespace {

using Json = nlohmann::ordered_json;

template <typename Row>
Json begun(const Model& model, const Row& row, bool with_variant = true) {
    Json out{{"id", row.name}};
    if (row.title.nl != row.name) out["title"] = row.title.nl;
    if constexpr (requires { row.variant; })
        if (with_variant && row.variant.valid()) out["variant"] = model[row.variant].name;
    if constexpr (requires { row.cooperation; })
        if (row.cooperation.valid()) out["arrangement"] = model.id_of(row.cooperation);
    if constexpr (requires { row.status; })
        if (row.status != Status::decided) out["status"] = status_id(row.status);
    return out;
}

void put_text(Json& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

Json of(const Model& model, const Concern& concern) {
    Json out;
    if (concern.cooperation.valid()) out["arrangement"] = model[concern.cooperation].name;
    if (concern.variant.valid()) out["variant"] = model[concern.variant].name;
    if (concern.decision.valid()) out["decision"] = model[concern.decision].name;
    if (concern.task.valid()) out["task"] = model[concern.task].name;
    return out;
}

Json of(const Model& model, const Decision& decision) {
    auto out = begun(model, decision);
    if (decision.purpose != Decision::Purpose::not_stated) out["kind"] = purpose_id(decision.purpose);
    if (decision.by) out["by"] = graph::actor_id(model, *decision.by);
    for (const auto& other : decision.also_by) out["also_by"].push_back(graph::actor_id(model, other));
    if (decision.each_own) out["each_own"] = true;
    put_stretch(out, "on", decision.taken);
    if (decision.works_back_to) out["works_back_to"] = iso(*decision.works_back_to);
    put_stretch(out, "at_the_latest", decision.at_the_latest);
    if (decision.otherwise) out["otherwise_later"] = duration_said(*decision.otherwise);
    put_names(out, "together_with", decision.together_with);
    put_names(out, "after", decision.after);
    put_names(out, "advice", decision.advice);
    put_names(out, "hearing", decision.hearing);
    put_names(out, "consultation", decision.consultation);
    put_names(out, "consent", decision.consent);
    put_names(out, "assent", decision.assent);
    for (const auto& concern : decision.concerns) out["concerns"].push_back(of(model, concern));
    put_stretch(out, "published", decision.published);
    put_text(out, "condition", decision.condition);
    if (decision.condition_open) out["condition_met"] = nullptr;
    put_under(out, model, decision.under);
    return out;
}

Json of(const Model& model, const DecisionRule& rule) {
    auto out = begun(model, rule);
    for (const auto& concern : rule.concerns) out["concerns"].push_back(of(model, concern));
    auto& criteria = out["criteria"] = Json::array();
    for (const auto& criterion : rule.criteria) {
        auto& row = criteria.emplace_back(begun(model, criterion));
        if (criterion.desirable) row["desirable"] = true;
        auto& judgements = row["verdicts"] = Json::array();
        for (const auto& each : criterion.judgements) {
            Json one{{"verdict", verdict_id(each.verdict)}};
            // Null is the present; without it, every situation.
            if (each.situation) one["variant"] = each.situation->valid() ? Json(model[*each.situation].name) : Json();
            if (each.prevails) one["decisive"] = true;
            judgements.push_back(std::move(one));
        }
    }
    return out;
}

Json of(const LabelledAmount& amount) {
    Json out;
    put_text(out, "for", amount.label);
    out["amount"] = amount.cents ? Json(decimal_of(*amount.cents)) : Json(nullptr);
    if (amount.price) {
        out["price"] = decimal_of(*amount.price);
        out["per"] = amount.per;
    }
    return out;
}

std::string percent(Ratio part) {
    const auto said = percentage_said(part).en;
    return part.under == 10'000 ? decimal_of(part.over) : said.substr(0, said.find(' '));
}

Json of(const Cost::Share& share) {
    Json row{{"party", share.who}};
    if (share.cents) row["amount"] = decimal_of(*share.cents);
    if (share.part && !share.fraction.empty()) row["fraction"] = share.fraction;
    if (share.part && share.fraction.empty()) row["percent"] = percent(*share.part);
    return row;
}

Json of(const Model& model, const Cost& cost) {
    auto out = begun(model, cost);
    if (cost.frequency != Cost::Frequency::not_stated)
        out["frequency"] = cost.frequency == Cost::Frequency::once       ? "once"
                           : cost.frequency == Cost::Frequency::per_year ? "per_year"
                                                                         : "per_month";
    put_stretch(out, "once_in", cost.once_in);
    for (const auto& amount : cost.amounts) out["amounts"].push_back(of(amount));
    for (const auto& each : cost.units) out["units"].push_back({{"count", each.written}, {"of", each.of}});
    if (cost.total) out["total"] = of(*cost.total)["amount"];
    for (const auto& cover : cost.cover) out["cover"].push_back(of(cover));
    for (const auto& share : cost.shares) out["shares"].push_back(of(share));
    for (const auto& share : cost.stated) out["of_which"].push_back(of(share));
    put_text(out, "shared_by", cost.shared_by);
    put_text(out, "indexed_by", cost.indexed);
    if (cost.base_year) out["base_year"] = *cost.base_year;
    put_text(out, "rounded_to", cost.rounded);
    put_stretch(out, "price_level", cost.price_level);
    if (cost.nature != Cost::Nature::not_stated)
        out["nature"] = cost.nature == Cost::Nature::structural ? "structural" : "incidental";
    if (cost.advance) out["advance_percent"] = percent(*cost.advance);
    if (cost.cover_by.valid()) out["cover_by"] = model[cost.cover_by].name;
    if (cost.cover_pending) out["cover_pending"] = true;
    for (const auto party : cost.only_for) out["for"].push_back(model[party].name);
    put_text(out, "for_open", cost.open_for.en);
    if (cost.term.days.from != kNoBegin) out["from"] = iso(cost.term.days.from);
    if (cost.term.days.until != kNoEnd) out["until"] = iso(cost.term.days.until);
    if (!cost.term.until_event.empty()) out["until_event"] = cost.term.until_event;
    return out;
}

void put_days(Json& out, Period days) {
    if (days.from != kNoBegin) out["from"] = iso(days.from);
    if (days.until != kNoEnd) out["until"] = iso(days.until);
}

Json of(const DivisionKey& key) {
    Json out{{"id", key.name}};
    if (key.title.nl != key.name) out["title"] = key.title.nl;
    out["values"] = Json::array();
    for (const auto& values : key.values) {
        Json row{{"of", Json::array()}};
        for (const auto& value : values.all) row["of"].push_back({{"party", value.who}, {"value", value.written}});
        put_days(row, values.term.days);
        out["values"].push_back(std::move(row));
    }
    return out;
}

Json of(const PriceIndex& index) {
    Json out{{"id", index.name}};
    if (index.title.nl != index.name) out["title"] = index.title.nl;
    out["rises"] = Json::array();
    for (const auto& rise : index.rises) out["rises"].push_back({{"year", rise.year}, {"percent", percent(rise.by)}});
    return out;
}

Json of(const Model& model, const ActualCost& actual) {
    Json out{{"cost", actual.cost.valid() ? model[actual.cost].name : actual.of}};
    if (actual.variant.valid()) out["variant"] = model[actual.variant].name;
    if (actual.year) out["year"] = *actual.year;
    for (const auto& amount : actual.amounts) out["amounts"].push_back(of(amount));
    return out;
}

Json of(const Model& model, const CostCeiling& ceiling) {
    auto out = begun(model, ceiling);
    out["amount"] = ceiling.cents ? Json(decimal_of(*ceiling.cents)) : Json(nullptr);
    if (ceiling.per_year) out["frequency"] = "per_year";
    put_names(out, "over", ceiling.over);
    put_days(out, ceiling.term.days);
    return out;
}

Json of(const Model& model, const Region& region) {
    Json out{{"id", region.name}, {"members", Json::array()}};
    for (const auto& member : region.members) {
        Json row{{"party", model[member.party].name}};
        if (member.term.days.from != kNoBegin) row["from"] = iso(member.term.days.from);
        if (member.term.days.until != kNoEnd) row["until"] = iso(member.term.days.until);
        out["members"].push_back(row);
    }
    if (region.open) out["open"] = true;
    return out;
}

Json of(const Model& model, const Procedure& procedure) {
    auto out = begun(model, procedure);
    out["steps"] = Json::array();
    for (const auto& step : procedure.steps) {
        Json row{{"id", step.name}};
        if (step.title.nl != step.name) row["title"] = step.title.nl;
        put_text(row, "on_agreement", step.on_agreement);
        put_text(row, "otherwise", step.otherwise);
        put_names(row, "by", step.by);
        if (step.within) row["within"] = duration_said(*step.within);
        out["steps"].push_back(row);
    }
    put_under(out, model, procedure.under);
    return out;
}

}  // namespace

std::string decimal_of(long long hundredths) {
    const auto size = hundredths < 0 ? 0ULL - static_cast<unsigned long long>(hundredths)
                                     : static_cast<unsigned long long>(hundredths);
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + std::to_string(100 + size % 100).substr(1);
}

std::string duration_said(Duration duration) {
    const bool whole = duration.hundredths % 100 == 0;
    return (whole ? std::to_string(duration.hundredths / 100) : decimal_of(duration.hundredths)) + " " +
           Text(syntax::info(word_of(duration.unit)).phrase).en;
}

const char* kind_id(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return "keeps";
        case TransferKind::assigns: return "assigns";
        case TransferKind::entrusts: return "entrusts";
        case TransferKind::authorises: return "authorises";
        case TransferKind::empowers: return "empowers";
        case TransferKind::mandates: return "mandates";
        case TransferKind::delegates: return "delegates";
    }
    return "";
}

void put_stretch(Json& out, const char* name, const std::optional<DateValue>& date) {
    if (!date) return;
    if (date->exact())
        out[name] = iso(date->first);
    else
        out[name] = {{"from", iso(date->first)}, {"through", iso(date->last)}};
}

void put_names(Json& out, const char* name, const std::vector<std::string>& names) {
    if (!names.empty()) out[name] = names;
}

void put_names(Json& out, const char* name, const std::vector<Text>& names) {
    for (const auto& each : names) out[name].push_back(each.nl);
}

const char* status_id(Status status) {
    switch (status) {
        case Status::lapsed: return "lapsed";
        case Status::rejected: return "rejected";
        case Status::under_research: return "under_research";
        case Status::intent: return "intent";
        case Status::intended: return "intended";
        case Status::decided: return "decided";
    }
    return "";
}

void put_under(Json& out, const Model& model, const std::vector<Under>& under) {
    for (const auto& each : under) {
        Json row;
        if (each.cooperation.valid())
            row["arrangement"] = model[each.cooperation].name;
        else if (each.decision.valid())
            row["decision"] = model[each.decision].name;
        else if (each.document.valid())
            row["source"] = model[each.document].name;
        else
            row["statute"] = each.place.law;
        if (!each.place.parts.empty()) row["place"] = spelled(Citation{{}, {}, each.place.parts, {}, false}).nl;
        out["implements"].push_back(row);
    }
}

void put_planning(Json& out, const Model& model) {
    for (const auto& region : model.regions) out["regions"].push_back(of(model, region));
    for (const auto& decision : model.decisions) out["decisions"].push_back(of(model, decision));
    for (const auto& milestone : model.milestones) {
        auto row = begun(model, milestone);
        put_stretch(row, "begin", milestone.begin);
        put_stretch(row, "end", milestone.end);
        if (milestone.goes_on) row["goes_on"] = true;
        put_names(row, "after", milestone.after);
        out["milestones"].push_back(row);
    }
    for (const auto& procedure : model.procedures) out["procedures"].push_back(of(model, procedure));
    for (const auto& rule : model.decision_rules) out["decision_rules"].push_back(of(model, rule));
    for (const auto& cost : model.costs) out["costs"].push_back(of(model, cost));
    for (const auto& settlement : model.settlements) {
        Json row = Json::object();
        if (settlement.cooperation.valid()) row["arrangement"] = model.id_of(settlement.cooperation);
        if (settlement.direction != Settlement::Direction::both)
            row["direction"] = settlement.direction == Settlement::Direction::over ? "over" : "under";
        if (settlement.above) row[settlement.money ? "above_amount" : "above_percent"] = decimal_of(*settlement.above);
        put_text(row, "of", settlement.of);
        if (settlement.excess_only) row["excess_only"] = *settlement.excess_only;
        if (settlement.next_year) row["next_year"] = true;
        put_text(row, "at_the_latest", settlement.at_the_latest.en);
        std::vector<std::string> names;
        for (const auto party : settlement.only_for) names.push_back(model[party].name);
        put_names(row, "for", names);
        put_text(row, "for_open", settlement.open_for.en);
        out["settlements"].push_back(row);
    }
    for (const auto& key : model.division_keys) out["division_keys"].push_back(of(key));
    for (const auto& index : model.price_indices) out["price_indices"].push_back(of(index));
    for (const auto& actual : model.actual_costs) out["actual_costs"].push_back(of(model, actual));
    for (const auto& ceiling : model.cost_ceilings) out["cost_ceilings"].push_back(of(model, ceiling));
    for (const auto& acceptance : model.acceptances) {
        Json row{{"codes", acceptance.codes}, {"reason", acceptance.reason}};
        if (acceptance.until) row["until"] = iso(*acceptance.until);
        out["acceptances"].push_back(row);
    }
    for (const auto& omission : model.omissions) {
        Json row{{"what", omission.what}, {"why", omission.why}};
        if (omission.cooperation.valid()) row["arrangement"] = model[omission.cooperation].name;
        out["omissions"].push_back(row);
    }
}

}  // namespace belegd::render
