#pragma once
// Cooperations with their articles, versions, packages and transfers, and the variants they stand in.

#include <algorithm>

#include "model/boards.hpp"
#include "model/planning.hpp"

namespace belegd::model {

/// Since when, and in which situation, the words of an amendment let somebody take part: an ending of before that day,
/// which that situation or one it is based on knew, is not about it.
struct Joined {
    Day day = kNoBegin;
    VariantId in;
};

struct Participant {
    PartyId party;
    std::vector<OrganId> organs;  ///< empty: not stated which organ takes part
    Term term;
    ArticleId article;
    Backing backing;
    Span span;
    Joined joined = {};
};

/// A public body or another cooperation that takes part itself: it has cells where its body owns some (D1).
struct LegalPerson {
    CooperationId cooperation;    ///< its first version
    std::vector<OrganId> organs;  ///< empty: not stated which organ takes part
    Term term;
    ArticleId article;
    Span span;
    Joined joined = {};
};

/// That a sentence may hold for others than those of whom it can be said.
struct OpenWhom {
    bool open = false;
    Silence word = {};    ///< what stands instead of names: `voor niet vermeld`
    Silence centre = {};  ///< they are named by their part, and the papers do not state who the centre is
    Span span = {};       ///< the words that leave it open
};

/// `reikwijdte`: what a cooperation claims to settle (D12).
struct Scope {
    std::optional<BitSet> functions;  ///< absent: every function the task needs
    BitSet tasks;
    /// By leaf function: the tasks that need it only because another cooperation names it, which this scope does not
    /// claim; empty when there are none.
    std::vector<BitSet> unclaimed;
    std::vector<TaskId> named_tasks;
    std::vector<FunctionId> named_functions;
    std::optional<std::vector<PartyId>> only_for;
    std::vector<PartyId> except_for;
    OpenWhom whom;                ///< for whom else it may hold
    Text whom_said;               ///< of an open `voor` or `behalve voor`: its words
    Period days;                  ///< on which it holds so: a region changes its members
    bool open_list = false;       ///< `niet uitputtend`: the tasks are not all named
    bool open_functions = false;  ///< nor are the functions
    Text places_said;             ///< the laws that it names instead of tasks, as written
    Silence silence = {};         ///< `reikwijdte niet vermeld`: the word that stands instead of tasks or functions
    ArticleId article;
    Backing backing;
    Span span, list_span;  ///< the statement; its list of functions and tasks
};

/// In what time notice is to be given.
struct Notice {
    Duration length;
    Text against;       ///< a day of the year, or empty
    bool none = false;  ///< `geen opzegtermijn`: said, and no time has to pass
};

/// That something has no end, in the words of the text.
enum class Endless : std::uint8_t { not_said, indefinite, until_notice };

struct Package {
    std::string name;
    struct Taker {
        PartyId party;
        Term term;  ///< no longer than the package itself holds
        Span span;
        Period said = {};  ///< the days that are stated for this taker
    };
    std::vector<Taker> takers;
    bool open_takers = false;  ///< there are others, or who they are is not said
    Span takers_span;
    ArticleId article;
    Span span;
    Text title = {};
    std::vector<Text> remarks = {};
    Backing backing = {};
    Term term = {};  ///< of its own; otherwise that of the cooperation
    Backing term_backing = {};
    Endless endless = {};
    std::optional<Notice> notice = {};  ///< of its own; otherwise that of the cooperation
    Backing notice_backing = {};
};

/// That the text of a cooperation has a provision, or says that it has none.
struct Provided {
    ProvisionId provision;
    ArticleId article;  ///< in which it stands; invalid: not said
    Span span;
    Backing backing;
};

/// A numbered part of a cooperation's own text, or an annex to it.
struct Article {
    CooperationId cooperation;          ///< its first version
    std::vector<Citation::Part> parts;  ///< article, paragraph, point
    Text title;
    bool attached = true;  ///< of an annex: `niet bijgevoegd`
    Backing backing;
    Span span;
    std::vector<Text> remarks = {};
};

/// Of two documents that say a fact differently, what the one says that does not count.
struct OtherReading {
    enum class Of : std::uint8_t { form, term, notice, status, concluded, published, centre, participants, seat };
    Of of;
    Text says;  ///< as written
    Backing backing;
    Span span;
};

/// A cooperation, or one version of it when an amendment made several.
struct Cooperation {
    enum class Word : std::uint8_t { cooperation, arrangement, agreement };
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    std::string short_title;  ///< `kort`: what papers call it; empty: its name
    Word word = Word::cooperation;
    CooperationId first_version;  ///< itself for the first; identifies the cooperation
    std::uint32_t version = 1;
    FormId form;
    bool form_open = true;  ///< not stated, or only the family
    Backing form_backing;
    Span form_span;     ///< its name behind `vorm`; empty when that is not there
    VariantId variant;  ///< invalid: the present
    Status status = Status::decided;
    bool status_stated = false;
    Backing status_backing;
    Term term;
    Backing term_backing;
    bool dates_open = true;  ///< no beginning stated
    std::vector<Participant> participants;
    std::vector<LegalPerson> legal_persons;
    PartyId body = {};               ///< the body it set up, as owner of what the model says that holds by law (D1)
    bool open_participants = false;  ///< `niet uitputtend`: there are others
    std::vector<PartyId> centres;    ///< of a centre arrangement
    Silence centre_open = {};        ///< `centrum niet vermeld`
    Backing centre_backing = {};
    std::vector<OtherReading> other_readings = {};
    std::vector<Scope> scopes;
    std::vector<Package> packages;
    std::vector<Board> boards;  ///< `samenstelling`
    std::vector<OrganId> organs;
    std::string seat;        ///< `vestigingsplaats`; empty: not stated
    Silence seat_open = {};  ///< `vestigingsplaats niet vermeld`
    Backing seat_backing = {};
    Endless endless = {};  ///< `voor onbepaalde tijd`, `tot wederopzegging`
    Span endless_span = {};
    std::optional<Notice> notice;  ///< `18 maanden tegen 1 januari`
    Backing notice_backing;
    std::optional<Duration> renewed;                 ///< `stilzwijgend verlengd met 1 jaar`
    bool no_renewal = false;                         ///< `geen verlenging`
    int renewed_times = 0;                           ///< `eenmaal`, `tweemaal verlengd met 1 jaar`; 0: each time again
    std::optional<Majority> change_by, dissolve_by;  ///< `meerderheid voor wijziging`, `meerderheid voor opheffing`
    std::optional<DateValue> retroactive;            ///< the day to which it works back
    std::vector<Under> under;                        ///< what it hangs under
    std::vector<ArticleId> articles;     ///< in order of the text; a version has those of the one before too
    std::vector<ArticleId> dropped;      ///< by `vervalt artikel`
    std::vector<Provided> provides;      ///< `regelt`
    std::vector<Provided> provides_not;  ///< `regelt niet`
    bool provides_open = false;          ///< `regelt … niet uitputtend`, or something it names is not known
    bool full_text = false;              ///< `volledige tekst`: what is not named is not in it
    std::optional<DateValue> concluded;  ///< the day on which the text of this version was adopted
    std::optional<DateValue> published;
    Backing concluded_backing, published_backing;
    Span concluded_span, published_span;
    std::vector<Text> signatories;  ///< who signed, as named
    std::vector<Actor> signed_by;   ///< those of them that the model knows
    std::vector<Actor> signed_for;  ///< in whose name, as far as the model knows them: `namens college`
    std::vector<Text> remarks;
    Backing backing;
    Span span, name_span;
    Span amended_by;        ///< the sentence that makes this version; empty for the first
    Text amendment;         ///< what that sentence is called; empty for the first, and where it has no title
    DecisionId amended_in;  ///< the decision that does it
};

/// Weak to strong (D14); `keeps` moves nothing.
enum class TransferKind : std::uint8_t { keeps, assigns, entrusts, authorises, empowers, mandates, delegates };

/// Work alone: no power moves.
constexpr bool is_factual(TransferKind kind) { return kind == TransferKind::assigns || kind == TransferKind::entrusts; }
/// Acting in the giver's name: the power stays where it is, so that several may have it beside each other (Awb 10:7).
constexpr bool is_mandate(TransferKind kind) {
    return kind == TransferKind::mandates || kind == TransferKind::empowers || kind == TransferKind::authorises;
}

/// What a transfer is limited by, if anything (D16).
struct Condition {
    enum class Kind : std::uint8_t { provided, unless, insofar, at_most };
    Kind kind;
    std::string text;  ///< empty: not stated
    /// `vanaf` and `tot`, in hundredths of the unit: cents, or hundredths of a percent.
    std::optional<long long> lower, upper;
    std::string unit;                ///< `%`, `€`, `jaar`, a word of the model's own, or empty
    bool inclusive = false;          ///< the upper limit itself is within: `tot en met`, `ten hoogste`
    std::vector<Condition> further;  ///< the others of the same sentence; the one that takes a part comes first
    bool beyond = false;             ///< the lower limit itself is not within: `boven`
    std::string each = {};           ///< of a limit: `per verplichting`
    bool operator==(const Condition&) const = default;
    bool limited() const { return lower || upper; }
    /// Whether it takes a part of the work; otherwise it is a condition on the whole.
    bool takes_part() const { return kind == Kind::insofar || kind == Kind::at_most; }
    /// Whether it, or another of the same sentence, is of a kind.
    bool has(Kind wanted) const {
        return kind == wanted ||
               std::any_of(further.begin(), further.end(), [&](const Condition& other) { return other.has(wanted); });
    }
};

/// Who gives what to whom. One sentence can give several rows, when its parts differ.
struct Transfer {
    std::string id;           ///< `leiden_wi/3`; `~n` when the sentence gives several rows
    std::uint32_t statement;  ///< rows of one sentence share this
    TransferKind kind;
    bool all_powers = false;  ///< `alle bevoegdheden`, said or meant: those that the giver has
    bool trio = false;        ///< mandate, power of attorney and authorisation at once
    CooperationId cooperation;
    std::optional<std::uint32_t> package;  ///< in its cooperation
    ArticleId article;
    DecisionId decision;                       ///< that does it
    PartyId statutes_of = {};                  ///< the organisation in whose own statutes it stands
    std::vector<Citation::Part> in_text = {};  ///< the article of that decision, or of those statutes
    bool names_decision = false;  ///< the sentence itself says `krachtens`; otherwise it stands in the decision
    std::string other_decision;   ///< `krachtens besluit` of one that the model does not have
    VariantId variant;            ///< that of its cooperation, or its own
    Status status = Status::decided;
    BitSet functions;
    BitSet tasks;     ///< after `behalve`
    BitSet excepted;  ///< taken out by `behalve`
    std::vector<TaskId> named_tasks;
    std::vector<FunctionId> named_functions;
    std::optional<Actor> giver;
    bool several_givers = false;  ///< its sentence has others too, in other rows: each gives what he has
    Silence open_giver = {};      ///< `door niet vermeld`
    std::vector<Actor> receivers;
    Silence open_receiver = {};   ///< `aan niet vermeld`
    Silence open_matter = {};     ///< `mandateert onbekend van bijstand`
    bool open_functions = false;  ///< `niet uitputtend` behind the functions: there are others
    bool open_tasks = false;      ///< `niet uitputtend`: there are other tasks
    OpenWhom whom = {};           ///< for whom else it may hold
    bool remainder = false;       ///< `voor het overige`
    /// Who advises, gives a view, is consulted, permits, consents, as named.
    std::vector<Text> advice, hearing, consultation, consent, assent;
    std::vector<Actor> consent_by;    ///< those of `consent` and `assent` that the model knows
    std::vector<Actor> permitted_by;  ///< those of `consent` alone
    std::vector<Actor> substitutes;   ///< `vervangen door`: who does it in the absence of the receiver (D34)
    Silence open_substitute = {};     ///< `vervangen door niet vermeld`
    std::vector<Under> under;
    /// Why it moves nothing, of those without an act (D28).
    enum class WhyNot : std::uint8_t { act, duty, possibility, denied, not_stated } why_not = WhyNot::act;
    enum class Together : std::uint8_t { none, joint, either } together = Together::none;
    std::optional<Condition> condition;
    std::optional<bool> submandate;
    std::vector<Actor> submandate_to;  ///< empty: to whomever
    std::optional<std::vector<PartyId>> only_for;
    std::vector<PartyId> except_for;
    Term term;
    std::optional<DateValue> retroactive;  ///< the day to which it says it works back
    std::string place;
    Backing backing;
    Span span;       ///< the whole sentence
    Span head_span;  ///< verb, functions and tasks
    Span giver_span, receiver_span, except_span, for_span, remainder_span;
    std::vector<PartyId> hosts;  ///< `voor gastgemeenten`: whom that leaves out, being the centre
    Span guests_span;            ///< where it says so
    Text text;                   ///< the sentence as the model has it, on one line

