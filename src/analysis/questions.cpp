#include "analysis/questions.hpp"

#include <algorithm>
#include <map>

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

}  // namespace

Questions questions(const Analysis& analysis, const QuestionsAsked& asked) {
    Questions out;
    if (!analysis.readable()) return out;
    const auto& subject = *analysis.subject;
    const auto& model = analysis.model;
    std::vector<const Cause*> causes;
    for (const auto& cause : analysis.causes)
        if (cause.code == Code::R01) causes.push_back(&cause);
    // The present first: what it asks, a variant does not ask again.
    std::stable_sort(causes.begin(), causes.end(), [](const Cause* a, const Cause* b) {
        return std::pair(a->variant.valid(), a->culprit) < std::pair(b->variant.valid(), b->culprit);
    });
    Consequences consequences(subject);
    std::vector<Question> accepted;
    for (const auto* cause : causes) {
        const auto& culprit = cause->culprit;
        if (asked.parties && culprit.cooperation.valid() && !takes_part(model, culprit.cooperation, *asked.parties))
            continue;
        const bool stands =
            !model.acceptances.empty() && belegd::analysis::accepted(model, worded(subject, *cause), analysis.today);
        auto& into = stands ? accepted : out.open;
        for (const auto& open : cause->open) {
            std::vector<Cause::Open::Asker> askers;
            for (const auto& asker : open.askers)
                if (!asked.rule || asked.rule(model.rules[asker.rule].code)) askers.push_back(asker);
            if (askers.empty()) continue;
            auto known = std::find_if(into.begin(), into.end(), [&](const Question& each) {
                const bool here = std::any_of(each.places.begin(), each.places.end(),
                                              [&](const Question::Place& at) { return at.span == culprit.span; });
                return (each.text == open.question && here) || rules::same_facts(each.facts, open.facts);
            });
            if (known == into.end())
                known = into.insert(into.end(), {open.question, open.in_own_words, {}, {}, {}, {}});
            if (open.in_own_words && !known->in_own_words) {
                known->text = open.question;
                known->in_own_words = true;
            }
            for (const auto& fact : open.facts)
                if (std::find(known->facts.begin(), known->facts.end(), fact) == known->facts.end())
                    known->facts.push_back(fact);
            for (const auto& asker : askers)
                if (std::none_of(known->askers.begin(), known->askers.end(),
                                 [&](const Question::Asker& each) { return each.rule == asker.rule; }))
                    known->askers.push_back({asker.rule, consequences.of(asker, cause->variant)});
            if (std::none_of(known->places.begin(), known->places.end(),
                             [&](const Question::Place& each) { return each.span == culprit.span; }))
                known->places.push_back(
                    {culprit.span, culprit.cooperation, rules::left_open_at(subject, *cause), cause->variant});
        }
    }
    if (asked.variant)
        std::erase_if(out.open, [&](const Question& each) {
            return std::none_of(each.places.begin(), each.places.end(),
                                [&](const Question::Place& at) { return at.variant == *asked.variant; });
        });
    std::stable_sort(out.open.begin(), out.open.end(), [](const Question& a, const Question& b) {
        return a.places.front().span < b.places.front().span;
    });
    for (auto& question : out.open) question.answers = rules::answers_of(subject, question.facts);
    out.accepted = accepted.size();
    return out;
}

}  // namespace belegd::analysis
