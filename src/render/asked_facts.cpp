// What tests ask of decisions, milestones and cooperations, in the exchange form.
#include <nlohmann/json.hpp>

#include "graph/walk.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;
using What = model::Asked::What;

const char* what_id(What what) {
    switch (what) {
        case What::by: return "by";
        case What::purpose: return "kind";
        case What::on: return "on";
        case What::at_the_latest: return "at_the_latest";
        case What::published: return "published";
        case What::concluded: return "concluded";
        case What::advice: return "advice";
        case What::hearing: return "hearing";
        case What::consultation: return "consultation";
        case What::consent: return "consent";
        case What::assent: return "assent";
        case What::together: return "together_with";
        case What::earlier: return "earlier_than";
        case What::applies: return "applies";
        case What::form: return "form";
        case What::notice: return "notice";
        case What::last_notice: return "notice_at_the_latest";
        case What::verdict: return "verdict";
    }
    return "";
}

Json subject_of(const Model& model, const model::AskedOf& of) {
    Json out;
    if (of.decision.valid()) out["decision"] = model[of.decision].name;
    if (of.milestone.valid()) out["milestone"] = model.milestones[of.milestone.index].name;
    if (of.cooperation.valid()) out["arrangement"] = model[of.cooperation].name;
    if (of.rule.valid()) out["decision_rule"] = model[of.rule].name;
    if (of.criterion != ~0u) out["criterion"] = model[of.rule].criteria[of.criterion].name;
    if (of.bound != model::AskedOf::Bound::whole)
        out["day"] = of.bound == model::AskedOf::Bound::beginning ? "first" : "last";
    return out;
}

Json question_of(const Model& model, const Test& test) {
    const auto& asked = *test.asked;
    Json out{{"of", subject_of(model, asked.of)}, {"asks", what_id(asked.what)}};
    if (test.variant.valid()) out["variant"] = model[test.variant].name;
    for (const auto party : test.parties) out["for"].push_back(model[party].name);
    for (const auto& actor : asked.actors) out["actors"].push_back(graph::actor_id(model, actor));
    put_names(out, "names", asked.names);
    for (const auto& other : asked.others) out["others"].push_back(subject_of(model, other));
    if (asked.later) out["later"] = true;
    put_stretch(out, "date", asked.date);
    if (asked.from) out["from"] = iso(*asked.from);
    if (asked.until) out["until"] = iso(*asked.until);
    if (asked.form.valid()) out["form"] = model[asked.form].name;
    if (asked.notice && !asked.notice->none) out["length"] = duration_said(asked.notice->length);
    if (asked.purpose != Decision::Purpose::not_stated) out["kind"] = purpose_id(asked.purpose);
    if (asked.what == What::verdict && !asked.not_stated)
        out["verdict"] = asked.of.criterion != ~0u                 ? verdict_id(asked.verdict)
                         : asked.outcome == Outcome::fulfilled     ? "fulfilled"
                         : asked.outcome == Outcome::not_fulfilled ? "not_fulfilled"
                                                                   : "undecided";
    if (asked.not_stated || asked.from_not_stated || asked.until_not_stated) out["not_stated"] = true;
    if (asked.cannot_be_said) out["cannot_be_said"] = true;
    return out;
}

const char* what_id(AskedCost::What what) {
    switch (what) {
        case AskedCost::What::amount: return "amount";
        case AskedCost::What::settlement: return "settlement";
        case AskedCost::What::settled: return "settled";
        case AskedCost::What::not_settled: return "not_settled";
    }
    return "";
}

Json cost_question_of(const Model& model, const Test& test) {
    const auto& asked = *test.asked_cost;
    Json of;
    if (asked.cost.valid()) of["cost"] = model[asked.cost].name;
    if (asked.cooperation.valid()) of["arrangement"] = model[asked.cooperation].name;
    Json out{{"of", std::move(of)}, {"asks", what_id(asked.what)}};
    if (test.variant.valid()) out["variant"] = model[test.variant].name;
    for (const auto party : test.parties) out["for"].push_back(model[party].name);
    if (asked.year) out["year"] = *asked.year;
    if (asked.cents) out["amount"] = decimal_of(*asked.cents);
    if (asked.hundredths_of_percent) out["percentage"] = decimal_of(*asked.hundredths_of_percent);
    if (asked.not_stated) out["not_stated"] = true;
    if (asked.cannot_be_said) out["cannot_be_said"] = true;
    return out;
}

const char* what_id(AskedBoard::What what) {
    switch (what) {
        case AskedBoard::What::counts: return "counts";
        case AskedBoard::What::needed: return "needed";
        case AskedBoard::What::adopted: return "adopted";
        case AskedBoard::What::not_adopted: return "not_adopted";
        case AskedBoard::What::tied: return "tied";
        case AskedBoard::What::no_quorum: return "no_quorum";
    }
    return "";
}

Json board_question_of(const Model& model, const Test& test) {
    const auto& asked = *test.asked_board;
    Json out{{"of", {{"arrangement", model[asked.cooperation].name}, {"organ", model[asked.organ].name}}},
             {"asks", what_id(asked.what)}};
    if (test.variant.valid()) out["variant"] = model[test.variant].name;
    for (const auto party : test.parties) out["for"].push_back(model[party].name);
    if (test.day) out["day"] = iso(*test.day);
    if (!asked.about.empty()) out["about"] = asked.about;
    if (asked.number) out["number"] = *asked.number;
    if (asked.unit != AskedBoard::Unit::not_stated)
        out["unit"] = asked.unit == AskedBoard::Unit::members ? "members" : "votes";
    for (const auto party : asked.in_favour) out["in_favour"].push_back(model[party].name);
    for (const auto party : asked.absent) out["absent"].push_back(model[party].name);
    for (const auto party : asked.abstaining) out["abstaining"].push_back(model[party].name);
    if (asked.not_stated) out["not_stated"] = true;
    if (asked.cannot_be_said) out["cannot_be_said"] = true;
    return out;
}

}  // namespace

void put_asked(Json& out, const Model& model) {
    for (const auto& test : model.tests)
        if (test.asked)
            out["asked"].push_back(question_of(model, test));
        else if (test.asked_cost)
            out["asked"].push_back(cost_question_of(model, test));
        else if (test.asked_board)
            out["asked"].push_back(board_question_of(model, test));
}

}  // namespace belegd::render
