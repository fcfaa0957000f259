#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checks/subject.hpp"
#include "model/rule.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace checks;

/// What the model answers to a rule, in one variant: everything of a kind, and the attributes of each thing
/// (dsl/attributes.def). What the model leaves open is unknown; a list that may have others is open.
class RuleFacts {
   public:
    RuleFacts(const Subject& subject, const Subject::View& view);

    const Subject& subject() const { return subject_; }
    const model::Model& model() const { return model_; }
    const Subject::View& view() const { return view_; }

    /// Everything of a kind that counts in this variant. Decisions and endings are open: a model need not have them all.
    const model::Value& all(model::Type kind) const;
    model::Value of(model::Attribute attribute, model::Entity entity) const;
    /// From here on a later version answers as the first does: to ask of what the text says then what a rule asks of a
    /// text when it is made.
    void take_as_first(model::CooperationId version) { as_first_ = version; }
    /// Everything of a kind, by what an attribute says of it; apart, of what it does not say one thing.
    struct Sorted {
        std::map<model::Entity, std::vector<model::Entity>> by_value;
        std::vector<model::Entity> other;
    };
    const Sorted& sorted_by(model::Attribute attribute) const;

    /// What stands for a thing in the text; empty when it is not in the model's own text.
    Span words(model::Type kind, model::Entity entity) const;
    checks::Passage place(model::Type kind, model::Entity entity) const;
    /// As a sentence names it.
    Text said(model::Type type, bool many, const model::Value& value) const;
    /// A version of a cooperation, with which it is where there are several.
    Text text_said(model::CooperationId version) const;
    /// Whether there is nothing to name: not stated, not there, or an empty list.
    static bool says_nothing(const model::Value& value);
    /// Whether the sentence then names several things.
    bool several(model::Type type, bool many, const model::Value& value) const;
    /// The days that the act or state lasts: those on which a rule is asked what the law was.
    Period days(model::Type kind, model::Entity entity) const;
    /// The days on which it can have been done when the model states none: those on which its form was there.
    Period possible(model::Type kind, model::Entity entity) const;
    /// The attribute that says on which day a thing was done; none for what has no day.
    static model::Attribute day_of_act(model::Type kind);
    /// What to ask where the day of a thing is not known: of what stands in a cooperation, since when that is.
    std::optional<Silent> day_sought(model::Type kind, model::Entity entity) const;
    /// A step of a chain as one number: the run whose answer has it, and its place in the chain.
    struct StepPlace {
        std::size_t run, place;
    };
    static model::Entity packed(StepPlace step) { return model::Entity{step.run} << 16 | step.place; }
    static StepPlace step_of(model::Entity entity) {
        return {static_cast<std::size_t>(entity >> 16), static_cast<std::size_t>(entity & 0xFFFF)};
    }
    /// The cells behind a cell or step.
    const graph::Run* run(model::Type kind, model::Entity entity) const;
    /// The value of an attribute that everything of its kind has, and that is asked of very many: without making a value
    /// of it. Nothing for all other attributes.
    std::optional<model::Entity> certain(model::Attribute attribute, model::Entity entity) const;
    /// A sentence that names who gets it, or, behind those, one that leaves it open: that moves nothing, and is asked.
    const model::Transfer& transfer(model::Entity entity) const;
    /// What the law leaves with the successors of a participant as far as the model says, where the cooperation settled
    /// it for that participant, by function: the cells of `onvermelde_opvolgers`.
    std::vector<std::pair<std::uint32_t, Cells>> left_to_successors(model::Entity participant) const;
    /// Likewise of the tasks of a sentence, for those who take part and took the place of whom it names.
    std::vector<std::pair<std::uint32_t, Cells>> left_to_successors(const model::Transfer& transfer) const;
    /// Of the first of the participants that were abolished on one day with the same successors, all of them.
    std::vector<model::Entity> abolished_together(model::Entity participant) const;
    /// The successors whom a sentence for abolished municipalities does not name though they take part, each with the day
    /// on which the other was abolished.
    std::vector<std::pair<model::PartyId, Day>> unsucceeded(const model::Transfer& transfer) const;
    /// What ends, and the version of it that is in force until then.
    const model::Ending& ending(model::Entity entity) const { return *endings_[entity]; }
    model::CooperationId version_before(const model::Ending& ending) const;
    /// The cooperation to which a thing belongs, as first version; invalid for none.
    model::CooperationId home(model::Type kind, model::Entity entity) const;

