#pragma once

#include <numeric>
#include <optional>

namespace belegd {

/// A part of a whole without loss: a third is a third.
struct Ratio {
    long long over = 0, under = 1;

    /// Over the same denominator; nothing where the numbers grow too large to be anybody's key.
    static std::optional<Ratio> sum(Ratio a, Ratio b) {
        constexpr long long kLargest = 1'000'000'000'000;
        const auto common = std::gcd(a.under, b.under);
        if (a.under / common > kLargest / b.under) return std::nullopt;
        const auto under = a.under / common * b.under;
        if (a.over > kLargest / (under / a.under) || b.over > kLargest / (under / b.under)) return std::nullopt;
        const auto over = a.over * (under / a.under) + b.over * (under / b.under);
        const auto least = std::gcd(over, under);
        return Ratio{over / least, under / least};
    }
    /// In hundredths of a percent; what is no whole number of them is rounded down, so that it is never a hundred.
    long long hundredths_of_percent() const { return over * 10'000 / under; }
    /// The nearest number of them: a third is 33,33 %.
    long long nearest_hundredths_of_percent() const { return (over * 20'000 + under) / (2 * under); }
    bool operator==(const Ratio&) const = default;
};

}  // namespace belegd
