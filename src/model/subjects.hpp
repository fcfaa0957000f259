#pragma once
// Who there is and what there is to do: parties, functions, tasks, statutes, forms, provisions, capacities, sources.

#include "model/boards.hpp"

namespace belegd::model {

/// Who has a function by law, or in the absence of a law for the task by the function's own default.
struct LawHolder {
    OrganId organ;      ///< invalid: the owner itself
    StatuteId statute;  ///< counts while this is in force; invalid: always
    Backing backing;
    Span span;
    PartyId party = {};  ///< whose it is; invalid: each municipality's own (D1)
};

/// An article of the statutes that an organisation has itself.
struct OwnArticle {
    std::vector<Citation::Part> parts;  ///< article, paragraph, point
    Text title;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

struct Party {
    enum class Kind : std::uint8_t { municipality, organisation };
    std::string name;
    Text title;
    Kind kind = Kind::municipality;
    std::string tooi;
    std::string short_title;  ///< `kort`: what papers call it; empty: its name
    std::vector<std::string> aliases;
    std::vector<PartyId> namesakes;      ///< of `Laren (NH.)`: who else may be meant by `Laren`
    std::vector<OrganId> organs;         ///< a municipality has raad, college and burgemeester without being told
    std::vector<CapacityId> capacities;  ///< `hoedanigheid`: what it is in law
    bool capacities_stated = false;      ///< otherwise what it is, is not known
    bool capacities_open = false;        ///< it is, or may be, more than what is named
    Backing capacities_backing;
    Term term;
    std::vector<PartyId> successors;
    CooperationId embodies = {};  ///< of a body that an arrangement set up: that arrangement, its first version (D1)
    Backing backing;
    Span span;
    std::vector<Text> remarks = {};
    std::vector<OwnArticle> articles = {};  ///< of its statutes, as far as the model has them
    bool in_model = false;                  ///< declared or named by the model itself: only then it has cells (D1)
};

struct Function {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    FunctionId parent;
    std::vector<FunctionId> children;
    BitSet leaves;                    ///< over leaf functions
    std::uint32_t leaf = ~0u;         ///< its number when it is a leaf
    std::optional<LawHolder> holder;  ///< fallback
    std::vector<Text> remarks = {};
    Backing backing = {};     ///< of its declaration
    FunctionId follows;       ///< whose competence it goes with (D29); invalid for most
    Backing follows_backing;  ///< what that rests on
    bool plural = false;      ///< several performers are no double
    bool power = false;       ///< a power, not factual work
    Span span;
};

/// A place that the list of a statute has, on the days on which it stands there.
struct ListedPlace {
    std::vector<Citation::Part> parts;  ///< the article first; a value may be a range: `1 t/m 37`
    Period days;
    Certainty certainty = Certainty::stated;
};

struct Statute {
    std::string name;  ///< short: Wgr
    Text title;
    std::string bwb;
    std::vector<std::string> aliases;
    Term term;
    std::vector<StatuteId> succeeds;  ///< in whose place it came
    std::vector<ListedPlace> places;  ///< empty: nobody listed its articles
    Certainty certainty = Certainty::stated;
    std::vector<Text> remarks = {};
    Backing backing = {};  ///< where its declaration comes from
    Span span;
};

struct Task {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    TaskId parent;
    bool domain = false;  ///< declared with `domein`
    std::vector<TaskId> children;
    BitSet leaves;             ///< over leaf tasks; leaves below one task are neighbours
    std::uint32_t leaf = ~0u;  ///< its number when it is a leaf
    BitSet needs, needs_not;   ///< over leaf functions, own statements only
    BitSet needed;             ///< with those of the tasks above, and of a leaf those that a statement names
    BitSet implied;            ///< of a leaf: those that it needs only because a statement names them
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

/// A notion of the law, or of the model, that only has a name and a ground.
struct Notion {
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};
/// What the text of a cooperation may regulate: `uittreding`.
struct Provision : Notion {};
/// What an organisation may be in law: `gecertificeerde instelling`.
struct Capacity : Notion {};

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
    std::vector<Board> boards;  ///< how its organs decide by law, where a cooperation does not say otherwise
    Certainty certainty = Certainty::stated;
    std::vector<Text> remarks;
    Span span;
};

/// A set of municipalities that changes over time.
struct Region {
    struct Member {
        PartyId party;
        Term term;
        Span span;
    };
    std::string name;
    Text title;
    std::vector<std::string> aliases;
    std::vector<Member> members;
    bool open = false;  ///< `niet uitputtend`: there are others
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// A source: a council paper, an arrangement, a letter.
struct Document {
    std::string name;
    Text title;
    std::string reference;
    std::optional<DateValue> date;
    Silence date_open = {};  ///< `datum onbekend`
    Status status = Status::decided;
    Text remark;
    bool cited = false;  ///< some statement of the model names it
    Span span;
};

}  // namespace belegd::model
