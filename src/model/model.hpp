#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bit_set.hpp"
#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/source.hpp"
#include "base/text.hpp"

/// What a model says once every name means one thing: plain tables, referred to by typed ids. Nothing here changes
/// after it is resolved; a variant is these same tables, read with the variant in mind (meaning D21).
namespace belegd::model {

/// The place of a row in its table.
template <typename Row>
struct Id {
    std::uint32_t index = ~0u;

    bool valid() const { return index != ~0u; }
    auto operator<=>(const Id&) const = default;
};

struct Party;
struct Function;
struct Task;
struct Statute;
struct Form;
struct Document;
struct Cooperation;
struct Transfer;
struct Variant;
struct Organ;
using PartyId = Id<Party>;
using FunctionId = Id<Function>;
using TaskId = Id<Task>;
using StatuteId = Id<Statute>;
using FormId = Id<Form>;
using DocumentId = Id<Document>;
using CooperationId = Id<Cooperation>;
using TransferId = Id<Transfer>;
using VariantId = Id<Variant>;
using OrganId = Id<Organ>;

/// Weak to strong (D19); the last two of language.md never count.
enum class Status : std::uint8_t { lapsed, rejected, under_research, intent, intended, decided };

/// How a value was come by. In the library `inferred` and `uncertain` mean: not read in the text of the law.
enum class Certainty : std::uint8_t { stated, inferred, provisional, uncertain };

/// Where a statement comes from.
struct Backing {
    struct Reference {
        DocumentId document;
        Citation place;  ///< page or article within it
        Span span;
    };
    std::vector<Reference> documents;
    std::vector<Citation> citations;  ///< `volgens`
    Certainty certainty = Certainty::stated;
};

/// A period as stated, with where each end stands and how precise it is.
struct Term {
    Period days;
    std::optional<DateValue> imprecise_from, imprecise_until;  ///< when the paper names a stretch, not a day
    Span from_span, until_span;                                ///< empty when not stated
    Certainty certainty = Certainty::stated;
};

/// Who has a function by law, or in the absence of a law for the task by the function's own default (D3).
struct LawHolder {
    OrganId organ;      ///< invalid: the municipality itself
    StatuteId statute;  ///< counts while this is in force; invalid: always
    Backing backing;
    Span span;
};

struct Organ {
    std::string name;
};

/// Somebody in a chain: a party or cooperation, or one of its organs; `own` is the municipality whose cell it is.
struct Actor {
    enum class Owner : std::uint8_t { own, party, cooperation };
    Owner owner = Owner::own;
    std::uint32_t index = 0;  ///< of the party, or of the first version of the cooperation
    OrganId organ;            ///< invalid: the whole

