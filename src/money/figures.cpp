#include "money/figures.hpp"

namespace belegd::money {

using namespace model;

Figure sum(Figure a, Figure b) {
    if (!a.known()) return a;
    if (!b.known()) return b;
    return Figure::of(plus(*a.cents, *b.cents));
}

Figure figure_of(const LabelledAmount& amount) {
    if (amount.cents) return Figure{amount.cents};
    return {std::nullopt, amount.price ? Open::units : Open::amount};
}

Figure sum_of(const std::vector<LabelledAmount>& amounts) {
    Figure out{0};
    for (const auto& amount : amounts) out = sum(out, figure_of(amount));
    return out;
}

Figure whole_of(const Cost& cost) {
    const auto of_amounts = sum_of(cost.amounts);
    if (!cost.total) return cost.amounts.empty() ? Figure{std::nullopt, Open::amount} : of_amounts;
    const auto total = figure_of(*cost.total);
    if (cost.amounts.empty() || !of_amounts.known()) return total;
    if (!total.known()) return of_amounts;
    return of_amounts == total ? total : Figure{std::nullopt, Open::totals};
}

}  // namespace belegd::money
