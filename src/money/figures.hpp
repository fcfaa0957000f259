#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "money/cents.hpp"

namespace belegd::money {

/// Why an amount is not known. What depends on it is not known either, and never nothing.
enum class Open : std::uint8_t {
    none,
    amount,     ///< not stated, withheld or unknown
    units,      ///< it is a price of one, and of how many is not stated
    totals,     ///< the amounts and the total that is stated differ
    index,      ///< it grows with what the model has no figures of
    base_year,  ///< as of which year it grows is not stated
    key,        ///< by what it is shared has no values, or not of everybody who takes part
    parts,      ///< the parts are more than the whole
    whom,       ///< for whom it is cannot be said
    ceiling,    ///< a ceiling that it exceeds begins or ends within the year
    too_large   ///< it cannot be counted
};

struct Figure {
    std::optional<Cents> cents;
    Open open = Open::none;

    static Figure of(std::optional<Cents> cents) { return {cents, cents ? Open::none : Open::too_large}; }
    bool known() const { return cents.has_value(); }
    bool operator==(const Figure&) const = default;
};
/// Not known where one of both is not.
Figure sum(Figure a, Figure b);

/// Who bears a part: a party, or somebody whom the model only names.
struct Bearer {
    std::optional<model::PartyId> party;
    std::string who;
    Figure figure;
    /// Of the whole, where that is stated or follows from a key: also of an unknown amount.
    std::optional<Ratio> part = {};
    bool operator==(const Bearer&) const = default;
};

/// Of a price of one only where the line has the number.
Figure figure_of(const model::LabelledAmount& amount);
/// Not known where one of them is not.
Figure sum_of(const std::vector<model::LabelledAmount>& amounts);
/// The sum of the amounts, or the total that is stated.
Figure whole_of(const model::Cost& cost);
}  // namespace belegd::money
