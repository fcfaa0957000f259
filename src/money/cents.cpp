#include "money/cents.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace belegd::money {
namespace {

std::optional<Cents> product(Cents a, long long b) {
    Cents out = 0;
    return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional(out);
}

/// Of a fraction in its lowest terms.
std::optional<Cents> scaled(Cents amount, long long over, long long under, bool nearest) {
    if (under == 0) return std::nullopt;
    const auto least = std::gcd(over, under);
    over /= least, under /= least;
    // What the amount holds of the denominator needs no wide product.
    const auto whole = product(amount / under, over), rest = product(amount % under, over);
    if (!whole || !rest) return std::nullopt;
    auto part = *rest / under;
    const auto left = *rest % under;
    if (nearest && (left < 0 ? -left : left) >= under - (left < 0 ? -left : left) && left != 0)
        part += left < 0 ? -1 : 1;
    return plus(*whole, part);
}

}  // namespace

std::optional<Cents> plus(Cents a, Cents b) {
    Cents out = 0;
    return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional(out);
}

std::optional<Cents> times(Cents amount, long long over, long long under) { return scaled(amount, over, under, true); }
std::optional<Cents> times_down(Cents amount, long long over, long long under) {
    return scaled(amount, over, under, false);
}

std::optional<std::vector<Cents>> split(Cents amount, const std::vector<Ratio>& parts, Cents unit) {
    if (amount == std::numeric_limits<Cents>::min() || unit <= 0) return std::nullopt;
    if (amount < 0) {
        auto out = split(-amount, parts, unit);
        if (out)
            for (auto& each : *out) each = -each;
        return out;
    }
    Ratio together{0, 1};
    for (const auto& part : parts) {
        if (part.over < 0 || part.under <= 0) return std::nullopt;
        const auto sum = Ratio::sum(together, part);
        if (!sum) return std::nullopt;
        together = *sum;
    }
    if (together.over > together.under) return std::nullopt;
    auto all = parts;
    all.push_back({together.under - together.over, together.under});
    // One denominator for all, so that remainders can be compared.
    long long under = 1;
    for (const auto& part : all) {
        const auto least = product(under / std::gcd(under, part.under), part.under);
        if (!least) return std::nullopt;
        under = *least;
    }
    const auto whole = product(unit, under);
    if (!whole) return std::nullopt;
    struct Rest {
        std::size_t who;
        long long left;
    };
    std::vector<Cents> out;
    std::vector<Rest> rests;
    Cents left = amount;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto over = product(all[i].over, under / all[i].under);
        const auto exact = over ? product(amount, *over) : std::nullopt;
        if (!exact) return std::nullopt;
        const auto units = *exact / *whole;
        out.push_back(units * unit);
        left -= units * unit;
        rests.push_back({i, *exact % *whole});
    }
    std::stable_sort(rests.begin(), rests.end(), [](const Rest& a, const Rest& b) { return a.left > b.left; });
    for (const auto& rest : rests) {
        const auto more = std::min(left, unit);
        out[rest.who] += more;
        left -= more;
    }
    return out;
}

}  // namespace belegd::money
