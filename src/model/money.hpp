#pragma once
// Money: items of cost, who bears them, how they grow and how they are settled, as the papers give them.

#include "base/ratio.hpp"
#include "model/basics.hpp"

namespace belegd::model {

/// An amount and what it is for; without an amount it is not stated.
struct LabelledAmount {
    std::string label;
    std::optional<long long> cents;
    Silence silence = {};  ///< the word that stands there instead
    /// `€ 12,50 per inwoner`: the price of one, and of what. `cents` is what it comes to where the number of units is stated
    /// on the line; where a division key has the number, it is counted when it is known who takes part.
    std::optional<long long> price = {};
    std::string per = {};
    DivisionKeyId units = {};  ///< whose values are the numbers of units
};

struct Cost {
    enum class Frequency : std::uint8_t { not_stated, once, per_year, per_month };
    /// What one of the payers bears.
    struct Share {
        std::string who;
        std::optional<PartyId> party;
        std::optional<long long> cents;  ///< of a fixed amount
        std::optional<Ratio> part;       ///< otherwise: of the whole
        std::string fraction;            ///< `1/3`, as written; empty for a percentage
    };
    std::string name;
    Text title;
    Frequency frequency = Frequency::not_stated;
    std::optional<DateValue> once_in;
    std::vector<LabelledAmount> amounts, cover;
    std::optional<LabelledAmount> total;
    /// `voor 400 uur`
    struct Units {
        Ratio count;
        std::string written, of;  ///< `400`, `uur`
    };
    std::vector<Units> units;
    std::vector<Share> shares;
    std::vector<Share> stated;                ///< `waarvan Leiden € 5`: the amount that a paper gives beside a share
    std::string shared_by, indexed, rounded;  ///< in the words of the paper; `niet vermeld` when it says so
    std::optional<long long> unit = 1;        ///< of `rounded`, in cents; nothing where its words are not understood
    DivisionKeyId key;                        ///< what `shared_by` names, if the model has it
    PriceIndexId index;                       ///< what `indexed` names, if the model has it
    std::optional<int> base_year;             ///< from which on it grows
    std::optional<DateValue> price_level;     ///< whose prices the amounts are
    std::optional<Ratio> advance;             ///< the part that is paid beforehand
    enum class Nature : std::uint8_t { not_stated, structural, incidental } nature = Nature::not_stated;
    DecisionId cover_by;         ///< which adopts the cover
    bool cover_pending = false;  ///< `dekking nog niet vastgesteld`
    std::vector<PartyId> only_for;
    Text open_for;  ///< `voor` of whom it cannot be said who they are, as written
    Term term;
    CooperationId cooperation;
    ArticleId article;  ///< in which it stands
    VariantId variant;
    Status status = Status::decided;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// From which deviation on the costs are settled afterwards.
struct Settlement {
    /// Of what is settled: of what costs more than budgeted, of what costs less, or of both.
    enum class Direction : std::uint8_t { both, over, under };
    std::optional<long long> above;  ///< hundredths of a percent, or cents
    bool money = false;
    Direction direction = Direction::both;
    std::string of;                   ///< what the deviation is measured from
    std::optional<bool> excess_only;  ///< only what exceeds the limit is settled, or all of it
    bool next_year = false;
    Text at_the_latest;             ///< `1 juli`, empty when not stated
    std::vector<PartyId> only_for;  ///< empty: everyone
    Text open_for;                  ///< `voor` of whom it cannot be said who they are, as written
    Status status = Status::decided;
    CooperationId cooperation;
    ArticleId article;  ///< in which it stands
    VariantId variant;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// By what costs are shared: the value of each payer (`inwoners`).
struct DivisionKey {
    struct Value {
        std::string who;
        std::optional<PartyId> party;
        std::optional<Ratio> value;  ///< nothing: not stated
        std::string written;         ///< `40.000`
    };
    /// The values on the days of a period.
    struct Values {
        std::vector<Value> all;
        Term term;
        Backing backing;
    };
    std::string name;
    Text title;
    std::vector<Values> values;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// How much amounts grow with the years.
struct PriceIndex {
    struct Rise {
        int year;  ///< whose amounts are so much higher than those of the year before
        Ratio by;  ///< of the amount
        Backing backing;
    };
    std::string name;
    Text title;
    std::vector<Rise> rises;  ///< by year
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

/// What an item has cost in fact in a year.
struct ActualCost {
    std::string of;  ///< the item, as written
    CostId cost;
    std::vector<LabelledAmount> amounts;
    std::optional<int> year;
    VariantId variant;
    std::vector<Text> remarks;
    Backing backing;
    Span span, name_span;
};

/// The most that items cost together in a year.
struct CostCeiling {
    std::string name;
    Text title;
    std::optional<long long> cents;
    Silence silence = {};
    bool per_year = false;
    std::vector<std::string> over;  ///< the items, as written; none: all of its cooperation
    std::vector<CostId> costs;
    Term term;
    CooperationId cooperation;
    ArticleId article;
    VariantId variant;
    std::vector<Text> remarks;
    Backing backing;
    Span span;
};

}  // namespace belegd::model
