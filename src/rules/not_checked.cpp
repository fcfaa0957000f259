// R01: what the rules ask and the model does not state, once for each cooperation.
#include <algorithm>
#include <set>

#include "checks/sentences.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "rules/answers.hpp"
#include "rules/not_checked.hpp"

namespace belegd::rules {

using namespace model;

namespace {

/// A question of a rule about one case, with the facts that would answer it.
struct Asked {
    Text question;
    std::vector<Silent> facts;
    bool in_own_words = false;
};

/// Without it a rule's own question may not arise: it is asked first.
bool goes_before(Attribute attribute) {
    return attribute == Attribute::cooperation_form || attribute == Attribute::cooperation_organs ||
           attribute == Attribute::cooperation_begin || attribute == Attribute::participant_organs ||
           attribute == Attribute::transfer_receivers;
}

/// What a rule would have to know: its own question, else the attributes that are not stated.
std::vector<Asked> questions(const RuleFacts& facts, RuleEvaluation& evaluation, const Rule& rule,
                             const RuleEvaluation::Case& open) {
    std::vector<Asked> out;
    for (const auto& silent : open.silent) {
        if (silent.attribute == Attribute::none) continue;
        if (info(silent.attribute).type == Type::decision || info(silent.attribute).type == Type::article) continue;
        if (!rule.question.empty() && !goes_before(silent.attribute)) continue;
        auto question = asked(facts, silent);
        const auto known =
            std::find_if(out.begin(), out.end(), [&](const Asked& each) { return each.question == question; });
        if (known == out.end())
            out.push_back({std::move(question), {silent}, false});
        else
            known->facts.push_back(silent);
    }
    if (!out.empty()) return out;
    std::vector<Silent> each, rest;
    for (const auto& silent : open.silent) (silent.apart ? each : rest).push_back(silent);
    const bool apart = each.size() > 1 || (!each.empty() && std::any_of(rest.begin(), rest.end(), is_specific));
    if (!rule.question.empty() && !apart) return {{evaluation.words(rule.question, *open.slots), open.silent, true}};
    for (auto& one : each) {
        auto question = asked(facts, one);
        out.push_back({std::move(question), {std::move(one)}, false});
    }
    for (const auto& one : rest)
        if (is_specific(one)) out.push_back({asked(facts, one), {one}, false});
    if (out.empty()) out.push_back({say(message::ask_whether, {rule.title}), open.silent, false});
    return out;
}

}  // namespace

void leave_open(const RuleFacts& facts, RuleEvaluation& evaluation, std::uint32_t r, const RuleEvaluation::Case& open,
                Causes& causes) {
    const auto& rule = facts.model().rules[r];
    CooperationId home;
    Passage place;
    std::vector<Entity> about;
    about.reserve(rule.bound);
    for (std::size_t v = 0; v < rule.bound; ++v) {
        const auto entity = static_cast<Entity>(std::get<long long>((*open.slots)[v].is));
        about.push_back(entity);
        if (!home.valid()) home = facts.home(rule.variables[v].type, entity);
        if (place.span.empty()) place = facts.place(rule.variables[v].type, entity);
    }
    if (home.valid()) place = facts.subject().words_of(home, facts.model()[home].name_span);
    if (place.span.empty()) return;  // about nothing that the model says
    auto& all = causes.at(Code::R01, facts.view().variant, place, {}, Cause::kAnyFunction).open.gathered();
    for (auto& asked : questions(facts, evaluation, rule, open)) {
        auto known = std::find_if(all.begin(), all.end(), [&](const Cause::Open& each) {
            return each.question == asked.question || same_facts(each.facts, asked.facts);
        });
        if (known == all.end()) known = all.insert(all.end(), {asked.question, {}, {}, asked.in_own_words});
        if (asked.in_own_words && !known->in_own_words) {
            known->question = asked.question;
            known->in_own_words = true;
        }
        if (!known->asked_by(r)) known->askers.push_back({r, about});
        for (const auto& fact : asked.facts)
            if (std::find(known->facts.begin(), known->facts.end(), fact) == known->facts.end())
                known->facts.push_back(fact);
    }
}

bool is_specific(const Silent& fact) {
    if (fact.attribute == Attribute::none) return false;
    // Who decides is one body, though several of its organs may.
    return !info(fact.attribute).many || fact.attribute == Attribute::decision_by || !fact.sought.empty() ||
           fact.purpose;
}

bool same_facts(const std::vector<Silent>& a, const std::vector<Silent>& b) {
    const auto within = [](const std::vector<Silent>& some, const std::vector<Silent>& all) {
        return std::all_of(some.begin(), some.end(),
                           [&](const Silent& each) { return std::find(all.begin(), all.end(), each) != all.end(); });
    };
    return !a.empty() && within(a, b) && within(b, a) && std::all_of(a.begin(), a.end(), is_specific);
}

Text left_open_at(const Subject& subject, const Cause& cause) {
    const auto home = cause.culprit.cooperation;
    return home.valid() ? as_name(subject.model[home].name)
                        : as_name(on_one_line(subject.sources.text(cause.culprit.span)));
}

Diagnostic place_not_checked(const Subject& subject, const Cause& cause) {
    const auto home = cause.culprit.cooperation;
    Diagnostic out{};
    out.code = Code::R01;
    out.primary = at(cause.culprit.span);
    out.id = id_of(subject, cause, home.valid() ? subject.model[home].name : std::string());
    return out;
}

Diagnostic word_not_checked(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    std::set<std::uint32_t> rules;
    std::vector<Text> facts;
    for (const auto& open : cause.open) {
        std::vector<Text> codes;
        for (const auto& asker : open.askers) {
            rules.insert(asker.rule);
            codes.emplace_back(model.rules[asker.rule].code);
        }
        constexpr std::size_t kShown = 8;
        if (codes.size() > kShown + 1) {
            const auto more = number(static_cast<long long>(codes.size() - kShown));
            codes.resize(kShown);
            codes.push_back(say(message::and_other_rules, {more}));
        }
        facts.push_back(say(message::r01_question, {open.question, listed(codes)}));
    }
    auto out = place_not_checked(subject, cause);
    out.message = say(rules.size() == 1 ? message::r01_one : message::r01,
                      {left_open_at(subject, cause), number(static_cast<long long>(rules.size()))});
    out.facts = std::move(facts);
    out.why = say(message::r01_why);
    if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    return out;
}

}  // namespace belegd::rules
