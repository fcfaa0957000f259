#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

/// One rule asked of everything it is about, in one variant.
class RuleEvaluation {
   public:
    RuleEvaluation(const RuleFacts& facts, const model::Rule& rule);

    enum class Verdict : std::uint8_t { sound, found, undecided };
    /// One case: what the variables stand for, and what came of it.
    struct Case {
        Verdict verdict;
        const std::vector<model::Value>* slots;
        std::vector<Silent> silent;  ///< of what is undecided: what the model does not state
        Period days;                 ///< on which the rule is the law for this case
    };
    /// Calls `visit` for every case on whose day the rule is the law. Each evaluation takes one of `steps`; when none is
    /// left it stops, and gives false: there may be more cases.
    bool each(std::size_t& steps, const std::function<void(const Case&)>& visit);

    /// Whether the rule finds something when it is about these, on a day on which it is the law.
    bool finds(const std::vector<model::Entity>& about);
    /// What the variables of the rule stand for when it is about these: a case, as `each` gives it.
    std::vector<model::Value> slots_of(const std::vector<model::Entity>& about);
    /// The value of an expression for a case; with what it left open, when asked.
    model::Value value(std::uint32_t expression, const std::vector<model::Value>& slots);
    /// A sentence with its places filled in.
    Text words(const model::Rule::Template& text, const std::vector<model::Value>& slots);
    /// The same in one language.
    std::string words(const model::Rule::Template& text, const std::vector<model::Value>& slots, Language language);
    /// Whether every place in it has something to be filled in with.
    bool complete(const model::Rule::Template& text, const std::vector<model::Value>& slots);

   private:
    class Made;
    using Answer = std::optional<bool>;
    void bind(std::size_t variable, const std::function<void(const Case&)>& visit);
    /// What a condition asks first of all of what a slot stands for: that an attribute of it, or the thing itself, is one
    /// of these values. What it is not, is false without looking at the rest.
    struct Guard {
        bool there = false;
        model::Attribute attribute = model::Attribute::none;
        std::vector<const model::Value*> allowed{};
        std::vector<std::size_t> slots{};  ///< what these stand for is allowed too
        std::optional<Ids> only{};         ///< of the thing itself, when the rule says which: those, and no other
    };
    /// Of the condition of a question, or of a rule's first step; each is looked at once.
    const Guard& guard(std::uint32_t condition, std::size_t slot);
    Guard found_guard(std::uint32_t condition, std::size_t slot) const;
    bool stops(const Guard& guard, model::Entity entity) const;
    /// Those members of a list, in its order, that pass the guard of a question's condition, if it has one.
    template <typename Visit>
    void each_passing(const model::Value& from, std::uint32_t condition, std::size_t slot, Visit visit);
    /// Those of the many cells or steps that pass the guard of a rule's first condition.
    std::optional<Ids> narrowed(std::size_t variable);
    void judge(const std::function<void(const Case&)>& visit);
    /// The days on which the rule is the law for what is bound now; nothing when that cannot be said.
    std::optional<Period> lawful_days();

    /// Finds the attributes that are worth keeping in an expression, which stands within the question that binds a slot;
    /// `seen` are the expressions that were looked at.
    void keep(std::uint32_t expression, std::size_t within, std::vector<bool>& seen, bool of_attribute = false);
    /// The slot of which an attribute, or an attribute of an attribute, is asked.
    std::optional<std::size_t> asked_of(std::uint32_t expression) const;
    void stand_for(const std::vector<model::Value>& slots);

    model::Value evaluate(std::uint32_t expression);
    model::Value evaluated(const model::Expression& e);
    model::Value attribute(const model::Expression& e);
    /// The same, where it stands; what stands nowhere is put in `made`.
    const model::Value& value_of(std::uint32_t expression, Made& made);
    const model::Value& list(const model::Expression& question, Made& made);
    /// From here on a variable stands for this.
    void take(std::size_t slot, model::Entity entity);
    Answer truth(std::uint32_t expression);
    Answer answered(std::uint32_t expression);
    Answer compared(const model::Expression& e);
    Answer lengths(model::Expression::Kind kind, const model::Value& a, const model::Value& b) const;
    Answer quantified(const model::Expression& e);
    model::Value selected(const model::Expression& e);
    model::Value summed(const model::Expression& e);
    model::Value arithmetic(const model::Expression& e);
    /// Notes what an expression waits for: what of it is not stated, and what the rule looks for in that: the other side of
    /// a comparison, or what a question asks of the members of a list.
    void blame(std::uint32_t expression, std::uint32_t sought = model::Expression::kNone,
               const model::Expression* search = nullptr);
    void blame(Silent found, std::uint32_t sought, const model::Expression* search);
    /// What a question asks of a decision: for what, by which organ, of whom.
    void narrow(Silent& found, std::uint32_t condition);

    const RuleFacts& facts_;
    const model::Rule& rule_;
    std::size_t asks_ = 0;   ///< how many of its steps are conditions
    std::size_t asked_ = 0;  ///< the steps up to and with the last of those
    bool requires_something_ = false;
    std::vector<model::Value> slots_;
    std::vector<Silent> silent_;
    std::vector<std::vector<Silent>> silent_of_slots_;  ///< what the value that a variable was given waits for
    std::vector<std::unique_ptr<Guard>> guards_;        ///< by condition

    /// The value of an attribute that is asked again and again while its variable stands for the same: of a case in a
    /// question about each of many, or beside each of several words. A sixth of the work of the rules was to ask again.
    struct Kept {
        explicit Kept(std::size_t of) : slot(of) {}
        std::size_t slot;      ///< of which it is asked
        std::size_t turn = 0;  ///< of that slot, in which the value was found
        model::Value value{};
    };
    std::vector<Kept> kept_;
    std::vector<std::uint32_t> kept_at_;  ///< by expression: its place in those; none as long as there are few cases
    std::vector<std::size_t> turns_;      ///< of each slot: how often it was given something to stand for
    std::size_t cases_ = 0;

    /// Whoever evaluates without end is stopped here.
    struct OutOfSteps {};
    void spend(std::size_t steps = 1) {
        if (steps_ == nullptr) return;
        if (*steps_ < steps) throw OutOfSteps();
        *steps_ -= steps;
    }
    std::size_t* steps_ = nullptr;  ///< none: nobody counts
};

}  // namespace belegd::rules
