#include "report/planning.hpp"

#include <algorithm>

#include "analysis/in_titles.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/phrases.hpp"
#include "syntax/words.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

template <typename Name>
Text list(const std::vector<Name>& all) {
    std::vector<Text> out;
    out.reserve(all.size());
    for (const auto& each : all) out.push_back(words(each));
    return listed(out);
}

/// Decisions, milestones, variants and tasks by their titles.
Text planned(const Model& model, const std::vector<std::string>& names) {
    std::vector<Text> out;
    for (const auto& name : names) {
        auto said = printable(name);
        bool found = false;
        const auto look = [&](const auto& rows) {
            for (const auto& row : rows)
                if (!found && folded(row.name) == folded(name)) {
                    said = title_of_row(row);
                    found = true;
                }
        };
        look(model.decisions);
        look(model.milestones);
        look(model.variants);
        out.push_back(std::move(said));
    }
    return listed(out);
}

/// `college van Leiden en burgemeester van Leiden`
Text deciders_said(const Model& model, const Decision& decision) {
    std::vector<Actor> all{*decision.by};
    all.insert(all.end(), decision.also_by.begin(), decision.also_by.end());
    return names_of(model, all);
}

/// `betreft de Dienst`; empty where it does not say.
Text concerns_said(const Model& model, const std::vector<Concern>& concerns) {
    std::vector<Text> about;
    for (const auto& concern : concerns)
        about.push_back(concern.cooperation.valid() ? title_of_row(model[concern.cooperation])
                        : concern.variant.valid()   ? title_of_row(model[concern.variant])
                        : concern.decision.valid()  ? title_of_row(model[concern.decision])
                                                    : name_of(model, concern.task));
    return about.empty() ? Text() : phrase(Word::concerns, listed(about));
}

}  // namespace

Text purpose_said(const Decision& decision) {
    const auto purpose = word_of(decision.purpose);
    return purpose == Word::none ? Text() : syntax::info(purpose).phrase;
}

std::vector<Text> beforehand_said(const Model& model, const Decision& decision) {
    std::vector<Text> parts;
    if (!decision.advice.empty()) parts.push_back(phrase(Word::advice, list(decision.advice)));
    if (!decision.hearing.empty()) parts.push_back(phrase(Word::hearing, list(decision.hearing)));
    if (!decision.consultation.empty()) parts.push_back(phrase(Word::consultation, list(decision.consultation)));
    if (!decision.consent.empty()) parts.push_back(phrase(Word::consent, list(decision.consent)));
    if (!decision.assent.empty()) parts.push_back(phrase(Word::assent, list(decision.assent)));
    if (!decision.after.empty()) parts.push_back(phrase(Word::after, planned(model, decision.after)));
    if (!decision.together_with.empty())
        parts.push_back(phrase(Word::together_with, planned(model, decision.together_with)));
    if (!decision.condition.empty())
        parts.push_back(say(decision.condition_open ? message::condition_not_known : message::condition_is,
                            {words(decision.condition)}));
    return parts;
}

std::vector<Text> aims_said(const Model& model, const Decision& decision) {
    std::vector<Text> out;
    for (const auto& under : decision.under) out.push_back(phrase(Word::implements, under_said(model, under)));
    if (auto about = concerns_said(model, decision.concerns); !about.empty()) out.push_back(std::move(about));
    return out;
}

Said decision_said(const Model& model, const Decision& decision, CooperationId shown) {
    std::vector<Text> parts;
    auto by = decision.by ? phrase(Word::by, deciders_said(model, decision)) : Text();
    if (decision.each_own) by = joined({by, syntax::info(Word::each_own).phrase}, ", ");
    const auto purpose = word_of(decision.purpose);
    if (purpose == Word::none)
        parts.push_back(by);
    else
        parts.push_back(phrase(purpose, by));
    for (const auto& under : decision.under) {
        const bool here = shown.valid() && under.cooperation == shown;
        if (!here || !under.place.parts.empty())
            parts.push_back(phrase(Word::implements, here ? place_said(under.place.parts) : under_said(model, under)));
    }
    if (decision.taken)
        parts.push_back(decision.taken->exact() ? phrase(Word::on, stretch_said(*decision.taken))
                                                : stretch_said(*decision.taken));
    if (decision.works_back_to) parts.push_back(say(message::works_back_to, {spelled(*decision.works_back_to)}));
    if (decision.taken_open != Silence::none)
        parts.push_back(say(message::date_left_open, {name_of(decision.taken_open)}));
    if (decision.latest_before)
        parts.push_back(say(message::latest_before, {stretch_said(*decision.latest_before)}));
    else if (decision.at_the_latest)
        parts.push_back(say(message::at_the_latest, {stretch_said(*decision.at_the_latest)}));
    if (decision.otherwise) parts.push_back(say(message::otherwise_later, {name_of(*decision.otherwise)}));
    if (auto about = concerns_said(model, decision.concerns); !about.empty()) parts.push_back(std::move(about));
    if (decision.published)
        parts.push_back(phrase(Word::published, stretch_said(*decision.published)));
    else if (decision.published_backing.silence != Silence::none)
        parts.push_back(phrase(Word::published, name_of(decision.published_backing.silence)));
    for (auto& each : beforehand_said(model, decision)) parts.push_back(std::move(each));
    // Of a situation that is not decided itself, neither is what it has.
    auto status = decision.status;
    if (decision.variant.valid()) status = std::min(status, model[decision.variant].status);
    if (decision.status_stated || status != Status::decided) parts.push_back(name_of(status));
    if (decision.variant.valid()) parts.push_back(say(message::in_the_situation, {name_of(model, decision.variant)}));
    add_remarks(decision.remarks, parts);
    return line(model, title_of_row(decision), std::move(parts), decision.backing);
}

