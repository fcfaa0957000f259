#include "money/stated.hpp"

#include <algorithm>

namespace belegd::money {

std::vector<StatedShare> stated_shares(const model::Cost& cost) {
    const auto whole = whole_of(cost);
    std::vector<Ratio> parts;
    for (const auto& share : cost.shares)
        if (share.part) parts.push_back(*share.part);
    if (cost.stated.empty() || !whole.known() || parts.size() != cost.shares.size()) return {};
    constexpr Cents kEuro = 100;
    const auto divided = split(*whole.cents, parts, cost.unit.value_or(1)), rounded = split(*whole.cents, parts, kEuro);
    if (!divided || !rounded) return {};
    std::vector<StatedShare> out;
    for (const auto& stated : cost.stated) {
        const auto share = std::find_if(cost.shares.begin(), cost.shares.end(), [&](const model::Cost::Share& each) {
            return stated.party ? each.party == stated.party : each.who == stated.who;
        });
        if (share == cost.shares.end() || !stated.cents) continue;
        const auto at = static_cast<std::size_t>(share - cost.shares.begin());
        if (*stated.cents != (*divided)[at])
            out.push_back({stated.party, stated.who, *stated.cents, (*divided)[at],
                           cost.rounded.empty() && *stated.cents == (*rounded)[at]});
    }
    return out;
}

bool is_taken(const model::Decision& decision) {
    return decision.status == model::Status::decided && (decision.status_stated || decision.taken.has_value());
}

}  // namespace belegd::money
