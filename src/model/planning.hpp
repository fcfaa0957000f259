#pragma once
// Decisions, milestones and procedures: what the papers plan, as they plan it (language section 6).

#include "model/basics.hpp"

namespace belegd::model {

/// The text that another hangs under: `ter uitvoering van dienst art 6`.
struct Under {
    CooperationId cooperation;  ///< its first version; or a decision, or a document
    DecisionId decision;
    DocumentId document;
    Citation place;
    Span span;
};

/// What a decision is about: one of these.
struct Concern {
    CooperationId cooperation;  ///< its first version
    VariantId variant;
    DecisionId decision;
    TaskId task;
    Span span;
};

/// Who decides what, when, and what must come before.
struct Decision {
    enum class Purpose : std::uint8_t { not_stated, adopt, agree, permit, view, advise, note };
    std::string name;
    Text title;
    Purpose purpose = Purpose::not_stated;
    std::optional<Actor> by;
    std::vector<Actor> also_by;              ///< other organs of the same municipality that decide beside it
    bool each_own = false;                   ///< `ieder voor zover bevoegd`
    std::optional<DateValue> taken;          ///< `op`
    Silence taken_open = {};                 ///< `op onbekend`
    std::optional<DateValue> retroactive;    ///< the day to which it says it works back
    std::optional<Day> works_back_to;        ///< `werkt terug tot en met`: the day from which it counts
    std::optional<DateValue> at_the_latest;  ///< the last day on which it is in time
    std::optional<DateValue> latest_before;  ///< where the paper says before which stretch: `voor medio 2022`
    std::optional<Duration> otherwise;       ///< `anders 1 jaar later`
    std::vector<std::string> together_with;  ///< decisions, milestones, variants or tasks, by name
    std::vector<std::string> after;          ///< decisions and milestones
    /// Who advises, gives a view, is consulted, permits, consents, as named.
    std::vector<Text> advice, hearing, consultation, consent, assent;
    std::vector<Actor> advice_by, consent_by;  ///< those of them that the model knows; who permits consents
    std::vector<Actor> permitted_by;           ///< of the last those who permit
    std::vector<Actor> heard_by;               ///< who gives a view
    std::vector<Concern> concerns;             ///< `betreft`
    std::optional<DateValue> published;
    Backing published_backing;
    Span published_span;
    std::string condition;        ///< of `mits`, empty for none
    bool condition_open = false;  ///< whether it is met is not known
    std::vector<Under> under;
    VariantId variant;
    Status status = Status::decided;
    bool status_stated = false;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

struct Milestone {
    std::string name;
    Text title;
    std::optional<DateValue> begin, end;   ///< the first and the last day of the stretch; one date: both in `begin`
    bool goes_on = false;                  ///< `vanaf`, and when it ends is not stated
    std::optional<DateValue> ends_before;  ///< where the paper says before which stretch
    std::vector<std::string> after;
    VariantId variant;
    Status status = Status::decided;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// Steps that follow each other; where a step leads may be another step or an outcome.
struct Procedure {
    struct Step {
        std::string name;
        Text title;
        std::string on_agreement, otherwise;  ///< empty when not stated
        Span span;
        std::vector<Text> by = {};            ///< whose step it is, as named
        std::optional<Duration> within = {};  ///< how long it may take
        std::vector<Text> remarks = {};
        Backing backing = {};
        bool taken = false;        ///< it is stated whose step it is
        bool taker_known = false;  ///< and the model knows who that is, or has him in quotation marks
    };
    std::string name;
    Text title;
    CooperationId cooperation;
    ArticleId article;  ///< in which it stands
    std::vector<Step> steps;
    std::vector<Under> under;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// Something by which a choice is judged, and what the papers say of it in each situation.
struct Criterion {
    enum class Verdict : std::uint8_t { not_said, fulfilled, not_fulfilled, not_known };
    struct Judgement {
        Verdict verdict = Verdict::not_said;
        std::optional<VariantId> situation;  ///< nothing: in every situation; an id that is not valid: the present
        bool prevails = false;
        std::vector<Text> remarks;
        Backing backing;
        Span span;
    };
    std::string name;
    Text title;
    bool desirable = false;  ///< it is weighed, but does not decide
    std::vector<Judgement> judgements;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// What follows from a decision rule.
enum class Outcome : std::uint8_t { undecided, fulfilled, not_fulfilled };

/// What a choice is judged by: it is made where every criterion that decides is fulfilled.
struct DecisionRule {
    std::string name;
    Text title;
    std::vector<Concern> concerns;
    std::vector<Criterion> criteria;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

}  // namespace belegd::model