    auto operator<=>(const Actor&) const = default;
    Actor whole() const { return {owner, index, {}}; }
};

struct Party {
    enum class Kind : std::uint8_t { municipality, organisation };
    std::string name;
    Text title;
    Kind kind = Kind::municipality;
    std::string tooi;
    std::vector<std::string> aliases;
    std::vector<OrganId> organs;  ///< a municipality has raad, college and burgemeester without being told
    Term term;
    Backing backing;
    Span span;
    bool in_model = false;  ///< declared or named by the model itself: only then it has cells (D1)
};

struct Function {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    FunctionId parent;
    std::vector<FunctionId> children;
    BitSet leaves;                    ///< over leaf functions
    std::uint32_t leaf = ~0u;         ///< its number when it is a leaf
    std::optional<LawHolder> holder;  ///< fallback (D3)
    bool plural = false;              ///< several performers are no double
    bool power = false;               ///< a power, not factual work
    Span span;
};

struct Statute {
    std::string name;  ///< short: Wgr
    Text title;
    std::string bwb;
    std::vector<std::string> aliases;
    Term term;
    Certainty certainty = Certainty::stated;
    Span span;
};

struct Task {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    TaskId parent;
    std::vector<TaskId> children;
    BitSet leaves;             ///< over leaf tasks; leaves below one task are neighbours
    std::uint32_t leaf = ~0u;  ///< its number when it is a leaf
    BitSet needs, needs_not;   ///< over leaf functions, own statements only
    BitSet needed;             ///< with those of the tasks above (D2)
    struct Holder {
        BitSet functions;
        LawHolder by;
    };
    std::vector<Holder> holders;
    std::vector<Backing> remarks_backing;
    std::vector<Text> remarks;
    Backing backing;
    Term term;
    Span span;
};

struct Form {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    FormId family;
    std::vector<Backing> bases;
    Term term;
    std::vector<OrganId> organs;
    std::vector<std::string> concluded_by, can_carry;
    std::optional<bool> legal_person;
    Certainty certainty = Certainty::stated;
    std::vector<Text> remarks;
    Span span;
};

/// A source: a council paper, an arrangement, a letter.
struct Document {
    std::string name;
    Text title;
    std::string reference;
    std::optional<DateValue> date;
    Status status = Status::decided;
    Text remark;
    Span span;
};

struct Participant {
    PartyId party;
    std::vector<OrganId> organs;  ///< empty: not stated which organ takes part
    Term term;
    Backing backing;
    Span span;
};

/// `reikwijdte`: what a cooperation claims to settle (D12).
struct Scope {
    std::optional<BitSet> functions;  ///< absent: every function the task needs
    BitSet tasks;
    std::vector<TaskId> named_tasks;
    std::vector<FunctionId> named_functions;
    std::optional<std::vector<PartyId>> only_for;
    std::vector<PartyId> except_for;
    Backing backing;
    Span span, list_span;  ///< the statement; its list of functions and tasks
};

struct Package {
    std::string name;
    struct Taker {
        PartyId party;
        Term term;
        Span span;
    };
    std::vector<Taker> takers;
    Span span;
};

/// A cooperation, or one version of it when an amendment made several.
struct Cooperation {
    enum class Word : std::uint8_t { cooperation, arrangement, agreement };
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    Word word = Word::cooperation;
    CooperationId first_version;  ///< itself for the first; identifies the cooperation
    std::uint32_t version = 1;
    FormId form;
    bool form_open = true;  ///< not stated, or only the family
    Backing form_backing;
    VariantId variant;  ///< invalid: the present
    Status status = Status::decided;
    bool status_stated = false;
    Backing status_backing;
    Term term;
    Backing term_backing;
    bool dates_open = true;  ///< no beginning stated
    std::vector<Participant> participants;
    bool open_participants = false;  ///< `niet uitputtend`: there are others
    std::vector<Scope> scopes;
    std::vector<Package> packages;
    std::vector<OrganId> organs;
    std::optional<std::string> notice_nl, notice_en;  ///< `18 maanden tegen 1 januari`
    Backing notice_backing;
    std::vector<Text> remarks;
    Backing backing;
    Span span, name_span;
};

/// Weak to strong (D14); `keeps` moves nothing.
enum class TransferKind : std::uint8_t { keeps, assigns, entrusts, authorises, empowers, mandates, delegates };

/// What a transfer is limited by, if anything (D16).
struct Condition {
    enum class Kind : std::uint8_t { provided, insofar, at_most };
    Kind kind;
    std::string text;
    std::optional<long long> limit;  ///< in hundredths of the unit: cents, or hundredths of a percent
    std::string unit;                ///< `%`, `€`, or empty
    bool above = false;              ///< `vanaf` the limit, not `tot`
    bool inclusive = false;          ///< `tot en met` the limit
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
    VariantId variant;                     ///< that of its cooperation, or its own
    Status status = Status::decided;
    BitSet functions;
    BitSet tasks;     ///< after `behalve`
    BitSet excepted;  ///< taken out by `behalve`
    std::vector<TaskId> named_tasks;
    std::vector<FunctionId> named_functions;
    std::optional<Actor> giver;
    std::vector<Actor> receivers;
    enum class Together : std::uint8_t { none, joint, either } together = Together::none;
    std::optional<Condition> condition;
    std::optional<bool> submandate;
    std::optional<std::vector<PartyId>> only_for;
    std::vector<PartyId> except_for;
    Term term;
    std::string place;
    Backing backing;
    Span span;       ///< the whole sentence
    Span head_span;  ///< verb, functions and tasks
    Span giver_span, receiver_span, except_span, for_span;
    Text text;  ///< the sentence as the model has it, on one line
};

struct Ending {
    CooperationId cooperation;                    ///< first version
    std::optional<std::vector<PartyId>> parties;  ///< absent: for everyone
    DateValue per;                                ///< first day without
    Status status = Status::decided;
    Backing backing;
    Span span;
    /// Made by an amendment: the version before ends where the next begins. Not a sentence of the model.
    CooperationId only_version;
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

struct Overview {
    std::string name;
    Text title;
    std::vector<PartyId> parties;       ///< empty: every municipality of the model
    std::vector<TaskId> tasks;          ///< empty: every task
    std::vector<FunctionId> functions;  ///< empty: every function the tasks need
    std::vector<VariantId> columns;     ///< an invalid id is the present
    std::optional<Day> reference_day;
    Span span;
};

/// `toets`: what the model must answer.
struct Test {
    enum class Verdict : std::uint8_t {
        performer,
        competent,
        unassigned,
        by_law,
        not_stated,
        conditional,
        partly,
        contradictory,
        finding,
        no_findings,
        status
    };
    Verdict verdict;
    std::vector<FunctionId> functions;  ///< empty: all
    std::vector<TaskId> tasks;          ///< empty: all
    std::vector<PartyId> parties;       ///< empty: all
    std::optional<Day> day;             ///< absent: every day
    VariantId variant;                  ///< invalid: the present
    std::vector<Actor> actors;
    std::vector<std::string> codes;
    Status status = Status::decided;
    VariantId status_of_variant;
    CooperationId status_of_cooperation;
    Text text;
    Span span;
};

struct Model {
    std::vector<Organ> organs;
    std::vector<Party> parties;
    std::vector<Function> functions;
    std::vector<Task> tasks;
    std::vector<Statute> statutes;
    std::vector<Form> forms;
    std::vector<Document> documents;
    std::vector<Cooperation> cooperations;
    std::vector<Transfer> transfers;
    /// What moves nothing: duties (`moet`), possibilities (`kan`) and `delegeert niets` (D28).
    std::vector<Transfer> without_act;
    std::vector<Variant> variants;
    std::vector<Overview> overviews;
    std::vector<Test> tests;
    std::vector<TaskId> leaf_tasks;          ///< by leaf number, in tree order
    std::vector<FunctionId> leaf_functions;  ///< by leaf number, in order of declaration
    Day horizon;                             ///< the first day that is answered for (D23)
    bool horizon_stated = false;             ///< some date of the model is that day
    OrganId raad, college, burgemeester;