    /// Whether it holds on a condition on the whole: `mits`, `tenzij`.
    bool is_conditional() const {
        return condition && (condition->has(Condition::Kind::provided) || condition->has(Condition::Kind::unless));
    }
    /// Whether it is a mandate up to an amount and nothing else: who may do more may do less too (D14).
    bool is_capped() const { return has_ceiling() && is_mandate(kind); }
    bool has_ceiling() const {
        return condition && condition->kind == Condition::Kind::at_most && condition->further.empty();
    }
    /// Whether it takes a part of the work, so that the rest is to be settled too (D16).
    bool takes_part() const {
        return condition && (condition->has(Condition::Kind::insofar) ||
                             (condition->has(Condition::Kind::at_most) && !is_mandate(kind)));
    }
};

/// What ends a cooperation, or takes back what a decision says.
struct Ending {
    CooperationId cooperation;                    ///< first version; invalid where a decision is revoked
    std::optional<std::vector<PartyId>> parties;  ///< absent: for everyone
    DateValue per;                                ///< first day without
    Status status = Status::decided;
    Backing backing;
    Span span;
    /// Made by an amendment: the version before ends where the next begins. Not a sentence of the model.
    CooperationId only_version;
    DecisionId decision;      ///< that does it
    DecisionId revoked = {};  ///< of which every sentence ends
};

struct Variant {
    std::string name;
    Text title;
    Status status = Status::decided;
    bool status_stated = false;
    Backing backing;
    VariantId based_on;
    std::vector<Ending> endings;
    std::vector<Text> remarks;
    Span span, status_span;
};

}  // namespace belegd::model
