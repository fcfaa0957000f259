#include "analysis/questions.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "analysis/acceptances.hpp"
#include "analysis/findings.hpp"
#include "model/describe.hpp"
#include "rules/not_checked.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

bool takes_part(const Model& model, CooperationId cooperation, const std::vector<PartyId>& parties) {
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& version) {
        return version.first_version == cooperation &&
               std::any_of(version.participants.begin(), version.participants.end(),
                           [&](const Participant& each) { return names(parties, each.party); });
    });
}

/// What follows from an answer, for the case in which a rule asks.
class Consequences {
   public:
    explicit Consequences(const Subject& subject) : subject_(subject) {}

    Text of(const Cause::Open::Asker& asker, VariantId variant) {
        const auto& rule = subject_.model.rules[asker.rule];
        if (rule.consequence.empty()) return {};
        auto& facts = facts_[variant.index];
        if (!facts) facts = std::make_unique<rules::RuleFacts>(subject_, subject_.view(variant));
        rules::RuleEvaluation evaluation(*facts, rule);
        if (!evaluation.complete(rule.consequence, asker.case_)) return {};
        return evaluation.words(rule.consequence, asker.case_);
    }

   private:
    const Subject& subject_;
    std::map<std::uint32_t, std::unique_ptr<rules::RuleFacts>> facts_;
};

/// Questions, each fact once: the same words at the same place, or the same facts, are one.
class Gathered {
   public:
    std::vector<Question> all;

    Question& of(const Cause::Open& open, Span place) {
        const auto hash = hash_of(open.facts);
        auto found = all.size();
        for (const auto each : by_place_[place])
            if (all[each].text == open.question) found = std::min(found, each);
        if (const auto alike = by_facts_.find(hash); alike != by_facts_.end())
            for (const auto each : alike->second)
                if (rules::same_facts(all[each].facts, open.facts)) found = std::min(found, each);
        if (found == all.size()) {
            all.push_back({open.question, open.in_own_words, {}, {}, {}, {}});
            by_facts_[hash].push_back(found);
        }
        auto& question = all[found];
        if (open.in_own_words && !question.in_own_words) {
            question.text = open.question;
            question.in_own_words = true;
        }
        const auto known = question.facts.size();
        for (const auto& fact : open.facts)
            if (std::find(question.facts.begin(), question.facts.end(), fact) == question.facts.end())
                question.facts.push_back(fact);
        if (known != 0 && known != question.facts.size()) by_facts_[hash_of(question.facts)].push_back(found);
        auto& here = by_place_[place];
        if (std::find(here.begin(), here.end(), found) == here.end()) here.push_back(found);
        return question;
    }

   private:
    /// Of which facts, in whatever order.
    static std::size_t hash_of(const std::vector<Silent>& facts) {
        std::size_t out = facts.size();
        for (const auto& each : facts) {
            std::size_t one = static_cast<std::size_t>(each.kind);
            for (const auto part : {static_cast<std::size_t>(each.entity), static_cast<std::size_t>(each.attribute)})
                one = (one ^ part) * 0x9E3779B97F4A7C15U;
            out += one;
        }
        return out;
    }

    std::map<Span, std::vector<std::size_t>> by_place_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_facts_;
};

/// What is asked, and of what it is accepted that it stays open; `depends` says what follows from an answer.
using Depends = std::function<Text(const Cause::Open::Asker&, VariantId)>;
std::pair<std::vector<Question>, std::size_t> gathered(const Analysis& analysis, const QuestionsAsked& asked,
                                                       const Depends& depends) {
    const auto& subject = *analysis.subject;
    const auto& model = analysis.model;
    std::vector<const Cause*> causes;
    for (const auto& cause : analysis.causes)
        if (cause.code == Code::R01) causes.push_back(&cause);
    // The present first: what it asks, a variant does not ask again.
    std::stable_sort(causes.begin(), causes.end(), [](const Cause* a, const Cause* b) {
        return std::pair(a->variant.valid(), a->culprit) < std::pair(b->variant.valid(), b->culprit);
    });
    Gathered questions, accepted;
    for (const auto* cause : causes) {
        const auto& culprit = cause->culprit;
        if (asked.parties && culprit.cooperation.valid() && !takes_part(model, culprit.cooperation, *asked.parties))
            continue;
        const bool stands =
            !model.acceptances.empty() && belegd::analysis::accepted(model, worded(subject, *cause), analysis.today);
        auto& into = stands ? accepted : questions;
        for (const auto& open : cause->open) {
            std::vector<const Cause::Open::Asker*> askers;
            for (const auto& asker : open.askers)
                if (!asked.rule || asked.rule(model.rules[asker.rule].code)) askers.push_back(&asker);
            if (askers.empty()) continue;
            auto& question = into.of(open, culprit.span);
            for (const auto* asker : askers)
                if (std::none_of(question.askers.begin(), question.askers.end(),
                                 [&](const Question::Asker& each) { return each.rule == asker->rule; }))
                    question.askers.push_back({asker->rule, depends(*asker, cause->variant)});
            if (std::none_of(question.places.begin(), question.places.end(),
                             [&](const Question::Place& each) { return each.span == culprit.span; }))
                question.places.push_back(
                    {culprit.span, culprit.cooperation, rules::left_open_at(subject, *cause), cause->variant});
        }
    }
    const auto here = [&](const Question::Place& at) {
        return (!asked.variant || at.variant == *asked.variant) && (!asked.places || asked.places->contains(at.span));
    };
    if (asked.variant || asked.places)
        std::erase_if(questions.all,
                      [&](const Question& each) { return std::none_of(each.places.begin(), each.places.end(), here); });
    return {std::move(questions.all), accepted.all.size()};
}

}  // namespace

Questions questions(const Analysis& analysis, const QuestionsAsked& asked) {
    if (!analysis.readable()) return {};
    Consequences consequences(*analysis.subject);
    auto [open, accepted] = gathered(analysis, asked, [&](const Cause::Open::Asker& asker, VariantId variant) {
        return consequences.of(asker, variant);
    });
    std::stable_sort(open.begin(), open.end(), [](const Question& a, const Question& b) {
        return a.places.front().span < b.places.front().span;
    });
    for (auto& question : open) question.answers = rules::answers_of(*analysis.subject, question.facts);
    return {std::move(open), accepted};
}

std::size_t count_of_questions(const Analysis& analysis, const QuestionsAsked& asked) {
    if (!analysis.readable()) return 0;
    return gathered(analysis, asked, [](const Cause::Open::Asker&, VariantId) { return Text{}; }).first.size();
}

}  // namespace belegd::analysis
