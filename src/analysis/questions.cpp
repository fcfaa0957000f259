#include "analysis/questions.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
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
        const auto slots = evaluation.slots_of(asker.about);
        return evaluation.complete(rule.consequence, slots) ? evaluation.words(rule.consequence, slots) : Text{};
    }

   private:
    const Subject& subject_;
    std::map<std::uint32_t, std::unique_ptr<rules::RuleFacts>> facts_;
};

/// What is asked in several places, or by several rules, and is one question.
struct Asked {
    struct Place {
        const Cause* cause;
        const Cause::Open* open;
    };
    std::vector<Place> places;
    std::vector<Silent> facts;  ///< all that they ask together

    bool in_own_words() const {
        return std::any_of(places.begin(), places.end(), [](const Place& at) { return at.open->in_own_words; });
    }
    /// The first that a rule words itself, else the first.
    const Text& text() const {
        const auto own =
            std::find_if(places.begin(), places.end(), [](const Place& at) { return at.open->in_own_words; });
        return (own != places.end() ? *own : places.front()).open->question;
    }
};

/// Each question once: the same words at the same place, or the same facts, are one.
class Gathered {
   public:
    std::vector<Asked> all;

    void add(const Cause& cause, const Cause::Open& open) {
        const auto hash = hash_of(open.facts);
        auto found = all.size();
        auto& here = by_place_[cause.culprit.span];
        for (const auto each : here)
            if (all[each].text() == open.question) found = std::min(found, each);
        if (const auto alike = by_facts_.find(hash); alike != by_facts_.end())
            for (const auto each : alike->second)
                if (rules::same_facts(all[each].facts, open.facts)) found = std::min(found, each);
        if (found == all.size()) {
            all.push_back({{}, open.facts});
            by_facts_[hash].push_back(found);
        }
        auto& question = all[found];
        question.places.push_back({&cause, &open});
        const auto known = question.facts.size();
        for (const auto& fact : open.facts)
            if (std::find(question.facts.begin(), question.facts.end(), fact) == question.facts.end())
                question.facts.push_back(fact);
        if (known != question.facts.size()) by_facts_[hash_of(question.facts)].push_back(found);
        if (std::find(here.begin(), here.end(), found) == here.end()) here.push_back(found);
    }

   private:
    /// Of which facts, in whatever order.
    static std::size_t hash_of(const std::vector<Silent>& facts) {
        std::size_t out = facts.size();
        for (const auto& each : facts) {
            std::size_t one = static_cast<std::size_t>(each.kind);
            for (const auto part :
                 {static_cast<std::size_t>(each.entity), static_cast<std::size_t>(each.attribute),
                  static_cast<std::size_t>(each.organ.index), static_cast<std::size_t>(each.party.index)})
                one = (one ^ part) * 0x9E3779B97F4A7C15U;
            out += one;
        }
        return out;
    }

    struct HashOfSpan {
        std::size_t operator()(const Span& span) const {
            const auto all = (std::uint64_t{span.begin} << 32) ^ (std::uint64_t{span.file} << 24) ^ span.end;
            return static_cast<std::size_t>((all * 0x9E3779B97F4A7C15U) >> 32);
        }
    };

    std::unordered_map<Span, std::vector<std::size_t>, HashOfSpan> by_place_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_facts_;
};

bool asks(const QuestionsAsked& asked, const Model& model, const Cause::Open::Asker& asker) {
    return !asked.rule || asked.rule(model.rules[asker.rule].code);
}

/// What is asked, and of how much it is accepted that it stays open.
std::pair<std::vector<Asked>, std::size_t> gathered(const Analysis& analysis, const QuestionsAsked& asked) {
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
        for (const auto& open : cause->open)
            if (std::any_of(open.askers.begin(), open.askers.end(),
                            [&](const auto& each) { return asks(asked, model, each); }))
                (stands ? accepted : questions).add(*cause, open);
    }
    const auto elsewhere = [&](const Asked& question) {
        std::set<Span> known;
        return std::none_of(question.places.begin(), question.places.end(), [&](const Asked::Place& at) {
            const auto span = at.cause->culprit.span;
            return known.insert(span).second && (!asked.variant || at.cause->variant == *asked.variant) &&
                   (!asked.places || asked.places->contains(span));
        });
    };
    if (asked.variant || asked.places) std::erase_if(questions.all, elsewhere);
    return {std::move(questions.all), accepted.all.size()};
}

}  // namespace

Questions questions(const Analysis& analysis, const QuestionsAsked& asked) {
    Questions out;
    if (!analysis.readable()) return out;
    const auto& subject = *analysis.subject;
    Consequences consequences(subject);
    auto [all, accepted] = gathered(analysis, asked);
    out.accepted = accepted;
    for (auto& each : all) {
        auto& question = out.open.emplace_back(Question{each.text(), each.in_own_words(), {}, {}, {}, {}});
        for (const auto& [cause, open] : each.places) {
            const auto& culprit = cause->culprit;
            for (const auto& asker : open->askers)
                if (asks(asked, analysis.model, asker) &&
                    std::none_of(question.askers.begin(), question.askers.end(),
                                 [&](const Question::Asker& known) { return known.rule == asker.rule; }))
                    question.askers.push_back({asker.rule, consequences.of(asker, cause->variant)});
            if (std::none_of(question.places.begin(), question.places.end(),
                             [&](const Question::Place& known) { return known.span == culprit.span; }))
                question.places.push_back(
                    {culprit.span, culprit.cooperation, rules::left_open_at(subject, *cause), cause->variant});
        }
        question.answers = rules::answers_of(subject, each.facts);
        question.facts = std::move(each.facts);
    }
    std::stable_sort(out.open.begin(), out.open.end(), [](const Question& a, const Question& b) {
        return a.places.front().span < b.places.front().span;
    });
    return out;
}

std::size_t count_of_questions(const Analysis& analysis, const QuestionsAsked& asked) {
    return analysis.readable() ? gathered(analysis, asked).first.size() : 0;
}

}  // namespace belegd::analysis
