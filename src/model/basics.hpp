#pragma once
// What every table of the model is made of: ids, status, periods, where a fact comes from, and actors.

#include <algorithm>
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
struct Region;
struct Decision;
struct Article;
struct Milestone;
struct Procedure;
struct Provision;
struct Capacity;
struct Cost;
struct DivisionKey;
struct PriceIndex;
struct DecisionRule;
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
using RegionId = Id<Region>;
using DecisionId = Id<Decision>;
using ArticleId = Id<Article>;
using MilestoneId = Id<Milestone>;
using ProcedureId = Id<Procedure>;
using ProvisionId = Id<Provision>;
using CapacityId = Id<Capacity>;
using CostId = Id<Cost>;
using DivisionKeyId = Id<DivisionKey>;
using PriceIndexId = Id<PriceIndex>;
using DecisionRuleId = Id<DecisionRule>;

/// What kind of thing a name may be; parties, cooperations and regions share one kind; decisions, milestones and
/// decision rules too.
enum class NameKind : std::uint8_t {
    party,
    function,
    task,
    statute,
    form,
    document,
    variant,
    decision,
    organ,
    package,
    overview,
    procedure,
    step,
    criterion,
    rule,
    provision,
    capacity,
    condition
};

/// Weak to strong (D19); the last two of language.md never count.
enum class Status : std::uint8_t { lapsed, rejected, under_research, intent, intended, decided };

/// How a value was come by. In the library `inferred` and `uncertain` mean: not read in the text of the law.
enum class Certainty : std::uint8_t { stated, inferred, provisional, uncertain };

/// The word that stands where a value may stand: the paper is silent, it is withheld, or I do not know.
enum class Silence : std::uint8_t { none, not_stated, withheld, unknown };

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
    bool said = false;     ///< the model has a clause about it, be it `niet vermeld`
    Silence silence = {};  ///< and this is the word for it that stands there instead of a value
    Silence source = {};   ///< `bron onbekend`: the word that stands instead of a document
};

/// A period as stated, with where each end stands and how precise it is.
struct Term {
    Period days;                           ///< on which it counts: those it works back over and goes on over too (D31)
    std::optional<Day> retroactive_until;  ///< the first day on which it counts by itself and no longer by working back
    std::optional<Day> renewed_from;       ///< the first day on which it goes on by tacit renewal alone
    std::optional<DateValue> imprecise_from, imprecise_until;  ///< when the paper names a stretch, not a day
    Span from_span, until_span;                                ///< empty when not stated
    DateValue::Precision from_precision = {}, until_precision = {};
    bool through = false;                     ///< the end is named by its last day, not by the first day without
    Silence from_open = {}, until_open = {};  ///< `vanaf niet vermeld`, `tot niet vermeld`
    std::optional<Duration> lasts = {};       ///< how long, where it is not known from which day
    std::string until_event = {};             ///< `tot "intrekking van de wet"`: it ends by this, on a day nobody knows
    Certainty certainty = Certainty::stated;

    bool is_retroactive_on(Day day) const { return retroactive_until && day < *retroactive_until; }
    bool is_renewed_on(Day day) const { return renewed_from && day >= *renewed_from; }
    /// The period as it is written: without what it works back over, and without its renewals.
    Period stated() const {
        auto out = days;
        if (retroactive_until) out.from = std::max(out.from, *retroactive_until);
        if (renewed_from) out.until = *renewed_from > out.from ? std::min(out.until, *renewed_from) : kNoEnd;
        return out;
    }
};

/// The Dutch article of a noun: de raad, het college.
enum class Gender : std::uint8_t { not_stated, common, neuter };

struct Organ {
    std::string name;
    std::string in_english = {};  ///< empty: the same
    Gender gender = {};           ///< as declared
    bool official = false;        ///< declared with `functionaris`: somebody who works under an authority
    bool of_each = false;         ///< every municipality has it without being told, once a sentence names it
    bool of_any = false;          ///< an official of the library: whoever has organs of his own may have him
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

/// Whether a list names a party.
inline bool names(const std::vector<PartyId>& list, PartyId party) {
    return std::find(list.begin(), list.end(), party) != list.end();
}

}  // namespace belegd::model