    Organ& operator[](OrganId id) { return organs[id.index]; }
    Party& operator[](PartyId id) { return parties[id.index]; }
    Function& operator[](FunctionId id) { return functions[id.index]; }
    Task& operator[](TaskId id) { return tasks[id.index]; }
    Statute& operator[](StatuteId id) { return statutes[id.index]; }
    Form& operator[](FormId id) { return forms[id.index]; }
    Document& operator[](DocumentId id) { return documents[id.index]; }
    Cooperation& operator[](CooperationId id) { return cooperations[id.index]; }
    Transfer& operator[](TransferId id) { return transfers[id.index]; }
    Variant& operator[](VariantId id) { return variants[id.index]; }
    const Organ& operator[](OrganId id) const { return organs[id.index]; }
    const Party& operator[](PartyId id) const { return parties[id.index]; }
    const Function& operator[](FunctionId id) const { return functions[id.index]; }
    const Task& operator[](TaskId id) const { return tasks[id.index]; }
    const Statute& operator[](StatuteId id) const { return statutes[id.index]; }
    const Form& operator[](FormId id) const { return forms[id.index]; }
    const Document& operator[](DocumentId id) const { return documents[id.index]; }
    const Cooperation& operator[](CooperationId id) const { return cooperations[id.index]; }
    const Transfer& operator[](TransferId id) const { return transfers[id.index]; }
    const Variant& operator[](VariantId id) const { return variants[id.index]; }

    /// `lv`, or `lv~2` for a later version and `lv~1` for the first when there are several.
    std::string id_of(CooperationId id) const;
    bool has_versions(CooperationId id) const;
    /// The municipalities that have cells, in order of declaration.
    std::vector<PartyId> municipalities() const;
};

}  // namespace belegd::model
