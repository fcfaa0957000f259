#pragma once

#include <optional>
#include <vector>

#include "base/ratio.hpp"

/// Money, in whole cents: nothing is lost, and what grows beyond what can be counted is no number.
namespace belegd::money {

using Cents = long long;

/// Nothing where the sum cannot be counted.
std::optional<Cents> plus(Cents a, Cents b);
/// `amount` × over / under, rounded to the nearest cent, half away from zero; nothing where it cannot be counted.
std::optional<Cents> times(Cents amount, long long over, long long under);
/// `amount` × over / under, rounded down (towards zero).
std::optional<Cents> times_down(Cents amount, long long over, long long under);

/// Divides an amount by parts of a whole: each part in whole units of `unit` cents, and what is then left by largest
/// remainder, unit by unit; of equal remainders the one first named. What is no whole unit goes to the next in that order.
/// The last of the result is what the parts leave undivided. Nothing where the parts are more than the whole, or the
/// numbers cannot be counted. Of a negative amount the parts are negative.
std::optional<std::vector<Cents>> split(Cents amount, const std::vector<Ratio>& parts, Cents unit);

}  // namespace belegd::money
