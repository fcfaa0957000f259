#include "analysis/asked.hpp"

#include <algorithm>

#include "analysis/sequence.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/criteria.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::analysis {
namespace {

using namespace model;
using syntax::Word;
using What = Asked::What;

Text phrase_of(Word word, const Text& what) { return joined({syntax::info(word).phrase, what}, " "); }

bool same_names(std::vector<Text> a, std::vector<Text> b) {
    const auto tidy = [](std::vector<Text>& all) {
        std::vector<std::string> out;
        out.reserve(all.size());
        for (const auto& each : all) out.push_back(folded(each.nl));
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    return tidy(a) == tidy(b);
}

/// Whether two lists of actors are the same people; a party stands for its organs.
bool same_actors(const std::vector<Actor>& named, const std::vector<Actor>& found) {
    const auto matches = [](const Actor& a, const Actor& b) { return a == b || (!a.organ.valid() && b.whole() == a); };
    return std::all_of(found.begin(), found.end(),
                       [&](const Actor& each) {
                           return std::any_of(named.begin(), named.end(),
                                              [&](const Actor& other) { return matches(other, each); });
                       }) &&
           std::all_of(named.begin(), named.end(), [&](const Actor& each) {
               return std::any_of(found.begin(), found.end(), [&](const Actor& other) { return matches(each, other); });
           });
}

class Answers {
   public:
    Answers(const checks::Subject& subject, const Test& test)
        : m_(subject.model), world_(*subject.view(test.variant).world), test_(test), asked_(*test.asked) {}

    std::optional<Text> wrong() const {
        if (asked_.what == What::earlier) return order();
        if (asked_.of.decision.valid()) return of_decision(m_[asked_.of.decision]);
        if (asked_.of.rule.valid()) return of_rule(m_[asked_.of.rule]);
        if (asked_.of.milestone.valid()) return of_milestone(m_.milestones[asked_.of.milestone.index]);
        return of_cooperation();
    }

   private:
    /// The answer beside the one that is expected: both not stated, or both the same.
    std::optional<Text> compare(bool stated, bool same, const Text& said, const Text& silence) const {
        if (!stated) return asked_.not_stated ? std::nullopt : std::optional(silence);
        if (!asked_.not_stated && same) return std::nullopt;
        return say(message::model_says, {said});
    }

    std::optional<Text> day(const std::optional<DateValue>& found, Word word, const Text& silence) const {
        const bool same = found && asked_.date && *found == *asked_.date;
        return compare(found.has_value(), same, found ? phrase_of(word, stretch_said(*found)) : Text(), silence);
    }

    /// A last day is the same day, however it is written: `voor 1 juli 2022` is 30 June at the latest.
    std::optional<Text> last(const std::optional<DateValue>& found, const std::optional<DateValue>& before) const {
        const bool same = found && asked_.date && found->last == asked_.date->last;
        const auto said = before  ? say(message::latest_before, {stretch_said(*before)})
                          : found ? say(message::at_the_latest, {stretch_said(*found)})
                                  : Text();
        return compare(found.has_value(), same, said, say(message::says_no_last_day));
    }

    std::optional<Text> of_decision(const Decision& row) const {
        switch (asked_.what) {
            case What::by: {
                std::vector<Actor> found;
                if (row.by) found.push_back(*row.by);
                found.insert(found.end(), row.also_by.begin(), row.also_by.end());
                return compare(row.by.has_value(), same_actors(asked_.actors, found),
                               found.empty() ? Text() : phrase_of(Word::by, names_of(m_, found)),
                               say(message::says_not_who));
            }
            case What::purpose: {
                const auto word = word_of(row.purpose);
                return compare(word != Word::none, row.purpose == asked_.purpose,
                               word == Word::none ? Text() : phrase_of(Word::purpose, syntax::info(word).phrase),
                               say(message::says_no_kind));
            }
            case What::on: return day(row.taken, Word::on, say(message::says_no_day));
            case What::at_the_latest: return last(row.at_the_latest, row.latest_before);
            case What::published: return day(row.published, Word::published, say(message::says_no_publication));
            case What::advice: return who(row, row.advice, row.advice_by, Word::advice, say(message::says_no_advice));
            case What::hearing:
                return who(row, row.hearing, row.heard_by, Word::hearing, say(message::says_no_hearing));
            case What::consultation:
                return who(row, row.consultation, {}, Word::consultation, say(message::says_no_consultation));
            case What::consent:
                return who(row, row.consent, row.permitted_by, Word::consent, say(message::says_no_consent));
            case What::assent: {
                auto found = row.consent_by;
                std::erase_if(found, [&](const Actor& each) {
                    return std::find(row.permitted_by.begin(), row.permitted_by.end(), each) != row.permitted_by.end();
                });
                return who(row, row.assent, found, Word::assent, say(message::says_no_assent));
            }
            case What::together: return together(row.name);
            default: return std::nullopt;
        }
    }

    std::optional<Text> of_rule(const DecisionRule& row) const {
        if (!judges(m_, row, test_.variant)) return say(message::rule_elsewhere, {quoted(title_of_row(row))});
        if (asked_.of.criterion == ~0u) {
            const auto found = outcome_of(row, test_.variant);
            const auto word = found == model::Outcome::fulfilled       ? Word::fulfilled
                              : found == model::Outcome::not_fulfilled ? Word::not_fulfilled
                                                                       : Word::undecided;
            return compare(true, found == asked_.outcome, syntax::info(word).phrase, {});
        }
        const auto found = verdict_of(row.criteria[asked_.of.criterion], test_.variant);
        return compare(found != Criterion::Verdict::not_said, found == asked_.verdict, name_of(found),
                       say(message::says_no_verdict));
    }

    std::optional<Text> of_milestone(const Milestone& row) const {
        switch (asked_.what) {
            case What::on: return day(row.begin, Word::on, say(message::says_no_day));
            case What::at_the_latest: return last(row.end, row.ends_before);
            case What::together: return together(row.name);
            default: return std::nullopt;
        }
    }

    /// The names as written are the same, or stand for the same.
    std::optional<Text> who(const Decision& row, std::vector<Text> named, const std::vector<Actor>& known, Word word,
                            const Text& silence) const {
        std::erase_if(named, [](const Text& each) { return left_open(each.nl) != Word::none; });
        std::vector<Actor> expected;
        for (const auto& each : asked_.actors) expected.push_back(m_.of_decider(row.by, each));
        const bool all_known = known.size() == named.size() && expected.size() == asked_.names.size();
        return compare(!named.empty(), same_names(asked_.names, named) || (all_known && same_actors(expected, known)),
                       phrase_of(word, listed(named)), silence);
    }

    /// What it goes together with by itself or by what the other says, and what goes with those.
    std::optional<Text> together(const std::string& name) const {
        const auto found = in_step_with(m_, name);
        std::vector<Text> said;
        said.reserve(found.size());
        for (const auto& each : found) said.push_back(printable(each));
        const bool same = std::all_of(asked_.names.begin(), asked_.names.end(), [&](const Text& each) {
            return std::any_of(found.begin(), found.end(),
                               [&](const std::string& other) { return folded(other) == folded(each.nl); });
        });
        return compare(!found.empty(), same, phrase_of(Word::together_with, listed(said)),
                       say(message::says_no_company));
    }

    // ---- cooperations

    /// The version that counts: of the day that is asked, else the last; nothing where it is not there at all.
    const Cooperation* version() const {
        const Cooperation* out = nullptr;
        for (const auto index : world_.versions(asked_.of.cooperation)) {
            const auto& row = m_.cooperations[index];
            if (!world_.visible(row.variant)) continue;
            const auto force = world_.force({index});
            if (test_.day && !force.contains(*test_.day)) continue;
            if (out == nullptr || !force.empty()) out = &row;
        }
        return out;
    }

    std::optional<Text> of_cooperation() const {
        const auto* found = version();
        if (found == nullptr) return say(message::not_in_situation, {title_of(m_, asked_.of.cooperation)});
        switch (asked_.what) {
            case What::published: return day(found->published, Word::published, say(message::says_no_publication));
            case What::concluded: return day(found->concluded, Word::concluded_on, say(message::says_no_conclusion));
            case What::form: return form(*found);
            case What::notice: return notice(*found);
            case What::applies: return applies();
            case What::last_notice: return last_notice();
            default: return std::nullopt;
        }
    }

    bool is_a(FormId form, FormId family) const {
        for (auto at = form; at.valid(); at = m_[at].family)
            if (at == family) return true;
        return false;
    }

    std::optional<Text> form(const Cooperation& row) const {
        const auto name = row.form.valid() ? Text(m_[row.form].name) : Text();
        const auto said =
            row.form.valid() && row.form_open
                ? joined({phrase_of(Word::form, name), syntax::info(Word::further_not_stated).phrase}, ", ")
                : phrase_of(Word::form, name);
        const bool fits = !asked_.form.valid() || is_a(row.form, asked_.form);
        return compare(row.form.valid(), fits && (!asked_.family || row.form_open), said, say(message::says_no_form));
    }

    std::optional<Text> notice(const Cooperation& row) const {
        const auto& found = row.notice;
        const bool same =
            found && asked_.notice && found->none == asked_.notice->none &&
            (found->none || (length_of(found->length) == length_of(asked_.notice->length) &&
                             (asked_.notice->against.empty() || asked_.notice->against == found->against)));
        const auto said = !found        ? Text()
                          : found->none ? syntax::info(Word::no_notice).phrase
                                        : phrase_of(Word::notice, name_of(*found));
        return compare(found.has_value(), same, said, say(message::says_no_notice));
    }

    std::optional<Text> applies() const {
        const auto days = lasting(m_, world_, asked_.of.cooperation, test_.parties);
        if (!days) return say(message::days_apart, {days_of_each()});
        std::vector<Text> wrong;
        const auto see = [&](bool asks, bool silence, const std::optional<Day>& expected, Day found, Day none,
                             const Text& said, const Text& nothing) {
            if (!asks) return;
            if (found == none) {
                if (!silence) wrong.push_back(nothing);
            } else if (silence || expected != found) {
                wrong.push_back(say(message::model_says, {said}));
            }
        };
        see(asked_.from || asked_.from_not_stated, asked_.from_not_stated, asked_.from, days->from, kNoBegin,
            days->from == kNoBegin ? Text() : say(message::since, {day_said(m_, days->from)}),
            say(message::says_no_beginning));
        see(asked_.until || asked_.until_not_stated, asked_.until_not_stated, asked_.until, days->until, kNoEnd,
            days->until == kNoEnd ? Text() : say(message::through, {spelled(days->until.previous())}),
            say(message::says_no_end));
        return wrong.empty() ? std::nullopt : std::optional(joined(wrong, "; "));
    }

    Text days_of_each() const {
        std::vector<Text> out;
        for (const auto party : test_.parties)
            if (const auto days = lasting(m_, world_, asked_.of.cooperation, {party}))
                out.push_back(say(message::named_with_days, {name_of(m_, party), period_said(m_, *days)}));
        return listed(out);
    }

    /// Of every end that the situation has: of the whole, or of those who leave before.
    std::optional<Text> last_notice() const {
        struct Last {
            Day day, end;
            bool operator==(const Last&) const = default;
        };
        std::vector<Last> all;
        bool ends = false;
        for (const auto& end : ends_of(m_, world_, asked_.of.cooperation, test_.parties)) {
            ends = true;
            if (const auto last = last_day_of_notice(m_[end.version], end.day))
                if (const Last each{*last, end.day}; std::find(all.begin(), all.end(), each) == all.end())
                    all.push_back(each);
        }
        std::vector<Text> said;
        said.reserve(all.size());
        for (const auto& each : all)
            said.push_back(say(message::says_last_notice, {spelled(each.day), day_said(m_, each.end)}));
        const bool same = std::all_of(all.begin(), all.end(),
                                      [&](const Last& each) { return asked_.date && each.day == asked_.date->last; });
        return compare(!all.empty(), same, joined(said, "; "),
                       say(message::says_no_last_notice, {say(ends ? message::says_no_notice : message::says_no_end)}));
    }

    // ---- order

    std::optional<Text> order() const {
        std::optional<Text> wrong;
        for (const auto& other : asked_.others) {
            const auto& first = asked_.later ? other : asked_.of;
            const auto& second = asked_.later ? asked_.of : other;
            const auto found = sequence_of(m_, world_, first, second, test_.parties);
            const auto a = with_days(first), b = with_days(second);
            if (found.contradicted) return say(message::order_contradicted, {a, b});
            const auto sought = asked_.cannot_be_said ? Sequence::Answer::cannot_be_said : Sequence::Answer::yes;
            if (found.answer == sought) continue;
            switch (found.answer) {
                case Sequence::Answer::yes:
                    return say(found.stated ? message::says_it_follows : message::says_order, {a, b});
                case Sequence::Answer::no: return say(message::says_no_order, {a, b});
                case Sequence::Answer::cannot_be_said: return say(message::cannot_say_order, {a, b});
            }
        }
        return wrong;
    }

    Text with_days(const AskedOf& of) const {
        const auto name = of.decision.valid()    ? title_of(m_, of.decision)
                          : of.milestone.valid() ? title_of_row(m_.milestones[of.milestone.index])
                                                 : say(of.bound == AskedOf::Bound::beginning ? message::first_day_of
                                                                                             : message::last_day_of,
                                                       {title_of(m_, of.cooperation)});
        const auto when = days_of(m_, world_, of, test_.parties).said;
        return say(message::named_with_days, {name, when.empty() ? say(message::no_day_stated) : when});
    }

    const Model& m_;
    const graph::World& world_;
    const Test& test_;
    const Asked& asked_;
};

}  // namespace

std::optional<Text> not_as_asked(const checks::Subject& subject, const Test& test) {
    return test.asked ? Answers(subject, test).wrong() : std::nullopt;
}

}  // namespace belegd::analysis
