#pragma once
// Rules of law as a library or model states them (`regel`), typed: what they are about, what they ask, what they say.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/severity.hpp"
#include "model/basics.hpp"
#include "model/subjects.hpp"

namespace belegd::model {

/// What an expression of a rule gives. The kinds of thing come from dsl/attributes.def.
enum class Type : std::uint8_t {
    nothing,
    truth,
    number,
    money,  ///< cents
    share,  ///< hundredths of a percent
    length,
    day,
    text,
    title,  ///< of a transfer
    status,
    purpose,
    state,
    frequency,
    outcome,  ///< of a decision rule
    verdict,  ///< on a criterion
#define KIND(id, ...) id,
#include "attributes.def"
};

/// Every attribute that a rule may ask for, named kind_attribute.
enum class Attribute : std::uint16_t {
    none,
#define ATTRIBUTE(kind, id, ...) kind##_##id,
#include "attributes.def"
};

struct AttributeInfo {
    Type of;
    Type type;
    bool many;
    Words name, help;
};
const AttributeInfo& info(Attribute attribute);
/// In the order of the table.
const std::vector<Attribute>& all_attributes();
std::vector<Attribute> attributes_of(Type kind);

struct KindInfo {
    Type type;
    Words name, help;
};
std::span<const KindInfo> all_kinds();
/// `toedeling` / `transfer`; of what is no kind: `tekst`, `datum` …
Text name_of(Type type);

/// A word of a closed list: `delegatie` of the titles.
struct Choice {
    Type type;
    long long value;
    Words name;
};
const std::vector<Choice>& all_choices();

/// Which thing of a kind: its row; of a participant, step or actor what packs into one number.
using Entity = std::uint64_t;
Entity packed(const Actor& actor);
Actor actor_of(Entity entity);

/// A length as one number, in which months and days stay apart.
long long packed(Length length);
Length length_of(long long packed_length);

/// What an expression gives for one case. Tasks and functions as a set of leaves, or one leaf.
struct Value {
    struct Unknown {};  ///< the model leaves it open
    struct Nothing {};  ///< there is none: a sentence in no cooperation
    std::variant<Unknown, Nothing, long long, Text, std::vector<Entity>, BitSet> is = Unknown{};
    bool open = false;              ///< of a list: there may be others
    bool possible = false;          ///< of a list: it is one of these, the model does not say which
    std::vector<Entity> without{};  ///< of an open list: what is said not to be in it

    bool unknown() const { return std::holds_alternative<Unknown>(is); }
    bool nothing() const { return std::holds_alternative<Nothing>(is); }
    bool truth() const { return std::holds_alternative<long long>(is) && std::get<long long>(is) != 0; }
};

struct Expression {
    enum class Kind : std::uint8_t {
        constant,
        variable,
        attribute,
        plus,
        minus,
        // comparisons of two
        is,
        among,
        touches,
        mentions,  ///< as touches; what is not stated does not count
        within,
        covers,
        less,
        at_most,
        // questions
        stated,
        all_of,
        any_of,
        negation,
        exists,  ///< operands: the list or nothing, the condition or nothing
        every,
        count,
        select,
        sum,  ///< the term, then as exists
    };
    static constexpr std::uint32_t kNone = ~0u;

    Kind kind;
    Type type = Type::truth;
    bool many = false;
    std::vector<std::uint32_t> operands{};  ///< places in Rule::expressions
    Value value{};                          ///< of a constant
    Attribute attribute = Attribute::none;
    std::uint32_t slot = 0;  ///< of a variable, or the one that a question binds
    Span span{};
    std::uint32_t named = kNone;  ///< of the parts of a condition with a name: its place in Model::conditions
};

struct Rule {
    /// How its author came to know it.
    enum class Ground : std::uint8_t { statute_text, page, memory, inference };

    struct Variable {
        std::string name;
        Type type;
        bool many = false;
        std::uint32_t list = Expression::kNone;  ///< what it runs through; none: everything of its kind
    };
    /// One of `waar`, `vereist`, `noem`, in order of the text.
    struct Step {
        enum class Kind : std::uint8_t { where, requires_, let } kind;
        std::uint32_t expression;
        std::uint32_t slot = 0;  ///< of `noem`
        Text words;              ///< as written
        Span span{};
    };
    /// A sentence with places to fill in: words; `{t.aan}`, what an expression gives; `{t.aan: krijgt|krijgen}`, the
    /// first word where it gives one thing, the second where it gives several; `{t.van|het bevoegde orgaan}`, what it
    /// gives, or these words where it gives nothing.
    struct Template {
        struct Piece {
            std::string words;  ///< beside an expression without `several`: what is said where it gives nothing
            std::uint32_t expression = Expression::kNone;
            std::string several{};  ///< empty when the value itself is to be filled in

            bool agrees() const { return !several.empty(); }
        };
        std::vector<Piece> nl, en;
        bool empty() const { return nl.empty(); }
    };

    /// `vergt toestemming van raad van betrokken`: whose permission it asks for, before what it is about is done.
    struct Permission {
        OrganId organ;
        std::uint32_t slot = 0;  ///< of the parties whose organ it is
    };

    std::string code;
    Text title;
    Backing backing;
    std::optional<Permission> permission = {};
    Ground ground = Ground::statute_text;
    Term term;              ///< when it is the law
    bool in_force = false;  ///< it holds on every day, not only that of the act
    std::vector<Variable> variables;
    std::size_t bound = 0;  ///< how many of them `voor elke` binds; they come first
    std::vector<Step> steps;
    std::vector<Expression> expressions;
    /// Of the library, and about nothing that this model has: its steps and sentences were not read, and nothing is asked.
    bool idle = false;
    Severity severity = Severity::error;
    Template message, consequence, advice, line, question;
    Span span;
};

/// `voorwaarde`: what several rules ask, under a name. What it binds are its parameters; its steps are its parts.
struct NamedCondition : Notion {
    Rule body;
};

}  // namespace belegd::model
