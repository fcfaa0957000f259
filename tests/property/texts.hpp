#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace belegd::naive {

/// A small model in words of both vocabularies, written as messily as the language allows; the same seed gives the
/// same text on every machine.
std::string random_text(std::uint32_t seed);

/// The text with some bytes taken out, put in or moved; it stays UTF-8.
std::string mutilated(std::string_view text, std::uint32_t seed);

}  // namespace belegd::naive