   private:
    struct Cited {
        const Citation* citation;
        model::CooperationId cooperation;
        model::TaskId task = {};  ///< that cites it, where no cooperation does
    };
    /// A day on which parties join or leave a cooperation that goes on, as one of its texts says.
    struct Turnover {
        model::CooperationId now;   ///< the version in force from that day
        model::CooperationId text;  ///< the version that says so
        Day day;
        std::vector<model::PartyId> joined, left;
        Span span;
    };
    const std::vector<Turnover>& turnovers() const;
    void note_turnover(std::vector<Turnover>& all, model::PartyId party, bool joins, Day day,
                       model::CooperationId before, model::CooperationId now) const;
    model::Value of_turnover(model::Attribute attribute, std::uint32_t index) const;
    model::Value found(model::Type kind) const;
    /// What every cooperation cites, one after the other, and then every task.
    const std::vector<Cited>& citations() const;
    /// Where those of a task begin, if it has any: they stand together, in order of the tasks.
    std::size_t first_citation_of(model::TaskId task) const;
    const std::vector<std::vector<model::Entity>>& decisions_about() const;  ///< by first version
    model::Value of_transfer(model::Attribute attribute, model::Entity entity) const;
    /// Calls `visit(holder, function, task)` for each that the law gives to somebody.
    template <typename Visit>
    void each_by_law(model::Entity transfer, Visit visit) const;
    /// By law: who has which of its functions, for some of its tasks.
    struct ByLaw {
        const model::LawHolder* holder;
        BitSet functions;
    };
    const std::vector<ByLaw>& by_law(model::Entity transfer) const;
    /// What one organ has by law: these functions, each of all these tasks.
    struct Part {
        model::OrganId organ;
        BitSet functions, tasks;
    };
    const std::vector<Part>& parts(model::Entity transfer) const;
    /// A part as one number: the transfer, and its place among the parts of that.
    model::Value of_part(model::Attribute attribute, model::Entity entity) const;
    /// Those of its functions that the giver has by law, of `alle bevoegdheden`; of another sentence all.
    BitSet functions_given(model::Entity entity) const;
    model::Value of_duty(model::Attribute attribute, model::Entity entity) const;
    /// What of a duty no act does, for whom.
    struct Gap {
        std::uint32_t duty;
        BitSet functions, tasks;
        std::vector<model::PartyId> municipalities;  ///< empty: it names none
    };
    /// Of all duties, one after the other.
    const std::vector<Gap>& gaps() const;
    model::Value of_gap(model::Attribute attribute, model::Entity entity) const;
    /// Whether the text in which it stands says elsewhere that it gives nothing so.
    bool denied(const model::Transfer& act) const;
    /// Whether a sentence is such an act as a duty asks, to whom it names.
    bool does(const model::Transfer& act, const model::Transfer& duty) const;
    model::Value of_step(model::Attribute attribute, model::Entity entity) const;
    model::Value of_cell(model::Attribute attribute, model::Entity entity) const;
    model::Value of_cooperation(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_participant(model::Attribute attribute, model::Entity entity) const;
    model::Value of_actor(model::Attribute attribute, const model::Actor& actor) const;
    model::Value of_matter(model::Attribute attribute, std::uint32_t index) const;
    /// Of a decision: for what the text asks more participants than stand behind it, and how many; none when for nothing.
    model::Value too_few_participants(std::uint32_t decision) const;
    model::Value of_decision(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_ending(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_money(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_planning(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_procedure(model::Attribute attribute, std::uint32_t index) const;
    model::Value of_decision_rule(model::Attribute attribute, std::uint32_t index) const;
    /// A board as one number: the version of its cooperation, and its place among the boards of that.
    model::Value of_board(model::Attribute attribute, model::Entity entity) const;
    const model::Board& board(model::Entity entity) const {
        return model_.cooperations[outer(entity)].boards[inner(entity)];
    }
    /// A criterion as one number: its rule, and its place in it.
    model::Value of_criterion(model::Attribute attribute, model::Entity entity) const;
    /// A step as one number: its procedure, and its place in it.
    model::Value of_procedure_step(model::Attribute attribute, model::Entity entity) const;
    /// Whether one of these days is that on which, by this text, a notice takes effect; any day where it names none.
    model::Value meets_day_of(const model::Notice& notice, Period possible) const;
    model::Value on_notice_day(model::CooperationId version, Period possible) const;
    /// What has to pass before an ending: by the cooperation, and by the packages that who gives notice takes.
    std::vector<std::pair<const model::Notice*, const model::Package*>> notices(const model::Ending& ending) const;
    /// The longest of them; nothing where none is stated.
    std::pair<const model::Notice*, const model::Package*> longest_notice(const model::Ending& ending) const;
    model::Value form_of(const model::Cooperation& cooperation) const;
    /// Whether the participant (or body) of a row takes part in this version on some day: who left stands in the later
    /// version too. Of a version that does not count, everybody it names.
    template <typename Row>
    bool present(std::uint32_t cooperation, const Row& row) const;
    /// Whether a party takes part in a version up to a day.
    bool takes_part_until(model::CooperationId version, model::PartyId party, Day day) const;
    /// Whether a party takes part in some version of a cooperation on a day.
    bool takes_part(model::CooperationId first, model::PartyId party, Day day) const;
    /// Those who take part on a day, in whatever version.
    std::vector<model::Entity> taking_part(model::CooperationId first, Day day) const;
    /// The version of a cooperation that is in force on a day.
    std::optional<model::CooperationId> in_force(model::CooperationId first, Day day) const;
    /// The end of the versions that follow each other from a day on; the day itself when none is in force.
    Day in_force_after(model::CooperationId first, Day day) const;
    /// The day on which a municipality is abolished that took part until then, in a cooperation that goes on; else kNoEnd.
    Day abolished_in(model::Entity participant) const;
    std::vector<model::Entity> unsucceeded(model::Entity participant) const;
    std::vector<model::Entity> succeeding(std::uint32_t cooperation) const;
    std::vector<model::Entity> merging(std::uint32_t cooperation) const;
    std::vector<model::PartyId> takers(const model::Transfer& transfer) const;
    /// Where the model first names a task, function or party that a library declares.
    Span first_named(model::Type kind, std::uint32_t index) const;
    std::vector<Text> names(model::Type type, bool many, const model::Value& value) const;
    /// As a sentence names one thing: of most, many sentences speak.
    const Text& said_one(model::Type type, model::Entity entity) const;
    Text named(model::Type type, model::Entity entity) const;

    const Subject& subject_;
    const model::Model& model_;
    const Subject::View& view_;
    std::vector<const model::Ending*> endings_;
    std::vector<std::vector<model::PartyId>>
        ended_for_;  ///< by ending: whom it names, if no nearer variant says otherwise
    model::CooperationId as_first_;
    // Gathered when first asked for: the words of one finding need none of it.
    mutable std::map<model::Type, model::Value> all_;
    mutable std::map<model::Attribute, Sorted> sorted_;
    mutable std::map<std::pair<model::Type, model::Entity>, Text> said_;
    mutable std::map<std::uint32_t, model::Value> within_family_;  ///< by form
    mutable std::optional<std::vector<Cited>> citations_;
    mutable std::unordered_map<std::string_view, std::uint32_t> statutes_;  ///< by name
    mutable std::optional<std::vector<Gap>> gaps_;
    mutable std::optional<std::vector<Turnover>> turnovers_;
    mutable std::map<model::Entity, std::vector<ByLaw>> by_law_;  ///< by transfer
    mutable std::map<model::Entity, std::vector<Part>> parts_;    ///< by transfer
    mutable std::optional<std::vector<std::vector<model::Entity>>> decisions_about_;
};

}  // namespace belegd::rules
