// R01: what the rules ask and the model does not state, once for each cooperation.
#include <algorithm>
#include <set>

#include "checks/sentences.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "rules/not_checked.hpp"

namespace belegd::rules {

using namespace model;

namespace {

/// What a rule would have to know: its own question, else the attributes that are not stated.
std::vector<Text> questions(const RuleFacts& facts, RuleEvaluation& evaluation, const Rule& rule,
                            const RuleEvaluation::Case& open) {
    std::vector<Text> out;
    const auto put = [&](Text text) {
        if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
    };
    // A form, organ or date that is not stated goes before the rule's own question: without it the question may not arise.
    for (const auto& silent : open.silent) {
        if (silent.attribute == Attribute::none) continue;
        if (info(silent.attribute).type == Type::decision || info(silent.attribute).type == Type::article) continue;
        if (rule.question.empty() || silent.attribute == Attribute::cooperation_form ||
            silent.attribute == Attribute::cooperation_organs || silent.attribute == Attribute::cooperation_begin ||
            silent.attribute == Attribute::participant_organs || silent.attribute == Attribute::transfer_receivers)
            put(silent.kind == Type::cooperation ? info(silent.attribute).help
                : silent.kind == Type::transfer
                    ? say(message::silent_in,
                          {info(silent.attribute).help,
                           Text(on_one_line(facts.subject().sources.text(facts.words(silent.kind, silent.entity))))})
                    : say(message::silent_of,
                          {info(silent.attribute).help,
                           facts.said(silent.kind, false, {static_cast<long long>(silent.entity)})}));
    }
    if (out.empty() && !rule.question.empty()) put(evaluation.words(rule.question, *open.slots));
    if (out.empty()) put(rule.title);
    return out;
}

}  // namespace

void leave_open(const RuleFacts& facts, RuleEvaluation& evaluation, std::uint32_t r, const RuleEvaluation::Case& open,
                Causes& causes) {
    const auto& rule = facts.model().rules[r];
    CooperationId home;
    Passage place;
    for (std::size_t v = 0; v < rule.bound; ++v) {
        const auto entity = static_cast<Entity>(std::get<long long>((*open.slots)[v].is));
        if (!home.valid()) home = facts.home(rule.variables[v].type, entity);
        if (place.span.empty()) place = facts.place(rule.variables[v].type, entity);
    }
    if (home.valid()) place = facts.subject().words_of(home, facts.model()[home].name_span);
    if (place.span.empty()) return;  // about nothing that the model says
    auto& cause = causes.at(Code::R01, facts.view().variant, place, {}, Cause::kAnyFunction);
    for (auto& question : questions(facts, evaluation, rule, open)) {
        auto known = std::find_if(cause.open.begin(), cause.open.end(),
                                  [&](const Cause::Open& each) { return each.question == question; });
        if (known == cause.open.end()) known = cause.open.insert(cause.open.end(), {std::move(question), {}});
        if (std::find(known->rules.begin(), known->rules.end(), r) == known->rules.end()) known->rules.push_back(r);
    }
}

Text left_open_at(const Subject& subject, const Cause& cause) {
    const auto home = cause.culprit.cooperation;
    return home.valid() ? as_name(subject.model[home].name)
                        : as_name(on_one_line(subject.sources.text(cause.culprit.span)));
}

Diagnostic word_not_checked(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    std::set<std::uint32_t> rules;
    std::vector<Text> facts;
    for (const auto& open : cause.open) {
        std::vector<Text> codes;
        for (const auto rule : open.rules) {
            rules.insert(rule);
            codes.emplace_back(model.rules[rule].code);
        }
        constexpr std::size_t kShown = 8;
        if (codes.size() > kShown + 1) {
            const auto more = number(static_cast<long long>(codes.size() - kShown));
            codes.resize(kShown);
            codes.push_back(say(message::and_other_rules, {more}));
        }
        facts.push_back(say(message::r01_question, {open.question, listed(codes)}));
    }
    const auto home = cause.culprit.cooperation;
    const auto what = left_open_at(subject, cause);
    Diagnostic out{
        Code::R01,
        say(rules.size() == 1 ? message::r01_one : message::r01, {what, number(static_cast<long long>(rules.size()))}),
        at(cause.culprit.span),
        {},
        std::move(facts),
        say(message::r01_why),
        {},
        {},
        id_of(subject, cause, home.valid() ? model[home].name : std::string()),
        {},
        {}};
    if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    return out;
}

}  // namespace belegd::rules
