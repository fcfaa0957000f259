#pragma once

#include <optional>
#include <string>
#include <vector>

#include "money/budget.hpp"

namespace belegd::money {

/// An amount that a paper gives beside a payer, where the division of the item gives another.
struct StatedShare {
    std::optional<model::PartyId> party;
    std::string who;
    Cents stated, divided;  ///< `divided`: exact to the cent where the item names no rounding
    bool only_rounded;      ///< the division does give it when rounded to whole euros, which the item does not say
};

/// Of payers with a part of the whole; nothing of an item of which the whole or a part is not known.
std::vector<StatedShare> stated_shares(const model::Cost& cost);

/// Whether a decision is said to be taken: decided in so many words, or on a day.
bool is_taken(const model::Decision& decision);

}  // namespace belegd::money