Said milestone_said(const Model& model, const Milestone& milestone) {
    std::vector<Text> parts;
    const auto end = milestone.end ? stretch_said(*milestone.end) : Text();
    if (milestone.ends_before) {
        const auto before = stretch_said(*milestone.ends_before);
        parts.push_back(milestone.begin ? joined({stretch_said(*milestone.begin), say(message::until, {before})}, " ")
                                        : say(message::latest_before, {before}));
    } else if (milestone.goes_on)
        parts.push_back(say(message::since, {stretch_said(*milestone.begin)}));
    else if (milestone.begin)
        parts.push_back(end.empty() ? stretch_said(*milestone.begin)
                                    : joined({stretch_said(*milestone.begin), say(message::through, {end})}, " "));
    else if (!end.empty())
        parts.push_back(say(message::at_the_latest, {end}));
    if (!milestone.after.empty()) parts.push_back(phrase(Word::after, planned(model, milestone.after)));
    if (milestone.status != Status::decided) parts.push_back(name_of(milestone.status));
    add_remarks(milestone.remarks, parts);
    return line(model, title_of_row(milestone), std::move(parts), milestone.backing);
}

std::vector<Said> procedure_said(const Model& model, const Procedure& procedure) {
    const auto step_named = [&](const std::string& name) {
        for (std::size_t i = 0; i < procedure.steps.size(); ++i)
            if (folded(procedure.steps[i].name) == folded(name))
                return say(message::step_number, {number(static_cast<long long>(i) + 1)});
        return printable(name);
    };
    std::vector<Text> parts;
    for (const auto& under : procedure.under) parts.push_back(phrase(Word::implements, under_said(model, under)));
    add_remarks(procedure.remarks, parts);
    std::vector<Said> out{line(model, title_of_row(procedure), std::move(parts), procedure.backing)};
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const auto& step = procedure.steps[i];
        std::vector<Text> leads, by;
        for (const auto& each : step.by) by.push_back(words(each));
        if (!by.empty()) leads.push_back(phrase(Word::by, listed(by)));
        if (step.within) leads.push_back(phrase(Word::within, name_of(*step.within)));
        if (!step.on_agreement.empty()) leads.push_back(phrase(Word::on_agreement, step_named(step.on_agreement)));
        if (!step.otherwise.empty()) leads.push_back(phrase(Word::otherwise_to, step_named(step.otherwise)));
        add_remarks(step.remarks, leads);
        auto said = title_of_row(step);
        if (!leads.empty()) said = joined({said, joined(leads, ", ")}, "; ");
        out.push_back({say(message::numbered, {number(static_cast<long long>(i) + 1), said}), {}, Cell::Mark::none});
    }
    return out;
}

std::vector<Said> decision_rule_said(const Model& model, const DecisionRule& rule) {
    std::vector<Text> parts{concerns_said(model, rule.concerns)};
    add_remarks(rule.remarks, parts);
    std::vector<Said> out{line(model, title_of_row(rule), std::move(parts), rule.backing)};
    for (const auto& each : rule.criteria) {
        parts.clear();
        if (each.desirable) parts.push_back(syntax::info(Word::desirable).phrase);
        add_remarks(each.remarks, parts);
        out.push_back(line(model, phrase(Word::criterion, quoted(title_of_row(each))), std::move(parts), each.backing));
        for (const auto& one : each.judgements) {
            const auto where =
                !one.situation ? Text() : phrase(Word::in, quoted(situation_said(model, *one.situation)));
            parts = {one.prevails ? syntax::info(Word::prevails).phrase : Text()};
            add_remarks(one.remarks, parts);
            out.push_back(line(model, joined({name_of(one.verdict), where}, " "), std::move(parts), one.backing));
        }
    }
    return out;
}

}  // namespace belegd::report
